//! The way through the whole window: every screen, every menu and list, every dialog.

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::domain::{FileNumber, FiscalYear, Kind, RecipientKey, TitleKey};
use foerderbuch::store::view::{EntryFilter, PostingFilter};
use foerderbuch::ui::action::{Action, Ask};
use foerderbuch::ui::dialog::Around;
use foerderbuch::ui::form::Occasion;
use foerderbuch::ui::route::Route;

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
pub fn walk(setup: Setup, mut look: impl FnMut(&mut Window, &str)) {
    let text = (setup.words)(setup.lang);
    let mut window = setup.open();
    for place in screens() {
        window.wish(place.action);
        look(&mut window, &place.name);
        lists(&mut window, &place.name, &mut look);
    }
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
