//! The procedure of a case: application, notice, its finality, attestations, proofs, deadlines.

use eframe::egui::Ui;

use crate::domain::body::AuxiliaryRules;
use crate::domain::entity::{Application, Grant};
use crate::domain::{Day, Kind};
use crate::store::view::CaseDetail;
use crate::ui::context::Context;
use crate::ui::screen::lateness;
use crate::ui::widget::card;
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// What happened, with its day.
type Fact = (String, String);

/// What happened to the case, and what is due.
pub fn show(ui: &mut Ui, cx: &Context<'_>, case: &CaseDetail) {
    facts(ui, cx, case);
    if !case.deadlines.is_empty() {
        ui.add_space(8.0);
        card::heading(ui, &cx.t("screen-deadlines"));
        deadlines(ui, cx, case);
    }
}

/// In a few words: the state, and how many deadlines are over.
pub fn summary(cx: &Context<'_>, case: &CaseDetail) -> String {
    let late = case.deadlines.iter().filter(|row| row.overdue).count();
    let mut parts = vec![cx.text.case_state(case.row.state)];
    if late > 0 {
        let late = i64::try_from(late).unwrap_or(0);
        parts.push(cx.text.count("detail-overdue-count", late, &[]));
    }
    parts.join(" · ")
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
        Column::text(cx.t("case-col-step"), 150.0),
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
        Column::text(cx.t("deadlines-what"), 200.0),
        Column::fixed(cx.t("screen-col-state"), 190.0),
        Column::figure(cx.t("screen-col-amount"), 124.0),
    ];
    let rows = &case.deadlines;
    Table::new("deadlines", columns).show(ui, rows.len(), |index| {
        let row = &rows[index];
        let (day, what) = (cx.text.day(row.due_on), cx.text.deadline(row.kind));
        let (meaning, word) = lateness(cx, row);
        let amount = row.amount.map(|amount| cx.money(amount)).unwrap_or_default();
        let said = [&day, &what, &word, &amount];
        let said = said.into_iter().filter(|part| !part.is_empty()).map(String::as_str);
        let sentence = said.collect::<Vec<_>>().join(", ");
        let cells =
            vec![Cell::Text(day), Cell::Text(what), Cell::Chip(meaning, word), Cell::Text(amount)];
        Row { cells, sentence }
    });
}
