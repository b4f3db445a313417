//! All that is known of a case besides its money, at a pair of times.

use std::collections::BTreeMap;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{
    AttestationRow, CaseDetail, ClaimRow, GrantVersion, InterestRow, Owed, Times,
};
use super::case::Reading;
use super::entity::names;
use super::grant::reason;
use super::{grant_events, read};
use crate::domain::body::{ClaimDeferred, Deferral};
use crate::domain::case::left;
use crate::domain::due_line::line_changes;
use crate::domain::entity::{EntityKind, EntityState, Grant, entity_of, fold};
use crate::domain::{Body, Event, FileNumber, FiscalYear, Kind, Money, PersonNo, Seq, TitleKey};

/// A case in full, or `None` when there is none at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn case_detail(
    from: &impl Readable,
    times: Times,
    number: &FileNumber,
) -> Result<Option<CaseDetail>, StoreError> {
    let mut reading = Reading::begin(from, times)?;
    let Some((row, case)) = reading.of(from, number)? else { return Ok(None) };
    let events = grant_events(from, times, number)?;
    let names = read(from, names)?;
    Ok(Some(CaseDetail {
        deadlines: reading.deadlines((&row, &case), &events),
        application: case.application,
        grant: case.grant,
        attestations: attestations(&events, &names),
        handed_over: following(&events, Kind::OrderHandedOver)
            .map(|(seq, event)| (seq, event.effective_on))
            .collect(),
        reconciled: following(&events, Kind::PaymentReconciled).map(|(seq, _)| seq).collect(),
        claims: claims(&events),
        interest: interest(&events),
        versions: versions(&events),
        row,
    }))
}

/// What is owed in a case and when; `events` are those of it that count. None where there is none.
pub(super) fn owed(
    from: &impl Readable,
    reading: &mut Reading,
    (number, events): (&FileNumber, &[Event]),
) -> Result<Option<Owed>, StoreError> {
    let Some((row, case)) = reading.of(from, number)? else { return Ok(None) };
    let deadlines = reading.deadlines((&row, &case), events);
    Ok(Some(Owed { claims: claims(events), interest: interest(events), deadlines }))
}

/// The events of a kind, with the entry that each refers to.
fn following(events: &[Event], kind: Kind) -> impl Iterator<Item = (Seq, &Event)> {
    events
        .iter()
        .filter(move |event| event.kind() == kind)
        .filter_map(|event| Some((event.reference?, event)))
}

fn attestations(events: &[Event], names: &BTreeMap<PersonNo, String>) -> Vec<AttestationRow> {
    let back = |draw: Seq, seq: Seq| {
        following(events, Kind::DrawSentBack).any(|(sent, event)| sent == draw && event.seq > seq)
    };
    let row = |(draw, event): (Seq, &Event)| AttestationRow {
        draw,
        seq: event.seq,
        kind: event.kind(),
        on: event.effective_on,
        actor: names.get(&event.actor).cloned().unwrap_or_else(|| event.actor.0.to_string()),
        counts: !back(draw, event.seq),
    };
    let mut rows: Vec<_> = [Kind::ArithmeticAttested, Kind::FactuallyAttested]
        .into_iter()
        .flat_map(|kind| following(events, kind).map(row))
        .collect();
    rows.sort_by_key(|row| row.seq);
    rows
}

