//! Payments of a grant with running total; returns and repayments are negative lines of their
//! own.

use std::collections::BTreeMap;

use crate::domain::body::LineAmount;
use crate::domain::{FileNumber, FiscalYear, Kind, Money, Seq, TitleKey};
use crate::report::part::{
    class, count, figures_column, item, sum, text, title, words, words_column,
};
use crate::report::{Cell, Column, Phrase, Row, Table};
use crate::store::view::{GrantDetail, MoveRow};

/// The table, of all fiscal years or of one, or `None` when nothing was paid.
pub fn table(grant: &GrantDetail, year: Option<FiscalYear>) -> Option<Table> {
    let mut moves = cash_moves(grant);
    moves.retain(|step| year.is_none_or(|year| step.line.fiscal_year == year));
    if moves.is_empty() {
        return None;
    }
    let classes: BTreeMap<&TitleKey, bool> =
        grant.lines.iter().map(|line| (&line.title, line.investive)).collect();
    let lines = Lines { grant, moves: &moves, classes };
    let mut rows = Vec::new();
    let mut running = Money::ZERO;
    for (place, step) in moves.iter().enumerate() {
        running += step.amount;
        rows.push(lines.row(place, step, running));
    }
    let returned = moves
        .iter()
        .any(|step| step.amount.is_negative() && step.booked.kind != Kind::PaymentRebooked);
    let label = if returned { "statement-payments-net" } else { "statement-payments-sum" };
    let mut cells = vec![words(label)];
    cells.extend([const { Cell::Empty }; 5]);
    cells.extend([Cell::Money(running, None), Cell::Empty]);
    rows.push(sum(cells));
    let number = text(grant.row.grant.as_str());
    let caption = Phrase::new("statement-payments-caption").with("grant", number);
    Some(Table { caption, columns: columns(), rows })
}

fn columns() -> Vec<Column> {
    vec![
        words_column("statement-column-number", 1),
        words_column("claims-column-year", 2),
        words_column("statement-column-ordered", 4),
        words_column("statement-column-paid", 4),
        words_column("statement-column-class", 4),
        words_column("statement-column-text", 14),
        figures_column("amount", 5),
        figures_column("statement-column-running", 5),
    ]
}

/// What a booking does to one due line of the grant.
struct Step<'a> {
    booked: &'a MoveRow,
    line: &'a LineAmount,
    amount: Money,
}

/// What went out to the recipient and came back, by the day of the cash office.
fn cash_moves(grant: &GrantDetail) -> Vec<Step<'_>> {
    let mut moves: Vec<&MoveRow> = grant.moves.iter().collect();
    moves.sort_by_key(|booked| (booked.effective_on, booked.seq));
    moves.into_iter().flat_map(|booked| steps(booked, &grant.row.grant)).collect()
}

/// A rebooking from title to title of one grant is two steps, though the grant has no less for it.
fn steps<'a>(booked: &'a MoveRow, own: &FileNumber) -> Vec<Step<'a>> {
    let rebooked = booked.taken_from.as_ref().filter(|_| booked.kind == Kind::PaymentRebooked);
    let step = |line: &'a LineAmount, amount| Step { booked, line, amount };
    if let Some(from) = rebooked {
        let away = (from.grant == *own).then(|| step(from, -from.amount_cents));
        let to = &booked.line;
        away.into_iter().chain((to.grant == *own).then(|| step(to, to.amount_cents))).collect()
    } else {
        let amount = booked.on_grant(own);
        amount.map(|amount| step(&booked.line, amount)).into_iter().collect()
    }
}

struct Lines<'a> {
    grant: &'a GrantDetail,
    moves: &'a [Step<'a>],
    classes: BTreeMap<&'a TitleKey, bool>,
}

impl Lines<'_> {
    fn row(&self, place: usize, step: &Step<'_>, running: Money) -> Row {
        let (booked, line) = (step.booked, step.line);
        let paid = matches!(booked.kind, Kind::PaymentConfirmed | Kind::HeldPaid);
        let ordered = booked.ordered_on.filter(|_| paid).map_or(Cell::Nil, Cell::Day);
        item(vec![
            count(place + 1),
            Cell::Year(line.fiscal_year),
            ordered,
            Cell::Day(booked.effective_on),
            self.classes.get(&line.title).map_or(Cell::Nil, |known| class(*known)),
            self.text(step),
            Cell::Money(step.amount, None),
            Cell::Money(running, None),
        ])
    }

    /// Text for the bank statement, or which payment a return or repayment belongs to.
    fn text(&self, step: &Step<'_>) -> Cell {
        let booked = step.booked;
        let message = match booked.kind {
            Kind::PaymentReturned => "statement-return",
            Kind::ClaimRepaid if booked.set_off.is_some() => "statement-set-off",
            Kind::ClaimRepaid if booked.revenue_year.is_some() => "statement-repaid-later",
            Kind::ClaimRepaid => "statement-repayment",
            Kind::UnusedReturned => "statement-unused",
            Kind::PaymentRebooked => return rebooked(step),
            _ => return booked.payment_text.clone().map_or(Cell::Nil, Cell::Text),
        };
        let number = self.payment_of(booked).map_or(Cell::Nil, count);
        Cell::Phrase(Phrase::new(message).with("number", number))
    }

    /// Number of the line with the payment that came back.
    fn payment_of(&self, booked: &MoveRow) -> Option<usize> {
        let mut reference = booked.reference;
        while let Some(seq) = reference {
            let found = self.moves.iter().position(|other| other.booked.seq == seq);
            if let Some(place) = found {
                return Some(place + 1);
            }
            reference = self.reference_of(seq);
        }
        None
    }

    fn reference_of(&self, seq: Seq) -> Option<Seq> {
        self.grant.moves.iter().find(|other| other.seq == seq)?.reference
    }
}

/// Which grant, or title of the same grant, a rebooked payment came from or went to.
fn rebooked(step: &Step<'_>) -> Cell {
    let to = &step.booked.line;
    let (key, other) = match &step.booked.taken_from {
        Some(from) if !step.amount.is_negative() => ("statement-rebooked-from", from),
        _ => ("statement-rebooked-to", to),
    };
    let within = step.booked.taken_from.as_ref().is_some_and(|from| from.grant == to.grant);
    let named = if within { title(&other.title) } else { other.grant.as_str().to_owned() };
    Cell::Phrase(Phrase::new(key).with("grant", text(named)))
}
