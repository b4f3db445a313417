//! Queries that read little give the answers of those that read everything.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use foerderbuch::domain::{Day, FiscalYear, Kind, Money, RecipientKey, Seq};
use foerderbuch::ops::{self, sample};
use foerderbuch::store::query::{self, OpenCases};
use foerderbuch::store::search::SearchIndex;
use foerderbuch::store::view::search::{Fit, SearchQuery, fit, fold, words};
use foerderbuch::store::view::{EntryFilter, EntryOrder, EntryWish, MilestoneState, Times};
use foerderbuch::store::{Access, Ledger};

use super::large::programme;
use super::table::{Table, draft, milestone, stamp};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The sample until 2022 and a ledger that was generated, in which nearly every kind occurs; booked
/// once for all tests.
fn ledgers() -> Vec<Ledger> {
    static BOOKED: Mutex<Vec<Ledger>> = Mutex::new(Vec::new());
    let mut booked = BOOKED.lock().unwrap_or_else(PoisonError::into_inner);
    if booked.is_empty() {
        let folder = tempfile::tempdir().unwrap();
        let generated = folder.path().join("generated.foerderbuch");
        programme::write(&generated, 3_000, 11, &mut |_| {}).unwrap();
        let generated = Ledger::open(&generated, Access::Read).unwrap();
        *booked = vec![
            sample::in_memory_through(sample::Through::Year2022).unwrap(),
            generated.in_memory_copy().unwrap(),
        ];
    }
    booked.iter().map(|ledger| ledger.in_memory_copy().unwrap()).collect()
}

fn pairs(ledger: &Ledger) -> Vec<Times> {
    let last = ledger.head().seq;
    let days = ["2026-11-28", "2022-06-30", "2020-09-15", "2017-03-01"].map(day);
    let known = [last, last * 2 / 3];
    days.iter().flat_map(|as_of| known.map(|known| Times { as_of: *as_of, known })).collect()
}

#[test]
fn the_page_of_a_recipient_is_what_the_lists_of_all_say_of_it() {
    let mut seen = [0; 4];
    for ledger in ledgers() {
        for times in pairs(&ledger) {
            let (cases, tasks) =
                (query::cases(&ledger, times).unwrap(), query::tasks(&ledger, times).unwrap());
            let milestones = query::milestones(&ledger, times).unwrap();
            let forecasts = query::forecasts(&ledger, times).unwrap();
            let named = beneficiaries(&ledger, times);
            let recipients = query::recipients(&ledger, times).unwrap();
            let looked_at = recipients
                .iter()
                .enumerate()
                .filter(|(place, row)| *place < 10 || named.contains(&row.key));
            for (_, recipient) in looked_at.take(14) {
                let key = &recipient.key;
                let page = query::recipient_page(&ledger, times, key).unwrap();
                let own: Vec<_> = cases.iter().filter(|row| row.recipient == *key).collect();
                assert_eq!(page.cases.iter().collect::<Vec<_>>(), own, "{key} {times:?}");
                let own: Vec<_> = tasks.iter().filter(|row| row.recipient == *key).collect();
                assert_eq!(page.tasks.iter().collect::<Vec<_>>(), own, "{key} {times:?}");
                let own: Vec<_> = milestones.iter().filter(|row| row.recipient == *key).collect();
                assert_eq!(page.milestones.iter().collect::<Vec<_>>(), own, "{key} {times:?}");
                let mut own = forecasts.clone();
                own.retain(|key, _| page.milestones.iter().any(|row| row.milestone == *key));
                assert_eq!(page.forecasts, own, "{key} {times:?}");
                assert_eq!(page.benefits, benefits(&ledger, times, key), "{key} {times:?}");
                let found = [
                    page.cases.len(),
                    page.tasks.len(),
                    page.milestones.len(),
                    page.forecasts.len(),
                ];
                seen.iter_mut().zip(found).for_each(|(seen, found)| *seen += found);
            }
        }
    }
    assert!(seen.iter().all(|seen| *seen > 0), "{seen:?}");
}

