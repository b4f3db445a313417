//! Report R7: claims and interest, what was claimed, what is settled, what is still owed; and what
//! came back without a claim.

use rust_decimal::Decimal;

use crate::domain::body::{ClaimGround, Deferral, InterestKind};
use crate::domain::calendar::federal_procedure;
use crate::domain::interest::{DayCount, Interest as Computed, Segment};
use crate::domain::{Day, FiscalYear, Money};
use crate::report::interest::{begins, falls};
use crate::report::part::{
    day_count, figures_column, item, list, number, of_year, percentage_points, plain, recipient,
    report, segment_cells, sentences, sum, text, then, words, words_column,
};
use crate::report::{Block, Cell, Phrase, Report, Row, Table};
use crate::store::view::{CaseRow, ClaimData, ClaimRow, InterestRow, ReturnRow};

/// Report R7; with a year only the claims on payments of it, and interest on these.
#[must_use]
pub fn claims(data: &ClaimData, year: Option<FiscalYear>) -> Report {
    let claims: Vec<_> = data
        .claims
        .iter()
        .filter(|(_, claim)| year.is_none_or(|year| claim.year == year))
        .collect();
    let interest: Vec<_> = data
        .interest
        .iter()
        .filter(|(_, interest)| year.is_none_or(|year| interest.year == year))
        .collect();
    let as_of = data.frame.times.as_of;
    let none = Phrase::new(if year.is_some() { "claims-none-year" } else { "claims-none" });
    let mut blocks = Vec::new();
    if claims.is_empty() && interest.is_empty() {
        blocks.push(Block::Paragraph(none));
    } else {
        blocks.push(Block::Figures(figures(&claims, &interest, as_of)));
    }
    if !claims.is_empty() {
        blocks.push(Block::Heading(Phrase::new("claims-claims")));
        blocks.push(Block::Table(claim_table(&claims, as_of)));
        blocks.extend(note(&claims).map(Block::Note));
    }
    if !interest.is_empty() {
        blocks.push(Block::Heading(Phrase::new("claims-interest")));
        blocks.push(Block::Table(interest_table(&interest)));
        blocks.push(Block::Note(Phrase::new("claims-note-interest")));
        blocks.extend(arithmetic(data, &interest));
    }
    blocks.extend(returns(data, year));
    report("claims", of_year("claims-title", "claims-title-year", year), &data.frame, blocks)
}

type Claim = (CaseRow, ClaimRow);
type Interest = (CaseRow, InterestRow);

/// What of the table needs a word; of deferral and suspension only what occurs.
fn note(claims: &[&Claim]) -> Option<Phrase> {
    let is = |wanted: Deferral| {
        claims.iter().any(|(_, claim)| claim.deferral == Some(wanted) && claim.left.is_positive())
    };
    let all = [
        ("claims-note", true),
        ("claims-note-suspended", is(Deferral::Suspended)),
        ("claims-note-deferred", is(Deferral::Deferred)),
        ("claims-note-repaid", true),
    ];
    sentences(all.into_iter().filter(|(_, occurs)| *occurs).map(|(key, _)| key))
}

/// Nobody expects a suspended claim on a day (`domain::deadline` has none for it either).
fn overdue(claim: &ClaimRow, as_of: Day) -> bool {
    let suspended = claim.deferral == Some(Deferral::Suspended);
    claim.left.is_positive() && claim.due_on < as_of && !suspended
}

