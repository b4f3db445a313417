//! Postings, event by event.

use rusqlite::types::Type;
use rusqlite::{Row, params};

use super::super::error::StoreError;
use super::super::ledger::Readable;
use super::super::view::{PostedEvent, Times};
use super::read;
use crate::domain::posting::Posting;
use crate::domain::stage::RevenueKind;
use crate::domain::{
    Account, Day, FileNumber, FiscalYear, Kind, Money, RecipientKey, Seq, Stage, TitleKey,
};

/// The entries that move amounts and count at these times, in the order of the journal.
///
/// # Errors
/// When the file cannot be read.
pub fn posting_rows(from: &impl Readable, times: Times) -> Result<Vec<PostedEvent>, StoreError> {
    read(from, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT event.seq, event.uid, event.kind, event.recipient, event.effective_on, \
                 event.voucher, event.ref, posting.amount, account.stage, account.title, \
                 account.fiscal_year, account.due_year, account.grant_no, account.recipient, \
                 account.revenue \
             FROM posting JOIN event ON event.seq = posting.event \
                 JOIN account ON account.id = posting.account \
             WHERE posting.effective_on <= ?1 AND posting.event <= ?2 \
             ORDER BY posting.event, posting.line",
        )?;
        let mut rows = statement.query(params![times.as_of.to_string(), times.known])?;
        let mut found: Vec<PostedEvent> = Vec::new();
        while let Some(row) = rows.next()? {
            let seq: Seq = row.get(0)?;
            let posting =
                Posting { account: account(row)?, amount: Money::from_cents(row.get(7)?) };
            match found.last_mut() {
                Some(last) if last.seq == seq => last.postings.push(posting),
                _ => found.push(PostedEvent { postings: vec![posting], ..event(row)? }),
            }
        }
        Ok(found)
    })
}

fn event(row: &Row<'_>) -> rusqlite::Result<PostedEvent> {
    let (kind, day): (String, String) = (row.get(2)?, row.get(4)?);
    Ok(PostedEvent {
        seq: row.get(0)?,
        uid: row.get(1)?,
        kind: Kind::from_name(&kind).ok_or_else(|| unknown(2, &kind))?,
        recipient: RecipientKey::new(row.get::<_, String>(3)?),
        effective_on: day.parse::<Day>().map_err(|_| unknown(4, &day))?,
        voucher: row.get(5)?,
        reference: row.get(6)?,
        postings: Vec::new(),
    })
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    let stage: String = row.get(8)?;
    let (due_year, grant): (i32, String) = (row.get(11)?, row.get(12)?);
    let recipient: String = row.get(13)?;
    Ok(Account {
        stage: Stage::from_name(&stage).ok_or_else(|| unknown(8, &stage))?,
        title: TitleKey::new(row.get::<_, String>(9)?),
        fiscal_year: FiscalYear(row.get(10)?),
        due_year: (due_year != 0).then_some(FiscalYear(due_year)),
        grant: (!grant.is_empty()).then(|| FileNumber::new(grant)),
        recipient: (!recipient.is_empty()).then(|| RecipientKey::new(recipient)),
        revenue: revenue(row)?,
    })
}

fn revenue(row: &Row<'_>) -> rusqlite::Result<Option<RevenueKind>> {
    let word: String = row.get(14)?;
    if word.is_empty() {
        return Ok(None);
    }
    let found = RevenueKind::ALL.into_iter().find(|kind| kind.as_str() == word);
    found.map(Some).ok_or_else(|| unknown(14, &word))
}

/// A word that this program does not know stands where one of its own must stand.
fn unknown(column: usize, word: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, word.to_owned().into())
}
