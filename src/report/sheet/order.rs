//! Sheets of what the cash office carries out: orders to pay and to rebook.

use super::{Content, booked, cash_reference, fact, lines};
use crate::domain::TitleKey;
use crate::domain::body::{LineAmount, PaymentRebooked};
use crate::domain::case::grouped_iban;
use crate::report::part::{class, item, number, plain, text, title, words, words_column};
use crate::report::{Block, Cell, Phrase, Table};
use crate::store::view::SheetData;

/// *Auszahlungsanordnung*, first or again: to whom, how much, from where, with which text.
pub(super) fn paid(
    data: &SheetData,
    title: &'static str,
    (line, payment_text): (&LineAmount, &str),
) -> Content {
    let mut facts = Vec::new();
    if let Some(account) = &data.account {
        facts.push(fact("sheet-holder", text(&account.holder)));
        facts.push(fact("sheet-iban", text(grouped_iban(&account.iban))));
    }
    facts.push(fact("statement-column-text", text(payment_text)));
    facts.extend(cash_reference(data));
    facts.push(fact("sheet-payable", words("sheet-at-once")));
    if let Some(grant) = &data.grant {
        facts.push(fact("purpose", text(&grant.row.purpose)));
        facts.push(fact("sheet-notice-day", Cell::Day(grant.row.issued_on)));
    }
    facts.extend(booked(data, &line.title, line.fiscal_year));
    Content {
        title,
        figures: vec![
            fact("sheet-amount-to-pay", plain(line.amount_cents)),
            fact("sheet-year", Cell::Year(line.fiscal_year)),
        ],
        facts,
        blocks: Vec::new(),
        note: "sheet-note-order",
    }
}

/// *Umbuchungsanordnung*: from where to where.
pub(super) fn rebooked(data: &SheetData, body: &PaymentRebooked) -> Content {
    let (from, to) = (&body.from, &body.line);
    let named = |key: &'static str, line: &LineAmount| {
        Cell::Phrase(Phrase::new(key).with("grant", text(line.grant.as_str())))
    };
    let moved = [
        (named("sheet-from", from), &from.title, from.fiscal_year, -from.amount_cents),
        (named("sheet-to", to), &to.title, to.fiscal_year, to.amount_cents),
    ];
    let mut facts = vec![fact("sheet-reason", text(&body.reason))];
    if let Some(payment) = &data.referred {
        facts.push(fact("sheet-payment", number(payment.seq)));
        facts.push(fact("statement-column-paid", Cell::Day(payment.effective_on)));
    }
    Content {
        title: "sheet-rebooking",
        figures: vec![
            fact("sheet-amount-to-rebook", plain(to.amount_cents)),
            fact("sheet-year", Cell::Year(to.fiscal_year)),
        ],
        facts,
        blocks: vec![
            Block::Heading(Phrase::new("sheet-rebooked")),
            Block::Table(lines("sheet-rebooked", &moved)),
            Block::Heading(Phrase::new("sheet-titles")),
            Block::Table(titles(data, [&from.title, &to.title])),
        ],
        note: "sheet-note-order",
    }
}

/// *Zweckbestimmung* and class of both titles; of one alone where only the grant or the year
/// changes.
fn titles(data: &SheetData, of: [&TitleKey; 2]) -> Table {
    let [from, to] = of;
    let row = |key: &&TitleKey| {
        let known = data.titles.iter().find(|row| row.title == **key);
        let (name, class) =
            known.map_or((Cell::Nil, Cell::Nil), |row| (text(&row.name), class(row.investive)));
        item(vec![text(title(key)), name, class])
    };
    Table {
        caption: Phrase::new("sheet-titles"),
        columns: vec![
            words_column("programme-column-title", 5),
            words_column("sheet-title-name", 12),
            words_column("sheet-class", 4),
        ],
        rows: of[..if from == to { 1 } else { 2 }].iter().map(row).collect(),
    }
}
