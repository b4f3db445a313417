//! The rules row by row: tables of events with expected refusal code or balances.

mod audit;
mod budget;
mod claim;
mod codes;
mod commitment;
mod database;
mod four_eyes;
mod interest;
mod payment;
mod procedure;
mod proof;
mod year;
