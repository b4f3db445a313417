//! Rows of grants, of which several may tell of one, and of due lines that were added.

use std::collections::BTreeMap;

use chrono::Datelike as _;

use super::cells::Cells;
use crate::domain::body::{
    ApplicationExamined, ApplicationReceived, DueLine, FinancingPlan, GrantIncreased, GrantIssued,
};
use crate::domain::takeover::{
    Column, Content, Issue, IssueKind, ListRow, ListedDueLine, ListedGrant,
};
use crate::domain::{Day, FileNumber, FiscalYear, Money, TitleKey};

/// Cells of a further row that are its own; the others repeat the first row or are empty.
const OWN: [Column; 4] = [Column::Title, Column::Year, Column::Amount, Column::AuthorityYear];

/// Reads the rows; those with the same file number tell of one grant.
pub(super) fn read(rows: Vec<Cells<'_>>) -> Vec<ListRow> {
    let mut groups: Vec<Vec<Cells<'_>>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for cells in rows {
        let number = cells.cell(Column::Grant).to_owned();
        let known = places.get(&number).copied().filter(|_| !number.is_empty());
        if let Some(group) = known.and_then(|at| groups.get_mut(at)) {
            group.push(cells);
        } else {
            places.insert(number, groups.len());
            groups.push(vec![cells]);
        }
    }
    let mut rows: Vec<ListRow> = groups.into_iter().flat_map(one).collect();
    rows.sort_by_key(|row| row.line);
    rows
}

/// The rows of one grant: the first tells of it, all of its due lines.
fn one(group: Vec<Cells<'_>>) -> Vec<ListRow> {
    let mut rows = group.into_iter();
    let Some(mut first) = rows.next() else { return Vec::new() };
    let mut listed = grant(&mut first);
    let notice = listed.issued.0;
    listed.issued.1.lines = lines(&mut first, notice);
    let (mut others, mut amounts) = (Vec::new(), vec![sum(&listed.issued.1.lines)]);
    for mut cells in rows {
        let repeated = cells.repeats(&first);
        if !repeated {
            for column in cells.columns().filter(|column| is_shared(*column)) {
                let words = cells.cell(column);
                if !words.is_empty() && words != first.cell(column) {
                    cells.wrong(column, IssueKind::Unlike(first.line()));
                }
            }
            let more = lines(&mut cells, notice);
            amounts.push(sum(&more));
            listed.issued.1.lines.extend(more);
        }
        others.push((cells, repeated));
    }
    let all: Money = amounts.iter().copied().sum();
    let bad = others.iter().find(|(cells, _)| !cells.issues.is_empty());
    if let Some(line) = bad.map(|(cells, _)| cells.line()) {
        first.wrong(Column::Grant, IssueKind::Beside(line));
    } else if first.amount(Column::Granted).is_some_and(|granted| granted != all) {
        first.wrong(Column::Granted, IssueKind::Sum(all));
    }
    let (line, good) = (first.line(), first.issues.is_empty());
    let shown = (Column::Grant, Column::Key);
    let first = first.row(shown, Some(all), Some(Content::Grant(Box::new(listed))));
    let others = others.into_iter().map(|(mut cells, repeated)| {
        if !good {
            cells.issues.push(Issue {
                column: Column::Grant,
                value: cells.cell(Column::Grant).to_owned(),
                kind: IssueKind::Beside(line),
            });
        }
        let content = if repeated { Content::Repeats(line) } else { Content::Belongs(line) };
        cells.row(shown, None, Some(content))
    });
    std::iter::once(first).chain(others).collect()
}

fn is_shared(column: Column) -> bool {
    !OWN.contains(&column) && !matches!(column, Column::Due(_))
}

fn sum(lines: &[DueLine]) -> Money {
    lines.iter().map(|line| line.amount_cents).sum()
}

/// The due lines of a row: a column per year, or a year and an amount.
fn lines(cells: &mut Cells<'_>, notice: Day) -> Vec<DueLine> {
    let title = TitleKey::new(cells.needed(Column::Title));
    let authority = cells.year(Column::AuthorityYear);
    let mut found: Vec<(FiscalYear, Money)> = Vec::new();
    for column in cells.columns() {
        if let Column::Due(year) = column {
            found.extend(cells.amount(column).map(|amount| (FiscalYear(year), amount)));
        }
    }
    match (cells.year(Column::Year), cells.amount(Column::Amount)) {
        (Some(year), Some(amount)) => found.push((year, amount)),
        (Some(_), None) if cells.cell(Column::Amount).is_empty() => {
            cells.wrong(Column::Amount, IssueKind::Missing);
        }
        (None, Some(_)) if cells.cell(Column::Year).is_empty() => {
            cells.wrong(Column::Year, IssueKind::Missing);
        }
        _ => {}
    }
    found.retain(|(_, amount)| !amount.is_zero());
    if found.is_empty() && cells.issues.is_empty() {
        cells.wrong(Column::Amount, IssueKind::NoLine);
    }
    let due = |(fiscal_year, amount_cents)| DueLine {
        title: title.clone(),
        fiscal_year,
        amount_cents,
        authority_year: authority_of(fiscal_year, notice, authority),
    };
    found.into_iter().map(due).collect()
}

