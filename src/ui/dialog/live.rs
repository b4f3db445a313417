//! The arithmetic of the entry that is being typed, and whether booking would be refused.
//!
//! Both come from the ledger itself: the places that the entry would lower with what stands there,
//! and a rehearsal of the booking that is taken back.

use chrono::Datelike as _;
use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{RichText, Ui};

use super::left_lines;
use crate::domain::financing::{FollowUp, Plan};
use crate::domain::interest::{Interest, MissingRate};
use crate::domain::{FileNumber, FiscalYear, Money, Stage};
use crate::store::view::{Caution, EntryRow, PlaceRow, SettledRow};
use crate::ui::context::Context;
use crate::ui::data::Booking;
use crate::ui::desk::Verdict;
use crate::ui::icon::Icon;
use crate::ui::theme::{SMALL, TokensOf as _, Tone};
use crate::ui::widget::card;
use crate::ui::widget::field::Form;
use crate::ui::widget::modal::arithmetic;

/// So many fields that are still open are named.
const NAMED: usize = 5;

/// How far the plan of financing is typed.
pub(super) struct Filled {
    /// Its fields that say nothing yet.
    pub(super) open: Vec<String>,
    /// Its fields that say no amount.
    pub(super) wrong: Vec<String>,
    /// The keyboard is in one of its fields.
    pub(super) typing: bool,
}

impl Filled {
    /// Every field of the plan is an amount.
    const fn is_whole(&self) -> bool {
        self.open.is_empty() && self.wrong.is_empty()
    }
}

/// What the entry would change, and what it leaves of the entry that it refers to.
pub(super) fn figures(ui: &mut Ui, cx: &Context<'_>, entry: Option<&EntryRow>, filled: &Filled) {
    let Some(preview) = &cx.desk.preview else { return };
    if let (Some(left), Some(amount)) = (entry.and_then(|entry| entry.left), preview.amount)
        && let Some(entry) = entry
        && !amount.is_zero()
    {
        let words = [
            ("kind", cx.text.kind(entry.body.kind())),
            ("number", cx.text.entry_number(entry.seq)),
        ];
        let start = (cx.f("entry-left-of", &words), left);
        let this = (cx.t("entry-this"), amount);
        let (lines, result, bad) = left_lines(cx, start, this, "entry-stays");
        arithmetic(ui, &lines, &result, bad);
        ui.add_space(4.0);
    }
    for row in &preview.places {
        place(ui, cx, row);
    }
    if let Some((ceiling, sum)) = preview.ceiling {
        let start = (cx.t("entry-ceiling"), ceiling);
        let this = (cx.t("entry-appropriated"), sum);
        let (lines, result, bad) = left_lines(cx, start, this, "entry-ceiling-left");
        arithmetic(ui, &lines, &result, bad);
        ui.add_space(4.0);
    }
    if let Some((plan, asked)) = preview.plan {
        balance(ui, cx, (plan, asked), filled);
    }
    if let Some(interest) = &preview.interest {
        segments(ui, cx, interest);
    }
    if let Some(settled) = &preview.settled {
        fixed(ui, cx, settled);
    }
}

/// A place, line by line where it is what is available.
fn place(ui: &mut Ui, cx: &Context<'_>, row: &PlaceRow) {
    let account = &row.account;
    let year = account.fiscal_year.0.to_string();
    if !row.lines.is_empty() {
        // Of two titles or years the lines begin alike.
        let words = cx.f("budget-fiscal-year", &[("year", year.clone())]);
        card::dim(ui, &[words, cx.text.title(&account.title)].join(" · "));
    }
    let title = cx.text.title(&account.title);
    let grant = account.grant.as_ref().map(FileNumber::to_string).unwrap_or_default();
    let start = match (account.stage, account.due_year) {
        (Stage::Available, _) => cx.f("entry-place-available", &[("title", title), ("year", year)]),
        (Stage::VeFree, Some(due)) => {
            cx.f("app-authority-free", &[("budget", year), ("year", due.0.to_string())])
        }
        (stage, _) if !grant.is_empty() => cx.f(
            "entry-place-grant",
            &[("stage", cx.text.stage(stage)), ("grant", grant), ("year", year)],
        ),
        (stage, _) => cx
            .f("entry-place", &[("stage", cx.text.stage(stage)), ("title", title), ("year", year)]),
    };
    let mut lines: Vec<_> = row
        .lines
        .iter()
        .map(|(item, part)| (cx.text.availability_item(*item), cx.euro(*part)))
        .collect();
    let this = (cx.t("entry-this"), -row.change);
    let (steps, mut result, bad) = left_lines(cx, (start, row.before), this, "entry-stays");
    lines.extend(steps);
    if !row.voted {
        result.0 = [result.0, cx.t("entry-not-voted")].join(" · ");
    }
    arithmetic(ui, &lines, &result, bad);
    ui.add_space(4.0);
}

