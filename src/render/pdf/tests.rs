//! What the paper must hold.

use super::display::{Doc, Draw};
use super::layout::lay_out;
use super::sample;
use crate::domain::Money;
use crate::render::{RenderError, pdf};
use crate::report::unit::{Unit, in_unit, thousands};
use crate::report::{Block, Cell, Phrase, Report, RowKind, Table};
use crate::text::{Lang, Text};

/// The text of a page, one string for each run.
fn runs(doc: &Doc, page: usize) -> Vec<(String, i64)> {
    let text = |draw: &Draw| match draw {
        Draw::Text(run) => Some((run.glyphs.iter().map(|glyph| glyph.character).collect(), run.y)),
        _ => None,
    };
    doc.pages[page].draws.iter().filter_map(text).collect()
}

fn count(doc: &Doc, page: usize, wanted: &str) -> usize {
    runs(doc, page).iter().filter(|(text, _)| text.trim_end() == wanted).count()
}

fn german() -> Text {
    Text::new(Lang::De)
}

#[test]
fn the_statement_of_one_grant_fits_on_one_page() {
    let doc = lay_out(&sample::statement(), &german()).expect("laid out");
    assert_eq!(doc.pages.len(), 1);
}

#[test]
fn the_head_of_a_table_is_repeated_on_each_page() {
    let doc = lay_out(&sample::long(60, 5), &german()).expect("laid out");
    assert!(doc.pages.len() > 2);
    for page in 0..doc.pages.len() {
        assert_eq!(count(&doc, page, "Vorhaben"), 1, "page {page}");
    }
}

#[test]
fn a_sum_stands_on_the_page_of_the_row_above_it() {
    for rows in 20..60 {
        let doc = lay_out(&sample::long(rows, 5), &german()).expect("laid out");
        let page_of = |wanted: &str| {
            (0..doc.pages.len()).find(|&page| count(&doc, page, wanted) > 0).expect("printed")
        };
        assert_eq!(page_of("Summe"), page_of(&format!("Landkreis Nr. {rows}")), "{rows} rows");
    }
}

/// However long the table is, its last rows stand on the page of the slip that confirms them.
#[test]
fn a_slip_never_stands_alone() {
    let Some(slip @ Block::Slip(_)) = sample::statement().blocks.pop() else { panic!("a slip") };
    for notes in 0..3 {
        for rows in 1..70 {
            let mut report = sample::long(rows, 5);
            report.blocks.truncate(report.blocks.len() - 1);
            let note = Block::Note(sample::own("Quelle: Buchungen bis zum Datenstand."));
            report.blocks.extend(std::iter::repeat_n(note, notes));
            report.blocks.push(slip.clone());
            let doc = lay_out(&report, &german()).expect("laid out");
            let last = doc.pages.len() - 1;
            let told = format!("{rows} rows, {notes} notes");
            let has = |wanted: &str| runs(&doc, last).iter().any(|(it, _)| it.starts_with(wanted));
            assert!(has("Saldenbestätigung") && has("Ort, Datum"), "{told}");
            assert!(has("Summe") && has(&format!("Landkreis Nr. {rows}")), "{told}");
            for page in 0..=last {
                let head = count(&doc, page, "Vorhaben");
                let row = |(it, _): &(String, i64)| it.starts_with("Landkreis Nr.");
                assert_eq!(head > 0, runs(&doc, page).iter().any(row), "{told}: a head and no row");
            }
        }
    }
}

const fn table_of(block: &mut Block) -> Option<&mut Table> {
    match block {
        Block::Table(table) => Some(table),
        _ => None,
    }
}

/// What the paper of a table whose rows add up carries at the foot of each page is the sum of the
/// rows printed so far, and the next page begins with it.
#[test]
fn what_is_carried_to_the_next_page_is_the_sum_of_the_rows_so_far() {
    let mut report = sample::long(90, 5);
    let mut amounts = Vec::new();
    for block in &mut report.blocks {
        let Block::Table(table) = block else { continue };
        let (sum, items) = table.rows.split_last_mut().expect("rows");
        amounts = items
            .iter()
            .map(|row| match row.cells[2] {
                Cell::Money(amount, _) => amount,
                _ => panic!("no amount"),
            })
            .collect();
        sum.cells[2] = Cell::Money(amounts.iter().copied().sum(), None);
    }
    assert_carried(&report, &amounts, &|sum| german().money(sum));
    // In thousands the exact amounts are carried, and rounded once where they are printed.
    for row in report.blocks.iter_mut().filter_map(table_of).flat_map(|table| &mut table.rows) {
        row.cells[3] = Cell::Number(if row.kind == RowKind::Sum { 90 } else { 1 });
    }
    let subtitle = report.subtitle.clone();
    let report = Report { subtitle, ..in_unit(report, Unit::Thousand) };
    assert_carried(&report, &amounts, &|sum| german().number(thousands(sum)));
}

