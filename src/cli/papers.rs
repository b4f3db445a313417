//! `statement` and `report`: papers as PDF, XLSX and CSV, written as a whole or not at all, and
//! issued if so asked.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::times::{TimesArgs, today};
use super::{Problem, book, plain, recipient_unknown};
use crate::domain::{Day, FiscalYear, PersonNo, RecipientKey, Seq};
use crate::ops::{Failure, Stamp};
use crate::paper::issue::{Issuer, issue};
use crate::paper::{self, Document, Form, Marks, Wanted};
use crate::report::unit::Unit;
use crate::report::{Asked, Report};
use crate::store::view::Times;
use crate::store::{Access, Ledger, StoreError, files};
use crate::system;
use crate::text::{Lang, Text};

#[derive(Args, Debug)]
pub struct StatementArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Schlüssel des Empfängers, zum Beispiel 16066
    #[arg(long, value_name = "SCHLÜSSEL", required_unless_present = "all")]
    recipient: Option<String>,
    /// Für alle Empfänger mit Zuwendungen; ZIEL ist dann ein Ordner
    #[arg(long, conflicts_with = "recipient")]
    all: bool,
    #[command(flatten)]
    times: TimesArgs,
    #[command(flatten)]
    paper: PaperArgs,
}

/// The paper itself: its language, where it is written, whether it is issued.
#[derive(Args, Debug)]
struct PaperArgs {
    /// Sprache des Papiers: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Datei, die geschrieben wird; ihre Endung sagt, was: .pdf, .xlsx oder .csv
    #[arg(long, value_name = "ZIEL")]
    out: PathBuf,
    #[command(flatten)]
    issue: IssueArgs,
}

/// Issuing: the paper leaves the house, and the journal says so.
#[derive(Args, Debug)]
struct IssueArgs {
    /// Papier ausfertigen: Prüfwert und Papier kommen ins Förderbuch; ohne diese Angabe steht
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
    /// Einheit der Tabellen: euro oder teuro (T€, gerundet)
    #[arg(long, value_enum, default_value_t = PaperUnit::Euro, value_name = "EINHEIT")]
    unit: PaperUnit,
    /// Form einer CSV-Datei: german (Semikolon, Komma) oder international
    #[arg(long, value_enum, default_value_t = CsvForm::German, value_name = "FORM")]
    csv: CsvForm,
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
    Euro,
    Teuro,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum CsvForm {
    #[default]
    German,
    International,
}

/// What a file of a report is, by its ending; another one is wrong use, and told before anything
/// is read.
pub(super) fn form_of(out: &Path, marks: CsvForm, text: &Text) -> Result<Form, Problem> {
    let ending = out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let marks = match marks {
        CsvForm::German => Marks::German,
        CsvForm::International => Marks::International,
    };
    let wrong = || Problem::Use(text.format("cli-ending", &[("path", plain(out))]));
    Form::of_ending(ending, marks).ok_or_else(wrong)
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
    let form = if args.all || args.paper.out.extension().is_none() {
        Form::Pdf
    } else {
        form_of(&args.paper.out, CsvForm::German, text)?
    };
    let mut desk = Desk::open(&args.file, &args.times, &args.paper, text)?;
    let Some(typed) = &args.recipient else { return all_statements(&mut desk, &args.paper.out) };
    let key = RecipientKey::from_written(typed);
    let wanted = desk.wanted(Document::Statement, &key, &Asked::default());
    let Some(paper) = paper::make(&desk.ledger, &wanted)? else {
        return Err(recipient_unknown(&desk.ledger, desk.times, typed, text)?);
    };
    desk.publish(&paper, &args.paper.out, form)
}

fn all_statements(desk: &mut Desk<'_>, folder: &Path) -> Result<String, Problem> {
    if !folder.is_dir() {
        return Err(Problem::Store(StoreError::Missing { path: folder.into() }));
    }
    let mut count = 0;
    for (recipient, _) in paper::statements(&desk.ledger, desk.times)? {
        let wanted = desk.wanted(Document::Statement, &recipient, &Asked::default());
        if let Some(paper) = paper::make(&desk.ledger, &wanted)? {
            let name = format!("{}-{}-{}.pdf", paper.kind, recipient, desk.times.as_of);
            desk.publish(&paper, &folder.join(name), Form::Pdf)?;
            count += 1;
        }
    }
    let path = [("path", plain(folder))];
    Ok(format!("{}\n", desk.text.count("cli-statements-written", count, &path)))
}

pub fn report(args: &ReportArgs, text: &Text) -> Result<String, Problem> {
    let form = form_of(&args.paper.out, args.csv, text)?;
    let mut desk = Desk::open(&args.file, &args.times, &args.paper, text)?;
    let unit = match args.unit {
        PaperUnit::Euro => Unit::Euro,
        PaperUnit::Teuro => Unit::Thousand,
    };
    let asked = Asked { year: args.year.map(FiscalYear), unit, ..Asked::default() };
    let wanted = desk.wanted(args.kind.document(), &RecipientKey::default(), &asked);
    let Some(paper) = paper::make(&desk.ledger, &wanted)? else {
        let year = args.year.unwrap_or_default().to_string();
        return Err(Problem::No(text.format("cli-year-unknown", &[("year", year)])));
    };
    desk.publish(&paper, &args.paper.out, form)
}

pub fn sheet(args: &SheetArgs, text: &Text) -> Result<String, Problem> {
    let form = form_of(&args.paper.out, CsvForm::German, text)?;
    let times = TimesArgs { as_of: None, known_at: args.known_at.clone() };
    let mut desk = Desk::open(&args.file, &times, &args.paper, text)?;
    let asked = Asked { entry: Some(args.entry), ..Asked::default() };
    let wanted = desk.wanted(Document::Sheet, &RecipientKey::default(), &asked);
    let Some(paper) = paper::make(&desk.ledger, &wanted)? else {
        let number = [("number", args.entry.to_string())];
        return Err(Problem::No(text.format("cli-sheet-unknown", &number)));
    };
    desk.publish(&paper, &args.paper.out, form)
}

/// An open ledger at a pair of times, and who issues papers from it, if any.
struct Desk<'t> {
    ledger: Ledger,
    times: Times,
    issue: Option<(PersonNo, String)>,
    today: Day,
    words: Text,
    text: &'t Text,
}

