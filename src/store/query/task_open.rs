//! Which cases may have something open, without going through all of them each time.

use std::collections::BTreeSet;

use rusqlite::params;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::Times;
use super::read;
use super::total::is_latest;
use crate::domain::{FileNumber, FiscalYear, Seq};

/// The cases of one ledger of which something may be open, remembered from one look at the work
/// list to the next.
///
/// Whether a case is among them follows from its own entries, the day, and the first year with
/// open books. So on the same day only cases with new entries can join them.
#[derive(Debug, Default)]
pub struct OpenCases {
    looked_at: Option<Times>,
    open_since: String,
    numbers: BTreeSet<FileNumber>,
}

impl OpenCases {
    /// What may be open at these times, when the books of those years are closed.
    pub(super) fn follow(
        &mut self,
        from: &impl Readable,
        times: Times,
        closed: &BTreeSet<FiscalYear>,
    ) -> Result<&BTreeSet<FileNumber>, StoreError> {
        let open_since = first_open_day(from, closed)?;
        let last = self.looked_at.filter(|last| {
            last.as_of == times.as_of && last.known <= times.known && self.open_since <= open_since
        });
        match last {
            Some(last) => self.numbers.extend(touched(from, last.known, times.known)?),
            None => self.numbers = candidates(from, times, &open_since)?,
        }
        self.looked_at = Some(times);
        self.open_since = open_since;
        Ok(&self.numbers)
    }
}

/// Cases that entries after `after` and until `known` concern.
fn touched(from: &impl Readable, after: Seq, known: Seq) -> Result<Vec<FileNumber>, StoreError> {
    read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT DISTINCT grant_no FROM event_grant WHERE seq > ?1 AND seq <= ?2",
        )?;
        let rows = statement
            .query_map([after, known], |row| row.get::<_, String>(0).map(FileNumber::new))?;
        rows.collect()
    })
}

/// The cases of which something may be open; most of them have, none that has is missing.
fn candidates(
    from: &impl Readable,
    times: Times,
    open_since: &str,
) -> Result<BTreeSet<FileNumber>, StoreError> {
    read(from, |conn| {
        // As nothing came later, the balances say what stands open.
        let open = if is_latest(conn, times)? { OPEN_NOW } else { OPEN_THEN };
        let followed = CANDIDATES.replace("{reversed}", REVERSED);
        let mut statement = conn.prepare_cached(&[open, &followed].join(" "))?;
        let day = times.as_of.to_string();
        let found = statement.query_map(params![day, times.known, open_since], |row| {
            row.get::<_, String>(0).map(FileNumber::new)
        })?;
        found.collect()
    })
}

/// First day of the first year that has payments and whose books are open.
fn first_open_day(
    from: &impl Readable,
    closed: &BTreeSet<FiscalYear>,
) -> Result<String, StoreError> {
    let years: Vec<i32> = read(from, |conn| {
        let mut statement =
            conn.prepare_cached("SELECT DISTINCT fiscal_year FROM account WHERE stage = 'paid'")?;
        statement.query_map([], |row| row.get(0))?.collect()
    })?;
    let open = years.into_iter().filter(|year| !closed.contains(&FiscalYear(*year)));
    Ok(format!("{:04}-01-01", open.min().unwrap_or(9999)))
}

/// Cases in which money is on its way, by the balances.
const OPEN_NOW: &str = "\
    SELECT grant_no FROM account JOIN balance ON balance.account = account.id \
    WHERE stage IN ('requested', 'ordered', 'held', 'reclaimed', 'revenue_due') \
        AND balance.amount > 0";

/// Cases in which money is on its way, by the postings until then.
const OPEN_THEN: &str = "\
    SELECT grant_no FROM account \
    WHERE stage IN ('requested', 'ordered', 'held', 'reclaimed', 'revenue_due') AND ( \
        SELECT coalesce(sum(amount), 0) FROM posting WHERE posting.account = account.id \
            AND effective_on <= ?1 AND event <= ?2) > 0";

/// Entries that were taken back: a few, looked up once.
const REVERSED: &str = "\
    (SELECT ref FROM event WHERE kind = 'reversed' AND ref IS NOT NULL AND seq <= ?2)";

/// What nothing has followed yet, and proofs of cases that are not closed; `{reversed}` stands for
/// [`REVERSED`]. What has followed is told by the index of the kinds: followers are not read one by
/// one.
const CANDIDATES: &str = "\
    UNION \
    SELECT grant_no FROM event AS opened JOIN event_grant ON event_grant.seq = opened.seq \
    WHERE opened.kind = 'application_received' \
        AND opened.effective_on <= ?1 AND opened.seq <= ?2 \
        AND opened.seq NOT IN (SELECT ref FROM event WHERE kind IN \
                ('grant_issued', 'application_rejected', 'application_withdrawn') \
            AND ref IS NOT NULL AND seq <= ?2 AND seq NOT IN {reversed}) \
    UNION \
    SELECT grant_no FROM event AS opened JOIN event_grant ON event_grant.seq = opened.seq \
    WHERE opened.kind = 'grant_issued' AND opened.effective_on <= ?1 AND opened.seq <= ?2 \
        AND opened.seq NOT IN (SELECT ref FROM event WHERE kind = 'notice_announced' \
            AND ref IS NOT NULL AND seq <= ?2 AND seq NOT IN {reversed}) \
    UNION \
    SELECT grant_no FROM event AS opened JOIN event_grant ON event_grant.seq = opened.seq \
    WHERE opened.kind IN ('payment_confirmed', 'held_paid') \
        AND opened.effective_on <= ?1 AND opened.seq <= ?2 \
        AND (opened.effective_on >= ?3 OR opened.kind = 'held_paid') \
        AND NOT EXISTS (SELECT 1 FROM event AS next WHERE next.ref = opened.seq \
            AND next.seq <= ?2 AND +next.kind = 'payment_reconciled' \
            AND next.seq NOT IN {reversed}) \
    UNION \
    SELECT grant_no FROM event AS opened JOIN event_grant ON event_grant.seq = opened.seq \
    WHERE opened.kind = 'proof_received' AND opened.effective_on <= ?1 AND opened.seq <= ?2 \
        AND grant_no NOT IN (SELECT grant_no FROM event AS ended \
            JOIN event_grant ON event_grant.seq = ended.seq \
            WHERE ended.kind = 'case_closed' AND ended.seq <= ?2 \
                AND ended.seq NOT IN {reversed})";
