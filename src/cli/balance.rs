//! `balance`: where the money stands, for people and as JSON.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use super::times::TimesArgs;
use super::{Problem, open_or_extract};
use crate::domain::availability::{Left, Standing};
use crate::domain::{Money, Stage};
use crate::store::view::{Balance, BalanceRow, GroupBy, Times};
use crate::store::{Ledger, query};
use crate::text::Text;

#[derive(Args, Debug)]
pub struct BalanceArgs {
    /// Förderbuch, oder Auszug für einen Empfänger
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    #[command(flatten)]
    times: TimesArgs,
    /// Gliederung: stage (nur die Summe), year, title, recipient, recipient-year (Schlüssel
    /// „16066 2020“) oder grant
    #[arg(long, value_enum, default_value_t = By::Year, value_name = "GLIEDERUNG")]
    by: By,
    /// Ausgabe als JSON, Beträge in Cent
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    Stage,
    Year,
    Title,
    Recipient,
    RecipientYear,
    Grant,
}

pub fn run(args: &BalanceArgs, text: &Text) -> Result<String, Problem> {
    let ledger = open_or_extract(&args.file)?;
    let times = args.times.resolve(&ledger, text)?;
    let by = match args.by {
        By::Stage => GroupBy::Stage,
        By::Year => GroupBy::Year,
        By::Title => GroupBy::Title,
        By::Recipient => GroupBy::Recipient,
        By::RecipientYear => GroupBy::RecipientYear,
        By::Grant => GroupBy::Grant,
    };
    // Sums, names and what is left are of one state, whatever is booked meanwhile.
    ledger.reading(|ledger| {
        let balance = query::balance(ledger, times, by)?;
        if args.json {
            as_json(ledger, times, args.by, &balance)
        } else {
            as_text(ledger, times, &balance, text)
        }
    })
}

fn as_json(ledger: &Ledger, times: Times, by: By, balance: &Balance) -> Result<String, Problem> {
    let (head, known_at) = known(ledger, times)?;
    let known_at = DateTime::<Utc>::from_timestamp_micros(known_at).unwrap_or_default();
    let by = by.to_possible_value().map_or_else(String::new, |name| name.get_name().to_owned());
    let stages = stages_of(ledger);
    let mut answer = json!({
        "as_of": times.as_of.to_string(),
        "known_seq": times.known,
        "known_at": known_at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        "head": hex::encode(head),
        "by": by,
        "rows": balance.rows.iter().map(|one| row(one, &stages)).collect::<Vec<_>>(),
        "total": row(&balance.total, &stages),
    });
    if let Some(about) = ledger.extract() {
        answer["extract_for"] = json!(about.recipient);
    } else {
        let cash = query::cash_state(ledger, times)?;
        answer["reconciled_until"] = json!(cash.until.map(|day| day.to_string()));
        answer["reconciled_open"] = json!(cash.open);
    }
    Ok(format!("{answer:#}\n"))
}

/// Stages of which something can be told: an extract knows what belongs to grants.
fn stages_of(ledger: &Ledger) -> Vec<Stage> {
    let whole = ledger.extract().is_none();
    Stage::ALL.iter().copied().filter(|stage| whole || stage.is_of_grant()).collect()
}

fn row(row: &BalanceRow, stages: &[Stage]) -> Value {
    let mut fields = Map::new();
    fields.insert("key".into(), json!(row.key));
    fields.insert("name".into(), json!(row.name));
    for stage in stages {
        fields.insert(format!("{}_cents", stage.as_str()), json!(row.sums.at(*stage).cents()));
    }
    fields.insert("granted_cents".into(), json!(row.granted.cents()));
    fields.insert("open_cents".into(), json!(row.sums.open().cents()));
    fields.insert("actual_cents".into(), json!(row.sums.actual().cents()));
    Value::Object(fields)
}

fn known(ledger: &Ledger, times: Times) -> Result<([u8; 32], i64), Problem> {
    let head = query::head_at(ledger, times.known)?;
    Ok((head.hash, head.recorded_at))
}

/// Columns of figures: message key of the head and the amount of a row.
type Figure = (&'static str, fn(&Line<'_>) -> Money);

/// A row and what stands in Available of it, by its meaning.
struct Line<'a> {
    key: &'a str,
    row: &'a BalanceRow,
    left: Left,
}

const FIGURES: [Figure; 7] = [
    ("cli-column-appropriated", |line| line.row.sums.at(Stage::Appropriated)),
    ("cli-column-granted", |line| line.row.granted),
    ("cli-column-actual", |line| line.row.sums.actual()),
    ("cli-column-open", |line| line.row.sums.open()),
    ("cli-column-blocked", |line| line.row.sums.at(Stage::Blocked)),
    ("cli-column-available", |line| line.left.ahead.free),
    ("programme-column-rest-open", |line| line.left.past.free),
];

/// What stands below zero, never set off; a column each where there is any.
const TAKEN: [Figure; 2] = [
    ("report-prebound", |line| both(line, |standing| standing.prebound)),
    ("report-short", |line| both(line, |standing| standing.short)),
];

fn both(line: &Line<'_>, of: fn(&Standing) -> Money) -> Money {
    of(&line.left.ahead) + of(&line.left.past)
}

