//! `take-over`: a list of recipients, previewed or booked.

use std::fs::File;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::book::person;
use super::{Problem, file_name, say};
use crate::domain::takeover::Verdict;
use crate::exchange::recipient_list::{RecipientList, read_recipient_list};
use crate::ops::{self, Failure, Stamp, TakenOver};
use crate::store::{Access, Ledger, files};
use crate::system;
use crate::text::Text;

#[derive(Args, Debug)]
pub struct TakeOverArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Liste als CSV oder XLSX; `template` schreibt eine zum Ausfüllen
    #[arg(value_name = "LISTE")]
    list: PathBuf,
    /// Was die Liste enthält: recipients (Empfänger)
    #[arg(long, value_enum, value_name = "ART")]
    kind: ListKind,
    /// Wer übernimmt: Nummer oder Name einer eingetragenen Person
    #[arg(long = "as", value_name = "PERSON")]
    person: String,
    /// Bucht, alles oder nichts; ohne diese Angabe nur die Vorschau
    #[arg(long)]
    book: bool,
    /// Mit --book: lässt abgelehnte Zeilen aus und bucht die anderen
    #[arg(long, requires = "book")]
    skip_refused: bool,
}

/// What a list holds.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ListKind {
    /// Recipients with address and bank account.
    Recipients,
}

pub fn run(args: &TakeOverArgs, text: &Text) -> Result<String, Problem> {
    let ListKind::Recipients = args.kind;
    let name = file_name(&args.list);
    let file = File::open(&args.list).map_err(|error| files::io_error(&error, &args.list))?;
    let list = read_recipient_list(file, &name, &mut |_| true)
        .map_err(|refused| Problem::File(text.file_refused(&refused)))?;
    // A preview tries the bookings and takes them back, so it needs the same access.
    let mut ledger = Ledger::open(&args.file, Access::Write)?;
    ledger.require_good()?;
    let who = person(&ledger, &args.person, text)?;
    let stamp = Stamp::new(system::now(), system::login());
    let taken = if args.book {
        ops::take_over(&mut ledger, &list.rows, who, &stamp, args.skip_refused)
    } else {
        ops::take_over_preview(&ledger, &list.rows, who, &stamp)
            .map(|verdicts| TakenOver { verdicts, booked: Vec::new() })
    };
    let taken = taken.map_err(|failure: Failure| Problem::from(failure))?;
    let counts = Counts::of(&taken.verdicts);
    let mut out = as_text(&list, &taken.verdicts, text);
    out.push_str(&counts.sentence(text));
    out.push('\n');
    if counts.refused > 0 && !(args.book && args.skip_refused) {
        say(&out, text)?;
        let key = if args.book { "takeover-not-booked" } else { "takeover-preview-refused" };
        return Err(Problem::No(text.count(key, counted(counts.refused), &[])));
    }
    out.push_str(&match (args.book, taken.booked.len()) {
        (false, _) => text.get("takeover-preview-only"),
        (true, 0) => text.get("takeover-booked-none"),
        (true, count) => {
            text.count("cli-booked", counted(count), &[("seq", ledger.head().seq.to_string())])
        }
    });
    out.push('\n');
    Ok(out)
}

fn counted(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// How many rows have which verdict.
#[derive(Default)]
struct Counts {
    books: usize,
    known: usize,
    refused: usize,
    accounts: usize,
}

impl Counts {
    fn of(verdicts: &[Verdict]) -> Self {
        let mut counts = Self::default();
        for verdict in verdicts {
            match verdict {
                Verdict::Books { account, .. } => {
                    counts.books += 1;
                    counts.accounts += usize::from(*account);
                }
                Verdict::Known | Verdict::Twice(_) => counts.known += 1,
                Verdict::Refused(_) => counts.refused += 1,
            }
        }
        counts
    }

    fn sentence(&self, text: &Text) -> String {
        let figures = [
            ("all", (self.books + self.known + self.refused).to_string()),
            ("books", self.books.to_string()),
            ("known", self.known.to_string()),
            ("refused", self.refused.to_string()),
        ];
        let mut sentence = text.format("takeover-summary", &figures);
        if self.accounts > 0 {
            sentence.push(' ');
            sentence.push_str(&text.count("takeover-four-eyes", counted(self.accounts), &[]));
        }
        sentence
    }
}

fn as_text(list: &RecipientList, verdicts: &[Verdict], text: &Text) -> String {
    let taken = list.taken.iter().map(|(column, head)| {
        let words = [("column", text.takeover_column(*column)), ("head", head.clone())];
        text.format("takeover-taken-column", &words)
    });
    let taken = taken.collect::<Vec<_>>().join(", ");
    let mut lines = vec![text.format("takeover-taken", &[("columns", taken)])];
    if !list.ignored.is_empty() {
        let heads = list.ignored.join(", ");
        lines.push(text.format("takeover-ignored", &[("columns", heads)]));
    }
    if list.examples > 0 {
        lines.push(text.count("takeover-examples", counted(list.examples), &[]));
    }
    lines.extend(list.notes.iter().map(|note| text.file_note(note)));
    for (row, verdict) in list.rows.iter().zip(verdicts) {
        let words = [
            ("line", row.line.to_string()),
            ("key", row.shown.0.clone()),
            ("name", row.shown.1.clone()),
            ("verdict", text.takeover_verdict(verdict)),
        ];
        lines.push(text.format("takeover-row", &words));
    }
    lines.push(String::new());
    lines.join("\n")
}
