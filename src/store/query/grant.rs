//! Grants: the list, and all that is known of one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusqlite::params;

use super::super::append::live;
use super::super::codec;
use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{GrantDetail, GrantRow, LineRow, MoveRow, Sums, Times, VersionRow};
use super::entity::{each_entity, entities, names};
use super::milestone::{Owners, rows_of_grant};
use super::total::{Per, amounts_by};
use super::{grant_state, lowest_from, read, sort_key, titles};
use crate::domain::body::RecipientRegistered;
use crate::domain::case::{Rates, left};
use crate::domain::date::LAST_DAY;
use crate::domain::deadline::LOOKED_AT;
use crate::domain::due_line::line_changes;
use crate::domain::entity::{EntityKind, EntityState, Grant};
use crate::domain::{
    Account, Body, Day, Event, FileNumber, FiscalYear, Kind, Money, PersonNo, Seq, Stage, TitleKey,
};

/// All grants, by recipient (DIN 5007) and file number.
///
/// # Errors
/// When the file cannot be read.
pub fn grants(from: &impl Readable, times: Times) -> Result<Vec<GrantRow>, StoreError> {
    read(from, |conn| {
        let mut amounts = amounts_by(conn, times, Per::Grant)?;
        let recipients = entities(conn, times, EntityKind::Recipient)?;
        let mut rows: Vec<GrantRow> = Vec::new();
        each_entity(conn, times, EntityKind::Grant, |key, state| {
            let EntityState::Grant(grant) = state else { return };
            let recipient = match recipients.get(grant.recipient.as_str()) {
                Some(EntityState::Recipient(recipient)) => Some(recipient),
                _ => None,
            };
            let own = amounts.remove(&key).unwrap_or_default();
            let granted = own.granted();
            rows.push(row(*grant, recipient, own.sums, granted));
        })?;
        rows.sort_by_cached_key(|row| (sort_key(&row.recipient_name), row.grant.clone()));
        Ok(rows)
    })
}

fn row(
    grant: Grant,
    recipient: Option<&RecipientRegistered>,
    sums: Sums,
    granted: Money,
) -> GrantRow {
    GrantRow {
        grant: grant.issued.grant,
        recipient_name: recipient.map_or_else(String::new, |found| found.name.clone()),
        recipient_type: recipient
            .map_or(crate::domain::recipient::RecipientType::Association, |found| {
                found.recipient_type
            }),
        recipient: grant.recipient,
        purpose: grant.issued.purpose,
        issued_on: grant.issued_on,
        sums,
        granted,
    }
}

