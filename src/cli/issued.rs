//! `issued`: the register of issued papers, and each of them byte for byte.

use std::path::PathBuf;

use clap::Args;

use super::{Problem, open, plain};
use crate::domain::{Body, Event, Seq};
use crate::paper::Document;
use crate::store::{files, query};
use crate::text::Text;

#[derive(Args, Debug)]
pub struct IssuedArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Nummer der Buchung, deren Dokument geschrieben wird; ohne Angabe werden alle aufgezählt
    #[arg(long, value_name = "NUMMER", requires = "out")]
    number: Option<Seq>,
    /// Datei, in die das Dokument geschrieben wird
    #[arg(long, value_name = "ZIEL", requires = "number")]
    out: Option<PathBuf>,
}

pub fn run(args: &IssuedArgs, text: &Text) -> Result<String, Problem> {
    let ledger = open(&args.file)?;
    let (Some(number), Some(out)) = (args.number, &args.out) else {
        let papers = query::issued_papers(&ledger, ledger.head().seq)?;
        if papers.is_empty() {
            return Ok(format!("{}\n", text.get("cli-issued-none")));
        }
        return Ok(papers.iter().map(|paper| line(paper, text)).collect());
    };
    let Some(content) = query::issued_content(&ledger, number)? else {
        let number = [("number", number.to_string())];
        return Err(Problem::No(text.format("cli-issued-unknown", &number)));
    };
    files::write_whole(out, &content)?;
    Ok(format!("{}\n", text.format("cli-written", &[("path", plain(out))])))
}

fn line(event: &Event, text: &Text) -> String {
    let Body::DocumentIssued(paper) = &event.body else { return String::new() };
    let basis = text.format(
        "cli-issued-basis",
        &[("day", text.day(paper.as_of)), ("known", paper.known.to_string())],
    );
    let words = [event.recipient.as_str(), &event.voucher, &paper.sha256];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let day = text.day(event.effective_on);
    let seq = event.seq;
    // A paper of another hand has the name that was typed.
    let document = match Document::of_name(&paper.document) {
        Some(document) => text.get(document.key()),
        None => paper.document.clone(),
    };
    let language = text.paper_language(paper.language);
    format!("{seq:>6}  {day}  {document} ({language})  {basis}  {}\n", words.join("  "))
}
