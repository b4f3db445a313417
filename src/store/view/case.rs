//! All that is known of a case besides its money.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{CaseRow, DeadlineRow, GrantDetail};
use crate::domain::body::{ClaimGround, Deferral, InterestKind};
use crate::domain::entity::{Application, Grant};
use crate::domain::procedure::final_proof;
use crate::domain::{Day, FiscalYear, Kind, Money, Seq, Stage, TitleKey};

/// A case in full: application, notice, attestations, proofs, claims, interest, versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDetail {
    /// The row of the list.
    pub row: CaseRow,
    /// The application, if one is recorded.
    pub application: Option<Application>,
    /// The grant, once issued.
    pub grant: Option<Grant>,
    /// Its deadlines by day.
    pub deadlines: Vec<DeadlineRow>,
    /// Attestations of draws in the order of the journal.
    pub attestations: Vec<AttestationRow>,
    /// Orders that were handed over to the cash office, with the day.
    pub handed_over: BTreeMap<Seq, Day>,
    /// Payments that were found in the cash office's list (*abgeglichen*).
    pub reconciled: BTreeSet<Seq>,
    /// Claims in the order of the journal.
    pub claims: Vec<ClaimRow>,
    /// Interest in the order of the journal.
    pub interest: Vec<InterestRow>,
    /// Versions in the order of their day.
    pub versions: Vec<GrantVersion>,
}

impl CaseDetail {
    /// True while an attestation of that kind counts for the draw.
    #[must_use]
    pub fn is_attested(&self, draw: Seq, kind: Kind) -> bool {
        let mut all = self.attestations.iter();
        all.any(|row| row.draw == draw && row.kind == kind && row.counts)
    }

    /// The first attestation that a draw lacks, in the order of the procedure.
    #[must_use]
    pub fn lacks(&self, draw: Seq) -> Option<Kind> {
        let order = [Kind::ArithmeticAttested, Kind::FactuallyAttested];
        order.into_iter().find(|kind| !self.is_attested(draw, *kind))
    }

    /// True when its notice is final on that day, and neither challenged nor annulled.
    #[must_use]
    pub fn is_final(&self, on: Day) -> bool {
        self.row.final_on.is_some_and(|from| from <= on)
    }

    /// True when money of the grant can be drawn: the notice is final on that day, a due line has
    /// something left, in whichever year it is due, and after the proof of use its check leaves
    /// something, too.
    #[must_use]
    pub fn lets_draw(&self, detail: &GrantDetail, on: Day) -> bool {
        let Some(grant) = &self.grant else { return false };
        if !self.is_final(on) || !detail.lines.iter().any(|line| line.drawable.is_positive()) {
            return false;
        }
        let Some(proof) = final_proof(grant) else { return true };
        let Some((_, checked)) = &proof.checked else { return false };
        let sums = &detail.row.sums;
        let drawn = [Stage::Paid, Stage::Held, Stage::Requested, Stage::Ordered];
        let drawn: Money = drawn.into_iter().map(|stage| sums.at(stage)).sum();
        checked.settled_cents.unwrap_or_default() > drawn
    }
}

/// An attestation of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttestationRow {
    /// Number of the draw.
    pub draw: Seq,
    /// Number of the attestation.
    pub seq: Seq,
    /// Arithmetic or factual.
    pub kind: Kind,
    /// Day.
    pub on: Day,
    /// Name of the person, or its number.
    pub actor: String,
    /// False once the draw was sent back.
    pub counts: bool,
}

/// A claim and what is left of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRow {
    /// Number in the journal.
    pub seq: Seq,
    /// Day of the notice.
    pub on: Day,
    /// Fiscal year of the payment.
    pub year: FiscalYear,
    /// As raised.
    pub amount: Money,
    /// Credited (*zurückgezahlt*).
    pub repaid: Money,
    /// Set off against a payment (*aufgerechnet*).
    pub set_off: Money,
    /// *Erlassen*.
    pub waived: Money,
    /// *Aufgehoben*.
    pub annulled: Money,
    /// Not repaid, set off, waived or annulled.
    pub left: Money,
    /// Day on which it is due, put off by a deferral.
    pub due_on: Day,
    /// Legal ground.
    pub ground: Option<ClaimGround>,
    /// Why.
    pub reason: String,
    /// Deferral or suspension.
    pub deferral: Option<Deferral>,
}

/// Interest assessed and what is left of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestRow {
    /// Number in the journal.
    pub seq: Seq,
    /// Day of the notice.
    pub on: Day,
    /// Fiscal year of the payment that it rests on, by way of its claim or at once.
    pub year: FiscalYear,
    /// Reclaim or delay interest.
    pub kind: InterestKind,
    /// Amount that bears it.
    pub principal: Money,
    /// Event after which it begins.
    pub from: Day,
    /// Last day with interest.
    pub until: Day,
    /// As assessed.
    pub amount: Money,
    /// Received.
    pub received: Money,
    /// *Erlassen*.
    pub waived: Money,
    /// Not received and not waived.
    pub left: Money,
    /// Day on which it is due.
    pub due_on: Day,
}

/// What is in force after a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantVersion {
    /// Number in the journal.
    pub seq: Seq,
    /// What changed the grant.
    pub kind: Kind,
    /// Day of the notice.
    pub on: Day,
    /// Why.
    pub reason: String,
    /// In force.
    pub granted: Money,
    /// In force per fiscal year and title.
    pub lines: BTreeMap<(FiscalYear, TitleKey), Money>,
    /// Eligible expenditure.
    pub eligible: Money,
    /// Total expenditure.
    pub total: Money,
    /// Third-party funds.
    pub third_party: Money,
    /// Quota in percent.
    pub quota: Option<Decimal>,
    /// Last day of the period of approval.
    pub period_until: Day,
    /// What the money is for.
    pub purpose: String,
}
