//! `statement` and `report`: papers as PDF, XLSX and CSV, written as a whole or not at all, and
//! issued if so asked.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clap::{Args, ValueEnum};

use super::times::{TimesArgs, today};
use super::{
    Problem, book, latest, open_or_extract, open_to_book, plain, recipient_meant,
    recipient_unknown, shown,
};
use crate::domain::{Day, FiscalYear, PersonNo, RecipientKey, Seq};
use crate::ops::{Failure, Stamp};
use crate::paper::batch::{NotWritten, Order};
use crate::paper::issue::{Issuer, issue};
use crate::paper::issued::{IssuedPaper, issued_before};
use crate::paper::{self, Document, Form, Marks, Wanted, Wish};
use crate::report::Report;
use crate::report::unit::Unit;
use crate::store::view::Times;
use crate::store::{Ledger, files};
use crate::system;
use crate::text::{Lang, Text};

#[derive(Args, Debug)]
pub struct StatementArgs {
    /// Förderbuch, oder Auszug für den Empfänger
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Schlüssel des Empfängers, zum Beispiel 16066; ein Auszug kennt den seinen
    #[arg(long, value_name = "SCHLÜSSEL")]
    recipient: Option<String>,
    /// Für alle Empfänger mit Zuwendungen; ZIEL ist dann ein Ordner
    #[arg(long, conflicts_with = "recipient")]
    all: bool,
    /// Nur dieses Haushaltsjahr; ohne Angabe alle
    #[arg(long, value_name = "JAHR")]
    year: Option<i32>,
    #[command(flatten)]
    times: TimesArgs,
    #[command(flatten)]
    paper: PaperArgs,
}

/// The paper itself: its language, where it is written, whether it is issued.
#[derive(Args, Debug)]
struct PaperArgs {
    /// Sprache des Dokuments: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Form: pdf, xlsx oder csv; ohne Angabe sagt es die Endung von ZIEL
    #[arg(long, value_enum, value_name = "FORM")]
    format: Option<PaperForm>,
    /// Form einer CSV-Datei: german (Semikolon, Komma) oder international; ohne Angabe sagt es die
    /// Sprache
    #[arg(long, value_enum, value_name = "FORM")]
    csv: Option<CsvForm>,
    /// Datei, die geschrieben wird: .pdf, .xlsx oder .csv; bei statement --all ein Ordner
    #[arg(long, value_name = "ZIEL")]
    out: PathBuf,
    #[command(flatten)]
    issue: IssueArgs,
}

/// Issuing: the paper leaves the house, and the journal says so.
#[derive(Args, Debug)]
struct IssueArgs {
    /// Dokument ausfertigen: Prüfwert und Dokument kommen ins Förderbuch; ohne diese Angabe steht
    /// „nicht ausgefertigt“ darauf
    #[arg(long, requires = "person")]
    issue: bool,
    /// Wer ausfertigt: Nummer oder Name einer eingetragenen Person
    #[arg(long = "as", value_name = "PERSON", requires = "issue")]
    person: Option<String>,
    /// Aktenzeichen oder Blatt der Akte zur Ausfertigung
    #[arg(long, value_name = "BELEG", requires = "issue", default_value = "")]
    voucher: String,
}

#[derive(Args, Debug)]
pub struct ReportArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Bericht, oder r1 bis r7
    #[arg(long, value_enum, value_name = "BERICHT")]
    kind: ReportKind,
    /// Haushaltsjahr; ohne Angabe das des Stichtags, bei Nachweisen, Meilensteinen und
    /// Erstattungen alle
    #[arg(long, value_name = "JAHR")]
    year: Option<i32>,
    #[command(flatten)]
    times: TimesArgs,
    /// Einheit der Tabellen: eur oder teur (T€, gerundet)
    #[arg(long, value_enum, default_value_t = PaperUnit::Euro, value_name = "EINHEIT")]
    unit: PaperUnit,
    #[command(flatten)]
    paper: PaperArgs,
}

#[derive(Args, Debug)]
pub struct SheetArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Nummer der Buchung: Bescheid, Änderung, Anordnung, Umbuchung, Erstattung, Rückzahlung,
    /// Zinsen oder Erinnerung
    #[arg(long, value_name = "NUMMER")]
    entry: Seq,
    /// Datenstand: ein Tag, eine Zeit nach RFC 3339 oder die Nummer einer Buchung
    #[arg(long, value_name = "STAND")]
    known_at: Option<String>,
    #[command(flatten)]
    paper: PaperArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ReportKind {
    /// R1: Bewilligungen und Mittelabfluss nach Titeln
    #[value(alias = "r1")]
    Programme,
    /// R2: nach Landkreisen und kreisfreien Städten
    #[value(alias = "r2")]
    Counties,
    /// R3: Anträge und Zuwendungen im Einzelnen
    #[value(alias = "r3")]
    Grants,
    /// R4: Meilensteine und Kennzahlen
    #[value(alias = "r4")]
    Milestones,
    /// R5: Verzeichnis der Verwendungsnachweise
    #[value(alias = "r5")]
    Proofs,
    /// R6: Haushalt nach Titeln, Reste, Verpflichtungsermächtigungen
    #[value(alias = "r6")]
    Budget,
    /// R7: Erstattungen und Zinsen
    #[value(alias = "r7")]
    Claims,
    /// Auszug aus dem Journal für die Prüfung; mit --year das Kalenderjahr
    Journal,
}

