//! Forms of a report: what a workbook, a CSV file and the text of a PDF say is the report value.

use std::io::Cursor;
use std::process::Command;

use calamine::{Data, Range, Reader as _, Xlsx};
use foerderbuch::domain::{FiscalYear, Money};
use foerderbuch::ops::sample;
use foerderbuch::render;
use foerderbuch::render::csv::{Form, csv};
use foerderbuch::render::words;
use foerderbuch::report::unit::{Unit, in_unit};
use foerderbuch::report::{
    Block, Bound, Cell, Report, Row, Table, budget, cases, claims, counties, difference, journal,
    programme, progress, proofs, sheet as data_sheet,
};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text, sheet};

use super::table::day;

fn times(ledger: &Ledger, as_of: &str) -> Times {
    Times { as_of: day(as_of), known: ledger.head().seq }
}

/// Every kind of report at these times.
pub fn reports(ledger: &Ledger, times: Times, year: Option<FiscalYear>) -> Vec<Report> {
    let (data, own) = (
        query::programme_data(ledger, times).unwrap(),
        query::report_year(ledger, times, year).unwrap().unwrap(),
    );
    let mut kinds = std::collections::BTreeSet::new();
    let sheets = query::journal(ledger, times).unwrap().into_iter().filter_map(|row| {
        let made = data_sheet::sheet(&query::sheet_data(ledger, times, row.seq).unwrap()?)?;
        kinds.insert(row.kind).then_some(made)
    });
    let sheets: Vec<Report> = sheets.collect();
    let mut all = vec![
        programme::programme(&data, year),
        counties::counties(&query::area_data(ledger, times, own).unwrap()),
        cases::cases(&query::case_data(ledger, times, own).unwrap()),
        progress::progress(&data, year),
        proofs::proofs(&query::proof_data(ledger, times).unwrap(), year),
        budget::budget(&query::budget_data(ledger, times, own).unwrap()),
        claims::claims(&query::claim_data(ledger, times).unwrap(), year),
        journal::journal(
            &query::report_frame(ledger, times).unwrap(),
            (&query::journal(ledger, times).unwrap(), &query::persons(ledger, times).unwrap()),
            year,
        ),
        difference::difference(&query::difference(ledger, times, 150).unwrap()),
    ];
    all.extend(sheets);
    all
}

/// Every report of the longer sample at two times and in both units.
fn all() -> Vec<Report> {
    let ledger = sample::in_memory_through(sample::Through::Year2022).unwrap();
    let mut found = reports(&ledger, times(&ledger, "2020-12-31"), None);
    found.extend(reports(&ledger, times(&ledger, "2022-12-31"), Some(FiscalYear(2021))));
    // Only what parliament reads is given in thousands.
    let exact = ["journal", "difference", "sheet"];
    let rounded: Vec<Report> = found
        .iter()
        .filter(|report| !exact.contains(&report.kind))
        .map(|report| in_unit(report.clone(), Unit::Thousand))
        .collect();
    found.extend(rounded);
    found
}

