//! Saves a list as a file, with progress, until it is stopped.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use super::super::cache::Key;
use super::super::list_file;
use super::{Inside, Reply, store, times};
use crate::store::{StoreError, files};
use crate::text::Text;
use crate::ui::widget::list::ListFile;

impl Inside {
    pub(super) fn save_list(&self, file: &ListFile, key: &Key, path: PathBuf, text: &Text) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        self.stop.store(false, Ordering::Relaxed);
        let mut said = 0;
        let mut keep_going = |percent: u32| {
            if percent != said {
                said = percent;
                self.reply(Reply::ListSaving(percent));
            }
            !self.stop.load(Ordering::Relaxed)
        };
        let made = ledger
            .require_good()
            .and_then(|()| times(ledger, key))
            .and_then(|times| list_file::bytes((ledger, times), file, text, &mut keep_going))
            .and_then(|bytes| files::write_whole(&path, bytes.as_bytes()));
        match made {
            Ok(()) => self.reply(Reply::ListSaved(Ok(path))),
            Err(StoreError::Cancelled) => self.reply(Reply::ListStopped),
            Err(error) => self.reply(Reply::ListSaved(Err(store(error)))),
        }
    }
}
