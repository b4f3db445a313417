//! Values read for the screens: what is here, what is asked for, what is out of date.

use std::collections::BTreeSet;

use super::job::Fetched;
use crate::store::view::Times;
use crate::ui::data::{Data, Loaded, Problem, Want};

/// Values of one round: a round ends when Stichtag, Datenstand or head change.
#[derive(Debug, Default)]
pub struct Cache {
    /// What the screens read.
    pub data: Data,
    /// Pair of times of the last answer.
    pub times: Option<Times>,
    round: u64,
    asked: BTreeSet<Want>,
}

impl Cache {
    /// The round that answers must carry.
    #[must_use]
    pub const fn round(&self) -> u64 {
        self.round
    }

    /// Everything is out of date; the old values stay on the screen until new ones come.
    pub fn renew(&mut self) {
        self.round += 1;
        self.asked.clear();
        self.data.capacity.clear();
    }

    /// Another ledger: nothing of the old one may stay.
    pub fn clear(&mut self) {
        self.renew();
        self.data = Data::default();
        self.times = None;
    }

    /// True the first time in a round; marks the value as being on its way.
    pub fn ask(&mut self, want: &Want) -> bool {
        if !self.asked.insert(want.clone()) {
            return false;
        }
        let data = &mut self.data;
        match want {
            Want::Overview => pend(&mut data.overview),
            Want::Grants => pend(&mut data.grants),
            Want::Grant(grant) => pend(data.grant.entry(grant.clone()).or_default()),
            Want::Recipients => pend(&mut data.recipients),
            Want::Recipient(key) => pend(data.recipient.entry(key.clone()).or_default()),
            Want::Milestones => pend(&mut data.milestones),
            Want::Journal => pend(&mut data.journal),
            Want::Capacity(day) => pend(data.capacity.entry(*day).or_default()),
        }
        true
    }

    /// Takes in an answer; one of an earlier round is dropped.
    pub fn take_in(
        &mut self,
        round: u64,
        want: &Want,
        result: Result<(Times, Box<Fetched>), Problem>,
    ) {
        if round != self.round {
            return;
        }
        match result {
            Ok((times, fetched)) => {
                self.times = Some(times);
                self.place(*fetched);
            }
            Err(problem) => self.fail(want, &problem),
        }
    }

    fn place(&mut self, fetched: Fetched) {
        let data = &mut self.data;
        match fetched {
            Fetched::Overview(value) => data.overview = Loaded::Ready(value),
            Fetched::Grants(value) => data.grants = Loaded::Ready(value),
            Fetched::Grant(grant, value) => {
                data.grant.insert(grant, Loaded::Ready(value));
            }
            Fetched::Recipients(value) => data.recipients = Loaded::Ready(value),
            Fetched::Recipient(key, value) => {
                data.recipient.insert(key, Loaded::Ready(value));
            }
            Fetched::Milestones(value) => data.milestones = Loaded::Ready(value),
            Fetched::Journal(value) => data.journal = Loaded::Ready(value),
            Fetched::Capacity(day, value) => {
                data.capacity.insert(day, Loaded::Ready(value));
            }
        }
    }

    fn fail(&mut self, want: &Want, problem: &Problem) {
        let data = &mut self.data;
        match want {
            Want::Overview => broke(&mut data.overview, problem),
            Want::Grants => broke(&mut data.grants, problem),
            Want::Grant(grant) => broke(data.grant.entry(grant.clone()).or_default(), problem),
            Want::Recipients => broke(&mut data.recipients, problem),
            Want::Recipient(key) => {
                broke(data.recipient.entry(key.clone()).or_default(), problem);
            }
            Want::Milestones => broke(&mut data.milestones, problem),
            Want::Journal => broke(&mut data.journal, problem),
            Want::Capacity(day) => broke(data.capacity.entry(*day).or_default(), problem),
        }
    }
}

fn pend<T>(slot: &mut Loaded<T>) {
    *slot = Loaded::Pending { previous: std::mem::take(slot).into_value() };
}

fn broke<T>(slot: &mut Loaded<T>, problem: &Problem) {
    let previous = std::mem::take(slot).into_value();
    *slot = Loaded::Failed { previous, problem: problem.clone() };
}
