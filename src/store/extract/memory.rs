//! The entries of an extract in memory, laid out as those of a ledger are in its file: the same
//! projection, so that the same queries and papers work.

use rusqlite::Connection;

use super::super::codec;
use super::super::connect;
use super::super::error::Finding;
use super::super::project;
use super::steps::Steps;

/// The tables of a ledger with what is in an extract, and what was found: `findings` are those of
/// its chains. Of an extract that is not good only the founding is laid out, which says of what.
pub(super) fn laid_out(
    from: &Connection,
    mut findings: Vec<Finding>,
    steps: &mut Steps<'_>,
) -> rusqlite::Result<(Connection, Vec<Finding>)> {
    let until = if findings.is_empty() { i64::MAX } else { 1 };
    let mut to = connect::tables_in_memory()?;
    if let Some(found) = filled(from, &to, until, steps)? {
        to = connect::tables_in_memory()?;
        filled(from, &to, 1, steps)?;
        findings.push(found);
    }
    connect::read_only(&to)?;
    Ok((to, findings))
}

/// Writes the entries up to that number; the first that does not fit ends it.
fn filled(
    from: &Connection,
    to: &Connection,
    until: i64,
    steps: &mut Steps<'_>,
) -> rusqlite::Result<Option<Finding>> {
    to.execute_batch("BEGIN")?;
    let sql = format!(
        "SELECT {}, hash, recipient_hash FROM event WHERE seq <= ?1 ORDER BY seq",
        codec::COLUMNS
    );
    let mut statement = from.prepare(&sql)?;
    let mut rows = statement.query([until])?;
    while let Some(row) = rows.next()? {
        steps.one()?;
        let record = codec::record(row)?;
        let event = match codec::event(&record.fields()) {
            Ok(event) => event,
            Err(finding) => return Ok(Some(finding)),
        };
        if codec::record_of(&event) != record {
            let detail = "does not re-encode to the same bytes".to_owned();
            return Ok(Some(Finding::Body { seq: record.seq, detail }));
        }
        let written = project::project(to, &event)
            .and_then(|()| project::seal(to, &record, &row.get(12)?, &row.get(13)?));
        if let Err(error) = written {
            let detail = format!("entry {}: {error}", record.seq);
            return Ok(Some(Finding::Replay { table: "event".into(), detail }));
        }
    }
    // What stands in accounts of the programme follows from the entries of all: an extract knows
    // only its recipient's part of it, and shows none.
    to.execute_batch(
        "DELETE FROM posting WHERE account IN (SELECT id FROM account WHERE recipient = ''); \
         DELETE FROM account WHERE recipient = ''; \
         INSERT INTO balance (account, amount, seq) \
             SELECT account, sum(amount), max(event) FROM posting GROUP BY account; \
         INSERT INTO total SELECT title, recipient, fiscal_year, stage, sum(amount), max(seq) \
             FROM total_moved GROUP BY title, recipient, fiscal_year, stage; \
         COMMIT",
    )?;
    Ok(None)
}
