//! What is needed to decide, beside the list: arithmetic, persons, account, milestones, payments.

use eframe::egui::Ui;

use crate::domain::case::grouped_iban;
use crate::domain::task::Earlier;
use crate::domain::{Kind, Money, PersonNo, Stage};
use crate::store::view::{
    AccountReview, GrantDetail, LineRow, MilestoneState, MoveRow, StepRow, TaskReview, TaskRow,
};
use crate::ui::context::Context;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::modal::arithmetic;
use crate::ui::widget::table::{Cell, Column, Row, Table};

fn loaded<'a>(cx: &'a Context<'_>, row: &TaskRow) -> Option<&'a TaskReview> {
    cx.data.task_review.get(&row.key())?.value()?.as_ref()
}

/// The cards of a step; those of [`earlier`] among them where they do not stand elsewhere.
pub(super) fn show(ui: &mut Ui, cx: &Context<'_>, row: &TaskRow, with_earlier: bool) {
    let review = loaded(cx, row);
    if let Some(review) = review {
        amounts(ui, cx, row, review);
    }
    if with_earlier {
        earlier(ui, cx, row);
    }
    let Some(review) = review else { return };
    if let Some(grant) = &review.grant {
        if !grant.milestones.is_empty() {
            card::titled(ui, &cx.t("screen-milestones"), |ui| milestones(ui, cx, grant));
        }
        let paid: Vec<&MoveRow> =
            grant.moves.iter().filter(|row| row.at_recipient().is_some()).collect();
        if !paid.is_empty() {
            card::titled(ui, &cx.t("tasks-payments"), |ui| payments(ui, cx, &paid));
        }
    }
}

/// Who did what before, and the account that is paid to.
pub(super) fn earlier(ui: &mut Ui, cx: &Context<'_>, row: &TaskRow) {
    card::titled(ui, &cx.t("tasks-persons"), |ui| persons(ui, cx, &row.task.earlier));
    if let Some(account) = loaded(cx, row).and_then(|review| review.account.as_ref()) {
        card::titled(ui, &cx.t("tasks-account"), |ui| bank_account(ui, cx, account));
    }
}

/// How the amount follows, what it leaves, and what limits it.
fn amounts(ui: &mut Ui, cx: &Context<'_>, row: &TaskRow, review: &TaskReview) {
    if let Some(need) = &review.need {
        card::titled(ui, &cx.t("tasks-need"), |ui| {
            let until = cx.f("tasks-need-until", &[("day", cx.text.day(need.until))]);
            let lines = [
                (until, cx.euro(need.need_cents)),
                (cx.t("tasks-need-unspent"), cx.euro(-need.unspent_cents)),
            ];
            let drawn = need.need_cents - need.unspent_cents;
            arithmetic(ui, &lines, &(cx.t("tasks-need-drawn"), cx.euro(drawn)), false);
        });
    }
    if let (Some(grant), Some(line)) = (&review.grant, &row.task.line) {
        let same =
            |found: &&LineRow| found.title == line.title && found.fiscal_year == line.fiscal_year;
        if let Some(found) = grant.lines.iter().find(same) {
            card::titled(ui, &cx.t("tasks-due-line"), |ui| {
                due_line(ui, cx, row, found);
                limits(ui, cx, row, review);
            });
        }
    }
    if let Some(application) = &review.application {
        let received = &application.received;
        card::titled(ui, &cx.t("tasks-application"), |ui| {
            let plan = &received.plan;
            let lines = [
                (cx.t("case-total"), cx.euro(plan.total_cents)),
                (cx.t("screen-own-share"), cx.euro(-plan.own_cents)),
                (cx.t("case-third-party"), cx.euro(-plan.third_party_cents)),
            ];
            let asked = cx.euro(received.requested_cents);
            arithmetic(ui, &lines, &(cx.t("case-requested"), asked), false);
            let eligible = [cx.t("screen-eligible"), cx.euro(plan.eligible_cents)].join(": ");
            card::dim(ui, &eligible);
            if let Some((_, examined)) = &application.examined {
                card::dim(ui, &cx.f("tasks-examined", &[("result", examined.result.clone())]));
            }
        });
    }
}

