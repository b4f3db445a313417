//! `verify`: silent and 0 when good, else one line per finding and 1.

use std::path::PathBuf;

use clap::Args;

use super::Problem;
use super::papers::{CsvForm, Form, PaperLang, rendered};
use crate::domain::date::berlin_day;
use crate::report::verification::{Verification, verification};
use crate::store::view::{Head, Times};
use crate::store::{Access, Finding, Ledger, StoreError, files, query};
use crate::text::Text;
use crate::text::hash::{self, Mistyped};

#[derive(Args, Debug)]
pub struct VerifyArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Prüfkennung von einem Ausdruck, NUMMER:PRÜFWERT (mehrfach möglich)
    #[arg(long, value_name = "PRÜFKENNUNG", value_parser = anchor)]
    anchor: Vec<Head>,
    /// Auch die Datenbank selbst prüfen und das ganze Journal nachbuchen
    #[arg(long)]
    deep: bool,
    /// Prüfprotokoll, das geschrieben wird, auch mit Befunden: .pdf, .xlsx oder .csv
    #[arg(long, value_name = "ZIEL")]
    protocol: Option<PathBuf>,
    /// Sprache des Protokolls: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
}

pub fn run(args: &VerifyArgs, text: &Text) -> Result<String, Problem> {
    let form = match &args.protocol {
        Some(out) => Some((out, Form::of(out, CsvForm::default(), text)?)),
        None => None,
    };
    let ledger = Ledger::open(&args.file, Access::Read)?;
    let mut findings = ledger.findings().to_vec();
    let mut anchors = Vec::new();
    for anchor in &args.anchor {
        let found = ledger.verify_anchor(*anchor)?;
        anchors.push((*anchor, found.is_none()));
        findings.extend(found);
    }
    if args.deep {
        findings.extend(ledger.verify_deep()?);
    }
    if let Some((out, form)) = form {
        let words = args.lang.text();
        let told = |found: &Finding| {
            (found.key(), words.finding(found.key(), found.seq(), &found.detail()))
        };
        let told: Vec<_> = findings.iter().map(told).collect();
        let head = ledger.head();
        let as_of = berlin_day(head.recorded_at);
        let frame = query::report_frame(&ledger, Times { as_of, known: head.seq })?;
        let protocol = verification(&Verification {
            frame: &frame,
            deep: args.deep,
            anchors: &anchors,
            findings: &told,
        });
        files::write_whole(out, &rendered(&protocol, &words, form, text)?)?;
    }
    if findings.is_empty() {
        Ok(String::new())
    } else {
        Err(Problem::Store(StoreError::Findings(findings)))
    }
}

/// Number and hash, in hex or in the groups of a printout.
fn anchor(typed: &str) -> Result<Head, String> {
    let wrong = || "NUMMER:PRÜFWERT".to_owned();
    let (seq, hash) = typed.split_once(':').ok_or_else(wrong)?;
    let seq = seq.trim().parse().map_err(|_| wrong())?;
    let hash = hash::parse_of(seq, hash).map_err(|mistyped| match mistyped {
        Mistyped::Form => wrong(),
        Mistyped::Check => "das Prüfzeichen passt nicht: vertippt".to_owned(),
    })?;
    Ok(Head { seq, hash, recorded_at: 0 })
}
