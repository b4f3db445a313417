//! Schema mutation: each guard of the schema is taken out in turn, and somebody must notice.
//!
//! A mutant is noticed when it accepts what the schema refuses, or refuses what it accepts. One
//! that nobody notices has an equal in another guard, and stands in [`EQUIVALENT`] with it.
//! Guards are found by reading the schema and kinds are taken from the domain, so that both grow
//! without a change here.

mod attacks;
mod guards;
mod kinds;
mod ledger;
mod rows;
mod rules;
mod scribe;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode};
use tempfile::NamedTempFile;

use attacks::Case;
use guards::Mutant;
use scribe::Step;

const SCHEMA: &str = include_str!("../../sql/schema.sql");

const KEY: &str = "a part of the key of a table WITHOUT ROWID is never NULL";
const NEW: &str = "event_is_new refuses a second one, REPLACE included";
const ORDER: &str = "event_in_order refuses it: the number would not be the next one";

/// Guards that another guard covers wholly, and which one.
#[rustfmt::skip]
const EQUIVALENT: &[(&str, &str)] = &[
    ("account: UNIQUE (stage, title, fiscal_year, due_year, grant_no, recipient, revenue)", "account_is_new refuses a second one, REPLACE included"),
    ("account_is_new, term: EXISTS (SELECT 1 FROM account WHERE id = NEW.id)", "the key stops INSERT, and for REPLACE account_has_a_balance: the number has a balance"),
    ("balance STRICT", "a row begins with zeros and moves by sums of integers: balance_starts_at_zero, balance_moves_by_postings"),
    ("balance_moves_by_postings, term: NEW.amount - OLD.amount <> (SELECT coalesce (sum (amount), 0", "only event_moves_balances gets this far: once sealed, each account of the newest entry has its number"),
    ("due_line.amount: NOT NULL", "it moves a total, whose amount is never NULL"),
    ("due_line.authority_year: NOT NULL", KEY),
    ("due_line.fiscal_year: NOT NULL", KEY),
    ("due_line.grant_no: NOT NULL", KEY),
    ("due_line.recipient: NOT NULL", "it moves a total, whose key is never NULL"),
    ("due_line.seq: NOT NULL", KEY),
    ("due_line.title: NOT NULL", KEY),
    ("entity_version.effective_on: NOT NULL", KEY),
    ("entity_version.entity: NOT NULL", KEY),
    ("entity_version.key: NOT NULL", KEY),
    ("entity_version.seq: NOT NULL", KEY),
    ("event.actor: NOT NULL", "event_belongs wants a person who is enrolled"),
    ("event.hash: UNIQUE", NEW),
    ("event.recipient_hash: UNIQUE", NEW),
    ("event.recorded_at: UNIQUE", "event_in_order wants a later time than that of the last entry"),
    ("event.ref: REFERENCES event (seq)", "event_belongs wants an entry of a kind, and none is ever deleted"),
    ("event.uid: UNIQUE", NEW),
    ("event: UNIQUE (recipient, recipient_seq)", ORDER),
    ("event_grant.grant_no: NOT NULL", KEY),
    ("event_grant.seq: NOT NULL", KEY),
    ("event_moves_balances, term: event_grant.seq = NEW.seq", "it saves time: what the entry does not concern, it cannot have changed"),
    ("event_moves_totals, term: seq = NEW.seq", "it saves time: what earlier entries moved has a row already"),
    ("person_name.person: PRIMARY KEY", "person_name_is_new refuses a second name, REPLACE included"),
    ("posting.event: NOT NULL", KEY),
    ("posting.line: NOT NULL", KEY),
    ("total: PRIMARY KEY (title, recipient, fiscal_year, stage)", "total_begins_with_an_event refuses a second one, REPLACE included"),
    ("total STRICT", "an amount and a key are those that an entry moves, from columns that are strict"),
    ("total.fiscal_year: NOT NULL", KEY),
    ("total.recipient: NOT NULL", KEY),
    ("total.seq: NOT NULL", "an entry without a number moves nothing: total_begins_with_an_event, total_moves_by_events"),
    ("total.stage: NOT NULL", KEY),
    ("total.title: NOT NULL", KEY),
];

