//! Which column of a bank's CSV holds what, by the heads that German banks use.

use super::table::{Row, folded};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Booking day.
    Booked,
    /// Value day.
    Value,
    /// Amount with its sign.
    Amount,
    /// *S* or *H*: whether the amount is a debit or a credit.
    Direction,
    /// Amount of debits alone.
    Debit,
    /// Amount of credits alone.
    Credit,
    /// Currency.
    Currency,
    /// Purpose.
    Purpose,
    /// Kind of booking in words, the purpose where there is no other.
    Words,
    /// The other side.
    Party,
    /// Who pays, with a column of its own.
    Payer,
    /// Who receives, with a column of its own.
    Payee,
    /// IBAN of the other side.
    PartyIban,
    /// The own account.
    Account,
    /// Reference of the sender.
    Reference,
    /// Whether the entry is final.
    State,
}

/// Heads, folded, of Sparkassen (CSV-CAMT, CSV-MT940), DKB, ING, Commerzbank, Deutsche Bank,
/// Volks- und Raiffeisenbanken, GLS, Comdirect, N26, Holvi, Finom and Qonto.
const HEADS: &[(&str, Role)] = &[
    ("buchungstag", Role::Booked),
    ("buchungsdatum", Role::Booked),
    ("buchung", Role::Booked),
    ("datum", Role::Booked),
    ("date", Role::Booked),
    ("booking date", Role::Booked),
    ("settlement date", Role::Booked),
    ("valutadatum", Role::Value),
    ("valuta", Role::Value),
    ("wert", Role::Value),
    ("wertstellung", Role::Value),
    ("wertstellung (valuta)", Role::Value),
    ("value date", Role::Value),
    ("betrag", Role::Amount),
    ("betrag (€)", Role::Amount),
    ("betrag (eur)", Role::Amount),
    ("betrag in eur", Role::Amount),
    ("umsatz", Role::Amount),
    ("umsatz in eur", Role::Amount),
    ("amount", Role::Amount),
    ("amount (eur)", Role::Amount),
    ("soll/haben", Role::Direction),
    ("soll-/haben-kennzeichen", Role::Direction),
    ("s/h", Role::Direction),
    ("soll", Role::Debit),
    ("haben", Role::Credit),
    ("währung", Role::Currency),
    ("waehrung", Role::Currency),
    ("currency", Role::Currency),
    ("verwendungszweck", Role::Purpose),
    ("payment details", Role::Purpose),
    ("payment reference", Role::Purpose),
    ("message", Role::Purpose),
    ("reference", Role::Purpose),
    ("buchungstext", Role::Words),
    ("vorgang/verwendungszweck", Role::Purpose),
    ("beguenstigter/zahlungspflichtiger", Role::Party),
    ("begünstigter/zahlungspflichtiger", Role::Party),
    ("begünstigter / auftraggeber", Role::Party),
    ("auftraggeber/empfänger", Role::Party),
    ("auftraggeber / begünstigter", Role::Party),
    ("auftraggeber/begünstigter", Role::Party),
    ("name zahlungsbeteiligter", Role::Party),
    ("counterparty", Role::Party),
    ("counterparty name", Role::Party),
    ("partner name", Role::Party),
    ("zahlungspflichtige r", Role::Payer),
    ("zahlungsempfänger in", Role::Payee),
    ("kontonummer/iban", Role::PartyIban),
    ("kontonummer", Role::PartyIban),
    ("iban", Role::PartyIban),
    ("iban zahlungsbeteiligter", Role::PartyIban),
    ("auftragskonto", Role::Account),
    ("iban auftragskonto", Role::Account),
    ("kundenreferenz (end-to-end)", Role::Reference),
    ("kundenreferenz", Role::Reference),
    ("end to end id", Role::Reference),
    ("info", Role::State),
    ("status", Role::State),
];

/// The columns of a table by what they hold.
#[derive(Debug)]
pub struct Columns(Vec<(Role, usize)>);

impl Columns {
    /// The columns of a head row; `None` when the row is none: a day and an amount must be there.
    pub fn of(row: &Row) -> Option<Self> {
        let mut found: Vec<(Role, usize)> = Vec::new();
        for (column, head) in row.cells.iter().enumerate() {
            let folded = folded(head);
            let role = HEADS.iter().find(|(known, _)| *known == folded).map(|(_, role)| *role);
            // The first of two currencies is that of the running balance (ING).
            if let Some(role) = role
                && (role == Role::Currency || !found.iter().any(|(known, _)| *known == role))
            {
                found.push((role, column));
            }
        }
        let columns = Self(found);
        let amount =
            columns.has(Role::Amount) || (columns.has(Role::Debit) && columns.has(Role::Credit));
        (amount && (columns.has(Role::Booked) || columns.has(Role::Value))).then_some(columns)
    }

    /// Whether there is a column of that role.
    pub fn has(&self, role: Role) -> bool {
        self.0.iter().any(|(known, _)| *known == role)
    }

    /// *S* or *H* of a row: of its own column, or of the one without a name beside the amount, as
    /// cooperative banks write it; empty without one.
    pub fn direction<'a>(&self, row: &'a Row) -> &'a str {
        if self.has(Role::Direction) {
            return self.cell(row, Role::Direction);
        }
        let amount = self.0.iter().find(|(known, _)| *known == Role::Amount);
        let beside = amount.map(|(_, column)| column + 1);
        let beside = beside.filter(|beside| self.0.iter().all(|(_, column)| column != beside));
        beside.map_or("", |column| row.cell(column))
    }

    /// The cell of that role, the last column where there are two; empty without one.
    pub fn cell<'a>(&self, row: &'a Row, role: Role) -> &'a str {
        let column = self.0.iter().rev().find(|(known, _)| *known == role);
        column.map_or("", |(_, column)| row.cell(*column))
    }
}
