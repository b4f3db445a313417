//! The manual: every chapter is there, every link leads somewhere, every word is of the window.

use std::path::Path;

use eframe::egui::{Key, Modifiers};
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::manual::{Chapter, source, target, title};
use foerderbuch::ui::route::Route;
use foerderbuch::ui::widget::markdown::{Block, Span, parse};

use super::harness::{Setup, Window};

fn spans(block: &Block) -> Vec<Span> {
    match block {
        Block::Heading(_, spans) | Block::Paragraph(spans) | Block::Item(_, spans) => spans.clone(),
        Block::Row(_, cells) => cells.concat(),
    }
}

fn all() -> impl Iterator<Item = (Lang, Chapter, Vec<Block>)> {
    Lang::ALL.into_iter().flat_map(|lang| {
        let text = Text::new(lang);
        Chapter::ALL.iter().map(move |chapter| (lang, *chapter, parse(&source(&text, *chapter))))
    })
}

/// All values of the messages of a language, as one text.
fn messages(lang: Lang) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/text").join(lang.code());
    let files = std::fs::read_dir(folder).unwrap().flatten();
    files.map(|file| std::fs::read_to_string(file.path()).unwrap()).collect()
}

#[test]
fn both_languages_have_the_same_chapters_with_the_same_links() {
    let links = |page: &[Block]| -> Vec<String> {
        page.iter().flat_map(spans).filter_map(|span| span.link).collect()
    };
    let pages: Vec<_> = all().collect();
    let (german, english) = pages.split_at(Chapter::ALL.len());
    for ((_, chapter, german), (_, _, english)) in german.iter().zip(english) {
        assert_eq!(links(german), links(english), "{chapter:?}");
        assert!(matches!(german.first(), Some(Block::Heading(1, _))), "{chapter:?}");
        assert_ne!(title(Lang::De, *chapter), title(Lang::En, *chapter));
    }
}

#[test]
fn every_link_leads_somewhere() {
    let mut count = 0;
    for (lang, chapter, page) in all() {
        for link in page.iter().flat_map(spans).filter_map(|span| span.link) {
            assert!(target(&link).is_some(), "{lang} {chapter:?}: {link}");
            count += 1;
        }
    }
    assert!(count > 40, "{count}");
    assert!(target("screen:nowhere").is_none() && target("https://example.org").is_none());
}

#[test]
fn every_word_of_the_window_in_the_manual_is_a_word_of_the_window() {
    for lang in Lang::ALL {
        let messages = messages(lang);
        for (_, chapter, page) in all().filter(|(own, ..)| *own == lang) {
            for span in page.iter().flat_map(spans).filter(|span| span.strong) {
                // A question in strong letters is a sentence of the manual's own.
                let own = span.text.ends_with(['?', '.']);
                assert!(own || messages.contains(&span.text), "{lang} {chapter:?}: {}", span.text);
            }
        }
    }
}

#[test]
fn every_chapter_is_shown_in_both_languages() {
    for lang in Lang::ALL {
        let mut window = Setup::sample(lang).open();
        window.press(Key::F1);
        for chapter in Chapter::ALL {
            window.button(title(lang, *chapter));
            assert!(matches!(window.route(), Route::Help(open) if open == chapter));
            assert!(window.has_dialog(title(lang, *chapter)), "{chapter:?}");
        }
    }
}

#[test]
fn f1_opens_the_chapter_about_the_screen_and_back_returns() {
    let mut window = Window::german();
    for route in Route::all() {
        let name = Text::new(Lang::De).get(route.key());
        window.button(&name);
        window.press(Key::F1);
        let chapter = Chapter::about(&route);
        assert!(matches!(window.route(), Route::Help(open) if *open == chapter), "{route:?}");
        assert!(window.has_dialog(title(Lang::De, chapter)), "{route:?}");
        window.keys(Modifiers::ALT, Key::ArrowLeft);
        assert!(window.route().same_screen(&route));
    }
}

#[test]
fn a_link_of_the_manual_opens_the_screen() {
    let mut window = Window::german();
    window.press(Key::F1);
    window.button("Erste Schritte");
    window.link("Meilensteine");
    assert!(window.route().same_screen(&Route::Milestones));
}

#[test]
fn the_keyboard_chapter_has_every_key_of_every_command() {
    use foerderbuch::ui::command::Command;
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let page = source(&text, Chapter::Keyboard);
        for command in Command::all([]) {
            for keys in command.shortcuts() {
                let start = format!("| {} |", command.name(&text));
                let row = page.lines().find(|line| line.starts_with(&start));
                let words = keys.words(&text);
                assert!(row.is_some_and(|row| row.contains(&words)), "{command:?} {words}");
            }
        }
    }
}

#[test]
fn what_is_new_is_shown_once_after_an_update_and_never_at_the_first_start() {
    let mut window = Window::german();
    assert!(!window.sees("ist neu auf diesem Rechner"));
    let mut setup = Setup::sample(Lang::De);
    setup.news_read = Some("0.0.9".to_owned());
    window = setup.open();
    window.must_see("ist neu auf diesem Rechner");
    window.button("Was ist neu");
    assert!(matches!(window.route(), Route::Help(Chapter::News)));
    assert!(!window.sees("ist neu auf diesem Rechner"));
}

#[test]
fn every_version_of_the_changelog_is_in_the_news_of_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let changelog = std::fs::read_to_string(root.join("CHANGELOG.md")).unwrap();
    let versions: Vec<&str> = changelog
        .lines()
        .filter_map(|line| line.strip_prefix("## [")?.split(']').next())
        .filter(|version| version.starts_with(|first: char| first.is_ascii_digit()))
        .collect();
    assert!(versions.contains(&env!("CARGO_PKG_VERSION")));
    for lang in Lang::ALL {
        let news = source(&Text::new(lang), Chapter::News);
        for version in &versions {
            assert!(news.contains(&format!("\n## {version}\n")), "{lang}: {version}");
        }
    }
}
