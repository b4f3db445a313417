//! Random lives of a programme: whatever is accepted, the invariants hold; and a list that only
//! adds up says the same sums as the ledger.

use std::collections::BTreeMap;

use foerderbuch::domain::body::*;
use foerderbuch::domain::case::left;
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::rule::Role;
use foerderbuch::domain::{Body, Kind, Money, Seq, Stage};
use foerderbuch::store::query;
use foerderbuch::store::view::GroupBy;
use proptest::prelude::*;

use super::table::{Table, draft, issued, line_amount, money, vote};

/// A step: what, on which of the earlier entries, how much, on which day.
type Step = (u8, prop::sample::Index, u8, u8);

/// What the naive list remembers of an accepted entry: signed cents that it adds to the sums.
#[derive(Default)]
struct List {
    entries: BTreeMap<Seq, [i64; 4]>,
}

const GRANTED: usize = 0;
const REQUESTED: usize = 1;
const ORDERED: usize = 2;
const ACTUAL: usize = 3;

impl List {
    fn sum(&self, column: usize) -> Money {
        Money::from_cents(self.entries.values().map(|entry| entry[column]).sum())
    }
}

/// Effect of a draft on the four sums, without stage accounts.
fn effect(body: &Body) -> [i64; 4] {
    let cents = body.amount().unwrap_or_default().cents();
    let mut sums = [0; 4];
    match body {
        Body::GrantIssued(_) | Body::GrantIncreased(_) | Body::GrantReduced(_) => {
            sums[GRANTED] = cents;
        }
        Body::DrawRequested(_) => sums[REQUESTED] = cents,
        Body::PaymentOrdered(_) => (sums[REQUESTED], sums[ORDERED]) = (-cents, cents),
        Body::OrderCancelled(_) => (sums[REQUESTED], sums[ORDERED]) = (cents, -cents),
        Body::PaymentConfirmed(_) => (sums[ORDERED], sums[ACTUAL]) = (-cents, cents),
        Body::PaymentReturned(_) => (sums[ACTUAL], sums[REQUESTED]) = (-cents, cents),
        Body::ClaimRaised(_) => sums[GRANTED] = -cents,
        Body::ClaimRepaid(_) => sums[ACTUAL] = -cents,
        _ => {}
    }
    sums
}

/// What a step refers to; a correction to anything.
fn refers_to(what: u8, size: u8) -> Option<Kind> {
    match what {
        3 | 4 => Some(Kind::DrawRequested),
        5..=7 => Some(Kind::PaymentOrdered),
        8 => Some(Kind::PaymentConfirmed),
        9 if size.is_multiple_of(2) => Some(Kind::PaymentConfirmed),
        9 => Some(Kind::ClaimRaised),
        _ => None,
    }
}

fn proposal(table: &Table, step: &Step, booked: &[(Seq, Draft)]) -> Option<(Draft, Option<Seq>)> {
    let (what, on, size, day) = step;
    let cents = Money::from_cents(10_000 * i64::from(1 + size % 3));
    let kind = refers_to(what % 11, *size);
    let fitting: Vec<_> = booked
        .iter()
        .filter(|(_, draft)| kind.is_none_or(|kind| draft.body.kind() == kind))
        .collect();
    let referred = (!fitting.is_empty()).then(|| (*on.get(&fitting)).clone());
    // Close to what it refers to, so that most steps are only refused for their amounts.
    let first = super::table::day("2020-03-01") + chrono::Days::new(u64::from(day % 40));
    let on_day = referred
        .as_ref()
        .map_or(first, |(_, draft)| draft.effective_on + chrono::Days::new(u64::from(day % 3)));
    let day_of = on_day.to_string();
    let whole = matches!(what % 11, 5..=7) || size % 3 == 0;
    let line = |seq: &(Seq, Draft)| {
        let mut line = seq.1.body.line().cloned()?;
        if !whole {
            line.amount_cents = cents;
        }
        Some(line)
    };
    let reason = || "ein genannter Grund".to_owned();
    let (who, recipient, body, reference) = match what % 11 {
        0 => ("Kern", "", vote("2020", &format!("{},00", size % 40 + 1)), None),
        1 => ("Roth", "16066", issued(&format!("G{}", size % 3), &["2020:3000,00"]), None),
        2 => {
            let line = line_amount(&format!("G{}", size % 3), 2020, cents);
            (
                "Weber",
                "16066",
                Body::DrawRequested(DrawRequested { line, need: None, source: None }),
                None,
            )
        }
        10 => {
            let referred = referred?;
            let body = Body::Reversed(Reversed { reason: reason() });
            let who = match referred.1.body.kind().roles() {
                [Role::Approver] => "Roth",
                [Role::BudgetOfficer] => "Kern",
                _ => "Weber",
            };
            let mut draft = draft(&referred.1.effective_on.to_string(), who, "", body);
            draft.recipient = referred.1.recipient.clone();
            draft.reference = Some(Reference::Entry(referred.0));
            return Some((draft, Some(referred.0)));
        }
        _ => {
            let referred = referred?;
            let line = line(&referred)?;
            let account = query::bank_accounts(
                &table.ledger,
                table.times(),
                &foerderbuch::domain::RecipientKey::new("16066"),
            )
            .unwrap();
            let body = moved(what % 11, size % 2 == 1, line, account.first()?.seq);
            let who = if body.kind().roles() == [Role::Approver] { "Roth" } else { "Lang" };
            (who, "16066", body, Some(referred.0))
        }
    };
    let mut draft = draft(&day_of, who, recipient, body);
    draft.reference = reference.map(Reference::Entry);
    Some((draft, None))
}

