//! `reconcile`: the list of the cash office, previewed or booked.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::book::{naming, person};
use super::{Problem, file_name, latest, open, open_to_book, plain};
use crate::domain::body::OpenRow;
use crate::domain::cash::{Finding, ListRead, Matched};
use crate::domain::{FiscalYear, PersonNo};
use crate::exchange::cash_list::{CashList, Profile, read_cash_list};
use crate::ops::{self, Failure, ListName, Reconciled, Stamp};
use crate::store::{Ledger, files};
use crate::system;
use crate::text::{Text, When, cash_form};

#[derive(Args, Debug)]
pub struct ReconcileArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Istliste der Kasse als CSV oder XLSX mit Beleg, Titel, Haushaltsjahr, Tag und Betrag
    #[arg(long, value_name = "LISTE", required_unless_present_any = ["template", "unclear"])]
    list: Option<PathBuf>,
    /// Schreibt eine Liste zum Ausfüllen: was die Kasse zu bestätigen hat
    #[arg(
        long,
        value_name = "ZIEL",
        conflicts_with_all = ["list", "profile", "book", "person", "json"]
    )]
    template: Option<PathBuf>,
    /// Die Zeilen, die frühere Listen ungeklärt ließen, gegen das Förderbuch von heute; mit --book
    /// wird festgehalten, was geklärt ist
    #[arg(long, conflicts_with_all = ["list", "template", "profile"])]
    unclear: bool,
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
        let ledger = open(&args.file)?;
        if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            return Err(Problem::Use(
                text.quoting("cash-template-ending", &[("path", plain(path))]),
            ));
        }
        let rows = ops::cash_template(&ledger, args.year.map(FiscalYear))?;
        files::write_new(path, &cash_form(&rows))?;
        return Ok(format!("{}\n", text.format("cli-written", &[("path", plain(path))])));
    }
    let lists = match &args.list {
        Some(path) => vec![(file_name(path), read_list(path, args, text)?, None)],
        None => Vec::new(),
    };
    let mut ledger = if args.book { open_to_book(&args.file, text)? } else { open(&args.file)? };
    let who = match &args.person {
        Some(typed) => Some(person(&ledger, typed, text)?),
        None if args.book => return Err(Problem::Use(text.get("cash-person-missing"))),
        None => None,
    };
    let text = &naming(&ledger, text);
    let lists = if args.unclear { unclear(&ledger)? } else { lists };
    if lists.is_empty() {
        let nothing = if args.json { "[]".to_owned() } else { text.get("cash-unclear-none") };
        return Ok(nothing + "\n");
    }
    let mut told = Vec::with_capacity(lists.len());
    for (name, list, of) in &lists {
        let reading = Reading { name, list, of: of.as_ref() };
        told.push(reading.looked_at(&mut ledger, (args, who), text)?);
    }
    if args.json {
        let told: Vec<&Value> = told.iter().map(|(_, json)| json).collect();
        return Ok(match told.as_slice() {
            [one] if !args.unclear => format!("{one:#}\n"),
            all => format!("{:#}\n", json!(all)),
        });
    }
    Ok(told.into_iter().map(|(said, _)| said).collect())
}

fn read_list(path: &Path, args: &ReconcileArgs, text: &Text) -> Result<CashList, Problem> {
    let profile = match &args.profile {
        Some(path) => read_profile(path, text)?,
        None => Profile::default(),
    };
    let file = File::open(path).map_err(|error| files::io_error(&error, path))?;
    read_cash_list(file, &file_name(path), &profile, &mut |_| true)
        .map_err(|refused| Problem::File(text.file_refused(&refused)))
}

/// What earlier lists left open, each list as it would be read with nothing else in it.
fn unclear(ledger: &Ledger) -> Result<Vec<(String, CashList, Option<ListRead>)>, Problem> {
    let lists = ops::cash_unclear(ledger)?.into_iter().map(|of| {
        let list = CashList { lines: of.rest().0, ..CashList::default() };
        (of.name.clone(), list, Some(of))
    });
    Ok(lists.collect())
}

/// A list with its name, or what an earlier reading left open of one.
struct Reading<'a> {
    name: &'a str,
    list: &'a CashList,
    of: Option<&'a ListRead>,
}

