//! What the worker reads for screens.

use super::{Key, Payload};
use crate::domain::Seq;
use crate::paper;
use crate::store::query::OpenCases;
use crate::store::view::search::SearchHits;
use crate::store::view::{EntryFilter, Times};
use crate::store::{Ledger, StoreError, query};
use crate::ui::data::{Known, Want};

pub(super) fn times(ledger: &Ledger, key: &Key) -> Result<Times, StoreError> {
    Ok(Times { as_of: key.as_of, known: known(ledger, key.known)? })
}

/// The last entry that counts at a Datenstand.
fn known(ledger: &Ledger, known: Known) -> Result<Seq, StoreError> {
    Ok(match known {
        Known::Latest => ledger.head().seq,
        Known::EndOf(day) => query::known_at_end_of(ledger, day)?,
        Known::Entry(seq) => seq.min(ledger.head().seq),
    })
}

pub(super) fn load(
    (ledger, key): (&Ledger, &Key),
    want: &Want,
    open: &mut OpenCases,
    go_on: &dyn Fn() -> bool,
) -> Result<Payload, StoreError> {
    // Figures of a ledger that does not verify are shown nowhere.
    ledger.require_good()?;
    // What stands beside one another on a screen is of one state, whatever others book meanwhile.
    ledger.reading(|ledger| of_one_state((ledger, key), want, open, go_on))
}

fn of_one_state(
    (ledger, key): (&Ledger, &Key),
    want: &Want,
    open: &mut OpenCases,
    go_on: &dyn Fn() -> bool,
) -> Result<Payload, StoreError> {
    let times = times(ledger, key)?;
    Ok(match want {
        Want::Overview => Payload::Overview(query::overview(ledger, times)?),
        Want::Grants => Payload::Grants(query::grants(ledger, times)?),
        Want::Grant(grant) => Payload::Grant(query::grant(ledger, times, grant)?),
        Want::Recipients => Payload::Recipients(query::recipients(ledger, times)?),
        Want::Recipient(key) => Payload::Recipient(query::recipient(ledger, times, key)?),
        Want::Milestones => Payload::Milestones(query::milestones(ledger, times)?),
        Want::EntryIndex(wish) => {
            Payload::EntryIndex(query::entry_index(ledger, times, wish, go_on)?)
        }
        Want::Entries(seqs) => {
            Payload::Entries(query::entries(ledger, times, &EntryFilter::default(), seqs)?)
        }
        Want::Capacity(day) => {
            let times = Times { as_of: *day, ..times };
            Payload::Capacity(query::capacity(ledger, times)?)
        }
        Want::Choices(about) => {
            // A booking may be of any day: what is chosen from counts whatever its day.
            let times = Times { as_of: crate::domain::date::LAST_DAY, ..times };
            Payload::Choices(Box::new(query::choices(ledger, times, about)?))
        }
        Want::Masters => Payload::Masters(query::masters(ledger, times)?),
        Want::Cases => Payload::Cases(query::cases(ledger, times)?),
        Want::Case(grant) => Payload::Case(Box::new(query::case_detail(ledger, times, grant)?)),
        Want::CasePage(grant) => {
            Payload::CasePage(Box::new(query::case_page(ledger, times, grant)?))
        }
        Want::RecipientPage(key) => {
            Payload::RecipientPage(Box::new(query::recipient_page(ledger, times, key)?))
        }
        Want::Forecasts => Payload::Forecasts(query::forecasts(ledger, times)?),
        Want::Budget => Payload::Budget(query::budget(ledger, times)?),
        Want::BudgetLine(title, year) => {
            Payload::BudgetLine(query::budget_detail(ledger, times, (title, *year))?)
        }
        Want::Deadlines => Payload::Deadlines(query::deadlines(ledger, times)?),
        Want::IssuedPapers => Payload::Issued(paper::issued::issued(ledger, times.known)?),
        Want::Difference(before) => difference(ledger, times, *before)?,
        // Made by the thread itself, which keeps the paper that is looked at and files of others.
        Want::Paper(..)
        | Want::Page(_)
        | Want::CashState
        | Want::CashPreview(..)
        | Want::BankOwners(_)
        | Want::Compared(..)
        | Want::TakeoverPreview(..) => Payload::Paper(Box::new(None)),
        // Answered from the index, which belongs to the thread.
        Want::Search(_) => Payload::Search(SearchHits::default()),
        Want::Planning => Payload::Planning(Box::new(query::planning(ledger, times)?)),
        Want::Tasks => Payload::Tasks(query::tasks_since(ledger, times, open)?),
        Want::TaskReview(kind, entry) => {
            let rows = query::tasks_on(ledger, times, *entry)?;
            let row = rows.iter().find(|row| row.key() == (*kind, *entry));
            let review = row.map(|row| query::task_review(ledger, times, row)).transpose()?;
            Payload::TaskReview(Box::new(review))
        }
    })
}

