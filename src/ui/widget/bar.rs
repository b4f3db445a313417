//! Stacked bars of stages, one below the other in the rhythm of a table.
//!
//! The figures of a row stand beside its bar and in its sentence: a bar only shows them. Lines part
//! its colours, and where the theme asks for it each part has a pattern of its own.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Color32, CornerRadius, CursorIcon, FontId, Id, Painter, Pos2, Rect, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::button::focus_ring;
use super::roving::{Place, Roving};
use super::{line, paint_line};

use crate::domain::Money;
use crate::report::bar::{Bar, Bars, LEFT, Left, Part};
use crate::ui::context::Context;
use crate::ui::theme::{SMALL, Tokens, TokensOf as _};
use crate::ui::widget::hint::Hint as _;

/// Its colour.
#[must_use]
pub const fn colour(part: Part, tokens: &Tokens) -> Color32 {
    match part {
        Part::Actual => tokens.paid,
        Part::Ordered => tokens.ordered,
        Part::Requested => tokens.requested,
        Part::Committed => tokens.committed,
        Part::Blocked => tokens.blocked,
    }
}

/// What one part of one bar says: of which bar it is, its part, and the words that are read.
type Said<'a> = &'a dyn Fn(usize, Part) -> String;

/// The lines in which the bars stand; nothing where one is out of sight.
pub type Lines<'a> = &'a [Option<Rect>];

/// Shows the bars, each in its line.
pub fn bars(ui: &Ui, lines: Lines<'_>, scene: &Bars) {
    for (_, place, bar) in places(lines, scene) {
        paint(ui, place, bar, scene.most);
    }
}

/// Shows the bars, with each part a link: one stop of the Tab key for all of them. Says which part
/// of which bar was pressed.
pub fn linked(
    ui: &Ui,
    (group, lines): (Id, Lines<'_>),
    scene: &Bars,
    said: Said<'_>,
) -> Option<(usize, Part)> {
    bars(ui, lines, scene);
    let mut all = Vec::new();
    for (index, place, bar) in places(lines, scene) {
        let row = u16::try_from(index).unwrap_or(u16::MAX);
        for (column, (part, place)) in (0_u16..).zip(parts(place, bar, scene.most)) {
            all.push((index, part, place, (column, row)));
        }
    }
    let stops: Vec<Place> = all.iter().map(|(.., place)| *place).collect();
    let mut roving = Roving::new(ui, group, &stops);
    let mut pressed = None;
    for (index, part, rect, place) in all {
        let response = ui.interact(rect, group.with(place), roving.sense(place));
        let words = said(index, part);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
        focus_ring(ui, &response, rect.expand(1.0), 2);
        roving.at(ui, &response, (place, &stops));
        if response.clicked() {
            pressed = Some((index, part));
        }
        response.on_hover_cursor(CursorIcon::PointingHand).hint(words);
    }
    roving.end(ui, |place| group.with(place));
    pressed
}

/// Which bar stands where.
fn places<'a>(lines: Lines<'a>, scene: &'a Bars) -> impl Iterator<Item = (usize, Rect, &'a Bar)> {
    let seen = lines.iter().zip(&scene.bars).enumerate();
    let seen = seen.filter_map(|(index, (line, bar))| Some((index, (*line)?, bar)));
    let place = |line: Rect| line.shrink2(vec2(0.0, line.height() * 0.14));
    seen.filter(|_| scene.most.is_positive())
        .map(move |(index, line, bar)| (index, place(line), bar))
}

/// The parts of a bar, from left to right.
fn parts(rect: Rect, bar: &Bar, most: Money) -> Vec<(Part, Rect)> {
    let place = |(part, from, until)| {
        let ends = along(rect, from, most)..=along(rect, until, most);
        (part, Rect::from_x_y_ranges(ends, rect.y_range()))
    };
    bar.spans().map(place).collect()
}

/// Where an amount lies along a bar.
fn along(rect: Rect, amount: Money, most: Money) -> f32 {
    rect.left() + rect.width() * (position(amount) / position(most)).min(1.0)
}

