//! *Kontoauszug*: a recipient's bank statement against what was paid to it, line by line.

use std::collections::BTreeMap;

use eframe::egui::Ui;

use crate::domain::RecipientKey;
use crate::domain::case::{grouped_iban, is_iban};
use crate::domain::comparison::{Comparison, Line, Verdict};
use crate::report::comparison::{Outcome, ground, reason, verdict};
use crate::report::{self, Phrase};
use crate::ui::action::{Action, ReconcileAction};
use crate::ui::context::Context;
use crate::ui::data::{BankRead, Compared, Want};
use crate::ui::icon::Icon;
use crate::ui::route::Side;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::field::{Form, FormState};
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, row_id};

use super::super::{filter_field, loaded, matches, scrolling};
use super::{detail, hovering, notes, reading, status};

/// The part; it stands alone as well, where a ledger has one recipient only.
#[derive(Debug, Default)]
pub(super) struct BankPart {
    list: ListState,
    show: Show,
    /// Whose account a person chose, and for which reading.
    chosen: Option<(u64, RecipientKey)>,
    /// The line that is shown in full, and of which reading.
    line: Option<(u64, RowId)>,
}

/// Which lines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Show {
    #[default]
    All,
    Open,
    Settled,
}

impl BankPart {
    /// What the statements come to, once they are read.
    pub(super) fn wants(&self, cx: &Context<'_>) -> Vec<Want> {
        let mut wants = vec![Want::Recipients];
        if let Some(read) = cx.data.reconcile.bank.ready() {
            wants.push(Want::BankOwners(read.serial));
            if let Some(recipient) = self.recipient(cx, read) {
                wants.push(Want::Compared(read.serial, recipient));
            }
        }
        wants
    }

    /// Whose account it is: as chosen, else by its IBAN, else the only recipient there is.
    fn recipient(&self, cx: &Context<'_>, read: &BankRead) -> Option<RecipientKey> {
        if let Some(extract) = cx.extract() {
            return Some(extract.recipient.clone());
        }
        let chosen = self.chosen.as_ref().filter(|(serial, _)| *serial == read.serial);
        if let Some((_, recipient)) = chosen {
            return Some(recipient.clone());
        }
        let owners = cx.data.reconcile.owners.value().filter(|(of, _)| *of == read.serial);
        if let Some((_, [owner])) = owners.map(|(of, owners)| (of, owners.as_slice())) {
            return Some(owner.clone());
        }
        match cx.data.recipients.value().map(Vec::as_slice) {
            Some([only]) => Some(only.key.clone()),
            _ => None,
        }
    }

