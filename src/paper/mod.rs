//! Papers: what is wanted, made from a ledger, put into bytes, issued and checked.
//!
//! Window and command line use the same: this is the one place that knows which document needs
//! what. May use everything below `ui`, `app` and `cli` but `system`: the clock comes from the
//! caller. Screens name only its values; they have no ledger to make papers from.

pub mod bank;
pub mod batch;
pub mod check;
pub mod issue;
pub mod issued;

mod make;
mod published;
mod set;
mod wanted;

pub use crate::render::RenderError as NotSet;
#[cfg(feature = "app")]
pub use crate::render::pdf::pages::{Picture, drawn};
pub use make::{bytes, make, not_set, protocol, statements};
pub use set::{Set, set, together};
pub use wanted::{Document, Form, Marks, Wanted, Wish};
