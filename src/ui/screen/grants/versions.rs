//! Notices and what changed them, and the difference between any two versions.

use eframe::egui::{ComboBox, Ui};

use crate::domain::{FileNumber, Money, Seq};
use crate::store::view::{CaseDetail, GrantDetail, GrantVersion};
use crate::ui::action::Action;
use crate::ui::context::Context;
use crate::ui::route::Route;
use crate::ui::widget::button::open_by_key;
use crate::ui::widget::options::{self, Start};
use crate::ui::widget::table::{Cell, Column, Row, Table};
use crate::ui::widget::{card, explain_chosen};

/// Which two versions of which grant are compared; without a choice the first and the last.
#[derive(Debug, Default)]
pub struct Compared {
    grant: Option<FileNumber>,
    before: Option<Seq>,
    after: Option<Seq>,
}

/// Shows them, and the difference of two where there is more than one.
pub fn show(
    ui: &mut Ui,
    cx: &Context<'_>,
    detail: &GrantDetail,
    (case, compared): (Option<&CaseDetail>, &mut Compared),
) {
    list(ui, cx, detail);
    match case {
        Some(case) if case.versions.len() > 1 => {
            ui.add_space(8.0);
            compare(ui, cx, case, compared);
        }
        _ => {
            card::dim(ui, &cx.t("detail-one-version"));
        }
    }
}

/// "3 Fassungen, zuletzt 01.09.2020".
pub fn summary(cx: &Context<'_>, detail: &GrantDetail) -> String {
    let count = i64::try_from(detail.versions.len()).unwrap_or(0);
    let mut parts = vec![cx.text.count("detail-versions-count", count, &[])];
    parts.extend(detail.versions.last().map(|last| {
        let (kind, day) = (cx.text.kind(last.kind), cx.text.day(last.effective_on));
        [kind, day].join(" ")
    }));
    parts.join(" · ")
}

fn compare(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail, compared: &mut Compared) {
    if compared.grant.as_ref() != Some(&case.row.grant) {
        *compared = Compared { grant: Some(case.row.grant.clone()), before: None, after: None };
    }
    let versions = &case.versions;
    let (Some(first), Some(last)) = (versions.first(), versions.last()) else { return };
    card::heading(ui, &cx.t("case-difference"));
    ui.horizontal_wrapped(|ui| {
        choose(ui, cx, versions, ("case-before", &mut compared.before, first.seq));
        choose(ui, cx, versions, ("case-after", &mut compared.after, last.seq));
    });
    let of = |seq: Option<Seq>| versions.iter().find(|version| Some(version.seq) == seq);
    let before = of(compared.before).unwrap_or(first);
    let after = of(compared.after).unwrap_or(last);
    let rows = differences(cx, before, after);
    if rows.is_empty() {
        card::dim(ui, &cx.t("case-no-difference"));
        return;
    }
    let columns = vec![
        Column::text(cx.t("case-col-what"), 200.0),
        Column::figure(cx.t("case-col-before"), 130.0),
        Column::figure(cx.t("case-col-after"), 130.0),
        Column::figure(cx.t("screen-col-change"), 124.0),
    ];
    Table::new("difference", columns).show(ui, rows.len(), |index| {
        let [what, before, after, change] = rows[index].clone();
        let values = [("what", what.clone()), ("before", before.clone()), ("after", after.clone())];
        let sentence = cx.f("case-difference-sentence", &values);
        let cells =
            vec![Cell::Text(what), Cell::Dim(before), Cell::Text(after), Cell::Text(change)];
        Row { cells, sentence }
    });
}

