//! `journal`: every entry, for people, as JSON or as CSV.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args;
use serde_json::{Value, json};

use super::{Problem, open};
use crate::domain::date::LAST_DAY;
use crate::store::query;
use crate::store::view::{JournalRow, Times};
use crate::text::Text;

#[derive(Args, Debug)]
pub struct JournalArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Ausgabe als JSON
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Ausgabe als CSV mit Semikolon und Dezimalkomma
    #[arg(long)]
    csv: bool,
}

pub fn run(args: &JournalArgs, text: &Text) -> Result<String, Problem> {
    let ledger = open(&args.file)?;
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let rows = query::journal(&ledger, times)?;
    if args.json {
        let entries: Vec<Value> = rows.iter().map(entry).collect();
        return Ok(format!("{:#}\n", Value::Array(entries)));
    }
    if args.csv {
        return as_csv(&rows, text);
    }
    Ok(rows.iter().map(|row| line(row, text)).collect())
}

/// One entry as stored: header, body, both hashes in hex.
fn entry(row: &JournalRow) -> Value {
    let recorded = DateTime::<Utc>::from_timestamp_micros(row.recorded_at).unwrap_or_default();
    let body: Value = serde_json::from_str(&row.body).unwrap_or_default();
    json!({
        "seq": row.seq,
        "uid": uuid::Uuid::from_bytes(row.uid).to_string(),
        "kind": row.kind.as_str(),
        "recipient": row.recipient.as_str(),
        "recipient_seq": row.recipient_seq,
        "recorded_at": recorded.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        "effective_on": row.effective_on.to_string(),
        "actor": row.actor.0,
        "login": row.login,
        "voucher": row.voucher,
        "ref": row.reference,
        "body": body,
        "hash": hex::encode(row.hash),
        "recipient_hash": hex::encode(row.recipient_hash),
    })
}

fn line(row: &JournalRow, text: &Text) -> String {
    let amount = row.amount.map_or_else(String::new, |amount| text.money(amount));
    let actor = row.actor_name.clone().unwrap_or_else(|| row.actor.0.to_string());
    let mut words = vec![
        text.kind(row.kind),
        text.object(row.kind, &row.object),
        row.recipient_name.clone(),
        row.voucher.clone(),
        actor,
    ];
    if let Some(seq) = row.reference {
        words.push(format!("→ {seq}"));
    }
    if let Some(seq) = row.reversed_by {
        words.push(text.format("cli-reversed-by", &[("seq", seq.to_string())]));
    }
    words.retain(|word| !word.is_empty());
    // A recipient's own registration would name it twice.
    words.dedup();
    format!("{:>6}  {}  {amount:>16}  {}\n", row.seq, text.day(row.effective_on), words.join(" · "))
}

fn as_csv(rows: &[JournalRow], text: &Text) -> Result<String, Problem> {
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let heads = [
        "number",
        "recorded",
        "effective",
        "kind",
        "recipient",
        "name",
        "object",
        "amount",
        "voucher",
        "reference",
        "reversed-by",
        "person",
        "login",
        "hash",
    ];
    let mut written = out.write_record(heads.map(|head| text.get(&format!("cli-csv-{head}"))));
    for row in rows {
        let number = |seq: Option<u64>| seq.map_or_else(String::new, |seq| seq.to_string());
        let amount =
            row.amount.map_or_else(String::new, |cents| cents.to_string().replace('.', ","));
        written = written.and_then(|()| {
            out.write_record([
                row.seq.to_string(),
                text.known_at(row.recorded_at),
                text.day(row.effective_on),
                text.kind(row.kind),
                disarmed(row.recipient.as_str()),
                disarmed(&row.recipient_name),
                disarmed(&row.object),
                amount,
                disarmed(&row.voucher),
                number(row.reference),
                number(row.reversed_by),
                disarmed(row.actor_name.as_deref().unwrap_or_default()),
                disarmed(&row.login),
                hex::encode(row.hash),
            ])
        });
    }
    let failed = |reason: String| Problem::No(reason);
    written.map_err(|error| failed(error.to_string()))?;
    let bytes = out.into_inner().map_err(|error| failed(error.to_string()))?;
    let table = String::from_utf8(bytes).map_err(|error| failed(error.to_string()))?;
    // The byte order mark tells Excel that it is UTF-8.
    Ok(format!("\u{FEFF}{table}"))
}

/// Text that a spreadsheet could run as a formula gets an apostrophe in front.
fn disarmed(text: &str) -> String {
    let dangerous = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(dangerous) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_disarmed() {
        assert_eq!(super::disarmed("=1+1"), "'=1+1");
        assert_eq!(super::disarmed("＠SUM"), "'＠SUM");
        assert_eq!(super::disarmed("EG-2020-001"), "EG-2020-001");
    }
}
