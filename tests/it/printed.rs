//! The text of a PDF, read by its tags: every document says its report value, whole, in its order,
//! with every blank.

use std::collections::BTreeMap;

use foerderbuch::ops::sample::{self, Through};
use foerderbuch::paper::{self, Form};
use foerderbuch::render::words;
use foerderbuch::report::unit::Unit;
use foerderbuch::report::{Block, Cell, Phrase, Report, Row, footnote_mark};
use foerderbuch::store::view::Times;
use foerderbuch::text::{Lang, Text};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

use super::conformance::wishes;
use super::table::day;

/// Text of each marked piece of content, by page and number; each line of it ends with a break.
type Pieces = BTreeMap<(ObjectId, i64), String>;

fn pieces(file: &Document) -> Pieces {
    let mut found = Pieces::new();
    for page in file.get_pages().into_values() {
        let fonts = file.get_page_fonts(page).unwrap();
        let encoded = |(name, font): (Vec<u8>, _)| (name, encoding(font, file));
        let fonts: BTreeMap<_, _> = fonts.into_iter().map(encoded).collect();
        let (mut own, mut font) = (None, None);
        for step in Content::decode(&file.get_page_content(page)).unwrap().operations {
            match (step.operator.as_str(), step.operands.as_slice()) {
                ("BDC", [_, Object::Dictionary(what)]) => {
                    own = what.get(b"MCID").and_then(Object::as_i64).ok();
                }
                ("EMC", _) => own = None,
                ("Tf", [name, _]) => font = fonts.get(name.as_name().unwrap()),
                ("Tj" | "TJ", shown) => {
                    let (Some(own), Some(font)) = (own, font) else { continue };
                    let text = found.entry((page, own)).or_default();
                    for part in shown.iter().flat_map(parts) {
                        text.push_str(&Document::decode_text(font, part).unwrap());
                    }
                }
                ("ET", _) => {
                    if let Some(text) = own.and_then(|own| found.get_mut(&(page, own))) {
                        text.push('\n');
                    }
                }
                _ => {}
            }
        }
    }
    found
}

fn encoding<'a>(font: &'a Dictionary, file: &'a Document) -> Encoding<'a> {
    font.get_font_encoding(file).unwrap()
}

/// The strings that are shown; what lies between them is kerning.
fn parts(shown: &Object) -> Vec<&[u8]> {
    match shown {
        Object::Array(all) => all.iter().filter_map(|part| part.as_str().ok()).collect(),
        other => other.as_str().into_iter().collect(),
    }
}

/// The text in the order of the tags, as a screen reader says it; pictures have words of their own.
fn read(bytes: &[u8]) -> String {
    let file = Document::load_mem(bytes).unwrap();
    let pieces = pieces(&file);
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let mut text = String::new();
    let kids = file.get_dictionary(root).unwrap().get(b"K").unwrap();
    say(&file, kids, &pieces, &mut text);
    text
}

fn say(file: &Document, kids: &Object, pieces: &Pieces, text: &mut String) {
    match kids {
        Object::Array(all) => all.iter().for_each(|kid| say(file, kid, pieces, text)),
        Object::Reference(id) => {
            let element = file.get_dictionary(*id).unwrap();
            let picture = element.get(b"S").unwrap().as_name().unwrap() == b"Figure";
            if let (Ok(kids), false) = (element.get(b"K"), picture) {
                say(file, kids, pieces, text);
            }
        }
        // A link has its words beside the place that can be clicked.
        Object::Dictionary(piece) if !piece.has(b"MCID") => {}
        Object::Dictionary(piece) => {
            let page = piece.get(b"Pg").unwrap().as_reference().unwrap();
            let number = piece.get(b"MCID").unwrap().as_i64().unwrap();
            text.push_str(pieces.get(&(page, number)).map_or("", String::as_str));
        }
        other => panic!("{other:?}"),
    }
}

/// What the document says, piece by piece, from the title to the last block.
fn wanted(report: &Report, text: &Text) -> Vec<String> {
    let say = |phrase: &Phrase| words::phrase(text, phrase);
    let cell = |cell: &Cell| words::cell(text, cell);
    let mut all = Vec::new();
    if let Some(letter) = &report.letter {
        all.extend([report.sender.name.clone(), letter.sender_line.clone()]);
        all.extend(letter.address.iter().cloned());
        all.extend(letter.references.iter().map(say));
    } else {
        all.extend([report.sender.name.clone(), report.basis.programme.clone()]);
    }
    all.extend([say(&report.title), say(&report.subtitle)]);
    for block in &report.blocks {
        match block {
            Block::Heading(words)
            | Block::Paragraph(words)
            | Block::Note(words)
            | Block::Unit(words) => {
                all.push(say(words));
            }
            Block::Footnote(number, words) => {
                all.push(format!("{} {}", footnote_mark(*number), say(words)));
            }
            Block::Figures(pairs) | Block::Facts(pairs) => {
                all.extend(pairs.iter().flat_map(|(label, value)| [say(label), cell(value)]));
            }
            Block::Table(table) => {
                all.extend(table.columns.iter().map(|column| words::head(text, column)));
                let marked = |row: &Row| -> Vec<String> {
                    (0..row.cells.len()).map(|at| words::marked(text, row, at)).collect()
                };
                all.extend(table.rows.iter().flat_map(marked));
            }
            Block::Slip(slip) => {
                let parts = [&slip.heading].into_iter().chain(&slip.choices).chain(&slip.lines);
                all.extend(parts.map(say));
            }
            Block::Bars(_) | Block::Chart(_) => {}
        }
    }
    all
}