/// Whoever is named as a beneficiary of some grant.
fn beneficiaries(ledger: &Ledger, times: Times) -> BTreeSet<RecipientKey> {
    let grants = query::grants(ledger, times).unwrap().into_iter();
    let states = grants.filter_map(|row| query::grant_state(ledger, times, &row.grant).unwrap());
    states.flat_map(|state| state.beneficiaries).map(|named| named.key).collect()
}

/// Grants that name a beneficiary, read one by one.
fn benefits(
    ledger: &Ledger,
    times: Times,
    key: &RecipientKey,
) -> Vec<(foerderbuch::domain::FileNumber, foerderbuch::domain::body::BeneficiaryNamed)> {
    let mut grants: Vec<_> =
        query::grants(ledger, times).unwrap().into_iter().map(|row| row.grant).collect();
    grants.sort();
    let mut found = Vec::new();
    for number in grants {
        let grant = query::grant_state(ledger, times, &number).unwrap().unwrap();
        let named = grant.beneficiaries.into_iter().filter(|named| named.key == *key);
        found.extend(named.map(|named| (number.clone(), named)));
    }
    found
}

/// A work list that is followed from entry to entry has what one that begins anew has.
#[test]
fn the_work_list_remembers_no_case_too_few() {
    let mut most = 0;
    for ledger in ledgers() {
        let last = ledger.head().seq;
        for as_of in ["2026-11-28", "2020-12-31"].map(day) {
            let mut open = OpenCases::default();
            for known in (1..=last).step_by(usize::try_from(last / 40).unwrap()) {
                let times = Times { as_of, known };
                let rows = query::tasks(&ledger, times).unwrap();
                assert_eq!(query::tasks_since(&ledger, times, &mut open).unwrap(), rows);
                most = most.max(rows.len());
            }
            // Back in time and to another day it begins anew.
            for times in
                [Times { as_of, known: last / 3 }, Times { as_of: day("2019-06-30"), known: last }]
            {
                let rows = query::tasks(&ledger, times).unwrap();
                assert_eq!(query::tasks_since(&ledger, times, &mut open).unwrap(), rows);
            }
        }
    }
    assert!(most > 10, "{most}");
}

#[test]
fn the_overview_counts_grants_and_what_is_applied_for_as_the_list_of_cases_does() {
    let mut most = Money::ZERO;
    for ledger in ledgers() {
        for times in pairs(&ledger) {
            let overview = query::overview(&ledger, times).unwrap();
            let cases = query::cases(&ledger, times).unwrap();
            let granted = cases.iter().filter(|case| case.issued_on.is_some()).count();
            assert_eq!(overview.grant_count, granted, "{times:?}");
            let undecided = cases.iter().filter(|case| {
                use foerderbuch::domain::procedure::CaseState::{
                    Examined, InExamination, Received,
                };
                matches!(case.state, Received | InExamination | Examined)
            });
            let applied: Money = undecided.filter_map(|case| case.requested).sum();
            let areas = overview.areas.tiles.iter().chain(&overview.areas.rest);
            let shown: Money = areas.map(|area| area.sums.applied).sum();
            assert_eq!(shown, applied, "{times:?}");
            most = most.max(applied);
            let milestones = query::milestones(&ledger, times).unwrap();
            assert_eq!(overview.milestone_count, milestones.len());
            let late = milestones.iter().filter(|row| row.state == MilestoneState::Late).count();
            assert_eq!(overview.late_milestones, late, "also those that the overview leaves out");
            assert!(milestones.starts_with(&overview.milestones));
            assert_eq!(overview.milestones.len(), milestones.len().min(6));
        }
    }
    assert!(most.is_positive(), "something is applied for");
}

