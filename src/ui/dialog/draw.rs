//! *Mittelabruf*: what the recipient asks for, against what is open on a due line.

use chrono::Datelike as _;
use eframe::egui::Ui;
use serde::{Deserialize, Serialize};

use super::extra::Extra;
use super::page::{Page, Proposal};
use super::{Entry, about, day_and_voucher, day_or_proposed, left_lines, who};
use crate::domain::body::{DrawRequested, LineAmount};
use crate::domain::event::Draft;
use crate::domain::{Body, FileNumber, FiscalYear, Kind, Money, TitleKey, Uid};
use crate::store::view::{About, GrantDetail, LineRow};
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::form;
use crate::ui::widget::field::{Form, MoneyField, reason};
use crate::ui::widget::modal::{Words, arithmetic};

/// The dialog.
#[derive(Debug, Serialize, Deserialize)]
pub struct DrawRequest {
    pub(super) grant: Option<FileNumber>,
    /// The grant is chosen in the dialog.
    #[serde(default)]
    chooses: bool,
    pub(super) entry: Entry,
    line: Option<(TitleKey, FiscalYear)>,
    amount: MoneyField,
    /// The due line that was filled in.
    #[serde(default)]
    offered: Option<(TitleKey, FiscalYear)>,
    /// The amount that was filled in.
    #[serde(default)]
    proposed: Option<Money>,
    pub(super) extra: Extra,
    filled: bool,
}

impl DrawRequest {
    pub(super) fn new(uid: Uid, grant: Option<FileNumber>, cx: &Context<'_>) -> Self {
        Self {
            chooses: grant.is_none(),
            grant,
            entry: Entry::new(uid, cx),
            line: None,
            amount: MoneyField::default(),
            offered: None,
            proposed: None,
            extra: Extra::new(Kind::DrawRequested, &["need", "source"]),
            filled: false,
        }
    }

    fn detail<'a>(&self, cx: &'a Context<'_>) -> Option<&'a GrantDetail> {
        cx.data.grant(self.grant.as_ref()?)
    }

    fn row<'a>(&self, cx: &'a Context<'_>) -> Option<&'a LineRow> {
        let (title, year) = self.line.as_ref()?;
        let lines = &self.detail(cx)?.lines;
        lines.iter().find(|row| row.title == *title && row.fiscal_year == *year)
    }

    /// The year from which is drawn: that of the day.
    fn year(&self, cx: &Context<'_>) -> FiscalYear {
        FiscalYear(day_or_proposed(&self.entry, cx).year())
    }

    /// The due line that is proposed is of another year than the day, which has one of its own.
    fn is_outdated(&self, detail: &GrantDetail, year: FiscalYear) -> bool {
        let proposed = self.line.as_ref().filter(|_| self.line == self.offered);
        proposed.is_some_and(|(_, of)| *of != year)
            && detail.lines.iter().any(|row| row.fiscal_year == year)
    }

    /// Which grant, where the dialog was not opened for one.
    fn choose(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        let mut chosen = self.grant.as_ref().map(ToString::to_string);
        let options = form::open_grants(cx, ui, chosen.as_deref());
        let label = form::label(cx, Kind::DrawRequested, "line.grant");
        if form.pick(ui, &label, &mut chosen, (&options, true)) {
            self.grant = chosen.map(FileNumber::new);
            self.line = None;
            self.filled = false;
        }
    }

    /// Says, while it is typed, that nothing is left to be drawn; then nothing can be booked.
    fn nothing_left(&self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        let Some(row) = self.row(cx).filter(|row| !row.drawable.is_positive()) else { return };
        let lines = self.detail(cx).map(|detail| detail.lines.as_slice()).unwrap_or_default();
        let year = [("year", row.fiscal_year.0.to_string())];
        let words = if lines.iter().any(|line| line.drawable.is_positive()) {
            cx.f("app-draw-line-empty", &year)
        } else {
            cx.t("app-draw-empty")
        };
        reason(ui, &words);
        ui.add_space(6.0);
        form.complete = false;
    }

