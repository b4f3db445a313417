//! The extract of the journal, for auditors: every entry with who, when, on what ground.

use chrono::{DateTime, Datelike as _, SecondsFormat};

use crate::domain::body::SettingMade;
use crate::domain::date::{Precision, berlin_day};
use crate::domain::rule::Role;
use crate::domain::{Day, FiscalYear, ImpreciseDate, Kind, Seq, TitleKey};
use crate::report::part::{
    count, figures_column, item, list, number, object, of_year, plain, report, said, text, title,
    words, words_column,
};
use crate::report::{BY_WORDS, Block, Cell, Phrase, Report, Row, Table};
use crate::store::view::{JournalRow, PersonRow, ReportFrame};

/// Heads of the full list.
const FULL: [&str; 19] = [
    "journal-column-number",
    "journal-column-uid",
    "journal-column-recorded-utc",
    "journal-column-effective",
    "journal-column-kind-code",
    "journal-column-kind",
    "counties-column-key",
    "reports-column-recipient",
    "journal-column-recipient-number",
    "journal-column-object",
    "amount",
    "journal-column-voucher",
    "journal-column-reference",
    "journal-column-reversed-by",
    "journal-column-person-number",
    "journal-column-person",
    "journal-column-login",
    "journal-column-hash",
    "journal-column-recipient-hash",
];

/// All entries that are effective and known, or those effective in one calendar year, and the
/// persons who made them.
#[must_use]
pub fn journal(
    frame: &ReportFrame,
    (rows, persons): (&[JournalRow], &[PersonRow]),
    year: Option<FiscalYear>,
) -> Report {
    let annex = (!rows.is_empty()).then(|| full(rows));
    let of = |row: &&JournalRow| year.is_none_or(|year| row.effective_on.year() == year.0);
    let rows: Vec<&JournalRow> = rows.iter().filter(of).collect();
    let caption = || of_year("journal-title", "journal-title-year", year);
    let mut blocks =
        vec![Block::Paragraph(Phrase::new("journal-count").with("count", count(rows.len())))];
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: caption(),
            columns: vec![
                words_column("journal-column-number", BY_WORDS),
                words_column("journal-column-recorded", BY_WORDS),
                words_column("journal-column-effective", BY_WORDS),
                words_column("journal-column-kind", BY_WORDS),
                words_column("reports-column-recipient", BY_WORDS),
                words_column("journal-column-object", BY_WORDS),
                figures_column("amount", BY_WORDS),
                words_column("journal-column-voucher", BY_WORDS),
                words_column("journal-column-reference", BY_WORDS),
                words_column("journal-column-person", BY_WORDS),
            ],
            rows: bookmarked(&rows, persons),
        }));
    }
    if !persons.is_empty() {
        blocks.push(Block::Heading(Phrase::new("journal-persons")));
        blocks.push(Block::Table(of_persons(persons, &rows)));
    }
    blocks.push(Block::Note(Phrase::new("journal-note")));
    if annex.is_some() {
        blocks.push(Block::Note(Phrase::new("journal-note-full")));
    }
    Report { annex, ..report("journal", caption(), frame, blocks) }
}

/// Every person enrolled: the number by which entries name it, its name as long as it is not
/// erased, what it may do, and how many of the entries are its own.
fn of_persons(persons: &[PersonRow], rows: &[&JournalRow]) -> Table {
    let row = |person: &PersonRow| {
        let own = rows.iter().filter(|row| row.actor == person.person).count();
        let roles = person.roles.iter().map(|role| words(role_key(*role))).collect();
        item(vec![
            number(person.person.0.into()),
            person.name.as_ref().map_or_else(|| words("journal-name-erased"), text),
            list(roles).unwrap_or(Cell::Nil),
            count(own),
        ])
    };
    Table {
        caption: Phrase::new("journal-persons"),
        columns: vec![
            words_column("journal-column-number", 2),
            words_column("journal-column-name", 6),
            words_column("journal-column-roles", 12),
            figures_column("journal-column-entries", 4),
        ],
        rows: persons.iter().map(row).collect(),
    }
}

/// Message of a role.
const fn role_key(role: Role) -> &'static str {
    match role {
        Role::DeskOfficer => "role-desk-officer",
        Role::Attester => "role-attester",
        Role::Approver => "role-approver",
        Role::BudgetOfficer => "role-budget-officer",
        Role::Administrator => "role-administrator",
        Role::Auditor => "role-auditor",
    }
}

