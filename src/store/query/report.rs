//! What the reports R2 to R7 need, each read in one go.

use std::collections::BTreeMap;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{
    AreaData, AreaLine, AreaRow, AreaSums, Areas, BudgetData, CaseData, CaseLine, CaseRow,
    ClaimData, PaidBeyond, ProofData, ProofLine, RecipientRow, ReportFrame, ReturnRow, Sums, Times,
};
use super::case::is_undecided;
use super::entity::entities;
use super::overview::{areas, years};
use super::sheet::interest as assessed;
use super::total::{Amounts, Per, amounts_by, sums_by};
use super::{
    budget, case_detail, cases, deadlines, events_of_kinds, head_at, planning, programme, read,
    recipients, reconciled_until, settings, sort_key, title_years,
};
use crate::domain::body::ProofKind;
use crate::domain::deadline::{DeadlineKind, final_proof_due, interim_proof_due};
use crate::domain::entity::{EntityKind, EntityState, Grant};
use crate::domain::setting::Settings;
use crate::domain::{
    Body, Day, Event, FileNumber, FiscalYear, Kind, Money, RecipientKey, fiscal, territory,
};

/// What every report says of itself.
///
/// # Errors
/// When the file cannot be read.
pub fn report_frame(from: &impl Readable, times: Times) -> Result<ReportFrame, StoreError> {
    Ok(ReportFrame { programme: programme(from)?, times, head: head_at(from, times.known)? })
}

/// The fiscal year of a report: the one wanted if the programme has it, otherwise that of the
/// Stichtag as far as the programme runs; `None` for a year that it does not have.
///
/// # Errors
/// When the file cannot be read.
pub fn report_year(
    from: &impl Readable,
    times: Times,
    wanted: Option<FiscalYear>,
) -> Result<Option<FiscalYear>, StoreError> {
    let rows = years(from, times)?.rows;
    let known = rows.iter().filter_map(|row| row.key.parse().ok().map(FiscalYear));
    Ok(fiscal::report_year(known, times.as_of, wanted))
}

/// Amounts in force and per stage by a column, for one fiscal year.
struct OfYear {
    year: FiscalYear,
    amounts: BTreeMap<String, Amounts>,
}

impl OfYear {
    fn read(
        from: &impl Readable,
        times: Times,
        (year, per): (FiscalYear, Per),
    ) -> Result<Self, StoreError> {
        Ok(Self { year, amounts: read(from, |conn| amounts_by(conn, times, per))? })
    }

    fn of(&self, key: &str) -> Amounts {
        self.amounts.get(&format!("{} {key}", self.year.0)).cloned().unwrap_or_default()
    }
}

/// Everything that report R2 says.
///
/// # Errors
/// When the file cannot be read.
pub fn area_data(
    from: &impl Readable,
    times: Times,
    year: FiscalYear,
) -> Result<AreaData, StoreError> {
    let (recipients, cases) = (recipients(from, times)?, cases(from, times)?);
    let of_year = OfYear::read(from, times, (year, Per::YearRecipient))?;
    let undecided: Vec<CaseRow> = cases.iter().filter(|case| is_undecided(case)).cloned().collect();
    let mut grants: BTreeMap<RecipientKey, usize> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.issued_on.is_some()) {
        let lies = territory::of(&case.recipient, times.as_of);
        let area = lies.map_or_else(|| case.recipient.clone(), territory::Territory::recipient);
        *grants.entry(area).or_default() += 1;
    }
    let whole = areas(times.as_of, &recipients, &undecided, |key| grants.contains_key(key));
    let in_year: Vec<RecipientRow> = recipients
        .into_iter()
        .map(|row| {
            let of_year = of_year.of(row.key.as_str());
            RecipientRow { granted: of_year.granted(), sums: of_year.sums, ..row }
        })
        .collect();
    let in_year = areas(times.as_of, &in_year, &[], |_| false);
    let lines = |whole: Vec<AreaRow>, in_year: &[AreaRow]| -> Vec<AreaLine> {
        let line = |area: AreaRow| AreaLine {
            of_year: of(in_year, &area.key),
            grants: grants.get(&area.key).copied().unwrap_or_default(),
            area,
        };
        whole.into_iter().map(line).collect()
    };
    let Areas { tiles, rest } = whole;
    Ok(AreaData {
        frame: report_frame(from, times)?,
        year,
        counties: lines(tiles, &in_year.tiles),
        others: lines(rest, &in_year.rest),
        reconciled_until: reconciled_until(from, times)?,
        beyond: paid_beyond(from, times)?,
    })
}

