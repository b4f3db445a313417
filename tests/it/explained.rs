//! What papers say in explanation is true of the very data that they show.

use foerderbuch::domain::body::PaperLanguage;
use foerderbuch::domain::{Body, FiscalYear, Kind, Money};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::paper;
use foerderbuch::render::{self, csv, plain, words};
use foerderbuch::report::cases::cases;
use foerderbuch::report::counties::counties;
use foerderbuch::report::programme::programme;
use foerderbuch::report::published::{LoneTable, PublishedFigure, PublishedPaper, published};
use foerderbuch::report::sheet::sheet;
use foerderbuch::report::unit::{Unit, in_unit};
use foerderbuch::report::{Block, Cell, Report, Table};
use foerderbuch::store::view::{PaidBeyond, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::table::day;

fn later() -> Ledger {
    sample::in_memory_through(Through::Year2022).unwrap()
}

fn times(ledger: &Ledger) -> Times {
    Times { as_of: day("2022-12-31"), known: ledger.head().seq }
}

/// The notes of a paper, one after the other.
fn notes(report: &Report, lang: Lang) -> String {
    let text = Text::new(lang);
    let note = |block: &Block| match block {
        Block::Note(said) | Block::Footnote(_, said) => Some(words::phrase(&text, said)),
        _ => None,
    };
    report.blocks.iter().filter_map(note).collect::<Vec<_>>().join("\n")
}

#[test]
fn more_paid_than_granted_is_explained_by_claims_and_returns_as_they_occur() {
    let ledger = later();
    let (times, year) = (times(&ledger), FiscalYear(2022));
    let mut one = query::programme_data(&ledger, times).unwrap();
    let mut two = query::area_data(&ledger, times, year).unwrap();
    let mut three = query::case_data(&ledger, times, year).unwrap();
    assert_eq!(one.beyond.regranted, Money::from_cents(40_000 * 100));
    assert!(one.beyond.claimed.is_positive());
    assert_eq!([two.beyond, three.beyond], [one.beyond; 2]);
    let some = Money::from_cents(1);
    for (claimed, regranted) in [(some, some), (some, Money::ZERO), (Money::ZERO, some)] {
        let beyond = PaidBeyond { claimed, regranted };
        (one.beyond, two.beyond, three.beyond) = (beyond, beyond, beyond);
        for report in [programme(&one, None), counties(&two), cases(&three)] {
            let told = notes(&report, Lang::De);
            assert_eq!(told.matches("kann mehr ausgezahlt als bewilligt sein").count(), 1);
            let said =
                ["Erstattungen mindern das Bewilligte sofort", "Rückgaben nach Bücherschluss"];
            let wanted = [claimed, regranted].map(Money::is_positive);
            assert_eq!(said.map(|said| told.contains(said)), wanted, "{told}");
        }
    }
    two.beyond = PaidBeyond::default();
    let told = notes(&counties(&two), Lang::De);
    assert!(!told.contains("mehr ausgezahlt"), "{told}");
    assert!(told.contains("offenen Haushaltsjahr. Insgesamt: aller"), "{told}");
}

#[test]
fn an_extract_of_the_journal_is_in_full_and_names_what_money_of_grants_is_charged_to() {
    let ledger = later();
    for lang in Lang::ALL {
        let wanted = paper::Wish::of(paper::Document::Journal).at(times(&ledger), lang);
        let report = paper::make(&ledger, &wanted).unwrap().unwrap();
        let text = Text::new(lang);
        let rows = query::journal(&ledger, times(&ledger)).unwrap();
        let table = report.blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let told = table.unwrap().rows.iter().map(|row| words::cell(&text, &row.cells[5]));
        let told: Vec<String> = told.map(|cell| cell.replace('\u{a0}', " ")).collect();
        assert!(told.iter().all(|cell| !cell.contains('…')));
        let year = if lang == Lang::De { "Haushaltsjahr" } else { "fiscal year" };
        let mut moved = 0;
        for (row, cell) in rows.iter().zip(&told) {
            let event = query::event(&ledger, row.seq).unwrap().unwrap();
            if let Some(line) = event.body.line() {
                let (chapter, item) = line.title.as_str().split_once(' ').unwrap();
                let title =
                    format!("{} {} / {} {}", &chapter[..2], &chapter[2..], &item[..3], &item[3..]);
                let end = format!("{title}, {year} {}", line.fiscal_year.0);
                assert!(cell.starts_with(line.grant.as_str()) && cell.ends_with(&end), "{cell}");
            }
            moved += usize::from(event.kind() == Kind::PaymentRebooked && cell.contains(" → "));
        }
        assert!(moved > 0, "a rebooking names what it was charged to before");
    }
}

#[test]
fn a_register_counts_as_changed_only_what_can_be_compared() {
    let ledger = later();
    let frame = query::report_frame(&ledger, times(&ledger)).unwrap();
    let euros = |euros: i64| Cell::Money(Money::from_cents(euros * 100), None);
    let figure =
        |name: &str, then, now| PublishedFigure { name: name.into(), main: true, then, now };
    let paper = PublishedPaper {
        number: 501,
        issued_on: day("2022-12-31"),
        title: "Bericht".into(),
        language: PaperLanguage::De,
        corrected_by: None,
        as_of: day("2022-12-31"),
        known: 500,
        figures: Some(vec![
            figure("Ausgezahlt", euros(1), euros(2)),
            figure("Offen", euros(3), euros(3)),
            figure("Erlassen", euros(0), Cell::Nil),
            figure("Gesperrt", euros(4), Cell::Nil),
        ]),
        lone: vec![LoneTable { caption: "Ist".into(), figures: 54, is_new: false }],
    };
    let report = published(&frame, &[paper]);
    let text = Text::new(Lang::De);
    let tables: Vec<&Table> = report
        .blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .collect();
    let written = |table: &Table, place: usize| -> Vec<String> {
        table.rows.iter().map(|row| words::cell(&text, &row.cells[place])).collect()
    };
    // Two are compared, one of them changed; what is gone is told and not counted.
    assert_eq!(
        (written(tables[0], 5), written(tables[0], 6)),
        (vec!["2".into()], vec!["1".into()])
    );
    assert_eq!(written(tables[1], 0), ["Ausgezahlt", "Gesperrt"]);
    assert_eq!(written(tables[1], 2)[1], "nicht im Dokument");
    assert_eq!(written(tables[2], 0), ["Offen"]);
    let told = report.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(said) => Some(words::phrase(&text, said)),
        _ => None,
    });
    let told: Vec<String> = told.collect();
    assert_eq!(told, ["Tabelle entfällt heute: Ist. Nicht verglichene Zahlen: 54"]);
}

