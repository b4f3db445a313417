//! Verification: named checks that only look. Silence means good.

use rusqlite::Connection;

use super::chain::{self, GENESIS};
use super::error::Finding;
use super::view::Head;
use super::{codec, connect};
use crate::domain::Stage;

/// How many findings of one check are told; the first one matters.
const MOST: usize = 20;

/// Verifies the entries after `from`: numbers, times, both chains (I1, I2, I17).
///
/// Returns the last good head and what was found.
pub fn tail(conn: &Connection, from: Head) -> rusqlite::Result<(Head, Vec<Finding>)> {
    let mut head = from;
    let mut findings = Vec::new();
    if let Some(gone) = anchor(conn, from)? {
        return Ok((head, vec![gone]));
    }
    let mut heads = RecipientHeads::load(conn, from)?;
    let sql = format!(
        "SELECT {}, hash, recipient_hash FROM event WHERE seq > ?1 ORDER BY seq",
        codec::COLUMNS
    );
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([from.seq])?;
    while let Some(row) = rows.next()? {
        let record = match codec::record(row) {
            Ok(record) => record,
            Err(error) => {
                let detail = error.to_string();
                findings.push(Finding::Body { seq: row.get(0)?, detail });
                break;
            }
        };
        let (hash, recipient_hash): ([u8; 32], [u8; 32]) = (row.get(12)?, row.get(13)?);
        if record.seq != head.seq + 1 {
            findings.push(Finding::Gap { seq: record.seq });
        }
        if record.recorded_at <= head.recorded_at {
            findings.push(Finding::Time { seq: record.seq });
        }
        let leaf = record.leaf();
        if chain::link(&head.hash, &leaf) != hash {
            findings.push(Finding::Chain { seq: record.seq });
        }
        if !heads.follows(&record, &leaf, recipient_hash) {
            let recipient = record.recipient.clone();
            findings.push(Finding::RecipientChain { seq: record.seq, recipient });
        }
        head = Head { seq: record.seq, hash, recorded_at: record.recorded_at };
        if findings.len() >= MOST {
            break;
        }
    }
    Ok((head, findings))
}

/// The entry seen earlier, by this process or on paper, must still be there, unchanged (I22).
pub fn anchor(conn: &Connection, seen: Head) -> rusqlite::Result<Option<Finding>> {
    if seen.seq == 0 {
        return Ok(None);
    }
    let same: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM event WHERE seq = ?1 AND hash = ?2)",
        rusqlite::params![seen.seq, seen.hash.as_slice()],
        |row| row.get(0),
    )?;
    Ok((!same).then_some(Finding::Anchor { seq: seen.seq }))
}

struct RecipientHeads(std::collections::HashMap<String, (u64, [u8; 32])>);

impl RecipientHeads {
    fn load(conn: &Connection, from: Head) -> rusqlite::Result<Self> {
        let mut heads = std::collections::HashMap::new();
        if from.seq > 0 {
            let mut statement = conn.prepare(
                "SELECT recipient, recipient_seq, recipient_hash FROM event AS last \
                 WHERE seq <= ?1 AND recipient_seq = (SELECT max(recipient_seq) FROM event \
                     WHERE recipient = last.recipient AND seq <= ?1)",
            )?;
            let mut rows = statement.query([from.seq])?;
            while let Some(row) = rows.next()? {
                heads.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
            }
        }
        Ok(Self(heads))
    }

    fn follows(&mut self, record: &chain::Record, leaf: &[u8; 32], hash: [u8; 32]) -> bool {
        let (number, previous) = self.0.get(&record.recipient).copied().unwrap_or((0, GENESIS));
        self.0.insert(record.recipient.clone(), (record.recipient_seq, hash));
        record.recipient_seq == number + 1 && chain::recipient_link(&previous, leaf) == hash
    }
}

/// Checks what stands beside the journal: schema, balances, identities, names (I5 to I7, I19,
/// I25).
pub fn standing(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for check in [schema, postings_balance, balances, identities, names] {
        findings.extend(check(conn)?);
    }
    Ok(findings)
}

