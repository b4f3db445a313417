//! What the journal is narrowed to, in words that can be removed one by one.

use crate::domain::{RecipientKey, Stage};
use crate::store::view::{EntryFilter, PostingFilter};
use crate::ui::context::Context;

/// Part of a filter.
#[derive(Clone, Copy)]
enum Part {
    Stages,
    Year,
    Title,
    PostedRecipient,
    PostedGrant,
    Case,
    Recipient,
    Kinds,
    Days,
    Actor,
}

const PARTS: [Part; 10] = [
    Part::Stages,
    Part::Year,
    Part::Title,
    Part::PostedRecipient,
    Part::PostedGrant,
    Part::Case,
    Part::Recipient,
    Part::Kinds,
    Part::Days,
    Part::Actor,
];

/// Name of a recipient, as soon as one of its entries is here.
fn name(cx: &Context<'_>, key: &RecipientKey) -> String {
    let rows = cx.data.entries.values().filter_map(|rows| rows.value()).flatten();
    let row = rows.into_iter().find(|row| row.recipient == *key);
    row.map_or_else(|| key.to_string(), |row| row.recipient_name.clone())
}

fn days(cx: &Context<'_>, filter: &EntryFilter) -> Option<String> {
    let day = |day| cx.text.day(day);
    Some(match (filter.from, filter.until) {
        (None, None) => return None,
        (Some(from), Some(until)) if from == until => day(from),
        (Some(from), Some(until)) => {
            cx.f("list-between", &[("from", day(from)), ("to", day(until))])
        }
        (Some(from), None) => cx.f("list-from", &[("from", day(from))]),
        (None, Some(until)) => cx.f("list-to", &[("to", day(until))]),
    })
}

/// One part in words: "Stufe: ausgezahlt".
fn part(cx: &Context<'_>, filter: &EntryFilter, part: Part) -> Option<String> {
    let PostingFilter { stages, title, fiscal_year, recipient, grant } = &filter.postings;
    // Names of stages hold commas themselves.
    let joined = |names: Vec<String>| (!names.is_empty()).then(|| names.join("; "));
    let (head, words) = match part {
        Part::Stages if *stages == Stage::ACTUAL => ("list-stage", cx.t("amount-actual")),
        Part::Stages => {
            let names = stages.iter().map(|stage| cx.text.stage(*stage)).collect();
            ("list-stage", joined(names)?)
        }
        Part::Year => ("list-year", fiscal_year.map(|year| year.0.to_string())?),
        Part::Title => ("title", cx.text.title_short(title.as_ref()?)),
        Part::PostedRecipient => ("screen-col-recipient", name(cx, recipient.as_ref()?)),
        Part::PostedGrant => ("grant", grant.as_ref()?.to_string()),
        Part::Case => ("list-case", filter.case.as_ref()?.to_string()),
        Part::Recipient => ("screen-col-recipient", name(cx, filter.recipient.as_ref()?)),
        Part::Kinds => {
            let names = filter.kinds.iter().map(|kind| cx.text.kind(*kind)).collect();
            ("list-col-type", joined(names)?)
        }
        Part::Days => ("screen-col-effective", days(cx, filter)?),
        Part::Actor => {
            let actor = filter.actor?;
            let persons = cx.ledger.map(|ledger| ledger.everyone.as_slice()).unwrap_or_default();
            let person = persons.iter().find(|row| row.person == actor);
            let number = || cx.f("app-person-number", &[("number", actor.0.to_string())]);
            ("person", person.map_or_else(number, |row| cx.person_name(row)))
        }
    };
    Some([cx.t(head), words].join(": "))
}

/// All parts in words.
pub(super) fn words(cx: &Context<'_>, filter: &EntryFilter) -> Vec<String> {
    PARTS.iter().filter_map(|one| part(cx, filter, *one)).collect()
}

/// The filter without the part whose words stand at that place.
pub(super) fn without(cx: &Context<'_>, filter: &EntryFilter, at: usize) -> EntryFilter {
    let mut left = filter.clone();
    match PARTS.iter().filter(|one| part(cx, filter, **one).is_some()).nth(at) {
        Some(Part::Stages) => left.postings.stages.clear(),
        Some(Part::Year) => left.postings.fiscal_year = None,
        Some(Part::Title) => left.postings.title = None,
        Some(Part::PostedRecipient) => left.postings.recipient = None,
        Some(Part::PostedGrant) => left.postings.grant = None,
        Some(Part::Case) => left.case = None,
        Some(Part::Recipient) => left.recipient = None,
        Some(Part::Kinds) => left.kinds.clear(),
        Some(Part::Days) => (left.from, left.until) = (None, None),
        Some(Part::Actor) => left.actor = None,
        None => {}
    }
    left
}
