//! Founding, persons, recipients and their bank accounts.

use super::check::required;
use super::{Checked, everything};
use crate::domain::body::{BankAccountRecorded, Enrolment, ProgrammeFounded, RecipientRegistered};
use crate::domain::case::{is_iban, is_recipient_key};
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

/// A person is enrolled with number, roles and the hash of a name.
pub fn enrolled(tx: &Tx<'_>, person: &Enrolment) -> Checked {
    if person.person.0 == 0 || person.roles.is_empty() {
        return Err(Refusal::UnknownPerson { person: person.person }.into());
    }
    hash_given(person)?;
    let known = tx.name_of(person.person)?;
    let same = |(name, salt): &(String, [u8; 16])| {
        crate::store::chain::name_hash(salt, name) == person.name_hash
    };
    if known.as_ref().is_some_and(|kept| !same(kept)) {
        return Err(Refusal::Taken { key: person.person.0.to_string() }.into());
    }
    Ok(())
}

fn hash_given(person: &Enrolment) -> Checked {
    required("name", &person.name_hash, 64)
}

/// A recipient is registered under its own key.
pub fn registered(event: &Event, body: &RecipientRegistered) -> Checked {
    required("name", &body.name, 1)?;
    if body.key != event.recipient || !is_recipient_key(&body.key) {
        return Err(Refusal::UnknownRecipient { key: body.key.clone() }.into());
    }
    if let (Some(from), Some(until)) = (body.valid_from, body.valid_until)
        && until < from
    {
        return Err(Refusal::DateUnusable { day: until }.into());
    }
    Ok(())
}

/// A bank account belongs to a registered recipient and has a valid IBAN.
pub fn account_recorded(tx: &Tx<'_>, event: &Event, body: &BankAccountRecorded) -> Checked {
    required("holder", &body.holder, 1)?;
    if query::recipient_state(tx, everything(tx), &event.recipient)?.is_none() {
        return Err(Refusal::UnknownRecipient { key: event.recipient.clone() }.into());
    }
    if !is_iban(&body.iban) {
        return Err(Refusal::IbanWrong.into());
    }
    Ok(())
}
