//! Draws and payments: each draw with all that followed, from attestation to return and repeat.

use eframe::egui::Ui;

use crate::domain::{Kind, Money, Seq};
use crate::store::view::{CaseEntry, CasePage, DrawChain, GrantDetail, MoveRow};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// So many rows are made whether or not they can be seen.
const FEW: usize = 60;

/// A row: the draw itself, or a step of it.
type Place = (usize, Option<usize>);

/// The chains, one below the other.
pub fn show(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail, page: Option<&CasePage>) {
    let Some(page) = page else {
        card::empty(ui, &cx.t("app-loading"));
        return;
    };
    if page.draws.is_empty() {
        card::empty(ui, &cx.t("screen-no-moves"));
        return;
    }
    let places: Vec<Place> = page
        .draws
        .iter()
        .enumerate()
        .flat_map(|(at, chain)| {
            std::iter::once((at, None))
                .chain((0..chain.steps.len()).map(move |step| (at, Some(step))))
        })
        .collect();
    let wide = ui.available_width() > 740.0;
    let mut columns = vec![
        Column::text(cx.t("case-col-step"), 220.0),
        Column::fixed(cx.t("screen-col-day"), 98.0),
    ];
    if wide {
        columns.push(Column::text(cx.t("person"), 96.0));
        columns.push(Column::text(cx.t("voucher"), 110.0));
    }
    columns.push(Column::figure(cx.t("screen-col-amount"), 112.0));
    columns.push(Column::fixed(cx.t("screen-col-state"), 132.0));
    let mut total = vec![Cell::Text(cx.t("screen-actual")), Cell::Empty];
    if wide {
        total.extend([Cell::Empty, Cell::Empty]);
    }
    let actual = detail.row.sums.actual();
    total.extend([Cell::Text(cx.money(actual)), Cell::Empty]);
    let sentence = [cx.t("screen-actual"), cx.euro(actual)].join(", ");
    let table = Table::new("draws", columns).narrowed(cx).choose(None).sum(total, sentence);
    // Few rows are as high as their words; of many only the visible ones are made.
    let table = if places.len() <= FEW { table.wrap() } else { table.tall() };
    let shown = table.show(ui, places.len(), |index| {
        let (at, step) = places[index];
        let chain = &page.draws[at];
        match step {
            None => draw(cx, detail, (page, chain), (at + 1, wide)),
            Some(step) => follow(cx, detail, (page, chain.steps[step]), wide),
        }
    });
    let Some((at, step)) = shown.clicked.and_then(|index| places.get(index)) else { return };
    let chain = &page.draws[*at];
    let entry = &page.entries[step.map_or(chain.draw, |step| chain.steps[step].1)];
    cx.send(Action::Go(Route::entry(entry.seq)));
}

fn moved(detail: &GrantDetail, seq: Seq) -> Option<&MoveRow> {
    detail.moves.iter().find(|row| row.seq == seq)
}

/// The head of a chain: which draw, of which due line, how much, and where it stands.
fn draw(
    cx: &Context<'_>,
    detail: &GrantDetail,
    (page, chain): (&CasePage, &DrawChain),
    (number, wide): (usize, bool),
) -> Row {
    let entry = &page.entries[chain.draw];
    let name = cx.f("detail-draw", &[("number", number.to_string())]);
    let name = if entry.kind == Kind::DrawRequested { name } else { cx.text.kind(entry.kind) };
    let line = moved(detail, entry.seq).map(|row| &row.line);
    let of = line.map_or_else(String::new, |line| {
        let title = cx.text.title_short(&line.title);
        let year = line.fiscal_year.0.to_string();
        [[cx.t("fiscal-year-short"), year].join(" "), title].join(" · ")
    });
    let (meaning, state) = state(cx, detail, (page, chain));
    let amount = entry.amount.unwrap_or_default();
    let day = cx.text.day(entry.effective_on);
    let person = person(cx, entry);
    let said = [&name, &of, &day, &cx.euro(amount), &person, &entry.voucher, &state];
    let sentence = joined(&said);
    let mut cells = vec![Cell::Two(name, of), Cell::Text(day)];
    if wide {
        cells.extend([Cell::Text(person), Cell::Dim(entry.voucher.clone())]);
    }
    cells.extend([Cell::Strong(cx.money(amount)), Cell::Chip(meaning, state)]);
    Row { cells, sentence }
}

/// A step of a chain, set in by how far it is away from the draw.
fn follow(
    cx: &Context<'_>,
    detail: &GrantDetail,
    (page, (depth, at)): (&CasePage, (u8, usize)),
    wide: bool,
) -> Row {
    let entry = &page.entries[at];
    let kind = cx.text.kind(entry.kind);
    let note = note(cx, detail, entry);
    let day = cx.text.day(entry.effective_on);
    let person = person(cx, entry);
    let amount = entry.amount.map(|amount| cx.money(amount)).unwrap_or_default();
    let sentence = joined(&[&kind, &day, &person, &entry.voucher, &amount, &note]);
    // A space that no line break takes away.
    let inset = "\u{a0}\u{a0}\u{a0}\u{a0}".repeat(usize::from(depth));
    let set_in = |text: &str| [inset.as_str(), text].concat();
    let below = if wide { note } else { joined(&[&person, &entry.voucher, &note]) };
    let kind = if below.is_empty() {
        Cell::Text(set_in(&kind))
    } else {
        Cell::Two(set_in(&kind), set_in(&below))
    };
    let mut cells = vec![kind, Cell::Text(day)];
    if wide {
        cells.extend([Cell::Text(person), Cell::Dim(entry.voucher.clone())]);
    }
    cells.extend([Cell::Text(amount), Cell::Empty]);
    Row { cells, sentence }
}

