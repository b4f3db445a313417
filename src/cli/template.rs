//! `template`: a form to fill in for `take-over`.

use std::path::PathBuf;

use clap::Args;

use super::papers::PaperLang;
use super::take_over::ListKindArg;
use super::{Problem, plain};
use crate::paper::not_set;
use crate::render::form;
use crate::store::files;
use crate::text::Text;

#[derive(Args, Debug)]
pub struct TemplateArgs {
    /// Was die Liste enthält: recipients (Empfänger), grants (Zuwendungen), due-lines
    /// (Fälligkeiten), payments (Auszahlungen)
    #[arg(long, value_enum, value_name = "ART")]
    kind: ListKindArg,
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
    let bytes = form::of_list(kind, &words, as_workbook)
        .map_err(|error| Problem::File(not_set(&error, text)))?;
    let Some(bytes) = bytes else {
        return Err(Problem::Use(text.get("takeover-form-none")));
    };
    files::write_new(&args.out, &bytes)?;
    Ok(format!("{}\n", text.format("cli-written", &[("path", plain(&args.out))])))
}
