//! The screens, one module each; none knows another.

mod accounts;
mod authority;
mod budget;
mod deadlines;
mod grants;
mod help;
mod journal;
mod masters;
mod milestones;
mod overview;
mod planning;
mod recipients;
mod reconcile;
mod reports;
mod tasks;

use eframe::egui::{Key, Modifiers, Response, ScrollArea, Ui};

use super::action::{Action, Ask, Place};
use super::context::Context;
use super::data::{Loaded, Want};
use super::form::Occasion;
use super::icon::Icon;
use super::narrow::Narrowed;
use super::route::Route;
use super::waiting;
use super::widget::button::Button;
use super::widget::chip::Meaning;
use super::widget::focus::{begin_by_key, place, select_all};
use super::widget::list::Column;
use super::widget::scrolled::by_keys;
use super::widget::{at_end_wide, card, make_again};
use crate::domain::Kind;
use crate::domain::event::Draft;
use crate::store::view::{DeadlineRow, IndicatorRow};
use crate::ui::widget::hint::Hint as _;

/// What the screens remember while another one is shown.
#[derive(Debug, Default)]
pub struct Screens {
    overview: overview::Overview,
    budget: budget::BudgetScreen,
    planning: planning::PlanningScreen,
    grants: grants::Grants,
    recipients: recipients::Recipients,
    deadlines: deadlines::Deadlines,
    milestones: milestones::Milestones,
    journal: journal::Journal,
    reports: reports::Reports,
    reconcile: reconcile::Reconcile,
    tasks: tasks::Tasks,
    help: help::Help,
}

impl Screens {
    /// What a screen needs for what is chosen on it, beside what its route needs.
    #[must_use]
    pub fn wants(&self, route: &Route, cx: &Context<'_>) -> Vec<Want> {
        match route {
            Route::Tasks => self.tasks.wants(cx),
            Route::Journal(filter) => self.journal.wants(filter, cx),
            Route::Reports(shelf) => self.reports.wants(shelf, cx),
            Route::Reconcile(side) => self.reconcile.wants(*side, cx),
            _ => Vec::new(),
        }
    }

    /// Narrows the list of a screen to what makes up the figure that leads to it.
    pub fn narrow(&mut self, route: &Route, narrowed: Narrowed) {
        match route {
            Route::Budget(_) => self.budget.narrow(narrowed),
            Route::Planning => self.planning.narrow(narrowed),
            Route::Deadlines => self.deadlines.narrow(narrowed),
            Route::Grants(_) => self.grants.narrow(narrowed),
            Route::Recipients(_) => self.recipients.narrow(narrowed),
            Route::Milestones => self.milestones.narrow(narrowed),
            // The journal is narrowed by its route, and the others have no such list.
            _ => {}
        }
    }

    /// Shows a screen.
    pub fn ui(&mut self, route: &Route, cx: &Context<'_>, ui: &mut Ui) {
        if !matches!(route, Route::Reports(_)) {
            self.reports.put_away();
        }
        match route {
            Route::Overview => self.overview.ui(cx, ui),
            Route::Tasks => self.tasks.ui(cx, ui),
            Route::Budget(chosen) => self.budget.ui(chosen.as_ref(), cx, ui),
            Route::Planning => self.planning.ui(cx, ui),
            Route::Deadlines => self.deadlines.ui(cx, ui),
            Route::Grants(chosen) => self.grants.ui(chosen.as_ref(), cx, ui),
            Route::Recipients(chosen) => self.recipients.ui(chosen.as_ref(), cx, ui),
            Route::Milestones => self.milestones.ui(cx, ui),
            Route::Journal(filter) => self.journal.ui(filter, cx, ui),
            Route::Reports(shelf) => self.reports.ui(shelf, cx, ui),
            Route::Reconcile(side) => self.reconcile.ui(*side, cx, ui),
            Route::Masters => masters::Masters::ui(cx, ui),
            Route::Help(chapter) => self.help.ui(*chapter, cx, ui),
        }
    }

    /// What a screen would book without a form, as far as it is typed.
    #[must_use]
    pub fn sketch(&self, route: &Route, cx: &Context<'_>) -> Option<Draft> {
        if matches!(route, Route::Tasks) { self.tasks.sketch(cx) } else { None }
    }
}

/// Below this width a title and its button stand one below the other.
const NARROW: f32 = 230.0;

/// Title at the left, buttons at the right in the order in which they are given; below the title
/// where there is no room beside it.
fn head(ui: &mut Ui, title: &str, buttons: impl FnOnce(&mut Ui)) {
    let room = ui.available_width();
    // The room in which the buttons of this very screen did not fit beside the title.
    let id = ui.next_auto_id().with(("head", title));
    let tight: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(NARROW);
    if room <= tight {
        card::title(ui, title);
        ui.horizontal_wrapped(buttons);
        return;
    }
    ui.horizontal(|ui| {
        card::title(ui, title);
        let beside = ui.available_width();
        let ((), used) = at_end_wide(ui, buttons);
        if used >= beside - 0.5 {
            ui.data_mut(|data| data.insert_temp(id, room));
            make_again(ui.ctx(), "buttons that do not fit beside a title");
        }
    });
}

/// Width from which a list beside a page has room for an amount.
const WITH_AMOUNT: f32 = 270.0;

/// Columns of a list beside the page of one of its rows: whose it is, and what was granted where
/// there is room for it; else that is a column without room.
fn columns_beside(cx: &Context<'_>, width: f32, whose: f32) -> (Vec<Column>, Vec<Column>) {
    let whose = Column::text("both", cx.t("screen-col-recipient"), whose);
    let granted = Column::amount("granted", cx.t("screen-col-granted"), 114.0);
    if width < WITH_AMOUNT {
        (vec![whose], vec![granted])
    } else {
        (vec![whose, granted], Vec::new())
    }
}

