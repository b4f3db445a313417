//! What the reports of an audience are made of: counties, grants, proofs, claims, the budget.

use std::collections::BTreeMap;

use super::{
    AreaRow, AreaSums, Budget, CaseRow, ClaimRow, Head, InterestRow, Programme, RestRow, Sums,
    Times,
};
use crate::domain::body::{CheckResult, ProofKind};
use crate::domain::interest::{Interest, Terms};
use crate::domain::{Day, FiscalYear, Money, Seq};

/// What every report says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFrame {
    /// The programme.
    pub programme: Programme,
    /// The pair of times.
    pub times: Times,
    /// Chain head at the Datenstand.
    pub head: Head,
}

/// A county, independent city or recipient without one, in all years and in one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaLine {
    /// The area with its amounts in all years.
    pub area: AreaRow,
    /// Its amounts in the fiscal year.
    pub of_year: AreaSums,
    /// How many grants.
    pub grants: usize,
}

/// Why more can be paid than is granted: what stays in the *Ist* and is not granted besides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaidBeyond {
    /// Claimed back (*Erstattungen*), without what was repaid while the books were open.
    pub claimed: Money,
    /// Given back after the books were closed (*Rückgaben*) and granted anew.
    pub regranted: Money,
}

/// Everything that report R2 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaData {
    /// What it rests on.
    pub frame: ReportFrame,
    /// Fiscal year that is told apart.
    pub year: FiscalYear,
    /// Counties and independent cities by key.
    pub counties: Vec<AreaLine>,
    /// Recipients with amounts that lie in none of them, by name.
    pub others: Vec<AreaLine>,
    /// Day until which every payment is reconciled with the cash office.
    pub reconciled_until: Option<Day>,
    /// Why more can be paid than is granted.
    pub beyond: PaidBeyond,
}

/// A case with its amounts, in all years and in one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLine {
    /// The case.
    pub case: CaseRow,
    /// Amount per stage.
    pub sums: Sums,
    /// What the notice granted, before any change; `None` without a notice.
    pub of_notice: Option<Money>,
    /// In force for the fiscal year.
    pub granted_of_year: Money,
    /// *Ist* of the fiscal year.
    pub actual_of_year: Money,
    /// Last day to hand in the final proof of use, while none is handed in; without extensions, as
    /// in [`ProofLine::due_on`]. `None` when nothing was paid.
    pub proof_due_on: Option<Day>,
}

/// Everything that report R3 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseData {
    /// What it rests on.
    pub frame: ReportFrame,
    /// Fiscal year that is told apart.
    pub year: FiscalYear,
    /// Cases by recipient (DIN 5007) and file number.
    pub rows: Vec<CaseLine>,
    /// Day until which every payment is reconciled with the cash office.
    pub reconciled_until: Option<Day>,
    /// Why more can be paid than is granted.
    pub beyond: PaidBeyond,
}

/// A proof of use: expected, received or checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofLine {
    /// The case.
    pub case: CaseRow,
    /// Interim or final.
    pub kind: ProofKind,
    /// *Ist* of the grant.
    pub actual: Money,
    /// Last day to hand it in.
    pub due_on: Day,
    /// Day of receipt.
    pub received_on: Option<Day>,
    /// Day and result of the check, and the fixed grant of a final proof.
    pub checked: Option<(Day, CheckResult, Option<Money>)>,
}

/// Everything that report R5 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofData {
    /// What it rests on.
    pub frame: ReportFrame,
    /// Proofs by the day on which they are due.
    pub rows: Vec<ProofLine>,
    /// Day until which every payment is reconciled with the cash office.
    pub reconciled_until: Option<Day>,
}

/// Everything that report R6 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetData {
    /// What it rests on.
    pub frame: ReportFrame,
    /// Fiscal year that is told apart.
    pub year: FiscalYear,
    /// The budget.
    pub budget: Budget,
    /// What is left of past years, and what became of it.
    pub rests: Vec<RestRow>,
    /// In force from authority of earlier budget years, per fiscal year, as report R1 has it.
    pub from_authority: BTreeMap<FiscalYear, Money>,
}

/// Everything that report R7 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimData {
    /// What it rests on.
    pub frame: ReportFrame,
    /// Claims by day.
    pub claims: Vec<(CaseRow, ClaimRow)>,
    /// Assessments of interest by day.
    pub interest: Vec<(CaseRow, InterestRow)>,
    /// How each of them was computed, by its number and with the terms of then; without those of
    /// which no base rate is known any more.
    pub arithmetic: BTreeMap<Seq, (Interest, Terms)>,
    /// Returns of unused money by day: no claim is behind them.
    pub returns: Vec<(CaseRow, ReturnRow)>,
}

/// Unused money that came back (*Rückgabe*), the grant staying as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReturnRow {
    /// Number in the journal.
    pub seq: Seq,
    /// Day of the credit.
    pub on: Day,
    /// Fiscal year of the payment.
    pub year: FiscalYear,
    /// What came back.
    pub amount: Money,
    /// Year of the revenue; `None` while the books were open (*Absetzung*).
    pub revenue_year: Option<FiscalYear>,
}
