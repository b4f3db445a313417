//! What a form proposes: from the entry referred to, from a grant, from the chosen Stichtag.

use serde_json::{Value as Json, json};

use super::{Field, Shape, Values};
use crate::domain::body::LineAmount;
use crate::domain::case::payment_text;
use crate::domain::rule::RecipientUse;
use crate::domain::{Body, FileNumber, FiscalYear, Kind, Money, RecipientKey};
use crate::store::view::{Choices, EntryRow};
use crate::ui::context::Context;

/// What every form of the kind can begin with: the fiscal year of the Stichtag, the next number.
#[must_use]
pub fn from_start(cx: &Context<'_>, kind: Kind) -> Json {
    let year = cx.year().0;
    match kind {
        Kind::AuthorityVoted | Kind::AuthorityBlocked | Kind::AuthorityLapsed => {
            json!({ "budget_year": year, "due_year": year + 1 })
        }
        Kind::PersonEnrolled => {
            let persons = cx.data.choices.value().map(|all| all.masters.persons.as_slice());
            let last = persons.unwrap_or_default().iter().map(|(row, _)| row.person.0).max();
            json!({ "person": { "person": last.unwrap_or_default() + 1 } })
        }
        Kind::ProofReceived => json!({ "proof": "final", "third_party_cents": 0 }),
        Kind::ApplicationReceived => json!({ "plan": { "third_party_cents": 0 } }),
        _ => json!({ "fiscal_year": year }),
    }
}

/// What follows for a form from a grant: the grant itself and its first due line.
#[must_use]
pub fn from_grant(cx: &Context<'_>, kind: Kind, grant: &FileNumber) -> Json {
    let rows = cx.data.grant(grant).map(|detail| detail.lines.as_slice()).unwrap_or_default();
    let open = rows.iter().find(|row| row.drawable.is_positive()).or_else(|| rows.first());
    let mut line = json!({ "grant": grant });
    let mut due = json!({});
    if let Some(row) = open {
        due = json!({ "title": row.title, "fiscal_year": row.fiscal_year });
        line = json!({ "grant": grant, "title": row.title, "fiscal_year": row.fiscal_year });
        if kind == Kind::DrawRequested && row.drawable.is_positive() {
            line["amount_cents"] = json!(row.drawable);
        }
    }
    match kind {
        Kind::GrantIncreased | Kind::GrantReduced => json!({ "grant": grant, "lines": [due] }),
        Kind::DueShifted => json!({ "grant": grant, "from": due, "to": due }),
        Kind::DrawRequested => json!({ "line": line }),
        Kind::CarryOverFormed => json!({
            "grant": grant, "title": due["title"], "fiscal_year": due["fiscal_year"],
        }),
        _ => json!({ "grant": grant }),
    }
}

/// What follows for a form from the entry that it refers to: its grant, its due line, what is
/// left of its amount.
#[must_use]
pub fn from_entry(cx: &Context<'_>, kind: Kind, entry: &EntryRow) -> Json {
    let left = entry.left.or_else(|| entry.body.amount()).unwrap_or_default();
    let line = entry.body.line().map(|line| LineAmount { amount_cents: left, ..line.clone() });
    let grant = entry.body.grant();
    match (&entry.body, kind) {
        (Body::ApplicationReceived(received), Kind::GrantIssued) => json!({
            "grant": received.grant,
            "purpose": received.purpose,
            "eligible_cents": received.plan.eligible_cents,
            "total_cents": received.plan.total_cents,
            "third_party_cents": received.plan.third_party_cents,
        }),
        (Body::BlockSet(set), _) => json!({
            "title": set.title, "fiscal_year": set.fiscal_year, "amount_cents": left,
        }),
        (Body::AuthorityBlocked(blocked), _) => json!({
            "title": blocked.title,
            "budget_year": blocked.budget_year,
            "due_year": blocked.due_year,
            "amount_cents": left,
        }),
        (Body::InterestAssessed(assessed), _) => json!({
            "charge": {
                "grant": assessed.charge.grant,
                "title": assessed.charge.title,
                "fiscal_year": charged_year(cx, kind, assessed.charge.fiscal_year),
                "amount_cents": left,
            },
            "assessed_year": assessed.charge.fiscal_year,
            "interest": assessed.interest,
        }),
        (_, Kind::InterestAssessed) => json!({
            "charge": line.as_ref().map(|line| json!({
                "grant": line.grant, "title": line.title, "fiscal_year": cx.year(),
            })),
            "principal_cents": entry.body.amount(),
            "event_on": entry.effective_on,
        }),
        (_, Kind::ClaimRaised) => {
            let due = grant.and_then(|grant| above_fixed(cx, grant));
            // Without a fixed grant, or where nothing is above it, the whole payment is proposed.
            let asked = due.filter(|due| due.is_positive()).map_or(left, |due| due.min(left));
            let line = line.map(|line| LineAmount { amount_cents: asked, ..line });
            json!({ "grant": grant, "line": line })
        }
        (_, Kind::PaymentRebooked) => json!({ "from": line, "line": line }),
        (_, Kind::CommitmentRestored) => json!({
            "grant": grant,
            "from_year": line.as_ref().map(|line| line.fiscal_year),
            "line": line.as_ref().map(|line| json!({
                "title": line.title,
                "fiscal_year": line.fiscal_year.0 + 1,
                "amount_cents": line.amount_cents,
            })),
        }),
        (_, Kind::PaymentOrdered | Kind::HeldOrdered) => json!({
            "line": line,
            "bank_account": account(cx, &entry.recipient),
            "payment_text": line.as_ref().and_then(|line| words(cx, entry, line)),
        }),
        _ => json!({ "grant": grant, "line": line }),
    }
}

