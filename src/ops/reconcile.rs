//! The list of the cash office: previewed line by line, then booked as a whole.
//!
//! Preview and booking use the same matching; booking matches again inside its transaction, so
//! that what others booked in between is seen. The same list twice adds nothing.

use std::collections::BTreeMap;

use super::{Failure, Stamp, book_all, everything};
use crate::domain::body::{
    ClaimRepaid, HeldPaid, LineAmount, PaymentConfirmed, PaymentReconciled, PaymentReturned,
};
use crate::domain::cash::{CashLine, Facts, Finding, Matched};
use crate::domain::date::{LAST_DAY, berlin_day};
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, Day, Event, FileNumber, FiscalYear, PersonNo, Seq};
use crate::store::view::Times;
use crate::store::{Ledger, StoreError, Tx, query};

/// What each line of the list is; nothing is written. With a person, what that person ordered
/// stays open.
///
/// # Errors
/// When the file cannot be read.
pub fn cash_preview(
    ledger: &Ledger,
    lines: &[CashLine],
    (person, now): (Option<PersonNo>, i64),
) -> Result<Vec<Matched>, StoreError> {
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    matched(ledger, times, lines, (person, now))
}

/// A list as it was booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciled {
    /// What each line was when it was booked.
    pub lines: Vec<Matched>,
    /// Entries that were added; empty when there was nothing to add.
    pub booked: Vec<Seq>,
}

/// Books what the list says beyond doubt, in one transaction: confirms orders, marks payments as
/// reconciled, records returns and repayments. `list` names it as the voucher of what is
/// reconciled.
///
/// # Errors
/// A rule that says no, with the index of the line; the file cannot be read or written.
pub fn cash_book(
    ledger: &mut Ledger,
    lines: &[CashLine],
    list: &str,
    person: PersonNo,
    stamp: &Stamp,
) -> Result<Reconciled, Failure> {
    ledger.write(|tx| {
        let times = everything(tx);
        let found = matched(tx, times, lines, (Some(person), stamp.now))?;
        let says = |one: &&Matched| !matches!(one.finding, Finding::Open(..));
        let last = found.iter().filter(says).map(|one| one.line.day).max();
        let desk = Desk { tx, list, person, until: last };
        let mut drafts: Vec<Draft> = Vec::new();
        let mut of_line: Vec<usize> = Vec::new();
        for (index, one) in found.iter().enumerate().filter(|(_, one)| one.finding.books()) {
            drafts.extend(desk.drafts(one)?);
            of_line.resize(drafts.len(), index);
        }
        let booked = book_all(tx, &drafts, stamp).map_err(|failure| match failure {
            Failure::Refused { index, refusal } => {
                Failure::Refused { index: of_line.get(index).copied().unwrap_or(index), refusal }
            }
            other @ Failure::Store(_) => other,
        })?;
        Ok(Reconciled { lines: found, booked })
    })
}

fn matched(
    from: &impl crate::store::Readable,
    times: Times,
    lines: &[CashLine],
    (person, now): (Option<PersonNo>, i64),
) -> Result<Vec<Matched>, StoreError> {
    let events = query::events_of_kinds(from, times, Facts::KINDS)?;
    let mut references: BTreeMap<FileNumber, String> = BTreeMap::new();
    for grant in events.iter().filter_map(|event| event.body.grant()) {
        if !references.contains_key(grant) {
            let state = query::grant_state(from, times, grant)?;
            let reference = state.map(|state| state.issued.cash_reference).unwrap_or_default();
            references.insert(grant.clone(), reference);
        }
    }
    Ok(Facts::new(&events, &references).matched(lines, person, berlin_day(now)))
}

/// Makes drafts of what was found.
struct Desk<'a, 'tx> {
    tx: &'a Tx<'tx>,
    list: &'a str,
    person: PersonNo,
    /// Last day of the lines that agree or are booked: until then the list says what was done.
    until: Option<Day>,
}

impl Desk<'_, '_> {
    fn drafts(&self, found: &Matched) -> Result<Vec<Draft>, StoreError> {
        let (Finding::Reconcile(seq)
        | Finding::Confirm(seq)
        | Finding::Return(seq)
        | Finding::Repay(seq)) = found.finding
        else {
            return Ok(Vec::new());
        };
        let Some(referred) = query::event(self.tx, seq)? else { return Ok(Vec::new()) };
        let Some(line) = referred.body.line().cloned() else { return Ok(Vec::new()) };
        let (cash, reference) = (&found.line, Reference::Entry(seq));
        Ok(match found.finding {
            Finding::Confirm(_) => {
                let body = if matches!(referred.body, Body::HeldOrdered(_)) {
                    Body::HeldPaid(HeldPaid { line, source: None })
                } else {
                    Body::PaymentConfirmed(PaymentConfirmed { line, source: None })
                };
                let paid = self.draft(cash, &referred, (cash.day, reference), body);
                let seen = self.reconciled(cash, &referred, Reference::Uid(paid.uid));
                vec![paid, seen]
            }
            Finding::Return(_) => {
                let held = self.is_closed(line.fiscal_year)?;
                let reason = if cash.text.is_empty() { self.list } else { &cash.text };
                let reason = reason.chars().take(200).collect();
                let line = LineAmount { amount_cents: cash.amount.abs(), ..line };
                let body = PaymentReturned { line, held, reason, source: None };
                let body = Body::PaymentReturned(body);
                vec![self.draft(cash, &referred, (cash.day, reference), body)]
            }
            Finding::Repay(_) => {
                let closed = self.is_closed(line.fiscal_year)?;
                let year = FiscalYear(chrono::Datelike::year(&cash.day));
                let line = LineAmount { amount_cents: cash.amount.abs(), ..line };
                let body = ClaimRepaid {
                    line,
                    revenue_year: closed.then_some(year),
                    set_off: None,
                    source: None,
                };
                let body = Body::ClaimRepaid(body);
                vec![self.draft(cash, &referred, (cash.day, reference), body)]
            }
            _ => vec![self.reconciled(cash, &referred, reference)],
        })
    }

    fn reconciled(&self, cash: &CashLine, payment: &Event, reference: Reference) -> Draft {
        let grant = payment.body.grant().cloned().unwrap_or_default();
        let body = Body::PaymentReconciled(PaymentReconciled { grant, source: None });
        let day = self.until.unwrap_or(cash.day).max(payment.effective_on);
        let draft = self.draft(cash, payment, (day, reference), body);
        Draft { voucher: self.list.to_owned(), ..draft }
    }

    fn draft(
        &self,
        cash: &CashLine,
        referred: &Event,
        (day, reference): (Day, Reference),
        body: Body,
    ) -> Draft {
        Draft {
            uid: *uuid::Uuid::new_v4().as_bytes(),
            recipient: referred.recipient.clone(),
            effective_on: day,
            actor: self.person,
            voucher: cash.voucher.clone(),
            reference: Some(reference),
            body,
            person_name: None,
        }
    }

    fn is_closed(&self, year: FiscalYear) -> Result<bool, StoreError> {
        Ok(super::year::closing(self.tx, year)?.is_some())
    }
}
