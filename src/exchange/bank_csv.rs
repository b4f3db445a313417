//! CSV of a bank: the entries of one account, mostly without balances.

use super::MOST_ENTRIES;
use super::amount::{is_unclear, number, table_cents, table_day};
use super::bank_column::{Columns, Role};
use super::camt_entry::short;
use super::decode::WholeText;
use super::problem::{Note, NoteKind, Reason, Refused, add};
use super::statement::{BankFile, Entry, Format, Statement, Status};
use super::table::{Row, Table, folded, read_text};
use crate::domain::case::is_iban;
use crate::domain::{Day, Money};
use chrono::NaiveDate;

/// Reads a bank's CSV.
///
/// # Errors
/// When no row has the heads of a day and an amount.
pub fn read(text: &WholeText) -> Result<BankFile, Refused> {
    let mut table = read_text(text)?;
    let mut notes = std::mem::take(&mut table.notes);
    let Some((at, columns)) =
        table.beginning().find_map(|(at, row)| Columns::of(row).map(|columns| (at, columns)))
    else {
        let heads = "Buchungstag, Betrag".to_owned();
        return Err(Refused::new(Reason::NoHead(heads)));
    };
    if table.rows.len() > MOST_ENTRIES {
        return Err(Refused::new(Reason::TooManyEntries(MOST_ENTRIES as u64)));
    }
    let order = Order::of(&table, at, &columns);
    let mut statements = vec![Statement { iban: own_iban(&table, at), ..Statement::default() }];
    for row in table.rows.iter().skip(at + 1) {
        match entry(row, &columns, order, &mut notes) {
            Found::Entry(found) => {
                let statement = of_account(&mut statements, columns.cell(row, Role::Account));
                statement.currency.clone_from(&found.currency);
                statement.entries.push(*found);
            }
            Found::Unreadable => {
                of_account(&mut statements, columns.cell(row, Role::Account)).unreadable += 1;
            }
            Found::Nothing => {}
        }
        if statements.len() > MOST_ACCOUNTS {
            return Err(Refused::new(Reason::TooManyStatements(MOST_ACCOUNTS as u64)));
        }
    }
    Ok(BankFile { format: Format::Csv, statements, notes })
}

/// Accounts that a table may tell of; a bank gives a handful.
const MOST_ACCOUNTS: usize = 1_000;

/// The statement of the account that a row names: a bank gives several accounts in one table, too.
/// A number beside an IBAN above the head is the same account in other words.
fn of_account<'s>(statements: &'s mut Vec<Statement>, account: &str) -> &'s mut Statement {
    let plain: String = account.split_whitespace().collect();
    let bare = !is_iban(&plain);
    let is_it = |one: &Statement| {
        let own = one.account();
        plain.is_empty() || own.is_empty() || own == plain || bare && !one.iban.is_empty()
    };
    let place = statements.iter().position(is_it).unwrap_or(statements.len());
    if place == statements.len() {
        statements.push(Statement::default());
    }
    let statement = &mut statements[place];
    if statement.account().is_empty() {
        let named = if bare { &mut statement.other_account } else { &mut statement.iban };
        *named = plain;
    }
    statement
}

/// The IBAN that a row above the head names.
fn own_iban(table: &Table, head: usize) -> String {
    let above = table.rows.iter().take(head);
    let mut cells = above.flat_map(|row| &row.cells);
    let found = cells.find_map(|cell| {
        let plain: String = cell.split_whitespace().collect();
        is_iban(&plain).then_some(plain)
    });
    found.unwrap_or_default()
}

/// How days with slashes are meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// Day before month: some day of the file is above 12 in first place.
    DayFirst,
    /// Month before day.
    MonthFirst,
    /// The file does not say.
    Open,
}

impl Order {
    fn of(table: &Table, head: usize, columns: &Columns) -> Self {
        let mut above = (false, false);
        for row in table.rows.iter().skip(head + 1) {
            let mut parts = columns.cell(row, Role::Booked).split('/');
            let first = parts.next().and_then(|part| number(part, 2)).unwrap_or_default();
            let second = parts.next().and_then(|part| number(part, 2)).unwrap_or_default();
            above.0 |= first > 12;
            above.1 |= second > 12;
        }
        match above {
            (true, false) => Self::DayFirst,
            (false, true) => Self::MonthFirst,
            _ => Self::Open,
        }
    }

