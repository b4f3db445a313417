//! The account of a recipient: per grant and due year, and booking by booking as on the
//! statement of its bank.

use eframe::egui::Ui;

use crate::domain::{Money, RecipientKey, Seq};
use crate::store::view::{GrantDetail, LineRow, MoveRow, RecipientDetail};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// What moved on the bank account of the recipient, by day, with the running sum.
///
/// Put in order once for each account that is shown, not with each frame.
#[derive(Debug, Default)]
pub struct Running {
    of: Option<(RecipientKey, Seq, usize)>,
    /// Place of the grant, place of its booking, sum until then.
    rows: Vec<(usize, usize, Money)>,
    last: Money,
}

impl Running {
    /// Puts the bookings in order, unless they are the same as before: the journal only grows, so
    /// that as many bookings at the same head are the same.
    pub fn refresh(&mut self, detail: &RecipientDetail) {
        let count = detail.grants.iter().map(|grant| grant.moves.len()).sum();
        let of = Some((detail.row.key.clone(), detail.head.seq, count));
        if self.of == of {
            return;
        }
        let mut found = Vec::new();
        for (at, grant) in detail.grants.iter().enumerate() {
            for (place, row) in grant.moves.iter().enumerate() {
                if let Some(amount) = row.at_recipient() {
                    found.push((row.effective_on, row.seq, at, place, amount));
                }
            }
        }
        found.sort_unstable();
        let mut running = Money::ZERO;
        self.rows = found
            .into_iter()
            .map(|(_, _, at, place, amount)| {
                running += amount;
                (at, place, running)
            })
            .collect();
        self.last = running;
        self.of = of;
    }

    fn row<'a>(&self, detail: &'a RecipientDetail, index: usize) -> Option<(&'a MoveRow, Money)> {
        let (grant, place, running) = self.rows.get(index)?;
        Some((detail.grants.get(*grant)?.moves.get(*place)?, *running))
    }
}

/// The bookings that a treasurer finds on her bank statement, with the running sum.
pub fn moves(ui: &mut Ui, cx: &Context<'_>, detail: &RecipientDetail, running: &Running) {
    if running.rows.is_empty() {
        card::empty(ui, &cx.t("screen-account-empty"));
        return;
    }
    let columns = vec![
        Column::fixed(cx.t("screen-col-day"), 98.0),
        Column::fixed(cx.t("screen-col-kind"), 96.0),
        Column::fixed(cx.t("screen-col-file"), 106.0),
        Column::fixed(cx.t("fiscal-year-short"), 52.0),
        Column::text(cx.t("recipient-cash-reference"), 140.0),
        Column::figure(cx.t("screen-col-amount"), 112.0),
        Column::figure(cx.t("screen-col-running"), 112.0),
    ];
    let mut total = vec![Cell::Text(cx.t("screen-account-sum"))];
    total.extend((0..5).map(|_| Cell::Empty));
    total.push(Cell::Text(cx.money(running.last)));
    let sentence = [cx.t("screen-account-sum"), cx.euro(running.last)].join(", ");
    let table = Table::new("account", columns)
        .narrowed(cx)
        .tall()
        .choose_if(cx.is_whole())
        .sum(total, sentence);
    let shown = table.show(ui, running.rows.len(), |index| {
        let Some((row, sum)) = running.row(detail, index) else {
            return Row { cells: Vec::new(), sentence: String::new() };
        };
        let amount = row.at_recipient().unwrap_or_default();
        let (day, kind) = (cx.text.day(row.effective_on), cx.text.kind(row.kind));
        let sentence = [day.as_str(), &kind, row.line.grant.as_str(), &cx.euro(amount)].join(", ");
        let text = row.payment_text.clone().unwrap_or_default();
        let reference = if text.is_empty() {
            Cell::Dim(row.voucher.clone())
        } else {
            Cell::Two(row.voucher.clone(), text)
        };
        Row {
            cells: vec![
                Cell::Text(day),
                Cell::Text(kind),
                Cell::Text(row.line.grant.to_string()),
                Cell::Text(row.line.fiscal_year.0.to_string()),
                reference,
                Cell::Text(cx.money(amount)),
                Cell::Text(cx.money(sum)),
            ],
            sentence,
        }
    });
    let chosen = shown.clicked.and_then(|index| running.row(detail, index));
    if let Some((row, _)) = chosen {
        cx.send(Action::Go(Route::Grants(Some(row.line.grant.clone()))));
    }
}

/// Granted, paid and open per grant, and below each its due years.
pub fn lines(ui: &mut Ui, cx: &Context<'_>, detail: &RecipientDetail) {
    let places: Vec<(&GrantDetail, Option<&LineRow>)> = detail
        .grants
        .iter()
        .flat_map(|grant| {
            std::iter::once((grant, None)).chain(grant.lines.iter().map(move |l| (grant, Some(l))))
        })
        .collect();
    let columns = vec![
        Column::text(cx.t("recipient-grant-and-line"), 220.0),
        Column::figure(cx.t("screen-col-granted"), 118.0),
        Column::figure(cx.t("screen-col-actual"), 118.0),
        Column::figure(cx.t("screen-col-open"), 118.0),
    ];
    let amounts = |granted: Money, actual: Money, open: Money| {
        [granted, actual, open].map(|amount| cx.money(amount))
    };
    let row = &detail.row;
    let mut total = vec![Cell::Text(cx.t("total"))];
    let sums = amounts(row.granted, row.sums.actual(), row.sums.open());
    let sentence = [cx.t("total"), sums.join(", ")].join(", ");
    total.extend(sums.map(Cell::Text));
    let table =
        Table::new("recipient-lines", columns).choose_if(cx.is_whole()).sum(total, sentence);
    let shown = table.show(ui, places.len(), |index| {
        let (grant, line) = places[index];
        let (name, amounts) = match line {
            None => {
                let row = &grant.row;
                let name = [row.grant.as_str(), &row.purpose].join(" · ");
                (name, amounts(row.granted, row.sums.actual(), row.sums.open()))
            }
            Some(line) => {
                let due = cx.f("case-due-of", &[("year", line.fiscal_year.0.to_string())]);
                let name = [due, cx.text.title_short(&line.title)].join(" · ");
                (name, amounts(line.granted, line.sums.actual(), line.sums.open()))
            }
        };
        let sentence = [name.as_str(), &amounts.join(", ")].join(": ");
        let strong = line.is_none();
        let text = |text: String| if strong { Cell::Strong(text) } else { Cell::Text(text) };
        // A due line is set in below its grant.
        let shown = if strong { name } else { ["\u{a0}\u{a0}\u{a0}\u{a0}", &name].concat() };
        let mut cells = vec![text(shown)];
        cells.extend(amounts.map(text));
        Row { cells, sentence }
    });
    if let Some((grant, _)) = shown.clicked.and_then(|index| places.get(index)) {
        cx.send(Action::Go(Route::Grants(Some(grant.row.grant.clone()))));
    }
}
