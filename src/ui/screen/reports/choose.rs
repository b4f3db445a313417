//! Which paper, in which form; and what is done with it.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use eframe::egui::{Align, Ui};

use crate::domain::{FiscalYear, Kind, RecipientKey, Seq};
use crate::paper::{Document, Form as FileForm, Marks, Wish};
use crate::report::unit::Unit;
use crate::store::view::RecipientRow;
use crate::text::Lang;
use crate::ui::action::{Action, Ask, PaperAction};
use crate::ui::context::Context;
use crate::ui::data::{IssueAllOrder, IssueOrder, Known, PaperOrder};
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, FormState, Typed};
use crate::ui::widget::hint::Hint as _;

/// What is chosen beside the paper itself.
#[derive(Debug, Default)]
pub(super) struct Choose {
    form: FileForm,
    /// Number of an entry as it is typed, and that which it was made of.
    entry: String,
    seen: Option<Seq>,
    /// The document that was brought into sight last.
    followed: Option<Document>,
}

impl Choose {
    /// Shows it; every choice is a new route, so that it can be gone back and linked to.
    pub(super) fn ui(&mut self, wish: &Wish, cx: &Context<'_>, ui: &mut Ui) {
        let mut chosen = wish.clone();
        if cx.is_whole() {
            let follows = self.followed.replace(wish.document) != Some(wish.document);
            documents(ui, cx, &mut chosen, follows);
            ui.add_space(8.0);
        }
        // The keyboard stays where the person left it.
        let mut form = Form::new(cx, FormState { focused: true, ..FormState::default() });
        self.subject(ui, cx, &mut form, &mut chosen);
        options(ui, cx, &mut form, &mut chosen);
        self.file_form(ui, cx, &mut form);
        if chosen != *wish {
            cx.send(Action::Go(Route::paper(chosen)));
        }
    }

    /// Whose paper it is, or about which entry.
    fn subject(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>, wish: &mut Wish) {
        let label = match wish.document {
            // An extract has that of its recipient alone.
            Document::Statement if !cx.is_whole() => return,
            Document::Statement => {
                let options: Vec<(RecipientKey, String)> = with_money(cx)
                    .map(|row| (row.key.clone(), cx.recipient(row.recipient_type, &row.name)))
                    .collect();
                let mut key = (!wish.recipient.is_empty()).then(|| wish.recipient.clone());
                form.pick(ui, &cx.t("screen-col-recipient"), &mut key, (&options, true));
                wish.recipient = key.unwrap_or_default();
                return;
            }
            Document::Sheet => "shelf-entry",
            Document::Difference => "shelf-before",
            _ => return,
        };
        if self.seen != wish.entry {
            self.seen = wish.entry;
            self.entry = wish.entry.map(|entry| entry.to_string()).unwrap_or_default();
        }
        form.typed(ui, &cx.t(label), &mut self.entry, (Typed::Whole, true));
        let last = cx.ledger.map_or(0, |ledger| ledger.head.seq);
        let typed = self.entry.trim().trim_start_matches(|c: char| !c.is_ascii_digit());
        wish.entry = typed.parse().ok().filter(|seq| (1..=last).contains(seq));
        self.seen = wish.entry;
    }

    fn file_form(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        let forms = [
            (FileForm::Pdf, "shelf-form-pdf"),
            (FileForm::Xlsx, "shelf-form-xlsx"),
            (FileForm::Csv(Marks::German), "shelf-form-csv-german"),
            (FileForm::Csv(Marks::International), "shelf-form-csv-international"),
        ];
        let forms = forms.map(|(value, key)| (value, cx.t(key)));
        let mut chosen = Some(self.form);
        form.preset(ui, &cx.t("shelf-form"), &mut chosen, &forms);
        self.form = chosen.unwrap_or_default();
    }

    /// What is done with the paper that is looked at.
    pub(super) fn buttons(&self, ui: &mut Ui, cx: &Context<'_>, wish: &Wish) {
        let view = cx.seen_paper(wish);
        let there = view.is_some();
        let send = |form: FileForm, show: bool| {
            if let Some(view) = view {
                let order = Box::new(PaperOrder::of(view, form, show));
                cx.send(Action::Paper(PaperAction::Save(order)));
            }
        };
        ui.horizontal_wrapped(|ui| {
            let words = cx.t("shelf-save");
            let save = Button::new(&words).icon(Icon::Save).primary(true).enabled(there);
            if save.show(ui).clicked() {
                send(self.form, false);
            }
            let words = cx.t("shelf-print");
            let print = Button::new(&words).icon(Icon::Print).enabled(there).show(ui);
            if print.hint(cx.t("shelf-print-hint")).clicked() {
                send(FileForm::Pdf, true);
            }
            if cx.is_whole() && wish.document.can_be_issued() {
                let words = cx.t("shelf-issue");
                let may = there && cx.can_book() && cx.may_book(Kind::DocumentIssued);
                let issue = Button::new(&words).icon(Icon::Pen).enabled(may).show(ui);
                if let Some(view) = view.filter(|_| issue.clicked()) {
                    cx.send(Action::Open(Ask::IssuePaper(Box::new(IssueOrder::of(view)))));
                }
            }
            if cx.is_whole() && wish.document == Document::Statement {
                let words = cx.t("shelf-statements");
                let idle = cx.data.batch.as_ref().is_none_or(|batch| !batch.running);
                let all = Button::new(&words).icon(Icon::Recipient).enabled(idle);
                if all.show(ui).clicked() {
                    cx.send(Action::Paper(PaperAction::SaveStatements(cx.paper)));
                }
                issue_all(ui, cx, idle);
            }
        });
    }
}

