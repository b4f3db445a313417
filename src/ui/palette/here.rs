//! What can be done in the case on the screen: the steps that wait first.

use super::item::{Item, Section, Sort};
use crate::domain::task::STEPS;
use crate::domain::{Kind, Stage};
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
    let mut items = Vec::new();
    let mut known = Vec::new();
    for row in cx.data.case_page(case).into_iter().flat_map(|page| &page.tasks) {
        let kind = row.task.kind;
        let icon = waiting::button(cx, kind).1;
        let hindrance = (!cx.is_mine(&row.task)).then(|| waiting::whom(cx, &row.task));
        let amount = row.task.amount.map(|amount| cx.euro(amount)).unwrap_or_default();
        let detail = hindrance.clone().unwrap_or(amount);
        let step = item(waiting::step(cx, kind), icon, waiting::action(row));
        items.push(Item { detail, hindrance, ..step });
        known.push(kind);
    }
    let Some(detail) = cx.data.grant(case) else { return items };
    let draws = detail.row.sums.at(Stage::Committed).is_positive();
    let own = |kind: Kind| cx.can_book() && cx.may_book(kind);
    if draws && own(Kind::DrawRequested) {
        let (name, icon) = (waiting::step(cx, Kind::DrawRequested), Icon::Payment);
        items.push(item(name, icon, book(cx, route, Kind::DrawRequested)));
    }
    known.push(Kind::DrawRequested);
    if others {
        let around = around(cx, route);
        let more = Kind::ALL.iter().copied().filter(|kind| around.fits(*kind) && own(*kind));
        for kind in more.filter(|kind| !known.contains(kind) && !STEPS.contains(kind)) {
            items.push(item(cx.text.kind(kind), Icon::Pen, book(cx, route, kind)));
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