    fn day(self, written: &str) -> Option<Day> {
        let Some((first, rest)) = written.split_once('/') else { return table_day(written) };
        let (second, year) = rest.split_once('/')?;
        let (first, second) = (number(first, 2)?, number(second, 2)?);
        let year = i32::try_from(number(year, 4).filter(|year| *year > 1900)?).ok()?;
        match self {
            Self::DayFirst => NaiveDate::from_ymd_opt(year, second, first),
            Self::MonthFirst => NaiveDate::from_ymd_opt(year, first, second),
            Self::Open => None,
        }
    }
}

enum Found {
    Entry(Box<Entry>),
    Unreadable,
    /// A total, a heading, a remark.
    Nothing,
}

fn entry(row: &Row, columns: &Columns, order: Order, notes: &mut Vec<Note>) -> Found {
    let booked = columns.cell(row, Role::Booked);
    let amount = amount(row, columns);
    if booked.is_empty() && columns.cell(row, Role::Value).is_empty() {
        return Found::Nothing;
    }
    // A total below the entries has words where the days stand.
    let is_total = !booked.chars().any(|c| c.is_ascii_digit());
    let mut note = |kind| add(notes, Note { kind, line: row.line, about: String::new() });
    let Some(amount) = amount else {
        if is_total {
            return Found::Nothing;
        }
        let words = columns.cell(row, Role::Amount);
        note(if is_unclear(words) {
            NoteKind::AmountUnclear(short(words))
        } else {
            NoteKind::EntryUnreadable(short(words))
        });
        return Found::Unreadable;
    };
    if is_total && !booked.is_empty() {
        return Found::Nothing;
    }
    let booked_on = order.day(booked);
    if booked_on.is_none() {
        note(NoteKind::DayUnreadable(short(booked)));
    }
    let state = folded(columns.cell(row, Role::State));
    let pending = state.contains("vorgemerkt") || state.contains("pending");
    let mut remittance = columns.cell(row, Role::Purpose).to_owned();
    if remittance.is_empty() {
        columns.cell(row, Role::Words).clone_into(&mut remittance);
    }
    let side = if amount.is_negative() { Role::Payee } else { Role::Payer };
    let party = if columns.has(Role::Party) { Role::Party } else { side };
    let words = folded(columns.cell(row, Role::Words));
    let reference = columns.cell(row, Role::Reference);
    let found = Entry {
        line: row.line,
        booked_on,
        value_on: order.day(columns.cell(row, Role::Value)),
        amount,
        currency: columns.cell(row, Role::Currency).to_uppercase(),
        status: if pending { Status::Pending } else { Status::Booked },
        reversal: words.contains("retour") || words.contains("rücküberweisung"),
        references: if reference.is_empty() { Vec::new() } else { vec![reference.to_owned()] },
        remittance: remittance.chars().take(2_000).collect(),
        counterparty: columns.cell(row, party).to_owned(),
        counterparty_iban: columns.cell(row, Role::PartyIban).split_whitespace().collect(),
        details: 1,
        ..Entry::default()
    };
    Found::Entry(Box::new(found))
}

fn amount(row: &Row, columns: &Columns) -> Option<Money> {
    if columns.has(Role::Amount) {
        let amount = table_cents(columns.cell(row, Role::Amount))?;
        return match folded(columns.direction(row)).as_str() {
            "s" | "soll" | "h" | "haben" if amount.is_negative() => None,
            "s" | "soll" => Some(-amount),
            _ if columns.has(Role::Direction) && columns.direction(row).is_empty() => None,
            _ => Some(amount),
        };
    }
    let (debit, credit) = (columns.cell(row, Role::Debit), columns.cell(row, Role::Credit));
    if credit.is_empty() {
        // Some banks write the minus in the column of debits, some do not.
        return table_cents(debit).map(|amount| -amount.abs());
    }
    table_cents(credit).filter(|_| debit.is_empty())
}
