//! What a step is called, for whom it waits, and what hinders it, in words.

use eframe::egui::Ui;

use crate::domain::task::Bar;
use crate::store::view::{DeadlineRow, TaskRow};
use crate::ui::context::Context;
use crate::ui::narrow;
use crate::ui::widget::card;
use crate::ui::widget::link::link;

use crate::ui::waiting;

/// A message about so many rows.
pub(super) fn counted(cx: &Context<'_>, key: &str, count: usize) -> String {
    cx.text.count(key, i64::try_from(count).unwrap_or(i64::MAX), &[])
}

/// Recipient and file number.
pub(super) fn case(cx: &Context<'_>, row: &TaskRow) -> String {
    let name = cx.recipient(row.recipient_type, &row.recipient_name);
    match &row.grant {
        Some(grant) => [name, grant.to_string()].join(" · "),
        None => name,
    }
}

/// What the step waits for when the acting person cannot take it.
pub(super) fn waits_for(cx: &Context<'_>, row: &TaskRow) -> Option<String> {
    if cx.is_mine(&row.task) {
        return None;
    }
    Some(waiting::first(cx, &row.task).unwrap_or_else(|| persons(cx, row)))
}

/// The step, and whom it waits for.
pub(super) fn persons(cx: &Context<'_>, row: &TaskRow) -> String {
    let names = waiting::persons(cx, &row.task);
    let step = waiting::step(cx, row.task.kind);
    let who = match names.split_last() {
        None => return cx.f("tasks-nobody", &[("step", step)]),
        Some((last, [])) => last.clone(),
        Some((last, others)) => {
            let words = [("others", others.join(", ")), ("last", last.clone())];
            cx.f("tasks-or", &words)
        }
    };
    cx.f("tasks-waits-for", &[("step", step), ("persons", who)])
}

/// Why the acting person may not take the step.
pub(super) fn barred(cx: &Context<'_>, row: &TaskRow) -> Option<String> {
    let Some(person) = cx.person else { return Some(cx.t("app-no-person")) };
    let name = cx.person_name(person);
    Some(match row.task.bar(person.hand(), cx.proposed_day())? {
        Bar::Role => {
            let role = waiting::roles(cx, row.task.kind);
            cx.f("tasks-barred-role", &[("person", name), ("role", role)])
        }
        Bar::Eyes(earlier) => {
            let words = [
                ("person", name),
                ("step", cx.text.kind(earlier.kind)),
                ("day", cx.text.day(earlier.on)),
            ];
            cx.f("tasks-barred-eyes", &words)
        }
        Bar::Limit { limit, asked } => {
            let words = [("person", name), ("limit", cx.euro(limit)), ("asked", cx.euro(asked))];
            cx.f("tasks-barred-limit", &words)
        }
    })
}

/// Nothing waits: says so, and what is overdue, else due next; for a person, of what that person
/// may book.
pub(super) fn nothing(ui: &mut Ui, cx: &Context<'_>, all: bool) {
    let mut words = match cx.person.filter(|_| !all) {
        Some(person) => cx.f("tasks-none-mine", &[("person", cx.person_name(person))]),
        None => cx.t("tasks-none"),
    };
    let rows = cx.data.deadlines.value().map(Vec::as_slice).unwrap_or_default();
    let mine = |row: &&DeadlineRow| all || cx.may_book(row.kind.settled_by());
    let (late, ahead): (Vec<_>, Vec<_>) = rows.iter().filter(mine).partition(|row| row.overdue);
    if let Ok(count @ 1..) = i64::try_from(late.len()) {
        words = [words, cx.text.count("tasks-overdue", count, &[])].join(" ");
        card::empty(ui, &words);
        if link(ui, &cx.t("tasks-overdue-show")).clicked() {
            cx.send(narrow::overdue());
        }
        return;
    }
    if let Some(next) = ahead.into_iter().min_by_key(|row| row.due_on) {
        let whose = Some(super::super::whose(cx, next)).filter(|whose| !whose.is_empty());
        let values = [
            ("what", cx.text.deadline(next.kind)),
            ("about", whose.unwrap_or_else(|| next.object.clone())),
            ("day", cx.text.day(next.due_on)),
        ];
        words = [words, cx.f("tasks-next-due", &values)].join(" ");
    }
    card::empty(ui, &words);
}