/// Goes on in what is printed after a piece; `None` where something else stands there.
///
/// A line may break anywhere: where a blank is, or where the typesetting may divide a word, with a
/// hyphen where the word has a soft one. A blank of the piece is a blank or a break, and between
/// the signs of a line there are no others.
fn after<'a>(printed: &'a str, piece: &str) -> Option<&'a str> {
    let mut rest = printed.trim_start();
    let mut signs = piece.trim().chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == '\u{ad}' {
            rest = rest.strip_prefix("-\n").unwrap_or(rest);
        } else if sign.is_whitespace() {
            while signs.peek().is_some_and(|next| next.is_whitespace()) {
                signs.next();
            }
            let next = rest.trim_start();
            if next.len() == rest.len() {
                return None;
            }
            rest = next;
        } else {
            rest = match rest.strip_prefix(sign) {
                Some(rest) => rest,
                None => rest.trim_start_matches(' ').strip_prefix('\n')?.strip_prefix(sign)?,
            };
        }
    }
    // What follows begins apart from it.
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest)
}

fn compare(report: &Report, bytes: &[u8], text: &Text) {
    let printed = read(bytes);
    let wanted = wanted(report, text);
    let sender = wanted[0].as_str();
    // Before the letterhead stand the marks of the page, after all else its anchors.
    let start = printed.find(sender).unwrap_or_else(|| panic!("{sender}\nis not in\n{printed}"));
    let mut rest = &printed[start..];
    for piece in wanted.iter().filter(|piece| !piece.trim().is_empty()) {
        rest = after(rest, piece).unwrap_or_else(|| {
            let shown: String = rest.chars().take(300).collect();
            panic!("{}: {piece:?}\nis not at\n{shown:?}", report.kind)
        });
    }
    let anchor = text.format("paper-anchor", &[("number", report.basis.known.to_string())]);
    assert!(after(rest, &anchor).is_some(), "{}: more is printed: {rest:?}", report.kind);
}

#[test]
fn the_text_of_every_document_is_its_report_value_with_every_blank() {
    for (through, lang) in [(Through::Year2022, Lang::De), (Through::Year2020, Lang::En)] {
        let ledger = sample::in_memory_through(through).unwrap();
        let known = ledger.head().seq;
        let as_of = if through == Through::Year2022 { "2022-12-31" } else { "2020-12-31" };
        let text = Text::new(lang);
        let mut kinds = std::collections::BTreeSet::new();
        for mut wish in wishes(&ledger, Times { as_of: day(as_of), known }) {
            for unit in [Unit::Euro, Unit::Thousand] {
                if unit == Unit::Thousand && !wish.document.has_unit() {
                    continue;
                }
                wish.unit = unit;
                let wanted = wish.at(Times { as_of: day(as_of), known }, lang);
                let Some(report) = paper::make(&ledger, &wanted).unwrap() else { continue };
                let bytes = paper::bytes(&report, &text, Form::Pdf).unwrap();
                compare(&report, &bytes, &text);
                kinds.insert(wish.document);
            }
        }
        assert!(kinds.len() >= 12, "{kinds:?}");
    }
}

#[test]
fn a_lost_blank_another_order_and_another_sign_are_seen() {
    let told = |printed: &'static str, piece: &str| after(printed, piece);
    assert_eq!(told("1.000,00 Euro\nNotiz\n", "1.000,00 Euro"), Some("\nNotiz\n"));
    assert_eq!(told("drei\nWorte hier\n", "drei Worte hier"), Some("\n"));
    assert_eq!(told("Digitali-\nsierung\n", "Digitali\u{ad}sierung"), Some("\n"));
    assert_eq!(told("Rhön-\nKreis\n", "Rhön-Kreis"), Some("\n"));
    for (printed, piece) in [
        ("1.000,00Euro\n", "1.000,00 Euro"),
        ("1.000, 00 Euro\n", "1.000,00 Euro"),
        ("1.000,00 Eurobetrag\n", "1.000,00 Euro"),
        ("-5,00\n", "−5,00"),
        ("Ruckläufer\n", "Rückläufer"),
        ("5,00 \n", "5,00 €"),
    ] {
        assert_eq!(told(printed, piece), None, "{printed:?}");
    }
}
