//! `compare`: a recipient's bank statement against what was paid to it.

use std::fs::File;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::papers::{CsvForm, PaperLang, form_of, rendered};
use super::times::TimesArgs;
use super::{Problem, file_name, open_or_extract, plain, recipient_meant, recipient_unknown, say};
use crate::domain::RecipientKey;
use crate::domain::comparison::{Comparison, Line, Verdict};
use crate::paper::bank::Bank;
use crate::render::plain::plain_text;
use crate::report::comparison::{AccountCheck, BankSide, Outcome, comparison, verdict};
use crate::store::{files, query};
use crate::text::Text;

#[derive(Args, Debug)]
pub struct CompareArgs {
    /// Förderbuch, oder Auszug für den Empfänger
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Schlüssel des Empfängers, zum Beispiel 16066; ein Auszug kennt den seinen
    #[arg(long, value_name = "SCHLÜSSEL")]
    recipient: Option<String>,
    /// Kontoauszug: camt.052, camt.053, camt.054, MT940, MT942, CSV der Bank, auch als ZIP;
    /// mehrere Dateien durch mehrere Angaben
    #[arg(long, value_name = "AUSZUG", required = true)]
    bank: Vec<PathBuf>,
    #[command(flatten)]
    times: TimesArgs,
    /// Sprache des Dokuments: de oder en
    #[arg(long, value_enum, default_value_t = PaperLang::De, value_name = "SPRACHE")]
    lang: PaperLang,
    /// Ausgabe als JSON, Beträge in Cent
    #[arg(long, conflicts_with = "out")]
    json: bool,
    /// Datei statt Ausgabe; ihre Endung sagt, was: .pdf, .xlsx oder .csv
    #[arg(long, value_name = "ZIEL")]
    out: Option<PathBuf>,
    /// Form einer CSV-Datei: german (Semikolon, Komma) oder international; ohne Angabe sagt es die
    /// Sprache
    #[arg(long, value_enum, requires = "out", value_name = "FORM")]
    csv: Option<CsvForm>,
}

pub fn run(args: &CompareArgs, text: &Text) -> Result<String, Problem> {
    let form = match &args.out {
        Some(out) => Some((out, form_of(out, args.csv, args.lang, text)?)),
        None => None,
    };
    let words = args.lang.text();
    let bank = read(args, text)?;
    let side = bank.side(&words);
    let ledger = open_or_extract(&args.file)?;
    let times = args.times.resolve(&ledger, text)?;
    let typed = recipient_meant(&ledger, args.recipient.as_deref(), text)?;
    let key = RecipientKey::from_written(&typed);
    let data = ledger.reading(|ledger| query::statement_data(ledger, times, &key))?;
    let Some(data) = data else {
        return Err(recipient_unknown(&ledger, times, &typed, text)?);
    };
    let found = bank.compared(&data);
    let account = AccountCheck::of(&data.detail, &side.accounts);
    let paper = comparison(&data, &side, &found);
    match form {
        Some((out, form)) => {
            files::write_whole(out, &rendered(&paper, &words, form, text)?)?;
            say(&format!("{}\n", text.format("cli-written", &[("path", plain(out))])), text)?;
        }
        None if args.json => say(&as_json(&found, &side, account), text)?,
        None => say(&plain_text(&paper, &words), text)?,
    }
    let key = match Outcome::of((side.has_gaps, account), &found) {
        Outcome::Agrees | Outcome::Nothing => return Ok(String::new()),
        Outcome::Gaps => "cli-compare-gaps",
        Outcome::Elsewhere => "cli-compare-elsewhere",
        Outcome::OtherAccount => "cli-compare-other-account",
        Outcome::Open(open) => {
            let count = [("count", open.to_string())];
            return Err(Problem::No(text.format("cli-compare-open", &count)));
        }
    };
    Err(Problem::No(text.get(key)))
}

/// All files as one.
fn read(args: &CompareArgs, text: &Text) -> Result<Bank, Problem> {
    let mut all = Vec::with_capacity(args.bank.len());
    for path in &args.bank {
        let file = File::open(path).map_err(|error| files::io_error(&error, path))?;
        all.push((file_name(path), file));
    }
    Bank::read(all, &mut |_, _| true).map_err(|refused| Problem::File(text.file_refused(&refused)))
}

fn as_json(found: &Comparison, side: &BankSide, account: AccountCheck) -> String {
    let outcome = Outcome::of((side.has_gaps, account), found);
    let answer = json!({
        "agrees": matches!(outcome, Outcome::Agrees | Outcome::Nothing),
        "account": match account {
            AccountCheck::Fits => "fits",
            AccountCheck::Other => "other",
            AccountCheck::Unnamed => "unnamed",
            AccountCheck::NoneConfirmed => "none_confirmed",
        },
        "open": found.open(),
        "files": side.files,
        "accounts": side.accounts,
        "notes": side.notes,
        "from": found.period.map(|(first, _)| first.to_string()),
        "until": found.period.map(|(_, last)| last.to_string()),
        "others": found.others,
        "same_payer": found.same_payer,
        "pending": side.left_out.0,
        "foreign": side.left_out.1,
        "state_cents": found.state().cents(),
        "bank_cents": found.bank().cents(),
        "lines": found.lines.iter().map(line).collect::<Vec<_>>(),
    });
    format!("{answer:#}\n")
}

fn line(line: &Line) -> Value {
    let (movement, credit) = (line.movement.as_ref(), line.credit.as_ref());
    json!({
        "verdict": verdict(line.verdict).trim_start_matches("comparison-verdict-"),
        // What lies outside of the statement is not missing in it, nor in the sums.
        "difference_cents": (line.verdict != Verdict::Outside).then(|| line.difference().cents()),
        "entry": movement.map(|one| one.seq),
        "grant": movement.map(|one| one.grant.as_str()),
        "paid_on": movement.map(|one| one.day.to_string()),
        "state_cents": movement.map(|one| one.amount.cents()),
        "file": credit.map(|one| one.place.file.as_str()).filter(|file| !file.is_empty()),
        "statement": credit.map(|one| one.place.statement.as_str()),
        "statement_entry": credit.map(|one| one.place.entry),
        "reference": credit.map(|one| one.place.reference.as_str()),
        "line": credit.map(|one| one.place.line),
        "booked_on": credit.map(|one| one.day.to_string()),
        "bank_cents": credit.map(|one| one.amount.cents()),
        "text": credit.map(|one| one.text.as_str()),
    })
}
