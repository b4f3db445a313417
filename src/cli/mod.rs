//! The command line: the same operations without a window.
//!
//! May use everything but `ui` and `app`. Exit codes: 0 good; 1 the answer is no; 2 wrong use;
//! 3 the file cannot be opened or written.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this layer talks to a terminal")]

mod answer;
mod args;
mod backup;
mod balance;
mod book;
mod check;
mod compare;
mod deadlines;
mod difference;
pub mod draft;
mod export;
mod extract;
mod issued;
mod journal;
mod latest;
mod papers;
mod problem;
mod published;
mod reconcile;
mod restore;
mod take_over;
mod template;
mod times;
mod verify;
mod window;

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use self::args::Command;
use self::problem::Problem;
pub use self::window::WindowArgs;
use crate::domain::RecipientKey;
use crate::domain::date::LAST_DAY;
use crate::ops::sample::Through;
use crate::store::view::Times;
use crate::store::{Access, Ledger, StoreError, query};
use crate::system;
use crate::text::{Lang, Text};

/// What the arguments ask for.
#[derive(Debug)]
pub enum Request {
    /// The window, with a ledger or the last one.
    Window(WindowArgs),
    /// A command was carried out; this is its exit code.
    Done(ExitCode),
}

/// Reads the arguments and carries out the command that they name, if any.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Request {
    let text = Text::new(Lang::De);
    match args::parse(arguments, &text) {
        Ok(args::Parsed::Window(WindowArgs { file: Some(path), .. })) if !path.exists() => {
            Request::Done(report(&Problem::Store(StoreError::Missing { path }), &text))
        }
        Ok(args::Parsed::Window(asked)) => Request::Window(asked),
        Ok(args::Parsed::Help(help)) => {
            print!("{help}");
            Request::Done(ExitCode::SUCCESS)
        }
        Ok(args::Parsed::Command(command)) => Request::Done(carry_out(command, &text)),
        Err(problem) => Request::Done(report(&problem, &text)),
    }
}

/// Says why there is no window (the words of the system; `None` without a display), and which
/// commands need none.
#[must_use]
pub fn no_window(reason: Option<String>) -> ExitCode {
    let text = Text::new(Lang::De);
    let why = match reason {
        Some(reason) => text.format("cli-no-window", &[("reason", reason)]),
        None => text.get("cli-no-display"),
    };
    let commands = [("commands", args::commands().join(", "))];
    tell(&[[&why, " ", &text.format("cli-without-window", &commands)].concat()], &text);
    ExitCode::from(3)
}

fn carry_out(command: Command, text: &Text) -> ExitCode {
    let done = match command {
        Command::Sample { file, through } => sample(&file, through.unwrap_or_default(), text),
        Command::Balance(command) => balance::run(&command, text),
        Command::Deadlines(command) => deadlines::run(&command, text),
        Command::Journal(command) => journal::run(&command, text),
        Command::Book(command) => book::run(&command, text),
        Command::Statement(command) => papers::statement(&command, text),
        Command::Report(command) => papers::report(&command, text),
        Command::Compare(command) => compare::run(&command, text),
        Command::Reconcile(command) => reconcile::run(&command, text),
        Command::TakeOver(command) => take_over::run(&command, text),
        Command::Template(command) => template::run(&command, text),
        Command::CheckPaper(command) => check::run(&command, text),
        Command::Sheet(command) => papers::sheet(&command, text),
        Command::Difference(command) => difference::run(&command, text),
        Command::Published(command) => published::run(&command, text),
        Command::Issued(command) => issued::run(&command, text),
        Command::Export(command) => export::run(&command, text),
        Command::Extract(command) => extract::run(&command, text),
        Command::Verify(command) => verify::run(&command, text),
        Command::Backup(command) => backup::run(&command, text),
        Command::Restore(command) => restore::run(&command, text),
    };
    match done.and_then(|answer| say(&answer, text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => report(&problem, text),
    }
}

/// Writes the answer; a reader that closed its end early is no error. What the command did is done
/// by then, and whoever cannot read the answer is told so.
fn say(answer: &str, text: &Text) -> Result<(), Problem> {
    let mut out = std::io::stdout();
    match out.write_all(answer.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let reason = [("reason", error.to_string())];
            Err(Problem::File(text.format("cli-answer-lost", &reason)))
        }
        _ => Ok(()),
    }
}

