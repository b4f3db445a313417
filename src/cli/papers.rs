//! `statement` and `report`: papers as PDF, reports also as XLSX and CSV, written as a whole or
//! not at all.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::times::TimesArgs;
use super::{Problem, open, plain};
use crate::domain::{FiscalYear, RecipientKey};
use crate::render::{self, csv};
use crate::report::unit::{Unit, in_unit};
use crate::report::{
    Report, budget, cases, claims, counties, programme, progress, proofs, statement,
};
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
    /// Bericht, oder r1 bis r7
    #[arg(long, value_enum, value_name = "BERICHT")]
    kind: ReportKind,
    /// Haushaltsjahr; ohne Angabe das des Stichtags, bei Nachweisen, Meilensteinen und
    /// Erstattungen alle
    #[arg(long, value_name = "JAHR")]
    year: Option<i32>,
    #[command(flatten)]
    times: TimesArgs,
    /// Sprache des Papiers: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Einheit der Tabellen: euro oder teuro (T€, gerundet)
    #[arg(long, value_enum, default_value_t = PaperUnit::Euro, value_name = "EINHEIT")]
    unit: PaperUnit,
    /// Form einer CSV-Datei: german (Semikolon, Komma) oder international
    #[arg(long, value_enum, default_value_t = CsvForm::German, value_name = "FORM")]
    csv: CsvForm,
    /// Datei, die geschrieben wird; ihre Endung sagt, was: .pdf, .xlsx oder .csv
    #[arg(long, value_name = "ZIEL")]
    out: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ReportKind {
    /// R1: Bewilligungen und Mittelabfluss nach Titeln
    #[value(alias = "r1")]
    Programme,
    /// R2: nach Landkreisen und kreisfreien Städten
    #[value(alias = "r2")]
    Counties,
    /// R3: Anträge und Zuwendungen im Einzelnen
    #[value(alias = "r3")]
    Grants,
    /// R4: Meilensteine und Kennzahlen
    #[value(alias = "r4")]
    Milestones,
    /// R5: Verzeichnis der Verwendungsnachweise
    #[value(alias = "r5")]
    Proofs,
    /// R6: Haushalt nach Titeln, Reste, Verpflichtungsermächtigungen
    #[value(alias = "r6")]
    Budget,
    /// R7: Erstattungen und Zinsen
    #[value(alias = "r7")]
    Claims,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PaperUnit {
    Euro,
    Teuro,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum CsvForm {
    German,
    International,
}

/// What a file of a report is, by its ending.
#[derive(Clone, Copy, Debug)]
enum Form {
    Pdf,
    Xlsx,
    Csv(csv::Form),
}

impl ReportArgs {
    /// Another ending is wrong use, and told before anything is read.
    fn form(&self, text: &Text) -> Result<Form, Problem> {
        let ending = self.out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "pdf" => Ok(Form::Pdf),
            "xlsx" => Ok(Form::Xlsx),
            "csv" => Ok(Form::Csv(match self.csv {
                CsvForm::German => csv::Form::German,
                CsvForm::International => csv::Form::International,
            })),
            _ => Err(Problem::Use(text.format("cli-ending", &[("path", plain(&self.out))]))),
        }
    }

    fn unit(&self) -> Unit {
        match self.unit {
            PaperUnit::Euro => Unit::Euro,
            PaperUnit::Teuro => Unit::Thousand,
        }
    }
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
    write(&paper, &words, (&args.out, Form::Pdf), text)?;
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
            write(&paper, words, (&folder.join(name), Form::Pdf), text)?;
            count += 1;
        }
    }
    let path = [("path", plain(folder))];
    Ok(format!("{}\n", text.count("cli-statements-written", count, &path)))
}

pub fn report(args: &ReportArgs, text: &Text) -> Result<String, Problem> {
    let form = args.form(text)?;
    let ledger = open(&args.file)?;
    let times = args.times.resolve(&ledger, text)?;
    let wanted = args.year.map(FiscalYear);
    let Some(year) = query::report_year(&ledger, times, wanted)? else {
        let year = args.year.unwrap_or_default().to_string();
        return Err(Problem::No(text.format("cli-year-unknown", &[("year", year)])));
    };
    let paper = match args.kind {
        ReportKind::Programme => {
            programme::programme(&query::programme_data(&ledger, times)?, wanted)
        }
        ReportKind::Counties => counties::counties(&query::area_data(&ledger, times, year)?),
        ReportKind::Grants => cases::cases(&query::case_data(&ledger, times, year)?),
        ReportKind::Milestones => {
            progress::progress(&query::programme_data(&ledger, times)?, wanted)
        }
        ReportKind::Proofs => proofs::proofs(&query::proof_data(&ledger, times)?, wanted),
        ReportKind::Budget => budget::budget(&query::budget_data(&ledger, times, year)?),
        ReportKind::Claims => claims::claims(&query::claim_data(&ledger, times)?, wanted),
    };
    let (paper, words) = (in_unit(paper, args.unit()), args.lang.text());
    write(&paper, &words, (&args.out, form), text)?;
    Ok(format!("{}\n", text.format("cli-written", &[("path", plain(&args.out))])))
}

fn write(
    paper: &Report,
    words: &Text,
    (to, form): (&Path, Form),
    text: &Text,
) -> Result<(), Problem> {
    let bytes = match form {
        Form::Pdf => render::pdf(paper, words),
        Form::Xlsx => render::xlsx::xlsx(paper, words),
        Form::Csv(marks) => Ok(csv::csv(paper, words, marks).into_bytes()),
    };
    let bytes = bytes.map_err(|error| Problem::of_paper(&error, text))?;
    files::write_whole(to, &bytes).map_err(Problem::from)
}
