//! `published`: which figures stand in issued papers, and what they are now.

use std::path::PathBuf;

use clap::Args;

use super::papers::{CsvForm, PaperLang, form_of, rendered};
use super::{Problem, open, plain};
use crate::domain::date::berlin_day;
use crate::paper::published::published;
use crate::render::{csv, plain::plain_text};
use crate::report::published as register;
use crate::store::view::Times;
use crate::store::{files, query};
use crate::text::Text;

#[derive(Args, Debug)]
pub struct PublishedArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Sprache: de oder en; die Größen stehen in den Worten ihres Papiers
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Ausgabe als CSV mit Semikolon und Dezimalkomma
    #[arg(long, conflicts_with = "out")]
    csv: bool,
    /// Datei statt Ausgabe; ihre Endung sagt, was: .pdf, .xlsx oder .csv
    #[arg(long, value_name = "ZIEL")]
    out: Option<PathBuf>,
}

pub fn run(args: &PublishedArgs, text: &Text) -> Result<String, Problem> {
    let form = match &args.out {
        Some(out) => Some((out, form_of(out, CsvForm::default(), text)?)),
        None => None,
    };
    let ledger = open(&args.file)?;
    let head = ledger.head();
    let times = Times { as_of: berlin_day(head.recorded_at), known: head.seq };
    let frame = query::report_frame(&ledger, times)?;
    let paper = register::published(&frame, &published(&ledger)?);
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
