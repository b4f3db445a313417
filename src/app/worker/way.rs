//! Which reading gives way to which job: bookings go first, numbers beside the screen last.

use super::{Inside, Job, Worker};
use crate::store::StopReading;
use crate::ui::data::Want;

/// What the window wants, and what the thread reads meanwhile.
#[derive(Default)]
pub(super) struct Wanted {
    pub now: Vec<Want>,
    /// Those of them that only a number beside the screen needs.
    pub beside: Vec<Want>,
    pub reading: Option<(Want, StopReading)>,
}

impl Worker {
    /// Stops the reading that the job need not wait for; it is taken up again afterwards.
    pub(super) fn give_way(&self, job: &Job) {
        let Ok(wanted) = self.wanted.lock() else { return };
        let Some((reading, stop)) = &wanted.reading else { return };
        let beside = wanted.beside.contains(reading);
        let goes_first = match job {
            Job::Load { want, .. } => beside && !wanted.beside.contains(want),
            Job::Book { .. }
            | Job::Take { .. }
            | Job::Issue { .. }
            | Job::BookCash { .. }
            | Job::BookTakeover { .. }
            | Job::Open(_)
            | Job::Close => true,
            // Written in a moment, and too often for the reading to begin anew each time.
            Job::KeepDraft { .. }
            | Job::KeepSettings { .. }
            | Job::KeepCash(_)
            | Job::KeepBank(_)
            | Job::KeepTakeover(_)
            | Job::LookAgain
            | Job::Checked(..) => false,
            _ => beside,
        };
        if goes_first {
            stop.stop();
        }
    }
}

impl Inside {
    /// Lays aside what only a number beside the screen needs; gives back what is done now.
    pub(super) fn put_off(&mut self, job: Job) -> Option<Job> {
        let Job::Load { key, want } = job else { return Some(job) };
        // What was laid aside before is out of date, or is read now.
        self.later.retain(|(_, other)| *other != want);
        if self.wanted.lock().is_ok_and(|wanted| wanted.beside.contains(&want)) {
            self.later.push_back((key, want));
            return None;
        }
        Some(Job::Load { key, want })
    }

    pub(super) fn read_later(&mut self) -> Option<Job> {
        self.later.pop_front().map(|(key, want)| Job::Load { key, want })
    }
}
