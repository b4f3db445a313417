//! How far the payments are compared with the cash office.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{CashState, Times};
use super::read;
use super::recipient::of_kind;
use super::total::known;
use crate::domain::cash::Readings;
use crate::domain::{Day, Kind, Money, RecipientKey, Seq};

/// The day until which every payment is reconciled with the cash office (*mit Kasse abgeglichen
/// bis*): the day before the first that is not, at most the last day of a mark;
/// `None` when none is reconciled, or already the first is not. One that came back in full waits
/// for nothing, here as in the work list.
///
/// # Errors
/// When the file cannot be read.
pub fn reconciled_until(from: &impl Readable, times: Times) -> Result<Option<Day>, StoreError> {
    Ok(read(from, |conn| Marks::read(conn, times))?.until())
}

/// The same of the payments to one recipient, which its extract holds as the ledger does.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn reconciled_with(
    from: &impl Readable,
    times: Times,
    key: &RecipientKey,
) -> Result<Option<Day>, StoreError> {
    let of = |kind| of_kind(from, times, key, kind);
    let mut marks = Marks::default();
    let mut left: HashMap<Seq, Money> = HashMap::new();
    for kind in [Kind::PaymentConfirmed, Kind::HeldPaid] {
        for event in of(kind)? {
            marks.paid.insert(event.seq, event.effective_on.to_string());
            left.insert(event.seq, event.body.amount().unwrap_or_default());
        }
    }
    for event in of(Kind::PaymentReconciled)? {
        let day = event.effective_on.to_string();
        marks.seen.extend(event.reference.map(|payment| (payment, day)));
    }
    for event in of(Kind::PaymentReturned)? {
        let Some(payment) = event.reference else { continue };
        if let Some(amount) = left.get_mut(&payment) {
            *amount -= event.body.amount().unwrap_or_default();
        }
    }
    let back = left.into_iter().filter(|(_, amount)| amount.is_zero()).map(|(seq, _)| seq);
    marks.back = back.collect();
    Ok(marks.until())
}

/// Payments and what the cash office said of them, by the number of the payment. Read kind by kind
/// and put together here: to ask for each payment what refers to it takes many times as long.
#[derive(Default)]
struct Marks {
    /// The day of the cash office.
    paid: HashMap<Seq, String>,
    /// The day of the mark.
    seen: HashMap<Seq, String>,
    /// Those that came back in full.
    back: HashSet<Seq>,
}

impl Marks {
    fn read(conn: &Connection, times: Times) -> rusqlite::Result<Self> {
        const PAID: &str = "kind IN ('payment_confirmed', 'held_paid')";
        let mut statement = conn.prepare_cached(
            "SELECT ref FROM event WHERE kind = 'reversed' AND seq <= ?1 AND ref IS NOT NULL",
        )?;
        let reversed: HashSet<Seq> =
            statement.query_map([known(times)], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let days = |key: &str, condition: &str| -> rusqlite::Result<HashMap<Seq, String>> {
            let mut statement = conn.prepare_cached(&format!(
                "SELECT seq, {key}, effective_on FROM event \
                 WHERE {condition} AND effective_on <= ?1 AND seq <= ?2"
            ))?;
            let mut rows = statement.query(params![times.as_of.to_string(), known(times)])?;
            let mut days = HashMap::new();
            while let Some(row) = rows.next()? {
                if !reversed.contains(&row.get(0)?) {
                    days.insert(row.get(1)?, row.get(2)?);
                }
            }
            Ok(days)
        };
        let (paid, seen) = (days("seq", PAID)?, days("ref", "kind = 'payment_reconciled'")?);
        let mut returned: HashMap<Seq, i64> = HashMap::new();
        let mut statement = conn.prepare_cached(
            "SELECT back.seq, paid.seq, \
                 json_extract(CAST(back.body AS TEXT), '$.line.amount_cents'), \
                 json_extract(CAST(paid.body AS TEXT), '$.line.amount_cents') \
             FROM event AS back JOIN event AS paid ON paid.seq = back.ref \
             WHERE back.kind = 'payment_returned' AND back.effective_on <= ?1 AND back.seq <= ?2",
        )?;
        let mut rows = statement.query(params![times.as_of.to_string(), known(times)])?;
        while let Some(row) = rows.next()? {
            if !reversed.contains(&row.get(0)?) {
                let (back, paid): (i64, i64) = (row.get(2)?, row.get(3)?);
                *returned.entry(row.get(1)?).or_insert(paid) -= back;
            }
        }
        let back = returned.into_iter().filter(|(_, left)| *left == 0).map(|(seq, _)| seq);
        Ok(Self { paid, seen, back: back.collect() })
    }

    fn until(&self) -> Option<Day> {
        let day = |text: &String| text.parse::<Day>().ok();
        let last = day(self.seen.values().max()?)?;
        let first = day(self.seen.keys().filter_map(|seq| self.paid.get(seq)).min()?)?;
        let open = self.paid.iter().filter(|(seq, _)| !self.is_settled(**seq));
        let open = open.map(|(_, paid)| paid).min();
        let Some(before) = open.and_then(|open| day(open)?.pred_opt()) else {
            return Some(last);
        };
        (first <= before).then(|| last.min(before))
    }

    /// True for a payment that waits for nothing.
    fn is_settled(&self, payment: Seq) -> bool {
        self.seen.contains_key(&payment) || self.back.contains(&payment)
    }
}

/// How far the payments are compared with the cash office, what its lists left open, and which time
/// none of them covers.
///
/// # Errors
/// When the file cannot be read.
pub fn cash_state(from: &impl Readable, times: Times) -> Result<CashState, StoreError> {
    let read = super::events_of_kinds(from, times, &[Kind::CashListRead])?;
    let lists = Readings::of(&read).until(times.as_of);
    Ok(CashState {
        until: reconciled_until(from, times)?,
        open: lists.open(),
        open_from: lists.open_from(),
        gaps: lists.gaps(),
        rows: lists.rows(),
    })
}
