//! The way of the keyboard: everything is reached, in reading order, visibly, and given back.

use std::collections::BTreeSet;

use eframe::egui::{Color32, Key, Modifiers, Rect, Shape, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use foerderbuch::app::Source;
use foerderbuch::domain::FileNumber;
use foerderbuch::ops::sample;
use foerderbuch::text::Lang;
use foerderbuch::ui::action::{Action, Ask};
use foerderbuch::ui::route::Route;

use super::{paint, tour};
use crate::harness::{Setup, Window};

/// What has the keyboard: its name with its place in the tree, and where it is.
fn focus(window: &mut Window) -> Option<(String, Rect)> {
    let all = window.harness().root().children_recursive();
    let node =
        all.into_iter().find(|node| node.is_focused() && !node.accesskit_node().is_root())?;
    let inner = node.accesskit_node();
    let name = inner.label().or_else(|| inner.placeholder().map(str::to_owned));
    let name = name.unwrap_or_default();
    Some((format!("{:?} {:?} {name}", inner.id(), inner.role()), node.rect()))
}

/// Where something is now: what the keyboard comes to is scrolled into sight, all moves with it.
fn rect_of(window: &mut Window, name: &str) -> Option<Rect> {
    let mut all = window.harness().root().children_recursive();
    let id = name.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let node = all.find(|node| format!("{:?}", node.accesskit_node().id()) == id)?;
    node.accesskit_node().has_bounds().then(|| node.rect())
}

/// Everything that can be used in the topmost layer.
fn usable(window: &mut Window) -> BTreeSet<String> {
    let modal = |node: &egui_kittest::Node<'_>| {
        std::iter::successors(
            Some(node.accesskit_node()),
            egui_kittest::kittest::AccessKitNode::parent,
        )
        .any(|node| node.is_modal())
    };
    let nodes: Vec<_> = window.harness().root().children_recursive().collect();
    let dialog = nodes.iter().any(|node| node.accesskit_node().is_modal());
    nodes
        .iter()
        .filter(|node| !dialog || modal(node))
        .map(egui_kittest::kittest::NodeT::accesskit_node)
        .filter(|node| !node.is_disabled() && !node.is_hidden())
        .filter(|node| node.data().supports_action(eframe::egui::accesskit::Action::Focus))
        .map(|node| {
            let name = node.label().or_else(|| node.placeholder().map(str::to_owned));
            format!("{:?} {:?} {}", node.id(), node.role(), name.unwrap_or_default())
        })
        .collect()
}

/// True when something with the colour of the ring is painted around the place.
fn ringed(window: &mut Window, place: Rect, accent: Color32) -> bool {
    paint::shapes(window.harness().output()).iter().any(|(_, shape)| match shape {
        Shape::Rect(rect) => {
            // A ring around the thing itself, or around the frame that it stands in.
            let own = place.expand(6.0).contains_rect(rect.rect);
            let frame =
                rect.rect.contains_rect(place) && rect.rect.height() < place.height() + 16.0;
            (own || frame) && rect.stroke.color == accent && rect.stroke.width >= 1.5
        }
        Shape::Circle(circle) => {
            let near = place.expand(6.0).contains(circle.center);
            near && circle.stroke.color == accent && circle.stroke.width >= 1.5
        }
        _ => false,
    })
}

fn accent() -> Color32 {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/theme/light.json");
    let json = std::fs::read_to_string(file).unwrap();
    let tokens: serde_json::Value = serde_json::from_str(&json).unwrap();
    Color32::from_hex(tokens["accent"].as_str().unwrap()).unwrap()
}

/// More than anything takes.
const STEPS: usize = 700;

/// Presses Tab until it is where it began, and says what is wrong on the way.
fn round(window: &mut Window, place: &str, found: &mut Vec<String>) {
    let mut reached = BTreeSet::new();
    let mut before: Option<String> = None;
    let mut shy = BTreeSet::new();
    let mut back = BTreeSet::new();
    for _ in 0..STEPS {
        window.harness().key_press(Key::Tab);
        window.harness().run();
        let Some((name, at)) = focus(window) else { continue };
        if !reached.insert(name.clone()) {
            break;
        }
        if !ringed(window, at, accent()) {
            shy.insert(name.clone());
        }
        // The way out of a form comes before the steps back and forward at its left.
        let step = ["Rückgängig", "Wiederholen"].iter().any(|word| name.contains(word));
        if let Some(last) = before.as_ref().filter(|_| !step)
            && let Some(was) = rect_of(window, last)
            && at.y_range().intersection(was.y_range()).span() > at.height().min(was.height()) / 2.0
            && at.left() < was.left() - 1.0
        {
            back.insert(format!("{last} {was:?} → {name} {at:?}"));
        }
        before = Some(name);
    }
    let all = usable(window);
    found.extend(all.difference(&reached).map(|what| format!("{place}: Tab misses {what}")));
    found.extend(shy.iter().map(|what| format!("{place}: no ring around {what}")));
    found.extend(back.iter().map(|what| format!("{place}: to the left: {what}")));
}

#[test]
fn tab_reaches_everything_of_every_screen_in_reading_order_with_a_ring() {
    let mut found = Vec::new();
    let mut window = Setup::sample(Lang::De).open();
    for place in tour::screens() {
        window.wish(place.action);
        round(&mut window, &place.name, &mut found);
    }
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found.join("\n"));
}

