//! `take-over`: a list of an office, previewed or booked.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::book::{naming, person};
use super::{Problem, file_name, latest, open_to_book, say};
use crate::domain::takeover::{Acting, Column, Counts, ListKind};
use crate::exchange::takeover::{Directory, Takeover, read_directory, read_takeover};
use crate::ops::{self, Failure, Stamp, TakenOver, TakeoverList};
use crate::store::files;
use crate::system;
use crate::text::{Text, When};

#[derive(Args, Debug)]
pub struct TakeOverArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Liste als CSV oder XLSX, oder das Gemeindeverzeichnis; `template` schreibt eine zum
    /// Ausfüllen
    #[arg(value_name = "LISTE")]
    list: PathBuf,
    /// Was die Liste enthält: recipients (Empfänger), municipalities (Gemeindeverzeichnis
    /// GV100AD), grants (Zuwendungen), due-lines (Fälligkeiten aus Änderungsbescheiden), payments
    /// (Auszahlungen)
    #[arg(long, value_enum, value_name = "ART")]
    kind: ListKindArg,
    /// Wer übernimmt: Nummer oder Name einer eingetragenen Person; gilt auch als die Person, die
    /// erfasst, geprüft und bestätigt hat, wo Liste und Angaben niemanden nennen
    #[arg(long = "as", value_name = "PERSON")]
    person: String,
    #[command(flatten)]
    people: People,
    /// Mit municipalities: Anfang der Schlüssel, zum Beispiel 16 (Thüringen) oder 16066 (ein Kreis
    /// mit seinen Gemeinden)
    #[arg(long, default_value = "16", value_name = "ANFANG")]
    within: String,
    /// Bucht, alles oder nichts; ohne diese Angabe nur die Vorschau
    #[arg(long)]
    book: bool,
    /// Mit --book: lässt abgelehnte Zeilen aus und bucht die anderen
    #[arg(long, requires = "book")]
    skip_refused: bool,
}

/// Who did the steps of which the list tells, where its rows name nobody.
#[derive(Args, Debug)]
#[expect(clippy::struct_field_names, reason = "each becomes an option of that name")]
struct People {
    /// Wer Anträge und Abrufe erfasst hat
    #[arg(long, value_name = "PERSON")]
    entered_by: Option<String>,
    /// Wer die Anträge geprüft hat
    #[arg(long, value_name = "PERSON")]
    examined_by: Option<String>,
    /// Wer die Bescheide gezeichnet hat
    #[arg(long, value_name = "PERSON")]
    approved_by: Option<String>,
    /// Wer die Abrufe rechnerisch richtig gezeichnet hat
    #[arg(long, value_name = "PERSON")]
    arithmetic_by: Option<String>,
    /// Wer die Abrufe sachlich richtig gezeichnet hat
    #[arg(long, value_name = "PERSON")]
    factual_by: Option<String>,
    /// Wer angeordnet hat
    #[arg(long, value_name = "PERSON")]
    ordered_by: Option<String>,
    /// Wer die Auszahlungen bestätigt hat
    #[arg(long, value_name = "PERSON")]
    confirmed_by: Option<String>,
}

impl People {
    fn given(&self) -> impl Iterator<Item = (Column, &String)> {
        [
            (Column::EnteredBy, &self.entered_by),
            (Column::ExaminedBy, &self.examined_by),
            (Column::ApprovedBy, &self.approved_by),
            (Column::ArithmeticBy, &self.arithmetic_by),
            (Column::FactualBy, &self.factual_by),
            (Column::OrderedBy, &self.ordered_by),
            (Column::ConfirmedBy, &self.confirmed_by),
        ]
        .into_iter()
        .filter_map(|(column, given)| Some((column, given.as_ref()?)))
    }
}

/// What a list holds.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ListKindArg {
    Recipients,
    Municipalities,
    Grants,
    DueLines,
    Payments,
}

impl From<ListKindArg> for ListKind {
    fn from(kind: ListKindArg) -> Self {
        match kind {
            ListKindArg::Recipients => Self::Recipients,
            ListKindArg::Municipalities => Self::Municipalities,
            ListKindArg::Grants => Self::Grants,
            ListKindArg::DueLines => Self::DueLines,
            ListKindArg::Payments => Self::Payments,
        }
    }
}