/// From what is in force on the due line to what is left of it.
fn due_line(ui: &mut Ui, cx: &Context<'_>, row: &TaskRow, line: &LineRow) {
    let this = row.task.amount.unwrap_or_default();
    let at = match row.task.kind {
        Kind::ArithmeticAttested | Kind::FactuallyAttested | Kind::PaymentOrdered => {
            Stage::Requested
        }
        Kind::OrderHandedOver | Kind::PaymentConfirmed => Stage::Ordered,
        _ => Stage::Paid,
    };
    let words = [("year", line.fiscal_year.0.to_string()), ("title", cx.text.title(&line.title))];
    let mut lines = vec![(cx.f("tasks-line-granted", &words), cx.euro(line.granted))];
    let steps = steps(line, at, this);
    lines.extend(steps.into_iter().map(|(key, amount)| (cx.t(key), cx.euro(amount))));
    let left = line.sums.at(Stage::Committed);
    arithmetic(ui, &lines, &(cx.t("tasks-line-left"), cx.euro(left)), left.is_negative());
}

/// What lies between what is granted and what is left, with its sign; `this` stands at that stage.
fn steps(line: &LineRow, at: Stage, this: Money) -> Vec<(&'static str, Money)> {
    let others = |stage: Stage, all: Money| if stage == at { all - this } else { all };
    let actual = line.sums.actual();
    let ordered = line.sums.at(Stage::Ordered);
    let requested = line.sums.at(Stage::Requested);
    // The Ist keeps what is claimed back, while the notice that claims it lowers what is granted.
    let back = line.sums.at(Stage::Committed) + actual + ordered + requested - line.granted;
    let mut steps = vec![
        ("tasks-line-paid", -others(Stage::Paid, actual)),
        ("tasks-line-back", back),
        ("tasks-line-ordered", -others(Stage::Ordered, ordered)),
        ("tasks-line-requested", -others(Stage::Requested, requested)),
        ("tasks-line-this", -this),
    ];
    steps.retain(|(_, amount)| !amount.is_zero());
    steps
}

/// What is available on the title, and the person's power to order.
fn limits(ui: &mut Ui, cx: &Context<'_>, row: &TaskRow, review: &TaskReview) {
    if let Some(found) = &review.availability {
        card::dim(ui, &cx.f("tasks-available", &[("amount", cx.euro(found.free))]));
    }
    let limit = cx.person.and_then(|person| person.order_limit);
    if let Some(limit) = limit.filter(|_| row.task.kind.is_order()) {
        card::dim(ui, &cx.f("tasks-limit", &[("amount", cx.euro(limit))]));
    }
}

fn name(cx: &Context<'_>, person: PersonNo) -> String {
    let everyone = cx.ledger.map(|ledger| ledger.everyone.as_slice()).unwrap_or_default();
    match everyone.iter().find(|row| row.person == person) {
        Some(row) => cx.person_name(row),
        None => cx.f("app-person-number", &[("number", person.0.to_string())]),
    }
}

/// Who did what before; who may not take this step as well is named.
fn persons(ui: &mut Ui, cx: &Context<'_>, earlier: &[Earlier]) {
    let columns = vec![
        Column::text(cx.t("case-col-step"), 190.0),
        Column::fixed(cx.t("screen-col-day"), 96.0),
        Column::fixed(cx.t("person"), 110.0),
        Column::fixed(cx.t("tasks-this-step"), 104.0),
    ];
    Table::new("task-persons", columns).show(ui, earlier.len(), |index| {
        let step = &earlier[index];
        let (kind, day) = (cx.text.kind(step.kind), cx.text.day(step.on));
        let person = name(cx, step.person);
        let bars = if step.bars { cx.t("tasks-bars") } else { String::new() };
        let sentence = [&kind, &day, &person, &bars].map(String::as_str);
        let sentence: Vec<&str> = sentence.into_iter().filter(|part| !part.is_empty()).collect();
        let sentence = sentence.join(", ");
        let cells = vec![Cell::Text(kind), Cell::Text(day), Cell::Text(person), Cell::Dim(bars)];
        Row { cells, sentence }
    });
}