    pub(super) fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        hovering(cx, ui, "reconcile-drop-bank");
        let of = &cx.data.reconcile;
        let Some(read) = of.bank.ready().cloned() else {
            scrolling(ui, "bank-statement", |ui| {
                reading(cx, ui, &of.bank, Side::Bank);
                begin(cx, ui);
            });
            return;
        };
        let recipient = self.recipient(cx, &read);
        card::card(ui, |ui| self.about(cx, ui, &read, recipient.as_ref()));
        ui.add_space(8.0);
        let Some(recipient) = recipient else { return };
        let Some(Some(found)) = loaded(cx, ui, &of.compared) else { return };
        if found.serial == read.serial && found.recipient == recipient {
            outcome(cx, ui, &read, found);
            self.lines(cx, ui, found);
        }
    }

    /// Which files, whose account, and what is done with the result.
    fn about(
        &mut self,
        cx: &Context<'_>,
        ui: &mut Ui,
        read: &BankRead,
        recipient: Option<&RecipientKey>,
    ) {
        card::heading(ui, &read.bank.names.join(", "));
        let count = i64::try_from(read.entries).unwrap_or(i64::MAX);
        let mut facts = vec![cx.text.count("reconcile-entries", count, &[])];
        facts.extend(read.accounts.iter().take(3).map(|account| account_number(account)));
        if read.accounts.len() > 3 {
            facts.push("…".to_owned());
        }
        if let Some((first, last)) = read.period {
            let days = [("first", cx.text.day(first)), ("last", cx.text.day(last))];
            facts.push(cx.f("comparison-from-until", &days));
        }
        card::dim(ui, &facts.join(" · "));
        if cx.is_whole() {
            self.whose(cx, ui, read, recipient);
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let words = cx.t("reconcile-print");
            let there = cx.data.reconcile.compared.ready().is_some_and(Option::is_some);
            let button = Button::new(&words).icon(Icon::Print).primary(true).enabled(there);
            if let (true, Some(key)) = (button.show(ui).clicked(), recipient) {
                let print = ReconcileAction::PrintCompared(key.clone(), cx.paper);
                cx.send(Action::Reconcile(print));
            }
            let words = cx.t("reconcile-bank-add");
            if Button::new(&words).icon(Icon::Add).show(ui).clicked() {
                cx.send(Action::Reconcile(ReconcileAction::ChooseBank));
            }
            let words = cx.t("reconcile-close");
            if Button::new(&words).icon(Icon::Close).show(ui).clicked() {
                cx.send(Action::Reconcile(ReconcileAction::CloseBank));
            }
        });
    }

    fn whose(
        &mut self,
        cx: &Context<'_>,
        ui: &mut Ui,
        read: &BankRead,
        recipient: Option<&RecipientKey>,
    ) {
        let rows = cx.data.recipients.value().map(Vec::as_slice).unwrap_or_default();
        let options: Vec<(RecipientKey, String)> = rows
            .iter()
            .map(|row| (row.key.clone(), cx.recipient(row.recipient_type, &row.name)))
            .collect();
        let mut form = Form::new(cx, FormState { focused: true, ..FormState::default() });
        let mut key = recipient.cloned();
        ui.scope(|ui| {
            ui.set_max_width(360.0);
            form.pick(ui, &cx.t("screen-col-recipient"), &mut key, (&options, true));
        });
        if key.as_ref() != recipient {
            self.chosen = key.map(|key| (read.serial, key));
        }
        if recipient.is_none() && !rows.is_empty() {
            card::dim(ui, &cx.t("reconcile-whose"));
        }
    }

    fn lines(&mut self, cx: &Context<'_>, ui: &mut Ui, found: &Compared) {
        let chosen = self.line.filter(|(serial, _)| *serial == found.serial).map(|(_, id)| id);
        if let Some((_, line)) = chosen.and_then(|id| found.rows.iter().find(|row| row.id() == id))
        {
            let entry = line.movement.as_ref().map(|movement| movement.seq);
            if detail(ui, cx, &cx.t(verdict(line.verdict)), (&facts(cx, line), entry)) {
                self.line = None;
            }
        }
        let height = ui.available_height();
        let (show, state) = (&mut self.show, &mut self.list);
        let opened = card::card(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                choose(cx, ui, show, found);
                filter_field(ui, cx, &mut state.words, 180.0);
            });
            let list = List::new("bank-lines", "reconcile-lines", columns(cx))
                .nothing("reconcile-none-such")
                .height((height - 84.0).max(240.0))
                .tall()
                .chosen(chosen)
                .saved_as(cx.t("reconcile-bank"));
            let salt = row_id((*show, found.serial, &found.recipient));
            let show = *show;
            let keep = |(_, line): &(usize, Line)| show.holds(line);
            list.show_some(ui, cx, state, (&found.rows, salt, &keep)).opened
        });
        if let Some(id) = opened {
            self.line = (chosen != Some(id)).then_some((found.serial, id));
        }
    }
}

impl Show {
    const fn holds(self, line: &Line) -> bool {
        match self {
            Self::All => true,
            Self::Open => !line.verdict.is_settled(),
            Self::Settled => line.verdict.is_settled(),
        }
    }
}

/// Where statements come from.
fn begin(cx: &Context<'_>, ui: &mut Ui) {
    card::card(ui, |ui| {
        let (title, intro) = if cx.is_whole() {
            ("reconcile-bank", "reconcile-bank-intro")
        } else {
            ("extract-bank", "extract-bank-intro")
        };
        card::heading(ui, &cx.t(title));
        card::dim(ui, &cx.t(intro));
        ui.add_space(6.0);
        let idle = !cx.data.reconcile.bank.is_running();
        let words = cx.t("reconcile-bank-choose");
        let button = Button::new(&words).icon(Icon::Folder).primary(true).enabled(idle);
        if button.show(ui).clicked() {
            cx.send(Action::Reconcile(ReconcileAction::ChooseBank));
        }
    });
}

