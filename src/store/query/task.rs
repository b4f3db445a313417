//! Steps that wait, read from what is open: never from the whole journal.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{TaskRow, Times};
use super::entity::entities;
use super::{application_state, event, grant_events, grant_state, read, sums_of_grant};
use crate::domain::body::{MilestonePlanned, RecipientRegistered};
use crate::domain::case::{Rates, payment_text};
use crate::domain::date::LAST_DAY;
use crate::domain::deadline::{self, GrantFacts};
use crate::domain::entity::{BankAccount, EntityKind, EntityState};
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
    let ground = Ground::read(from, times)?;
    let mut rows = ground.accounts(from)?;
    for number in candidates(from, times, &ground.closed)? {
        rows.extend(ground.case(from, &number)?);
    }
    rows.retain(|row| row.task.since <= times.as_of);
    rows.sort_by_cached_key(|row| {
        let task = &row.task;
        (task.due_on.unwrap_or(LAST_DAY), task.since, row.recipient.clone(), task.entry, task.kind)
    });
    Ok(rows)
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
    Ground::read(from, times)?.case(from, number)
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
    let ground = Ground::read(from, times)?;
    match found.body.grant() {
        Some(number) => ground.case(from, number),
        None => ground.accounts(from),
    }
}

/// What all cases share.
struct Ground {
    times: Times,
    settings: Settings,
    /// Years whose books are closed, as far as is known.
    closed: BTreeSet<FiscalYear>,
    recipients: BTreeMap<String, RecipientRegistered>,
    /// Milestones that are not reached and block payments, by grant.
    blocking: BTreeMap<FileNumber, Vec<MilestonePlanned>>,
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
    fn read(from: &impl Readable, times: Times) -> Result<Self, StoreError> {
        let always = Times { as_of: LAST_DAY, ..times };
        let years = read(from, |conn| entities(conn, always, EntityKind::Year))?;
        let closed = years.into_iter().filter_map(|(key, state)| match state {
            EntityState::Year(year) if year.closed.is_some() => key.parse().ok().map(FiscalYear),
            _ => None,
        });
        let recipients = read(from, |conn| entities(conn, times, EntityKind::Recipient))?;
        let recipients = recipients.into_iter().filter_map(|(key, state)| match state {
            EntityState::Recipient(recipient) => Some((key, recipient)),
            _ => None,
        });
        let mut blocking: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for milestone in super::milestone_states(from, times)? {
            let planned = milestone.planned;
            if let (Some(grant), Some(_), None) =
                (&planned.grant, &planned.blocking_clause, milestone.reached)
            {
                blocking.entry(grant.clone()).or_default().push(planned);
            }
        }
        Ok(Self {
            times,
            settings: super::settings(from, times)?,
            closed: closed.collect(),
            recipients: recipients.collect(),
            blocking,
            accounts: accounts(from, times)?,
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
        let steps = open_steps(Facts {
            as_of: times.as_of,
            events: &events,
            application: application.as_ref(),
            grant: grant.as_ref(),
            sums: &sums.0,
            settings: &self.settings,
            payable: account.is_some(),
            blocking: self.blocking.get(number).map_or(&[], Vec::as_slice),
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

/// All bank accounts, the newest first.
fn accounts(from: &impl Readable, times: Times) -> Result<Vec<Account>, StoreError> {
    let always = Times { as_of: LAST_DAY, ..times };
    let returns = returns(from, always)?;
    let now = confirmations(from, times)?;
    let mut found: Vec<Account> = confirmations(from, always)?
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
) -> Result<BTreeMap<Seq, BankAccount>, StoreError> {
    let states = read(from, |conn| entities(conn, times, EntityKind::BankAccount))?;
    Ok(states
        .into_iter()
        .filter_map(|(key, state)| match state {
            EntityState::BankAccount(account) => Some((key.parse().ok()?, account)),
            _ => None,
        })
        .collect())
}

/// The last payment that came back from each account: day, number, reason.
fn returns(
    from: &impl Readable,
    times: Times,
) -> Result<BTreeMap<Seq, (Day, Seq, String)>, StoreError> {
    let mut last: BTreeMap<Seq, (Day, Seq, String)> = BTreeMap::new();
    for returned in super::events_of_kinds(from, times, &[Kind::PaymentReturned])? {
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

/// The cases of which something may be open; most of them have, none that has is missing.
fn candidates(
    from: &impl Readable,
    times: Times,
    closed: &BTreeSet<FiscalYear>,
) -> Result<BTreeSet<FileNumber>, StoreError> {
    let open_since = first_open_day(from, closed)?;
    read(from, |conn| {
        let mut statement = conn.prepare_cached(CANDIDATES)?;
        let day = times.as_of.to_string();
        let found = statement.query_map(params![day, times.known, open_since], |row| {
            row.get::<_, String>(0).map(FileNumber::new)
        })?;
        found.collect()
    })
}

/// First day of the first year that has payments and whose books are open.
fn first_open_day(
    from: &impl Readable,
    closed: &BTreeSet<FiscalYear>,
) -> Result<String, StoreError> {
    let years: Vec<i32> = read(from, |conn| {
        let mut statement =
            conn.prepare_cached("SELECT DISTINCT fiscal_year FROM account WHERE stage = 'paid'")?;
        statement.query_map([], |row| row.get(0))?.collect()
    })?;
    let open = years.into_iter().filter(|year| !closed.contains(&FiscalYear(*year)));
    Ok(format!("{:04}-01-01", open.min().unwrap_or(9999)))
}

/// What is on its way, what nothing has followed yet, and proofs of cases that are not closed.
const CANDIDATES: &str = "\
    SELECT grant_no FROM account \
    WHERE stage IN ('requested', 'ordered', 'held', 'reclaimed', 'revenue_due') AND ( \
        SELECT coalesce(sum(amount), 0) FROM posting WHERE posting.account = account.id \
            AND effective_on <= ?1 AND event <= ?2) > 0 \
    UNION \
    SELECT grant_no FROM event AS opened JOIN event_grant ON event_grant.seq = opened.seq \
    WHERE opened.kind IN ('application_received', 'grant_issued') \
        AND opened.effective_on <= ?1 AND opened.seq <= ?2 \
        AND NOT EXISTS (SELECT 1 FROM event AS next WHERE next.ref = opened.seq \
            AND next.seq <= ?2 AND (opened.kind, next.kind) IN (VALUES \
                ('application_received', 'grant_issued'), \
                ('application_received', 'application_rejected'), \
                ('application_received', 'application_withdrawn'), \
                ('grant_issued', 'notice_announced')) \
            AND NOT EXISTS (SELECT 1 FROM event AS reversal WHERE reversal.ref = next.seq \
                AND +reversal.kind = 'reversed' AND reversal.seq <= ?2)) \
    UNION \
    SELECT grant_no FROM event AS opened JOIN event_grant ON event_grant.seq = opened.seq \
    WHERE opened.kind IN ('payment_confirmed', 'held_paid') \
        AND opened.effective_on <= ?1 AND opened.seq <= ?2 \
        AND (opened.effective_on >= ?3 OR opened.kind = 'held_paid') \
        AND NOT EXISTS (SELECT 1 FROM event AS next WHERE next.ref = opened.seq \
            AND next.seq <= ?2 AND +next.kind = 'payment_reconciled' \
            AND NOT EXISTS (SELECT 1 FROM event AS reversal WHERE reversal.ref = next.seq \
                AND +reversal.kind = 'reversed' AND reversal.seq <= ?2)) \
    UNION \
    SELECT grant_no FROM event AS opened JOIN event_grant ON event_grant.seq = opened.seq \
    WHERE opened.kind = 'proof_received' AND opened.effective_on <= ?1 AND opened.seq <= ?2 \
        AND grant_no NOT IN (SELECT grant_no FROM event AS ended \
            JOIN event_grant ON event_grant.seq = ended.seq \
            WHERE ended.kind = 'case_closed' AND ended.seq <= ?2 \
                AND NOT EXISTS (SELECT 1 FROM event AS reversal WHERE reversal.ref = ended.seq \
                    AND +reversal.kind = 'reversed' AND reversal.seq <= ?2))";
