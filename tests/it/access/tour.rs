//! The way through the whole window: every screen, every menu and list, every dialog.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::domain::{Body, FileNumber, FiscalYear, Kind, RecipientKey, TitleKey};
use foerderbuch::ops::{self, sample};
use foerderbuch::paper::Wish;
use foerderbuch::store::view::{EntryFilter, PostingFilter, Times};
use foerderbuch::store::{extract, query};
use foerderbuch::text::{Text, cash_form};
use foerderbuch::ui::action::{Action, Ask, ReconcileAction};
use foerderbuch::ui::data::TakeoverWish;
use foerderbuch::ui::dialog::Around;
use foerderbuch::ui::form::Occasion;
use foerderbuch::ui::manual::Chapter;
use foerderbuch::ui::route::{Part, Route, Side};

use crate::harness::{Setup, Window};

/// A place of the window, and how to get there.
pub struct Place {
    pub name: String,
    pub action: Action,
}

/// Every screen, and those with something chosen.
pub fn screens() -> Vec<Place> {
    let grant = |number: &str| Route::Grants(Some(FileNumber::new(number)));
    let mut routes = Route::all().to_vec();
    routes.extend([
        Route::Budget(Some((TitleKey::new("1616 88371"), FiscalYear(2020)))),
        grant("EG-2020-001"),
        grant("EG-2019-003"),
        grant("EG-2021-001"),
        Route::Recipients(Some(RecipientKey::new("16066"))),
        Route::Journal(Box::new(EntryFilter::behind(
            PostingFilter::default().of_grant(&FileNumber::new("EG-2020-001")),
        ))),
    ]);
    routes.extend(Part::ALL.map(Route::shelf));
    routes.extend(Chapter::ALL.iter().copied().map(Route::Help));
    let place = |route: Route| Place { name: format!("{route:?}"), action: Action::Go(route) };
    routes.into_iter().map(place).collect()
}

/// Every dialog.
pub fn dialogs() -> Vec<Place> {
    let grant = || FileNumber::new("EG-2020-003");
    let mut asks = vec![
        Ask::IssueGrant(None),
        Ask::Draw(grant()),
        Ask::Order(FileNumber::new("EG-2020-001"), None),
        Ask::Confirm(FileNumber::new("EG-2020-001"), None),
        Ask::Reverse(200),
        Ask::NewProgramme,
        Ask::Choose(Around::All),
        Ask::Drafts,
    ];
    asks.extend(forms().map(|kind| Ask::Book(kind, Box::<Occasion>::default())));
    let place = |ask: Ask| Place { name: format!("{ask:?}"), action: Action::Open(ask) };
    asks.into_iter().map(place).collect()
}

/// The kinds that are booked by the general form.
fn forms() -> impl Iterator<Item = Kind> {
    let own = [Kind::ProgrammeFounded, Kind::GrantIssued];
    Kind::ALL.iter().copied().filter(move |kind| !own.contains(kind))
}

/// Opens every place of the window in turn; `look` is told where it is.
pub fn walk(mut setup: Setup, mut look: impl FnMut(&mut Window, &str)) {
    let text = (setup.words)(setup.lang);
    let folder = tempfile::tempdir().unwrap();
    setup.answer = Some(extract(folder.path()));
    let mut window = setup.open();
    for place in screens() {
        window.wish(place.action);
        look(&mut window, &place.name);
        lists(&mut window, &place.name, &mut look);
    }
    for (place, action) in lists_of_others(folder.path()) {
        window.wish(action);
        look(&mut window, place);
        lists(&mut window, place, &mut look);
    }
    above_a_list(&mut window, &text, &mut look);
    window.wish(Action::Go(Route::Masters));
    for key in ["app-settings", "app-ledger"] {
        window.button(&text.get(key));
        look(&mut window, key);
        window.press(Key::Escape);
    }
    for place in dialogs() {
        window.wish(place.action);
        look(&mut window, &place.name);
        window.wish(Action::CloseDialog);
    }
    window.wish(Action::OpenLedger);
    window.wait_for(&text.get("extract-compare"));
    treasurer(&mut window, folder.path(), &mut look);
}

/// What opens above a list: the filter of a column, the menu of a cell, the search.
fn above_a_list(window: &mut Window, text: &Text, look: &mut impl FnMut(&mut Window, &str)) {
    window.wish(Action::Go(Route::Grants(None)));
    let column = [("column", text.get("screen-col-recipient"))];
    window.invoke(&text.format("list-filter-of", &column));
    look(window, "the filter of a column");
    window.press(Key::Escape);
    let row = window.rows().swap_remove(0);
    window.pick(Modifiers::COMMAND, &row);
    window.press_with(Modifiers::SHIFT, Key::F10);
    look(window, "the menu of a cell");
    window.press(Key::Escape);
    window.keys(Modifiers::COMMAND, Key::K);
    look(window, "the search");
    window.press(Key::Escape);
}