pub fn run(args: &TakeOverArgs, text: &Text) -> Result<String, Problem> {
    let read = read(args, text)?;
    let list = &read.list;
    // A preview tries the bookings and takes them back, so it needs the same access.
    let mut ledger = open_to_book(&args.file, text)?;
    let text = &naming(&ledger, text);
    let mut named = BTreeMap::new();
    for (column, typed) in args.people.given() {
        named.insert(column, person(&ledger, typed, text)?);
    }
    let acting = Acting { person: person(&ledger, &args.person, text)?, named };
    let stamp = Stamp::new(system::now(), system::login());
    let name = file_name(&args.list);
    let rows = TakeoverList { name: &name, rows: &list.rows };
    let taken = if args.book {
        ops::take_over(&mut ledger, rows, &acting, &stamp, args.skip_refused)
    } else {
        ops::take_over_preview(&ledger, rows, &acting, &stamp)
            .map(|verdicts| TakenOver { verdicts, booked: Vec::new() })
    };
    let taken = taken.map_err(|failure: Failure| Problem::from(failure))?;
    if args.book {
        latest::remember(&ledger);
    }
    let counts = Counts::of(&taken.verdicts);
    let mut out = about_file(&read, text);
    if list.kind == ListKind::Municipalities {
        let gone = ops::not_listed(&ledger, &list.rows, &args.within)?;
        let keys: Vec<String> = gone.iter().map(ToString::to_string).collect();
        if !keys.is_empty() {
            out.push(text.format("takeover-gone", &[("keys", keys.join(", "))]));
        }
    }
    let when = if booked(args, &counts) { When::Booked } else { When::Before };
    out.extend(list.rows.iter().zip(&taken.verdicts).map(|(row, verdict)| {
        let words = [
            ("line", row.line.to_string()),
            ("key", row.shown.0.clone()),
            ("name", row.shown.1.clone()),
            ("verdict", text.takeover_verdict(verdict, when)),
        ];
        text.format("takeover-row", &words)
    }));
    out.push(sentence(&counts, booked(args, &counts), text));
    let mut out = out.join("\n") + "\n";
    if counts.refused > 0 && !booked(args, &counts) {
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

/// Reads the list; every list as a directory, of which only that of municipalities is one.
fn read(args: &TakeOverArgs, text: &Text) -> Result<Directory, Problem> {
    let name = file_name(&args.list);
    let file = File::open(&args.list).map_err(|error| files::io_error(&error, &args.list))?;
    let kind = ListKind::from(args.kind);
    let read = if kind == ListKind::Municipalities {
        read_directory(file, &name, &args.within, &mut |_| true)
    } else {
        read_takeover(file, &name, Some(kind), &mut |_| true)
            .map(|list| Directory { list, ..Directory::default() })
    };
    read.map_err(|refused| Problem::File(text.file_refused(&refused)))
}

/// True when the list was booked, not only looked at: a refused row keeps it from that.
const fn booked(args: &TakeOverArgs, counts: &Counts) -> bool {
    args.book && (counts.refused == 0 || args.skip_refused)
}

fn counted(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What the rows come to, and what is left to do.
fn sentence(counts: &Counts, booked: bool, text: &Text) -> String {
    let mut sentence = text.takeover_summary(counts, booked);
    if counts.accounts > 0 {
        sentence.push(' ');
        sentence.push_str(&text.count("takeover-four-eyes", counted(counts.accounts), &[]));
    }
    sentence
}

/// What is to be said of the file as a whole.
fn about_file(read: &Directory, text: &Text) -> Vec<String> {
    let list: &Takeover = &read.list;
    let taken = list.taken.iter().map(|(column, head)| {
        let words = [("column", text.takeover_column(*column)), ("head", head.clone())];
        text.format("takeover-taken-column", &words)
    });
    let taken = taken.collect::<Vec<_>>().join(", ");
    let mut lines = Vec::new();
    if !taken.is_empty() {
        lines.push(text.format("takeover-taken", &[("columns", taken)]));
    }
    if let Some(day) = read.territory {
        lines.push(text.format("takeover-territory", &[("day", text.day(day))]));
    }
    if !list.ignored.is_empty() {
        let heads = list.ignored.join(", ");
        lines.push(text.format("takeover-ignored", &[("columns", heads)]));
    }
    for (key, count) in [
        ("takeover-examples", list.examples),
        ("takeover-sums", list.sums),
        ("takeover-fulfilling", read.fulfilling),
        ("takeover-others", read.others),
    ] {
        if count > 0 {
            lines.push(text.count(key, counted(count), &[]));
        }
    }
    lines.extend(list.notes.iter().map(|note| text.file_note(note)));
    lines
}