fn report(problem: &Problem, text: &Text) -> ExitCode {
    tell(&problem.lines(text), text);
    ExitCode::from(problem.exit_code())
}

/// Says what went wrong: on standard error, or in a box where nobody reads that (a double click).
fn tell(lines: &[String], text: &Text) {
    if system::has_terminal() {
        for line in lines {
            eprintln!("foerderbuch: {line}");
        }
    } else {
        system::message(&text.get("app-name"), &lines.join("\n"));
    }
}

fn sample(file: &Path, through: Through, text: &Text) -> Result<String, Problem> {
    require_local(file, text)?;
    crate::ops::sample::write_through(file, through)?;
    latest::begin_anew(file);
    Ok(format!("{}\n", text.format("cli-sample-written", &[("path", plain(file))])))
}

/// Opens a ledger for reading; one with findings gives no figures.
fn open(file: &Path) -> Result<Ledger, Problem> {
    let ledger = Ledger::open(file, Access::Read)?;
    ledger.require_good()?;
    latest::warn(&ledger)?;
    Ok(ledger)
}

/// Refuses to book where several computers write to a file at once.
fn require_local(path: &Path, text: &Text) -> Result<(), Problem> {
    let (key, name) = match system::place(path) {
        None => return Ok(()),
        Some(system::Place::Network(name) | system::Place::Cloud(name)) if !path.exists() => {
            ("place-refused-new", name)
        }
        Some(system::Place::Network(name)) => ("place-refused-network", name),
        Some(system::Place::Cloud(name)) => ("place-refused-cloud", name),
    };
    Err(Problem::File(text.format(key, &[("path", plain(path)), ("name", name)])))
}

/// Opens a ledger for booking: a good one that goes on from what this user saw of it last.
fn open_to_book(file: &Path, text: &Text) -> Result<Ledger, Problem> {
    require_local(file, text)?;
    let ledger = Ledger::open(file, Access::Write)?;
    ledger.require_good()?;
    latest::require(&ledger, text)?;
    Ok(ledger)
}

/// Opens what a recipient may read as well: a ledger, or the extract that was made for it.
fn open_or_extract(file: &Path) -> Result<Ledger, Problem> {
    let ledger = Ledger::open_or_extract(file, Access::Read)?;
    ledger.require_good()?;
    latest::warn(&ledger)?;
    Ok(ledger)
}

/// The recipient that is meant: an extract has only one.
fn recipient_meant(ledger: &Ledger, typed: Option<&str>, text: &Text) -> Result<String, Problem> {
    let own = ledger.extract().map(|about| about.recipient.clone());
    typed.map(str::to_owned).or(own).ok_or_else(|| {
        let argument = ("argument", "--recipient <SCHLÜSSEL>".to_owned());
        Problem::Use(text.format("cli-use-missing-argument", &[argument]))
    })
}

/// The answer no to the key of nobody, with the keys that there are.
fn recipient_unknown(
    ledger: &Ledger,
    times: Times,
    typed: &str,
    text: &Text,
) -> Result<Problem, StoreError> {
    let known = query::recipients(ledger, times)?;
    let ever = query::recipients(ledger, Times { as_of: LAST_DAY, ..times })?;
    let key = RecipientKey::from_written(typed);
    if let Some(later) = ever.iter().find(|row| row.key == key) {
        let words = [
            ("key", typed.to_owned()),
            ("name", later.name.clone()),
            ("day", text.day(times.as_of)),
        ];
        return Ok(Problem::No(text.quoting("cli-recipient-later", &words)));
    }
    let known = if known.is_empty() { ever } else { known };
    if known.is_empty() {
        let words = [("key", typed.to_owned())];
        return Ok(Problem::No(text.quoting("cli-recipient-none", &words)));
    }
    let keys: Vec<&str> = known.iter().map(|row| row.key.as_str()).collect();
    let arguments = [("key", typed.to_owned()), ("keys", keys.join(", "))];
    Ok(Problem::No(text.quoting("cli-recipient-unknown", &arguments)))
}

/// The whole path, so that it is found again from everywhere.
fn shown(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn plain(path: &Path) -> String {
    path.display().to_string()
}

/// What people call a file: its name without the folders.
fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| plain(path), |name| name.to_string_lossy().into_owned())
}
