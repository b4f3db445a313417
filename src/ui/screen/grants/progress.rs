//! Milestones of a case: the line of time, what blocks payments, and every forecast there was.

use eframe::egui::{RichText, Ui};

use crate::domain::Kind;
use crate::store::view::{CasePage, ForecastRow, GrantDetail, MilestoneRow, MilestoneState};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::form::Occasion;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::waiting;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};
use crate::ui::widget::timeline::{self, Timeline};

/// Line of time, blocks, forecasts, and what can be recorded.
pub fn show(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, page: Option<&CasePage>) {
    if detail.milestones.is_empty() {
        card::empty(ui, &cx.t("screen-grant-no-milestones"));
    } else {
        let rows: Vec<&MilestoneRow> = detail.milestones.iter().collect();
        let forecasts = page.map(|page| &page.forecasts);
        let chosen = Timeline::new(&rows).forecasts(forecasts).show(ui, cx);
        if chosen.is_some() {
            cx.send(Action::Go(Route::Milestones));
        }
        card::dim(ui, &cx.t("screen-milestones-legend"));
    }
    for row in detail.milestones.iter().filter(|row| row.blocks()) {
        let values = [
            ("name", cx.text.note(&row.name).to_owned()),
            ("due", timeline::due(cx, row)),
            ("clause", row.blocking_clause.clone().unwrap_or_default()),
        ];
        let words = cx.f("case-milestone-blocks", &values);
        ui.label(RichText::new(words).size(SMALL).color(ui.tokens().warn.text));
    }
    if let Some(page) = page {
        history(ui, cx, detail, page);
    }
    steps(ui, cx, detail);
}

/// Every forecast with its day and reason, milestone by milestone.
fn history(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, page: &CasePage) {
    let rows: Vec<(&MilestoneRow, &ForecastRow)> = detail
        .milestones
        .iter()
        .flat_map(|row| {
            let found = page.forecasts.get(&row.milestone).map(Vec::as_slice);
            found.unwrap_or_default().iter().map(move |forecast| (row, forecast))
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    ui.add_space(6.0);
    card::heading(ui, &cx.t("detail-forecasts"));
    let columns = vec![
        Column::fixed(cx.t("detail-reported-on"), 104.0),
        Column::text(cx.t("screen-col-milestone"), 150.0),
        Column::fixed(cx.t("milestone-forecast"), 130.0),
        Column::text(cx.t("screen-col-reason"), 180.0),
    ];
    let table = Table::new("forecasts", columns).narrowed(cx).wrap().choose(None);
    let shown = table.show(ui, rows.len(), |index| {
        let (row, forecast) = rows[index];
        let (day, date) = (cx.text.day(forecast.on), cx.text.date(&forecast.date));
        let name = cx.text.note(&row.name).to_owned();
        let sentence = [&day, &name, &date, &forecast.reason].map(String::as_str).join(", ");
        let cells = vec![
            Cell::Text(day),
            Cell::Text(name),
            Cell::Text(date),
            Cell::Dim(forecast.reason.clone()),
        ];
        Row { cells, sentence }
    });
    if let Some((_, forecast)) = shown.clicked.and_then(|index| rows.get(index)) {
        let route = Route::entry(forecast.seq);
        cx.send(Action::Go(route));
    }
}

/// What can be recorded of milestones.
fn steps(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let open = detail.milestones.iter().any(|row| row.actual.is_none());
    let steps = [
        (Kind::MilestonePlanned, true),
        (Kind::MilestoneForecast, open),
        (Kind::MilestoneReached, open),
    ];
    ui.horizontal_wrapped(|ui| {
        for (kind, _) in steps.into_iter().filter(|(_, possible)| *possible) {
            let words = waiting::opens(cx, kind);
            let button = Button::new(&words).icon(Icon::Add).enabled(cx.can_book());
            if button.show(ui).clicked() {
                let occasion = Occasion::grant(&detail.row.recipient, &detail.row.grant);
                cx.send(Action::book(kind, occasion));
            }
        }
    });
}

/// "4 Meilensteine, 2 erreicht, 1 überfällig".
pub fn summary(cx: &Context<'_>, detail: &GrantDetail) -> String {
    let count = |state: MilestoneState| {
        let found = detail.milestones.iter().filter(|row| row.state == state).count();
        i64::try_from(found).unwrap_or(0)
    };
    let all = i64::try_from(detail.milestones.len()).unwrap_or(0);
    let parts = [
        ("detail-milestones-all", all),
        ("detail-milestones-reached", count(MilestoneState::Reached)),
        ("detail-milestones-late", count(MilestoneState::Late)),
    ];
    let shown = parts.into_iter().filter(|(_, count)| *count > 0);
    shown.map(|(key, count)| cx.text.count(key, count, &[])).collect::<Vec<_>>().join(" · ")
}
