//! The only integration binary: one module per area.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(feature = "app")]
mod access;
mod again;
mod aloud;
mod asked;
mod backup;
mod bank_files;
mod bank_overlap;
mod bank_rules;
mod bank_samples;
#[cfg(feature = "app")]
mod booking;
mod budget;
mod cash_matching;
mod chance;
mod command_line;
mod comparison;
mod conformance;
#[cfg(feature = "app")]
mod desk;
#[cfg(feature = "app")]
mod detail;
mod difference;
#[cfg(feature = "app")]
mod dropping;
mod embarrassments;
mod entries;
#[cfg(feature = "app")]
mod entry;
mod evidence;
mod exchange_limits;
mod explained;
mod export;
mod extract;
mod extract_account;
#[cfg(feature = "app")]
mod extract_window;
mod faults;
mod figures;
#[cfg(feature = "app")]
mod file_keys;
mod files;
#[cfg(feature = "app")]
mod form;
mod forms;
#[cfg(feature = "app")]
mod harness;
#[cfg(feature = "app")]
mod help;
mod hostile;
mod issuing;
mod journal_extract;
mod large;
mod ledger_rules;
mod letterhead;
#[cfg(feature = "app")]
mod lists;
mod manual;
mod model;
mod mutation;
#[cfg(feature = "app")]
mod narrow;
#[cfg(feature = "app")]
mod next;
#[cfg(feature = "app")]
mod offered;
mod origin;
#[cfg(feature = "app")]
mod overview;
#[cfg(feature = "app")]
mod owed;
#[cfg(feature = "app")]
mod palette;
mod paper;
mod printed;
mod program;
#[cfg(feature = "app")]
mod reconcile_window;
mod reconciling;
mod reports;
#[cfg(feature = "app")]
mod robust;
mod rules;
#[cfg(feature = "app")]
mod safety;
mod sample;
mod scale;
mod sheets;
#[cfg(feature = "app")]
mod shelf;
#[cfg(feature = "app")]
mod snapshots;
#[cfg(feature = "app")]
mod steady;
#[cfg(feature = "app")]
mod steps;
mod stories;
mod table;
#[cfg(feature = "app")]
mod takeover_window;
mod taking_over;
mod taking_over_money;
mod tamper;
mod tasks;
mod tidy;
#[cfg(feature = "app")]
mod typing;
#[cfg(feature = "app")]
mod ui;
mod unclear;
mod units;
mod wording;
#[cfg(feature = "app")]
mod worklist;
mod workplace;
