//! Postings as a plain-text accounting file that both `ledger` and `hledger` read.
//!
//! Everything that the file uses it declares first (commodity, tags, accounts), so that
//! `hledger check --strict` and `ledger --pedantic` find nothing. There is no clock in it: the
//! same postings give the same bytes.

use crate::domain::{Account, Stage};
use crate::report::Basis;
use crate::report::postings::{PostedEvent, Postings};
use crate::text::{Text, hash};

/// The only commodity. Letters behind the amount need no quotes in either tool.
const COMMODITY: &str = "EUR";

/// Tags of a transaction. Each stands on a line of its own: to hledger a comma ends a value, to
/// ledger only the first word of a line is a tag.
const TAGS: [&str; 4] = ["voucher", "uid", "recipient", "ref"];

/// The postings as a journal of plain-text accounting: one transaction per entry with its number
/// as code, one line per posting, UTF-8, lines that end with LF.
#[must_use]
pub fn journal(file: &Postings, text: &Text) -> String {
    let mut lines: Vec<String> = heading(&file.basis, text).iter().map(|it| comment(it)).collect();
    // The format says two decimals, so that no sum is shown rounded; on a line of its own,
    // because ledger does not read it beside the name.
    lines.extend([String::new(), format!("commodity {COMMODITY}")]);
    lines.extend([format!("    format 1000.00 {COMMODITY}"), String::new()]);
    lines.extend(TAGS.map(|tag| format!("tag {tag}")));
    lines.push(String::new());
    lines.extend(file.accounts.iter().map(|account| format!("account {}", name(account))));
    for event in &file.events {
        lines.push(String::new());
        lines.extend(transaction(event));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What the file is, as comments before everything else.
fn heading(basis: &Basis, text: &Text) -> Vec<String> {
    let times = [
        ("day", text.day(basis.as_of)),
        ("seq", basis.known.to_string()),
        ("time", text.known_at(basis.known_at)),
    ];
    let hash = hash::printed(basis.known, &basis.head);
    let head = [("seq", basis.known.to_string()), ("hash", hash)];
    let mut lines = vec![basis.programme.clone()];
    lines.extend(basis.sample.then(|| text.get("sample-data")));
    lines.extend([text.format("accounting-times", &times), text.format("accounting-head", &head)]);
    lines.extend(["accounting-accounts", "accounting-numbers"].map(|key| text.get(key)));
    lines
}

fn transaction(event: &PostedEvent) -> Vec<String> {
    let mut first = format!("{} ({}) {}", event.effective_on, event.seq, event.kind.as_str());
    for grant in event.grants() {
        first.push(' ');
        first.push_str(&escaped(grant.as_str()));
    }
    let tags = [
        event.voucher.clone(),
        uuid::Uuid::from_bytes(event.uid).to_string(),
        event.recipient.as_str().to_owned(),
        event.reference.map_or_else(String::new, |seq| seq.to_string()),
    ];
    let tags = TAGS.iter().zip(tags).filter(|(_, value)| !value.is_empty());
    // Two blanks end the name of an account, because one may stand in it.
    let postings = event
        .postings
        .iter()
        .map(|posting| format!("    {}  {} {COMMODITY}", name(&posting.account), posting.amount));
    [first]
        .into_iter()
        .chain(tags.map(|(tag, value)| format!("    {}", comment(&format!("{tag}: {value}")))))
        .chain(postings)
        .collect()
}

/// A comment of one line, whatever was recorded.
fn comment(content: &str) -> String {
    let content = content.replace(|character: char| character.is_control(), " ");
    format!("; {}", content.trim_end())
}

/// Name of an account: stage, title, fiscal year, for authority the due year, for revenue its
/// kind, then the grant.
///
/// Two accounts never have one name: which parts there are follows from the stage, and no part
/// holds the colon that divides them.
fn name(account: &Account) -> String {
    // Taken apart in whole: an attribute that is new must get its place here. The recipient
    // follows from the grant and stands in the transaction.
    let Account { stage, title, fiscal_year, due_year, grant, recipient: _, revenue } = account;
    let mut parts = vec![camel(*stage), escaped(title.as_str()), fiscal_year.0.to_string()];
    parts.extend(due_year.map(|year| year.0.to_string()));
    parts.extend(revenue.map(|revenue| revenue.as_str().to_owned()));
    parts.extend(grant.as_ref().map(|grant| escaped(grant.as_str())));
    parts.join(":")
}

/// The stable name of a stage as one word: "VeFree", "CoverIn".
fn camel(stage: Stage) -> String {
    let word = |part: &str| {
        let mut letters = part.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_ascii_uppercase().to_string() + letters.as_str()
        })
    };
    stage.as_str().split('_').map(word).collect()
}

/// A recorded key as part of a name: letters, digits, single blanks and a few signs stay, the
/// bytes of everything else become `%` and two hexadecimal digits, as in a web address.
///
/// It is a list of what may stay, because the tools differ in what they take for blanks (hledger
/// also the no-break space, so that it would end the name), virtual accounts (brackets), comments
/// (`;`) and levels (`:`), and because two keys must never become one name.
fn escaped(key: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    let mut characters = key.chars().peekable();
    while let Some(character) = characters.next() {
        let blank = character == ' ' && before != ' ' && characters.peek().is_some();
        let plain = character.is_ascii_alphanumeric() || "-_./,+&'#äöüÄÖÜß".contains(character);
        if blank || plain {
            out.push(character);
        } else {
            for byte in character.to_string().bytes() {
                out.push('%');
                out.push_str(&hex::encode_upper([byte]));
            }
        }
        before = character;
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{camel, escaped};
    use crate::domain::Stage;

    #[test]
    fn every_stage_has_a_word_of_its_own() {
        assert_eq!(camel(Stage::VeFree), "VeFree");
        assert_eq!(camel(Stage::WrittenOff), "WrittenOff");
        let words: BTreeSet<String> = Stage::ALL.iter().map(|stage| camel(*stage)).collect();
        assert_eq!(words.len(), Stage::ALL.len());
    }

    #[test]
    fn what_an_accounting_tool_would_take_for_its_own_is_escaped() {
        for (key, name) in [
            ("1616 88371", "1616 88371"),
            ("Prüf/2020-1", "Prüf/2020-1"),
            ("a  b", "a %20b"),
            (" a ", "%20a%20"),
            ("a;b:c", "a%3Bb%3Ac"),
            ("[a] (b)", "%5Ba%5D %28b%29"),
            ("100 %", "100 %25"),
            ("a\u{a0}b", "a%C2%A0b"),
            ("a ", "a%20"),
        ] {
            assert_eq!(escaped(key), name);
        }
    }
}
