//! Which column of a list of the cash office holds what: chosen once, remembered for the next list.

use eframe::egui::Ui;

use crate::exchange::cash_list::Profile;
use crate::exchange::table::folded;
use crate::ui::action::{Action, ReconcileAction};
use crate::ui::context::Context;
use crate::ui::data::CashFile;
use crate::ui::icon::Icon;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, FormState};
use crate::ui::widget::list::Column;

/// What is chosen, and of which reading.
#[derive(Debug, Default)]
pub(super) struct Columns {
    serial: u64,
    open: bool,
    /// Voucher, chapter, title, fiscal year, day, amount.
    chosen: [Option<String>; 6],
    text: Vec<String>,
    payments_negative: bool,
}

/// Names of the columns, and whether a list must have them.
const ROLES: [(&str, bool); 6] = [
    ("cash-column-voucher", true),
    ("reconcile-column-chapter", false),
    ("cash-column-title", true),
    ("reconcile-column-year", true),
    ("cash-column-day", true),
    ("cash-column-amount", true),
];

/// What a row of a list of the cash office holds, and why it is what it is.
pub(super) fn of_row(cx: &Context<'_>) -> [Column; 6] {
    [
        Column::text("voucher", cx.t("cash-column-voucher"), 120.0),
        Column::fixed("title", cx.t("cash-column-title"), 110.0),
        Column::choice("year", cx.t("cash-column-year"), 64.0),
        Column::day("day", cx.t("cash-column-day"), 104.0),
        Column::amount("amount", cx.t("cash-column-amount"), 130.0),
        Column::text("why", cx.t("comparison-column-ground"), 320.0).keeping().unsorted(),
    ]
}

impl Columns {
    /// Folds the choice out and in.
    pub(super) fn button(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        let words = cx.t("reconcile-columns");
        let button = Button::new(&words).bare().icon(Icon::Settings).selected(self.open);
        if button.show(ui).clicked() {
            self.open = !self.open;
        }
    }

    /// The choice, folded away where the columns were found.
    pub(super) fn unfolded(&mut self, cx: &Context<'_>, ui: &mut Ui, file: &CashFile) {
        if self.open {
            self.ui(cx, ui, file);
        }
    }

    /// Shows the choice.
    pub(super) fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui, file: &CashFile) {
        if self.serial != file.serial {
            self.follow(file);
        }
        card::heading(ui, &cx.t("reconcile-columns"));
        card::dim(ui, &cx.t("reconcile-columns-intro"));
        let mut options: Vec<(String, String)> = Vec::new();
        for head in &file.heads {
            if !options.iter().any(|(known, _)| known == head) {
                options.push((head.clone(), head.clone()));
            }
        }
        // The keyboard stays where the person left it.
        let mut form = Form::new(cx, FormState { focused: true, ..FormState::default() });
        ui.horizontal_wrapped(|ui| {
            for ((key, needed), chosen) in ROLES.into_iter().zip(&mut self.chosen) {
                ui.allocate_ui(eframe::egui::vec2(200.0, 58.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(200.0);
                        form.pick(ui, &cx.t(key), chosen, (&options, needed));
                    });
                });
            }
        });
        form.several(ui, &cx.t("reconcile-column-text"), &mut self.text, (&options, false));
        form.flag(ui, &cx.t("reconcile-negative"), &mut self.payments_negative, false);
        ui.add_space(4.0);
        let ready = ROLES.iter().zip(&self.chosen).all(|((_, needed), it)| !needed || it.is_some());
        let words = cx.t("reconcile-columns-take");
        let button = Button::new(&words).icon(Icon::Check).enabled(ready);
        if button.show(ui).clicked() {
            let profile = Box::new(self.profile());
            cx.send(Action::Reconcile(ReconcileAction::Columns(profile)));
        }
    }

    /// What the profile finds among the heads.
    fn follow(&mut self, file: &CashFile) {
        let profile = &file.profile;
        let at = |names: &[String]| {
            let found = |name: &String| {
                file.heads.iter().find(|head| folded(head) == folded(name)).cloned()
            };
            names.iter().find_map(found)
        };
        self.serial = file.serial;
        self.chosen = [
            at(&profile.voucher),
            at(&profile.chapter),
            at(&profile.title),
            at(&profile.year),
            at(&profile.day),
            at(&profile.amount),
        ];
        let is_text = |head: &&String| profile.text.iter().any(|name| folded(name) == folded(head));
        self.text = file.heads.iter().filter(is_text).cloned().collect();
        self.payments_negative = profile.payments_negative;
    }

    fn profile(&self) -> Profile {
        let [voucher, chapter, title, year, day, amount] =
            self.chosen.clone().map(|head| head.into_iter().collect());
        let (text, payments_negative) = (self.text.clone(), self.payments_negative);
        Profile { voucher, chapter, title, year, day, amount, text, payments_negative }
    }
}
