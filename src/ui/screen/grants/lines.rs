//! Due lines of a grant: per year and title what is granted, paid and still open, as bars too.

use eframe::egui::Ui;

use crate::domain::{Money, Stage};
use crate::report::bar::{Bar, Bars};
use crate::store::view::{CasePage, GrantDetail, LineRow, PostingFilter, Sums};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::widget::bar;
use crate::ui::widget::table::{Cell, Column, Row, Shown, Table};

/// From these widths on there are bars, and the stages in between.
const WITH_BARS: f32 = 560.0;
const WITH_STAGES: f32 = 860.0;

/// The table.
pub fn show(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, page: Option<&CasePage>) {
    let width = ui.available_width();
    let (bars, stages) = (width > WITH_BARS, width > WITH_STAGES);
    let mut columns =
        vec![Column::fixed(cx.t("fiscal-year-short"), 56.0), Column::text(cx.t("title"), 130.0)];
    if bars {
        columns.push(Column::text(String::new(), 110.0));
    }
    columns.push(Column::figure(cx.t("screen-col-granted"), 110.0));
    if stages {
        columns.push(Column::figure(cx.t("screen-col-requested"), 106.0));
        columns.push(Column::figure(cx.t("screen-col-ordered"), 106.0));
    }
    columns.push(Column::figure(cx.t("screen-col-actual"), 110.0));
    columns.push(Column::figure(cx.t("screen-col-committed"), 108.0));
    let amounts = |granted: Money, sums: &Sums| {
        let mut amounts = vec![granted];
        if stages {
            // As words on a grant these are sums: what is paid was ordered, and requested before.
            let ordered = sums.actual() + sums.at(Stage::Ordered);
            amounts.extend([ordered + sums.at(Stage::Requested), ordered]);
        }
        amounts.extend([sums.actual(), sums.at(Stage::Committed)]);
        amounts.into_iter().map(|amount| Cell::Text(cx.money(amount)))
    };
    let mut total = vec![Cell::Empty, Cell::Text(cx.t("total"))];
    total.extend(bars.then_some(Cell::Empty));
    total.extend(amounts(detail.row.granted, &detail.row.sums));
    let sentence = [cx.t("total"), cx.euro(detail.row.granted)].join(", ");
    let rows = &detail.lines;
    let table = Table::new("lines", columns).tall().choose(None).sum(total, sentence);
    let row = |index: usize| {
        let row = &rows[index];
        let year = row.fiscal_year.0.to_string();
        let title = cx.text.title(&row.title);
        let kind = kind(cx, row, page);
        let words = [
            ("year", year.clone()),
            ("granted", cx.euro(row.granted)),
            ("actual", cx.euro(row.sums.actual())),
            ("open", cx.euro(row.sums.at(Stage::Committed))),
        ];
        let sentence = cx.f("screen-line-sentence", &words);
        let sentence = [sentence.as_str(), &title, &kind].join(", ");
        let mut cells = vec![Cell::Text(year), Cell::Two(title, kind)];
        cells.extend(bars.then_some(Cell::Empty));
        cells.extend(amounts(row.granted, &row.sums));
        Row { cells, sentence }
    };
    let shown = table.show_then(ui, rows.len(), row, |ui, shown| {
        if bars {
            paint_bars(ui, rows, shown);
        }
    });
    if bars {
        ui.add_space(6.0);
        bar::legend(ui, cx, false);
    }
    if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
        let behind = PostingFilter::default().of_grant(&detail.row.grant);
        let behind = behind.in_year(row.fiscal_year).of_title(&row.title);
        cx.send(Action::Go(Route::behind(behind)));
    }
}

/// A bar for each due line beside its title.
fn paint_bars(ui: &Ui, rows: &[LineRow], shown: &Shown) {
    let of = |row: &LineRow| Bar::new(row.title.as_str(), &row.sums, row.granted);
    let scene = Bars::new(rows.iter().map(of).collect());
    bar::bars(ui, &shown.column(2, rows.len()), &scene);
}

/// "investiv · VE 2020": what kind of title, and whose authority the due line uses.
fn kind(cx: &Context<'_>, row: &LineRow, page: Option<&CasePage>) -> String {
    let mut parts = vec![cx.text.investive(row.investive)];
    let key = (row.fiscal_year, row.title.clone());
    let years = page.and_then(|page| page.authority.get(&key)).map(Vec::as_slice);
    for year in years.unwrap_or_default() {
        parts.push(cx.f("detail-authority-of", &[("year", year.0.to_string())]));
    }
    parts.join(" · ")
}

/// The due lines in a few words: "2020 bis 2021, noch offen 1.200.000,00 €".
pub fn summary(cx: &Context<'_>, detail: &GrantDetail) -> String {
    let years = || detail.lines.iter().map(|line| line.fiscal_year.0);
    let (Some(first), Some(last)) = (years().min(), years().max()) else { return String::new() };
    let span = if first == last { first.to_string() } else { format!("{first}–{last}") };
    let open = cx.f("case-open-of", &[("amount", cx.euro(detail.row.sums.open()))]);
    [span, open].join(" · ")
}
