//! Words that did not come from the messages, and words that are cut.

use std::collections::BTreeSet;

use eframe::egui::{Order, Pos2, Rect, accesskit::Role};
use egui_kittest::kittest::NodeT as _;
use foerderbuch::domain::recipient::RecipientType;
use foerderbuch::domain::territory;
use foerderbuch::ops::sample;
use foerderbuch::text::{Lang, Text, hash};

use super::{tour, written};
use crate::harness::{Setup, Window};

/// Every word of the sample ledger: what the ledger says may stand on the screen as it is.
fn ledger_words() -> BTreeSet<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Beispiel.foerderbuch");
    sample::write(&file).unwrap();
    let made = std::process::Command::new(env!("CARGO_BIN_EXE_foerderbuch"))
        .args(["journal".as_ref(), file.as_os_str(), "--json".as_ref()])
        .output()
        .unwrap();
    assert!(made.status.success());
    let mut words = BTreeSet::new();
    let text = String::from_utf8(made.stdout).unwrap();
    for value in serde_json::Deserializer::from_str(&text).into_iter::<serde_json::Value>() {
        strings(&value.unwrap(), &mut words);
    }
    assert!(words.len() > 200);
    // Hashes are read in groups of letters and digits.
    let hashes = words.iter().filter_map(|word| hex::decode(word).ok()?.try_into().ok());
    let groups: Vec<String> = hashes.map(|hash: [u8; 32]| hash::groups(&hash)).collect();
    assert!(groups.len() > 200);
    words.extend(groups.iter().flat_map(|all| all.split(' ')).map(str::to_owned));
    // The official name of a recipient says what it is, in German on every screen.
    for kind in [RecipientType::IndependentCity, RecipientType::Municipality] {
        let name = Text::new(Lang::De).recipient_name(kind, "");
        words.extend(self::words(&name).map(str::to_owned));
    }
    // The letters of a county are the same in every language.
    words.extend(territory::ALL.iter().map(|county| county.letters.to_owned()));
    // Names of persons stand outside of the journal.
    for person in ["Weber", "Lang", "Roth", "Kern", "Vogt", "Sommer"] {
        words.insert(person.to_owned());
    }
    words
}

fn strings(value: &serde_json::Value, into: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => into.extend(words(text).map(str::to_owned)),
        serde_json::Value::Array(all) => all.iter().for_each(|value| strings(value, into)),
        serde_json::Value::Object(all) => all.values().for_each(|value| strings(value, into)),
        _ => {}
    }
}

/// Heads of the lists that the walk reads, and of those that are looked for: they stand on the
/// screen where such a list is.
const HEADS: [&str; 7] =
    ["Beleg", "Belegnummer", "Titel", "Haushaltsjahr", "Buchungstag", "Betrag", "Verwendungszweck"];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Words of a text with a letter that the pseudo-language would have accented.
fn foreign<'a>(text: &'a str, known: &BTreeSet<String>) -> Vec<&'a str> {
    let plain = |word: &&str| word.chars().any(|letter| letter.is_ascii_alphabetic());
    // Groups of a hash or an IBAN, and the number of a state of the procedure.
    let code = |word: &&str| {
        let digit = |letter: char| letter.is_ascii_digit() || ('A'..='F').contains(&letter);
        word.len() == 4 && word.chars().all(digit)
            || word.strip_prefix('S').is_some_and(|rest| rest.parse::<u8>().is_ok())
    };
    // The letter of a shortcut is what stands on the key; so is the number of a key like F1.
    let numbered = |word: &str| word.strip_prefix('F').is_some_and(|n| n.parse::<u8>().is_ok());
    let key = |word: &&str| {
        word.len() == 1 && text.ends_with(&["]+", word].concat())
            || numbered(word) && text.ends_with(*word)
    };
    let all = words(text).filter(plain);
    all.filter(|word| !known.contains(*word) && !code(word) && !key(word)).collect()
}

#[test]
fn every_word_of_the_window_comes_from_the_messages_or_the_ledger() {
    let known = ledger_words();
    let setup = Setup { words: Text::pseudo, ..Setup::sample(Lang::De) };
    let mut found = BTreeSet::new();
    tour::walk(setup, |window, place| {
        if tour::is_manual(place) {
            return;
        }
        let of_list = |word: &str| {
            tour::is_of_head(place, word) || tour::shows_a_list(place) && HEADS.contains(&word)
        };
        for written in written::texts(window.harness().output()) {
            for word in foreign(written.words(), &known).into_iter().filter(|it| !of_list(it)) {
                found.insert(format!("{place}: {word:?} in {:?}", written.words()));
            }
        }
        for text in window.words() {
            for word in foreign(&text, &known).into_iter().filter(|it| !of_list(it)) {
                found.insert(format!("{place}: {word:?} is read in {text:?}"));
            }
        }
    });
    let found: Vec<_> = found.into_iter().collect();
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found.join("\n"));
}

/// Letters from which on words may be cut after some lines, where they are told in full elsewhere.
const LONG: usize = 120;

