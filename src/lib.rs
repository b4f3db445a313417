//! Förderbuch: the desk tool with which a state finance ministry runs a funding programme and
//! answers for every euro of it. `docs/architecture.md` is the map.

pub mod domain;
pub mod exchange;
pub mod ops;
pub mod paper;
pub mod render;
pub mod report;
pub mod store;
pub mod system;
pub mod text;

pub mod cli;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod ui;
