//! The difference: why a figure that was printed then is another one now, booking by booking.

use crate::domain::date::berlin_day;
use crate::domain::{Day, Seq};
use crate::report::part::{
    count, figures_column, item, number, object, plain, report, said, sum, text, title, words,
    words_column,
};
use crate::report::{Block, Cell, Phrase, Report, Row, Table};
use crate::store::view::{DifferenceData, Figure, FigureChange, JournalRow, Times};

/// The figures of report R1 that differ between two Datenstände, each with the entries that made
/// it so; their sum is the difference.
#[must_use]
pub fn difference(data: &DifferenceData) -> Report {
    let known = data.frame.times.known;
    let name = Phrase::new("difference-title")
        .with("before", number(data.before))
        .with("after", number(known));
    let between = usize::try_from(data.between).unwrap_or(usize::MAX);
    let recorded = Phrase::new("difference-between")
        .with("count", count(between))
        .with("day", Cell::Day(data.frame.times.as_of));
    let mut blocks = vec![Block::Paragraph(recorded)];
    // What was booked and booked back stands apart: its figure is the same as before.
    let (changed, same): (Vec<_>, Vec<_>) =
        data.changes.iter().partition(|change| change.before != change.after);
    if changed.is_empty() {
        blocks.push(Block::Paragraph(Phrase::new("difference-none")));
    }
    for (key, changes) in [("difference-overview", changed), ("difference-same", same)] {
        if !changes.is_empty() {
            blocks.push(Block::Heading(Phrase::new(key)));
            blocks.push(Block::Table(overview(key, (data.before, data.frame.times), &changes)));
        }
    }
    for change in &data.changes {
        let heading = heading(change, data.frame.times.as_of);
        blocks.push(Block::Heading(heading.clone()));
        blocks.push(Block::Table(entries(change, heading)));
    }
    if !data.changes.is_empty() {
        blocks.push(Block::Note(Phrase::new("difference-note")));
    }
    if data.changes.iter().any(|change| change.figure == Figure::Replaced) {
        blocks.push(Block::Note(Phrase::new("difference-note-replaced")));
    }
    let mut paper = report("difference", name, &data.frame, blocks);
    paper.basis.asked.entry = Some(data.before);
    paper
}

/// Message of a figure on a Stichtag: the word that report R1 has for it. What is left of a year
/// that is over can no longer be granted; what R1 has in several columns, because it stands below
/// zero then or now, is called by what it is made of.
#[must_use]
pub fn figure(change: &FigureChange, as_of: Day) -> &'static str {
    match change.figure {
        Figure::Appropriated => "programme-column-appropriated",
        Figure::Exceeded => "difference-exceeded",
        Figure::CoverIn => "difference-cover-in",
        Figure::CarriedIn => "difference-carried-in",
        Figure::Rest => "programme-column-rest",
        Figure::New => "programme-column-new",
        Figure::FromAuthority => "programme-column-authority",
        Figure::Granted => "programme-column-granted",
        Figure::Actual => "programme-column-outflow",
        Figure::Open => "report-open",
        Figure::Blocked => "programme-column-blocked",
        Figure::CoverOut => "difference-cover-out",
        Figure::CarriedOut => "difference-carried-out",
        Figure::Replaced => "report-replaced",
        Figure::Lapsed => "report-lapse-booked",
        Figure::Available if change.year.is_over(as_of) => "programme-column-rest-open",
        Figure::Available if change.before.is_negative() || change.after.is_negative() => {
            "difference-available"
        }
        Figure::Available => "difference-free",
    }
}

fn heading(change: &FigureChange, as_of: Day) -> Phrase {
    Phrase::new("difference-heading")
        .with("figure", words(figure(change, as_of)))
        .with("title", text(title(&change.title)))
        .with("year", Cell::Year(change.year))
}

/// Figures then and now, each with a link to the entries that made it so.
fn overview(key: &'static str, (before, now): (Seq, Times), changes: &[&FigureChange]) -> Table {
    let at = |seq: Seq| crate::report::Column {
        head: Phrase::new("difference-column-at").with("number", number(seq)),
        ..figures_column("difference-column-at", 4)
    };
    let row = |change: &&FigureChange| {
        let row = item(vec![
            Cell::Year(change.year),
            text(title(&change.title)),
            words(figure(change, now.as_of)),
            plain(change.before),
            plain(change.after),
            plain(change.after - change.before),
        ]);
        Row { leads_to: Some((2, heading(change, now.as_of))), ..row }
    };
    Table {
        caption: Phrase::new(key),
        columns: vec![
            words_column("statement-column-year", 2),
            words_column("programme-column-title", 4),
            words_column("difference-column-figure", 6),
            at(before),
            at(now.known),
            figures_column("difference-column-change", 4),
        ],
        rows: changes.iter().map(row).collect(),
    }
}

/// The entry that it refers to, and its reason, as far as it has them.
fn why(entry: &JournalRow) -> Cell {
    let refers = |seq| Phrase::new("difference-refers").with("number", number(seq));
    match (entry.reference.map(refers), entry.reason()) {
        (Some(refers), Some(reason)) => Cell::Phrase(
            Phrase::new("difference-refers-why")
                .with("refers", Cell::Phrase(refers))
                .with("reason", text(reason)),
        ),
        (Some(refers), None) => Cell::Phrase(refers),
        (None, Some(reason)) => text(reason),
        (None, None) => Cell::Nil,
    }
}

fn entries(change: &FigureChange, caption: Phrase) -> Table {
    let mut rows: Vec<Row> = Vec::new();
    for (entry, by) in &change.entries {
        rows.push(item(vec![
            number(entry.seq),
            Cell::Day(berlin_day(entry.recorded_at)),
            Cell::Day(entry.effective_on),
            Cell::Kind(entry.kind),
            object(entry.kind, &entry.object),
            why(entry),
            said(&entry.voucher),
            plain(*by),
        ]));
    }
    let mut cells = vec![words("difference-sum")];
    cells.extend([const { Cell::Empty }; 6]);
    cells.push(plain(change.entries.iter().map(|(_, by)| *by).sum()));
    rows.push(sum(cells));
    Table {
        caption,
        columns: vec![
            words_column("journal-column-number", 2),
            words_column("journal-column-recorded", 4),
            words_column("journal-column-effective", 4),
            words_column("journal-column-kind", 6),
            words_column("journal-column-object", 6),
            words_column("difference-column-why", 8),
            words_column("journal-column-voucher", 7),
            figures_column("difference-column-change", 5),
        ],
        rows,
    }
}
