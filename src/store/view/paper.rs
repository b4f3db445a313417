//! What the papers are made of.

use std::collections::BTreeMap;

use super::{
    Balance, ClaimRow, DeadlineRow, GrantRow, Head, IndicatorRow, InterestRow, MilestoneRow,
    Outflow, PaidBeyond, Programme, RecipientDetail, RecipientRow, Sums, Times, TitleRow,
};
use crate::domain::availability::Standing;
use crate::domain::cash::OpenLine;
use crate::domain::setting::Letterhead;
use crate::domain::{Day, FileNumber, FiscalYear, Money, TitleKey};

/// What a grant was claimed, what interest was assessed, and what is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// Claims in the order of the journal.
    pub claims: Vec<ClaimRow>,
    /// Interest in the order of the journal.
    pub interest: Vec<InterestRow>,
    /// Deadlines by day.
    pub deadlines: Vec<DeadlineRow>,
}

/// Everything that a recipient's statement says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementData {
    /// The programme and its letterhead.
    pub programme: Programme,
    /// The pair of times.
    pub times: Times,
    /// Chain head at the Datenstand.
    pub head: Head,
    /// Read from the extract for the recipient, not from the whole ledger.
    pub extract: bool,
    /// The recipient's account.
    pub detail: RecipientDetail,
    /// Day until which every payment to the recipient is reconciled with the cash office.
    pub reconciled_until: Option<Day>,
    /// What each grant owes and has to hand in.
    pub owed: BTreeMap<FileNumber, Owed>,
    /// What the paper carries at its head.
    pub letterhead: Letterhead,
    /// Days after its issue within which it is to be confirmed or objected to.
    pub term_days: u32,
}

/// A title in a fiscal year, as parliament asks for it (domain.md section 2.5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleYear {
    /// Amount per stage.
    pub sums: Sums,
    /// In force and decided in the year itself, by whatever notice.
    pub new: Money,
    /// In force from authority of earlier budget years.
    pub from_authority: Money,
    /// Authority that is in use for the year, whatever became of the grants that used it.
    pub authority_used: Money,
    /// In force from bound remainders of the year before.
    pub carried: Money,
    /// No longer in force, because unused money came back after the books closed and was granted
    /// again for another year.
    pub restored: Money,
    /// What of the lapsed a remainder at the charge of the next year replaced
    /// (*Rest zu Lasten des Folgejahres*).
    pub replaced: Money,
}

impl TitleYear {
    /// In force for the year, whenever it was decided.
    #[must_use]
    pub fn granted(&self) -> Money {
        self.new + self.from_authority + self.carried
    }

    /// How much more flowed out than is still in force; nothing where it is not more.
    #[must_use]
    pub fn above(&self) -> Money {
        (self.sums.actual() - self.granted()).max(Money::ZERO)
    }
}

/// How far the payments are compared with the cash office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CashState {
    /// Day until which every payment is reconciled (*mit Kasse abgeglichen bis*).
    pub until: Option<Day>,
    /// Lines of its lists that stayed open (*ungeklärt*).
    pub open: u32,
    /// Day of the first of them.
    pub open_from: Option<Day>,
    /// First and last day of each time that lies between two lists and that none covers, bank days
    /// among them.
    pub gaps: Vec<(Day, Day)>,
    /// The open lines, by day; those beyond the room of an entry are only counted.
    pub rows: Vec<OpenLine>,
}

/// Everything that report R1 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeData {
    /// The programme and its letterhead.
    pub programme: Programme,
    /// The pair of times.
    pub times: Times,
    /// Chain head at the Datenstand.
    pub head: Head,
    /// How far the payments are compared with the cash office.
    pub cash: CashState,
    /// Stages per fiscal year that has money.
    pub years: Balance,
    /// What stands in Available, per fiscal year and by its meaning, title by title.
    pub standing: BTreeMap<FiscalYear, Standing>,
    /// Outflow over time.
    pub outflow: Outflow,
    /// Recipients with grants, the largest amount first.
    pub recipients: Vec<RecipientRow>,
    /// Grants.
    pub grants: Vec<GrantRow>,
    /// Milestones.
    pub milestones: Vec<MilestoneRow>,
    /// Indicators.
    pub indicators: Vec<IndicatorRow>,
    /// Titles.
    pub titles: Vec<TitleRow>,
    /// Stages and amounts in force per title and fiscal year.
    pub title_years: BTreeMap<(TitleKey, FiscalYear), TitleYear>,
    /// Paid per calendar year of the cash office's booking day.
    pub calendar_years: Vec<(i32, Money)>,
    /// When and where the guideline was published, if it is recorded.
    pub published: Option<(Day, String)>,
    /// Why more can be paid than is granted.
    pub beyond: PaidBeyond,
    /// Why the outflow of fiscal years differs from the plan, where it is recorded.
    pub causes: BTreeMap<FiscalYear, String>,
}

/// Of which chain a head is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chain {
    /// The journal's.
    Journal,
    /// A recipient's own, by key; empty for the entries of the programme.
    Recipient(String),
}
