//! The invariants of docs/architecture.md, each by one named check of the file itself.
//!
//! [`TABLE`] lists them. A check reads the database with its own statements, or asks the queries;
//! what the list of the reference says stands beside it. `broken` shows for each that it notices.

use std::collections::BTreeMap;
use std::path::Path;

use foerderbuch::domain::event::Draft;
use foerderbuch::domain::{Body, Kind};
use foerderbuch::ops::{self, Failure, Stamp};

use foerderbuch::store::{Access, Ledger, query};
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use super::command;
use super::facts::{Cents, Fact, Facts, Read as _, berlin};
use super::kinds;
use super::moves::{self, Place};
use eyes::eyes;
use replay::{again, masters, thrice};

mod eyes;
mod replay;

/// A ledger as a file, and the list of what was booked into it.
pub struct Case<'a> {
    pub conn: Connection,
    pub ledger: Ledger,
    pub facts: &'a Facts,
}

type Check = fn(&Case<'_>) -> Vec<String>;

/// Number of the invariant, what it says, and its check.
pub const TABLE: [(&str, &str, Check); 20] = [
    ("I1", "numbers without gap, in the journal and for each recipient", numbers),
    ("I2", "both chains follow from the stored bytes", chains),
    ("I3", "columns and bodies are what was booked; a body re-encodes to its bytes", words),
    ("I4", "a uid is booked once", uids),
    ("I5", "the postings of an event add up to zero, two or more or none", postings),
    ("I6", "all balances add up to zero", balances),
    ("I7", "sources = places + Ist + exits, per title and year", identity),
    ("I8", "no decision took more than was available, on any day", cover),
    ("I9", "what stands on a due line is in force", in_force),
    ("I10", "claimed and returned is at most what was paid", paid),
    ("I11", "appropriations stay within the ceiling, on every day", ceiling),
    ("I12", "nothing is decided twice or beyond its amount", decided),
    ("I13", "other eyes, and both attestations by others than who orders", eyes),
    ("I15", "a reversal is the exact negation, once, with a reason", reversals),
    ("I16", "closed years took only what they may, settled ones are empty", years),
    ("I17", "recorded in order, effective between founding and recording", times),
    ("I18", "one recipient for event, grant and accounts", recipients),
    ("I19", "balances = postings = what the list moves", thrice),
    ("I23", "roles, titles, recipients and accounts come from events alone", masters),
    ("open", "verify, verify --deep and a second booking of it all find the same", again),
];

/// What is broken after a life, by number.
pub fn of(ledger: &Ledger, facts: &Facts) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("life.foerderbuch");
    ledger.save_copy(&path, &mut |_| true).unwrap();
    check(&path, facts)
}

/// What is broken in a file.
pub fn check(path: &Path, facts: &Facts) -> Vec<String> {
    let conn = Connection::open(path).unwrap();
    let ledger = Ledger::open(path, Access::Read).unwrap();
    let case = Case { conn, ledger, facts };
    TABLE
        .iter()
        .flat_map(|(number, says, check)| {
            check(&case).into_iter().map(move |found| format!("{number} ({says}): {found}"))
        })
        .collect()
}

impl Case<'_> {
    /// Rows of a statement as words; each row is a finding.
    fn rows(&self, sql: &str) -> Vec<String> {
        let mut statement = self.conn.prepare(sql).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            let words = (0..columns).map(|column| {
                let value: rusqlite::types::Value = row.get(column)?;
                Ok(format!("{value:?}"))
            });
            words.collect::<rusqlite::Result<Vec<_>>>()
        });
        rows.unwrap().map(|row| row.unwrap().join(" ")).collect()
    }
}

const LIVE: &str = "(SELECT * FROM event AS e WHERE kind <> 'reversed' AND NOT EXISTS (
    SELECT 1 FROM event AS r WHERE r.kind = 'reversed' AND r.ref = e.seq))";

fn numbers(case: &Case<'_>) -> Vec<String> {
    case.rows(
        "SELECT seq FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS n, recipient_seq, \
         row_number() OVER (PARTITION BY recipient ORDER BY seq) AS m FROM event) \
         WHERE seq <> n OR recipient_seq <> m",
    )
}

