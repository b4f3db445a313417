//! What is late, and what lapses if nothing happens: the worst first, each leading to its case.

use eframe::egui::{Align, Ui};

use crate::domain::Money;
use crate::domain::deadline::DeadlineKind;
use crate::store::view::DeadlineRow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::narrow::{self, lapses};
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::link::{Link, link};
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// So many of each are shown; the list of deadlines has them all.
const MOST: usize = 4;
/// So many days ahead something lapses soon.
const NEAR: i64 = 90;

/// Shows both.
pub fn show(ui: &mut Ui, cx: &Context<'_>) {
    card::titled(ui, &cx.t("overview-attention"), |ui| {
        let Some(all) = super::super::loaded(cx, ui, &cx.data.deadlines) else { return };
        // Overdue is what the navigation and the list of deadlines count, too.
        let mut late: Vec<&DeadlineRow> = all.iter().filter(|row| row.overdue).collect();
        late.sort_by_key(|row| (lapses(row.kind), row.due_on, std::cmp::Reverse(row.amount)));
        let lost = all.iter().filter(|row| lapses(row.kind) && !row.overdue);
        let mut lost: Vec<&DeadlineRow> = lost.collect();
        lost.sort_by_key(|row| (std::cmp::Reverse(row.amount), row.due_on));
        group(ui, cx, ("overview-late", "overview-none-late", narrow::overdue()), &late);
        ui.add_space(10.0);
        group(ui, cx, ("overview-lapses", "overview-none-lapses", narrow::lapsing()), &lost);
    });
}

/// Message keys of head and of nothing, and where all of them are.
type Heads<'a> = (&'a str, &'a str, Action);

fn group(ui: &mut Ui, cx: &Context<'_>, keys: Heads<'_>, rows: &[&DeadlineRow]) {
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let head = cx.text.count(keys.0, count, &[("amount", together(cx, rows))]);
    if rows.is_empty() {
        let (font, ink) = (crate::ui::fonts::semibold(SMALL + 0.5), ui.tokens().text);
        ui.label(eframe::egui::RichText::new(head).font(font).color(ink));
        card::dim(ui, &cx.t(keys.1));
        return;
    }
    if whole(&head).show(ui).clicked() {
        cx.send(keys.2.clone());
    }
    let columns = vec![
        Column::text(cx.t("deadlines-what"), 190.0),
        Column::figure(cx.t("screen-col-amount"), 126.0),
        Column::figure(cx.t("case-col-due"), 118.0),
    ];
    let few = &rows[..rows.len().min(MOST)];
    let table = Table::new(keys.0, columns).tall().choose(None);
    let shown = table.show(ui, few.len(), |index| {
        let row = few[index];
        let (what, whose) = (cx.text.deadline(row.kind), super::super::whose(cx, row));
        let amount = row.amount.map(|amount| cx.euro(amount));
        let (meaning, mark) = mark(cx, row);
        let day = cx.text.day(row.due_on);
        let parts = [Some(what.clone()), Some(whose.clone()), amount, Some(mark.clone())];
        let sentence = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let mark = match meaning {
            Meaning::Late | Meaning::Warn => Cell::Chip(meaning, mark),
            _ => Cell::Two(day, mark),
        };
        let amount =
            row.amount.map_or(Cell::Dim("–".to_owned()), |sum| Cell::Text(cx.money(sum)));
        // The whole name has a word that is longer than the column.
        let short =
            (row.kind == DeadlineKind::AuthorityLapse).then(|| cx.t("overview-authority-lapse"));
        let what = short.unwrap_or(what);
        Row { cells: vec![Cell::Two(what, whose), amount, mark], sentence }
    });
    if let Some(row) = shown.clicked.and_then(|index| few.get(index)) {
        cx.send(narrow::deadline(row));
    }
    if few.len() < rows.len() {
        ui.add_space(4.0);
        if link(ui, &cx.text.count("overview-all-deadlines", count, &[])).clicked() {
            cx.send(keys.2);
        }
    }
}

/// The head of a group: all of it in figures, leading to the list of all.
const fn whole(head: &str) -> Link<'_> {
    Link { align: Align::Min, strong: true, ..Link::figure(head, head) }
}

/// What the rows come to: money, and authority apart from it.
fn together(cx: &Context<'_>, rows: &[&DeadlineRow]) -> String {
    let sum = |authority: bool| -> Money {
        let of = |row: &&&DeadlineRow| (row.kind == DeadlineKind::AuthorityLapse) == authority;
        rows.iter().filter(of).filter_map(|row| row.amount).sum()
    };
    let (money, authority) = (sum(false), sum(true));
    if authority.is_zero() {
        return cx.euro(money);
    }
    let authority = cx.f("overview-authority", &[("amount", cx.euro(authority))]);
    if money.is_zero() {
        return authority;
    }
    cx.f("overview-money-and", &[("money", cx.euro(money)), ("authority", authority)])
}

/// "seit 12 Tagen", "in 30 Tagen", "am Stichtag", and how much it matters.
fn mark(cx: &Context<'_>, row: &DeadlineRow) -> (Meaning, String) {
    let ahead = (row.due_on - cx.as_of).num_days();
    let days = cx.text.count("deadlines-days", ahead.abs(), &[]);
    match ahead {
        0 => (Meaning::Warn, cx.t("deadlines-now")),
        ..=-1 => (Meaning::Late, cx.f("overview-late-since", &[("days", days)])),
        1..=NEAR => (Meaning::Warn, cx.f("deadlines-in", &[("days", days)])),
        _ => (Meaning::Quiet, cx.f("deadlines-in", &[("days", days)])),
    }
}