/// What stays in the *Ist* and is not granted besides, in the whole programme.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn paid_beyond(from: &impl Readable, times: Times) -> Result<PaidBeyond, StoreError> {
    let kinds =
        [Kind::ClaimRaised, Kind::ClaimAnnulled, Kind::ClaimRepaid, Kind::CommitmentRestored];
    let mut beyond = PaidBeyond::default();
    for event in events_of_kinds(from, times, &kinds)? {
        match &event.body {
            Body::ClaimRaised(body) => beyond.claimed += body.line.amount_cents,
            Body::ClaimAnnulled(body) => beyond.claimed -= body.line.amount_cents,
            Body::ClaimRepaid(body) if body.revenue_year.is_none() => {
                beyond.claimed -= body.line.amount_cents;
            }
            Body::CommitmentRestored(body) => beyond.regranted += body.line.amount_cents,
            _ => {}
        }
    }
    Ok(beyond)
}

fn of(rows: &[AreaRow], key: &RecipientKey) -> AreaSums {
    rows.iter().find(|row| row.key == *key).map(|row| row.sums).unwrap_or_default()
}

/// Everything that report R3 says.
///
/// # Errors
/// When the file cannot be read.
pub fn case_data(
    from: &impl Readable,
    times: Times,
    year: FiscalYear,
) -> Result<CaseData, StoreError> {
    let of_year = OfYear::read(from, times, (year, Per::YearGrant))?;
    let mut sums = read(from, |conn| sums_by(conn, times, Per::Grant))?;
    let mut notices: BTreeMap<FileNumber, Money> = BTreeMap::new();
    for event in events_of_kinds(from, times, &[Kind::GrantIssued])? {
        if let (Some(grant), Some(amount)) = (event.body.grant(), event.body.amount()) {
            notices.insert(grant.clone(), amount);
        }
    }
    let mut due: BTreeMap<FileNumber, Day> = BTreeMap::new();
    for row in deadlines(from, times)? {
        if let (DeadlineKind::FinalProof, Some(grant)) = (row.kind, row.grant) {
            due.insert(grant, row.due_on);
        }
    }
    let line = |case: CaseRow| {
        let key = case.grant.as_str();
        let of_year = of_year.of(key);
        CaseLine {
            of_notice: notices.get(&case.grant).copied(),
            proof_due_on: due.get(&case.grant).copied(),
            sums: sums.remove(key).unwrap_or_default(),
            granted_of_year: of_year.granted(),
            actual_of_year: of_year.sums.actual(),
            case,
        }
    };
    let mut rows: Vec<CaseLine> = cases(from, times)?.into_iter().map(line).collect();
    rows.sort_by_cached_key(|line| {
        let case = &line.case;
        (case.recipient_type, sort_key(&case.recipient_name), case.grant.clone())
    });
    let beyond = paid_beyond(from, times)?;
    Ok(CaseData {
        frame: report_frame(from, times)?,
        year,
        rows,
        reconciled_until: reconciled_until(from, times)?,
        beyond,
    })
}

/// Everything that report R5 says: what is expected, what was handed in, what was checked.
///
/// # Errors
/// When the file cannot be read.
pub fn proof_data(from: &impl Readable, times: Times) -> Result<ProofData, StoreError> {
    let settings = settings(from, times)?;
    let (grants, sums) = read(from, |conn| {
        Ok((entities(conn, times, EntityKind::Grant)?, sums_by(conn, times, Per::Grant)?))
    })?;
    let actual =
        |grant: &FileNumber| sums.get(grant.as_str()).map(Sums::actual).unwrap_or_default();
    let cases: BTreeMap<FileNumber, CaseRow> =
        cases(from, times)?.into_iter().map(|case| (case.grant.clone(), case)).collect();
    let mut rows = Vec::new();
    for state in grants.into_values() {
        let EntityState::Grant(grant) = state else { continue };
        let Some(case) = cases.get(&grant.issued.grant) else { continue };
        rows.extend(received(&grant, &settings, (case, actual(&case.grant))));
    }
    for row in deadlines(from, times)? {
        let kind = match row.kind {
            DeadlineKind::FinalProof => ProofKind::Final,
            DeadlineKind::InterimProof => ProofKind::Interim,
            _ => continue,
        };
        let Some(case) = row.grant.as_ref().and_then(|grant| cases.get(grant)) else { continue };
        rows.push(ProofLine {
            kind,
            actual: actual(&case.grant),
            due_on: row.due_on,
            received_on: None,
            checked: None,
            case: case.clone(),
        });
    }
    rows.sort_by_key(|line| (line.due_on, line.case.grant.clone(), line.received_on));
    Ok(ProofData {
        frame: report_frame(from, times)?,
        rows,
        reconciled_until: reconciled_until(from, times)?,
    })
}

