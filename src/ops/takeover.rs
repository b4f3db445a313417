//! A list of recipients taken over: a verdict per row, then all of them booked or none.

use std::collections::BTreeMap;

use super::{Failure, Stamp, Stop, book_one, everything};
use crate::domain::body::{BankAccountRecorded, RecipientRegistered};
use crate::domain::date::berlin_day;
use crate::domain::event::Draft;
use crate::domain::recipient::official_name;
use crate::domain::takeover::{Column, Hindrance, ListRow, ListedRecipient, Verdict};
use crate::domain::{Body, Day, PersonNo, RecipientKey, Seq};
use crate::store::{Ledger, StoreError, Tx, query};

/// What became of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOver {
    /// A verdict per row, in their order.
    pub verdicts: Vec<Verdict>,
    /// Numbers of the entries that were booked; none when a row was refused and none may be.
    pub booked: Vec<Seq>,
}

/// Says what becomes of each row, by the rules of booking, and takes everything back.
///
/// # Errors
/// When the file cannot be read, is write-protected, or is being written.
pub fn take_over_preview(
    ledger: &Ledger,
    rows: &[ListRow],
    person: PersonNo,
    stamp: &Stamp,
) -> Result<Vec<Verdict>, Failure> {
    ledger.rehearse(|tx| Ok(all(tx, rows, person, stamp)?.verdicts))
}

/// Books a list in one transaction: all rows, or with `skip_refused` those that are not refused.
///
/// Without it nothing is booked when a row is refused; the verdicts say which.
///
/// # Errors
/// When the file cannot be read or written; nothing is booked.
pub fn take_over(
    ledger: &mut Ledger,
    rows: &[ListRow],
    person: PersonNo,
    stamp: &Stamp,
    skip_refused: bool,
) -> Result<TakenOver, Failure> {
    let done = ledger.write(|tx| {
        let taken = all(tx, rows, person, stamp).map_err(Undone::Failed)?;
        let refused = taken.verdicts.iter().any(|one| matches!(one, Verdict::Refused(_)));
        if refused && !skip_refused { Err(Undone::Refused(taken.verdicts)) } else { Ok(taken) }
    });
    match done {
        Ok(taken) => Ok(taken),
        Err(Undone::Refused(verdicts)) => Ok(TakenOver { verdicts, booked: Vec::new() }),
        Err(Undone::Failed(error)) => Err(Failure::Store(error)),
    }
}

/// Why the transaction was taken back.
enum Undone {
    Refused(Vec<Verdict>),
    Failed(StoreError),
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

fn all(
    tx: &mut Tx<'_>,
    rows: &[ListRow],
    person: PersonNo,
    stamp: &Stamp,
) -> Result<TakenOver, StoreError> {
    let founded = query::programme(tx)?.founded_on;
    let mut taker = Taker { tx, person, stamp, founded, lines: BTreeMap::new() };
    let mut taken = TakenOver { verdicts: Vec::new(), booked: Vec::new() };
    for row in rows {
        let verdict = match &row.content {
            Err(issues) => Verdict::Refused(issues.iter().cloned().map(Hindrance::Cell).collect()),
            Ok(listed) => taker.row(row.line, listed, &mut taken.booked)?,
        };
        taken.verdicts.push(verdict);
    }
    Ok(taken)
}

/// Goes through the rows of a list.
struct Taker<'t, 'c> {
    tx: &'t mut Tx<'c>,
    person: PersonNo,
    stamp: &'t Stamp,
    founded: Day,
    /// Recipients that this list names, with the line that was taken first.
    lines: BTreeMap<RecipientKey, u64>,
}

impl Taker<'_, '_> {
    fn row(
        &mut self,
        line: u64,
        listed: &ListedRecipient,
        booked: &mut Vec<Seq>,
    ) -> Result<Verdict, StoreError> {
        let above = self.lines.get(&listed.key).copied();
        let known = query::recipient_state(self.tx, everything(self.tx), &listed.key)?;
        let mut differs = known.as_ref().map_or_else(Vec::new, |known| of_data(listed, known));
        let account = match &listed.account {
            Some(account) => self.account(&listed.key, account, &mut differs)?,
            None => None,
        };
        let other = known.as_ref().map(|known| known.recipient_type);
        let other = other.filter(|kept| *kept != listed.recipient_type);
        let other = other.map(|kept| Hindrance::OtherType { listed: listed.recipient_type, kept });
        let hindrance =
            |(column, listed, kept)| Hindrance::Differs { column, listed, kept, line: above };
        let hindrances: Vec<_> =
            other.into_iter().chain(differs.into_iter().map(hindrance)).collect();
        if !hindrances.is_empty() {
            return Ok(Verdict::Refused(hindrances));
        }
        let verdict = Verdict::Books { recipient: known.is_none(), account: account.is_some() };
        if verdict == (Verdict::Books { recipient: false, account: false }) {
            return Ok(above.map_or(Verdict::Known, Verdict::Twice));
        }
        let drafts = self.drafts(listed, known.is_none(), account);
        let stamp = self.stamp;
        let done = self.tx.attempt(|tx| {
            drafts.iter().map(|draft| book_one(tx, draft, stamp)).collect::<Result<Vec<_>, Stop>>()
        });
        match done {
            Ok(seqs) => {
                booked.extend(seqs);
                self.lines.entry(listed.key.clone()).or_insert(line);
                Ok(verdict)
            }
            Err(Stop::Refused(refusal)) => {
                Ok(Verdict::Refused(vec![Hindrance::Rule(Box::new(refusal))]))
            }
            Err(Stop::Store(error)) => Err(error),
        }
    }

