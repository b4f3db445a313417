//! Lists of the cash office and bank statements against the ledger.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::papers::verified;
use super::{Inside, Payload, Reply, Viewer, store, times};
use crate::app::cache::Key;
use crate::app::reconcile::SeenComparison;
use crate::domain::cash::Finding;
use crate::domain::date::LAST_DAY;
use crate::domain::{Body, FiscalYear, Kind, PersonNo, RecipientKey};
use crate::ops::{self, Failure, ListName, Reconciled, Stamp};
use crate::paper::{self, Form};
use crate::report::comparison::AccountCheck;
use crate::store::view::Times;
use crate::store::{Ledger, files, query};
use crate::text::{Text, cash_form};
use crate::ui::data::{
    BankRead, CashBooking, CashCounts, CashFile, CashPreview, CashRow, Compared, Loaded, Problem,
    Reconciliation, TakeoverFile, Want,
};

/// Files that were read beside.
#[derive(Default)]
pub(super) struct Lists {
    pub cash: Option<Arc<CashFile>>,
    pub bank: Option<Arc<BankRead>>,
    pub takeover: Option<Arc<TakeoverFile>>,
}

/// True for what is answered from these files.
pub(super) const fn answers(want: &Want) -> bool {
    matches!(
        want,
        Want::CashState
            | Want::CashPreview(..)
            | Want::BankOwners(_)
            | Want::Compared(..)
            | Want::TakeoverPreview(..)
    )
}

impl Inside {
    /// Answers what a file comes to, unless the window wants something else meanwhile.
    pub(super) fn reconcile(&self, key: Key, want: Want) {
        if !self.wanted.lock().is_ok_and(|wanted| wanted.now.contains(&want)) {
            return;
        }
        let Some(ledger) = self.ledger.as_ref() else { return };
        let found = ledger.require_good().map_err(store).and_then(|()| match &want {
            Want::CashState => {
                let times = times(ledger, &key).map_err(store)?;
                let found = query::cash_state(ledger, times).map_err(store)?;
                Ok(lists(move |of| of.until = Loaded::Ready(found)))
            }
            Want::CashPreview(serial, person) => {
                let found = self.cash_preview(ledger, *serial, *person)?;
                Ok(lists(move |of| of.preview = Loaded::Ready(found)))
            }
            Want::BankOwners(serial) => {
                let found = (*serial, self.owners(ledger, *serial)?);
                Ok(lists(move |of| of.owners = Loaded::Ready(found)))
            }
            Want::Compared(serial, recipient) => {
                let found = self.compared((ledger, &key), *serial, recipient)?;
                Ok(lists(move |of| of.compared = Loaded::Ready(found)))
            }
            Want::TakeoverPreview(serial, acting) => {
                let found = self.takeover_preview(ledger, *serial, acting)?;
                Ok(lists(move |of| of.taken = Loaded::Ready(found)))
            }
            _ => Err(Problem::Defect),
        });
        self.reply(Reply::Loaded { key, want, payload: Box::new(found) });
    }

    fn cash_preview(
        &self,
        ledger: &Ledger,
        serial: u64,
        person: Option<PersonNo>,
    ) -> Result<Option<CashPreview>, Problem> {
        let Some(file) = self.lists.cash.as_ref().filter(|file| file.serial == serial) else {
            return Ok(None);
        };
        let Ok(list) = &file.list else { return Ok(None) };
        let found =
            ops::cash_preview(ledger, &list.lines, (person, file.read_at)).map_err(store)?;
        let unread = list.unread_rows();
        let name = ListName { name: &file.name, unread: &unread, of: None };
        let news = ops::cash_news(ledger, &found, name, file.read_at).map_err(store)?;
        let mut rows: Vec<CashRow> = found.into_iter().map(CashRow::Line).collect();
        rows.extend(list.unread.iter().cloned().map(CashRow::Unread));
        rows.sort_by_key(|row| match row {
            CashRow::Line(line) => line.line.line,
            CashRow::Unread(row) => row.note.line,
        });
        let counts = CashCounts::of(&rows);
        Ok(Some(CashPreview { serial, person, rows, counts, news }))
    }

    /// Recipients who recorded an account of the statements, at any time.
    fn owners(&self, ledger: &Ledger, serial: u64) -> Result<Vec<RecipientKey>, Problem> {
        let Some(read) = self.lists.bank.as_ref().filter(|read| read.serial == serial) else {
            return Ok(Vec::new());
        };
        let accounts = &read.accounts;
        let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
        let recorded =
            query::events_of_kinds(ledger, times, &[Kind::BankAccountRecorded]).map_err(store)?;
        let mut owners: Vec<RecipientKey> = recorded
            .iter()
            .filter(|event| match &event.body {
                Body::BankAccountRecorded(account) => accounts.contains(&account.iban),
                _ => false,
            })
            .map(|event| event.recipient.clone())
            .collect();
        owners.sort();
        owners.dedup();
        Ok(owners)
    }

