//! The budget and the figures beside it, over the whole life of the sample.

use foerderbuch::domain::availability::AvailabilityItem;
use foerderbuch::domain::availability::Own;
use foerderbuch::domain::body::{Source, SourceClass, SupplementVoted};
use foerderbuch::domain::event::Draft;
use foerderbuch::domain::fiscal::YearState;
use foerderbuch::domain::procedure::CaseState;
use foerderbuch::domain::{
    Body, Day, FileNumber, FiscalYear, Kind, Money, PersonNo, RecipientKey, Stage, TitleKey,
};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::ops::{self, Stamp};
use foerderbuch::report::{Block, Cell, Phrase, Report, programme, statement};
use foerderbuch::store::view::{Budget, BudgetRow, Times};
use foerderbuch::store::{Ledger, query};

const INVESTIVE: &str = "1616 88371";
const CONSUMPTIVE: &str = "1616 63371";

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn euro(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

fn whole() -> Ledger {
    sample::in_memory_through(Through::Year2022).expect("the sample")
}

fn at(ledger: &Ledger, as_of: &str) -> Times {
    Times { as_of: day(as_of), known: ledger.head().seq }
}

fn row<'a>(budget: &'a Budget, title: &str, year: i32) -> &'a BudgetRow {
    let found = budget.rows.iter().find(|row| row.title.as_str() == title && row.year.0 == year);
    found.unwrap_or_else(|| panic!("no row {title} {year}"))
}

/// Sources less exits and places of a row; zero when it adds up.
fn gap(row: &BudgetRow) -> Money {
    let at = |stages: &[Stage]| -> Money { stages.iter().map(|stage| row.sums.at(*stage)).sum() };
    let sources = at(&[Stage::Exceeded, Stage::CarriedIn]) + row.cover();
    let left = row.standing.free - row.standing.prebound - row.standing.short;
    row.appropriation + row.supplement + sources
        - at(&[Stage::Blocked, Stage::CarriedOut, Stage::Lapsed])
        - row.sums.open()
        - row.sums.actual()
        - left
}

#[test]
fn every_row_of_the_budget_adds_up_on_every_quarter_and_over_every_datenstand() {
    let ledger = whole();
    for (as_of, known) in [
        ("2019-12-31", "2022-12-31"),
        ("2020-12-31", "2021-06-30"),
        ("2021-03-31", "2021-03-31"),
        ("2021-12-31", "2022-12-31"),
        ("2022-12-31", "2022-02-15"),
        ("2022-12-31", "2022-12-31"),
    ] {
        let known = query::known_at_end_of(&ledger, day(known)).unwrap();
        let times = Times { as_of: day(as_of), known };
        let budget = query::budget(&ledger, times).unwrap();
        assert!(!budget.rows.is_empty());
        for row in &budget.rows {
            assert_eq!(gap(row), Money::ZERO, "{as_of}: {} {}", row.title, row.year.0);
            let key = (&row.title, row.year);
            let detail = query::budget_detail(&ledger, times, key).unwrap().unwrap();
            assert_eq!(detail.row, *row);
            let lines: Money = detail.availability.lines.iter().map(|(_, sum)| *sum).sum();
            assert_eq!(lines, detail.availability.free);
            let moved = |stage: Stage| -> Money {
                let entries = detail.entries.iter();
                entries
                    .map(|entry| match (entry.from == stage, entry.to == stage) {
                        (true, false) => -entry.amount,
                        (false, true) => entry.amount,
                        _ => Money::ZERO,
                    })
                    .sum()
            };
            for stage in [Stage::Available, Stage::Blocked, Stage::Lapsed, Stage::Paid] {
                assert_eq!(moved(stage), row.sums.at(stage), "{as_of}: {key:?} {stage:?}");
            }
        }
    }
}

