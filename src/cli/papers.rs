//! `statement` and `report`: papers as PDF, XLSX and CSV, written as a whole or not at all, and
//! issued if so asked.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::Value;

use super::times::{TimesArgs, today};
use super::{Problem, book, plain};
use crate::domain::body::{DocumentIssued, PaperLanguage};
use crate::domain::event::Draft;
use crate::domain::{Body, Day, FiscalYear, PersonNo, RecipientKey, Seq};
use crate::ops::{self, Failure, Stamp};
use crate::render::{self, csv};
use crate::report::unit::{Unit, in_unit};
use crate::report::{
    Asked, Report, budget, cases, claims, counties, difference, journal, programme, progress,
    proofs, sheet, statement,
};
use crate::store::view::Times;
use crate::store::{Access, Ledger, StoreError, files, query};
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

/// What a file of a report is, by its ending.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    Pdf,
    Xlsx,
    Csv(csv::Form),
}

impl Form {
    /// Another ending is wrong use, and told before anything is read.
    pub(super) fn of(out: &Path, marks: CsvForm, text: &Text) -> Result<Self, Problem> {
        let ending = out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "pdf" => Ok(Self::Pdf),
            "xlsx" => Ok(Self::Xlsx),
            "csv" => Ok(Self::Csv(match marks {
                CsvForm::German => csv::Form::German,
                CsvForm::International => csv::Form::International,
            })),
            _ => Err(Problem::Use(text.format("cli-ending", &[("path", plain(out))]))),
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum PaperLang {
    De,
    En,
}

impl PaperLang {
    pub(super) fn text(self) -> Text {
        Text::new(match self {
            Self::De => Lang::De,
            Self::En => Lang::En,
        })
    }
}

/// Which paper.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Statement,
    Sheet,
    Difference,
    Report(ReportKind),
}

/// What a paper is about: kind, recipient of a statement, and what was asked for.
pub(super) struct Wanted {
    kind: Kind,
    recipient: RecipientKey,
    asked: Asked,
}

impl Wanted {
    /// What a paper says that was asked for; `None` when it is of another kind than ours.
    pub(super) fn of_paper(data: &Value) -> Option<Self> {
        let kind = match data["report"].as_str()? {
            "statement" => Kind::Statement,
            "sheet" => Kind::Sheet,
            "difference" => Kind::Difference,
            name => Kind::Report(ReportKind::from_str(name, false).ok()?),
        };
        let asked = &data["asked"];
        let issued_on = match asked["issued_on"].as_str() {
            Some(day) => Some(day.parse().ok()?),
            None => None,
        };
        let year = asked["year"].as_i64().and_then(|year| i32::try_from(year).ok());
        let thousand = asked["unit"] == "teuro";
        Some(Self {
            kind,
            recipient: RecipientKey::new(data["recipient"].as_str().unwrap_or_default()),
            asked: Asked {
                year: year.map(FiscalYear),
                unit: if thousand { Unit::Thousand } else { Unit::Euro },
                issued_on,
                entry: asked["entry"].as_u64(),
            },
        })
    }