impl<'t> Desk<'t> {
    fn open(
        file: &Path,
        times: &TimesArgs,
        paper: &PaperArgs,
        text: &'t Text,
    ) -> Result<Self, Problem> {
        let issue = &paper.issue;
        let access = if issue.issue { Access::Write } else { Access::Read };
        let ledger = Ledger::open(file, access)?;
        ledger.require_good()?;
        let times = times.resolve(&ledger, text)?;
        let issue = match &issue.person {
            Some(person) => Some((book::person(&ledger, person, text)?, issue.voucher.clone())),
            None => None,
        };
        Ok(Self { ledger, times, issue, today: today(), words: paper.lang.text(), text })
    }

    fn wanted(&self, document: Document, recipient: &RecipientKey, asked: &Asked) -> Wanted {
        let issued_on = self.issue.is_some().then_some(self.today);
        Wanted {
            document,
            recipient: recipient.clone(),
            times: self.times,
            asked: Asked { issued_on, ..asked.clone() },
            lang: self.words.lang(),
        }
    }

    /// Writes the paper, and first books that it is issued: what lies in the folder is in the
    /// journal.
    fn publish(&mut self, paper: &Report, to: &Path, form: Form) -> Result<String, Problem> {
        let path = [("path", plain(to))];
        let bytes = rendered(paper, &self.words, form, self.text)?;
        let mut told = String::new();
        if let Some((person, voucher)) = self.issue.clone() {
            if !matches!(form, Form::Pdf) {
                return Err(Problem::Use(self.text.get("cli-issue-pdf")));
            }
            let stamp = Stamp::new(system::now(), system::login());
            let issuer = Issuer { person, voucher, day: self.today };
            let papers = (paper, self.words.lang(), bytes.as_slice());
            let seq =
                issue(&mut self.ledger, papers, &issuer, &stamp).map_err(
                    |failure| match failure {
                        Failure::Refused { refusal, .. } => {
                            Problem::No(self.text.refusal(&refusal))
                        }
                        Failure::Store(error) => Problem::Store(error),
                    },
                )?;
            let number = [("number", seq.to_string())];
            told = format!("{}\n", self.text.format("cli-issued", &number));
        }
        files::write_whole(to, &bytes)?;
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
    paper::bytes(report, words, form).map_err(|error| Problem::of_paper(&error, text))
}
