//! The table of titles in fiscal years, with a sum per year and one over all years.

use eframe::egui::{RichText, Ui};

use super::{is_past, nil};
use crate::domain::availability::{Left, Standing};
use crate::domain::{FiscalYear, Money, Stage, TitleKey};
use crate::store::view::{Budget, BudgetRow};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::narrow::Narrowed;
use crate::ui::route::Route;
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// A column of figures: its head, its amount, and whether it is left out while it is empty.
struct Figure {
    head: &'static str,
    of: fn(&BudgetRow) -> Money,
    seldom: bool,
}

const fn always(head: &'static str, of: fn(&BudgetRow) -> Money) -> Figure {
    Figure { head, of, seldom: false }
}

const fn seldom(head: &'static str, of: fn(&BudgetRow) -> Money) -> Figure {
    Figure { head, of, seldom: true }
}

const FIGURES: [Figure; 11] = [
    always("budget-col-appropriation", |row| row.appropriation),
    seldom("budget-col-supplement", |row| row.supplement),
    seldom("budget-col-exceeded", |row| row.sums.at(Stage::Exceeded)),
    seldom("budget-col-cover", BudgetRow::cover),
    seldom("budget-col-carried-in", |row| row.sums.at(Stage::CarriedIn)),
    seldom("budget-col-charged", |row| row.sums.at(Stage::RestCharged)),
    seldom("budget-col-blocked", |row| row.sums.at(Stage::Blocked)),
    always("budget-col-actual", |row| row.sums.actual()),
    always("budget-col-open", |row| row.sums.open()),
    seldom("budget-col-carried-out", |row| row.sums.at(Stage::CarriedOut)),
    seldom("budget-col-lapsed", |row| row.sums.at(Stage::Lapsed)),
];

const YEAR: f32 = 56.0;
const TITLE: f32 = 230.0;
const HINT: f32 = 156.0;
const AMOUNT: f32 = 112.0;

/// A row of the table: a title in a year, or the sum of a year below its titles.
enum Line<'a> {
    Title(&'a BudgetRow),
    Sum(BudgetRow),
}

/// The rows in their order, the sum of each year behind its titles.
fn lines<'a>(rows: &[&'a BudgetRow]) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for of_one in rows.chunk_by(|one, next| one.year == next.year) {
        lines.extend(of_one.iter().copied().map(Line::Title));
        let sum = of_year(of_one, of_one[0].year);
        lines.extend(sum.sums.has_money().then_some(Line::Sum(sum)));
    }
    lines
}

/// Shows it; a row leads to what is behind it.
pub fn show(
    ui: &mut Ui,
    cx: &Context<'_>,
    budget: &Budget,
    (chosen, narrowed): (Option<&(TitleKey, FiscalYear)>, &Narrowed),
) {
    let holds = |row: &&BudgetRow| narrowed.holds_title(&row.title, row.year);
    let rows: Vec<&BudgetRow> = budget.rows.iter().filter(holds).collect();
    if rows.is_empty() {
        card::empty(ui, &cx.t("budget-no-rows"));
        return;
    }
    let figures = figures(ui, &rows);
    let hints = has_hints(ui, &figures, &rows);
    // What is cut off here is the hint, always the last.
    let whole = |mut cells: Vec<Cell>| {
        cells.truncate(cells.len() - usize::from(!hints));
        cells
    };
    let is_chosen = |row: &BudgetRow| {
        chosen.is_some_and(|(title, year)| *title == row.title && *year == row.year)
    };
    let lines = lines(&rows);
    let place = lines.iter().position(|line| matches!(line, Line::Title(row) if is_chosen(row)));
    // What tells two titles apart stands at their end.
    let mut columns = columns(cx, &figures);
    columns.truncate(columns.len() - usize::from(!hints));
    let table = Table::new("rows", columns).narrowed(cx).wrap().choose(place);
    let (sum, said) = total(cx, &figures, &rows);
    let shown = table.sum(whole(sum), said).show(ui, lines.len(), |index| {
        let row = match &lines[index] {
            Line::Title(row) => *row,
            Line::Sum(sum) => {
                let row = sum_of_year(cx, &figures, sum);
                return Row { cells: whole(row.cells), ..row };
            }
        };
        let past = is_past(cx, row.year);
        let (year, title) = (row.year.0.to_string(), cx.text.title_short(&row.title));
        let known = budget.titles.iter().find(|known| known.title == row.title);
        let class = known.map(|known| cx.text.investive(known.investive));
        let title = [Some(title), class].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let first = vec![Cell::Text(year.clone()), Cell::Text(title.clone())];
        let name = [year, title].join(", ");
        let (mut cells, sentence) = cells(cx, &figures, row, first, (name, past));
        cells.push(hint(cx, row, past));
        Row { cells: whole(cells), sentence }
    });
    ui.add_space(4.0);
    notes(ui, cx, &rows);
    if let Some(Line::Title(row)) = shown.clicked.and_then(|index| lines.get(index)) {
        let key = (row.title.clone(), row.year);
        cx.send(Action::Go(Route::Budget((Some(&key) != chosen).then_some(key))));
    }
}