/// The first entry that counts, looked for one by one.
#[test]
fn first_entries_are_those_that_a_walk_through_the_journal_finds() {
    for ledger in ledgers() {
        let last = ledger.head().seq;
        let times = Times { as_of: day("9999-12-31"), known: last };
        let events: Vec<_> =
            (1..=last).filter_map(|seq| query::event(&ledger, seq).unwrap()).collect();
        let reversed: BTreeSet<Seq> = events
            .iter()
            .filter(|event| event.kind() == Kind::Reversed)
            .filter_map(|event| event.reference)
            .collect();
        let counts = |event: &&foerderbuch::domain::Event| {
            event.kind() != Kind::Reversed && !reversed.contains(&event.seq)
        };
        for milestone in query::milestones(&ledger, times).unwrap() {
            let named = events.iter().filter(counts).find(|event| match &event.body {
                foerderbuch::domain::Body::PaymentOrdered(body) => {
                    body.milestone.as_ref() == Some(&milestone.milestone)
                }
                _ => false,
            });
            let found = query::order_naming(&ledger, milestone.milestone.as_str()).unwrap();
            assert_eq!(found, named.map(|event| event.seq));
        }
        let moves = |event: &foerderbuch::domain::Event| {
            foerderbuch::domain::posting::postings(event, None)
        };
        for title in query::titles(&ledger, times).unwrap() {
            let first = events.iter().filter(counts).find(|event| {
                moves(event).iter().any(|posting| posting.account.title == title.title)
            });
            let found = query::first_posting_on(&ledger, &title.title).unwrap();
            assert_eq!(found, first.map(|event| event.seq));
        }
        for (year, after) in
            [(2017, 1), (2019, 50), (2019, last / 2), (2020, last * 2 / 3), (2020, last)]
        {
            let first =
                events.iter().filter(counts).filter(|event| event.seq > after).find(|event| {
                    let settled = match &event.body {
                        foerderbuch::domain::Body::YearSettled(body) => body.fiscal_year.0 == year,
                        _ => false,
                    };
                    settled
                        || moves(event).iter().any(|posting| {
                            posting.account.due_year.is_none()
                                && posting.account.fiscal_year == FiscalYear(year)
                        })
                });
            let found = query::first_posting_in(&ledger, FiscalYear(year), after).unwrap();
            assert_eq!(found, first.map(|event| event.seq), "{year} after {after}");
        }
    }
}

/// What a search for vouchers finds is what comparing each voucher finds.
#[test]
fn entries_are_found_and_counted_as_by_comparing_each() {
    let mut broad = 0;
    for ledger in ledgers() {
        let mut index = SearchIndex::default();
        while !index.extend(&ledger, 250).unwrap() {}
        let events: Vec<_> =
            (1..=ledger.head().seq).filter_map(|seq| query::event(&ledger, seq).unwrap()).collect();
        let voucher = events.iter().rfind(|event| event.voucher.len() > 4).unwrap().voucher.clone();
        for times in pairs(&ledger).into_iter().take(6) {
            for typed in ["20", "/", "2020", "az 20", "hkr", &voucher, "nirgends"] {
                let query = SearchQuery { words: words(typed), ..SearchQuery::default() };
                let found = index.find(&ledger, times, &query).unwrap().entries;
                let mut all: Vec<(Fit, std::cmp::Reverse<Seq>)> = events
                    .iter()
                    .filter(|event| event.seq <= times.known && event.effective_on <= times.as_of)
                    .filter(|_| query.words.iter().any(|word| word.len() > 1))
                    .filter_map(|event| {
                        let fit = fit(&fold(&event.voucher), &query.words)?;
                        Some((fit, std::cmp::Reverse(event.seq)))
                    })
                    .collect();
                all.sort_unstable();
                assert_eq!(found.total, all.len(), "{typed} {times:?}");
                all.truncate(8);
                let rows: Vec<_> = found
                    .rows
                    .iter()
                    .map(|(fit, row)| (*fit, std::cmp::Reverse(row.seq)))
                    .collect();
                assert_eq!(rows, all, "{typed} {times:?}");
                broad = broad.max(found.total);
            }
        }
    }
    assert!(broad > 100, "{broad}");
}