#[test]
fn tab_reaches_everything_of_every_dialog_and_stays_in_it() {
    let mut found = Vec::new();
    let mut window = Setup::sample(Lang::De).open();
    // Forms are all made alike: every fourth stands for its neighbours.
    for (index, place) in tour::dialogs().into_iter().enumerate() {
        if index > 8 && index % 4 != 0 {
            continue;
        }
        window.wish(place.action);
        round(&mut window, &place.name, &mut found);
        window.wish(Action::CloseDialog);
    }
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found.join("\n"));
}

/// Gives something the keyboard as Tab would.
fn focus_on(window: &mut Window, role: Role, name: &str) {
    window.harness().get_by_role_and_label(role, name).focus();
    window.harness().run();
}

#[test]
fn the_keyboard_is_where_it_was_once_a_dialog_menu_or_list_is_closed() {
    let mut window = Window::german();
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2020-003")))));
    let places = [
        (Role::Button, "Mittelabruf erfassen …"),
        (Role::Button, "Buchen …"),
        (Role::Button, "Einstellungen"),
        (Role::Button, "Förderbuch"),
        (Role::ComboBox, "Handelnde Person"),
    ];
    for (role, name) in places {
        focus_on(&mut window, role, name);
        let before = focus(&mut window);
        assert!(before.is_some(), "{name} cannot have the keyboard");
        window.press(Key::Enter);
        window.harness().key_press(Key::Tab);
        window.settle();
        assert_ne!(focus(&mut window), before, "{name} opens nothing that takes the keyboard");
        window.press(Key::Escape);
        window.settle();
        assert_eq!(focus(&mut window), before, "{name}");
    }
}

#[test]
fn escape_closes_only_the_topmost_layer() {
    let mut window = Window::german();
    window.wish(Action::Open(Ask::IssueGrant(None)));
    assert!(window.has_dialog("Bescheid erlassen"));
    window.click(Role::ComboBox, "Antrag");
    let options = |window: &mut Window| {
        let lists = window.harness().query_all_by_role(Role::ListBox);
        lists.count()
    };
    let open = options(&mut window);
    window.press(Key::Escape);
    assert_eq!(options(&mut window), open - 1, "the list closes");
    assert!(window.has_dialog("Bescheid erlassen"), "and the dialog stays");
    window.press(Key::Escape);
    assert!(!window.has_dialog("Bescheid erlassen"));
}

#[test]
fn shift_and_tab_goes_the_same_way_back() {
    let mut window = Window::german();
    window.wish(Action::Open(Ask::NewProgramme));
    let mut way = Vec::new();
    for _ in 0..4 {
        window.harness().key_press(Key::Tab);
        window.harness().run();
        way.push(focus(&mut window).unwrap().0);
    }
    for name in way.iter().rev().skip(1) {
        window.harness().key_press_modifiers(Modifiers::SHIFT, Key::Tab);
        window.harness().run();
        assert_eq!(&focus(&mut window).unwrap().0, name);
    }
}

/// Opens a list by key and takes something of it; the list closes and its field has the keyboard.
fn takes_by_key(window: &mut Window, list: &str) {
    focus_on(window, Role::ComboBox, list);
    window.press(Key::Space);
    assert!(window.harness().ctx.any_popup_open(), "{list} does not open");
    window.press(Key::Tab);
    window.press(Key::Enter);
    window.settle();
    assert!(!window.harness().ctx.any_popup_open(), "{list} is still open");
    assert_eq!(window.focused().as_deref(), Some(list));
}

#[test]
fn a_list_closes_once_something_of_it_is_taken_by_key_and_its_field_keeps_the_keyboard() {
    let mut window = Window::german();
    takes_by_key(&mut window, "Was die Karte zeigt");
    takes_by_key(&mut window, "Handelnde Person");
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.button("Bescheid erlassen …");
    takes_by_key(&mut window, "Finanzierung");
}

#[test]
fn the_window_has_the_name_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Beispiel.foerderbuch");
    sample::write(&file).unwrap();
    let mut window = Setup { source: Source::File(file), ..Setup::sample(Lang::De) }.open();
    let root = window.harness().root().accesskit_node().label();
    assert_eq!(root.as_deref(), Some("Beispiel – Förderbuch"));
}

/// The recipient that the form shows.
fn chosen(window: &mut Window) -> String {
    let list = window.harness().get_by_role_and_label(Role::ComboBox, "Empfänger");
    list.accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_long_list_is_searched_and_taken_from_by_key() {
    let mut window = Window::german();
    window.button("Zuwendungen");
    window.button("Antrag erfassen …");
    let field = Some("Empfänger".to_owned());
    focus_on(&mut window, Role::ComboBox, "Empfänger");
    window.press(Key::Space);
    window.write("erfurt");
    window.press(Key::Enter);
    assert!(chosen(&mut window).contains("Erfurt"));
    assert_eq!(window.focused(), field);
    // The arrow leads into the options, Tab as well, and both stay there; what is chosen is first.
    for (key, on, first, taken) in [
        (Key::ArrowDown, Key::ArrowDown, "Erfurt", "Altenburg"),
        (Key::Tab, Key::Tab, "Altenburg", ""),
    ] {
        window.press(Key::Space);
        assert_eq!(window.focused().as_deref(), Some("Suchen"), "{key:?}");
        window.press(key);
        let option = window.focused();
        assert!(option.as_ref().is_some_and(|name| name.contains(first)), "{option:?}");
        window.press(on);
        assert!(!window.focused().unwrap_or_default().contains(first));
        window.press(Key::Enter);
        assert!(chosen(&mut window).contains(taken) && !chosen(&mut window).contains(first));
        assert_eq!(window.focused(), field, "{key:?}");
    }
}