/// What was voted, where it is, and last what is left, as the overview has it.
fn columns(cx: &Context<'_>, figures: &[&Figure]) -> Vec<Column> {
    let mut columns =
        vec![Column::fixed(cx.t("screen-year"), YEAR), Column::text(cx.t("title"), TITLE)];
    columns.extend(figures.iter().map(|figure| Column::figure(cx.t(figure.head), AMOUNT)));
    columns.push(Column::figure(cx.t("screen-col-available"), AMOUNT + 4.0));
    columns.push(Column::figure(cx.t("budget-col-past"), AMOUNT + 44.0));
    columns.push(Column::fixed(cx.t("budget-col-hint"), HINT));
    columns
}

/// True where the column of hints has room, or says more than the heads of the figures do.
fn has_hints(ui: &Ui, figures: &[&Figure], rows: &[&BudgetRow]) -> bool {
    let amounts: f32 = figures.iter().map(|_| AMOUNT).sum();
    let all = amounts + YEAR + TITLE * 0.6 + 2.0 * AMOUNT + 48.0 + HINT;
    let says =
        |row: &&BudgetRow| row.standing.short.is_positive() || row.standing.prebound.is_positive();
    all <= ui.available_width() || rows.iter().any(says)
}

/// All columns where there is room; else those that say something.
fn figures(ui: &Ui, rows: &[&BudgetRow]) -> Vec<&'static Figure> {
    let others = YEAR + TITLE + HINT + 2.0 * AMOUNT + 48.0;
    let all: f32 = others + FIGURES.iter().map(|_| AMOUNT).sum::<f32>();
    let room = all <= ui.available_width();
    let says = |figure: &&Figure| {
        room || !figure.seldom || rows.iter().any(|row| !(figure.of)(row).is_zero())
    };
    FIGURES.iter().filter(says).collect()
}

fn of_year(rows: &[&BudgetRow], year: FiscalYear) -> BudgetRow {
    let mut sum = BudgetRow { year, ..BudgetRow::default() };
    for row in rows.iter().filter(|row| row.year == year) {
        sum.add(row);
    }
    sum
}

/// What is to be said of what stands available, in words.
fn hint(cx: &Context<'_>, row: &BudgetRow, past: bool) -> Cell {
    let Standing { free, prebound, short } = row.standing;
    if short.is_positive() {
        Cell::Chip(Meaning::Late, cx.t("budget-short"))
    } else if prebound.is_positive() {
        Cell::Chip(Meaning::Quiet, cx.t("budget-col-prebound"))
    } else if past && free.is_positive() {
        Cell::Chip(Meaning::Warn, cx.t("budget-rest-open"))
    } else {
        Cell::Empty
    }
}

/// The row's figures and the sentence that names those that are not zero.
fn cells(
    cx: &Context<'_>,
    figures: &[&Figure],
    row: &BudgetRow,
    mut cells: Vec<Cell>,
    (name, past): (String, bool),
) -> (Vec<Cell>, String) {
    let Standing { free, prebound, short } = row.standing;
    let left = free - prebound - short;
    let written =
        if left.is_negative() { Cell::Warn(cx.money(left)) } else { Cell::Text(cx.money(left)) };
    let mut said = Vec::new();
    for figure in figures {
        let amount = (figure.of)(row);
        cells.push(Cell::Text(cx.money(amount)));
        if !figure.seldom || !amount.is_zero() {
            said.push([cx.t(figure.head), cx.euro(amount)].join(" "));
        }
    }
    cells.extend(if past { [nil(), written] } else { [written, nil()] });
    if short.is_positive() {
        said.push(cx.f("budget-short-of", &[("amount", cx.euro(short))]));
    }
    if prebound.is_positive() {
        said.push(cx.f("budget-prebound", &[("amount", cx.euro(prebound))]));
    }
    if short.is_zero() && prebound.is_zero() {
        let key = if past { "budget-rest-open-of" } else { "budget-available-of" };
        said.push(cx.f(key, &[("amount", cx.euro(free))]));
    }
    (cells, format!("{name}: {}", said.join(", ")))
}

