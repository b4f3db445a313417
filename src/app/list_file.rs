//! A list as a file that a spreadsheet opens, and as what the clipboard gives to one.

use crate::store::view::{JournalRow, Times};
use crate::store::{Ledger, StoreError, query};
use crate::text::{Text, hash, sheet};
use crate::ui::widget::list::{ListFile, ListRows};

/// So many rows are read at once; between two lots it may be stopped.
const LOT: usize = 500;

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A file with semicolons.
    File,
    /// Lines with tabs.
    Clipboard,
}

impl Form {
    fn line(self, cells: &[String]) -> String {
        match self {
            Self::File => sheet::csv_line(cells),
            Self::Clipboard => [&sheet::tab_line(cells), "\r\n"].concat(),
        }
    }
}

/// All of the list; `keep_going` is told the percent done and says whether to go on.
pub fn content(
    (ledger, times): (&Ledger, Times),
    (file, form): (&ListFile, Form),
    text: &Text,
    keep_going: &mut dyn FnMut(u32) -> bool,
) -> Result<String, StoreError> {
    let mut content = match form {
        Form::File => sheet::BYTE_ORDER_MARK.to_owned(),
        Form::Clipboard => String::new(),
    };
    content.push_str(&form.line(&file.heads));
    let (mut done, all) = (0_usize, file.rows.count());
    let mut step = |lot: usize| {
        done += lot;
        let percent = u32::try_from(done * 100 / all.max(1)).unwrap_or(100);
        if keep_going(percent) { Ok(()) } else { Err(StoreError::Cancelled) }
    };
    match &file.rows {
        ListRows::Cells(rows) => {
            for lot in rows.chunks(LOT) {
                content.extend(lot.iter().map(|row| form.line(row)));
                step(lot.len())?;
            }
        }
        ListRows::Entries { filter, seqs } => {
            for lot in seqs.chunks(LOT) {
                for row in query::entries(ledger, times, filter, lot)? {
                    content.push_str(&form.line(&entry(&row, text)));
                }
                step(lot.len())?;
            }
        }
    }
    if form == Form::File {
        content.push_str(&anchor(ledger, times, text)?);
    }
    Ok(content)
}

/// Below the rows, what they rest on and the anchor, as reports have them.
fn anchor(ledger: &Ledger, times: Times, text: &Text) -> Result<String, StoreError> {
    let head = query::head_at(ledger, times.known)?;
    let day = [text.get("as-of"), sheet::day(times.as_of)];
    let known = [text.get("known"), head.seq.to_string(), text.known_at(head.recorded_at)];
    let words = [("seq", head.seq.to_string()), ("hash", hash::printed(head.seq, &head.hash))];
    let anchor = [text.format("accounting-head", &words)];
    Ok(["\r\n".to_owned()]
        .into_iter()
        .chain([sheet::csv_line(&day), sheet::csv_line(&known), sheet::csv_line(&anchor)])
        .collect())
}

/// In the order of the heads that the journal gives.
fn entry(row: &JournalRow, text: &Text) -> Vec<String> {
    let number = || text.format("app-person-number", &[("number", row.actor.0.to_string())]);
    vec![
        row.seq.to_string(),
        sheet::day(row.effective_on),
        text.kind(row.kind),
        sheet::words(&row.recipient_name),
        sheet::words(&text.object(row.kind, &row.object)),
        row.amount.map(sheet::amount).unwrap_or_default(),
        sheet::words(&row.voucher),
        sheet::words(&row.actor_name.clone().unwrap_or_else(number)),
    ]
}
