//! The due lines of grants: what an event changes of what is *bewilligt*.

use super::body::{DueLine, LineAmount, ReductionLine};
use super::{Body, Event, FileNumber, FiscalYear, Money, TitleKey};

/// The signed change of a due line that an event brings (*Bewilligt in force*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineChange {
    /// File number.
    pub grant: FileNumber,
    /// Title of the due line.
    pub title: TitleKey,
    /// Fiscal year of the due line.
    pub fiscal_year: FiscalYear,
    /// Budget year of the authority used, for a line due after the notice's year.
    pub authority_year: Option<FiscalYear>,
    /// Signed change in cents.
    pub amount: Money,
}

/// The changes of due lines that an event brings; a reversal negates those of `referred`.
#[must_use]
pub fn line_changes(event: &Event, referred: Option<&Event>) -> Vec<LineChange> {
    match &event.body {
        Body::GrantIssued(b) => b.lines.iter().map(|line| added(&b.grant, line)).collect(),
        Body::GrantIncreased(b) => b.lines.iter().map(|line| added(&b.grant, line)).collect(),
        Body::GrantReduced(b) => b.lines.iter().map(|line| taken(&b.grant, line)).collect(),
        Body::DueShifted(b) => vec![taken(&b.grant, &b.from), added(&b.grant, &b.to)],
        Body::CommitmentRestored(b) => {
            let back = LineChange { fiscal_year: b.from_year, ..added(&b.grant, &b.line) };
            vec![
                LineChange { amount: -back.amount, authority_year: None, ..back },
                added(&b.grant, &b.line),
            ]
        }
        Body::CarryOverFormed(b) => b.grant.as_ref().map_or_else(Vec::new, |grant| {
            let at = |fiscal_year, amount| LineChange {
                grant: grant.clone(),
                title: b.title.clone(),
                fiscal_year,
                authority_year: None,
                amount,
            };
            let next = FiscalYear(b.fiscal_year.0 + 1);
            vec![at(b.fiscal_year, -b.amount_cents), at(next, b.amount_cents)]
        }),
        Body::ClaimRaised(b) => vec![claimed(&b.line, -b.line.amount_cents)],
        Body::ClaimAnnulled(b) => vec![claimed(&b.line, b.line.amount_cents)],
        Body::Reversed(_) => referred.map_or_else(Vec::new, |original| {
            let mut changes = line_changes(original, None);
            for change in &mut changes {
                change.amount = -change.amount;
            }
            changes
        }),
        _ => Vec::new(),
    }
}

fn added(grant: &FileNumber, line: &DueLine) -> LineChange {
    LineChange {
        grant: grant.clone(),
        title: line.title.clone(),
        fiscal_year: line.fiscal_year,
        authority_year: line.authority_year,
        amount: line.amount_cents,
    }
}

fn taken(grant: &FileNumber, line: &ReductionLine) -> LineChange {
    LineChange {
        grant: grant.clone(),
        title: line.title.clone(),
        fiscal_year: line.fiscal_year,
        authority_year: line.authority_year,
        amount: -line.amount_cents,
    }
}

fn claimed(line: &LineAmount, amount: Money) -> LineChange {
    LineChange {
        grant: line.grant.clone(),
        title: line.title.clone(),
        fiscal_year: line.fiscal_year,
        authority_year: None,
        amount,
    }
}
