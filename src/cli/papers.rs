//! `statement` and `report`: papers as PDF, written as a whole or not at all.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::times::TimesArgs;
use super::{Problem, open, plain};
use crate::domain::{FiscalYear, RecipientKey};
use crate::render;
use crate::report::{Report, programme, statement};
use crate::store::view::Times;
use crate::store::{Ledger, files, query};
use crate::text::{Lang, Text};

#[derive(Args, Debug)]
pub struct StatementArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Schlüssel des Empfängers, zum Beispiel 16066
    #[arg(long, value_name = "SCHLÜSSEL", required_unless_present = "all")]
    recipient: Option<String>,
    /// Für alle Empfänger mit Zuwendungen; ZIEL ist dann ein Ordner
    #[arg(long, conflicts_with = "recipient")]
    all: bool,
    #[command(flatten)]
    times: TimesArgs,
    /// Sprache des Papiers: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Datei, die geschrieben wird
    #[arg(long, value_name = "ZIEL")]
    out: PathBuf,
}

#[derive(Args, Debug)]
pub struct ReportArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Bericht: programme (R1, Programm und Mittelabfluss)
    #[arg(long, value_enum, value_name = "BERICHT")]
    kind: ReportKind,
    /// Haushaltsjahr; ohne Angabe das des Stichtags
    #[arg(long, value_name = "JAHR")]
    year: Option<i32>,
    #[command(flatten)]
    times: TimesArgs,
    /// Sprache des Papiers: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Datei, die geschrieben wird
    #[arg(long, value_name = "ZIEL")]
    out: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ReportKind {
    Programme,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PaperLang {
    De,
    En,
}

impl PaperLang {
    fn text(self) -> Text {
        Text::new(match self {
            Self::De => Lang::De,
            Self::En => Lang::En,
        })
    }
}

pub fn statement(args: &StatementArgs, text: &Text) -> Result<String, Problem> {
    let ledger = open(&args.file)?;
    let times = args.times.resolve(&ledger, text)?;
    let words = args.lang.text();
    let Some(typed) = &args.recipient else {
        return all_statements(&ledger, times, &words, &args.out, text);
    };
    let key = RecipientKey::from_written(typed);
    let Some(paper) = statement_of(&ledger, times, &key)? else {
        let known = query::recipients(&ledger, times)?;
        let keys: Vec<&str> = known.iter().map(|row| row.key.as_str()).collect();
        let arguments = [("key", typed.clone()), ("keys", keys.join(", "))];
        return Err(Problem::No(text.format("cli-recipient-unknown", &arguments)));
    };
    write(&paper, &words, &args.out, text)?;
    Ok(format!("{}\n", text.format("cli-written", &[("path", plain(&args.out))])))
}

fn statement_of(
    ledger: &Ledger,
    times: Times,
    key: &RecipientKey,
) -> Result<Option<Report>, Problem> {
    Ok(query::statement_data(ledger, times, key)?.map(|data| statement::statement(&data)))
}

fn all_statements(
    ledger: &Ledger,
    times: Times,
    words: &Text,
    folder: &Path,
    text: &Text,
) -> Result<String, Problem> {
    if !folder.is_dir() {
        return Err(Problem::Store(crate::store::StoreError::Missing { path: folder.into() }));
    }
    let mut count = 0;
    for recipient in query::recipients(ledger, times)? {
        if recipient.granted.is_zero() && recipient.sums.actual().is_zero() {
            continue;
        }
        if let Some(paper) = statement_of(ledger, times, &recipient.key)? {
            let name = format!("{}-{}-{}.pdf", paper.kind, recipient.key, times.as_of);
            write(&paper, words, &folder.join(name), text)?;
            count += 1;
        }
    }
    let path = [("path", plain(folder))];
    Ok(format!("{}\n", text.count("cli-statements-written", count, &path)))
}

pub fn report(args: &ReportArgs, text: &Text) -> Result<String, Problem> {
    let ledger = open(&args.file)?;
    let times = args.times.resolve(&ledger, text)?;
    let data = query::programme_data(&ledger, times)?;
    if let Some(year) = args.year
        && !data.years.rows.iter().any(|row| row.key == year.to_string())
    {
        let sentence = text.format("cli-year-unknown", &[("year", year.to_string())]);
        return Err(Problem::No(sentence));
    }
    let paper = match args.kind {
        ReportKind::Programme => programme::programme(&data, args.year.map(FiscalYear)),
    };
    write(&paper, &args.lang.text(), &args.out, text)?;
    Ok(format!("{}\n", text.format("cli-written", &[("path", plain(&args.out))])))
}

fn write(paper: &Report, words: &Text, to: &Path, text: &Text) -> Result<(), Problem> {
    let bytes = render::pdf(paper, words).map_err(|error| Problem::of_paper(&error, text))?;
    files::write_whole(to, &bytes).map_err(Problem::from)
}
