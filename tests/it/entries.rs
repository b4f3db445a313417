//! Windows of the journal against the whole of it, and the postings behind each figure.

use foerderbuch::domain::{Day, Kind, Money, Seq, Stage};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::store::view::{
    EntryFilter, EntryOrder, EntryWish, GroupBy, JournalRow, PostingFilter, Times,
};
use foerderbuch::store::{Ledger, StoreError, query};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The sample, and pairs of times: early, in between, known early, all of it.
fn ledgers() -> Vec<(Ledger, Vec<Times>)> {
    [Through::Year2020, Through::Year2022]
        .map(|through| {
            let ledger = sample::in_memory_through(through).unwrap();
            let last = ledger.head().seq;
            let pairs = [
                ("2019-06-30", last),
                ("2020-12-31", last),
                ("2020-12-31", last / 2),
                ("2199-12-31", last),
            ];
            let times = pairs.map(|(as_of, known)| Times { as_of: day(as_of), known });
            (ledger, times.to_vec())
        })
        .into()
}

fn wish(filter: EntryFilter, order: EntryOrder) -> EntryWish {
    EntryWish { filter, order, ..EntryWish::default() }
}

fn seqs(ledger: &Ledger, times: Times, wish: &EntryWish) -> Vec<Seq> {
    query::entry_index(ledger, times, wish, &|| true).unwrap().seqs
}

#[test]
fn windows_hold_the_rows_of_the_whole_journal_in_every_order() {
    for (ledger, pairs) in ledgers() {
        for times in pairs {
            let mut all = query::journal(&ledger, times).unwrap();
            for order in
                [EntryOrder::Oldest, EntryOrder::Newest, EntryOrder::Earliest, EntryOrder::Latest]
            {
                match order {
                    EntryOrder::Oldest => all.sort_by_key(|row| row.seq),
                    EntryOrder::Newest => all.sort_by_key(|row| std::cmp::Reverse(row.seq)),
                    EntryOrder::Earliest => all.sort_by_key(|row| (row.effective_on, row.seq)),
                    EntryOrder::Latest => {
                        all.sort_by_key(|row| std::cmp::Reverse((row.effective_on, row.seq)));
                    }
                }
                let found = seqs(&ledger, times, &wish(EntryFilter::default(), order));
                let mut read: Vec<JournalRow> = Vec::new();
                for window in found.chunks(17) {
                    let filter = EntryFilter::default();
                    read.extend(query::entries(&ledger, times, &filter, window).unwrap());
                }
                assert_eq!(read, all, "{times:?} {order:?}");
            }
        }
    }
}

#[test]
fn each_filter_finds_what_a_look_through_the_whole_journal_finds() {
    for (ledger, pairs) in ledgers() {
        for times in pairs {
            let all = query::journal(&ledger, times).unwrap();
            let check = |filter: EntryFilter, keep: &dyn Fn(&JournalRow) -> bool| {
                let wanted: Vec<Seq> = all.iter().filter(|r| keep(r)).map(|r| r.seq).collect();
                let found = seqs(&ledger, times, &wish(filter.clone(), EntryOrder::Oldest));
                assert_eq!(found, wanted, "{times:?} {filter:?}");
            };
            let Some(first) = all.iter().find(|row| !row.recipient.is_empty()) else { continue };
            let (recipient, actor) = (first.recipient.clone(), first.actor);
            let kinds = vec![Kind::PaymentOrdered, Kind::PaymentConfirmed];
            let (from, until) = (day("2019-05-01"), day("2020-06-30"));
            check(
                EntryFilter { recipient: Some(recipient.clone()), ..EntryFilter::default() },
                &|row| row.recipient == recipient,
            );
            check(EntryFilter { actors: vec![actor], ..EntryFilter::default() }, &|row| {
                row.actor == actor
            });
            for row in all.iter().filter(|row| row.amount.is_some()).step_by(7) {
                let (at_least, at_most) = (row.amount, row.amount);
                check(EntryFilter { at_least, ..EntryFilter::default() }, &|row| {
                    row.amount.is_some() && row.amount >= at_least
                });
                check(EntryFilter { at_least, at_most, ..EntryFilter::default() }, &|row| {
                    row.amount == at_most
                });
            }
            check(EntryFilter { object: "eg-2020".to_owned(), ..EntryFilter::default() }, &|row| {
                row.object.to_lowercase().contains("eg-2020")
            });
            check(EntryFilter { voucher: "k-2".to_owned(), ..EntryFilter::default() }, &|row| {
                row.voucher.to_lowercase().contains("k-2")
            });
            let recipient_named = "schmalkalden".to_owned();
            check(EntryFilter { recipient_named, ..EntryFilter::default() }, &|row| {
                row.recipient_name.to_lowercase().contains("schmalkalden")
            });
            check(EntryFilter { kinds: kinds.clone(), ..EntryFilter::default() }, &|row| {
                kinds.contains(&row.kind)
            });
            let span =
                EntryFilter { from: Some(from), until: Some(until), ..EntryFilter::default() };
            check(span, &|row| (from..=until).contains(&row.effective_on));
            let words = EntryFilter { words: " EG-2019-003 ".to_owned(), ..EntryFilter::default() };
            check(words, &|row| {
                let text = [row.voucher.as_str(), &row.body].join("\n").to_lowercase();
                text.contains("eg-2019-003")
            });
        }
    }
}

#[test]
fn the_bookings_behind_each_figure_of_the_budget_add_up_to_it() {
    let mut figures = 0;
    for (ledger, pairs) in ledgers() {
        for times in pairs {
            let balance = query::balance(&ledger, times, GroupBy::Year).unwrap();
            for row in &balance.rows {
                let year = foerderbuch::domain::FiscalYear(row.key.parse().unwrap());
                for stage in Stage::ALL.iter().copied().filter(|stage| stage.is_money()) {
                    let postings = PostingFilter::at(&[stage]).in_year(year);
                    let wish = wish(EntryFilter::behind(postings), EntryOrder::Oldest);
                    let index = query::entry_index(&ledger, times, &wish, &|| true).unwrap();
                    assert_eq!(
                        index.sum(),
                        Some(row.sums.at(stage)),
                        "{times:?} {year:?} {stage:?}"
                    );
                    let rows = query::entries(&ledger, times, &wish.filter, &index.seqs).unwrap();
                    let shown: Money = rows.iter().filter_map(|row| row.amount).sum();
                    assert_eq!(Some(shown), index.sum(), "{times:?} {year:?} {stage:?}");
                    figures += usize::from(!shown.is_zero());
                }
            }
        }
    }
    assert!(figures > 40, "{figures}");
}

#[test]
fn a_search_that_is_not_wanted_any_more_stops() {
    let ledger = sample::in_memory().unwrap();
    let times = Times { as_of: day("2199-12-31"), known: ledger.head().seq };
    let filter = EntryFilter { words: "kommune".to_owned(), ..EntryFilter::default() };
    let wish = wish(filter, EntryOrder::Newest);
    let stopped = query::entry_index(&ledger, times, &wish, &|| false);
    assert!(matches!(stopped, Err(StoreError::Cancelled)), "{stopped:?}");
}
