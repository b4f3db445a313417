//! Steps of the way of a draw: attestations, order, cash office, return.

use std::collections::BTreeMap;

use super::{Facts, Obstacle, Task};
use crate::domain::body::{LineAmount, MilestonePlanned};
use crate::domain::case::{attestations, left, standing};
use crate::domain::procedure::{Finality, finality};
use crate::domain::{Body, Event, Kind, Money, PersonNo, Seq};

/// All of them, in the order of the draws.
pub(super) fn all(facts: Facts<'_>) -> Vec<Task> {
    let left = left(facts.events);
    let open = |event: &&Event| left.get(&event.seq).is_some_and(|left| left.is_positive());
    let mut tasks = Vec::new();
    for draw in facts.of_kind(Kind::DrawRequested).filter(open) {
        tasks.extend(of_draw(facts, draw, amount(draw, &left)));
    }
    for order in facts.of_kind(Kind::PaymentOrdered).filter(open) {
        tasks.push(of_order(facts, order, amount(order, &left)));
    }
    for returned in facts.of_kind(Kind::PaymentReturned).filter(open) {
        let task = of_held(facts, returned, amount(returned, &left));
        tasks.push(Task { note: reason(returned), ..task });
    }
    for order in facts.of_kind(Kind::HeldOrdered).filter(open) {
        let returned = facts.event(order.reference);
        let task = facts.task(Kind::HeldPaid, order, &[returned]);
        tasks.push(with_line(task, amount(order, &left)));
    }
    for kind in [Kind::PaymentConfirmed, Kind::HeldPaid] {
        for payment in facts.of_kind(kind) {
            tasks.extend(of_payment(facts, payment));
        }
    }
    tasks
}

/// The due line of an entry with what is left of its amount.
fn amount(event: &Event, left: &BTreeMap<Seq, Money>) -> Option<LineAmount> {
    let amount_cents = left.get(&event.seq).copied().unwrap_or_default();
    event.body.line().map(|line| LineAmount { amount_cents, ..line.clone() })
}

fn with_line(task: Task, line: Option<LineAmount>) -> Task {
    Task { amount: line.as_ref().map(|line| line.amount_cents), line, ..task }
}

fn reason(event: &Event) -> Option<String> {
    match &event.body {
        Body::DrawSentBack(back) => Some(back.reason.clone()),
        Body::PaymentReturned(returned) => Some(returned.reason.clone()),
        Body::OrderCancelled(cancelled) => Some(cancelled.reason.clone()),
        _ => None,
    }
}

/// Attestations that are missing, then the order.
fn of_draw(facts: Facts<'_>, draw: &Event, line: Option<LineAmount>) -> Vec<Task> {
    let (arithmetic, factual) = attestations(facts.following(draw.seq));
    let back = facts.following(draw.seq).rfind(|event| event.kind() == Kind::DrawSentBack);
    let attest = |kind, other: Option<&Event>| {
        let mut task = facts.task(kind, draw, &[other]);
        task.since = back.map_or(draw.effective_on, |back| back.effective_on);
        task.note = back.and_then(reason);
        with_line(task, line.clone())
    };
    let mut tasks = Vec::new();
    if arithmetic.is_none() {
        tasks.push(attest(Kind::ArithmeticAttested, factual));
    }
    if factual.is_none() {
        tasks.push(attest(Kind::FactuallyAttested, arithmetic));
    }
    if let (Some(first), Some(second)) = (arithmetic, factual) {
        let before = [Some(first), Some(second)];
        let mut task = facts.task(Kind::PaymentOrdered, draw, &before);
        task.since = first.effective_on.max(second.effective_on);
        if let Some(given_back) = given_back(facts, draw) {
            task.since = given_back.effective_on;
            task.note = reason(given_back);
        }
        let task = with_line(task, line);
        tasks.push(to_order(facts, task));
    }
    tasks
}

/// What gave the amount of an order back to its draw last: cancelled, or come back from the bank.
fn given_back<'a>(facts: Facts<'a>, draw: &Event) -> Option<&'a Event> {
    let of_draw = |order: Option<&Event>| order.is_some_and(|it| it.reference == Some(draw.seq));
    facts.events.iter().rfind(|event| match &event.body {
        Body::OrderCancelled(_) => of_draw(facts.event(event.reference)),
        Body::PaymentReturned(returned) if !returned.held => {
            let payment = facts.event(event.reference);
            of_draw(payment.and_then(|payment| facts.event(payment.reference)))
        }
        _ => false,
    })
}

