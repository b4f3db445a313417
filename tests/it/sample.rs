//! The worked example as an executable test: its sums, to the cent, at both times.

use foerderbuch::domain::calendar::is_working_day;
use foerderbuch::domain::{FileNumber, FiscalYear, Kind, Money, RecipientKey, Stage};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::store::view::{GroupBy, MilestoneState, Times};
use foerderbuch::store::{Ledger, query};

use super::table::{day, money};

/// The sample over the whole life of the programme, at the end of 2022.
fn whole() -> (Ledger, Times) {
    let ledger = sample::in_memory_through(Through::Year2022).expect("the sample to 2022");
    let times = Times { as_of: day("2022-12-31"), known: ledger.head().seq };
    (ledger, times)
}

fn opened() -> (Ledger, Times) {
    let ledger = sample::in_memory().expect("the sample");
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    (ledger, times)
}

#[test]
fn the_budget_view_is_the_one_of_the_worked_example() {
    let (ledger, times) = opened();
    let balance = query::balance(&ledger, times, GroupBy::Year).unwrap();
    let expected = [
        ("2019", "2350000,00", "0,00", "17650000,00", "2350000,00"),
        ("2020", "4850000,00", "12500,00", "15137500,00", "4862500,00"),
        ("2021", "0,00", "1800000,00", "18200000,00", "1800000,00"),
        ("2022", "0,00", "400000,00", "19600000,00", "400000,00"),
    ];
    for (row, (year, actual, open, available, granted)) in balance.rows.iter().zip(expected) {
        assert_eq!(row.key, year);
        assert_eq!(row.sums.at(Stage::Appropriated), money("20000000,00"), "{year}");
        assert_eq!(row.sums.actual(), money(actual), "{year}");
        assert_eq!(row.sums.open(), money(open), "{year}");
        assert_eq!(row.sums.at(Stage::Available), money(available), "{year}");
        assert_eq!(row.granted, money(granted), "{year}");
    }
    let total = balance.total;
    assert_eq!(total.sums.actual(), money("7200000,00"));
    assert_eq!(total.sums.open(), money("2212500,00"));
    assert_eq!(total.granted, money("9412500,00"));
    assert_eq!(total.sums.at(Stage::Available), money("70587500,00"));
}

#[test]
fn every_grouping_adds_up_to_the_same_total() {
    let (ledger, times) = opened();
    let whole = query::balance(&ledger, times, GroupBy::Stage).unwrap();
    assert!(whole.rows.is_empty());
    for by in
        [GroupBy::Year, GroupBy::Title, GroupBy::Recipient, GroupBy::RecipientYear, GroupBy::Grant]
    {
        let balance = query::balance(&ledger, times, by).unwrap();
        assert_eq!(balance.total.sums, whole.total.sums, "{by:?}");
        assert_eq!(balance.total.granted, whole.total.granted, "{by:?}");
        let added: Money = balance.rows.iter().map(|row| row.sums.actual()).sum();
        assert_eq!(added, whole.total.sums.actual(), "{by:?}");
    }
}

#[test]
fn the_identity_of_every_title_and_year_holds_on_every_day_of_the_sample() {
    let (ledger, times) = whole();
    let mut as_of = day("2019-01-02");
    while as_of <= times.as_of {
        for ((title, year), found) in query::title_years(&ledger, Times { as_of, ..times }).unwrap()
        {
            let sum = |stages: &[Stage]| -> Money {
                stages.iter().map(|stage| found.sums.at(*stage)).sum()
            };
            let sources =
                sum(&[Stage::Appropriated, Stage::Exceeded, Stage::CoverIn, Stage::CarriedIn]);
            let exits = sum(&[Stage::CoverOut, Stage::CarriedOut, Stage::Lapsed]);
            let places = sum(&[Stage::Available, Stage::Blocked]);
            let granted = found.sums.open() + found.sums.actual();
            assert_eq!(sources, places + granted + exits, "{as_of} {title} {}", year.0);
        }
        as_of = as_of + chrono::Days::new(7);
    }
}

#[test]
fn on_14_december_the_last_payment_was_not_known() {
    let (ledger, times) = opened();
    let known = query::known_at_end_of(&ledger, day("2020-12-14")).unwrap();
    let balance = query::balance(&ledger, Times { known, ..times }, GroupBy::Stage).unwrap();
    assert_eq!(balance.total.sums.actual(), money("7032500,00"));
    assert_eq!(balance.total.sums.open(), money("2380000,00"));
}

#[test]
fn the_fiscal_year_is_not_the_year_of_the_payment() {
    let (ledger, times) = opened();
    let by_day = query::payments_by_calendar_year(&ledger, times).unwrap();
    assert_eq!(by_day, [(2019, money("2250000,00")), (2020, money("4950000,00"))]);
    let end_of_2019 = Times { as_of: day("2019-12-31"), ..times };
    let balance = query::balance(&ledger, end_of_2019, GroupBy::Stage).unwrap();
    assert_eq!(balance.total.sums.actual(), money("2250000,00"));
}

