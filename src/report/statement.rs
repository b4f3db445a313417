//! The statement of one recipient with confirm-or-object slip (*Zuwendungsübersicht mit
//! Saldenbestätigung*, domain.md section 4): what a treasurer checks against her own books.

mod grant;
mod payments;
#[cfg(test)]
mod tests;

use crate::domain::recipient::official_name;
use crate::domain::{Money, RecipientKey, Stage};
use crate::report::part::{
    GRANTED, basis, count, figures_column, item, money, subtitle, sum, text, words, words_column,
};
use crate::report::{Basis, Block, Cell, Letter, Phrase, PostingFilter, Report, Slip, Table};
use crate::store::view::{GrantDetail, StatementData, Sums};

/// The statement of a recipient: a printed copy, without letter date and term.
#[must_use]
pub fn statement(data: &StatementData) -> Report {
    let detail = &data.detail;
    let mut blocks = vec![figures(data)];
    if detail.grants.is_empty() {
        blocks.push(Block::Paragraph(Phrase::new("statement-no-grants")));
    }
    if detail.grants.len() > 1 {
        blocks.push(Block::Heading(Phrase::new("statement-grants")));
        blocks.push(Block::Table(grants(&detail.grants)));
    }
    for grant in &detail.grants {
        blocks.extend(grant::blocks(grant));
    }
    blocks.push(Block::Slip(slip(data)));
    let own_head = (detail.row.key.clone(), detail.head.seq, detail.head.hash);
    Report {
        kind: "statement",
        title: Phrase::new("statement-title"),
        subtitle: subtitle(data.times, &data.head),
        basis: Basis {
            recipient_head: Some(own_head),
            ..basis(&data.programme, data.times, &data.head)
        },
        letter: Some(letter(data)),
        blocks,
    }
}

/// What the recipient has received and not given back: a claim is still with the recipient, a
/// return after the closing of the books is not.
fn with_recipient(sums: &Sums) -> Money {
    [Stage::Paid, Stage::Reclaimed, Stage::WrittenOff].iter().map(|stage| sums.at(*stage)).sum()
}

fn letter(data: &StatementData) -> Letter {
    let (authority, row) = (&data.programme.authority, &data.detail.row);
    let mut address = vec![official_name(row.recipient_type, &row.name)];
    address.extend(data.detail.address.iter().cloned());
    let mut references = Vec::new();
    match data.detail.grants.as_slice() {
        [] => {}
        [grant] => {
            let number = text(grant.row.grant.as_str());
            references.push(Phrase::new("statement-file-number").with("grant", number));
        }
        many => {
            let number = count(many.len());
            references.push(Phrase::new("statement-file-count").with("count", number));
        }
    }
    references.push(key_and_account(data));
    let contact = text(&authority.contact);
    references.push(Phrase::new("statement-contact").with("contact", contact));
    Letter {
        sender_name: authority.name.clone(),
        sender_line: authority.line.clone(),
        address,
        references,
    }
}

/// "AGS 16066 · IBAN endet auf 4711".
fn key_and_account(data: &StatementData) -> Phrase {
    let key = key(&data.detail.row.key);
    let usable = data.detail.bank_accounts.iter().find(|account| account.usable);
    let Some(account) = usable else { return key };
    let iban = &account.account.iban;
    let last = iban.char_indices().rev().nth(3).map_or(iban.as_str(), |(at, _)| &iban[at..]);
    Phrase::new("statement-key-account").with("key", Cell::Phrase(key)).with("last", text(last))
}

fn key(key: &RecipientKey) -> Phrase {
    let official = key.as_str().bytes().all(|byte| byte.is_ascii_digit());
    let message = if official { "statement-ags" } else { "statement-key" };
    Phrase::new(message).with("key", text(key.as_str()))
}

fn figures(data: &StatementData) -> Block {
    let (row, grants) = (&data.detail.row, &data.detail.grants);
    let of = |stages: &[Stage]| PostingFilter {
        recipient: Some(row.key.clone()),
        ..PostingFilter::at(stages)
    };
    let mut figures = vec![
        (Phrase::new("report-granted"), money(row.granted, of(&GRANTED))),
        (Phrase::new("report-paid"), money(row.sums.actual(), of(&Stage::ACTUAL))),
    ];
    if !grants.is_empty() {
        let paid = |investive: bool| {
            let lines = grants.iter().flat_map(|grant| &grant.lines);
            let paid = lines.filter(|line| line.investive == investive);
            Cell::Money(paid.map(|line| line.sums.actual()).sum(), None)
        };
        let split = Phrase::new("statement-split-amounts")
            .with("investive", paid(true))
            .with("consumptive", paid(false));
        figures.push((Phrase::new("statement-split"), Cell::Phrase(split)));
    }
    figures.push((Phrase::new("report-open"), money(row.sums.open(), of(&Stage::OPEN))));
    Block::Figures(figures)
}

/// All grants of a recipient that has several.
fn grants(grants: &[GrantDetail]) -> Table {
    let mut rows = Vec::new();
    let mut total = (Money::ZERO, Sums::default());
    let amounts = |granted: Money, sums: &Sums, filter: &PostingFilter| {
        let at = |stages: &[Stage]| PostingFilter { stages: stages.to_vec(), ..filter.clone() };
        [
            money(granted, at(&GRANTED)),
            money(sums.actual(), at(&Stage::ACTUAL)),
            money(sums.open(), at(&Stage::OPEN)),
        ]
    };
    for grant in grants {
        let row = &grant.row;
        let mut cells = vec![text(row.grant.as_str()), text(&row.purpose)];
        let filter = PostingFilter::default().of_grant(&row.grant);
        cells.extend(amounts(row.granted, &row.sums, &filter));
        rows.push(item(cells));
        total.0 += row.granted;
        total.1.add(&row.sums);
    }
    let filter = PostingFilter {
        recipient: grants.first().map(|grant| grant.row.recipient.clone()),
        ..PostingFilter::default()
    };
    let mut cells = vec![words("report-sum"), Cell::Empty];
    cells.extend(amounts(total.0, &total.1, &filter));
    rows.push(sum(cells));
    Table {
        caption: Phrase::new("statement-grants"),
        columns: vec![
            words_column("file-number", 3),
            words_column("purpose", 6),
            figures_column("report-granted", 3),
            figures_column("report-paid", 3),
            figures_column("report-open", 3),
        ],
        rows,
    }
}

/// Names recipient, day and authority, because it comes back without the rest of the paper.
fn slip(data: &StatementData) -> Slip {
    let row = &data.detail.row;
    let agree = Phrase::new("statement-slip-agree")
        .with("recipient", text(official_name(row.recipient_type, &row.name)))
        .with("key", Cell::Phrase(key(&row.key)))
        .with("day", Cell::Day(data.times.as_of))
        .with("amount", Cell::Money(with_recipient(&row.sums), None));
    let authority = text(&data.programme.authority.name);
    Slip {
        heading: Phrase::new("statement-slip").with("authority", authority),
        choices: vec![agree, Phrase::new("statement-slip-object")],
        lines: vec![Phrase::new("statement-slip-place"), Phrase::new("statement-slip-signature")],
    }
}
