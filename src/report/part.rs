//! Parts that every report is made of: basis, subtitle, columns, rows, cells.

use rust_decimal::Decimal;

use crate::domain::body::{Financing, PaperLanguage, ReaderNote};
use crate::domain::date::berlin_day;
use crate::domain::interest::{DayCount, Segment};
use crate::domain::procedure::CaseState;
use crate::domain::recipient::official_name;
use crate::domain::setting::Letterhead;
use crate::domain::{Day, FiscalYear, Kind, Money, Seq, Stage, TitleKey};
use crate::report::{
    Asked, Basis, Block, Cell, Column, Phrase, PostingFilter, Report, Row, RowKind, Sender, Table,
    footnote,
};
use crate::store::view::{
    CaseRow, Head, MilestoneRow, MilestoneState, PaidBeyond, Programme, ReportFrame, Times,
};

/// Where the amount in force of a grant stands; what was claimed back is not in force any more.
pub const GRANTED: [Stage; 5] =
    [Stage::Committed, Stage::Requested, Stage::Ordered, Stage::Paid, Stage::Held];

/// No-break space: the parts of a title key stay on one line.
const NBSP: char = '\u{a0}';

/// The pair of times and the chain head, without a recipient's own chain.
pub fn basis(programme: &Programme, times: Times, head: &Head) -> Basis {
    Basis {
        programme: programme.name.clone(),
        as_of: times.as_of,
        known: times.known,
        known_at: head.recorded_at,
        head: head.hash,
        recipient_head: None,
        sample: programme.sample,
        asked: Asked::default(),
    }
}

/// "Stichtag … · Datenstand Buchung Nr. … vom … · alle Beträge in Euro".
pub fn subtitle(times: Times, head: &Head) -> Phrase {
    Phrase::new("report-subtitle")
        .with("day", Cell::Day(times.as_of))
        .with("number", number(times.known))
        .with("known", Cell::Day(berlin_day(head.recorded_at)))
}

/// A report without a letter, with the source of its figures as last note; its sender is told by
/// whoever makes it.
pub fn report(
    kind: &'static str,
    title: Phrase,
    frame: &ReportFrame,
    mut blocks: Vec<Block>,
) -> Report {
    blocks.push(Block::Note(source(frame.times)));
    footnote::numbered(&mut blocks);
    Report {
        kind,
        title,
        subtitle: subtitle(frame.times, &frame.head),
        basis: basis(&frame.programme, frame.times, &frame.head),
        letter: None,
        sender: Sender::default(),
        blocks,
        annex: None,
    }
}

/// Where all figures come from, and what the dash means.
pub fn source(times: Times) -> Phrase {
    Phrase::new("programme-source").with("number", number(times.known))
}

/// Whose paper it is, by the letterhead.
#[must_use]
pub fn sender(head: &Letterhead) -> Sender {
    Sender { name: head.authority.name.clone(), logo: head.logo.clone() }
}

/// A title that may name a fiscal year: two messages, the second with the year.
pub fn of_year(whole: &'static str, one: &'static str, year: Option<FiscalYear>) -> Phrase {
    year.map_or_else(|| Phrase::new(whole), |year| Phrase::new(one).with("year", Cell::Year(year)))
}

/// An amount without the bookings behind it.
pub const fn plain(amount: Money) -> Cell {
    Cell::Money(amount, None)
}

/// The recipient of a case, with its type.
pub fn recipient(case: &CaseRow) -> Cell {
    text(official_name(case.recipient_type, &case.recipient_name))
}

/// The state of a case: the word of the domain.
pub const fn case_state(state: CaseState) -> Cell {
    words(match state {
        CaseState::Received => "case-state-received",
        CaseState::InExamination => "case-state-in-examination",
        CaseState::Examined => "case-state-examined",
        CaseState::Issued => "case-state-issued",
        CaseState::Announced => "case-state-announced",
        CaseState::Final => "case-state-final",
        CaseState::Challenged => "case-state-challenged",
        CaseState::InProgress => "case-state-in-progress",
        CaseState::Rejected => "case-state-rejected",
        CaseState::Withdrawn => "case-state-withdrawn",
        CaseState::Revoked => "case-state-revoked",
        CaseState::ProofDue => "case-state-proof-due",
        CaseState::ProofReceived => "case-state-proof-received",
        CaseState::ProofChecked => "case-state-proof-checked",
        CaseState::Claimed => "case-state-claimed",
        CaseState::Closed => "case-state-closed",
        CaseState::Archivable => "case-state-archivable",
    })
}

/// Number of a journal entry, without groups, as in the foot of the page.
pub fn number(seq: Seq) -> Cell {
    Cell::Text(seq.to_string())
}

/// How many there are.
pub fn count(things: usize) -> Cell {
    Cell::Number(i64::try_from(things).unwrap_or(i64::MAX))
}

/// A phrase without arguments as a cell.
pub const fn words(key: &'static str) -> Cell {
    Cell::Phrase(Phrase::new(key))
}