/// Recipients who get a statement: those with grants or payments.
fn with_money<'a>(cx: &'a Context<'_>) -> impl Iterator<Item = &'a RecipientRow> {
    let all = cx.data.recipients.value().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter(|row| row.has_money())
}

/// The button that issues the statements of all recipients, and what it asks first.
fn issue_all(ui: &mut Ui, cx: &Context<'_>, idle: bool) {
    let count = cx.data.recipients.ready().map_or(0, |_| with_money(cx).count());
    let may = idle && count > 0 && cx.can_book() && cx.may_book(Kind::DocumentIssued);
    let words = cx.t("shelf-issue-all");
    if !Button::new(&words).icon(Icon::Pen).enabled(may).show(ui).clicked() {
        return;
    }
    // What is booked while the question is asked is in none of them.
    let known = match (cx.known, cx.ledger) {
        (Known::Latest, Some(ledger)) => Known::Entry(ledger.head.seq),
        (known, _) => known,
    };
    let (lang, as_of, voucher) = (cx.paper, cx.as_of, String::new());
    let order = IssueAllOrder { lang, as_of, known, count, voucher };
    cx.send(Action::Open(Ask::IssueStatements(Box::new(order))));
}

/// Years that can be asked for: those with money and, where a document lists what happened, every
/// one from the founding to the Stichtag.
fn years(cx: &Context<'_>, wish: &Wish) -> BTreeSet<i32> {
    let rows = cx.data.overview.value().map(|overview| overview.years.rows.as_slice());
    let rows = rows.unwrap_or_default().iter().filter_map(|row| row.key.parse().ok());
    let mut years: BTreeSet<i32> = rows.chain(wish.year.map(|year| year.0)).collect();
    if wish.document.has_each_year()
        && let Some(ledger) = cx.ledger
    {
        let last = years.last().copied().unwrap_or(cx.as_of.year()).max(cx.as_of.year());
        years.extend(ledger.programme.founded_on.year()..=last);
    }
    years
}

/// The documents, one below the other; the chosen one is brought into sight where another place led
/// to it.
fn documents(ui: &mut Ui, cx: &Context<'_>, wish: &mut Wish, follows: bool) {
    card::heading(ui, &cx.t("shelf-document"));
    ui.spacing_mut().item_spacing.y = 1.0;
    for document in Document::ALL {
        let words = cx.t(document.key());
        let width = ui.available_width();
        let button = Button::new(&words).bare().width(width).selected(wish.document == document);
        let shown = button.show(ui);
        if follows && wish.document == document {
            shown.scroll_to_me(Some(Align::Center));
        }
        if shown.clicked() && wish.document != document {
            // Recipient and year stay for the next document; an entry means something else there.
            *wish = Wish { document, entry: None, ..wish.clone() };
        }
    }
}

/// Year, unit and language.
fn options(ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>, wish: &mut Wish) {
    if wish.document.has_year() {
        let years = years(cx, wish).into_iter();
        let own = years.map(|year| (Some(FiscalYear(year)), year.to_string()));
        let any = (None, cx.t("shelf-year-any"));
        let options: Vec<_> = std::iter::once(any).chain(own).collect();
        let mut year = Some(wish.year);
        // Entries of the journal have days, not fiscal years.
        let calendar = wish.document == Document::Journal;
        let label = if calendar { "shelf-calendar-year" } else { "shelf-year" };
        form.preset(ui, &cx.t(label), &mut year, &options);
        wish.year = year.flatten();
    }
    if wish.document.has_unit() {
        let units = [(Unit::Euro, "shelf-unit-euro"), (Unit::Thousand, "shelf-unit-thousand")];
        let units = units.map(|(unit, key)| (unit, cx.t(key)));
        let mut unit = Some(wish.unit);
        form.preset(ui, &cx.t("shelf-unit"), &mut unit, &units);
        wish.unit = unit.unwrap_or_default();
    }
    if wish.document == Document::Verification {
        form.flag(ui, &cx.t("shelf-deep"), &mut wish.deep, false);
    }
    let languages = Lang::ALL.map(|lang| (lang, cx.text.language(lang)));
    let mut lang = Some(cx.paper);
    form.preset(ui, &cx.t("paper-language"), &mut lang, &languages);
    if lang != Some(cx.paper) {
        cx.send(Action::SetPaperLanguage(lang));
    }
}
