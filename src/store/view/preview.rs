//! What an entry would change, told while it is typed.

use crate::domain::availability::AvailabilityItem;
use crate::domain::financing::{FollowUp, Plan};
use crate::domain::interest::{Interest, MissingRate};
use crate::domain::{Account, Day, FiscalYear, Money, Seq};

/// What an entry would change; nothing is booked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Amount of the entry.
    pub amount: Option<Money>,
    /// What stands at the places that it lowers, and in Available where it raises it.
    pub places: Vec<PlaceRow>,
    /// The ceiling, and all appropriations with this one.
    pub ceiling: Option<(Money, Money)>,
    /// Plan of financing, and the grant that is asked for or granted.
    pub plan: Option<(Plan, Money)>,
    /// Interest with its arithmetic, or the day without a base rate.
    pub interest: Option<Result<Interest, MissingRate>>,
    /// The fixed grant of a final proof.
    pub settled: Option<SettledRow>,
    /// What can be booked and leads nowhere, to be said before it is.
    pub cautions: Vec<Caution>,
}

/// What an entry makes harder later on, though it may be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// Double funding is not excluded (*Doppelförderung*): no notice can follow.
    DoubleFunding,
    /// The first contract of that day is an early start that nobody allowed: no notice can follow.
    EarlyStart(Day),
    /// The cash office's voucher is booked already, with that entry.
    VoucherUsed(Seq),
    /// The waiver has effect from the announcement on, not before.
    WaiverFrom(Day),
    /// The notice is final only after the year in which an amount falls due.
    FinalTooLate {
        /// Year of the due line.
        year: FiscalYear,
        /// Announced on; with a waiver it is final from then on.
        announced: Day,
        /// Final without a waiver.
        from: Day,
    },
}

impl Caution {
    /// True when no notice can follow an examination with it.
    #[must_use]
    pub const fn bars_notice(self) -> bool {
        matches!(self, Self::DoubleFunding | Self::EarlyStart(_))
    }
}

/// A place of money or authority, and what the entry changes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceRow {
    /// Where.
    pub account: Account,
    /// The arithmetic of what is available; empty elsewhere.
    pub lines: Vec<(AvailabilityItem, Money)>,
    /// Lowest from the day of the entry on, without it.
    pub before: Money,
    /// What the entry changes.
    pub change: Money,
    /// False while nothing is voted for the year: authority alone limits.
    pub voted: bool,
}

impl PlaceRow {
    /// What is left.
    #[must_use]
    pub fn after(&self) -> Money {
        self.before + self.change
    }
}

/// How the fixed grant follows from a final proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettledRow {
    /// Granted in force.
    pub granted: Money,
    /// Actual eligible expenditure.
    pub eligible: Money,
    /// Fixed by the arithmetic of the financing.
    pub fixed: Money,
    /// Paid, less what came back and what is claimed.
    pub paid: Money,
    /// What follows.
    pub follow_up: FollowUp,
}
