//! What a long table carries from page to page (*Übertrag*): the sums of the rows so far.

use crate::domain::Money;
use crate::report::unit::thousands;
use crate::report::{Cell, Phrase, Row, RowKind, Table};

/// What a column counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Figure {
    Money,
    Thousands,
    Count,
}

/// Running sums of the columns whose items add up to the sum of the table.
pub(super) struct Carry {
    kinds: Vec<Option<Figure>>,
    sums: Vec<i64>,
}

impl Carry {
    /// `None` when nothing adds up. Of thousands the exact amounts are carried, and rounded where
    /// they are printed: a line that is wrong by a rounding is worse than none.
    pub(super) fn of(table: &Table) -> Option<Self> {
        let last = table.rows.last().filter(|row| row.kind == RowKind::Sum)?;
        let places = 0..table.columns.len();
        let kinds: Vec<Option<Figure>> = places.map(|place| kind(table, last, place)).collect();
        let sums = vec![0; kinds.len()];
        kinds.iter().any(Option::is_some).then_some(Self { kinds, sums })
    }

    /// A row that is printed; sums between do not count again.
    pub(super) fn add(&mut self, row: &Row) {
        if row.kind == RowKind::Sum {
            return;
        }
        for ((kind, sum), cell) in self.kinds.iter().zip(&mut self.sums).zip(&row.cells) {
            let value = kind.and_then(|kind| value(cell, kind));
            *sum += value.unwrap_or_default();
        }
    }

    /// True while there is nothing to carry: a line of nothing says nothing.
    pub(super) fn is_zero(&self) -> bool {
        self.sums.iter().all(|sum| *sum == 0)
    }

    /// The line as a row.
    pub(super) fn row(&self) -> Row {
        let cell = |(kind, sum): (&Option<Figure>, &i64)| match kind {
            Some(Figure::Money) => Cell::Money(Money::from_cents(*sum), None),
            Some(Figure::Thousands) => {
                let exact = Money::from_cents(*sum);
                Cell::Thousands(thousands(exact), exact)
            }
            Some(Figure::Count) => Cell::Number(*sum),
            None => Cell::Empty,
        };
        let mut cells: Vec<Cell> = self.kinds.iter().zip(&self.sums).map(cell).collect();
        if let Some(first) = cells.first_mut() {
            *first = Cell::Phrase(Phrase::new("paper-carried"));
        }
        Row::new(RowKind::Sum, cells)
    }
}

/// What a column counts, if its items add up to its sum.
fn kind(table: &Table, last: &Row, place: usize) -> Option<Figure> {
    let kind = match last.cells.get(place)? {
        Cell::Money(..) => Figure::Money,
        Cell::Thousands(..) => Figure::Thousands,
        Cell::Number(_) => Figure::Count,
        _ => return None,
    };
    let items = table.rows.iter().filter(|row| row.kind == RowKind::Item);
    let mut sum: i64 = 0;
    for row in items {
        sum = sum.checked_add(value(row.cells.get(place)?, kind)?)?;
    }
    (place > 0 && Some(sum) == value(&last.cells[place], kind)).then_some(kind)
}

fn value(cell: &Cell, kind: Figure) -> Option<i64> {
    match cell {
        Cell::Money(amount, _) if kind == Figure::Money => Some(amount.cents()),
        Cell::Thousands(_, exact) if kind == Figure::Thousands => Some(exact.cents()),
        Cell::Number(count) if kind == Figure::Count => Some(*count),
        Cell::Nil | Cell::Empty => Some(0),
        _ => None,
    }
}