#[test]
fn every_word_that_guards_in_the_schema_has_a_mutant() {
    // Counted in the plain text, apart from how the guards are found.
    let lines = SCHEMA.lines().map(|line| line.split("--").next().unwrap());
    let schema = lines.collect::<Vec<_>>().join(" ").replace("IS NOT NULL", "");
    let mutants = guards::mutants(SCHEMA);
    for (word, name) in [
        ("CHECK (", ": CHECK ("),
        ("UNIQUE", "UNIQUE"),
        ("PRIMARY KEY", ": PRIMARY KEY"),
        ("REFERENCES", ": REFERENCES"),
        ("NOT NULL", ": NOT NULL"),
        ("STRICT", " STRICT"),
        ("CREATE TRIGGER", "trigger "),
        ("RAISE(", ": '"),
    ] {
        let own = |mutant: &&Mutant| {
            mutant.name.contains(name)
                && !mutant.name.contains(", term:")
                && !mutant.name.contains(", list")
        };
        let found = mutants.iter().filter(own).count();
        assert_eq!(found, schema.matches(word).count(), "{word}");
    }
}

/// An empty ledger with the pragmas of `store::connect` that matter in memory.
fn opened(schema: &str) -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(schema).unwrap();
    prepared(conn)
}

fn prepared(conn: Connection) -> Connection {
    for (option, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        conn.set_db_config(option, on).unwrap();
    }
    as_tool(&conn, false);
    conn.set_prepared_statement_cache_capacity(128);
    conn
}

/// The rows of the sample under a mutated schema: its tables check them, its triggers come after.
fn with_rows_of(sample: &Path, schema: &str) -> rusqlite::Result<Connection> {
    let conn = Connection::open_in_memory()?;
    let (tables, triggers) = schema.split_at(schema.find("CREATE VIEW").unwrap());
    conn.execute_batch(tables)?;
    conn.execute("ATTACH ?1 AS sample", [sample.to_str().unwrap()])?;
    for table in rows::TABLES {
        conn.execute_batch(&format!("INSERT INTO main.{table} SELECT * FROM sample.{table}"))?;
    }
    conn.execute_batch("DETACH sample")?;
    conn.execute_batch(triggers)?;
    Ok(prepared(conn))
}

fn as_tool(conn: &Connection, tool: bool) {
    conn.pragma_update(None, "recursive_triggers", !tool).unwrap();
    conn.pragma_update(None, "foreign_keys", !tool).unwrap();
}

/// Runs a batch as one transaction; what was not refused is kept if `keep`.
fn run(conn: &Connection, steps: &[Step], keep: bool) -> rusqlite::Result<()> {
    let plainly = |sql: &str| conn.prepare_cached(sql)?.execute([]).map(drop);
    plainly("BEGIN")?;
    let mut done = steps.iter().try_for_each(|step| step.run(conn));
    if done.is_ok() && keep {
        done = plainly("COMMIT");
    }
    if !conn.is_autocommit() {
        plainly("ROLLBACK")?;
    }
    done
}

/// A refusal, and no mistake of this test in a statement.
fn refusal(error: &rusqlite::Error) -> String {
    let words = error.to_string();
    // What a table refers to must be a key: a mutant without the key cannot be written at all.
    let refused = error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
        || error.sqlite_error_code() == Some(ErrorCode::TypeMismatch)
        || words.contains("foreign key mismatch");
    assert!(refused, "{words}");
    words
}

/// Where the ledger of a case is not as expected; None when it is.
fn surprise(conn: &Connection, case: &Case) -> Option<String> {
    let error = run(conn, &case.steps, case.refused_with.is_some()).err();
    let words = error.map(|error| refusal(&error));
    match (case.refused_with, words) {
        (None, None) => None,
        (None, Some(words)) => Some(format!("{}: refused: {words}", case.name)),
        (Some(_), None) => Some(format!("{}: accepted", case.name)),
        (Some(expected), Some(words)) => {
            let fits = expected.split('|').any(|expected| words.contains(expected));
            (!fits).then(|| format!("{}: {words} instead of {expected}", case.name))
        }
    }
}

/// What every mutant is tried with.
struct Trial {
    good: ledger::Good,
    cases: Vec<Case>,
    /// The words with which the true schema refuses each case.
    words: Vec<String>,
    /// Files with the rows of the sample, and of the good ledger.
    sample: NamedTempFile,
    whole: NamedTempFile,
}

