//! The fiscal years: where the money of each stands, as bar and as figures.

use eframe::egui::{Align, FontId, Sense, Ui, vec2};

use super::volume;
use crate::domain::availability::{Left, Standing};
use crate::domain::{FiscalYear, Money, Stage};
use crate::report::bar::{Bars, Left as Rest, Part};
use crate::store::view::{BalanceRow, Overview as Values, PostingFilter};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::narrow;
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::bar;
use crate::ui::widget::card;
use crate::ui::widget::link::Link;
use crate::ui::widget::roving::Roving;
use crate::ui::widget::table::{Cell, Column, Row, Shown, Table};
use crate::ui::widget::{line, paint_line};

/// The sum of a year: what is free stands apart from what is short and what is bound ahead.
fn left(values: &Values, row: &BalanceRow) -> Standing {
    let year = row.key.parse().map(FiscalYear);
    year.ok().and_then(|year| values.standing.get(&year).copied()).unwrap_or_default()
}

/// Over the years that are not over.
pub fn left_ahead(cx: &Context<'_>, values: &Values) -> Standing {
    let mut left = Left::default();
    for (year, standing) in &values.standing {
        left.add(*year, cx.as_of, *standing);
    }
    left.ahead
}

fn is_past(cx: &Context<'_>, row: &BalanceRow) -> bool {
    row.key.parse().map(FiscalYear).is_ok_and(|year| year.is_over(cx.as_of))
}

/// A column of figures: its head, its amount, and the stages behind it.
struct Figure {
    head: &'static str,
    width: f32,
    of: fn(&BalanceRow) -> Money,
    stages: &'static [Stage],
}

const APPROPRIATED: Figure = Figure {
    head: "screen-col-appropriated",
    width: 114.0,
    of: volume,
    stages: &[Stage::Appropriated],
};
const BESIDE: Figure = Figure {
    head: "screen-col-besides",
    width: 116.0,
    of: |row| row.sums.besides(),
    stages: &Stage::BESIDES,
};
const BLOCKED: Figure = Figure {
    head: "budget-col-blocked",
    width: 116.0,
    of: |row| row.sums.at(Stage::Blocked),
    stages: &[Stage::Blocked],
};
const ACTUAL: Figure = Figure {
    head: "screen-col-actual",
    width: 114.0,
    of: |row| row.sums.actual(),
    stages: &Stage::ACTUAL,
};
const OPEN: Figure = Figure {
    head: "screen-col-open",
    width: 106.0,
    of: |row| row.sums.open(),
    stages: &Stage::OPEN,
};

/// Width of the year, and of what is available.
const YEAR: f32 = 70.0;
const LEFT: f32 = 116.0;
/// A bar shorter than this says nothing.
const SHORTEST: f32 = 140.0;

/// True where bars stand under the figures, because there is no room for them beside.
fn apart(shown: &[Figure], room: f32) -> bool {
    let figures: f32 = shown.iter().map(|figure| figure.width).sum();
    room - figures - YEAR - LEFT < SHORTEST
}

/// The columns: the seldom ones only where they say something and there is room.
fn figures(rows: &[BalanceRow], room: f32) -> Vec<Figure> {
    let says = |figure: &Figure| rows.iter().any(|row| !(figure.of)(row).is_zero());
    let mut shown = vec![APPROPRIATED];
    shown.extend(Some(BESIDE).filter(|figure| room > 760.0 && says(figure)));
    shown.extend(Some(BLOCKED).filter(|figure| room > 880.0 && says(figure)));
    shown.extend([ACTUAL, OPEN]);
    shown
}

/// True where something that is not shown keeps a row from adding up.
fn hides(rows: &[BalanceRow], shown: &[Figure]) -> bool {
    [BESIDE, BLOCKED].iter().any(|figure| {
        let there = shown.iter().any(|other| other.head == figure.head);
        !there && rows.iter().any(|row| !(figure.of)(row).is_zero())
    })
}

