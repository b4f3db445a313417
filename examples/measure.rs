//! How long a ledger takes to open, to be verified, and to answer each screen.
//!
//! `cargo run --release --no-default-features --example measure -- FILE`
#![expect(clippy::print_stdout, reason = "prints what it measured")]

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use foerderbuch::domain::date::LAST_DAY;
use foerderbuch::store::view::{About, Times};
use foerderbuch::store::{Access, Examination, Ledger, StoreError, query};

fn timed<T>(name: &str, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let began = Instant::now();
    let done = work()?;
    println!("{name:<28} {:>9.1} ms", began.elapsed().as_secs_f64() * 1e3);
    Ok(done)
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = PathBuf::from(std::env::args_os().nth(1).ok_or("which file?")?);
    let ledger = timed("open unverified", || Ledger::open_unverified(&path, Access::Read))?;
    let verified = timed("verify", || Examination::of(&path)?.run(&mut |_| {}))?;
    println!("{} entries, {} findings", verified.head.seq, verified.findings.len());
    let programme = query::programme(&ledger)?;
    let as_of = programme.default_as_of.unwrap_or(LAST_DAY);
    let latest = Times { as_of, known: ledger.head().seq };
    let earlier = Times { as_of, known: ledger.head().seq * 3 / 4 };
    for (name, times) in [("now", latest), ("earlier", earlier)] {
        println!("-- {name}");
        screens(&ledger, times)?;
    }
    Ok(())
}

fn screens(ledger: &Ledger, times: Times) -> Result<(), StoreError> {
    timed("overview", || query::overview(ledger, times))?;
    timed("overview again", || query::overview(ledger, times))?;
    let grants = timed("grants", || query::grants(ledger, times))?;
    let cases = timed("cases", || query::cases(ledger, times))?;
    timed("deadlines", || query::deadlines(ledger, times))?;
    timed("tasks", || query::tasks(ledger, times))?;
    let recipients = timed("recipients", || query::recipients(ledger, times))?;
    timed("milestones", || query::milestones(ledger, times))?;
    timed("budget", || query::budget(ledger, times))?;
    timed("capacity", || query::capacity(ledger, times))?;
    timed("choices", || query::choices(ledger, times, &About::default()))?;
    if let Some(grant) = grants.get(grants.len() / 2) {
        let about = About { grant: Some(grant.grant.clone()), ..About::default() };
        timed("choices of a grant", || query::choices(ledger, times, &about))?;
        timed("grant", || query::grant(ledger, times, &grant.grant))?;
        timed("case", || query::case_detail(ledger, times, &grant.grant))?;
        timed("tasks of a grant", || query::tasks_of(ledger, times, &grant.grant))?;
    }
    if let Some(row) = recipients.first() {
        timed("recipient", || query::recipient(ledger, times, &row.key))?;
    }
    println!("{} grants, {} cases, {} recipients", grants.len(), cases.len(), recipients.len());
    Ok(())
}
