//! Lists that are taken over, against the ledger.

use std::path::PathBuf;

use super::papers::verified;
use super::{Inside, Job, Reply, failure, store};
use crate::domain::date::LAST_DAY;
use crate::domain::takeover::{Acting, Counts, ListKind, Verdict};
use crate::ops::{self, Stamp, TakeoverList};
use crate::render::form;
use crate::store::view::Times;
use crate::store::{Ledger, files, query};
use crate::system;
use crate::text::{Lang, Text};
use crate::ui::data::{
    ListBooking, Problem, TakeoverBooking, TakeoverFile, TakeoverPreview, TakeoverRow,
};

fn list_of(file: &TakeoverFile) -> TakeoverList<'_> {
    TakeoverList { name: &file.name, rows: &file.read.list.rows }
}

impl Inside {
    /// Does what is asked about a list that is taken over.
    pub(super) fn take_list_over(&mut self, job: Job) {
        match job {
            Job::KeepTakeover(file) => self.lists.takeover = file,
            Job::BookTakeover { serial, shown, acting, stamp } => {
                self.book_takeover((serial, &shown), &acting, &stamp);
            }
            Job::Form { kind, lang, path } => self.write_form((kind, lang), path),
            _ => {}
        }
    }

    /// What becomes of each row: everything is booked and taken back.
    pub(super) fn takeover_preview(
        &self,
        ledger: &Ledger,
        serial: u64,
        acting: &Acting,
    ) -> Result<Option<TakeoverPreview>, Problem> {
        let Some(file) = self.lists.takeover.as_ref().filter(|file| file.serial == serial) else {
            return Ok(None);
        };
        let stamp = Stamp::new(system::now(), String::new());
        let list = list_of(file);
        let verdicts = ops::take_over_preview(ledger, list, acting, &stamp).map_err(failure)?;
        let counts = Counts::of(&verdicts);
        let gone = if file.read.list.kind == ListKind::Municipalities {
            ops::not_listed(ledger, list.rows, file.wish.within.trim()).map_err(store)?
        } else {
            Vec::new()
        };
        let rows = list.rows.iter().cloned().zip(verdicts);
        let rows = rows.map(|(row, verdict)| TakeoverRow { row, verdict }).collect();
        Ok(Some(TakeoverPreview { serial, acting: acting.clone(), rows, counts, gone }))
    }

    /// Books a list as it was shown, in one transaction.
    fn book_takeover(
        &mut self,
        (serial, shown): (u64, &[Verdict]),
        acting: &Acting,
        stamp: &Stamp,
    ) {
        let file = self.lists.takeover.clone().filter(|file| file.serial == serial);
        let booking = match (file, self.ledger.as_mut()) {
            (Some(file), Some(ledger)) => {
                let done = ops::take_over_as_shown(ledger, (list_of(&file), shown), acting, stamp);
                match done {
                    Ok(Some(taken)) => {
                        let counts = Counts::of(&taken.verdicts);
                        ListBooking::Done(counts, taken.booked.len())
                    }
                    Ok(None) => ListBooking::Changed,
                    Err(error) => ListBooking::Refused(None, failure(error)),
                }
            }
            _ => TakeoverBooking::Refused(None, Problem::Defect),
        };
        self.changed(false);
        self.reply(Reply::TakenOver(booking));
    }

    /// Writes a list to fill in, as a workbook.
    fn write_form(&self, (kind, lang): (ListKind, Lang), path: PathBuf) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let words = Text::new(lang);
        let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
        let written = verified(ledger)
            .and_then(|()| query::fiscal_years(ledger, times).map_err(store))
            .and_then(|years| {
                form::of_list((kind, &years), &words, true).map_err(|_| Problem::Defect)
            })
            .and_then(|bytes| bytes.ok_or(Problem::Defect))
            .and_then(|bytes| files::write_whole(&path, &bytes).map_err(store))
            .map(|()| path);
        self.reply(Reply::ListSaved(written));
    }
}
