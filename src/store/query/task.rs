//! Steps that wait, read from what is open: never from the whole journal.

use std::collections::{BTreeMap, BTreeSet};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{TaskRow, Times};
use super::case::cases_of;
use super::entity::{entities, entity};
use super::recipient::of_kind;
use super::task_open::OpenCases;
use super::{application_state, event, grant_events, grant_state, read, sums_of_grant};
use crate::domain::body::{MilestonePlanned, RecipientRegistered};
use crate::domain::case::{Rates, payment_text};
use crate::domain::date::LAST_DAY;
use crate::domain::deadline::{self, GrantFacts};
use crate::domain::entity::{BankAccount, EntityKey, EntityKind, EntityState};
use crate::domain::recipient::RecipientType;
use crate::domain::setting::Settings;
use crate::domain::task::{Facts, Task, of_account, open_steps};
use crate::domain::{Body, Day, Event, FileNumber, FiscalYear, Kind, RecipientKey, Seq};

/// Steps of all cases and bank accounts that wait at these times, those first that are due first,
/// then those that wait longest.
///
/// What an entry of a later day has done already does not wait. A case is read only when it has
/// something open.
///
/// # Errors
/// When the file cannot be read.
pub fn tasks(from: &impl Readable, times: Times) -> Result<Vec<TaskRow>, StoreError> {
    tasks_since(from, times, &mut OpenCases::default())
}

/// The same, of a ledger of which it is remembered which cases may have something open.
///
/// # Errors
/// When the file cannot be read; what was remembered stays good.
pub fn tasks_since(
    from: &impl Readable,
    times: Times,
    open: &mut OpenCases,
) -> Result<Vec<TaskRow>, StoreError> {
    let ground = Ground::read(from, times, None)?;
    let mut rows = ground.accounts(from)?;
    for number in open.follow(from, times, &ground.closed)? {
        rows.extend(ground.case(from, number)?);
    }
    Ok(in_order(rows, times))
}

/// Steps of one recipient that wait at these times, in the same order.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn tasks_for(
    from: &impl Readable,
    times: Times,
    recipient: &RecipientKey,
) -> Result<Vec<TaskRow>, StoreError> {
    let ground = Ground::read(from, times, Some(recipient))?;
    let mut rows = ground.accounts(from)?;
    for number in cases_of(from, recipient)? {
        rows.extend(ground.case(from, &number)?);
    }
    rows.retain(|row| row.recipient == *recipient);
    Ok(in_order(rows, times))
}

fn in_order(mut rows: Vec<TaskRow>, times: Times) -> Vec<TaskRow> {
    rows.retain(|row| row.task.since <= times.as_of);
    rows.sort_by_cached_key(|row| {
        let task = &row.task;
        (task.due_on.unwrap_or(LAST_DAY), task.since, row.recipient.clone(), task.entry, task.kind)
    });
    rows
}

/// Steps of one case that wait at these times, in the order of the procedure.
///
/// # Errors
/// When the file cannot be read.
pub fn tasks_of(
    from: &impl Readable,
    times: Times,
    number: &FileNumber,
) -> Result<Vec<TaskRow>, StoreError> {
    let recipient = match grant_state(from, times, number)? {
        Some(grant) => Some(grant.recipient),
        None => application_state(from, times, number)?.map(|found| found.recipient),
    };
    match recipient {
        Some(recipient) => Ground::read(from, times, Some(&recipient))?.case(from, number),
        None => Ok(Vec::new()),
    }
}

/// Steps that wait around one entry: those of its case, or of the bank account that it recorded.
///
/// # Errors
/// When the file cannot be read.
pub fn tasks_on(
    from: &impl Readable,
    times: Times,
    entry: Seq,
) -> Result<Vec<TaskRow>, StoreError> {
    let Some(found) = event(from, entry)? else { return Ok(Vec::new()) };
    match found.body.grant() {
        Some(number) => tasks_of(from, times, number),
        None => Ground::read(from, times, Some(&found.recipient))?.accounts(from),
    }
}

/// What all cases share, or those of one recipient.
struct Ground {
    times: Times,
    settings: Settings,
    /// Years whose books are closed, as far as is known.
    closed: BTreeSet<FiscalYear>,
    recipients: BTreeMap<String, RecipientRegistered>,
    /// Bank accounts with the last return of a payment, the newest first.
    accounts: Vec<Account>,
}

/// A bank account and how far it can be paid to.
struct Account {
    seq: Seq,
    state: BankAccount,
    /// At the Stichtag.
    usable: bool,
    /// Whatever the day.
    confirmed: bool,
    returned: Option<(Day, String)>,
}

