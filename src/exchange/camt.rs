//! ISO 20022 bank to customer messages: camt.052, camt.053, camt.054, versions .02 to .14.
//!
//! Every version has the same skeleton of statements, balances and entries; what differs is
//! written down in `camt_entry`. A file that breaks the rules of `camt_rule` but leaves nothing
//! open is read with a note.

use std::io::BufRead;

use super::camt_entry::{BalanceParts, EntryParts};
use super::camt_rule::{LATEST, Rules};
use super::problem::{Note, NoteKind, Reason, Refused, add};
use super::statement::{BankFile, Format, Message, Statement};
use super::xml::{Document, Piece};
use super::{MOST_ENTRIES, MOST_STATEMENTS};

/// Reads a message.
///
/// # Errors
/// When it is not well formed, no such message, or beyond the limits.
pub fn read(from: impl BufRead) -> Result<BankFile, Refused> {
    let mut document = Document::new(from);
    let mut made = Builder::default();
    let mut path = Path::default();
    let mut words = String::new();
    loop {
        let line = document.line();
        match document.next()? {
            None => break,
            Some(Piece::Open(name, attributes)) => {
                words.clear();
                path.push(name);
                if path.names.len() >= ABOVE {
                    made.rules.open(name, attributes.iter().any(|(key, _)| key == "Ccy"), line);
                }
                match path.names.len() {
                    1 => made.root(name, attributes, line)?,
                    2 => made.message(name, line)?,
                    3 if matches!(name, "Rpt" | "Stmt" | "Ntfctn") => {
                        made.begin(line)?;
                    }
                    _ => made.open(&path.below, attributes, line)?,
                }
            }
            Some(Piece::Words(more)) => words.push_str(more),
            Some(Piece::Close) => {
                made.close(&path, words.trim(), line);
                made.rules.close(line);
                words.clear();
                path.pop();
            }
        }
    }
    if made.message.is_empty() {
        return Err(Refused::new(Reason::OtherXml(made.root)));
    }
    std::mem::take(&mut made.rules).finish(&mut made.notes);
    Ok(BankFile {
        format: Format::Camt(made.name()),
        statements: made.statements,
        notes: made.notes,
    })
}

/// Where in the document a text stands.
#[derive(Default)]
struct Path {
    /// The names below the statement, joined by slashes.
    below: String,
    /// Length of `below` before each name.
    names: Vec<usize>,
}

/// Document, message, statement: three levels above what is read.
const ABOVE: usize = 3;

impl Path {
    fn push(&mut self, name: &str) {
        self.names.push(self.below.len());
        if self.names.len() > ABOVE {
            if !self.below.is_empty() {
                self.below.push('/');
            }
            self.below.push_str(name);
        } else if self.names.len() == ABOVE {
            self.below.clear();
        }
    }

    fn pop(&mut self) {
        if let Some(length) = self.names.pop() {
            self.below.truncate(length);
        }
    }

    fn in_statement(&self) -> bool {
        self.names.len() > ABOVE
    }
}

/// The message while it is read.
#[derive(Default)]
struct Builder {
    root: String,
    /// "camt.053", once the message's element is seen.
    message: &'static str,
    /// Version as the name space says it; empty when it does not.
    version: String,
    statements: Vec<Statement>,
    current: Option<Statement>,
    entry: Option<EntryParts>,
    balance: Option<BalanceParts>,
    /// Opening balances: booked at the opening before that of the day before.
    closing_before: Option<BalanceParts>,
    entries: usize,
    rules: Rules,
    notes: Vec<Note>,
}

impl Builder {
    fn name(&self) -> String {
        let version = if self.version.is_empty() { "?" } else { &self.version };
        format!("{}.001.{version}", self.message)
    }

    fn kind(&self) -> Message {
        match self.message {
            "camt.052" => Message::Report,
            "camt.054" => Message::Notification,
            _ => Message::Statement,
        }
    }

    fn note(&mut self, kind: NoteKind, line: u64) {
        add(&mut self.notes, Note { kind, line, about: String::new() });
    }

    fn root(
        &mut self,
        name: &str,
        attributes: &[(String, String)],
        line: u64,
    ) -> Result<(), Refused> {
        name.clone_into(&mut self.root);
        if !name.eq_ignore_ascii_case("Document") {
            return Err(Refused::at(Reason::OtherXml(name.to_owned()), line));
        }
        if name != "Document" {
            self.note(NoteKind::OddElement { name: name.to_owned(), count: 1 }, line);
        }
        let space = attributes
            .iter()
            .filter(|(key, _)| key == "xmlns" || key.starts_with("xmlns:"))
            .find_map(|(_, value)| value.strip_prefix("urn:iso:std:iso:20022:tech:xsd:"));
        if let Some(space) = space {
            space.rsplit('.').next().unwrap_or_default().clone_into(&mut self.version);
        }
        Ok(())
    }

