//! Entries and balances of the camt messages, gathered element by element.

use super::amount::plain_cents;
use super::problem::{Note, NoteKind, add};
use super::statement::{Balance, Entry, Status};
use crate::domain::{Day, Money};

/// Characters of purpose and references that are kept of one entry, over all its details.
const MOST_WORDS: usize = 2_000;

/// An entry while it is read.
pub struct EntryParts {
    entry: Entry,
    amount: String,
    direction: String,
    /// Currency of the amount.
    pub currency: String,
    /// Transactions of the entry.
    pub details: usize,
    debtor: (String, String),
    creditor: (String, String),
    more: String,
}

impl EntryParts {
    /// An entry that starts at this line.
    pub fn new(line: u64) -> Self {
        Self {
            entry: Entry { line, ..Entry::default() },
            amount: String::new(),
            direction: String::new(),
            currency: String::new(),
            details: 0,
            debtor: <(String, String)>::default(),
            creditor: <(String, String)>::default(),
            more: String::new(),
        }
    }

    /// Takes the text of the element at this path below the entry.
    pub fn take(&mut self, path: &str, words: &str, line: u64, notes: &mut Vec<Note>) {
        if let Some(rest) = path.strip_prefix("NtryDtls/TxDtls/") {
            self.detail(rest, words);
            return;
        }
        match path {
            "Amt" => words.clone_into(&mut self.amount),
            "CdtDbtInd" => words.clone_into(&mut self.direction),
            "RvslInd" => self.entry.reversal = matches!(words, "true" | "1"),
            // Plain text until .06, a code in an element of its own from .07 on; some mix them.
            "Sts" | "Sts/Cd" | "Sts/Prtry" if !words.is_empty() => {
                self.entry.status = match words {
                    "BOOK" => Status::Booked,
                    "PDNG" => Status::Pending,
                    "INFO" => Status::Information,
                    "FUTR" => Status::Future,
                    other => {
                        let name = format!("Sts {}", short(other));
                        let kind = NoteKind::OddElement { name, count: 1 };
                        add(notes, Note { kind, line, about: String::new() });
                        Status::Information
                    }
                };
            }
            "BookgDt/Dt" | "BookgDt/DtTm" => self.entry.booked_on = said(words, line, notes),
            "ValDt/Dt" | "ValDt/DtTm" => self.entry.value_on = said(words, line, notes),
            "NtryRef" => self.reference(words),
            "AcctSvcrRef" => {
                self.reference(words);
                if is_reference(words) {
                    self.entry.servicer_reference = words.chars().take(140).collect();
                }
            }
            "AddtlNtryInf" => words.clone_into(&mut self.more),
            _ => {}
        }
    }

    fn detail(&mut self, path: &str, words: &str) {
        match path {
            "RmtInf/Ustrd" | "RmtInf/Strd/AddtlRmtInf" => self.remittance(words),
            "RmtInf/Strd/CdtrRefInf/Ref" => {
                self.remittance(words);
                self.reference(words);
            }
            "RltdPties/Dbtr/Nm" | "RltdPties/Dbtr/Pty/Nm" => first(&mut self.debtor.0, words),
            "RltdPties/Cdtr/Nm" | "RltdPties/Cdtr/Pty/Nm" => first(&mut self.creditor.0, words),
            "RltdPties/DbtrAcct/Id/IBAN" => first(&mut self.debtor.1, words),
            "RltdPties/CdtrAcct/Id/IBAN" => first(&mut self.creditor.1, words),
            "RtrInf/Rsn/Cd" | "RtrInf/Rsn/Prtry" => {
                words.clone_into(&mut self.entry.return_code);
            }
            "AddtlTxInf" => first(&mut self.more, words),
            _ => {
                if let Some(name) = path.strip_prefix("Refs/")
                    && (!name.contains('/') || name == "Prtry/Ref")
                {
                    self.reference(words);
                }
            }
        }
    }

    fn reference(&mut self, words: &str) {
        let known = self.entry.references.iter().any(|other| other == words);
        if is_reference(words) && !known && self.entry.references.len() < 20 {
            self.entry.references.push(words.chars().take(140).collect());
        }
    }

    fn remittance(&mut self, words: &str) {
        add_words(&mut self.entry.remittance, words);
    }

