//! `verify`: silent and 0 when good, else one line per finding and 1.

use std::path::PathBuf;

use clap::Args;

use super::Problem;
use crate::store::view::Head;
use crate::store::{Access, Ledger, StoreError};
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
}

pub fn run(args: &VerifyArgs) -> Result<String, Problem> {
    let ledger = Ledger::open(&args.file, Access::Read)?;
    let mut findings = ledger.findings().to_vec();
    for anchor in &args.anchor {
        findings.extend(ledger.verify_anchor(*anchor)?);
    }
    if args.deep {
        findings.extend(ledger.verify_deep()?);
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
