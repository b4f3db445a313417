//! The list of the cash office: previewed line by line, then booked as a whole.
//!
//! Preview and booking use the same matching; booking matches again inside its transaction, so
//! that what others booked in between is seen. The same list twice adds nothing.

mod reading;

use std::collections::BTreeMap;

pub(super) use self::reading::read;
pub use self::reading::{cash_news, cash_unclear};

use super::{Failure, Stamp, book_all, everything};
use crate::domain::body::{
    ClaimRepaid, HeldPaid, LineAmount, OpenRow, PaymentConfirmed, PaymentReconciled,
    PaymentReturned,
};
use crate::domain::case::left;
use crate::domain::cash::{CashLine, Facts, Finding, ListRead, Matched, TemplateRow};
use crate::domain::date::{LAST_DAY, berlin_day};
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, Day, Event, FileNumber, FiscalYear, Kind, PersonNo, Seq, Uid};
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

/// Which list is booked.
#[derive(Clone, Copy, Debug)]
pub struct ListName<'a> {
    /// Its name, the voucher of what is reconciled.
    pub name: &'a str,
    /// Rows of it that could not be read: they stay open as well.
    pub unread: &'a [OpenRow],
    /// The reading that left the lines open, where they are the rest of a list read before.
    pub of: Option<&'a ListRead>,
}

impl<'a> From<&'a str> for ListName<'a> {
    fn from(name: &'a str) -> Self {
        Self { name, unread: &[], of: None }
    }
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
pub fn cash_book<'a>(
    ledger: &mut Ledger,
    lines: &[CashLine],
    list: impl Into<ListName<'a>>,
    person: PersonNo,
    stamp: &Stamp,
) -> Result<Reconciled, Failure> {
    let done = book_list(ledger, (lines, None), list.into(), person, stamp)?;
    Ok(done.unwrap_or_else(|| Reconciled { lines: Vec::new(), booked: Vec::new() }))
}

/// As [`cash_book`], but only if each line is still what it was when somebody looked at it; `None`
/// when one is something else by now, and nothing is booked.
///
/// # Errors
/// As [`cash_book`].
pub fn cash_book_as_shown(
    ledger: &mut Ledger,
    (lines, shown): (&[CashLine], &[Finding]),
    list: ListName<'_>,
    person: PersonNo,
    stamp: &Stamp,
) -> Result<Option<Reconciled>, Failure> {
    book_list(ledger, (lines, Some(shown)), list, person, stamp)
}

fn book_list(
    ledger: &mut Ledger,
    (lines, shown): (&[CashLine], Option<&[Finding]>),
    list: ListName<'_>,
    person: PersonNo,
    stamp: &Stamp,
) -> Result<Option<Reconciled>, Failure> {
    ledger.write(|tx| {
        let times = everything(tx);
        let found = matched(tx, times, lines, (Some(person), stamp.now))?;
        if shown.is_some_and(|shown| !found.iter().map(|one| one.finding).eq(shown.iter().copied()))
        {
            return Ok(None);
        }
        let reading = reading::draft(tx, (&found, list), (person, berlin_day(stamp.now)))?;
        let mut desk = Desk { tx, list: list.name, person, paid: BTreeMap::new() };
        let mut drafts: Vec<Draft> = Vec::new();
        let mut of_line: Vec<usize> = Vec::new();
        // What comes back follows the payment that another line of the list confirms.
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|at| matches!(found[*at].finding, Finding::ReturnConfirmed(_)));
        for index in order.into_iter().filter(|at| found[*at].finding.books()) {
            drafts.extend(desk.drafts(&found[index])?);
            of_line.resize(drafts.len(), index);
        }
        drafts.extend(reading);
        let booked = book_all(tx, &drafts, stamp).map_err(|failure| match failure {
            Failure::Refused { index, refusal } => {
                // What is no line's own is beyond the last one.
                Failure::Refused {
                    index: of_line.get(index).copied().unwrap_or(lines.len()),
                    refusal,
                }
            }
            other @ Failure::Store(_) => other,
        })?;
        Ok(Some(Reconciled { lines: found, booked }))
    })
}

/// What the cash office has to confirm, as it would list it: what is paid and what came back, and
/// at the end the orders that wait, without voucher and day.
///
/// # Errors
/// When the file cannot be read.
pub fn cash_template(
    ledger: &Ledger,
    year: Option<FiscalYear>,
) -> Result<Vec<TemplateRow>, StoreError> {
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let events = query::events_of_kinds(ledger, times, Facts::KINDS)?;
    let left = left(&events);
    let mut rows: Vec<TemplateRow> = Vec::new();
    for event in &events {
        let Some(line) = event.body.line() else { continue };
        let (waits, back) = match event.kind() {
            Kind::PaymentOrdered | Kind::HeldOrdered => (true, false),
            Kind::PaymentConfirmed | Kind::HeldPaid => (false, false),
            Kind::PaymentReturned | Kind::ClaimRepaid | Kind::UnusedReturned => (false, true),
            _ => continue,
        };
        let open = left.get(&event.seq).copied().unwrap_or_default();
        let set_off = matches!(&event.body, Body::ClaimRepaid(it) if it.set_off.is_some());
        if year.is_some_and(|year| year != line.fiscal_year)
            || set_off
            || (waits && !open.is_positive())
        {
            continue;
        }
        let amount = if waits { open } else { line.amount_cents };
        rows.push(TemplateRow {
            voucher: if waits { String::new() } else { event.voucher.clone() },
            title: line.title.to_string(),
            year: line.fiscal_year,
            day: (!waits).then_some(event.effective_on),
            amount: if back { -amount } else { amount },
            text: line.grant.to_string(),
        });
    }
    // Orders that wait have no day: they stand at the end.
    rows.sort_by_key(|row| (row.day.is_none(), row.day));
    Ok(rows)
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
    /// Identity of the payments that the list confirms, by their orders.
    paid: BTreeMap<Seq, Uid>,
}

impl Desk<'_, '_> {
    fn drafts(&mut self, found: &Matched) -> Result<Vec<Draft>, StoreError> {
        let (Finding::Reconcile(seq)
        | Finding::Confirm(seq)
        | Finding::Return(seq)
        | Finding::ReturnConfirmed(seq)
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
                self.paid.insert(seq, paid.uid);
                vec![paid, seen]
            }
            Finding::Return(_) | Finding::ReturnConfirmed(_) => {
                // The payment is booked just before, from another line.
                let reference = match found.finding {
                    Finding::ReturnConfirmed(order) => match self.paid.get(&order) {
                        Some(paid) => Reference::Uid(*paid),
                        None => return Ok(Vec::new()),
                    },
                    _ => reference,
                };
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
        // The day of the line, so that a list gives the same marks however it is split.
        let day = cash.day.max(payment.effective_on);
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
