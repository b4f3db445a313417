//! The treasurer's comparison on paper: her bank statement against what was paid to her, line by
//! line, with the slip that confirms the balance.

use crate::domain::case::{grouped_iban, is_iban};
use crate::domain::comparison::{Comparison, Ground, Line, Place, Verdict};
use crate::domain::recipient::official_name;
use crate::domain::{Day, Money};
use crate::report::part::{
    basis, count, figures_column, item, plain, said, sender, sentences, subtitle, sum, text, words,
    words_column,
};
use crate::report::statement::{key, slip};
use crate::report::{Asked, Basis, Block, Cell, Phrase, Report, Row, Slip, Table};
use crate::store::view::{RecipientDetail, StatementData};

/// The bank's side of a comparison, as the paper names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BankSide {
    /// Names of the files.
    pub files: Vec<String>,
    /// Accounts of the statements.
    pub accounts: Vec<String>,
    /// Entries of the files.
    pub entries: usize,
    /// Entries that are not compared: those not booked yet, and those in another currency.
    pub left_out: (usize, usize),
    /// What is odd about the files, as sentences in the language of the paper.
    pub notes: Vec<String>,
    /// True when lines can be missing in the files.
    pub has_gaps: bool,
}

/// The comparison of one recipient's movements with its bank statement.
#[must_use]
pub fn comparison(data: &StatementData, bank: &BankSide, found: &Comparison) -> Report {
    let detail = &data.detail;
    let account = AccountCheck::of(detail, &bank.accounts);
    let mut blocks = vec![
        Block::Figures(vec![
            (Phrase::new("comparison-state"), plain(found.state())),
            (Phrase::new("comparison-bank"), plain(found.bank())),
            (Phrase::new("comparison-difference"), plain(found.bank() - found.state())),
        ]),
        Block::Facts(facts(account, bank, found)),
        Block::Paragraph(outcome(Outcome::of((bank.has_gaps, account), found))),
    ];
    blocks.extend(limits(data, found).map(Block::Paragraph));
    if !found.lines.is_empty() {
        blocks.push(Block::Heading(Phrase::new("comparison-lines")));
        blocks.push(Block::Table(table(found)));
        blocks.extend(words_of(found).map(Block::Note));
    }
    let note = |sentence: &String| {
        Block::Note(Phrase::new("comparison-file-note").with("note", text(sentence.as_str())))
    };
    blocks.extend(bank.notes.iter().map(note));
    blocks.extend(confirmation(data, found).map(Block::Slip));
    Report {
        kind: "comparison",
        title: Phrase::new("comparison-title")
            .with("recipient", text(official_name(detail.row.recipient_type, &detail.row.name))),
        subtitle: subtitle(data.times, &data.head),
        basis: Basis {
            recipient_head: Some((detail.row.key.clone(), detail.head.seq, detail.head.hash)),
            asked: Asked { extract: data.extract, ..Asked::default() },
            ..basis(&data.programme, data.times, &data.head)
        },
        letter: None,
        sender: sender(&data.letterhead),
        blocks,
        annex: None,
    }
}

/// How lines are compared, and what those findings ask for that occur.
fn words_of(found: &Comparison) -> Option<Phrase> {
    let occurs = |verdict: Verdict| found.lines.iter().any(|line| line.verdict == verdict);
    let asks = [
        (Verdict::Probable, "comparison-note-probable"),
        (Verdict::PerhapsDouble, "comparison-note-perhaps-double"),
        (Verdict::Bundled, "comparison-note-bundled"),
    ];
    let asks = asks.into_iter().filter(|(verdict, _)| occurs(*verdict)).map(|(_, key)| key);
    sentences(["comparison-note"].into_iter().chain(asks))
}