fn claims(events: &[Event]) -> Vec<ClaimRow> {
    let left = left(events);
    let deferral = |seq: Seq| -> Option<&ClaimDeferred> {
        let last = following(events, Kind::ClaimDeferred).filter(|(claim, _)| *claim == seq).last();
        match last.map(|(_, event)| &event.body) {
            Some(Body::ClaimDeferred(deferred)) => Some(deferred),
            _ => None,
        }
    };
    let settled = |seq: Seq, way: fn(&Body) -> bool| -> Money {
        events
            .iter()
            .filter(|event| event.reference == Some(seq) && way(&event.body))
            .filter_map(|event| event.body.amount())
            .sum()
    };
    events
        .iter()
        .filter_map(|event| {
            let Body::ClaimRaised(claim) = &event.body else { return None };
            let deferred = deferral(event.seq);
            let until = deferred.filter(|found| found.manner == Deferral::Deferred);
            Some(ClaimRow {
                seq: event.seq,
                on: event.effective_on,
                year: claim.line.fiscal_year,
                amount: claim.line.amount_cents,
                repaid: settled(
                    event.seq,
                    |body| matches!(body, Body::ClaimRepaid(repaid) if repaid.set_off.is_none()),
                ),
                set_off: settled(
                    event.seq,
                    |body| matches!(body, Body::ClaimRepaid(repaid) if repaid.set_off.is_some()),
                ),
                waived: settled(event.seq, |body| matches!(body, Body::ClaimWaived(_))),
                annulled: settled(event.seq, |body| matches!(body, Body::ClaimAnnulled(_))),
                left: left.get(&event.seq).copied().unwrap_or_default(),
                due_on: until.and_then(|found| found.until).unwrap_or(claim.due_on),
                ground: claim.ground,
                reason: claim.reason.clone(),
                deferral: deferred.map(|found| found.manner),
            })
        })
        .collect()
}

fn interest(events: &[Event]) -> Vec<InterestRow> {
    let settled = |kind: Kind, seq: Seq| -> Money {
        following(events, kind)
            .filter(|(assessment, _)| *assessment == seq)
            .filter_map(|(_, event)| event.body.amount())
            .sum()
    };
    let year = |of: Option<Seq>| -> Option<FiscalYear> {
        let found = events.iter().find(|event| Some(event.seq) == of)?;
        found.body.line().map(|line| line.fiscal_year)
    };
    events
        .iter()
        .filter_map(|event| {
            let Body::InterestAssessed(assessed) = &event.body else { return None };
            let amount = assessed.charge.amount_cents;
            let received = settled(Kind::InterestReceived, event.seq);
            let waived = settled(Kind::InterestWaived, event.seq);
            Some(InterestRow {
                seq: event.seq,
                on: event.effective_on,
                year: year(event.reference).unwrap_or(assessed.charge.fiscal_year),
                kind: assessed.interest,
                principal: assessed.principal_cents,
                from: assessed.event_on,
                until: assessed.until,
                amount,
                received,
                waived,
                left: amount - received - waived,
                due_on: assessed.due_on,
            })
        })
        .collect()
}

/// What is in force after each notice, in the order of their day: a late entry stands where it
/// counts.
fn versions(events: &[Event]) -> Vec<GrantVersion> {
    let mut events: Vec<&Event> = events.iter().collect();
    events.sort_by_key(|event| (event.effective_on, event.seq));
    let mut lines: BTreeMap<(FiscalYear, TitleKey), Money> = BTreeMap::new();
    let mut found = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let changes = line_changes(event, None);
        if changes.is_empty() && event.kind() != Kind::GrantAmended {
            continue;
        }
        for change in changes {
            *lines.entry((change.fiscal_year, change.title)).or_default() += change.amount;
        }
        if let Some(grant) = state(&events[..=place]) {
            found.push(version(event, &grant, &lines));
        }
    }
    found
}

/// The grant after the first events of its case.
fn state(events: &[&Event]) -> Option<Box<Grant>> {
    let own = events.iter().copied().filter(|event| {
        entity_of(event, None).is_some_and(|entity| entity.kind == EntityKind::Grant)
    });
    match fold(own) {
        Some(EntityState::Grant(grant)) => Some(grant),
        _ => None,
    }
}

fn version(
    event: &Event,
    grant: &Grant,
    lines: &BTreeMap<(FiscalYear, TitleKey), Money>,
) -> GrantVersion {
    let issued = &grant.issued;
    GrantVersion {
        seq: event.seq,
        kind: event.kind(),
        on: event.effective_on,
        reason: reason(event),
        granted: lines.values().copied().sum(),
        lines: lines.clone(),
        eligible: issued.eligible_cents,
        total: issued.total_cents.unwrap_or(issued.eligible_cents),
        third_party: issued.third_party_cents.unwrap_or_default(),
        quota: issued.quota_percent,
        period_until: issued.period_until,
        purpose: issued.purpose.clone(),
    }
}