/// The chains, hashed anew from the columns as they are stored.
fn chains(case: &Case<'_>) -> Vec<String> {
    let mut statement = case
        .conn
        .prepare(
            "SELECT seq, uid, CAST(kind AS BLOB), CAST(recipient AS BLOB), recipient_seq, \
             recorded_at, CAST(effective_on AS BLOB), actor, CAST(login AS BLOB), \
             CAST(voucher AS BLOB), ref, body, hash, recipient_hash FROM event ORDER BY seq",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    let (mut previous, mut heads) = (vec![0; 32], BTreeMap::<Vec<u8>, Vec<u8>>::new());
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let mut leaf = Sha256::new();
        leaf.update(b"\0FOERDERBUCH1\0");
        for column in 0..12 {
            let bytes = match row.get_ref(column).unwrap() {
                rusqlite::types::ValueRef::Integer(number) => number.to_be_bytes().to_vec(),
                rusqlite::types::ValueRef::Blob(bytes) => bytes.to_vec(),
                _ => Vec::new(),
            };
            leaf.update(u32::try_from(bytes.len()).unwrap().to_be_bytes());
            leaf.update(bytes);
        }
        let leaf = leaf.finalize();
        let link = |domain: u8, before: &[u8]| {
            Sha256::new().chain_update([domain]).chain_update(before).chain_update(leaf).finalize()
        };
        let recipient: Vec<u8> = row.get(3).unwrap();
        let head = heads.entry(recipient).or_insert_with(|| vec![0; 32]);
        let (hash, own): (Vec<u8>, Vec<u8>) = (row.get(12).unwrap(), row.get(13).unwrap());
        if link(1, &previous)[..] != hash[..] || link(2, head)[..] != own[..] {
            found.push(format!("entry {}", row.get::<_, u64>(0).unwrap()));
        }
        (previous, *head) = (hash, own);
    }
    found
}

fn words(case: &Case<'_>) -> Vec<String> {
    let sql =
        "SELECT seq, uid, kind, recipient, effective_on, actor, voucher, ref, body FROM event";
    let mut statement = case.conn.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let seq: u64 = row.get(0).unwrap();
        let Some(fact) = case.facts.get(seq) else {
            found.push(format!("entry {seq} was never booked"));
            continue;
        };
        let stored: Vec<u8> = row.get(8).unwrap();
        let read: serde_json::Value = serde_json::from_slice(&stored).unwrap_or_default();
        let kind = Kind::from_name(&row.get::<_, String>(2).unwrap());
        let body = kind.and_then(|kind| Body::deserialize(kind, &read).ok());
        let again = body.and_then(|body| serde_json::to_vec(&body).ok());
        let booked = command::draft(fact).and_then(|draft| serde_json::to_vec(&draft.body).ok());
        let same = row.get::<_, [u8; 16]>(1).unwrap() == fact.uid
            && row.get::<_, String>(2).unwrap() == fact.kind
            && row.get::<_, String>(3).unwrap() == fact.recipient
            && row.get::<_, String>(4).unwrap() == fact.on.to_string()
            && row.get::<_, u32>(5).unwrap() == fact.actor
            && row.get::<_, String>(6).unwrap() == fact.voucher
            && row.get::<_, Option<u64>>(7).unwrap() == fact.reference;
        if !same || again.as_ref() != Some(&stored) || booked.as_ref() != Some(&stored) {
            found.push(format!("entry {seq}"));
        }
    }
    found.extend(due_lines(case));
    found
}

/// The due lines, column by column, are those of the list.
fn due_lines(case: &Case<'_>) -> Vec<String> {
    let mut expected: Vec<_> = case
        .facts
        .all
        .iter()
        .flat_map(|fact| fact.lines.iter().map(move |line| (fact, line)))
        .map(|(fact, line)| {
            format!(
                "{} {} {} {} {} {} {}",
                fact.seq, fact.on, line.grant, line.title, line.year, line.recipient, line.cents
            )
        })
        .collect();
    let sql = "SELECT seq || ' ' || effective_on || ' ' || grant_no || ' ' || title || ' ' || \
               fiscal_year || ' ' || recipient || ' ' || amount FROM due_line";
    let mut statement = case.conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let mut stored: Vec<String> = rows.map(Result::unwrap).collect();
    expected.sort();
    stored.sort();
    let differ = |(one, other): &(&String, &String)| one != other;
    let pair = stored.iter().zip(&expected).find(differ);
    let more = stored.len() != expected.len();
    (pair.is_some() || more).then(|| format!("due lines: {pair:?}")).into_iter().collect()
}

