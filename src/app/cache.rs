//! What was asked for at which head and pair of times, so that nothing is read twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::State;
use super::worker::{Job, Payload, Worker};
use crate::domain::Day;
use crate::store::view::{Choices, Head};
use crate::ui::data::{Data, Known, Loaded, Problem, Want};

/// What the values of a screen rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Head of the chain, and with it the ledger.
    pub head: Option<Head>,
    /// Stichtag.
    pub as_of: Day,
    /// Datenstand.
    pub known: Known,
}

impl Key {
    /// What the window shows now.
    pub fn of(state: &State) -> Self {
        let head = state.ledger.as_ref().map(|ledger| ledger.head);
        Self { head, as_of: state.as_of, known: state.known }
    }
}

/// What was asked for.
#[derive(Debug, Default)]
pub struct Cache {
    asked: BTreeMap<Want, Key>,
    waiting: BTreeMap<Want, Key>,
    /// Asked a second time after a defect; a third time would fail for ever.
    again: BTreeSet<Want>,
    /// Another form was opened, for which nothing was offered yet.
    form_opened: bool,
}

impl Cache {
    /// Another form was opened: what was offered to choose from in the one before is not offered
    /// in it, even for a moment.
    pub const fn open_form(&mut self) {
        self.form_opened = true;
    }

    /// Asks for everything wanted that was not read at the present key; what is shown only
    /// `beside` is read when nothing else is to be done.
    pub fn request(
        &mut self,
        state: &mut State,
        (wants, beside): (&[Want], &[Want]),
        worker: &Worker,
    ) {
        if state.ledger.is_none() {
            return;
        }
        let key = Key::of(state);
        worker.still_wanted(wants, beside);
        if std::mem::take(&mut self.form_opened) {
            let same =
                |want: &&Want| matches!(want, Want::Choices(_)) && self.asked.contains_key(*want);
            if !wants.iter().any(|want| same(&want)) {
                offer(&mut state.data, Loaded::NotRequested);
            }
        }
        for want in wants {
            if self.asked.get(want) == Some(&key) {
                continue;
            }
            let job = Job::Load { key: key.clone(), want: want.clone() };
            // A full queue is asked again in the next frame, which its replies bring.
            if worker.try_send(job) {
                self.asked.insert(want.clone(), key.clone());
                self.waiting.insert(want.clone(), key.clone());
                begin(&mut state.data, want);
            }
        }
        // What is not there yet is not read on; it is asked for again when it is wanted again.
        let waiting = &self.waiting;
        self.asked.retain(|want, _| {
            wants.contains(want) || !(is_detail(want) || waiting.contains_key(want))
        });
        self.waiting.retain(|want, _| wants.contains(want));
        let data = &mut state.data;
        if !wants.iter().any(|want| matches!(want, Want::Choices(_))) {
            // What was offered for one thing is not offered for the next one, even for a moment.
            offer(data, Loaded::NotRequested);
        }
        data.grant.retain(|grant, _| wants.contains(&Want::Grant(grant.clone())));
        data.case.retain(|grant, _| wants.contains(&Want::Case(grant.clone())));
        data.case_page.retain(|grant, _| wants.contains(&Want::CasePage(grant.clone())));
        data.recipient_page.retain(|key, _| wants.contains(&Want::RecipientPage(key.clone())));
        data.budget_line
            .retain(|(title, year), _| wants.contains(&Want::BudgetLine(title.clone(), *year)));
        data.recipient.retain(|key, _| wants.contains(&Want::Recipient(key.clone())));
        data.task_review.retain(|(kind, seq), _| wants.contains(&Want::TaskReview(*kind, *seq)));
        data.entries.retain(|seqs, _| wants.contains(&Want::Entries(seqs.clone())));
        data.capacity.retain(|day, _| wants.contains(&Want::Capacity(*day)));
        // Pictures are large: what is not looked at is given back.
        if !wants.iter().any(|want| matches!(want, Want::Page(_))) {
            data.page = Loaded::NotRequested;
        }
        if !wants.iter().any(|want| matches!(want, Want::Paper(..))) {
            data.paper = Loaded::NotRequested;
        }
    }

    pub fn is_waiting(&self, wants: &[Want], state: &State) -> bool {
        let key = Key::of(state);
        wants
            .iter()
            .any(|want| self.asked.get(want) != Some(&key) || self.waiting.get(want) == Some(&key))
    }

    /// Takes a value, unless it was asked for at another key.
    pub fn arrived(
        &mut self,
        data: &mut Data,
        key: &Key,
        want: &Want,
        payload: Result<Payload, Problem>,
    ) {
        if self.waiting.get(want) != Some(key) {
            return;
        }
        self.waiting.remove(want);
        match payload {
            Ok(payload) => put(data, want, payload),
            Err(problem) => {
                // A panic need not come twice: the ledger was opened anew meanwhile.
                if matches!(problem, Problem::Defect) && self.again.insert(want.clone()) {
                    self.asked.remove(want);
                }
                fail(data, want, &problem);
            }
        }
    }
}

