//! The reading of a list as an entry: which days it has, what it leaves open, what it clears.
//!
//! It is recorded whenever it says something new, also when nothing else is to be booked; the same
//! list once more adds nothing.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::super::check::is_forbidden;
use super::super::{Checked, everything};
use super::ListName;
use crate::domain::body::{CashListRead, ClearedRow, OpenRow};
use crate::domain::cash::{CashLine, Doubt, Finding, ListRead, Matched, News, Readings, SAMPLED};
use crate::domain::date::{LAST_DAY, berlin_day};
use crate::domain::event::Draft;
use crate::domain::refusal::Misfit;
use crate::domain::{Body, Day, Kind, Money, PersonNo, Refusal};
use crate::store::view::Times;
use crate::store::{Ledger, Readable, StoreError, Tx, query};

/// Bytes that the rows of an entry may have, so that its body stays below its limit.
const ROOM: usize = 56_000;

/// Signs that are kept of a cell.
const LONGEST: usize = 200;

/// What booking the list would record of its reading; `None` where all of it is known.
///
/// # Errors
/// When the file cannot be read.
pub fn cash_news(
    ledger: &Ledger,
    found: &[Matched],
    list: ListName<'_>,
    now: i64,
) -> Result<Option<News>, StoreError> {
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let mut all = readings(ledger, times)?;
    let before = all.open();
    let Some(body) = body(&all, found, list, berlin_day(now)) else { return Ok(None) };
    all.add(0, list.name, &body);
    Ok(Some(News { before, after: all.open() }))
}

/// The lists of which rows are open, each with them, in the order of their readings.
///
/// # Errors
/// When the file cannot be read.
pub fn cash_unclear(ledger: &Ledger) -> Result<Vec<ListRead>, StoreError> {
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let mut lists = readings(ledger, times)?.lists;
    lists.retain(|list| !list.rows.is_empty());
    Ok(lists)
}

/// The entry that records the reading, if it says something new.
pub(super) fn draft(
    tx: &Tx<'_>,
    (found, list): (&[Matched], ListName<'_>),
    (person, today): (PersonNo, Day),
) -> Result<Option<Draft>, StoreError> {
    let all = readings(tx, everything(tx))?;
    let Some(body) = body(&all, found, list, today) else { return Ok(None) };
    let founded = query::programme(tx)?.founded_on;
    Ok(Some(Draft {
        uid: *uuid::Uuid::new_v4().as_bytes(),
        recipient: crate::domain::RecipientKey::default(),
        effective_on: body.first.min(today).max(founded),
        actor: person,
        voucher: list.name.to_owned(),
        reference: None,
        body: Body::CashListRead(body),
        person_name: None,
    }))
}

fn readings(from: &impl Readable, times: Times) -> Result<Readings, StoreError> {
    Ok(Readings::of(&query::events_of_kinds(from, times, &[Kind::CashListRead])?))
}

fn body(all: &Readings, found: &[Matched], list: ListName<'_>, today: Day) -> Option<CashListRead> {
    let days = || found.iter().map(|one| one.line.day);
    if found.is_empty() && list.unread.is_empty() {
        return None;
    }
    let whole = list.of.map(|of| (of.first, of.last));
    let own = days().min().zip(days().max());
    let (first, last) = whole.or(own).unwrap_or((today, today));
    let (open, clear): (Vec<&Matched>, Vec<&Matched>) =
        found.iter().partition(|one| one.finding.is_open());
    let mut rows: Vec<OpenRow> = open.into_iter().map(row).collect();
    rows.extend(list.unread.iter().map(tidy));
    rows.sort_by_key(|row| row.line);
    let clear: Vec<OpenRow> = clear.into_iter().map(row).collect();
    let vouchers = match list.of {
        Some(of) => of.vouchers.clone(),
        None => vouchers(clear.iter().chain(&rows)),
    };
    let mut body = CashListRead {
        first,
        last,
        rows: Vec::new(),
        more: None,
        cleared: Vec::new(),
        vouchers,
        source: None,
    };
    let cleared = all.cleared_by(body.identity(list.name), &clear, &rows);
    let cleared = cleared.into_iter().map(|(entry, row)| ClearedRow { entry, line: row.line });
    body.cleared = cleared.collect();
    let mut left = ROOM.saturating_sub(length(&body));
    let mut more = list.of.map_or(0, |of| of.more);
    let had = more;
    for row in rows {
        match left.checked_sub(length(&row) + 1) {
            Some(rest) if more == had => {
                left = rest;
                body.rows.push(row);
            }
            _ => more += 1,
        }
    }
    body.more = (more > 0).then_some(more);
    (!all.knows(list.name, &body)).then_some(body)
}

/// The smallest of the numbers of the vouchers: of each the first four bytes of its SHA-256,
/// big-endian; of a row without voucher those of what stands in it.
fn vouchers<'a>(rows: impl Iterator<Item = &'a OpenRow>) -> Vec<u32> {
    let number = |row: &OpenRow| {
        let whole = OpenRow { line: 0, doubt: None, ..row.clone() };
        let content = match row.voucher.as_str() {
            "" => serde_json::to_vec(&whole).unwrap_or_default(),
            voucher => voucher.as_bytes().to_vec(),
        };
        let [a, b, c, d, ..] = <[u8; 32]>::from(Sha256::digest(content));
        u32::from_be_bytes([a, b, c, d])
    };
    let all: BTreeSet<u32> = rows.map(number).collect();
    all.into_iter().take(SAMPLED).collect()
}