fn uids(case: &Case<'_>) -> Vec<String> {
    case.rows("SELECT hex(uid) FROM event GROUP BY uid HAVING count(*) > 1")
}

fn postings(case: &Case<'_>) -> Vec<String> {
    let mut found = case.rows(
        "SELECT event FROM posting GROUP BY event HAVING sum(amount) <> 0 OR count(*) < 2 \
         OR min(abs(amount)) = 0 OR max(abs(amount)) > 1000000000000 \
         OR sum(typeof(amount) <> 'integer') > 0",
    );
    let mut statement = case.conn.prepare("SELECT count(*) FROM posting WHERE event = ?1").unwrap();
    for fact in &case.facts.all {
        let count: usize = statement.query_row([fact.seq], |row| row.get(0)).unwrap();
        if count != fact.moves.len() {
            found.push(format!("entry {}: {count} postings", fact.seq));
        }
    }
    found
}

fn balances(case: &Case<'_>) -> Vec<String> {
    case.rows("SELECT sum(amount) AS rest FROM balance HAVING rest <> 0")
}

fn identity(case: &Case<'_>) -> Vec<String> {
    let list = |stages: &[&str]| {
        stages.iter().map(|stage| format!("'{stage}'")).collect::<Vec<_>>().join(", ")
    };
    let places = [&moves::ON_THE_WAY[..], &moves::IST, &moves::EXITS].concat();
    case.rows(&format!(
        "SELECT title, fiscal_year, sum(iif(stage IN ({}), -amount, 0)) AS sources, \
         sum(iif(stage IN ({}), amount, 0)) AS places FROM account \
         JOIN balance ON balance.account = account.id \
         GROUP BY title, fiscal_year HAVING sources <> places",
        list(&moves::SOURCES),
        list(&places)
    ))
}

/// I8: after each decision that takes from what is available, nothing is missing on its day or
/// later, as far as was known then.
fn cover(case: &Case<'_>) -> Vec<String> {
    let mut statement = case
        .conn
        .prepare(
            "SELECT event.seq, event.kind, event.effective_on, title, fiscal_year FROM event \
             JOIN posting ON posting.event = event.seq JOIN account ON account.id = account \
             WHERE stage = 'available' GROUP BY 1, 4, 5 HAVING sum(amount) < 0",
        )
        .unwrap();
    let mut daily = case
        .conn
        .prepare(
            "SELECT day, \
               (SELECT coalesce(sum(amount), 0) FROM posting JOIN account ON id = account \
                WHERE stage = 'available' AND title = ?1 AND fiscal_year = ?2 AND event <= ?3 \
                    AND effective_on <= day) + iif(\
               (SELECT coalesce(sum(amount), 0) FROM posting JOIN account ON id = account \
                WHERE stage = 'appropriated' AND title = ?1 AND fiscal_year = ?2 \
                    AND event <= ?3 AND effective_on <= day) = 0, \
               (SELECT coalesce(sum(amount), 0) FROM posting JOIN account ON id = account \
                WHERE stage = 've_used' AND title = ?1 AND due_year = ?2 AND event <= ?3 \
                    AND effective_on <= day), 0) AS free \
             FROM (SELECT DISTINCT effective_on AS day FROM posting \
                   WHERE event <= ?3 AND effective_on >= ?4) WHERE free < 0",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let (seq, kind): (u64, String) = (row.get(0).unwrap(), row.get(1).unwrap());
        if kinds::of(&kind).nature == kinds::Nature::Fact {
            continue;
        }
        let (day, title): (String, String) = (row.get(2).unwrap(), row.get(3).unwrap());
        let year: i32 = row.get(4).unwrap();
        if daily.exists(rusqlite::params![title, year, seq, day]).unwrap() {
            found.push(format!("entry {seq} {kind}: {title} {year}"));
        }
    }
    found
}