impl Ground {
    fn read(
        from: &impl Readable,
        times: Times,
        only: Option<&RecipientKey>,
    ) -> Result<Self, StoreError> {
        let always = Times { as_of: LAST_DAY, ..times };
        let years = read(from, |conn| entities(conn, always, EntityKind::Year))?;
        let closed = years.into_iter().filter_map(|(key, state)| match state {
            EntityState::Year(year) if year.closed.is_some() => key.parse().ok().map(FiscalYear),
            _ => None,
        });
        Ok(Self {
            times,
            settings: super::settings(from, times)?,
            closed: closed.collect(),
            recipients: recipients(from, times, only)?,
            accounts: accounts(from, times, only)?,
        })
    }

    /// The bank accounts that wait for a second person: those that came after the one in use.
    fn accounts(&self, from: &impl Readable) -> Result<Vec<TaskRow>, StoreError> {
        let mut rows = Vec::new();
        let mut seen: BTreeMap<&RecipientKey, bool> = BTreeMap::new();
        for found in &self.accounts {
            let newest = !seen.contains_key(&found.state.recipient);
            let superseded = seen.entry(&found.state.recipient).or_default();
            let waits = !found.confirmed && (newest || found.state.confirmed.is_none());
            if waits && !*superseded {
                rows.extend(self.account(from, found)?);
            }
            *superseded |= found.confirmed;
        }
        Ok(rows)
    }

    fn account(
        &self,
        from: &impl Readable,
        found: &Account,
    ) -> Result<Option<TaskRow>, StoreError> {
        let Some(recorded) = event(from, found.seq)? else { return Ok(None) };
        let recipient = &found.state.recipient;
        let returned = found.returned.as_ref().map(|(on, reason)| (*on, reason.as_str()));
        let task = of_account(found.seq, (&found.state, recorded.effective_on), returned);
        let holder = found.state.account.holder.clone();
        Ok(Some(TaskRow { voucher: recorded.voucher, ..self.row(task, recipient, None, holder) }))
    }

    fn row(
        &self,
        task: Task,
        recipient: &RecipientKey,
        grant: Option<&FileNumber>,
        purpose: String,
    ) -> TaskRow {
        let found = self.recipients.get(recipient.as_str());
        TaskRow {
            task,
            recipient: recipient.clone(),
            recipient_name: found.map_or_else(String::new, |found| found.name.clone()),
            recipient_type: found.map_or(RecipientType::Association, |found| found.recipient_type),
            grant: grant.cloned(),
            purpose,
            voucher: String::new(),
            account: None,
            rate: 0,
            payment_text: String::new(),
        }
    }

    fn case(&self, from: &impl Readable, number: &FileNumber) -> Result<Vec<TaskRow>, StoreError> {
        let times = self.times;
        let application = application_state(from, times, number)?;
        let grant = grant_state(from, times, number)?;
        let (recipient, purpose) = match (&grant, &application) {
            (Some(grant), _) => (grant.recipient.clone(), grant.issued.purpose.clone()),
            (None, Some(found)) => (found.recipient.clone(), found.received.purpose.clone()),
            (None, None) => return Ok(Vec::new()),
        };
        let events = grant_events(from, Times { as_of: LAST_DAY, ..times }, number)?;
        let account = self.account_of(&recipient);
        let sums = sums_of_grant(from, times, number)?;
        let deadlines = match (&grant, &application) {
            (Some(grant), _) => {
                let events = until(&events, times.as_of);
                let (settings, actual) = (&self.settings, sums.actual());
                let facts = GrantFacts { grant, events: &events, settings, actual };
                deadline::of_grant(facts, times.as_of)
            }
            (None, application) => {
                application.iter().filter_map(deadline::of_application).collect()
            }
        };
        let blocking = if grant.is_some() { blocking(from, times, number)? } else { Vec::new() };
        let steps = open_steps(Facts {
            as_of: times.as_of,
            events: &events,
            application: application.as_ref(),
            grant: grant.as_ref(),
            sums: &sums.0,
            settings: &self.settings,
            payable: account.is_some(),
            blocking: &blocking,
            closed: &self.closed,
            deadlines: &deadlines,
        });
        let mut rates = Rates::new(&events);
        let mut rows = Vec::new();
        for task in steps {
            let voucher = voucher(&events, task.entry);
            let mut row = self.row(task, &recipient, Some(number), purpose.clone());
            if let (true, Some(line), Some(grant)) =
                (row.task.kind.is_order(), &row.task.line, &grant)
            {
                let mark = &grant.issued.cash_reference;
                row.rate = rates.next(row.task.entry);
                row.payment_text = payment_text(mark, number, row.rate, line.fiscal_year.0);
                row.account = account;
            }
            rows.push(TaskRow { voucher, ..row });
        }
        Ok(rows)
    }

    /// The newest bank account of a recipient that may be paid to.
    fn account_of(&self, recipient: &RecipientKey) -> Option<Seq> {
        let mut own = self.accounts.iter().filter(|found| found.state.recipient == *recipient);
        own.find(|found| found.usable).map(|found| found.seq)
    }
}

