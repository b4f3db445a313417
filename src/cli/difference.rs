//! `difference`: why a figure that was printed then is another one now.

use std::path::PathBuf;

use clap::Args;

use super::papers::{CsvForm, PaperLang, form_of, rendered};
use super::times::{day, known, today};
use super::{Problem, open, plain};
use crate::render::{csv, plain::plain_text};
use crate::report::difference::difference;
use crate::store::view::Times;
use crate::store::{files, query};
use crate::text::Text;

#[derive(Args, Debug)]
pub struct DifferenceArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Datenstand von damals und der von jetzt: je ein Tag, eine Zeit nach RFC 3339 oder die
    /// Nummer einer Buchung
    #[arg(long, num_args = 2, required = true, value_names = ["DAMALS", "JETZT"])]
    between: Vec<String>,
    /// Stichtag beider, JJJJ-MM-TT; ohne Angabe der des Programms, sonst heute
    #[arg(long, value_name = "TAG")]
    as_of: Option<String>,
    /// Sprache: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Ausgabe als CSV mit Semikolon und Dezimalkomma
    #[arg(long, conflicts_with = "out")]
    csv: bool,
    /// Datei statt Ausgabe; ihre Endung sagt, was: .pdf, .xlsx oder .csv
    #[arg(long, value_name = "ZIEL")]
    out: Option<PathBuf>,
}

pub fn run(args: &DifferenceArgs, text: &Text) -> Result<String, Problem> {
    let form = match &args.out {
        Some(out) => Some((out, form_of(out, CsvForm::default(), text)?)),
        None => None,
    };
    let ledger = open(&args.file)?;
    let as_of = match &args.as_of {
        Some(typed) => day(typed, text)?,
        None => query::programme(&ledger)?.default_as_of.unwrap_or_else(today),
    };
    let [before, after] = args.between.as_slice() else {
        return Err(Problem::Use(text.get("cli-use-other")));
    };
    let (before, after) = (known(&ledger, before, text)?, known(&ledger, after, text)?);
    if before > after {
        let numbers = [("before", before.to_string()), ("after", after.to_string())];
        return Err(Problem::Use(text.format("cli-between-order", &numbers)));
    }
    let paper = difference(&query::difference(&ledger, Times { as_of, known: after }, before)?);
    let words = args.lang.text();
    match form {
        Some((out, form)) => {
            files::write_whole(out, &rendered(&paper, &words, form, text)?)?;
            Ok(format!("{}\n", text.format("cli-written", &[("path", plain(out))])))
        }
        None if args.csv => Ok(csv::csv(&paper, &words, csv::Form::German)),
        None => Ok(plain_text(&paper, &words)),
    }
}
