//! Sheets of notices and letters: grant, reminder of a proof, hearing.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::{Content, Fact, fact, lines};
use crate::domain::body::{
    AuxiliaryRules, CheckResult, Financing, GrantIssued, PaymentMode, ProofChecked,
};
use crate::domain::calendar::federal_procedure;
use crate::domain::{Body, Day, FiscalYear, Money, Stage, TitleKey};
use crate::report::part::{
    count, figures_column, financing, item, plain, said, sum, text, words, words_column,
};
use crate::report::{Block, Cell, Phrase, Table};
use crate::store::view::{GrantDetail, SheetData};

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
    facts.push(fact("sheet-own-share", plain(eligible - total - third)));
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
    let positive = meant.filter(|meant| meant.is_positive());
    let derived = positive.zip(body.settled_cents).map(|(meant, settled)| {
        let of = Derived { paid, claimed: paid - unclaimed, settled, meant };
        vec![
            Block::Heading(Phrase::new("sheet-derived")),
            Block::Table(derivation(data, grant, &of)),
        ]
    });
    Some(Content {
        title: "sheet-hearing",
        figures,
        facts,
        blocks: derived.unwrap_or_default(),
        note: if federal_procedure(data.event.effective_on) {
            "sheet-note-hearing-federal"
        } else {
            "sheet-note-hearing"
        },
    })
}

/// Amounts that the intended claim follows from.
struct Derived {
    paid: Money,
    /// What of it was claimed already, or came back.
    claimed: Money,
    settled: Money,
    meant: Money,
}

/// How the intended claim follows: expenditure of notice and proof, rate, what is due, what was
/// paid.
fn derivation(data: &SheetData, grant: &GrantDetail, of: &Derived) -> Table {
    let row = |label, value| item(vec![words(label), value]);
    let mut rows = vec![row("sheet-eligible-notice", plain(grant.eligible))];
    if let Some(Body::ProofReceived(proof)) = data.referred.as_ref().map(|event| &event.body) {
        rows.push(row("sheet-eligible-proof", plain(proof.eligible_cents)));
        let eligible = recognised(grant, proof.third_party_cents, of.settled);
        rows.extend(eligible.map(|amount| row("sheet-eligible-recognised", plain(amount))));
    }
    rows.extend(grant.quota_percent.map(|quota| row("sheet-quota", Cell::Percent(quota))));
    rows.push(row("report-granted", plain(grant.row.granted)));
    rows.push(row("report-paid", plain(of.paid)));
    if !of.claimed.is_zero() {
        rows.push(row("sheet-claimed-before", plain(-of.claimed)));
    }
    rows.push(row("sheet-settled", plain(-of.settled)));
    rows.push(sum(vec![words("sheet-meant"), plain(of.meant)]));
    Table {
        caption: Phrase::new("sheet-derived"),
        columns: vec![words_column("sheet-term", 12), figures_column("amount", 5)],
        rows,
    }
}

/// The eligible expenditure of which the settled amount is the share; `None` where the share was
/// rounded, or where the grant or funds of third parties bounded the amount instead.
fn recognised(grant: &GrantDetail, third_party: Money, settled: Money) -> Option<Money> {
    if grant.financing != Financing::Share || settled >= grant.row.granted {
        return None;
    }
    let whole = Decimal::from(settled.cents()).checked_mul(Decimal::ONE_HUNDRED)?;
    let cents = whole.checked_div(grant.quota_percent?)?;
    let exact = cents.fract().is_zero().then(|| cents.to_i64())??;
    Some(Money::from_cents(exact)).filter(|eligible| *eligible - third_party >= settled)
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