/// The days that were compared, where they are not all days until the Stichtag, or where payments
/// lie outside of them.
fn compared_days(data: &StatementData, found: &Comparison) -> Option<(Day, Day)> {
    let outside = found.lines.iter().any(|line| line.verdict == Verdict::Outside);
    found.period.filter(|(_, last)| outside || *last < data.times.as_of)
}

/// What was not compared, so that nobody confirms it.
fn limits(data: &StatementData, found: &Comparison) -> Option<Phrase> {
    let (first, last) = compared_days(data, found)?;
    let outside = found.lines.iter().filter(|line| line.verdict == Verdict::Outside);
    let outside = outside.filter_map(|line| Some(line.movement.as_ref()?.amount)).sum();
    Some(
        Phrase::new("comparison-limits")
            .with("first", Cell::Day(first))
            .with("last", Cell::Day(last))
            .with("day", Cell::Day(data.times.as_of))
            .with("amount", plain(outside)),
    )
}

/// The slip that confirms what was compared, and nothing else; none where nothing was.
fn confirmation(data: &StatementData, found: &Comparison) -> Option<Slip> {
    if found.is_elsewhere() {
        return None;
    }
    let whole = slip(data, None, None);
    let Some((first, last)) = compared_days(data, found) else { return Some(whole) };
    let row = &data.detail.row;
    let agree = Phrase::new("comparison-slip-agree")
        .with("recipient", text(official_name(row.recipient_type, &row.name)))
        .with("key", Cell::Phrase(key(&row.key)))
        .with("first", Cell::Day(first))
        .with("last", Cell::Day(last))
        .with("amount", plain(found.state()));
    let authority = text(&data.letterhead.authority.name);
    Some(Slip {
        heading: Phrase::new("comparison-slip").with("authority", authority),
        choices: [agree].into_iter().chain(whole.choices.into_iter().skip(1)).collect(),
        ..whole
    })
}

fn facts(account: AccountCheck, bank: &BankSide, found: &Comparison) -> Vec<(Phrase, Cell)> {
    let mut facts = vec![
        (Phrase::new("comparison-files"), text(bank.files.join(", "))),
        (Phrase::new("comparison-account"), said(&accounts(bank))),
    ];
    if let Some(key) = account.key() {
        facts.push((Phrase::new("comparison-account-check"), words(key)));
    }
    if let Some((first, last)) = found.period {
        let period = Phrase::new("comparison-from-until")
            .with("first", Cell::Day(first))
            .with("last", Cell::Day(last));
        facts.push((Phrase::new("comparison-period"), Cell::Phrase(period)));
    }
    let entries = Phrase::new("comparison-entries-of")
        .with("all", count(bank.entries))
        .with("others", count(found.others));
    facts.push((Phrase::new("comparison-entries"), Cell::Phrase(entries)));
    let (pending, foreign) = bank.left_out;
    for (key, left) in [("comparison-pending", pending), ("comparison-foreign", foreign)] {
        if left > 0 {
            let left = Phrase::new("comparison-left-out").with("count", count(left));
            facts.push((Phrase::new(key), Cell::Phrase(left)));
        }
    }
    if found.same_payer > 0 {
        let same = Phrase::new("comparison-same-payer-of").with("count", count(found.same_payer));
        facts.push((Phrase::new("comparison-same-payer"), Cell::Phrase(same)));
    }
    facts
}

/// The accounts of the files, IBANs in groups of four (domain.md section 4).
fn accounts(bank: &BankSide) -> String {
    let written = |account: &String| {
        if is_iban(account) { grouped_iban(account) } else { account.clone() }
    };
    bank.accounts.iter().map(written).collect::<Vec<_>>().join(", ")
}

/// Whether the statements are of the account to which the recipient is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountCheck {
    /// Nothing speaks against it.
    Fits,
    /// A statement names an account that is no confirmed one of the recipient.
    Other,
    /// No statement names an account that could be compared.
    Unnamed,
    /// The recipient has no confirmed account to compare with.
    NoneConfirmed,
}