fn received(
    grant: &Grant,
    settings: &Settings,
    (case, actual): (&CaseRow, Money),
) -> Vec<ProofLine> {
    let line = |proof: &crate::domain::entity::Proof| ProofLine {
        case: case.clone(),
        kind: proof.received.proof,
        actual,
        due_on: match proof.received.proof {
            ProofKind::Final => final_proof_due(grant, settings),
            ProofKind::Interim => interim_proof_due(proof.received.covers_until, settings),
        },
        received_on: Some(proof.on),
        checked: proof
            .checked
            .as_ref()
            .map(|(on, checked)| (*on, checked.result, checked.settled_cents)),
    };
    grant.proofs.iter().map(line).collect()
}

/// Everything that report R6 says.
///
/// # Errors
/// When the file cannot be read.
pub fn budget_data(
    from: &impl Readable,
    times: Times,
    year: FiscalYear,
) -> Result<BudgetData, StoreError> {
    let mut from_authority: BTreeMap<FiscalYear, Money> = BTreeMap::new();
    for ((_, due), of) in title_years(from, times)? {
        *from_authority.entry(due).or_default() += of.from_authority;
    }
    Ok(BudgetData {
        frame: report_frame(from, times)?,
        year,
        budget: budget(from, times)?,
        rests: planning(from, times)?.rests,
        from_authority,
    })
}

/// Everything that report R7 says.
///
/// # Errors
/// When the file cannot be read.
pub fn claim_data(from: &impl Readable, times: Times) -> Result<ClaimData, StoreError> {
    let kinds = [Kind::ClaimRaised, Kind::InterestAssessed, Kind::UnusedReturned];
    let events = events_of_kinds(from, times, &kinds)?;
    let mut grants: Vec<FileNumber> =
        events.iter().filter_map(|event| event.body.grant().cloned()).collect();
    grants.sort_unstable();
    grants.dedup();
    let (mut claims, mut interest, mut returns) = (Vec::new(), Vec::new(), Vec::new());
    for grant in &grants {
        let Some(detail) = case_detail(from, times, grant)? else { continue };
        let own = events.iter().filter(|event| event.body.grant() == Some(grant));
        returns.extend(own.filter_map(returned).map(|row| (detail.row.clone(), row)));
        claims.extend(detail.claims.into_iter().map(|claim| (detail.row.clone(), claim)));
        interest.extend(detail.interest.into_iter().map(|row| (detail.row.clone(), row)));
    }
    let mut arithmetic = BTreeMap::new();
    for event in &events {
        let of_its_day = Times { as_of: event.effective_on, ..times };
        if let Some(found) = assessed(from, of_its_day, event)? {
            arithmetic.insert(event.seq, found);
        }
    }
    claims.sort_by_key(|(_, claim)| (claim.on, claim.seq));
    interest.sort_by_key(|(_, row)| (row.on, row.seq));
    returns.sort_by_key(|(_, row)| (row.on, row.seq));
    Ok(ClaimData { frame: report_frame(from, times)?, claims, interest, arithmetic, returns })
}

fn returned(event: &Event) -> Option<ReturnRow> {
    let Body::UnusedReturned(body) = &event.body else { return None };
    Some(ReturnRow {
        seq: event.seq,
        on: event.effective_on,
        year: body.line.fiscal_year,
        amount: body.line.amount_cents,
        revenue_year: body.revenue_year,
    })
}
