//! Stage accounts: every euro is always in exactly one place (DESIGN of the ledger, docs).

use serde::{Deserialize, Serialize};

use super::{FileNumber, FiscalYear, RecipientKey, TitleKey};

/// What kind of account a stage is; decides which sign its balance may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageClass {
    /// Where money comes from; its balance is never above zero.
    Source,
    /// Where money is; never below zero, but for [`Stage::Available`] after facts.
    Place,
    /// Where money went for good; never below zero.
    Exit,
}

macro_rules! stages {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $class:ident;)*) => {
        /// The stage of a stage account.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Stage { $($(#[$doc])* $name,)* }

        impl Stage {
            /// All stages, in the order of the budget.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable name in files and on the command line (snake case).
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// What kind of account it is.
            #[must_use]
            pub const fn class(self) -> StageClass {
                match self { $(Self::$name => StageClass::$class,)* }
            }
        }
    };
}

stages! {
    /// *Ansatz mit Nachtrag*
    Appropriated = "appropriated", Source;
    /// *über-/außerplanmäßig*
    Exceeded = "exceeded", Source;
    /// *Verstärkung*
    CoverIn = "cover_in", Source;
    /// *zusätzlicher Rest*
    CarriedIn = "carried_in", Source;
    /// *verfügbar*
    Available = "available", Place;
    /// *gesperrt*
    Blocked = "blocked", Place;
    /// *bewilligt, noch nicht abgerufen*
    Committed = "committed", Place;
    /// *abgerufen, noch nicht angeordnet*
    Requested = "requested", Place;
    /// *angeordnet, noch nicht ausgezahlt*
    Ordered = "ordered", Place;
    /// *ausgezahlt*
    Paid = "paid", Place;
    /// *Rückläufer nach Bücherschluss*
    Held = "held", Place;
    /// *zurückgefordert, offen*
    Reclaimed = "reclaimed", Place;
    /// *erlassen*
    WrittenOff = "written_off", Place;
    /// *in späterem Haushaltsjahr zurückgezahlt*
    Returned = "returned", Place;
    /// *Abgabe*
    CoverOut = "cover_out", Exit;
    /// *als Rest übertragen*
    CarriedOut = "carried_out", Exit;
    /// *verfallen*
    Lapsed = "lapsed", Exit;
    /// Commitment authority as voted (side chain).
    VeVoted = "ve_voted", Source;
    /// Commitment authority not used yet.
    VeFree = "ve_free", Place;
    /// Commitment authority used by a grant.
    VeUsed = "ve_used", Place;
    /// Commitment authority that lapsed.
    VeLapsed = "ve_lapsed", Exit;
}

impl Stage {
    /// The stages that make up the *Ist*: what has left the state's account in that year.
    pub const ACTUAL: [Self; 5] =
        [Self::Paid, Self::Held, Self::Reclaimed, Self::WrittenOff, Self::Returned];
    /// The stages of *noch offen*.
    pub const OPEN: [Self; 3] = [Self::Committed, Self::Requested, Self::Ordered];

    /// True for the chain of commitment authority, which is no money.
    #[must_use]
    pub const fn is_authority(self) -> bool {
        matches!(self, Self::VeVoted | Self::VeFree | Self::VeUsed | Self::VeLapsed)
    }

    /// The stage of that stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|stage| stage.as_str() == name)
    }
}

/// A stage account: where an amount stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account {
    /// Stage of the money or of the authority.
    pub stage: Stage,
    /// Budget title.
    pub title: TitleKey,
    /// Fiscal year of the money; for authority the budget year that voted it.
    pub fiscal_year: FiscalYear,
    /// Year in which authority falls due; `None` for money.
    pub due_year: Option<FiscalYear>,
    /// The grant, from [`Stage::Committed`] on.
    pub grant: Option<FileNumber>,
    /// Recipient of the grant.
    pub recipient: Option<RecipientKey>,
}