fn tables(report: &Report) -> Vec<&Table> {
    let tables = report.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

fn plain(words: &str) -> String {
    words.replace('\u{ad}', "")
}

/// True for the very number that a spreadsheet holds for "1234.56".
fn is(value: f64, decimal: &str) -> bool {
    value.to_bits() == decimal.parse::<f64>().unwrap().to_bits()
}

/// A cell of a workbook is the cell of the report, to the cent and to the day.
fn same(found: &Data, cell: &Cell, text: &Text) -> bool {
    match (cell, found) {
        (Cell::Empty, Data::Empty) => true,
        (Cell::Money(amount, _) | Cell::Rate(amount, _), Data::Float(value)) => {
            is(*value, &amount.to_string())
        }
        (Cell::Thousands(number, _) | Cell::Number(number), Data::Float(value)) => {
            is(*value, &number.to_string())
        }
        (Cell::Percent(percent), Data::Float(value)) => {
            format!("{value:.4}") == format!("{:.4}", percent / rust_decimal::Decimal::ONE_HUNDRED)
        }
        (Cell::Year(year), Data::Float(value)) => is(*value, &year.0.to_string()),
        (Cell::Day(day), Data::DateTime(value)) => {
            value.as_datetime().is_some_and(|found| found.date() == *day)
        }
        (
            Cell::Nil
            | Cell::Text(_)
            | Cell::Phrase(_)
            | Cell::Date(_)
            | Cell::Kind(_)
            | Cell::Object(..)
            | Cell::Setting(_),
            Data::String(found),
        ) => *found == plain(&words::cell(text, cell)),
        _ => false,
    }
}

fn row_of(range: &Range<Data>, head: &[String]) -> u32 {
    let (last, _) = range.end().unwrap();
    let is_head = |row: &u32| {
        head.iter().enumerate().all(|(place, head)| {
            let place = u32::try_from(place).unwrap();
            range.get_value((*row, place)) == Some(&Data::String(head.clone()))
        })
    };
    (0..=last).find(is_head).expect("the heads of the columns")
}

fn assert_table(range: &Range<Data>, table: &Table, text: &Text) {
    let head: Vec<String> =
        table.columns.iter().map(|column| plain(&words::head(text, column))).collect();
    let top = row_of(range, &head);
    for (place, row) in table.rows.iter().enumerate() {
        let line = top + 1 + u32::try_from(place).unwrap();
        for (column, cell) in row.cells.iter().enumerate() {
            let at = (line, u32::try_from(column).unwrap());
            let found = range.get_value(at).cloned().unwrap_or(Data::Empty);
            assert!(same(&found, cell, text), "{:?} {at:?}: {found:?}, {cell:?}", table.caption);
        }
    }
    let (last, _) = range.end().unwrap();
    assert_eq!(last, top + u32::try_from(table.rows.len()).unwrap(), "nothing below the table");
}

#[test]
fn a_workbook_holds_every_figure_to_the_cent_and_no_formula() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        for report in all() {
            let bytes = render::xlsx::xlsx(&report, &text).unwrap();
            assert_eq!(bytes, render::xlsx::xlsx(&report, &text).unwrap());
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
            let names = book.sheet_names();
            let tables = tables(&report);
            assert_eq!(names.len(), tables.len() + 1);
            for (name, table) in names.iter().zip(&tables) {
                assert_table(&book.worksheet_range(name).unwrap(), table, &text);
            }
            for name in &names {
                let formulas = book.worksheet_formula(name).unwrap();
                assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{name}");
            }
        }
    }
}

#[test]
fn sheets_of_a_workbook_have_names_of_whole_words() {
    let sheets = |report: &Report, text: &Text| {
        let bytes = render::xlsx::xlsx(report, text).unwrap();
        let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        book.sheet_names()
    };
    for (lang, wanted) in [
        (Lang::De, ["Nach Titeln 2020", "Verbleib je Haushaltsjahr", "Empfänger", "Angaben"]),
        (Lang::En, ["By title 2020", "Use by fiscal year", "Recipients", "Notes"]),
    ] {
        let names = sheets(&one(), &Text::new(lang));
        assert!(wanted.iter().all(|name| names.iter().any(|found| found == name)), "{names:?}");
        assert_eq!(names.last().map(String::as_str), Some(wanted[3]));
    }
    for lang in Lang::ALL {
        let text = Text::new(lang);
        for report in all() {
            let captions = tables(&report).into_iter().map(|table| &table.caption);
            let captions = captions.map(|caption| plain(&words::phrase(&text, caption)));
            for (name, caption) in sheets(&report, &text).iter().zip(captions) {
                assert!(name.encode_utf16().count() <= 31, "{name}");
                // What is the beginning of a caption ends where a word of it does.
                let rest = caption.strip_prefix(name.as_str());
                let next = rest.and_then(|rest| rest.chars().next());
                assert!(!next.is_some_and(char::is_alphanumeric), "{name:?}: {caption:?}");
            }
        }
    }
}