/// What is due after the year of the notice rests on authority of that year, unless the row names
/// another one.
fn authority_of(due: FiscalYear, notice: Day, named: Option<FiscalYear>) -> Option<FiscalYear> {
    let year = FiscalYear(notice.year());
    (due > year).then(|| named.unwrap_or(year))
}

/// Everything of a grant but its due lines.
fn grant(cells: &mut Cells<'_>) -> ListedGrant {
    let grant = FileNumber::new(cells.needed(Column::Grant));
    let recipient = cells.key();
    let purpose = cells.needed(Column::Purpose);
    let applied = application(cells, &grant, &purpose);
    let examined = (
        cells.needed_day(Column::ExaminedOn),
        ApplicationExamined {
            grant: grant.clone(),
            result: cells.needed(Column::Result),
            no_double_funding: cells.needed_yes(Column::NoDouble),
            contract_on: cells.day(Column::ContractOn),
            start_checked: cells.words(Column::StartChecked),
            source: None,
        },
    );
    let issued = notice(cells, (grant, purpose), &applied.1.plan);
    let manner = cells.choice(Column::Manner);
    let announced_on = cells.day(Column::AnnouncedOn);
    let announced = match (announced_on, manner) {
        (Some(day), Some(manner)) => Some((day, manner)),
        (Some(_), None) if cells.cell(Column::Manner).is_empty() => {
            cells.wrong(Column::Manner, IssueKind::Missing);
            None
        }
        _ => None,
    };
    let waived_on = cells.day(Column::WaivedOn);
    if waived_on.is_some() && cells.cell(Column::AnnouncedOn).is_empty() {
        cells.wrong(Column::AnnouncedOn, IssueKind::Missing);
    }
    let voucher = cells.cell(Column::Voucher).to_owned();
    ListedGrant { recipient, applied, examined, issued, voucher, announced, waived_on }
}

/// The application: without an own share the rest of the expenditure is the applicant's.
fn application(
    cells: &mut Cells<'_>,
    grant: &FileNumber,
    purpose: &str,
) -> (Day, ApplicationReceived) {
    let day = cells.needed_day(Column::AppliedOn);
    let requested_cents = cells.needed_amount(Column::Requested);
    let eligible_cents = cells.needed_amount(Column::Eligible);
    let total_cents = cells.amount(Column::Total).unwrap_or(eligible_cents);
    let third_party_cents = cells.amount(Column::ThirdParty).unwrap_or_default();
    let rest = (total_cents - requested_cents - third_party_cents).max(Money::ZERO);
    let own_cents = cells.amount(Column::Own).unwrap_or(rest);
    let body = ApplicationReceived {
        grant: grant.clone(),
        purpose: purpose.to_owned(),
        requested_cents,
        plan: FinancingPlan { total_cents, eligible_cents, own_cents, third_party_cents },
        source: None,
    };
    (day, body)
}

fn notice(
    cells: &mut Cells<'_>,
    (grant, purpose): (FileNumber, String),
    plan: &FinancingPlan,
) -> (Day, GrantIssued) {
    let day = cells.needed_day(Column::IssuedOn);
    cells.needed(Column::Financing);
    let third_party = plan.third_party_cents;
    let body = GrantIssued {
        grant,
        purpose,
        financing: cells
            .choice(Column::Financing)
            .unwrap_or(crate::domain::body::Financing::FixedAmount),
        quota_percent: cells.percent(Column::Quota),
        eligible_cents: plan.eligible_cents,
        cash_reference: cells.needed(Column::CashReference),
        period_until: cells.needed_day(Column::PeriodUntil),
        lines: Vec::new(),
        total_cents: Some(plan.total_cents),
        third_party_cents: Some(third_party).filter(|amount| !amount.is_zero()),
        rules: cells.choice(Column::Rules),
        payment_mode: cells.choice(Column::Mode),
        interim_proof: cells.yes(Column::Interim).unwrap_or_default(),
        bound_years: cells.number(Column::BoundYears),
        urgent_reason: cells.words(Column::Urgent),
        source: None,
    };
    (day, body)
}

/// Reads a due line that an amending notice added.
pub(super) fn read_due_line(mut cells: Cells<'_>) -> ListRow {
    let day = cells.needed_day(Column::IssuedOn);
    let fiscal_year = cells.needed_year(Column::Year);
    let amount_cents = cells.needed_amount(Column::Amount);
    let authority = cells.year(Column::AuthorityYear);
    let line = DueLine {
        title: TitleKey::new(cells.needed(Column::Title)),
        fiscal_year,
        amount_cents,
        authority_year: authority_of(fiscal_year, day, authority),
    };
    let body = GrantIncreased {
        grant: FileNumber::new(cells.needed(Column::Grant)),
        lines: vec![line],
        reason: cells.needed(Column::Reason),
        eligible_cents: cells.amount(Column::Eligible),
        source: None,
    };
    let voucher = cells.cell(Column::Voucher).to_owned();
    let content = Content::DueLine(Box::new(ListedDueLine { day, body, voucher }));
    cells.row((Column::Grant, Column::Title), Some(amount_cents), Some(content))
}
