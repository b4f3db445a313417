//! Cumulative outflow against plan: a diagram, or the same as a table.

mod words;

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Align2, Color32, FontId, Layout, Pos2, Rect, Sense, Stroke, Ui, Vec2, Vec2b, WidgetInfo,
    pos2, vec2,
};
use egui_plot::{
    GridMark, HoverPosition, Line, LineStyle, Plot, PlotPoint, PlotPoints, PlotTransform, PlotUi,
    VLine,
};

use crate::domain::{Day, Money, Stage};
use crate::report::chart::{LineKind, Lines};
use crate::store::view::{Outflow, Overview as Values};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::fonts;
use crate::ui::narrow;
use crate::ui::theme::{SMALL, Tokens, TokensOf as _};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::line;
use crate::ui::widget::link::Link;
use crate::ui::widget::table::{Cell, Column, Row, Table};
use words::Room;

const HEIGHT: f32 = 264.0;
/// Distance of words from what they are about, and half the width of the point of today.
const GAP: f32 = 4.0;
const POINT: f32 = 4.0;

/// Shows it; `as_table` is kept by the screen.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Values, as_table: &mut bool) {
    card::card(ui, |ui| {
        ui.horizontal(|ui| {
            card::heading(ui, &cx.t("overview-outflow"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let other = if *as_table { "overview-as-diagram" } else { "overview-as-table" };
                let words = cx.t(other);
                if Button::new(&words).bare().show(ui).clicked() {
                    *as_table = !*as_table;
                }
            });
        });
        let Some(scene) = Lines::outflow(&values.outflow, cx.as_of) else {
            card::empty(ui, &cx.t("overview-outflow-empty"));
            return;
        };
        if *as_table {
            table(ui, cx, &values.outflow, &scene);
        } else {
            diagram(ui, cx, &values.outflow, &scene);
        }
        card::dim(ui, &sentence(cx, &values.outflow));
        links(ui, cx, values);
    });
}

/// The figures behind the diagram, each leading to its bookings.
fn links(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    let day = cx.text.day(cx.as_of);
    let until = cx.f("list-to", &[("to", day)]);
    let all = [
        ("overview-actual", values.outflow.actual_until(cx.as_of), &Stage::ACTUAL[..]),
        ("screen-open", values.years.total.sums.open(), &Stage::OPEN[..]),
        ("screen-col-appropriated", super::volume(&values.years.total), &[Stage::Appropriated]),
    ];
    ui.horizontal_wrapped(|ui| {
        for (key, amount, stages) in all {
            card::dim(ui, &cx.t(key));
            let text = cx.euro(amount);
            let words = [("what", cx.t(key)), ("whose", until.clone()), ("amount", text.clone())];
            let said = cx.f("overview-behind", &words);
            let link = Link { align: Align::Min, ..Link::figure(&text, &said) };
            if link.show(ui).clicked() {
                cx.send(narrow::bookings_until(stages, cx.as_of));
            }
            ui.add_space(12.0);
        }
    });
}

/// A day as a position on the axis.
fn at(day: Day) -> f64 {
    f64::from(day.num_days_from_ce())
}

/// An amount as a position on the axis; never read back.
#[expect(clippy::cast_precision_loss, reason = "a position on the screen, never an amount")]
fn height(amount: Money) -> f64 {
    amount.cents() as f64
}

/// The day and the amount below a position, for what is said at the pointer.
#[expect(clippy::cast_possible_truncation, reason = "marks are whole days and cents")]
fn read(point: PlotPoint) -> (Option<Day>, Money) {
    let day = NaiveDate::from_num_days_from_ce_opt(point.x.round() as i32);
    (day, Money::from_cents(point.y.round() as i64))
}

fn points(pairs: &[(Day, Money)]) -> PlotPoints<'static> {
    pairs.iter().map(|(day, sum)| [at(*day), height(*sum)]).collect()
}

