//! Sheets of what the recipient owes: claims, repayments, interest with its segments.

use super::{Content, booked, cash_reference, fact, revenue};
use crate::domain::body::{
    ClaimRaised, ClaimRepaid, InterestAssessed, InterestKind, LineAmount, UnusedReturned,
};
use crate::domain::interest::Interest;
use crate::domain::{Event, FiscalYear, Money};
use crate::report::claims::ground;
use crate::report::interest::{base_rates, begins, falls, interest_ground};
use crate::report::part::{
    day_count, figures_column, item, number, percentage_points, plain, segment_cells, sum, text,
    then, words, words_column,
};
use crate::report::{Block, Cell, Phrase, Row, Table};
use crate::store::view::SheetData;

/// *Erstattung*: how much, on what ground, of which payment, until when (*Annahmeanordnung*).
pub(super) fn claim(data: &SheetData, body: &ClaimRaised) -> Content {
    let mut facts = vec![
        fact(
            "claims-column-ground",
            body.ground.map_or(Cell::Nil, |of| ground(of, data.event.effective_on)),
        ),
        fact("sheet-reason", text(&body.reason)),
    ];
    facts.extend(payment(data.referred.as_ref()));
    facts.extend(body.legal_effect_on.map(|day| fact("sheet-legal-effect", Cell::Day(day))));
    facts.extend(body.eligible_cents.map(|amount| fact("sheet-new-eligible", plain(amount))));
    let (title, year) = (&body.line.title, body.line.fiscal_year);
    let (into, note) = if data.as_revenue {
        ("sheet-revenue-title-open", "sheet-note-claim-revenue")
    } else {
        ("sheet-revenue-title-later", "sheet-note-claim")
    };
    facts.extend(revenue(data, title, ("sheet-spent-year", year), into));
    facts.extend(cash_reference(data));
    Content {
        title: "sheet-claim",
        figures: vec![
            fact("claims-amount", plain(body.line.amount_cents)),
            fact("claims-column-due", Cell::Day(body.due_on)),
        ],
        facts,
        blocks: Vec::new(),
        note,
    }
}

/// *Rückzahlung*: taken off the expenditure of the open year, or revenue of a later one.
pub(super) fn repaid(data: &SheetData, body: &ClaimRepaid) -> Content {
    let mut facts = Vec::new();
    if let Some(claim) = &data.referred {
        facts.push(fact("sheet-claim-entry", number(claim.seq)));
        facts.push(fact("claims-column-on", Cell::Day(claim.effective_on)));
    }
    facts.extend(body.set_off.map(|seq| fact("sheet-set-off", number(seq))));
    credited(data, (&body.line, body.revenue_year), facts, "sheet-note-repayment")
}

/// *Rückgabe* of unused money: the same two ways, and the grant stays.
pub(super) fn returned(data: &SheetData, body: &UnusedReturned) -> Content {
    let mut facts = vec![fact("sheet-reason", text(&body.reason))];
    facts.extend(payment(data.referred.as_ref()));
    credited(data, (&body.line, body.revenue_year), facts, "sheet-note-unused")
}

/// A credit, with the note for one while the books are open.
fn credited(
    data: &SheetData,
    (line, revenue_year): (&LineAmount, Option<FiscalYear>),
    mut facts: Vec<super::Fact>,
    of_open_year: &'static str,
) -> Content {
    let (title, note) = match revenue_year {
        None => ("sheet-repayment", of_open_year),
        Some(_) => ("sheet-revenue", "sheet-note-revenue"),
    };
    match revenue_year {
        None => facts.extend(booked(data, &line.title, line.fiscal_year)),
        Some(year) => {
            let paid_in = ("sheet-spent-year", line.fiscal_year);
            facts.extend(revenue(data, &line.title, paid_in, "sheet-revenue-title-open"));
            facts.push(fact("sheet-revenue-year", Cell::Year(year)));
        }
    }
    facts.extend(cash_reference(data));
    Content {
        title,
        figures: vec![
            fact("sheet-amount-credited", plain(line.amount_cents)),
            fact("sheet-credited-on", Cell::Day(data.event.effective_on)),
        ],
        facts,
        blocks: Vec::new(),
        note,
    }
}

/// *Zinsbescheid*: what bears interest, by which rule, segment by segment.
pub(super) fn interest(data: &SheetData, body: &InterestAssessed) -> Content {
    let kind = match body.interest {
        InterestKind::Reclaim => "interest-kind-reclaim",
        InterestKind::Delay => "interest-kind-delay",
    };
    let mut facts = vec![
        fact("claims-column-kind", words(kind)),
        fact("claims-column-ground", interest_ground(body.interest, data.event.effective_on)),
        fact("claims-column-principal", plain(body.principal_cents)),
        fact("claims-column-from", Cell::Day(body.event_on)),
        fact("claims-column-until", Cell::Day(body.until)),
    ];
    let mut blocks = Vec::new();
    if let Some((arithmetic, terms)) = &data.interest {
        facts.push(fact("sheet-margin", percentage_points(terms.margin)));
        facts.push(fact("sheet-day-count", day_count(terms.day_count)));
        blocks.push(Block::Heading(Phrase::new("sheet-segments")));
        blocks.push(Block::Table(segments(arithmetic)));
        blocks.extend(base_rates(arithmetic, terms).into_iter().map(Block::Note));
        let rule = then(begins(terms.start_after_days), Phrase::new("interest-exact"));
        blocks.push(Block::Note(rule));
        blocks.extend(falls(arithmetic).into_iter().map(Block::Note));
    }
    let (title, year) = (&body.charge.title, body.charge.fiscal_year);
    facts.extend(revenue(data, title, ("sheet-revenue-year", year), "sheet-revenue-title-open"));
    facts.extend(cash_reference(data));
    Content {
        title: "sheet-interest",
        figures: vec![
            fact("claims-column-interest", plain(body.charge.amount_cents)),
            fact("claims-column-due", Cell::Day(body.due_on)),
        ],
        facts,
        blocks,
        note: "sheet-note-interest",
    }
}

fn payment(referred: Option<&Event>) -> Vec<super::Fact> {
    let Some(payment) = referred else { return Vec::new() };
    vec![
        fact("sheet-payment", number(payment.seq)),
        fact("statement-column-paid", Cell::Day(payment.effective_on)),
    ]
}

/// One line per segment; what rounding each of them leaves is a line of its own.
fn segments(interest: &Interest) -> Table {
    let row = |segment| item(segment_cells(segment));
    let mut rows: Vec<Row> = interest.segments.iter().map(row).collect();
    let closing = |key: &'static str, amount: Money| {
        let mut cells = vec![words(key)];
        cells.extend([const { Cell::Empty }; 5]);
        cells.push(plain(amount));
        cells
    };
    if !interest.rounding_difference.is_zero() {
        rows.push(item(closing("sheet-rounding", interest.rounding_difference)));
    }
    rows.push(sum(closing("report-sum", interest.total)));
    Table {
        caption: Phrase::new("sheet-segments"),
        columns: vec![
            words_column("sheet-segment-from", 5),
            words_column("sheet-segment-until", 5),
            figures_column("claims-column-principal", 6),
            figures_column("sheet-segment-rate", 4),
            figures_column("sheet-segment-days", 3),
            figures_column("sheet-segment-year", 4),
            figures_column("claims-column-interest", 5),
        ],
        rows,
    }
}
