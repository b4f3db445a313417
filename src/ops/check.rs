//! Checks that every event passes: founding, person, role, dates, texts, reference.

use unicode_normalization::is_nfc;

use super::{
    Checked, Stop, application, budget, claim, correction, document, draw, everything, grant,
    interest, notice, on_day_of, party, payment, progress, proof, reconcile, restore, setting,
    year,
};
use crate::domain::date::berlin_day;
use crate::domain::entity::{EntityKey, EntityKind, EntityState, Person};
use crate::domain::letters::is_printed;
use crate::domain::refusal::Misfit;
use crate::domain::rule::{RecipientUse, Role};
use crate::domain::{Body, Day, Event, FiscalYear, Kind, Money, Refusal, drawing};
use crate::store::view::Times;
use crate::store::{Tx, query};

/// Checks an event before it is appended.
pub fn all(tx: &Tx<'_>, event: &Event) -> Checked {
    founding(event)?;
    dates(tx, event)?;
    contents(event)?;
    voucher(event)?;
    recipient(tx, event)?;
    let referred = reference(tx, event)?;
    person(tx, event, referred.as_ref())?;
    year::spared(tx, event, referred.as_ref())?;
    by_kind(tx, event, referred.as_ref())
}

/// The rules of the kind itself.
fn by_kind(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    only_one(tx, event, referred)?;
    not_own_case(tx, event)?;
    match &event.body {
        Body::ProgrammeFounded(founded) => party::founded(event, founded),
        Body::PersonEnrolled(enrolled) => party::enrolled(tx, event, &enrolled.person),
        Body::SettingMade(body) => setting::made(tx, event, body),
        Body::RecipientRegistered(body) => party::registered(tx, event, body),
        Body::BankAccountRecorded(body) => party::account_recorded(body),
        Body::BankAccountConfirmed(body) => required("checked_by", &body.checked_by, 1),
        Body::GrantIssued(body) => grant::issued(tx, event, body),
        Body::GrantIncreased(body) => grant::increased(tx, event, body),
        Body::GrantReduced(body) => grant::reduced(tx, event, body),
        Body::BeneficiaryNamed(body) => grant::own(tx, event, &body.grant).map(drop),
        Body::MilestonePlanned(body) => progress::planned(tx, event, body),
        Body::MilestoneForecast(body) => progress::forecast(tx, event, body),
        Body::MilestoneReached(body) => progress::reached(tx, event, body),
        Body::IndicatorDefined(body) => progress::defined(tx, event, body),
        Body::IndicatorRead(body) => progress::read(tx, event, body),
        Body::DocumentIssued(body) => document::issued(tx, body),
        Body::LedgerRestored(body) => restore::restored(tx, body),
        Body::CashListRead(body) => reconcile::read(tx, body),
        Body::Reversed(body) => correction::reversed(tx, event, body),
        body if body.line().is_some() => payment::moved(tx, event, referred),
        body if budget::concerns(body.kind()) => budget::all(tx, event, referred),
        _ => of_case(tx, event, referred),
    }
}

/// The rules of what belongs to a case and moves no amount of a due line.
fn of_case(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    match (&event.body, referred) {
        (
            Body::ApplicationReceived(_)
            | Body::ExaminationNoted(_)
            | Body::ApplicationExamined(_)
            | Body::EarlyStartConsented(_)
            | Body::ApplicationRejected(_)
            | Body::ApplicationWithdrawn(_),
            _,
        ) => application::all(tx, event),
        (
            Body::ArithmeticAttested(_) | Body::FactuallyAttested(_) | Body::DrawSentBack(_),
            Some(draw),
        ) => draw::attested(tx, event, draw),
        (Body::PaymentReconciled(_), Some(payment)) => payment::reconciled(tx, event, payment),
        (Body::ClaimDeferred(body), Some(claim)) => claim::deferred(event, body, claim),
        (Body::ProofReceived(_) | Body::ProofReminded(_) | Body::ProofChecked(_), _) => {
            proof::all(tx, event, referred)
        }
        (Body::InterestAssessed(_) | Body::InterestReceived(_) | Body::InterestWaived(_), _) => {
            interest::all(tx, event, referred)
        }
        _ => notice::all(tx, event, referred),
    }
}

/// Nobody decides on a case that the same person entered (domain.md section 1.2).
fn not_own_case(tx: &Tx<'_>, event: &Event) -> Checked {
    let Some(grant) = event.body.grant() else { return Ok(()) };
    if event.kind().roles() != [Role::Approver] {
        return Ok(());
    }
    let Some(application) = query::application_state(tx, everything(tx), grant)? else {
        return Ok(());
    };
    let entered = query::event(tx, application.seq)?.map(|entered| entered.actor);
    if entered == Some(event.actor) {
        let (person, seq) = (event.actor, application.seq);
        return Err(Refusal::SamePerson { person, seq }.into());
    }
    Ok(())
}

/// Of some kinds only one follows what is referred to (I12); orders say it with their amounts.
fn only_one(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    let Some(referred) = referred else { return Ok(()) };
    match payment::rival(tx, referred.seq, event.kind().only_one_of())? {
        Some(by) => Err(Refusal::AlreadyDecided { seq: referred.seq, by }.into()),
        None => Ok(()),
    }
}