fn diagram(ui: &mut Ui, cx: &Context<'_>, outflow: &Outflow, scene: &Lines) {
    let tokens = ui.tokens();
    let inside = (at(scene.from)..=at(scene.until), 0.0..=height(scene.top) * 1.04);
    let years: Vec<i32> = scene.years().collect();
    let marks = marks(scene);
    let shown = Plot::new("outflow")
        .width(ui.available_width())
        .height(HEIGHT)
        .show_background(false)
        .show_grid([false, true])
        .grid_color(tokens.line)
        .grid_fade(0.0)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .auto_bounds(Vec2b::FALSE)
        .set_margin_fraction(vec2(0.0, 0.0))
        // The links below are its figures for the keyboard.
        .sense(Sense::CLICK)
        .y_axis_min_width(74.0)
        .x_grid_spacer(move |_| years.iter().copied().filter_map(middle).collect())
        .y_grid_spacer(move |_| marks.clone())
        .x_axis_formatter(|mark, _| {
            read(PlotPoint::new(mark.value, 0.0))
                .0
                .map(|day| day.year().to_string())
                .unwrap_or_default()
        })
        .y_axis_formatter(|mark, _| cx.text.money_mark(read(PlotPoint::new(0.0, mark.value)).1))
        .label_formatter(|position| told(cx, position))
        .show(ui, |plot| {
            plot.set_plot_bounds_x(inside.0.clone());
            plot.set_plot_bounds_y(inside.1.clone());
            lines(plot, cx, scene, tokens);
            plot.pointer_coordinate().and_then(|at| read(at).0)
        });
    words(ui, cx, (outflow, scene), &shown.transform);
    if let Some(day) = shown.inner.filter(|_| shown.response.clicked()) {
        cx.send(of_day(cx, day));
    }
    let said = [cx.t("overview-outflow"), sentence(cx, outflow)].join(": ");
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
}

/// To what was paid until a day; after the Stichtag, to what is still open.
fn of_day(cx: &Context<'_>, day: Day) -> Action {
    if day <= cx.as_of {
        narrow::bookings_until(&Stage::ACTUAL, day)
    } else {
        narrow::bookings_until(&Stage::OPEN, cx.as_of)
    }
}

/// The middle of a year, where its number stands.
fn middle(year: i32) -> Option<GridMark> {
    let day = NaiveDate::from_ymd_opt(year, 7, 2)?;
    Some(GridMark { value: at(day), step_size: 365.0 })
}

fn marks(scene: &Lines) -> Vec<GridMark> {
    let mark = |amount| GridMark { value: height(amount), step_size: height(scene.step) };
    scene.marks().into_iter().map(mark).collect()
}

/// What is said at the pointer: line, day and amount.
fn told(cx: &Context<'_>, position: &HoverPosition<'_>) -> Option<String> {
    let HoverPosition::NearDataPoint { plot_name, position, .. } = position else { return None };
    let (day, amount) = read(*position);
    let day = day.map(|day| cx.text.day(day)).unwrap_or_default();
    Some([(*plot_name).to_owned(), day, cx.euro(amount)].join("\n"))
}

fn lines(plot: &mut PlotUi<'_>, cx: &Context<'_>, scene: &Lines, tokens: &Tokens) {
    let name = |kind: LineKind| cx.t(kind.key());
    let planned = points(scene.points(LineKind::Plan));
    let dashed = Line::new(name(LineKind::Plan), planned)
        .stroke(Stroke::new(1.5, tokens.dim))
        .style(LineStyle::Dashed { length: 6.0 });
    plot.line(dashed);
    let dotted = Line::new(name(LineKind::Forecast), points(scene.points(LineKind::Forecast)))
        .stroke(Stroke::new(2.0, tokens.ordered))
        .style(LineStyle::Dotted { spacing: 5.0 });
    plot.line(dotted);
    // Painted below: where it steps, the corners of one long line would make it thicker.
    let paid = points(scene.points(LineKind::Actual));
    plot.line(Line::new(name(LineKind::Actual), paid).stroke(Stroke::new(0.0, tokens.paid)));
    let late = Stroke::new(1.5, tokens.late.text);
    plot.vline(VLine::new(cx.t("as-of"), at(cx.as_of)).stroke(late).allow_hover(false));
}

