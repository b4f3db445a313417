//! Names and roles as a screen reader gets them.

use std::collections::BTreeMap;

use eframe::egui::accesskit::{Action as Act, Live, Role};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use foerderbuch::domain::FileNumber;
use foerderbuch::text::Lang;
use foerderbuch::ui::action::Action;
use foerderbuch::ui::route::Route;

use super::tour;
use crate::harness::{Setup, Window};

/// Says what a screen reader would stumble over.
fn stumbles(window: &mut Window) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    let dialog = dialog(window);
    for node in window.harness().root().children_recursive() {
        let node = node.accesskit_node();
        let acts = |act| node.data().supports_action(act);
        let usable = acts(Act::Click) || acts(Act::Focus);
        let picture = matches!(node.role(), Role::Image | Role::Canvas | Role::GraphicsDocument);
        let named = node.label().is_some_and(|name| !name.trim().is_empty());
        // A scroll bar says by its role and direction what it is.
        let bar = node.role() == Role::ScrollBar;
        if bar || node.is_hidden() || node.data().is_read_only() {
            continue;
        }
        let said = matches!(node.role(), Role::Heading | Role::Status | Role::Alert | Role::Group);
        if (usable || picture || said) && !named {
            found.push(format!("{:?} without name at {:?}", node.role(), node.raw_bounds()));
        }
        if usable && matches!(node.role(), Role::Unknown | Role::GenericContainer | Role::Label) {
            found.push(format!("{:?} has no role of its own", node.label()));
        }
        if matches!(node.role(), Role::ListItem | Role::ListBoxOption | Role::Row)
            && !sentence(&node)
        {
            found.push(format!("{:?} is no sentence", node.label()));
        }
        let inside = dialog.as_ref().is_some_and(|dialog| above(&node, dialog));
        if usable && inside && !node.is_disabled() {
            let role = format!("{:?}", node.role());
            *seen.entry((role, full_name(&node))).or_default() += 1;
        }
    }
    let twice = seen.into_iter().filter(|(_, count)| *count > 1);
    found.extend(twice.map(|((role, name), count)| format!("{count} × {role} {name:?}")));
    found
}

/// The dialog's own node, once one is open.
fn dialog(window: &mut Window) -> Option<String> {
    let mut all = window.harness().root().children_recursive();
    let node = all.find(|node| node.accesskit_node().is_modal())?;
    Some(format!("{:?}", node.accesskit_node().id()))
}

/// The name with those of the groups that it stands in: a screen reader says both.
fn full_name(node: &AccessKitNode<'_>) -> String {
    let groups = std::iter::successors(node.parent(), AccessKitNode::parent)
        .filter(|node| node.role() == Role::Group);
    let names = std::iter::once(*node).chain(groups);
    names.filter_map(|node| node.label()).collect::<Vec<_>>().join(" in ")
}

fn above(node: &AccessKitNode<'_>, dialog: &str) -> bool {
    std::iter::successors(Some(*node), AccessKitNode::parent)
        .any(|node| format!("{:?}", node.id()) == dialog)
}

/// A row says more than one cell.
fn sentence(node: &AccessKitNode<'_>) -> bool {
    node.label().is_some_and(|name| name.split([' ', '\u{a0}']).count() > 1)
}

#[test]
fn every_widget_of_every_screen_menu_and_dialog_has_a_name_and_a_role() {
    for lang in Lang::ALL {
        let mut found = Vec::new();
        tour::walk(Setup::sample(lang), |window, place| {
            let new = stumbles(window).into_iter().map(|what| format!("{place}: {what}"));
            found.extend(new);
        });
        assert!(found.is_empty(), "{lang}: {} findings\n{}", found.len(), found.join("\n"));
    }
}

#[test]
fn every_screen_and_dialog_has_one_heading_above_the_others() {
    let setup = Setup::sample(Lang::De);
    let mut window = setup.open();
    let check = |window: &mut Window, place: &str, dialog: bool| {
        let levels: Vec<_> = window
            .harness()
            .query_all_by_role(Role::Heading)
            .map(|node| node.accesskit_node())
            .filter(|node| {
                let inside = std::iter::successors(Some(*node), AccessKitNode::parent)
                    .any(|node| node.is_modal());
                inside == dialog
            })
            .map(|node| (node.level(), node.value().or_else(|| node.label())))
            .collect();
        let first = levels.iter().filter(|(level, _)| *level == Some(1)).count();
        // What is chosen in a list may have a title beside that of the screen.
        let most = if dialog { 1 } else { 2 };
        assert!((1..=most).contains(&first), "{place}: {levels:?}");
        assert!(levels.iter().all(|(level, _)| level.is_some()), "{place}: {levels:?}");
    };
    for place in tour::screens() {
        window.wish(place.action);
        check(&mut window, &place.name, false);
    }
    for place in tour::dialogs() {
        window.wish(place.action);
        check(&mut window, &place.name, true);
        window.wish(Action::CloseDialog);
    }
}

/// What is announced without the keyboard going there.
fn announced(window: &mut Window) -> Vec<(Live, String)> {
    let nodes = window.harness().root().children_recursive();
    let nodes = nodes.map(|node| node.accesskit_node());
    nodes
        .filter(|node| node.live() != Live::Off)
        .map(|node| (node.live(), node.label().unwrap_or_default()))
        .collect()
}

#[test]
fn what_was_booked_and_refused_is_announced_and_forgotten_with_its_ledger() {
    let mut window = Window::german();
    window.wish(Action::Go(Route::Grants(Some(FileNumber::new("EG-2020-003")))));
    window.button("Mittelabruf erfassen …");
    window.fill("Abgerufener Betrag", "12500,01");
    window.fill("Beleg oder Aktenzeichen", "EG-2020-003, Abruf 2");
    window.button("Mittelabruf buchen");
    let said = announced(&mut window);
    let refused =
        |(live, words): &(Live, String)| *live == Live::Assertive && words.contains("12.500,01");
    assert!(said.iter().any(refused), "{said:?}");
    window.fill("Abgerufener Betrag", "12500,00");
    window.button("Mittelabruf buchen");
    let said = announced(&mut window);
    let booked = |(live, words): &(Live, String)| {
        *live == Live::Polite && words.contains("Gebucht: Mittelabruf")
    };
    assert!(said.iter().any(booked), "{said:?}");
    // Who is next follows; a ledger that is opened anew begins without either.
    let next = |(live, words): &(Live, String)| {
        *live == Live::Polite && words.starts_with("Als Nächstes für ")
    };
    assert!(said.iter().any(next), "{said:?}");
    window.wish(Action::OpenSample);
    window.wait_for("Kette geprüft: 276 Buchungen");
    let said = announced(&mut window);
    assert!(!said.iter().any(|it| booked(it) || next(it)), "{said:?}");
}