/// Report R1 of the sample.
fn one() -> Report {
    let ledger = sample::in_memory().unwrap();
    let times = times(&ledger, "2020-12-31");
    programme::programme(&query::programme_data(&ledger, times).unwrap(), None)
}

/// The report with one table of one row.
fn report_of(report: &Report, cells: Vec<Cell>) -> Report {
    let mut report = report.clone();
    let table = tables(&report)[0];
    let mut table = Table { rows: Vec::new(), ..table.clone() };
    table.columns.truncate(cells.len());
    table.rows.push(Row::new(foerderbuch::report::RowKind::Item, cells));
    report.blocks = vec![Block::Table(table)];
    report
}

#[test]
fn amounts_up_to_the_largest_sum_are_exact_in_a_workbook() {
    let text = Text::new(Lang::De);
    let mut cents = vec![0, 1, -1, 7, 29, 57, 58, 115, 999_999_999_999_999, -999_999_999_999_998];
    let mut seed: u64 = 1;
    for _ in 0..600 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        cents.push(i64::try_from(seed >> 15).unwrap());
    }
    let whole = one();
    let columns = tables(&whole)[0].columns.len();
    for lot in cents.chunks(columns) {
        let cells = lot.iter().map(|cents| Cell::Money(Money::from_cents(*cents), None)).collect();
        let report = report_of(&whole, cells);
        let bytes = render::xlsx::xlsx(&report, &text).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let name = book.sheet_names().swap_remove(0);
        assert_table(&book.worksheet_range(&name).unwrap(), tables(&report)[0], &text);
    }
}

#[test]
fn words_that_look_like_formulas_stay_words() {
    let text = Text::new(Lang::De);
    let evil = "=HYPERLINK(\"http://example.org\";\"x\")";
    let report = report_of(&one(), vec![Cell::Text(evil.to_owned()), Cell::Text("+49".to_owned())]);
    let bytes = render::xlsx::xlsx(&report, &text).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names().swap_remove(0);
    assert_table(&book.worksheet_range(&name).unwrap(), tables(&report)[0], &text);
    for form in [Form::German, Form::International] {
        let written = csv(&report, &text, form);
        assert!(written.contains("'=HYPERLINK"), "{written}");
        assert!(written.contains("'+49"), "{written}");
    }
}

