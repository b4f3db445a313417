//! Papers: made and drawn to be looked at, written, issued, checked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::cache::Key;
use super::{Inside, PaperReply, Payload, Reply, Viewer, failure, store, tell, times};
use crate::domain::{Kind, RecipientKey};
use crate::exchange::{Reason, Refused, drawing};
use crate::ops::Stamp;
use crate::paper::batch::{NotWritten, Order, Written};
use crate::paper::check::check_file;
use crate::paper::issue::{Issuer, issue};
use crate::paper::issued::issued_before;
use crate::paper::{self, Document, Form, Wanted, Wish};
use crate::render::pdf::pages::Pages;
use crate::render::{plain, words};
use crate::report::{Block, Checked, Report};
use crate::store::view::{Head, Times};
use crate::store::{Ledger, StoreError, files, query};
use crate::system;
use crate::text::{Lang, Text};
use crate::ui::data::{
    BatchRow, IssueOrder, PagePicture, PageWish, PaperOrder, PaperView, PdfBytes, Problem, Want,
};

/// The paper that is looked at: made once for all its pages.
pub(super) struct Made {
    key: Key,
    wish: Wish,
    lang: Lang,
    /// What is shown of it; `None` where the ledger has no such paper.
    shown: Option<(PaperView, Pages)>,
}

impl Inside {
    /// Answers what is wanted of a paper, unless the window wants something else meanwhile.
    pub(super) fn look_at_paper(&mut self, key: Key, want: Want) {
        if !self.wanted.lock().is_ok_and(|wanted| wanted.now.contains(&want)) {
            return;
        }
        let payload = match &want {
            Want::Paper(wish, lang) => {
                let made = self.made(&key, wish, *lang);
                made.map(|made| made.shown.as_ref().map(|(view, _)| view.clone()))
                    .map(|view| Payload::Paper(Box::new(view)))
            }
            Want::Page(page) => {
                let made = self.made(&key, &page.wish, page.lang);
                made.map(|made| Payload::Page(made.shown.as_ref().and_then(|it| draw(it, page))))
            }
            _ => return,
        };
        self.reply(Reply::Loaded { key, want, payload: Box::new(payload) });
    }

    fn made(&mut self, key: &Key, wish: &Wish, lang: Lang) -> Result<&Made, Problem> {
        let same = |made: &Made| made.key == *key && made.wish == *wish && made.lang == lang;
        if !self.made.as_ref().is_some_and(same) {
            self.made = None;
            let ledger = self.ledger.as_ref().ok_or(Problem::Defect)?;
            self.papers += 1;
            let shown = shown((ledger, key), wish, lang, (self.papers, self.words))?;
            self.made = Some(Made { key: key.clone(), wish: wish.clone(), lang, shown });
        }
        self.made.as_ref().ok_or(Problem::Defect)
    }

