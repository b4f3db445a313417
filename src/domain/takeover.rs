//! Lists of others that are taken over: what a row says, and what becomes of it.

mod column;

use std::collections::BTreeMap;

use super::body::{
    AnnouncementManner, ApplicationExamined, ApplicationReceived, BankAccountRecorded,
    GrantIncreased, GrantIssued, LineAmount,
};
use super::recipient::RecipientType;
use super::{Day, FileNumber, Kind, Money, PersonNo, RecipientKey, Refusal, Seq, TitleKey};

pub use column::{Column, ListKind};

/// A recipient as a row says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRecipient {
    /// Key.
    pub key: RecipientKey,
    /// Name without the type.
    pub name: String,
    /// Type.
    pub recipient_type: RecipientType,
    /// Address field; empty when the row says nothing of it.
    pub address: Vec<String>,
    /// Day from which the row counts, if it says one.
    pub day: Option<Day>,
    /// Bank account, if the row names one.
    pub account: Option<BankAccountRecorded>,
}

/// A grant as its rows say it, each step with its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedGrant {
    /// Recipient.
    pub recipient: RecipientKey,
    /// Application.
    pub applied: (Day, ApplicationReceived),
    /// Examination.
    pub examined: (Day, ApplicationExamined),
    /// Notice, with all its due lines.
    pub issued: (Day, GrantIssued),
    /// File reference of the notice; without it the file number.
    pub voucher: String,
    /// How and when the notice was announced.
    pub announced: Option<(Day, AnnouncementManner)>,
    /// Waiver of legal remedies.
    pub waived_on: Option<Day>,
}

/// A due line that an amending notice added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedDueLine {
    /// Day of the amending notice.
    pub day: Day,
    /// The increase: one due line.
    pub body: GrantIncreased,
    /// File reference of the notice; without it the file number.
    pub voucher: String,
}

/// A payment with the steps that led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPayment {
    /// What was paid.
    pub line: LineAmount,
    /// Receipt of the draw, and its file reference; without it the file number.
    pub drawn: (Day, String),
    /// Attestation of the arithmetic; without it on the day of the order.
    pub arithmetic_on: Option<Day>,
    /// Attestation of the facts; without it on the day of the order.
    pub factual_on: Option<Day>,
    /// Day of the order, and its file reference; without it the file number.
    pub ordered: (Day, String),
    /// Day on which the cash office booked, and its voucher.
    pub paid: (Day, String),
    /// Account that was paid to; without it the only confirmed one.
    pub iban: Option<String>,
    /// What the bank statement said; without it the Kassenzeichen of the grant.
    pub payment_text: Option<String>,
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A recipient.
    Recipient(ListedRecipient),
    /// A grant, with the due lines of the rows that belong to it.
    Grant(Box<ListedGrant>),
    /// Further due lines of the grant in that line above.
    Belongs(u64),
    /// The same as that line above.
    Repeats(u64),
    /// A due line.
    DueLine(Box<ListedDueLine>),
    /// A payment.
    Payment(Box<ListedPayment>),
}

impl Content {
    /// The day by which the rows of a list are booked, whatever their order is; recipients have
    /// none and keep theirs.
    #[must_use]
    pub const fn day(&self) -> Option<Day> {
        match self {
            Self::Recipient(_) | Self::Belongs(_) | Self::Repeats(_) => None,
            Self::Grant(grant) => Some(grant.issued.0),
            Self::DueLine(line) => Some(line.day),
            Self::Payment(payment) => Some(payment.paid.0),
        }
    }
}

/// A row of a list: what it says, or why it cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// Line of the file or row of the sheet, from 1.
    pub line: u64,
    /// The two cells by which people find the row again, as they stand there.
    pub shown: (String, String),
    /// Amount that it is about, where there is one.
    pub amount: Option<Money>,
    /// Persons whom it names, by number or name.
    pub people: Vec<(Column, String)>,
    /// What it says, or everything that is wrong in it.
    pub content: Result<Content, Vec<Issue>>,
}

/// Who books a list, and who did the steps of which it tells where its rows name nobody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Acting {
    /// Who takes the list over, and did what desk officers do.
    pub person: PersonNo,
    /// Who did the others.
    pub named: BTreeMap<Column, PersonNo>,
}