#[test]
fn appropriation_and_supplement_stand_apart_though_they_share_a_stage() {
    let ledger = whole();
    let budget = query::budget(&ledger, at(&ledger, "2022-12-31")).unwrap();
    let shown = |title, year| {
        let row = row(&budget, title, year);
        (row.appropriation, row.supplement, row.sums.at(Stage::Appropriated))
    };
    let (voted, all) = (euro(18_000_000), euro(17_500_000));
    assert_eq!(shown(INVESTIVE, 2021), (voted, euro(-500_000), all));
    assert_eq!(shown(CONSUMPTIVE, 2022), (euro(2_000_000), euro(500_000), euro(2_500_000)));
    assert_eq!(row(&budget, CONSUMPTIVE, 2022).sums.at(Stage::Exceeded), euro(60_000));
    assert_eq!(row(&budget, INVESTIVE, 2021).cover(), euro(-150_000));
    assert_eq!(row(&budget, CONSUMPTIVE, 2021).cover(), euro(150_000));

    let earlier = query::budget(&ledger, at(&ledger, "2021-10-03")).unwrap();
    assert_eq!(row(&earlier, INVESTIVE, 2021).supplement, Money::ZERO);
    let known = query::known_at_end_of(&ledger, day("2021-10-03")).unwrap();
    let times = Times { as_of: day("2022-12-31"), known };
    let unknown = query::budget(&ledger, times).unwrap();
    assert_eq!(row(&unknown, INVESTIVE, 2021).supplement, Money::ZERO);
    let kinds = |budget: &Budget| -> Vec<Kind> {
        let own = budget.versions.iter().filter(|version| version.title.as_str() == INVESTIVE);
        own.filter(|version| version.year.0 == 2021).map(|version| version.kind).collect()
    };
    let all = [Kind::AppropriationVoted, Kind::AppropriationDrafted, Kind::SupplementVoted];
    assert_eq!(kinds(&budget), all);
    assert_eq!(kinds(&unknown), all[..2]);
    let mut last = budget.versions.iter().filter(|version| version.title.as_str() == INVESTIVE);
    let last = last.rfind(|version| version.year.0 == 2021).unwrap();
    assert_eq!((last.amount, last.voted), (euro(-500_000), euro(17_500_000)));
}

#[test]
fn remainders_stand_in_their_columns_and_charged_ones_are_not_taken_off() {
    let ledger = whole();
    let budget = query::budget(&ledger, at(&ledger, "2022-12-31")).unwrap();
    let of = |title, year, stage| row(&budget, title, year).sums.at(stage);
    assert_eq!(of(INVESTIVE, 2019, Stage::CarriedOut), euro(2_000_000));
    assert_eq!(of(INVESTIVE, 2020, Stage::CarriedIn), euro(2_000_000));
    assert_eq!(of(INVESTIVE, 2021, Stage::CarriedIn), euro(4_000_000));
    assert_eq!(of(INVESTIVE, 2021, Stage::RestCharged), euro(3_000_000));
    assert_eq!(of(CONSUMPTIVE, 2021, Stage::RestCharged), euro(212_500));
    let total = |stage| -> Money { budget.rows.iter().map(|row| row.sums.at(stage)).sum() };
    assert_eq!(total(Stage::CarriedIn), total(Stage::CarriedOut));
}

#[test]
fn a_year_has_its_state_and_authority_its_places() {
    let ledger = whole();
    let state = |as_of: &str, year: i32| {
        let budget = query::budget(&ledger, at(&ledger, as_of)).unwrap();
        budget.years.iter().find(|(found, _)| found.0 == year).map(|(_, state)| *state)
    };
    let closed = YearState::Closed { since: day("2020-01-31") };
    assert_eq!(state("2020-12-31", 2019), Some(closed));
    let settled = YearState::Settled { since: day("2021-01-15") };
    assert_eq!(state("2022-12-31", 2019), Some(settled));
    assert_eq!(state("2020-12-31", 2021), Some(YearState::Open));
    let provisional = YearState::Provisional { from: day("2022-01-03"), until: None };
    assert_eq!(state("2022-01-31", 2022), Some(provisional));
    assert_eq!(state("2022-03-31", 2022), Some(YearState::Open));

    let budget = query::budget(&ledger, at(&ledger, "2020-12-31")).unwrap();
    let bound = |year| budget.prebound(FiscalYear(year));
    let years = [(FiscalYear(2019), euro(800_000)), (FiscalYear(2020), euro(1_000_000))];
    assert_eq!(bound(2021), years);
    assert_eq!(bound(2022), [(FiscalYear(2020), euro(400_000))]);
    for row in &query::budget(&ledger, at(&ledger, "2022-12-31")).unwrap().authority {
        assert_eq!(row.voted, row.used + row.blocked + row.lapsed + row.free, "{row:?}");
        let over = row.budget_year.0 < 2022;
        assert!(!over || row.free.is_zero(), "{row:?}");
    }
}