/// The events of a grant that count at these times, in the order of the journal.
///
/// # Errors
/// When the file cannot be read.
pub fn grant_events(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<Vec<Event>, StoreError> {
    let events = read(from, |conn| {
        codec::events_where(
            conn,
            "seq IN (SELECT seq FROM event_grant WHERE grant_no = ?1) \
             AND effective_on <= ?2 AND seq <= ?3",
            params![grant.as_str(), times.as_of.to_string(), times.known],
        )
    })?;
    Ok(live(events))
}

/// The same, only those that its deadlines look at: the others are not even parsed.
pub(super) fn events_for_deadlines(
    from: &impl Readable,
    times: Times,
    grant: &FileNumber,
) -> Result<Vec<Event>, StoreError> {
    let kinds = LOOKED_AT.iter().chain(&[Kind::Reversed]);
    let names: Vec<String> = kinds.map(|kind| format!("'{}'", kind.as_str())).collect();
    let condition = format!(
        "seq IN (SELECT seq FROM event_grant WHERE grant_no = ?1) AND effective_on <= ?2 \
             AND seq <= ?3 AND +kind IN ({})",
        names.join(", ")
    );
    let params = params![grant.as_str(), times.as_of.to_string(), times.known];
    read(from, |conn| codec::events_where(conn, &condition, params)).map(live)
}

/// All that is known of a grant, or `None` when there is none at these times.
///
/// # Errors
/// When the file cannot be read.
pub fn grant(
    from: &impl Readable,
    times: Times,
    number: &FileNumber,
) -> Result<Option<GrantDetail>, StoreError> {
    Details::read(from, times)?.of(from, number)
}

/// The details of several grants: what they share is read once.
pub(super) struct Details {
    times: Times,
    names: BTreeMap<PersonNo, String>,
    investive: BTreeMap<TitleKey, bool>,
    owners: Owners,
}

impl Details {
    pub(super) fn read(from: &impl Readable, times: Times) -> Result<Self, StoreError> {
        let titles = titles(from, times)?.into_iter();
        Ok(Self {
            times,
            names: read(from, names)?,
            investive: titles.map(|title| (title.title, title.investive)).collect(),
            owners: Owners::new(times),
        })
    }

    /// As [`grant`].
    pub(super) fn of(
        &mut self,
        from: &impl Readable,
        number: &FileNumber,
    ) -> Result<Option<GrantDetail>, StoreError> {
        Ok(self.with_events(from, number)?.map(|(found, _)| found))
    }

    /// The same, with the events that count.
    pub(super) fn with_events(
        &mut self,
        from: &impl Readable,
        number: &FileNumber,
    ) -> Result<Option<(GrantDetail, Vec<Event>)>, StoreError> {
        let times = self.times;
        let Some(state) = grant_state(from, times, number)? else { return Ok(None) };
        let mut all = grant_events(from, Times { as_of: LAST_DAY, ..times }, number)?;
        let past = until(&all, times.as_of);
        let undecided = left(&all);
        // Mostly all are past: the same is left of them then.
        let of_past = matches!(past, Cow::Owned(_)).then(|| left(&past));
        let lines = lines(from, times, (number, &self.investive))?;
        let mut sums = Sums::default();
        let mut granted = Money::ZERO;
        for line in &lines {
            sums.add(&line.sums);
            granted += line.granted;
        }
        let milestones = rows_of_grant(from, (number, &all), &mut self.owners)?;
        let recipient = self.owners.of(from, &state.recipient)?;
        let issued = state.issued.clone();
        let third_party = issued.third_party_cents.unwrap_or_default();
        let detail = GrantDetail {
            financing: issued.financing,
            quota_percent: issued.quota_percent,
            eligible: issued.eligible_cents,
            third_party,
            own_share: issued.eligible_cents - granted - third_party,
            cash_reference: issued.cash_reference,
            period_until: issued.period_until,
            lines,
            moves: moves(&past, (of_past.as_ref().unwrap_or(&undecided), &undecided), &self.names),
            versions: versions(&past),
            milestones,
            beneficiaries: state
                .beneficiaries
                .iter()
                .map(|named| (named.key.clone(), named.name.clone()))
                .collect(),
            source: issued.source,
            row: row(state, recipient, sums, granted),
        };
        all.retain(|event| event.effective_on <= times.as_of);
        Ok(Some((detail, all)))
    }
}

/// The events until a day; a correction has the day of its original, so that both count or neither.
fn until(events: &[Event], day: Day) -> Cow<'_, [Event]> {
    let is_past = |event: &&Event| event.effective_on <= day;
    if events.iter().all(|event| is_past(&event)) {
        return Cow::Borrowed(events);
    }
    Cow::Owned(events.iter().filter(is_past).cloned().collect())
}

fn lines(
    from: &impl Readable,
    times: Times,
    (grant, investive): (&FileNumber, &BTreeMap<TitleKey, bool>),
) -> Result<Vec<LineRow>, StoreError> {
    let mut lines: BTreeMap<(FiscalYear, TitleKey), LineRow> = BTreeMap::new();
    let found = read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT title, fiscal_year, '', amount FROM due_line \
             WHERE grant_no = ?1 AND effective_on <= ?2 AND seq <= ?3 \
             UNION ALL \
             SELECT title, fiscal_year, stage, posting.amount FROM posting \
             JOIN account ON account.id = posting.account \
             WHERE grant_no = ?1 AND due_year = 0 AND revenue = '' \
                 AND effective_on <= ?2 AND event <= ?3",
        )?;
        let rows = statement.query_map(
            params![grant.as_str(), times.as_of.to_string(), times.known],
            |row| {
                let (title, year): (String, i32) = (row.get(0)?, row.get(1)?);
                let (stage, amount): (String, i64) = (row.get(2)?, row.get(3)?);
                let key = (TitleKey::new(title), FiscalYear(year));
                Ok((key, Stage::from_name(&stage), Money::from_cents(amount)))
            },
        )?;
        rows.collect::<rusqlite::Result<Vec<_>>>()
    })?;
    for ((title, fiscal_year), stage, amount) in found {
        let line = lines.entry((fiscal_year, title.clone())).or_insert_with(|| LineRow {
            investive: investive.get(&title).copied().unwrap_or_default(),
            title,
            fiscal_year,
            granted: Money::ZERO,
            sums: Sums::default(),
            drawable: Money::ZERO,
        });
        match stage {
            Some(stage) => *line.sums.0.entry(stage).or_default() += amount,
            None => line.granted += amount,
        }
    }
    for line in lines.values_mut() {
        let committed = Account {
            stage: Stage::Committed,
            title: line.title.clone(),
            fiscal_year: line.fiscal_year,
            due_year: None,
            grant: Some(grant.clone()),
            recipient: None,
            revenue: None,
        };
        line.drawable = lowest_from(from, times.as_of, &committed)?;
    }
    Ok(lines.into_values().collect())
}

