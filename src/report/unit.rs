//! The unit of a report's amounts: euro, or thousands of euros for those who read sums.

use crate::domain::Money;
use crate::report::{Block, Cell, Phrase, Report};

/// In what the amounts of tables and key figures are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Euro and cents.
    #[default]
    Euro,
    /// Whole thousands of euros (T€), each figure rounded once from its exact cents.
    Thousand,
}

/// The report in a unit; in thousands it says so, and that rounded figures may not add up.
///
/// Every figure is rounded for itself, sums too: a sum is the rounded sum of the cents, never the
/// sum of rounded figures. Amounts inside of sentences name their unit and stay exact, and so do
/// the tables of a report that lists what somebody owes.
#[must_use]
pub fn in_unit(mut report: Report, unit: Unit) -> Report {
    if unit == Unit::Euro || !has_unit(report.kind) {
        report.basis.asked.unit = Unit::Euro;
        return report;
    }
    report.basis.asked.unit = unit;
    let exact = lists_exactly(report.kind);
    let (subtitle, note) = if exact {
        ("report-subtitle-thousand-figures", "report-note-rounding-figures")
    } else {
        ("report-subtitle-thousand", "report-note-rounding")
    };
    report.subtitle.key = subtitle;
    let mut blocks = Vec::new();
    let mut note = Some(Block::Note(Phrase::new(note)));
    let mut waits = false;
    for mut block in std::mem::take(&mut report.blocks) {
        let stays = exact && matches!(block, Block::Table(_));
        let rounded = !stays && round_all(&mut block);
        // The note stands below the first amounts that it speaks of, behind the footnotes of these.
        if waits && !matches!(block, Block::Footnote(..)) {
            blocks.extend(note.take());
        }
        if rounded {
            blocks.push(Block::Unit(Phrase::new("report-unit-thousand")));
            waits = true;
        }
        if stays {
            blocks.push(Block::Unit(Phrase::new("report-unit-euro")));
        }
        blocks.push(block);
    }
    blocks.extend(note.filter(|_| waits || !exact));
    report.blocks = blocks;
    report
}

/// Rounds the amounts of a block; true when there are any.
fn round_all(block: &mut Block) -> bool {
    let cells: Vec<&mut Cell> = match block {
        Block::Figures(pairs) | Block::Facts(pairs) => {
            pairs.iter_mut().map(|(_, cell)| cell).collect()
        }
        Block::Table(table) => table.rows.iter_mut().flat_map(|row| &mut row.cells).collect(),
        _ => Vec::new(),
    };
    // Each of them, not only until the first that is rounded.
    cells.into_iter().map(round).filter(|rounded| *rounded).count() > 0
}

/// True for what parliament reads. What somebody pays, owes or audits is exact: letters, data
/// sheets, notices of interest, the journal, differences, protocols. Milestones
/// have no sums, only money for each unit.
#[must_use]
pub fn has_unit(kind: &str) -> bool {
    ["programme", "counties", "grants", "proofs", "budget", "claims"].contains(&kind)
}

/// True where only key figures are rounded: interest is often less than half a thousand, and a
/// claim that is shown as "0" is none.
fn lists_exactly(kind: &str) -> bool {
    kind == "claims"
}

/// Sums of money alone, for which it is true: rates, percentages, counts and days are what they are
/// in every unit.
fn round(cell: &mut Cell) -> bool {
    let Cell::Money(amount, _) = cell else { return false };
    *cell = Cell::Thousands(thousands(*amount), *amount);
    true
}

/// Half away from zero, on the absolute amount (DIN 1333).
#[must_use]
pub const fn thousands(amount: Money) -> i64 {
    let cents = amount.cents();
    (cents + cents.signum() * 50_000) / 100_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::part::plain;

    #[test]
    fn half_a_thousand_is_rounded_away_from_zero() {
        let rounded = |cents| thousands(Money::from_cents(cents));
        assert_eq!([41_250_000, 16_750_000, 49_999, 50_000].map(rounded), [413, 168, 0, 1]);
        assert_eq!([-41_250_000, -49_999, -50_000].map(rounded), [-413, 0, -1]);
    }

    #[test]
    fn a_rounded_figure_keeps_its_exact_amount_and_what_is_no_figure_stays() {
        let rounded = |mut cell| {
            round(&mut cell);
            cell
        };
        let cells = [0, 100, 100_000].map(|cents| rounded(plain(Money::from_cents(cents))));
        let thousands = |shown, cents| Cell::Thousands(shown, Money::from_cents(cents));
        assert_eq!(cells, [thousands(0, 0), thousands(0, 100), thousands(1, 100_000)]);
        assert_eq!(rounded(Cell::Nil), Cell::Nil);
    }
}
