//! Data sheets: what an order, a notice or a letter must say, from the entry that records it.
//!
//! A sheet is no order and no notice: the cash office pays, and letters are signed on paper. It
//! holds what is typed there, so that nothing is typed from memory.

mod amendment;
mod notice;
mod order;
mod owed;
mod relief;

use crate::domain::body::Deferral;
use crate::domain::recipient::official_name;
use crate::domain::{Body, Event, FiscalYear, Kind, Money, TitleKey};
use crate::report::part::{
    class, figures_column, item, number, plain, report, sum, text, title, words, words_column,
};
use crate::report::{Block, Cell, Phrase, Report, Row, Table};
use crate::store::view::{SheetData, SheetStep};

/// Label and value.
type Fact = (Phrase, Cell);

/// What the sheet of one kind adds: title, key figures, facts, further blocks, closing note.
struct Content {
    title: &'static str,
    figures: Vec<Fact>,
    facts: Vec<Fact>,
    blocks: Vec<Block>,
    note: &'static str,
}

/// True when entries of that kind have a data sheet; a check of a proof has one if a hearing
/// follows from it.
#[must_use]
pub const fn has_sheet(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::PaymentOrdered
            | Kind::HeldOrdered
            | Kind::PaymentRebooked
            | Kind::ClaimRaised
            | Kind::ClaimRepaid
            | Kind::UnusedReturned
            | Kind::InterestAssessed
            | Kind::GrantIssued
            | Kind::GrantIncreased
            | Kind::GrantReduced
            | Kind::GrantAmended
            | Kind::DueShifted
            | Kind::CommitmentRestored
            | Kind::ProofReminded
            | Kind::ClaimAnnulled
            | Kind::ClaimDeferred
            | Kind::ClaimWaived
            | Kind::InterestWaived
            | Kind::ProofChecked
    )
}

/// The data sheet of an entry; `None` when its kind has none.
#[must_use]
pub fn sheet(data: &SheetData) -> Option<Report> {
    let content = match &data.event.body {
        Body::PaymentOrdered(body) => {
            order::paid(data, "sheet-order", (&body.line, &body.payment_text))
        }
        Body::HeldOrdered(body) => {
            order::paid(data, "sheet-held-order", (&body.line, &body.payment_text))
        }
        Body::PaymentRebooked(body) => order::rebooked(data, body),
        Body::ClaimRaised(body) => owed::claim(data, body),
        Body::ClaimRepaid(body) => owed::repaid(data, body),
        Body::UnusedReturned(body) => owed::returned(data, body),
        Body::InterestAssessed(body) => owed::interest(data, body),
        Body::ClaimAnnulled(body) => relief::annulled(data, body),
        Body::ClaimDeferred(body) => relief::deferred(data, body),
        Body::ClaimWaived(body) => relief::waived(data, body),
        Body::InterestWaived(body) => relief::interest_waived(data, body),
        Body::GrantIssued(body) => notice::issued(data, body),
        Body::GrantIncreased(_)
        | Body::GrantReduced(_)
        | Body::GrantAmended(_)
        | Body::DueShifted(_)
        | Body::CommitmentRestored(_) => amendment::amended(data)?,
        Body::ProofReminded(body) => notice::reminded(data, body.until),
        Body::ProofChecked(body) => notice::hearing(data, body)?,
        _ => return None,
    };
    let mut blocks = taken_back(data);
    if !content.figures.is_empty() {
        blocks.push(Block::Figures(content.figures));
    }
    blocks.push(Block::Facts(whose(data)));
    if !content.facts.is_empty() {
        blocks.push(Block::Heading(Phrase::new("sheet-content")));
        blocks.push(Block::Facts(content.facts));
    }
    blocks.extend(content.blocks);
    blocks.push(Block::Heading(Phrase::new("sheet-steps")));
    blocks.push(Block::Table(steps(data)));
    blocks.push(Block::Note(Phrase::new(content.note)));
    let mut paper = report("sheet", Phrase::new(content.title), &data.frame, blocks);
    let own = (data.recipient.key.clone(), data.own_head.seq, data.own_head.hash);
    paper.basis.recipient_head = Some(own);
    Some(paper)
}