fn choose(
    ui: &mut Ui,
    cx: &Context<'_>,
    versions: &[GrantVersion],
    (key, chosen, default): (&str, &mut Option<Seq>, Seq),
) {
    let words =
        |version: &GrantVersion| [cx.text.day(version.on), cx.text.kind(version.kind)].join(" · ");
    let now = chosen.unwrap_or(default);
    let current = versions.iter().find(|version| version.seq == now);
    let name = cx.t(key);
    ui.label(name.as_str());
    let chosen_words = current.map(words).unwrap_or_default();
    let shown = ComboBox::from_id_salt(key)
        .selected_text(chosen_words.as_str())
        .width(230.0)
        .wrap()
        .show_ui(ui, |ui| {
            let mut rows = Vec::new();
            for version in versions {
                let row = ui.selectable_label(version.seq == now, words(version));
                if row.clicked() {
                    *chosen = Some(version.seq);
                    ui.close();
                }
                rows.push(row);
            }
            let at = versions.iter().position(|version| version.seq == now);
            options::lead(ui, ui.scope_id(), &rows, Start::At(at.unwrap_or_default()));
        });
    open_by_key(ui, &shown.response, shown.inner.is_some());
    explain_chosen(ui, shown.response, &chosen_words).accessible_name(name);
}

/// What, before, after, change: only what differs.
fn differences(cx: &Context<'_>, before: &GrantVersion, after: &GrantVersion) -> Vec<[String; 4]> {
    let mut rows = Vec::new();
    let mut amount = |what: String, old: Money, new: Money| {
        if old != new {
            rows.push([what, cx.money(old), cx.money(new), cx.money(new - old)]);
        }
    };
    amount(cx.t("screen-granted"), before.granted, after.granted);
    let mut keys: Vec<_> = before.lines.keys().chain(after.lines.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        let of = |version: &GrantVersion| version.lines.get(key).copied().unwrap_or_default();
        let year = cx.f("case-due-of", &[("year", key.0.0.to_string())]);
        amount([year, cx.text.title_short(&key.1)].join(", "), of(before), of(after));
    }
    amount(cx.t("screen-eligible"), before.eligible, after.eligible);
    amount(cx.t("case-total"), before.total, after.total);
    amount(cx.t("case-third-party"), before.third_party, after.third_party);
    let mut words = |key: &str, old: String, new: String| {
        if old != new {
            rows.push([cx.t(key), old, new, String::new()]);
        }
    };
    let quota = |version: &GrantVersion| {
        version.quota.map_or_else(|| "–".to_owned(), |quota| cx.text.rate(quota))
    };
    words("case-quota", quota(before), quota(after));
    let period = |version: &GrantVersion| cx.text.day(version.period_until);
    words("period-until", period(before), period(after));
    words("purpose", before.purpose.clone(), after.purpose.clone());
    rows
}

fn list(ui: &mut Ui, cx: &Context<'_>, detail: &GrantDetail) {
    let columns = vec![
        Column::fixed(cx.t("screen-col-day"), 96.0),
        Column::text(cx.t("screen-col-kind"), 130.0),
        Column::text(cx.t("screen-col-reason"), 190.0),
        Column::figure(cx.t("screen-col-change"), 120.0),
        Column::figure(cx.t("screen-col-granted"), 120.0),
    ];
    let rows = &detail.versions;
    let table = Table::new("versions", columns).narrowed(cx).wrap().choose(None);
    let shown = table.show(ui, rows.len(), |index| {
        let row = &rows[index];
        let (day, kind) = (cx.text.day(row.effective_on), cx.text.kind(row.kind));
        let sentence = [&day, &kind, &cx.euro(row.change), &cx.euro(row.granted)];
        Row {
            sentence: sentence.map(String::as_str).join(", "),
            cells: vec![
                Cell::Text(day),
                Cell::Text(kind),
                Cell::Dim(row.reason.clone()),
                Cell::Text(cx.money(row.change)),
                Cell::Text(cx.money(row.granted)),
            ],
        }
    });
    if let Some(row) = shown.clicked.and_then(|index| rows.get(index)) {
        let route = Route::entry(row.seq);
        cx.send(Action::Go(route));
    }
}
