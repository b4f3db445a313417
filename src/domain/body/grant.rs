//! Bodies of grants: notice and what changes it.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::domain::{Day, FileNumber, FiscalYear, Money, RecipientKey, TitleKey};

/// A due line (*Fälligkeit*, *Jahresscheibe*) of a grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueLine {
    /// Budget title.
    pub title: TitleKey,
    /// Fiscal year in which the money is due.
    pub fiscal_year: FiscalYear,
    /// Amount in cents, above zero.
    pub amount_cents: Money,
    /// Budget year whose commitment authority is used, when due after the notice's year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_year: Option<FiscalYear>,
}

/// How a grant is financed (domain.md section 1.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Financing {
    /// *Anteilfinanzierung*
    Share,
    /// *Fehlbedarfsfinanzierung*
    Shortfall,
    /// *Festbetragsfinanzierung*
    FixedAmount,
    /// *Vollfinanzierung*
    Full,
}

/// Grant issued (*Bescheid erlassen*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantIssued {
    /// File number.
    pub grant: FileNumber,
    /// What the money is for.
    pub purpose: String,
    /// Kind of financing.
    pub financing: Financing,
    /// Quota in percent for a share, as text ("80").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota_percent: Option<rust_decimal::Decimal>,
    /// Eligible expenditure (*zuwendungsfähige Ausgaben*) in cents.
    pub eligible_cents: Money,
    /// The recipient's own reference for the credit (*Kassenzeichen*).
    pub cash_reference: String,
    /// Last day of the period of approval (*Bewilligungszeitraum*).
    pub period_until: Day,
    /// Due lines.
    pub lines: Vec<DueLine>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Grant increased by an amending notice (*Änderungsbescheid*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantIncreased {
    /// File number.
    pub grant: FileNumber,
    /// Amounts to add.
    pub lines: Vec<DueLine>,
    /// Why.
    pub reason: String,
    /// Eligible expenditure from this notice on, in cents, when it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_cents: Option<Money>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// What becomes of authority that a reduction frees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthorityReturn {
    /// Free again: the reduction falls into the authority's own budget year.
    Free,
    /// Lapsed: its budget year is over.
    Lapsed,
}

/// One line of a reduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReductionLine {
    /// Budget title.
    pub title: TitleKey,
    /// Fiscal year of the due line.
    pub fiscal_year: FiscalYear,
    /// Amount in cents to take away, above zero.
    pub amount_cents: Money,
    /// Budget year whose authority the due line had used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_year: Option<FiscalYear>,
    /// What becomes of that authority; given together with its year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_return: Option<AuthorityReturn>,
}

/// Grant reduced by what is not paid yet (*Minderung des Unausgezahlten*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantReduced {
    /// File number.
    pub grant: FileNumber,
    /// Amounts to take away.
    pub lines: Vec<ReductionLine>,
    /// Why.
    pub reason: String,
    /// Eligible expenditure from this notice on, in cents, when it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_cents: Option<Money>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Beneficiary of a grant named: it benefits and gets no money row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeneficiaryNamed {
    /// File number.
    pub grant: FileNumber,
    /// Key of the municipality.
    pub key: RecipientKey,
    /// Its name.
    pub name: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}