/// The rows of a CSV file, read by a reader of its own kind.
fn read_csv(content: &str, delimiter: u8) -> Vec<Vec<String>> {
    let content = content.strip_prefix(sheet::BYTE_ORDER_MARK).unwrap_or(content);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(content.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

/// The head of a column in CSV, which says of shares that they are some.
fn with_unit(table: &Table, place: usize, head: String) -> String {
    let cells = table.rows.iter().map(|row| &row.cells[place]);
    let told: Vec<&Cell> = cells.filter(|cell| !matches!(cell, Cell::Nil | Cell::Empty)).collect();
    let shares = told.iter().filter(|cell| matches!(cell, Cell::Percent(_))).count();
    let only = shares > 0 && shares == told.len();
    if only && !head.contains('%') { head + " in %" } else { head }
}

#[test]
fn csv_says_the_same_in_both_forms() {
    let written = |cell: &Cell, mark: &str, text: &Text| match cell {
        Cell::Money(amount, _) | Cell::Rate(amount, Bound::Exact) => {
            amount.to_string().replace('.', mark)
        }
        Cell::Percent(value) => format!("{value:.2}").replace('.', mark),
        Cell::Day(day) if mark == "," => day.format("%d.%m.%Y").to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Number(number) | Cell::Thousands(number, _) => number.to_string(),
        Cell::Year(year) => year.0.to_string(),
        cell => plain(&words::cell(text, cell)),
    };
    for lang in Lang::ALL {
        let text = Text::new(lang);
        for report in all() {
            for (form, delimiter, mark) in
                [(Form::German, b';', ","), (Form::International, b',', ".")]
            {
                let content = csv(&report, &text, form);
                assert_eq!(content.starts_with('\u{feff}'), form == Form::German);
                let lines = read_csv(&content, delimiter);
                let mut rest = lines.as_slice();
                for table in tables(&report) {
                    let heads = table.columns.iter().map(|column| words::head(&text, column));
                    let heads: Vec<String> = heads
                        .enumerate()
                        .map(|(place, head)| with_unit(table, place, plain(&head)))
                        .collect();
                    let top = rest.iter().position(|line| *line == heads).expect("the heads");
                    rest = &rest[top + 1..];
                    // Below the heads stands row by row what the table has, and nothing between.
                    for (row, line) in table.rows.iter().zip(rest) {
                        let wanted = row.cells.iter().map(|cell| written(cell, mark, &text));
                        let found = line.iter().map(|cell| cell.strip_prefix('\'').unwrap_or(cell));
                        assert!(wanted.eq(found), "{line:?}, {row:?}");
                    }
                    assert!(rest.len() >= table.rows.len());
                    rest = &rest[table.rows.len()..];
                }
            }
        }
    }
}

#[test]
fn no_form_but_paper_has_marks_of_footnotes() {
    let ledger = sample::in_memory_through(sample::Through::Year2022).unwrap();
    let times = times(&ledger, "2021-12-31");
    let data = query::programme_data(&ledger, times).unwrap();
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let report = programme::programme(&data, Some(FiscalYear(2021)));
        let footnotes: Vec<String> = report
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Footnote(_, says) => Some(plain(&words::phrase(&text, says))),
                _ => None,
            })
            .collect();
        assert!(footnotes.len() > 1, "{footnotes:?}");
        let forms = [
            csv(&report, &text, Form::German),
            csv(&report, &text, Form::International),
            render::json::json(&report, &text).unwrap(),
            render::plain::plain_text(&report, &text),
        ];
        for written in &forms {
            assert!(!written.contains(['¹', '²', '³', '⁴', '⁵']), "{written}");
        }
        assert!(footnotes.iter().all(|said| forms[3].contains(said)), "{}", forms[3]);
    }
}

/// Letters, digits and signs of a text without blanks and hyphens, which line breaks change.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}')).collect()
}

#[test]
fn the_text_of_a_pdf_is_the_report_value_in_its_order() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        for report in all() {
            let bytes = render::pdf(&report, &text).unwrap();
            assert_eq!(bytes, render::pdf(&report, &text).unwrap());
            let file = lopdf::Document::load_mem(&bytes).unwrap();
            let pages: Vec<u32> = file.get_pages().into_keys().collect();
            let printed = letters(&file.extract_text(&pages).unwrap());
            let mut rest = printed.as_str();
            for row in tables(&report).iter().flat_map(|table| &table.rows) {
                let cells = (0..row.cells.len()).map(|at| letters(&words::marked(&text, row, at)));
                let wanted: String = cells.collect();
                let at = rest.find(&wanted).unwrap_or_else(|| {
                    panic!("{}: {wanted}\nis not in\n{}", report.kind, &rest[..rest.len().min(900)])
                });
                rest = &rest[at + wanted.len()..];
            }
        }
    }
}

#[test]
fn a_map_without_amounts_says_so_and_explains_no_shades() {
    let ledger = sample::in_memory().unwrap();
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let printed = |as_of: &str| {
            let data = query::area_data(&ledger, times(&ledger, as_of), FiscalYear(2020)).unwrap();
            let bytes = render::pdf(&counties::counties(&data), &text).unwrap();
            let file = lopdf::Document::load_mem(&bytes).unwrap();
            let pages: Vec<u32> = file.get_pages().into_keys().collect();
            letters(&file.extract_text(&pages).unwrap())
        };
        let none = ["overview-measure-granted", "overview-measure-actual"]
            .map(|key| text.format("counties-map-none", &[("measure", text.get(key))]));
        // The last class of a map without amounts would be this one.
        let amount = text.money_thousands(Money::from_cents(200_000));
        let class = letters(&text.format("overview-class-above", &[("amount", amount)]));
        // Communes have no tile; the county's grant is not paid before 20 October.
        for (as_of, blank) in [
            ("2019-12-31", [true, true]),
            ("2020-10-01", [false, true]),
            ("2020-12-31", [false; 2]),
        ] {
            let printed = printed(as_of);
            let found = none.each_ref().map(|said| printed.contains(&letters(said)));
            assert_eq!(found, blank, "{as_of}: {printed}");
            assert!(!printed.contains(&class), "{as_of}: {printed}");
        }
    }
}