/// The sum of a year: what is free, without what other titles are short of.
fn sum_cells(
    cx: &Context<'_>,
    figures: &[&Figure],
    sum: &BudgetRow,
    name: String,
    past: bool,
) -> (Vec<Cell>, String) {
    let first = vec![Cell::Empty, Cell::Text(name.clone())];
    let (mut cells, sentence) = cells(cx, figures, sum, first, (name, past));
    let last = cells.len() - 1;
    cells[if past { last } else { last - 1 }] = Cell::Text(cx.money(sum.standing.free));
    cells.push(Cell::Empty);
    (cells, sentence)
}

/// The sum of a year among the rows: it stands out, and leads nowhere.
fn sum_of_year(cx: &Context<'_>, figures: &[&Figure], sum: &BudgetRow) -> Row {
    let name = cx.f("budget-sum-of", &[("year", sum.year.0.to_string())]);
    let (cells, sentence) = sum_cells(cx, figures, sum, name, is_past(cx, sum.year));
    let strong = |cell| match cell {
        Cell::Text(text) => Cell::Strong(text),
        other => other,
    };
    Row { cells: cells.into_iter().map(strong).collect(), sentence }
}

/// Over all years: remainders that stay in the programme cancel out, past years stand apart.
fn total(cx: &Context<'_>, figures: &[&Figure], rows: &[&BudgetRow]) -> (Vec<Cell>, String) {
    let mut all = BudgetRow::default();
    let mut left = Left::default();
    for row in rows {
        all.add(row);
        left.add(row.year, cx.as_of, row.standing);
    }
    let moved = all.sums.at(Stage::CarriedOut) - all.sums.at(Stage::CarriedIn);
    all.sums.0.insert(Stage::CarriedOut, moved.max(Money::ZERO));
    all.sums.0.insert(Stage::CarriedIn, (-moved).max(Money::ZERO));
    all.standing = left.ahead;
    let name = cx.t("total");
    let (mut cells, mut sentence) = sum_cells(cx, figures, &all, name, false);
    // Behind it stands the column of hints.
    let past = cells.len() - 2;
    cells[past] = Cell::Text(cx.money(left.past.free));
    let open = cx.f("budget-rest-open-of", &[("amount", cx.euro(left.past.free))]);
    sentence = [sentence, open].join(", ");
    (cells, sentence)
}

/// What is short, what the years that are over left, and how a row adds up.
fn notes(ui: &mut Ui, cx: &Context<'_>, rows: &[&BudgetRow]) {
    let tokens = ui.tokens();
    for row in rows {
        let values = |amount: Money| {
            [
                ("title", cx.text.title_short(&row.title)),
                ("year", row.year.0.to_string()),
                ("amount", cx.euro(amount)),
            ]
        };
        if row.standing.short.is_positive() {
            let words = cx.f("budget-short-note", &values(row.standing.short));
            ui.label(RichText::new(words).size(SMALL).color(tokens.late.text));
        }
    }
    let past: Vec<FiscalYear> = {
        let open = |row: &&BudgetRow| is_past(cx, row.year) && row.standing.free.is_positive();
        let mut years: Vec<_> = rows.iter().copied().filter(open).map(|row| row.year).collect();
        years.dedup();
        years
    };
    for year in past {
        let amount = of_year(rows, year).standing.free;
        let values = [("year", year.0.to_string()), ("amount", cx.euro(amount))];
        let words = cx.f("budget-past-note", &values);
        ui.label(RichText::new(words).size(SMALL).color(tokens.warn.text));
    }
    let replaced: Money = rows.iter().map(|row| row.replaced).sum();
    if !replaced.is_zero() {
        card::dim(ui, &cx.f("budget-replaced-note", &[("amount", cx.euro(replaced))]));
    }
    card::dim(ui, &cx.t("budget-identity"));
}
