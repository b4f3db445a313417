//! `verify`: silent and 0 when good, else one line per finding and 1.

use std::path::PathBuf;

use clap::Args;

use super::papers::{CsvForm, PaperLang, form_of, rendered};
use super::{Problem, extract, file_name};
use crate::paper::protocol;
use crate::report::Checked;
use crate::store::view::Head;
use crate::store::{Access, Ledger, StoreError, extract as store_extract, files, seen};
use crate::system;
use crate::text::Text;
use crate::text::hash::{self, Mistyped};

#[derive(Args, Debug)]
pub struct VerifyArgs {
    /// Förderbuch, oder Auszug für einen Empfänger
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Prüfkennung von einem Ausdruck, NUMMER:PRÜFWERT (mehrfach möglich)
    #[arg(long, value_name = "PRÜFKENNUNG", value_parser = anchor)]
    anchor: Vec<Head>,
    /// Auch die Datenbank selbst prüfen und das ganze Journal nachbuchen
    #[arg(long)]
    deep: bool,
    /// Diesen Stand als den zuletzt gesehenen merken, auch wenn er ein älterer ist
    #[arg(long)]
    accept: bool,
    /// Prüfprotokoll, das geschrieben wird, auch mit Befunden: .pdf, .xlsx oder .csv
    #[arg(long, value_name = "ZIEL")]
    protocol: Option<PathBuf>,
    /// Sprache des Protokolls: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Form einer CSV-Datei: german (Semikolon, Komma) oder international; ohne Angabe sagt es die
    /// Sprache
    #[arg(long, value_enum, requires = "protocol", value_name = "FORM")]
    csv: Option<CsvForm>,
}

pub fn run(args: &VerifyArgs, text: &Text) -> Result<String, Problem> {
    if store_extract::is_extract(&args.file)? {
        if args.protocol.is_some() {
            return Err(Problem::Use(text.get("cli-extract-no-protocol")));
        }
        return extract::verified(&args.file, &args.anchor, text);
    }
    let form = match &args.protocol {
        Some(out) => Some((out, form_of(out, args.csv, args.lang, text)?)),
        None => None,
    };
    let ledger = Ledger::open(&args.file, Access::Read)?;
    let mut findings = ledger.findings().to_vec();
    if !args.accept {
        findings.extend(seen::sight(&ledger, &system::local_data_dir())?.finding());
    }
    let mut anchors = Vec::new();
    for anchor in &args.anchor {
        let found = ledger.verify_printed(*anchor)?;
        anchors.push((*anchor, found.is_none()));
        findings.extend(found);
    }
    if args.deep {
        findings.extend(ledger.verify_deep()?);
    }
    if let Some((out, form)) = form {
        ledger.require_readable()?;
        let words = args.lang.text();
        let checked =
            Checked { at: system::now(), by: system::login(), file: file_name(&args.file) };
        let how = (args.deep, Some(&checked), anchors.as_slice());
        let protocol = protocol(&ledger, how, &findings, &words)?;
        files::write_whole(out, &rendered(&protocol, &words, form, text)?)?;
    }
    if findings.is_empty() {
        if args.accept {
            seen::keep(&ledger, &system::local_data_dir())?;
        }
        Ok(String::new())
    } else {
        Err(Problem::Store(StoreError::Findings(findings)))
    }
}

/// Number and hash, in hex or in the groups of a printout.
fn anchor(typed: &str) -> Result<Head, String> {
    let (seq, hash) = hash::anchor(typed).map_err(|mistyped| match mistyped {
        Mistyped::Form => "NUMMER:PRÜFWERT, der ganze Prüfwert wie auf dem Dokument oder mit 64 \
                           Stellen"
            .to_owned(),
        Mistyped::Check => "das Prüfzeichen passt nicht: vertippt".to_owned(),
    })?;
    Ok(Head { seq, hash, recorded_at: 0 })
}
