//! How long a ledger takes to open, to be verified, and to answer each screen.
//!
//! `cargo run --release --no-default-features --example measure -- FILE`; with `--book` after it,
//! bookings are written into the file: give it a copy. With `--balance` only the balance by
//! recipient and year is read, unverified: one question of a process that begins, as
//! `benches/beside.py` compares it.
#![expect(clippy::print_stdout, reason = "prints what it measured")]

use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use foerderbuch::domain::body::{ApplicationReceived, FinancingPlan};
use foerderbuch::domain::date::LAST_DAY;
use foerderbuch::domain::event::Draft;
use foerderbuch::domain::{Body, Day, FileNumber, Money, PersonNo, RecipientKey};
use foerderbuch::ops::{self, Failure, Stamp};
use foerderbuch::store::query::OpenCases;
use foerderbuch::store::search::SearchIndex;
use foerderbuch::store::view::search::{SearchQuery, words};
use foerderbuch::store::view::{About, EntryWish, GroupBy, Times};
use foerderbuch::store::{Access, Examination, Ledger, StoreError, query};
use foerderbuch::system;

/// Not repeated when it takes longer.
const LONG: Duration = Duration::from_millis(700);
const REPEATS: usize = 7;
/// A disk answers so differently that few bookings tell nothing.
const BOOKINGS: usize = 200;
/// One minute before midnight, 31 December 2026, in microseconds since 1970 UTC.
const NOW: i64 = 1_798_757_940_000_000;

/// Does the work and says how long it took: the first time, and the median of more times.
fn timed<T, E>(name: &str, work: impl FnMut() -> Result<T, E>) -> Result<T, E> {
    timed_often(name, REPEATS, work)
}

/// The same, with the median of so many more times.
fn timed_often<T, E>(
    name: &str,
    repeats: usize,
    mut work: impl FnMut() -> Result<T, E>,
) -> Result<T, E> {
    let began = Instant::now();
    let mut done = work()?;
    let first = began.elapsed();
    let mut times = vec![first];
    if first < LONG {
        times.clear();
        for _ in 0..repeats {
            let began = Instant::now();
            done = work()?;
            times.push(began.elapsed());
        }
        times.sort_unstable();
    }
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    let median = times.get(times.len() / 2).copied().unwrap_or(first);
    println!("{name:<30} first {:>9.1} ms, median {:>9.1} ms", millis(first), millis(median));
    Ok(done)
}

/// Memory of the process in MB, where the system tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("RssAnon")).unwrap_or_default();
    let kilobytes: u64 =
        line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or_default();
    format!("{} MB of memory", kilobytes / 1024)
}

fn main() -> Result<(), Box<dyn Error>> {
    system::keep_little_memory();
    let path = PathBuf::from(std::env::args_os().nth(1).ok_or("which file?")?);
    let wanted = std::env::args().nth(2);
    let wants = |word: &str| wanted.as_deref() == Some(word);
    if wants("--balance") {
        let ledger = Ledger::open_unverified(&path, Access::Read)?;
        let programme = query::programme(&ledger)?;
        let as_of = programme.default_as_of.unwrap_or(LAST_DAY);
        let times = Times { as_of, known: ledger.head().seq };
        println!("{} rows", query::balance(&ledger, times, GroupBy::RecipientYear)?.rows.len());
        return Ok(());
    }
    let books = wants("--book");
    let mut ledger = timed("open unverified", || Ledger::open_unverified(&path, Access::Write))?;
    let examine = || Examination::of(&path)?.run(&mut |_| {});
    let verified = timed("verify", examine)?;
    println!("{} entries, {} findings", verified.head.seq, verified.findings.len());
    ledger.confirm(verified)?;
    let programme = query::programme(&ledger)?;
    let as_of = programme.default_as_of.unwrap_or(LAST_DAY);
    let latest = Times { as_of, known: ledger.head().seq };
    println!("-- latest state");
    screens(&ledger, latest)?;
    println!("-- search");
    search(&ledger, latest)?;
    println!("-- booking, {}", memory());
    booking(&mut ledger, books)?;
    println!("-- earlier Datenstand");
    screens(&ledger, Times { as_of, known: ledger.head().seq * 3 / 4 })?;
    println!("-- earlier Stichtag");
    let middle = query::event(&ledger, ledger.head().seq / 2)?.map(|event| event.effective_on);
    let times = Times { as_of: middle.unwrap_or(as_of), ..latest };
    timed("balance by year", || query::balance(&ledger, times, GroupBy::Year))?;
    timed("overview", || query::overview(&ledger, times))?;
    Ok(())
}

/// Read as a screen does, from one state of the file.
fn shown<T>(
    name: &str,
    ledger: &Ledger,
    mut query: impl FnMut(&Ledger) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    timed(name, || ledger.reading(&mut query))
}

