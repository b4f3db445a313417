//! The ledger on disk: one SQLite file per programme.
//!
//! May use `domain` and rusqlite, which nobody else names. SQL text stands in `sql/`, one file
//! per statement family; short statements beside their use.

mod append;
pub mod backup;
pub mod chain;
mod codec;
mod connect;
mod error;
mod examine;
pub mod extract;
pub mod files;
mod ledger;
mod project;
pub mod query;
mod replay;
pub mod search;
pub mod seen;
mod verify;
pub mod view;

pub use append::{AppendError, Tx};
pub use connect::Access;
pub use error::{Finding, StoreError};
pub use examine::{Examination, Examined, Stop};
pub use ledger::{Ledger, Readable, Saved, StopReading};
pub use query::sort_key;