/// An order asks for a final notice, a bank account, and that no milestone blocks it.
fn to_order(facts: Facts<'_>, mut task: Task) -> Task {
    let Some(grant) = facts.grant else { return task };
    if facts.events.iter().any(|event| event.kind() == Kind::CaseClosed) {
        task.obstacles.push(Obstacle::Closed);
    }
    match finality(grant, facts.settings) {
        Finality::Challenged => task.obstacles.push(Obstacle::Challenged),
        Finality::NotAnnounced => task.obstacles.push(Obstacle::NotFinal(None)),
        Finality::From(from) if from > facts.as_of => {
            task.obstacles.push(Obstacle::NotFinal(Some(from)));
        }
        Finality::From(_) => {}
    }
    for planned in facts.blocking.iter().filter(|planned| blocks(planned, task.line.as_ref())) {
        task.obstacles.push(Obstacle::Milestone(planned.milestone.clone()));
    }
    payable(facts, task)
}

/// An order of whatever kind asks for a confirmed account; earlier ones count to the limit.
fn payable(facts: Facts<'_>, mut task: Task) -> Task {
    if !facts.payable {
        task.obstacles.push(Obstacle::Account);
    }
    task.ordered = ordered(facts, task.entry, task.kind);
    task
}

/// A milestone blocks its own due line, or all of the grant.
fn blocks(planned: &MilestonePlanned, line: Option<&LineAmount>) -> bool {
    let (Some(due), Some(line)) = (&planned.due, line) else { return true };
    let title = due.title.as_ref();
    due.fiscal_year == line.fiscal_year && title.is_none_or(|title| *title == line.title)
}

/// What stands of the orders of each person on one draw or return.
fn ordered(facts: Facts<'_>, of: Seq, kind: Kind) -> BTreeMap<PersonNo, Money> {
    let mut sums = BTreeMap::new();
    for order in facts.following(of).filter(|event| event.kind() == kind) {
        *sums.entry(order.actor).or_default() += standing(facts.events, order);
    }
    sums
}

/// Hand-over, then the confirmation of the cash office.
fn of_order(facts: Facts<'_>, order: &Event, line: Option<LineAmount>) -> Task {
    let draw = facts.event(order.reference);
    let (arithmetic, factual) = match draw {
        // An attestation that was sent back after the order was signed was there before.
        Some(draw) => attestations(facts.following(draw.seq).filter(|event| event.seq < order.seq)),
        None => (None, None),
    };
    let handed = facts.following(order.seq).find(|event| event.kind() == Kind::OrderHandedOver);
    let (kind, since) = match handed {
        Some(handed) => (Kind::PaymentConfirmed, handed.effective_on),
        None => (Kind::OrderHandedOver, order.effective_on),
    };
    let before = [draw, arithmetic, factual, handed];
    let task = Task { since, ..facts.task(kind, order, &before) };
    with_line(task, line)
}

/// Held money is ordered anew, by none of those who drew it and attested the draw.
fn of_held(facts: Facts<'_>, returned: &Event, line: Option<LineAmount>) -> Task {
    let draw = draw_of(facts, returned);
    let attested = draw.into_iter().flat_map(|draw| facts.following(draw.seq));
    let attested = attested.filter(|event| event.kind().is_attestation());
    let before: Vec<_> = draw.into_iter().chain(attested).map(Some).collect();
    let task = facts.task(Kind::HeldOrdered, returned, &before);
    payable(facts, with_line(task, line))
}

/// The draw at the beginning of what was ordered, paid, and came back.
fn draw_of<'a>(facts: Facts<'a>, entry: &'a Event) -> Option<&'a Event> {
    let events: &'a [Event] = facts.events;
    let up = |entry: &&'a Event| {
        let before = entry.reference?;
        events.iter().find(|event| event.seq == before)
    };
    std::iter::successors(Some(entry), up).find(|entry| entry.kind() == Kind::DrawRequested)
}

/// A payment is looked up in the list of the cash office, until the books of its year are
/// closed: then the list as a whole has been compared. Held money is paid after that.
fn of_payment(facts: Facts<'_>, payment: &Event) -> Option<Task> {
    let line = payment.body.line()?;
    let returned: Money = facts
        .following(payment.seq)
        .filter(|event| event.kind() == Kind::PaymentReturned)
        .filter_map(|event| event.body.amount())
        .sum();
    let compared = facts.closed.contains(&line.fiscal_year) && payment.kind() != Kind::HeldPaid;
    if compared
        || returned == line.amount_cents
        || facts.has(payment.seq, &[Kind::PaymentReconciled])
    {
        return None;
    }
    let order = facts.event(payment.reference);
    let task = facts.task(Kind::PaymentReconciled, payment, &[order]);
    Some(with_line(task, Some(line.clone())))
}