/// Each page but the last ends with the sum of all rows so far, and the next one begins with it.
fn assert_carried(report: &Report, amounts: &[Money], written: &dyn Fn(Money) -> String) {
    let doc = lay_out(report, &german()).expect("laid out");
    assert!(doc.pages.len() > 1);
    let sum = |rows: usize| written(amounts[..rows].iter().copied().sum());
    let mut printed = 0;
    for page in 0..doc.pages.len() {
        let texts: Vec<String> =
            runs(&doc, page).into_iter().map(|(text, _)| text.trim_end().to_owned()).collect();
        let carried: Vec<&String> = texts
            .iter()
            .zip(texts.iter().skip(1))
            .filter(|(label, _)| *label == "Übertrag")
            .map(|(_, amount)| amount)
            .collect();
        let before = sum(printed);
        printed += texts.iter().filter(|text| text.starts_with("Landkreis Nr.")).count();
        let mut wanted = Vec::new();
        wanted.extend((page > 0).then_some(before));
        wanted.extend((page + 1 < doc.pages.len()).then(|| sum(printed)));
        assert_eq!(carried, wanted.iter().collect::<Vec<_>>(), "page {page}");
    }
    assert_eq!(printed, amounts.len());
}

#[test]
fn nothing_is_drawn_below_the_foot_or_beside_the_margins() {
    for report in [sample::statement(), sample::long(60, 5), sample::long(40, 11)] {
        let doc = lay_out(&report, &german()).expect("laid out");
        for page in &doc.pages {
            for draw in &page.draws {
                let Draw::Text(run) = draw else { continue };
                let width = super::font::width(&run.glyphs, run.size);
                assert!(run.x >= 63_000 && run.y < doc.height - 20_000);
                let last = run.glyphs.last().map_or(' ', |glyph| glyph.character);
                assert!(last == ' ' || run.x + width <= doc.width - 47_900, "{last}");
            }
        }
    }
}

#[test]
fn a_table_with_many_columns_turns_the_paper() {
    let doc = lay_out(&sample::long(5, 11), &german()).expect("laid out");
    assert!(doc.width > doc.height);
    // Many columns of words turn a report, but never a letter.
    for (letter, wide) in [(None, true), (sample::statement().letter, false)] {
        let mut report = sample::long(5, 7);
        for table in report.blocks.iter_mut().filter_map(table_of) {
            table.columns.iter_mut().take(6).for_each(|column| column.numeric = false);
        }
        let doc = lay_out(&Report { letter, ..report }, &german()).expect("laid out");
        assert_eq!(doc.width > doc.height, wide);
    }
}

#[test]
fn every_page_names_the_anchor_the_copy_and_the_sample() {
    let doc = lay_out(&sample::long(60, 5), &german()).expect("laid out");
    for page in 0..doc.pages.len() {
        assert_eq!(count(&doc, page, "Beispieldaten – keine amtlichen Zahlen"), 1);
        assert_eq!(count(&doc, page, "Nicht ausgefertigt"), 1);
        assert!(runs(&doc, page).iter().any(|(text, _)| text.starts_with("Prüfkennung")));
    }
}

#[test]
fn every_drawing_is_content_or_artifact_and_all_content_is_in_the_tree() {
    use super::display::Node;
    fn leaves(nodes: &[Node]) -> usize {
        let kids = |node: &Node| match node {
            Node::Leaf(_) => 1,
            Node::Group(_, nodes) | Node::Foreign(_, _, nodes) => leaves(nodes),
            Node::Link(link) => leaves(&link.kids),
        };
        nodes.iter().map(kids).sum()
    }
    for report in [sample::statement(), sample::long(60, 5)] {
        let doc = lay_out(&report, &german()).expect("laid out");
        let mut content = 0;
        for page in &doc.pages {
            let mut open = false;
            for draw in &page.draws {
                match draw {
                    Draw::BeginArtifact(_) | Draw::BeginContent(_) => {
                        assert!(!open, "marks are not nested");
                        open = true;
                        content += usize::from(matches!(draw, Draw::BeginContent(_)));
                    }
                    Draw::End => open = false,
                    _ => assert!(open, "{draw:?} is unmarked"),
                }
            }
            assert!(!open);
        }
        assert_eq!(leaves(&doc.tree), content);
    }
}

#[test]
fn a_row_taller_than_a_page_is_split_and_loses_nothing() {
    let mut report = sample::long(2, 5);
    for block in &mut report.blocks {
        if let Block::Table(table) = block {
            table.rows[0].cells[1] = Cell::Text("Vorhaben mit langem Namen ".repeat(200));
        }
    }
    let doc = lay_out(&report, &german()).expect("laid out");
    let words = |page| -> usize {
        runs(&doc, page).iter().map(|(text, _)| text.matches("langem").count()).sum()
    };
    assert_eq!((0..doc.pages.len()).map(words).sum::<usize>(), 200);
}

