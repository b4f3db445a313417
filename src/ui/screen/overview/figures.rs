//! The five figures that a visitor asks for, each leading to what is behind it.

use eframe::egui::{Ui, vec2};

use super::volume;
use super::years::left_ahead;
use crate::domain::{Money, Stage};
use crate::store::view::{BalanceRow, Overview, PostingFilter};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::narrow;
use crate::ui::theme::GAP;
use crate::ui::widget::card::{self, Figure};

/// Label, amount, what it means, and where it leads.
struct Card {
    label: String,
    amount: Money,
    note: String,
    target: Action,
}

/// Least height of a card.
const LEAST: f32 = 108.0;

/// Shows them in one row, or in two where the window is narrow.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Overview) {
    let cards = cards(cx, values);
    let all = ui.available_width();
    let (per_row, each) = if all > 980.0 { (5, all / 5.0) } else { (3, all / 3.0) };
    let height = cards.iter().map(|card| card::figure_height(ui, &card.note, each - GAP));
    let height = height.fold(LEAST, f32::max);
    for row in cards.chunks(per_row) {
        card::columns(ui, &vec![1.0; per_row], |index, ui| {
            let Some(shown) = row.get(index) else { return };
            let value = cx.euro(shown.amount);
            let figure = Figure { label: &shown.label, value: &value, note: &shown.note };
            let size = vec2(ui.available_width(), height);
            if card::figure(ui, &figure, size).clicked() {
                cx.send(shown.target.clone());
            }
        });
    }
}

fn cards(cx: &Context<'_>, values: &Overview) -> [Card; 5] {
    let total = &values.years.total;
    let whole = volume(total);
    let rows = &values.years.rows;
    let span = match (rows.first(), rows.last()) {
        (Some(first), Some(last)) => format!("{}–{}", first.key, last.key),
        _ => String::new(),
    };
    let grants = cx.text.count("grants", i64::try_from(values.grant_count).unwrap_or(0), &[]);
    let ceiling = cx.ledger.map(|ledger| ledger.programme.ceiling).unwrap_or_default();
    let year = || vec![("year", cx.year().0.to_string())];
    let later: Money = after(cx, rows).map(|row| row.sums.open()).sum();
    let mut open = year();
    open.push(("later", cx.euro(later)));
    let open = if later.is_zero() { String::new() } else { cx.f("screen-open-note", &open) };
    [
        Card {
            label: cx.f("screen-volume", &[("span", span)]),
            amount: whole,
            note: cx.f("screen-volume-note", &[("ceiling", cx.text.money_short(ceiling))]),
            target: narrow::bookings(PostingFilter::at(&[Stage::Appropriated])),
        },
        Card {
            label: cx.t("screen-granted"),
            amount: total.granted,
            note: [cx.share(total.granted, whole), grants].join(" · "),
            target: narrow::granted(),
        },
        Card {
            label: cx.t("screen-actual"),
            amount: total.sums.actual(),
            note: cx.f("screen-actual-note", &[("share", cx.share(total.sums.actual(), whole))]),
            target: narrow::bookings(PostingFilter::at(&Stage::ACTUAL)),
        },
        Card {
            label: cx.t("screen-open"),
            amount: total.sums.open(),
            note: open,
            target: narrow::bookings(PostingFilter::at(&Stage::OPEN)),
        },
        Card {
            label: cx.f("screen-available-from", &year()),
            amount: left_ahead(cx, values).free,
            note: left_behind(cx, values),
            target: narrow::available_from(cx.year()),
        },
    ]
}

fn year_of(row: &BalanceRow) -> i32 {
    row.key.parse().unwrap_or_default()
}

fn after<'a>(
    cx: &Context<'_>,
    rows: &'a [BalanceRow],
) -> impl Iterator<Item = &'a BalanceRow> + use<'a> {
    let now = cx.year().0;
    rows.iter().filter(move |row| year_of(row) > now)
}

/// What is left of past years can no longer be granted and is never added; a shortfall is never
/// set off against it.
fn left_behind(cx: &Context<'_>, values: &Overview) -> String {
    let short = left_ahead(cx, values).short;
    if short.is_positive() {
        return cx.f("screen-left-short", &[("amount", cx.euro(short))]);
    }
    let past: Vec<_> = values
        .standing
        .range(..cx.year())
        .filter(|(_, standing)| standing.free.is_positive())
        .collect();
    if past.is_empty() {
        return cx.t("screen-available-note");
    }
    let years: Vec<_> = past.iter().map(|(year, _)| year.0.to_string()).collect();
    let amount = past.iter().map(|(_, standing)| standing.free).sum();
    let amount = cx.text.money_short(amount);
    cx.f("screen-left-open", &[("amount", amount), ("years", years.join(", "))])
}
