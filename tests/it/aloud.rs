//! What a paper says to who hears it or follows a link: links, heads of rows, languages, footnotes.

use foerderbuch::domain::RecipientKey;
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::paper::{self, Document, Form, Wish};
use foerderbuch::render::words;
use foerderbuch::report::{Block, Cell, Report, footnote_mark};
use foerderbuch::store::Ledger;
use foerderbuch::store::view::Times;
use foerderbuch::text::{Lang, Text};
use lopdf::{Dictionary, Document as File, Object};

use super::table::day;

fn ledger() -> (Ledger, Times) {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let known = ledger.head().seq;
    (ledger, Times { as_of: day("2022-12-31"), known })
}

fn report(wish: &Wish, lang: Lang) -> Report {
    let (ledger, times) = ledger();
    paper::make(&ledger, &wish.at(times, lang)).unwrap().unwrap()
}

fn file(report: &Report, lang: Lang) -> File {
    File::load_mem(&paper::bytes(report, &Text::new(lang), Form::Pdf).unwrap()).unwrap()
}

fn named(dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    let name = dictionary.get(key).ok()?.as_name().ok()?;
    Some(String::from_utf8_lossy(name).into_owned())
}

fn dictionaries(file: &File) -> impl Iterator<Item = &Dictionary> {
    file.objects.values().filter_map(|object| object.as_dict().ok())
}

/// Annotations of links, each with the structure element that the parent tree names for it.
fn links(file: &File) -> Vec<(&Dictionary, &Dictionary)> {
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let tree = file.get_dictionary(root).unwrap().get(b"ParentTree").unwrap();
    let tree = file.get_dictionary(tree.as_reference().unwrap()).unwrap();
    let numbers = tree.get(b"Nums").unwrap().as_array().unwrap();
    let owner = |key: i64| {
        let found = numbers.chunks(2).find(|pair| pair[0].as_i64().unwrap() == key).unwrap();
        file.get_dictionary(found[1].as_reference().unwrap()).unwrap()
    };
    let own = |annotation: &Dictionary| annotation.get(b"StructParent").unwrap().as_i64().unwrap();
    dictionaries(file)
        .filter(|dictionary| named(dictionary, b"Subtype").as_deref() == Some("Link"))
        .map(|annotation| (annotation, owner(own(annotation))))
        .collect()
}

fn said(annotation: &Dictionary) -> String {
    let bytes = annotation.get(b"Contents").unwrap().as_str().unwrap();
    let units: Vec<u16> =
        bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap().trim_start_matches('\u{feff}').to_owned()
}

#[test]
fn the_address_of_a_letter_is_a_link_to_it() {
    let report = report(&Wish::statement(RecipientKey::new("16066")), Lang::De);
    let file = file(&report, Lang::De);
    let links = links(&file);
    let [(annotation, owner)] = links.as_slice() else { panic!("{}", links.len()) };
    assert_eq!(said(annotation), "digitalisierung@example.org");
    let action = annotation.get(b"A").unwrap().as_dict().unwrap();
    let uri = action.get(b"URI").unwrap().as_str().unwrap();
    assert_eq!(uri, b"mailto:digitalisierung@example.org");
    assert_eq!(named(owner, b"S").as_deref(), Some("Link"));
    let kids = owner.get(b"K").unwrap().as_array().unwrap();
    let of = |kid: &Object| kid.as_dict().ok().and_then(|kid| named(kid, b"Type"));
    let kinds: Vec<Option<String>> = kids.iter().map(of).collect();
    assert_eq!(kinds, [Some("MCR".to_owned()), Some("OBJR".to_owned())]);
}

#[test]
fn each_row_of_the_overview_of_a_difference_leads_to_its_entries() {
    let report = report(&Wish::difference(150), Lang::De);
    let rows = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    let text = Text::new(Lang::De);
    let lead = |(_, to): &(usize, _)| words::phrase(&text, to).replace('\u{ad}', "");
    let wanted: Vec<String> =
        rows.unwrap().iter().filter_map(|row| row.leads_to.as_ref()).map(lead).collect();
    assert!(wanted.len() > 5);
    let file = file(&report, Lang::De);
    let found = links(&file);
    assert!(found.iter().all(|(annotation, _)| annotation.get(b"Dest").is_ok()));
    let found: Vec<String> = found.iter().map(|(annotation, _)| said(annotation)).collect();
    for heading in &wanted {
        assert!(found.contains(heading), "{heading}: {found:?}");
    }
}

