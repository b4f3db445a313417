//! Saves a copy of the ledger or a list as a file, or lays a list in the clipboard, with progress,
//! until it is stopped.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use super::super::cache::Key;
use super::super::list_file::{self, Form};
use super::{Inside, Reply, opening, store, times};
use crate::app::Source;
use crate::store::{StoreError, files};
use crate::text::Text;
use crate::ui::widget::list::ListFile;

impl Inside {
    /// Tells the window how far something is, and whether it is still wanted.
    pub(super) fn going(&self, progress: fn(u32) -> Reply) -> impl FnMut(u32) -> bool {
        let mut said = 0;
        move |percent: u32| {
            if percent != said {
                said = percent;
                self.reply(progress(percent));
            }
            !self.stop.load(Ordering::Relaxed)
        }
    }

    /// Opens what the window shows next; stopped, what was open before stays.
    pub(super) fn open(&mut self, source: Source) {
        let opened = opening::open(source, &mut self.going(Reply::Opening));
        self.opened(opened);
    }

    pub(super) fn save_copy(&self, path: PathBuf) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let mut keep_going = self.going(Reply::Copying);
        match ledger.save_copy(&path, &mut keep_going) {
            Ok(_) => self.reply(Reply::Copied(Ok(path))),
            Err(StoreError::Cancelled) => self.reply(Reply::CopyStopped),
            Err(error) => self.reply(Reply::Copied(Err(store(error)))),
        }
    }

    pub(super) fn save_list(&self, file: &ListFile, key: &Key, path: PathBuf, text: &Text) {
        let made = self
            .list_text((file, Form::File), key, text, Reply::ListSaving)
            .and_then(|content| files::write_whole(&path, content.as_bytes()));
        match made {
            Ok(()) => self.reply(Reply::ListSaved(Ok(path))),
            Err(StoreError::Cancelled) => self.reply(Reply::ListStopped),
            Err(error) => self.reply(Reply::ListSaved(Err(store(error)))),
        }
    }

    pub(super) fn copy_list(&self, file: &ListFile, key: &Key, text: &Text) {
        match self.list_text((file, Form::Clipboard), key, text, Reply::ListCopying) {
            Ok(content) => self.reply(Reply::ListCopied(Ok((content, file.rows.count())))),
            Err(StoreError::Cancelled) => self.reply(Reply::ListStopped),
            Err(error) => self.reply(Reply::ListCopied(Err(store(error)))),
        }
    }

    fn list_text(
        &self,
        file: (&ListFile, Form),
        key: &Key,
        text: &Text,
        progress: fn(u32) -> Reply,
    ) -> Result<String, StoreError> {
        let Some(ledger) = self.ledger.as_ref() else { return Err(StoreError::Cancelled) };
        let mut keep_going = self.going(progress);
        ledger
            .require_good()
            .and_then(|()| times(ledger, key))
            .and_then(|times| list_file::content((ledger, times), file, text, &mut keep_going))
    }
}
