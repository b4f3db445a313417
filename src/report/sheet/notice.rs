//! Sheets of notices and letters: grant, reminder of a proof, hearing.

use super::{Content, Fact, fact, lines};
use crate::domain::body::{AuxiliaryRules, CheckResult, GrantIssued, PaymentMode, ProofChecked};
use crate::domain::calendar::federal_procedure;
use crate::domain::{Day, FiscalYear, Money, Stage, TitleKey};
use crate::report::part::{count, financing, plain, said, text, words};
use crate::report::{Block, Cell, Phrase};
use crate::store::view::SheetData;

/// *Zuwendungsbescheid*: purpose, financing, due lines, auxiliary rules.
pub(super) fn issued(data: &SheetData, body: &GrantIssued) -> Content {
    let total: Money = body.lines.iter().map(|line| line.amount_cents).sum();
    let (eligible, third) = (body.eligible_cents, body.third_party_cents.unwrap_or_default());
    let mut facts = vec![
        fact("purpose", text(&body.purpose)),
        fact("statement-financing", words(financing(body.financing))),
    ];
    facts.extend(body.quota_percent.map(|quota| fact("sheet-quota", Cell::Percent(quota))));
    facts.push(fact("sheet-total", plain(body.total_cents.unwrap_or(eligible))));
    facts.push(fact("statement-eligible", plain(eligible)));
    facts.push(fact("statement-own-share", plain(eligible - total - third)));
    facts.push(fact("sheet-third-party", plain(third)));
    facts.push(fact("sheet-period", Cell::Day(body.period_until)));
    facts.push(fact("sheet-rules", words(rules(body.rules.unwrap_or(AuxiliaryRules::AnbestGk)))));
    let mode = body.payment_mode.unwrap_or(PaymentMode::Advance);
    facts.push(fact("sheet-payment-mode", words(payment_mode(mode))));
    if let Some(years) = body.bound_years {
        facts.push(fact("sheet-bound-years", Cell::Number(years.into())));
    }
    facts.extend(data.proof_due.map(|day| fact("sheet-proof-due", Cell::Day(day))));
    facts.push(fact("sheet-cash-reference", text(&body.cash_reference)));
    if let Some(examined) = &data.examined {
        facts.push(fact("sheet-examined", said(&examined.result)));
    }
    facts.extend(body.urgent_reason.as_ref().map(|why| fact("sheet-urgent", text(why))));
    let due: Vec<(Cell, &TitleKey, FiscalYear, Money)> = body
        .lines
        .iter()
        .map(|line| (budget(line.authority_year), &line.title, line.fiscal_year, line.amount_cents))
        .collect();
    Content {
        title: "sheet-notice",
        figures: vec![
            fact("report-granted", plain(total)),
            fact("sheet-notice-day", Cell::Day(data.event.effective_on)),
        ],
        facts,
        blocks: vec![
            Block::Heading(Phrase::new("sheet-due")),
            Block::Table(lines("sheet-due", &due)),
        ],
        note: "sheet-note-notice",
    }
}

/// *Erinnerung an den Verwendungsnachweis*: of which grant, until when.
pub(super) fn reminded(data: &SheetData, until: Day) -> Content {
    let mut facts = Vec::new();
    facts.extend(data.proof_due.map(|day| fact("sheet-proof-was-due", Cell::Day(day))));
    facts.extend(data.reminders.iter().enumerate().map(|(at, earlier)| {
        let told = Phrase::new("sheet-reminded-until")
            .with("day", Cell::Day(earlier.on))
            .with("until", Cell::Day(earlier.until));
        let label =
            Phrase::new("sheet-earlier-reminder").with("number", text((at + 1).to_string()));
        (label, Cell::Phrase(told))
    }));
    facts.push(fact("sheet-reminder-number", count(data.reminders.len() + 1)));
    if let Some(grant) = &data.grant {
        facts.push(fact("purpose", text(&grant.row.purpose)));
        facts.push(fact("sheet-notice-day", Cell::Day(grant.row.issued_on)));
        facts.push(fact("sheet-period", Cell::Day(grant.period_until)));
        facts.push(fact("report-granted", plain(grant.row.granted)));
        facts.push(fact("report-paid", plain(grant.row.sums.actual())));
    }
    Content {
        title: "sheet-reminder",
        figures: vec![
            fact("sheet-new-term", Cell::Day(until)),
            fact("sheet-reminded-on", Cell::Day(data.event.effective_on)),
        ],
        facts,
        blocks: Vec::new(),
        note: "sheet-note-reminder",
    }
}

/// *Anhörung* (§ 28 (1) ThürVwVfG, VwVfG from 2025 on) before money is claimed back: what the
/// check of the proof found, and what is meant to follow; `None` when nothing follows from it.
pub(super) fn hearing(data: &SheetData, body: &ProofChecked) -> Option<Content> {
    let grant = data.grant.as_ref()?;
    let paid = grant.row.sums.actual();
    // A claim leaves the Ist as it is: what was already claimed is not meant again.
    let sums = &grant.row.sums;
    let unclaimed = sums.at(Stage::Paid) + sums.at(Stage::Held);
    let meant = body.settled_cents.map(|settled| (unclaimed - settled).max(Money::ZERO));
    if body.result == CheckResult::Clean && !meant.is_some_and(Money::is_positive) {
        return None;
    }
    let mut facts = vec![
        fact("purpose", text(&grant.row.purpose)),
        fact("sheet-notice-day", Cell::Day(grant.row.issued_on)),
        fact("report-granted", plain(grant.row.granted)),
        fact("report-paid", plain(paid)),
        fact("proofs-column-checked", Cell::Day(data.event.effective_on)),
        fact(
            "proofs-column-result",
            words(match body.result {
                CheckResult::Clean => "check-result-clean",
                CheckResult::Objections => "check-result-objections",
            }),
        ),
    ];
    facts.extend(body.settled_cents.map(|settled| fact("sheet-settled", plain(settled))));
    facts.push(fact("sheet-found", said(&body.note)));
    // Without a settled amount it is open how much is meant, which is not nothing.
    let mut figures: Vec<Fact> =
        meant.map(|meant| fact("sheet-meant", plain(meant))).into_iter().collect();
    figures.push(fact("report-paid", plain(paid)));
    Some(Content {
        title: "sheet-hearing",
        figures,
        facts,
        blocks: Vec::new(),
        note: if federal_procedure(data.event.effective_on) {
            "sheet-note-hearing-federal"
        } else {
            "sheet-note-hearing"
        },
    })
}

/// From which budget a due line is granted: the year's own, or authority of an earlier one.
fn budget(authority: Option<FiscalYear>) -> Cell {
    match authority {
        Some(year) => Cell::Phrase(Phrase::new("sheet-authority").with("year", Cell::Year(year))),
        None => words("sheet-own-year"),
    }
}

const fn rules(rules: AuxiliaryRules) -> &'static str {
    match rules {
        AuxiliaryRules::AnbestGk => "auxiliary-rules-anbest-gk",
        AuxiliaryRules::AnbestP => "auxiliary-rules-anbest-p",
    }
}

const fn payment_mode(mode: PaymentMode) -> &'static str {
    match mode {
        PaymentMode::Advance => "payment-mode-advance",
        PaymentMode::PaidInvoices => "payment-mode-paid-invoices",
    }
}
