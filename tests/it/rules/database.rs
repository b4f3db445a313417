//! What the database refuses by itself, whatever a program forgets: four eyes, decisions once,
//! closed and settled years. Each statement is accepted first where nothing speaks against it.

use rusqlite::Connection;
use tempfile::TempDir;

use crate::table::Table;

/// A programme with a draw, an order, a payment, a claim; books of 2020 open or closed.
const LIFE: &str = "2020-02-03 | Weber | apply G1 800,00              | ok
     2020-02-03 | Lang  | examine G1                   | ok
     2020-02-03 | Weber | apply G2 800,00              | ok
     2020-02-03 | Lang  | examine G2                   | ok
     2020-02-03 | Roth  | grant G1 2020:800,00         | ok
     2020-02-04 | Weber | draw G1 2020 500,00 as d     | ok
     2020-02-04 | Lang  | attest d arithmetic as a     | ok
     2020-02-04 | Sommer | attest d factual as f       | ok
     2020-02-05 | Roth  | order d 400,00 as o          | ok
     2020-02-06 | Lang  | pay o as p                   | ok
     2020-02-10 | Roth  | claim p 50,00 as c           | ok
     2020-02-10 | Weber | proof G1 interim until 2020-02-01 eligible 1,00 as v | ok
     2020-02-10 | Weber | account as b                 | ok
     2020-02-10 | Weber | draw G1 2020 10,00 as bare-draw | ok";

const CLOSED: &str = "2020-02-11 | Roth  | order d 100,00 as o2         | ok
     2020-02-11 | Lang  | pay o2                       | ok
     2020-02-11 | Lang  | withdraw bare-draw           | ok
     2021-01-29 | Kern  | close books 2020 actual 500,00 as end | ok";

struct File {
    table: Table,
    tool: Connection,
    _folder: TempDir,
}

/// The life, and more lines, in a file that a database tool has open.
fn file(more: &str) -> File {
    let mut table = Table::new();
    table.run(LIFE);
    table.run(more);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.foerderbuch");
    table.ledger.save_copy(&path, &mut |_| true).unwrap();
    let tool = Connection::open(&path).unwrap();
    tool.execute_batch("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON").unwrap();
    File { table, tool, _folder: folder }
}

/// A posting: stage, grant, fiscal year, cents.
type Line<'a> = (&'a str, &'a str, i32, i64);

impl File {
    /// Writes postings and the event that seals them; the words of the database, empty if it took
    /// them. Nothing stays.
    fn sealed(&self, kind: &str, actor: u32, of: &str, lines: &[Line<'_>], body: &str) -> String {
        self.tool.execute_batch("BEGIN").unwrap();
        let done = self.write(kind, actor, of, lines, body);
        self.tool.execute_batch("ROLLBACK").unwrap();
        done.err().map_or_else(String::new, |error| error.to_string())
    }

    fn write(
        &self,
        kind: &str,
        actor: u32,
        of: &str,
        lines: &[Line<'_>],
        body: &str,
    ) -> rusqlite::Result<usize> {
        let reference = (!of.is_empty()).then(|| self.table.seq(of));
        let (recipient, day) = match reference {
            Some(seq) => self.tool.query_row(
                "SELECT recipient, effective_on FROM event WHERE seq = ?1",
                [seq],
                |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)),
            )?,
            None => (String::new(), "2021-02-01".to_owned()),
        };
        let day = if kind == "reversed" { day } else { "2021-02-01".to_owned() };
        let next: i64 =
            self.tool.query_row("SELECT max(seq) + 1 FROM event", [], |row| row.get(0))?;
        for (index, (stage, grant, year, cents)) in (0..).zip(lines) {
            self.tool.execute(
                "INSERT OR IGNORE INTO account (stage, title, fiscal_year, due_year, grant_no, \
                 recipient, revenue) SELECT ?1, '1616 88371', ?2, 0, ?3, \
                 iif(?3 = '', '', '16066'), '' WHERE NOT EXISTS (SELECT 1 FROM account \
                 WHERE stage = ?1 AND fiscal_year = ?2 AND grant_no = ?3 AND due_year = 0)",
                rusqlite::params![stage, year, grant],
            )?;
            self.tool.execute(
                "INSERT INTO posting SELECT ?1, ?2, id, ?3, ?4 FROM account WHERE stage = ?5 \
                 AND fiscal_year = ?6 AND grant_no = ?7 AND due_year = 0",
                rusqlite::params![next, index, day, cents, stage, year, grant],
            )?;
        }
        self.tool.execute(
            "INSERT INTO event SELECT ?1, randomblob(16), ?2, ?3, (SELECT \
             coalesce(max(recipient_seq), 0) + 1 FROM event WHERE recipient = ?3), \
             1640995200000000, ?4, ?5, 'x', 'v', ?6, CAST(?7 AS BLOB), randomblob(32), \
             randomblob(32)",
            rusqlite::params![next, kind, recipient, day, actor, reference, body],
        )
    }
}