#[test]
fn the_first_cell_of_every_row_is_its_head() {
    let report = report(&Wish::of(Document::Grants), Lang::De);
    let rows = report.blocks.iter().map(|block| match block {
        Block::Table(table) => table.rows.len(),
        _ => 0,
    });
    let file = file(&report, Lang::De);
    let heads = dictionaries(&file).filter(|element| {
        let scope = element.get(b"A").ok().and_then(|it| it.as_dict().ok());
        scope.and_then(|it| named(it, b"Scope")).as_deref() == Some("Row")
    });
    assert_eq!(heads.count(), rows.sum::<usize>());
}

/// How many elements name that language.
fn spoken(file: &File, language: &str) -> usize {
    let of = |element: &&Dictionary| {
        let own = named(element, b"Type").as_deref() == Some("StructElem");
        let spoken = element.get(b"Lang").ok().and_then(|it| it.as_str().ok());
        own && spoken == Some(language.as_bytes())
    };
    dictionaries(file).filter(of).count()
}

#[test]
fn recorded_german_in_an_english_paper_is_told_as_german() {
    let wish = Wish::of(Document::Grants);
    let english = report(&wish, Lang::En);
    // Name and purpose of each row, and the letterhead.
    let rows = english.blocks.iter().map(|block| match block {
        Block::Table(table) => table.rows.len() - 1,
        _ => 0,
    });
    assert!(spoken(&file(&english, Lang::En), "de-DE") >= 2 * rows.sum::<usize>());
    let german = file(&report(&wish, Lang::De), Lang::De);
    assert_eq!((spoken(&german, "de-DE"), spoken(&german, "en-GB")), (0, 0));
}

#[test]
fn every_mark_has_its_note_and_every_note_its_mark() {
    let (ledger, times) = ledger();
    let mut seen = 0;
    for as_of in ["2020-12-31", "2022-12-31"] {
        let times = Times { as_of: day(as_of), ..times };
        let reports = [Document::Programme, Document::Counties, Document::Grants, Document::Budget];
        for wish in reports.map(Wish::of) {
            let Some(report) = paper::make(&ledger, &wish.at(times, Lang::De)).unwrap() else {
                continue;
            };
            let mut marks = Vec::new();
            let mut notes = Vec::new();
            for block in &report.blocks {
                match block {
                    Block::Table(table) => {
                        let rows = table.rows.iter().flat_map(|row| &row.marks);
                        marks.extend(rows.map(|(_, note)| footnote_mark(*note).to_owned()));
                    }
                    Block::Note(phrase) if phrase.key == "footnote" => {
                        let Cell::Text(mark) = &phrase.args[0].1 else { panic!("a mark") };
                        assert!(marks.contains(mark), "{} {mark} comes first", report.kind);
                        notes.push(mark.clone());
                    }
                    _ => {}
                }
            }
            marks.sort();
            marks.dedup();
            notes.sort();
            assert_eq!(marks, notes, "{} {as_of}", report.kind);
            seen += notes.len();
        }
    }
    // Bound and charged remainders of R1 and R6, and none formed by the end of 2020.
    assert!(seen >= 5, "{seen}");
}

#[test]
fn every_part_of_the_bars_of_the_programme_is_a_figure_of_a_table() {
    let report = report(&Wish::of(Document::Programme), Lang::De);
    let mut cells = Vec::new();
    let mut parts = Vec::new();
    for block in &report.blocks {
        match block {
            Block::Table(table) => {
                let found = table.rows.iter().flat_map(|row| &row.cells);
                cells.extend(found.filter_map(|cell| match cell {
                    Cell::Money(amount, _) => Some(*amount),
                    _ => None,
                }));
            }
            Block::Bars(bars) => {
                let found = bars.rows.iter().flat_map(|(year, parts)| {
                    parts.iter().map(move |(stage, amount)| (year.clone(), *stage, *amount))
                });
                parts.extend(found.filter(|(.., amount)| !amount.is_zero()));
            }
            _ => {}
        }
    }
    assert!(parts.len() > 8);
    for (year, stage, amount) in parts {
        assert!(cells.contains(&amount), "{year} {stage:?} {amount:?}");
    }
}