impl Reading<'_> {
    /// What it comes to, in words and as JSON; booked where that is asked for.
    fn looked_at(
        &self,
        ledger: &mut Ledger,
        (args, who): (&ReconcileArgs, Option<PersonNo>),
        text: &Text,
    ) -> Result<(String, Value), Problem> {
        let unread = self.of.map_or_else(|| self.list.unread_rows(), |of| of.rest().1);
        let named = ListName { name: self.name, unread: &unread, of: self.of };
        let (found, booked) = match who.filter(|_| args.book) {
            Some(person) => {
                let stamp = Stamp::new(system::now(), system::login());
                let Reconciled { lines, booked } =
                    ops::cash_book(ledger, &self.list.lines, named, person, &stamp)
                        .map_err(|failure| refused(failure, self.list, text))?;
                latest::remember(ledger);
                (lines, Some(booked))
            }
            None => (ops::cash_preview(ledger, &self.list.lines, (who, system::now()))?, None),
        };
        let found = Found { lines: found, unread: &unread, booked, list: self.list };
        let mut out = String::new();
        if let Some(of) = self.of {
            let words = [("list", self.name.to_owned()), ("number", of.entry.to_string())];
            out = text.format("cash-unclear-of", &words) + "\n";
        }
        out.push_str(&found.as_text(text));
        if found.booked.is_none() {
            let news = ops::cash_news(ledger, &found.lines, named, system::now())?;
            out.extend(news.map(|news| text.cash_news(news) + "\n"));
        }
        out.push_str(&match found.booked.as_deref() {
            Some([]) => text.get("cash-booked-none"),
            Some([.., last]) => {
                let count = found.booked.as_ref().map_or(0, Vec::len);
                let count = i64::try_from(count).unwrap_or(i64::MAX);
                text.count("cash-booked", count, &[("seq", last.to_string())])
            }
            None => text.get("cash-preview-only"),
        });
        out.push('\n');
        Ok((out, found.as_json(self.name, text)))
    }
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

/// What the lines of a list are, and what was booked of them.
struct Found<'a> {
    lines: Vec<Matched>,
    unread: &'a [OpenRow],
    booked: Option<Vec<u64>>,
    list: &'a CashList,
}

impl Found<'_> {
    /// Lines that agree already, that are booked, that stay open; unreadable ones among the last.
    fn counts(&self) -> (usize, usize, usize) {
        let of = |wanted: fn(Finding) -> bool| {
            self.lines.iter().filter(|one| wanted(one.finding)).count()
        };
        (of(Finding::is_settled), of(Finding::books), of(Finding::is_open) + self.unread.len())
    }

    const fn when(&self) -> When {
        if self.booked.is_some() { When::Booked } else { When::Before }
    }

    fn as_text(&self, text: &Text) -> String {
        let heads = ["line", "voucher", "title", "year", "day", "amount", "finding"];
        let mut rows: Vec<Vec<String>> =
            vec![heads.iter().map(|head| text.get(&format!("cash-column-{head}"))).collect()];
        for one in &self.lines {
            let line = &one.line;
            rows.push(vec![
                line.line.to_string(),
                line.voucher.clone(),
                line.title.clone(),
                line.year.0.to_string(),
                text.day(line.day),
                text.money(line.amount),
                text.cash_finding(one, self.when()),
            ]);
        }
        let mut out = in_columns(&rows);
        for note in self.list.all_notes() {
            out.push_str(&text.file_note(note));
            out.push('\n');
        }
        if self.list.unread.is_empty() {
            out.extend(self.unread.iter().map(|row| text.cash_unread(row) + "\n"));
        }
        let (settled, books, open) = self.counts();
        let figures = [
            ("all", (settled + books + open).to_string()),
            ("settled", settled.to_string()),
            ("books", books.to_string()),
            ("open", open.to_string()),
        ];
        let booked = self.when() == When::Booked;
        let summary = if booked { "cash-summary-booked" } else { "cash-summary" };
        out.push_str(&text.format(summary, &figures));
        out.push('\n');
        out
    }

    fn as_json(&self, name: &str, text: &Text) -> Value {
        let (settled, books, open) = self.counts();
        let rows: Vec<_> = self.lines.iter().map(|one| row(one, self.when(), text)).collect();
        let notes: Vec<String> = self.list.all_notes().map(|note| text.file_note(note)).collect();
        json!({
            "list": name,
            "lines": rows,
            "notes": notes,
            "settled": settled,
            "books": books,
            "open": open,
            "booked": self.booked,
        })
    }
}

/// Rows of cells below each other; the sixth column holds amounts.
fn in_columns(rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    let columns = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns).map(|at| width(at).unwrap_or_default()).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for ((at, cell), width) in row.iter().enumerate().zip(&widths) {
            let padded =
                if at == 5 { format!("{cell:>width$}  ") } else { format!("{cell:<width$}  ") };
            line.push_str(&padded);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn row(one: &Matched, when: When, text: &Text) -> Value {
    let name = match one.finding {
        Finding::Known(_) => "known",
        Finding::Booked(_) => "booked",
        Finding::Returned(_) => "returned",
        Finding::Reconcile(_) => "reconcile",
        Finding::Confirm(_) => "confirm",
        Finding::Return(_) => "return",
        Finding::ReturnConfirmed(_) => "return_confirmed",
        Finding::Repay(_) => "repay",
        Finding::Open(..) => "open",
    };
    let near = one.near.as_ref();
    json!({
        "line": one.line.line,
        "voucher": one.line.voucher,
        "title": one.line.title,
        "fiscal_year": one.line.year.0,
        "day": one.line.day.to_string(),
        "amount_cents": one.line.amount.cents(),
        "finding": name,
        "entry": one.finding.entry(),
        "entry_day": near.map(|near| near.day.to_string()),
        "entry_title": near.map(|near| near.title.as_str()),
        "entry_fiscal_year": near.map(|near| near.year.0),
        "entry_amount_cents": near.map(|near| near.amount.cents()),
        "words": text.cash_finding(one, when),
    })
}