fn in_force(case: &Case<'_>) -> Vec<String> {
    case.rows(
        "SELECT grant_no, title, fiscal_year, sum(amount) AS rest FROM ( \
             SELECT grant_no, title, fiscal_year, amount FROM due_line UNION ALL \
             SELECT grant_no, title, fiscal_year, -amount FROM account \
             JOIN balance ON balance.account = account.id \
             WHERE stage IN ('committed', 'requested', 'ordered', 'paid', 'held')) \
         GROUP BY grant_no, title, fiscal_year HAVING rest < 0",
    )
}

fn paid(case: &Case<'_>) -> Vec<String> {
    case.rows(&format!(
        "SELECT grant_no, sum(iif(stage = 'paid' AND kind IN ('payment_confirmed', \
             'payment_rebooked') AND amount > 0, amount, 0)) AS paid, \
             sum(iif(stage IN ('reclaimed', 'written_off', 'returned'), amount, 0)) AS back \
         FROM posting JOIN account ON account.id = account JOIN {LIVE} AS live \
             ON live.seq = event WHERE grant_no <> '' GROUP BY grant_no HAVING back > paid"
    ))
}

fn ceiling(case: &Case<'_>) -> Vec<String> {
    let ceiling = case.facts.all[0].body.cents("ceiling_cents");
    case.rows(&format!(
        "SELECT day, voted FROM (SELECT effective_on AS day, -sum(sum(amount)) OVER ( \
             ORDER BY effective_on) AS voted FROM posting JOIN account ON id = account \
         WHERE stage = 'appropriated' GROUP BY effective_on) WHERE voted > {ceiling}"
    ))
}

/// I12 by amounts: what refers to a draw, order, payment or claim stays within it.
fn decided(case: &Case<'_>) -> Vec<String> {
    let amount =
        |table: &str| format!("json_extract(CAST({table}.body AS TEXT), '$.line.amount_cents')");
    let followed = |kinds: &str, of: &str| {
        format!(
            "coalesce((SELECT sum({}) FROM live AS later WHERE later.ref = {of} \
             AND later.kind IN ({kinds})), 0)",
            amount("later")
        )
    };
    let back = format!(
        "coalesce((SELECT sum({0}) FROM live AS ordered JOIN live AS later \
             ON later.ref = ordered.seq WHERE ordered.ref = first.seq \
             AND ordered.kind = 'payment_ordered' AND later.kind = 'order_cancelled'), 0) \
         + coalesce((SELECT sum({0}) FROM live AS ordered JOIN live AS paid \
             ON paid.ref = ordered.seq JOIN live AS later ON later.ref = paid.seq \
             WHERE ordered.ref = first.seq AND ordered.kind = 'payment_ordered' \
             AND later.kind = 'payment_returned' \
             AND json_extract(CAST(later.body AS TEXT), '$.held') IS NOT 1), 0) \
         + coalesce((SELECT sum({0}) FROM live AS claim JOIN live AS later \
             ON later.ref = claim.seq WHERE claim.ref = first.seq \
             AND later.kind = 'claim_annulled'), 0)",
        amount("later")
    );
    let taking = "'draw_reduced', 'draw_rejected', 'draw_withdrawn', 'payment_ordered', \
         'payment_confirmed', 'order_cancelled', 'payment_returned', 'payment_rebooked', \
         'unused_returned', 'claim_raised', 'claim_repaid', 'claim_waived', 'claim_annulled', \
         'held_ordered', 'held_paid'";
    let mut found = case.rows(&format!(
        "WITH live AS {LIVE} SELECT first.seq, first.kind FROM live AS first \
         WHERE {} IS NOT NULL AND {} - ({}) + {back} < 0",
        amount("first"),
        amount("first"),
        followed(taking, "first.seq"),
    ));
    for row in kinds::rows().iter().filter(|row| !row.rivals.is_empty()) {
        let rivals: Vec<_> = row.rivals.iter().map(|rival| format!("'{rival}'")).collect();
        found.extend(case.rows(&format!(
            "WITH live AS {LIVE} SELECT later.seq FROM live AS later JOIN live AS earlier \
                 ON earlier.ref = later.ref AND earlier.seq < later.seq \
             WHERE later.kind = '{}' AND earlier.kind IN ({})",
            row.kind,
            rivals.join(", ")
        )));
    }
    found
}