    /// The account when it is to be recorded; one that is known must have the same holder.
    fn account<'a>(
        &self,
        key: &RecipientKey,
        account: &'a BankAccountRecorded,
        differs: &mut Vec<Difference>,
    ) -> Result<Option<&'a BankAccountRecorded>, StoreError> {
        let accounts = query::bank_accounts(self.tx, everything(self.tx), key)?;
        let Some(known) = accounts.into_iter().find(|row| row.account.iban == account.iban) else {
            return Ok(Some(account));
        };
        if known.account.holder != account.holder {
            differs.push((Column::Holder, account.holder.clone(), known.account.holder));
        }
        Ok(None)
    }

    /// Without a day a recipient counts from the founding, so that every case of the programme can
    /// name it; a bank account from today.
    fn drafts(
        &self,
        listed: &ListedRecipient,
        registers: bool,
        account: Option<&BankAccountRecorded>,
    ) -> Vec<Draft> {
        let draft = |day: Day, body: Body| Draft {
            uid: *uuid::Uuid::new_v4().as_bytes(),
            recipient: listed.key.clone(),
            effective_on: day,
            actor: self.person,
            voucher: String::new(),
            reference: None,
            body,
            person_name: None,
        };
        let registered = registers.then(|| {
            let body = RecipientRegistered {
                key: listed.key.clone(),
                name: listed.name.clone(),
                recipient_type: listed.recipient_type,
                address: listed.address.clone(),
                valid_from: None,
                valid_until: None,
                successor: None,
                source: None,
            };
            draft(listed.day.unwrap_or(self.founded), Body::RecipientRegistered(body))
        });
        let today = berlin_day(self.stamp.now);
        let recorded = account.map(|account| {
            draft(listed.day.unwrap_or(today), Body::BankAccountRecorded(account.clone()))
        });
        registered.into_iter().chain(recorded).collect()
    }
}

/// Column, what the row says, what is known.
type Difference = (Column, String, String);

/// Where a row says something else of a recipient than is known; what it does not say is no
/// difference.
fn of_data(listed: &ListedRecipient, known: &RecipientRegistered) -> Vec<Difference> {
    let mut found = Vec::new();
    let name = official_name(listed.recipient_type, &listed.name);
    let kept = official_name(known.recipient_type, &known.name);
    if listed.recipient_type == known.recipient_type && name != kept {
        found.push((Column::Name, name, kept));
    }
    if !listed.address.is_empty() && listed.address != known.address {
        let line = |address: &[String]| address.join(", ");
        found.push((Column::Street, line(&listed.address), line(&known.address)));
    }
    found
}