impl ReportKind {
    const fn document(self) -> Document {
        match self {
            Self::Programme => Document::Programme,
            Self::Counties => Document::Counties,
            Self::Grants => Document::Grants,
            Self::Milestones => Document::Milestones,
            Self::Proofs => Document::Proofs,
            Self::Budget => Document::Budget,
            Self::Claims => Document::Claims,
            Self::Journal => Document::Journal,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PaperUnit {
    #[value(name = "eur", alias = "euro")]
    Euro,
    #[value(name = "teur", alias = "teuro")]
    Teuro,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PaperForm {
    Pdf,
    Xlsx,
    Csv,
}

impl PaperForm {
    const fn form(self, marks: Marks) -> Form {
        match self {
            Self::Pdf => Form::Pdf,
            Self::Xlsx => Form::Xlsx,
            Self::Csv => Form::Csv(marks),
        }
    }
}

/// Marks of a CSV file, where a command names them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum CsvForm {
    German,
    International,
}

/// The marks that were named, or those that go with the language of the paper: no file mixes both.
pub(super) const fn marks(named: Option<CsvForm>, lang: PaperLang) -> Marks {
    match (named, lang) {
        (Some(CsvForm::German), _) | (None, PaperLang::De) => Marks::German,
        (Some(CsvForm::International), _) | (None, PaperLang::En) => Marks::International,
    }
}

/// What a file of a report is, by its ending; another one is wrong use, and told before anything
/// is read.
pub(super) fn form_of(
    out: &Path,
    csv: Option<CsvForm>,
    lang: PaperLang,
    text: &Text,
) -> Result<Form, Problem> {
    let ending = out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let wrong = || Problem::Use(text.quoting("cli-ending", &[("path", plain(out))]));
    let form = Form::of_ending(ending, marks(csv, lang)).ok_or_else(wrong)?;
    fits(csv, form, out, text)?;
    Ok(form)
}

/// Marks of CSV that are named for another form are wrong use rather than of no effect.
fn fits(csv: Option<CsvForm>, form: Form, out: &Path, text: &Text) -> Result<(), Problem> {
    match form {
        Form::Csv(_) => Ok(()),
        _ if csv.is_none() => Ok(()),
        _ => Err(Problem::Use(text.quoting("cli-csv-alone", &[("path", plain(out))]))),
    }
}

/// The form that was named, or that of the ending; both at odds are wrong use.
fn form_asked(paper: &PaperArgs, text: &Text) -> Result<Form, Problem> {
    let marks = marks(paper.csv, paper.lang);
    let form = match paper.format {
        None => form_of(&paper.out, paper.csv, paper.lang, text)?,
        Some(named) => {
            let named = named.form(marks);
            let ending = paper.out.extension().and_then(|ending| ending.to_str());
            let other = ending.and_then(|ending| Form::of_ending(ending, marks));
            if other.is_some_and(|other| other != named) {
                let words = [("path", plain(&paper.out)), ("form", named.ending().to_owned())];
                return Err(Problem::Use(text.quoting("cli-format-ending", &words)));
            }
            named
        }
    };
    fits(paper.csv, form, &paper.out, text)?;
    if paper.issue.issue && form != Form::Pdf {
        return Err(Problem::Use(text.get("cli-issue-pdf")));
    }
    Ok(form)
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum PaperLang {
    De,
    En,
}

impl PaperLang {
    pub(super) fn text(self) -> Text {
        Text::new(self.lang())
    }

    const fn lang(self) -> Lang {
        match self {
            Self::De => Lang::De,
            Self::En => Lang::En,
        }
    }
}

pub fn statement(args: &StatementArgs, text: &Text) -> Result<String, Problem> {
    // A statement is a letter first of all: without an ending it is a PDF.
    let unnamed = args.paper.format.is_none();
    let form = if unnamed && (args.all || args.paper.out.extension().is_none()) {
        Form::Pdf
    } else if args.all {
        // The ending of a folder says nothing.
        args.paper
            .format
            .map_or(Form::Pdf, |named| named.form(marks(args.paper.csv, args.paper.lang)))
    } else {
        form_asked(&args.paper, text)?
    };
    fits(args.paper.csv, form, &args.paper.out, text)?;
    if args.paper.issue.issue && form != Form::Pdf {
        return Err(Problem::Use(text.get("cli-issue-pdf")));
    }
    let mut desk = Desk::open(&args.file, &args.times, &args.paper, text)?;
    let year = args.year.map(FiscalYear);
    if args.all {
        return all_statements(&mut desk, &args.paper.out, (form, year));
    }
    let typed = recipient_meant(&desk.ledger, args.recipient.as_deref(), text)?;
    let wanted = desk.wanted(&Wish { year, ..Wish::statement(RecipientKey::from_written(&typed)) });
    let Some(paper) = paper::make(&desk.ledger, &wanted)? else {
        return Err(recipient_unknown(&desk.ledger, desk.times, &typed, text)?);
    };
    desk.publish(&paper, &args.paper.out, form)
}

/// Writes all of them; one that cannot be written keeps nobody from the rest, and is told.
fn all_statements(
    desk: &mut Desk,
    folder: &Path,
    (form, year): (Form, Option<FiscalYear>),
) -> Result<String, Problem> {
    let issuer = desk.issue.clone();
    let order = Order {
        folder: folder.to_owned(),
        times: desk.times,
        year,
        form,
        issuer: issuer.map(|(person, voucher)| Issuer { person, voucher, day: desk.today }),
        words: Text::new(desk.words.lang()),
    };
    let (mut count, mut told, mut failed) = (0, Vec::new(), Vec::new());
    let all = paper::statements(&desk.ledger, desk.times)?;
    files::have_folder(&shown(folder))?;
    let keys: Vec<RecipientKey> = all.into_iter().map(|(key, _)| key).collect();
    // The command ends with its process.
    let never = AtomicBool::new(false);
    for some in keys.chunks(paper::together()) {
        for (key, prepared) in some.iter().zip(order.prepare(&desk.ledger, some, &never)) {
            let stamp = Stamp::new(system::now(), system::login());
            let of = ("recipient", key.to_string());
            match prepared.and_then(|it| order.write(&mut desk.ledger, it, &stamp)) {
                Ok(written) => {
                    count += 1;
                    told.extend(written.issued.map(|seq| {
                        let words = [of, ("number", seq.to_string())];
                        desk.text.format("cli-statement-issued", &words)
                    }));
                    told.extend(written.before.map(|before| issued_again(&before, &desk.text)));
                }
                Err(why) => {
                    let words = [of, ("reason", not_written(&why, &desk.text))];
                    failed.push((why, desk.text.format("cli-statement-failed", &words)));
                }
            }
        }
    }
    told.push(desk.text.count("cli-statements-written", count, &[("path", plain(folder))]));
    if failed.is_empty() {
        return Ok(format!("{}\n", told.join("\n")));
    }
    let of_file = failed.iter().any(|(why, _)| matches!(why, NotWritten::File(..)));
    told.extend(failed.into_iter().map(|(_, sentence)| sentence));
    let told = told.join("\n");
    Err(if of_file { Problem::File(told) } else { Problem::No(told) })
}

/// That the same paper left the house before, and what that means.
fn issued_again(before: &IssuedPaper, text: &Text) -> String {
    text.format("cli-issued-again", &before.as_earlier(text))
}

/// Why a statement was not written, as a sentence.
fn not_written(why: &NotWritten, text: &Text) -> String {
    match why {
        NotWritten::Unknown => text.get("shelf-no-paper"),
        NotWritten::Set(error) => paper::not_set(error, text),
        NotWritten::Refused(refusal) => text.refusal(refusal),
        NotWritten::File(error, number) => {
            let reason = text.file_error(error.key(), error.path(), &error.reason());
            let Some(number) = number else { return reason };
            let words = [("number", number.to_string()), ("reason", reason)];
            text.format("cli-issued-unwritten", &words)
        }
    }
}

pub fn report(args: &ReportArgs, text: &Text) -> Result<String, Problem> {
    let form = form_asked(&args.paper, text)?;
    let document = args.kind.document();
    let in_thousands = matches!(args.unit, PaperUnit::Teuro);
    if in_thousands && document == Document::Journal {
        return Err(Problem::Use(text.get("cli-unit-exact")));
    }
    let mut desk = Desk::open(&args.file, &args.times, &args.paper, text)?;
    desk.ledger.require_whole()?;
    let unit = if in_thousands { Unit::Thousand } else { Unit::Euro };
    let year = args.year.map(FiscalYear);
    let wanted = desk.wanted(&Wish { year, unit, ..Wish::of(document) });
    let Some(paper) = paper::make(&desk.ledger, &wanted)? else {
        let year = args.year.unwrap_or_default().to_string();
        return Err(Problem::No(text.format("cli-year-unknown", &[("year", year)])));
    };
    let told = desk.publish(&paper, &args.paper.out, form)?;
    // Without sums there is nothing to round.
    let vain = in_thousands && !document.has_unit();
    Ok(if vain { format!("{told}{}\n", text.get("cli-unit-none")) } else { told })
}

pub fn sheet(args: &SheetArgs, text: &Text) -> Result<String, Problem> {
    let form = form_asked(&args.paper, text)?;
    let times = TimesArgs { as_of: None, known_at: args.known_at.clone() };
    let mut desk = Desk::open(&args.file, &times, &args.paper, text)?;
    desk.ledger.require_whole()?;
    let wanted = desk.wanted(&Wish::sheet(args.entry));
    let Some(paper) = paper::make(&desk.ledger, &wanted)? else {
        let (known, last) = (desk.times.known, desk.ledger.head().seq);
        let key = match args.entry {
            entry if entry < 1 || entry > last => "cli-no-entry",
            entry if entry > known => "cli-sheet-later",
            _ => "cli-sheet-unknown",
        };
        let numbers = [
            ("number", args.entry.to_string()),
            ("last", last.to_string()),
            ("known", known.to_string()),
        ];
        return Err(Problem::No(text.format(key, &numbers)));
    };
    desk.publish(&paper, &args.paper.out, form)
}

/// An open ledger at a pair of times, and who issues papers from it, if any.
struct Desk {
    ledger: Ledger,
    times: Times,
    issue: Option<(PersonNo, String)>,
    today: Day,
    words: Text,
    text: Text,
}

impl Desk {
    fn open(
        file: &Path,
        times: &TimesArgs,
        paper: &PaperArgs,
        text: &Text,
    ) -> Result<Self, Problem> {
        let issue = &paper.issue;
        // An extract is read like a ledger by whoever issues nothing.
        let ledger = if issue.issue { open_to_book(file, text)? } else { open_or_extract(file)? };
        let times = times.resolve(&ledger, text)?;
        let issue = match &issue.person {
            Some(person) => Some((book::person(&ledger, person, text)?, issue.voucher.clone())),
            None => None,
        };
        let (words, text) = (paper.lang.text(), book::naming(&ledger, text));
        Ok(Self { ledger, times, issue, today: today(), words, text })
    }

    fn wanted(&self, wish: &Wish) -> Wanted {
        let mut wanted = wish.at(self.times, self.words.lang());
        wanted.asked.issued_on = self.issue.is_some().then_some(self.today);
        wanted
    }

    /// Writes the paper, and first books that it is issued: what lies in the folder is in the
    /// journal.
    fn publish(&mut self, paper: &Report, to: &Path, form: Form) -> Result<String, Problem> {
        let path = [("path", plain(to))];
        let bytes = rendered(paper, &self.words, form, &self.text)?;
        let mut told = String::new();
        let mut number = None;
        if let Some((person, voucher)) = self.issue.clone() {
            // Whoever mistyped the folder has issued nothing yet.
            drop(files::part_beside(&shown(to))?);
            let stamp = Stamp::new(system::now(), system::login());
            let issuer = Issuer { person, voucher, day: self.today };
            let papers = (paper, self.words.lang(), bytes.as_slice());
            let before = issued_before(&self.ledger, paper, self.words.lang())?;
            let seq =
                issue(&mut self.ledger, papers, &issuer, &stamp).map_err(
                    |failure| match failure {
                        Failure::Refused { refusal, .. } => {
                            Problem::No(self.text.refusal(&refusal))
                        }
                        Failure::Store(error) => Problem::Store(error),
                    },
                )?;
            latest::remember(&self.ledger);
            let words = [("number", seq.to_string())];
            told = format!("{}\n", self.text.format("cli-issued", &words));
            if let Some(before) = before {
                told.push_str(&issued_again(&before, &self.text));
                told.push('\n');
            }
            number = Some(seq);
        }
        if let Err(error) = files::write_whole(to, &bytes) {
            let Some(number) = number else { return Err(Problem::Store(error)) };
            let reason = self.text.file_error(error.key(), error.path(), &error.reason());
            let words = [("number", number.to_string()), ("reason", reason)];
            return Err(Problem::File(self.text.format("cli-issued-unwritten", &words)));
        }
        Ok(format!("{told}{}\n", self.text.format("cli-written", &path)))
    }
}

/// The paper as bytes of its form.
pub(super) fn rendered(
    report: &Report,
    words: &Text,
    form: Form,
    text: &Text,
) -> Result<Vec<u8>, Problem> {
    paper::bytes(report, words, form).map_err(|error| Problem::No(paper::not_set(&error, text)))
}
