//! Where a case stands on a day: states S1 to S16 (domain.md section 1.3).
//!
//! States that the clock enters are computed for the Stichtag, never booked.

use super::body::{
    AnnouncementManner, ApplicationExamined, ChallengeOutcome, ClaimGround, ProofKind,
};
use super::entity::{Application, Challenge, Grant, Proof};
use super::setting::Settings;
use super::{Day, Money, calendar};

/// State of a case (*Zuwendungsfall*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseState {
    /// S1 *Antrag eingegangen*
    Received,
    /// S2 *in Prüfung*
    InExamination,
    /// S2 *Antrag geprüft*: the examination is over, the decision is not made
    Examined,
    /// S3 *bewilligt (Bescheid erlassen)*
    Issued,
    /// S4 *bekannt gegeben*
    Announced,
    /// S5 *bestandskräftig*
    Final,
    /// S6 *angefochten*
    Challenged,
    /// S7 *in Durchführung*
    InProgress,
    /// S8 *abgelehnt*
    Rejected,
    /// S9 *zurückgezogen/erledigt*
    Withdrawn,
    /// S10 *widerrufen / zurückgenommen*
    Revoked,
    /// S11 *Verwendungsnachweis fällig*
    ProofDue,
    /// S12 *Verwendungsnachweis vorgelegt*
    ProofReceived,
    /// S13 *Verwendungsnachweis geprüft*
    ProofChecked,
    /// S14 *Erstattung/Zinsen festgesetzt*
    Claimed,
    /// S15 *abgeschlossen (Zweckbindung läuft)*
    Closed,
    /// S16 *archivreif*
    Archivable,
}

impl CaseState {
    /// True while an application is neither granted nor refused nor withdrawn.
    #[must_use]
    pub const fn is_undecided(self) -> bool {
        matches!(self, Self::Received | Self::InExamination | Self::Examined)
    }

    /// All states, S1 to S16; S2 has two, before and after the end of the examination.
    pub const ALL: [Self; 17] = [
        Self::Received,
        Self::InExamination,
        Self::Examined,
        Self::Issued,
        Self::Announced,
        Self::Final,
        Self::Challenged,
        Self::InProgress,
        Self::Rejected,
        Self::Withdrawn,
        Self::Revoked,
        Self::ProofDue,
        Self::ProofReceived,
        Self::ProofChecked,
        Self::Claimed,
        Self::Closed,
        Self::Archivable,
    ];

    /// Stable name (snake case).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InExamination => "in_examination",
            Self::Examined => "examined",
            Self::Issued => "issued",
            Self::Announced => "announced",
            Self::Final => "final",
            Self::Challenged => "challenged",
            Self::InProgress => "in_progress",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::Revoked => "revoked",
            Self::ProofDue => "proof_due",
            Self::ProofReceived => "proof_received",
            Self::ProofChecked => "proof_checked",
            Self::Claimed => "claimed",
            Self::Closed => "closed",
            Self::Archivable => "archivable",
        }
    }
}

/// Whether a notice can still be challenged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finality {
    /// It is not announced.
    NotAnnounced,
    /// It is final from that day on (*bestandskräftig*).
    From(Day),
    /// It is challenged, or was annulled: not final.
    Challenged,
}

impl Finality {
    /// True when the notice is final on that day.
    #[must_use]
    pub fn on(self, day: Day) -> bool {
        matches!(self, Self::From(from) if from <= day)
    }
}

/// Day on which the notice counts as announced (*Bekanntgabe*).
#[must_use]
pub fn announced_on(grant: &Grant, settings: &Settings) -> Option<Day> {
    grant.announced.map(|(day, manner)| match manner {
        AnnouncementManner::Post => calendar::deemed_announced(day, settings.notice_days(day)),
        AnnouncementManner::Receipt => day,
    })
}

