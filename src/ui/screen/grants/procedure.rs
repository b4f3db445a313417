//! The procedure of a case: application, notice, its finality, attestations, proofs, deadlines.

use eframe::egui::{Ui, vec2};

use super::step;
use crate::domain::body::AuxiliaryRules;
use crate::domain::entity::{Application, Grant};
use crate::domain::{Day, Kind};
use crate::store::view::CaseDetail;
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::icon::Icon;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::chip::Meaning;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// What happened, with its day.
type Fact = (String, String);

/// The cards of a grant.
pub fn show(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    card::titled(ui, &cx.t("case-procedure"), |ui| facts(ui, cx, case));
    if !case.deadlines.is_empty() {
        card::titled(ui, &cx.t("screen-deadlines"), |ui| deadlines(ui, cx, case));
    }
    if !case.attestations.is_empty() {
        card::titled(ui, &cx.t("case-attestations"), |ui| attestations(ui, cx, case));
    }
    let proofs = case.grant.as_ref().map(|grant| grant.proofs.as_slice()).unwrap_or_default();
    if !proofs.is_empty() {
        card::titled(ui, &cx.t("case-proofs"), |ui| super::money::proofs(ui, cx, proofs));
    }
}

/// An application that is no grant yet, or never became one.
pub fn application(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let Some(application) = &case.application else { return };
    let row = &case.row;
    card::card(ui, |ui| {
        let name = cx.recipient(row.recipient_type, &row.recipient_name);
        let received = cx.text.day(application.received_on);
        let received = cx.f("case-received-on", &[("day", received)]);
        card::dim(ui, &[name, row.grant.to_string(), received].join(" · "));
        card::title(ui, &row.purpose);
        ui.horizontal_wrapped(|ui| step::chips(ui, cx, case));
        step::next(ui, cx, case, None);
        ui.add_space(4.0);
        let plan = &application.received.plan;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 24.0;
            for (key, amount) in [
                ("case-requested", application.received.requested_cents),
                ("case-total", plan.total_cents),
                ("screen-eligible", plan.eligible_cents),
                ("case-third-party", plan.third_party_cents),
                ("case-own-funds", plan.own_cents),
            ] {
                card::pair(ui, &cx.t(key), &cx.euro(amount));
            }
        });
        ui.add_space(8.0);
        buttons(ui, cx, case, application);
    });
    show(ui, cx, case);
}

fn buttons(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail, application: &Application) {
    let decided = application.rejected.is_some() || application.withdrawn.is_some();
    let can = cx.can_book() && !decided;
    ui.horizontal_wrapped(|ui| {
        let words = cx.t("screen-issue-grant");
        let examined = application.examined.is_some();
        let button = Button::new(&words).icon(Icon::Pen).primary(examined);
        if button.enabled(can && examined).show(ui).clicked() {
            cx.send(Action::Open(Ask::IssueGrant(Some(application.seq))));
        }
        let words = cx.t("form-next");
        if Button::new(&words).icon(Icon::Add).enabled(can).show(ui).clicked() {
            let around = Around::Entry(application.seq, Kind::ApplicationReceived);
            cx.send(Action::Open(Ask::Choose(around)));
        }
        let words = cx.t("screen-to-account");
        if Button::new(&words).icon(Icon::Recipient).show(ui).clicked() {
            let key = case.row.recipient.clone();
            cx.send(Action::Go(crate::ui::route::Route::Recipients(Some(key))));
        }
    });
}

fn facts(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let mut facts = Vec::new();
    if let Some(application) = &case.application {
        of_application(cx, application, &mut facts);
    }
    if let Some(grant) = &case.grant {
        of_notice(cx, case, grant, &mut facts);
        of_grant(cx, grant, &mut facts);
    }
    let columns = vec![
        Column::fixed(cx.t("case-col-step"), 220.0),
        Column::text(cx.t("case-col-result"), 300.0),
    ];
    Table::new("facts", columns).show(ui, facts.len(), |index| {
        let (name, value) = facts[index].clone();
        let sentence = [name.as_str(), value.as_str()].join(": ");
        Row { cells: vec![Cell::Dim(name), Cell::Text(value)], sentence }
    });
}

fn dated(cx: &Context<'_>, day: Day, words: &str) -> String {
    let day = cx.text.day(day);
    if words.is_empty() { day } else { [day.as_str(), words].join(" · ") }
}

fn of_application(cx: &Context<'_>, application: &Application, facts: &mut Vec<Fact>) {
    let mut fact = |kind: Kind, value: String| facts.push((cx.text.kind(kind), value));
    let asked =
        cx.f("case-requested-amount", &[("amount", cx.euro(application.received.requested_cents))]);
    fact(Kind::ApplicationReceived, dated(cx, application.received_on, &asked));
    if let Some((on, step)) = &application.step {
        let mut words = vec![cx.text.examination_step(step.step), step.note.clone()];
        words.extend(step.until.map(|day| cx.f("case-until", &[("day", cx.text.day(day))])));
        fact(Kind::ExaminationNoted, dated(cx, *on, &words.join(" · ")));
    }
    if let Some((on, examined)) = &application.examined {
        let mut words = vec![examined.result.clone()];
        let key = if examined.no_double_funding {
            "case-no-double-funding"
        } else {
            "case-double-funding"
        };
        words.push(cx.t(key));
        fact(Kind::ApplicationExamined, dated(cx, *on, &words.join(" · ")));
    }
    if let Some((on, consent)) = &application.early_start {
        let from = cx.f("from-day", &[("day", cx.text.day(consent.valid_from))]);
        fact(
            Kind::EarlyStartConsented,
            dated(cx, *on, &[from, consent.reason.clone()].join(" · ")),
        );
    }
    if let Some((on, reason)) = &application.rejected {
        fact(Kind::ApplicationRejected, dated(cx, *on, reason));
    }
    if let Some((on, reason)) = &application.withdrawn {
        fact(Kind::ApplicationWithdrawn, dated(cx, *on, reason));
    }
}

