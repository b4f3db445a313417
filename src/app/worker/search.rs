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

    /// True while there are entries that the index does not have; an extract is not searched.
    pub(super) fn has_more(&self) -> bool {
        let open = self.ledger.as_ref().filter(|ledger| ledger.extract().is_none());
        open.is_some_and(|ledger| self.index.upto() < ledger.head().seq)
    }

    /// Takes some entries into the index of the search; true while there are more.
    pub(super) fn index(&mut self) -> bool {
        let more = self.has_more();
        let Some(ledger) = self.ledger.as_ref() else { return false };
        let good = more && ledger.findings().is_empty();
        // What cannot be read now is read, or told, when somebody searches.
        good && self.index.extend(ledger, STEP).is_ok_and(|all| !all)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};
    use std::time::{Duration, Instant};

    use super::super::{Job, Reply, Worker};
    use super::*;
    use crate::app::Source;
    use crate::ops::sample;
    use crate::ui::data::Known;

    /// Queues what is wanted one after the other while the worker is held up, and tells what it
    /// answers once it goes on.
    fn answered(wants: &[Want]) -> Vec<Want> {
        held_up(wants.last(), |worker, key| {
            for want in wants {
                worker.still_wanted(std::slice::from_ref(want), &[]);
                let job = Job::Load { key: key.clone(), want: want.clone() };
                assert!(worker.try_send(job));
            }
        })
    }

    /// What a worker answers, up to the last thing, that was held up while it was asked.
    fn held_up(last: Option<&Want>, ask: impl FnOnce(&Worker, &Key)) -> Vec<Want> {
        let gate = Arc::new(Mutex::new(()));
        let inside = Arc::clone(&gate);
        let probe = move |job: &'static str| {
            if job == "load" {
                drop(inside.lock().unwrap());
            }
        };
        let worker =
            Worker::start(Arc::new(|| {}), Arc::new(probe), crate::text::Text::new).unwrap();
        worker.send(Job::Open(Source::InMemory(Box::new(sample::in_memory().unwrap()))));
        let end = Instant::now() + Duration::from_mins(1);
        let next = || loop {
            assert!(Instant::now() < end, "the worker does not answer");
            match worker.receive() {
                Some(reply) => return reply,
                None => std::thread::sleep(Duration::from_millis(1)),
            }
        };
        let info = loop {
            if let Reply::Opened(opened) = next() {
                break opened.unwrap();
            }
        };
        let as_of = "2020-12-31".parse().unwrap();
        let key = Key { head: Some(info.head), as_of, known: Known::Latest };
        let held = gate.lock().unwrap();
        ask(&worker, &key);
        drop(held);
        let mut found = Vec::new();
        while found.last() != last {
            if let Reply::Loaded { want, payload, .. } = next() {
                assert!(payload.is_ok());
                found.push(want);
            }
        }
        found
    }

    #[test]
    fn a_search_that_another_one_has_followed_is_dropped() {
        let search = |typed: &str| {
            Want::Search(SearchQuery { words: vec![typed.to_owned()], ..SearchQuery::default() })
        };
        let last = search("gera");
        assert_eq!(answered(&[search("g"), search("ge"), search("ger"), last.clone()]), [last]);
    }

    #[test]
    fn what_only_the_navigation_counts_is_read_when_all_else_is_done() {
        let wants = [Want::Deadlines, Want::Grants, Want::Overview, Want::Recipients];
        let found = held_up(Some(&Want::Overview), |worker, key| {
            worker.still_wanted(&wants, &[Want::Deadlines, Want::Overview]);
            for want in &wants {
                assert!(worker.try_send(Job::Load { key: key.clone(), want: want.clone() }));
            }
        });
        let last = [Want::Grants, Want::Recipients, Want::Deadlines, Want::Overview];
        assert_eq!(found, last);
    }

    #[test]
    fn what_the_window_has_left_is_not_read() {
        assert_eq!(answered(&[Want::Overview, Want::Tasks, Want::Deadlines]), [Want::Deadlines]);
    }
}
