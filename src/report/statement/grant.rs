//! One grant of a statement: facts, payments, due lines, notices, claims, milestones.

use super::payments;
use crate::domain::body::InterestKind;
use crate::domain::deadline::DeadlineKind;
use crate::domain::{Day, FiscalYear, Kind, Money, Stage};
use crate::report::part::{
    GRANTED, class, figures_column, financing, item, list, milestone_plan, milestone_state, money,
    note, of_year, sum, text, title, words, words_column,
};
use crate::report::{Block, Cell, Column, Phrase, PostingFilter, Row, Table};
use crate::store::view::{DeadlineRow, GrantDetail, LineRow, MilestoneRow, Owed, Sums, VersionRow};

/// Everything that a statement says of a grant; of one among several each heading names it, because
/// a later page may begin there.
pub fn blocks(
    grant: &GrantDetail,
    owed: &Owed,
    (year, as_of): (Option<FiscalYear>, Day),
    several: bool,
) -> Vec<Block> {
    let heading = Phrase::new("statement-grant")
        .with("grant", text(grant.row.grant.as_str()))
        .with("purpose", text(&grant.row.purpose));
    let of_year = |whole, one| of_year(whole, one, year);
    let headed = |said: Phrase| {
        Block::Heading(if several {
            caption("statement-section", grant).with("section", Cell::Phrase(said))
        } else {
            said
        })
    };
    let mut blocks = vec![Block::Heading(heading), Block::Facts(facts(grant, owed, year))];
    blocks.push(headed(Phrase::new("statement-payments")));
    blocks.push(match payments::table(grant, year) {
        Some(table) => Block::Table(table),
        None => Block::Paragraph(of_year("statement-no-payments", "statement-no-payments-year")),
    });
    blocks.push(headed(of_year("statement-due", "statement-due-year")));
    blocks.push(Block::Table(due_lines(grant)));
    blocks.extend(past(grant, as_of).map(Block::Note));
    if grant.versions.len() > 1 {
        blocks.push(headed(of_year("statement-versions", "statement-versions-whole")));
        blocks.push(Block::Table(versions(grant)));
    }
    if !owed.claims.is_empty() || !owed.interest.is_empty() {
        blocks.push(headed(of_year("statement-owed", "statement-owed-year")));
        blocks.push(Block::Table(claims(grant, owed)));
    }
    if !grant.milestones.is_empty() {
        blocks.push(headed(of_year("report-milestones", "statement-milestones-whole")));
        blocks.push(Block::Table(milestones(grant)));
    }
    blocks
}

fn caption(key: &'static str, grant: &GrantDetail) -> Phrase {
    Phrase::new(key).with("grant", text(grant.row.grant.as_str()))
}

/// Facts of the grant; beside figures of one year those of all years say so.
fn facts(grant: &GrantDetail, owed: &Owed, year: Option<FiscalYear>) -> Vec<(Phrase, Cell)> {
    let mut facts = vec![
        (Phrase::new("notice"), notice(grant)),
        (Phrase::new("statement-financing"), financed(grant)),
        (Phrase::new("cash-reference"), text(&grant.cash_reference)),
        (
            of_year("statement-eligible", "statement-eligible-whole", year),
            Cell::Money(grant.eligible, None),
        ),
        (Phrase::new("period-until"), Cell::Day(grant.period_until)),
        (
            of_year("statement-own-share", "statement-own-share-whole", year),
            Cell::Money(grant.own_share, None),
        ),
    ];
    if !grant.beneficiaries.is_empty() {
        let names: Vec<&str> = grant.beneficiaries.iter().map(|(_, name)| name.as_str()).collect();
        facts.push((Phrase::new("statement-beneficiaries"), text(names.join(", "))));
    }
    let open = grant.row.sums.at(Stage::Reclaimed);
    let filter = PostingFilter::at(&[Stage::Reclaimed]).of_grant(&grant.row.grant);
    let claims = if open.is_zero() {
        Phrase::new("statement-no-claims")
    } else {
        Phrase::new("statement-claim-open").with("amount", money(open, filter))
    };
    let of = of_year("statement-claims", "statement-claims-year", year);
    facts.push((of, Cell::Phrase(claims)));
    facts.extend(next_proofs(&owed.deadlines));
    facts
}