#[test]
fn a_character_that_the_typeface_lacks_is_an_error_before_anything_is_written() {
    let mut report = sample::statement();
    report.blocks.push(Block::Paragraph(sample::own("漢")));
    let refused = pdf(&report, &german());
    assert!(matches!(refused, Err(RenderError::MissingGlyph { character: '漢', .. })));
}

/// The report with a text in every cell of words.
fn with_words(words: &str) -> Report {
    let mut report = sample::long(4, 5);
    for block in &mut report.blocks {
        let Block::Table(table) = block else { continue };
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if matches!(cell, Cell::Text(_)) {
                *cell = Cell::Text(words.to_owned());
            }
        }
    }
    report
}

/// All characters of all pages in the order in which they are drawn, without blanks.
fn drawn(doc: &Doc) -> String {
    let pages = (0..doc.pages.len()).flat_map(|page| runs(doc, page));
    pages.flat_map(|(text, _)| text.chars().collect::<Vec<_>>()).filter(|c| *c != ' ').collect()
}

#[test]
fn names_of_two_hundred_characters_are_printed_whole_and_within_the_margins() {
    let word = "Ölmühlengroßraumbüroausstattungsverordnung".repeat(5);
    let names = "Zweckverband Ähre, Öl & Übermaß (e. V.) – „Süd“ ".repeat(4);
    for name in [&word, &names] {
        assert!(name.chars().count() > 190);
        let doc = lay_out(&with_words(name), &german()).expect("laid out");
        let whole: String = name.chars().filter(|c| *c != ' ').collect();
        assert_eq!(drawn(&doc).matches(&whole).count(), 8, "two cells of each of four rows");
        for draw in doc.pages.iter().flat_map(|page| &page.draws) {
            let Draw::Text(run) = draw else { continue };
            let end = run.x + super::font::width(&run.glyphs, run.size);
            let blank = run.glyphs.last().is_some_and(|glyph| glyph.character == ' ');
            assert!(run.x >= 63_000 && (blank || end <= doc.width - 47_900));
        }
    }
}

#[test]
fn the_longest_word_of_a_fact_is_not_cut_by_a_long_label() {
    let label = |words: &str| Phrase::new("quoted-de").with("text", Cell::Text(words.into()));
    let facts = vec![
        (label("Verwendungsnachweis war fällig am"), Cell::Text("31.12.2021".into())),
        (label("Zweck"), Cell::Text("Schulung der Informationssicherheit".into())),
    ];
    let mut report = sample::long(1, 5);
    report.blocks = vec![Block::Facts(facts)];
    let doc = lay_out(&report, &german()).expect("laid out");
    let whole = |(text, _): &(String, i64)| text.contains("Informationssicherheit");
    assert!(runs(&doc, 0).iter().any(whole), "{:?}", runs(&doc, 0));
}

#[test]
fn what_cannot_be_set_is_refused_by_its_character_and_what_can_is_printed_composed() {
    let doc = lay_out(&with_words("Cafe\u{301} Mu\u{308}ller"), &german()).expect("laid out");
    assert!(drawn(&doc).contains("CaféMüller"));
    // A letter without a composed form, right to left, its marks, an emoji, a control character.
    for sign in ['\u{35f}', 'ש', 'م', '\u{202e}', '\u{2067}', '🏛', '\u{7}'] {
        let refused = pdf(&with_words(&format!("Amt x{sign} Süd")), &german());
        let Err(RenderError::MissingGlyph { character, within }) = refused else {
            panic!("U+{:04X}: {:?}", u32::from(sign), refused.map(|bytes| bytes.len()))
        };
        assert_eq!((character, within.contains("Amt") && within.contains("Süd")), (sign, true));
    }
}

#[test]
fn a_table_without_rows_and_one_of_ten_thousand_are_printed() {
    let empty = lay_out(&sample::long(0, 5), &german()).expect("laid out");
    assert_eq!((empty.pages.len(), count(&empty, 0, "Vorhaben")), (1, 1));
    let mut report = sample::long(1, 3);
    for block in &mut report.blocks {
        let Block::Table(table) = block else { continue };
        let row = table.rows[0].clone();
        table.rows = (1..=10_000)
            .map(|number| {
                let mut row = row.clone();
                (row.cells[0], row.cells[1]) = (Cell::Number(number), Cell::Text("ja".to_owned()));
                row
            })
            .collect();
    }
    let doc = lay_out(&report, &german()).expect("laid out");
    let printed = (0..doc.pages.len()).map(|page| count(&doc, page, "ja")).sum::<usize>();
    assert_eq!(printed, 10_000);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let first = pdf(&sample::statement(), &german()).expect("written");
    pdf(&sample::long(3, 5), &german()).expect("written");
    let second = pdf(&sample::statement(), &german()).expect("written");
    assert!(first == second && first.starts_with(b"%PDF-1.7"));
}