fn reversals(case: &Case<'_>) -> Vec<String> {
    let mut found = case.rows(
        "SELECT later.seq FROM event AS later LEFT JOIN event AS first ON first.seq = later.ref \
         WHERE later.kind = 'reversed' AND (first.seq IS NULL OR first.kind IN ('reversed', \
             'programme_founded') OR first.recipient <> later.recipient \
             OR first.effective_on <> later.effective_on \
             OR length(trim(json_extract(CAST(later.body AS TEXT), '$.reason'))) < 10) \
         UNION SELECT ref FROM event WHERE kind = 'reversed' GROUP BY ref HAVING count(*) > 1",
    );
    found.extend(case.rows(
        "SELECT later.seq, account, sum(amount) AS rest FROM event AS later \
         JOIN posting ON posting.event IN (later.seq, later.ref) WHERE later.kind = 'reversed' \
         GROUP BY 1, 2 HAVING rest <> 0",
    ));
    found
}

fn years(case: &Case<'_>) -> Vec<String> {
    let year = "json_extract(CAST(closing.body AS TEXT), '$.fiscal_year')";
    let list = |stages: &[&str]| {
        stages.iter().map(|stage| format!("'{stage}'")).collect::<Vec<_>>().join(", ")
    };
    let money = list(&[&moves::SOURCES[..], &moves::ON_THE_WAY, &moves::EXITS].concat());
    let mut found = case.rows(&format!(
        "WITH live AS {LIVE} SELECT later.seq, later.kind FROM live AS closing \
         JOIN account ON fiscal_year = {year} AND stage IN ({money}) \
         JOIN posting ON account = account.id AND event > closing.seq \
         JOIN live AS later ON later.seq = event \
         WHERE closing.kind = 'books_closed' \
             AND later.kind NOT IN ('carry_over_formed', 'funds_lapsed')"
    ));
    found.extend(case.rows(&format!(
        "WITH live AS {LIVE} SELECT {year}, kind FROM live AS closing \
         WHERE kind IN ('books_closed', 'year_settled') GROUP BY 1, 2 HAVING count(*) > 1"
    )));
    found.extend(case.rows(&format!(
        "WITH live AS {LIVE} SELECT title, fiscal_year, stage, sum(amount) AS rest \
         FROM live AS closing JOIN account ON fiscal_year = {year} AND due_year = 0 \
         JOIN balance ON balance.account = account.id \
         WHERE (kind = 'year_settled' AND stage IN ('available', 'blocked', 'committed')) \
             OR (kind = 'books_closed' AND stage IN ('requested', 'ordered')) \
         GROUP BY 1, 2, 3 HAVING rest <> 0"
    )));
    found
}

fn times(case: &Case<'_>) -> Vec<String> {
    let mut found = case.rows(
        "SELECT seq FROM (SELECT seq, recorded_at, lag(recorded_at) OVER (ORDER BY seq) AS before \
             FROM event) WHERE recorded_at <= before \
         UNION SELECT seq FROM event \
             WHERE effective_on < (SELECT effective_on FROM event WHERE seq = 1)",
    );
    let mut statement =
        case.conn.prepare("SELECT seq, effective_on, recorded_at FROM event").unwrap();
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, u64>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))
    });
    let late = rows.unwrap().map(Result::unwrap);
    let late = late.filter(|(_, on, at)| *on > berlin(*at).to_string());
    found.extend(late.map(|(seq, on, _)| format!("entry {seq} on {on}")));
    found
}

fn recipients(case: &Case<'_>) -> Vec<String> {
    let mut found = case.rows(
        "SELECT event.seq FROM event JOIN posting ON posting.event = event.seq \
         JOIN account ON account.id = account \
         WHERE grant_no <> '' AND account.recipient <> event.recipient \
         UNION SELECT due_line.seq FROM due_line JOIN event ON event.seq = due_line.seq \
         WHERE due_line.recipient <> event.recipient",
    );
    found.extend(case.rows(&format!(
        "WITH live AS {LIVE} SELECT event_grant.seq FROM event_grant \
         JOIN event ON event.seq = event_grant.seq \
         JOIN live ON live.kind IN ('grant_issued', 'application_received') AND \
             json_extract(CAST(live.body AS TEXT), '$.grant') = grant_no \
         WHERE event.recipient <> live.recipient AND event.seq > live.seq"
    )));
    found
}
