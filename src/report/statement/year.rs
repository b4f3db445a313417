//! A statement of one fiscal year: who closes a year compares its amounts alone.

use crate::domain::{FiscalYear, Money};
use crate::store::view::{GrantDetail, StatementData, Sums};

/// What is due in the year, was paid for it, and is owed on its payments; grants without any of it
/// are left out.
///
/// A payment belongs to the fiscal year of its order (§ 72 ThürLHO), whatever the day on which the
/// cash office carried it out.
pub(super) fn of_year(mut data: StatementData, year: FiscalYear) -> StatementData {
    for owed in data.owed.values_mut() {
        owed.claims.retain(|claim| claim.year == year);
        owed.interest.retain(|interest| interest.year == year);
    }
    for grant in &mut data.detail.grants {
        narrow(grant, year);
    }
    let owed = &data.owed;
    data.detail.grants.retain(|grant| {
        let owed = owed.get(&grant.row.grant);
        let owes = owed.is_some_and(|it| !it.claims.is_empty() || !it.interest.is_empty());
        !grant.lines.is_empty() || owes
    });
    let row = &mut data.detail.row;
    row.granted = data.detail.grants.iter().map(|grant| grant.row.granted).sum();
    row.sums = Sums::default();
    for grant in &data.detail.grants {
        row.sums.add(&grant.row.sums);
    }
    data
}

fn narrow(grant: &mut GrantDetail, year: FiscalYear) {
    grant.lines.retain(|line| line.fiscal_year == year);
    grant.row.granted = grant.lines.iter().map(|line| line.granted).sum::<Money>();
    grant.row.sums = Sums::default();
    for line in &grant.lines {
        grant.row.sums.add(&line.sums);
    }
}