/// The plan of financing beside the grant that is asked for. What is typed only in part is no
/// error: until the plan is whole and its last field was left, it says what is still open.
fn balance(ui: &mut Ui, cx: &Context<'_>, (plan, asked): (Plan, Money), filled: &Filled) {
    let gap = plan.gap(asked);
    let lines: Vec<_> = [
        ("entry-plan-total", plan.total),
        ("entry-plan-grant", -asked),
        ("entry-plan-third", -plan.third_party),
        ("entry-plan-own", -plan.own),
    ]
    .into_iter()
    .filter(|(_, amount)| filled.is_whole() || !amount.is_zero())
    .map(|(key, amount)| (cx.t(key), cx.euro(amount)))
    .collect();
    let is_wrong = filled.is_whole() && !filled.typing && !gap.is_zero();
    let result = match gap {
        _ if !filled.open.is_empty() => {
            (cx.f("entry-plan-open", &[("what", filled.open.join(", "))]), String::new())
        }
        _ if !filled.wrong.is_empty() => {
            (cx.f("entry-plan-wrong", &[("what", filled.wrong.join(", "))]), String::new())
        }
        Money::ZERO => (cx.t("entry-plan-balanced"), cx.euro(gap)),
        gap if !is_wrong && !gap.is_negative() => {
            (cx.f("entry-plan-open", &[("what", cx.euro(gap))]), String::new())
        }
        gap if gap.is_negative() => (cx.t("entry-plan-above"), cx.euro(gap)),
        gap => (cx.t("entry-plan-gap"), cx.euro(gap)),
    };
    arithmetic(ui, &lines, &result, is_wrong);
    ui.add_space(4.0);
}

/// Interest, span by span.
fn segments(ui: &mut Ui, cx: &Context<'_>, interest: &Result<Interest, MissingRate>) {
    let interest = match interest {
        Ok(interest) => interest,
        Err(missing) => {
            warning(ui, &cx.f("entry-no-rate", &[("day", cx.text.day(missing.day))]));
            return;
        }
    };
    let lines: Vec<_> = interest
        .segments
        .iter()
        .map(|segment| {
            let words = [
                ("from", cx.text.day(segment.from)),
                ("until", cx.text.day(segment.until)),
                ("days", segment.days.to_string()),
                ("rate", cx.text.percent(segment.rate_percent)),
                ("principal", cx.euro(segment.principal)),
            ];
            (cx.f("entry-segment", &words), cx.euro(segment.shown))
        })
        .collect();
    arithmetic(ui, &lines, &(cx.t("entry-interest"), cx.euro(interest.total)), false);
    ui.add_space(4.0);
}

/// The fixed grant and what follows from it.
fn fixed(ui: &mut Ui, cx: &Context<'_>, row: &SettledRow) {
    let lines = vec![
        (cx.t("entry-fixed-eligible"), cx.euro(row.eligible)),
        (cx.t("entry-fixed-granted"), cx.euro(row.granted)),
        (cx.t("entry-fixed"), cx.euro(row.fixed)),
        (cx.t("entry-fixed-paid"), cx.euro(row.paid)),
    ];
    let (key, amount) = match row.follow_up {
        FollowUp::Supplementary(amount) => ("entry-follow-payment", amount),
        FollowUp::Claim(amount) => ("entry-follow-claim", amount),
        FollowUp::BelowLimit(amount) => ("entry-follow-small", amount),
        FollowUp::Settled => ("entry-follow-none", Money::ZERO),
    };
    arithmetic(ui, &lines, &(cx.t(key), cx.euro(amount)), false);
    ui.add_space(4.0);
}

