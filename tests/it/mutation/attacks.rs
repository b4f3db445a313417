//! What an attacker tries: batches of statements, each of which the true schema refuses.

use foerderbuch::domain::stage::StageClass;
use foerderbuch::domain::{Day, Kind, Stage};

use super::ledger::{AHEAD, Good, LATE, OTHER, OWN, PLENTY, SHORT};
use super::rows::kept;
use super::scribe::{DAY, Entry, Scribe, Step, entry, put, text};
use foerderbuch::domain::stage::Chain;

/// A batch with the words of its refusal; without words it must be accepted.
pub struct Case {
    pub name: String,
    pub steps: Vec<Step>,
    pub refused_with: Option<&'static str>,
    /// Tried with `recursive_triggers` and `foreign_keys` off, as a database tool may.
    pub by_tool: bool,
}

pub struct Cases<'g> {
    pub(super) good: &'g Good,
    pub(super) found: Vec<Case>,
}

/// All attacks and all good deeds; those of a tool stand at the end.
pub fn cases(good: &Good) -> Vec<Case> {
    let mut cases = Cases { good, found: Vec::new() };
    cases.in_order();
    cases.balanced();
    cases.every_kind();
    cases.every_stage();
    cases.available();
    cases.reversals();
    cases.followers();
    cases.four_eyes();
    cases.year_end();
    cases.beside();
    cases.in_force();
    cases.rows();
    cases.documents();
    cases.statements();
    cases.totals();
    cases.found.sort_by_key(|case| case.by_tool);
    cases.found
}

