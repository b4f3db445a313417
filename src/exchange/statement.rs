//! What every bank file becomes: statements with balances and entries.

use super::problem::{Note, NoteKind, Reason, Refused, add};
use super::{MOST_ENTRIES, MOST_STATEMENTS};
use crate::domain::comparison::{Credit, Place};
use crate::domain::{Day, Money};

/// The kind of file that statements were read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// ISO 20022, by the name of the message: camt.053.001.08.
    Camt(String),
    /// SWIFT MT940, end of day, or MT942, during the day.
    Swift,
    /// A bank's CSV.
    Csv,
    /// An archive with several files.
    Archive,
}

/// A bank's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFile {
    /// Kind of file.
    pub format: Format,
    /// Its statements, in the order of the file.
    pub statements: Vec<Statement>,
    /// What is odd about it.
    pub notes: Vec<Note>,
}

/// What a bank sends of one account; the later ones tell again what the first has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Message {
    /// The statement: camt.053, MT940, a table.
    #[default]
    Statement,
    /// A report during the day: camt.052, MT942.
    Report,
    /// A notification of single entries: camt.054.
    Notification,
}

/// One statement, report or notification of one account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Statement {
    /// Which of them.
    pub message: Message,
    /// Name of its file, where several were read.
    pub file: String,
    /// The bank's own name of it.
    pub id: String,
    /// Its running number, as far as there is one.
    pub number: String,
    /// IBAN of the account, without blanks; empty when the file names none.
    pub iban: String,
    /// Another number of the account, where there is no IBAN.
    pub other_account: String,
    /// Currency of the account; empty when the file does not say.
    pub currency: String,
    /// Opening balance of the booked entries.
    pub opening: Option<Balance>,
    /// Closing balance of the booked entries.
    pub closing: Option<Balance>,
    /// Entries in the order of the file.
    pub entries: Vec<Entry>,
    /// Entries whose amount or direction cannot be read; notes name them.
    pub unreadable: usize,
    /// True when it goes on with what the one before it in its file tells of the account.
    pub continues: bool,
}

/// A balance of an account.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Balance {
    /// Day of it.
    pub day: Option<Day>,
    /// Currency, three letters.
    pub currency: String,
    /// Amount in cents, negative for a debit; `None` when the file leaves the direction open.
    pub amount: Option<Money>,
}

/// Whether an entry is final.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Booked: it has moved the balance.
    #[default]
    Booked,
    /// Announced, may still change.
    Pending,
    /// For information only.
    Information,
    /// To come.
    Future,
}

/// One entry of a statement. The entry moves the balance, not its details.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Line of the file at which it starts, from 1.
    pub line: u64,
    /// Booking day.
    pub booked_on: Option<Day>,
    /// Value day (*Wertstellung*).
    pub value_on: Option<Day>,
    /// Amount in cents: above zero for a credit, below for a debit. The sign is that of the
    /// entry itself; that it takes an earlier one back does not flip it.
    pub amount: Money,
    /// Currency, three letters; empty when only the account has one.
    pub currency: String,
    /// Whether it counts.
    pub status: Status,
    /// True when it takes back an earlier entry (reversal, return).
    pub reversal: bool,
    /// Reason code of a return, as the bank gives it ("AC04", "RRTN").
    pub return_code: String,
    /// References of bank and sender, in the order of the file.
    pub references: Vec<String>,
    /// *Verwendungszweck*.
    pub remittance: String,
    /// Name of the other side.
    pub counterparty: String,
    /// IBAN of the other side.
    pub counterparty_iban: String,
    /// Number of transactions that the entry puts together.
    pub details: usize,
    /// The bank's own reference of the entry, once per account; empty where it has none.
    pub servicer_reference: String,
    /// True when another statement has told the entry already: it counts there.
    pub again: bool,
}

impl Entry {
    /// True when the entry says that a payment came back.
    #[must_use]
    pub fn is_return(&self) -> bool {
        const WORDS: [&str; 5] = ["RETOURE", "RUECKLAEUFER", "RÜCKLÄUFER", "RUECKUEB", "RÜCKÜB"];
        if self.reversal || !self.return_code.is_empty() {
            return true;
        }
        let text = self.remittance.to_uppercase();
        text.starts_with("RETURN") || WORDS.iter().any(|word| text.contains(word))
    }
}

impl Entry {
    /// The entry for a comparison, by its number in the statement; `None` unless it is booked, in
    /// euros, with a day, and told for the first time.
    fn credit(&self, of: &Statement, number: u64) -> Option<Credit> {
        let account_currency = of.currency.as_str();
        let currency = if self.currency.is_empty() { account_currency } else { &self.currency };
        if self.again || self.status != Status::Booked || !matches!(currency, "" | "EUR") {
            return None;
        }
        let mut text = self.remittance.clone();
        for reference in &self.references {
            text.push(' ');
            text.push_str(reference);
        }
        Some(Credit {
            place: Place {
                file: of.file.clone(),
                line: self.line,
                statement: of.id.clone(),
                entry: number,
                reference: self.references.first().cloned().unwrap_or_default(),
            },
            day: self.booked_on.or(self.value_on)?,
            value_on: self.value_on,
            amount: self.amount,
            text,
            counterparty: self.counterparty.clone(),
            counterparty_iban: self.counterparty_iban.clone(),
            is_return: self.is_return(),
        })
    }
}

