//! Grants: notice, increase, reduction.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use rust_decimal::Decimal;

use super::budget::{known_title, known_year};
use super::check::{key, not_over, required, text};
use super::{Checked, Stop, application, everything, notice, on_day_of, year};
use crate::domain::body::{
    AuthorityReturn, DueLine, GrantIncreased, GrantIssued, GrantReduced, ReductionLine,
};
use crate::domain::entity::Grant;
use crate::domain::financing::{MissingQuota, highest_grant};
use crate::domain::refusal::Excess;
use crate::domain::{Account, Event, FileNumber, FiscalYear, Money, Refusal, Stage, TitleKey};
use crate::store::{Tx, query};

/// A notice: registered recipient, new file number, usable due lines.
pub fn issued(tx: &Tx<'_>, event: &Event, body: &GrantIssued) -> Checked {
    key("grant", body.grant.as_str(), 1)?;
    text("grant", body.grant.as_str(), 64)?;
    required("purpose", &body.purpose, 1)?;
    required("cash_reference", &body.cash_reference, 1)?;
    valid_territory(tx, event)?;
    let application = application::ready(tx, event, body)?;
    year::not_provisional(tx, event, body.urgent_reason.as_deref())?;
    if query::grant_state(tx, everything(tx), &body.grant)?.is_some() {
        return Err(Refusal::Taken { key: body.grant.to_string() }.into());
    }
    not_over(Some(body.period_until), event)?;
    due_lines(tx, event, &body.lines)?;
    let granted = body.lines.iter().map(|line| line.amount_cents).sum();
    let requested = application.received.requested_cents;
    if granted > requested {
        return Err(Refusal::MoreThanRequested { granted, requested }.into());
    }
    within_plan(tx, event, body, granted)
}

/// Only a territory that exists on the day gets new money; draws and payments of what was
/// granted go on after its end, for its successor.
pub fn valid_territory(tx: &Tx<'_>, event: &Event) -> Checked {
    let recipient = query::recipient_state(tx, on_day_of(tx, event), &event.recipient)?;
    let exists = recipient.is_some_and(|found| {
        found.valid_until.is_none_or(|until| until >= event.effective_on)
            && found.valid_from.is_none_or(|from| from <= event.effective_on)
    });
    if exists {
        Ok(())
    } else {
        Err(Refusal::UnknownRecipient { key: event.recipient.clone() }.into())
    }
}

/// No grant is higher than its financing allows (domain.md section 1.6): not above the eligible
/// expenditure less the funds of third parties, no share above its quota, no quota above that of
/// the guideline.
pub fn within_plan(tx: &Tx<'_>, event: &Event, issued: &GrantIssued, granted: Money) -> Checked {
    let eligible = issued.eligible_cents;
    positive(eligible)?;
    let third_party = issued.third_party_cents.unwrap_or_default();
    let total = issued.total_cents.unwrap_or(eligible);
    for amount in [third_party, total] {
        if amount.is_negative() || amount > Money::LIMIT {
            return Err(Refusal::AmountOutOfRange { amount }.into());
        }
    }
    if eligible > total {
        let of = Excess::Eligible;
        return Err(Refusal::MoreThanEligible { of, granted: eligible, eligible: total }.into());
    }
    if let Some(quota) = issued.quota_percent {
        percentage(quota)?;
        let highest = query::settings(tx, on_day_of(tx, event))?.highest_quota();
        if let Some(highest) = highest.filter(|highest| quota > *highest) {
            return Err(Refusal::QuotaAboveGuideline { quota, highest }.into());
        }
    }
    let (financing, quota) = (issued.financing, issued.quota_percent);
    let most = highest_grant(financing, quota, eligible, Money::ZERO, third_party)
        .map_err(|MissingQuota| Refusal::QuotaOutOfRange { quota: Decimal::ZERO })?;
    if granted <= most {
        return Ok(());
    }
    let uncovered = eligible - third_party;
    Err(match quota.filter(|_| granted <= uncovered) {
        Some(quota) => Refusal::MoreThanQuota { granted, quota, eligible }.into(),
        None => {
            Refusal::MoreThanEligible { of: Excess::Granted, granted, eligible: uncovered }.into()
        }
    })
}

/// An increase adds due lines to an own grant.
pub fn increased(tx: &Tx<'_>, event: &Event, body: &GrantIncreased) -> Checked {
    required("reason", &body.reason, 1)?;
    valid_territory(tx, event)?;
    let grant = own(tx, event, &body.grant)?;
    due_lines(tx, event, &body.lines)?;
    let more: Money = body.lines.iter().map(|line| line.amount_cents).sum();
    let granted = query::granted_in_force(tx, everything(tx), &body.grant)? + more;
    notice::still_open(tx, &body.grant)?;
    year::not_provisional(tx, event, Some(&body.reason))?;
    let mut issued = grant.issued;
    issued.eligible_cents = body.eligible_cents.unwrap_or(issued.eligible_cents);
    within_plan(tx, event, &issued, granted)
}

/// A reduction takes away what is not drawn yet, and names what becomes of its authority.
pub fn reduced(tx: &Tx<'_>, event: &Event, body: &GrantReduced) -> Checked {
    required("reason", &body.reason, 1)?;
    let grant = own(tx, event, &body.grant)?;
    distinct(body.lines.iter().map(|line| (&line.title, line.fiscal_year)), body.lines.len())?;
    for line in &body.lines {
        positive(line.amount_cents)?;
        known_title(tx, event, &line.title)?;
        known_year(line.fiscal_year)?;
        authority_named(tx, event, &body.grant, line)?;
    }
    let taken = body.lines.iter().map(|line| line.amount_cents).sum();
    lowered(tx, &grant, (body.eligible_cents, taken))
}