/// What was paid of a grant, less what came back and what is claimed, above its fixed amount;
/// none while no final proof is checked.
fn above_fixed(cx: &Context<'_>, grant: &FileNumber) -> Option<Money> {
    let entries = &cx.data.choices.value()?.entries;
    let own = || entries.iter().filter(|row| row.body.grant() == Some(grant));
    let fixed = own().rev().find_map(|row| match &row.body {
        Body::ProofChecked(checked) => checked.settled_cents,
        _ => None,
    })?;
    let payments = own().filter(|row| Kind::PAYMENTS.contains(&row.body.kind()));
    let paid: Money = payments.filter_map(|row| row.left).sum();
    Some(paid - fixed)
}

/// Interest is waived in the year of its assessment and received in the year of the credit.
fn charged_year(cx: &Context<'_>, kind: Kind, assessed: FiscalYear) -> FiscalYear {
    if kind == Kind::InterestReceived { cx.year() } else { assessed }
}

/// The newest confirmed bank account of a recipient.
fn account(cx: &Context<'_>, recipient: &RecipientKey) -> Option<u64> {
    let accounts = &cx.data.choices.value()?.accounts;
    let usable = accounts.iter().find(|row| row.confirmed && row.recipient == *recipient);
    usable.map(|row| row.seq)
}

/// The text for the recipient's bank statement.
fn words(cx: &Context<'_>, entry: &EntryRow, line: &LineAmount) -> Option<String> {
    let choices = cx.data.choices.value()?;
    let (_, grant) = choices.grants.iter().find(|(number, _)| *number == line.grant)?;
    let (mark, year) = (&grant.issued.cash_reference, line.fiscal_year.0);
    Some(payment_text(mark, &line.grant, entry.next_rate?, year))
}

/// True when the form asks for the recipient, and whether it must be one.
#[must_use]
pub const fn asks_recipient(kind: Kind) -> Option<bool> {
    match kind {
        Kind::BankAccountRecorded | Kind::ApplicationReceived => Some(true),
        Kind::MilestonePlanned | Kind::IndicatorDefined => Some(false),
        _ => None,
    }
}

/// The grant that a form is about by now.
#[must_use]
pub fn grant_of(fields: &[Field], values: &Values, entry: Option<&EntryRow>) -> Option<FileNumber> {
    let of_entry = entry.and_then(|entry| entry.body.grant()).cloned();
    of_entry.or_else(|| values.chosen(fields, Shape::Grant).map(FileNumber::new))
}

/// The recipient of the entry: that of the entry referred to, of the grant, of the milestone or
/// indicator, else the chosen one; empty at programme level.
#[must_use]
pub fn recipient_of(
    choices: &Choices,
    kind: Kind,
    values: &Values,
    entry: Option<&EntryRow>,
    chosen: Option<&RecipientKey>,
) -> RecipientKey {
    let fields = super::fields(kind);
    if kind.recipient() == RecipientUse::Never {
        return RecipientKey::default();
    }
    if let Some(entry) = entry {
        return entry.recipient.clone();
    }
    if kind == Kind::RecipientRegistered {
        return match values.get(&fields, "key") {
            Some(super::Value::Text(key)) => RecipientKey::from_written(key),
            _ => RecipientKey::default(),
        };
    }
    let grant = grant_of(&fields, values, None);
    let of_grant = grant.and_then(|grant| {
        let found = choices.grants.iter().find(|(number, _)| *number == grant);
        found.map(|(_, found)| found.recipient.clone())
    });
    let of_milestone = values.chosen(&fields, Shape::Milestone).and_then(|key| {
        let mut all = choices.milestones.iter();
        all.find(|row| row.planned.milestone.as_str() == key).map(|row| row.recipient.clone())
    });
    let of_indicator = values.chosen(&fields, Shape::Indicator).and_then(|key| {
        let mut all = choices.indicators.iter();
        all.find(|row| row.defined.indicator.as_str() == key).map(|row| row.recipient.clone())
    });
    of_grant.or(of_milestone).or(of_indicator).or_else(|| chosen.cloned()).unwrap_or_default()
}