/// What belongs to one thing, and is forgotten with it.
pub const fn is_detail(want: &Want) -> bool {
    matches!(
        want,
        Want::Grant(_)
            | Want::Case(_)
            | Want::CasePage(_)
            | Want::RecipientPage(_)
            | Want::Recipient(_)
            | Want::BudgetLine(..)
            | Want::Capacity(_)
            | Want::Choices(_)
            | Want::TaskReview(..)
            | Want::Search(_)
            | Want::EntryIndex(_)
            | Want::Entries(_)
            | Want::Paper(..)
            | Want::Page(_)
            | Want::Difference(_)
            | Want::CashPreview(..)
            | Want::BankOwners(_)
            | Want::Compared(..)
            | Want::TakeoverPreview(..)
    )
}

/// Offers something else to choose from.
fn offer(data: &mut Data, choices: Loaded<Choices>) {
    if data.choices.value().is_some() || choices.value().is_some() {
        data.offered += 1;
    }
    data.choices = choices;
}

fn start<T>(slot: &mut Loaded<T>) {
    let previous = std::mem::take(slot).into_value();
    *slot = Loaded::Pending { previous };
}

fn failed<T>(slot: &mut Loaded<T>, problem: &Problem) {
    let previous = std::mem::take(slot).into_value();
    *slot = Loaded::Failed { previous, problem: problem.clone() };
}

fn begin(data: &mut Data, want: &Want) {
    match want {
        Want::Overview => start(&mut data.overview),
        Want::Grants => start(&mut data.grants),
        Want::Grant(grant) => start(data.grant.entry(grant.clone()).or_default()),
        Want::Recipients => start(&mut data.recipients),
        Want::Recipient(key) => start(data.recipient.entry(key.clone()).or_default()),
        Want::Milestones => start(&mut data.milestones),
        Want::EntryIndex(_) => start(&mut data.entry_index),
        Want::Entries(seqs) => start(data.entries.entry(seqs.clone()).or_default()),
        Want::Capacity(day) => start(data.capacity.entry(*day).or_default()),
        Want::Choices(_) => start(&mut data.choices),
        Want::Masters => start(&mut data.masters),
        Want::Cases => start(&mut data.cases),
        Want::Case(grant) => start(data.case.entry(grant.clone()).or_default()),
        Want::CasePage(grant) => start(data.case_page.entry(grant.clone()).or_default()),
        Want::RecipientPage(key) => start(data.recipient_page.entry(key.clone()).or_default()),
        Want::Forecasts => start(&mut data.forecasts),
        Want::Budget => start(&mut data.budget),
        Want::BudgetLine(title, year) => {
            start(data.budget_line.entry((title.clone(), *year)).or_default());
        }
        Want::Deadlines => start(&mut data.deadlines),
        Want::Search(_) => start(&mut data.search),
        Want::Planning => start(&mut data.planning),
        Want::Tasks => start(&mut data.tasks),
        Want::TaskReview(kind, seq) => {
            start(data.task_review.entry((*kind, *seq)).or_default());
        }
        Want::Paper(..) => start(&mut data.paper),
        Want::Page(_) => start(&mut data.page),
        Want::IssuedPapers => start(&mut data.issued),
        Want::Difference(_) => start(&mut data.difference),
        Want::CashState => start(&mut data.reconcile.until),
        Want::CashPreview(..) => start(&mut data.reconcile.preview),
        Want::BankOwners(_) => start(&mut data.reconcile.owners),
        Want::Compared(..) => start(&mut data.reconcile.compared),
        Want::TakeoverPreview(..) => start(&mut data.reconcile.taken),
    }
}

fn fail(data: &mut Data, want: &Want, problem: &Problem) {
    match want {
        Want::Overview => failed(&mut data.overview, problem),
        Want::Grants => failed(&mut data.grants, problem),
        Want::Grant(grant) => failed(data.grant.entry(grant.clone()).or_default(), problem),
        Want::Recipients => failed(&mut data.recipients, problem),
        Want::Recipient(key) => failed(data.recipient.entry(key.clone()).or_default(), problem),
        Want::Milestones => failed(&mut data.milestones, problem),
        Want::EntryIndex(_) => failed(&mut data.entry_index, problem),
        Want::Entries(seqs) => failed(data.entries.entry(seqs.clone()).or_default(), problem),
        Want::Capacity(day) => failed(data.capacity.entry(*day).or_default(), problem),
        Want::Choices(_) => failed(&mut data.choices, problem),
        Want::Masters => failed(&mut data.masters, problem),
        Want::Cases => failed(&mut data.cases, problem),
        Want::Case(grant) => failed(data.case.entry(grant.clone()).or_default(), problem),
        Want::CasePage(grant) => failed(data.case_page.entry(grant.clone()).or_default(), problem),
        Want::RecipientPage(key) => {
            failed(data.recipient_page.entry(key.clone()).or_default(), problem);
        }
        Want::Forecasts => failed(&mut data.forecasts, problem),
        Want::Budget => failed(&mut data.budget, problem),
        Want::BudgetLine(title, year) => {
            failed(data.budget_line.entry((title.clone(), *year)).or_default(), problem);
        }
        Want::Deadlines => failed(&mut data.deadlines, problem),
        Want::Search(_) => failed(&mut data.search, problem),
        Want::Planning => failed(&mut data.planning, problem),
        Want::Tasks => failed(&mut data.tasks, problem),
        Want::TaskReview(kind, seq) => {
            failed(data.task_review.entry((*kind, *seq)).or_default(), problem);
        }
        Want::Paper(..) => failed(&mut data.paper, problem),
        Want::Page(_) => failed(&mut data.page, problem),
        Want::IssuedPapers => failed(&mut data.issued, problem),
        Want::Difference(_) => failed(&mut data.difference, problem),
        Want::CashState => failed(&mut data.reconcile.until, problem),
        Want::CashPreview(..) => failed(&mut data.reconcile.preview, problem),
        Want::BankOwners(_) => failed(&mut data.reconcile.owners, problem),
        Want::Compared(..) => failed(&mut data.reconcile.compared, problem),
        Want::TakeoverPreview(..) => failed(&mut data.reconcile.taken, problem),
    }
}