/// What comes to a year and leaves it besides the appropriation; a column each where there is any.
const BESIDES: [Stage; 7] = [
    Stage::Exceeded,
    Stage::CoverIn,
    Stage::CarriedIn,
    Stage::CoverOut,
    Stage::CarriedOut,
    Stage::Lapsed,
    Stage::RestCharged,
];

fn as_text(
    ledger: &Ledger,
    times: Times,
    balance: &Balance,
    text: &Text,
) -> Result<String, Problem> {
    let (_, known_at) = known(ledger, times)?;
    let programme = query::programme(ledger)?;
    let mut out = String::new();
    line(&mut out, &text.format("cli-balance-title", &[("programme", programme.name)]));
    if programme.sample {
        line(&mut out, &text.get("sample-data"));
    }
    let arguments = [
        ("day", text.day(times.as_of)),
        ("seq", times.known.to_string()),
        ("time", text.known_at(known_at)),
    ];
    line(&mut out, &text.format("cli-balance-times", &arguments));
    if let Some(about) = ledger.extract() {
        line(&mut out, &text.format("cli-extract-of", &[("recipient", about.recipient.clone())]));
    } else {
        let cash = query::cash_state(ledger, times)?;
        line(&mut out, &text.cash_until((cash.until, cash.open), cash.open_from));
    }
    line(&mut out, "");
    let (left, all) = query::left_by(ledger, times, balance.by)?;
    let name = text.get("cli-total");
    let total = Line { key: &name, row: &balance.total, left: all };
    let figures = figures_of(ledger, &total);
    if balance.by == GroupBy::Stage {
        out.push_str(&stages(&total, &figures, text));
        return Ok(out);
    }
    let found =
        |at: &Stage| balance.rows.iter().any(|row| !row.sums.at(*at).is_zero()).then_some(*at);
    let besides: Vec<Stage> = BESIDES.iter().filter_map(found).collect();
    let mut rows = vec![
        [text.get("cli-column-key"), text.get("cli-column-name")]
            .into_iter()
            .chain(figures.iter().map(|(key, _)| text.get(key)))
            .chain(besides.iter().map(|stage| text.stage(*stage)))
            .collect::<Vec<_>>(),
    ];
    for row in &balance.rows {
        let left = left.get(&row.key).copied().unwrap_or_default();
        rows.push(cells(&Line { key: &row.key, row, left }, (&figures, &besides), text));
    }
    rows.push(cells(&total, (&figures, &besides), text));
    out.push_str(&aligned(&rows));
    Ok(out)
}

/// One line per stage, and the sums that parliament asks for; what stands in Available is told by
/// its meaning alone.
fn stages(total: &Line<'_>, figures: &[Figure], text: &Text) -> String {
    let at = |stage: &Stage| total.row.sums.at(*stage);
    let stage = |stage: &Stage| vec![text.stage(*stage), String::new(), text.money(at(stage))];
    let told = |stage: &&Stage| **stage != Stage::Available && !at(stage).is_zero();
    let mut rows: Vec<Vec<String>> = Stage::ALL.iter().filter(told).map(stage).collect();
    for (key, figure) in figures.iter().filter(|(key, _)| !OF_ONE_STAGE.contains(key)) {
        rows.push(vec![text.get(key), String::new(), text.money(figure(total))]);
    }
    aligned(&rows)
}

/// Figures that can be told of an extract, which knows nothing of the budget.
const OF_GRANTS: [&str; 3] = ["cli-column-granted", "cli-column-actual", "cli-column-open"];

/// Figures that a list of stages has already.
const OF_ONE_STAGE: [&str; 2] = ["cli-column-appropriated", "cli-column-blocked"];

/// Figures that can be told, what is short or bound ahead only where there is any.
fn figures_of(ledger: &Ledger, total: &Line<'_>) -> Vec<Figure> {
    if ledger.extract().is_some() {
        return FIGURES.into_iter().filter(|(key, _)| OF_GRANTS.contains(key)).collect();
    }
    let taken = TAKEN.into_iter().filter(|(_, figure)| !figure(total).is_zero());
    FIGURES.into_iter().chain(taken).collect()
}

fn cells(line: &Line<'_>, (figures, besides): (&[Figure], &[Stage]), text: &Text) -> Vec<String> {
    // Without a recipient the key is empty, or a blank and the year.
    let without = line.key.is_empty() || line.key.starts_with(' ');
    let nobody = if without { text.get("cli-without-key") } else { String::new() };
    let key = nobody + line.key;
    [key, line.row.name.clone()]
        .into_iter()
        .chain(figures.iter().map(|(_, figure)| text.money(figure(line))))
        .chain(besides.iter().map(|stage| text.money(line.row.sums.at(*stage))))
        .collect()
}

/// Words to the left, figures to the right, two blanks between columns.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut written = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            pad(&mut written, cell, *width, column >= 2);
        }
        line(&mut out, written.trim_end());
    }
    out
}

fn pad(out: &mut String, cell: &str, width: usize, right: bool) {
    if width == 0 {
        return;
    }
    let blanks = " ".repeat(width.saturating_sub(cell.chars().count()));
    if right {
        out.push_str(&blanks);
    }
    out.push_str(cell);
    if !right {
        out.push_str(&blanks);
    }
    out.push_str("  ");
}

fn line(out: &mut String, words: &str) {
    out.push_str(words);
    out.push('\n');
}
