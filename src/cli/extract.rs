//! `extract`: the file for one recipient, and what `verify` says of such a file.

use std::path::{Path, PathBuf};

use clap::Args;

use super::times::TimesArgs;
use super::{Problem, open, plain, recipient_unknown, shown};
use crate::domain::RecipientKey;
use crate::store::view::Head;
use crate::store::{StoreError, extract, query};
use crate::text::{Text, hash};

#[derive(Args, Debug)]
pub struct ExtractArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Schlüssel des Empfängers
    #[arg(long, value_name = "SCHLÜSSEL")]
    recipient: String,
    /// Neue Datei, die den Auszug aufnimmt
    #[arg(long, value_name = "ZIEL")]
    out: PathBuf,
}

pub fn run(args: &ExtractArgs, text: &Text) -> Result<String, Problem> {
    let ledger = open(&args.file)?;
    let times = TimesArgs { as_of: None, known_at: None }.resolve(&ledger, text)?;
    let key = RecipientKey::from_written(&args.recipient);
    if !query::recipients(&ledger, times)?.iter().any(|row| row.key == key) {
        return Err(recipient_unknown(&ledger, times, &args.recipient, text)?);
    }
    let about = extract::write(&ledger, key.as_str(), &args.out)?;
    let notes = !query::programme(&ledger)?.notes.is_empty();
    let words = [
        ("path", plain(&shown(&args.out))),
        ("recipient", about.recipient),
        ("own", anchor(about.recipient_head)),
        ("checkpoint", anchor(about.checkpoint)),
    ];
    let told = text.format("cli-extract-written", &words);
    // The founding cannot be cut without losing its place in the chain.
    let notes = notes.then(|| ["\n", &text.get("cli-extract-notes")].concat());
    Ok(format!("{told}{}\n", notes.unwrap_or_default()))
}

/// What a good extract is and proves; one line per finding otherwise.
pub fn verified(file: &Path, anchors: &[Head], text: &Text) -> Result<String, Problem> {
    let checked = extract::verify(file, anchors)?;
    if !checked.findings.is_empty() {
        return Err(Problem::Store(StoreError::Findings(checked.findings)));
    }
    let about = checked.about;
    let words = [
        ("recipient", about.recipient),
        ("programme", checked.programme),
        ("entries", about.recipient_head.seq.to_string()),
        ("shared", checked.of_programme.to_string()),
        ("hidden", checked.hidden.to_string()),
        ("own", anchor(about.recipient_head)),
        ("checkpoint", anchor(about.checkpoint)),
    ];
    let proof = if anchors.is_empty() { "cli-extract-unanchored" } else { "cli-extract-anchored" };
    Ok(format!("{}\n{}\n", text.format("cli-extract-good", &words), text.get(proof)))
}

/// Number and hash as `--anchor` takes them.
fn anchor(head: Head) -> String {
    format!("{}:{}", head.seq, hash::printed(head.seq, &head.hash))
}