/// The row in words.
fn sentence(cx: &Context<'_>, row: &BalanceRow, name: String, available: Money) -> String {
    let words = [
        ("name", name),
        ("appropriated", cx.euro(volume(row))),
        ("actual", cx.euro(row.sums.actual())),
        ("open", cx.euro(row.sums.open())),
        ("available", cx.euro(available)),
    ];
    // What a year that is over still holds can no longer be granted.
    cx.f(
        if is_past(cx, row) { "screen-year-over-sentence" } else { "screen-year-sentence" },
        &words,
    )
}

/// Shows the years.
pub fn show(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    card::titled(ui, &cx.t("screen-years"), |ui| {
        let rows = &values.years.rows;
        let shown = figures(rows, ui.available_width());
        let apart = apart(&shown, ui.available_width());
        let year = cx.t("screen-year");
        let mut columns = if apart {
            vec![Column::text(year, YEAR)]
        } else {
            vec![Column::fixed(year, YEAR), Column::text(String::new(), SHORTEST)]
        };
        let first = columns.len();
        columns.extend(shown.iter().map(|one| Column::figure(cx.t(one.head), one.width)));
        columns.push(Column::figure(cx.t("screen-col-available"), LEFT));
        let total = &values.years.total;
        let (name, free) = (cx.t("total"), left_ahead(cx, values).free);
        let table = Table::new("years", columns);
        let cells = |row: &BalanceRow, name: String, free: Money| {
            let mut cells = vec![Cell::Text(name)];
            cells.resize(first, Cell::Empty);
            let amounts = shown.iter().map(|figure| (figure.of)(row));
            cells.extend(amounts.map(|amount| Cell::Room(cx.money(amount))));
            // The sum is of what may still be granted: the line below the table names the rest.
            let past = is_past(cx, row) && !free.is_zero();
            cells.push(if past { Cell::Dim("–".to_owned()) } else { Cell::Room(cx.money(free)) });
            cells
        };
        let table = table.sum(cells(total, name.clone(), free), sentence(cx, total, name, free));
        let row = |at: usize| {
            let row: &BalanceRow = &rows[at];
            let free = left(values, row).free;
            let sentence = sentence(cx, row, row.key.clone(), free);
            Row { cells: cells(row, row.key.clone(), free), sentence }
        };
        table.show_then(ui, rows.len(), row, |ui, painted| {
            if !apart {
                bars(ui, cx, values, &painted.column(1, rows.len()));
            }
            links(ui, cx, (values, &shown), (painted, first));
        });
        ui.add_space(8.0);
        if apart {
            bars_apart(ui, cx, values);
        }
        let scene = Bars::of_years(rows, &values.standing, cx.as_of);
        bar::legend(ui, cx, scene.has_left(Rest::Over));
        if hides(rows, &shown) {
            card::dim(ui, &cx.t("screen-besides-note"));
        }
        remarks(ui, cx, values);
    });
}

fn bars(ui: &Ui, cx: &Context<'_>, values: &Values, lines: bar::Lines<'_>) {
    let rows = &values.years.rows;
    let scene = Bars::of_years(rows, &values.standing, cx.as_of);
    let said = |index: usize, part: Part| {
        let row = &rows[index];
        let (whose, amount) = (row.key.clone(), cx.euro(part.amount(&row.sums)));
        let words = [("what", cx.t(part.key())), ("whose", whose), ("amount", amount)];
        cx.f("overview-part", &words)
    };
    let group = ui.scope_id().with("year-bars");
    let pressed = bar::linked(ui, (group, lines), &scene, &said);
    if let Some((index, part)) = pressed {
        let filter = PostingFilter::at(part.stages());
        let year = rows[index].key.parse().map(FiscalYear);
        cx.send(narrow::bookings(year.map_or(filter.clone(), |year| filter.in_year(year))));
    }
}

/// The bars in lines of their own, each after its year.
fn bars_apart(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    const LINE: f32 = 24.0;
    let rows = &values.years.rows;
    let ink = ui.tokens().dim;
    let before = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let size = vec2(ui.available_width(), LINE);
        let (place, _) = ui.allocate_exact_size(size, Sense::hover());
        let name = place.with_max_x(place.left() + 48.0);
        let galley = line(ui, &row.key, FontId::proportional(SMALL), ink, name.width());
        paint_line(ui, name.translate(vec2(8.0, 0.0)), galley, Align::Min);
        lines.push(Some(place.with_min_x(name.right() + 4.0)));
    }
    bars(ui, cx, values, &lines);
    ui.spacing_mut().item_spacing.y = before;
    ui.add_space(4.0);
}

