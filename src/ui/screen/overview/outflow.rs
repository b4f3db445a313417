//! Cumulative outflow against plan: a diagram, or the same as a table.

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Align2, Layout, RichText, Sense, Stroke, Ui, Vec2b, WidgetInfo, vec2};
use egui_plot::{
    GridMark, HoverPosition, Line, LineStyle, MarkerShape, Plot, PlotPoint, PlotPoints, PlotUi,
    Points, Text, VLine,
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
use crate::ui::widget::link::Link;
use crate::ui::widget::table::{Cell, Column, Row, Table};

const HEIGHT: f32 = 264.0;

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
            lines(plot, cx, (outflow, scene), tokens);
            plot.pointer_coordinate().and_then(|at| read(at).0)
        });
    if let Some(day) = shown.inner.filter(|_| shown.response.clicked()) {
        cx.send(of_day(cx, day));
    }
    let words = [cx.t("overview-outflow"), sentence(cx, outflow)].join(": ");
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
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

fn lines(
    plot: &mut PlotUi<'_>,
    cx: &Context<'_>,
    (outflow, scene): (&Outflow, &Lines),
    tokens: &Tokens,
) {
    let kinds = [LineKind::Plan, LineKind::Forecast, LineKind::Actual];
    let names = kinds.map(|kind| cx.t(kind.key()));
    let now = (cx.as_of, outflow.actual_until(cx.as_of));
    let planned = points(scene.points(LineKind::Plan));
    let dashed = Line::new(names[0].clone(), planned)
        .stroke(Stroke::new(1.5, tokens.dim))
        .style(LineStyle::Dashed { length: 6.0 });
    plot.line(dashed);
    let forecast = scene.points(LineKind::Forecast);
    if let Some(last) = forecast.last().copied() {
        let dotted = Line::new(names[1].clone(), points(forecast))
            .stroke(Stroke::new(2.0, tokens.ordered))
            .style(LineStyle::Dotted { spacing: 5.0 });
        plot.line(dotted);
        // Below its line, where no words about what was paid stand, unless the axis is too near.
        let low = last.1.cents() < scene.most.cents() / 12;
        let side = if low { Align2::RIGHT_BOTTOM } else { Align2::RIGHT_TOP };
        label(plot, last, (side, &cx.t("overview-forecast")), tokens);
    }
    let paid = points(scene.points(LineKind::Actual));
    plot.line(Line::new(names[2].clone(), paid).stroke(Stroke::new(2.5, tokens.paid)));
    let point = Points::new(names[2].clone(), points(&[now]));
    plot.points(point.shape(MarkerShape::Circle).radius(4.0).color(tokens.paid));
    let late = Stroke::new(1.5, tokens.late.text);
    plot.vline(VLine::new(cx.t("as-of"), at(cx.as_of)).stroke(late).allow_hover(false));
    // Words stand on the side of the line where there is more room.
    let right = at(cx.as_of) < f64::midpoint(at(scene.from), at(scene.until)) + 200.0;
    let side = if right { Align2::LEFT_BOTTOM } else { Align2::RIGHT_BOTTOM };
    let amount = cx.f("overview-paid-by-now", &[("amount", cx.text.money_short(now.1))]);
    let lift = Money::from_cents(scene.most.cents() / 60);
    label(plot, (now.0, now.1 + lift), (side, &spaced(&amount)), tokens);
    // A little below the edge, where the accents of capital letters are not cut.
    let top = (cx.as_of, Money::from_cents(scene.most.cents() * 59 / 60));
    let side = if right { Align2::LEFT_TOP } else { Align2::RIGHT_TOP };
    let words = RichText::new(spaced(&cx.t("as-of"))).size(SMALL).color(tokens.late.text);
    let place = PlotPoint::new(at(top.0), height(top.1));
    plot.text(Text::new("", place, words).anchor(side).allow_hover(false));
    // Where the line of the Stichtag does not cross the words.
    let all = (scene.until - scene.from).num_days();
    let now = (cx.as_of - scene.from).num_days();
    let crossed = |percent: &i64| (all * (percent - 30)..=all * percent).contains(&(now * 100));
    let percent = [88, 50, 35].into_iter().find(|percent| !crossed(percent)).unwrap_or(88);
    let days = all * percent / 100;
    let day = scene.from + chrono::Days::new(u64::try_from(days).unwrap_or_default());
    let place = (day, outflow.planned_until(day) + lift);
    label(plot, place, (Align2::RIGHT_BOTTOM, &spaced(&names[0])), tokens);
}

/// Keeps words off the line beside which they stand.
fn spaced(words: &str) -> String {
    format!("\u{a0}{words}\u{a0}")
}

fn label(
    plot: &mut PlotUi<'_>,
    (day, amount): (Day, Money),
    (anchor, words): (Align2, &str),
    tokens: &Tokens,
) {
    let text = RichText::new(words).font(fonts::medium(SMALL)).color(tokens.text);
    let place = PlotPoint::new(at(day), height(amount));
    plot.text(Text::new("", place, text).anchor(anchor).allow_hover(false));
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