fn founding(event: &Event) -> Checked {
    if (event.seq == 1) == (event.kind() == Kind::ProgrammeFounded) {
        Ok(())
    } else {
        Err(Refusal::Founding.into())
    }
}

/// I17: not before the founding, not after the day of recording in Europe/Berlin.
fn dates(tx: &Tx<'_>, event: &Event) -> Checked {
    let today = berlin_day(event.recorded_at);
    if event.effective_on > today {
        return Err(Refusal::InFuture { day: event.effective_on, today }.into());
    }
    if event.seq > 1 {
        let founded = query::programme(tx)?.founded_on;
        if event.effective_on < founded {
            return Err(Refusal::BeforeFounding { day: event.effective_on, founded }.into());
        }
    }
    Ok(())
}

fn voucher(event: &Event) -> Checked {
    if event.kind().needs_voucher() && event.voucher.trim().is_empty() {
        return Err(Refusal::VoucherMissing { kind: event.kind() }.into());
    }
    Ok(())
}

/// I24, I5: every text of header and body is NFC, free of control and bidirectional characters,
/// and bounded; so is every amount, before anything is computed with it.
fn contents(event: &Event) -> Checked {
    text("voucher", &event.voucher, 200)?;
    text("login", &event.login, 200)?;
    let body = serde_json::to_value(&event.body)
        .map_err(|error| Refusal::Database { message: error.to_string() })?;
    if let Some(amount) = unbounded("body", &body) {
        return Err(match event.kind() {
            Kind::AppropriationDrafted
            | Kind::AppropriationVoted
            | Kind::SupplementVoted
            | Kind::AuthorityVoted => Refusal::VoteOutOfRange { amount },
            _ => Refusal::AmountOutOfRange { amount },
        }
        .into());
    }
    walk("body", &body)
}

/// The first amount beyond the limit of a posting.
fn unbounded(field: &str, value: &serde_json::Value) -> Option<Money> {
    match value {
        serde_json::Value::Number(number) if field.ends_with("_cents") => {
            let amount = Money::from_cents(number.as_i64().unwrap_or(i64::MAX));
            (!(-Money::LIMIT..=Money::LIMIT).contains(&amount)).then_some(amount)
        }
        serde_json::Value::Array(items) => items.iter().find_map(|item| unbounded(field, item)),
        serde_json::Value::Object(fields) => {
            fields.iter().find_map(|(name, item)| unbounded(name, item))
        }
        _ => None,
    }
}

fn walk(field: &str, value: &serde_json::Value) -> Checked {
    match value {
        serde_json::Value::String(content) => {
            let most = match field {
                "logo" => drawing::LONGEST,
                _ if LONG.contains(&field) => 2000,
                _ => 200,
            };
            let named = FIELDS.iter().find(|known| **known == field).copied().unwrap_or("note");
            text(named, content, most)
        }
        serde_json::Value::Number(number) if field.ends_with("_year") => {
            let year = number.as_i64().and_then(|year| i32::try_from(year).ok());
            budget::known_year(FiscalYear(year.unwrap_or_default()))
        }
        serde_json::Value::Array(items) => items.iter().try_for_each(|item| walk(field, item)),
        serde_json::Value::Object(fields) => {
            fields.iter().try_for_each(|(name, item)| walk(name, item))
        }
        _ => Ok(()),
    }
}

/// Names of text fields that a refusal can name.
const FIELDS: [&str; 33] = [
    "address",
    "baseline",
    "blocking_clause",
    "cash_reference",
    "causes",
    "checked_by",
    "contact",
    "court_file",
    "de",
    "document",
    "en",
    "grant",
    "guideline",
    "holder",
    "iban",
    "indicator",
    "key",
    "law",
    "line",
    "milestone",
    "name",
    "note",
    "payment_text",
    "proof",
    "published_in",
    "purpose",
    "reason",
    "result",
    "sha256",
    "start_checked",
    "title",
    "town",
    "urgent_reason",
];

/// Those of them that hold more than a line.
const LONG: [&str; 10] = [
    "blocking_clause",
    "causes",
    "de",
    "en",
    "note",
    "proof",
    "reason",
    "result",
    "start_checked",
    "urgent_reason",
];

/// One text: NFC, no control and no bidirectional characters, at most `most` characters, and of
/// letters that papers print.
pub fn text(field: &'static str, content: &str, most: usize) -> Checked {
    if content.chars().count() > most {
        return Err(Refusal::TextTooLong { field, most }.into());
    }
    if let Some(character) = content.chars().find(|character| is_forbidden(*character)) {
        return Err(Refusal::TextCharacter { field, character }.into());
    }
    if !is_nfc(content) {
        let character = content.chars().find(|c| !c.is_ascii()).unwrap_or('?');
        return Err(Refusal::TextCharacter { field, character }.into());
    }
    let lines = |character: &char| matches!(character, '\n' | '\r' | '\t');
    if let Some(character) = content.chars().find(|c| !is_printed(*c) && !lines(c)) {
        return Err(Refusal::TextCharacter { field, character }.into());
    }
    Ok(())
}

