//! Papers of the window: where they are written, who issues them, what became of a check.

use std::path::PathBuf;

use eframe::egui;

use super::App;
use super::cache::Key;
use super::picker::{Purpose, Question};
use super::worker::{Job, PaperReply};
use crate::domain::{Kind, PersonNo, Seq};
use crate::paper::issue::Issuer;
use crate::paper::{Document, Form, Wish};
use crate::store::view::Head;
use crate::text::{Lang, Text};
use crate::ui::action::{Action, PaperAction};
use crate::ui::data::{
    Batch, Booking, IssueAllOrder, IssueOrder, Outcome, PaperCheck, PaperOrder, Problem,
};
use crate::ui::route::{Part, Route, Shelf};

/// What a file or folder is for that was asked for.
pub enum PaperFile {
    /// A paper is written to it, as of the times at which the file was asked for.
    Save(Box<PaperOrder>, Key),
    /// All statements are written into it, issued if so asked.
    Statements(Lang, Option<(Box<IssueAllOrder>, PersonNo)>),
    /// An issued paper is written to it, and perhaps shown.
    Issued(Seq, bool),
    /// It is checked.
    Check,
    /// It is read as the drawing of a letterhead.
    Drawing,
}

impl App {
    /// Carries out a wish about papers.
    pub(super) fn paper(&mut self, action: PaperAction, frame: &eframe::Frame) {
        match action {
            PaperAction::Issue(order) => self.issue_paper(order),
            PaperAction::Check(path) => self.check_paper(path),
            PaperAction::CheckAnchor(seq, hash) => {
                self.worker.send(Job::CheckAnchor(Head { seq, hash, recorded_at: 0 }));
            }
            PaperAction::DismissBatch => self.state.data.batch = None,
            PaperAction::Save(_)
            | PaperAction::SaveStatements(_)
            | PaperAction::IssueStatements(..)
            | PaperAction::SaveIssued(..)
            | PaperAction::ChooseDrawing
            | PaperAction::Choose => self.ask_for_file(Action::Paper(action), frame),
        }
    }

    /// The question to ask for a wish about papers; `None` for another wish.
    pub(super) fn ask_for_paper(&self, action: Action) -> Option<(Question, Purpose)> {
        let text = &self.state.text;
        let pdf = |title: &str, save: Option<String>| Question {
            title: text.get(title),
            filter: text.get("app-file-pdf"),
            extension: "pdf",
            save,
            folder: None,
            whole_folder: false,
            several: false,
        };
        let order = |wish: Wish, lang: Lang| Box::new(PaperOrder::print(wish, lang));
        let times = || Key::of(&self.state);
        let (question, file) = match action {
            Action::PrintStatement(key, lang) => {
                let order = order(Wish::statement(key), lang);
                let name = self.paper_name(&order);
                (pdf("screen-print-statement", Some(name)), PaperFile::Save(order, times()))
            }
            Action::PrintProgramme(lang) => {
                let order = order(Wish::default(), lang);
                let name = self.paper_name(&order);
                (pdf("screen-print-programme", Some(name)), PaperFile::Save(order, times()))
            }
            Action::Paper(PaperAction::Save(order)) => {
                let filter = match order.form {
                    Form::Pdf => "app-file-pdf",
                    Form::Xlsx => "shelf-file-xlsx",
                    Form::Csv(_) => "list-file-kind",
                };
                let question = Question {
                    filter: text.get(filter),
                    extension: order.form.ending(),
                    ..pdf("shelf-save-title", Some(self.paper_name(&order)))
                };
                (question, PaperFile::Save(order, times()))
            }
            Action::Paper(PaperAction::SaveStatements(lang)) => {
                let question =
                    Question { whole_folder: true, ..pdf("shelf-statements-folder", None) };
                (question, PaperFile::Statements(lang, None))
            }
            Action::Paper(PaperAction::IssueStatements(order, person)) => {
                let question =
                    Question { whole_folder: true, ..pdf("shelf-issue-all-folder", None) };
                (question, PaperFile::Statements(order.lang, Some((order, person))))
            }
            Action::Paper(PaperAction::SaveIssued(seq, name, show)) => {
                let name = [&name, " ", &seq.to_string(), ".pdf"].concat();
                (pdf("shelf-save-again", Some(name)), PaperFile::Issued(seq, show))
            }
            Action::Paper(PaperAction::ChooseDrawing) => {
                let question = Question {
                    filter: text.get("drawing-file-kind"),
                    extension: "svg",
                    ..pdf("drawing-choose-title", None)
                };
                (question, PaperFile::Drawing)
            }
            Action::Paper(PaperAction::Choose) => {
                (pdf("shelf-check-choose", None), PaperFile::Check)
            }
            _ => return None,
        };
        Some((question, Purpose::Papers(file)))
    }

    /// The name that is proposed for the file of a paper, in the paper's language.
    fn paper_name(&self, order: &PaperOrder) -> String {
        let text = Text::new(order.lang);
        // That which the paper states: a data sheet has the day of its entry.
        let stated = order.seen.as_ref().map(|seen| seen.stated.as_of);
        let as_of = stated.unwrap_or(self.state.as_of).to_string();
        let ending = order.form.ending();
        let wish = &order.wish;
        let stem = match wish.document {
            Document::Statement => {
                let words = [("key", wish.recipient.to_string()), ("as_of", as_of)];
                text.format("app-statement-name", &words)
            }
            Document::Programme => text.format("app-report-name", &[("as_of", as_of)]),
            document => {
                let number = wish.entry.map(|entry| [" ", &entry.to_string()].concat());
                let name = text.get(document.key());
                return [&name, &number.unwrap_or_default(), " ", &as_of, ".", ending].concat();
            }
        };
        [stem.trim_end_matches(".pdf"), ".", ending].concat()
    }

