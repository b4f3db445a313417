//! Due lines and bookings of a grant.

use eframe::egui::Ui;

use crate::domain::{Kind, Money, Stage};
use crate::store::view::{GrantDetail, MoveRow, Sums};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

pub fn lines(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let wide = ui.available_width() > 860.0;
    let mut columns = vec![
        Column::fixed(cx.t("fiscal-year-short"), 72.0),
        Column::text(cx.t("title"), 170.0),
        Column::figure(cx.t("screen-col-granted"), 106.0),
    ];
    if wide {
        columns.push(Column::figure(cx.t("screen-col-requested"), 106.0));
        columns.push(Column::figure(cx.t("screen-col-ordered"), 106.0));
    }
    columns.push(Column::figure(cx.t("screen-col-actual"), 106.0));
    columns.push(Column::figure(cx.t("screen-col-committed"), 108.0));
    let amounts = |granted: Money, sums: &Sums| {
        let mut amounts = vec![granted];
        if wide {
            // As words on a grant these are sums: what is paid was ordered, and requested before.
            let ordered = sums.actual() + sums.at(Stage::Ordered);
            amounts.extend([ordered + sums.at(Stage::Requested), ordered]);
        }
        amounts.extend([sums.actual(), sums.at(Stage::Committed)]);
        amounts.into_iter().map(|amount| Cell::Text(cx.money(amount)))
    };
    let mut total = vec![Cell::Text(cx.t("total")), Cell::Empty];
    total.extend(amounts(detail.row.granted, &detail.row.sums));
    let sentence = [cx.t("total"), cx.euro(detail.row.granted)].join(", ");
    let rows = &detail.lines;
    Table::new("lines", columns).sum(total, sentence).show(ui, rows.len(), |index| {
        let row = &rows[index];
        let year = row.fiscal_year.0.to_string();
        let title = [cx.text.title(&row.title), cx.text.investive(row.investive)].join(" · ");
        let words = [
            ("year", year.clone()),
            ("granted", cx.euro(row.granted)),
            ("actual", cx.euro(row.sums.actual())),
            ("open", cx.euro(row.sums.at(Stage::Committed))),
        ];
        let mut cells = vec![Cell::Text(year), Cell::Dim(title)];
        cells.extend(amounts(row.granted, &row.sums));
        Row { cells, sentence: cx.f("screen-line-sentence", &words) }
    });
}

