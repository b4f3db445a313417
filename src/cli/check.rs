//! `check-paper`: whether a PDF is what left the house.

use std::path::PathBuf;

use clap::Args;

use super::{Problem, open, plain};
use crate::paper::check::check_file;
use crate::text::Text;

#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Dokument als PDF, wie es gedruckt oder ausgefertigt wurde
    #[arg(value_name = "DOKUMENT")]
    paper: PathBuf,
    /// Förderbuch, aus dem es kommen soll
    #[arg(long, value_name = "DATEI")]
    against: PathBuf,
}

pub fn run(args: &CheckArgs, text: &Text) -> Result<String, Problem> {
    // What is no file at all is told before the ledger is read.
    std::fs::metadata(&args.paper)
        .map_err(|error| crate::store::files::io_error(&error, &args.paper))?;
    let ledger = open(&args.against)?;
    let verdict = check_file(&ledger, &args.paper)?;
    let told = verdict.sentences(&plain(&args.paper), text);
    if verdict.is_genuine() {
        return Ok(told.join("\n") + "\n");
    }
    let told = told.join(" ");
    Err(if verdict.is_no_paper() { Problem::File(told) } else { Problem::No(told) })
}