    /// The entry; `None` with a note when amount or direction cannot be read.
    pub fn finish(mut self, notes: &mut Vec<Note>) -> Option<Entry> {
        let line = self.entry.line;
        let amount = signed(&self.amount, &self.direction);
        let Some(amount) = amount else {
            let words = format!("{} {}", short(&self.amount), short(&self.direction));
            let kind = NoteKind::EntryUnreadable(words.trim().to_owned());
            add(notes, Note { kind, line, about: String::new() });
            return None;
        };
        if self.entry.booked_on.is_none() && self.entry.status == Status::Booked {
            add(notes, Note { kind: NoteKind::NoBookingDay, line, about: String::new() });
        }
        let credit = self.direction == "CRDT";
        let (name, iban) = if credit { self.debtor } else { self.creditor };
        self.entry.counterparty = name;
        self.entry.counterparty_iban = iban.split_whitespace().collect();
        self.entry.amount = amount;
        self.entry.currency = self.currency;
        self.entry.details = self.details;
        if self.entry.remittance.is_empty() {
            add_words(&mut self.entry.remittance, &self.more);
        }
        Some(self.entry)
    }
}

/// A balance while it is read.
pub struct BalanceParts {
    line: u64,
    /// OPBD, PRCD, CLBD and others.
    pub code: String,
    amount: String,
    direction: String,
    /// Currency of the amount.
    pub currency: String,
    day: Option<Day>,
}

impl BalanceParts {
    /// A balance that starts at this line.
    pub const fn new(line: u64) -> Self {
        Self {
            line,
            code: String::new(),
            amount: String::new(),
            direction: String::new(),
            currency: String::new(),
            day: None,
        }
    }

    /// Takes the text of the element at this path below the balance.
    pub fn take(&mut self, path: &str, words: &str) {
        match path {
            "Tp/CdOrPrtry/Cd" | "Tp/CdOrPrtry/Prtry" | "Tp/Cd" => words.clone_into(&mut self.code),
            "Amt" => words.clone_into(&mut self.amount),
            "CdtDbtInd" => words.clone_into(&mut self.direction),
            "Dt/Dt" | "Dt/DtTm" | "Dt" if !words.is_empty() => self.day = day(words),
            _ => {}
        }
    }

    /// The balance; without amount and with a note when the file leaves it open.
    pub fn finish(self, notes: &mut Vec<Note>) -> Balance {
        let amount = signed(&self.amount, &self.direction);
        if amount.is_none() {
            let words = format!("{} {} {}", self.code, short(&self.amount), short(&self.direction));
            let kind = NoteKind::BalanceUnreadable(words.trim().to_owned());
            add(notes, Note { kind, line: self.line, about: String::new() });
        }
        Balance { day: self.day, currency: self.currency, amount }
    }
}

/// The amount with the sign of its direction.
fn signed(amount: &str, direction: &str) -> Option<Money> {
    let amount = plain_cents(amount, '.')?;
    match direction {
        "CRDT" => Some(amount),
        "DBIT" => Some(-amount),
        // Nothing has no direction.
        _ => amount.is_zero().then_some(amount).filter(|_| direction.is_empty()),
    }
}

fn said(words: &str, line: u64, notes: &mut Vec<Note>) -> Option<Day> {
    let found = day(words);
    if found.is_none() {
        let kind = NoteKind::DayUnreadable(short(words));
        add(notes, Note { kind, line, about: String::new() });
    }
    found
}

/// A day of ISO 8601, whatever time and zone follow: the bank's own day counts.
pub fn day(words: &str) -> Option<Day> {
    let date = words.get(..10)?;
    let shaped = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if shaped { date.parse().ok() } else { None }
}

fn is_reference(words: &str) -> bool {
    !matches!(words, "" | "NOTPROVIDED" | "NONREF")
}

fn first(into: &mut String, words: &str) {
    if into.is_empty() {
        into.extend(words.chars().take(200));
    }
}

/// Adds words to a text, up to its limit, with a blank between.
pub fn add_words(into: &mut String, words: &str) {
    if words.is_empty() || into.len() >= MOST_WORDS {
        return;
    }
    if !into.is_empty() {
        into.push(' ');
    }
    into.extend(words.chars().take(MOST_WORDS));
}

/// Words of a file for a sentence: their first few.
pub fn short(words: &str) -> String {
    words.chars().filter(|c| !c.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_is_read_with_and_without_time_and_zone() {
        for written in
            ["2020-03-16", "2020-03-16T23:59:59+01:00", "2020-03-16+01:00", "2020-03-16Z"]
        {
            assert_eq!(day(written).map(|day| day.to_string()).as_deref(), Some("2020-03-16"));
        }
        for written in ["", "16.03.2020", "2020-02-30", "2020-3-16", "äöü-äöü-äö"] {
            assert_eq!(day(written), None, "{written}");
        }
    }
}
