//! The window in tests: the real program on the sample in memory, with a fixed clock, driven by
//! role and name as a screen reader would.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use foerderbuch::app::{App, Picker, Settings, Shelf, Source, Start};
use foerderbuch::ops::sample;
use foerderbuch::text::Lang;

/// The fifth of January 2021, eleven o'clock in Berlin.
const NOW: i64 = 1_609_840_800_000_000;

/// The program with a window that nobody sees.
pub struct Window {
    harness: Harness<'static, App>,
}

/// How to start.
pub struct Setup {
    pub source: Source,
    pub lang: Lang,
    pub size: (f32, f32),
    pub zoom: u16,
    pub answer: Option<PathBuf>,
    pub notice_read: bool,
}

impl Setup {
    pub fn sample(lang: Lang) -> Self {
        let ledger = sample::in_memory().expect("the sample is good");
        Self {
            source: Source::InMemory(Box::new(ledger)),
            lang,
            size: (1440.0, 900.0),
            zoom: 100,
            answer: None,
            notice_read: true,
        }
    }

    pub fn open(self) -> Window {
        let mut settings = Settings::default();
        settings.set_language(self.lang);
        settings.notice_read = self.notice_read;
        settings.zoom = self.zoom;
        let answer = self.answer;
        let picker: Picker = Box::new(move |_, _| Box::pin(std::future::ready(answer.clone())));
        let start = Start {
            source: self.source,
            clock: || NOW,
            login: "uid:1000".to_owned(),
            shelf: Shelf::Memory(settings),
            picker,
            viewer: |_| {},
        };
        let harness = Harness::builder()
            .with_size(self.size)
            .with_max_steps(12)
            .build_eframe(|cc| App::new(&cc.egui_ctx, start).expect("a thread"));
        let mut window = Window { harness };
        window.settle();
        window
    }
}

impl Window {
    /// The sample in German.
    pub fn german() -> Self {
        Setup::sample(Lang::De).open()
    }

    /// Lets the worker answer and the window show it.
    #[track_caller]
    pub fn settle(&mut self) {
        let end = Instant::now() + Duration::from_mins(1);
        self.harness.step();
        while self.harness.state().is_waiting() {
            assert!(Instant::now() < end, "the worker does not answer");
            std::thread::sleep(Duration::from_millis(3));
            self.harness.step();
        }
        self.harness.run();
    }

    #[track_caller]
    pub fn click(&mut self, role: Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).click();
        self.settle();
    }

    #[track_caller]
    pub fn button(&mut self, name: &str) {
        self.click(Role::Button, name);
    }

    /// Presses a button as a screen reader does, also where it is scrolled out of sight.
    #[track_caller]
    pub fn invoke(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).click_accesskit();
        self.settle();
    }

    /// Clicks the row whose sentence contains the words.
    #[track_caller]
    pub fn row(&mut self, words: &str) {
        let plain = words.replace('\u{a0}', " ");
        let rows: Vec<_> = self
            .harness
            .query_all_by_role(Role::ListBoxOption)
            .filter(|row| {
                let name = row.accesskit_node().label();
                name.is_some_and(|name| name.replace('\u{a0}', " ").contains(&plain))
            })
            .collect();
        assert!(!rows.is_empty(), "no row with {words}");
        rows[0].click();
        self.settle();
    }

    /// Replaces what stands in a field.
    #[track_caller]
    pub fn fill(&mut self, name: &str, text: &str) {
        self.field(name).scroll_to_me();
        self.harness.run();
        self.field(name).click();
        self.harness.run();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run();
        self.field(name).type_text(text);
        self.settle();
    }

    /// A field of one line or of several.
    #[track_caller]
    fn field<'n>(&'n self, name: &'n str) -> Node<'n> {
        let long = self.harness.query_by_role_and_label(Role::MultilineTextInput, name);
        long.unwrap_or_else(|| self.harness.get_by_role_and_label(Role::TextInput, name))
    }

    /// Chooses an option of a list.
    #[track_caller]
    pub fn choose(&mut self, list: &str, option: &str) {
        self.harness.get_by_role_and_label(Role::ComboBox, list).scroll_to_me();
        self.settle();
        self.harness.get_by_role_and_label(Role::ComboBox, list).click();
        self.settle();
        // Long lists scroll: what is out of sight is brought into sight first.
        self.option(option).expect(option).scroll_to_me();
        self.settle();
        self.option(option).expect(option).click();
        self.settle();
    }

    fn option(&self, words: &str) -> Option<Node<'_>> {
        let mut all = self.harness.query_all_by_role(Role::Button);
        all.rfind(|node| node.accesskit_node().label().is_some_and(|name| name.contains(words)))
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key with others held.
    pub fn chord(&mut self, held: Modifiers, key: Key) {
        self.harness.key_press_modifiers(held, key);
        self.settle();
    }

    /// Types where the keyboard is.
    pub fn write(&mut self, text: &str) {
        self.harness.event(eframe::egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Every name and value in the window.
    pub fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            words.extend(node.label());
            words.extend(node.value());
        }
        words
    }

    pub fn sees(&self, words: &str) -> bool {
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        let words = plain(words);
        self.words().iter().any(|text| plain(text).contains(&words))
    }

    #[track_caller]
    pub fn must_see(&self, words: &str) {
        assert!(self.sees(words), "{words:?} is not in the window: {:#?}", self.words());
    }

    pub fn has_dialog(&self, title: &str) -> bool {
        let headings = self.harness.query_all_by_role(Role::Heading);
        headings.into_iter().any(|node| {
            let node = node.accesskit_node();
            node.value().is_some_and(|text| text == title)
                || node.label().is_some_and(|text| text == title)
        })
    }
}