    /// The paper at these times; `None` for an unknown recipient or fiscal year.
    pub(super) fn make(&self, ledger: &Ledger, times: Times) -> Result<Option<Report>, StoreError> {
        let found = match self.kind {
            Kind::Statement => query::statement_data(ledger, times, &self.recipient)?
                .map(|data| statement::statement(&data)),
            Kind::Sheet => {
                let entry = self.asked.entry.unwrap_or_default();
                query::sheet_data(ledger, times, entry)?.and_then(|data| sheet::sheet(&data))
            }
            Kind::Difference => {
                let before = self.asked.entry.unwrap_or_default();
                Some(difference::difference(&query::difference(ledger, times, before)?))
            }
            Kind::Report(kind) => report_of(ledger, times, kind, self.asked.year)?,
        };
        Ok(found.map(|mut paper| {
            paper.basis.asked = self.asked.clone();
            in_unit(paper, self.asked.unit)
        }))
    }
}

fn report_of(
    ledger: &Ledger,
    times: Times,
    kind: ReportKind,
    wanted: Option<FiscalYear>,
) -> Result<Option<Report>, StoreError> {
    let Some(year) = query::report_year(ledger, times, wanted)? else { return Ok(None) };
    Ok(Some(match kind {
        ReportKind::Programme => {
            programme::programme(&query::programme_data(ledger, times)?, wanted)
        }
        ReportKind::Counties => counties::counties(&query::area_data(ledger, times, year)?),
        ReportKind::Grants => cases::cases(&query::case_data(ledger, times, year)?),
        ReportKind::Milestones => {
            progress::progress(&query::programme_data(ledger, times)?, wanted)
        }
        ReportKind::Proofs => proofs::proofs(&query::proof_data(ledger, times)?, wanted),
        ReportKind::Budget => budget::budget(&query::budget_data(ledger, times, year)?),
        ReportKind::Claims => claims::claims(&query::claim_data(ledger, times)?, wanted),
        ReportKind::Journal => journal::journal(
            &query::report_frame(ledger, times)?,
            &query::journal(ledger, times)?,
            wanted,
        ),
    }))
}

pub fn statement(args: &StatementArgs, text: &Text) -> Result<String, Problem> {
    // A statement is a letter first of all: without an ending it is a PDF.
    let form = if args.all || args.paper.out.extension().is_none() {
        Form::Pdf
    } else {
        Form::of(&args.paper.out, CsvForm::German, text)?
    };
    let mut desk = Desk::open(&args.file, &args.times, &args.paper, text)?;
    let Some(typed) = &args.recipient else { return all_statements(&mut desk, &args.paper.out) };
    let key = RecipientKey::from_written(typed);
    let wanted = desk.wanted(Kind::Statement, &key, &Asked::default());
    let Some(paper) = wanted.make(&desk.ledger, desk.times)? else {
        let known = query::recipients(&desk.ledger, desk.times)?;
        let keys: Vec<&str> = known.iter().map(|row| row.key.as_str()).collect();
        let arguments = [("key", typed.clone()), ("keys", keys.join(", "))];
        return Err(Problem::No(text.format("cli-recipient-unknown", &arguments)));
    };
    desk.publish(&paper, &args.paper.out, form)
}

fn all_statements(desk: &mut Desk<'_>, folder: &Path) -> Result<String, Problem> {
    if !folder.is_dir() {
        return Err(Problem::Store(StoreError::Missing { path: folder.into() }));
    }
    let mut count = 0;
    for recipient in query::recipients(&desk.ledger, desk.times)? {
        if recipient.granted.is_zero() && recipient.sums.actual().is_zero() {
            continue;
        }
        let wanted = desk.wanted(Kind::Statement, &recipient.key, &Asked::default());
        if let Some(paper) = wanted.make(&desk.ledger, desk.times)? {
            let name = format!("{}-{}-{}.pdf", paper.kind, recipient.key, desk.times.as_of);
            desk.publish(&paper, &folder.join(name), Form::Pdf)?;
            count += 1;
        }
    }
    let path = [("path", plain(folder))];
    Ok(format!("{}\n", desk.text.count("cli-statements-written", count, &path)))
}

pub fn report(args: &ReportArgs, text: &Text) -> Result<String, Problem> {
    let form = Form::of(&args.paper.out, args.csv, text)?;
    let mut desk = Desk::open(&args.file, &args.times, &args.paper, text)?;
    let unit = match args.unit {
        PaperUnit::Euro => Unit::Euro,
        PaperUnit::Teuro => Unit::Thousand,
    };
    let asked = Asked { year: args.year.map(FiscalYear), unit, ..Asked::default() };
    let wanted = desk.wanted(Kind::Report(args.kind), &RecipientKey::default(), &asked);
    let Some(paper) = wanted.make(&desk.ledger, desk.times)? else {
        let year = args.year.unwrap_or_default().to_string();
        return Err(Problem::No(text.format("cli-year-unknown", &[("year", year)])));
    };
    desk.publish(&paper, &args.paper.out, form)
}

pub fn sheet(args: &SheetArgs, text: &Text) -> Result<String, Problem> {
    let form = Form::of(&args.paper.out, CsvForm::German, text)?;
    let times = TimesArgs { as_of: None, known_at: args.known_at.clone() };
    let mut desk = Desk::open(&args.file, &times, &args.paper, text)?;
    let asked = Asked { entry: Some(args.entry), ..Asked::default() };
    let wanted = desk.wanted(Kind::Sheet, &RecipientKey::default(), &asked);
    let Some(paper) = wanted.make(&desk.ledger, desk.times)? else {
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

    fn wanted(&self, kind: Kind, recipient: &RecipientKey, asked: &Asked) -> Wanted {
        let issued_on = self.issue.is_some().then_some(self.today);
        Wanted { kind, recipient: recipient.clone(), asked: Asked { issued_on, ..asked.clone() } }
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
            let draft = self.issuing(paper, person, voucher);
            let stamp = Stamp::new(system::now(), system::login());
            let seq = ops::issue(&mut self.ledger, &draft, &bytes, &stamp).map_err(|failure| {
                match failure {
                    Failure::Refused { refusal, .. } => Problem::No(self.text.refusal(&refusal)),
                    Failure::Store(error) => Problem::Store(error),
                }
            })?;
            let number = [("number", seq.to_string())];
            told = format!("{}\n", self.text.format("cli-issued", &number));
        }
        files::write_whole(to, &bytes)?;
        Ok(format!("{told}{}\n", self.text.format("cli-written", &path)))
    }

    fn issuing(&self, paper: &Report, actor: PersonNo, voucher: String) -> Draft {
        let recipient = paper.basis.recipient_head.as_ref();
        let body = Body::DocumentIssued(DocumentIssued {
            document: paper.kind.to_owned(),
            as_of: paper.basis.as_of,
            known: paper.basis.known,
            language: match self.words.lang() {
                Lang::De => PaperLanguage::De,
                Lang::En => PaperLanguage::En,
            },
            sha256: String::new(),
            length: 0,
            stored: true,
            source: None,
        });
        Draft {
            uid: *uuid::Uuid::new_v4().as_bytes(),
            recipient: recipient.map(|(key, ..)| key.clone()).unwrap_or_default(),
            effective_on: self.today,
            actor,
            voucher,
            reference: None,
            body,
            person_name: None,
        }
    }
}

/// The paper as bytes of its form.
pub(super) fn rendered(
    paper: &Report,
    words: &Text,
    form: Form,
    text: &Text,
) -> Result<Vec<u8>, Problem> {
    let bytes = match form {
        Form::Pdf => render::pdf(paper, words),
        Form::Xlsx => render::xlsx::xlsx(paper, words),
        Form::Csv(marks) => Ok(csv::csv(paper, words, marks).into_bytes()),
    };
    bytes.map_err(|error| Problem::of_paper(&error, text))
}
