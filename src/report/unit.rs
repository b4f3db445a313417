//! The unit of a report's amounts: euro, or thousands of euros for those who read sums.

use crate::domain::Money;
use crate::report::{Block, Cell, Figure, Phrase, Report};

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
/// sum of rounded figures. Amounts inside of sentences name their unit and stay exact.
#[must_use]
pub fn in_unit(mut report: Report, unit: Unit) -> Report {
    if unit == Unit::Euro || !has_unit(report.kind) {
        report.basis.asked.unit = Unit::Euro;
        return report;
    }
    report.basis.asked.unit = unit;
    report.subtitle.key = "report-subtitle-thousand";
    for block in &mut report.blocks {
        match block {
            Block::Figures(pairs) | Block::Facts(pairs) => {
                for (_, cell) in pairs {
                    round(cell);
                }
            }
            Block::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(round);
            }
            _ => {}
        }
    }
    report.blocks.push(Block::Note(Phrase::new("report-note-rounding")));
    report
}

/// True for what parliament reads. What somebody pays, owes or audits is exact: letters, data
/// sheets, notices of interest, the journal, differences, protocols. Milestones
/// have no sums, only money for each unit.
#[must_use]
pub fn has_unit(kind: &str) -> bool {
    ["programme", "counties", "grants", "proofs", "budget", "claims"].contains(&kind)
}

/// Sums of money alone: rates, percentages, counts and days are what they are in every unit.
fn round(cell: &mut Cell) {
    *cell = match cell {
        Cell::Money(amount, _) if amount.is_zero() => Cell::Zero(Figure::Thousands),
        Cell::Money(amount, _) => Cell::Thousands(thousands(*amount), *amount),
        Cell::Zero(Figure::Money) => Cell::Zero(Figure::Thousands),
        _ => return,
    };
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

    #[test]
    fn half_a_thousand_is_rounded_away_from_zero() {
        let rounded = |cents| thousands(Money::from_cents(cents));
        assert_eq!([41_250_000, 16_750_000, 49_999, 50_000].map(rounded), [413, 168, 0, 1]);
        assert_eq!([-41_250_000, -49_999, -50_000].map(rounded), [-413, 0, -1]);
    }

    #[test]
    fn nothing_is_told_from_less_than_half_the_unit() {
        let cells = [0, 100, 100_000].map(|cents| {
            let mut cell = Cell::Money(Money::from_cents(cents), None);
            round(&mut cell);
            cell
        });
        let thousands = |shown, cents| Cell::Thousands(shown, Money::from_cents(cents));
        let expected = [Cell::Zero(Figure::Thousands), thousands(0, 100), thousands(1, 100_000)];
        assert_eq!(cells, expected);
    }
}