    fn draft(&self, cx: &Context<'_>) -> Option<Draft> {
        let (title, fiscal_year) = self.line.clone()?;
        let line = LineAmount {
            grant: self.grant.clone()?,
            title,
            fiscal_year,
            amount_cents: self.amount.value(cx)?,
        };
        let recipient = &self.detail(cx)?.row.recipient;
        let body = Body::DrawRequested(DrawRequested { line, need: None, source: None });
        self.entry.draft(cx, recipient, None, self.extra.with(cx, &body)?)
    }
}

impl Page for DrawRequest {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.text.deed(Kind::DrawRequested),
            intro: self.grant.as_ref().map(|grant| about(cx, grant)).unwrap_or_default(),
            confirm: cx.t("app-draw-confirm"),
        }
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn reword(&mut self) {
        self.amount.reword();
        self.extra.reword();
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        let mut wants: Vec<Want> = self.grant.clone().map(Want::Grant).into_iter().collect();
        wants.extend(self.chooses.then(|| Want::Choices(About::default())));
        wants
    }

    /// Proposes a due line of the year of the day, one of which something is open where there is
    /// one, and all of it; what the person chose or typed stays.
    fn fill(&mut self, cx: &Context<'_>) {
        let latest = self.grant.as_ref().and_then(|grant| cx.data.grant_latest(grant));
        let Some(detail) = latest else { return };
        let year = self.year(cx);
        if self.filled && !self.is_outdated(detail, year) {
            return;
        }
        self.filled = true;
        let rank = |row: &&LineRow| (row.fiscal_year != year, !row.drawable.is_positive());
        if let Some(row) = detail.lines.iter().min_by_key(rank) {
            self.line = Some((row.title.clone(), row.fiscal_year));
            self.offered.clone_from(&self.line);
            let own = !self.amount.is_blank() && self.amount.value(cx) != self.proposed;
            if !own && !row.drawable.is_positive() {
                self.amount = MoneyField::default();
                self.proposed = None;
            } else if !own {
                self.amount = MoneyField::of(cx, row.drawable);
                self.proposed = Some(row.drawable);
            }
        }
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        super::lacking(ui, cx, Kind::DrawRequested);
        if self.chooses {
            self.choose(ui, cx, form);
        }
        let lines = self.detail(cx).map(|detail| detail.lines.as_slice());
        let option = |row: &LineRow| {
            let words = cx.f(
                "app-open-line",
                &[
                    ("year", row.fiscal_year.0.to_string()),
                    ("title", cx.text.title(&row.title)),
                    ("open", cx.euro(row.drawable)),
                ],
            );
            ((row.title.clone(), row.fiscal_year), words)
        };
        let options: Vec<_> = lines.unwrap_or_default().iter().map(option).collect();
        form.money(ui, &cx.t("app-draw-amount"), &mut self.amount);
        form.pick(ui, &cx.t("app-due-line"), &mut self.line, (&options, true));
        let labels = (cx.t("app-draw-day"), cx.t("app-voucher"));
        day_and_voucher(ui, form, &mut self.entry, (&labels.0, &labels.1));
        self.extra.ui(ui, cx, form);
        ui.add_space(6.0);
        self.nothing_left(ui, cx, form);
        if let (Some(row), Some(amount)) = (self.row(cx), self.amount.value(cx)) {
            let year = row.fiscal_year.0.to_string();
            let open = cx.f("app-open-on-line", &[("year", year)]);
            let (lines, result, bad) = left_lines(
                cx,
                (open, row.drawable),
                (cx.t("app-this-draw"), amount),
                "app-stays-open",
            );
            arithmetic(ui, &lines, &result, bad);
        }
        who(ui, cx, Kind::DrawRequested);
    }

    fn proposal(&mut self, cx: &Context<'_>) -> Option<Proposal> {
        self.draft(cx).map(|draft| Proposal::Book(Box::new(draft)))
    }
}