/// What the recipient has to hand in, each kind with its next day; what is to be paid has its day
/// among the claims.
fn next_proofs(deadlines: &[DeadlineRow]) -> Vec<(Phrase, Cell)> {
    let next = |(kind, name): (DeadlineKind, &'static str)| {
        let row = deadlines.iter().filter(|row| row.kind == kind).min_by_key(|row| row.due_on)?;
        let key = if row.overdue { "statement-deadline-overdue" } else { "statement-deadline" };
        let told = Phrase::new(key).with("day", Cell::Day(row.due_on));
        Some((Phrase::new(name), Cell::Phrase(told)))
    };
    let kinds = [
        (DeadlineKind::Documents, "deadline-documents"),
        (DeadlineKind::InterimProof, "deadline-interim_proof"),
        (DeadlineKind::FinalProof, "deadline-final_proof"),
        (DeadlineKind::ProofReminder, "deadline-proof_reminder"),
    ];
    kinds.into_iter().filter_map(next).collect()
}

/// Day of the notice and of those that changed it.
fn notice(grant: &GrantDetail) -> Cell {
    // A remainder carried over moves a due line; no notice says so.
    let notices = |version: &&VersionRow| version.kind != Kind::CarryOverFormed;
    let changes = grant.versions.iter().skip(1).filter(notices);
    let mut days: Vec<_> = changes.map(|version| version.effective_on).collect();
    days.sort_unstable();
    days.dedup();
    let message = match list(days.into_iter().map(Cell::Day).collect()) {
        Some(days) => Phrase::new("statement-amended").with("amended", days),
        None => Phrase::new("statement-not-amended"),
    };
    Cell::Phrase(message.with("day", Cell::Day(grant.row.issued_on)))
}

fn financed(grant: &GrantDetail) -> Cell {
    let kind = words(financing(grant.financing));
    let quota = grant.quota_percent.map(Cell::Percent);
    list([kind].into_iter().chain(quota).collect()).unwrap_or(Cell::Nil)
}

/// What is part of the *Ist* and not granted or with the recipient any more.
const GIVEN_BACK: [Stage; 2] = [Stage::WrittenOff, Stage::Returned];

/// Columns that only stand where something stands in them.
#[derive(Clone, Copy)]
struct Seldom {
    claimed: bool,
    given_back: bool,
}

impl Seldom {
    fn of(sums: &Sums) -> Self {
        Self {
            claimed: !sums.at(Stage::Reclaimed).is_zero(),
            given_back: GIVEN_BACK.iter().any(|stage| !sums.at(*stage).is_zero()),
        }
    }
}

/// One line per fiscal year and title; columns for claims and what became of them only when
/// there are any.
fn due_lines(grant: &GrantDetail) -> Table {
    let seldom = Seldom::of(&grant.row.sums);
    let mut columns = vec![
        words_column("statement-column-year", 3),
        words_column("title", 7),
        figures_column("report-granted", 5),
        figures_column("report-paid", 5),
        figures_column("statement-column-in-progress", 5),
        figures_column("statement-column-drawable", 5),
    ];
    if seldom.given_back {
        columns.insert(4, figures_column("statement-column-given-back", 5));
    }
    if seldom.claimed {
        columns.insert(4, figures_column("statement-column-claimed", 5));
    }
    let filter = PostingFilter::default().of_grant(&grant.row.grant);
    let mut rows: Vec<Row> =
        grant.lines.iter().map(|line| due_line(line, seldom, &filter)).collect();
    let mut cells = vec![words("report-sum"), Cell::Empty];
    cells.extend(amounts(grant.row.granted, &grant.row.sums, seldom, &filter));
    rows.push(sum(cells));
    Table { caption: caption("statement-due-caption", grant), columns, rows }
}

/// What is left of fiscal years that are over cannot be drawn as it stands: money is drawn in the
/// fiscal year in which it is due (domain.md section 1.4).
fn past(grant: &GrantDetail, as_of: Day) -> Option<Phrase> {
    let lines = grant.lines.iter().filter(|line| line.fiscal_year.is_over(as_of));
    let left: Money = lines.map(|line| line.sums.at(Stage::Committed)).sum();
    let told = Phrase::new("statement-note-past").with("amount", Cell::Money(left, None));
    left.is_positive().then_some(told)
}

fn due_line(line: &LineRow, seldom: Seldom, filter: &PostingFilter) -> Row {
    let filter = filter.clone().of_title(&line.title).in_year(line.fiscal_year);
    let title = Phrase::new("statement-title-class")
        .with("title", text(title(&line.title)))
        .with("class", class(line.investive));
    let mut cells = vec![Cell::Year(line.fiscal_year), Cell::Phrase(title)];
    cells.extend(amounts(line.granted, &line.sums, seldom, &filter));
    item(cells)
}