/// What took the entry back, before all else: nobody pays or writes from the sheet any more.
fn taken_back(data: &SheetData) -> Vec<Block> {
    let told = |event: &Event| {
        let key = match event.kind() {
            Kind::OrderCancelled => "sheet-cancelled",
            Kind::ClaimAnnulled => "sheet-annulled",
            _ => "sheet-corrected",
        };
        let told = Phrase::new(key)
            .with("number", number(event.seq))
            .with("day", Cell::Day(event.effective_on))
            .with("amount", event.body.amount().map_or(Cell::Nil, plain));
        Block::Paragraph(told)
    };
    data.taken_back.iter().map(told).collect()
}

/// Whom and which case it concerns.
fn whose(data: &SheetData) -> Vec<Fact> {
    let (row, event) = (&data.recipient, &data.event);
    let mut facts = vec![
        fact("sheet-recipient", text(official_name(row.recipient_type, &row.name))),
        fact("counties-column-key", text(row.key.as_str())),
    ];
    if let Some(grant) = event.body.grant() {
        facts.push(fact("file-number", text(grant.as_str())));
    }
    facts.push(fact("sheet-entry", number(event.seq)));
    facts.push(fact("sheet-day", Cell::Day(event.effective_on)));
    if !event.voucher.is_empty() {
        facts.push(fact("journal-column-voucher", text(&event.voucher)));
    }
    facts
}

fn steps(data: &SheetData) -> Table {
    let row = |step: &SheetStep| {
        let what = match step.manner {
            Some(Deferral::Deferred) => words("sheet-step-deferred"),
            Some(Deferral::Suspended) => words("sheet-step-suspended"),
            None => Cell::Kind(step.kind),
        };
        item(vec![what, Cell::Day(step.on), text(&step.person), number(step.seq)])
    };
    Table {
        caption: Phrase::new("sheet-steps"),
        columns: vec![
            words_column("journal-column-kind", 8),
            words_column("sheet-day", 4),
            words_column("journal-column-person", 6),
            words_column("sheet-entry", 4),
        ],
        rows: data.steps.iter().map(row).collect(),
    }
}

const fn fact(label: &'static str, value: Cell) -> Fact {
    (Phrase::new(label), value)
}

/// Where an amount is booked: year, title, its name and class.
fn booked(data: &SheetData, at: &TitleKey, year: FiscalYear) -> Vec<Fact> {
    named(
        data,
        at,
        vec![fact("sheet-year", Cell::Year(year)), fact("programme-column-title", text(title(at)))],
    )
}

/// From where the money was paid that comes back as revenue, or that bears interest; the title of
/// the revenue is for the order to name. The year is that of the expenditure, of interest that of
/// the revenue, as its label says.
fn revenue(
    data: &SheetData,
    at: &TitleKey,
    (label, year): (&'static str, FiscalYear),
    into: &'static str,
) -> Vec<Fact> {
    let mut facts = named(
        data,
        at,
        vec![fact(label, Cell::Year(year)), fact("sheet-spent-title", text(title(at)))],
    );
    facts.push(fact("sheet-revenue-title", words(into)));
    facts
}

/// *Kassenzeichen* of the grant, by which the cash office knows what comes in.
fn cash_reference(data: &SheetData) -> Option<Fact> {
    let grant = data.grant.as_ref().filter(|grant| !grant.cash_reference.is_empty())?;
    Some(fact("sheet-cash-reference", text(&grant.cash_reference)))
}

fn named(data: &SheetData, at: &TitleKey, mut facts: Vec<Fact>) -> Vec<Fact> {
    if let Some(row) = data.titles.iter().find(|row| row.title == *at) {
        facts.push(fact("sheet-title-name", text(&row.name)));
        facts.push(fact("sheet-class", class(row.investive)));
    }
    facts
}

/// Amounts by year and title, with their sum when there are several.
fn lines(caption: &'static str, lines: &[(Cell, &TitleKey, FiscalYear, Money)]) -> Table {
    let row = |(what, at, year, amount): &(Cell, &TitleKey, FiscalYear, Money)| {
        item(vec![what.clone(), Cell::Year(*year), text(title(at)), plain(*amount)])
    };
    let mut rows: Vec<Row> = lines.iter().map(row).collect();
    if lines.len() > 1 {
        let total = lines.iter().map(|(.., amount)| *amount).sum();
        rows.push(sum(vec![words("report-sum"), Cell::Empty, Cell::Empty, plain(total)]));
    }
    Table {
        caption: Phrase::new(caption),
        columns: vec![
            words_column("sheet-what", 6),
            words_column("sheet-year", 4),
            words_column("programme-column-title", 5),
            figures_column("amount", 5),
        ],
        rows,
    }
}
