//! `backup`: a verified copy, named after the programme, the time of its last entry and that
//! entry's number, so that copies lie in the folder in the order in which they were made.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args;

use super::{Problem, open, plain, shown};
use crate::store::view::Head;
use crate::store::{StoreError, query};
use crate::text::Text;

/// Characters of the programme's name that a file's name keeps: paths have limits.
const NAME: usize = 60;

#[derive(Args, Debug)]
pub struct BackupArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Ordner, in den die geprüfte Kopie kommt
    #[arg(long, value_name = "ORDNER")]
    to: PathBuf,
}

pub fn run(args: &BackupArgs, text: &Text) -> Result<String, Problem> {
    let ledger = open(&args.file)?;
    if !args.to.is_dir() {
        return Err(Problem::Store(StoreError::Missing { path: args.to.clone() }));
    }
    let programme = query::programme(&ledger)?.name;
    let (path, copied) = ledger.save_backup(&args.to, |head| name(&programme, head))?;
    let words = [("path", plain(&shown(&path))), ("number", copied.seq.to_string())];
    Ok(format!("{}\n", text.format("cli-backup-written", &words)))
}

/// "Digitalisierung-der-Kommunen-2020-12-31T101500Z-274.foerderbuch": signs that a system forbids
/// in names become hyphens.
fn name(programme: &str, head: Head) -> String {
    let mut short = String::new();
    for sign in programme.chars().take(NAME) {
        if sign.is_alphanumeric() {
            short.push(sign);
        } else if !short.is_empty() && !short.ends_with('-') {
            short.push('-');
        }
    }
    let recorded = DateTime::<Utc>::from_timestamp_micros(head.recorded_at).unwrap_or_default();
    let time = recorded.format("%Y-%m-%dT%H%M%SZ");
    format!("{}-{time}-{}.foerderbuch", short.trim_end_matches('-'), head.seq)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_sign_that_a_system_forbids_and_is_never_too_long() {
        let head = Head { seq: 274, hash: [0; 32], recorded_at: 1_609_409_700_000_000 };
        assert_eq!(
            name("E-Government: Land/Kommunen (2019)", head),
            "E-Government-Land-Kommunen-2019-2020-12-31T101500Z-274.foerderbuch"
        );
        assert!(name(&"ä".repeat(300), head).len() < 180);
    }
}