/// Paints what was paid, and the words of the diagram where nothing crosses them.
fn words(ui: &Ui, cx: &Context<'_>, (outflow, scene): (&Outflow, &Lines), plot: &PlotTransform) {
    let tokens = ui.tokens();
    let place =
        |(day, sum): (Day, Money)| plot.position_from_point(&PlotPoint::new(at(day), height(sum)));
    let corners = |kind| scene.points(kind).iter().copied().map(place).collect::<Vec<_>>();
    let frame = *plot.frame();
    let painter = ui.painter().with_clip_rect(frame.expand(4.0).intersect(ui.clip_rect()));
    let paid = corners(LineKind::Actual);
    for pair in paid.windows(2).filter(|pair| pair[0].distance_sq(pair[1]) > 0.0) {
        painter.line_segment([pair[0], pair[1]], Stroke::new(2.5, tokens.paid));
    }
    let now = place((cx.as_of, outflow.actual_until(cx.as_of)));
    painter.circle_filled(now, POINT, tokens.paid);
    let mut room = Room::new(frame);
    let (planned, ahead) = (corners(LineKind::Plan), corners(LineKind::Forecast));
    for line in [&planned, &ahead, &paid] {
        room.line(line);
    }
    room.line(&[pos2(now.x, frame.top()), pos2(now.x, frame.bottom())]);
    room.mark(Rect::from_center_size(now, Vec2::splat(2.0 * POINT)));
    let mut put = |words: &str, ink: Color32, font: FontId, wished: &[(Pos2, Align2)]| {
        let galley = line(ui, words, font, ink, f32::INFINITY);
        if let Some(place) = room.take(galley.size(), wished) {
            painter.galley(place.min, galley, ink);
        }
    };
    let plain = || fonts::medium(SMALL);
    let top = pos2(now.x, frame.top() + 2.0);
    let beside = vec2(GAP, 0.0);
    let sides = [(top + beside, Align2::LEFT_TOP), (top - beside, Align2::RIGHT_TOP)];
    put(&cx.t("as-of"), tokens.late.text, fonts::regular(SMALL), &sides);
    let paid_now = cx.text.money_short(outflow.actual_until(cx.as_of));
    let paid_now = cx.f("overview-paid-by-now", &[("amount", paid_now)]);
    put(&paid_now, tokens.text, plain(), &around(now));
    if let Some(end) = ahead.last() {
        put(&cx.t(LineKind::Forecast.key()), tokens.text, plain(), &along_end(*end, now));
    }
    let wished = [88, 70, 50, 35, 20].map(|percent| {
        let day = scene.day_at(percent);
        (place((day, outflow.planned_until(day))) - vec2(GAP, GAP), Align2::RIGHT_BOTTOM)
    });
    put(&cx.t(LineKind::Plan.key()), tokens.text, plain(), &wished);
}

/// Places beside a point, the nearest first; above it at the left no rising line is expected.
fn around(point: Pos2) -> Vec<(Pos2, Align2)> {
    let lifts = [GAP, 20.0, 36.0, 52.0];
    let both = |lift: f32| {
        [
            (point + vec2(-GAP, -lift), Align2::RIGHT_BOTTOM),
            (point + vec2(GAP, -lift), Align2::LEFT_BOTTOM),
        ]
    };
    let below = [(point + vec2(GAP, GAP), Align2::LEFT_TOP)];
    lifts.into_iter().flat_map(both).chain(below).collect()
}