    /// Writes a paper as a whole, and shows it if so asked.
    pub(super) fn write_paper(&self, order: &PaperOrder, key: &Key, path: PathBuf, view: Viewer) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let written = write(ledger, order, key, &path).map(|()| path);
        if let Ok(path) = &written
            && order.show
        {
            view(path);
        }
        self.reply(Reply::Printed(written));
    }

    /// Writes the statement of each recipient, and issues it if so asked; between two of them it
    /// can be stopped.
    pub(super) fn write_statements(
        &mut self,
        lang: Lang,
        key: &Key,
        (folder, issuer): (PathBuf, Option<Box<(Issuer, Stamp)>>),
    ) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let all = verified(ledger)
            .and_then(|()| times(ledger, key).map_err(store))
            .and_then(|times| Ok((times, paper::statements(ledger, times).map_err(store)?)));
        let (times, all) = match all {
            Ok(all) => all,
            Err(problem) => return self.reply(Reply::Papers(PaperReply::Begun(Err(problem)))),
        };
        self.reply(Reply::Papers(PaperReply::Begun(Ok(all.len()))));
        let (issuer, stamp) = match issuer.map(|both| *both) {
            Some((issuer, stamp)) => (Some(issuer), stamp),
            None => (None, Stamp::new(0, String::new())),
        };
        let issuing = issuer.is_some();
        let words = Text::new(lang);
        let order = Order { folder, times, year: None, form: Form::Pdf, issuer, words };
        let stopped = all.chunks(paper::together()).any(|some| !self.some(&order, some, &stamp));
        if issuing {
            self.changed(false);
        }
        self.reply(Reply::Papers(PaperReply::Ended { stopped }));
    }

    /// Writes some statements of a batch; false when it was stopped before the last of them.
    fn some(&mut self, order: &Order, some: &[(RecipientKey, String)], stamp: &Stamp) -> bool {
        let Some(ledger) = self.ledger.as_mut() else { return false };
        let keys: Vec<RecipientKey> = some.iter().map(|(key, _)| key.clone()).collect();
        let prepared = order.prepare(ledger, &keys, &self.stop);
        let all = prepared.len() == keys.len();
        let (answer, wake) = (&self.answer, &*self.wake);
        let told = |place: usize, one: Result<Written, NotWritten>| {
            let (key, name) = some[place].clone();
            let mut before = None;
            let file = one.map_err(not_written).map(|written| {
                before = written.before;
                (written.path, written.issued)
            });
            let row = BatchRow { key, name, file, before };
            tell(answer, wake, Reply::Papers(PaperReply::Row(Box::new(row))));
        };
        order.write_each(ledger, (prepared, stamp), &self.stop, told) && all
    }

    /// Books that a paper is issued, and keeps its bytes.
    pub(super) fn issue(&mut self, order: &IssueOrder, issuer: &Issuer, stamp: &Stamp) {
        let Some(ledger) = self.ledger.as_mut() else { return };
        let mut wanted = order.wish.at(order.times, order.lang);
        wanted.asked.issued_on = Some(issuer.day);
        let booked = made(ledger, &wanted, Form::Pdf).and_then(|(report, bytes)| {
            issue(ledger, (&report, order.lang, &bytes), issuer, stamp).map_err(failure)
        });
        self.changed(false);
        let booked = booked.map(|seq| (Kind::DocumentIssued, seq));
        self.reply(Reply::Booked { uid: None, booked });
    }

    /// Writes an issued paper as it left the house.
    pub(super) fn write_issued(&self, seq: u64, path: PathBuf, view: Option<Viewer>) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let content = query::issued_content(ledger, seq).map_err(store);
        let written = content
            .and_then(|content| content.ok_or(Problem::NoPaper))
            .and_then(|bytes| files::write_whole(&path, &bytes).map_err(store))
            .map(|()| path);
        if let (Ok(path), Some(view)) = (&written, view) {
            view(path);
        }
        self.reply(Reply::Printed(written));
    }

    pub(super) fn check_paper(&self, path: PathBuf) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let verdict = verified(ledger).and_then(|()| check_file(ledger, &path).map_err(store));
        self.reply(Reply::Papers(PaperReply::Checked(path, verdict)));
    }

    pub(super) fn check_anchor(&self, head: Head) {
        let Some(ledger) = self.ledger.as_ref() else { return };
        let found = verified(ledger).and_then(|()| ledger.printed_head(head).map_err(store));
        self.reply(Reply::Papers(PaperReply::Anchor(head, found)));
    }

    pub(super) fn read_drawing(&self, path: &Path) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let found = match std::fs::File::open(path) {
            Ok(file) => drawing::read_from(file),
            Err(error) => Err(Refused::new(Reason::Unreadable(error.kind()))),
        };
        let found = found.map(|drawing| drawing.to_string());
        let found = found.map_err(|refused| Problem::File(Box::new(refused.in_file(&name))));
        self.reply(Reply::Papers(PaperReply::Drawing(found)));
    }
}

/// A paper leaves only a ledger that was verified.
pub(super) fn verified(ledger: &Ledger) -> Result<(), Problem> {
    ledger.require_good().map_err(store)?;
    if ledger.is_verified() {
        return Ok(());
    }
    let path = ledger.path().map(Into::into).unwrap_or_default();
    Err(store(StoreError::Unverified { path }))
}

/// The paper of a wish; a protocol says when and by whom it was made.
fn wanted(ledger: &Ledger, wish: &Wish, times: Times, lang: Lang) -> Wanted {
    let mut wanted = wish.at(times, lang);
    if wish.document == Document::Verification {
        let name = ledger.path().and_then(Path::file_name).unwrap_or_default();
        wanted.asked.checked = Some(Checked {
            at: system::now(),
            by: system::login(),
            file: name.to_string_lossy().into_owned(),
        });
    }
    wanted
}

