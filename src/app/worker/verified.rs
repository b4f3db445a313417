//! A ledger that was opened without verification is verified beside.

use std::sync::Arc;

use super::{Inside, Job, Reply, info};
use crate::app::check::{self, Check};
use crate::store::StoreError;

impl Inside {
    /// Verifies what was opened without, while its figures are read.
    pub(super) fn start_check(&mut self) -> Result<(), StoreError> {
        let Some(ledger) = self.ledger.as_ref().filter(|ledger| !ledger.is_verified()) else {
            return Ok(());
        };
        let Some(path) = ledger.path() else { return Ok(()) };
        let (answer, wake) = (self.answer.clone(), Arc::clone(&self.wake));
        let progress = move |percent| {
            if answer.send(Reply::Checking(percent)).is_ok() {
                wake();
            }
        };
        let (jobs, opening) = (self.jobs.clone(), self.opening);
        let done = move |found| {
            // Nobody waits for it any more only while the program ends.
            jobs.send(Job::Checked(opening, found)).ok();
        };
        self.check = Some(Check::start(path, progress, done)?);
        Ok(())
    }

    /// Takes the result, unless it is about a ledger that was open before.
    pub(super) fn checked(&mut self, opening: u64, found: check::Result) {
        if opening != self.opening {
            return;
        }
        self.check = None;
        let Some(ledger) = self.ledger.as_mut() else { return };
        let confirmed = found.and_then(|examined| ledger.confirm(examined).map_err(Some));
        match (confirmed, info(ledger)) {
            (Ok(()), Ok(info)) => self.reply(Reply::Checked(Box::new(info))),
            (Err(Some(error)), _) | (Ok(()), Err(error)) => self.lose(error),
            (Err(None), _) => self.reply(Reply::Defect),
        }
    }
}
