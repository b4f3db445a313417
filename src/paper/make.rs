//! From the ledger to the report value, and from there to bytes.

use super::published::published;
use super::wanted::{Document, Form, Wanted};
use crate::domain::date::berlin_day;
use crate::domain::{FiscalYear, RecipientKey};
use crate::render::{self, RenderError, csv};
use crate::report::sender;
use crate::report::unit::in_unit;
use crate::report::verification::{Verification, verification};
use crate::report::{
    Checked, Report, budget, cases, claims, counties, difference, journal, programme, progress,
    proofs, published as register, sheet, statement,
};
use crate::store::view::{Head, RecipientRow, Times};
use crate::store::{Finding, Ledger, StoreError, query};
use crate::text::Text;

/// The paper that is wanted; `None` for an unknown recipient or fiscal year, and for an entry
/// that has no data sheet.
///
/// # Errors
/// When the file cannot be read.
pub fn make(ledger: &Ledger, wanted: &Wanted) -> Result<Option<Report>, StoreError> {
    // A paper is of one state of the file, whatever is booked while it is made.
    ledger.reading(|ledger| of_one_state(ledger, wanted))
}

/// As [`make`], inside of a reading.
pub(super) fn of_one_state(ledger: &Ledger, wanted: &Wanted) -> Result<Option<Report>, StoreError> {
    // What is told of all cannot be told from the entries of one.
    let extract = ledger.extract().is_some();
    if extract && wanted.document != Document::Statement {
        return Ok(None);
    }
    let times = wanted.times;
    let entry = wanted.asked.entry.unwrap_or_default();
    let found = match wanted.document {
        Document::Statement => {
            let found = query::statement_data(ledger, times, &wanted.recipient)?;
            let Some(mut data) = found else { return Ok(None) };
            let issued_on = wanted.asked.issued_on;
            if let Some(day) = issued_on {
                let on = Times { as_of: day, ..times };
                (data.letterhead, data.term_days) = query::letterhead(ledger, on)?;
            }
            Some(match (wanted.asked.year, issued_on) {
                (Some(year), _) => statement::of_year(data, year, issued_on),
                (None, Some(day)) => statement::issued(&data, day),
                (None, None) => statement::statement(&data),
            })
        }
        Document::Sheet => {
            query::sheet_data(ledger, times, entry)?.and_then(|data| sheet::sheet(&data))
        }
        Document::Difference => {
            Some(difference::difference(&query::difference(ledger, times, entry)?))
        }
        Document::Published => {
            let frame = query::report_frame(ledger, times)?;
            Some(register::published(&frame, &published(ledger, times.known)?))
        }
        Document::Verification => {
            let words = Text::new(wanted.lang);
            let mut findings = ledger.findings().to_vec();
            if wanted.asked.deep {
                findings.extend(ledger.verify_deep()?);
            }
            let checked = wanted.asked.checked.as_ref();
            let how = (wanted.asked.deep, checked, [].as_slice());
            Some(protocol(ledger, how, &findings, &words)?)
        }
        document => report_of(ledger, times, document, wanted.asked.year)?,
    };
    let Some(mut paper) = found else { return Ok(None) };
    paper.basis.asked = wanted.asked.clone();
    paper.basis.asked.extract |= extract;
    let paper = with_sender(ledger, paper)?;
    Ok(Some(in_unit(paper, wanted.asked.unit)))
}

/// The report with name and logo of the letterhead: that of the day of issue, of a copy that of the
/// Stichtag. A letter has them already.
fn with_sender(ledger: &Ledger, mut paper: Report) -> Result<Report, StoreError> {
    if paper.letter.is_some() {
        return Ok(paper);
    }
    let as_of = paper.basis.asked.issued_on.unwrap_or(paper.basis.as_of);
    let (head, _) = query::letterhead(ledger, Times { as_of, known: paper.basis.known })?;
    paper.sender = sender(&head);
    Ok(paper)
}