/// Granted, paid, (claimed, given back,) in progress, still to be drawn.
fn amounts(granted: Money, sums: &Sums, seldom: Seldom, filter: &PostingFilter) -> Vec<Cell> {
    let at = |stages: &[Stage], amount: Money| {
        money(amount, PostingFilter { stages: stages.to_vec(), ..filter.clone() })
    };
    let one = |stage: Stage| at(&[stage], sums.at(stage));
    let in_progress = sums.at(Stage::Requested) + sums.at(Stage::Ordered);
    let mut cells = vec![at(&GRANTED, granted), at(&Stage::ACTUAL, sums.actual())];
    if seldom.claimed {
        cells.push(one(Stage::Reclaimed));
    }
    if seldom.given_back {
        let amount = GIVEN_BACK.iter().map(|stage| sums.at(*stage)).sum();
        cells.push(at(&GIVEN_BACK, amount));
    }
    cells.push(at(&[Stage::Requested, Stage::Ordered], in_progress));
    cells.push(one(Stage::Committed));
    cells
}

fn versions(grant: &GrantDetail) -> Table {
    Table {
        caption: caption("statement-versions-caption", grant),
        columns: vec![
            words_column("statement-column-day", 3),
            words_column("statement-column-event", 5),
            words_column("statement-column-reason", 10),
            figures_column("statement-column-change", 4),
            figures_column("statement-column-in-force", 4),
        ],
        rows: grant.versions.iter().map(version).collect(),
    }
}

fn version(version: &VersionRow) -> Row {
    let kind = match version.kind {
        Kind::GrantIncreased => "statement-increased",
        Kind::GrantReduced => "statement-reduced",
        Kind::ClaimRaised => "statement-reclaimed",
        Kind::ClaimAnnulled => "kind-claim-annulled",
        Kind::GrantAmended => "kind-grant-amended",
        Kind::DueShifted => "kind-due-shifted",
        Kind::CommitmentRestored => "kind-commitment-restored",
        Kind::CarryOverFormed => "kind-carry-over-formed",
        _ => "notice",
    };
    let reason = if version.reason.is_empty() { Cell::Nil } else { text(&version.reason) };
    item(vec![
        Cell::Day(version.effective_on),
        words(kind),
        reason,
        Cell::Money(version.change, None),
        Cell::Money(version.granted, None),
    ])
}

/// A claim or an assessment of interest: day, what it is, day on which it is due; asked, received,
/// waived, left.
type Demand = (Day, &'static str, Day, [Money; 4]);

/// Every claim and all interest with what became of it, settled or not, by day.
fn claims(grant: &GrantDetail, owed: &Owed) -> Table {
    let claims = owed.claims.iter().map(|row| {
        let received = row.repaid + row.set_off;
        let amounts = [row.amount, received, row.waived + row.annulled, row.left];
        (row.on, "statement-claim", row.due_on, amounts)
    });
    let interest = owed.interest.iter().map(|row| {
        let kind = match row.kind {
            InterestKind::Reclaim => "interest-kind-reclaim",
            InterestKind::Delay => "interest-kind-delay",
        };
        (row.on, kind, row.due_on, [row.amount, row.received, row.waived, row.left])
    });
    let mut demands: Vec<Demand> = claims.chain(interest).collect();
    demands.sort_by_key(|(on, ..)| *on);
    let plain = |amount: Money| Cell::Money(amount, None);
    let mut rows = Vec::new();
    let mut total = [Money::ZERO; 4];
    for (on, what, due_on, amounts) in demands {
        let mut cells = vec![Cell::Day(on), words(what), Cell::Day(due_on)];
        cells.extend(amounts.map(plain));
        rows.push(item(cells));
        for (sum, amount) in total.iter_mut().zip(amounts) {
            *sum += amount;
        }
    }
    let mut cells = vec![words("report-sum"), Cell::Empty, Cell::Empty];
    cells.extend(total.map(plain));
    rows.push(sum(cells));
    let columns: Vec<Column> = vec![
        words_column("claims-column-on", 3),
        words_column("claims-column-kind", 4),
        words_column("claims-column-due", 3),
        figures_column("statement-column-claim", 4),
        figures_column("statement-column-settled", 4),
        figures_column("statement-column-waived", 4),
        figures_column("statement-column-claim-open", 4),
    ];
    Table { caption: caption("statement-claims-caption", grant), columns, rows }
}

fn milestones(grant: &GrantDetail) -> Table {
    let row = |milestone: &MilestoneRow| {
        item(vec![
            Cell::Phrase(note(&milestone.name)),
            milestone_plan(milestone),
            milestone_state(milestone),
        ])
    };
    Table {
        caption: caption("statement-milestones-caption", grant),
        columns: vec![
            words_column("milestone", 8),
            words_column("milestone-plan", 3),
            words_column("report-state", 5),
        ],
        rows: grant.milestones.iter().map(row).collect(),
    }
}