/// The value of a screen; until it is here, a word that it is on its way or why not.
fn loaded<'a, T>(cx: &'a Context<'_>, ui: &mut Ui, value: &'a Loaded<T>) -> Option<&'a T> {
    if let Loaded::Failed { problem, .. } = value {
        let tone = super::theme::TokensOf::tokens(ui).late;
        card::banner(ui, tone, |ui| ui.label(cx.problem(problem)));
    }
    if value.value().is_none() && !matches!(value, Loaded::Failed { .. }) {
        card::empty(ui, &cx.t("app-loading"));
    }
    value.value()
}

/// A screen that scrolls as a whole.
fn scrolling(ui: &mut Ui, id: &str, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        content(ui);
        ui.add_space(4.0);
        by_keys(ui);
    });
}

/// How a deadline stands at the Stichtag, in words: "12 Tage überfällig", "in 30 Tagen",
/// "am Stichtag", "seit 3 Tagen vorbei" where nothing had to be done.
fn lateness(cx: &Context<'_>, row: &DeadlineRow) -> (Meaning, String) {
    let days = (row.due_on - cx.as_of).num_days();
    if row.overdue {
        return (Meaning::Late, cx.text.count("detail-overdue-days", -days, &[]));
    }
    // The Stichtag need not be today.
    let words = match days {
        0 => return (Meaning::Warn, cx.t("deadlines-now")),
        ..=-1 => {
            let past = cx.text.count("deadlines-days", -days, &[]);
            cx.f("deadlines-over-since", &[("days", past)])
        }
        days => cx.text.count("detail-due-in-days", days, &[]),
    };
    (Meaning::Quiet, words)
}

/// Whose deadline it is: recipient and grant, or title and year.
fn whose(cx: &Context<'_>, row: &DeadlineRow) -> String {
    let name = row.name.as_ref().map(|name| cx.text.note(name).to_owned());
    let budget = row.budget.as_ref();
    let budget =
        budget.map(|(title, year)| [cx.text.title_short(title), year.0.to_string()].join(", "));
    let recipient = Some(row.recipient_name.clone()).filter(|name| !name.is_empty());
    let grant = row.grant.as_ref().map(ToString::to_string);
    [name, recipient, grant, budget].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// True for an indicator in euros, or in thousands or millions of them.
fn is_money(row: &IndicatorRow) -> bool {
    row.unit.as_ref().is_some_and(|unit| unit.de.contains('€'))
}

/// A figure of an indicator; one in euros has its unit beside it.
fn in_unit(cx: &Context<'_>, row: &IndicatorRow, value: String) -> String {
    match row.unit.as_ref().filter(|_| is_money(row)) {
        Some(unit) => [value.as_str(), cx.text.note(unit)].join("\u{a0}"),
        None => value,
    }
}

/// True when one of the texts contains what was typed, whatever its case.
fn matches(filter: &str, texts: &[&str]) -> bool {
    let filter = filter.trim().to_lowercase();
    filter.is_empty() || texts.iter().any(|text| text.to_lowercase().contains(&filter))
}

/// The field that narrows a list.
fn filter_field(ui: &mut Ui, cx: &Context<'_>, text: &mut String, width: f32) {
    use eframe::egui::{Align2, TextEdit, vec2};
    let hint = cx.t("screen-filter");
    let edit = TextEdit::singleline(text)
        .hint_text(hint.as_str())
        .desired_width(width)
        .min_size(vec2(0.0, 32.0))
        .align(Align2::LEFT_CENTER);
    let field = ui.add(edit.id(place(Place::Filter))).accessible_name(hint);
    select_all(ui, &field, text);
    let escape = || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if field.lost_focus() && escape() {
        // The first Escape takes back what was typed, the next one leads to the list.
        if text.is_empty() {
            begin_by_key(ui.ctx());
        } else {
            text.clear();
            field.request_focus();
        }
    }
}

/// A button that opens the form of a kind; where a role is missing it stands back and says which.
/// True when it was pressed.
fn kind_button(ui: &mut Ui, cx: &Context<'_>, kind: Kind, button: Button<'_>) -> bool {
    role_button(ui, cx, kind, button).clicked()
}

/// The same, to be told more of it.
fn role_button(ui: &mut Ui, cx: &Context<'_>, kind: Kind, button: Button<'_>) -> Response {
    let missing = cx.hindrance(kind).filter(|_| cx.can_book());
    let response = button.enabled(cx.can_book()).faint(missing.is_some()).show(ui);
    let Some(why) = missing else { return response };
    let said = why.clone();
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(said));
    response.hint(why)
}

/// What decides on a case and what begins one.
const CASE: [Kind; 2] = [Kind::GrantIssued, Kind::ApplicationReceived];

/// The button of one of [`CASE`], about no case in particular.
fn case_button(ui: &mut Ui, cx: &Context<'_>, kind: Kind, leads: bool) {
    let (words, icon) = match kind {
        Kind::GrantIssued => waiting::button(cx, kind),
        _ => (waiting::opens(cx, kind), Icon::Add),
    };
    let button = Button::new(&words).icon(icon).primary(leads);
    if kind_button(ui, cx, kind, button) {
        cx.send(match kind {
            Kind::GrantIssued => Action::Open(Ask::IssueGrant(None)),
            _ => Action::book(kind, Occasion::default()),
        });
    }
}
