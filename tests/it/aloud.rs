//! What a paper says to who hears it or follows a link: links, heads of rows, languages, footnotes.

use foerderbuch::domain::{FiscalYear, RecipientKey};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::paper::{self, Document, Form, Wish};
use foerderbuch::render::words;
use foerderbuch::report::{Block, Cell, Report};
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

/// Numbers of the notes that cells bear marks of, in the order in which they are read, and the
/// numbers of the notes themselves.
fn footnotes(report: &Report) -> (Vec<u8>, Vec<u8>) {
    let (mut marks, mut notes) = (Vec::new(), Vec::new());
    for block in &report.blocks {
        match block {
            Block::Table(table) => {
                let rows = table.rows.iter().flat_map(|row| &row.marks);
                marks.extend(rows.map(|(_, note)| *note));
            }
            Block::Footnote(number, _) => {
                assert!(marks.contains(number), "{} {number} comes first", report.kind);
                notes.push(*number);
            }
            _ => {}
        }
    }
    (marks, notes)
}

#[test]
fn footnotes_are_numbered_from_one_in_the_order_of_their_marks() {
    let (ledger, times) = ledger();
    let mut seen = Vec::new();
    for as_of in ["2020-06-30", "2020-12-31", "2021-12-31", "2022-12-31"] {
        let times = Times { as_of: day(as_of), ..times };
        for wish in Document::ALL.map(Wish::of) {
            for year in [None, Some(FiscalYear(2020)), Some(FiscalYear(2021))] {
                let wish = Wish { year, ..wish.clone() };
                let Some(report) = paper::make(&ledger, &wish.at(times, Lang::De)).unwrap() else {
                    continue;
                };
                let (marks, notes) = footnotes(&report);
                let mut first = Vec::new();
                for mark in marks {
                    if !first.contains(&mark) {
                        first.push(mark);
                    }
                }
                let told = format!("{} {as_of} {year:?}", report.kind);
                let numbers: Vec<u8> = (1..).take(first.len()).collect();
                assert_eq!((&first, &notes), (&numbers, &numbers), "{told}");
                seen.extend((!notes.is_empty()).then_some((report.kind, notes.len())));
            }
        }
    }
    // Bound and charged remainders of R1 and R6, none formed by the end of 2020, and those of R6
    // that nobody decided of.
    for found in [("programme", 1), ("programme", 3), ("budget", 1), ("budget", 4)] {
        assert!(seen.contains(&found), "{found:?}: {seen:?}");
    }
}

/// Elements of that kind.
fn elements<'a>(file: &'a File, kind: &'static str) -> Vec<&'a Dictionary> {
    let is = |element: &&Dictionary| {
        named(element, b"Type").as_deref() == Some("StructElem")
            && named(element, b"S").as_deref() == Some(kind)
    };
    dictionaries(file).filter(is).collect()
}

/// The elements inside of one.
fn inside<'a>(file: &'a File, element: &Dictionary) -> Vec<&'a Dictionary> {
    let kids = element.get(b"K").unwrap().as_array().unwrap().iter();
    kids.filter_map(|kid| file.get_dictionary(kid.as_reference().ok()?).ok()).collect()
}

/// PDF/UA-1, 7.9: a note has an ID of its own, its mark is a reference, which leads to it.
#[test]
fn a_footnote_is_a_note_with_an_id_and_its_marks_are_references_that_lead_to_it() {
    for (document, as_of) in [
        (Document::Programme, "2020-12-31"),
        (Document::Programme, "2021-12-31"),
        (Document::Budget, "2021-12-31"),
    ] {
        for lang in Lang::ALL {
            let (ledger, times) = ledger();
            let times = Times { as_of: day(as_of), ..times };
            let wanted = Wish::of(document).at(times, lang);
            let report = paper::make(&ledger, &wanted).unwrap().unwrap();
            let (marks, numbers) = footnotes(&report);
            let file = file(&report, lang);
            let notes = elements(&file, "Note");
            let id = |note: &&Dictionary| note.get(b"ID").unwrap().as_str().unwrap().to_vec();
            let mut ids: Vec<Vec<u8>> = notes.iter().map(id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!((ids.len(), notes.len()), (numbers.len(), numbers.len()), "{document:?}");
            for note in notes {
                let kinds = inside(&file, note).into_iter().map(|kid| named(kid, b"S").unwrap());
                assert_eq!(kinds.collect::<Vec<_>>(), ["Lbl", "P"]);
            }
            let references = elements(&file, "Reference");
            assert_eq!(references.len(), marks.len());
            let mut places = Vec::new();
            for reference in references {
                let links = inside(&file, reference);
                assert_eq!(links.len(), 1);
                let kids = links[0].get(b"K").unwrap().as_array().unwrap();
                let of = |kid: &Object| kid.as_dict().unwrap().get(b"Obj").ok().cloned();
                let annotation = kids.iter().find_map(of).unwrap().as_reference().unwrap();
                let annotation = file.get_dictionary(annotation).unwrap();
                let place = format!("{:?}", annotation.get(b"Dest").unwrap());
                places.push((said(annotation), place));
            }
            places.sort();
            places.dedup();
            let word = if lang == Lang::De { "Fußnote" } else { "Footnote" };
            let wanted: Vec<String> = numbers.iter().map(|own| format!("{word} {own}")).collect();
            let told: Vec<&String> = places.iter().map(|(said, _)| said).collect();
            assert_eq!(told, wanted.iter().collect::<Vec<_>>(), "one place for each note");
            let mut places: Vec<&String> = places.iter().map(|(_, place)| place).collect();
            places.dedup();
            assert_eq!(places.len(), numbers.len(), "no two notes at one place");
        }
    }
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
                parts.extend(bars.scene.bars.iter().flat_map(|bar| {
                    let own = bar.parts.iter().map(|(part, amount)| (part.key(), *amount));
                    let gone =
                        bar.gone.iter().map(|(gone, amount)| (gone.stage().as_str(), *amount));
                    let left = Some(("left", bar.whole - bar.told()));
                    let left = left.filter(|(_, amount)| !amount.is_zero());
                    own.chain(gone)
                        .chain(left)
                        .map(|(part, amount)| (bar.label.clone(), part, amount))
                }));
            }
            _ => {}
        }
    }
    assert!(parts.len() > 6, "{parts:?}");
    for (year, part, amount) in parts {
        assert!(cells.contains(&amount), "{year} {part} {amount:?}");
    }
}