/// A figure that leads to the bookings behind it.
struct Behind {
    column: usize,
    row: usize,
    head: &'static str,
    amount: Money,
    to: Action,
}

/// The figures of a row, from left to right; of the sum where there is no year.
fn behind(
    cx: &Context<'_>,
    values: &Values,
    (shown, first): (&[Figure], usize),
    row: usize,
) -> Vec<Behind> {
    let year = values.years.rows.get(row);
    let of = year.unwrap_or(&values.years.total);
    let of_year = of.key.parse().map(FiscalYear).ok();
    let mut all = Vec::new();
    for (column, figure) in shown.iter().enumerate() {
        let filter = PostingFilter::at(figure.stages);
        let filter = match of_year {
            Some(of_year) => filter.in_year(of_year),
            None => filter,
        };
        let (head, amount, to) = (figure.head, (figure.of)(of), narrow::bookings(filter));
        all.push(Behind { column: column + first, row, head, amount, to });
    }
    let amount = year.map_or_else(|| left_ahead(cx, values), |row| left(values, row)).free;
    let to = of_year.map_or_else(|| narrow::available_from(cx.year()), narrow::available);
    if year.is_none_or(|row| !is_past(cx, row)) || amount.is_zero() {
        let head = "screen-col-available";
        all.push(Behind { column: shown.len() + first, row, head, amount, to });
    }
    all
}

/// Every figure as a link to the bookings behind it; one stop of the Tab key for all of them.
fn links(
    ui: &Ui,
    cx: &Context<'_>,
    (values, shown): (&Values, &[Figure]),
    (painted, first): (&Shown, usize),
) {
    let points = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let rows = 0..=values.years.rows.len();
    let all: Vec<_> = rows.flat_map(|row| behind(cx, values, (shown, first), row)).collect();
    let stop = |one: &Behind| (points(one.column), points(one.row));
    let stops: Vec<_> = all.iter().map(stop).collect();
    let group = ui.scope_id().with("year-figures");
    let mut roving = Roving::new(ui, group, &stops);
    for one in all {
        let Some(place) = painted.cell(one.row, one.column) else { continue };
        let year = values.years.rows.get(one.row);
        let name = year.map_or_else(|| cx.t("total"), |row| row.key.clone());
        let (text, what) = (cx.money(one.amount), cx.t(one.head));
        let words = [("what", what), ("whose", name), ("amount", cx.euro(one.amount))];
        let said = cx.f("overview-behind", &words);
        let link = Link { strong: year.is_none(), ..Link::figure(&text, &said) };
        let response = link.at(ui, place, (group.with(stop(&one)), roving.sense(stop(&one))));
        roving.at(ui, &response, (stop(&one), &stops));
        if response.clicked() {
            cx.send(one.to);
        }
    }
    roving.end(ui, |place| group.with(place));
}

/// What the figures alone would hide: years that are over, shortfalls, what is bound ahead.
fn remarks(ui: &mut Ui, cx: &Context<'_>, values: &Values) {
    let tokens = ui.tokens();
    let small = |words: String| eframe::egui::RichText::new(words).size(SMALL);
    let rows = &values.years.rows;
    for row in rows {
        let standing = left(values, row);
        let words = |amount: Money| [("year", row.key.clone()), ("amount", cx.euro(amount))];
        if is_past(cx, row) && !standing.free.is_zero() {
            let words = cx.f("screen-past-note", &words(standing.free));
            let colour = Some(tokens.warn.text);
            let past =
                Link { text: &words, name: &words, align: Align::Min, strong: false, colour };
            if past.show(ui).clicked() {
                cx.send(narrow::rest(row.key.parse().map_or(cx.year(), FiscalYear)));
            }
        }
        if standing.short.is_positive() {
            let words = cx.f("screen-short-note", &words(standing.short));
            ui.label(small(words).color(tokens.late.text));
        }
        if standing.prebound.is_positive() {
            ui.label(small(cx.f("screen-prebound-note", &words(standing.prebound))));
        }
    }
}
