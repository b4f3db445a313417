//! Amounts by county, as a map of equal tiles.

use eframe::egui::{Align, ComboBox, Layout, Ui};

use crate::domain::{Money, territory};
use crate::store::view::{AreaRow, Areas, Measure, Overview as Values};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::widget::button::open_by_key;
use crate::ui::widget::tile_map::{Shade, Tile, legend, tile_map};
use crate::ui::widget::{card, explain_chosen};

const fn key(measure: Measure) -> &'static str {
    match measure {
        Measure::Granted => "overview-measure-granted",
        Measure::Actual => "overview-measure-actual",
        Measure::Open => "overview-measure-open",
        Measure::Applied => "overview-measure-applied",
        Measure::Reclaimed => "overview-measure-reclaimed",
    }
}

/// Shows it; `measure` is kept by the screen.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Values, measure: &mut Measure) {
    card::card(ui, |ui| {
        let areas = &values.areas;
        ui.horizontal(|ui| {
            card::heading(ui, &cx.t("overview-map"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| choose(ui, cx, measure));
        });
        ui.add_space(2.0);
        let classes = Classes::of(areas, *measure);
        let tiles: Vec<Tile> =
            areas.tiles.iter().filter_map(|row| tile(cx, row, *measure, classes)).collect();
        let count = cx.text.number(i64::try_from(tiles.len()).unwrap_or_default());
        let words = [("count", count), ("measure", cx.t(key(*measure)))];
        let name = cx.f("overview-map-name", &words);
        if let Some(row) =
            tile_map(ui, &name, territory::GRID, &tiles).and_then(|index| areas.tiles.get(index))
        {
            cx.send(Action::Go(Route::Recipients(Some(row.key.clone()))));
        }
        ui.add_space(2.0);
        legend(ui, &classes.words(cx));
        rest(ui, cx, areas, *measure);
    });
}

fn choose(ui: &mut Ui, cx: &Context<'_>, measure: &mut Measure) {
    let words = cx.t(key(*measure));
    let shown = ComboBox::from_id_salt("map-measure")
        .selected_text(words.as_str())
        .width(190.0)
        .truncate()
        .show_ui(ui, |ui| {
            for one in Measure::ALL {
                if ui.selectable_value(measure, one, cx.t(key(one))).clicked() {
                    ui.close();
                }
            }
        });
    open_by_key(ui, &shown.response, shown.inner.is_some());
    explain_chosen(ui, shown.response, &words).accessible_name(cx.t("overview-measure"));
}

/// Bounds of the classes: round amounts, so that the legend can be read.
#[derive(Clone, Copy)]
struct Classes {
    low: Money,
    middle: Money,
}

impl Classes {
    fn of(areas: &Areas, measure: Measure) -> Self {
        let most = areas.tiles.iter().map(|row| row.sums.of(measure).cents()).max();
        let third = most.unwrap_or_default().max(0) / 3;
        // Down to the first digit: 733 becomes 700.
        let mut power = 100_000_i64;
        while power * 10 <= third {
            power *= 10;
        }
        let step = (third / power).max(1) * power;
        Self { low: Money::from_cents(step), middle: Money::from_cents(2 * step) }
    }

    fn shade(self, amount: Money) -> Shade {
        match amount {
            _ if !amount.is_positive() => Shade::Empty,
            _ if amount <= self.low => Shade::Low,
            _ if amount <= self.middle => Shade::Middle,
            _ => Shade::High,
        }
    }

    fn words(self, cx: &Context<'_>) -> Vec<(Shade, String)> {
        let amount = |amount: Money| [("amount", cx.text.money_thousands(amount))];
        Shade::ALL
            .into_iter()
            .map(|shade| {
                let words = match shade {
                    Shade::Empty => cx.t("overview-class-none"),
                    Shade::Low => cx.f("overview-class-until", &amount(self.low)),
                    Shade::Middle => cx.f("overview-class-until", &amount(self.middle)),
                    Shade::High => cx.f("overview-class-above", &amount(self.middle)),
                };
                (shade, words)
            })
            .collect()
    }
}

fn tile(cx: &Context<'_>, row: &AreaRow, measure: Measure, classes: Classes) -> Option<Tile> {
    let found = territory::ALL.iter().find(|found| found.key == row.key.as_str())?;
    let amount = row.sums.of(measure);
    // Where nothing is granted yet, an application that waits says more than a dash.
    let waits = amount.is_zero() && measure == Measure::Granted && row.sums.applied.is_positive();
    let value = if waits { cx.t("overview-applied") } else { cx.text.money_thousands(amount) };
    Some(Tile {
        place: found.place,
        letters: found.letters,
        value,
        shade: classes.shade(amount),
        sentence: sentence(cx, row, measure),
    })
}

/// The tile in words: the measure first, then what else stands there.
fn sentence(cx: &Context<'_>, row: &AreaRow, measure: Measure) -> String {
    let said = |one: Measure| [cx.t(key(one)), cx.euro(row.sums.of(one))].join(" ");
    let others = Measure::ALL.into_iter().filter(|one| *one != measure);
    let more = others.filter(|one| !row.sums.of(*one).is_zero());
    let parts: Vec<String> = [measure].into_iter().chain(more).map(said).collect();
    let name = cx.recipient(row.recipient_type, &row.name);
    [name, parts.join(", ")].join(": ")
}

/// What has no tile, and the sum of both.
fn rest(ui: &mut Ui, cx: &Context<'_>, areas: &Areas, measure: Measure) {
    let (rest, total) = (areas.rest(measure), areas.total(measure));
    let count = areas.rest.iter().filter(|row| !row.sums.of(measure).is_zero()).count();
    let words =
        [("rest", cx.euro(rest)), ("tiles", cx.euro(total - rest)), ("total", cx.euro(total))];
    let count = i64::try_from(count).unwrap_or_default();
    card::dim(ui, &cx.text.count("overview-map-rest", count, &words));
    let words = [("count", cx.text.number(i64::try_from(areas.tiles.len()).unwrap_or_default()))];
    card::dim(ui, &cx.f("overview-map-territory", &words));
}