#[test]
fn a_pdf_carries_its_own_data() {
    let text = Text::new(Lang::De);
    for report in all() {
        let bytes = render::pdf(&report, &text).unwrap();
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        let catalog = file.catalog().unwrap();
        let associated = catalog.get(b"AF").unwrap().as_array().unwrap();
        let contents: Vec<Vec<u8>> = associated
            .iter()
            .map(|reference| {
                let id = reference.as_reference().unwrap();
                let one = file.get_dictionary(id).unwrap();
                assert_eq!(one.get(b"AFRelationship").unwrap().as_name().unwrap(), b"Data");
                let embedded = one.get(b"EF").unwrap().as_dict().unwrap();
                let stream = embedded.get(b"F").unwrap().as_reference().unwrap();
                let stream = file.get_object(stream).unwrap().as_stream().unwrap();
                stream.get_plain_content().unwrap()
            })
            .collect();
        // The journal has the full list besides.
        assert_eq!(contents.len(), if report.annex.is_some() { 4 } else { 2 });
        assert_eq!(report.annex.is_some(), report.kind == "journal");
        if let Some(full) = report.annexed() {
            assert_eq!(contents[2], csv(&full, &text, Form::German).trim_end().as_bytes());
            let json: serde_json::Value = serde_json::from_slice(&contents[3]).unwrap();
            let rows = json["tables"][0]["rows"].as_array().unwrap();
            assert_eq!(rows.len(), tables(&full)[0].rows.len());
        }
        // A reader that takes the last byte for the end of a line finds the stream too short.
        for object in file.objects.values() {
            let last = object.as_stream().ok().and_then(|stream| stream.content.last());
            assert!(
                !matches!(last, Some(b'\r' | b'\n')),
                "{}: {:?}",
                report.kind,
                object.type_name()
            );
        }
        assert_eq!(contents[0], csv(&report, &text, Form::German).trim_end().as_bytes());
        let json: serde_json::Value = serde_json::from_slice(&contents[1]).unwrap();
        assert_eq!(json["report"], report.kind);
        assert_eq!(json["tables"].as_array().unwrap().len(), tables(&report).len());
    }
}

#[test]
fn two_runs_of_the_program_write_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let run = |arguments: &[&str]| {
        let program = env!("CARGO_BIN_EXE_foerderbuch");
        let done = Command::new(program).current_dir(folder.path()).args(arguments).output();
        let done = done.unwrap();
        assert!(done.status.success(), "{arguments:?}: {done:?}");
    };
    run(&["sample", "l.foerderbuch"]);
    for ending in ["pdf", "xlsx", "csv"] {
        let names = [format!("one.{ending}"), format!("two.{ending}")];
        for name in &names {
            run(&[
                "report",
                "l.foerderbuch",
                "--kind",
                "programme",
                "--unit",
                "teuro",
                "--out",
                name,
            ]);
        }
        let [one, two] = names.map(|name| std::fs::read(path(&name)).unwrap());
        assert!(one.len() > 500 && one == two, "{ending}");
    }
}

#[test]
fn a_table_larger_than_a_sheet_is_no_workbook() {
    let mut report = report_of(&one(), vec![Cell::Nil]);
    if let Block::Table(table) = &mut report.blocks[0] {
        table.columns = vec![table.columns[0].clone(); 16_385];
    }
    let refused = render::xlsx::xlsx(&report, &Text::new(Lang::De));
    assert!(matches!(refused, Err(render::RenderError::TooLarge)), "{refused:?}");
}
