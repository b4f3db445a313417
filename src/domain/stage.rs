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

/// Chains of stage accounts: amounts of one never move to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chain {
    /// Money of the programme.
    Money,
    /// Commitment authority, which is no money.
    Authority,
    /// Revenue: interest, and repayments after the books were closed.
    Revenue,
    /// Notes that balance among themselves.
    Memo,
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

            /// The stage of that stable name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$name),)* _ => None }
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
    /// Commitment authority blocked.
    VeBlocked = "ve_blocked", Place;
    /// Commitment authority that lapsed.
    VeLapsed = "ve_lapsed", Exit;
    /// Where revenue comes from (side chain).
    RevenueSource = "revenue_source", Source;
    /// Revenue assessed and not received yet.
    RevenueDue = "revenue_due", Place;
    /// Revenue received.
    RevenueReceived = "revenue_received", Exit;
    /// Revenue waived.
    RevenueWaived = "revenue_waived", Exit;
    /// Where charged remainders come from (memo).
    RestSource = "rest_source", Source;
    /// *Rest zu Lasten des Ansatzes* of the receiving year (memo).
    RestCharged = "rest_charged", Exit;
}

impl Stage {
    /// The stages that make up the *Ist*: what has left the state's account in that year.
    pub const ACTUAL: [Self; 5] =
        [Self::Paid, Self::Held, Self::Reclaimed, Self::WrittenOff, Self::Returned];
    /// What came to a title and year besides its appropriation (excess, cover, remainders), then
    /// what left it besides (cover, remainders, lapse).
    pub const BESIDES: [Self; 6] = [
        Self::Exceeded,
        Self::CoverIn,
        Self::CarriedIn,
        Self::CoverOut,
        Self::CarriedOut,
        Self::Lapsed,
    ];
    /// The stages of *noch offen*.
    pub const OPEN: [Self; 3] = [Self::Committed, Self::Requested, Self::Ordered];
    /// The stages of a grant that is not done with: while something stands there, its case stays
    /// open.
    pub const UNSETTLED: [Self; 6] = [
        Self::Committed,
        Self::Requested,
        Self::Ordered,
        Self::Held,
        Self::Reclaimed,
        Self::RevenueDue,
    ];

    /// Which chain the stage belongs to.
    #[must_use]
    pub const fn chain(self) -> Chain {
        match self {
            Self::VeVoted | Self::VeFree | Self::VeUsed | Self::VeBlocked | Self::VeLapsed => {
                Chain::Authority
            }
            Self::RevenueSource
            | Self::RevenueDue
            | Self::RevenueReceived
            | Self::RevenueWaived => Chain::Revenue,
            Self::RestSource | Self::RestCharged => Chain::Memo,
            _ => Chain::Money,
        }
    }

    /// True for the money of the programme, which the identity of every year adds up.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self.chain(), Chain::Money)
    }

    /// True for the stages that make up the *Ist*.
    #[must_use]
    pub const fn is_actual(self) -> bool {
        matches!(
            self,
            Self::Paid | Self::Held | Self::Reclaimed | Self::WrittenOff | Self::Returned
        )
    }

    /// True for the stages whose accounts belong to a grant, and so to a recipient.
    #[must_use]
    pub const fn is_of_grant(self) -> bool {
        matches!(
            self,
            Self::Committed
                | Self::Requested
                | Self::Ordered
                | Self::VeUsed
                | Self::RevenueSource
                | Self::RevenueDue
                | Self::RevenueReceived
                | Self::RevenueWaived
        ) || self.is_actual()
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
    /// What a revenue is; `None` for everything else.
    pub revenue: Option<RevenueKind>,
}

/// What a revenue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RevenueKind {
    /// Repayment of a grant after its year.
    Repayment,
    /// *Erstattungszinsen*
    ReclaimInterest,
    /// *Verzögerungszinsen*
    DelayInterest,
}

impl RevenueKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Repayment, Self::ReclaimInterest, Self::DelayInterest];

    /// Stable name in the file.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Repayment => "repayment",
            Self::ReclaimInterest => "reclaim_interest",
            Self::DelayInterest => "delay_interest",
        }
    }
}

impl Account {
    /// The account of a title and year at a stage, without grant.
    #[must_use]
    pub fn of_title(stage: Stage, title: &TitleKey, fiscal_year: FiscalYear) -> Self {
        Self {
            stage,
            title: title.clone(),
            fiscal_year,
            due_year: None,
            grant: None,
            recipient: None,
            revenue: None,
        }
    }

    /// The account of commitment authority for (budget year, due year), without grant.
    #[must_use]
    pub fn of_authority(stage: Stage, title: &TitleKey, years: (FiscalYear, FiscalYear)) -> Self {
        Self { due_year: Some(years.1), ..Self::of_title(stage, title, years.0) }
    }
}
