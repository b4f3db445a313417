//! What screens, papers and the command line read: rows of the ledger at a pair of times.
//!
//! Plain values without connection; `query` fills them.

mod authority;
mod budget;
mod case;
mod choice;
mod deadline;
mod difference;
mod entries;
mod filter;
mod movement;
mod overview;
mod page;
mod paper;
mod planning;
mod posting;
mod preview;
mod programme;
mod progress;
mod report;
mod review;
pub mod search;
mod sheet;
mod task;

use std::collections::BTreeMap;

use crate::domain::availability::Availability;
use crate::domain::body::{BankAccountRecorded, Financing, LineAmount, Source};
use crate::domain::id::ItemKey;
use crate::domain::recipient::RecipientType;
use crate::domain::rule::Role;
use crate::domain::task::Hand;
use crate::domain::{
    Day, FileNumber, FiscalYear, Kind, Money, PersonNo, RecipientKey, Seq, Stage, TitleKey, Uid,
};

pub use authority::AuthorityRow;
pub use budget::{Budget, BudgetDetail, BudgetEntry, BudgetRow, BudgetVersion};
pub use case::{AttestationRow, CaseDetail, ClaimRow, GrantVersion, InterestRow};
pub use choice::{About, AccountChoice, Choices, EntryRow, Masters};
pub use deadline::{CaseRow, DeadlineRow};
pub use difference::{DifferenceData, Figure, FigureChange};
pub use entries::{EntryIndex, EntryOrder, EntryRank, EntryWish};
pub use filter::{EntryFilter, PostingFilter};
pub use overview::{AreaRow, AreaSums, Areas, Measure, Outflow, Overview};
pub use page::{
    AccountTrail, CaseEntry, CasePage, DrawChain, ForecastRow, Forecasts, Neighbour, RecipientPage,
};
pub use paper::{CashState, Chain, Owed, ProgrammeData, StatementData, TitleYear};
pub use planning::{BoundRest, CoverGap, GapKind, NeedRow, Planning, RestRow};
pub use posting::PostedEvent;
pub use preview::{Caution, PlaceRow, Preview, SettledRow};
pub use programme::Programme;
pub use progress::{IndicatorRow, MilestoneRow, MilestoneState, ReadingRow};
pub use report::{
    AreaData, AreaLine, BudgetData, CaseData, CaseLine, ClaimData, PaidBeyond, ProofData,
    ProofLine, ReportFrame, ReturnRow,
};
pub use review::{DrawReview, PaymentTrail, StepRow};
pub use sheet::{ReminderRow, SheetData, SheetStep};
pub use task::{AccountReview, TaskReview, TaskRow};

/// The two times of every figure: *Stichtag* and *Datenstand*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Times {
    /// Bookings effective until this day count.
    pub as_of: Day,
    /// Journal entries up to this number are known.
    pub known: Seq,
}

/// The last entry of a chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Number of the entry; 0 for an empty journal.
    pub seq: Seq,
    /// Its chain hash; 32 zero bytes for an empty journal.
    pub hash: [u8; 32],
    /// When it was recorded, microseconds since 1970 UTC.
    pub recorded_at: i64,
}

/// Amount per stage; sources are kept positive, as people read them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(pub BTreeMap<Stage, Money>);

impl Sums {
    /// True when money of the programme stands at any stage.
    #[must_use]
    pub fn has_money(&self) -> bool {
        self.0.iter().any(|(stage, amount)| stage.is_money() && !amount.is_zero())
    }

    /// The amount at a stage, zero when nothing stands there.
    #[must_use]
    pub fn at(&self, stage: Stage) -> Money {
        self.0.get(&stage).copied().unwrap_or_default()
    }

    /// *noch offen*: Committed + Requested + Ordered.
    #[must_use]
    pub fn open(&self) -> Money {
        Stage::OPEN.iter().map(|stage| self.at(*stage)).sum()
    }

    /// What came besides the appropriation, less what left besides it.
    #[must_use]
    pub fn besides(&self) -> Money {
        let (came, left) = Stage::BESIDES.split_at(3);
        let sum = |stages: &[Stage]| -> Money { stages.iter().map(|stage| self.at(*stage)).sum() };
        sum(came) - sum(left)
    }

    /// *Ist*: Paid + Held + Reclaimed + WrittenOff + Returned.
    #[must_use]
    pub fn actual(&self) -> Money {
        Stage::ACTUAL.iter().map(|stage| self.at(*stage)).sum()
    }

    /// Adds the other amounts stage by stage.
    pub fn add(&mut self, other: &Self) {
        for (stage, amount) in &other.0 {
            *self.0.entry(*stage).or_default() += *amount;
        }
    }
}

/// What the rows of a balance are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// The total alone.
    Stage,
    /// Fiscal years.
    Year,
    /// Titles.
    Title,
    /// Recipients; money without recipient under key "".
    Recipient,
    /// Recipients by fiscal year, keyed as "16066 2020"; money without recipient as " 2020".
    RecipientYear,
    /// Grants; money without grant under key "".
    Grant,
}

