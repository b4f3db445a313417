//! What the journal is narrowed to beside its columns, in words that can be removed one by one.

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
    County,
    Case,
    Recipient,
}

const PARTS: [Part; 8] = [
    Part::Stages,
    Part::Year,
    Part::Title,
    Part::PostedRecipient,
    Part::PostedGrant,
    Part::County,
    Part::Case,
    Part::Recipient,
];

/// Name of a recipient, as soon as one of its entries is here.
fn name(cx: &Context<'_>, key: &RecipientKey) -> String {
    let rows = cx.data.entries.values().filter_map(|rows| rows.value()).flatten();
    let row = rows.into_iter().find(|row| row.recipient == *key);
    row.map_or_else(|| key.to_string(), |row| row.recipient_name.clone())
}

/// One part in words: "Stufe: ausgezahlt".
fn part(cx: &Context<'_>, filter: &EntryFilter, part: Part) -> Option<String> {
    let PostingFilter { stages, title, fiscal_year, recipient, grant, county } = &filter.postings;
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
        Part::County => ("narrow-county", crate::ui::narrow::county(cx, county.as_ref()?)),
        Part::Case => ("list-case", filter.case.as_ref()?.to_string()),
        Part::Recipient => ("screen-col-recipient", name(cx, filter.recipient.as_ref()?)),
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
        Some(Part::County) => left.postings.county = None,
        Some(Part::Case) => left.case = None,
        Some(Part::Recipient) => left.recipient = None,
        None => {}
    }
    left
}
