//! The arguments: clap's commands with German help, and clap's errors as German sentences.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use super::Problem;
use super::backup::BackupArgs;
use super::balance::BalanceArgs;
use super::book::BookArgs;
use super::check::CheckArgs;
use super::compare::CompareArgs;
use super::deadlines::DeadlinesArgs;
use super::difference::DifferenceArgs;
use super::export::ExportArgs;
use super::extract::ExtractArgs;
use super::issued::IssuedArgs;
use super::journal::JournalArgs;
use super::papers::{ReportArgs, SheetArgs, StatementArgs};
use super::published::PublishedArgs;
use super::reconcile::ReconcileArgs;
use super::restore::RestoreArgs;
use super::take_over::TakeOverArgs;
use super::template::TemplateArgs;
use super::verify::VerifyArgs;
use super::window::WindowArgs;
use crate::ops::sample::Through;
use crate::text::Text;

const TEMPLATE: &str = "{about-section}\nAufruf: {usage}\n\n{all-args}{after-help}\n";

/// Förderbuch: ein Förderprogramm führen und für jeden Euro einstehen
#[derive(Debug, Parser)]
#[command(
    name = "foerderbuch",
    bin_name = "foerderbuch",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = "Ohne Befehl öffnet sich das Fenster: mit DATEI, sonst mit dem zuletzt\n\
                  geöffneten Förderbuch, beim ersten Start mit dem Beispiel.\n\n\
                  Rückgabewerte: 0 gut; 1 die Antwort ist nein (Regel, Befund, unbekannter\n\
                  Empfänger); 2 falscher Aufruf; 3 Datei lässt sich nicht öffnen oder schreiben."
)]
struct Cli {
    #[command(flatten)]
    window: WindowArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Schreibt das Beispielprogramm als neues Förderbuch
    Sample {
        /// Neue Datei, Endung .foerderbuch
        #[arg(value_name = "DATEI")]
        file: PathBuf,
        /// Bis Ende dieses Jahres: 2022; ohne Angabe bis 31.12.2020
        #[arg(long, value_name = "JAHR", value_parser = through)]
        through: Option<Through>,
    },
    /// Zeigt, wo das Geld steht
    Balance(BalanceArgs),
    /// Zeigt Fristen: was ansteht und was überfällig ist
    Deadlines(DeadlinesArgs),
    /// Zeigt das Journal
    Journal(JournalArgs),
    /// Bucht Zeilen aus einer JSON-Lines-Datei, alle oder keine
    Book(BookArgs),
    /// Schreibt die Zuwendungsübersicht mit Saldenbestätigung als PDF, XLSX oder CSV
    Statement(StatementArgs),
    /// Schreibt einen Bericht als PDF, XLSX oder CSV
    Report(ReportArgs),
    /// Schreibt das Datenblatt einer Buchung: Anordnung, Bescheid, Erstattung, Zinsen
    Sheet(SheetArgs),
    /// Sagt Buchung für Buchung, warum eine Zahl von damals heute anders lautet
    Difference(DifferenceArgs),
    /// Zeigt ausgefertigte Dokumente, oder schreibt eines Byte für Byte wieder
    Issued(IssuedArgs),
    /// Vergleicht den Kontoauszug der Bank eines Empfängers mit dem, was ihm ausgezahlt wurde
    Compare(CompareArgs),
    /// Gleicht mit der Istliste der Kasse ab: Vorschau, oder alles Zweifelsfreie gebucht
    Reconcile(ReconcileArgs),
    /// Übernimmt eine Liste eines Amtes (Empfänger, Zuwendungen, Fälligkeiten, Auszahlungen):
    /// Vorschau mit Ergebnis je Zeile, oder gebucht
    TakeOver(Box<TakeOverArgs>),
    /// Schreibt eine Vorlage zum Ausfüllen für take-over
    Template(TemplateArgs),
    /// Zeigt, welche Zahlen in ausgefertigten Dokumenten stehen und wie sie heute lauten
    Published(PublishedArgs),
    /// Prüft ein Dokument gegen das Förderbuch: echt, verändert, älter
    CheckPaper(CheckArgs),
    /// Schreibt alle Buchungen mit Beträgen für ein anderes Rechenwerk (ledger, hledger)
    Export(ExportArgs),
    /// Schreibt den Auszug für einen Empfänger: seine Buchungen, von allen anderen nur Prüfwerte
    Extract(ExtractArgs),
    /// Prüft Kette, Salden und Regeln; ohne Befund bleibt es still
    Verify(VerifyArgs),
    /// Schreibt eine geprüfte Sicherung, oder prüft die neueste durch Wiederherstellen zur Probe
    Backup(BackupArgs),
    /// Stellt ein Förderbuch aus einer Sicherung wieder her und bucht, dass das geschah
    Restore(RestoreArgs),
}

