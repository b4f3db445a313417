//! Why a figure that was printed is another one now.

use super::{JournalRow, ReportFrame};
use crate::domain::{FiscalYear, Money, Seq, TitleKey};

/// A figure of report R1, per title and fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// *Ansatz* with supplements.
    Appropriated,
    /// *über- und außerplanmäßig*.
    Exceeded,
    /// *Deckung*: received.
    CoverIn,
    /// Remainder of the year before with cover of its own.
    CarriedIn,
    /// Remainders that the appropriation bears.
    Rest,
    /// In force and decided in the year itself.
    New,
    /// In force from commitment authority of earlier years.
    FromAuthority,
    /// In force for the year, bound remainders among it.
    Granted,
    /// *Mittelabfluss*.
    Actual,
    /// Granted and not paid yet.
    Open,
    /// *gesperrt*.
    Blocked,
    /// *Deckung*: given.
    CoverOut,
    /// Carried over to the next year.
    CarriedOut,
    /// Lapsed, and replaced by a remainder at the charge of the next year.
    Replaced,
    /// *als Verfall gebucht*.
    Lapsed,
    /// Neither granted nor blocked, less what is bound ahead of a vote or taken without cover.
    Available,
}

/// A figure that is another one, and the entries that made it so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureChange {
    /// Title.
    pub title: TitleKey,
    /// Fiscal year.
    pub year: FiscalYear,
    /// Which figure.
    pub figure: Figure,
    /// What it was at the earlier Datenstand.
    pub before: Money,
    /// What it is at the later one.
    pub after: Money,
    /// By how much each entry recorded in between changed it, in the order of the journal.
    pub entries: Vec<(JournalRow, Money)>,
}

/// Two Datenstände of one Stichtag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceData {
    /// Stichtag and the later Datenstand.
    pub frame: ReportFrame,
    /// The earlier Datenstand.
    pub before: Seq,
    /// How many entries were recorded in between.
    pub between: u64,
    /// Figures that differ, or were moved there and back, by year, title and figure.
    pub changes: Vec<FigureChange>,
}
