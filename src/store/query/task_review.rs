//! What a person looks at before taking a step, on one screen.

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{AccountReview, TaskReview, TaskRow, Times};
use super::entity::names;
use super::review::step;
use super::{application_state, availability_at, entity, event, grant, read, referring_at};
use crate::domain::availability::Own;
use crate::domain::body::Need;
use crate::domain::entity::{EntityKey, EntityKind, EntityState};
use crate::domain::{Body, Kind, Seq};

/// Everything that a step rests on: grant, application, need, availability, bank account.
///
/// # Errors
/// When the file cannot be read.
pub fn task_review(
    from: &impl Readable,
    times: Times,
    row: &TaskRow,
) -> Result<TaskReview, StoreError> {
    let detail = match &row.grant {
        Some(number) => grant(from, times, number)?,
        None => None,
    };
    let application = match (&detail, &row.grant) {
        (None, Some(number)) => application_state(from, times, number)?,
        _ => None,
    };
    let place = row.task.line.as_ref().map(|line| (&line.title, line.fiscal_year));
    let availability =
        place.map(|place| availability_at(from, times, place, Own::default())).transpose()?;
    let account = match row.task.kind {
        Kind::BankAccountConfirmed => Some(row.task.entry),
        Kind::PaymentConfirmed | Kind::OrderHandedOver | Kind::HeldPaid => {
            event(from, row.task.entry)?.and_then(|order| order.body.bank_account())
        }
        _ => row.account,
    };
    Ok(TaskReview {
        need: need(from, row)?,
        account: account.map(|seq| account_review(from, times, seq)).transpose()?.flatten(),
        grant: detail,
        application,
        availability,
    })
}

/// The need that a draw states.
fn need(from: &impl Readable, row: &TaskRow) -> Result<Option<Need>, StoreError> {
    let mut seqs = row.task.earlier.iter().filter(|step| step.kind == Kind::DrawRequested);
    let Some(draw) = seqs.next() else { return Ok(None) };
    Ok(match event(from, draw.seq)?.map(|draw| draw.body) {
        Some(Body::DrawRequested(draw)) => draw.need,
        _ => None,
    })
}

fn account_review(
    from: &impl Readable,
    times: Times,
    seq: Seq,
) -> Result<Option<AccountReview>, StoreError> {
    let key = EntityKey::new(EntityKind::BankAccount, &seq);
    let (Some(EntityState::BankAccount(account)), Some(recorded)) =
        (entity(from, times, &key)?, event(from, seq)?)
    else {
        return Ok(None);
    };
    let names = read(from, names)?;
    let following = referring_at(from, times, seq)?;
    let confirmed = following.iter().rfind(|event| event.kind() == Kind::BankAccountConfirmed);
    Ok(Some(AccountReview {
        account: account.account,
        recorded: step(&recorded, &names),
        confirmed: confirmed.map(|event| step(event, &names)),
    }))
}