    fn message(&mut self, name: &str, line: u64) -> Result<(), Refused> {
        self.message = match name {
            "BkToCstmrAcctRpt" => "camt.052",
            "BkToCstmrStmt" => "camt.053",
            "BkToCstmrDbtCdtNtfctn" => "camt.054",
            _ if self.version == "01" && name.starts_with("BkToCstmr") => {
                return Err(Refused::at(Reason::Version(name.to_owned()), line));
            }
            _ => return Err(Refused::at(Reason::OtherXml(name.to_owned()), line)),
        };
        let version = self.version.parse::<u32>();
        self.rules.begin(self.kind(), version.as_ref().copied().unwrap_or_default());
        match version {
            Err(_) => self.note(NoteKind::NoVersion, line),
            Ok(0 | 1) => return Err(Refused::at(Reason::Version(self.name()), line)),
            Ok(number) if number > LATEST => {
                let name = self.name();
                self.note(NoteKind::LaterVersion(name), line);
            }
            Ok(_) => {}
        }
        Ok(())
    }

    fn begin(&mut self, line: u64) -> Result<(), Refused> {
        if self.statements.len() >= MOST_STATEMENTS {
            return Err(Refused::at(Reason::TooManyStatements(MOST_STATEMENTS as u64), line));
        }
        self.current = Some(Statement { message: self.kind(), ..Statement::default() });
        Ok(())
    }

    fn open(
        &mut self,
        below: &str,
        attributes: &[(String, String)],
        line: u64,
    ) -> Result<(), Refused> {
        if self.current.is_none() {
            return Ok(());
        }
        let currency = || attributes.iter().find(|(key, _)| key == "Ccy").map(|(_, value)| value);
        match below {
            "Ntry" => {
                self.entries += 1;
                if self.entries > MOST_ENTRIES {
                    return Err(Refused::at(Reason::TooManyEntries(MOST_ENTRIES as u64), line));
                }
                self.entry = Some(EntryParts::new(line));
            }
            "Bal" => self.balance = Some(BalanceParts::new(line)),
            "Ntry/Amt" => {
                if let (Some(entry), Some(currency)) = (&mut self.entry, currency()) {
                    entry.currency.clone_from(currency);
                }
            }
            "Bal/Amt" => {
                if let (Some(balance), Some(currency)) = (&mut self.balance, currency()) {
                    balance.currency.clone_from(currency);
                }
            }
            "Ntry/NtryDtls/TxDtls" => {
                if let Some(entry) = &mut self.entry {
                    entry.details += 1;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, path: &Path, words: &str, line: u64) {
        if !path.in_statement() {
            if path.names.len() == ABOVE {
                self.end_statement();
            }
            return;
        }
        let below = path.below.as_str();
        if let Some(rest) = below.strip_prefix("Ntry/") {
            if !words.is_empty() && (rest == "Sts" || rest.starts_with("Sts/")) {
                self.rules.status(rest != "Sts", line);
            }
            if rest == "NtryDtls/TxDtls/Refs/UETR" {
                self.rules.payment_reference(words, line);
            }
            if let Some(entry) = &mut self.entry {
                entry.take(rest, words, line, &mut self.notes);
            }
        } else if let Some(rest) = below.strip_prefix("Bal/") {
            if let Some(balance) = &mut self.balance {
                balance.take(rest, words);
            }
        } else if below == "Ntry" {
            self.end_entry();
        } else if below == "Bal" {
            self.end_balance();
        } else if let Some(statement) = &mut self.current {
            let field = match below {
                "Id" => &mut statement.id,
                "ElctrncSeqNb" => &mut statement.number,
                "Acct/Id/IBAN" => &mut statement.iban,
                "Acct/Id/Othr/Id" => &mut statement.other_account,
                "Acct/Ccy" => &mut statement.currency,
                _ => return,
            };
            *field = words.split_whitespace().collect();
        }
    }

    fn end_entry(&mut self) {
        let (Some(parts), Some(statement)) = (self.entry.take(), &mut self.current) else {
            return;
        };
        match parts.finish(&mut self.notes) {
            Some(entry) => statement.entries.push(entry),
            None => statement.unreadable += 1,
        }
    }

    fn end_balance(&mut self) {
        let (Some(parts), Some(statement)) = (self.balance.take(), &mut self.current) else {
            return;
        };
        match parts.code.as_str() {
            "OPBD" if statement.opening.is_none() => {
                statement.opening = Some(parts.finish(&mut self.notes));
            }
            "PRCD" if self.closing_before.is_none() => self.closing_before = Some(parts),
            "CLBD" => statement.closing = Some(parts.finish(&mut self.notes)),
            _ => {}
        }
    }

    fn end_statement(&mut self) {
        let Some(mut statement) = self.current.take() else { return };
        let before = self.closing_before.take();
        if let (None, Some(before)) = (&statement.opening, before) {
            statement.opening = Some(before.finish(&mut self.notes));
        }
        statement.check(&mut self.notes);
        self.statements.push(statement);
    }
}
