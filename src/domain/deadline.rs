//! Deadlines of a case, computed for a day from what is booked (domain.md section 1.5).

use chrono::{Datelike as _, NaiveDate};

use super::body::{AuxiliaryRules, Deferral, ExaminationStep, ProofKind};
use super::calendar::add_months;
use super::case::left;
use super::entity::{Application, Grant, Proof};
use super::procedure::{Finality, final_proof, finality};
use super::setting::Settings;
use super::{Body, Day, Event, Kind, Money, Seq};

macro_rules! deadlines {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What is due.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DeadlineKind { $($(#[$doc])* $name,)* }

        impl DeadlineKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable name (snake case).
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

deadlines! {
    /// *Nachforderung beantworten*
    Documents = "documents",
    /// *Bestandskraft*
    Finality = "finality",
    /// *Verwendung ausgezahlter Mittel*
    UseOfMoney = "use_of_money",
    /// *Zwischennachweis*
    InterimProof = "interim_proof",
    /// *Verwendungsnachweis*
    FinalProof = "final_proof",
    /// *Nachfrist des Verwendungsnachweises* of a reminder
    ProofReminder = "proof_reminder",
    /// *Prüfung des Verwendungsnachweises*
    ProofCheck = "proof_check",
    /// *Widerruf binnen Jahresfrist* (§ 49 (3) sentence 2 with § 48 (4) VwVfG)
    Revocation = "revocation",
    /// *Erstattung fällig*
    Claim = "claim",
    /// *Zinsen fällig*
    Interest = "interest",
    /// *Verjährung* of reclaim interest (§§ 195, 199 BGB by analogy)
    Limitation = "limitation",
    /// *Zweckbindung endet*
    PurposeBound = "purpose_bound",
    /// *Meilenstein*
    Milestone = "milestone",
    /// *Sperre bis*
    Block = "block",
    /// *Vorläufige Haushaltsführung bis*
    ProvisionalManagement = "provisional_management",
    /// *Rest oder Verfall offen*
    RestOrLapse = "rest_or_lapse",
    /// *Bewilligt, nicht abgerufen*: drawn or carried over by the end of its year
    OpenCommitment = "open_commitment",
    /// *Verpflichtungsermächtigung verfällt*
    AuthorityLapse = "authority_lapse",
}

impl DeadlineKind {
    /// True for deadlines that somebody misses; the others only tell when something ends.
    #[must_use]
    pub const fn can_be_missed(self) -> bool {
        !matches!(
            self,
            Self::Finality | Self::PurposeBound | Self::Block | Self::ProvisionalManagement
        )
    }

    /// What is booked to meet it, and with it whose matter it is.
    #[must_use]
    pub const fn settled_by(self) -> Kind {
        match self {
            Self::Documents => Kind::ExaminationNoted,
            Self::Finality => Kind::NoticeAnnounced,
            Self::UseOfMoney | Self::InterimProof | Self::FinalProof => Kind::ProofReceived,
            Self::ProofReminder => Kind::ProofReminded,
            Self::ProofCheck => Kind::ProofChecked,
            Self::Revocation => Kind::ClaimRaised,
            Self::Claim => Kind::ClaimRepaid,
            Self::Interest | Self::Limitation => Kind::InterestAssessed,
            Self::PurposeBound => Kind::CaseClosed,
            Self::Milestone => Kind::MilestoneReached,
            Self::Block => Kind::BlockLifted,
            Self::ProvisionalManagement => Kind::ProvisionalManagementSet,
            Self::RestOrLapse => Kind::CarryOverFormed,
            Self::OpenCommitment => Kind::DrawRequested,
            Self::AuthorityLapse => Kind::AuthorityLapsed,
        }
    }
}

/// A deadline of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What is due.
    pub kind: DeadlineKind,
    /// Last day.
    pub due_on: Day,
    /// What it is about in cents, when it is about money.
    pub amount: Option<Money>,
    /// The entry that it follows from.
    pub seq: Option<Seq>,
}

/// What the deadlines of a grant follow from.
#[derive(Clone, Copy, Debug)]
pub struct GrantFacts<'a> {
    /// The grant.
    pub grant: &'a Grant,
    /// Its events that count, in the order of the journal.
    pub events: &'a [Event],
    /// Settings in force.
    pub settings: &'a Settings,
    /// *Ist* of the grant.
    pub actual: Money,
}

/// The kinds of entries that the deadlines of a grant look at; all else stands in its state.
pub const LOOKED_AT: &[Kind] = &[
    Kind::DrawRequested,
    Kind::DrawReduced,
    Kind::DrawRejected,
    Kind::DrawWithdrawn,
    Kind::PaymentOrdered,
    Kind::OrderCancelled,
    Kind::PaymentConfirmed,
    Kind::PaymentReturned,
    Kind::HeldOrdered,
    Kind::HeldPaid,
    Kind::PaymentRebooked,
    Kind::UnusedReturned,
    Kind::GrantReduced,
    Kind::ClaimRaised,
    Kind::ClaimAnnulled,
    Kind::ClaimDeferred,
    Kind::ClaimWaived,
    Kind::ClaimRepaid,
    Kind::InterestAssessed,
    Kind::InterestReceived,
    Kind::InterestWaived,
];

/// The deadlines of an application that is not decided.
#[must_use]
pub fn of_application(application: &Application) -> Option<Deadline> {
    let (_, step) = application.step.as_ref()?;
    if step.step != ExaminationStep::DocumentsRequested || application.examined.is_some() {
        return None;
    }
    let due_on = step.until?;
    let seq = Some(application.seq);
    Some(Deadline { kind: DeadlineKind::Documents, due_on, amount: None, seq })
}

/// The deadlines of a grant on a day: what lies ahead, and what is overdue.
#[must_use]
pub fn of_grant(facts: GrantFacts<'_>, as_of: Day) -> Vec<Deadline> {
    let mut found = Vec::new();
    let grant = facts.grant;
    if let Some((_, closed)) = &grant.closed {
        found.extend(closed.bound_until.filter(|until| *until >= as_of).map(|due_on| Deadline {
            kind: DeadlineKind::PurposeBound,
            due_on,
            amount: None,
            seq: None,
        }));
        found.extend(claims(facts));
        found.extend(interest(facts.events));
        return found;
    }
    if let Finality::From(due_on) = finality(grant, facts.settings)
        && due_on > as_of
    {
        found.push(Deadline { kind: DeadlineKind::Finality, due_on, amount: None, seq: None });
    }
    found.extend(uses(facts, as_of));
    found.extend(proofs(facts, as_of));
    found.extend(claims(facts));
    found.extend(interest(facts.events));
    found
}

/// Drawn money is to be used within the period; whether it was, the proof of use tells.
fn uses(facts: GrantFacts<'_>, as_of: Day) -> Vec<Deadline> {
    let left = left(facts.events);
    facts
        .events
        .iter()
        .filter(|event| matches!(event.kind(), Kind::PaymentConfirmed | Kind::HeldPaid))
        .filter_map(|event| {
            let amount = left.get(&event.seq).copied().filter(|left| left.is_positive())?;
            let due_on =
                add_months(event.effective_on, facts.settings.use_months(event.effective_on));
            (due_on >= as_of).then_some(Deadline {
                kind: DeadlineKind::UseOfMoney,
                due_on,
                amount: Some(amount),
                seq: Some(event.seq),
            })
        })
        .collect()
}

/// Last day to hand in the final proof of use of a grant.
#[must_use]
pub fn final_proof_due(grant: &Grant, settings: &Settings) -> Day {
    let rules = grant.issued.rules.unwrap_or(AuxiliaryRules::AnbestGk);
    add_months(grant.issued.period_until, settings.proof_months(rules))
}

/// Last day to hand in the interim proof of a year that ended on a day.
#[must_use]
pub fn interim_proof_due(end: Day, settings: &Settings) -> Day {
    add_months(end, settings.interim_proof_months())
}

fn proofs(facts: GrantFacts<'_>, as_of: Day) -> Vec<Deadline> {
    let (grant, settings) = (facts.grant, facts.settings);
    let amount = Some(facts.actual);
    let mut found: Vec<Deadline> = grant
        .proofs
        .iter()
        .filter(|proof| proof.checked.is_none())
        .map(|proof| Deadline {
            kind: DeadlineKind::ProofCheck,
            due_on: add_months(proof.on, settings.proof_check_months()),
            amount,
            seq: Some(proof.seq),
        })
        .collect();
    match final_proof(grant) {
        Some(proof) => found.extend(revocation(facts, proof)),
        None if facts.actual.is_positive() => {
            let due_on = final_proof_due(grant, settings);
            let seq = None;
            found.push(Deadline { kind: DeadlineKind::FinalProof, due_on, amount, seq });
            found.extend(grant.reminded_until.map(|due_on| Deadline {
                kind: DeadlineKind::ProofReminder,
                due_on,
                amount,
                seq,
            }));
            found.extend(interim(facts, as_of));
        }
        None => {}
    }
    found
}

/// An interim proof for each year that has a payment and is over, until the final proof is due.
fn interim(facts: GrantFacts<'_>, as_of: Day) -> Vec<Deadline> {
    if !facts.grant.issued.interim_proof {
        return Vec::new();
    }
    let mut years: Vec<i32> = facts
        .events
        .iter()
        .filter(|event| matches!(event.kind(), Kind::PaymentConfirmed | Kind::HeldPaid))
        .filter_map(|event| event.body.line().map(|line| line.fiscal_year.0))
        .collect();
    years.sort_unstable();
    years.dedup();
    years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31))
        .filter(|end| *end < as_of && *end < facts.grant.issued.period_until)
        .filter(|end| {
            !facts.grant.proofs.iter().any(|proof| {
                proof.received.proof == ProofKind::Interim && proof.received.covers_until >= *end
            })
        })
        .map(|end| Deadline {
            kind: DeadlineKind::InterimProof,
            due_on: interim_proof_due(end, facts.settings),
            amount: Some(facts.actual),
            seq: None,
        })
        .collect()
}