    /// A file or folder was chosen.
    pub(super) fn paper_file(&mut self, file: PaperFile, path: PathBuf) {
        let viewer = self.viewer;
        match file {
            PaperFile::Save(order, key) => {
                self.worker.send(Job::Print { order, key, path, viewer });
            }
            PaperFile::Statements(lang, issue) => self.statements(lang, issue, path),
            PaperFile::Issued(seq, show) => {
                let viewer = show.then_some(viewer);
                self.worker.send(Job::SaveIssued { seq, path, viewer });
            }
            PaperFile::Check => self.check_paper(path),
            PaperFile::Drawing => self.worker.send(Job::ReadDrawing(path)),
        }
    }

    /// Writes the statements of all recipients into a folder, and issues them if so asked.
    fn statements(
        &mut self,
        lang: Lang,
        issue: Option<(Box<IssueAllOrder>, PersonNo)>,
        folder: PathBuf,
    ) {
        let mut key = Key::of(&self.state);
        if let Some((order, _)) = &issue {
            (key.as_of, key.known) = (order.as_of, order.known);
        }
        let issuer = issue.map(|(order, person)| {
            let (voucher, day) = (order.voucher, self.state.today);
            Box::new((Issuer { person, voucher, day }, self.stamp()))
        });
        let issuing = issuer.is_some();
        let batch = Batch { folder: folder.clone(), issuing, running: true, ..Batch::default() };
        self.state.data.batch = Some(batch);
        self.worker.send(Job::Statements { lang, key, folder, issuer });
    }

    /// Issues a paper as the acting person.
    pub(super) fn issue_paper(&mut self, order: Box<IssueOrder>) {
        let Some(person) = self.state.person else {
            self.state.booking = Booking::Failed(Problem::Defect);
            return;
        };
        if matches!(self.state.booking, Booking::Running) {
            return;
        }
        self.state.booking = Booking::Running;
        let issuer = Issuer { person, voucher: order.voucher.clone(), day: self.state.today };
        let stamp = self.stamp();
        self.worker.send(Job::Issue { order, issuer, stamp });
    }

    /// What was issued is shown in the register.
    pub(super) fn show_issued(&mut self, kind: Kind, seq: Seq) {
        if let (Kind::DocumentIssued, Route::Reports(shelf)) = (kind, &self.state.route) {
            let shelf = Shelf { part: Part::Issued, wish: shelf.wish.clone(), issued: Some(seq) };
            self.go(Route::Reports(Box::new(shelf)));
        }
    }

    /// Checks a PDF, and shows where the answer comes.
    pub(super) fn check_paper(&mut self, path: PathBuf) {
        if self.state.ledger.is_none() || self.is_extract() {
            return;
        }
        self.go(Route::shelf(Part::Check));
        self.state.data.check = PaperCheck::Running(path.clone());
        self.worker.send(Job::CheckPaper(path));
    }

    /// A file that is dropped on the window is a ledger or extract, a list, a bank statement, or a
    /// paper to be checked.
    pub(super) fn take_dropped(&self, ctx: &egui::Context) {
        if self.dialog.is_some() || self.palette.is_some() {
            return;
        }
        let dropped = ctx.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_owned()).collect::<Vec<PathBuf>>()
        });
        let Some(first) = dropped.first().cloned() else { return };
        let ending = first.extension().unwrap_or_default();
        if ending.eq_ignore_ascii_case("foerderbuch") {
            self.actions.send(Action::OpenFile(first));
            return;
        }
        if self.state.ledger.is_none() || self.take_lists(&dropped) {
            return;
        }
        self.actions.send(if self.is_extract() {
            Action::NotNow(self.state.text.get("extract-drop"))
        } else {
            Action::Paper(PaperAction::Check(first))
        });
    }

    /// True while papers are written or checked.
    pub(super) fn waits_for_papers(&self) -> bool {
        let data = &self.state.data;
        matches!(data.check, PaperCheck::Running(_))
            || data.batch.as_ref().is_some_and(|batch| batch.running)
    }

    /// What the worker says of papers.
    pub(super) fn paper_reply(&mut self, reply: PaperReply) {
        let data = &mut self.state.data;
        match reply {
            PaperReply::Begun(Ok(total)) => {
                if let Some(batch) = &mut data.batch {
                    batch.total = total;
                }
            }
            PaperReply::Begun(Err(problem)) => {
                data.batch = None;
                self.state.outcome = Some(Outcome::Failed(problem));
            }
            PaperReply::Row(row) => {
                if let Some(batch) = &mut data.batch {
                    batch.rows.push(*row);
                }
            }
            PaperReply::Ended { stopped } => self.batch_ended(stopped),
            PaperReply::Anchor(head, found) => data.anchor = Some((head, found)),
            PaperReply::Drawing(found) => {
                let number = data.drawing.as_ref().map_or(0, |(number, _)| *number);
                data.drawing = Some((number + 1, found));
            }
            PaperReply::Checked(path, Ok(verdict)) => data.check = PaperCheck::Done(path, verdict),
            PaperReply::Checked(path, Err(problem)) => {
                data.check = PaperCheck::Failed(path, problem);
            }
        }
    }

    fn batch_ended(&mut self, stopped: bool) {
        let Some(batch) = &mut self.state.data.batch else { return };
        batch.running = false;
        batch.stopped = stopped;
        let written = batch.rows.iter().filter(|row| row.file.is_ok()).count();
        let failed = batch.rows.len() - written;
        self.state.outcome = Some(Outcome::Batched { written, failed, stopped });
    }
}