pub fn authority_named(
    tx: &Tx<'_>,
    event: &Event,
    grant: &FileNumber,
    line: &ReductionLine,
) -> Checked {
    let notice_year = FiscalYear(event.effective_on.year());
    let wrong = Refusal::AuthorityYearWrong { due_year: line.fiscal_year, notice_year };
    let fits = match (line.authority_year, line.authority_return) {
        (None, None) => !used_authority(tx, event, grant, (&line.title, line.fiscal_year))?,
        (Some(year), Some(AuthorityReturn::Free)) => year == notice_year,
        (Some(year), Some(AuthorityReturn::Lapsed)) => year < notice_year,
        _ => false,
    };
    if fits { Ok(()) } else { Err(wrong.into()) }
}

/// True when the due line rests on commitment authority of some budget year.
fn used_authority(
    tx: &Tx<'_>,
    event: &Event,
    grant: &FileNumber,
    line: (&TitleKey, FiscalYear),
) -> Result<bool, Stop> {
    let founded = query::programme(tx)?.founded_on.year();
    for budget_year in founded..line.1.0 {
        let years = (FiscalYear(budget_year), line.1);
        let account = Account {
            grant: Some(grant.clone()),
            ..Account::of_authority(Stage::VeUsed, line.0, years)
        };
        if query::lowest_from(tx, event.effective_on, &account)?.is_positive() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The grant exists on the event's day and belongs to the event's recipient (I18).
pub fn own(tx: &Tx<'_>, event: &Event, grant: &FileNumber) -> Result<Grant, Stop> {
    let Some(found) = query::grant_state(tx, on_day_of(tx, event), grant)? else {
        return Err(Refusal::UnknownGrant { grant: grant.clone() }.into());
    };
    if found.recipient != event.recipient {
        let (grant, recipient) = (grant.clone(), found.recipient);
        return Err(Refusal::OtherRecipient { grant, recipient }.into());
    }
    Ok(found)
}

pub fn due_lines(tx: &Tx<'_>, event: &Event, lines: &[DueLine]) -> Checked {
    distinct(lines.iter().map(|line| (&line.title, line.fiscal_year)), lines.len())?;
    let notice_year = FiscalYear(event.effective_on.year());
    for line in lines {
        positive(line.amount_cents)?;
        known_title(tx, event, &line.title)?;
        known_year(line.fiscal_year)?;
        if line.fiscal_year < notice_year {
            return Err(Refusal::YearUnusable { year: line.fiscal_year }.into());
        }
        let later = line.fiscal_year > notice_year;
        let fits = match line.authority_year {
            Some(year) => later && authority_lives(tx, event, &line.title, year)?,
            None => !later,
        };
        if !fits {
            let due_year = line.fiscal_year;
            return Err(Refusal::AuthorityYearWrong { due_year, notice_year }.into());
        }
    }
    Ok(())
}

/// Authority commits in its own budget year, and after it only until the next budget is voted
/// (§ 45 ThürLHO, domain.md section 2.2).
fn authority_lives(
    tx: &Tx<'_>,
    event: &Event,
    title: &TitleKey,
    year: FiscalYear,
) -> Result<bool, Stop> {
    let notice_year = FiscalYear(event.effective_on.year());
    if year >= notice_year {
        return Ok(year == notice_year);
    }
    let voted = Account::of_title(Stage::Appropriated, title, notice_year);
    Ok(query::balance_on(tx, on_day_of(tx, event), &voted)?.is_zero())
}

/// A reduction or claim may lower the eligible expenditure, to what is in force afterwards at
/// least.
pub fn lowered(tx: &Tx<'_>, grant: &Grant, (new, taken): (Option<Money>, Money)) -> Checked {
    let Some(new) = new else { return Ok(()) };
    positive(new)?;
    let eligible = grant.issued.eligible_cents;
    if new > eligible {
        return Err(
            Refusal::MoreThanEligible { of: Excess::Granted, granted: new, eligible }.into()
        );
    }
    let granted = query::granted_in_force(tx, everything(tx), &grant.issued.grant)? - taken;
    if granted > new {
        return Err(
            Refusal::MoreThanEligible { of: Excess::Granted, granted, eligible: new }.into()
        );
    }
    Ok(())
}

fn distinct<'a>(keys: impl Iterator<Item = (&'a TitleKey, FiscalYear)>, count: usize) -> Checked {
    let distinct: BTreeSet<_> = keys.collect();
    if count == 0 || distinct.len() != count {
        return Err(Refusal::LinesUnusable.into());
    }
    Ok(())
}

/// A percentage is above 0, at most 100, and has so many decimals as amounts can be computed with.
pub fn percentage(quota: Decimal) -> Checked {
    if is_rate(quota) && quota > Decimal::ZERO {
        Ok(())
    } else {
        Err(Refusal::QuotaOutOfRange { quota }.into())
    }
}

/// A rate in percent that amounts can be computed with: within 100, at most six decimals.
pub fn is_rate(percent: Decimal) -> bool {
    percent.abs() <= Decimal::ONE_HUNDRED && percent.normalize().scale() <= 6
}

/// An amount that moves is above zero and within the limit (I5).
pub fn positive(amount: Money) -> Checked {
    if amount.is_positive() && amount <= Money::LIMIT {
        Ok(())
    } else {
        Err(Refusal::AmountOutOfRange { amount }.into())
    }
}