fn of_notice(cx: &Context<'_>, case: &CaseDetail, grant: &Grant, facts: &mut Vec<Fact>) {
    facts.push((cx.text.kind(Kind::GrantIssued), cx.text.day(grant.issued_on)));
    if let Some((day, manner)) = grant.announced {
        let manner = cx.text.announcement_manner(manner);
        let counts = case.row.announced_on.map(|on| cx.text.day(on)).unwrap_or_default();
        let values = [("day", cx.text.day(day)), ("manner", manner), ("counts", counts)];
        facts.push((cx.text.kind(Kind::NoticeAnnounced), cx.f("case-announced", &values)));
    }
    if let Some(day) = grant.waived_on {
        facts.push((cx.text.kind(Kind::RemedyWaived), cx.text.day(day)));
    }
    if let Some(day) = case.row.final_on {
        let key = if day <= cx.as_of { "case-final-since" } else { "case-final-from" };
        facts.push((cx.t("case-finality"), cx.f(key, &[("day", cx.text.day(day))])));
    }
    for challenge in &grant.challenges {
        let mut words = vec![challenge.challenged.court_file.clone()];
        if let Some((on, outcome)) = challenge.ended {
            words.push(dated(cx, on, &cx.text.challenge_outcome(outcome)));
        }
        let value = dated(cx, challenge.on, &words.join(" · "));
        facts.push((cx.text.kind(Kind::NoticeChallenged), value));
    }
}

fn of_grant(cx: &Context<'_>, grant: &Grant, facts: &mut Vec<Fact>) {
    let issued = &grant.issued;
    let mut rules = vec![cx.text.auxiliary_rules(issued.rules.unwrap_or(AuxiliaryRules::AnbestGk))];
    rules.extend(issued.payment_mode.map(|mode| cx.text.payment_mode(mode)));
    rules.extend(issued.interim_proof.then(|| cx.t("case-interim-proofs")));
    facts.push((cx.t("case-rules"), rules.join(" · ")));
    facts.push((cx.t("cash-reference"), issued.cash_reference.clone()));
    if let Some(years) = issued.bound_years {
        let years = cx.text.count("years", years.into(), &[]);
        facts.push((cx.t("case-bound"), years));
    }
    if let Some(reason) = &issued.urgent_reason {
        facts.push((cx.t("case-urgent"), reason.clone()));
    }
    if let Some((on, ground)) = grant.ground {
        facts.push((cx.t("case-ground"), dated(cx, on, &cx.text.claim_ground(ground))));
    }
    if let Some((on, closed)) = &grant.closed {
        let mut words = vec![closed.result.clone()];
        let bound = |day| cx.f("case-bound-until", &[("day", cx.text.day(day))]);
        words.extend(closed.bound_until.map(bound));
        facts.push((cx.text.kind(Kind::CaseClosed), dated(cx, *on, &words.join(" · "))));
    }
}

fn deadlines(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let columns = vec![
        Column::fixed(cx.t("screen-col-day"), 104.0),
        Column::text(cx.t("deadlines-what"), 240.0),
        Column::fixed(cx.t("screen-col-state"), 110.0),
        Column::figure(cx.t("screen-col-amount"), 124.0),
    ];
    let rows = &case.deadlines;
    Table::new("deadlines", columns).show(ui, rows.len(), |index| {
        let row = &rows[index];
        let (day, what) = (cx.text.day(row.due_on), cx.text.deadline(row.kind));
        let late = row.overdue.then(|| cx.t("deadline-overdue"));
        let amount = row.amount.map(|amount| cx.money(amount)).unwrap_or_default();
        let said = [Some(&day), Some(&what), late.as_ref(), Some(&amount)];
        let said = said.into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
        let sentence = said.join(", ");
        let late = late.map_or(Cell::Empty, |word| Cell::Chip(Meaning::Late, word));
        let cells = vec![Cell::Text(day), Cell::Text(what), late, Cell::Text(amount)];
        Row { cells, sentence }
    });
}

/// Who attested which draw, and when.
fn attestations(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    let columns = vec![
        Column::fixed(cx.text.kind(Kind::DrawRequested), 110.0),
        Column::text(cx.t("screen-col-kind"), 230.0),
        Column::fixed(cx.t("screen-col-day"), 104.0),
        Column::text(cx.t("person"), 120.0),
    ];
    let rows = &case.attestations;
    Table::new("attestations", columns).show(ui, rows.len(), |index| {
        let row = &rows[index];
        let mut kind = cx.text.kind(row.kind);
        if !row.counts {
            kind = [kind, cx.t("case-sent-back")].join(" · ");
        }
        let (draw, day) = (cx.text.entry_number(row.draw), cx.text.day(row.on));
        let sentence = [&draw, &kind, &day, &row.actor].map(String::as_str).join(", ");
        let kind = if row.counts { Cell::Text(kind) } else { Cell::Dim(kind) };
        let cells = vec![Cell::Dim(draw), kind, Cell::Text(day), Cell::Text(row.actor.clone())];
        Row { cells, sentence }
    });
    ui.allocate_space(vec2(0.0, 2.0));
}
