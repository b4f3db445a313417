//! Payments of a grant with running total; returns and repayments are negative lines of their
//! own.

use std::collections::BTreeMap;

use crate::domain::{Kind, Money, Seq, TitleKey};
use crate::report::part::{class, count, figures_column, item, sum, text, words, words_column};
use crate::report::{Cell, Column, Phrase, Row, Table};
use crate::store::view::{GrantDetail, MoveRow};

/// The table, or `None` when nothing was paid.
pub fn table(grant: &GrantDetail) -> Option<Table> {
    let moves = cash_moves(grant);
    let signed = |booked: &MoveRow| booked.on_grant(&grant.row.grant).unwrap_or_default();
    if moves.is_empty() {
        return None;
    }
    let classes: BTreeMap<&TitleKey, bool> =
        grant.lines.iter().map(|line| (&line.title, line.investive)).collect();
    let lines = Lines { grant, moves: &moves, classes };
    let mut rows = Vec::new();
    let mut running = Money::ZERO;
    for (place, booked) in moves.iter().enumerate() {
        running += signed(booked);
        rows.push(lines.row(place, booked, running));
    }
    let returned = moves.iter().any(|booked| signed(booked).is_negative());
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
        words_column("statement-column-year", 3),
        words_column("statement-column-ordered", 4),
        words_column("statement-column-paid", 4),
        words_column("statement-column-class", 4),
        words_column("statement-column-text", 14),
        figures_column("amount", 5),
        figures_column("statement-column-running", 5),
    ]
}

/// What went out to the recipient and came back, by the day of the cash office.
fn cash_moves(grant: &GrantDetail) -> Vec<&MoveRow> {
    let own = &grant.row.grant;
    let mut moves: Vec<&MoveRow> =
        grant.moves.iter().filter(|booked| booked.on_grant(own).is_some()).collect();
    moves.sort_by_key(|booked| (booked.effective_on, booked.seq));
    moves
}

struct Lines<'a> {
    grant: &'a GrantDetail,
    moves: &'a [&'a MoveRow],
    classes: BTreeMap<&'a TitleKey, bool>,
}

impl Lines<'_> {
    fn row(&self, place: usize, booked: &MoveRow, running: Money) -> Row {
        let paid = matches!(booked.kind, Kind::PaymentConfirmed | Kind::HeldPaid);
        let amount = booked.on_grant(&self.grant.row.grant).unwrap_or_default();
        let ordered = booked.ordered_on.filter(|_| paid).map_or(Cell::Nil, Cell::Day);
        item(vec![
            count(place + 1),
            Cell::Year(booked.line.fiscal_year),
            ordered,
            Cell::Day(booked.effective_on),
            self.classes.get(&booked.line.title).map_or(Cell::Nil, |known| class(*known)),
            self.text(booked),
            Cell::Money(amount, None),
            Cell::Money(running, None),
        ])
    }

    /// Text for the bank statement, or which payment a return or repayment belongs to.
    fn text(&self, booked: &MoveRow) -> Cell {
        let message = match booked.kind {
            Kind::PaymentReturned => "statement-return",
            Kind::ClaimRepaid if booked.set_off.is_some() => "statement-set-off",
            Kind::ClaimRepaid if booked.revenue_year.is_some() => "statement-repaid-later",
            Kind::ClaimRepaid => "statement-repayment",
            Kind::UnusedReturned => "statement-unused",
            Kind::PaymentRebooked => return self.rebooked(booked),
            _ => return booked.payment_text.clone().map_or(Cell::Nil, Cell::Text),
        };
        let number = self.payment_of(booked).map_or(Cell::Nil, count);
        Cell::Phrase(Phrase::new(message).with("number", number))
    }

    /// Which grant a rebooked payment came from or went to.
    fn rebooked(&self, booked: &MoveRow) -> Cell {
        let to_here = booked.line.grant == self.grant.row.grant;
        let (key, other) = match &booked.taken_from {
            Some(from) if to_here => ("statement-rebooked-from", &from.grant),
            _ => ("statement-rebooked-to", &booked.line.grant),
        };
        Cell::Phrase(Phrase::new(key).with("grant", text(other.as_str())))
    }

    /// Number of the line with the payment that came back.
    fn payment_of(&self, booked: &MoveRow) -> Option<usize> {
        let mut reference = booked.reference;
        while let Some(seq) = reference {
            let found = self.moves.iter().position(|other| other.seq == seq);
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
