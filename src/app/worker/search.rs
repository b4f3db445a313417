//! The search: its index grows while the thread is idle, and answers what was asked last.

use super::super::cache::Key;
use super::{Inside, Payload, Reply, store, times};
use crate::store::view::search::SearchQuery;
use crate::ui::data::Want;

/// So many entries are taken into the index at once: other jobs wait no longer than that.
const STEP: u32 = 250;

impl Inside {
    /// Answers a search, unless another one was asked since.
    pub(super) fn search(&mut self, key: Key, query: SearchQuery) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let superseded = || self.searched.lock().is_ok_and(|last| *last != Some(query.clone()));
        let index = &mut self.index;
        let found = ledger.require_good().and_then(|()| {
            while !superseded() && !index.extend(ledger, STEP)? {}
            if superseded() {
                return Ok(None);
            }
            index.find(ledger, times(ledger, &key)?, &query).map(Some)
        });
        let payload = match found {
            Ok(None) => return,
            Ok(Some(hits)) => Ok(Payload::Search(hits)),
            Err(error) => Err(store(error)),
        };
        let want = Want::Search(query);
        self.reply(Reply::Loaded { key, want, payload: Box::new(payload) });
    }

    /// Takes some entries into the index of the search; true while there are more.
    pub(super) fn index(&mut self) -> bool {
        let Some(ledger) = self.ledger.as_ref() else { return false };
        let good = ledger.findings().is_empty() && self.index.upto() < ledger.head().seq;
        // What cannot be read now is read, or told, when somebody searches.
        good && self.index.extend(ledger, STEP).is_ok_and(|all| !all)
    }
}
