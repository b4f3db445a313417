//! `template`: a form to fill in for `take-over`.

use std::path::PathBuf;

use chrono::Datelike as _;
use clap::Args;

use super::papers::PaperLang;
use super::take_over::ListKindArg;
use super::{Problem, plain};
use crate::domain::FiscalYear;
use crate::domain::date::berlin_day;
use crate::paper::not_set;
use crate::render::form;
use crate::store::files;
use crate::system;
use crate::text::Text;

#[derive(Args, Debug)]
pub struct TemplateArgs {
    /// Was die Liste enthält: recipients (Empfänger), grants (Zuwendungen), due-lines
    /// (Fälligkeiten), payments (Auszahlungen)
    #[arg(long, value_enum, value_name = "ART")]
    kind: ListKindArg,
    /// Erstes Haushaltsjahr, für das eine Zuwendung eine Spalte hat; ohne Angabe das laufende
    #[arg(long, value_name = "JAHR", value_parser = clap::value_parser!(i32).range(2000..2100))]
    from: Option<i32>,
    /// Letztes Haushaltsjahr; ohne Angabe das übernächste nach dem ersten
    #[arg(long, value_name = "JAHR", value_parser = clap::value_parser!(i32).range(2000..2100))]
    until: Option<i32>,
    /// Sprache der Köpfe: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Neue Datei: .xlsx oder .csv
    #[arg(long, value_name = "ZIEL")]
    out: PathBuf,
}

pub fn run(args: &TemplateArgs, text: &Text) -> Result<String, Problem> {
    let words = args.lang.text();
    let kind = args.kind.into();
    let ending = args.out.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let as_workbook = match ending.as_deref() {
        Some("xlsx") => true,
        Some("csv") => false,
        _ => {
            let path = [("path", plain(&args.out))];
            return Err(Problem::Use(text.quoting("takeover-form-ending", &path)));
        }
    };
    let first = args.from.unwrap_or_else(|| berlin_day(system::now()).year());
    let last = args.until.unwrap_or(first + 2);
    if last < first {
        let years = [("first", first.to_string()), ("last", last.to_string())];
        return Err(Problem::Use(text.format("takeover-form-years", &years)));
    }
    let years: Vec<FiscalYear> = (first..=last).map(FiscalYear).collect();
    let bytes = form::of_list((kind, &years), &words, as_workbook)
        .map_err(|error| Problem::File(not_set(&error, text)))?;
    let Some(bytes) = bytes else {
        return Err(Problem::Use(text.get("takeover-form-none")));
    };
    files::write_new(&args.out, &bytes)?;
    Ok(format!("{}\n", text.format("cli-written", &[("path", plain(&args.out))])))
}