#[test]
fn english_papers_speak_as_public_finance_does() {
    let text = Text::new(Lang::En);
    let ledger = later();
    assert_eq!(text.kind(Kind::ArithmeticAttested), "Certified arithmetically correct");
    assert_eq!(text.kind(Kind::FactuallyAttested), "Certified factually correct");
    assert_eq!(text.kind(Kind::ProofReminded), "Reminder of proof of use sent");
    let three = cases(&query::case_data(&ledger, times(&ledger), FiscalYear(2022)).unwrap());
    let subtitle = words::phrase(&text, &three.subtitle);
    let number = ledger.head().seq;
    assert!(subtitle.contains(&format!("· ledger as at entry {number} of ")), "{subtitle}");
    assert!(notes(&three, Lang::En).contains("Rejected: the amount requested"));
    let heads = three.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table.columns.iter().map(|column| words::head(&text, column))),
        _ => None,
    });
    assert!(heads.unwrap().any(|head| head == "Of which rejected"));
}

#[test]
fn the_line_below_a_title_leaves_no_word_alone() {
    let ledger = later();
    let known = times(&ledger);
    let exact = cases(&query::case_data(&ledger, known, FiscalYear(2022)).unwrap());
    let rounded = in_unit(exact.clone(), Unit::Thousand);
    let register = published(&query::report_frame(&ledger, known).unwrap(), &[]);
    for subtitle in [exact.subtitle, rounded.subtitle, register.subtitle] {
        for lang in Lang::ALL {
            let told = words::phrase(&Text::new(lang), &subtitle);
            let last = told.rsplit(' ').next().unwrap();
            assert!(last.contains('\u{a0}'), "{told}");
        }
    }
}

#[test]
fn the_sheet_of_a_claim_says_which_way_its_money_comes_back_where_that_is_certain() {
    let ledger = later();
    let (mut certain, mut open) = (0, 0);
    let claims = query::events_of_kinds(&ledger, times(&ledger), &[Kind::ClaimRaised]).unwrap();
    for claim in &claims {
        let data = query::sheet_data(&ledger, times(&ledger), claim.seq).unwrap().unwrap();
        let year = claim.body.line().unwrap().fiscal_year;
        let closed = query::events_of_kinds(
            &ledger,
            Times { as_of: claim.effective_on, known: claim.seq },
            &[Kind::BooksClosed],
        );
        let closed = closed.unwrap().into_iter().any(
            |event| matches!(&event.body, Body::BooksClosed(body) if body.fiscal_year == year),
        );
        let told = notes(&sheet(&data).unwrap(), Lang::De);
        let both = told.contains("solange die Bücher des Haushaltsjahres offen sind");
        if closed {
            assert!(
                data.as_revenue && !both && told.contains("Was eingeht, ist Einnahme"),
                "{told}"
            );
            certain += 1;
        } else {
            assert_eq!(both, !data.as_revenue, "{told}");
            open += usize::from(both);
        }
    }
    assert!(certain > 0 && open > 0, "{certain} {open}");
}

#[test]
fn columns_of_shares_say_so_in_csv_once() {
    let ledger = later();
    let one = programme(&query::programme_data(&ledger, times(&ledger)).unwrap(), None);
    for (lang, head) in [(Lang::De, "Anteil am Ausgezahlten"), (Lang::En, "Share of amount paid")] {
        let text = Text::new(lang);
        for form in [csv::Form::German, csv::Form::International] {
            let told = csv::csv(&one, &text, form);
            assert!(told.contains(&format!("{head} in %")), "{told}");
            assert!(!told.contains("in % in %") && !told.contains("% in %"), "{told}");
        }
        // Where figures have the sign, the head has none.
        assert!(!plain::plain_text(&one, &text).contains(&format!("{head} in %")));
    }
}

/// A member of parliament finds key figures and the table that was asked for on the first page.
#[test]
fn the_first_page_of_report_r1_has_the_table_of_titles_for_every_year() {
    let ledger = later();
    for (lang, total) in [(Lang::De, "SummederTitelgruppe"), (Lang::En, "Totalofthetitlegroup")] {
        for year in [2020, 2021, 2022] {
            let data = query::programme_data(&ledger, times(&ledger)).unwrap();
            let report = programme(&data, Some(FiscalYear(year)));
            let bytes = render::pdf(&report, &Text::new(lang)).unwrap();
            let file = lopdf::Document::load_mem(&bytes).unwrap();
            let first: String = file.extract_text(&[1]).unwrap().split_whitespace().collect();
            assert!(first.contains(total), "{lang:?} {year}: {first}");
        }
    }
}
