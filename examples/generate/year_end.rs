//! The end of each fiscal year: the cash office closes its books, what is left lapses.

use std::collections::BTreeMap;

use foerderbuch::domain::body::{
    AuthorityLapsed, BooksClosed, FundsLapsed, LapsingStage, TitleAmount, YearSettled,
};
use foerderbuch::domain::event::Draft;
use foerderbuch::domain::{Body, Day, FiscalYear, Money, TitleKey};

use super::programme::{Pot, Script, YEARS, after, day};

/// Day on which the books of a year are closed.
pub fn closing(year: i32) -> Day {
    after(day(year + 1, 1, 31), 0)
}

/// Adds the ends of all years that are over; they follow from what the script books before.
pub fn write(script: &mut Script, pot: &Pot) {
    for year in YEARS.0..YEARS.1 {
        let (actual, returned) = actual_of(script, year);
        let closing = closing(year);
        let amounts = actual.iter().map(|(title, amount)| TitleAmount {
            title: title.clone(),
            amount_cents: Money::from_cents(*amount),
        });
        let fiscal_year = FiscalYear(year);
        let closed = BooksClosed { fiscal_year, actual: amounts.collect(), source: None };
        let voucher = format!("Landeshauptkasse, Jahresabschluss {year}");
        script.first_of_day(closing, voucher.clone(), Body::BooksClosed(closed));
        let lapsing = after(closing, 7);
        script.first_of_day(after(lapsing, 7), voucher.clone(), settled(fiscal_year));
        for ((title, of), left) in &pot.money {
            let title = TitleKey::new(*title);
            let left = left + returned.get(&title).copied().unwrap_or_default();
            if *of == year && left > 0 {
                let body = FundsLapsed {
                    title,
                    fiscal_year,
                    stage: LapsingStage::Available,
                    amount_cents: Money::from_cents(left),
                    source: None,
                };
                script.first_of_day(lapsing, voucher.clone(), Body::FundsLapsed(body));
            }
        }
        for ((title, budget, due), left) in &pot.authority {
            if *budget == year && *left > 0 {
                let body = AuthorityLapsed {
                    title: TitleKey::new(*title),
                    budget_year: fiscal_year,
                    due_year: FiscalYear(*due),
                    amount_cents: Money::from_cents(*left),
                    source: None,
                };
                script.first_of_day(lapsing, voucher.clone(), Body::AuthorityLapsed(body));
            }
        }
    }
}

fn settled(fiscal_year: FiscalYear) -> Body {
    Body::YearSettled(YearSettled { fiscal_year, source: None })
}

type ByTitle = BTreeMap<TitleKey, i64>;

/// What was paid of a year by title, and what of it came back before its books closed.
fn actual_of(script: &Script, year: i32) -> (ByTitle, ByTitle) {
    let (mut actual, mut returned) = (ByTitle::new(), ByTitle::new());
    let before = |draft: &&Draft| draft.effective_on < closing(year);
    for draft in script.drafts().filter(before) {
        let (line, sign) = match &draft.body {
            Body::PaymentConfirmed(body) => (&body.line, 1),
            Body::PaymentReturned(body) => (&body.line, -1),
            Body::ClaimRepaid(body) if body.revenue_year.is_none() => (&body.line, -1),
            _ => continue,
        };
        if line.fiscal_year.0 != year {
            continue;
        }
        let amount = sign * line.amount_cents.cents();
        *actual.entry(line.title.clone()).or_default() += amount;
        if matches!(draft.body, Body::ClaimRepaid(_)) {
            *returned.entry(line.title.clone()).or_default() -= amount;
        }
    }
    (actual, returned)
}
