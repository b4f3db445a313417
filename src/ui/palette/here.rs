//! What can be done in the case on the screen: the steps that wait first.

use super::item::{Item, Section, Sort};
use crate::domain::Kind;
use crate::store::view::TaskRow;
use crate::store::view::search::{Fit, fit, haystack};
use crate::ui::action::Action;
use crate::ui::command::state::{around, book, recipient};
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::waiting;

/// The steps that have all words; without words those that wait.
pub fn section(cx: &Context<'_>, route: &Route, words: &[String]) -> Section {
    let mut items = all(cx, route, !words.is_empty());
    if !words.is_empty() {
        items.retain_mut(|item| {
            let found = fit(&haystack(&[&item.name]), words);
            item.fit = found.unwrap_or(item.fit);
            found.is_some()
        });
        items.sort_by_key(|item| (item.fit, item.hindrance.is_some()));
    }
    Section { sort: Sort::Here, total: items.len(), items }
}

fn all(cx: &Context<'_>, route: &Route, others: bool) -> Vec<Item> {
    let Route::Grants(Some(case)) = route else { return Vec::new() };
    let item = |name: String, icon: Icon, action: Action| Item {
        fit: Fit::Contains,
        icon,
        name: cx.f("next-of-case", &[("step", name), ("case", case.to_string())]),
        detail: String::new(),
        hint: String::new(),
        hindrance: None,
        action,
    };
    let step = |row: &TaskRow| {
        let kind = row.task.kind;
        let hindrance = (!cx.is_mine(&row.task)).then(|| waiting::whom(cx, &row.task));
        let amount = row.task.amount.map(|amount| cx.euro(amount)).unwrap_or_default();
        let detail = hindrance.clone().unwrap_or(amount);
        let (name, icon) = (waiting::step(cx, kind), waiting::button(cx, kind).1);
        Item { detail, hindrance, ..item(name, icon, waiting::action(row)) }
    };
    let tasks = cx.data.case_page(case).map_or(&[][..], |page| &page.tasks);
    let (beside, mut onward): (Vec<_>, Vec<_>) =
        tasks.iter().partition(|row| waiting::is_beside(row.task.kind));
    onward.sort_by_key(|row| !cx.is_mine(&row.task));
    let mut items: Vec<Item> = onward.into_iter().map(step).collect();
    let mut known: Vec<Kind> = tasks.iter().map(|row| row.task.kind).collect();
    let own = |kind: Kind| cx.can_book() && cx.may_book(kind);
    let detail = cx.data.grant(case);
    let around = around(cx, route);
    if detail.is_some() && around.takes(cx, Kind::DrawRequested) && own(Kind::DrawRequested) {
        let (name, icon) = (waiting::step(cx, Kind::DrawRequested), Icon::Payment);
        items.push(item(name, icon, book(cx, route, Kind::DrawRequested)));
    }
    items.extend(beside.into_iter().map(step));
    let Some(detail) = detail else { return items };
    known.push(Kind::DrawRequested);
    if others {
        let more = Kind::ALL.iter().copied().filter(|kind| around.takes(cx, *kind) && own(*kind));
        for kind in more.filter(|kind| !known.contains(kind) && !waiting::is_step(*kind)) {
            items.push(item(cx.text.deed(kind), Icon::Pen, book(cx, route, kind)));
        }
    }
    if let Some(key) = recipient(cx, route) {
        let name = cx.recipient(detail.row.recipient_type, &detail.row.recipient_name);
        let print = item(String::new(), Icon::Print, Action::PrintStatement(key, cx.paper));
        let name = cx.f("next-statement-of", &[("recipient", name)]);
        items.push(Item { name, ..print });
    }
    items
}