fn difference(ledger: &Ledger, times: Times, before: Known) -> Result<Payload, StoreError> {
    let before = known(ledger, before)?;
    // What comes later than the chosen Datenstand is no earlier one.
    let earlier = before > 0 && before <= times.known;
    let found = earlier.then(|| query::difference(ledger, times, before)).transpose()?;
    Ok(Payload::Difference(Box::new(found)))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;
    use crate::cli::draft;
    use crate::domain::stage::Stage;
    use crate::domain::{Money, PersonNo};
    use crate::ops::{self, Stamp, sample};
    use crate::store::Access;
    use crate::text::{Lang, Text};

    const BOOKINGS: u64 = 60;

    /// As another process: one cent after the other is drawn.
    fn draw(path: &Path) {
        let mut ledger = Ledger::open(path, Access::Write).expect("a ledger");
        let stamp = Stamp::new(crate::system::now(), "test".to_owned());
        for number in 1..=BOOKINGS {
            let line = format!(
                r#"{{"kind":"draw_requested","effective_on":"2020-12-16","recipient":"16999006",
                "voucher":"Abruf {number}","body":{{"line":{{"grant":"EG-2020-003",
                "title":"1616 63371","fiscal_year":2020,"amount_cents":1}}}}}}"#
            );
            let draft = draft::parse(&line, PersonNo(2), &Text::new(Lang::De)).expect("a draft");
            ops::book(&mut ledger, &[draft], &stamp).expect("booked");
        }
    }

    /// The last entry that counts, and what was drawn and is not ordered yet.
    fn read(ledger: &Ledger, key: &Key) -> (Seq, Money) {
        let mut open = OpenCases::default();
        let known = ledger.head().seq;
        let Ok(Payload::Recipients(rows)) =
            load((ledger, key), &Want::Recipients, &mut open, &|| true)
        else {
            panic!("recipients can be read");
        };
        (known, rows.iter().map(|row| row.sums.at(Stage::Requested)).sum())
    }

    #[test]
    fn a_screen_is_of_one_state_while_another_process_books() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("s.foerderbuch");
        sample::write(&path).expect("a sample");
        let mut ledger = Ledger::open(&path, Access::Read).expect("a ledger");
        let as_of = "2020-12-31".parse().expect("a day");
        let key = Key { head: None, as_of, known: Known::Latest };
        let (first, before) = read(&ledger, &key);
        let booked = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                draw(&path);
                booked.store(true, Ordering::Relaxed);
            });
            while !booked.load(Ordering::Relaxed) {
                ledger.refresh().expect("readable");
                let (known, drawn) = read(&ledger, &key);
                let expected = i64::try_from(known - first).expect("few");
                assert_eq!(drawn - before, Money::from_cents(expected), "entry {known}");
            }
        });
        ledger.refresh().expect("readable");
        assert_eq!(read(&ledger, &key).0, first + BOOKINGS);
    }
}
