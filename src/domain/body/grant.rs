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

/// Auxiliary rules that are part of the notice (*Nebenbestimmungen*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuxiliaryRules {
    /// *ANBest-Gk*
    AnbestGk,
    /// *ANBest-P*
    AnbestP,
}

/// When the state pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentMode {
    /// *Vorschuss*: for the need of the next months.
    Advance,
    /// *Erstattungsprinzip*: on paid invoices.
    PaidInvoices,
}

/// Grant issued (*Bescheid erlassen*); `ref` is the application.
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
    /// Total expenditure (*Gesamtausgaben*) in cents; without it the eligible one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_cents: Option<Money>,
    /// Third-party funds in cents; without it none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub third_party_cents: Option<Money>,
    /// Auxiliary rules of the notice; without it ANBest-Gk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<AuxiliaryRules>,
    /// In advance or on paid invoices; without it in advance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_mode: Option<PaymentMode>,
    /// True when the notice asks for interim proofs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub interim_proof: bool,
    /// Years for which the purpose binds (*Zweckbindungsfrist*), from the closing of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound_years: Option<u32>,
    /// Why the grant cannot wait for the budget law, under provisional budget management.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgent_reason: Option<String>,
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

/// How a notice reached the recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnnouncementManner {
    /// By post: the event's day is the day of posting (§ 41 (2) VwVfG).
    Post,
    /// Against receipt (*Empfangsbestätigung*): the event's day is the day of receipt.
    Receipt,
}

/// How a challenge ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChallengeOutcome {
    /// The notice stands and is final.
    Dismissed,
    /// The notice was annulled.
    Annulled,
}

bodies! {
    /// Notice announced (*bekannt gegeben*); `ref` is the notice.
    NoticeAnnounced {
        /// File number.
        grant: FileNumber,
        /// By post or against receipt.
        manner: AnnouncementManner,
    }

    /// Waiver of legal remedies received (*Rechtsbehelfsverzicht*); `ref` is the notice.
    RemedyWaived {
        /// File number.
        grant: FileNumber,
    }

    /// Notice challenged in court (*angefochten*); `ref` is the notice.
    NoticeChallenged {
        /// File number.
        grant: FileNumber,
        /// File number of the court.
        court_file: String,
    }

    /// Challenge ended; `ref` is the challenge.
    ChallengeEnded {
        /// File number.
        grant: FileNumber,
        /// How.
        outcome: ChallengeOutcome,
    }

    /// Notice amended without a change of money (*Änderungsbescheid*); absent fields stay.
    GrantAmended {
        /// File number.
        grant: FileNumber,
        /// Why.
        reason: String,
        /// Last day of the period of approval.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period_until: Option<Day>,
        /// Quota in percent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quota_percent: Option<rust_decimal::Decimal>,
        /// Eligible expenditure in cents.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        eligible_cents: Option<Money>,
        /// Total expenditure in cents.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        total_cents: Option<Money>,
        /// Third-party funds in cents.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        third_party_cents: Option<Money>,
        /// What the money is for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        purpose: Option<String>,
        /// *Kassenzeichen*
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cash_reference: Option<String>,
    }

    /// Part of a due line shifted to another year (*Fälligkeit verschoben*).
    DueShifted {
        /// File number.
        grant: FileNumber,
        /// What is taken away.
        from: ReductionLine,
        /// What takes its place, same amount.
        to: DueLine,
        /// Why.
        reason: String,
    }

    /// Commitment restored after unused money came back as revenue; `ref` is that return.
    CommitmentRestored {
        /// File number.
        grant: FileNumber,
        /// Fiscal year of the due line that the money was paid from.
        from_year: FiscalYear,
        /// Due line in whose year it can be drawn again.
        line: DueLine,
        /// Why.
        reason: String,
    }

    /// Case closed (*abgeschlossen*); the purpose still binds.
    CaseClosed {
        /// File number.
        grant: FileNumber,
        /// Result.
        result: String,
        /// Last day for which the purpose binds (*Zweckbindungsfrist*).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bound_until: Option<Day>,
    }
}
