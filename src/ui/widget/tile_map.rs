//! Tile maps: areas as equal tiles that lie to each other as on a map, coloured by a measure.
//!
//! One stop of the Tab key; the arrow keys move to the next tile in their direction, Enter chooses.
//! The value stands in the tile, so that the colour says nothing of its own.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Color32, CornerRadius, CursorIcon, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, vec2,
};

use super::button::focus_ring;
use super::roving::{Place, Roving};
use super::{line, paint_line};
use crate::report::chart::Shade;
use crate::ui::fonts;
use crate::ui::theme::{Tokens, TokensOf as _};
use crate::ui::widget::hint::Hint as _;

/// Colour of a tile.
#[must_use]
pub const fn ground(shade: Shade, tokens: &Tokens) -> Color32 {
    match shade {
        Shade::Empty => tokens.available,
        Shade::Low => tokens.committed,
        Shade::Middle => tokens.ordered,
        Shade::High => tokens.paid,
    }
}

/// A tile.
#[derive(Clone, Debug)]
pub struct Tile {
    /// Column and row.
    pub place: (u8, u8),
    /// A few letters that name it.
    pub letters: &'static str,
    /// The value, short.
    pub value: String,
    /// Class of the value.
    pub shade: Shade,
    /// The tile as a sentence.
    pub sentence: String,
}

const BETWEEN: f32 = 4.0;
const HEIGHT: f32 = 42.0;
const WIDEST: f32 = 96.0;

/// Shows the tiles of a grid of `columns` and rows; says which one was chosen.
pub fn tile_map(ui: &mut Ui, name: &str, grid: (u8, u8), tiles: &[Tile]) -> Option<usize> {
    let count = Vec2::new(f32::from(grid.0), f32::from(grid.1));
    let width = (ui.available_width() + BETWEEN) / count.x - BETWEEN;
    let size = vec2(width.min(WIDEST), HEIGHT);
    let whole = (size + Vec2::splat(BETWEEN)) * count - Vec2::splat(BETWEEN);
    let (area, group) = ui.allocate_exact_size(whole, Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
    let place = |tile: &Tile| (u16::from(tile.place.0), u16::from(tile.place.1));
    let places: Vec<Place> = tiles.iter().map(place).collect();
    let mut roving = Roving::new(ui, group.id, &places);
    let mut chosen = None;
    for (index, tile) in tiles.iter().enumerate() {
        let at = Vec2::new(f32::from(tile.place.0), f32::from(tile.place.1));
        let rect = Rect::from_min_size(area.min + (size + Vec2::splat(BETWEEN)) * at, size);
        let response = ui.interact(rect, group.id.with(place(tile)), roving.sense(place(tile)));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &tile.sentence));
        paint(ui, &response, rect, tile);
        roving.at(ui, &response, (place(tile), &places));
        if response.clicked() {
            chosen = Some(index);
        }
        response.on_hover_cursor(CursorIcon::PointingHand).hint(&tile.sentence);
    }
    roving.end(ui, |place| group.id.with(place));
    chosen
}

fn paint(ui: &Ui, response: &Response, rect: Rect, tile: &Tile) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    let tokens = ui.tokens();
    let ground = ground(tile.shade, tokens);
    let ink = tokens.on(ground);
    let edge = if response.hovered() { tokens.accent } else { tokens.line };
    let radius = CornerRadius::same(4);
    let width = if response.hovered() { 2.0 } else { 1.0 };
    ui.painter().rect(rect, radius, ground, Stroke::new(width, edge), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(7.0, 4.0));
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.5);
    let letters = line(ui, tile.letters, fonts::semibold(12.5), ink, top.width());
    paint_line(ui, top, letters, Align::Min);
    let value = line(ui, &tile.value, fonts::regular(12.0), ink, bottom.width() + 2.0);
    paint_line(ui, bottom, value, Align::Min);
    focus_ring(ui, response, rect.expand(1.0), 4);
}

/// What the colours mean: each class with its words.
pub fn legend(ui: &mut Ui, classes: &[(Shade, String)]) {
    let tokens = ui.tokens();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (shade, words) in classes {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 12.0), Sense::hover());
            let edge = Stroke::new(1.0, tokens.line_field);
            let radius = CornerRadius::same(2);
            let ground = ground(*shade, tokens);
            ui.painter().rect(rect, radius, ground, edge, StrokeKind::Inside);
            super::card::dim(ui, words);
            ui.add_space(8.0);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::roving::neighbour;
    use super::*;
    use crate::domain::{Day, territory};

    #[test]
    fn arrows_lead_to_the_neighbour_on_the_map_and_reach_every_tile() {
        let day = Day::from_ymd_opt(2020, 12, 31).expect("a day");
        let grid = |place: (u8, u8)| -> Place { (place.0.into(), place.1.into()) };
        let places: Vec<_> = territory::on(day).map(|found| grid(found.place)).collect();
        let at = |letters: &str| {
            let mut all = territory::ALL.iter();
            grid(all.find(|found| found.letters == letters).expect("a county").place)
        };
        let go = |from: &str, way: (i32, i32)| {
            let place = neighbour(at(from), way, &places)?;
            territory::ALL
                .iter()
                .find(|found| grid(found.place) == place)
                .map(|found| found.letters)
        };
        assert_eq!(go("EF", (1, 0)), Some("WE"));
        assert_eq!(go("EF", (0, -1)), Some("SÖM"));
        assert_eq!(go("SLF", (1, 0)), Some("SOK"));
        assert_eq!(go("GRZ", (0, -1)), Some("G"));
        assert_eq!(go("ABG", (1, 0)), None);
        let mut seen = vec![places[0]];
        let mut next = 0;
        while next < seen.len() {
            for way in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
                let found = neighbour(seen[next], way, &places);
                seen.extend(found.filter(|place| !seen.contains(place)));
            }
            next += 1;
        }
        assert_eq!(seen.len(), places.len());
    }
}
