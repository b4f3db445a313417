//! The verification protocol: what was checked in a ledger, and what was found.

use crate::domain::Seq;
use crate::domain::date::{berlin_day, berlin_time};
use crate::report::part::{count, item, number, report, said, text, words, words_column};
use crate::report::{Block, Cell, Checked, Phrase, Report, Row, Table};
use crate::store::view::{Head, ReportFrame};

/// What a verification found.
pub struct Verification<'v> {
    /// The ledger at its last entry.
    pub frame: &'v ReportFrame,
    /// True when the journal was replayed and the database itself was checked.
    pub deep: bool,
    /// When, by whom and in which file.
    pub checked: Option<&'v Checked>,
    /// Name of the one person enrolled for the account of whoever checked.
    pub person: Option<&'v str>,
    /// Anchors from paper, and whether each is that of the ledger.
    pub anchors: &'v [(Head, bool)],
    /// Keys of the findings, and their sentences in the language of the paper.
    pub findings: &'v [(&'static str, String)],
}

/// What is checked, with the keys of the findings that belong to it.
const CHECKS: [(&str, &[&str]); 7] = [
    ("verification-numbers", &["finding-gap", "finding-time"]),
    ("verification-chain", &["finding-chain", "finding-body"]),
    ("verification-recipients", &["finding-recipient-chain"]),
    ("verification-postings", &["finding-sum", "finding-balance", "finding-total"]),
    ("verification-identity", &["finding-identity"]),
    ("verification-schema", &["finding-schema"]),
    ("verification-names", &["finding-name"]),
];

/// What is checked by `--deep` alone.
const DEEP: [(&str, &[&str]); 3] = [
    ("verification-database", &["finding-integrity"]),
    ("verification-replay", &["finding-replay"]),
    ("verification-overdraft", &["finding-overdraft"]),
];

/// The protocol of a verification.
#[must_use]
pub fn verification(data: &Verification<'_>) -> Report {
    let known = data.frame.times.known;
    let result = if data.findings.is_empty() { "verification-good" } else { "verification-bad" };
    let mut blocks = vec![
        Block::Figures(vec![
            (Phrase::new("verification-entries"), entries(known)),
            (Phrase::new("verification-findings"), count(data.findings.len())),
        ]),
        Block::Facts(moment(data)),
        Block::Paragraph(Phrase::new(result)),
        Block::Table(checks(data)),
    ];
    if !data.anchors.is_empty() {
        blocks.push(Block::Heading(Phrase::new("verification-anchors")));
        blocks.push(Block::Table(anchors(data.anchors)));
    }
    if !data.findings.is_empty() {
        blocks.push(Block::Heading(Phrase::new("verification-findings")));
        let of = |(_, sentence): &(&str, String)| {
            Block::Paragraph(Phrase::new("paper-plain").with("text", text(sentence)))
        };
        blocks.extend(data.findings.iter().map(of));
    }
    if !data.deep {
        blocks.push(Block::Note(Phrase::new("verification-note-deep")));
    }
    blocks.push(Block::Note(Phrase::new("verification-note")));
    // It has no amounts, and its day is that of the last entry.
    let mut report = report("verification", Phrase::new("verification-title"), data.frame, blocks);
    report.subtitle.key = "verification-subtitle";
    report
}

/// The account of the computer: what Windows has as a long number, other systems as a short one,
/// where zero is the account that may do everything.
fn account(by: &str) -> Cell {
    match by.strip_prefix("uid:") {
        Some("0") => words("verification-account-system"),
        Some(number) => {
            Cell::Phrase(Phrase::new("verification-account-number").with("number", text(number)))
        }
        None => said(by),
    }
}

/// When and how it was checked: without it a protocol cannot be filed.
fn moment(data: &Verification<'_>) -> Vec<(Phrase, Cell)> {
    let mut facts = Vec::new();
    if let Some(checked) = data.checked {
        let at = Phrase::new("verification-at-time")
            .with("day", Cell::Day(berlin_day(checked.at)))
            .with("time", text(berlin_time(checked.at)));
        facts.push((Phrase::new("verification-at"), Cell::Phrase(at)));
        facts.push((Phrase::new("verification-file"), said(&checked.file)));
        // Who is not enrolled for the account signs by hand.
        let by = data.person.map_or_else(|| words("verification-by-hand"), text);
        facts.push((Phrase::new("verification-by"), by));
        facts.push((Phrase::new("verification-account"), account(&checked.by)));
    }
    let version =
        Phrase::new("verification-version").with("version", text(env!("CARGO_PKG_VERSION")));
    facts.push((Phrase::new("verification-program"), Cell::Phrase(version)));
    let depth = if data.deep { "verification-deep" } else { "verification-plain" };
    facts.push((Phrase::new("verification-depth"), words(depth)));
    facts
}

fn entries(known: Seq) -> Cell {
    Cell::Number(i64::try_from(known).unwrap_or(i64::MAX))
}

fn checks(data: &Verification<'_>) -> Table {
    let row = |(name, keys): &(&'static str, &[&str])| -> Row {
        let found = data.findings.iter().filter(|(key, _)| keys.contains(key)).count();
        let result = if found == 0 { words("verification-none") } else { count(found) };
        item(vec![words(name), result])
    };
    let deep = DEEP.iter().filter(|_| data.deep);
    Table {
        caption: Phrase::new("verification-checks"),
        columns: vec![
            words_column("verification-column-check", 14),
            words_column("verification-findings", 4),
        ],
        rows: CHECKS.iter().chain(deep).map(row).collect(),
    }
}

fn anchors(anchors: &[(Head, bool)]) -> Table {
    let row = |(anchor, same): &(Head, bool)| {
        let result = if *same { "verification-same" } else { "verification-other" };
        item(vec![number(anchor.seq), Cell::Hash(*anchor), words(result)])
    };
    Table {
        caption: Phrase::new("verification-anchors"),
        columns: vec![
            words_column("sheet-entry", 3),
            words_column("verification-column-hash", 12),
            words_column("verification-column-result", 4),
        ],
        rows: anchors.iter().map(row).collect(),
    }
}
