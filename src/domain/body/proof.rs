//! Bodies of proof of use, claims and interest (domain.md sections 1.7 to 1.9).

use serde::{Deserialize, Serialize};

use super::{LineAmount, Source};
use crate::domain::{Day, FileNumber, FiscalYear, Money, Seq, TitleKey};

/// Which proof of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// *Zwischennachweis*
    Interim,
    /// *Verwendungsnachweis*
    Final,
}

/// Result of the check of a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckResult {
    /// *ohne Beanstandung*
    Clean,
    /// *mit Beanstandung*
    Objections,
}

/// Legal ground of a reduction or claim (domain.md section 1.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimGround {
    /// *auflösende Bedingung*, ANBest Nr. 2.
    ResolutiveCondition,
    /// *Widerruf*, § 49 (3) VwVfG.
    Revocation,
    /// *Rücknahme*, § 48 VwVfG.
    Withdrawal,
    /// *Schlussbescheid* in place of a provisional notice.
    FinalNotice,
}

/// How a claim is put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deferral {
    /// *Stundung*, § 59 (1) Nr. 1 ThürLHO.
    Deferred,
    /// *Niederschlagung*, § 59 (1) Nr. 2 ThürLHO.
    Suspended,
}

/// Which interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InterestKind {
    /// *Erstattungszinsen*, § 49a (3) VwVfG.
    Reclaim,
    /// *Verzögerungszinsen*, § 49a (4) VwVfG.
    Delay,
}

/// An amount of revenue on a grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Charge {
    /// File number.
    pub grant: FileNumber,
    /// Budget title of the payment that it comes from.
    pub title: TitleKey,
    /// Fiscal year of the revenue.
    pub fiscal_year: FiscalYear,
    /// Amount in cents, above zero.
    pub amount_cents: Money,
}

/// Claim raised (*Erstattung festgesetzt*, § 49a ThürVwVfG); `ref` is the payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimRaised {
    /// What is claimed back; the grant falls by it in the same event.
    pub line: LineAmount,
    /// Why.
    pub reason: String,
    /// Legal ground.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<ClaimGround>,
    /// Day on which the money is due.
    pub due_on: Day,
    /// Day from which the revocation works, for interest only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_effect_on: Option<Day>,
    /// Eligible expenditure from this notice on, in cents, when it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_cents: Option<Money>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Claim repaid (*Rückzahlung*); `ref` is the claim. While the books are open it lowers the Ist
/// (*Absetzung von der Ausgabe*), later it is revenue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimRepaid {
    /// What was credited.
    pub line: LineAmount,
    /// Year of the revenue, when it is revenue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue_year: Option<FiscalYear>,
    /// Payment that the claim is set off against (*Aufrechnung*), instead of a credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_off: Option<Seq>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

bodies! {
    /// Proof of use received (*Verwendungsnachweis vorgelegt*).
    ProofReceived {
        /// File number.
        grant: FileNumber,
        /// Interim or final.
        proof: ProofKind,
        /// Last day that it covers.
        covers_until: Day,
        /// Actual eligible expenditure in cents.
        eligible_cents: Money,
        /// Actual third-party funds in cents.
        third_party_cents: Money,
        /// True when the recipient's own auditors certified it.
        certified: bool,
    }

    /// Proof of use asked for again (*Mahnung*).
    ProofReminded {
        /// File number.
        grant: FileNumber,
        /// New term.
        until: Day,
    }

    /// Proof of use checked by a second person; `ref` is its receipt.
    ProofChecked {
        /// File number.
        grant: FileNumber,
        /// With or without objections.
        result: CheckResult,
        /// Fixed grant (*festgesetzte Zuwendung*) in cents, for a final proof.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        settled_cents: Option<Money>,
        /// What was found.
        note: String,
    }

    /// Claim annulled (*aufgehoben*); `ref` is the claim, the grant rises by it again.
    ClaimAnnulled {
        /// What is annulled.
        line: LineAmount,
        /// Why.
        reason: String,
    }

    /// Claim deferred or suspended (§ 59 ThürLHO); `ref` is the claim.
    ClaimDeferred {
        /// File number.
        grant: FileNumber,
        /// Deferred or suspended.
        manner: Deferral,
        /// New term, for a deferral.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
        /// Why.
        reason: String,
    }

    /// Claim waived (*Erlass*, § 59 (1) Nr. 3 ThürLHO); `ref` is the claim.
    ClaimWaived {
        /// What is waived.
        line: LineAmount,
        /// Why.
        reason: String,
    }

    /// Unused money returned, the grant stays in force (*Rückgabe*); `ref` is the payment.
    UnusedReturned {
        /// What was credited.
        line: LineAmount,
        /// Year of the revenue, when it is revenue.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        revenue_year: Option<FiscalYear>,
        /// Why.
        reason: String,
    }

    /// Interest assessed (*Zinsen festgesetzt*, § 49a VwVfG); `ref` is the claim, or the payment
    /// that was not used in time. Never a stage of the grant's money.
    InterestAssessed {
        /// What is assessed, in the year in which it is due.
        charge: Charge,
        /// Reclaim or delay interest.
        interest: InterestKind,
        /// Amount in cents that bears the interest.
        principal_cents: Money,
        /// Event after which interest begins.
        event_on: Day,
        /// Last day with interest: credit, or proper use.
        until: Day,
        /// Day on which it is due.
        due_on: Day,
    }

    /// Interest received; `ref` is its assessment.
    InterestReceived {
        /// What was credited, in the year of the credit.
        charge: Charge,
        /// Year in which it was assessed.
        assessed_year: FiscalYear,
        /// Which interest.
        interest: InterestKind,
    }

    /// Interest waived; `ref` is its assessment.
    InterestWaived {
        /// What is waived, in the year of its assessment.
        charge: Charge,
        /// Which interest.
        interest: InterestKind,
        /// Why.
        reason: String,
    }
}
