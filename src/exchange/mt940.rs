//! SWIFT MT940 and MT942, which German banks sent until 2025: statements of tagged fields.

use super::decode::WholeText;
use super::mt940_field::{balance, details, entry};
use super::problem::{Note, NoteKind, Reason, Refused, add};
use super::statement::{BankFile, Format, Message, Statement};
use super::{MOST_ENTRIES, MOST_STATEMENTS};

/// True when the text begins like a SWIFT message.
pub fn looks_like(text: &str) -> bool {
    let start = text.trim_start();
    start.starts_with("{1:")
        || start.starts_with(":20:")
        || text.lines().take(200).any(|line| tag(line).is_some_and(|(tag, _)| is_known(tag)))
}

fn is_known(tag: &str) -> bool {
    matches!(tag, "20" | "25" | "28" | "28C" | "60F" | "60M" | "61" | "62F" | "62M" | "86")
}

/// The tag at the beginning of a line, and what follows it: `:61:2003160316C…`.
fn tag(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.strip_prefix(':')?.split_once(':')?;
    let shaped = (2..=3).contains(&tag.len())
        && tag.bytes().take(2).all(|byte| byte.is_ascii_digit())
        && tag.bytes().skip(2).all(|byte| byte.is_ascii_uppercase());
    shaped.then_some((tag, rest))
}

/// A field with the lines that continue it.
struct Field<'a> {
    line: u64,
    tag: &'a str,
    lines: Vec<&'a str>,
}

/// The fields of a file; what stands before the first and between messages is no field.
fn fields(text: &str) -> Vec<Field<'_>> {
    let mut found: Vec<Field<'_>> = Vec::new();
    let mut open = false;
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_end_matches('\r');
        // The header block of a message may stand on the line of its first field.
        let line = line.rfind("{4:").and_then(|at| line.get(at + 3..)).unwrap_or(line);
        if let Some((tag, rest)) = tag(line.trim_start()) {
            found.push(Field { line: number, tag, lines: vec![rest] });
            open = true;
        } else if line.trim() == "-" || line.starts_with("-}") {
            open = false;
        } else if let (true, Some(last)) = (open, found.last_mut()) {
            last.lines.push(line);
        }
    }
    found
}

/// Reads a file.
///
/// # Errors
/// When there is no field of a statement in it, or too many entries.
pub fn read(text: &WholeText) -> Result<BankFile, Refused> {
    let mut made = Builder::default();
    if text.lost > 0 {
        made.note(NoteKind::Characters(text.lost), 0);
    }
    for field in fields(&text.text) {
        made.take(&field)?;
    }
    made.end();
    if made.statements.is_empty() {
        return Err(Refused::new(Reason::UnknownKind));
    }
    Ok(BankFile { format: Format::Swift, statements: made.statements, notes: made.notes })
}

#[derive(Default)]
struct Builder {
    statements: Vec<Statement>,
    current: Option<Statement>,
    /// True once a closing balance was read: what follows is the next statement.
    closed: bool,
    /// True right after an entry, when its details may follow.
    after_entry: bool,
    entries: usize,
    notes: Vec<Note>,
}

impl Builder {
    fn note(&mut self, kind: NoteKind, line: u64) {
        add(&mut self.notes, Note { kind, line, about: String::new() });
    }

    fn end(&mut self) {
        if let Some(mut statement) = self.current.take() {
            statement.check(&mut self.notes);
            if statement.opening.is_none() && statement.closing.is_none() {
                statement.message = Message::Report;
            }
            self.statements.push(statement);
        }
        self.closed = false;
    }

    fn take(&mut self, field: &Field<'_>) -> Result<(), Refused> {
        let first = field.lines.first().copied().unwrap_or_default().trim();
        let begins = field.tag == "20"
            || (matches!(field.tag, "60F" | "60M")
                && self.current.as_ref().is_some_and(|statement| statement.opening.is_some()))
            || (self.closed && field.tag == "61");
        if begins {
            self.end();
        }
        if self.statements.len() >= MOST_STATEMENTS {
            return Err(Refused::at(Reason::TooManyStatements(MOST_STATEMENTS as u64), field.line));
        }
        let statement = self.current.get_or_insert_default();
        let after_entry = std::mem::take(&mut self.after_entry);
        match field.tag {
            "20" => first.clone_into(&mut statement.id),
            "28" | "28C" => first.clone_into(&mut statement.number),
            "25" | "25P" => account(statement, first),
            "60F" | "60M" => {
                statement.opening = Some(balance(first, field.line, &mut self.notes));
            }
            "62F" | "62M" => {
                statement.closing = Some(balance(first, field.line, &mut self.notes));
                self.closed = true;
            }
            "61" => {
                self.entries += 1;
                if self.entries > MOST_ENTRIES {
                    return Err(Refused::at(
                        Reason::TooManyEntries(MOST_ENTRIES as u64),
                        field.line,
                    ));
                }
                match entry(&field.lines, field.line, &mut self.notes) {
                    Some(found) => {
                        statement.entries.push(found);
                        self.after_entry = true;
                    }
                    None => statement.unreadable += 1,
                }
            }
            "86" if after_entry => {
                if let Some(last) = statement.entries.last_mut() {
                    details(&field.lines, last);
                }
            }
            _ => {}
        }
        for balance in [&statement.opening, &statement.closing].into_iter().flatten() {
            if statement.currency.is_empty() {
                statement.currency.clone_from(&balance.currency);
            }
        }
        Ok(())
    }
}

/// `:25:` holds an IBAN, or bank code and number, sometimes with the currency after it.
fn account(statement: &mut Statement, written: &str) {
    let plain: String = written.split_whitespace().collect();
    let iban = plain.get(..22).filter(|iban| crate::domain::case::is_iban(iban));
    let whole = Some(plain.as_str()).filter(|iban| crate::domain::case::is_iban(iban));
    match whole.or(iban) {
        Some(iban) => iban.clone_into(&mut statement.iban),
        None => statement.other_account = plain,
    }
}