fn screens(ledger: &Ledger, times: Times) -> Result<(), StoreError> {
    shown("balance by year", ledger, |ledger| query::balance(ledger, times, GroupBy::Year))?;
    shown("overview", ledger, |ledger| query::overview(ledger, times))?;
    let grants = shown("grants", ledger, |ledger| query::grants(ledger, times))?;
    let cases = shown("cases", ledger, |ledger| query::cases(ledger, times))?;
    shown("deadlines", ledger, |ledger| query::deadlines(ledger, times))?;
    let mut open = OpenCases::default();
    shown("tasks, first and then", ledger, |ledger| query::tasks_since(ledger, times, &mut open))?;
    let recipients = shown("recipients", ledger, |ledger| query::recipients(ledger, times))?;
    shown("milestones", ledger, |ledger| query::milestones(ledger, times))?;
    shown("budget", ledger, |ledger| query::budget(ledger, times))?;
    shown("planning", ledger, |ledger| query::planning(ledger, times))?;
    shown("capacity", ledger, |ledger| query::capacity(ledger, times))?;
    let wish = EntryWish::default();
    let index = shown("journal, numbers", ledger, |ledger| {
        query::entry_index(ledger, times, &wish, &|| true)
    })?;
    let window = index.seqs.get(..100.min(index.seqs.len())).unwrap_or_default();
    shown("journal, 100 rows", ledger, |ledger| {
        query::entries(ledger, times, &wish.filter, window)
    })?;
    shown("choices", ledger, |ledger| query::choices(ledger, times, &About::default()))?;
    if let Some(grant) = grants.get(grants.len() / 2) {
        let about = About { grant: Some(grant.grant.clone()), ..About::default() };
        shown("choices of a grant", ledger, |ledger| query::choices(ledger, times, &about))?;
        shown("grant", ledger, |ledger| query::grant(ledger, times, &grant.grant))?;
        shown("case", ledger, |ledger| query::case_detail(ledger, times, &grant.grant))?;
        shown("page of a case", ledger, |ledger| query::case_page(ledger, times, &grant.grant))?;
        shown("tasks of a grant", ledger, |ledger| query::tasks_of(ledger, times, &grant.grant))?;
    }
    if let Some(row) = recipients.first() {
        shown("recipient", ledger, |ledger| query::recipient(ledger, times, &row.key))?;
        shown("page of a recipient", ledger, |ledger| {
            query::recipient_page(ledger, times, &row.key)
        })?;
    }
    println!("{} grants, {} cases, {} recipients", grants.len(), cases.len(), recipients.len());
    Ok(())
}

fn search(ledger: &Ledger, times: Times) -> Result<(), StoreError> {
    let before = memory();
    let mut index = SearchIndex::default();
    timed("index", || {
        while !index.extend(ledger, 250)? {}
        Ok::<_, StoreError>(())
    })?;
    println!("{before} without the index, {} with it", memory());
    for typed in ["gera", "20", "stadt", "breitband 2021", "nirgends"] {
        let query = SearchQuery { words: words(typed), ..SearchQuery::default() };
        let hits = timed(&format!("search for {typed}"), || index.find(ledger, times, &query))?;
        println!(
            "  {} entries, {} cases, {} recipients, {} milestones",
            hits.entries.total, hits.cases.total, hits.recipients.total, hits.milestones.total
        );
    }
    let amount = Some(Money::from_cents(10_000_000));
    let query = SearchQuery { amount, ..SearchQuery::default() };
    timed("search for an amount", || index.find(ledger, times, &query))?;
    Ok(())
}

/// What a form asks while it is typed, and the booking itself.
fn booking(ledger: &mut Ledger, books: bool) -> Result<(), Box<dyn Error>> {
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let recipients = query::recipients(ledger, times)?;
    let recipient = recipients.first().ok_or("a ledger without recipients")?.key.clone();
    let stamp = Stamp::new(NOW, "measure".to_owned());
    let accepted =
        |actor: &PersonNo| ops::rehearse(ledger, &[draft(0, *actor, &recipient)], &stamp).is_ok();
    let persons = query::persons(ledger, times)?;
    let actor = persons.iter().map(|row| row.person).find(accepted).ok_or("nobody may book")?;
    let first = draft(0, actor, &recipient);
    timed("preview", || ops::preview(ledger, &first))?;
    timed("rehearsal", || {
        ops::rehearse(ledger, std::slice::from_ref(&first), &stamp)
            .map_err(|failure| said(&failure))
    })?;
    if books {
        let mut next = 0;
        timed_often("durable booking", BOOKINGS, || {
            next += 1;
            ops::book(ledger, &[draft(next, actor, &recipient)], &stamp)
                .map_err(|failure| said(&failure))
        })?;
    }
    Ok(())
}

fn said(failure: &Failure) -> String {
    format!("{failure:?}")
}

fn draft(number: u8, actor: PersonNo, recipient: &RecipientKey) -> Draft {
    let amount = Money::from_cents(10_000);
    Draft {
        uid: [number; 16],
        recipient: recipient.clone(),
        effective_on: Day::from_ymd_opt(2026, 12, 30).unwrap_or(LAST_DAY),
        actor,
        voucher: "Messung".to_owned(),
        reference: None,
        body: Body::ApplicationReceived(ApplicationReceived {
            grant: FileNumber::new(format!("MESSUNG-{number}")),
            purpose: "Messung".to_owned(),
            requested_cents: amount,
            plan: FinancingPlan {
                total_cents: amount,
                eligible_cents: amount,
                own_cents: Money::ZERO,
                third_party_cents: Money::ZERO,
            },
            source: None,
        }),
        person_name: None,
    }
}