fn cut(amount: i64) -> Draft {
    Draft {
        uid: *uuid::Uuid::new_v4().as_bytes(),
        recipient: RecipientKey::default(),
        effective_on: day("2020-12-15"),
        actor: PersonNo(4),
        voucher: "Nachtrag".into(),
        reference: None,
        body: Body::SupplementVoted(SupplementVoted {
            title: TitleKey::new(INVESTIVE),
            fiscal_year: FiscalYear(2020),
            amount_cents: euro(-amount),
            law: "Nachtragshaushalt 2020".into(),
            source: Some(Source { class: SourceClass::Illustrative, note: "Probe".into() }),
        }),
        person_name: None,
    }
}

/// The sample with a supplement that takes 962.500 euros more than is free in one title.
pub fn short() -> Ledger {
    let mut ledger = sample::in_memory().expect("the sample");
    let stamp = Stamp::new(ledger.head().recorded_at, "test".into());
    ops::book(&mut ledger, &[cut(15_000_000)], &stamp).expect("a fact is never refused");
    ledger
}

#[test]
fn a_shortfall_is_named_and_never_set_off_against_what_is_free() {
    let ledger = short();
    let times = at(&ledger, "2020-12-31");
    let budget = query::budget(&ledger, times).unwrap();
    let standing = row(&budget, INVESTIVE, 2020).standing;
    assert_eq!((standing.free, standing.short), (Money::ZERO, euro(962_500)));
    let overview = query::overview(&ledger, times).unwrap();
    let year = overview.standing[&FiscalYear(2020)];
    assert_eq!((year.free, year.short), (euro(1_100_000), euro(962_500)));
    let data = query::programme_data(&ledger, times).unwrap();
    let report = programme::programme(&data, None);
    assert_eq!(figure(&report, "programme-available"), Some(euro(38_900_000)));
    assert_eq!(figure(&report, "programme-short"), Some(euro(962_500)));
}

fn figure(report: &Report, key: &str) -> Option<Money> {
    told(report, key).and_then(|(_, cell)| amount(cell))
}

fn amount(cell: &Cell) -> Option<Money> {
    match cell {
        Cell::Money(amount, _) => Some(*amount),
        _ => None,
    }
}

fn sum_row(report: &Report, caption: &str) -> Vec<Option<Money>> {
    let table = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == caption => Some(table),
        _ => None,
    });
    let last = table.and_then(|table| table.rows.last());
    last.map(|row| row.cells.iter().map(amount).collect()).unwrap_or_default()
}

#[test]
fn parliament_reads_charged_remainders_blocks_and_bound_remainders() {
    let ledger = whole();
    let data = query::programme_data(&ledger, at(&ledger, "2021-06-30")).unwrap();
    let report = programme::programme(&data, Some(FiscalYear(2021)));
    let sum = sum_row(&report, "programme-titles");
    assert_eq!(sum[2], Some(euro(20_000_000)), "the appropriation counts no remainder");
    assert_eq!(sum[3], Some(euro(3_212_500)), "remainders charged to the appropriation");
    assert_eq!(sum[10], Some(euro(1_000_000)), "blocked: five percent");
    let granted: Money = [sum[4], sum[5]].into_iter().flatten().sum();
    let carried: Money = data
        .title_years
        .iter()
        .filter(|((_, year), _)| year.0 == 2021)
        .map(|(_, found)| found.carried)
        .sum();
    assert_eq!(carried, euro(12_500), "grant F, bound");
    assert_eq!(sum[6], Some(granted + carried));
    let notes: Vec<&str> = report
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Note(note) | Block::Footnote(_, note) => Some(note.key),
            _ => None,
        })
        .collect();
    for key in ["programme-note-additional", "programme-note-charged", "programme-note-carried"] {
        assert!(notes.contains(&key), "{key}: {notes:?}");
    }
    assert!(!notes.contains(&"programme-note-no-rest"));
}