fn length(of: &impl serde::Serialize) -> usize {
    serde_json::to_vec(of).map_or(usize::MAX, |bytes| bytes.len())
}

fn row(one: &Matched) -> OpenRow {
    let CashLine { line, voucher, title, year, day, amount, text, .. } = one.line.clone();
    let doubt = match one.finding {
        Finding::Open(doubt, _) => doubt,
        _ => Doubt::Unknown,
    };
    tidy(&OpenRow {
        line,
        voucher,
        title,
        year: year.0.to_string(),
        day: Some(day),
        amount_cents: Some(amount),
        text,
        doubt: Some(doubt),
    })
}

/// The row as an entry may hold it: files of others have any signs, and amounts beyond all limits.
fn tidy(row: &OpenRow) -> OpenRow {
    let clean = |cell: &str| -> String {
        let blank = |sign: char| if sign.is_whitespace() { ' ' } else { sign };
        let cell: String = cell.chars().map(blank).filter(|sign| !is_forbidden(*sign)).collect();
        let whole: String = cell.trim().nfc().collect();
        let Some((end, _)) = whole.char_indices().nth(LONGEST) else { return whole };
        // Half a file number is another one.
        let kept = &whole[..end];
        kept.rfind(' ').map_or(kept, |blank| &kept[..blank]).trim_end().to_owned()
    };
    let limits = -Money::LIMIT..=Money::LIMIT;
    OpenRow {
        voucher: clean(&row.voucher),
        title: clean(&row.title),
        year: clean(&row.year),
        text: clean(&row.text),
        amount_cents: row.amount_cents.filter(|amount| limits.contains(amount)),
        ..row.clone()
    }
}

/// The rules of a reading: its days are in order, and what it clears an earlier one left open.
pub(in crate::ops) fn read(tx: &Tx<'_>, body: &CashListRead) -> Checked {
    if body.last < body.first {
        let misfit = Misfit::EndsBefore(body.first);
        return Err(Refusal::DateUnusable { day: body.last, misfit }.into());
    }
    if body.cleared.is_empty() {
        return Ok(());
    }
    let earlier = query::events_of_kinds(tx, everything(tx), &[Kind::CashListRead])?;
    for cleared in &body.cleared {
        let left = |event: &crate::domain::Event| match &event.body {
            Body::CashListRead(body) => body.rows.iter().any(|row| row.line == cleared.line),
            _ => false,
        };
        if !earlier.iter().any(|event| event.seq == cleared.entry && left(event)) {
            let expected = &[Kind::CashListRead];
            return Err(Refusal::ReferenceWrong { expected, given: Some(cleared.entry) }.into());
        }
    }
    Ok(())
}