#[test]
fn grants_stand_as_in_the_worked_example() {
    let (ledger, times) = opened();
    let expected = [
        ("EG-2019-001", "2400000,00", "1900000,00", "500000,00"),
        ("EG-2019-002", "1600000,00", "1300000,00", "300000,00"),
        ("EG-2019-003", "862500,00", "862500,00", "0,00"),
        ("EG-2019-004", "450000,00", "450000,00", "0,00"),
        ("EG-2019-005", "320000,00", "320000,00", "0,00"),
        ("EG-2020-001", "2200000,00", "2200000,00", "0,00"),
        ("EG-2020-002", "1400000,00", "0,00", "1400000,00"),
        ("EG-2020-003", "180000,00", "167500,00", "12500,00"),
    ];
    assert_eq!(query::grants(&ledger, times).unwrap().len(), expected.len());
    for (number, granted, actual, open) in expected {
        let found = query::grant(&ledger, times, &FileNumber::new(number)).unwrap().unwrap();
        assert_eq!(found.row.granted, money(granted), "{number}");
        assert_eq!(found.row.sums.actual(), money(actual), "{number}");
        assert_eq!(found.row.sums.open(), money(open), "{number}");
    }
}

#[test]
fn the_eighteen_entries_of_the_cash_office_are_all_there() {
    let (ledger, times) = opened();
    let rows = query::journal(&ledger, times).unwrap();
    let cash: Vec<Money> = rows
        .iter()
        .filter_map(|row| match row.kind {
            Kind::PaymentConfirmed => row.amount,
            Kind::PaymentReturned | Kind::ClaimRepaid => row.amount.map(|amount| -amount),
            _ => None,
        })
        .collect();
    assert_eq!(cash.len(), 18);
    assert_eq!(cash.iter().copied().sum::<Money>(), money("7200000,00"));
    let gross: Money = cash.into_iter().filter(|amount| amount.is_positive()).sum();
    assert_eq!(gross, money("7487500,00"));
}

#[test]
fn the_commitment_authority_used_is_the_one_of_the_worked_example() {
    let (ledger, times) = opened();
    let detail = |budget, due| {
        let rows = query::capacity(&ledger, times).unwrap();
        let voted: Money = query::journal(&ledger, times)
            .unwrap()
            .iter()
            .filter(|row| row.kind == Kind::AuthorityVoted)
            .filter(|row| row.object.ends_with(&format!("{budget} → {due}")))
            .filter_map(|row| row.amount)
            .sum();
        let free: Money = rows
            .authority
            .iter()
            .filter(|((_, from, to), _)| (from.0, to.0) == (budget, due))
            .map(|(_, free)| *free)
            .sum();
        voted - free
    };
    assert_eq!(detail(2019, 2020), money("2520000,00"));
    assert_eq!(detail(2019, 2021), money("800000,00"));
    assert_eq!(detail(2020, 2021), money("1000000,00"));
    assert_eq!(detail(2020, 2022), money("400000,00"));
    let data = query::programme_data(&ledger, times).unwrap();
    let of_2020 = data.title_years.iter().filter(|((_, year), _)| *year == FiscalYear(2020));
    let granted: Vec<_> = of_2020.map(|(_, title)| title).collect();
    let authority: Money = granted.iter().map(|granted| granted.from_authority).sum();
    assert_eq!(authority, money("2482500,00"));
    let new: Money = granted.iter().map(|granted| granted.new).sum();
    assert_eq!(new, money("2380000,00"));
}

#[test]
fn the_county_grant_splits_into_investive_and_consumptive_and_names_its_beneficiary() {
    let (ledger, times) = opened();
    let county = FileNumber::new("EG-2020-001");
    let found = query::grant(&ledger, times, &county).unwrap().unwrap();
    let split = |investive| -> Money {
        found.lines.iter().filter(|line| line.investive == investive).map(|l| l.granted).sum()
    };
    assert_eq!(split(true), money("1700000,00"));
    assert_eq!(split(false), money("500000,00"));
    assert_eq!(found.beneficiaries[0].1, "Gemeinde Rhönblick");
    let states: Vec<_> = found.milestones.iter().map(|row| row.state).collect();
    assert_eq!(states, [MilestoneState::Planned, MilestoneState::Reached, MilestoneState::Reached]);
}