/// One row of a balance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BalanceRow {
    /// Year, title, recipient or file number; empty for money without one.
    pub key: String,
    /// Name in words: title name, recipient's full name, purpose; empty for years.
    pub name: String,
    /// Amount per stage.
    pub sums: Sums,
    /// *bewilligt* (in force): the sum of the grants' due lines.
    pub granted: Money,
}

/// A balance at a pair of times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// What the rows are.
    pub by: GroupBy,
    /// Rows in the order of their key.
    pub rows: Vec<BalanceRow>,
    /// Sum of the rows.
    pub total: BalanceRow,
}

/// A person enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Number.
    pub person: PersonNo,
    /// Name, or `None` when it was erased.
    pub name: Option<String>,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// Login that the person is enrolled for.
    pub login: Option<String>,
    /// Last day of the roles.
    pub roles_until: Option<Day>,
    /// Highest amount that the person may order at once.
    pub order_limit: Option<Money>,
}

impl PersonRow {
    /// The person as far as steps ask for it.
    #[must_use]
    pub fn hand(&self) -> Hand<'_> {
        Hand {
            person: self.person,
            roles: &self.roles,
            roles_until: self.roles_until,
            order_limit: self.order_limit,
        }
    }

    /// True when the person has a role that the kind needs, or the kind needs none.
    #[must_use]
    pub fn may_book(&self, kind: Kind) -> bool {
        let roles = kind.roles();
        roles.is_empty() || roles.iter().any(|role| self.roles.contains(role))
    }
}

/// A budget title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleRow {
    /// Key.
    pub title: TitleKey,
    /// *Zweckbestimmung*.
    pub name: String,
    /// Investive or consumptive.
    pub investive: bool,
}

/// A recipient with its sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientRow {
    /// Key.
    pub key: RecipientKey,
    /// Name without type.
    pub name: String,
    /// Type.
    pub recipient_type: RecipientType,
    /// Last day of the territory's validity.
    pub valid_until: Option<Day>,
    /// Recipient that took over.
    pub successor: Option<RecipientKey>,
    /// Amount per stage over all its grants.
    pub sums: Sums,
    /// *bewilligt* in force.
    pub granted: Money,
}

impl RecipientRow {
    /// True for one with amounts in force or paid: who gets a statement.
    #[must_use]
    pub fn has_money(&self) -> bool {
        !self.granted.is_zero() || !self.sums.actual().is_zero()
    }
}

/// A grant with its sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantRow {
    /// File number.
    pub grant: FileNumber,
    /// Recipient.
    pub recipient: RecipientKey,
    /// Its name without type.
    pub recipient_name: String,
    /// Its type.
    pub recipient_type: RecipientType,
    /// What the money is for.
    pub purpose: String,
    /// Day of the notice.
    pub issued_on: Day,
    /// Amount per stage.
    pub sums: Sums,
    /// *bewilligt* in force.
    pub granted: Money,
}

/// A due line of a grant with its sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// Title.
    pub title: TitleKey,
    /// Investive or consumptive.
    pub investive: bool,
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// In force.
    pub granted: Money,
    /// Amount per stage.
    pub sums: Sums,
    /// What can still be drawn from the Stichtag on: what later bookings take is taken off.
    pub drawable: Money,
}

/// One booking of a grant: notice, draw, order, payment, return, claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveRow {
    /// Number in the journal.
    pub seq: Seq,
    /// What happened.
    pub kind: Kind,
    /// When it counts.
    pub effective_on: Day,
    /// File or cash reference.
    pub voucher: String,
    /// The event referred to.
    pub reference: Option<Seq>,
    /// Due line and amount.
    pub line: LineAmount,
    /// For a rebooking: the due line that the amount is taken from.
    pub taken_from: Option<LineAmount>,
    /// Year of the revenue, when a repayment or return does not lower the *Ist*.
    pub revenue_year: Option<FiscalYear>,
    /// Payment that a repayment is set off against (*Aufrechnung*), instead of a credit.
    pub set_off: Option<Seq>,
    /// For an order and the payment on it: the text for the recipient's bank statement.
    pub payment_text: Option<String>,
    /// For an order and the payment on it: the milestone it is held against.
    pub milestone: Option<ItemKey>,
    /// For a payment: the day of its order.
    pub ordered_on: Option<Day>,
    /// What is left to decide: of a draw to order, of an order to pay, of a payment to return or
    /// claim, of a claim to repay.
    pub left: Money,
    /// The same with bookings of later days taken off: what can still be decided.
    pub undecided: Money,
    /// For a draw: number of the instalment that its next order is.
    pub next_rate: Option<usize>,
    /// Name of the person who booked it, or its number.
    pub actor: String,
}

