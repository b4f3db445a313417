//! `restore`: a ledger is made from a backup, and its journal says so.

use std::path::PathBuf;

use clap::Args;

use super::{Problem, book, latest, open, plain, require_local, shown};
use crate::ops::{self, Failure, Stamp, Target};
use crate::system;
use crate::text::Text;

#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("target").required(true).args(["to", "over"]))]
pub struct RestoreArgs {
    /// Sicherung
    #[arg(value_name = "SICHERUNG")]
    backup: PathBuf,
    /// Neue Datei
    #[arg(long, value_name = "DATEI")]
    to: Option<PathBuf>,
    /// Laufendes Förderbuch, an dessen Stelle die Sicherung tritt; es wird beiseitegelegt, nie
    /// gelöscht
    #[arg(long, value_name = "DATEI")]
    over: Option<PathBuf>,
    /// Wer wiederherstellt: Name oder Nummer einer eingetragenen Person
    #[arg(long = "as", value_name = "PERSON")]
    person: String,
}

pub fn run(args: &RestoreArgs, text: &Text) -> Result<String, Problem> {
    let backup = open(&args.backup)?;
    let person = book::person(&backup, &args.person, text)?;
    let named = book::naming(&backup, text);
    drop(backup);
    let (path, target) = match (&args.to, &args.over) {
        (_, Some(path)) => (path, Target::Over(path)),
        (Some(path), None) => (path, Target::New(path)),
        (None, None) => return Err(Problem::Use(text.get("cli-use-other"))),
    };
    require_local(path, text)?;
    let stamp = Stamp::new(system::now(), system::login());
    let done =
        ops::restore(&args.backup, target, person, &stamp).map_err(|failure| match failure {
            Failure::Refused { refusal, .. } => Problem::No(named.refusal(&refusal)),
            Failure::Store(error) => Problem::Store(error),
        })?;
    // Beside a ledger that goes on it is a copy to look at, and not what is seen from now on.
    if args.over.is_some() {
        latest::remember_file(path);
    }
    let words = [
        ("path", plain(&shown(path))),
        ("number", done.backup.seq.to_string()),
        ("entry", done.seq.to_string()),
    ];
    let mut told = format!("{}\n", text.format("restore-done", &words));
    if let Some(aside) = done.aside {
        let words = [("path", plain(&aside))];
        told = format!("{told}{}\n", text.format("restore-aside", &words));
    }
    Ok(told)
}