#[test]
fn sums_over_all_years_cancel_remainders_and_no_year_is_revenue_only() {
    let ledger = whole();
    let data = query::programme_data(&ledger, at(&ledger, "2022-12-31")).unwrap();
    let years: Vec<&str> = data.years.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(years, ["2019", "2020", "2021", "2022"]);
    let report = programme::programme(&data, None);
    let table = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == "programme-years-caption" => Some(table),
        _ => None,
    });
    let table = table.expect("years");
    let place = |key: &str| {
        let found = table.columns.iter().position(|column| column.head.key == key);
        found.unwrap_or_else(|| panic!("no column {key}"))
    };
    let sum = sum_row(&report, "programme-years-caption");
    // Where they cancel out there is no sum: a nil below amounts would look like a wrong one.
    assert_eq!(sum[place("stage-carried-in")], None);
    assert_eq!(sum[place("stage-carried-out")], None);
    assert_eq!(figure(&report, "programme-available"), Some(euro(24_260_000)));
    // What lapsed is told on its own, and is no part of what is not paid yet.
    let of = |key: &str| figure(&report, key).expect("a figure");
    let places = of("programme-available") + of("programme-open");
    assert_eq!(of("programme-not-paid-nor-lapsed"), places);
    assert_eq!(of("programme-lapsed"), data.years.total.sums.at(Stage::Lapsed));
    assert_eq!(of("programme-replaced"), data.years.total.sums.at(Stage::RestCharged));
    assert_eq!(figure(&report, "programme-not-paid"), None);
    // Of what is granted, 200.000 are open and all else is with the recipients.
    let kept = data.years.total.sums.at(Stage::Paid);
    assert_eq!((kept, data.years.total.granted), (euro(12_750_500), euro(12_950_500)));
    let share = kept.percent_of(data.years.total.granted).map(Cell::Percent);
    assert_eq!(figure(&report, "programme-kept-of-granted"), Some(kept));
    let (label, _) = told(&report, "programme-kept-of-granted").unwrap();
    assert_eq!(Some(&label.args[0].1), share.as_ref());
    assert_ne!(data.years.total.sums.actual(), kept);
}

/// A key figure with its label.
fn told<'a>(report: &'a Report, key: &str) -> Option<&'a (Phrase, Cell)> {
    let figures = report.blocks.iter().find_map(|block| match block {
        Block::Figures(figures) => Some(figures),
        _ => None,
    });
    figures?.iter().find(|(label, _)| label.key == key)
}

/// Every sentence of a phrase, one that holds others taken apart.
fn sentences(phrase: &Phrase) -> Vec<&Phrase> {
    if phrase.key != "report-sentences" {
        return vec![phrase];
    }
    let inner = phrase.args.iter().filter_map(|(_, cell)| match cell {
        Cell::Phrase(inner) => Some(inner),
        _ => None,
    });
    inner.flat_map(sentences).collect()
}

#[test]
fn report_r1_says_by_how_much_the_volume_is_more_than_the_appropriations() {
    let said = |ledger: &Ledger, as_of: &str| -> Option<Money> {
        let data = query::programme_data(ledger, at(ledger, as_of)).unwrap();
        let report = programme::programme(&data, None);
        let notes: Vec<&Phrase> = report
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Note(note) => Some(note),
                _ => None,
            })
            .flat_map(sentences)
            .collect();
        let note = notes.into_iter().find(|note| note.key == "programme-note-unvoted")?;
        let (_, cell) = note.args.iter().find(|(name, _)| *name == "amount")?;
        let left = figure(&report, "programme-not-paid-nor-lapsed").expect("what is left");
        let sums = &data.years.total.sums;
        let places = sums.open() + sums.at(Stage::Blocked) + sums.at(Stage::Available);
        assert_eq!(amount(cell), Some(left - places));
        amount(cell)
    };
    let ledger = whole();
    assert_eq!(said(&ledger, "2021-12-31"), Some(euro(500_000)));
    assert_eq!(said(&sample::in_memory().expect("the sample"), "2020-12-31"), None);
}