#[test]
fn territories_fictional_communes_and_sources_are_told_apart() {
    let (ledger, times) = opened();
    let recipients = query::recipients(&ledger, times).unwrap();
    assert_eq!(recipients.len(), 22 + 1 + 6);
    let eisenach = query::recipient(&ledger, times, &RecipientKey::new("16056")).unwrap().unwrap();
    assert_eq!(eisenach.row.valid_until, Some(day("2021-06-30")));
    for row in recipients.iter().filter(|row| row.key.as_str().starts_with("16999")) {
        assert!(row.name.ends_with("(fiktiv)"), "{}", row.name);
    }
    for row in query::journal(&ledger, times).unwrap() {
        assert!(row.body.contains(r#""source":{"class":"#), "entry {} names no source", row.seq);
    }
}

#[test]
fn the_note_on_the_press_figures_is_true_of_the_sample() {
    let (ledger, times) = opened();
    let press = Times { as_of: day("2020-09-22"), ..times };
    let balance = query::balance(&ledger, press, GroupBy::Recipient).unwrap();
    assert_eq!(balance.total.sums.actual(), money("4650000,00"));
    let county = balance.rows.iter().find(|row| row.key == "16066").unwrap();
    assert_eq!(county.sums.actual(), Money::ZERO);
    let notes = query::programme(&ledger).unwrap().notes;
    assert!(notes.iter().any(|note| note.de.contains("4.650.000,00 €")));
}

#[test]
fn the_sample_is_the_same_every_time() {
    let heads = [include_str!("head.txt"), include_str!("head_2022.txt")];
    for (opened, head) in [opened as fn() -> (Ledger, Times), whole].into_iter().zip(heads) {
        let (first, _) = opened();
        let (second, _) = opened();
        assert_eq!(first.head(), second.head());
        let hash = hex::encode(first.head().hash);
        assert_eq!(hash, head.trim_end());
        assert!(first.verify_deep().unwrap().is_empty());
    }
}

#[test]
fn the_sample_to_2022_begins_with_the_sample_to_2020_and_changes_no_figure_of_it() {
    let ((plain, times), (whole, _)) = (opened(), whole());
    let rows = query::journal(&plain, times).unwrap();
    let longer = query::journal(&whole, Times { known: whole.head().seq, ..times }).unwrap();
    for (place, (row, same)) in rows.iter().zip(&longer).enumerate() {
        let mut same = same.clone();
        // Each founding proposes the last day of its own story, and says what waited before.
        if place == 0 {
            assert!(same.body.contains("2022-12-31") && same.body.contains("war am 31.12.2020"));
            same.body.clone_from(&row.body);
        }
        (same.hash, same.recipient_hash) = (row.hash, row.recipient_hash);
        same.reversed_by = row.reversed_by;
        assert_eq!(*row, same, "entry {}", row.seq);
    }
    assert_eq!(longer.len(), rows.len());
    let of =
        |ledger: &Ledger, known| query::balance(ledger, Times { known, ..times }, GroupBy::Grant);
    let known = whole.head().seq;
    assert_eq!(of(&plain, times.known).unwrap().rows, of(&whole, known).unwrap().rows);
    let at_the_end = Times { as_of: day("2022-12-31"), known };
    for row in query::journal(&whole, at_the_end).unwrap() {
        let later = row.seq > times.known;
        assert_eq!(row.effective_on > times.as_of, later, "entry {}", row.seq);
    }
}

#[test]
fn the_programme_to_2022_stands_where_its_story_says() {
    let (ledger, times) = whole();
    let balance = query::balance(&ledger, times, GroupBy::Year).unwrap();
    let expected = [
        ("2019", "20000000,00", "2350000,00", "0,00", "0,00", "15650000,00"),
        ("2020", "20000000,00", "4850000,00", "0,00", "0,00", "12850000,00"),
        ("2021", "19500000,00", "3172500,00", "0,00", "0,00", "14277500,00"),
        ("2022", "20500000,00", "2450000,00", "200000,00", "24260000,00", "0,00"),
    ];
    for (row, (year, voted, actual, open, available, lapsed)) in balance.rows.iter().zip(expected) {
        assert_eq!(row.key, year);
        assert_eq!(row.sums.at(Stage::Appropriated), money(voted), "{year}");
        assert_eq!(row.sums.actual(), money(actual), "{year}");
        assert_eq!(row.sums.open(), money(open), "{year}");
        assert_eq!(row.sums.at(Stage::Available), money(available), "{year}");
        assert_eq!(row.sums.at(Stage::Lapsed), money(lapsed), "{year}");
    }
    let total = balance.total;
    assert_eq!(total.sums.at(Stage::Appropriated), money("80000000,00"));
    assert_eq!(total.sums.actual(), money("12822500,00"));
    assert_eq!(total.granted, money("12950500,00"));
    assert_eq!(total.sums.at(Stage::Returned), money("71500,00"));
    assert_eq!(total.sums.at(Stage::WrittenOff), money("500,00"));
    assert_eq!(total.sums.at(Stage::Requested), money("50000,00"));
    assert_eq!(total.sums.at(Stage::Ordered), money("150000,00"));
    assert_eq!(total.sums.at(Stage::RevenueDue), Money::ZERO);
    assert_eq!(total.sums.at(Stage::RevenueReceived), money("74695,21"));
    assert_eq!(total.sums.at(Stage::RevenueWaived), money("475,31"));
    assert_eq!(total.sums.at(Stage::RestCharged), money("4312500,00"));
}

#[test]
fn grants_and_titles_stand_as_told_at_the_end_of_2022() {
    let (ledger, times) = whole();
    let expected = [
        ("EG-2019-001", "2380000,00", "2420000,00", "0,00"),
        ("EG-2019-002", "1680000,00", "1680000,00", "0,00"),
        ("EG-2019-003", "862500,00", "862500,00", "0,00"),
        ("EG-2019-004", "418000,00", "450000,00", "0,00"),
        ("EG-2019-005", "320000,00", "320000,00", "0,00"),
        ("EG-2020-001", "2200000,00", "2200000,00", "0,00"),
        ("EG-2020-002", "1400000,00", "1350000,00", "50000,00"),
        ("EG-2020-003", "180000,00", "180000,00", "0,00"),
        ("EG-2021-001", "3300000,00", "3150000,00", "150000,00"),
        ("EG-2021-002", "120000,00", "120000,00", "0,00"),
        ("EG-2022-001", "90000,00", "90000,00", "0,00"),
    ];
    assert_eq!(query::grants(&ledger, times).unwrap().len(), expected.len());
    for (number, granted, actual, open) in expected {
        let found = query::grant(&ledger, times, &FileNumber::new(number)).unwrap().unwrap();
        assert_eq!(found.row.granted, money(granted), "{number}");
        assert_eq!(found.row.sums.actual(), money(actual), "{number}");
        assert_eq!(found.row.sums.open(), money(open), "{number}");
    }
    let years = query::title_years(&ledger, times).unwrap();
    for (title, year, actual, available) in [
        ("1616 88371", 2019, "2250000,00", "0,00"),
        ("1616 63371", 2019, "100000,00", "0,00"),
        ("1616 88371", 2020, "3962500,00", "0,00"),
        ("1616 63371", 2020, "887500,00", "0,00"),
        ("1616 88371", 2021, "2900000,00", "0,00"),
        ("1616 63371", 2021, "272500,00", "0,00"),
        ("1616 88371", 2022, "2050000,00", "21900000,00"),
        ("1616 63371", 2022, "400000,00", "2360000,00"),
    ] {
        let (_, found) = years
            .iter()
            .find(|((key, of), _)| key.as_str() == title && *of == FiscalYear(year))
            .unwrap();
        assert_eq!(found.sums.actual(), money(actual), "{title} {year}");
        assert_eq!(found.sums.at(Stage::Available), money(available), "{title} {year}");
    }
}

#[test]
fn every_kind_of_event_occurs_in_the_sample_to_2022() {
    let (ledger, times) = whole();
    let rows = query::journal(&ledger, times).unwrap();
    // Papers are issued and files restored by whoever holds the ledger; none came with it.
    let later = [Kind::DocumentIssued, Kind::LedgerRestored, Kind::CashListRead];
    for kind in Kind::ALL.iter().filter(|kind| !later.contains(kind)) {
        assert!(rows.iter().any(|row| row.kind == *kind), "{}", kind.as_str());
    }
}

#[test]
fn the_office_of_the_sample_works_on_working_days_with_four_people_to_a_payment() {
    let (ledger, times) = whole();
    let rows = query::journal(&ledger, times).unwrap();
    for row in &rows {
        assert!(is_working_day(row.effective_on), "entry {}", row.seq);
        let names_its_source = row.body.contains(r#""source":{"class":"#);
        assert!(names_its_source || row.kind == Kind::Reversed, "entry {}", row.seq);
    }
    let by = |kind, draw| {
        let found = rows.iter().rev().find(|row| row.kind == kind && row.reference == Some(draw));
        found.map(|row| row.actor)
    };
    for order in rows.iter().filter(|row| row.kind == Kind::PaymentOrdered) {
        let draw = order.reference.unwrap();
        let recorded = rows.iter().find(|row| row.seq == draw).unwrap().actor;
        let arithmetic = by(Kind::ArithmeticAttested, draw).unwrap();
        let factual = by(Kind::FactuallyAttested, draw).unwrap();
        let mut people = [recorded, arithmetic, factual, order.actor];
        people.sort_unstable();
        assert!(people.windows(2).all(|pair| pair[0] != pair[1]), "order {}", order.seq);
        assert!(by(Kind::OrderHandedOver, order.seq).is_some(), "order {}", order.seq);
    }
}
