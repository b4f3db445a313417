//! Steps of a case beside its payments: application, notice, proof of use, claims, closing.

use super::{Facts, Obstacle, Task};
use crate::domain::case::left;
use crate::domain::deadline::DeadlineKind;
use crate::domain::entity::Application;
use crate::domain::procedure::{final_proof, starts_too_early};
use crate::domain::{Body, Day, Event, Kind, Money, Stage};

/// Examination, then decision; an examination that lets nothing be granted waits for another one.
pub(super) fn of_application(facts: Facts<'_>) -> Vec<Task> {
    let (Some(application), Some(received)) = (facts.application, facts.received()) else {
        return Vec::new();
    };
    if received.effective_on > facts.as_of
        || facts.has(received.seq, Kind::GrantIssued.only_one_of())
    {
        return Vec::new();
    }
    let amount = Some(application.received.requested_cents);
    if application.examined.is_none() {
        let steps: Vec<Option<&Event>> = facts.of_kind(Kind::ExaminationNoted).map(Some).collect();
        let task = facts.task(Kind::ApplicationExamined, received, &steps);
        let due_on = due(facts, DeadlineKind::Documents, None);
        let step = application.step.as_ref().map(|(_, step)| step.note.clone());
        return vec![Task { amount, due_on, note: step, ..task }];
    }
    let examined = |event: &&Event| event.kind() == Kind::ApplicationExamined;
    let examinations: Vec<&Event> = facts.following(received.seq).filter(examined).collect();
    let since = examinations.iter().map(|event| event.effective_on).max();
    let steps = facts.of_kind(Kind::ExaminationNoted);
    let before: Vec<Option<&Event>> = steps.chain(examinations).map(Some).collect();
    let task = facts.task(Kind::GrantIssued, received, &before);
    let since = since.unwrap_or(task.since);
    let obstacles = undecidable(application, facts.as_of);
    let again = (!obstacles.is_empty()).then(|| {
        let task = facts.task(Kind::ApplicationExamined, received, &before);
        Task { amount, since, ..task }
    });
    again.into_iter().chain([Task { amount, since, obstacles, ..task }]).collect()
}

/// What keeps an application from being granted that was examined.
fn undecidable(application: &Application, as_of: Day) -> Vec<Obstacle> {
    let Some((_, examined)) = &application.examined else { return Vec::new() };
    let mut obstacles = Vec::new();
    if !examined.no_double_funding {
        obstacles.push(Obstacle::DoubleFunding);
    }
    let consent = application.early_start.as_ref().map(|(_, consent)| consent.valid_from);
    if starts_too_early(examined, consent, as_of) {
        obstacles.push(Obstacle::EarlyStart);
    }
    obstacles
}

fn due(facts: Facts<'_>, kind: DeadlineKind, entry: Option<&Event>) -> Option<Day> {
    let of = |deadline: &&crate::domain::deadline::Deadline| {
        deadline.kind == kind && entry.is_none_or(|entry| deadline.seq == Some(entry.seq))
    };
    facts.deadlines.iter().find(of).map(|deadline| deadline.due_on)
}

/// A notice is announced.
pub(super) fn of_notice(facts: Facts<'_>) -> Vec<Task> {
    facts
        .of_kind(Kind::GrantIssued)
        .filter(|issued| !facts.has(issued.seq, &[Kind::NoticeAnnounced]))
        .map(|issued| {
            let task = facts.task(Kind::NoticeAnnounced, issued, &[]);
            Task { amount: issued.body.amount(), ..task }
        })
        .collect()
}

/// A proof of use is checked.
pub(super) fn of_proof(facts: Facts<'_>) -> Vec<Task> {
    facts
        .of_kind(Kind::ProofReceived)
        .filter(|proof| !facts.has(proof.seq, &[Kind::ProofChecked]))
        .map(|proof| {
            let task = facts.task(Kind::ProofChecked, proof, &[]);
            let due_on = due(facts, DeadlineKind::ProofCheck, Some(proof));
            let actual: Money = Stage::ACTUAL.iter().map(|stage| facts.at(*stage)).sum();
            Task { due_on, amount: Some(actual), ..task }
        })
        .collect()
}

