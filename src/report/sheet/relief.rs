//! Sheets of what lowers, puts off or waives what the recipient owes: annulment of a claim,
//! *Stundung*, *Niederschlagung*, *Erlass*.

use super::{Content, Fact, cash_reference, fact, revenue};
use crate::domain::body::{
    ClaimAnnulled, ClaimDeferred, ClaimWaived, Deferral, InterestKind, InterestWaived, LineAmount,
};
use crate::domain::calendar::federal_procedure;
use crate::domain::{Body, Day, Money};
use crate::report::claims::ground;
use crate::report::part::{number, plain, text, words};
use crate::report::{Cell, Phrase};
use crate::store::view::SheetData;

/// *Aufhebung*: what is no longer claimed, of which claim, and what is granted again.
pub(super) fn annulled(data: &SheetData, body: &ClaimAnnulled) -> Content {
    let mut facts = of_claim(data, &body.reason);
    facts.extend(data.grant.as_ref().map(|it| fact("sheet-granted-then", plain(it.row.granted))));
    facts.extend(charged_to(data, &body.line));
    Content {
        title: "sheet-annulment",
        figures: decided(data, "claims-column-annulled", body.line.amount_cents),
        facts,
        blocks: Vec::new(),
        note: "sheet-note-annulment",
    }
}

/// *Erlass* of a claim: what is given up for good.
pub(super) fn waived(data: &SheetData, body: &ClaimWaived) -> Content {
    let mut facts = of_claim(data, &body.reason);
    facts.extend(charged_to(data, &body.line));
    Content {
        title: "sheet-waiver",
        figures: decided(data, "claims-column-waived", body.line.amount_cents),
        facts,
        blocks: Vec::new(),
        note: "sheet-note-waiver",
    }
}

/// *Stundung* or *Niederschlagung*: what stays owed, and until when nobody asks for it.
pub(super) fn deferred(data: &SheetData, body: &ClaimDeferred) -> Content {
    let (title, amount, note) = match body.manner {
        Deferral::Deferred => ("sheet-deferral", "sheet-deferred", "sheet-note-deferral"),
        Deferral::Suspended => ("sheet-suspension", "sheet-suspended", "sheet-note-suspension"),
    };
    let left = data.claim.as_ref().map_or(Cell::Nil, |claim| plain(claim.left));
    let mut figures = vec![fact(amount, left)];
    figures.extend(body.until.map(|day| fact("sheet-deferred-until", Cell::Day(day))));
    figures.push(decided_on(data.event.effective_on));
    let mut facts = of_claim(data, &body.reason);
    facts.extend(cash_reference(data));
    Content { title, figures, facts, blocks: Vec::new(), note }
}

/// *Erlass* of interest.
pub(super) fn interest_waived(data: &SheetData, body: &InterestWaived) -> Content {
    let kind = match body.interest {
        InterestKind::Reclaim => "interest-kind-reclaim",
        InterestKind::Delay => "interest-kind-delay",
    };
    let mut facts =
        vec![fact("sheet-reason", text(&body.reason)), fact("claims-column-kind", words(kind))];
    if let Some(assessed) = &data.assessed {
        facts.push(fact("sheet-interest-entry", number(assessed.seq)));
        facts.push(fact("claims-column-on", Cell::Day(assessed.on)));
        facts.push(fact("sheet-assessed", plain(assessed.amount)));
        facts.push(fact("sheet-left-then", plain(assessed.left)));
        facts.push(fact("claims-column-due", Cell::Day(assessed.due_on)));
    }
    let (title, year) = (&body.charge.title, body.charge.fiscal_year);
    let due = ("sheet-revenue-year", year);
    facts.extend(revenue(data, title, due, "sheet-revenue-title-ordered"));
    facts.extend(cash_reference(data));
    Content {
        title: "sheet-interest-waiver",
        figures: decided(data, "claims-column-waived", body.charge.amount_cents),
        facts,
        blocks: Vec::new(),
        note: if federal_procedure(data.event.effective_on) {
            "sheet-note-interest-waiver-federal"
        } else {
            "sheet-note-interest-waiver"
        },
    }
}

fn decided(data: &SheetData, label: &'static str, amount: Money) -> Vec<Fact> {
    vec![fact(label, plain(amount)), decided_on(data.event.effective_on)]
}

const fn decided_on(day: Day) -> Fact {
    (Phrase::new("sheet-decided-on"), Cell::Day(day))
}

/// Why, of which claim, and what of it is left.
fn of_claim(data: &SheetData, reason: &str) -> Vec<Fact> {
    let mut facts = vec![fact("sheet-reason", text(reason))];
    if let Some(claim) = &data.claim {
        facts.push(fact("sheet-claim-entry", number(claim.seq)));
        facts.push(fact("claims-column-on", Cell::Day(claim.on)));
        let of = claim.ground.map(|it| fact("claims-column-ground", ground(it, claim.on)));
        facts.extend(of);
        facts.push(fact("claims-amount", plain(claim.amount)));
        facts.push(fact("sheet-left-then", plain(claim.left)));
        // A deferral put the day off; that of the notice is told, too.
        if let Some(Body::ClaimRaised(raised)) = data.referred.as_ref().map(|event| &event.body)
            && raised.due_on != claim.due_on
        {
            facts.push(fact("sheet-first-due", Cell::Day(raised.due_on)));
        }
        facts.push(fact("claims-column-due", Cell::Day(claim.due_on)));
    }
    facts
}

fn charged_to(data: &SheetData, line: &LineAmount) -> Vec<Fact> {
    let (title, year) = (&line.title, line.fiscal_year);
    let spent = ("sheet-spent-year", year);
    let mut facts = revenue(data, title, spent, "sheet-revenue-title-ordered");
    facts.extend(cash_reference(data));
    facts
}