fn bank_account(ui: &mut Ui, cx: &Context<'_>, found: &AccountReview) {
    ui.label(grouped_iban(&found.account.iban));
    card::dim(ui, &cx.f("tasks-account-holder", &[("holder", found.account.holder.clone())]));
    let by = |step: &StepRow| {
        [("person", name(cx, step.person)), ("day", cx.text.day(step.effective_on))]
    };
    card::dim(ui, &cx.f("tasks-account-recorded", &by(&found.recorded)));
    let confirmed = match &found.confirmed {
        Some(step) => cx.f("tasks-account-confirmed", &by(step)),
        None => cx.t("tasks-account-unconfirmed"),
    };
    card::dim(ui, &confirmed);
}

fn milestones(ui: &mut Ui, cx: &Context<'_>, grant: &GrantDetail) {
    let columns = vec![
        Column::text(cx.t("screen-col-milestone"), 200.0),
        Column::fixed(cx.t("screen-col-state"), 110.0),
    ];
    let rows = &grant.milestones;
    Table::new("task-milestones", columns).tall().show(ui, rows.len(), |index| {
        let row = &rows[index];
        let (meaning, key) = match row.state {
            MilestoneState::Reached => (Meaning::Good, "tasks-milestone-reached"),
            MilestoneState::Late => (Meaning::Late, "tasks-milestone-late"),
            _ => (Meaning::Quiet, "tasks-milestone-open"),
        };
        let (name, state) = (cx.text.note(&row.name).to_owned(), cx.t(key));
        let clause = row.blocking_clause.as_ref();
        let clause = clause.map(|clause| cx.f("tasks-blocks", &[("clause", clause.clone())]));
        let clause = clause.unwrap_or_default();
        let sentence = [&name, &state, &clause].map(String::as_str).join(", ");
        Row { cells: vec![Cell::Two(name, clause), Cell::Chip(meaning, state)], sentence }
    });
}

fn payments(ui: &mut Ui, cx: &Context<'_>, paid: &[&MoveRow]) {
    let columns = vec![
        Column::fixed(cx.t("screen-col-day"), 96.0),
        Column::text(cx.t("screen-col-kind"), 120.0),
        Column::text(cx.t("tasks-voucher-short"), 100.0),
        Column::figure(cx.t("screen-col-amount"), 116.0),
    ];
    Table::new("task-payments", columns).show(ui, paid.len(), |index| {
        let row = paid[paid.len() - 1 - index];
        let (day, kind) = (cx.text.day(row.effective_on), cx.text.kind(row.kind));
        let amount = cx.money(row.at_recipient().unwrap_or_default());
        let sentence = [&day, &kind, &row.voucher, &amount].map(String::as_str).join(", ");
        let voucher = Cell::Dim(row.voucher.clone());
        Row {
            cells: vec![Cell::Text(day), Cell::Text(kind), voucher, Cell::Text(amount)],
            sentence,
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FiscalYear, TitleKey};
    use crate::store::view::Sums;

    #[test]
    fn the_arithmetic_of_a_due_line_adds_up_when_something_was_claimed_back() {
        let euro = |euro: i64| Money::from_cents(euro * 100);
        let stages = [
            (Stage::Paid, euro(500)),
            (Stage::Reclaimed, euro(60)),
            (Stage::Returned, euro(40)),
            (Stage::Requested, euro(150)),
            (Stage::Committed, euro(250)),
        ];
        // Of 1.000 granted, 100 were claimed back, 40 of it after the books were closed.
        let line = LineRow {
            title: TitleKey::new("1616 63371"),
            investive: false,
            fiscal_year: FiscalYear(2020),
            granted: euro(900),
            sums: Sums(stages.into()),
            drawable: euro(250),
        };
        let steps = steps(&line, Stage::Requested, euro(150));
        let wanted = [
            ("tasks-line-paid", euro(-600)),
            ("tasks-line-back", euro(100)),
            ("tasks-line-this", euro(-150)),
        ];
        assert_eq!(steps, wanted);
        let sum: Money = steps.into_iter().map(|(_, amount)| amount).sum();
        assert_eq!(line.granted + sum, euro(250));
    }
}
