//! `book`: append events from JSON lines, all or nothing.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Problem, draft, latest, open_to_book, plain, require_local};
use crate::domain::event::Draft;
use crate::domain::{Body, Kind, PersonNo, Seq};
use crate::ops::{self, Failure, Stamp};
use crate::store::view::Times;
use crate::store::{Ledger, query};
use crate::system;
use crate::text::Text;

#[derive(Args, Debug)]
#[command(after_long_help = include_str!("../../docs/book-examples.txt"))]
pub struct BookArgs {
    /// Förderbuch; es wird angelegt, wenn Zeile 1 ein Programm gründet
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// JSON-Lines-Datei, eine Buchung je Zeile; „-“ liest die Standardeingabe
    #[arg(value_name = "BUCHUNGEN")]
    drafts: PathBuf,
    /// Wer bucht: Nummer oder Name einer eingetragenen Person
    #[arg(long = "as", value_name = "PERSON")]
    person: String,
}

/// Drafts with the lines on which they stand.
type Lines = (Vec<Draft>, Vec<usize>);

pub fn run(args: &BookArgs, text: &Text) -> Result<String, Problem> {
    let input = read(&args.drafts)?;
    let stamp = Stamp::new(system::now(), system::login());
    let exists = args.file.exists();
    let (seqs, head) = if exists {
        let mut ledger = open_to_book(&args.file, text)?;
        let (drafts, lines) = drafts(&input, person(&ledger, &args.person, text)?, text)?;
        let seqs = ops::book(&mut ledger, &drafts, &stamp)
            .map_err(|failure| named(failure, &lines, &naming(&ledger, text)))?;
        latest::remember(&ledger);
        (seqs, ledger.head().seq)
    } else {
        require_local(&args.file, text)?;
        let (drafts, lines) = drafts(&input, founder(&input, &args.person, text)?, text)?;
        if drafts.first().is_none_or(|first| first.body.kind() != Kind::ProgrammeFounded) {
            let path = [("path", plain(&args.file))];
            return Err(Problem::Use(text.quoting("draft-founding-first", &path)));
        }
        let seqs = ops::found(&args.file, &drafts, &stamp)
            .map_err(|failure| named(failure, &lines, text))?;
        latest::remember_file(&args.file);
        let last = seqs.iter().copied().max().unwrap_or_default();
        (seqs, last)
    };
    Ok(format!("{}\n", booked(&seqs, head, text)))
}

fn booked(seqs: &[Seq], head: Seq, text: &Text) -> String {
    let count = i64::try_from(seqs.len()).unwrap_or(i64::MAX);
    text.count("cli-booked", count, &[("seq", head.to_string())])
}

fn read(path: &Path) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|error| Problem::Store(crate::store::files::io_error(&error, path)))?;
    // Bytes that are no UTF-8 become signs that JSON does not know: the line is refused by number.
    Ok(String::from_utf8_lossy(&bytes).trim_start_matches('\u{FEFF}').to_owned())
}

fn drafts(input: &str, actor: PersonNo, text: &Text) -> Result<Lines, Problem> {
    let mut found = Vec::new();
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(input.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let draft = draft::parse(line, actor, text)
            .map_err(|sentence| Problem::Use(of_line(number, &sentence, text)))?;
        found.push(draft);
        lines.push(number);
    }
    if found.is_empty() {
        return Err(Problem::Use(text.get("draft-empty")));
    }
    Ok((found, lines))
}

fn of_line(number: usize, sentence: &str, text: &Text) -> String {
    let arguments = [("line", number.to_string()), ("sentence", sentence.to_owned())];
    format!("{} {}", text.format("draft-line", &arguments), text.get("cli-nothing-booked"))
}

fn named(failure: Failure, lines: &[usize], text: &Text) -> Problem {
    match failure {
        Failure::Refused { index, refusal } => {
            let line = lines.get(index).copied().unwrap_or_default();
            Problem::No(of_line(line, &text.refusal(&refusal), text))
        }
        Failure::Store(error) => Problem::Store(error),
    }
}

/// The words with which refusals call the persons of the ledger by name.
pub(super) fn naming(ledger: &Ledger, text: &Text) -> Text {
    let times = Times { as_of: crate::domain::date::LAST_DAY, known: ledger.head().seq };
    let persons = query::persons(ledger, times).unwrap_or_default();
    text.clone().naming(persons.into_iter().map(|row| (row.person, row.name)))
}

/// The person of that number or name.
pub(super) fn person(ledger: &Ledger, typed: &str, text: &Text) -> Result<PersonNo, Problem> {
    let times = Times { as_of: crate::domain::date::LAST_DAY, known: ledger.head().seq };
    let typed = typed.trim();
    query::persons(ledger, times)?
        .into_iter()
        .find(|person| {
            person.person.0.to_string() == typed || person.name.as_deref() == Some(typed)
        })
        .map(|person| person.person)
        .ok_or_else(|| {
            Problem::No(text.quoting("cli-person-unknown", &[("person", typed.to_owned())]))
        })
}

/// Whoever founds is named by number, or by the name that line 1 enrols.
fn founder(input: &str, typed: &str, text: &Text) -> Result<PersonNo, Problem> {
    let typed = typed.trim();
    if let Ok(number) = typed.parse() {
        return Ok(PersonNo(number));
    }
    let first = input.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let enrolled = draft::parse(first, PersonNo(0), text).ok().and_then(|draft| {
        let Body::ProgrammeFounded(founded) = &draft.body else { return None };
        (draft.person_name.as_deref() == Some(typed)).then_some(founded.person.person)
    });
    enrolled.ok_or_else(|| {
        Problem::No(text.quoting("cli-person-unknown", &[("person", typed.to_owned())]))
    })
}
