//! `reconcile`: the list of the cash office, previewed or booked.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::book::person;
use super::{Problem, file_name, open_to_book, plain};
use crate::domain::FiscalYear;
use crate::domain::cash::{Finding, Matched};
use crate::exchange::cash_list::{CashList, Profile, read_cash_list};
use crate::ops::{self, Failure, ListName, Reconciled, Stamp};
use crate::store::{Access, Ledger, files};
use crate::system;
use crate::text::{Text, cash_form};

#[derive(Args, Debug)]
pub struct ReconcileArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Istliste der Kasse als CSV oder XLSX mit Beleg, Titel, Haushaltsjahr, Tag und Betrag
    #[arg(long, value_name = "LISTE", required_unless_present = "template")]
    list: Option<PathBuf>,
    /// Schreibt eine Liste zum Ausfüllen: was die Kasse zu bestätigen hat
    #[arg(long, value_name = "ZIEL", conflicts_with_all = ["list", "profile", "book", "person", "json"])]
    template: Option<PathBuf>,
    /// Mit --template: nur dieses Haushaltsjahr
    #[arg(long, value_name = "JAHR", requires = "template")]
    year: Option<i32>,
    /// Spaltenprofil als JSON: welche Spalte was enthält; ohne Angabe die üblichen Köpfe
    #[arg(long, value_name = "PROFIL")]
    profile: Option<PathBuf>,
    /// Wer abgleicht: Nummer oder Name einer eingetragenen Person
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
    /// Bucht, was zweifelsfrei ist, alles oder nichts; ohne diese Angabe nur die Vorschau
    #[arg(long)]
    book: bool,
    /// Ausgabe als JSON, Beträge in Cent
    #[arg(long)]
    json: bool,
}

pub fn run(args: &ReconcileArgs, text: &Text) -> Result<String, Problem> {
    if let Some(path) = &args.template {
        let ledger = Ledger::open(&args.file, Access::Read)?;
        ledger.require_good()?;
        let rows = ops::cash_template(&ledger, args.year.map(FiscalYear))?;
        files::write_new(path, &cash_form(&rows))?;
        return Ok(format!("{}\n", text.format("cli-written", &[("path", plain(path))])));
    }
    let Some(path) = &args.list else { return Ok(String::new()) };
    let profile = match &args.profile {
        Some(path) => read_profile(path, text)?,
        None => Profile::default(),
    };
    let name = file_name(path);
    let file = File::open(path).map_err(|error| files::io_error(&error, path))?;
    let list = read_cash_list(file, &name, &profile, &mut |_| true)
        .map_err(|refused| Problem::File(text.file_refused(&refused)))?;
    let unread = list.unread_rows();
    let named = ListName { name: &name, unread: &unread, of: None };
    let mut ledger = if args.book {
        open_to_book(&args.file, text)?
    } else {
        Ledger::open(&args.file, Access::Read)?
    };
    ledger.require_good()?;
    let who = match &args.person {
        Some(typed) => Some(person(&ledger, typed, text)?),
        None if args.book => return Err(Problem::Use(text.get("cash-person-missing"))),
        None => None,
    };
    let (found, booked) = match who.filter(|_| args.book) {
        Some(person) => {
            let stamp = Stamp::new(system::now(), system::login());
            let Reconciled { lines, booked } =
                ops::cash_book(&mut ledger, &list.lines, named, person, &stamp)
                    .map_err(|failure| refused(failure, &list, text))?;
            (lines, Some(booked))
        }
        None => (ops::cash_preview(&ledger, &list.lines, (who, system::now()))?, None),
    };
    if args.json {
        return Ok(as_json(&found, &list, booked.as_deref(), text));
    }
    let mut out = as_text(&found, &list, booked.is_some(), text);
    if booked.is_none() {
        let news = ops::cash_news(&ledger, &found, named, system::now())?;
        out.extend(news.map(|news| text.cash_news(news) + "\n"));
    }
    out.push_str(&match booked.as_deref() {
        Some([]) => text.get("cash-booked-none"),
        Some([.., last]) => {
            let count = booked.as_ref().map_or(0, Vec::len);
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            text.count("cash-booked", count, &[("seq", last.to_string())])
        }
        None => text.get("cash-preview-only"),
    });
    out.push('\n');
    Ok(out)
}

