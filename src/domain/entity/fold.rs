//! Folding the events of an entity into its value.

use super::state::{
    Application, BankAccount, Challenge, EntityState, Grant, Indicator, Milestone, Person, Proof,
    SettingValue, Year,
};
use crate::domain::body::{ApplicationReceived, Enrolment, GrantAmended, GrantIssued};
use crate::domain::{Body, Event};

/// Folds the events of one entity, in the order of (effective day, number), into its state.
///
/// Events that change an entity which does not exist are skipped: the state stays `None`.
pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<EntityState> {
    events.into_iter().fold(None, apply)
}

fn apply(state: Option<EntityState>, event: &Event) -> Option<EntityState> {
    use EntityState as S;
    match (&event.body, state) {
        (Body::ProgrammeFounded(founded), _) => Some(person(&founded.person)),
        (Body::PersonEnrolled(enrolled), _) => Some(person(&enrolled.person)),
        (Body::TitleRegistered(registered), _) => Some(S::Title(registered.clone())),
        (Body::RecipientRegistered(registered), _) => Some(S::Recipient(registered.clone())),
        (Body::BankAccountRecorded(account), _) => Some(S::BankAccount(BankAccount {
            recipient: event.recipient.clone(),
            account: account.clone(),
            recorded_by: event.actor,
            confirmed: None,
        })),
        (Body::BankAccountConfirmed(_), Some(S::BankAccount(mut account))) => {
            account.confirmed = Some((event.effective_on, event.seq));
            Some(S::BankAccount(account))
        }
        (Body::GrantIssued(issued), _) => Some(S::Grant(Box::new(Grant {
            recipient: event.recipient.clone(),
            issued_on: event.effective_on,
            issued: issued.clone(),
            beneficiaries: Vec::new(),
            announced: None,
            waived_on: None,
            challenges: Vec::new(),
            proofs: Vec::new(),
            reminded_until: None,
            ground: None,
            closed: None,
        }))),
        (_, Some(S::Grant(mut grant))) => {
            apply_to_grant(&mut grant, event);
            Some(S::Grant(grant))
        }
        (Body::SettingMade(made), _) => Some(S::Setting(SettingValue {
            from: event.effective_on,
            setting: made.setting.clone(),
            source: made.source.clone(),
        })),
        (
            Body::ProvisionalManagementSet(_) | Body::BooksClosed(_) | Body::YearSettled(_),
            state,
        ) => {
            let mut year = match state {
                Some(S::Year(year)) => year,
                _ => Box::default(),
            };
            apply_to_year(&mut year, event);
            Some(S::Year(year))
        }
        (Body::ApplicationReceived(received), _) => {
            Some(S::Application(Box::new(application(event, received))))
        }
        (_, Some(S::Application(mut application))) => {
            apply_to_application(&mut application, event);
            Some(S::Application(application))
        }
        (_, state) => apply_progress(state, event),
    }
}

fn apply_progress(state: Option<EntityState>, event: &Event) -> Option<EntityState> {
    use EntityState as S;
    match (&event.body, state) {
        (Body::MilestonePlanned(planned), Some(S::Milestone(mut milestone))) => {
            milestone.planned = planned.clone();
            Some(S::Milestone(milestone))
        }
        (Body::MilestonePlanned(planned), _) => Some(S::Milestone(Box::new(Milestone {
            recipient: event.recipient.clone(),
            planned: planned.clone(),
            forecast: None,
            reached: None,
        }))),
        (Body::MilestoneForecast(forecast), Some(S::Milestone(mut milestone))) => {
            milestone.forecast = Some(forecast.clone());
            Some(S::Milestone(milestone))
        }
        (Body::MilestoneReached(reached), Some(S::Milestone(mut milestone))) => {
            milestone.reached = Some(reached.clone());
            Some(S::Milestone(milestone))
        }
        (Body::IndicatorDefined(defined), Some(S::Indicator(mut indicator))) => {
            indicator.defined = defined.clone();
            Some(S::Indicator(indicator))
        }
        (Body::IndicatorDefined(defined), _) => Some(S::Indicator(Box::new(Indicator {
            recipient: event.recipient.clone(),
            defined: defined.clone(),
            readings: Vec::new(),
        }))),
        (Body::IndicatorRead(read), Some(S::Indicator(mut indicator))) => {
            indicator.readings.push(read.clone());
            Some(S::Indicator(indicator))
        }
        (_, state) => state,
    }
}

