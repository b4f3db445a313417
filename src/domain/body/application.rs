//! Bodies of the application, from its receipt to its decision (domain.md section 1.3).

use serde::{Deserialize, Serialize};

use super::Source;
use crate::domain::{Day, FileNumber, Money};

/// Financing plan (*Finanzierungsplan*): what the project costs and who pays it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinancingPlan {
    /// Total expenditure (*Gesamtausgaben*) in cents.
    pub total_cents: Money,
    /// Eligible expenditure (*zuwendungsfähige Ausgaben*) in cents.
    pub eligible_cents: Money,
    /// The applicant's own share (*Eigenanteil*) in cents.
    pub own_cents: Money,
    /// Third-party funds (*Drittmittel*) in cents.
    pub third_party_cents: Money,
}

/// A step of the examination.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExaminationStep {
    /// *Prüfung aufgenommen*
    Begun,
    /// *Unterlagen nachgefordert*
    DocumentsRequested,
    /// *Unterlagen nachgereicht*
    DocumentsReceived,
}

bodies! {
    /// Application received (*Antrag eingegangen*); the event's day is the day of receipt.
    ApplicationReceived {
        /// File number, later that of the grant.
        grant: FileNumber,
        /// What the money is for.
        purpose: String,
        /// Requested grant (*beantragt*) in cents.
        requested_cents: Money,
        /// Financing plan; with the requested grant it balances.
        plan: FinancingPlan,
    }

    /// Step of the examination (*in Prüfung*, *Nachforderung*); `ref` is the application.
    ExaminationNoted {
        /// File number.
        grant: FileNumber,
        /// Which step.
        step: ExaminationStep,
        /// What was examined, requested or received.
        note: String,
        /// Term for documents requested.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
    }

    /// Application examined and ready for the decision; `ref` is the application.
    ApplicationExamined {
        /// File number.
        grant: FileNumber,
        /// Result of the examination.
        result: String,
        /// True when the same expenditure is paid from no other public source
        /// (*keine Doppelförderung*).
        no_double_funding: bool,
        /// Day of the first contract for the project, if one is concluded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contract_on: Option<Day>,
        /// Why a start before consent does no harm, when the contract is earlier than it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start_checked: Option<String>,
    }

    /// Consent to an early start (*förderunschädlicher vorzeitiger Vorhabenbeginn*, VV Nr. 1.3);
    /// no promise of funding; `ref` is the application.
    EarlyStartConsented {
        /// File number.
        grant: FileNumber,
        /// Day of the request.
        requested_on: Day,
        /// Day from which a start does no harm.
        valid_from: Day,
        /// Objective reason.
        reason: String,
    }

    /// Application rejected (*abgelehnt*); `ref` is the application.
    ApplicationRejected {
        /// File number.
        grant: FileNumber,
        /// Why.
        reason: String,
    }

    /// Application withdrawn or otherwise done with; `ref` is the application.
    ApplicationWithdrawn {
        /// File number.
        grant: FileNumber,
        /// Why.
        reason: String,
    }
}