impl AccountCheck {
    /// Holds the accounts that statements name against the confirmed ones of the recipient.
    #[must_use]
    pub fn of(detail: &RecipientDetail, accounts: &[String]) -> Self {
        let usable = detail.bank_accounts.iter().filter(|account| account.usable);
        let usable: Vec<&str> = usable.map(|account| account.account.iban.as_str()).collect();
        if usable.is_empty() {
            return Self::NoneConfirmed;
        }
        let named: Vec<Option<bool>> = accounts.iter().map(|own| is_one_of(own, &usable)).collect();
        if named.contains(&Some(false)) {
            Self::Other
        } else if named.is_empty() || named.contains(&None) {
            Self::Unnamed
        } else {
            Self::Fits
        }
    }

    /// What is said of it; `None` where nothing is to be said.
    #[must_use]
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Fits => None,
            Self::Other => Some("comparison-account-other"),
            Self::Unnamed => Some("comparison-account-unnamed"),
            Self::NoneConfirmed => Some("comparison-account-none-confirmed"),
        }
    }
}

/// Whether an account is one of these IBANs, named by its IBAN or as German bank code and number of
/// the time before; `None` where it is named in another way.
fn is_one_of(account: &str, ibans: &[&str]) -> Option<bool> {
    if is_iban(account) {
        return Some(ibans.contains(&account));
    }
    let (code, number) = account.split_once(['/', ' '])?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let german = code.len() == 8 && (1..=10).contains(&number.len());
    let within = format!("{code}{number:0>10}");
    let is_it = |iban: &&str| iban.strip_prefix("DE").and_then(|it| it.get(2..)) == Some(&within);
    (german && digits(code) && digits(number)).then(|| ibans.iter().any(is_it))
}

/// What the comparison comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All agrees, but lines can be missing in the files.
    Gaps,
    /// Nothing was paid, and nothing came in.
    Nothing,
    /// The files are of another time.
    Elsewhere,
    /// All agrees, but not on a confirmed account of the recipient.
    OtherAccount,
    /// All agrees.
    Agrees,
    /// So many lines are open.
    Open(usize),
}

impl Outcome {
    /// What it is, of files that may have gaps or be of another account.
    #[must_use]
    pub fn of((has_gaps, account): (bool, AccountCheck), found: &Comparison) -> Self {
        match found.open() {
            0 if has_gaps => Self::Gaps,
            0 if found.lines.is_empty() => Self::Nothing,
            0 if found.is_elsewhere() => Self::Elsewhere,
            0 if account == AccountCheck::Other => Self::OtherAccount,
            0 => Self::Agrees,
            open => Self::Open(open),
        }
    }

    /// Its message.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Gaps => "comparison-gaps",
            Self::Nothing => "comparison-nothing",
            Self::Elsewhere => "comparison-elsewhere",
            Self::OtherAccount => "comparison-other-account",
            Self::Agrees => "comparison-agrees",
            Self::Open(_) => "comparison-open",
        }
    }
}

/// What the comparison comes to, in words.
fn outcome(outcome: Outcome) -> Phrase {
    let words = Phrase::new(outcome.key());
    match outcome {
        Outcome::Open(open) => words.with("count", count(open)),
        _ => words,
    }
}

fn table(found: &Comparison) -> Table {
    let mut rows: Vec<Row> = found.lines.iter().map(row).collect();
    let within = found.lines.iter().filter(|line| line.verdict != Verdict::Outside);
    let difference: Money = within.map(Line::difference).sum();
    rows.push(sum(vec![
        words("comparison-sum"),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        plain(found.state()),
        plain(found.bank()),
        plain(difference),
        Cell::Empty,
    ]));
    Table {
        caption: Phrase::new("comparison-lines"),
        columns: vec![
            words_column("comparison-column-verdict", 11),
            words_column("comparison-column-grant", 5),
            words_column("comparison-column-paid", 4),
            words_column("comparison-column-booked", 4),
            figures_column("comparison-column-state", 5),
            figures_column("comparison-column-bank", 5),
            figures_column("comparison-difference", 5),
            words_column("comparison-column-ground", 12),
        ],
        rows,
    }
}

