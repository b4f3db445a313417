//! *Fristen*: what is due and what is overdue, of every case, milestone and fiscal year.

use eframe::egui::Ui;

use crate::domain::deadline::DeadlineKind;
use crate::store::view::DeadlineRow;
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::narrow::{self, Narrowed, lapses};
use crate::ui::route::Route;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::list::{Cell, Column, Item, List, ListState, RowId, row_id};

use super::{filter_field, head, lateness, loaded, matches};

/// So many days ahead are near.
const NEAR: i64 = 90;
/// From this width on each row stands on one line.
const WIDE: f32 = 880.0;

/// Which deadlines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Span {
    Overdue,
    #[default]
    Near,
    All,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Deadlines {
    list: ListState,
    narrowed: Narrowed,
    span: Span,
}

impl Deadlines {
    /// Shows it.
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        head(ui, &cx.t("screen-deadlines"), |ui| filter_field(ui, cx, &mut self.list.words, 220.0));
        ui.add_space(4.0);
        let Some(all) = loaded(cx, ui, &cx.data.deadlines) else { return };
        self.spans(cx, ui);
        ui.add_space(6.0);
        let height = ui.available_height();
        let (span, state, narrowed) = (self.span, &mut self.list, &self.narrowed);
        let happened = card::card(ui, |ui| {
            let wide = ui.available_width() > WIDE;
            let list = List::new("deadlines", "deadlines-count", columns(cx, wide))
                .nothing("deadlines-none")
                .given("day", false)
                .height(height - 56.0)
                .narrowed(narrowed.words(cx))
                .saved_as(cx.t("screen-deadlines"));
            let list = if wide { list } else { list.tall().unseen(vec![recipient(cx)]) };
            // The nearness of a day depends on the Stichtag as well.
            let salt = row_id((span, narrowed.salt(cx.as_of)));
            let keep = |row: &DeadlineRow| span.holds(cx, row) && narrowed.holds_deadline(row);
            let passing = list.passing(cx, state, (all, salt, &keep));
            let late = passing.iter().filter(|row| row.overdue).count();
            let counts = [("deadlines-count", passing.len()), ("deadlines-late", late)];
            let words = counts.map(|(key, count)| {
                cx.text.count(key, i64::try_from(count).unwrap_or(i64::MAX), &[])
            });
            card::dim(ui, &words.join(", "));
            list.show_some(ui, cx, state, (all, salt, &keep))
        });
        self.narrowed.follow(&happened);
        if let Some(row) = happened.opened.and_then(|id| all.iter().find(|row| row.id() == id)) {
            cx.send(lead(row));
        }
    }

    /// Narrows the list to what makes up a figure, however far ahead it is.
    pub fn narrow(&mut self, narrowed: Narrowed) {
        self.span = Span::All;
        self.list.forget();
        self.narrowed = narrowed;
    }

    /// Which deadlines.
    fn spans(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            for (span, key) in [
                (Span::Overdue, "deadlines-overdue"),
                (Span::Near, "deadlines-near"),
                (Span::All, "deadlines-all"),
            ] {
                let words = cx.t(key);
                let button = Button::new(&words).bare().selected(self.span == span);
                if button.show(ui).clicked() {
                    self.span = span;
                }
            }
        });
    }
}

impl Span {
    fn holds(self, cx: &Context<'_>, row: &DeadlineRow) -> bool {
        let ahead = (row.due_on - cx.as_of).num_days();
        match self {
            Self::Overdue => row.overdue,
            Self::Near => row.overdue || (0..=NEAR).contains(&ahead),
            Self::All => true,
        }
    }
}

/// Grant, milestone, or title and year.
fn object(cx: &Context<'_>, row: &DeadlineRow) -> String {
    let grant = row.grant.as_ref().map(ToString::to_string);
    let name = row.name.as_ref().map(|name| cx.text.note(name).to_owned());
    let budget = row
        .budget
        .as_ref()
        .map(|(title, year)| [cx.text.title_short(title), year.0.to_string()].join(", "));
    let parts: Vec<String> = [name, grant, budget].into_iter().flatten().collect();
    if parts.is_empty() { row.object.clone() } else { parts.join(" · ") }
}

impl Item for DeadlineRow {
    fn id(&self) -> RowId {
        row_id((self.kind, self.due_on, self.grant.as_ref(), self.object.as_str(), self.seq))
    }

    fn cell(&self, cx: &Context<'_>, column: &str) -> Cell {
        match column {
            "day" => Cell::day(self.due_on),
            "state" => {
                let (meaning, words) = lateness(cx, self);
                Cell::chip(meaning, words)
            }
            "kind" => Cell::text(cx.text.deadline(self.kind)),
            "recipient" => Cell::text(self.recipient_name.clone()),
            "object" => Cell::text(object(cx, self)).dim().below(self.recipient_name.clone()),
            _ => Cell::perhaps(self.amount),
        }
    }

    fn words(&self, cx: &Context<'_>) -> String {
        let amount = self.amount.map(|amount| cx.euro(amount)).unwrap_or_default();
        let said = [
            cx.text.day(self.due_on),
            lateness(cx, self).1,
            cx.text.deadline(self.kind),
            self.recipient_name.clone(),
            object(cx, self),
            amount,
        ];
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn contains(&self, cx: &Context<'_>, typed: &str) -> bool {
        let kind = cx.text.deadline(self.kind);
        matches(typed, &[&kind, &self.recipient_name, &object(cx, self)])
    }
}

/// Where there is little room, rows have two lines and the recipient stands below the object.
fn columns(cx: &Context<'_>, wide: bool) -> Vec<Column> {
    let day = Column::day("day", cx.t("case-col-due"), 104.0);
    let state = Column::fixed("state", cx.t("screen-col-state"), 130.0).unsorted().whole();
    let amount = Column::amount("amount", cx.t("screen-col-amount"), 122.0).unsummed();
    let object = cx.t("screen-col-object");
    if !wide {
        let kind = Column::choice("kind", cx.t("deadlines-what"), 290.0).growing();
        return vec![day, state, kind, Column::text("object", object, 190.0), amount];
    }
    vec![
        day,
        state,
        Column::choice("kind", cx.t("deadlines-what"), 254.0),
        recipient(cx),
        Column::text("object", object, 146.0),
        amount,
    ]
}

fn recipient(cx: &Context<'_>) -> Column {
    Column::text("recipient", cx.t("screen-col-recipient"), 246.0)
}

/// To where a deadline is dealt with.
fn lead(row: &DeadlineRow) -> Action {
    let route = match (&row.grant, &row.budget, row.kind) {
        (Some(grant), _, _) => Route::Grants(Some(grant.clone())),
        (None, _, kind) if lapses(kind) => return narrow::deadline(row),
        (None, Some(budget), _) => Route::Budget(Some(budget.clone())),
        (None, None, DeadlineKind::Milestone) => Route::Milestones,
        (None, None, _) => Route::Budget(None),
    };
    Action::Go(route)
}