/// A recorded text as a cell.
pub fn text(recorded: impl Into<String>) -> Cell {
    Cell::Text(recorded.into())
}

/// What an entry is about, or nil; titles as everywhere on paper, with the years behind them.
pub fn object(kind: Kind, key: &str) -> Cell {
    if key.is_empty() {
        return Cell::Nil;
    }
    let (titles, years) = key.split_at(key.find(", ").unwrap_or(key.len()));
    let titles: Vec<TitleKey> = titles.split(" → ").map(TitleKey::new).collect();
    if titles.iter().any(|own| title_parts(own).is_none()) {
        return Cell::Object(kind, key.to_owned());
    }
    let written: Vec<String> = titles.iter().map(title).collect();
    text(written.join(" → ") + years)
}

/// A recorded text, or nil when there is none.
pub fn said(recorded: &str) -> Cell {
    if recorded.is_empty() { Cell::Nil } else { text(recorded) }
}

/// An amount with the bookings that make it up.
pub const fn money(amount: Money, filter: PostingFilter) -> Cell {
    Cell::Money(amount, Some(filter))
}

/// Share of a whole, or nil when there is no whole.
pub fn percent(part: Money, whole: Money) -> Cell {
    part.percent_of(whole).map_or(Cell::Nil, Cell::Percent)
}

/// A note where the shares in the last column, each rounded for itself, do not add up to that of
/// the sum; nothing where they do.
pub fn rounded_shares(table: &Table) -> Option<Block> {
    let share = |row: &Row| match row.cells.last() {
        Some(Cell::Percent(share)) => Some(*share),
        _ => None,
    };
    let whole = table.rows.last().and_then(share)?;
    let items = table.rows.iter().filter(|row| row.kind == RowKind::Item);
    let added: Decimal = items.filter_map(share).sum();
    (added != whole).then(|| Block::Note(Phrase::new("report-note-shares")))
}

/// A column of words.
pub const fn words_column(head: &'static str, weight: u32) -> Column {
    Column { head: Phrase::new(head), weight, numeric: false }
}

/// A column of figures.
pub const fn figures_column(head: &'static str, weight: u32) -> Column {
    Column { head: Phrase::new(head), weight, numeric: true }
}

/// A line of a table.
pub const fn item(cells: Vec<Cell>) -> Row {
    Row::new(RowKind::Item, cells)
}

/// A sum of a table.
pub const fn sum(cells: Vec<Cell>) -> Row {
    Row::new(RowKind::Sum, cells)
}

/// A note to the reader, in the language of the paper; in the other one when it is missing.
pub fn note(note: &ReaderNote) -> Phrase {
    match (note.de.as_str(), note.en.as_str()) {
        ("", en) => quoted(PaperLanguage::En, en),
        (de, "") => quoted(PaperLanguage::De, de),
        (de, en) => Phrase::new("report-note").with("de", text(de)).with("en", text(en)),
    }
}

/// What lapsed in all, and of what it is made up: what was booked as lapsed and what remainders at
/// the charge of the next year replaced; nothing without such remainders.
pub fn lapse_apart(booked: Money, replaced: Money) -> Option<Phrase> {
    (!replaced.is_zero()).then(|| {
        Phrase::new("report-note-lapse")
            .with("whole", plain(booked + replaced))
            .with("booked", plain(booked))
            .with("replaced", plain(replaced))
    })
}

/// Words that stay in their language, whatever that of the paper.
pub fn quoted(language: PaperLanguage, words: &str) -> Phrase {
    Phrase::new(match language {
        PaperLanguage::De => "quoted-de",
        PaperLanguage::En => "quoted-en",
    })
    .with("text", text(words))
}

/// "first, second, third".
pub fn list(cells: Vec<Cell>) -> Option<Cell> {
    cells.into_iter().reduce(|before, next| {
        Cell::Phrase(Phrase::new("report-list").with("before", before).with("next", next))
    })
}

/// Sentences one after the other, as one note; `None` without any.
pub fn sentences(keys: impl IntoIterator<Item = &'static str>) -> Option<Phrase> {
    keys.into_iter().map(Phrase::new).reduce(then)
}

/// Until which day payments are reconciled with the cash office, as the balance says it.
pub fn reconciled_until(until: Option<Day>) -> Phrase {
    until.map_or_else(
        || Phrase::new("cash-reconciled-none"),
        |day| Phrase::new("cash-reconciled-until").with("day", Cell::Day(day)),
    )
}

/// How authority in use for a year, which report R6 has, and what is granted from it, which report
/// R1 has, come together; nothing where they are the same.
pub fn authority_beside(year: FiscalYear, used: Money, granted: Money) -> Option<Phrase> {
    let gone = used - granted;
    gone.is_positive().then(|| {
        Phrase::new("report-note-authority")
            .with("year", Cell::Year(year))
            .with("used", plain(used))
            .with("granted", plain(granted))
            .with("gone", plain(gone))
    })
}