impl Acting {
    /// One person, and nobody else.
    #[must_use]
    pub const fn alone(person: PersonNo) -> Self {
        Self { person, named: BTreeMap::new() }
    }
}

/// A cell that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its column.
    pub column: Column,
    /// What stands in it.
    pub value: String,
    /// What is wrong with it.
    pub kind: IssueKind,
}

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueKind {
    /// Nothing stands in it, and something must.
    Missing,
    /// No key: other than 5 or 8 digits.
    Key,
    /// None of the types.
    Type,
    /// No day, or one that can be read in two ways.
    Day,
    /// Other than 5 digits.
    Postcode,
    /// Check digits, length or form do not fit.
    Iban,
    /// No amount, below zero, or one that can be read in two ways.
    Amount,
    /// No fiscal year of four digits.
    Year,
    /// No percentage.
    Percent,
    /// No whole number.
    Number,
    /// Neither yes nor no.
    YesNo,
    /// None of the words that are known for it.
    Choice,
    /// No due line at all.
    NoLine,
    /// Other than the sum of the due lines.
    Sum(Money),
    /// Other than in the first row of the same grant.
    Unlike(u64),
    /// That row of the same grant cannot be taken.
    Beside(u64),
}

impl IssueKind {
    /// Stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Key => "key",
            Self::Type => "type",
            Self::Day => "day",
            Self::Postcode => "postcode",
            Self::Iban => "iban",
            Self::Amount => "amount",
            Self::Year => "year",
            Self::Percent => "percent",
            Self::Number => "number",
            Self::YesNo => "yes-no",
            Self::Choice => "choice",
            Self::NoLine => "no-line",
            Self::Sum(_) => "sum",
            Self::Unlike(_) => "unlike",
            Self::Beside(_) => "beside",
        }
    }
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// These entries are booked; an account that is recorded another person has to confirm.
    Books(Vec<Kind>),
    /// So are these, though the payment in that entry of the ledger has the same cash voucher.
    BooksBeside(Vec<Kind>, Seq),
    /// It is booked together with that line above.
    With(u64),
    /// All of it is in the ledger already.
    Known,
    /// The same stands in that line above.
    Twice(u64),
    /// It cannot be booked.
    Refused(Vec<Hindrance>),
}

/// Why a row is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// A cell cannot be read.
    Cell(Issue),
    /// What the row is about is known with other data; a list does not change what is known.
    Differs {
        /// Where they differ.
        column: Column,
        /// What the row says.
        listed: Said,
        /// What is known.
        kept: Said,
        /// The line above that says so; without it the ledger does.
        line: Option<u64>,
    },
    /// No such grant is in the ledger.
    NoGrant(FileNumber),
    /// Nobody is named for a step that another person has to do.
    Nobody(Column),
    /// No such person is enrolled.
    Stranger(Column, String),
    /// No account of the recipient is confirmed on the day of the order, or not the one that the
    /// row names, or several are and the row names none.
    NoAccount(Option<String>, Day),
    /// A rule of the ledger, at the step of that kind.
    Rule(Kind, Box<Refusal>),
}

/// A value of a row or of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Words.
    Words(String),
    /// An amount.
    Amount(Money),
    /// An amount of a title.
    Due(Money, TitleKey),
    /// A day.
    Day(Day),
    /// A type of recipients.
    Type(RecipientType),
    /// Nothing.
    Nothing,
}

/// What the rows come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that are booked.
    pub books: usize,
    /// Rows that are there already.
    pub known: usize,
    /// Rows that are refused.
    pub refused: usize,
    /// Bank accounts that another person has to confirm afterwards.
    pub accounts: usize,
}

impl Counts {
    /// All rows.
    #[must_use]
    pub const fn all(&self) -> usize {
        self.books + self.known + self.refused
    }

    /// What these come to.
    #[must_use]
    pub fn of<'v>(verdicts: impl IntoIterator<Item = &'v Verdict>) -> Self {
        let mut counts = Self::default();
        for verdict in verdicts {
            match verdict {
                Verdict::Books(kinds) => {
                    counts.books += 1;
                    counts.accounts += usize::from(kinds.contains(&Kind::BankAccountRecorded));
                }
                Verdict::BooksBeside(..) | Verdict::With(_) => counts.books += 1,
                Verdict::Known | Verdict::Twice(_) => counts.known += 1,
                Verdict::Refused(_) => counts.refused += 1,
            }
        }
        counts
    }
}