/// What the comparison comes to, with all that is odd about the files.
fn outcome(cx: &Context<'_>, ui: &mut Ui, read: &BankRead, found: &Compared) {
    let outcome = Outcome::of((read.gaps, found.account), &found.found);
    let meaning = match outcome {
        Outcome::Gaps | Outcome::Elsewhere | Outcome::OtherAccount => Meaning::Warn,
        Outcome::Nothing => Meaning::Quiet,
        Outcome::Agrees => Meaning::Good,
        Outcome::Open(_) => Meaning::Late,
    };
    let title = match outcome {
        Outcome::Open(open) => cx.f(outcome.key(), &[("count", open.to_string())]),
        _ => cx.t(outcome.key()),
    };
    let (state, bank) = (found.found.state(), found.found.bank());
    let sums =
        [("state", cx.euro(state)), ("bank", cx.euro(bank)), ("difference", cx.euro(bank - state))];
    let mut told = vec![cx.f("reconcile-sums", &sums)];
    let (pending, foreign) = read.left_out;
    for (key, count, of) in [
        ("comparison-pending", pending, "comparison-left-out"),
        ("comparison-foreign", foreign, "comparison-left-out"),
        ("comparison-same-payer", found.found.same_payer, "comparison-same-payer-of"),
    ] {
        if count > 0 {
            let count = cx.text.number(i64::try_from(count).unwrap_or(i64::MAX));
            told.push([cx.t(key), cx.f(of, &[("count", count)])].join(": "));
        }
    }
    told.extend(found.account.key().map(|key| cx.t(key)));
    told.extend(advices(cx, &found.found));
    status(ui, meaning, &title, &told);
    notes(cx, ui, read.bank.file.notes.iter());
    ui.add_space(8.0);
}

fn choose(cx: &Context<'_>, ui: &mut Ui, show: &mut Show, found: &Compared) {
    let (all, open) = (found.rows.len(), found.found.open());
    for (which, key, count) in [
        (Show::All, "reconcile-show-all", all),
        (Show::Open, "reconcile-show-unclear", open),
        (Show::Settled, "reconcile-show-settled", all - open),
    ] {
        let count = cx.text.number(i64::try_from(count).unwrap_or(i64::MAX));
        let words = cx.f(key, &[("count", count)]);
        if Button::new(&words).bare().selected(*show == which).show(ui).clicked() {
            *show = which;
        }
    }
}

/// An IBAN in groups, another number as it is.
fn account_number(account: &str) -> String {
    if is_iban(account) { grouped_iban(account) } else { account.to_owned() }
}

const fn meaning(verdict: Verdict) -> Meaning {
    match verdict {
        Verdict::Matched => Meaning::Good,
        Verdict::Probable | Verdict::Bundled | Verdict::PerhapsDouble => Meaning::Warn,
        Verdict::ReturnedUnseen | Verdict::Outside => Meaning::Quiet,
        Verdict::AmountDiffers
        | Verdict::NotAtRecipient
        | Verdict::NotAtCashOffice
        | Verdict::Double => Meaning::Late,
    }
}

/// What to do about the lines that somebody has to look at: once for each finding.
fn advices(cx: &Context<'_>, found: &Comparison) -> Vec<String> {
    let mut open: BTreeMap<Verdict, i64> = BTreeMap::new();
    for line in found.lines.iter().filter(|line| !line.verdict.is_settled()) {
        *open.entry(line.verdict).or_default() += 1;
    }
    let said = |(of, count): (Verdict, i64)| {
        let what = [("verdict", cx.t(verdict(of))), ("advice", advice(cx, of))];
        let count = [("count", cx.text.number(count))];
        cx.f("reconcile-advice-of", &[&what[..], &count].concat())
    };
    open.into_iter().map(said).collect()
}

/// What to do about a line of this finding.
fn advice(cx: &Context<'_>, of: Verdict) -> String {
    let key = match of {
        Verdict::Matched | Verdict::Outside => return String::new(),
        Verdict::Probable => "reconcile-advice-probable",
        Verdict::Bundled => "reconcile-advice-bundled",
        Verdict::AmountDiffers => "reconcile-advice-amount",
        Verdict::NotAtRecipient => "reconcile-advice-not-at-recipient",
        Verdict::NotAtCashOffice => "reconcile-advice-not-at-cash-office",
        Verdict::Double => "reconcile-advice-double",
        Verdict::PerhapsDouble => "reconcile-advice-perhaps-double",
        Verdict::ReturnedUnseen => "reconcile-advice-returned",
    };
    cx.t(key)
}