/// The entries that have happened by a day.
fn until(events: &[Event], as_of: Day) -> Vec<Event> {
    events.iter().filter(|event| event.effective_on <= as_of).cloned().collect()
}

fn voucher(events: &[Event], seq: Seq) -> String {
    let found = events.iter().find(|event| event.seq == seq);
    found.map_or_else(String::new, |event| event.voucher.clone())
}

/// The recipients by key, or the one that is named.
fn recipients(
    from: &impl Readable,
    times: Times,
    only: Option<&RecipientKey>,
) -> Result<BTreeMap<String, RecipientRegistered>, StoreError> {
    if let Some(key) = only {
        let found = super::recipient_state(from, times, key)?;
        return Ok(found.into_iter().map(|found| (key.to_string(), found)).collect());
    }
    let found = read(from, |conn| entities(conn, times, EntityKind::Recipient))?;
    Ok(found
        .into_iter()
        .filter_map(|(key, state)| match state {
            EntityState::Recipient(recipient) => Some((key, recipient)),
            _ => None,
        })
        .collect())
}

/// Milestones of a case that are not reached and block payments.
fn blocking(
    from: &impl Readable,
    times: Times,
    number: &FileNumber,
) -> Result<Vec<MilestonePlanned>, StoreError> {
    let found = super::milestones_of(from, times, number)?;
    let open = found.into_iter().filter(|milestone| milestone.reached.is_none());
    Ok(open
        .map(|milestone| milestone.planned)
        .filter(|planned| planned.blocking_clause.is_some())
        .collect())
}

/// All bank accounts, or those of one recipient, the newest first.
fn accounts(
    from: &impl Readable,
    times: Times,
    only: Option<&RecipientKey>,
) -> Result<Vec<Account>, StoreError> {
    let always = Times { as_of: LAST_DAY, ..times };
    let returns = returns(from, always, only)?;
    let now = confirmations(from, times, only)?;
    let mut found: Vec<Account> = confirmations(from, always, only)?
        .into_iter()
        .filter_map(|(seq, account)| {
            let returned = returns.get(&seq);
            let last = returned.map(|(on, by, _)| (*on, *by));
            let good = |at: &BankAccount| at.confirmed.is_some() && at.confirmed > last;
            let here = now.get(&seq)?;
            Some(Account {
                seq,
                usable: good(here),
                confirmed: good(&account),
                returned: returned.map(|(on, _, reason)| (*on, reason.clone())),
                state: account,
            })
        })
        .collect();
    found.sort_by_key(|account| std::cmp::Reverse(account.seq));
    Ok(found)
}

fn confirmations(
    from: &impl Readable,
    times: Times,
    only: Option<&RecipientKey>,
) -> Result<BTreeMap<Seq, BankAccount>, StoreError> {
    let states = match only {
        None => read(from, |conn| entities(conn, times, EntityKind::BankAccount))?,
        Some(key) => {
            let mut states = BTreeMap::new();
            for seq in recorded_for(from, key)? {
                let state = entity(from, times, &EntityKey::new(EntityKind::BankAccount, &seq))?;
                states.extend(state.map(|state| (seq.to_string(), state)));
            }
            states
        }
    };
    Ok(states
        .into_iter()
        .filter_map(|(key, state)| match state {
            EntityState::BankAccount(account) => Some((key.parse().ok()?, account)),
            _ => None,
        })
        .collect())
}

/// The entries that recorded a bank account of a recipient.
fn recorded_for(from: &impl Readable, recipient: &RecipientKey) -> Result<Vec<Seq>, StoreError> {
    read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT seq FROM event WHERE kind = 'bank_account_recorded' AND recipient = ?1",
        )?;
        statement.query_map([recipient.as_str()], |row| row.get(0))?.collect()
    })
}

/// The last payment that came back from each account: day, number, reason.
fn returns(
    from: &impl Readable,
    times: Times,
    only: Option<&RecipientKey>,
) -> Result<BTreeMap<Seq, (Day, Seq, String)>, StoreError> {
    let kind = Kind::PaymentReturned;
    let found = match only {
        Some(recipient) => of_kind(from, times, recipient, kind)?,
        None => super::events_of_kinds(from, times, &[kind])?,
    };
    let mut last: BTreeMap<Seq, (Day, Seq, String)> = BTreeMap::new();
    for returned in found {
        let payment = returned.reference.map(|seq| event(from, seq)).transpose()?.flatten();
        let order = payment.and_then(|payment| payment.reference);
        let order = order.map(|seq| event(from, seq)).transpose()?.flatten();
        let account = order.and_then(|order| order.body.bank_account());
        if let (Some(account), Body::PaymentReturned(body)) = (account, &returned.body) {
            let this = (returned.effective_on, returned.seq, body.reason.clone());
            let slot = last.entry(account).or_insert_with(|| this.clone());
            *slot = this.max(slot.clone());
        }
    }
    Ok(last)
}