/// True for a page of the manual, which is German or English whatever the words of the window.
pub fn is_manual(place: &str) -> bool {
    place.starts_with("Help(")
}

/// The extract for a recipient, as a file.
fn extract(folder: &Path) -> PathBuf {
    let path = folder.join("2028");
    extract::write(&sample::in_memory().unwrap(), "16066", &path).unwrap();
    path
}

/// What the window shows of an extract.
fn treasurer(window: &mut Window, folder: &Path, look: &mut impl FnMut(&mut Window, &str)) {
    let key = || RecipientKey::new("16066");
    let screens = [
        ("extract, account", Route::Recipients(Some(key()))),
        ("extract, statement", Route::paper(Wish::statement(key()))),
        ("extract, bank", Route::Reconcile(Side::Bank)),
    ];
    for (place, route) in screens {
        window.wish(Action::Go(route.clone()));
        assert_eq!(*window.route(), route);
        look(window, place);
        lists(window, place, look);
    }
    let statement = vec![folder.join("2021")];
    window.wish(Action::Reconcile(ReconcileAction::ReadBank(statement)));
    look(window, "a bank statement in an extract");
}

/// True for a place where the words of somebody else's file are on the screen.
pub fn shows_a_list(place: &str) -> bool {
    place.starts_with("a list ") || place.starts_with("a bank statement")
}

/// True for a group of the head of a recipient's chain, where the screen shows one.
pub fn is_of_head(place: &str, word: &str) -> bool {
    let signs = |letter: char| letter.is_ascii_digit() || letter.is_ascii_uppercase();
    place.starts_with("extract, account") && matches!(word.len(), 1 | 4) && word.chars().all(signs)
}

/// Files of cash office and bank, good and bad, and how they are read.
fn lists_of_others(folder: &Path) -> Vec<(&'static str, Action)> {
    let ledger = sample::in_memory().unwrap();
    let write = |name: &str, content: String| {
        let path = folder.join(name);
        std::fs::write(&path, content).unwrap();
        path
    };
    let rows = ops::cash_template(&ledger, Some(FiscalYear(2020))).unwrap();
    let list = String::from_utf8(cash_form(&rows)).unwrap();
    let more = "4711;1616 88371;2020;1.7.2020;7,00;8\r\n4712;1616 88371;;1.7.2020;1.234;8\r\n";
    let good = write("2019", [&list, more].concat());
    let odd = write("2020", list.replace("Beleg;", "2018;"));
    let recorded = query::events_of_kinds(
        &ledger,
        Times { as_of: "2020-12-31".parse().unwrap(), known: ledger.head().seq },
        &[Kind::BankAccountRecorded],
    );
    let account = recorded.unwrap().iter().find_map(|event| match &event.body {
        Body::BankAccountRecorded(own) if event.recipient.as_str() == "16066" => {
            Some(own.iban.clone())
        }
        _ => None,
    });
    let head = "Buchungstag;Betrag;Währung;Verwendungszweck\n";
    let entries = "20.10.2020;900000,00;EUR;EG-2020-001\n20.11.2020;800000,01;EUR;EG-2020-001\n\
                   1.12.2020;?;EUR;EG-2020-001\n2.12.2020;5,00;EUR;EG-2020-001\n";
    let statement = write("2021", format!("{};;;\n{head}{entries}", account.unwrap()));
    let cash = |path| Action::Reconcile(ReconcileAction::ReadCash(path));
    let bank = |path| Action::Reconcile(ReconcileAction::ReadBank(vec![path]));
    let office =
        |path| Action::Reconcile(ReconcileAction::ReadTakeover(path, TakeoverWish::default()));
    let recipients = "AGS;Name;Art\n17061;4713;Landkreis\n1706;4714;Landkreis\n";
    let payments = "Az;Titel;HHJ;Betrag;Abruf vom;Angeordnet am;Ausgezahlt am;Kassenbeleg\n\
                    EG-2020-001;1616 88371;2020;1,00;1.10.2020;2.10.2020;3.10.2020;4715\n";
    vec![
        ("a list of the cash office", cash(good)),
        ("a list with a column of its own", cash(odd)),
        ("a list that is none", cash(write("2022", "<html>".to_owned()))),
        ("a list to take over", office(write("2024", recipients.to_owned()))),
        ("a list of payments to take over", office(write("2025", payments.to_owned()))),
        ("a bank statement", bank(statement)),
        ("a bank statement that is none", bank(write("2023", "0".to_owned()))),
    ]
}

/// Opens every list of choices that the screen has.
fn lists(window: &mut Window, place: &str, look: &mut impl FnMut(&mut Window, &str)) {
    let names: Vec<String> = {
        let lists = window.harness().query_all_by_role(Role::ComboBox);
        lists.filter_map(|node| node.accesskit_node().label()).collect()
    };
    for name in names {
        window.click(Role::ComboBox, &name);
        look(window, &format!("{place}, list {name}"));
        window.press(Key::Escape);
    }
}