/// Places below and above the end of a line that began there, and farther back along it.
fn along_end(end: Pos2, begin: Pos2) -> Vec<(Pos2, Align2)> {
    let shifts = [0.0, 0.25, 0.5].map(|share| end.lerp(begin, share));
    let both = |at: Pos2| {
        [
            (at + vec2(0.0, GAP), Align2::RIGHT_TOP),
            (at - vec2(0.0, GAP), Align2::RIGHT_BOTTOM),
            (at - vec2(0.0, 20.0), Align2::RIGHT_BOTTOM),
        ]
    };
    shifts.into_iter().flat_map(both).collect()
}

/// The Stichtag in words: plan, outflow, and what lies between.
fn sentence(cx: &Context<'_>, outflow: &Outflow) -> String {
    let (actual, planned) = (outflow.actual_until(cx.as_of), outflow.planned_until(cx.as_of));
    let gap = planned - actual;
    let values = [
        ("day", cx.text.day(cx.as_of)),
        ("actual", cx.euro(actual)),
        ("planned", cx.euro(planned)),
        ("gap", cx.euro(gap.abs())),
    ];
    let key = if gap.is_negative() { "overview-above-plan" } else { "overview-below-plan" };
    let mut sentences = vec![cx.f(key, &values)];
    let expected: Money = outflow.expected.iter().map(|quarter| quarter.amount).sum();
    if expected.is_positive() {
        sentences.push(cx.f("overview-forecast-note", &[("amount", cx.euro(expected))]));
    }
    sentences.join(" ")
}

/// Last days of the quarters, the Stichtag among them.
fn days(scene: &Lines, as_of: Day) -> Vec<Day> {
    let quarters = [(3, 31), (6, 30), (9, 30), (12, 31)];
    let mut days: Vec<Day> = scene
        .years()
        .flat_map(|year| {
            quarters
                .into_iter()
                .filter_map(move |(month, day)| NaiveDate::from_ymd_opt(year, month, day))
        })
        .chain([as_of])
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn table(ui: &mut Ui, cx: &Context<'_>, outflow: &Outflow, scene: &Lines) {
    let columns = vec![
        Column::text(cx.t("overview-until"), 120.0),
        Column::figure(cx.t("overview-plan"), 150.0),
        Column::figure(cx.t("overview-actual"), 150.0),
        Column::figure(cx.t("overview-forecast"), 170.0),
    ];
    let (days, ahead) = (days(scene, cx.as_of), outflow.forecast());
    let rows = Table::new("outflow", columns).choose(None).height(HEIGHT);
    let shown = rows.show(ui, days.len(), |index| {
        let day = days[index];
        let actual = (day <= cx.as_of).then(|| outflow.actual_until(day));
        let known = ahead.iter().rfind(|(until, _)| *until <= day).map(|(_, sum)| *sum);
        let forecast = known.filter(|_| actual.is_none());
        let plan = outflow.planned_until(day);
        let cell = |amount: Option<Money>| {
            amount.map_or(Cell::Dim("–".to_owned()), |amount| Cell::Text(cx.money(amount)))
        };
        let said = |key: &str, amount: Option<Money>| {
            amount.map(|amount| [cx.t(key), cx.euro(amount)].join(" "))
        };
        let mut words = vec![cx.text.day(day)];
        words.extend(said("overview-plan", Some(plan)));
        words.extend(said("overview-actual", actual));
        words.extend(said("overview-forecast", forecast));
        let name = if day == cx.as_of {
            Cell::Strong([cx.text.day(day), cx.t("as-of")].join(", "))
        } else {
            Cell::Text(cx.text.day(day))
        };
        let cells = vec![name, cell(Some(plan)), cell(actual), cell(forecast)];
        Row { cells, sentence: words.join(", ") }
    });
    if let Some(day) = shown.clicked.and_then(|index| days.get(index)) {
        cx.send(of_day(cx, *day));
    }
}
