//! How long what each screen reads takes, and what it needs in memory.
//!
//! `LEDGER=FILE cargo bench --bench queries` measures that file, without it the sample. The file
//! cache of the system is as it is; the second run is that of a desk at work. Memory is measured on
//! Linux alone.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot be set up ends at once")]
#![expect(clippy::print_stdout, reason = "prints what it measured")]

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use foerderbuch::domain::Money;
use foerderbuch::domain::date::LAST_DAY;
use foerderbuch::ops::sample;
use foerderbuch::store::query::{self, OpenCases};
use foerderbuch::store::search::SearchIndex;
use foerderbuch::store::view::search::{SearchQuery, words};
use foerderbuch::store::view::{About, EntryFilter, EntryOrder, EntryWish, Times};
use foerderbuch::store::{Access, Ledger};

fn main() {
    let path = std::env::var_os("LEDGER").map(PathBuf::from);
    let ledger = path.as_deref().map_or_else(
        || sample::in_memory().unwrap(),
        |path| Ledger::open_unverified(path, Access::Read).unwrap(),
    );
    let day = "2026-11-28".parse().unwrap();
    let times = Times { as_of: day, known: ledger.head().seq };
    println!("{} entries, {}", times.known, memory());
    for _ in 0..2 {
        screens(&ledger, times);
    }
    journal(&ledger, times);
    let mut index = SearchIndex::default();
    timed("search: index", || while !index.extend(&ledger, 250).unwrap() {});
    for typed in ["gera", "eg-2020-089", "1", "20", "28.05", "rechenzentrum schule", "nirgends"] {
        let wanted = SearchQuery { words: words(typed), ..SearchQuery::default() };
        timed(&format!("search: {typed}"), || index.find(&ledger, times, &wanted).unwrap());
    }
    let amount = Some(Money::from_cents(300_000_000));
    let wanted = SearchQuery { amount, words: words("3.000.000"), number: None };
    timed("search: 3.000.000", || index.find(&ledger, times, &wanted).unwrap());
}

fn screens(ledger: &Ledger, times: Times) {
    let any = Times { as_of: LAST_DAY, ..times };
    timed("overview", || query::overview(ledger, times).unwrap());
    let mut open = OpenCases::default();
    timed("work list", || query::tasks_since(ledger, times, &mut open).unwrap());
    timed("work list again", || query::tasks_since(ledger, times, &mut open).unwrap());
    timed("budget", || query::budget(ledger, times).unwrap());
    timed("planning", || query::planning(ledger, times).unwrap());
    timed("grants", || query::grants(ledger, times).unwrap());
    timed("cases", || query::cases(ledger, times).unwrap());
    timed("recipients", || query::recipients(ledger, times).unwrap());
    timed("deadlines", || query::deadlines(ledger, times).unwrap());
    timed("milestones", || query::milestones(ledger, times).unwrap());
    timed("forecasts", || query::forecasts(ledger, times).unwrap());
    timed("masters", || query::masters(ledger, times).unwrap());
    timed("capacity", || query::capacity(ledger, times).unwrap());
    timed("choices", || query::choices(ledger, any, &About::default()).unwrap());
}

fn journal(ledger: &Ledger, times: Times) {
    for order in [EntryOrder::Newest, EntryOrder::Earliest, EntryOrder::Latest] {
        let wish = EntryWish { order, ..EntryWish::default() };
        let name = format!("journal, {order:?}");
        timed(&name, || query::entry_index(ledger, times, &wish, &|| true).unwrap());
    }
    let filter = EntryFilter { words: "rechenzentrum".to_owned(), ..EntryFilter::default() };
    let wish = EntryWish { filter, ..EntryWish::default() };
    timed("journal, words", || query::entry_index(ledger, times, &wish, &|| true).unwrap());
}

fn timed<T>(name: &str, work: impl FnOnce() -> T) {
    // Linux forgets the peak so far.
    std::fs::write("/proc/self/clear_refs", "5").ok();
    let began = Instant::now();
    let found = black_box(work());
    let took = began.elapsed();
    let memory = memory();
    drop(found);
    println!("{name:<24} {:>8.0} ms, {memory}", took.as_secs_f64() * 1e3);
}

/// Resident memory and its peak.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |field: &str| -> u64 {
        let line = status.lines().find_map(|line| line.strip_prefix(field));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    };
    format!("{:>4} MB resident, peak {:>4} MB", of("VmRSS:") / 1024, of("VmHWM:") / 1024)
}