impl MoveRow {
    /// What the booking does to the recipient's bank account, or `None` when nothing moves there.
    ///
    /// Payments go in, returns, repayments and unused money go out, whether or not they lower the
    /// *Ist*; by a set-off the payment that it names comes in with less.
    #[must_use]
    pub const fn at_recipient(&self) -> Option<Money> {
        let cents = self.line.amount_cents.cents();
        match self.kind {
            Kind::PaymentConfirmed | Kind::HeldPaid => Some(Money::from_cents(cents)),
            Kind::PaymentReturned | Kind::ClaimRepaid | Kind::UnusedReturned => {
                Some(Money::from_cents(-cents))
            }
            _ => None,
        }
    }

    /// The same for the account of one grant, where a rebooking moves an amount too.
    #[must_use]
    pub fn on_grant(&self, grant: &FileNumber) -> Option<Money> {
        let Some(from) = &self.taken_from else { return self.at_recipient() };
        let here = |line: &LineAmount| {
            if line.grant == *grant { line.amount_cents } else { Money::ZERO }
        };
        let moved = here(&self.line) - here(from);
        (!moved.is_zero()).then_some(moved)
    }
}

/// A version of a grant: notice and what changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    /// Number in the journal.
    pub seq: Seq,
    /// Notice, increase, reduction, claim.
    pub kind: Kind,
    /// Day of the notice.
    pub effective_on: Day,
    /// Change of the amount in force.
    pub change: Money,
    /// In force afterwards.
    pub granted: Money,
    /// Why.
    pub reason: String,
}

/// All that is known of a grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantDetail {
    /// The row of the list.
    pub row: GrantRow,
    /// Kind of financing.
    pub financing: Financing,
    /// Quota in percent, for a share.
    pub quota_percent: Option<rust_decimal::Decimal>,
    /// Eligible expenditure.
    pub eligible: Money,
    /// Third-party funds.
    pub third_party: Money,
    /// Own share: eligible expenditure less the amount in force and third-party funds.
    pub own_share: Money,
    /// *Kassenzeichen*.
    pub cash_reference: String,
    /// Last day of the period of approval.
    pub period_until: Day,
    /// Due lines.
    pub lines: Vec<LineRow>,
    /// Bookings in the order of the journal.
    pub moves: Vec<MoveRow>,
    /// Versions in the order of the journal.
    pub versions: Vec<VersionRow>,
    /// Milestones of the grant.
    pub milestones: Vec<MilestoneRow>,
    /// Municipalities that benefit, key and name.
    pub beneficiaries: Vec<(RecipientKey, String)>,
    /// Where it comes from.
    pub source: Option<Source>,
}

/// A bank account of a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankAccountRow {
    /// Number of the recording in the journal.
    pub seq: Seq,
    /// What was recorded.
    pub account: BankAccountRecorded,
    /// When it was recorded for.
    pub effective_on: Day,
    /// Who recorded it.
    pub recorded_by: PersonNo,
    /// Confirmed by a second person and no payment returned since: may be paid to.
    pub usable: bool,
}

/// All that is known of a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientDetail {
    /// The row of the list.
    pub row: RecipientRow,
    /// Address field below the name.
    pub address: Vec<String>,
    /// Its grants.
    pub grants: Vec<GrantDetail>,
    /// Its bank accounts, the newest first.
    pub bank_accounts: Vec<BankAccountRow>,
    /// Head of its own chain.
    pub head: Head,
}

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalRow {
    /// Number.
    pub seq: Seq,
    /// Kind.
    pub kind: Kind,
    /// When it was recorded, microseconds since 1970 UTC.
    pub recorded_at: i64,
    /// When it counts.
    pub effective_on: Day,
    /// Recipient; empty at programme level.
    pub recipient: RecipientKey,
    /// Its name with its type.
    pub recipient_name: String,
    /// Person who booked it.
    pub actor: PersonNo,
    /// Name of the person, or `None` when it was erased.
    pub actor_name: Option<String>,
    /// Login under which it was booked.
    pub login: String,
    /// File or cash reference.
    pub voucher: String,
    /// The event referred to.
    pub reference: Option<Seq>,
    /// Amount that it moves, if any.
    pub amount: Option<Money>,
    /// Grant, milestone, indicator or title that it concerns.
    pub object: String,
    /// Title and fiscal year that its amount of a grant is charged to; of a rebooking, those before
    /// and those after it.
    pub charged: Vec<(TitleKey, FiscalYear)>,
    /// The reversal of this event, if any.
    pub reversed_by: Option<Seq>,
    /// Body as stored.
    pub body: String,
    /// Identity given by the form that proposed it.
    pub uid: Uid,
    /// Number in the chain of the recipient.
    pub recipient_seq: Seq,
    /// Chain hash.
    pub hash: [u8; 32],
    /// Hash in the chain of the recipient.
    pub recipient_hash: [u8; 32],
}

/// What a dialog needs to check a grant while it is typed: availability per title and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// Titles with name.
    pub titles: Vec<TitleRow>,
    /// Availability per title and fiscal year.
    pub money: BTreeMap<(TitleKey, FiscalYear), Availability>,
    /// Free commitment authority per title, budget year and due year.
    pub authority: BTreeMap<(TitleKey, FiscalYear, FiscalYear), Money>,
}