fn apply_to_grant(grant: &mut Grant, event: &Event) {
    let on = event.effective_on;
    match &event.body {
        Body::BeneficiaryNamed(named) => grant.beneficiaries.push(named.clone()),
        Body::NoticeAnnounced(announced) => grant.announced = Some((on, announced.manner)),
        Body::RemedyWaived(_) => grant.waived_on = Some(on),
        Body::NoticeChallenged(challenged) => {
            let challenged = challenged.clone();
            grant.challenges.push(Challenge { seq: event.seq, on, challenged, ended: None });
        }
        Body::ChallengeEnded(ended) => {
            let challenges = grant.challenges.iter_mut();
            for challenge in challenges.filter(|found| Some(found.seq) == event.reference) {
                challenge.ended = Some((on, ended.outcome));
            }
        }
        Body::GrantAmended(amended) => amend(&mut grant.issued, amended),
        Body::ProofReceived(received) => {
            let received = received.clone();
            grant.proofs.push(Proof { seq: event.seq, on, received, checked: None });
        }
        Body::ProofReminded(reminded) => grant.reminded_until = Some(reminded.until),
        Body::ProofChecked(checked) => {
            let proofs = grant.proofs.iter_mut();
            for proof in proofs.filter(|proof| Some(proof.seq) == event.reference) {
                proof.checked = Some((on, checked.clone()));
            }
        }
        Body::ClaimRaised(claim) if claim.ground.is_some() => {
            grant.ground = claim.ground.map(|ground| (on, ground));
        }
        Body::CaseClosed(closed) => grant.closed = Some((on, closed.clone())),
        _ => {}
    }
    if let Some(eligible) = event.body.new_eligible() {
        grant.issued.eligible_cents = eligible;
    }
}

fn amend(issued: &mut GrantIssued, amended: &GrantAmended) {
    if let Some(until) = amended.period_until {
        issued.period_until = until;
    }
    if amended.quota_percent.is_some() {
        issued.quota_percent = amended.quota_percent;
    }
    if amended.total_cents.is_some() {
        issued.total_cents = amended.total_cents;
    }
    if amended.third_party_cents.is_some() {
        issued.third_party_cents = amended.third_party_cents;
    }
    if let Some(purpose) = &amended.purpose {
        issued.purpose.clone_from(purpose);
    }
    if let Some(reference) = &amended.cash_reference {
        issued.cash_reference.clone_from(reference);
    }
}

fn application(event: &Event, received: &ApplicationReceived) -> Application {
    Application {
        recipient: event.recipient.clone(),
        seq: event.seq,
        received_on: event.effective_on,
        received: received.clone(),
        step: None,
        examined: None,
        early_start: None,
        rejected: None,
        withdrawn: None,
    }
}

fn apply_to_application(application: &mut Application, event: &Event) {
    let on = event.effective_on;
    match &event.body {
        Body::ExaminationNoted(step) => application.step = Some((on, step.clone())),
        Body::ApplicationExamined(examined) => application.examined = Some((on, examined.clone())),
        Body::EarlyStartConsented(consent) => application.early_start = Some((on, consent.clone())),
        Body::ApplicationRejected(rejected) => {
            application.rejected = Some((on, rejected.reason.clone()));
        }
        Body::ApplicationWithdrawn(withdrawn) => {
            application.withdrawn = Some((on, withdrawn.reason.clone()));
        }
        _ => {}
    }
}

fn apply_to_year(year: &mut Year, event: &Event) {
    let on = event.effective_on;
    match &event.body {
        Body::ProvisionalManagementSet(set) => {
            let from = year.provisional.as_ref().map_or(on, |(from, _)| *from);
            year.provisional = Some((from, set.clone()));
        }
        Body::BooksClosed(_) => year.closed = Some((on, event.seq)),
        Body::YearSettled(_) => year.settled = Some((on, event.seq)),
        _ => {}
    }
}

fn person(enrolment: &Enrolment) -> EntityState {
    EntityState::Person(Person {
        person: enrolment.person,
        roles: enrolment.roles.clone(),
        name_hash: enrolment.name_hash.clone(),
        login: enrolment.login.clone(),
        roles_until: enrolment.roles_until,
        order_limit: enrolment.order_limit_cents,
        deputy_for: enrolment.deputy_for,
    })
}