/// The list of all deadlines, which reads only the entries that deadlines look at, says of each
/// case what its page says, which reads them all.
#[test]
fn the_deadlines_of_all_cases_are_those_of_each() {
    use foerderbuch::domain::deadline::DeadlineKind as K;
    let of_case = |kind: K| {
        !matches!(
            kind,
            K::Milestone
                | K::Block
                | K::ProvisionalManagement
                | K::RestOrLapse
                | K::OpenCommitment
                | K::AuthorityLapse
        )
    };
    let mut seen = BTreeSet::new();
    for ledger in ledgers() {
        for times in pairs(&ledger) {
            let all = query::deadlines(&ledger, times).unwrap();
            for case in query::cases(&ledger, times).unwrap() {
                let number = &case.grant;
                let page = query::case_detail(&ledger, times, number).unwrap().unwrap();
                let listed = all.iter().filter(|row| row.grant.as_ref() == Some(number));
                let mut listed: Vec<_> = listed.filter(|row| of_case(row.kind)).cloned().collect();
                let mut own = page.deadlines;
                listed.sort_by_key(|row| (row.due_on, row.kind, row.seq));
                own.sort_by_key(|row| (row.due_on, row.kind, row.seq));
                assert_eq!(listed, own, "{number} {times:?}");
                seen.extend(own.iter().map(|row| row.kind));
            }
        }
    }
    for kind in [K::UseOfMoney, K::FinalProof, K::Claim, K::Finality] {
        assert!(seen.contains(&kind), "{kind:?} {seen:?}");
    }
}

/// The numbers of all entries, read from the index of the days, are those of the journal.
#[test]
fn the_numbers_of_the_journal_are_in_every_order_those_of_its_rows() {
    let (from, until) = (Some(day("2019-03-01")), Some(day("2020-07-01")));
    let all = EntryFilter::default();
    let filters = [
        all.clone(),
        EntryFilter { from, until, ..all.clone() },
        EntryFilter { kinds: Kind::ALL.to_vec(), ..all.clone() },
        // Every entry is read, and every body has braces.
        EntryFilter { words: "{".to_owned(), ..all.clone() },
    ];
    let mut mixed = vec![false; filters.len()];
    for ledger in ledgers().into_iter().chain([with_late_entry()]) {
        for times in pairs(&ledger).into_iter().take(4) {
            let journal = query::journal(&ledger, times).unwrap();
            for (filter, mixed) in filters.iter().zip(&mut mixed) {
                let within = |on: Day| {
                    let EntryFilter { from, until, .. } = filter;
                    from.is_none_or(|from| on >= from) && until.is_none_or(|until| on <= until)
                };
                let mut rows: Vec<(Day, Seq)> =
                    journal.iter().map(|row| (row.effective_on, row.seq)).collect();
                rows.retain(|(on, _)| within(*on));
                rows.sort_unstable();
                *mixed |= !rows.is_sorted_by_key(|row| row.1);
                for order in [
                    EntryOrder::Oldest,
                    EntryOrder::Newest,
                    EntryOrder::Earliest,
                    EntryOrder::Latest,
                ] {
                    match order {
                        EntryOrder::Oldest | EntryOrder::Newest => rows.sort_by_key(|row| row.1),
                        EntryOrder::Earliest | EntryOrder::Latest => rows.sort_unstable(),
                    }
                    if matches!(order, EntryOrder::Newest | EntryOrder::Latest) {
                        rows.reverse();
                    }
                    let wish = EntryWish { filter: filter.clone(), order, ..EntryWish::default() };
                    let found = query::entry_index(&ledger, times, &wish, &|| true).unwrap();
                    let expected: Vec<Seq> = rows.iter().map(|row| row.1).collect();
                    assert!(!expected.is_empty());
                    assert_eq!(found.seqs, expected, "{order:?} {times:?}");
                }
            }
        }
    }
    assert_eq!(mixed, [true; 4], "an order by day would pass for one by number");
}

/// A ledger whose last entry is of an earlier day than the one before.
fn with_late_entry() -> Ledger {
    let mut table = Table::new();
    for (on, key) in [("2020-06-30", "A"), ("2020-03-02", "B")] {
        let late = draft(on, "Weber", "", milestone(key));
        ops::book(&mut table.ledger, &[late], &stamp(day("2020-07-01"))).unwrap();
    }
    table.ledger
}