fn joined(parts: &[&String]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts.map(|part| part.as_str()).collect::<Vec<_>>().join(", ")
}

/// Name of who booked it, or the number when the name was erased.
fn person(cx: &Context<'_>, entry: &CaseEntry) -> String {
    super::entries::person(cx, entry)
}

/// What is to be known of a step beside who, when and how much.
fn note(cx: &Context<'_>, detail: &GrantDetail, entry: &CaseEntry) -> String {
    let row = moved(detail, entry.seq);
    let case = cx.data.case(&detail.row.grant);
    match entry.kind {
        Kind::ArithmeticAttested | Kind::FactuallyAttested => {
            let counts = case.is_none_or(|case| {
                case.attestations.iter().all(|found| found.seq != entry.seq || found.counts)
            });
            if counts { String::new() } else { cx.t("case-sent-back") }
        }
        Kind::PaymentOrdered => ordered(
            cx,
            detail,
            row,
            case.is_some_and(|case| case.handed_over.contains_key(&entry.seq)),
        ),
        Kind::PaymentConfirmed | Kind::HeldPaid => {
            let found = case.is_some_and(|case| case.reconciled.contains(&entry.seq));
            cx.t(if found { "case-reconciled" } else { "case-not-reconciled" })
        }
        Kind::PaymentRebooked => {
            row.and_then(|row| row.taken_from.as_ref()).map_or_else(String::new, |from| {
                let year = from.fiscal_year.0.to_string();
                cx.f("case-rebooked-from", &[("grant", from.grant.to_string()), ("year", year)])
            })
        }
        Kind::ClaimRepaid | Kind::UnusedReturned => {
            match row.map(|row| (row.set_off, row.revenue_year)) {
                Some((Some(seq), _)) => {
                    cx.f("case-set-off", &[("number", cx.text.entry_number(seq))])
                }
                Some((None, Some(year))) => {
                    cx.f("case-revenue-of", &[("year", year.0.to_string())])
                }
                Some((None, None)) => cx.t("case-lowers-actual"),
                None => String::new(),
            }
        }
        _ => String::new(),
    }
}

/// Milestone that an order is held against, its text, and whether the cash office has it.
fn ordered(
    cx: &Context<'_>,
    detail: &GrantDetail,
    row: Option<&MoveRow>,
    handed_over: bool,
) -> String {
    let key = row.and_then(|row| row.milestone.as_ref());
    let milestone = detail.milestones.iter().find(|found| Some(&found.milestone) == key);
    let milestone = milestone.map(|found| {
        cx.f("detail-for-milestone", &[("name", cx.text.note(&found.name).to_owned())])
    });
    let text = row.and_then(|row| row.payment_text.clone());
    let missing = (!handed_over).then(|| cx.t("case-not-handed-over"));
    [missing, milestone, text].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Where a draw stands: what it waits for, or how it ended.
fn state(
    cx: &Context<'_>,
    detail: &GrantDetail,
    (page, chain): (&CasePage, &DrawChain),
) -> (Meaning, String) {
    let draw = &page.entries[chain.draw];
    let steps = || chain.steps.iter().map(|(_, at)| &page.entries[*at]);
    let sum = |kinds: &[Kind]| -> Money {
        steps().filter(|step| kinds.contains(&step.kind)).filter_map(|step| step.amount).sum()
    };
    let waits =
        |entry: &CaseEntry| moved(detail, entry.seq).is_some_and(|row| row.left.is_positive());
    if steps().any(|step| step.kind == Kind::PaymentOrdered && waits(step)) {
        return (Meaning::Warn, cx.t("detail-draw-ordered"));
    }
    if draw.kind == Kind::DrawRequested && waits(draw) {
        let case = cx.data.case(&detail.row.grant);
        let all = case.is_some_and(|case| case.lacks(draw.seq).is_none());
        return (
            Meaning::Warn,
            cx.t(if all { "detail-draw-attested" } else { "detail-draw-open" }),
        );
    }
    let paid = sum(&[Kind::PaymentConfirmed, Kind::HeldPaid]) - sum(&[Kind::PaymentReturned]);
    if draw.kind == Kind::PaymentRebooked || paid.is_positive() {
        return (Meaning::Good, cx.t("detail-draw-paid"));
    }
    (Meaning::Quiet, cx.t("detail-draw-ended"))
}

/// The draws in a few words: "3 Abrufe, ausgezahlt 2.200.000,00 €".
pub fn summary(cx: &Context<'_>, detail: &GrantDetail, page: Option<&CasePage>) -> String {
    let count = page.map_or(0, |page| page.draws.len());
    let count = cx.text.count("detail-draws-count", i64::try_from(count).unwrap_or(0), &[]);
    let actual = cx.f("detail-actual-of", &[("amount", cx.euro(detail.row.sums.actual()))]);
    [count, actual].join(" · ")
}