/// What belongs to one thing and is shown as a list nevertheless.
const fn is_listed(want: &Want) -> bool {
    matches!(
        want,
        Want::EntryIndex(_)
            | Want::Difference(_)
            | Want::CashPreview(..)
            | Want::Compared(..)
            | Want::TakeoverPreview(..)
    )
}

fn put(data: &mut Data, want: &Want, payload: Payload) {
    if !is_detail(want) || is_listed(want) {
        data.readings += 1;
    }
    match (payload, want) {
        (Payload::Overview(value), _) => data.overview = Loaded::Ready(value),
        (Payload::Grants(value), _) => data.grants = Loaded::Ready(value),
        (Payload::Grant(value), Want::Grant(grant)) => {
            data.grant.insert(grant.clone(), Loaded::Ready(value));
        }
        (Payload::Recipients(value), _) => data.recipients = Loaded::Ready(value),
        (Payload::Recipient(value), Want::Recipient(key)) => {
            data.recipient.insert(key.clone(), Loaded::Ready(value));
        }
        (Payload::Milestones(value), _) => data.milestones = Loaded::Ready(value),
        (Payload::EntryIndex(value), _) => data.entry_index = Loaded::Ready(value),
        (Payload::Entries(rows), Want::Entries(seqs)) => {
            data.entries.insert(seqs.clone(), Loaded::Ready(rows));
        }
        (Payload::Choices(value), _) => offer(data, Loaded::Ready(*value)),
        (Payload::Masters(value), _) => data.masters = Loaded::Ready(value),
        (Payload::Cases(value), _) => data.cases = Loaded::Ready(value),
        (Payload::Case(value), Want::Case(grant)) => {
            data.case.insert(grant.clone(), Loaded::Ready(*value));
        }
        (Payload::CasePage(value), Want::CasePage(grant)) => {
            data.case_page.insert(grant.clone(), Loaded::Ready(*value));
        }
        (Payload::RecipientPage(value), Want::RecipientPage(key)) => {
            data.recipient_page.insert(key.clone(), Loaded::Ready(*value));
        }
        (Payload::Forecasts(value), _) => data.forecasts = Loaded::Ready(value),
        (Payload::Budget(value), _) => data.budget = Loaded::Ready(value),
        (Payload::BudgetLine(value), Want::BudgetLine(title, year)) => {
            data.budget_line.insert((title.clone(), *year), Loaded::Ready(value));
        }
        (Payload::Deadlines(value), _) => data.deadlines = Loaded::Ready(value),
        (Payload::Search(value), _) => data.search = Loaded::Ready(value),
        (Payload::Planning(value), _) => data.planning = Loaded::Ready(*value),
        (Payload::Tasks(value), _) => data.tasks = Loaded::Ready(value),
        (Payload::TaskReview(value), Want::TaskReview(kind, seq)) => {
            data.task_review.insert((*kind, *seq), Loaded::Ready(*value));
        }
        (Payload::Paper(value), _) => data.paper = Loaded::Ready(*value),
        (Payload::Page(value), _) => data.page = Loaded::Ready(value.map(Arc::new)),
        (Payload::Issued(value), _) => data.issued = Loaded::Ready(value),
        (Payload::Difference(value), Want::Difference(before)) => {
            data.difference = Loaded::Ready((*before, *value));
        }
        (Payload::Lists(put), _) => put(&mut data.reconcile),
        (Payload::Capacity(value), Want::Capacity(day)) => {
            data.capacity.insert(*day, Loaded::Ready(value));
        }
        (
            Payload::Grant(_)
            | Payload::Case(_)
            | Payload::CasePage(_)
            | Payload::RecipientPage(_)
            | Payload::Recipient(_)
            | Payload::BudgetLine(_)
            | Payload::Capacity(_)
            | Payload::Entries(_)
            | Payload::TaskReview(_)
            | Payload::Difference(_),
            _,
        ) => {}
    }
}