fn moved(what: u8, repay: bool, line: LineAmount, bank_account: Seq) -> Body {
    let reason = "ein genannter Grund".to_owned();
    match what {
        3 | 4 => Body::PaymentOrdered(PaymentOrdered {
            line,
            bank_account,
            payment_text: "RATE".into(),
            milestone: None,
            source: None,
        }),
        5 => Body::OrderCancelled(OrderCancelled { line, reason, source: None }),
        6 | 7 => Body::PaymentConfirmed(PaymentConfirmed { line, source: None }),
        8 => Body::PaymentReturned(PaymentReturned { line, held: false, reason, source: None }),
        9 if repay => {
            Body::ClaimRepaid(ClaimRepaid { line, revenue_year: None, set_off: None, source: None })
        }
        _ => Body::ClaimRaised(ClaimRaised {
            line,
            reason,
            ground: None,
            due_on: super::table::day("2021-12-31"),
            legal_effect_on: None,
            eligible_cents: None,
            source: None,
        }),
    }
}

fn check(table: &Table, list: &List) -> Result<(), TestCaseError> {
    let total = query::balance(&table.ledger, table.times(), GroupBy::Stage).unwrap().total;
    prop_assert_eq!(total.granted, list.sum(GRANTED));
    prop_assert_eq!(total.sums.at(Stage::Requested), list.sum(REQUESTED));
    prop_assert_eq!(total.sums.at(Stage::Ordered), list.sum(ORDERED));
    prop_assert_eq!(total.sums.actual(), list.sum(ACTUAL));
    prop_assert!(total.sums.at(Stage::Appropriated) <= money("30000,00"));
    for grant in query::grants(&table.ledger, table.times()).unwrap() {
        let events = query::grant_events(&table.ledger, table.times(), &grant.grant).unwrap();
        for (seq, left) in left(&events) {
            prop_assert!(!left.is_negative(), "entry {} has {} left", seq, left);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_is_accepted_the_sums_and_invariants_hold(
        steps in prop::collection::vec(any::<Step>(), 40..90)
    ) {
        let mut table = Table::new();
        let mut list = List::default();
        let mut booked: Vec<(Seq, Draft)> = Vec::new();
        for step in &steps {
            if step.2 % 7 == 0 {
                table.run("2020-02-01 | | new account | ok");
            }
            let Some((draft, reversed)) = proposal(&table, step, &booked) else { continue };
            let Ok(draft) = table.prepared(draft) else { continue };
            let before = table.ledger.head();
            match table.book(&draft) {
                Ok(seq) => {
                    if draft.body.kind() == Kind::GrantIssued {
                        table.announced(&draft, seq).unwrap();
                    }
                    list.entries.insert(seq, effect(&draft.body));
                    if let Some(original) = reversed {
                        list.entries.remove(&original);
                        booked.retain(|(seq, _)| *seq != original);
                    } else if draft.body.kind() != Kind::AppropriationVoted {
                        booked.push((seq, draft));
                    }
                }
                Err(code) => {
                    prop_assert!(code != "X01", "the database had to refuse {:?}", draft);
                    prop_assert_eq!(table.ledger.head(), before);
                }
            }
            check(&table, &list)?;
        }
        prop_assert!(table.ledger.verify_deep().unwrap().is_empty());
    }
}