/// What is claimed is repaid, and interest comes in.
pub(super) fn of_claims(facts: Facts<'_>) -> Vec<Task> {
    let left = left(facts.events);
    let claims = facts.of_kind(Kind::ClaimRaised).filter_map(|claim| {
        let amount = left.get(&claim.seq).copied().filter(|left| left.is_positive())?;
        let line = claim.body.line()?.clone();
        let task = facts.task(Kind::ClaimRepaid, claim, &[]);
        Some(Task {
            due_on: due(facts, DeadlineKind::Claim, Some(claim)),
            amount: Some(amount),
            line: Some(crate::domain::body::LineAmount { amount_cents: amount, ..line }),
            ..task
        })
    });
    let interest = facts.of_kind(Kind::InterestAssessed).filter_map(|assessed| {
        let settled: Money = facts
            .following(assessed.seq)
            .filter(|event| matches!(event.kind(), Kind::InterestReceived | Kind::InterestWaived))
            .filter_map(|event| event.body.amount())
            .sum();
        let amount = assessed.body.amount()? - settled;
        amount.is_positive().then(|| {
            let task = facts.task(Kind::InterestReceived, assessed, &[]);
            let due_on = due(facts, DeadlineKind::Interest, Some(assessed));
            Task { due_on, amount: Some(amount), ..task }
        })
    });
    claims.chain(interest).collect()
}

/// After the check of the proof: what is too much is claimed, what is not needed is taken back,
/// and the case is closed.
pub(super) fn of_end(facts: Facts<'_>, open: &[Task]) -> Vec<Task> {
    let Some(grant) = facts.grant else { return Vec::new() };
    let closed = facts.events.iter().any(|event| event.kind() == Kind::CaseClosed);
    let proof = final_proof(grant).filter(|proof| proof.checked.is_some());
    let (Some(proof), false) = (proof, closed) else { return Vec::new() };
    let Some((_, checked)) = &proof.checked else { return Vec::new() };
    let settled = checked.settled_cents.unwrap_or_default();
    let check = facts.following(proof.seq).rfind(|event| event.kind() == Kind::ProofChecked);
    let Some(check) = check else { return Vec::new() };
    let end = |kind, amount: Option<Money>| {
        let task = facts.task(kind, check, &[]);
        Task { amount, ..task }
    };
    let small = facts.settings.small_amount().unwrap_or_default();
    let (paid, committed) = (facts.at(Stage::Paid), facts.at(Stage::Committed));
    let mut tasks = Vec::new();
    if paid > settled + small {
        tasks.extend(claim(facts, check, paid - settled));
    }
    let last_draw = (settled - paid - facts.at(Stage::Reclaimed)).max(Money::ZERO);
    let unused = committed - last_draw;
    if unused.is_positive() && !open.iter().any(|task| task.line.is_some()) {
        tasks.push(end(Kind::GrantReduced, Some(unused)));
    }
    let nothing_open = Stage::UNSETTLED.iter().all(|stage| facts.at(*stage).is_zero());
    if nothing_open && tasks.is_empty() {
        tasks.push(end(Kind::CaseClosed, None));
    }
    tasks
}

/// A claim names the last payment that bears it.
fn claim(facts: Facts<'_>, check: &Event, asked: Money) -> Option<Task> {
    let left = left(facts.events);
    let bears = |event: &&Event| {
        Kind::PAYMENTS.contains(&event.kind())
            && event.effective_on <= facts.as_of
            && left.get(&event.seq).is_some_and(|left| left.is_positive())
    };
    let payment = facts.events.iter().rfind(bears)?;
    let amount = left.get(&payment.seq).copied().unwrap_or_default().min(asked);
    let task = facts.task(Kind::ClaimRaised, payment, &[Some(check)]);
    let line = payment.body.line().cloned();
    let line = line.map(|line| crate::domain::body::LineAmount { amount_cents: amount, ..line });
    let note = match &check.body {
        Body::ProofChecked(checked) => Some(checked.note.clone()),
        _ => None,
    };
    Some(Task { since: check.effective_on, amount: Some(amount), line, note, ..task })
}