/// One sentence after the other.
pub fn then(before: Phrase, next: Phrase) -> Phrase {
    let both = Phrase::new("report-sentences").with("before", Cell::Phrase(before));
    both.with("next", Cell::Phrase(next))
}

/// Why more can be paid than is granted, as far as it occurs: claims, returns granted anew.
pub fn paid_beyond(beyond: PaidBeyond) -> Option<Phrase> {
    let key = match (beyond.claimed.is_positive(), beyond.regranted.is_positive()) {
        (true, true) => "report-note-beyond",
        (true, false) => "report-note-beyond-claims",
        (false, true) => "report-note-beyond-returns",
        (false, false) => return None,
    };
    Some(Phrase::new(key))
}

/// Percentage points above the base rate, "5 Prozentpunkte".
pub fn percentage_points(margin: Decimal) -> Cell {
    points(&margin.normalize().to_string())
}

/// By how many points two rates differ, as exactly as rates are shown: "−1,78 Prozentpunkte".
pub fn percentage_points_apart(difference: Decimal) -> Cell {
    points(&format!("{difference:.2}").replace('-', "−"))
}

fn points(written: &str) -> Cell {
    let number = match written.split_once('.') {
        Some((whole, fraction)) => Cell::Phrase(
            Phrase::new("report-decimal")
                .with("whole", text(whole))
                .with("fraction", text(fraction)),
        ),
        None => text(written),
    };
    Cell::Phrase(Phrase::new("sheet-points").with("points", number))
}

/// A line of interest at one rate: days, principal, rate, count of days, and the interest shown.
pub fn segment_cells(segment: &Segment) -> Vec<Cell> {
    vec![
        Cell::Day(segment.from),
        Cell::Day(segment.until),
        plain(segment.principal),
        Cell::Percent(segment.rate_percent),
        Cell::Number(segment.days),
        Cell::Number(segment.year_basis),
        plain(segment.shown),
    ]
}

/// How days of interest are counted: "30/360".
pub const fn day_count(count: DayCount) -> Cell {
    words(match count {
        DayCount::Thirty360 => "day-count-thirty-360",
        DayCount::Act365 => "day-count-act-365",
        DayCount::ActAct => "day-count-act-act",
    })
}

/// Kind of financing: the word of the domain.
pub const fn financing(financing: Financing) -> &'static str {
    match financing {
        Financing::Share => "financing-share",
        Financing::Shortfall => "financing-shortfall",
        Financing::FixedAmount => "financing-fixed-amount",
        Financing::Full => "financing-full",
    }
}

/// Investive or consumptive.
pub const fn class(investive: bool) -> Cell {
    words(if investive { "investive" } else { "consumptive" })
}

/// Chapter and item of a title key of the usual shape, "1616 88371".
pub fn title_parts(title: &TitleKey) -> Option<(&str, &str)> {
    title.as_str().split_once(' ').filter(|(chapter, item)| {
        let digits = chapter.bytes().chain(item.bytes()).all(|byte| byte.is_ascii_digit());
        digits && chapter.len() == 4 && item.len() == 5
    })
}

/// A title as in a budget, below the head "Kapitel/Titel": "16 16 / 883 71".
pub fn title(title: &TitleKey) -> String {
    match title_parts(title) {
        Some((chapter, item)) => {
            format!("{}{NBSP}/{NBSP}{}{NBSP}{}", chapter_written(chapter), &item[..3], &item[3..])
        }
        None => title.as_str().to_owned(),
    }
}

/// "16 16", unbroken.
pub fn chapter_written(chapter: &str) -> String {
    let (plan, rest) = chapter.split_at(chapter.len() / 2);
    format!("{plan}{NBSP}{rest}")
}

/// Where a milestone stands: "erreicht, September 2020", "im Plan".
pub fn milestone_state(milestone: &MilestoneRow) -> Cell {
    let state = match (milestone.state, milestone.actual) {
        (MilestoneState::Reached, Some(actual)) => {
            Phrase::new("report-reached").with("date", Cell::Date(actual))
        }
        (MilestoneState::Reached, None) => Phrase::new("milestone-reached"),
        (MilestoneState::Late, _) => Phrase::new("milestone-late"),
        (MilestoneState::Delayed, _) => Phrase::new("milestone-delayed"),
        (MilestoneState::Planned, _) => Phrase::new("milestone-planned"),
        (MilestoneState::Unplanned, _) => Phrase::new("milestone-unplanned"),
        (MilestoneState::Undated, _) => Phrase::new("milestone-undated"),
    };
    match milestone.forecast {
        Some(forecast) if milestone.state != MilestoneState::Reached => {
            let forecast = Phrase::new("report-forecast").with("date", Cell::Date(forecast));
            list(vec![Cell::Phrase(state), Cell::Phrase(forecast)]).unwrap_or(Cell::Nil)
        }
        _ => Cell::Phrase(state),
    }
}

/// Plan of a milestone as exactly as it is known.
pub fn milestone_plan(milestone: &MilestoneRow) -> Cell {
    milestone.plan.map_or(Cell::Nil, Cell::Date)
}