/// Texts that cannot be read in full: cut, written over each other, or with an ellipsis.
fn unreadable(window: &mut Window) -> Vec<String> {
    let mut found = Vec::new();
    let fields = places(window, &[Role::TextInput, Role::MultilineTextInput]);
    let top = top(window);
    let mut texts = written::texts(window.harness().output());
    texts.retain(|text| top.contains(text.seen().center()));
    for text in &texts {
        let (seen, ink) = (text.seen(), text.ink);
        let in_field = fields.iter().any(|field| field.contains(seen.center()));
        // What is seen through a window twice as high is scrolled to.
        let narrow = text.clip.height() < 2.0 * ink.height();
        if !in_field && seen.width() < ink.width() - 1.0 {
            found.push(format!("cut at the side: {:?} {ink:?} in {:?}", text.words(), text.clip));
        } else if !in_field && narrow && seen.height() < ink.height() - 1.5 {
            found.push(format!("cut in height: {:?} {ink:?} in {:?}", text.words(), text.clip));
        }
    }
    for (index, one) in texts.iter().enumerate() {
        for other in &texts[index + 1..] {
            let touch =
                |both: &Rect| both.is_positive() && both.width() > 2.0 && both.height() > 3.0;
            let output = window.harness().output();
            let seen = |both: Rect| written::both_seen(output, one, other, both);
            if one.both(other).filter(touch).any(seen) {
                found.push(format!("over each other: {:?} and {:?}", one.words(), other.words()));
            }
        }
    }
    let window_rect = Rect::from_min_size(Pos2::ZERO, window.harness().ctx.content_rect().size());
    for dialog in places(window, &[Role::Dialog, Role::Menu, Role::ListBox]) {
        if !window_rect.expand(1.0).contains_rect(dialog) {
            found.push(format!("beyond the window: a dialog or menu at {dialog:?}"));
        }
    }
    // What lies half under an open list can be read once that is closed.
    let output = window.harness().output();
    let elided = texts.iter().filter(|text| text.galley.elided || text.words() == "…");
    let elided = elided.filter(|text| written::is_on_top(output, text) && !text.is_scrolled());
    let elided: Vec<_> = elided.map(|text| (text.words().to_owned(), text.seen())).collect();
    // What lies under a scroll bar can be read once it is scrolled.
    let bars = places(window, &[Role::ScrollBar]);
    for (words, place) in elided {
        if words == "…" || is_figure(&words) {
            found.push(format!("a figure is cut: {words:?} at {place:?}"));
            continue;
        }
        if bars.iter().any(|bar| bar.expand(4.0).contains(place.center())) {
            continue;
        }
        // Only a reason of many words is not told in full in its row.
        if words.chars().count() < LONG || !explained(window, &words, place) {
            found.push(format!("cut with an ellipsis: {words:?} at {place:?}"));
        }
    }
    found
}

/// True for amounts, days, numbers and titles of the budget: what is left of a cut one would be
/// another one.
fn is_figure(words: &str) -> bool {
    words.contains(|sign: char| sign.is_ascii_digit()) && !words.contains(char::is_alphabetic)
}

/// The place of the topmost layer: a menu or list, else a dialog, else the window.
fn top(window: &mut Window) -> Rect {
    let whole = Rect::from_min_size(Pos2::ZERO, window.harness().ctx.content_rect().size());
    window.harness().ctx.memory(|memory| {
        let layers = memory.areas().visible_layer_ids().into_iter();
        let above = layers.filter(|layer| layer.order == Order::Foreground);
        let open = above.filter(|layer| memory.areas().is_visible(layer)).collect::<Vec<_>>();
        let top = memory.areas().top_layer_id(Order::Foreground);
        let top = top.filter(|top| open.contains(top));
        top.and_then(|top| memory.area_rect(top.id)).unwrap_or(whole)
    })
}

fn places(window: &mut Window, roles: &[Role]) -> Vec<Rect> {
    let nodes = window.harness().root().children_recursive();
    let wanted = nodes.filter(|node| roles.contains(&node.accesskit_node().role()));
    wanted.filter(|node| node.accesskit_node().has_bounds()).map(|node| node.rect()).collect()
}

/// True when the whole text appears while the pointer rests on what was cut of it.
fn explained(window: &mut Window, words: &str, place: Rect) -> bool {
    window.harness().hover_at(place.center());
    window.harness().run_steps(4);
    let texts = written::texts(window.harness().output());
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole =
        texts.iter().any(|text| !text.galley.elided && plain(text.words()).contains(&plain(words)));
    window.harness().remove_cursor();
    window.harness().run_steps(2);
    whole
}

#[track_caller]
fn check(setup: Setup) {
    let name = format!("{} {:?} {} %", setup.lang, setup.size, setup.zoom);
    let mut found = BTreeSet::new();
    tour::walk(setup, |window, place| {
        found.extend(unreadable(window).into_iter().map(|what| format!("{place}: {what}")));
    });
    let found: Vec<_> = found.into_iter().collect();
    assert!(found.is_empty(), "{name}: {} findings\n{}", found.len(), found.join("\n"));
}

#[test]
fn nothing_is_cut_in_a_language_that_is_longer_than_german() {
    check(Setup { words: Text::pseudo, size: WIDE, ..Setup::sample(Lang::De) });
}

macro_rules! sizes {
    ($($name:ident: $lang:ident, $size:expr, $zoom:literal;)*) => {$(
        #[test]
        fn $name() {
            check(Setup { size: $size, zoom: $zoom, ..Setup::sample(Lang::$lang) });
        }
    )*};
}

const WIDE: (f32, f32) = (1280.0, 720.0);
const HIGH: (f32, f32) = (1024.0, 768.0);
const DESK: (f32, f32) = (1280.0, 800.0);

sizes! {
    nothing_is_cut_in_german_at_1280_and_100_percent: De, WIDE, 100;
    nothing_is_cut_in_german_at_1024_and_100_percent: De, HIGH, 100;
    nothing_is_cut_in_german_at_1280_and_150_percent: De, DESK, 150;
    nothing_is_cut_in_german_at_1280_and_200_percent: De, DESK, 200;
    nothing_is_cut_in_english_at_1280_and_100_percent: En, WIDE, 100;
    nothing_is_cut_in_english_at_1024_and_100_percent: En, HIGH, 100;
    nothing_is_cut_in_english_at_1280_and_150_percent: En, DESK, 150;
    nothing_is_cut_in_english_at_1280_and_200_percent: En, DESK, 200;
}
