//! Commitment authority at a pair of times.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{AuthorityRow, Times};
use super::read;
use crate::domain::{FiscalYear, Kind, Money, Stage, TitleKey};

/// Commitment authority by due year, budget year and title; what is used of it is the
/// *Vorbindung* of the due year, and stands inside what is committed there already.
///
/// # Errors
/// When the file cannot be read.
pub fn authority(from: &impl Readable, times: Times) -> Result<Vec<AuthorityRow>, StoreError> {
    read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT due_year, fiscal_year, title, stage, sum(posting.amount) FROM account \
             JOIN posting ON posting.account = account.id \
             WHERE stage IN ('ve_voted', 've_free', 've_used', 've_blocked', 've_lapsed') \
                 AND due_year <> 0 AND effective_on <= ?1 AND event <= ?2 GROUP BY 1, 2, 3, 4",
        )?;
        let mut rows = statement.query(params![times.as_of.to_string(), times.known])?;
        let mut found: BTreeMap<Line, AuthorityRow> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (due, budget, title): (i32, i32, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (stage, amount) = (row.get::<_, String>(3)?, Money::from_cents(row.get(4)?));
            let entry = found.entry((due, budget, title.clone())).or_insert_with(|| AuthorityRow {
                title: TitleKey::new(title),
                budget_year: FiscalYear(budget),
                due_year: FiscalYear(due),
                voted: Money::ZERO,
                free: Money::ZERO,
                used: Money::ZERO,
                blocked: Money::ZERO,
                lapsed: Money::ZERO,
                freed: Money::ZERO,
            });
            match Stage::from_name(&stage) {
                Some(Stage::VeVoted) => entry.voted = -amount,
                Some(Stage::VeFree) => entry.free = amount,
                Some(Stage::VeUsed) => entry.used = amount,
                Some(Stage::VeBlocked) => entry.blocked = amount,
                Some(Stage::VeLapsed) => entry.lapsed = amount,
                _ => {}
            }
        }
        for (line, amount) in freed(conn, times)? {
            if let Some(entry) = found.get_mut(&line) {
                entry.freed = amount;
            }
        }
        Ok(found.into_values().collect())
    })
}

/// Due year, budget year and title.
type Line = (i32, i32, String);

/// What lapsed because a grant gave it up after its year: all that is not booked as lapse. A
/// correction belongs to what it corrects.
fn freed(conn: &Connection, times: Times) -> rusqlite::Result<Vec<(Line, Money)>> {
    let mut statement = conn.prepare_cached(
        "SELECT account.due_year, account.fiscal_year, account.title, sum(posting.amount) \
         FROM account CROSS JOIN posting ON posting.account = account.id \
         CROSS JOIN event ON event.seq = posting.event \
         LEFT JOIN event AS original ON event.kind = 'reversed' AND original.seq = event.ref \
         WHERE account.stage = 've_lapsed' AND coalesce(original.kind, event.kind) <> ?1 \
             AND posting.effective_on <= ?2 AND posting.event <= ?3 GROUP BY 1, 2, 3",
    )?;
    let booked = Kind::AuthorityLapsed.as_str();
    let bounds = params![booked, times.as_of.to_string(), times.known];
    let line = |row: &Row<'_>| -> rusqlite::Result<(Line, Money)> {
        Ok(((row.get(0)?, row.get(1)?, row.get(2)?), Money::from_cents(row.get(3)?)))
    };
    statement.query_map(bounds, line)?.collect()
}