#[test]
fn closer_spaces_save_a_last_page_with_next_to_nothing() {
    let laid = |rows: i64| {
        let mut report = sample::long(rows, 5);
        for row in report.blocks.iter_mut().filter_map(table_of).flat_map(|table| &mut table.rows) {
            row.cells[1] = Cell::Empty;
        }
        lay_out(&report, &german()).expect("laid out")
    };
    let row = |doc: &Doc, page| {
        runs(doc, page).iter().filter(|(it, _)| it.starts_with("Landkreis Nr.")).count()
    };
    // What a page takes in the usual rhythm is what the first page of a long paper has.
    let most = row(&laid(90), 0);
    let fit = (10..90).filter(|rows| laid(*rows).pages.len() == 1).max().expect("one page");
    assert!(usize::try_from(fit).expect("few") > most + 2, "{fit} rows fit, {most} do usually");
    // A paper whose last page is well filled keeps its rhythm.
    let (full, next) = (laid(90), laid(91));
    assert_eq!(row(&full, 0), row(&next, 0));
}

#[test]
fn words_at_the_end_under_a_heading_stand_with_the_last_rows_of_the_table() {
    for rows in 20..70 {
        let mut report = sample::long(rows, 5);
        report.blocks.push(Block::Heading(sample::own("Hinweise")));
        let note = Block::Note(sample::own("Ein Hinweis."));
        report.blocks.extend(std::iter::repeat_n(note, 4));
        let doc = lay_out(&report, &german()).expect("laid out");
        let last = doc.pages.len() - 1;
        assert!(count(&doc, last, "Hinweise") == 1 && count(&doc, last, "Summe") == 1, "{rows}");
    }
}

#[test]
fn a_note_never_stands_alone_on_the_next_page() {
    for rows in 20..70 {
        let mut report = sample::long(rows, 5);
        report.blocks.truncate(report.blocks.len() - 1);
        let note = |said: &str| Block::Note(sample::own(said));
        report.blocks.extend(["Erster.", "Zweiter.", "Dritter."].map(note));
        report.blocks.push(Block::Heading(sample::own("Danach")));
        report.blocks.extend(sample::long(20, 5).blocks);
        let doc = lay_out(&report, &german()).expect("laid out");
        let page = |said: &str| {
            (0..doc.pages.len()).find(|page| count(&doc, *page, said) > 0).expect("printed")
        };
        assert_eq!(page("Zweiter."), page("Dritter."), "{rows} rows");
    }
}

#[test]
fn tables_with_the_same_columns_stand_below_each_other() {
    let mut report = sample::long(3, 5);
    let mut other = sample::long(3, 5);
    for row in other.blocks.iter_mut().filter_map(table_of).flat_map(|table| &mut table.rows) {
        row.cells[1] = Cell::Text("Ein sehr viel längeres Vorhaben mit vielen Worten".into());
    }
    report.blocks.extend(other.blocks);
    let doc = lay_out(&report, &german()).expect("laid out");
    let heads = doc.pages[0].draws.iter().filter_map(|draw| match draw {
        Draw::Text(run) => {
            let text: String = run.glyphs.iter().map(|glyph| glyph.character).collect();
            text.starts_with("Bewilligt").then_some(run.x)
        }
        _ => None,
    });
    let heads: Vec<i64> = heads.collect();
    assert!(heads.len() == 2 && heads[0] == heads[1], "{heads:?}");
}

/// A few rows with their slip do not leave the page before half empty.
#[test]
fn a_short_table_is_begun_on_the_page_before_its_slip() {
    let Some(slip @ Block::Slip(_)) = sample::statement().blocks.pop() else { panic!("a slip") };
    let mut begun = 0;
    for words in 5..24 {
        let mut report = sample::long(4, 5);
        report.blocks.truncate(report.blocks.len() - 1);
        let paragraph = Block::Paragraph(sample::own("Ein Absatz."));
        report.blocks.splice(0..0, std::iter::repeat_n(paragraph, words));
        report.blocks.push(slip.clone());
        let doc = lay_out(&report, &german()).expect("laid out");
        let foot = doc.height - 60_000;
        let lowest = runs(&doc, 0).into_iter().map(|(_, y)| y).filter(|y| *y < foot).max();
        let empty = foot - lowest.expect("words");
        assert!(doc.pages.len() == 1 || empty < 170_000, "{words} paragraphs leave {empty}");
        begun += usize::from(
            doc.pages.len() > 1 && (0..2).all(|page| count(&doc, page, "Vorhaben") > 0),
        );
    }
    assert!(begun > 0, "no table is on both pages");
}
