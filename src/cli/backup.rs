//! `backup`: a verified copy, named after the programme, the time of its last entry, that entry's
//! number and hash; and the drill that restores the newest one to see whether it bears.

use std::path::PathBuf;

use clap::Args;

use super::problem::finding_lines;
use super::{Problem, latest, plain, shown};
use crate::store::backup::{self, Drill};
use crate::store::{Access, Finding, Ledger, StoreError};
use crate::text::Text;

#[derive(Args, Debug)]
pub struct BackupArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Ordner, in den die geprüfte Kopie kommt; ohne Angabe der Ordner der Sicherungen neben der
    /// Datei
    #[arg(long, value_name = "ORDNER")]
    to: Option<PathBuf>,
    /// Nichts sichern, sondern die neueste Sicherung zur Probe wiederherstellen und prüfen
    #[arg(long)]
    drill: bool,
}

pub fn run(args: &BackupArgs, text: &Text) -> Result<String, Problem> {
    let ledger = Ledger::open(&args.file, Access::Read)?;
    ledger.require_good()?;
    if !args.drill {
        latest::require_not_lost(&ledger, text)?;
    }
    let folder = match &args.to {
        Some(folder) if folder.exists() && !folder.is_dir() => {
            let path = [("path", plain(folder))];
            return Err(Problem::File(text.format("cli-no-folder", &path)));
        }
        Some(folder) if !folder.is_dir() => {
            return Err(Problem::Store(StoreError::NoFolder { path: folder.clone() }));
        }
        Some(folder) => shown(folder),
        None => backup::folder_of(&shown(&args.file)),
    };
    if args.drill {
        let Some(drill) = backup::drill(&ledger, &folder)? else {
            let words = [("path", plain(&folder))];
            return Err(Problem::No(text.format("backup-none", &words)));
        };
        if !drill.findings.is_empty() {
            return Err(Problem::Lines(failed(&drill, text)));
        }
        let words = [("path", plain(&drill.path)), ("number", drill.seq.to_string())];
        return Ok(format!("{}\n", text.format("backup-drilled", &words)));
    }
    let done = backup::back_up(&ledger, &folder, &mut |_| true)?;
    let words = [("path", plain(&done.path)), ("number", done.head.seq.to_string())];
    let mut told = format!("{}\n", text.format("cli-backup-written", &words));
    if let Some(aside) = &done.aside {
        let words = [("path", plain(aside))];
        told = format!("{told}{}\n", text.format("backup-aside", &words));
    }
    if done.removed > 0 {
        let count = i64::try_from(done.removed).unwrap_or(i64::MAX);
        told = format!("{told}{}\n", text.count("backup-removed", count, &[]));
    }
    Ok(told)
}

/// What a drill found, and what to do now.
fn failed(drill: &Drill, text: &Text) -> Vec<String> {
    let path = [("path", plain(&drill.path))];
    let mut lines = vec![text.format("cli-drill-failed", &path)];
    lines.extend(finding_lines(&drill.findings, text));
    // A ledger that is older than its backup is not to be backed up but found again.
    if !drill.findings.iter().any(|found| matches!(found, Finding::Behind { .. })) {
        lines.push(text.get("cli-drill-advice"));
    }
    lines
}