/// A column of amounts: its head, and what it has of a claim.
type Settled = (&'static str, fn(&ClaimRow) -> Money);

/// What became of claims; what never occurs has no column.
fn settled(claims: &[&Claim]) -> Vec<Settled> {
    let ways: [Settled; 4] = [
        ("claims-column-repaid", |claim| claim.repaid),
        ("claims-column-set-off", |claim| claim.set_off),
        ("claims-column-waived", |claim| claim.waived),
        ("claims-column-annulled", |claim| claim.annulled),
    ];
    let occurs = |way: &Settled| claims.iter().any(|(_, claim)| !way.1(claim).is_zero());
    ways.into_iter().filter(occurs).collect()
}

fn figures(claims: &[&Claim], interest: &[&Interest], as_of: Day) -> Vec<(Phrase, Cell)> {
    let amounts = claims.iter().map(|(_, claim)| claim.amount).sum();
    let left: Money = claims.iter().map(|(_, claim)| claim.left).sum();
    let late = claims.iter().filter(|(_, claim)| overdue(claim, as_of));
    vec![
        (Phrase::new("claims-amount"), plain(amounts)),
        (Phrase::new("claims-left"), plain(left)),
        (Phrase::new("claims-overdue"), plain(late.map(|(_, claim)| claim.left).sum())),
        (Phrase::new("claims-interest-left"), plain(interest.iter().map(|row| row.1.left).sum())),
    ]
}

fn claim_table(claims: &[&Claim], as_of: Day) -> Table {
    let mut figures: Vec<Settled> = vec![("claims-amount", |claim| claim.amount)];
    figures.extend(settled(claims));
    figures.push(("claims-left", |claim| claim.left));
    let mut rows: Vec<Row> = claims.iter().map(|claim| claim_row(claim, &figures, as_of)).collect();
    let whole = |of: fn(&ClaimRow) -> Money| claims.iter().map(|(_, claim)| of(claim)).sum();
    let mut cells = vec![words("report-sum"), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
    cells.extend(figures.iter().map(|(_, of)| plain(whole(*of))));
    cells.extend([Cell::Empty, Cell::Empty]);
    rows.push(sum(cells));
    let mut columns = vec![
        words_column("reports-column-grant", 4),
        words_column("reports-column-recipient", 6),
        words_column("claims-column-on", 3),
        words_column("claims-column-year", 2),
        words_column("claims-column-ground", 6),
    ];
    columns.extend(figures.iter().map(|(head, _)| figures_column(head, 4)));
    columns.extend([words_column("claims-column-due", 3), words_column("report-state", 4)]);
    Table { caption: Phrase::new("claims-claims"), columns, rows }
}

fn claim_row((case, claim): &Claim, figures: &[Settled], as_of: Day) -> Row {
    let state = match claim.deferral {
        _ if claim.left.is_zero() => "claims-done",
        Some(Deferral::Suspended) => "deferral-suspended",
        _ if overdue(claim, as_of) => "claims-state-overdue",
        Some(Deferral::Deferred) => "deferral-deferred",
        None => "claims-state-open",
    };
    let mut cells = vec![
        text(case.grant.as_str()),
        recipient(case),
        Cell::Day(claim.on),
        Cell::Year(claim.year),
        claim.ground.map_or(Cell::Nil, |of| ground(of, claim.on)),
    ];
    cells.extend(figures.iter().map(|(_, of)| plain(of(claim))));
    cells.extend([Cell::Day(claim.due_on), words(state)]);
    item(cells)
}

/// The legal ground of a claim, by the law of its day.
pub(super) fn ground(ground: ClaimGround, on: Day) -> Cell {
    let federal = federal_procedure(on);
    words(match ground {
        ClaimGround::ResolutiveCondition => "claim-ground-resolutive-condition",
        ClaimGround::Revocation if federal => "claims-ground-revocation-federal",
        ClaimGround::Revocation => "claims-ground-revocation",
        ClaimGround::Withdrawal if federal => "claims-ground-withdrawal-federal",
        ClaimGround::Withdrawal => "claims-ground-withdrawal",
        ClaimGround::FinalNotice => "claim-ground-final-notice",
    })
}

/// A column of amounts: its head, and what it has of assessed interest.
type Part = (&'static str, fn(&InterestRow) -> Money);

/// Assessed, what became of it where something did, and what is left.
fn parts(interest: &[&Interest]) -> Vec<Part> {
    let ways: [Part; 2] = [
        ("claims-column-received", |row| row.received),
        ("claims-column-waived", |row| row.waived),
    ];
    let occurs = |way: &Part| interest.iter().any(|(_, row)| !way.1(row).is_zero());
    let mut parts: Vec<Part> = vec![("claims-column-interest", |row| row.amount)];
    parts.extend(ways.into_iter().filter(occurs));
    parts.push(("claims-left", |row| row.left));
    parts
}

fn interest_table(interest: &[&Interest]) -> Table {
    let parts = parts(interest);
    let mut rows: Vec<Row> = interest.iter().map(|row| interest_row(row, &parts)).collect();
    let whole = |of: fn(&InterestRow) -> Money| interest.iter().map(|(_, row)| of(row)).sum();
    let mut cells = vec![words("report-sum")];
    cells.extend(std::iter::repeat_n(Cell::Empty, 7));
    cells.extend(parts.iter().map(|(_, of)| plain(whole(*of))));
    cells.push(Cell::Empty);
    rows.push(sum(cells));
    let mut columns = vec![
        words_column("reports-column-grant", 4),
        words_column("reports-column-recipient", 6),
        words_column("claims-column-kind", 5),
        words_column("claims-column-on", 3),
        words_column("claims-column-year", 2),
        figures_column("claims-column-principal", 4),
        words_column("claims-column-from", 3),
        words_column("claims-column-until", 3),
    ];
    columns.extend(parts.iter().map(|(head, _)| figures_column(head, 4)));
    columns.push(words_column("claims-column-due", 3));
    Table { caption: Phrase::new("claims-interest"), columns, rows }
}

fn interest_row((case, row): &Interest, parts: &[Part]) -> Row {
    let mut cells = vec![
        text(case.grant.as_str()),
        recipient(case),
        words(match row.kind {
            InterestKind::Reclaim => "interest-kind-reclaim",
            InterestKind::Delay => "interest-kind-delay",
        }),
        Cell::Day(row.on),
        Cell::Year(row.year),
        plain(row.principal),
        Cell::Day(row.from),
        Cell::Day(row.until),
    ];
    cells.extend(parts.iter().map(|(_, of)| plain(of(row))));
    cells.push(Cell::Day(row.due_on));
    item(cells)
}

/// How interest was computed: a line for each rate, of all assessments.
fn arithmetic(data: &ClaimData, interest: &[&Interest]) -> Vec<Block> {
    let known: Vec<_> = interest
        .iter()
        .filter_map(|(case, row)| Some((case, row, data.arithmetic.get(&row.seq)?)))
        .collect();
    let mut rows = Vec::new();
    let mut terms: Vec<(Term, Vec<Cell>)> = Vec::new();
    for (case, row, (found, by)) in &known {
        rows.extend(lines_of(case, row, found));
        let law = federal_procedure(row.on);
        let term = (by.margin, by.day_count, by.start_after_days, law);
        let grant = text(case.grant.as_str());
        match terms.iter_mut().find(|(known, _)| *known == term) {
            Some((_, grants)) if grants.contains(&grant) => {}
            Some((_, grants)) => grants.push(grant),
            None => terms.push((term, vec![grant])),
        }
    }
    if known.is_empty() {
        return Vec::new();
    }
    let whole = known.iter().map(|(_, _, (found, _))| found.total).sum();
    let named = [words("report-sum"), Cell::Empty, Cell::Empty, Cell::Empty];
    rows.push(sum(closing(named, whole)));
    let columns = vec![
        words_column("reports-column-grant", 4),
        words_column("claims-column-on", 3),
        words_column("sheet-entry", 3),
        words_column("sheet-segment-from", 3),
        words_column("sheet-segment-until", 3),
        figures_column("claims-column-principal", 4),
        figures_column("sheet-segment-rate", 3),
        figures_column("sheet-segment-days", 2),
        figures_column("sheet-segment-year", 3),
        figures_column("claims-column-interest", 4),
    ];
    let caption = || Phrase::new("sheet-segments");
    let mut blocks =
        vec![Block::Heading(caption()), Block::Table(Table { caption: caption(), columns, rows })];
    let several = terms.len() > 1;
    blocks.extend(terms.into_iter().map(|(term, grants)| {
        let grants = list(grants).filter(|_| several);
        Block::Note(match grants {
            Some(grants) => Phrase::new("claims-note-rate-of")
                .with("grants", grants)
                .with("rate", Cell::Phrase(terms_of(term))),
            None => terms_of(term),
        })
    }));
    blocks.push(Block::Note(Phrase::new("interest-exact")));
    blocks.extend(known.iter().flat_map(|(case, row, (found, _))| fallen(case, row, found)));
    blocks
}

/// How interest is computed: percentage points above the base rate, count of days, days from the
/// event to its begin, and whether by the federal law on procedure.
type Term = (Decimal, DayCount, u32, bool);

fn terms_of((margin, counted, start, federal): Term) -> Phrase {
    let key = if federal { "claims-note-rate-federal" } else { "claims-note-rate" };
    let rate = Phrase::new(key)
        .with("points", percentage_points(margin))
        .with("method", day_count(counted));
    then(rate, begins(start))
}

/// Why the principal of one assessment fell.
fn fallen(case: &CaseRow, row: &InterestRow, found: &Computed) -> Vec<Block> {
    let said = falls(found).into_iter().map(|why| {
        Phrase::new("claims-note-of-entry")
            .with("grant", text(case.grant.as_str()))
            .with("number", number(row.seq))
            .with("says", Cell::Phrase(why))
    });
    said.map(Block::Note).collect()
}

/// The lines of one assessment, each named by its day and entry: a grant may have several.
fn lines_of(case: &CaseRow, row: &InterestRow, found: &Computed) -> Vec<Row> {
    let named = || [text(case.grant.as_str()), Cell::Day(row.on), number(row.seq)];
    let line = |segment: &Segment| {
        let mut cells = Vec::from(named());
        cells.extend(segment_cells(segment));
        item(cells)
    };
    let mut rows: Vec<Row> = found.segments.iter().map(line).collect();
    if !found.rounding_difference.is_zero() {
        let [grant, on, entry] = named();
        let cells = [grant, on, entry, words("sheet-rounding")];
        rows.push(item(closing(cells, found.rounding_difference)));
    }
    rows
}

/// The cells of a line without days and rate.
fn closing(named: [Cell; 4], amount: Money) -> Vec<Cell> {
    let mut cells = Vec::from(named);
    cells.extend([const { Cell::Empty }; 5]);
    cells.push(plain(amount));
    cells
}

/// What came back without a claim: the grant stays, and so it is no *Erstattung*.
fn returns(data: &ClaimData, year: Option<FiscalYear>) -> Vec<Block> {
    let of_year = |(_, row): &&(CaseRow, ReturnRow)| year.is_none_or(|year| row.year == year);
    let found: Vec<_> = data.returns.iter().filter(of_year).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let line = |(case, row): &&(CaseRow, ReturnRow)| {
        let booked = match row.revenue_year {
            Some(year) => Phrase::new("claims-return-revenue").with("year", Cell::Year(year)),
            None => Phrase::new("claims-return-lowering"),
        };
        item(vec![
            text(case.grant.as_str()),
            recipient(case),
            Cell::Day(row.on),
            Cell::Year(row.year),
            Cell::Phrase(booked),
            plain(row.amount),
        ])
    };
    let mut rows: Vec<Row> = found.iter().map(line).collect();
    let mut cells = vec![words("report-sum")];
    cells.extend([const { Cell::Empty }; 4]);
    cells.push(plain(found.iter().map(|(_, row)| row.amount).sum()));
    rows.push(sum(cells));
    let columns = vec![
        words_column("reports-column-grant", 4),
        words_column("reports-column-recipient", 6),
        words_column("claims-column-returned", 3),
        words_column("claims-column-year", 2),
        words_column("claims-column-booked", 6),
        figures_column("amount", 4),
    ];
    let caption = || Phrase::new("claims-returns");
    vec![
        Block::Heading(caption()),
        Block::Table(Table { caption: caption(), columns, rows }),
        Block::Note(Phrase::new("claims-note-returns")),
    ]
}
