//! The sample after 2020: the programme over its whole life, all of it effective and recorded
//! after 31.12.2020. What is on public record says so; the rest is assumed.

mod budget;
mod communes;
mod counties;
mod progress;
mod proofs;
mod year_end;

use super::payments::{Payee, Payment};
use super::script::{Script, euros};
use crate::domain::body::LineAmount;
use crate::domain::{FileNumber, FiscalYear, TitleKey};

pub fn write(script: &mut Script) {
    budget::write(script);
    communes::write(script);
    counties::write(script);
    proofs::write(script);
    year_end::write(script);
    progress::write(script);
}

/// A payee of the years before, paid to its newest bank account.
fn payee(
    script: &Script,
    recipient: &'static str,
    grant: &'static str,
    cash_reference: &'static str,
) -> Payee {
    Payee { recipient, grant, cash_reference, account: script.account_of(recipient) }
}

/// The same payment of another amount.
fn of(payment: &Payment, euros: i64) -> Payment {
    Payment { euros, ..*payment }
}

/// A due line and whole euros of it.
fn line(grant: &str, title: &str, year: i32, amount: i64) -> LineAmount {
    LineAmount {
        grant: FileNumber::new(grant),
        title: TitleKey::new(title),
        fiscal_year: FiscalYear(year),
        amount_cents: euros(amount),
    }
}