fn moves(
    events: &[Event],
    (left, undecided): (&BTreeMap<Seq, Money>, &BTreeMap<Seq, Money>),
    names: &BTreeMap<PersonNo, String>,
) -> Vec<MoveRow> {
    let order_of = |event: &Event| -> Option<&Event> {
        let mut seq = Some(event.seq);
        while let Some(found) = events.iter().find(|other| Some(other.seq) == seq) {
            if matches!(found.body, Body::PaymentOrdered(_) | Body::HeldOrdered(_)) {
                return Some(found);
            }
            seq = found.reference;
        }
        None
    };
    events
        .iter()
        .filter_map(|event| {
            let line = event.body.line()?.clone();
            let order = order_of(event);
            let ordered = order.and_then(|order| match &order.body {
                Body::PaymentOrdered(ordered) => Some(ordered),
                _ => None,
            });
            let draw = event.kind() == Kind::DrawRequested;
            Some(MoveRow {
                next_rate: draw.then(|| Rates::new(events).next(event.seq)),
                seq: event.seq,
                kind: event.kind(),
                effective_on: event.effective_on,
                voucher: event.voucher.clone(),
                reference: event.reference,
                line,
                taken_from: (event.kind() == Kind::PaymentRebooked)
                    .then(|| event.body.taken_from().cloned())
                    .flatten(),
                revenue_year: event.body.revenue_year(),
                set_off: match &event.body {
                    Body::ClaimRepaid(repaid) => repaid.set_off,
                    _ => None,
                },
                payment_text: order.and_then(payment_text),
                milestone: ordered.and_then(|ordered| ordered.milestone.clone()),
                ordered_on: order.map(|order| order.effective_on),
                left: left.get(&event.seq).copied().unwrap_or_default(),
                undecided: undecided.get(&event.seq).copied().unwrap_or_default(),
                actor: names
                    .get(&event.actor)
                    .cloned()
                    .unwrap_or_else(|| event.actor.0.to_string()),
            })
        })
        .collect()
}

fn payment_text(order: &Event) -> Option<String> {
    match &order.body {
        Body::PaymentOrdered(ordered) => Some(ordered.payment_text.clone()),
        Body::HeldOrdered(ordered) => Some(ordered.payment_text.clone()),
        _ => None,
    }
}

/// Versions in the order of their day: a late entry stands where it counts.
fn versions(events: &[Event]) -> Vec<VersionRow> {
    let mut granted = Money::ZERO;
    let mut events: Vec<&Event> = events.iter().collect();
    events.sort_by_key(|event| (event.effective_on, event.seq));
    events
        .into_iter()
        .filter_map(|event| {
            let changes = line_changes(event, None);
            if changes.is_empty() && event.kind() != Kind::GrantAmended {
                return None;
            }
            let change = changes.iter().map(|change| change.amount).sum();
            granted += change;
            Some(VersionRow {
                seq: event.seq,
                kind: event.kind(),
                effective_on: event.effective_on,
                change,
                granted,
                reason: reason(event),
            })
        })
        .collect()
}

pub(super) fn reason(event: &Event) -> String {
    match &event.body {
        Body::GrantIncreased(body) => body.reason.clone(),
        Body::GrantReduced(body) => body.reason.clone(),
        Body::ClaimRaised(body) => body.reason.clone(),
        Body::ClaimAnnulled(body) => body.reason.clone(),
        Body::DueShifted(body) => body.reason.clone(),
        Body::CommitmentRestored(body) => body.reason.clone(),
        Body::CarryOverFormed(body) => body.reason.clone(),
        Body::GrantAmended(body) => body.reason.clone(),
        _ => String::new(),
    }
}