/// What an entry is about; a setting with its value, a person by number and, while it is known, by
/// name, and what is charged with the money of a grant.
fn about(row: &JournalRow, persons: &[PersonRow]) -> Cell {
    let own = object(row.kind, &row.object);
    if row.kind == Kind::SettingMade {
        // A body is stored as its kind writes it; another one would be a finding long before.
        let made = serde_json::from_str::<SettingMade>(&row.body);
        return made.map_or(own, |made| Cell::Setting(Box::new(made.setting)));
    }
    let of = |person: &&PersonRow| person.person.0.to_string() == row.object;
    let person = persons.iter().filter(|_| row.kind == Kind::PersonEnrolled).find(of);
    let name = person.and_then(|person| person.name.as_ref()).map(text);
    let all = [Some(own), name, charged(row)];
    list(all.into_iter().flatten().collect()).unwrap_or(Cell::Nil)
}

/// Title and fiscal year that a draw, an order or a payment is charged to.
fn charged(row: &JournalRow) -> Option<Cell> {
    let written = |(of, year): &(TitleKey, FiscalYear)| {
        let charged = Phrase::new("journal-charged").with("title", text(title(of)));
        charged.with("year", Cell::Year(*year))
    };
    let moved = |before, after| {
        let moved = Phrase::new("journal-charged-moved").with("before", Cell::Phrase(before));
        moved.with("after", Cell::Phrase(after))
    };
    row.charged.iter().map(written).reduce(moved).map(Cell::Phrase)
}

/// The rows, with a bookmark where a year and where a month of recording begins.
fn bookmarked(rows: &[&JournalRow], persons: &[PersonRow]) -> Vec<Row> {
    let mut last: Option<Day> = None;
    let mut all = Vec::new();
    for row in rows {
        let day = berlin_day(row.recorded_at);
        let mut begun = Vec::new();
        for (level, unit) in [(2, Precision::Year), (3, Precision::Month)] {
            let within = |day| ImpreciseDate::containing(unit, day);
            if last.is_none_or(|last| within(last) != within(day)) {
                let said = Phrase::new("journal-recorded-in").with("in", Cell::Date(within(day)));
                begun.push((level, said));
            }
        }
        last = Some(day);
        all.push(Row { bookmarks: begun, ..entry(row, persons) });
    }
    all
}

/// Every entry with what a machine needs to hold it against the chain; times are UTC, to the
/// microsecond, as they are hashed.
fn full(rows: &[JournalRow]) -> Table {
    let row = |row: &JournalRow| {
        let seq = |seq: Option<Seq>| seq.map_or(Cell::Empty, number);
        let recorded = DateTime::from_timestamp_micros(row.recorded_at)
            .map(|at| text(at.to_rfc3339_opts(SecondsFormat::Micros, true)));
        item(vec![
            number(row.seq),
            text(uuid::Uuid::from_bytes(row.uid).to_string()),
            recorded.unwrap_or(Cell::Empty),
            Cell::Day(row.effective_on),
            text(row.kind.as_str()),
            Cell::Kind(row.kind),
            text(row.recipient.as_str()),
            text(&row.recipient_name),
            number(row.recipient_seq),
            text(&row.object),
            row.amount.map_or(Cell::Empty, plain),
            text(&row.voucher),
            seq(row.reference),
            seq(row.reversed_by),
            number(row.actor.0.into()),
            text(row.actor_name.clone().unwrap_or_default()),
            text(&row.login),
            text(hex::encode(row.hash)),
            text(hex::encode(row.recipient_hash)),
        ])
    };
    Table {
        caption: Phrase::new("journal-full"),
        columns: FULL
            .into_iter()
            .map(
                |head| {
                    if head == "amount" { figures_column(head, 1) } else { words_column(head, 1) }
                },
            )
            .collect(),
        rows: rows.iter().map(row).collect(),
    }
}

fn entry(row: &JournalRow, persons: &[PersonRow]) -> Row {
    let reversed =
        |by: Seq| Cell::Phrase(Phrase::new("journal-reversed").with("number", number(by)));
    let reference = match (row.reference, row.reversed_by) {
        (None, Some(by)) => reversed(by),
        (Some(seq), Some(by)) => list(vec![number(seq), reversed(by)]).unwrap_or(Cell::Nil),
        (Some(seq), None) => number(seq),
        (None, None) => Cell::Nil,
    };
    let person = row.actor_name.clone().map_or_else(
        || Cell::Phrase(Phrase::new("journal-person").with("number", number(row.actor.0.into()))),
        text,
    );
    item(vec![
        number(row.seq),
        Cell::Day(berlin_day(row.recorded_at)),
        Cell::Day(row.effective_on),
        Cell::Kind(row.kind),
        if row.recipient.is_empty() {
            words("journal-programme")
        } else {
            text(&row.recipient_name)
        },
        about(row, persons),
        row.amount.map_or(Cell::Nil, plain),
        said(&row.voucher),
        reference,
        person,
    ])
}