    fn compared(
        &self,
        (ledger, key): (&Ledger, &Key),
        serial: u64,
        recipient: &RecipientKey,
    ) -> Result<Option<Compared>, Problem> {
        let Some(read) = self.lists.bank.as_ref().filter(|read| read.serial == serial) else {
            return Ok(None);
        };
        let times = times(ledger, key).map_err(store)?;
        let data = ledger.reading(|ledger| query::statement_data(ledger, times, recipient));
        let data = data.map_err(store)?;
        let Some(data) = data else { return Ok(None) };
        let found = read.bank.compared(&data);
        Ok(Some(Compared {
            serial,
            recipient: recipient.clone(),
            name: data.detail.row.name.clone(),
            rows: found.lines.iter().cloned().enumerate().collect(),
            found,
            account: AccountCheck::of(&data.detail, &read.accounts),
        }))
    }

    /// Books a list as it was shown, all or nothing.
    pub(super) fn book_cash(
        &mut self,
        (serial, shown): (u64, &[Finding]),
        person: PersonNo,
        stamp: &Stamp,
    ) {
        let file = self.lists.cash.clone().filter(|file| file.serial == serial);
        let booking = match (file, self.ledger.as_mut()) {
            (Some(file), Some(ledger)) => match &file.list {
                Ok(list) => {
                    let lines = (list.lines.as_slice(), shown);
                    let unread = list.unread_rows();
                    let name = ListName { name: &file.name, unread: &unread, of: None };
                    let done = ops::cash_book_as_shown(ledger, lines, name, person, stamp);
                    told(done, list.lines.as_slice(), unread.len())
                }
                Err(_) => CashBooking::Refused(None, Problem::Defect),
            },
            _ => CashBooking::Refused(None, Problem::Defect),
        };
        self.changed(false);
        self.reply(Reply::CashBooked(booking));
    }

    /// Writes a list with what the cash office has to confirm, to fill in.
    pub(super) fn write_template(&self, year: Option<FiscalYear>, path: PathBuf) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let written = verified(ledger)
            .and_then(|()| ops::cash_template(ledger, year).map_err(store))
            .and_then(|rows| files::write_whole(&path, &cash_form(&rows)).map_err(store))
            .map(|()| path);
        self.reply(Reply::ListSaved(written));
    }

    /// Writes the comparison as a paper, and shows it.
    pub(super) fn print_compared(&self, seen: &SeenComparison, path: PathBuf, view: Viewer) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let written = self.write_compared(ledger, seen, &path).map(|()| path);
        if let Ok(path) = &written {
            view(path);
        }
        self.reply(Reply::Printed(written));
    }

    fn write_compared(
        &self,
        ledger: &Ledger,
        seen: &SeenComparison,
        path: &Path,
    ) -> Result<(), Problem> {
        verified(ledger)?;
        let read = self.lists.bank.as_ref().filter(|read| read.serial == seen.serial);
        let read = read.ok_or(Problem::NoPaper)?;
        let times = times(ledger, &seen.key).map_err(store)?;
        let (of, words) = (&seen.recipient, Text::new(seen.lang));
        let data = ledger.reading(|ledger| query::statement_data(ledger, times, of));
        let data = data.map_err(store)?.ok_or(Problem::NoPaper)?;
        let report = read.bank.report(&data, &words);
        let bytes = paper::bytes(&report, &words, Form::Pdf).map_err(Problem::Paper)?;
        files::write_whole(path, &bytes).map_err(store)
    }
}

fn lists(put: impl FnOnce(&mut Reconciliation) + Send + 'static) -> Payload {
    Payload::Lists(Box::new(put))
}

/// What the booking of a list led to.
fn told(
    done: Result<Option<Reconciled>, Failure>,
    lines: &[crate::domain::cash::CashLine],
    unread: usize,
) -> CashBooking {
    match done {
        Ok(Some(Reconciled { lines, booked })) => {
            let rows: Vec<CashRow> = lines.into_iter().map(CashRow::Line).collect();
            let mut counts = CashCounts::of(&rows);
            counts.open += unread;
            CashBooking::Done(counts, booked.len())
        }
        Ok(None) => CashBooking::Changed,
        Err(Failure::Refused { index, refusal }) => {
            CashBooking::Refused(lines.get(index).map(|one| one.line), Problem::Refused(*refusal))
        }
        Err(Failure::Store(error)) => CashBooking::Refused(None, store(error)),
    }
}