/// When the notice becomes final: a month after its announcement, at once by a waiver, with the
/// end of a challenge that failed (domain.md section 1.5).
#[must_use]
pub fn finality(grant: &Grant, settings: &Settings) -> Finality {
    let failed = |challenge: &Challenge| match challenge.ended {
        Some((on, ChallengeOutcome::Dismissed)) => Some(on),
        _ => None,
    };
    if !grant.challenges.is_empty() {
        let ends: Option<Vec<Day>> = grant.challenges.iter().map(failed).collect();
        let last = ends.and_then(|ends| ends.into_iter().max());
        return last.map_or(Finality::Challenged, Finality::From);
    }
    let Some(announced) = announced_on(grant, settings) else { return Finality::NotAnnounced };
    let regular = calendar::final_on(announced, settings.objection_months(announced));
    let waived = grant.waived_on.map(|day| day.max(announced));
    Finality::From(waived.map_or(regular, |day| day.min(regular)))
}

/// The last final proof of use.
#[must_use]
pub fn final_proof(grant: &Grant) -> Option<&Proof> {
    grant.proofs.iter().rev().find(|proof| proof.received.proof == ProofKind::Final)
}

/// What the state of a case follows from.
#[derive(Clone, Copy, Debug)]
pub struct CaseFacts<'a> {
    /// The application, if one is recorded.
    pub application: Option<&'a Application>,
    /// The grant, once issued.
    pub grant: Option<&'a Grant>,
    /// Settings in force.
    pub settings: &'a Settings,
    /// Granted in force.
    pub granted: Money,
    /// Something was drawn.
    pub drawn: bool,
    /// Open claims and interest due.
    pub claimed: Money,
}

/// The state of a case on a day; `None` without application and grant.
#[must_use]
pub fn case_state(facts: CaseFacts<'_>, as_of: Day) -> Option<CaseState> {
    match (facts.grant, facts.application) {
        (Some(grant), _) => Some(grant_state(grant, facts, as_of)),
        (None, Some(application)) => Some(application_state(application)),
        (None, None) => None,
    }
}

fn application_state(application: &Application) -> CaseState {
    if application.rejected.is_some() {
        CaseState::Rejected
    } else if application.withdrawn.is_some() {
        CaseState::Withdrawn
    } else if application.examined.is_some() {
        CaseState::Examined
    } else if application.step.is_some() {
        CaseState::InExamination
    } else {
        CaseState::Received
    }
}

fn grant_state(grant: &Grant, facts: CaseFacts<'_>, as_of: Day) -> CaseState {
    if facts.claimed.is_positive() {
        return CaseState::Claimed;
    }
    if let Some((on, closed)) = &grant.closed {
        let months = facts.settings.retention_years().saturating_mul(12);
        let kept = calendar::add_months(*on, months);
        let until = closed.bound_until.map_or(kept, |bound| bound.max(kept));
        return if as_of > until { CaseState::Archivable } else { CaseState::Closed };
    }
    let ground = grant.ground.map(|(_, ground)| ground);
    let revoked = matches!(ground, Some(ClaimGround::Revocation | ClaimGround::Withdrawal));
    if revoked && !facts.granted.is_positive() {
        return CaseState::Revoked;
    }
    match final_proof(grant) {
        Some(proof) if proof.checked.is_some() => return CaseState::ProofChecked,
        Some(_) => return CaseState::ProofReceived,
        None => {}
    }
    let finality = finality(grant, facts.settings);
    if finality == Finality::Challenged {
        return CaseState::Challenged;
    }
    if as_of > grant.issued.period_until {
        return CaseState::ProofDue;
    }
    match finality {
        _ if facts.drawn => CaseState::InProgress,
        Finality::From(from) if from <= as_of => CaseState::Final,
        Finality::From(_) if announced_on(grant, facts.settings).is_some_and(|on| on <= as_of) => {
            CaseState::Announced
        }
        _ => CaseState::Issued,
    }
}

/// True when the examination names a first contract before the notice and before the consent to an
/// early start, and nothing that lets it pass (domain.md section 1.3, VV Nr. 1.3).
///
/// `notice` is the day on which is granted, `consent` the first day of a consent.
#[must_use]
pub fn starts_too_early(examined: &ApplicationExamined, consent: Option<Day>, notice: Day) -> bool {
    let allowed = consent.map_or(notice, |from| from.min(notice));
    let unchecked = examined.start_checked.as_ref().is_none_or(|text| text.trim().is_empty());
    unchecked && examined.contract_on.is_some_and(|contract| contract < allowed)
}
