//! Report R3: every application and grant with what was requested, refused, granted and paid.

use crate::domain::procedure::CaseState;
use crate::domain::{FiscalYear, Money};
use crate::report::part::{
    case_state, figures_column, item, plain, recipient, report, some, sum, text, words,
    words_column,
};
use crate::report::{Block, Cell, Column, Phrase, Report, Row, Table};
use crate::store::view::{CaseData, CaseLine};

/// Report R3 with one fiscal year told apart.
#[must_use]
pub fn cases(data: &CaseData) -> Report {
    let title = || Phrase::new("cases-title").with("year", Cell::Year(data.year));
    let mut blocks = Vec::new();
    if data.rows.is_empty() {
        blocks.push(Block::Paragraph(Phrase::new("cases-none")));
    } else {
        let (columns, rows) = (columns(data.year), rows(&data.rows));
        blocks.push(Block::Table(Table { caption: title(), columns, rows }));
        blocks.push(Block::Note(Phrase::new("cases-note")));
    }
    report("grants", title(), &data.frame, blocks)
}

fn columns(year: FiscalYear) -> Vec<Column> {
    let of_year = |key: &'static str| Column {
        head: Phrase::new(key).with("year", Cell::Year(year)),
        ..figures_column(key, 4)
    };
    vec![
        words_column("reports-column-grant", 4),
        words_column("reports-column-recipient", 7),
        words_column("cases-column-purpose", 8),
        words_column("report-state", 8),
        figures_column("cases-column-requested", 4),
        figures_column("cases-column-refused", 4),
        figures_column("cases-column-not-granted", 4),
        figures_column("report-granted", 4),
        figures_column("report-paid", 4),
        figures_column("report-open", 4),
        of_year("reports-column-granted-of-year"),
        of_year("reports-column-paid-of-year"),
    ]
}

/// Requested, refused, not granted, granted, paid, open; granted and paid of the year.
type Amounts = [Money; 8];

fn amounts(line: &CaseLine) -> Amounts {
    let requested = line.case.requested.unwrap_or_default();
    let refused = if line.case.state == CaseState::Rejected { requested } else { Money::ZERO };
    // What the notice left out of the application; what later notices change is no refusal.
    let not_granted = line.of_notice.map_or(Money::ZERO, |granted| requested - granted);
    [
        requested,
        refused,
        not_granted.max(Money::ZERO),
        line.case.granted,
        line.sums.actual(),
        line.sums.open(),
        line.granted_of_year,
        line.actual_of_year,
    ]
}

fn rows(lines: &[CaseLine]) -> Vec<Row> {
    let mut total = Amounts::default();
    let mut rows = Vec::new();
    for line in lines {
        let case = &line.case;
        let amounts = amounts(line);
        let mut cells = vec![
            text(case.grant.as_str()),
            recipient(case),
            text(&case.purpose),
            case_state(case.state),
        ];
        cells.extend(amounts.map(some));
        rows.push(item(cells));
        for (sum, amount) in total.iter_mut().zip(amounts) {
            *sum += amount;
        }
    }
    let mut cells = vec![words("report-sum"), Cell::Empty, Cell::Empty, Cell::Empty];
    cells.extend(total.map(plain));
    rows.push(sum(cells));
    rows
}
