//! Founding, persons, recipients and their bank accounts.

use super::check::{key, not_over, required};
use super::{Checked, everything};
use crate::domain::body::{BankAccountRecorded, Enrolment, ProgrammeFounded, RecipientRegistered};
use crate::domain::case::{is_iban, is_recipient_key};
use crate::domain::entity::{EntityKey, EntityKind, EntityState};
use crate::domain::refusal::Misfit;
use crate::domain::{Event, Money, Refusal};
use crate::store::{Tx, query};

/// The founding names programme, ceiling and its own actor.
pub fn founded(event: &Event, body: &ProgrammeFounded) -> Checked {
    required("name", &body.name, 1)?;
    if !body.ceiling_cents.is_positive() || body.ceiling_cents > Money::LIMIT {
        return Err(Refusal::AmountOutOfRange { amount: body.ceiling_cents }.into());
    }
    if body.person.person != event.actor || !event.recipient.is_empty() {
        return Err(Refusal::UnknownPerson { person: event.actor }.into());
    }
    hash_given(&body.person)
}

/// A person is enrolled with number, roles and the hash of a name; a number never passes to
/// somebody else, also when the name was erased.
pub fn enrolled(tx: &Tx<'_>, event: &Event, person: &Enrolment) -> Checked {
    if person.person.0 == 0 || person.roles.is_empty() {
        return Err(Refusal::UnknownPerson { person: person.person }.into());
    }
    hash_given(person)?;
    not_over(person.roles_until, event)?;
    if let Some(limit) = person.order_limit_cents {
        super::grant::positive(limit)?;
    }
    if let Some(principal) = person.deputy_for {
        let key = EntityKey::new(EntityKind::Person, &principal.0);
        let known = query::entity(tx, everything(tx), &key)?.is_some();
        if principal == person.person || !known {
            return Err(Refusal::UnknownPerson { person: principal }.into());
        }
    }
    let number = EntityKey::new(EntityKind::Person, &person.person.0);
    match query::entity(tx, everything(tx), &number)? {
        Some(EntityState::Person(known)) if known.name_hash != person.name_hash => {
            Err(Refusal::Taken { key: person.person.0.to_string() }.into())
        }
        _ => Ok(()),
    }
}

/// The salted hash of the name, as `chain::name_hash` writes it.
fn hash_given(person: &Enrolment) -> Checked {
    let written = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    if person.name_hash.len() == 64 && person.name_hash.bytes().all(written) {
        Ok(())
    } else {
        Err(Refusal::TextMissing { field: "name", least: 1 }.into())
    }
}

/// A recipient is registered under its own key.
pub fn registered(tx: &Tx<'_>, event: &Event, body: &RecipientRegistered) -> Checked {
    key("name", &body.name, 1)?;
    if body.key != event.recipient || !is_recipient_key(&body.key) {
        return Err(Refusal::UnknownRecipient { key: body.key.clone() }.into());
    }
    if let (Some(from), Some(until)) = (body.valid_from, body.valid_until)
        && until < from
    {
        let misfit = Misfit::EndsBefore(from);
        return Err(Refusal::DateUnusable { day: until, misfit }.into());
    }
    if let Some(successor) = &body.successor
        && query::recipient_state(tx, everything(tx), successor)?.is_none()
    {
        return Err(Refusal::UnknownRecipient { key: successor.clone() }.into());
    }
    Ok(())
}

/// A bank account has a holder and a valid IBAN.
pub fn account_recorded(body: &BankAccountRecorded) -> Checked {
    required("holder", &body.holder, 1)?;
    if !is_iban(&body.iban) {
        return Err(Refusal::IbanWrong.into());
    }
    Ok(())
}
