//! Two Datenstände of one Stichtag, figure by figure and booking by booking.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{
    DifferenceData, EntryFilter, Figure, FigureChange, JournalRow, Sums, Times, TitleYear,
};
use super::origin::{Origin, origins};
use super::{entries, read, report_frame, title_years};
use crate::domain::stage::StageClass;
use crate::domain::{FiscalYear, Money, Seq, Stage, TitleKey};

type Key = (FiscalYear, TitleKey, Figure);
/// By how much each entry changed each figure.
type Moves = BTreeMap<Key, BTreeMap<Seq, Money>>;

/// What of report R1 differs between two Datenstände, and which entries made it so.
///
/// Figures are read at both times; what each entry changed is read from its postings and due
/// lines alone. That both agree is tested.
///
/// # Errors
/// When the file cannot be read.
pub fn difference(
    from: &impl Readable,
    times: Times,
    before: Seq,
) -> Result<DifferenceData, StoreError> {
    let earlier = figures(&title_years(from, Times { known: before, ..times })?);
    let later = figures(&title_years(from, times)?);
    let mut moves = moves(from, times, before)?;
    for key in earlier.keys().chain(later.keys()) {
        moves.entry(key.clone()).or_default();
    }
    let seqs: BTreeSet<Seq> = moves.values().flat_map(BTreeMap::keys).copied().collect();
    let seqs: Vec<Seq> = seqs.into_iter().collect();
    let named = entries(from, times, &EntryFilter::default(), &seqs)?;
    let rows: BTreeMap<Seq, JournalRow> = named.into_iter().map(|row| (row.seq, row)).collect();
    let at = |found: &BTreeMap<Key, Money>, key: &Key| found.get(key).copied().unwrap_or_default();
    let change = |(key, moved): (Key, BTreeMap<Seq, Money>)| {
        let entries = moved.into_iter().filter(|(_, amount)| !amount.is_zero());
        FigureChange {
            before: at(&earlier, &key),
            after: at(&later, &key),
            entries: entries.filter_map(|(seq, by)| Some((rows.get(&seq)?.clone(), by))).collect(),
            year: key.0,
            title: key.1,
            figure: key.2,
        }
    };
    let changes = moves.into_iter().map(change);
    Ok(DifferenceData {
        frame: report_frame(from, times)?,
        before,
        between: times.known.saturating_sub(before),
        changes: changes
            .filter(|change| change.before != change.after || !change.entries.is_empty())
            .collect(),
    })
}

fn figures(found: &BTreeMap<(TitleKey, FiscalYear), TitleYear>) -> BTreeMap<Key, Money> {
    let mut figures = BTreeMap::new();
    for ((title, year), of) in found {
        let mut say = |figure, amount| figures.insert((*year, title.clone(), figure), amount);
        let sums: &Sums = &of.sums;
        say(Figure::Appropriated, sums.at(Stage::Appropriated));
        say(Figure::Exceeded, sums.at(Stage::Exceeded));
        say(Figure::CoverIn, sums.at(Stage::CoverIn));
        say(Figure::CarriedIn, sums.at(Stage::CarriedIn));
        say(Figure::Rest, sums.at(Stage::RestCharged));
        say(Figure::New, of.new);
        say(Figure::FromAuthority, of.from_authority);
        say(Figure::Granted, of.granted());
        say(Figure::Actual, sums.actual());
        say(Figure::Open, sums.open());
        say(Figure::Blocked, sums.at(Stage::Blocked));
        say(Figure::CoverOut, sums.at(Stage::CoverOut));
        say(Figure::CarriedOut, sums.at(Stage::CarriedOut));
        say(Figure::Replaced, of.replaced);
        say(Figure::Lapsed, sums.at(Stage::Lapsed) - of.replaced);
        say(Figure::Available, sums.at(Stage::Available));
    }
    figures
}

/// The figure that an amount at a stage counts for.
fn figure_of(stage: Stage) -> Option<Figure> {
    Some(match stage {
        Stage::Appropriated => Figure::Appropriated,
        Stage::Exceeded => Figure::Exceeded,
        Stage::CoverIn => Figure::CoverIn,
        Stage::CarriedIn => Figure::CarriedIn,
        Stage::RestCharged => Figure::Rest,
        Stage::CoverOut => Figure::CoverOut,
        Stage::CarriedOut => Figure::CarriedOut,
        Stage::Lapsed => Figure::Lapsed,
        Stage::Blocked => Figure::Blocked,
        Stage::Available => Figure::Available,
        stage if Stage::ACTUAL.contains(&stage) => Figure::Actual,
        stage if Stage::OPEN.contains(&stage) => Figure::Open,
        _ => return None,
    })
}

fn moves(from: &impl Readable, times: Times, before: Seq) -> Result<Moves, StoreError> {
    let bounds = params![times.as_of.to_string(), before, times.known];
    read(from, |conn| {
        let mut moves = Moves::new();
        let mut add = |key: Key, seq: Seq, amount: Money| {
            *moves.entry(key).or_default().entry(seq).or_default() += amount;
        };
        let mut statement = conn.prepare_cached(
            "SELECT event, fiscal_year, title, stage, amount \
             FROM posting JOIN account ON account.id = posting.account \
             WHERE effective_on <= ?1 AND event > ?2 AND event <= ?3",
        )?;
        let mut rows = statement.query(bounds)?;
        while let Some(row) = rows.next()? {
            let stage: String = row.get(3)?;
            let Some(stage) = Stage::from_name(&stage) else { continue };
            let Some(figure) = figure_of(stage) else { continue };
            let posted = Money::from_cents(row.get(4)?);
            let amount = if stage.class() == StageClass::Source { -posted } else { posted };
            let title: String = row.get(2)?;
            let (seq, year, title) = (row.get(0)?, FiscalYear(row.get(1)?), TitleKey::new(title));
            if figure == Figure::Rest {
                // It is formed from the year before, whose money lapses for it.
                let from = FiscalYear(year.0 - 1);
                add((from, title.clone(), Figure::Replaced), seq, amount);
                add((from, title.clone(), Figure::Lapsed), seq, -amount);
            }
            add((year, title, figure), seq, amount);
        }
        for change in origins(conn, times)?.into_iter().filter(|change| change.seq > before) {
            let mut say = |figure| {
                add((change.year, change.title.clone(), figure), change.seq, change.amount);
            };
            say(Figure::Granted);
            match change.origin {
                Origin::New => say(Figure::New),
                Origin::Authority => say(Figure::FromAuthority),
                // Report R1 has it in the whole alone.
                Origin::Carried => {}
            }
        }
        Ok(moves)
    })
}