pub fn moves(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let rows: Vec<&MoveRow> =
        detail.moves.iter().filter(|row| row.kind != Kind::GrantIssued).collect();
    if rows.is_empty() {
        card::empty(ui, &cx.t("screen-no-moves"));
        return;
    }
    let (wide, wider) = (ui.available_width() > 640.0, ui.available_width() > 800.0);
    let mut columns = vec![
        Column::figure(cx.t("screen-col-number"), 50.0),
        Column::text(cx.t("screen-col-kind"), 236.0),
        Column::fixed(cx.t("fiscal-year-short"), 52.0),
        Column::fixed(cx.t("screen-col-day"), 102.0),
    ];
    if wide {
        columns.push(Column::text(cx.t("voucher"), 110.0));
    }
    if wider {
        columns.push(Column::text(cx.t("milestone"), 110.0));
    }
    columns.push(Column::figure(cx.t("screen-col-amount"), 108.0));
    columns.push(Column::figure(cx.t("screen-col-left"), 108.0));
    let milestone = |row: &MoveRow| {
        let found = detail.milestones.iter().find(|m| Some(&m.milestone) == row.milestone.as_ref());
        found.map(|found| cx.text.note(&found.name).to_owned()).unwrap_or_default()
    };
    let table = Table::new("moves", columns).choose(None).tall();
    let shown = table.show(ui, rows.len(), |index| {
        let row = rows[index];
        let (day, kind) = (cx.text.day(row.effective_on), cx.text.kind(row.kind));
        let amount = cx.money(row.line.amount_cents);
        let waits = waits(row);
        let left = if waits { cx.money(row.undecided) } else { "–".to_owned() };
        let mark = mark(cx, detail, row);
        let sentence = [&cx.text.entry_number(row.seq), &kind, &day, &amount, &mark];
        let sentence = sentence.into_iter().filter(|part| !part.is_empty());
        let sentence = sentence.map(String::as_str).collect::<Vec<_>>().join(", ");
        let mut cells = vec![
            Cell::Dim(row.seq.to_string()),
            if mark.is_empty() { Cell::Text(kind) } else { Cell::Two(kind, mark) },
            Cell::Text(row.line.fiscal_year.0.to_string()),
            Cell::Text(day),
        ];
        if wide {
            cells.push(Cell::Dim(row.voucher.clone()));
        }
        if wider {
            cells.push(Cell::Dim(milestone(row)));
        }
        cells.push(Cell::Text(amount));
        cells.push(if waits { Cell::Warn(left) } else { Cell::Dim(left) });
        Row { cells, sentence }
    });
    let chosen = shown.clicked.and_then(|index| rows.get(index));
    if let Some(row) = chosen.filter(|row| waits(row) && cx.can_book()) {
        let grant = detail.row.grant.clone();
        match row.kind {
            Kind::DrawRequested => cx.send(Action::Open(Ask::Order(grant, Some(row.seq)))),
            Kind::PaymentOrdered => cx.send(Action::Open(Ask::Confirm(grant, Some(row.seq)))),
            _ => {}
        }
    }
    if rows.iter().any(|row| waits(row)) {
        ui.add_space(4.0);
        card::dim(ui, &cx.t("screen-moves-hint"));
    }
}

/// What is to be known of a booking: attested by whom, handed over, found in the cash office's
/// list or not yet.
fn mark(cx: &Context<'_>, detail: &GrantDetail, row: &MoveRow) -> String {
    let Some(case) = cx.data.case(&detail.row.grant) else { return String::new() };
    match row.kind {
        Kind::DrawRequested => {
            let done = |kind: Kind| {
                let mut own = case.attestations.iter().filter(|found| found.draw == row.seq);
                own.any(|found| found.kind == kind && found.counts)
            };
            match (done(Kind::ArithmeticAttested), done(Kind::FactuallyAttested)) {
                (true, true) => cx.t("case-attested"),
                (true, false) => cx.t("case-attested-arithmetic"),
                (false, true) => cx.t("case-attested-factual"),
                (false, false) => cx.t("case-not-attested"),
            }
        }
        Kind::PaymentOrdered => case.handed_over.get(&row.seq).map_or_else(
            || cx.t("case-not-handed-over"),
            |day| cx.f("case-handed-over", &[("day", cx.text.day(*day))]),
        ),
        Kind::PaymentConfirmed | Kind::HeldPaid => cx.t(if case.reconciled.contains(&row.seq) {
            "case-reconciled"
        } else {
            "case-not-reconciled"
        }),
        Kind::PaymentRebooked => row.taken_from.as_ref().map_or_else(String::new, |from| {
            let year = from.fiscal_year.0.to_string();
            cx.f("case-rebooked-from", &[("grant", from.grant.to_string()), ("year", year)])
        }),
        Kind::ClaimRepaid | Kind::UnusedReturned => match (row.set_off, row.revenue_year) {
            (Some(seq), _) => cx.f("case-set-off", &[("number", cx.text.entry_number(seq))]),
            (None, Some(year)) => cx.f("case-revenue-of", &[("year", year.0.to_string())]),
            (None, None) => cx.t("case-lowers-actual"),
        },
        _ => String::new(),
    }
}

/// A draw waits for its order, an order for its payment; of a payment nothing is to be done.
fn waits(row: &MoveRow) -> bool {
    let step = matches!(row.kind, Kind::DrawRequested | Kind::PaymentOrdered);
    step && row.undecided.is_positive()
}
