//! `export`: the postings for an independent accounting tool.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::times::TimesArgs;
use super::{Problem, open, plain};
use crate::render::accounting;
use crate::report::postings::postings;
use crate::store::{files, query};
use crate::text::Text;

#[derive(Args, Debug)]
#[command(after_help = "Die Datei rechnet ein anderes Programm nach, zum Beispiel:\n  \
                  foerderbuch export beispiel.foerderbuch --format journal --out b.journal\n  \
                  hledger -f b.journal check --strict\n  \
                  hledger -f b.journal balance\n  \
                  ledger -f b.journal balance\n\
                  Konten heißen Stufe:Titel:Haushaltsjahr[:Fälligkeitsjahr][:Aktenzeichen]; die\n\
                  Stufen heißen wie in „balance --json“. hledger braucht eine Umgebung in UTF-8.")]
pub struct ExportArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Form: journal (Buchungen als Klartext, den ledger und hledger lesen)
    #[arg(long, value_enum, value_name = "FORM")]
    format: Format,
    #[command(flatten)]
    times: TimesArgs,
    /// Datei, die geschrieben wird; ohne Angabe die Standardausgabe
    #[arg(long, value_name = "ZIEL")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Journal,
}

pub fn run(args: &ExportArgs, text: &Text) -> Result<String, Problem> {
    let ledger = open(&args.file)?;
    let times = args.times.resolve(&ledger, text)?;
    let events = query::posting_rows(&ledger, times)?;
    let head = query::head_at(&ledger, times.known)?;
    let written = match args.format {
        Format::Journal => {
            let file = postings(&query::programme(&ledger)?, times, &head, events);
            accounting::journal(&file, text)
        }
    };
    let Some(out) = &args.out else { return Ok(written) };
    files::write_whole(out, written.as_bytes())?;
    Ok(format!("{}\n", text.format("cli-written", &[("path", plain(out))])))
}