/// True for a control or bidirectional character.
pub fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
                | '\u{FEFF}'
        )
}

/// A key: as [`required`], and without blanks around it, so that two keys never look the same.
pub fn key(field: &'static str, content: &str, least: usize) -> Checked {
    required(field, content, least)?;
    if content.trim() != content {
        return Err(Refusal::TextCharacter { field, character: ' ' }.into());
    }
    Ok(())
}

/// A text that must say something.
pub fn required(field: &'static str, content: &str, least: usize) -> Checked {
    if content.trim().chars().count() < least {
        return Err(Refusal::TextMissing { field, least }.into());
    }
    Ok(())
}

/// A term that an entry sets is not over on the day of the entry.
pub fn not_over(until: Option<Day>, event: &Event) -> Checked {
    match until {
        Some(day) if day < event.effective_on => {
            let misfit = Misfit::BeforeBooking(event.effective_on);
            Err(Refusal::DateUnusable { day, misfit }.into())
        }
        _ => Ok(()),
    }
}

/// What an entry says to have happened before it did not happen after it.
pub fn happened(on: Option<Day>, event: &Event) -> Checked {
    match on {
        Some(day) if day > event.effective_on => {
            let misfit = Misfit::AfterBooking(event.effective_on);
            Err(Refusal::DateUnusable { day, misfit }.into())
        }
        _ => Ok(()),
    }
}

/// Events of the programme name no recipient; those of a recipient name one that is registered
/// on that day (I18).
fn recipient(tx: &Tx<'_>, event: &Event) -> Checked {
    let misplaced =
        Refusal::RecipientMisplaced { kind: event.kind(), key: event.recipient.clone() };
    match event.kind().recipient() {
        RecipientUse::Never if !event.recipient.is_empty() => Err(misplaced.into()),
        RecipientUse::Always if event.recipient.is_empty() => Err(misplaced.into()),
        RecipientUse::Never => Ok(()),
        _ if event.recipient.is_empty() || event.kind() == Kind::RecipientRegistered => Ok(()),
        _ => {
            if query::recipient_state(tx, on_day_of(tx, event), &event.recipient)?.is_none() {
                return Err(Refusal::UnknownRecipient { key: event.recipient.clone() }.into());
            }
            Ok(())
        }
    }
}

/// The event referred to: of the right kind, of the same recipient, not later, not reversed.
fn reference(tx: &Tx<'_>, event: &Event) -> Result<Option<Event>, Stop> {
    let kind = event.kind();
    let expected = kind.refers_to();
    let wrong = Refusal::ReferenceWrong { expected, given: event.reference };
    let needs = !expected.is_empty() || kind == Kind::Reversed;
    let found = match event.reference {
        None if needs => return Err(wrong.into()),
        None => return Ok(None),
        Some(_) if !needs => return Err(wrong.into()),
        Some(seq) => query::event(tx, seq)?,
    };
    let Some(found) = found else { return Err(wrong.into()) };
    if (!expected.is_empty() && !expected.contains(&found.kind()))
        || found.recipient != event.recipient
    {
        return Err(wrong.into());
    }
    if kind != Kind::Reversed {
        if event.effective_on < found.effective_on {
            let (day, reference) = (event.effective_on, found.effective_on);
            return Err(Refusal::BeforeReference { day, reference }.into());
        }
        if let Some(by) = correction::reversal_of(tx, found.seq)? {
            return Err(Refusal::AlreadyReversed { seq: found.seq, by }.into());
        }
        if kind.needs_second_person() && found.actor == event.actor {
            return Err(Refusal::SamePerson { person: event.actor, seq: found.seq }.into());
        }
    }
    Ok(Some(found))
}

/// The person is enrolled and has the role on the day of recording (I23); a correction needs the
/// role of the original.
fn person(tx: &Tx<'_>, event: &Event, referred: Option<&Event>) -> Checked {
    if event.kind() == Kind::ProgrammeFounded {
        return Ok(());
    }
    let Some(person) = person_today(tx, event)? else {
        return Err(Refusal::UnknownPerson { person: event.actor }.into());
    };
    let today = berlin_day(event.recorded_at);
    let kind = match event.kind() {
        Kind::Reversed => referred.map_or(Kind::Reversed, Event::kind),
        kind => kind,
    };
    let roles = kind.roles();
    if roles.is_empty() || roles.iter().any(|role| person.has(*role, today)) {
        Ok(())
    } else {
        Err(Refusal::RoleMissing { person: event.actor, roles }.into())
    }
}

/// The person who books, as enrolled on the day of recording.
pub fn person_today(tx: &Tx<'_>, event: &Event) -> Result<Option<Person>, Stop> {
    let key = EntityKey::new(EntityKind::Person, &event.actor.0);
    let times = Times { as_of: berlin_day(event.recorded_at), ..everything(tx) };
    Ok(match query::entity(tx, times, &key)? {
        Some(EntityState::Person(person)) => Some(person),
        _ => None,
    })
}
