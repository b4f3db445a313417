//! *Bescheid erlassen*: a grant with its due lines, against what is available.

use chrono::{Datelike, NaiveDate};
use eframe::egui::Ui;
use serde::{Deserialize, Serialize};

use super::extra::Extra;
use super::page::{Page, Proposal};
use super::{Entry, day_or_proposed, left_lines, who};
use crate::domain::body::{ApplicationReceived, DueLine, Financing, GrantIssued};
use crate::domain::event::Draft;
use crate::domain::financing::highest_grant;
use crate::domain::{Body, Day, FiscalYear, Kind, Money, Seq, TitleKey, Uid};
use crate::store::view::{About, Capacity, EntryRow};
use crate::text::with_other_marks;
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::form::{self, Scope};
use crate::ui::icon::Icon;
use crate::ui::widget::button::{Button, icon_button};
use crate::ui::widget::card;
use crate::ui::widget::field::{DayField, Form, How, MoneyField, Typed, reason};
use crate::ui::widget::modal::{Words, arithmetic};

const FINANCING: [Financing; 4] =
    [Financing::Share, Financing::Shortfall, Financing::FixedAmount, Financing::Full];

/// What most notices leave out.
const EXTRA: [&str; 8] = [
    "total_cents",
    "third_party_cents",
    "rules",
    "payment_mode",
    "interim_proof",
    "bound_years",
    "urgent_reason",
    "source",
];

/// A due line as it is typed.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    title: Option<TitleKey>,
    year: Option<FiscalYear>,
    amount: MoneyField,
}

/// The dialog.
#[derive(Debug, Serialize, Deserialize)]
pub struct IssueGrant {
    pub(super) entry: Entry,
    application: Option<Seq>,
    purpose: String,
    financing: Option<Financing>,
    quota: String,
    eligible: MoneyField,
    cash_reference: String,
    period: DayField,
    lines: Vec<Line>,
    pub(super) extra: Extra,
    filled: bool,
}

impl IssueGrant {
    pub(super) fn new(uid: Uid, application: Option<Seq>, cx: &Context<'_>) -> Self {
        let day = cx.proposed_day();
        let period = NaiveDate::from_ymd_opt(day.year() + 1, 12, 31).unwrap_or(day);
        Self {
            entry: Entry::new(uid, cx),
            application,
            purpose: String::new(),
            financing: Some(Financing::Share),
            quota: "80".to_owned(),
            eligible: MoneyField::default(),
            cash_reference: String::new(),
            period: DayField::of(cx, period),
            lines: vec![Line { title: None, year: None, amount: MoneyField::default() }],
            extra: Extra::new(Kind::GrantIssued, &EXTRA),
            filled: false,
        }
    }

    /// The purpose, which tells a draft apart.
    pub(super) fn about(&self) -> String {
        self.purpose.clone()
    }