const WEBER: u32 = 1;
const LANG: u32 = 2;
const ROTH: u32 = 3;
const KERN: u32 = 4;
const SOMMER: u32 = 6;
const BRANDT: u32 = 7;

const ORDER: [Line<'_>; 2] = [("requested", "G1", 2020, -1), ("ordered", "G1", 2020, 1)];
const BACK: [Line<'_>; 2] = [("requested", "G1", 2020, -1), ("committed", "G1", 2020, 1)];
const CLAIM: [Line<'_>; 2] = [("paid", "G1", 2020, -1), ("reclaimed", "G1", 2020, 1)];
const WAIVED: [Line<'_>; 2] = [("reclaimed", "G1", 2020, -1), ("written_off", "G1", 2020, 1)];
const GRANT: [Line<'_>; 2] = [("available", "", 2020, -1), ("committed", "G2", 2020, 1)];
const NONE: [Line<'_>; 0] = [];

#[test]
fn the_database_alone_wants_a_second_person() {
    let file = file("");
    for (kind, first, second, of, lines) in [
        ("grant_issued", WEBER, ROTH, "G2.applied", &GRANT[..]),
        ("grant_issued", LANG, ROTH, "G2.applied", &GRANT),
        ("application_rejected", WEBER, ROTH, "G2.applied", &NONE),
        ("early_start_consented", WEBER, ROTH, "G2.applied", &NONE),
        ("bank_account_confirmed", WEBER, LANG, "b", &NONE),
        ("arithmetic_attested", WEBER, LANG, "bare-draw", &NONE),
        ("factually_attested", WEBER, SOMMER, "bare-draw", &NONE),
        ("draw_reduced", WEBER, ROTH, "d", &BACK),
        ("draw_rejected", WEBER, ROTH, "d", &BACK),
        ("payment_ordered", WEBER, ROTH, "d", &ORDER),
        ("payment_ordered", LANG, ROTH, "d", &ORDER),
        ("payment_ordered", SOMMER, ROTH, "d", &ORDER),
        ("payment_reconciled", ROTH, LANG, "p", &NONE),
        ("proof_checked", WEBER, LANG, "v", &NONE),
        ("claim_raised", LANG, ROTH, "p", &CLAIM),
        ("claim_waived", ROTH, BRANDT, "c", &WAIVED),
    ] {
        assert_eq!(file.sealed(kind, second, of, lines, "{}"), "", "{kind}");
        let refused = file.sealed(kind, first, of, lines, "{}");
        assert!(refused.starts_with("I13"), "{kind} by {first}: {refused}");
    }
}

#[test]
fn the_database_alone_wants_both_attestations_that_were_not_sent_back() {
    let open = file("");
    let refused = open.sealed("payment_ordered", ROTH, "bare-draw", &ORDER, "{}");
    assert!(refused.contains("both attestations"), "{refused}");
    let back = file("2020-02-12 | Sommer | send back d as s | ok");
    let refused = back.sealed("payment_ordered", ROTH, "d", &ORDER, "{}");
    assert!(refused.contains("both attestations"), "{refused}");
    assert_eq!(back.sealed("arithmetic_attested", SOMMER, "d", &NONE, "{}"), "");
}

#[test]
fn the_database_alone_decides_once() {
    let file = file("2020-02-12 | Lang | reconcile p as q | ok");
    for (kind, of) in [
        ("order_cancelled", "o"),
        ("payment_confirmed", "o"),
        ("grant_issued", "G1.applied"),
        ("application_withdrawn", "G1.applied"),
        ("notice_announced", "G1"),
        ("remedy_waived", "G1"),
        ("payment_reconciled", "p"),
    ] {
        let lines: &[Line<'_>] = match kind {
            "order_cancelled" | "payment_confirmed" => &ORDER,
            "grant_issued" => &GRANT,
            _ => &NONE,
        };
        let refused = file.sealed(kind, BRANDT, of, lines, "{}");
        assert!(refused.starts_with("I12"), "{kind}: {refused}");
    }
}

#[test]
fn the_database_alone_keeps_the_books_closed() {
    let (open, closed) = (file(""), file(CLOSED));
    let vote: [Line<'_>; 2] = [("appropriated", "", 2020, -1), ("available", "", 2020, 1)];
    let lapse: [Line<'_>; 2] = [("available", "", 2020, -1), ("lapsed", "", 2020, 1)];
    let unused: [Line<'_>; 2] = [("paid", "G1", 2020, -1), ("committed", "G1", 2020, 1)];
    for (kind, of, lines) in [
        ("supplement_voted", "", &vote[..]),
        ("block_set", "", &[("available", "", 2020, -1), ("blocked", "", 2020, 1)]),
        ("unused_returned", "p", &unused),
    ] {
        assert_eq!(open.sealed(kind, KERN, of, lines, "{}"), "", "{kind}");
        let refused = closed.sealed(kind, KERN, of, lines, "{}");
        assert!(refused.starts_with("I16"), "{kind}: {refused}");
    }
    assert_eq!(closed.sealed("claim_raised", ROTH, "p", &CLAIM, "{}"), "");
    assert_eq!(closed.sealed("funds_lapsed", KERN, "", &lapse, "{}"), "");
    let year = "{\"fiscal_year\":2020}";
    let refused = closed.sealed("books_closed", KERN, "", &NONE, year);
    assert!(refused.contains("closed or settled already"), "{refused}");
    let refused = open.sealed("books_closed", KERN, "", &NONE, year);
    assert!(refused.contains("on its way"), "{refused}");
    let refused = closed.sealed("year_settled", KERN, "", &NONE, year);
    assert!(refused.contains("still open"), "{refused}");
}

#[test]
fn the_database_alone_keeps_a_settled_year_settled() {
    let settled = format!(
        "{CLOSED}
         2021-01-30 | Kern | carry over 2020 300,00 additional of G1 | ok
         2021-01-30 | Kern | lapse 2020 9200,00 as l | ok
         2021-01-30 | Kern | settle 2020 | ok"
    );
    let file = file(&settled);
    let lapse: [Line<'_>; 2] = [("available", "", 2020, -1), ("lapsed", "", 2020, 1)];
    let refused = file.sealed("funds_lapsed", KERN, "", &lapse, "{}");
    assert!(refused.contains("the year is settled"), "{refused}");
    let back: [Line<'_>; 2] = [("available", "", 2020, 920_000), ("lapsed", "", 2020, -920_000)];
    let refused = file.sealed("reversed", KERN, "l", &back, "{}");
    assert!(refused.contains("the year is settled"), "{refused}");
    assert_eq!(file.sealed("claim_raised", ROTH, "p", &CLAIM, "{}"), "");
}