/// Whether booking would be refused, or which fields of the form are wrong or missing; a hint
/// while typing, no alarm.
pub(super) fn verdict(ui: &mut Ui, cx: &Context<'_>, form: &Form<'_>) {
    if !matches!(cx.booking, Booking::Idle) {
        return;
    }
    let tokens = ui.tokens();
    let left = [
        (form.wrong(), ("entry-wrong", "entry-wrong-more")),
        (form.open(), ("entry-open", "entry-open-more")),
    ];
    let sentences: Vec<_> = left
        .into_iter()
        .filter(|(labels, _)| !labels.is_empty())
        .map(|(labels, keys)| naming(cx, labels, keys))
        .collect();
    if !sentences.is_empty() {
        ui.add_space(4.0);
        // On one line where it fits: a button that moves while it is pressed is missed.
        card::dim(ui, &sentences.join(" · "));
        // A box that is not ticked is no field that is missing, and easily passed over.
        told(ui, cx, Caution::bars_notice);
        return;
    }
    let (words, tone) = match &cx.desk.verdict {
        Some(Verdict::Refused(refusal)) => {
            let reason = cx.text.refusal(refusal);
            (cx.f("entry-would-be-refused", &[("reason", reason)]), tokens.warn)
        }
        Some(Verdict::Good) => (cx.t("entry-would-be-booked"), tokens.good),
        None => {
            if cx.desk.awaited {
                ui.add_space(4.0);
                card::dim(ui, &cx.t("entry-awaited"));
            }
            return;
        }
    };
    let icon = match &cx.desk.verdict {
        Some(Verdict::Good) => Icon::Check,
        _ => Icon::Warning,
    };
    ui.add_space(4.0);
    said(ui, icon, tone, words);
    // What would be refused has its reason already.
    let good = matches!(cx.desk.verdict, Some(Verdict::Good));
    if good {
        cautions(ui, cx);
    }
}

/// "Es fehlt noch: Aktenzeichen, Zweck und 3 weitere Angaben".
fn naming(cx: &Context<'_>, labels: &[String], (all, some): (&str, &str)) -> String {
    let mut named: Vec<&str> = Vec::new();
    for label in labels.iter().map(String::as_str) {
        if !named.contains(&label) {
            named.push(label);
        }
    }
    let more = named.len().saturating_sub(NAMED);
    let what = named[..named.len() - more].join(", ");
    if more == 0 {
        return cx.f(all, &[("what", what)]);
    }
    cx.text.count(some, i64::try_from(more).unwrap_or(i64::MAX), &[("what", what)])
}

/// What to think of before this is booked.
pub fn cautions(ui: &mut Ui, cx: &Context<'_>) {
    told(ui, cx, |_| true);
}

fn told(ui: &mut Ui, cx: &Context<'_>, which: impl Fn(Caution) -> bool) {
    let all = cx.desk.preview.iter().flat_map(|preview| &preview.cautions).copied();
    for caution in all.filter(|caution| which(*caution)) {
        said(ui, Icon::Warning, ui.tokens().warn, caution_words(cx, caution));
    }
}

/// A sentence about the entry, read aloud as soon as it changes.
fn said(ui: &mut Ui, icon: Icon, tone: Tone, words: String) {
    ui.horizontal_top(|ui| {
        let (square, _) =
            ui.allocate_exact_size(eframe::egui::vec2(14.0, 14.0), eframe::egui::Sense::hover());
        icon.paint(ui.painter(), square, tone.text);
        let label = eframe::egui::Label::new(RichText::new(words).size(SMALL).color(tone.text));
        let response = ui.add(label.wrap());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Status);
            node.set_live(Live::Polite);
        });
    });
}

fn caution_words(cx: &Context<'_>, caution: Caution) -> String {
    match caution {
        Caution::DoubleFunding => cx.t("entry-caution-double-funding"),
        Caution::EarlyStart(day) => cx.f("entry-caution-start", &[("day", cx.text.day(day))]),
        Caution::VoucherUsed(seq) => cx.f("entry-caution-voucher", &[("number", seq.to_string())]),
        Caution::WaiverFrom(day) => cx.f("entry-caution-waiver", &[("day", cx.text.day(day))]),
        Caution::FinalTooLate { year, announced, from } => {
            let end = FiscalYear(announced.year()) > year;
            let key = if end { "entry-caution-year-over" } else { "entry-caution-year" };
            let words = [
                ("year", year.0.to_string()),
                ("announced", cx.text.day(announced)),
                ("day", cx.text.day(from)),
            ];
            cx.f(key, &words)
        }
    }
}

fn warning(ui: &mut Ui, words: &str) {
    let tone = ui.tokens().warn;
    ui.label(RichText::new(words).size(SMALL).color(tone.text));
}