fn read_profile(path: &Path, text: &Text) -> Result<Profile, Problem> {
    let bytes = std::fs::read(path).map_err(|error| files::io_error(&error, path))?;
    Profile::from_json(&String::from_utf8_lossy(&bytes)).map_err(|wrong| {
        let arguments = [("path", plain(path)), ("reason", text.profile_wrong(wrong))];
        Problem::Use(text.quoting("cash-profile-wrong", &arguments))
    })
}

fn refused(failure: Failure, list: &CashList, text: &Text) -> Problem {
    match failure {
        Failure::Refused { index, refusal } => {
            let sentence = ("sentence", text.refusal(&refusal));
            Problem::No(match list.lines.get(index) {
                Some(line) => {
                    text.format("cash-line-refused", &[("line", line.line.to_string()), sentence])
                }
                None => text.format("cash-refused", &[sentence]),
            })
        }
        Failure::Store(error) => Problem::Store(error),
    }
}

/// Lines that agree already, that are booked, that stay open; unreadable ones among the last.
fn counts(found: &[Matched], list: &CashList) -> (usize, usize, usize) {
    let of = |wanted: fn(Finding) -> bool| found.iter().filter(|one| wanted(one.finding)).count();
    (of(Finding::is_settled), of(Finding::books), of(Finding::is_open) + list.unread.len())
}

fn as_text(found: &[Matched], list: &CashList, booked: bool, text: &Text) -> String {
    let heads = ["line", "voucher", "title", "year", "day", "amount", "finding"];
    let mut rows: Vec<Vec<String>> =
        vec![heads.iter().map(|head| text.get(&format!("cash-column-{head}"))).collect()];
    for one in found {
        let line = &one.line;
        rows.push(vec![
            line.line.to_string(),
            line.voucher.clone(),
            line.title.clone(),
            line.year.0.to_string(),
            text.day(line.day),
            text.money(line.amount),
            text.cash_finding(one.finding),
        ]);
    }
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    let widths: Vec<usize> = (0..heads.len()).map(|at| width(at).unwrap_or_default()).collect();
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for ((at, cell), width) in row.iter().enumerate().zip(&widths) {
            let padded =
                if at == 5 { format!("{cell:>width$}  ") } else { format!("{cell:<width$}  ") };
            line.push_str(&padded);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    for note in list.all_notes() {
        out.push_str(&text.file_note(note));
        out.push('\n');
    }
    let (settled, books, open) = counts(found, list);
    let figures = [
        ("all", (settled + books + open).to_string()),
        ("settled", settled.to_string()),
        ("books", books.to_string()),
        ("open", open.to_string()),
    ];
    let summary = if booked { "cash-summary-booked" } else { "cash-summary" };
    out.push_str(&text.format(summary, &figures));
    out.push('\n');
    out
}

fn as_json(found: &[Matched], list: &CashList, booked: Option<&[u64]>, text: &Text) -> String {
    let (settled, books, open) = counts(found, list);
    let rows: Vec<_> = found.iter().map(|one| row(one, text)).collect();
    let notes: Vec<String> = list.all_notes().map(|note| text.file_note(note)).collect();
    let answer = json!({
        "lines": rows,
        "notes": notes,
        "settled": settled,
        "books": books,
        "open": open,
        "booked": booked,
    });
    format!("{answer:#}\n")
}

fn row(one: &Matched, text: &Text) -> serde_json::Value {
    let name = match one.finding {
        Finding::Known(_) => "known",
        Finding::Booked(_) => "booked",
        Finding::Reconcile(_) => "reconcile",
        Finding::Confirm(_) => "confirm",
        Finding::Return(_) => "return",
        Finding::ReturnConfirmed(_) => "return_confirmed",
        Finding::Repay(_) => "repay",
        Finding::Open(..) => "open",
    };
    json!({
        "line": one.line.line,
        "voucher": one.line.voucher,
        "title": one.line.title,
        "fiscal_year": one.line.year.0,
        "day": one.line.day.to_string(),
        "amount_cents": one.line.amount.cents(),
        "finding": name,
        "entry": one.finding.entry(),
        "words": text.cash_finding(one.finding),
    })
}
