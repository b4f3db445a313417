//! Names of the sheets of a workbook, which have little room: the shortest words for a table.

use std::collections::BTreeSet;

use super::lines::sentence;
use crate::report::Phrase;
use crate::text::Text;

/// Characters of a sheet's name, in UTF-16 units, as Excel counts.
const ROOM: usize = 31;

/// What a table is called on its sheet, by the message of its caption; others are short enough.
const SHORT: [(&str, &str); 24] = [
    ("budget-report-rests", "tab-rests"),
    ("budget-report-used", "tab-used"),
    ("budget-report-voted", "tab-voted"),
    ("cases-title", "tab-cases"),
    ("claims-returns", "tab-returns"),
    ("counties-title", "tab-counties"),
    ("difference-heading", "tab-figure"),
    ("difference-overview", "tab-changed"),
    ("difference-same", "tab-same"),
    ("journal-title-year", "tab-journal"),
    ("programme-recipients-caption", "tab-recipients"),
    ("programme-titles", "tab-titles"),
    ("programme-years-caption", "tab-years"),
    ("proofs-title", "tab-proofs"),
    ("published-paper", "tab-paper"),
    ("published-paper-same", "tab-paper-same"),
    ("published-paper-thousand", "tab-paper"),
    ("published-paper-thousand-figures", "tab-paper"),
    ("published-title", "tab-papers"),
    ("sheet-derived", "tab-derived"),
    ("statement-claims-caption", "tab-owed"),
    ("statement-due-caption", "tab-due"),
    ("statement-payments-caption", "tab-payments"),
    ("statement-versions-caption", "tab-versions"),
];

/// What the sheet of a table is called: its caption, or shorter words for it.
pub(super) fn words(text: &Text, caption: &Phrase) -> String {
    let known = SHORT.iter().find(|(long, _)| *long == caption.key);
    let short = known.map(|(_, short)| Phrase { key: short, args: caption.args.clone() });
    sentence(text, short.as_ref().unwrap_or(caption))
}

/// A name that a sheet may bear: some signs are not allowed, no two are the same, and no word in it
/// is cut unless it is the only one.
pub(super) fn name(words: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = |sign: char| if "[]:*?/\\".contains(sign) { ' ' } else { sign };
    let clean: String = words.chars().map(allowed).collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean = clean.replace(char::is_control, "");
    let clean = clean.trim_matches('\'');
    for number in 1.. {
        let end = if number == 1 { String::new() } else { format!(" {number}") };
        let name = format!("{}{end}", whole_words(clean, ROOM - end.len()));
        if taken.insert(name.to_lowercase()) {
            return name;
        }
    }
    String::new()
}

/// As many of the words as there is room for.
fn whole_words(words: &str, room: usize) -> &str {
    let mut used = 0;
    let beyond = words.char_indices().find(|(_, sign)| {
        used += sign.len_utf16();
        used > room
    });
    let Some((end, next)) = beyond else { return words };
    let part = &words[..end];
    let last = if next == ' ' { Some(end) } else { part.rfind(' ') };
    let whole = last.map_or(part, |last| &part[..last]);
    whole.trim_end_matches([' ', ',', ';', '·', '–', '-', '('])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_a_workbook_takes_and_no_word_of_it_is_cut() {
        let mut taken = BTreeSet::new();
        let long = "Bewilligung und Mittelabfluss nach Titeln, Haushaltsjahr 2020";
        assert_eq!(name(long, &mut taken), "Bewilligung und Mittelabfluss");
        assert_eq!(name(long, &mut taken), "Bewilligung und Mittelabfluss 2");
        assert_eq!(name("Kapitel/Titel: [a]", &mut taken), "Kapitel Titel a");
        assert_eq!(name("'Was'", &mut taken), "Was");
        assert_eq!(
            name("Zuwendungen nach Empfängern, Stand 2020", &mut taken),
            "Zuwendungen nach Empfängern"
        );
        let word = "Verpflichtungsermächtigungsverzeichnis";
        assert_eq!(name(word, &mut taken), word.chars().take(ROOM).collect::<String>());
    }
}
