//! Grants: notice, increase, reduction.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use rust_decimal::Decimal;

use super::budget::{known_title, known_year};
use super::check::{key, required, text};
use super::{Checked, Stop, everything};
use crate::domain::body::{
    AuthorityReturn, DueLine, GrantIncreased, GrantIssued, GrantReduced, ReductionLine,
};
use crate::domain::entity::Grant;
use crate::domain::{Account, Event, FileNumber, FiscalYear, Money, Refusal, Stage, TitleKey};
use crate::store::{Tx, query};

/// A notice: registered recipient, new file number, usable due lines.
pub fn issued(tx: &Tx<'_>, event: &Event, body: &GrantIssued) -> Checked {
    key("grant", body.grant.as_str(), 1)?;
    text("grant", body.grant.as_str(), 64)?;
    required("purpose", &body.purpose, 1)?;
    required("cash_reference", &body.cash_reference, 1)?;
    valid_territory(tx, event)?;
    if query::grant_state(tx, everything(tx), &body.grant)?.is_some() {
        return Err(Refusal::Taken { key: body.grant.to_string() }.into());
    }
    if body.period_until < event.effective_on {
        return Err(Refusal::DateUnusable { day: body.period_until }.into());
    }
    if let Some(quota) = body.quota_percent
        && (quota <= Decimal::ZERO || quota > Decimal::ONE_HUNDRED)
    {
        return Err(Refusal::QuotaOutOfRange { quota }.into());
    }
    due_lines(tx, event, &body.lines)?;
    let granted = body.lines.iter().map(|line| line.amount_cents).sum();
    within_eligible(granted, body.eligible_cents, body.quota_percent)
}

/// Only a territory that exists on the day gets new money; draws and payments of what was
/// granted go on after its end, for its successor.
fn valid_territory(tx: &Tx<'_>, event: &Event) -> Checked {
    let mut times = everything(tx);
    times.as_of = event.effective_on;
    let recipient = query::recipient_state(tx, times, &event.recipient)?;
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

/// No grant is higher than the eligible expenditure, and no share higher than its quota of it
/// (domain.md section 1.6); compared exactly, nothing is rounded.
fn within_eligible(granted: Money, eligible: Money, quota: Option<Decimal>) -> Checked {
    positive(eligible)?;
    if granted > eligible {
        return Err(Refusal::MoreThanEligible { granted, eligible }.into());
    }
    if let Some(quota) = quota {
        let share = quota.checked_mul(Decimal::from(eligible.cents()));
        let asked = Decimal::from(granted.cents()).checked_mul(Decimal::ONE_HUNDRED);
        if asked > share {
            return Err(Refusal::MoreThanQuota { granted, quota, eligible }.into());
        }
    }
    Ok(())
}

/// An increase adds due lines to an own grant.
pub fn increased(tx: &Tx<'_>, event: &Event, body: &GrantIncreased) -> Checked {
    required("reason", &body.reason, 1)?;
    valid_territory(tx, event)?;
    let grant = own(tx, event, &body.grant)?;
    due_lines(tx, event, &body.lines)?;
    let more: Money = body.lines.iter().map(|line| line.amount_cents).sum();
    let granted = query::granted_in_force(tx, everything(tx), &body.grant)? + more;
    let eligible = body.eligible_cents.unwrap_or(grant.issued.eligible_cents);
    within_eligible(granted, eligible, grant.issued.quota_percent)
}

/// A reduction takes away what is not drawn yet, and names what becomes of its authority.
pub fn reduced(tx: &Tx<'_>, event: &Event, body: &GrantReduced) -> Checked {
    required("reason", &body.reason, 1)?;
    own(tx, event, &body.grant)?;
    distinct(body.lines.iter().map(|line| (&line.title, line.fiscal_year)), body.lines.len())?;
    for line in &body.lines {
        positive(line.amount_cents)?;
        known_title(tx, event, &line.title)?;
        authority_named(tx, event, &body.grant, line)?;
    }
    Ok(())
}

fn authority_named(
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
        let account = Account {
            stage: Stage::VeUsed,
            title: line.0.clone(),
            fiscal_year: FiscalYear(budget_year),
            due_year: Some(line.1),
            grant: Some(grant.clone()),
            recipient: None,
        };
        if query::lowest_from(tx, event.effective_on, &account)?.is_positive() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The grant exists on the event's day and belongs to the event's recipient (I18).
pub fn own(tx: &Tx<'_>, event: &Event, grant: &FileNumber) -> Result<Grant, Stop> {
    let mut times = everything(tx);
    times.as_of = event.effective_on;
    let Some(found) = query::grant_state(tx, times, grant)? else {
        return Err(Refusal::UnknownGrant { grant: grant.clone() }.into());
    };
    if found.recipient != event.recipient {
        let (grant, recipient) = (grant.clone(), found.recipient);
        return Err(Refusal::OtherRecipient { grant, recipient }.into());
    }
    Ok(found)
}

fn due_lines(tx: &Tx<'_>, event: &Event, lines: &[DueLine]) -> Checked {
    distinct(lines.iter().map(|line| (&line.title, line.fiscal_year)), lines.len())?;
    let notice_year = FiscalYear(event.effective_on.year());
    for line in lines {
        positive(line.amount_cents)?;
        known_title(tx, event, &line.title)?;
        known_year(line.fiscal_year)?;
        let later = line.fiscal_year > notice_year;
        let fits = match line.authority_year {
            Some(year) => later && year <= notice_year,
            None => !later,
        };
        if !fits {
            let due_year = line.fiscal_year;
            return Err(Refusal::AuthorityYearWrong { due_year, notice_year }.into());
        }
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

/// An amount that moves is above zero and within the limit (I5).
pub fn positive(amount: Money) -> Checked {
    if amount.is_positive() && amount <= Money::LIMIT {
        Ok(())
    } else {
        Err(Refusal::AmountOutOfRange { amount }.into())
    }
}
