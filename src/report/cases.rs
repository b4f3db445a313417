//! Report R3: every application and grant with what was requested, refused, granted and paid.

use crate::domain::procedure::CaseState;
use crate::domain::{Day, FiscalYear, Money};
use crate::report::part::{
    case_state, figures_column, item, paid_beyond, plain, recipient, reconciled_until, report, sum,
    text, then, words, words_column,
};
use crate::report::{Block, Cell, Column, Phrase, Report, Row, Table, proofs};
use crate::store::view::{CaseData, CaseLine};

/// Report R3 with one fiscal year told apart.
#[must_use]
pub fn cases(data: &CaseData) -> Report {
    let title = || Phrase::new("cases-title").with("year", Cell::Year(data.year));
    let mut blocks = Vec::new();
    if data.rows.is_empty() {
        blocks.push(Block::Paragraph(Phrase::new("cases-none")));
    } else {
        let amounts = amounts(&data.rows);
        let rows = rows(&data.rows, &amounts, data.frame.times.as_of);
        let columns = columns(data.year, &amounts);
        blocks.push(Block::Table(Table { caption: title(), columns, rows }));
        blocks.extend(note(data).map(Block::Note));
        blocks.push(Block::Note(reconciled_until(data.reconciled_until)));
    }
    report("grants", title(), &data.frame, blocks)
}

/// In which order the cases stand, and what of the table needs a word: of states and amounts only
/// those that occur.
fn note(data: &CaseData) -> Option<Phrase> {
    let lines = &data.rows;
    let outstanding = lines.iter().any(|line| line.case.state == CaseState::ProofDue);
    let more_paid = lines.iter().any(|line| line.sums.actual() > line.case.granted);
    let said = |key: &'static str, occurs: bool| occurs.then(|| Phrase::new(key));
    let all = [
        said("cases-note-order", true),
        said("cases-note", true),
        paid_beyond(data.beyond).filter(|_| more_paid),
        said("cases-note-outstanding", outstanding),
        said("cases-note-whole", true),
    ];
    all.into_iter().flatten().reduce(then)
}

/// A column of amounts: its head, and what it has of a case.
type Amount = (&'static str, fn(&CaseLine) -> Money);

/// From what was requested to what is open; what never occurs beside refusals has no column.
fn amounts(lines: &[CaseLine]) -> Vec<Amount> {
    let mut found: Vec<Amount> = vec![
        ("cases-column-requested", requested),
        ("cases-column-refused", refused),
        ("cases-column-not-granted", not_granted),
        ("reports-column-granted-whole", |line| line.case.granted),
        ("reports-column-paid-whole", |line| line.sums.actual()),
        ("reports-column-open-whole", |line| line.sums.open()),
    ];
    let seldom: [Amount; 2] =
        [("cases-column-withdrawn", withdrawn), ("cases-column-undecided", undecided)];
    for amount in seldom.into_iter().rev() {
        if lines.iter().any(|line| !amount.1(line).is_zero()) {
            found.insert(3, amount);
        }
    }
    found
}

/// The columns of the fiscal year.
const OF_YEAR: [Amount; 2] = [
    ("reports-column-granted-of-year", |line| line.granted_of_year),
    ("reports-column-paid-of-year", |line| line.actual_of_year),
];

fn columns(year: FiscalYear, amounts: &[Amount]) -> Vec<Column> {
    let of_year = |key: &'static str| Column {
        head: Phrase::new(key).with("year", Cell::Year(year)),
        ..figures_column(key, 4)
    };
    let mut columns = vec![
        words_column("reports-column-grant", 4),
        words_column("reports-column-recipient", 7),
        words_column("cases-column-purpose", 8),
        words_column("report-state", 8),
    ];
    columns.extend(amounts.iter().map(|(head, _)| figures_column(head, 4)));
    columns.extend(OF_YEAR.iter().map(|(head, _)| of_year(head)));
    columns
}

fn requested(line: &CaseLine) -> Money {
    line.case.requested.unwrap_or_default()
}

fn refused(line: &CaseLine) -> Money {
    if line.case.state == CaseState::Rejected { requested(line) } else { Money::ZERO }
}

/// What the notice left out of the application, unless a later one gave it; what is taken away
/// later is no refusal.
fn not_granted(line: &CaseLine) -> Money {
    let given = line.of_notice.map(|given| given.max(line.case.granted));
    given.map_or(Money::ZERO, |given| requested(line) - given).max(Money::ZERO)
}

/// What was requested and withdrawn before a notice: nobody decided it.
fn withdrawn(line: &CaseLine) -> Money {
    let without = line.of_notice.is_none() && line.case.state == CaseState::Withdrawn;
    if without { requested(line) } else { Money::ZERO }
}

/// What was requested without notice, refusal and withdrawal: not decided yet.
fn undecided(line: &CaseLine) -> Money {
    if line.of_notice.is_some() {
        return Money::ZERO;
    }
    requested(line) - refused(line) - withdrawn(line)
}

/// How late a proof is, or until when it is due: the period of approval is over all the same.
fn proof(line: &CaseLine, as_of: Day) -> Cell {
    const LATE: proofs::Late = ("cases-proof-overdue-day", "cases-proof-overdue-days");
    match line.proof_due_on {
        None => words("cases-proof-outstanding"),
        Some(day) => proofs::overdue(LATE, day, as_of).unwrap_or_else(|| {
            Cell::Phrase(Phrase::new("cases-proof-due").with("day", Cell::Day(day)))
        }),
    }
}

fn rows(lines: &[CaseLine], amounts: &[Amount], as_of: Day) -> Vec<Row> {
    let figures = || amounts.iter().chain(&OF_YEAR);
    let mut rows = Vec::new();
    for line in lines {
        let case = &line.case;
        let mut cells = vec![
            text(case.grant.as_str()),
            recipient(case),
            text(&case.purpose),
            match case.state {
                CaseState::ProofDue => proof(line, as_of),
                state => case_state(state),
            },
        ];
        cells.extend(figures().map(|(_, of)| plain(of(line))));
        rows.push(item(cells));
    }
    let mut cells = vec![words("report-sum"), Cell::Empty, Cell::Empty, Cell::Empty];
    cells.extend(figures().map(|(_, of)| plain(lines.iter().map(of).sum())));
    rows.push(sum(cells));
    rows
}
