//! What the pages of one case and of one recipient show beside their money.

use std::collections::BTreeMap;

use super::{BankAccountRow, CaseRow, DeadlineRow, MilestoneRow, StepRow, TaskRow};
use crate::domain::body::BeneficiaryNamed;
use crate::domain::id::ItemKey;
use crate::domain::recipient::RecipientType;
use crate::domain::{
    Day, FileNumber, FiscalYear, ImpreciseDate, Kind, Money, PersonNo, RecipientKey, Seq, TitleKey,
};

/// An entry of a case as it stands in the journal, what was corrected and corrections included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseEntry {
    /// Number in the journal.
    pub seq: Seq,
    /// What happened.
    pub kind: Kind,
    /// When it was recorded, microseconds since 1970 UTC.
    pub recorded_at: i64,
    /// When it counts.
    pub effective_on: Day,
    /// Who booked it.
    pub person: PersonNo,
    /// Name of the person, or `None` when it was erased.
    pub name: Option<String>,
    /// File or cash reference; empty where none is needed.
    pub voucher: String,
    /// The entry referred to.
    pub reference: Option<Seq>,
    /// Amount that it moves, negative for a correction of it.
    pub amount: Option<Money>,
    /// The correction of this entry, if any is known.
    pub reversed_by: Option<Seq>,
}

/// A draw, or a payment rebooked from elsewhere, and all that followed from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawChain {
    /// Place of the draw among the entries of the case.
    pub draw: usize,
    /// What followed: how many entries away from the draw, and its place among the entries.
    pub steps: Vec<(u8, usize)>,
}

/// A forecast of a milestone, and since when it was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForecastRow {
    /// Number in the journal.
    pub seq: Seq,
    /// Day on which it was reported.
    pub on: Day,
    /// What was expected from then on.
    pub date: ImpreciseDate,
    /// Why the expectation changed.
    pub reason: String,
}

/// The forecasts of milestones, each in the order of their day; the last one is in force.
pub type Forecasts = BTreeMap<ItemKey, Vec<ForecastRow>>;

/// A bank account, and who recorded and confirmed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountTrail {
    /// The account.
    pub row: BankAccountRow,
    /// Who recorded it.
    pub recorded: StepRow,
    /// Who confirmed it last; a payment that came back since makes that void.
    pub confirmed: Option<StepRow>,
}

/// What the page of a case shows beside its detail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CasePage {
    /// All entries of the case in the order of the journal.
    pub entries: Vec<CaseEntry>,
    /// Its draws with what followed, without what was corrected.
    pub draws: Vec<DrawChain>,
    /// Steps that wait, in the order of the procedure.
    pub tasks: Vec<TaskRow>,
    /// Bank accounts of the recipient, the newest first.
    pub accounts: Vec<AccountTrail>,
    /// Forecasts of the milestones of the case.
    pub forecasts: Forecasts,
    /// Budget years whose commitment authority a due line uses.
    pub authority: BTreeMap<(FiscalYear, TitleKey), Vec<FiscalYear>>,
}

/// A recipient that another one took over from, or that took over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Key.
    pub key: RecipientKey,
    /// Name without type.
    pub name: String,
    /// Type.
    pub recipient_type: RecipientType,
}

/// What the page of a recipient shows beside its account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecipientPage {
    /// Its applications and grants with their state.
    pub cases: Vec<CaseRow>,
    /// Steps of them that wait.
    pub tasks: Vec<TaskRow>,
    /// Its bank accounts, the newest first.
    pub accounts: Vec<AccountTrail>,
    /// Its milestones.
    pub milestones: Vec<MilestoneRow>,
    /// Their forecasts.
    pub forecasts: Forecasts,
    /// Its deadlines by day.
    pub deadlines: Vec<DeadlineRow>,
    /// Who took over from it.
    pub successor: Option<Neighbour>,
    /// From whom it took over.
    pub predecessors: Vec<Neighbour>,
    /// Grants of others from which it benefits without getting money.
    pub benefits: Vec<(FileNumber, BeneficiaryNamed)>,
}
