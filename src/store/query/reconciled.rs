//! How far the payments are compared with the cash office.

use rusqlite::params;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{CashState, Times};
use super::read;
use crate::domain::cash::Readings;
use crate::domain::{Day, Kind};

/// The day until which every payment is reconciled with the cash office (*mit Kasse abgeglichen
/// bis*): the day before the first that is not, at most the last day of a mark;
/// `None` when none is reconciled, or already the first is not. One that came back in full waits
/// for nothing, here as in the work list.
///
/// # Errors
/// When the file cannot be read.
pub fn reconciled_until(from: &impl Readable, times: Times) -> Result<Option<Day>, StoreError> {
    const LIVE: &str = "NOT EXISTS (SELECT 1 FROM event AS gone WHERE gone.ref = {}.seq \
         AND +gone.kind = 'reversed' AND gone.seq <= ?2)";
    const AMOUNT: &str = "json_extract(CAST({}.body AS TEXT), '$.line.amount_cents')";
    let (live_paid, live_seen) = (LIVE.replace("{}", "paid"), LIVE.replace("{}", "seen"));
    let seen = format!(
        "seen.kind = 'payment_reconciled' AND seen.effective_on <= ?1 AND seen.seq <= ?2 \
             AND {live_seen}"
    );
    let back = format!(
        "SELECT 1 FROM event AS back WHERE back.ref = paid.seq AND +back.kind = 'payment_returned' \
             AND back.effective_on <= ?1 AND back.seq <= ?2 AND {} GROUP BY back.ref \
             HAVING sum({}) = {}",
        LIVE.replace("{}", "back"),
        AMOUNT.replace("{}", "back"),
        AMOUNT.replace("{}", "paid"),
    );
    let sql = format!(
        "SELECT (SELECT min(paid.effective_on) FROM event AS paid \
             WHERE paid.kind IN ('payment_confirmed', 'held_paid') AND paid.effective_on <= ?1 \
                 AND paid.seq <= ?2 AND {live_paid} AND NOT EXISTS ({back}) \
                 AND NOT EXISTS (SELECT 1 FROM event AS seen WHERE seen.ref = paid.seq \
                     AND +{seen})), \
             (SELECT max(seen.effective_on) FROM event AS seen WHERE {seen}), \
             (SELECT min(paid.effective_on) FROM event AS seen \
                 JOIN event AS paid ON paid.seq = seen.ref WHERE {seen})"
    );
    let found: (Option<String>, Option<String>, Option<String>) = read(from, |conn| {
        conn.prepare_cached(&sql)?.query_row(params![times.as_of.to_string(), times.known], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
    })?;
    let day = |text: Option<String>| text.and_then(|text| text.parse::<Day>().ok());
    let (open, last, first) = (day(found.0), day(found.1), day(found.2));
    let Some(last) = last else { return Ok(None) };
    let Some(before) = open.map(|open| open.pred_opt().unwrap_or(open)) else {
        return Ok(Some(last));
    };
    Ok(first.filter(|first| *first <= before).map(|_| last.min(before)))
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