impl Cases<'_> {
    pub(super) fn push(
        &mut self,
        name: &str,
        words: &'static str,
        write: impl FnOnce(&mut Scribe),
    ) {
        let mut scribe = self.good.scribe.fresh();
        write(&mut scribe);
        self.found.push(Case {
            name: name.to_owned(),
            steps: scribe.steps,
            refused_with: (!words.is_empty()).then_some(words),
            by_tool: false,
        });
    }

    pub(super) fn by_tool(&mut self) {
        self.found.last_mut().unwrap().by_tool = true;
    }

    /// One entry that is refused.
    pub(super) fn entry(&mut self, name: &str, words: &'static str, entry: &Entry) {
        self.push(name, words, |scribe| {
            scribe.seal(entry);
        });
    }

    fn in_order(&mut self) {
        let good = self.good;
        let (next, time) = (good.scribe.next, good.scribe.time);
        let note = || entry(Kind::MilestonePlanned);
        let far = (good.year + 8).to_string() + "-01-01";
        let gap = note().with("seq", next + 1);
        self.entry("gap in the numbers", "I1: the journal has a gap", &gap);
        let gap = note().of("R9").with("recipient_seq", 2);
        self.entry("gap in the chain of a recipient", "I1: the chain", &gap);
        let early = note().with("recorded_at", time - 1);
        self.entry("recorded before its predecessor", "I17: recorded before", &early);
        self.entry("effective later", "I17: effective after", &note().with("effective_on", far));
        let before = note().with("effective_on", "1999-01-01".to_owned());
        self.entry("effective before the founding", "I17: effective before", &before);
        self.entry("a second founding", "once", &entry(Kind::ProgrammeFounded));
        for kind in [Kind::Reversed, Kind::DrawReduced] {
            let lines = [(good.available, -5), (good.blocked, 5)];
            let words = "what it refers to|I15: it cannot be";
            let nowhere = entry(kind).lines(&lines);
            self.entry(&format!("{} of nothing", kind.as_str()), words, &nowhere);
            self.entry("a reference to nothing", words, &nowhere.with("ref", 0));
            self.by_tool();
        }
        // Each of the unique keys, and REPLACE on it.
        let last = &good.scribe.steps.last().unwrap().values;
        for (column, place, words) in [
            ("seq", 0, "I1: the journal has a gap"),
            ("uid", 1, "append-only: the entry exists"),
            ("recipient_seq", 4, "I1: the chain of the recipient has a gap"),
            ("recorded_at", 5, "I17: recorded before"),
            ("hash", 12, "append-only: the entry exists"),
            ("recipient_hash", 13, "append-only: the entry exists"),
        ] {
            let again = note().of(OWN).with(column, last[place].clone());
            self.entry(&format!("{column} twice"), words, &again);
            self.entry(&format!("{column} replaced"), words, &again.replacing());
            self.by_tool();
        }
    }

    fn balanced(&mut self) {
        let good = self.good;
        let (from, to) = (good.available, good.blocked);
        let voted = |lines: &[(i64, i64)]| entry(Kind::AppropriationVoted).lines(lines);
        self.entry("unbalanced", "I5: the postings", &voted(&[(from, -5), (to, 4)]));
        let foreign = entry(Kind::GrantIncreased).lines(&[(from, -5), (good.committed, 5)]);
        self.entry("another recipient's grant", "I18", &foreign.of(OTHER));
        self.push("a posting of another day", "on another day", |scribe| {
            for (line, account, day, amount) in
                [(0, from, &scribe.day, -5), (1, to, &"2020-01-07".to_owned(), 5)]
            {
                let values =
                    vec![scribe.next.into(), line.into(), account.into(), text(day), amount.into()];
                scribe.steps.push(put("INSERT", "posting", values));
            }
            scribe.seal(&voted(&[]));
        });
        self.push("postings of a sealed entry", "an event is sealed: postings", |scribe| {
            scribe.next = good.last;
            scribe.posting(8, from, -5);
            scribe.posting(9, to, 5);
        });
        self.push("a posting that nobody seals", "FOREIGN KEY", |scribe| {
            scribe.posting(0, from, -5);
        });
        self.entry("beyond 10^12", "CHECK", &{
            let mut scribe = self.good.scribe.fresh();
            let source = scribe.account("exceeded", SHORT, (good.year, 0), ("", ""));
            entry(Kind::ExcessGranted)
                .lines(&[(source, -1_000_000_000_001), (from, 1_000_000_000_001)])
        });
    }

    fn every_stage(&mut self) {
        let year = self.good.year;
        let title = "0000 00009";
        for stage in Stage::ALL {
            let due = if stage.chain() == Chain::Authority { year + 1 } else { 0 };
            let name = stage.as_str();
            let of_grant = matches!(stage.chain(), Chain::Revenue)
                || Stage::OPEN.contains(stage)
                || stage.is_actual()
                || *stage == Stage::VeUsed;
            let grant = if of_grant { ("G7", OWN) } else { ("", "") };
            let (first, other) = match stage.class() {
                StageClass::Source => (-5, 5),
                _ => (5, -5),
            };
            // A fact, so that available may fall below zero.
            for (what, sign) in [("filled", 1), ("overdrawn", -1)] {
                let words = match (what, stage, stage.class()) {
                    ("filled", ..) | (_, Stage::Available, _) => "",
                    (.., StageClass::Source) => "overdraft: a source",
                    _ => "overdraft: a place",
                };
                self.push(&format!("{name} {what}"), words, |scribe| {
                    let own = scribe.account(name, title, (year, due), grant);
                    let place = scribe.account("available", PLENTY, (year, 0), ("", ""));
                    let lines = [(own, sign * first), (place, sign * other)];
                    scribe.seal(
                        &entry(Kind::UnusedReturned)
                            .lines(&lines)
                            .on(self.good.targets["payment_confirmed"]),
                    );
                });
            }
            let wrong_due = if due == 0 { year + 1 } else { 0 };
            let wrong_grant = if of_grant { ("", "") } else { ("G7", OWN) };
            for (what, due, grant) in
                [("of a wrong due year", wrong_due, grant), ("of a wrong grant", due, wrong_grant)]
            {
                self.push(&format!("{name} {what}"), "CHECK constraint failed", |scribe| {
                    scribe.account(name, title, (year, due), grant);
                });
            }
        }
        for (name, stage, years, grant) in [
            ("an unknown stage", "elsewhere", (year, 0), ("", "")),
            ("a year before 1990", "available", (1989, 0), ("", "")),
            ("a year after 2200", "available", (2201, 0), ("", "")),
            ("authority due in its own year", "ve_free", (year, year), ("", "")),
            ("a recipient without grant", "available", (year, 0), ("", OWN)),
            ("a grant without recipient", "paid", (year, 0), ("G7", "")),
        ] {
            self.push(name, "CHECK constraint failed", |scribe| {
                scribe.account(stage, title, years, grant);
            });
        }
    }

    /// Where no appropriation is voted, authority that was used is the bound.
    fn available(&mut self) {
        let good = self.good;
        let lines = [(good.ahead, -1), (good.ahead_blocked, 1)];
        let granted = entry(Kind::GrantIncreased).lines(&lines);
        self.entry(&format!("{AHEAD} beyond the authority used"), "I8", &granted);
        let back = |scribe: &mut Scribe| {
            let lines = [(good.committed, -10), (good.available, 10)];
            let reduced = scribe.seal(&entry(Kind::GrantReduced).of(OWN).lines(&lines));
            let all = scribe.balance(good.available);
            let lines = [(good.available, -all), (good.committed, all)];
            scribe.seal(&entry(Kind::GrantIncreased).of(OWN).lines(&lines));
            let lines = [(good.committed, 10), (good.available, -10)];
            scribe.seal(&entry(Kind::Reversed).of(OWN).lines(&lines).on(reduced));
        };
        self.push("a reversal of what was granted anew", "I8", back);
    }

    fn reversals(&mut self) {
        let good = self.good;
        let (from, to) = (good.committed, good.available);
        let back =
            |amount: i64| entry(Kind::Reversed).of(OWN).lines(&[(from, -amount), (to, amount)]);
        self.entry("a reversal", "", &back(10).on(good.increase));
        self.entry("a second reversal", "I15: reversed already", &back(10).on(good.reversed));
        let twice = back(-10).on(good.reversal);
        self.entry("a reversal of a reversal", "I15: it cannot be", &twice);
        self.push("a reversal of the founding", "I15: it cannot be", |scribe| {
            let day = good.scribe.steps.iter().find(|step| step.sql.contains("INTO event "));
            let day = day.unwrap().values[6].clone();
            scribe.seal(&entry(Kind::Reversed).on(1).with("effective_on", day));
        });
        let used = entry(Kind::Reversed).of(OWN).on(good.draw);
        self.entry(
            "a reversal of what another entry rests on",
            "I15: reversed already, or another",
            &used,
        );
        self.push("an inexact reversal", "exact negation", |scribe| {
            let from = scribe.account("available", LATE, (good.closed, 0), ("", ""));
            let to = scribe.account("lapsed", LATE, (good.closed, 0), ("", ""));
            scribe.seal(&entry(Kind::Reversed).lines(&[(from, 4), (to, -4)]).on(good.after));
        });
        let nothing = entry(Kind::Reversed).of(OWN).on(good.increase);
        self.entry("a reversal without postings", "exact negation", &nothing);
        self.push("a reversal that leaves the due lines", "I15: a reversal takes back", |scribe| {
            let grant = vec![text("G1"), scribe.next.into()];
            scribe.steps.push(put("INSERT", "event_grant", grant));
            scribe.seal(&back(10).on(good.increase).bare());
        });
        let plain = || entry(Kind::Reversed).on(good.note);
        self.entry("a reversal of a note", "", &plain().of(OWN));
        let words = "I18: it refers";
        self.entry("a reversal of another recipient", words, &plain().of(OTHER));
        let next: Day = good.scribe.day.parse().unwrap();
        let other_day = plain()
            .of(OWN)
            .with("effective_on", next.succ_opt().unwrap().to_string())
            .with("recorded_at", good.scribe.time + DAY);
        self.entry("a reversal on another day", "the day of the original", &other_day);
    }

    /// A paper stands beside the entry that says it is kept, and beside no other.
    pub(super) fn documents(&mut self) {
        let words = "I19: a paper is kept";
        let paper = |scribe: &mut Scribe| {
            let row = vec![scribe.next.into(), rusqlite::types::Value::Blob(vec![9; 3])];
            scribe.steps.push(put("INSERT", "document", row));
        };
        self.push("an issued paper", "", |scribe| {
            paper(scribe);
            scribe.seal(&kept());
        });
        self.entry("an issued paper that is missing", words, &kept());
        self.push("a paper beside an entry that keeps none", words, |scribe| {
            paper(scribe);
            scribe.seal(&entry(Kind::DocumentIssued).of(OWN));
        });
        self.push("a paper beside another kind", words, |scribe| {
            paper(scribe);
            scribe.seal(&kept().with("kind", "milestone_planned".to_owned()));
        });
    }

    /// No table but that of names loses a row, and no row changes.
    fn statements(&mut self) {
        let good = self.good;
        for (table, changed) in [
            ("event", "voucher = 'x'"),
            ("posting", "line = line + 1000"),
            ("account", "title = title || 'x'"),
            ("entity_version", "value = NULL"),
            ("due_line", "amount = amount + 1"),
            ("event_grant", "grant_no = 'x'"),
            ("person_name", "name = 'x'"),
            ("document", "content = x'01'"),
        ] {
            self.statement(
                &format!("UPDATE {table} SET {changed}"),
                "never changed|no entry is changed",
            );
        }
        let kept = ["event", "posting", "account", "balance", "total", "entity_version"];
        for table in kept.into_iter().chain(["due_line", "event_grant", "document"]) {
            self.statement(&format!("DELETE FROM {table}"), "never deleted|no entry is deleted");
        }
        let (from, to, last) = (good.available, good.blocked, good.scribe.next);
        let moved = "a balance moves by postings only";
        self.statement("UPDATE balance SET amount = amount + 1", moved);
        let newest = "(SELECT max(seq) FROM event)";
        self.statement(&format!("UPDATE balance SET seq = {newest} WHERE account = {from}"), moved);
        for (name, change) in [
            ("moved twice", format!("SET amount = amount - 5 WHERE account = {from}")),
            (
                "moved by an entry to come",
                format!("SET amount = amount + 7, seq = {last} + 1 WHERE account = {to}"),
            ),
            (
                "moved by an entry of others",
                format!("SET seq = {last} WHERE account = {}", good.ahead),
            ),
            (
                "moved to another account",
                format!(
                    "SET account = {from}, amount = amount - 5, seq = {last} WHERE account = {}",
                    good.ahead
                ),
            ),
        ] {
            self.push(&format!("balance {name}"), moved, |scribe| {
                let lines = [(from, -5), (to, 5)];
                scribe.seal(&entry(Kind::AppropriationVoted).lines(&lines));
                if name.ends_with("to come") {
                    scribe.posting(0, to, 7);
                }
                scribe.sql(&format!("UPDATE OR REPLACE balance {change}"));
            });
            self.by_tool();
        }
        for (name, row) in [
            ("a balance from nothing", "(999999, 5, 0)".to_owned()),
            ("a balance moved before it began", "(999999, 0, 5)".to_owned()),
            ("a balance set to zero", format!("({from}, 0, 0)")),
        ] {
            let sql = format!("REPLACE INTO balance VALUES {row}");
            self.push(name, moved, |scribe| scribe.sql(&sql));
            self.by_tool();
        }
    }

    /// A total moves by what the newest entry moves, once.
    fn totals(&mut self) {
        let good = self.good;
        let (from, to, last, year) = (good.available, good.blocked, good.scribe.next, good.year);
        let moved = "a total moves by events only";
        let key = "(title, recipient, fiscal_year, stage)";
        let of = |account: i64| {
            format!("(SELECT title, '', fiscal_year, stage FROM account WHERE id = {account})")
        };
        let set = |what: String, account: i64| {
            format!("UPDATE OR REPLACE total SET {what} WHERE {key} = {}", of(account))
        };
        let begin = |recipient: &str, amount: &str, seq: i64| {
            let row = format!("'', '{recipient}', {year}, 'committed', {amount}, {seq}");
            format!("INSERT INTO total VALUES ({row})")
        };
        self.statement("UPDATE total SET amount = amount + 1", moved);
        for (name, sql) in [
            ("moved twice", set("amount = amount - 5".to_owned(), from)),
            ("moved once more", set(format!("amount = amount - 5, seq = {last}"), from)),
            (
                "moved by an entry to come",
                set(format!("amount = amount + 7, seq = {last} + 1"), to),
            ),
            (
                "moved by an entry of others",
                set(format!("amount = amount - 5, seq = {last}"), good.ahead),
            ),
            (
                "moved to another one",
                set(format!("{key} = {}, amount = amount - 5, seq = {last}", of(from)), good.ahead),
            ),
            ("that begins with an entry to come", begin("R9", "7", last + 1)),
            ("of an entry to come", begin("R9", "7", last)),
            ("of nothing", begin("R8", "5", last)),
            (
                "that begins anew",
                format!("REPLACE INTO total SELECT *, -5, {last} FROM {}", of(from)),
            ),
        ] {
            self.push(&format!("total {name}"), moved, |scribe| {
                let lines = [(from, -5), (to, 5)];
                scribe.seal(&entry(Kind::AppropriationVoted).lines(&lines));
                if name.ends_with("to come") {
                    let new = scribe.account("committed", PLENTY, (year, 0), ("G9", "R9"));
                    scribe.posting(0, to, 7);
                    scribe.posting(1, new, 7);
                }
                scribe.sql(&sql);
            });
            self.by_tool();
        }
        self.push("total that begins twice", moved, |scribe| {
            let new = scribe.account("committed", PLENTY, (year, 0), ("G9", "R9"));
            let lines = [(from, -5), (new, 5)];
            scribe.seal(&entry(Kind::GrantIncreased).of("R9").lines(&lines));
            scribe.sql(&begin("R9", "5", last));
        });
        self.by_tool();
        self.push("total without an amount", "NOT NULL", |scribe| {
            scribe.seal(&entry(Kind::MilestonePlanned).of(OWN));
            scribe.sql(&begin("R8", "NULL", last));
        });
        self.by_tool();
    }

    fn statement(&mut self, sql: &str, words: &'static str) {
        self.push(sql, words, |scribe| scribe.sql(sql));
        self.by_tool();
    }
}
