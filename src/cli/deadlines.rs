//! `deadlines`: what is due and what is overdue, for people and as JSON.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::times::TimesArgs;
use super::{Problem, open};
use crate::store::query;
use crate::store::view::{DeadlineRow, Head, Times};
use crate::text::{Text, hash};

#[derive(Args, Debug)]
pub struct DeadlinesArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    #[command(flatten)]
    times: TimesArgs,
    /// Ausgabe als JSON, Beträge in Cent
    #[arg(long)]
    json: bool,
}

pub fn run(args: &DeadlinesArgs, text: &Text) -> Result<String, Problem> {
    let ledger = open(&args.file)?;
    let times = args.times.resolve(&ledger, text)?;
    let rows = ledger.reading(|ledger| query::deadlines(ledger, times))?;
    let head = query::head_at(&ledger, times.known)?;
    Ok(if args.json { as_json(times, head, &rows) } else { as_text((times, head), &rows, text) })
}

fn as_json(times: Times, head: Head, rows: &[DeadlineRow]) -> String {
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "kind": row.kind.as_str(),
                "due_on": row.due_on.to_string(),
                "overdue": row.overdue,
                "days": (row.due_on - times.as_of).num_days(),
                "recipient": row.recipient.as_str(),
                "name": row.recipient_name,
                "grant": row.grant.as_ref().map(crate::domain::FileNumber::as_str),
                "object": row.object,
                "amount_cents": row.amount.map(crate::domain::Money::cents),
                "seq": row.seq,
            })
        })
        .collect();
    let all = json!({
        "as_of": times.as_of.to_string(),
        "known_seq": times.known,
        "head": hex::encode(head.hash),
        "rows": rows,
    });
    format!("{all:#}\n")
}

fn as_text((times, head): (Times, Head), rows: &[DeadlineRow], text: &Text) -> String {
    let mut lines = vec![text.format("cli-deadlines", &[("day", text.day(times.as_of))])];
    if rows.is_empty() {
        lines.push(text.get("cli-deadlines-none"));
    }
    for row in rows {
        let object = row.grant.as_ref().map_or_else(|| row.object.clone(), ToString::to_string);
        let mark = if row.overdue { text.get("deadline-overdue") } else { String::new() };
        let amount = row.amount.map_or_else(String::new, |amount| text.money(amount));
        lines.push(format!(
            "{}  {:<11}  {:<39}  {:<16}  {:<24}  {amount:>18}",
            text.day(row.due_on),
            mark,
            text.deadline(row.kind),
            object,
            row.recipient_name,
        ));
    }
    let hash = hash::printed(head.seq, &head.hash);
    let words = [("seq", head.seq.to_string()), ("hash", hash)];
    lines.push(text.format("accounting-head", &words));
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n") + "\n"
}