fn report_of(
    ledger: &Ledger,
    times: Times,
    document: Document,
    wanted: Option<FiscalYear>,
) -> Result<Option<Report>, StoreError> {
    // Lists of what happened have each year, with money or without.
    match document {
        Document::Milestones => {
            return Ok(Some(progress::progress(&query::programme_data(ledger, times)?, wanted)));
        }
        Document::Proofs => {
            return Ok(Some(proofs::proofs(&query::proof_data(ledger, times)?, wanted)));
        }
        // Nothing was paid in a year without money, so that nothing can be claimed back of it.
        Document::Claims if wanted.is_none() => {
            return Ok(Some(claims::claims(&query::claim_data(ledger, times)?, wanted)));
        }
        Document::Journal => {
            let (frame, rows) =
                (query::report_frame(ledger, times)?, query::journal(ledger, times)?);
            let persons = query::persons(ledger, times)?;
            return Ok(Some(journal::journal(&frame, (&rows, &persons), wanted)));
        }
        _ => {}
    }
    let Some(year) = query::report_year(ledger, times, wanted)? else { return Ok(None) };
    Ok(Some(match document {
        Document::Counties => counties::counties(&query::area_data(ledger, times, year)?),
        Document::Grants => cases::cases(&query::case_data(ledger, times, year)?),
        Document::Budget => budget::budget(&query::budget_data(ledger, times, year)?),
        Document::Claims => claims::claims(&query::claim_data(ledger, times)?, Some(year)),
        // What is no report of a year with money is made above.
        _ => programme::programme(&query::programme_data(ledger, times)?, Some(year)),
    }))
}

/// The protocol of a verification: whether it was a deep one, its moment, and anchors from paper
/// with whether each is that of the ledger; `words` are those of the paper.
///
/// # Errors
/// When the file cannot be read.
pub fn protocol(
    ledger: &Ledger,
    (deep, checked, anchors): (bool, Option<&Checked>, &[(Head, bool)]),
    findings: &[Finding],
    words: &Text,
) -> Result<Report, StoreError> {
    let told =
        |found: &Finding| (found.key(), words.finding(found.key(), found.seq(), &found.detail()));
    let told: Vec<_> = findings.iter().map(told).collect();
    let head = ledger.head();
    let as_of = berlin_day(head.recorded_at);
    let frame = query::report_frame(ledger, Times { as_of, known: head.seq })?;
    let person = match checked.map(|checked| enrolled_for(ledger, frame.times, &checked.by)) {
        None => None,
        Some(Ok(person)) => person,
        // A ledger with findings may not tell its persons any more.
        Some(Err(_)) if !findings.is_empty() => None,
        Some(Err(error)) => return Err(error),
    };
    let person = person.as_deref();
    with_sender(
        ledger,
        verification(&Verification {
            frame: &frame,
            deep,
            checked,
            person,
            anchors,
            findings: &told,
        }),
    )
}

/// Name of the one person enrolled for an account; none where several are.
fn enrolled_for(ledger: &Ledger, times: Times, login: &str) -> Result<Option<String>, StoreError> {
    let persons = query::persons(ledger, times)?;
    let mut own = persons.into_iter().filter(|person| person.login.as_deref() == Some(login));
    let first = own.next().and_then(|person| person.name);
    Ok(first.filter(|_| own.next().is_none()))
}

/// Keys and names of the recipients who get a statement: those with grants or payments, in the
/// order of their list.
///
/// # Errors
/// When the file cannot be read.
pub fn statements(
    ledger: &Ledger,
    times: Times,
) -> Result<Vec<(RecipientKey, String)>, StoreError> {
    let all = query::recipients(ledger, times)?;
    let concerned = all.into_iter().filter(RecipientRow::has_money);
    Ok(concerned.map(|row| (row.key, row.name)).collect())
}

/// Why a paper could not be set, as a sentence.
#[must_use]
pub fn not_set(error: &RenderError, text: &Text) -> String {
    match error {
        RenderError::MissingGlyph { character, within } => {
            let sign = format!("{character} (U+{:04X})", u32::from(*character));
            text.quoting("paper-glyph-missing", &[("character", sign), ("within", within.clone())])
        }
        RenderError::TooLarge => text.get("paper-too-large"),
        RenderError::Pdf(reason) | RenderError::Xlsx(reason) => {
            text.format("paper-failed", &[("reason", reason.clone())])
        }
    }
}

/// The paper as bytes of its form.
///
/// # Errors
/// When a character has no glyph, or the form cannot be written.
pub fn bytes(paper: &Report, words: &Text, form: Form) -> Result<Vec<u8>, RenderError> {
    match form {
        Form::Pdf => render::pdf(paper, words),
        Form::Xlsx => render::xlsx::xlsx(paper, words),
        Form::Csv(marks) => Ok(csv::csv(paper, words, marks).into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_paper_that_cannot_be_set_is_told_in_words_of_ours() {
        let text = Text::new(Lang::De);
        for error in [
            RenderError::MissingGlyph { character: '漢', within: "Amt 漢".into() },
            RenderError::TooLarge,
            RenderError::Xlsx("Worksheet name is too long".into()),
            RenderError::Pdf("no page".into()),
        ] {
            let sentence = not_set(&error, &text);
            assert!(
                sentence.contains("geschrieben") || sentence.contains("schreiben"),
                "{sentence}"
            );
        }
    }
}