impl Statement {
    /// The account as the file names it.
    #[must_use]
    pub fn account(&self) -> &str {
        if self.iban.is_empty() { &self.other_account } else { &self.iban }
    }

    /// Sum of the booked entries; `None` when they have several currencies.
    #[must_use]
    pub fn net(&self) -> Option<Money> {
        let mut currency: Option<&str> = None;
        let mut sum = Money::ZERO;
        for entry in self.entries.iter().filter(|entry| entry.status == Status::Booked) {
            let own = entry.currency.as_str();
            if *currency.get_or_insert(own) != own {
                return None;
            }
            sum += entry.amount;
        }
        Some(sum)
    }

    /// Whether opening balance and booked entries give the closing balance; `None` when one of
    /// them is missing, or there are several currencies.
    #[must_use]
    pub fn adds_up(&self) -> Option<bool> {
        let (opening, closing) = (self.opening.as_ref()?, self.closing.as_ref()?);
        let (before, after) = (opening.amount?, closing.amount?);
        let other = |entry: &Entry| {
            !entry.currency.is_empty()
                && !opening.currency.is_empty()
                && entry.currency != opening.currency
        };
        let booked = |entry: &&Entry| entry.status == Status::Booked;
        if opening.currency != closing.currency || self.entries.iter().filter(booked).any(other) {
            return None;
        }
        Some(before + self.net()? == after)
    }

    /// Name of the statement in a sentence.
    #[must_use]
    pub fn label(&self) -> String {
        let parts = [self.account(), self.number.as_str(), self.id.as_str()];
        let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(" / ")
    }

    /// Notes a sum that does not come out; readers call it once at the end of a statement.
    pub(super) fn check(&self, notes: &mut Vec<Note>) {
        if self.adds_up() == Some(false)
            && let (Some(opening), Some(net), Some(closing)) = (
                self.opening.as_ref().and_then(|balance| balance.amount),
                self.net(),
                self.closing.as_ref().and_then(|balance| balance.amount),
            )
        {
            let kind = NoteKind::DoesNotAddUp { opening, net, closing };
            add(notes, Note { kind, line: 0, about: self.label() });
        }
    }
}

impl BankFile {
    /// Says of which file its statements are; those of an archive know it already.
    pub fn name(&mut self, file: &str) {
        for statement in &mut self.statements {
            if statement.file.is_empty() {
                file.clone_into(&mut statement.file);
            }
        }
    }

    /// Entries of all statements; what several of them tell counts once.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.counted().count()
    }

    fn counted(&self) -> impl Iterator<Item = (&Statement, &Entry)> {
        let all = self.statements.iter().flat_map(|of| of.entries.iter().map(move |it| (of, it)));
        all.filter(|(_, entry)| !entry.again)
    }

    /// Several files as one: what is there twice counts once, what is missing between them is
    /// noted.
    ///
    /// # Errors
    /// When they have more entries together than one file may have: their sum must stay within a
    /// [`Money`].
    pub fn together(mut files: Vec<Self>) -> Result<Self, Refused> {
        if files.len() == 1
            && let Some(one) = files.pop()
        {
            return Ok(one);
        }
        let mut all = Self { format: Format::Archive, statements: Vec::new(), notes: Vec::new() };
        for file in files {
            all.statements.extend(file.statements);
            for note in file.notes {
                add(&mut all.notes, note);
            }
        }
        all.within_limits()?;
        all.settle();
        Ok(all)
    }

    /// Refuses what holds more than one file may, archives and several files together included.
    pub(super) fn within_limits(&self) -> Result<(), Refused> {
        if self.entries() > MOST_ENTRIES {
            return Err(Refused::new(Reason::TooManyEntries(MOST_ENTRIES as u64)));
        }
        if self.statements.len() > MOST_STATEMENTS {
            return Err(Refused::new(Reason::TooManyStatements(MOST_STATEMENTS as u64)));
        }
        Ok(())
    }

    /// The booked entries in euros with a day, as the treasurer's comparison takes them.
    #[must_use]
    pub fn credits(&self) -> Vec<Credit> {
        let entries = self.statements.iter().flat_map(|of| {
            (1..).zip(&of.entries).filter_map(move |(number, entry)| entry.credit(of, number))
        });
        entries.collect()
    }

    /// How many entries [`Self::credits`] leaves out: those that are not booked yet, and those
    /// booked in another currency.
    #[must_use]
    pub fn left_out(&self) -> (usize, usize) {
        let pending = self.counted().filter(|(_, entry)| entry.status != Status::Booked).count();
        let foreign = self.counted().filter(|(of, entry)| {
            let own = if entry.currency.is_empty() { &of.currency } else { &entry.currency };
            entry.status == Status::Booked && !matches!(own.as_str(), "" | "EUR")
        });
        (pending, foreign.count())
    }

    /// First and last day of the statements, by their balances.
    #[must_use]
    pub fn period(&self) -> Option<(Day, Day)> {
        let days = self.statements.iter().flat_map(|statement| {
            let balances = [&statement.opening, &statement.closing];
            balances.into_iter().flatten().filter_map(|balance| balance.day)
        });
        days.clone().min().zip(days.max())
    }
}