/// A paper to look at; figures of a ledger that does not verify are shown nowhere.
fn shown(
    (ledger, key): (&Ledger, &Key),
    wish: &Wish,
    lang: Lang,
    (serial, words_of): (u64, fn(Lang) -> Text),
) -> Result<Option<(PaperView, Pages)>, Problem> {
    ledger.require_good().map_err(store)?;
    if wish.document == Document::Verification {
        // It says what the verification found: not before there is one.
        verified(ledger)?;
    }
    let times = times(ledger, key).map_err(store)?;
    let report = paper::make(ledger, &wanted(ledger, wish, times, lang)).map_err(store)?;
    let Some(report) = report else { return Ok(None) };
    let text = Text::new(lang);
    let bytes = paper::bytes(&report, &text, Form::Pdf).map_err(Problem::Paper)?;
    let bytes = Arc::new(bytes);
    let issued = issued_before(ledger, &report, lang).map_err(store)?.map(Box::new);
    let pages = Pages::read(Arc::clone(&bytes)).ok_or(Problem::Defect)?;
    // What is read aloud beside the page are words of the window.
    let text = words_of(lang);
    let figures = report.blocks.iter().find_map(|block| match block {
        Block::Figures(pairs) => Some(pairs.as_slice()),
        _ => None,
    });
    let pair = |(name, value): &(_, _)| (words::phrase(&text, name), words::cell(&text, value));
    let view = PaperView {
        wish: wish.clone(),
        lang,
        chosen: (key.as_of, key.known),
        head: ledger.head(),
        times,
        stated: Times { as_of: report.basis.as_of, known: report.basis.known },
        serial,
        title: words::phrase(&text, &report.title),
        subtitle: words::phrase(&text, &report.subtitle),
        figures: figures.unwrap_or_default().iter().map(pair).collect(),
        pages: pages.sizes(),
        lines: plain::plain_text(&report, &text).lines().map(str::to_owned).collect(),
        pdf: PdfBytes(bytes),
        issued,
    };
    Ok(Some((view, pages)))
}

fn draw((view, pages): &(PaperView, Pages), wish: &PageWish) -> Option<PagePicture> {
    let picture = pages.draw(wish.page, wish.width)?;
    Some(PagePicture {
        of: wish.clone(),
        serial: view.serial,
        size: [picture.width.into(), picture.height.into()],
        rgba: picture.rgba,
    })
}

/// Writes the very pages that were seen; another form, or what nobody saw yet, is made.
fn write(ledger: &Ledger, order: &PaperOrder, key: &Key, path: &Path) -> Result<(), Problem> {
    verified(ledger)?;
    let seen = order.seen.as_ref();
    if let (Some(seen), Form::Pdf) = (seen, order.form) {
        return files::write_whole(path, &seen.pdf.0).map_err(store);
    }
    let times = match seen {
        Some(seen) => seen.times,
        None => times(ledger, key).map_err(store)?,
    };
    let wanted = wanted(ledger, &order.wish, times, order.lang);
    let (_, bytes) = made(ledger, &wanted, order.form)?;
    files::write_whole(path, &bytes).map_err(store)
}

/// Why a statement of all was not written.
fn not_written(why: NotWritten) -> Problem {
    match why {
        NotWritten::Unknown => Problem::NoPaper,
        NotWritten::Set(error) => Problem::Paper(error),
        NotWritten::Refused(refusal) => Problem::Refused(*refusal),
        NotWritten::File(error, None) => store(error),
        NotWritten::File(error, Some(seq)) => Problem::Unwritten(seq, Arc::new(error)),
    }
}

/// A paper of a ledger that was verified, and its bytes.
fn made(ledger: &Ledger, wanted: &Wanted, form: Form) -> Result<(Report, Vec<u8>), Problem> {
    verified(ledger)?;
    let report = paper::make(ledger, wanted).map_err(store)?.ok_or(Problem::NoPaper)?;
    let bytes = paper::bytes(&report, &Text::new(wanted.lang), form).map_err(Problem::Paper)?;
    Ok((report, bytes))
}
