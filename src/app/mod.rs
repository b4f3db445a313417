//! Glue: the worker that owns the ledger, the values it has read, and the actions of the window.
//!
//! May use everything; nothing imports it but `main` and the tests.

pub mod job;
pub mod worker;
