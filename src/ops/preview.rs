//! What an entry would change: the arithmetic that forms show while it is typed. Reads only.

use std::collections::BTreeMap;

use super::caution::cautions;
use super::place::own_cover;
use super::proof;
use crate::domain::body::{ProofChecked, ProofKind};
use crate::domain::date::LAST_DAY;
use crate::domain::event::{Draft, Reference};
use crate::domain::financing::{Plan, follow_up};
use crate::domain::interest::Span;
use crate::domain::posting::postings;
use crate::domain::stage::StageClass;
use crate::domain::{Account, Body, Event, Kind, Money, Stage};
use crate::store::view::{PlaceRow, Preview, SettledRow, Times};
use crate::store::{Ledger, StoreError, query};

/// What a draft would change, as far as it can be told; whether it would be refused says
/// [`super::rehearse`].
///
/// # Errors
/// When the file cannot be read.
pub fn preview(ledger: &Ledger, draft: &Draft) -> Result<Preview, StoreError> {
    let referred = match draft.reference {
        Some(Reference::Entry(seq)) => query::event(ledger, seq)?,
        _ => None,
    };
    let event = event(ledger, draft);
    let original = referred.as_ref().filter(|_| event.kind() == Kind::Reversed);
    let mut changes: BTreeMap<Account, Money> = BTreeMap::new();
    for posting in postings(&event, original) {
        *changes.entry(posting.account).or_default() += posting.amount;
    }
    let mut found = Preview {
        amount: event.body.amount().or_else(|| original.and_then(|event| event.body.amount())),
        plan: plan(&event.body),
        cautions: cautions(ledger, &event)?,
        ..Preview::default()
    };
    for (account, change) in changes.iter().filter(|(_, change)| !change.is_zero()) {
        match account.stage.class() {
            StageClass::Source if account.stage == Stage::Appropriated => {
                let sum = query::appropriated_from(ledger, event.effective_on)? - *change;
                found.ceiling = Some((query::programme(ledger)?.ceiling, sum));
            }
            StageClass::Place if change.is_negative() || account.stage == Stage::Available => {
                found.places.push(place(ledger, &event, (account, *change), &changes)?);
            }
            _ => {}
        }
    }
    found.places.sort_by_key(|row| (order(row.account.stage), row.account.fiscal_year));
    if let (Body::InterestAssessed(body), Some(referred)) = (&event.body, &referred) {
        let span = Span { event: body.event_on, until: body.until };
        let of = (body.principal_cents, span);
        found.interest =
            Some(query::interest_of(ledger, on_day(ledger, &event), referred.seq, of)?);
    }
    if let (Body::ProofChecked(body), Some(referred)) = (&event.body, &referred) {
        found.settled = settled(ledger, &event, body, referred)?;
    }
    Ok(found)
}

/// The event as it would stand in the journal, but for its place there.
fn event(ledger: &Ledger, draft: &Draft) -> Event {
    Event {
        seq: ledger.head().seq + 1,
        uid: draft.uid,
        recipient: draft.recipient.clone(),
        recipient_seq: 1,
        recorded_at: ledger.head().recorded_at,
        effective_on: draft.effective_on,
        actor: draft.actor,
        login: String::new(),
        voucher: draft.voucher.clone(),
        reference: match draft.reference {
            Some(Reference::Entry(seq)) => Some(seq),
            _ => None,
        },
        body: draft.body.clone(),
    }
}

fn on_day(ledger: &Ledger, event: &Event) -> Times {
    Times { as_of: event.effective_on, known: ledger.head().seq }
}

fn place(
    ledger: &Ledger,
    event: &Event,
    (account, change): (&Account, Money),
    changes: &BTreeMap<Account, Money>,
) -> Result<PlaceRow, StoreError> {
    let day = event.effective_on;
    let mut row = PlaceRow {
        account: account.clone(),
        lines: Vec::new(),
        before: Money::ZERO,
        change,
        voted: true,
    };
    if account.stage == Stage::Available {
        let of = (&account.title, account.fiscal_year);
        let found = query::availability_of(ledger, day, of, own_cover(changes, account))?;
        row.lines = found.lines;
        row.before = found.free;
        row.voted = found.voted;
    } else {
        row.before = query::lowest_from(ledger, day, account)?;
    }
    Ok(row)
}

/// Money first, then authority, then revenue.
const fn order(stage: Stage) -> u8 {
    match stage {
        Stage::Available => 0,
        Stage::VeFree => 2,
        _ if stage.is_money() => 1,
        _ => 3,
    }
}

/// The financing plan of an application, and what is requested.
fn plan(body: &Body) -> Option<(Plan, Money)> {
    match body {
        Body::ApplicationReceived(body) => {
            let plan = Plan {
                total: body.plan.total_cents,
                eligible: body.plan.eligible_cents,
                third_party: body.plan.third_party_cents,
                own: body.plan.own_cents,
            };
            Some((plan, body.requested_cents))
        }
        _ => None,
    }
}

/// The fixed grant of a final proof, and what follows from it.
fn settled(
    ledger: &Ledger,
    event: &Event,
    body: &ProofChecked,
    referred: &Event,
) -> Result<Option<SettledRow>, StoreError> {
    let Body::ProofReceived(received) = &referred.body else { return Ok(None) };
    let everything = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let grant = query::grant_state(ledger, everything, &body.grant)?;
    let Some(grant) = grant.filter(|_| received.proof == ProofKind::Final) else {
        return Ok(None);
    };
    let granted = query::granted_in_force(ledger, everything, &body.grant)?;
    let settings = query::settings(ledger, on_day(ledger, event))?;
    let Ok(fixed) = proof::fixed(&grant, granted, received, &settings) else { return Ok(None) };
    let sums = query::sums_of_grant(ledger, everything, &body.grant)?;
    let paid = sums.at(Stage::Paid);
    // Objections may lower what the arithmetic says: what is typed counts for what follows.
    let stated = body.settled_cents.unwrap_or(fixed);
    Ok(Some(SettledRow {
        granted,
        eligible: received.eligible_cents,
        fixed,
        paid,
        follow_up: follow_up(stated, paid, settings.small_amount()),
    }))
}