    fn applied<'a>(&self, cx: &'a Context<'_>) -> Option<(&'a EntryRow, &'a ApplicationReceived)> {
        let entry = cx.data.choices.value()?.entry(self.application?)?;
        match &entry.body {
            Body::ApplicationReceived(received) => Some((entry, received)),
            _ => None,
        }
    }

    fn follow(&mut self, cx: &Context<'_>) {
        let Some((entry, received)) = self.applied(cx) else { return };
        self.purpose.clone_from(&received.purpose);
        self.eligible = MoneyField::of(cx, received.plan.eligible_cents);
        let json = form::from_entry(cx, Kind::GrantIssued, entry);
        if let [line] = &mut self.lines[..] {
            line.amount = MoneyField::of(cx, received.requested_cents);
        }
        self.extra.fill(cx, &json);
    }

    fn capacity<'a>(&self, cx: &'a Context<'_>) -> Option<&'a Capacity> {
        cx.data.capacity.get(&day_or_proposed(&self.entry, cx))?.value()
    }

    fn head(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        let open = form::references(cx, Kind::GrantIssued, &Scope::default());
        let label = form::label(cx, Kind::GrantIssued, "ref");
        if form.pick(ui, &label, &mut self.application, (&open, true)) {
            self.follow(cx);
        }
        if open.is_empty() && cx.data.choices.value().is_some() {
            reason(ui, &cx.t("form-no-application"));
        }
        form.text(ui, &cx.t("app-purpose"), &mut self.purpose, true);
        let financing = FINANCING.map(|kind| (kind, cx.text.financing(kind)));
        card::columns(ui, &[1.4, 0.7, 1.2], |index, ui| match index {
            0 => {
                form.pick(ui, &cx.t("app-financing"), &mut self.financing, (&financing, true));
            }
            1 if self.financing == Some(Financing::Share) => {
                form.typed(ui, &cx.t("app-quota"), &mut self.quota, (Typed::Decimal, true));
            }
            1 => {}
            _ => {
                form.money(ui, &cx.t("app-eligible"), &mut self.eligible);
            }
        });
        card::columns(ui, &[1.0, 1.0, 1.0, 1.0], |index, ui| match index {
            0 => {
                form.day(ui, &cx.t("app-notice-day"), &mut self.entry.day);
            }
            1 => {
                form.day(ui, &cx.t("app-period-until"), &mut self.period);
            }
            2 => form.text(ui, &cx.t("app-cash-reference"), &mut self.cash_reference, true),
            _ => form.text(ui, &cx.t("app-voucher"), &mut self.entry.voucher, true),
        });
    }

    fn due_lines(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        ui.add_space(6.0);
        card::heading(ui, &cx.t("app-due-lines"));
        let titles = cx.ledger.map(|ledger| ledger.titles.as_slice()).unwrap_or_default();
        let titles: Vec<_> = titles
            .iter()
            .map(|row| {
                let name = [cx.text.title(&row.title), row.name.clone()].join(" · ");
                (row.title.clone(), name)
            })
            .collect();
        let years = self.years(cx);
        let mut removed = None;
        let several = self.lines.len() > 1;
        let list = ui.scope_id().with("due lines");
        for (index, line) in self.lines.iter_mut().enumerate() {
            form.begin_row(list.with(index));
            ui.push_id(index, |ui| {
                card::columns(ui, &[2.4, 1.0, 1.5, 0.35], |column, ui| match column {
                    0 => {
                        form.pick(ui, &cx.t("app-title"), &mut line.title, (&titles, true));
                    }
                    1 => {
                        form.pick(ui, &cx.t("app-fiscal-year"), &mut line.year, (&years, true));
                    }
                    2 => {
                        form.money(ui, &cx.t("app-amount"), &mut line.amount);
                    }
                    _ if several => {
                        ui.add_space(22.0);
                        let name = cx.t("app-remove-line");
                        let response = icon_button(ui, Icon::Close, &name);
                        if response.clicked() {
                            removed = Some(index);
                            form.note(response.id, &cx.t("app-due-line"), How::Removed);
                        }
                    }
                    _ => {}
                });
            });
        }
        if let Some(index) = removed {
            self.lines.remove(index);
        }
        ui.horizontal(|ui| {
            let response = Button::new(&cx.t("app-add-line")).icon(Icon::Add).show(ui);
            if response.clicked() {
                form.add(&response, &cx.t("app-due-line"), list.with(self.lines.len()));
                let title = self.lines.last().and_then(|line| line.title.clone());
                let year = self.lines.last().and_then(|line| line.year);
                let year = year.map(|year| FiscalYear(year.0 + 1));
                self.lines.push(Line { title, year, amount: MoneyField::default() });
            }
        });
        ui.add_space(4.0);
        for line in &self.lines {
            self.arithmetic(ui, cx, line);
            ui.add_space(4.0);
        }
        self.highest(ui, cx);
    }

    /// What the plan of financing allows beside the due lines, all of them together.
    fn highest(&self, ui: &mut Ui, cx: &Context<'_>) {
        let (Some((_, received)), Some(financing)) = (self.applied(cx), self.financing) else {
            return;
        };
        let Some(eligible) = self.eligible.value(cx) else { return };
        let plan = &received.plan;
        let highest = highest_grant(
            financing,
            cx.text.parse_decimal(&self.quota).filter(|_| financing == Financing::Share),
            eligible,
            plan.own_cents,
            plan.third_party_cents,
        );
        let Ok(highest) = highest else { return };
        let granted = self.lines.iter().filter_map(|line| line.amount.value(cx)).sum();
        let words = [("financing", cx.text.financing(financing))];
        let (mut lines, result, bad) = left_lines(
            cx,
            (cx.f("entry-highest", &words), highest),
            (cx.t("entry-all-lines"), granted),
            "entry-up-to-highest",
        );
        lines.insert(0, (cx.t("app-eligible"), cx.euro(eligible)));
        arithmetic(ui, &lines, &result, bad);
        ui.add_space(4.0);
    }

    /// The years for which there is something to grant, or else the next four.
    fn years(&self, cx: &Context<'_>) -> Vec<(FiscalYear, String)> {
        let first = day_or_proposed(&self.entry, cx).year();
        let known = self.capacity(cx).map(|capacity| {
            let mut years: Vec<_> = capacity.money.keys().map(|(_, year)| year.0).collect();
            years.sort_unstable();
            years.dedup();
            years
        });
        let mut years = known.unwrap_or_default();
        years.retain(|year| *year >= first);
        if years.is_empty() {
            years = (first..first + 4).collect();
        }
        years.into_iter().map(|year| (FiscalYear(year), year.to_string())).collect()
    }

    fn arithmetic(&self, ui: &mut Ui, cx: &Context<'_>, line: &Line) {
        let (Some(title), Some(year)) = (&line.title, line.year) else { return };
        let (Some(amount), Some(capacity)) = (line.amount.value(cx), self.capacity(cx)) else {
            return;
        };
        let key = (title.clone(), year);
        let found = capacity.money.get(&key);
        let year_words = year.0.to_string();
        let notice = FiscalYear(day_or_proposed(&self.entry, cx).year());
        let authority = capacity.authority.get(&(title.clone(), notice, year)).copied();
        // Where nothing is voted yet, authority alone limits: it covers what it is used for.
        let free = match found {
            Some(money) if !money.voted => authority.unwrap_or_default(),
            Some(money) => money.free,
            None => Money::ZERO,
        };
        let (steps, result, bad) = left_lines(
            cx,
            (cx.f("app-available-in", &[("year", year_words.clone())]), free),
            (cx.t("app-this-line"), amount),
            "app-stays-available",
        );
        let mut lines: Vec<_> = found
            .into_iter()
            .flat_map(|money| &money.lines)
            .map(|(item, part)| (cx.text.availability_item(*item), cx.euro(*part)))
            .collect();
        lines.extend(steps);
        arithmetic(ui, &lines, &result, bad);
        if year > notice {
            ui.add_space(4.0);
            let words = [("budget", notice.0.to_string()), ("year", year_words)];
            let free = (cx.f("app-authority-free", &words), authority.unwrap_or_default());
            authority_left(ui, cx, free, amount);
        }
    }

    fn draft(&self, cx: &Context<'_>) -> Option<Draft> {
        let day = self.entry.day.value(cx)?;
        let lines: Option<Vec<_>> = self.lines.iter().map(|line| due_line(cx, line, day)).collect();
        let share = self.financing == Some(Financing::Share);
        let quota = if share { Some(cx.text.parse_decimal(&self.quota)?) } else { None };
        let (entry, received) = self.applied(cx)?;
        let body = Body::GrantIssued(GrantIssued {
            grant: received.grant.clone(),
            purpose: self.purpose.trim().to_owned(),
            financing: self.financing?,
            quota_percent: quota,
            eligible_cents: self.eligible.value(cx)?,
            cash_reference: self.cash_reference.trim().to_owned(),
            period_until: self.period.value(cx)?,
            lines: lines?,
            total_cents: None,
            third_party_cents: None,
            rules: None,
            payment_mode: None,
            interim_proof: false,
            bound_years: None,
            urgent_reason: None,
            source: None,
        });
        let body = self.extra.with(cx, &body)?;
        self.entry.draft(cx, &entry.recipient, self.application, body)
    }
}

