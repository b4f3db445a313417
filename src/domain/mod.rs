//! The rules of the programme, pure: no I/O, clock, locale or SQL.
//!
//! May use std, chrono, rust_decimal and serde's derives. It can only say yes or refuse;
//! sentences are made in `text`, storage in `store`.

mod about;
pub mod availability;
pub mod body;
pub mod calendar;
pub mod case;
pub mod cash;
pub mod comparison;
pub mod date;
pub mod deadline;
pub mod drawing;
pub mod due_line;
pub mod entity;
pub mod event;
pub mod exact;
pub mod financing;
pub mod fiscal;
pub mod id;
pub mod interest;
pub mod letters;
pub mod money;
pub mod outflow;
pub mod posting;
pub mod procedure;
pub mod recipient;
pub mod reference;
pub mod refusal;
pub mod rule;
pub mod setting;
pub mod stage;
pub mod takeover;
pub mod task;
pub mod territory;

pub use date::{Day, FiscalYear, ImpreciseDate, Precision};
pub use event::{Body, Event, Kind};
pub use id::{FileNumber, PersonNo, RecipientKey, Seq, TitleKey, Uid};
pub use money::Money;
pub use refusal::Refusal;
pub use stage::{Account, Stage};