fn schema(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let foreign = connect::foreign_definitions(conn)?;
    if foreign.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![Finding::Schema { detail: foreign.join(", ") }])
}

fn postings_balance(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    collect(
        conn,
        "SELECT event FROM posting GROUP BY event HAVING sum(amount) <> 0 OR count(*) < 2 \
         UNION SELECT event FROM posting WHERE event NOT IN (SELECT seq FROM event) \
         UNION SELECT posting.event FROM posting JOIN event ON event.seq = posting.event \
             WHERE posting.effective_on <> event.effective_on ORDER BY 1",
        |row| Ok(Finding::Postings { seq: row.get(0)? }),
    )
}

fn balances(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    collect(
        conn,
        "SELECT stage || ' ' || title || ' ' || fiscal_year || ' ' || grant_no FROM account \
         LEFT JOIN balance ON balance.account = account.id \
         LEFT JOIN (SELECT account, sum(amount) AS amount FROM posting GROUP BY account) AS posted \
             ON posted.account = account.id \
         WHERE balance.amount IS NULL OR balance.amount <> coalesce(posted.amount, 0)",
        |row| Ok(Finding::Balance { account: row.get(0)? }),
    )
}

fn identities(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    collect(
        conn,
        "SELECT title || ' ' || fiscal_year FROM account \
         JOIN balance ON balance.account = account.id WHERE due_year = 0 \
         GROUP BY title, fiscal_year HAVING sum(balance.amount) <> 0",
        |row| Ok(Finding::Identity { account: row.get(0)? }),
    )
}

fn names(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let mut statement = conn.prepare(
        "SELECT person_name.person, name, salt, ( \
             SELECT coalesce(body ->> '$.person.name_hash', '') FROM event \
             WHERE kind IN ('programme_founded', 'person_enrolled') \
                 AND body ->> '$.person.person' = person_name.person ORDER BY seq DESC LIMIT 1) \
         FROM person_name",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (person, name, salt): (u32, String, [u8; 16]) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let stored: Option<String> = row.get(3)?;
        if stored.as_deref() != Some(chain::name_hash(&salt, &name).as_str()) {
            findings.push(Finding::Name { person });
        }
    }
    Ok(findings)
}

/// Checks all that replay can tell: SQLite's own check, every body, every projection, and that
/// no place was below zero on any day.
pub fn deep(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut findings = collect(conn, "PRAGMA integrity_check(20)", |row| {
        Ok(Finding::Integrity { detail: row.get(0)? })
    })?;
    findings.retain(|found| *found != Finding::Integrity { detail: "ok".into() });
    findings.extend(super::replay::compare(conn)?);
    findings.extend(overdrafts(conn)?);
    Ok(findings)
}

fn overdrafts(conn: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let places: Vec<String> = Stage::ALL
        .iter()
        .filter(|stage| {
            **stage != Stage::Available && stage.class() != crate::domain::stage::StageClass::Source
        })
        .map(|stage| format!("'{}'", stage.as_str()))
        .collect();
    let sql = format!(
        "SELECT account, min(day) FROM (SELECT stage || ' ' || title || ' ' || fiscal_year || ' ' \
         || grant_no AS account, posting.effective_on AS day, sum(sum(posting.amount)) OVER ( \
             PARTITION BY account.id ORDER BY posting.effective_on) AS running \
         FROM posting JOIN account ON account.id = posting.account WHERE stage IN ({}) \
         GROUP BY account.id, posting.effective_on) WHERE running < 0 GROUP BY account",
        places.join(", ")
    );
    collect(conn, &sql, |row| Ok(Finding::Overdraft { account: row.get(0)?, day: row.get(1)? }))
}

fn collect(
    conn: &Connection,
    sql: &str,
    finding: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<Finding>,
) -> rusqlite::Result<Vec<Finding>> {
    let mut statement = conn.prepare(sql)?;
    statement.query_map([], |row| finding(row))?.take(MOST).collect()
}