#[test]
fn a_statement_adds_up_to_what_the_recipient_confirms() {
    let ledger = whole();
    let times = at(&ledger, "2022-12-31");
    for row in query::recipients(&ledger, times).unwrap() {
        let data = query::statement_data(&ledger, times, &row.key).unwrap().unwrap();
        let with: Money = [Stage::Paid, Stage::Reclaimed, Stage::WrittenOff]
            .iter()
            .map(|stage| row.sums.at(*stage))
            .sum();
        let moves = || data.detail.grants.iter().flat_map(|grant| &grant.moves);
        let mut seen = std::collections::BTreeSet::new();
        let account: Money = moves()
            .filter(|booked| seen.insert(booked.seq))
            .filter_map(foerderbuch::store::view::MoveRow::at_recipient)
            .sum();
        assert_eq!(account, with, "{}", row.name);
        for grant in &data.detail.grants {
            let own: Money =
                grant.moves.iter().filter_map(|booked| booked.on_grant(&grant.row.grant)).sum();
            let with: Money = [Stage::Paid, Stage::Reclaimed, Stage::WrittenOff]
                .iter()
                .map(|stage| grant.row.sums.at(*stage))
                .sum();
            assert_eq!(own, with, "{}", grant.row.grant);
        }
        let report = statement::statement(&data);
        assert!(!report.blocks.is_empty());
    }
}

#[test]
fn versions_hold_what_is_in_force_after_each_notice() {
    let ledger = whole();
    let times = at(&ledger, "2022-12-31");
    let mut amended = 0;
    for case in query::cases(&ledger, times).unwrap() {
        let detail = query::case_detail(&ledger, times, &case.grant).unwrap().unwrap();
        let Some(grant) = query::grant(&ledger, times, &case.grant).unwrap() else {
            assert!(detail.versions.is_empty());
            continue;
        };
        let last = detail.versions.last().expect("a notice");
        assert_eq!(last.granted, grant.row.granted, "{}", case.grant);
        assert_eq!(last.eligible, grant.eligible, "{}", case.grant);
        assert_eq!(last.period_until, grant.period_until, "{}", case.grant);
        assert_eq!(detail.versions.len(), grant.versions.len(), "{}", case.grant);
        for line in &grant.lines {
            let key = (line.fiscal_year, line.title.clone());
            let own = last.lines.get(&key).copied().unwrap_or_default();
            assert_eq!(own, line.granted, "{} {}", case.grant, line.fiscal_year.0);
        }
        let share = grant.eligible - grant.row.granted - grant.third_party;
        assert_eq!(grant.own_share, share);
        amended += detail.versions.iter().filter(|row| row.kind == Kind::GrantAmended).count();
    }
    assert!(amended > 0, "the sample amends a grant");
}

#[test]
fn availability_honours_the_datenstand() {
    let ledger = whole();
    let (title, year) = (TitleKey::new(INVESTIVE), FiscalYear(2021));
    let known = query::known_at_end_of(&ledger, day("2020-12-31")).unwrap();
    let times = Times { as_of: day("2020-12-31"), known };
    let then = query::availability_at(&ledger, times, (&title, year), Own::default()).unwrap();
    assert_eq!(then.free, euro(16_200_000));
    let later = |item: &AvailabilityItem| *item == AvailabilityItem::LaterBookings;
    assert!(!then.lines.iter().any(|(item, _)| later(item)));
    let now = at(&ledger, "2020-12-31");
    let now = query::availability_at(&ledger, now, (&title, year), Own::default()).unwrap();
    assert!(now.lines.iter().any(|(item, _)| later(item)));
}

#[test]
fn an_application_is_a_case_before_it_is_a_grant() {
    let ledger = whole();
    let number = FileNumber::new("EG-2021-001");
    let then = query::case_detail(&ledger, at(&ledger, "2020-12-31"), &number).unwrap().unwrap();
    assert_eq!(then.row.state, CaseState::InExamination);
    assert!(then.grant.is_none() && then.application.is_some());
    let now = query::case_detail(&ledger, at(&ledger, "2022-12-31"), &number).unwrap().unwrap();
    assert!(now.grant.is_some() && !now.attestations.is_empty());
    assert!(!now.handed_over.is_empty());
}
