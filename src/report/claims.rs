//! Report R7: claims and interest, what was claimed, what is settled, what is still owed.

use crate::domain::body::{ClaimGround, Deferral, InterestKind};
use crate::domain::{Day, FiscalYear, Money};
use crate::report::part::{
    figures_column, item, of_year, plain, recipient, report, some, sum, text, words, words_column,
};
use crate::report::{Block, Cell, Phrase, Report, Row, Table};
use crate::store::view::{CaseRow, ClaimData, ClaimRow, InterestRow};

/// Report R7; with a year only the claims on payments of it, and interest on their grants.
#[must_use]
pub fn claims(data: &ClaimData, year: Option<FiscalYear>) -> Report {
    let claims: Vec<_> = data
        .claims
        .iter()
        .filter(|(_, claim)| year.is_none_or(|year| claim.year == year))
        .collect();
    let of_claims = |case: &CaseRow| claims.iter().any(|(other, _)| other.grant == case.grant);
    let interest: Vec<_> =
        data.interest.iter().filter(|(case, _)| year.is_none() || of_claims(case)).collect();
    let as_of = data.frame.times.as_of;
    let mut blocks = Vec::new();
    if claims.is_empty() && interest.is_empty() {
        blocks.push(Block::Paragraph(Phrase::new("claims-none")));
    } else {
        blocks.push(Block::Figures(figures(&claims, &interest, as_of)));
    }
    if !claims.is_empty() {
        blocks.push(Block::Heading(Phrase::new("claims-claims")));
        blocks.push(Block::Table(claim_table(&claims, as_of)));
        blocks.push(Block::Note(Phrase::new("claims-note")));
    }
    if !interest.is_empty() {
        blocks.push(Block::Heading(Phrase::new("claims-interest")));
        blocks.push(Block::Table(interest_table(&interest)));
        blocks.push(Block::Note(Phrase::new("claims-note-interest")));
    }
    report("claims", of_year("claims-title", "claims-title-year", year), &data.frame, blocks)
}

type Claim = (CaseRow, ClaimRow);
type Interest = (CaseRow, InterestRow);

fn overdue(claim: &ClaimRow, as_of: Day) -> bool {
    claim.left.is_positive() && claim.due_on < as_of
}

fn figures(claims: &[&Claim], interest: &[&Interest], as_of: Day) -> Vec<(Phrase, Cell)> {
    let amounts = claims.iter().map(|(_, claim)| claim.amount).sum();
    let left: Money = claims.iter().map(|(_, claim)| claim.left).sum();
    let late = claims.iter().filter(|(_, claim)| overdue(claim, as_of));
    vec![
        (Phrase::new("claims-amount"), plain(amounts)),
        (Phrase::new("claims-left"), plain(left)),
        (Phrase::new("claims-overdue"), plain(late.map(|(_, claim)| claim.left).sum())),
        (Phrase::new("claims-interest-left"), plain(interest.iter().map(|row| row.1.left).sum())),
    ]
}

fn claim_table(claims: &[&Claim], as_of: Day) -> Table {
    let mut rows: Vec<Row> = claims.iter().map(|claim| claim_row(claim, as_of)).collect();
    let amounts: Money = claims.iter().map(|(_, claim)| claim.amount).sum();
    let left: Money = claims.iter().map(|(_, claim)| claim.left).sum();
    let mut cells = vec![words("report-sum"), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
    cells.extend([amounts, amounts - left, left].map(plain));
    cells.extend([Cell::Empty, Cell::Empty]);
    rows.push(sum(cells));
    Table {
        caption: Phrase::new("claims-claims"),
        columns: vec![
            words_column("reports-column-grant", 4),
            words_column("reports-column-recipient", 6),
            words_column("claims-column-on", 3),
            words_column("claims-column-year", 2),
            words_column("claims-column-ground", 6),
            figures_column("claims-amount", 4),
            figures_column("claims-column-settled", 4),
            figures_column("claims-left", 4),
            words_column("claims-column-due", 3),
            words_column("report-state", 4),
        ],
        rows,
    }
}

fn claim_row((case, claim): &Claim, as_of: Day) -> Row {
    let state = match claim.deferral {
        _ if claim.left.is_zero() => "claims-done",
        Some(Deferral::Suspended) => "deferral-suspended",
        _ if overdue(claim, as_of) => "claims-state-overdue",
        Some(Deferral::Deferred) => "deferral-deferred",
        None => "claims-state-open",
    };
    item(vec![
        text(case.grant.as_str()),
        recipient(case),
        Cell::Day(claim.on),
        Cell::Year(claim.year),
        claim.ground.map_or(Cell::Nil, ground),
        plain(claim.amount),
        some(claim.amount - claim.left),
        some(claim.left),
        Cell::Day(claim.due_on),
        words(state),
    ])
}

/// The legal ground of a claim: the words of the domain.
pub(super) const fn ground(ground: ClaimGround) -> Cell {
    words(match ground {
        ClaimGround::ResolutiveCondition => "claim-ground-resolutive-condition",
        ClaimGround::Revocation => "claim-ground-revocation",
        ClaimGround::Withdrawal => "claim-ground-withdrawal",
        ClaimGround::FinalNotice => "claim-ground-final-notice",
    })
}

fn interest_table(interest: &[&Interest]) -> Table {
    let mut rows: Vec<Row> = interest.iter().map(|row| interest_row(row)).collect();
    let amounts: Money = interest.iter().map(|(_, row)| row.amount).sum();
    let left: Money = interest.iter().map(|(_, row)| row.left).sum();
    let mut cells = vec![words("report-sum")];
    cells.extend(std::iter::repeat_n(Cell::Empty, 6));
    cells.extend([plain(amounts), plain(left), Cell::Empty]);
    rows.push(sum(cells));
    Table {
        caption: Phrase::new("claims-interest"),
        columns: vec![
            words_column("reports-column-grant", 4),
            words_column("reports-column-recipient", 6),
            words_column("claims-column-kind", 5),
            words_column("claims-column-on", 3),
            figures_column("claims-column-principal", 4),
            words_column("claims-column-from", 3),
            words_column("claims-column-until", 3),
            figures_column("claims-column-interest", 4),
            figures_column("claims-left", 4),
            words_column("claims-column-due", 3),
        ],
        rows,
    }
}

fn interest_row((case, row): &Interest) -> Row {
    item(vec![
        text(case.grant.as_str()),
        recipient(case),
        words(match row.kind {
            InterestKind::Reclaim => "interest-kind-reclaim",
            InterestKind::Delay => "interest-kind-delay",
        }),
        Cell::Day(row.on),
        plain(row.principal),
        Cell::Day(row.from),
        Cell::Day(row.until),
        plain(row.amount),
        some(row.left),
        Cell::Day(row.due_on),
    ])
}
