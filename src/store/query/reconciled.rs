//! How far the payments are compared with the cash office.

use rusqlite::params;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{CashState, Times};
use super::read;
use crate::domain::body::{ListSeen, PaymentReconciled};
use crate::domain::calendar::working_days_apart;
use crate::domain::{Body, Day, Seq};

/// The day until which every payment is reconciled with the cash office (*mit Kasse abgeglichen
/// bis*): the day before the first that is not, at most the last that a list was booked for;
/// `None` when none is reconciled, or already the first is not.
///
/// # Errors
/// When the file cannot be read.
pub fn reconciled_until(from: &impl Readable, times: Times) -> Result<Option<Day>, StoreError> {
    const LIVE: &str = "NOT EXISTS (SELECT 1 FROM event AS back WHERE back.ref = {}.seq \
         AND +back.kind = 'reversed' AND back.seq <= ?2)";
    let (live_paid, live_seen) = (LIVE.replace("{}", "paid"), LIVE.replace("{}", "seen"));
    let seen = format!(
        "seen.kind = 'payment_reconciled' AND seen.effective_on <= ?1 AND seen.seq <= ?2 \
             AND {live_seen}"
    );
    let sql = format!(
        "SELECT (SELECT min(paid.effective_on) FROM event AS paid \
             WHERE paid.kind IN ('payment_confirmed', 'held_paid') AND paid.effective_on <= ?1 \
                 AND paid.seq <= ?2 AND {live_paid} \
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
/// none of them covers. Of a list that was read several times the last reading counts.
///
/// # Errors
/// When the file cannot be read.
pub fn cash_state(from: &impl Readable, times: Times) -> Result<CashState, StoreError> {
    const SQL: &str = "SELECT max(seen.seq), seen.voucher FROM event AS seen \
         WHERE seen.kind = 'payment_reconciled' AND seen.effective_on <= ?1 AND seen.seq <= ?2 \
             AND json_extract(CAST(seen.body AS TEXT), '$.list') IS NOT NULL \
             AND NOT EXISTS (SELECT 1 FROM event AS back WHERE back.ref = seen.seq \
                 AND +back.kind = 'reversed' AND back.seq <= ?2) \
         GROUP BY seen.voucher, json_extract(CAST(seen.body AS TEXT), '$.list') \
         ORDER BY 1 DESC";
    let last: Vec<(Seq, String)> = read(from, |conn| {
        let mut query = conn.prepare_cached(SQL)?;
        let rows = query.query_map(params![times.as_of.to_string(), times.known], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        rows.collect()
    })?;
    let mut named: Vec<(String, ListSeen)> = Vec::new();
    for (seq, name) in last {
        if let Some(event) = super::event(from, seq)?
            && let Body::PaymentReconciled(PaymentReconciled { list: Some(list), .. }) = event.body
            && !named.iter().any(|(other, later)| *other == name && list.is_same_list(later))
        {
            named.push((name, list));
        }
    }
    let mut lists: Vec<ListSeen> = named.into_iter().map(|(_, list)| list).collect();
    lists.sort_by_key(|list| (list.first, list.last));
    let mut gaps = Vec::new();
    let mut covered: Option<Day> = None;
    for list in &lists {
        if let Some(until) = covered.filter(|until| working_days_apart(*until, list.first) > 1) {
            let beside = until.succ_opt().zip(list.first.pred_opt());
            gaps.extend(beside.filter(|(_, last)| *last > until));
        }
        covered = covered.max(Some(list.last));
    }
    Ok(CashState {
        until: reconciled_until(from, times)?,
        open: lists.iter().fold(0_u32, |sum, list| sum.saturating_add(list.open)),
        open_from: lists.iter().filter_map(|list| list.open_from).min(),
        gaps,
    })
}