impl Page for IssueGrant {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.text.deed(Kind::GrantIssued),
            intro: cx.t("app-issue-intro"),
            confirm: cx.t("app-issue-confirm"),
        }
    }

    fn width(&self) -> f32 {
        760.0
    }

    fn reword(&mut self) {
        self.quota = with_other_marks(&self.quota);
        self.eligible.reword();
        for line in &mut self.lines {
            line.amount.reword();
        }
        self.extra.reword();
    }

    fn wants(&self, cx: &Context<'_>) -> Vec<Want> {
        let about = About { entry: self.application, ..About::default() };
        vec![Want::Choices(about), Want::Capacity(day_or_proposed(&self.entry, cx))]
    }

    /// Takes over what the application says; the only open one is proposed.
    fn fill(&mut self, cx: &Context<'_>) {
        if self.filled || cx.data.choices.latest().is_none() {
            return;
        }
        self.filled = true;
        if self.application.is_none()
            && let [(only, _)] = &form::references(cx, Kind::GrantIssued, &Scope::default())[..]
        {
            self.application = Some(*only);
        }
        self.follow(cx);
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        super::lacking(ui, cx, Kind::GrantIssued);
        self.head(ui, cx, form);
        self.due_lines(ui, cx, form);
        self.extra.ui(ui, cx, form);
        who(ui, cx, Kind::GrantIssued);
    }

    fn proposal(&mut self, cx: &Context<'_>) -> Option<Proposal> {
        self.draft(cx).map(|draft| Proposal::Book(Box::new(draft)))
    }
}

/// What the line takes of the commitment authority, which is no money: a sum of its own.
fn authority_left(ui: &mut Ui, cx: &Context<'_>, free: (String, Money), amount: Money) {
    let this = (cx.t("app-this-line"), amount);
    let missing = amount - free.1;
    let (lines, mut result, bad) = left_lines(cx, free, this, "next-authority-left");
    if bad {
        result.0 = cx.f("app-authority-missing", &[("missing", cx.euro(missing))]);
    }
    arithmetic(ui, &lines, &result, bad);
}

fn due_line(cx: &Context<'_>, line: &Line, notice: Day) -> Option<DueLine> {
    let (year, budget_year) = (line.year?, FiscalYear(notice.year()));
    Some(DueLine {
        title: line.title.clone()?,
        fiscal_year: year,
        amount_cents: line.amount.value(cx)?,
        authority_year: (year > budget_year).then_some(budget_year),
    })
}