/// A revocation is possible within a year of the knowledge of its facts: of the objections.
fn revocation(facts: GrantFacts<'_>, proof: &Proof) -> Option<Deadline> {
    let (on, checked) = proof.checked.as_ref()?;
    let settled = checked.settled_cents?;
    let decided = facts.events.iter().any(|event| {
        matches!(event.kind(), Kind::ClaimRaised | Kind::GrantReduced) && event.effective_on >= *on
    });
    let above = facts.actual - settled;
    (!decided && above.is_positive()).then_some(Deadline {
        kind: DeadlineKind::Revocation,
        due_on: add_months(*on, 12),
        amount: Some(above),
        seq: Some(proof.seq),
    })
}

fn claims(facts: GrantFacts<'_>) -> Vec<Deadline> {
    let left = left(facts.events);
    let mut found = Vec::new();
    for event in facts.events {
        let Body::ClaimRaised(claim) = &event.body else { continue };
        let limitation = NaiveDate::from_ymd_opt(event.effective_on.year() + 3, 12, 31);
        let assessed = following(facts.events, event.seq, Kind::InterestAssessed).is_some();
        if let Some(due_on) = limitation.filter(|_| !assessed && claim.legal_effect_on.is_some()) {
            let kind = DeadlineKind::Limitation;
            found.push(Deadline { kind, due_on, amount: None, seq: Some(event.seq) });
        }
        let Some(amount) = left.get(&event.seq).copied().filter(|left| left.is_positive()) else {
            continue;
        };
        let deferral = following(facts.events, event.seq, Kind::ClaimDeferred);
        let due_on = match deferral.map(|event| &event.body) {
            Some(Body::ClaimDeferred(deferred)) if deferred.manner == Deferral::Suspended => {
                continue;
            }
            Some(Body::ClaimDeferred(deferred)) => deferred.until.unwrap_or(claim.due_on),
            _ => claim.due_on,
        };
        let (kind, seq) = (DeadlineKind::Claim, Some(event.seq));
        found.push(Deadline { kind, due_on, amount: Some(amount), seq });
    }
    found
}

/// The last event of a kind that refers to an entry.
fn following(events: &[Event], seq: Seq, kind: Kind) -> Option<&Event> {
    events.iter().rev().find(|event| event.kind() == kind && event.reference == Some(seq))
}

fn interest(events: &[Event]) -> Vec<Deadline> {
    let settled = |seq: Seq| -> Money {
        events
            .iter()
            .filter(|event| event.reference == Some(seq))
            .filter(|event| matches!(event.kind(), Kind::InterestReceived | Kind::InterestWaived))
            .filter_map(|event| event.body.amount())
            .sum()
    };
    events
        .iter()
        .filter_map(|event| match &event.body {
            Body::InterestAssessed(assessed) => {
                let amount = assessed.charge.amount_cents - settled(event.seq);
                amount.is_positive().then_some(Deadline {
                    kind: DeadlineKind::Interest,
                    due_on: assessed.due_on,
                    amount: Some(amount),
                    seq: Some(event.seq),
                })
            }
            _ => None,
        })
        .collect()
}
