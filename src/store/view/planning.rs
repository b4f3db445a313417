//! What the budget officer plans with: remainders, needs, authority, expected outflow, gaps.

use super::AuthorityRow;
use crate::domain::fiscal::YearState;
use crate::domain::outflow::Expected;
use crate::domain::{FileNumber, FiscalYear, Money, RecipientKey, TitleKey};

/// Everything that the planning screen shows at a pair of times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planning {
    /// Titles in years that are over or end at the Stichtag and still hold something.
    pub rests: Vec<RestRow>,
    /// Years from that of the Stichtag on.
    pub needs: Vec<NeedRow>,
    /// *beantragt* and not decided: applications name no year.
    pub applied: Money,
    /// How many applications that are.
    pub applications: usize,
    /// Commitment authority by due year, budget year and title.
    pub authority: Vec<AuthorityRow>,
    /// *Ist* until the Stichtag.
    pub actual: Money,
    /// What the due lines let expect, by quarter (*Prognose*).
    pub expected: Vec<Expected>,
    /// Missing cover.
    pub gaps: Vec<CoverGap>,
}

/// What a title still holds of a year, and what became of the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestRow {
    /// Title.
    pub title: TitleKey,
    /// Fiscal year.
    pub year: FiscalYear,
    /// Its state; `None` for a year that nothing is known of.
    pub state: Option<YearState>,
    /// *verfügbar*: to be carried over, else it lapses.
    pub available: Money,
    /// *gesperrt*: lapses.
    pub blocked: Money,
    /// Open due lines of grants: carried over as bound remainders, else drawn.
    pub bound: Vec<BoundRest>,
    /// *zusätzlicher Rest* formed already.
    pub carried: Money,
    /// *Rest zu Lasten des Ansatzes* formed already, borne by the next year.
    pub charged: Money,
    /// *verfallen*, with what charged remainders gave up.
    pub lapsed: Money,
}

impl RestRow {
    /// What is bound by grants and neither drawn nor carried over.
    #[must_use]
    pub fn bound(&self) -> Money {
        self.bound.iter().map(|rest| rest.amount).sum()
    }

    /// *als Verfall gebucht*: what lapsed without a remainder in its place.
    #[must_use]
    pub fn lapse_booked(&self) -> Money {
        self.lapsed - self.charged
    }

    /// What lapses if nothing happens.
    #[must_use]
    pub fn lapses(&self) -> Money {
        self.available + self.blocked
    }
}

/// An open due line of a year that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundRest {
    /// Grant.
    pub grant: FileNumber,
    /// Recipient.
    pub recipient: RecipientKey,
    /// *bewilligt, noch nicht abgerufen*.
    pub amount: Money,
}

/// What a fiscal year needs, and what covers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedRow {
    /// Fiscal year.
    pub year: FiscalYear,
    /// Its state; `None` for a year that nothing is known of.
    pub state: Option<YearState>,
    /// *Ansatz mit Nachtrag*; of titles without a vote the last draft.
    pub appropriated: Money,
    /// What came to the year and left it besides: excess, cover, remainders, lapse.
    pub besides: Money,
    /// Due lines in force.
    pub due: Money,
    /// *Ist*; what is claimed back stays in it although the due line has fallen.
    pub actual: Money,
    /// Of that: *abgerufen* or *angeordnet*, not paid.
    pub drawn: Money,
    /// Of that: not drawn yet.
    pub undrawn: Money,
    /// *gesperrt*.
    pub blocked: Money,
    /// What can still be granted.
    pub free: Money,
}

/// Why cover is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// *Unterdeckung*: more is taken than there is.
    Short,
    /// *Vorbindung* above the draft of the budget.
    AboveDraft,
}

/// A title and year without enough cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverGap {
    /// Why.
    pub kind: GapKind,
    /// Title.
    pub title: TitleKey,
    /// Fiscal year.
    pub year: FiscalYear,
    /// What is missing.
    pub amount: Money,
    /// Another title with the most that is free in that year, and how much.
    pub cover: Option<(TitleKey, Money)>,
}
