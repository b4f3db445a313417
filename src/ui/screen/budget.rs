//! *Haushalt*: titles in fiscal years, what parliament voted and what became of it.

mod authority;
mod detail;
mod rows;

use eframe::egui::{Rect, Ui, vec2};

use crate::domain::{FiscalYear, Kind, Money, TitleKey};
use crate::store::view::Budget;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::narrow::Narrowed;
use crate::ui::theme::GAP;
use crate::ui::waiting;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

use super::{head, kind_button, loaded, scrolling};

/// So much of a detail is brought into sight: the row that it belongs to shall stay there.
const BEGINNING: f32 = 280.0;

/// The screen.
#[derive(Debug, Default)]
pub struct BudgetScreen {
    narrowed: Narrowed,
    /// The title and year whose detail was brought into sight.
    followed: Option<(TitleKey, FiscalYear)>,
}

impl BudgetScreen {
    /// Narrows the titles to what makes up a figure.
    pub fn narrow(&mut self, narrowed: Narrowed) {
        self.narrowed = narrowed;
    }

    /// Shows it.
    pub fn ui(&mut self, chosen: Option<&(TitleKey, FiscalYear)>, cx: &Context<'_>, ui: &mut Ui) {
        scrolling(ui, "budget", |ui| {
            head(ui, &cx.t("screen-budget"), |_| {});
            steps(ui, cx);
            let Some(budget) = loaded(cx, ui, &cx.data.budget) else { return };
            if budget.years.is_empty() {
                card::card(ui, |ui| card::empty(ui, &cx.t("screen-overview-empty")));
                return;
            }
            ui.spacing_mut().item_spacing.y = GAP;
            card::titled(ui, &cx.t("budget-rows"), |ui| {
                self.narrowed.show(ui, cx);
                rows::show(ui, cx, budget, (chosen, &self.narrowed));
            });
            if let Some(chosen) = chosen {
                let top = ui.cursor().min;
                if detail::show(ui, cx, budget, chosen) && self.followed.as_ref() != Some(chosen) {
                    self.followed = Some(chosen.clone());
                    let high = (ui.cursor().top() - top.y).min(BEGINNING);
                    let size = vec2(ui.available_width(), high);
                    ui.scroll_to_rect(Rect::from_min_size(top, size), None);
                }
            } else {
                self.followed = None;
            }
            card::titled(ui, &cx.t("budget-years"), |ui| years(ui, cx, budget));
            card::titled(ui, &cx.t("budget-authority"), |ui| authority::show(ui, cx, budget));
            card::titled(ui, &cx.t("budget-versions"), |ui| versions(ui, cx, budget));
        });
    }
}

/// What can be booked of the budget.
fn steps(ui: &mut Ui, cx: &Context<'_>) {
    let steps = [
        Kind::AppropriationVoted,
        Kind::SupplementVoted,
        Kind::CoverMoved,
        Kind::BlockSet,
        Kind::AuthorityVoted,
        Kind::BooksClosed,
        Kind::CarryOverFormed,
        Kind::FundsLapsed,
    ];
    ui.horizontal_wrapped(|ui| {
        for kind in steps {
            let words = waiting::opens(cx, kind);
            let button = Button::new(&words).icon(Icon::Add);
            if kind_button(ui, cx, kind, button) {
                cx.send(Action::book(kind, Occasion::default()));
            }
        }
    });
}

/// What is left of a year that is over can no longer be granted.
fn is_past(cx: &Context<'_>, year: FiscalYear) -> bool {
    year.is_over(cx.as_of)
}

/// Years with their state, and what earlier budget years have bound of the later ones.
fn years(ui: &mut Ui, cx: &Context<'_>, budget: &Budget) {
    let columns = vec![
        Column::fixed(cx.t("screen-year"), 64.0),
        Column::text(cx.t("screen-col-state"), 250.0),
        Column::figure(cx.t("budget-col-prebound"), 130.0),
        Column::text(cx.t("budget-col-prebound-of"), 260.0),
    ];
    let rows = &budget.years;
    Table::new("years", columns).show(ui, rows.len(), |index| {
        let (year, stands) = rows[index];
        let later = year > cx.year();
        let prebound = if later { budget.prebound(year) } else { Vec::new() };
        let sum: Money = prebound.iter().map(|(_, amount)| *amount).sum();
        let of = prebound.iter().map(|(year, amount)| {
            let values = [("year", year.0.to_string()), ("amount", cx.euro(*amount))];
            cx.f("budget-prebound-of", &values)
        });
        let of = of.collect::<Vec<_>>().join("; ");
        let (name, words) = (year.0.to_string(), cx.text.year_state(stands));
        let mut sentence = vec![name.clone(), words.clone()];
        if later {
            sentence.push(cx.f("budget-prebound", &[("amount", cx.euro(sum))]));
            sentence.extend((!of.is_empty()).then(|| of.clone()));
        }
        let amount = if later { Cell::Text(cx.money(sum)) } else { nil() };
        let cells = vec![Cell::Text(name), Cell::Text(words), amount, Cell::Dim(of)];
        Row { cells, sentence: sentence.join(", ") }
    });
    card::dim(ui, &cx.t("budget-prebound-note"));
}

/// Nothing, because the column does not apply.
fn nil() -> Cell {
    Cell::Dim("–".to_owned())
}

/// Draft, appropriation and supplements, in the order of their day.
fn versions(ui: &mut Ui, cx: &Context<'_>, budget: &Budget) {
    let columns = vec![
        Column::figure(cx.t("screen-col-number"), 52.0),
        Column::fixed(cx.t("screen-col-day"), 100.0),
        Column::fixed(cx.t("screen-year"), 60.0),
        Column::fixed(cx.t("title"), 142.0),
        Column::fixed(cx.t("screen-col-kind"), 150.0),
        Column::text(cx.t("budget-col-law"), 170.0),
        Column::figure(cx.t("screen-col-amount"), 124.0),
        Column::figure(cx.t("budget-col-voted"), 124.0),
    ];
    let rows = &budget.versions;
    Table::new("versions", columns).show(ui, rows.len(), |index| {
        let row = &rows[index];
        let draft = row.kind == Kind::AppropriationDrafted;
        let words = [
            cx.text.entry_number(row.seq),
            cx.text.day(row.effective_on),
            row.year.0.to_string(),
            cx.text.title_short(&row.title),
            cx.text.kind(row.kind),
            row.law.clone(),
            cx.euro(row.amount),
        ];
        let sentence = words.join(", ");
        let [_, day, year, title, kind, law, _] = words;
        let amount = cx.money(row.amount);
        let cells = vec![
            Cell::Dim(row.seq.to_string()),
            Cell::Text(day),
            Cell::Text(year),
            Cell::Text(title),
            Cell::Text(kind),
            Cell::Dim(law),
            if draft { Cell::Dim(amount) } else { Cell::Text(amount) },
            if draft { nil() } else { Cell::Text(cx.money(row.voted)) },
        ];
        Row { cells, sentence }
    });
}