/// Why, in words.
fn why(cx: &Context<'_>, line: &Line) -> String {
    words(cx, &reason(line))
}

/// A phrase of texts and other phrases.
fn words(cx: &Context<'_>, phrase: &Phrase) -> String {
    let said = |cell: &report::Cell| match cell {
        report::Cell::Text(text) => text.clone(),
        report::Cell::Phrase(inner) => words(cx, inner),
        _ => String::new(),
    };
    let all: Vec<(&str, String)> =
        phrase.args.iter().map(|(name, cell)| (*name, said(cell))).collect();
    cx.f(phrase.key, &all)
}

/// What both sides say, why the line got its finding, and what to do.
fn facts(cx: &Context<'_>, line: &Line) -> Vec<String> {
    let mut facts = vec![why(cx, line), advice(cx, line.verdict)];
    if let Some(paid) = &line.movement {
        let said = [paid.grant.to_string(), cx.text.day(paid.day), cx.euro(paid.amount)];
        let said = [&said[..], std::slice::from_ref(&paid.voucher)].concat().join(" · ");
        facts.push(cx.f("reconcile-state-says", &[("what", said)]));
    }
    if let Some(credit) = &line.credit {
        let said = [cx.text.day(credit.day), cx.euro(credit.amount)];
        let said = [&said[..], &[credit.counterparty.clone(), credit.text.clone()]].concat();
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        facts.push(cx.f("reconcile-bank-says", &[("what", said.join(" · "))]));
    }
    facts
}

impl Item for (usize, Line) {
    fn id(&self) -> RowId {
        self.0 as u64
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        let line = &self.1;
        let (movement, credit) = (line.movement.as_ref(), line.credit.as_ref());
        match column {
            "verdict" => Cell::chip(meaning(line.verdict), cx.t(verdict(line.verdict))),
            "grant" => movement.map_or_else(Cell::nothing, |it| Cell::text(it.grant.to_string())),
            "paid" => movement.map_or_else(Cell::nothing, |it| Cell::day(it.day)),
            "booked" => credit.map_or_else(Cell::nothing, |it| Cell::day(it.day)),
            "state" => Cell::perhaps(movement.map(|it| it.amount)),
            "bank" => Cell::perhaps(credit.map(|it| it.amount)),
            "difference" => {
                let apart = line.difference();
                let tells = line.verdict != Verdict::Outside && !apart.is_zero();
                Cell::perhaps(tells.then_some(apart))
            }
            // What agrees is told by its row; where it stands in the file, a click tells.
            _ if line.verdict.is_settled() => Cell::text(cx.t(ground(line.ground))),
            _ => Cell::text(why(cx, line)),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let line = &self.1;
        let mut said = vec![cx.t(verdict(line.verdict))];
        if let Some(movement) = &line.movement {
            said.extend([
                movement.grant.to_string(),
                cx.text.day(movement.day),
                cx.euro(movement.amount),
            ]);
        }
        if let Some(credit) = &line.credit {
            said.extend([cx.text.day(credit.day), cx.euro(credit.amount)]);
        }
        said.extend([why(cx, line), advice(cx, line.verdict)]);
        said.retain(|part| !part.is_empty());
        said.join(", ")
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        let line = &self.1;
        let credit = line.credit.as_ref().map_or("", |credit| credit.text.as_str());
        matches(typed, &[&self.words(cx), credit])
    }
}

fn columns(cx: &Context<'_>) -> Vec<Column> {
    vec![
        Column::choice("verdict", cx.t("comparison-column-verdict"), 184.0).whole(),
        Column::fixed("grant", cx.t("comparison-column-grant"), 112.0),
        Column::day("paid", cx.t("comparison-column-paid"), 110.0),
        // Without the sign of a filter the heads have room on a small screen.
        Column::day("booked", cx.t("comparison-column-booked"), 92.0).unfiltered(),
        Column::amount("state", cx.t("comparison-column-state"), 118.0),
        Column::amount("bank", cx.t("comparison-column-bank"), 118.0),
        Column::amount("difference", cx.t("comparison-difference"), 96.0).unfiltered(),
        Column::text("why", cx.t("comparison-column-ground"), 170.0).keeping().unsorted(),
    ]
}
