//! The window in tests: the real program on the sample in memory, with a fixed clock, driven by
//! role and name as a screen reader would.

mod ending;
mod filled;
mod keyboard;
mod wheel;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use eframe::App as _;
use eframe::egui::{
    Event, Key, Modifiers, PointerButton, RawInput, Theme, ViewportCommand, accesskit::Role,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use foerderbuch::app::{App, Picker, Probe, Question, Settings, Shelf, Source, Start};
use foerderbuch::ops::sample;
use foerderbuch::text::{Lang, Text};
use foerderbuch::ui::action::{Action, ThemeChoice};
use foerderbuch::ui::route::Route;

/// The fifth of January 2021, eleven o'clock in Berlin.
pub const NOW: i64 = 1_609_840_800_000_000;

/// The program with a window that nobody sees.
pub struct Window {
    harness: Harness<'static, App>,
    asked: Arc<Mutex<Vec<Question>>>,
    /// Whether something has asked for a frame since the last look, the worker among others.
    woken: Arc<AtomicBool>,
}

/// How to start.
pub struct Setup {
    pub source: Source,
    pub lang: Lang,
    pub size: (f32, f32),
    pub zoom: u16,
    pub answer: Option<PathBuf>,
    /// Further files that the dialog answers with.
    pub beside: Vec<PathBuf>,
    pub notice_read: bool,
    pub words: fn(Lang) -> Text,
    pub theme: ThemeChoice,
    /// Folder of settings and drafts; without one nothing is kept.
    pub folder: Option<PathBuf>,
    /// What is told of each job before it is done.
    pub probe: Probe,
    pub clock: fn() -> i64,
    pub news_read: Option<String>,
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
            beside: Vec::new(),
            notice_read: true,
            words: Text::new,
            theme: ThemeChoice::Light,
            folder: None,
            probe: Arc::new(|_| {}),
            clock: || NOW,
            news_read: None,
        }
    }

    pub fn open(self) -> Window {
        let mut settings = Settings::default();
        settings.set_language(self.lang);
        settings.notice_read = self.notice_read;
        settings.zoom = self.zoom;
        settings.news_read = self.news_read;
        settings.theme = self.theme;
        let shelf = match &self.folder {
            Some(folder) => {
                let path = folder.join("settings.json");
                std::fs::write(&path, settings.to_json()).expect("a folder");
                Shelf::File(path)
            }
            None => Shelf::Memory(settings),
        };
        let (answer, beside, probe) = (self.answer, self.beside, self.probe);
        let asked = Arc::new(Mutex::new(Vec::new()));
        let hear = Arc::clone(&asked);
        let picker: Picker = Box::new(move |question, _| {
            hear.lock().expect("nobody panics here").push(question);
            Box::pin(std::future::ready(
                answer.clone().into_iter().chain(beside.clone()).collect::<Vec<PathBuf>>(),
            ))
        });
        let start = Start {
            source: self.source,
            words: self.words,
            clock: self.clock,
            login: "uid:1000".to_owned(),
            shelf,
            picker,
            viewer: |_| {},
        };
        let factor = f32::from(self.zoom) / 100.0;
        // The harness chooses a theme after the program has.
        let dark = matches!(self.theme, ThemeChoice::Dark | ThemeChoice::HighContrast);
        let harness = Harness::builder()
            .with_theme(if dark { Theme::Dark } else { Theme::Light })
            // The window is so many pixels wide; zoom leaves fewer points of them.
            .with_size((self.size.0 / factor, self.size.1 / factor))
            .with_max_steps(12)
            .build_eframe(|cc| App::probed(&cc.egui_ctx, start, probe).expect("a thread"));
        let woken = Arc::new(AtomicBool::new(true));
        let wake = Arc::clone(&woken);
        harness.ctx.set_request_repaint_callback(move |info| {
            if info.delay.is_zero() {
                wake.store(true, Ordering::Release);
            }
        });
        let mut window = Window { harness, asked, woken };
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
        loop {
            while self.harness.state().is_waiting() {
                assert!(Instant::now() < end, "the worker does not answer");
                self.await_wake();
                self.harness.step();
            }
            self.harness.run();
            // What comes into sight last may have to be read, too.
            if !self.harness.state().is_waiting() {
                return;
            }
        }
    }

    /// Waits as a real window does until somebody asks for a frame, and not for longer than it
    /// would take to look by itself.
    fn await_wake(&self) {
        let end = Instant::now() + Duration::from_millis(100);
        while !self.woken.swap(false, Ordering::AcqRel) && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// The window itself, for what has no verb here.
    pub fn harness(&mut self) -> &mut Harness<'static, App> {
        &mut self.harness
    }

    /// Wishes something that some button of the window would wish.
    #[track_caller]
    pub fn wish(&mut self, action: Action) {
        self.harness.state().wish(action);
        self.settle();
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
        // A row may be scrolled out of sight.
        self.row_with(words).scroll_to_me();
        self.settle();
        self.row_with(words).click();
        self.settle();
    }

    #[track_caller]
    fn row_with(&self, words: &str) -> Node<'_> {
        let plain = words.replace('\u{a0}', " ");
        let mut rows = self.harness.query_all_by_role(Role::ListBoxOption);
        let found = rows.find(|row| {
            let name = row.accesskit_node().label();
            name.is_some_and(|name| name.replace('\u{a0}', " ").contains(&plain))
        });
        found.unwrap_or_else(|| panic!("no row with {words}"))
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

    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// True when there is a widget of that role and name.
    pub fn has(&self, role: Role, name: &str) -> bool {
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        self.harness.query_all_by_role(role).any(|node| {
            node.accesskit_node().label().is_some_and(|label| plain(&label) == plain(name))
        })
    }

    /// Presses a key with Ctrl.
    pub fn press_with_ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.settle();
    }

    /// Types at the end of what stands in a field, without leaving it.
    #[track_caller]
    pub fn type_into(&mut self, name: &str, text: &str) {
        self.field(name).type_text(text);
        self.settle();
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value(&self, name: &str) -> String {
        self.field(name).accesskit_node().value().unwrap_or_default()
    }

    /// What a screen reader says about a field besides its name and value.
    #[track_caller]
    pub fn description(&self, name: &str) -> String {
        self.field(name).accesskit_node().description().unwrap_or_default()
    }

    /// True when the keyboard is in that field.
    #[track_caller]
    pub fn is_in(&self, name: &str) -> bool {
        self.field(name).accesskit_node().is_focused()
    }

    /// Lets so many seconds pass in the window, and the worker do its work.
    pub fn wait(&mut self, seconds: u32) {
        for _ in 0..seconds * 4 {
            self.harness.step();
            std::thread::sleep(Duration::from_millis(2));
        }
        self.settle();
    }

    /// Waits for something that the worker does by itself.
    #[track_caller]
    pub fn wait_for(&mut self, words: &str) {
        let end = Instant::now() + Duration::from_secs(20);
        while !self.sees(words) {
            assert!(Instant::now() < end, "{words:?} never came: {:#?}", self.words());
            std::thread::sleep(Duration::from_millis(20));
            self.harness.step();
        }
        self.settle();
    }

    /// Presses a key with others held down.
    pub fn keys(&mut self, held: Modifiers, key: Key) {
        self.harness.key_press_modifiers(held, key);
        self.settle();
    }

    /// Types into what has the keyboard, in place of what is selected there.
    pub fn write(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    /// Gives the window all of these events before its next frame, as a slow frame does; eframe
    /// asks the program what belongs into which frame, and the harness does not.
    pub fn burst(&mut self, events: Vec<Event>) {
        let ctx = self.harness.ctx.clone();
        let mut raw = RawInput { events, ..RawInput::default() };
        for _ in 0..200 {
            self.harness.state_mut().raw_input_hook(&ctx, &mut raw);
            self.harness.input_mut().events.append(&mut raw.events);
            self.harness.step();
        }
        self.settle();
    }

    /// What file dialogs asked so far.
    pub fn asked(&self) -> Vec<Question> {
        self.asked.lock().expect("nobody panics here").clone()
    }

    /// Name of who acts.
    pub fn acting(&self) -> Option<String> {
        let person = self.harness.get_by_role_and_label(Role::ComboBox, "Handelnde Person");
        person.accesskit_node().value()
    }

    /// Presses a key with Ctrl; true when the program then closes its window.
    pub fn closes_by(&mut self, key: Key) -> bool {
        let modifiers = Modifiers::COMMAND;
        let pressed =
            Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        // One frame for it alone: of several, only what the last one says is kept.
        self.harness.input_mut().events.push(pressed);
        let mut closes = false;
        for _ in 0..5 {
            self.harness.step();
            let views = self.harness.output().viewport_output.values();
            closes |= views.flat_map(|view| &view.commands).any(|it| *it == ViewportCommand::Close);
        }
        closes
    }

    /// Where the person is.
    pub fn route(&self) -> &Route {
        self.harness.state().route()
    }

    /// Size of everything, in percent.
    pub fn zoom(&self) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "a few hundred percent")]
        let percent = (self.harness.ctx.zoom_factor() * 100.0).round() as i32;
        percent
    }

    /// Follows a link.
    #[track_caller]
    pub fn link(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Link, name).click_accesskit();
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

    /// Clicks the first row whose sentence contains the words, with keys held.
    #[track_caller]
    pub fn pick(&mut self, modifiers: Modifiers, words: &str) {
        let rows: Vec<_> = self
            .harness
            .query_all_by_role(Role::ListBoxOption)
            .filter(|row| {
                let name = row.accesskit_node().label();
                name.is_some_and(|name| name.replace('\u{a0}', " ").contains(words))
            })
            .collect();
        assert!(!rows.is_empty(), "no row with {words}");
        rows[0].click_modifiers(modifiers);
        self.settle();
    }

    /// Clicks a row in the middle with keys held that are up again before the frame is made, as on
    /// a slow line.
    #[track_caller]
    pub fn pick_hastily(&mut self, modifiers: Modifiers, words: &str) {
        let pos = self.row_with(words).rect().center();
        self.harness.event(Event::PointerMoved(pos));
        self.harness.step();
        let button = PointerButton::Primary;
        for pressed in [true, false] {
            self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
        }
        self.settle();
    }

    /// Copies as Ctrl+C does; what the clipboard then holds.
    pub fn copy(&mut self) -> String {
        self.harness.event(Event::Copy);
        self.harness.step();
        let commands = &self.harness.output().platform_output.commands;
        let copied = commands.iter().find_map(|command| match command {
            eframe::egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        copied.unwrap_or_default()
    }

    /// Sentences of the rows, in order.
    pub fn rows(&self) -> Vec<String> {
        let rows = self.harness.query_all_by_role(Role::ListBoxOption);
        rows.filter_map(|row| row.accesskit_node().label())
            .map(|name| name.replace('\u{a0}', " "))
            .collect()
    }
}
