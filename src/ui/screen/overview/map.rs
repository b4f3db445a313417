//! Amounts by county, as a map of equal tiles.

use eframe::egui::{Align, ComboBox, Layout, Ui};

use crate::report::chart::{self, Shade, Tiles, measure_key as key};
use crate::store::view::{AreaRow, Areas, Measure, Overview as Values};
use crate::ui::context::Context;
use crate::ui::narrow;
use crate::ui::widget::button::open_by_key;
use crate::ui::widget::link::link;
use crate::ui::widget::options::{self, Start};
use crate::ui::widget::tile_map::{Tile, legend, tile_map};
use crate::ui::widget::{card, explain_chosen};

/// Shows it; `measure` is kept by the screen.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Values, measure: &mut Measure) {
    card::card(ui, |ui| {
        let areas = &values.areas;
        ui.horizontal(|ui| {
            card::heading(ui, &cx.t("overview-map"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| choose(ui, cx, measure));
        });
        ui.add_space(2.0);
        let scene = Tiles::of(areas, *measure);
        let pairs = areas.tiles.iter().zip(&scene.tiles);
        let tiles: Vec<Tile> = pairs.map(|(row, own)| tile(cx, row, own, *measure)).collect();
        let count = cx.text.number(i64::try_from(tiles.len()).unwrap_or_default());
        let words = [("count", count), ("measure", cx.t(key(*measure)))];
        let name = cx.f("overview-map-name", &words);
        if let Some(row) =
            tile_map(ui, &name, scene.grid, &tiles).and_then(|index| areas.tiles.get(index))
        {
            cx.send(narrow::tile(&row.key, *measure));
        }
        ui.add_space(2.0);
        legend(ui, &classes(cx, &scene));
        rest(ui, cx, areas, *measure);
    });
}

fn choose(ui: &mut Ui, cx: &Context<'_>, measure: &mut Measure) {
    let words = cx.t(key(*measure));
    let shown = ComboBox::from_id_salt("map-measure")
        .selected_text(words.as_str())
        .width(190.0)
        .wrap()
        .show_ui(ui, |ui| {
            let at = Measure::ALL.iter().position(|one| *one == *measure).unwrap_or_default();
            let rows = Measure::ALL.map(|one| {
                let row = ui.selectable_value(measure, one, cx.t(key(one)));
                if row.clicked() {
                    ui.close();
                }
                row
            });
            options::lead(ui, ui.scope_id(), &rows, Start::At(at));
        });
    open_by_key(ui, &shown.response, shown.inner.is_some());
    explain_chosen(ui, shown.response, &words).accessible_name(cx.t("overview-measure"));
}

/// What the shades mean.
fn classes(cx: &Context<'_>, scene: &Tiles) -> Vec<(Shade, String)> {
    let words = |shade| {
        let (key, amount) = scene.class(shade);
        (shade, cx.f(key, &[("amount", cx.text.money_thousands(amount))]))
    };
    Shade::ALL.into_iter().map(words).collect()
}

/// A tile of the map, with all that is said about it.
fn tile(cx: &Context<'_>, row: &AreaRow, own: &chart::Tile, measure: Measure) -> Tile {
    // Where nothing is granted yet, an application that waits says more than a dash.
    let value =
        if own.waits { cx.t("overview-applied") } else { cx.text.money_thousands(own.amount) };
    Tile {
        place: own.place,
        letters: own.letters,
        value,
        shade: own.shade,
        sentence: sentence(cx, row, measure),
    }
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
    let said = cx.text.count("overview-map-rest", count, &words);
    if count == 0 {
        card::dim(ui, &said);
    } else {
        if link(ui, &said).clicked() {
            cx.send(narrow::without_tile());
        }
        card::dim(ui, &cx.f("overview-map-sum", &words));
    }
    let words = [("count", cx.text.number(i64::try_from(areas.tiles.len()).unwrap_or_default()))];
    card::dim(ui, &cx.f("overview-map-territory", &words));
}