fn row(line: &Line) -> Row {
    let movement = line.movement.as_ref();
    let credit = line.credit.as_ref();
    let difference = match line.verdict {
        // What lies outside of the statement is not missing in it.
        Verdict::Outside => Cell::Nil,
        _ => plain(line.difference()),
    };
    item(vec![
        words(verdict(line.verdict)),
        movement.map_or(Cell::Nil, |one| text(one.grant.as_str())),
        movement.map_or(Cell::Nil, |one| Cell::Day(one.day)),
        credit.map_or(Cell::Nil, |one| Cell::Day(one.day)),
        movement.map_or(Cell::Nil, |one| plain(one.amount)),
        credit.map_or(Cell::Nil, |one| plain(one.amount)),
        difference,
        Cell::Phrase(reason(line)),
    ])
}

/// Message of a verdict.
#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Matched => "comparison-verdict-matched",
        Verdict::Probable => "comparison-verdict-probable",
        Verdict::Bundled => "comparison-verdict-bundled",
        Verdict::AmountDiffers => "comparison-verdict-amount-differs",
        Verdict::NotAtRecipient => "comparison-verdict-not-at-recipient",
        Verdict::NotAtCashOffice => "comparison-verdict-not-at-cash-office",
        Verdict::Double => "comparison-verdict-double",
        Verdict::PerhapsDouble => "comparison-verdict-perhaps-double",
        Verdict::ReturnedUnseen => "comparison-verdict-returned",
        Verdict::Outside => "comparison-verdict-outside",
    }
}

/// Message of a ground.
#[must_use]
pub const fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::AmountReferenceDay => "comparison-ground-amount-reference-day",
        Ground::AmountFileDay => "comparison-ground-amount-file-day",
        Ground::AmountReference => "comparison-ground-amount-reference",
        Ground::AmountDay => "comparison-ground-amount-day",
        Ground::SumDay => "comparison-ground-sum-day",
        Ground::ReferenceDay => "comparison-ground-reference-day",
        Ground::Reference => "comparison-ground-reference",
        Ground::NoLine => "comparison-ground-no-line",
        Ground::NoPayment => "comparison-ground-no-payment",
        Ground::SameAsLine => "comparison-ground-same",
        Ground::SameAmount => "comparison-ground-same-amount",
        Ground::ReturnOf => "comparison-ground-return",
        Ground::BeyondPeriod => "comparison-ground-beyond",
    }
}

/// Why, with the place in the bank's files where there is one.
#[must_use]
pub fn reason(line: &Line) -> Phrase {
    let reason = Phrase::new(ground(line.ground));
    match &line.credit {
        Some(credit) => Phrase::new("comparison-ground-at")
            .with("ground", Cell::Phrase(reason))
            .with("place", Cell::Phrase(place(&credit.place))),
        None => reason,
    }
}

/// Where an entry stands: its statement and number there, where the bank names it, else the line.
fn place(place: &Place) -> Phrase {
    let own = match (place.statement.as_str(), place.reference.as_str()) {
        ("", _) => Phrase::new("comparison-place-line").with("line", text(place.line.to_string())),
        (statement, "") => Phrase::new("comparison-place-entry")
            .with("statement", text(statement))
            .with("entry", text(place.entry.to_string())),
        (statement, reference) => Phrase::new("comparison-place-reference")
            .with("statement", text(statement))
            .with("entry", text(place.entry.to_string()))
            .with("reference", text(reference)),
    };
    match place.file.as_str() {
        "" => own,
        file => Phrase::new("comparison-place-file")
            .with("file", text(file))
            .with("place", Cell::Phrase(own)),
    }
}