/// How far the sample goes.
fn through(typed: &str) -> Result<Through, String> {
    match typed {
        "2022" => Ok(Through::Year2022),
        _ => Err("2022 oder keine Angabe".into()),
    }
}

/// What the arguments mean.
pub enum Parsed {
    /// The window.
    Window(WindowArgs),
    /// A command.
    Command(Command),
    /// Help, to be printed.
    Help(String),
}

/// Names of all commands, in the order of the help.
pub fn commands() -> Vec<String> {
    let names = |command: &clap::Command| command.get_name().to_owned();
    Cli::command().get_subcommands().map(names).collect()
}

/// Reads the arguments.
pub fn parse(
    arguments: impl IntoIterator<Item = OsString>,
    text: &Text,
) -> Result<Parsed, Problem> {
    let matches = match german(Cli::command()).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            // Clap has no setting for the word in its usage.
            return Ok(Parsed::Help(error.render().to_string().replace("[OPTIONS]", "[OPTIONEN]")));
        }
        Err(error) => return Err(Problem::Use(sentence(&error, text))),
    };
    let cli =
        Cli::from_arg_matches(&matches).map_err(|error| Problem::Use(sentence(&error, text)))?;
    Ok(match cli.command {
        Some(command) => Parsed::Command(command),
        None => Parsed::Window(cli.window),
    })
}

/// Headings, templates and the help flag in German, for a command and all below it.
fn german(command: clap::Command) -> clap::Command {
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .help_template(TEMPLATE)
        // Examples are copied from the help: no line of them may be broken.
        .term_width(0)
        .subcommand_help_heading("Befehle")
        .subcommand_value_name("BEFEHL")
        .disable_help_flag(true)
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "Angaben" } else { "Optionen" };
            let arg = arg.help_heading(heading);
            if arg.get_action().takes_values() {
                arg.hide_possible_values(true).hide_default_value(true)
            } else {
                arg
            }
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help("Zeigt diese Hilfe")
                .help_heading("Optionen"),
        );
    for name in names {
        command = command.mut_subcommand(name, german);
    }
    command
}

/// Clap's error in German, with the usage of the command.
fn sentence(error: &clap::Error, text: &Text) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let arguments = [("argument", argument), ("value", value)];
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "cli-use-unknown-argument",
        ErrorKind::InvalidSubcommand => "cli-use-unknown-command",
        ErrorKind::MissingRequiredArgument => "cli-use-missing-argument",
        ErrorKind::ArgumentConflict if arguments[0].1.is_empty() => "cli-use-other",
        ErrorKind::ArgumentConflict => "cli-use-conflict",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if arguments[1].1.is_empty() => {
            "cli-use-missing-value"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-use-wrong-value",
        _ => "cli-use-other",
    };
    if key == "cli-use-unknown-command" {
        let command = context(ContextKind::InvalidSubcommand);
        return text.quoting(key, &[("command", command)]);
    }
    match key {
        "cli-use-wrong-value" => {
            let form = std::error::Error::source(error).map(|form| form_of(form, text));
            let form = form.map(|form| format!(" ({form})"));
            format!("{}{}", text.quoting(key, &arguments), form.unwrap_or_default())
        }
        "cli-use-other" => text.get(key),
        _ => text.quoting(key, &arguments[..1]),
    }
}

/// Which form a value must have: our own parsers say it, those of numbers in English.
fn form_of(wrong: &(dyn std::error::Error + 'static), text: &Text) -> String {
    let said = wrong.to_string();
    if let Some((_, range)) = said.split_once(" is not in ") {
        return text.format("cli-use-range", &[("range", range.replace("..", "–"))]);
    }
    if wrong.is::<std::num::ParseIntError>() { text.get("cli-use-number") } else { said }
}
