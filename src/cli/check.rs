//! `check-paper`: whether a PDF is what left the house.

use std::path::PathBuf;

use clap::Args;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::papers::Wanted;
use super::{Problem, open, plain};
use crate::domain::{Body, Event, Seq};
use crate::render;
use crate::store::view::{Head, Times};
use crate::store::{Ledger, files, query};
use crate::text::{Lang, Text};

#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Papier als PDF, wie es gedruckt oder ausgefertigt wurde
    #[arg(value_name = "PAPIER")]
    paper: PathBuf,
    /// Förderbuch, aus dem es kommen soll
    #[arg(long, value_name = "DATEI")]
    against: PathBuf,
}

/// What a paper says of itself.
struct Says {
    wanted: Wanted,
    times: Times,
    head: [u8; 32],
    lang: Lang,
    issued: bool,
    program: String,
}

pub fn run(args: &CheckArgs, text: &Text) -> Result<String, Problem> {
    let bytes = std::fs::read(&args.paper).map_err(|e| files::io_error(&e, &args.paper))?;
    let path = [("path", plain(&args.paper))];
    if !bytes.starts_with(b"%PDF-") {
        return Err(Problem::File(text.format("cli-check-no-pdf", &path)));
    }
    let ledger = open(&args.against)?;
    let issued = query::issued_papers(&ledger, ledger.head().seq)?;
    let hash = hex::encode(Sha256::digest(&bytes));
    let same = issued.iter().find_map(|event| match &event.body {
        Body::DocumentIssued(paper) if paper.sha256 == hash => Some((event, paper.known)),
        _ => None,
    });
    if let Some((event, known)) = same {
        return Ok(genuine_issued(&ledger, event, known, text));
    }
    let data = render::data_of(&bytes);
    if data.as_ref().is_some_and(|data| data["report"] == "verification") {
        return Err(Problem::No(text.get("cli-check-verification")));
    }
    let Some(says) = data.as_ref().and_then(says) else {
        return Err(Problem::No(text.format("cli-check-foreign", &path)));
    };
    copy(&ledger, &says, &bytes, text)
}

fn genuine_issued(ledger: &Ledger, event: &Event, known: Seq, text: &Text) -> String {
    let args = [("number", event.seq.to_string()), ("day", text.day(event.effective_on))];
    format!("{}\n{}", text.format("cli-check-issued", &args), age(ledger, known, text))
}

/// How much the ledger knows beyond the paper; nothing when that is nothing.
fn age(ledger: &Ledger, known: Seq, text: &Text) -> String {
    let last = ledger.head().seq;
    let more = i64::try_from(last.saturating_sub(known)).unwrap_or(i64::MAX);
    if more == 0 {
        return format!("{}\n", text.get("cli-check-current"));
    }
    let args = [("known", known.to_string()), ("last", last.to_string())];
    format!("{}\n", text.count("cli-check-older", more, &args))
}

fn says(data: &Value) -> Option<Says> {
    let mut head = [0; 32];
    hex::decode_to_slice(data["head"].as_str()?, &mut head).ok()?;
    let times =
        Times { as_of: data["as_of"].as_str()?.parse().ok()?, known: data["known"].as_u64()? };
    let lang = Lang::ALL.into_iter().find(|lang| data["language"] == lang.code())?;
    Some(Says {
        wanted: Wanted::of_paper(data)?,
        times,
        head,
        lang,
        issued: !data["asked"]["issued_on"].is_null(),
        program: data["program"].as_str()?.to_owned(),
    })
}

/// A paper that no entry names: a copy is made again and must be the same, byte for byte.
fn copy(ledger: &Ledger, says: &Says, bytes: &[u8], text: &Text) -> Result<String, Problem> {
    let known = says.times.known;
    let args = [("known", known.to_string()), ("last", ledger.head().seq.to_string())];
    let no = |key: &str| Err(Problem::No(text.format(key, &args)));
    if known > ledger.head().seq {
        return no("cli-check-ledger-older");
    }
    let anchor = Head { seq: known, hash: says.head, recorded_at: 0 };
    if ledger.verify_anchor(anchor)?.is_some() {
        return no("cli-check-other-ledger");
    }
    if says.issued {
        return no("cli-check-not-issued");
    }
    if says.program != env!("CARGO_PKG_VERSION") {
        let args = [("program", says.program.clone())];
        return Err(Problem::No(text.format("cli-check-other-program", &args)));
    }
    let made = says.wanted.make(ledger, says.times)?;
    let same = made.and_then(|paper| render::pdf(&paper, &Text::new(says.lang)).ok());
    if same.as_deref() != Some(bytes) {
        return no("cli-check-altered");
    }
    Ok(format!("{}\n{}", text.get("cli-check-copy"), age(ledger, known, text)))
}
