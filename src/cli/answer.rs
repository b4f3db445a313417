//! A paper as answer of a command: on standard output as text or CSV, or as a file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::papers::{CsvForm, PaperLang, form_of, marks, rendered};
use super::{Problem, plain};
use crate::paper::Form;
use crate::render::{csv, plain::plain_text};
use crate::report::Report;
use crate::store::files;
use crate::text::Text;

#[derive(Args, Debug)]
pub struct AnswerArgs {
    /// Sprache: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Ausgabe als CSV: german (Semikolon, Komma) oder international; ohne Angabe sagt es die
    /// Sprache
    #[arg(
        long,
        value_enum,
        num_args = 0..=1,
        default_missing_value = "language",
        value_name = "FORM"
    )]
    csv: Option<AnswerForm>,
    /// Datei statt Ausgabe; ihre Endung sagt, was: .pdf, .xlsx oder .csv
    #[arg(long, value_name = "ZIEL")]
    out: Option<PathBuf>,
}

/// Marks of an answer as CSV; without a word after `--csv` those of the language.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum AnswerForm {
    Language,
    German,
    International,
}

impl AnswerForm {
    const fn named(self) -> Option<CsvForm> {
        match self {
            Self::Language => None,
            Self::German => Some(CsvForm::German),
            Self::International => Some(CsvForm::International),
        }
    }
}

impl AnswerArgs {
    /// The form of the file, if there is to be one; asked before anything is read.
    pub fn form(&self, text: &Text) -> Result<Option<Form>, Problem> {
        let csv = self.csv.and_then(AnswerForm::named);
        self.out.as_ref().map(|out| form_of(out, csv, self.lang, text)).transpose()
    }

    /// Writes the file, or gives what standard output is to say.
    pub fn give(&self, paper: &Report, form: Option<Form>, text: &Text) -> Result<String, Problem> {
        let words = self.lang.text();
        match self.out.as_ref().zip(form) {
            Some((out, form)) => {
                files::write_whole(out, &rendered(paper, &words, form, text)?)?;
                Ok(format!("{}\n", text.format("cli-written", &[("path", plain(out))])))
            }
            None if self.csv.is_some() => {
                Ok(csv::csv(paper, &words, marks(self.csv.and_then(AnswerForm::named), self.lang)))
            }
            None => Ok(plain_text(paper, &words)),
        }
    }
}