impl Trial {
    fn new() -> Self {
        let good = ledger::good();
        let cases = attacks::cases(&good);
        let conn = opened(SCHEMA);
        let saved = |steps: &[Step]| {
            run(&conn, steps, true).unwrap();
            let file = NamedTempFile::new().unwrap();
            conn.execute("VACUUM INTO ?1", [file.path().to_str().unwrap()]).unwrap();
            file
        };
        let (sample, whole) = (saved(good.sample()), saved(good.turns()));
        let words = cases.iter().map(|case| {
            as_tool(&conn, case.by_tool);
            let error = run(&conn, &case.steps, case.refused_with.is_some()).err();
            error.map_or_else(String::new, |error| refusal(&error))
        });
        let words = words.collect();
        Self { good, cases, words, sample, whole }
    }

    /// Who noticed that the guard is gone: a case that it decides, the good ledger written anew,
    /// or one of the other cases.
    fn noticed(&self, mutant: &Mutant) -> Option<String> {
        let (close, far): (Vec<usize>, Vec<usize>) = (0..self.cases.len())
            .partition(|at| mutant.concerns(&self.cases[*at].name, &self.words[*at]));
        let conn = match with_rows_of(self.whole.path(), &mutant.schema) {
            Ok(conn) => conn,
            Err(error) => return Some(format!("the ledger: {}", refusal(&error))),
        };
        self.by_case(&conn, &close)
            .or_else(|| self.by_ledger(mutant))
            .or_else(|| self.by_case(&conn, &far))
            .or_else(|| by_steps(&opened(&mutant.schema), self.good.sample()))
    }

    fn by_case(&self, conn: &Connection, chosen: &[usize]) -> Option<String> {
        let cases = || chosen.iter().map(|at| &self.cases[*at]);
        [false, true].into_iter().find_map(|tool| {
            as_tool(conn, tool);
            let found = cases().filter(|case| case.by_tool == tool).find(|case| {
                let refused = run(conn, &case.steps, case.refused_with.is_some());
                let refused = refused.is_err_and(|error| !refusal(&error).is_empty());
                refused != case.refused_with.is_some()
            });
            found.map(|case| case.name.clone())
        })
    }

    fn by_ledger(&self, mutant: &Mutant) -> Option<String> {
        let conn = with_rows_of(self.sample.path(), &mutant.schema).unwrap();
        by_steps(&conn, self.good.turns())
    }
}

fn by_steps(conn: &Connection, steps: &[Step]) -> Option<String> {
    run(conn, steps, true).err().map(|error| format!("the ledger: {}", refusal(&error)))
}

#[test]
fn every_attack_is_refused_and_every_good_deed_accepted() {
    let good = ledger::good();
    let conn = opened(SCHEMA);
    run(&conn, &good.scribe.steps, true).unwrap();
    let mut surprises = Vec::new();
    for case in attacks::cases(&good) {
        as_tool(&conn, case.by_tool);
        surprises.extend(surprise(&conn, &case));
    }
    assert_eq!(surprises, Vec::<String>::new());
}

#[test]
fn every_guard_is_noticed_when_it_is_gone_or_has_an_equal() {
    let trial = Trial::new();
    let mutants = guards::mutants(SCHEMA);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let noticed: BTreeMap<&str, Option<String>> = std::thread::scope(|scope| {
        let (trial, mutants) = (&trial, &mutants);
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let share = mutants.iter().skip(worker).step_by(threads);
                scope.spawn(move || {
                    share.map(|mutant| (&*mutant.name, trial.noticed(mutant))).collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    assert_eq!(noticed.len(), mutants.len(), "two mutants have one name");
    let survivors: BTreeSet<&str> =
        noticed.iter().filter(|(_, by)| by.is_none()).map(|(name, _)| *name).collect();
    let known: BTreeSet<&str> = EQUIVALENT.iter().map(|(name, _)| *name).collect();
    for (name, by) in &noticed {
        println!("{name} -- {}", by.as_deref().unwrap_or("nobody"));
    }
    println!(
        "{} guards, {} killed, {} equivalent",
        noticed.len(),
        noticed.len() - survivors.len(),
        known.len()
    );
    let unknown: Vec<_> = survivors.difference(&known).collect();
    assert!(unknown.is_empty(), "nobody notices that these are gone: {unknown:#?}");
    let killed: Vec<_> = known.difference(&survivors).collect();
    assert!(killed.is_empty(), "listed as equivalent, but gone or noticed: {killed:#?}");
}
