//! Bank accounts of a recipient with who recorded and who confirmed them; on several pages.

use eframe::egui::Ui;

use crate::domain::PersonNo;
use crate::store::view::{AccountTrail, StepRow};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// The accounts, the newest first; a row leads to its recording in the journal.
pub fn show(ui: &mut Ui, cx: &Context<'_>, accounts: &[AccountTrail]) {
    if accounts.is_empty() {
        card::empty(ui, &cx.t("detail-no-account"));
        return;
    }
    let columns = vec![
        Column::fixed(cx.t("screen-col-state"), 122.0),
        Column::text(cx.t("screen-col-iban"), 216.0),
        Column::text(cx.t("detail-recorded"), 150.0),
        Column::text(cx.t("detail-confirmed"), 150.0),
    ];
    let table = Table::new("accounts", columns).narrowed(cx).wrap().choose_if(cx.is_whole());
    let shown = table.show(ui, accounts.len(), |index| {
        let account = &accounts[index];
        let (meaning, word) = if account.row.usable {
            (Meaning::Good, cx.t("screen-account-usable"))
        } else {
            (Meaning::Warn, cx.t("screen-account-unusable"))
        };
        let iban = cx.text.iban(&account.row.account.iban);
        let holder = account.row.account.holder.clone();
        let recorded = step(cx, &account.recorded);
        let confirmed = account.confirmed.as_ref().map(|found| step(cx, found));
        let confirmed = confirmed.unwrap_or_else(|| cx.t("detail-not-confirmed"));
        let said = [&word, &iban, &holder, &recorded, &confirmed];
        let sentence = said.map(String::as_str).join(", ");
        let cells = vec![
            Cell::Chip(meaning, word),
            Cell::Two(iban, holder),
            Cell::Text(recorded),
            Cell::Text(confirmed),
        ];
        Row { cells, sentence }
    });
    if let Some(account) = shown.clicked.and_then(|index| accounts.get(index)) {
        cx.send(Action::Go(Route::entry(account.recorded.seq)));
    }
}

/// "12.03.2019, A. Weber"
fn step(cx: &Context<'_>, step: &StepRow) -> String {
    [cx.text.day(step.effective_on), named(cx, step.name.as_deref(), step.person)].join(", ")
}

/// The name, or the number of the person when the name was erased.
pub fn named(cx: &Context<'_>, name: Option<&str>, person: PersonNo) -> String {
    name.map_or_else(
        || cx.f("app-person-number", &[("number", person.0.to_string())]),
        ToOwned::to_owned,
    )
}
