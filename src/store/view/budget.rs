//! The budget: titles in fiscal years, commitment authority, versions, and what is behind a row.

use super::{AuthorityRow, Sums, TitleRow};
use crate::domain::availability::{Availability, Standing};
use crate::domain::fiscal::YearState;
use crate::domain::{Day, FileNumber, FiscalYear, Kind, Money, Seq, Stage, TitleKey};

/// Everything that the budget screen shows at a pair of times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// Titles by key.
    pub titles: Vec<TitleRow>,
    /// Titles in fiscal years, by year and title.
    pub rows: Vec<BudgetRow>,
    /// State of each year that has a row, a draft or authority due in it.
    pub years: Vec<(FiscalYear, YearState)>,
    /// Commitment authority by budget year, due year and title.
    pub authority: Vec<AuthorityRow>,
    /// Drafts and votes in the order of their day.
    pub versions: Vec<BudgetVersion>,
}

impl Budget {
    /// The rows of a year.
    pub fn of_year(&self, year: FiscalYear) -> impl Iterator<Item = &BudgetRow> {
        self.rows.iter().filter(move |row| row.year == year)
    }

    /// *Vorbindung*: authority used for a due year, by the budget year that voted it.
    #[must_use]
    pub fn prebound(&self, due_year: FiscalYear) -> Vec<(FiscalYear, Money)> {
        let mut found: Vec<(FiscalYear, Money)> = Vec::new();
        for row in self.authority.iter().filter(|row| row.due_year == due_year) {
            match found.iter_mut().find(|(year, _)| *year == row.budget_year) {
                Some((_, amount)) => *amount += row.used,
                None => found.push((row.budget_year, row.used)),
            }
        }
        found.retain(|(_, amount)| !amount.is_zero());
        found
    }
}

/// A title in a fiscal year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetRow {
    /// Title.
    pub title: TitleKey,
    /// Fiscal year.
    pub year: FiscalYear,
    /// *Ansatz*, without supplements.
    pub appropriation: Money,
    /// *Nachtrag*: what supplements changed.
    pub supplement: Money,
    /// Amount per stage.
    pub sums: Sums,
    /// What stands in [`Stage::Available`], by its meaning.
    pub standing: Standing,
    /// What of the lapsed a remainder at the charge of the next year replaced
    /// (*Rest zu Lasten des Folgejahres*).
    pub replaced: Money,
}

impl BudgetRow {
    /// *als Verfall gebucht*: what lapsed without a remainder in its place.
    #[must_use]
    pub fn lapse_booked(&self) -> Money {
        self.sums.at(Stage::Lapsed) - self.replaced
    }

    /// Cover received less cover given (*Verstärkung − Abgabe*).
    #[must_use]
    pub fn cover(&self) -> Money {
        self.sums.at(Stage::CoverIn) - self.sums.at(Stage::CoverOut)
    }

    /// Adds the amounts of another row.
    pub fn add(&mut self, other: &Self) {
        self.appropriation += other.appropriation;
        self.supplement += other.supplement;
        self.sums.add(&other.sums);
        self.standing.add(other.standing);
        self.replaced += other.replaced;
    }
}

/// A draft, an appropriation or a supplement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetVersion {
    /// Number in the journal.
    pub seq: Seq,
    /// Draft, appropriation, supplement.
    pub kind: Kind,
    /// Day on which it counts.
    pub effective_on: Day,
    /// Title.
    pub title: TitleKey,
    /// Year of the law.
    pub year: FiscalYear,
    /// As drafted, or what the law changes.
    pub amount: Money,
    /// Voted for title and year afterwards; a draft changes nothing.
    pub voted: Money,
    /// Draft or law.
    pub law: String,
}

/// What is behind a row of the budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetDetail {
    /// The row.
    pub row: BudgetRow,
    /// The arithmetic of what can still be granted.
    pub availability: Availability,
    /// Bookings in the order of the journal.
    pub entries: Vec<BudgetEntry>,
}

/// A booking that moves money of a title and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetEntry {
    /// Number in the journal.
    pub seq: Seq,
    /// What happened.
    pub kind: Kind,
    /// Day on which it counts.
    pub effective_on: Day,
    /// File or cash reference.
    pub voucher: String,
    /// Name of the recipient with its type; empty at programme level.
    pub recipient_name: String,
    /// Grant whose money it moves.
    pub grant: Option<FileNumber>,
    /// Where the amount was.
    pub from: Stage,
    /// Where it is now.
    pub to: Stage,
    /// Amount; negative when it moves the other way.
    pub amount: Money,
}