fn paint(ui: &Ui, rect: Rect, bar: &Bar, most: Money) {
    let tokens = ui.tokens();
    let x = |amount: Money| along(rect, amount, most);
    let whole = rect.with_max_x(x(bar.whole));
    // What nobody can grant any more stays blank.
    if bar.left == Left::Available {
        ui.painter().rect_filled(whole, CornerRadius::ZERO, tokens.available);
    }
    for (part, place) in parts(rect, bar, most) {
        fill(part, ui.painter(), tokens, place);
        if place.left() > rect.left() {
            let edge = Stroke::new(1.0, tokens.bar_line);
            ui.painter().vline(place.left(), rect.y_range(), edge);
        }
    }
    let taken = bar.taken();
    if taken.is_positive() && bar.whole > taken {
        ui.painter().vline(x(taken), rect.y_range(), Stroke::new(1.0, tokens.bar_line));
    }
    let edge = Stroke::new(tokens.border, tokens.line_field);
    ui.painter().rect_stroke(whole, CornerRadius::ZERO, edge, StrokeKind::Inside);
}

/// Fills a place with the part's colour and, where the theme asks for it, its pattern.
fn fill(part: Part, painter: &Painter, tokens: &Tokens, place: Rect) {
    painter.rect_filled(place, CornerRadius::ZERO, colour(part, tokens));
    if tokens.patterns {
        let stroke = Stroke::new(1.5, tokens.on(colour(part, tokens)));
        let painter = painter.with_clip_rect(place.intersect(painter.clip_rect()));
        for lean in leans(part) {
            hatch(&painter, place, *lean, stroke);
        }
    }
}

/// How the lines of its pattern lean: horizontal distance over the height.
const fn leans(part: Part) -> &'static [f32] {
    match part {
        Part::Actual => &[],
        Part::Ordered => &[1.0],
        Part::Requested => &[-1.0],
        Part::Committed => &[0.0],
        Part::Blocked => &[1.0, -1.0],
    }
}

/// Parallel lines over a place.
fn hatch(painter: &Painter, place: Rect, lean: f32, stroke: Stroke) {
    const STEP: f32 = 6.0;
    let shift = lean * place.height();
    let mut x = place.left() - shift.abs();
    while x < place.right() + shift.abs() {
        let foot: Pos2 = pos2(x, place.bottom());
        painter.line_segment([foot, pos2(x + shift, place.top())], stroke);
        x += STEP;
    }
}

/// A position on the axis; the only place where an amount becomes a floating-point number.
#[expect(clippy::cast_precision_loss, reason = "a position on the screen, never an amount")]
fn position(amount: Money) -> f32 {
    amount.cents().max(0) as f32
}

/// What a sign of the legend stands for.
#[derive(Clone, Copy)]
enum Sign {
    Part(Part),
    Left(Left),
}

/// What the colours and patterns mean; `over` says that a bar has a blank end, too.
pub fn legend(ui: &mut Ui, cx: &Context<'_>, over: bool) {
    let tokens = ui.tokens();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let parts = Part::ALL.map(Sign::Part).into_iter();
        let left = [Some(Left::Available), over.then_some(Left::Over)];
        for sign in parts.chain(left.into_iter().flatten().map(Sign::Left)) {
            let size = if tokens.patterns { vec2(24.0, 14.0) } else { vec2(11.0, 11.0) };
            let word = cx.t(match sign {
                Sign::Part(part) => part.key(),
                Sign::Left(Left::Available) => LEFT,
                Sign::Left(Left::Over) => "bar-over",
            });
            let font = FontId::proportional(SMALL);
            let words = line(ui, &word, font, tokens.dim, f32::INFINITY);
            // One thing of its row: a sign and its word are never torn apart.
            let both = vec2(size.x + 6.0 + words.size().x, size.y.max(words.size().y));
            let (place, response) = ui.allocate_exact_size(both, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &word));
            paint_line(ui, place, words, Align::Max);
            let rect =
                Rect::from_center_size(pos2(place.left() + size.x / 2.0, place.center().y), size);
            match sign {
                Sign::Part(part) => fill(part, ui.painter(), tokens, rect),
                Sign::Left(Left::Available) => {
                    ui.painter().rect_filled(rect, CornerRadius::ZERO, tokens.available);
                }
                Sign::Left(Left::Over) => {}
            }
            let edge = Stroke::new(1.0, tokens.line_field);
            ui.painter().rect_stroke(rect, CornerRadius::ZERO, edge, StrokeKind::Inside);
            ui.add_space(8.0);
        }
    });
}
