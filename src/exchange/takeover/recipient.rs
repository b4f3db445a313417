//! Rows of recipients.

use super::cells::Cells;
use super::heads::type_of;
use crate::domain::body::BankAccountRecorded;
use crate::domain::recipient::{RecipientType, official_name};
use crate::domain::takeover::{Column, Content, IssueKind, ListRow, ListedRecipient};

/// Reads a row.
pub(super) fn read(mut cells: Cells<'_>) -> ListRow {
    let key = cells.key();
    let name = cells.needed(Column::Name);
    let found = recipient_type(&mut cells);
    let address = address(&mut cells);
    let day = cells.day(Column::Day);
    let account = account(&mut cells);
    let content = found.map(|recipient_type| {
        let name = told(recipient_type, &name);
        Content::Recipient(ListedRecipient { key, name, recipient_type, address, day, account })
    });
    cells.row((Column::Key, Column::Name), None, content)
}

fn recipient_type(cells: &mut Cells<'_>) -> Option<RecipientType> {
    let words = cells.needed(Column::Type);
    let found = type_of(&words);
    if found.is_none() && !words.is_empty() {
        cells.wrong(Column::Type, IssueKind::Type);
    }
    found
}

fn address(cells: &mut Cells<'_>) -> Vec<String> {
    let (postcode, town) = (cells.cell(Column::Postcode), cells.cell(Column::Town));
    let is_postcode = postcode.len() == 5 && postcode.bytes().all(|b| b.is_ascii_digit());
    if !postcode.is_empty() && !is_postcode {
        cells.wrong(Column::Postcode, IssueKind::Postcode);
    }
    // A list without towns has postcodes for other ends: alone they are no address.
    let has_towns = cells.columns().any(|column| column == Column::Town);
    if !postcode.is_empty() && town.is_empty() && has_towns {
        cells.wrong(Column::Town, IssueKind::Missing);
    }
    let postcode = if has_towns { postcode } else { "" };
    let place = format!("{postcode} {town}");
    let lines = [cells.cell(Column::Office), cells.cell(Column::Street), place.trim()];
    lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn account(cells: &mut Cells<'_>) -> Option<BankAccountRecorded> {
    let holder = cells.cell(Column::Holder).to_owned();
    if cells.cell(Column::Iban).is_empty() && holder.is_empty() {
        return None;
    }
    cells.needed(Column::Iban);
    let iban = cells.iban().unwrap_or_default();
    cells.needed(Column::Holder);
    Some(BankAccountRecorded { iban, holder, source: None })
}

/// "Landkreis Eichsfeld" of a county is "Eichsfeld": the type is said by its own column.
fn without_type(recipient_type: RecipientType, name: &str) -> String {
    let rest = name.split_once(' ').map(|(_, rest)| rest);
    let bare = rest.filter(|rest| official_name(recipient_type, rest) == name);
    let keeps = matches!(recipient_type, RecipientType::Association | RecipientType::Fictional);
    bare.filter(|_| !keeps).unwrap_or(name).to_owned()
}

/// "Arnstadt, Stadt" is the town of Arnstadt; an independent city says it by its type.
pub(super) fn told(recipient_type: RecipientType, name: &str) -> String {
    const TITLES: [&str; 3] = ["Stadt", "Landeshauptstadt", "Große Kreisstadt"];
    let turned = match name.rsplit_once(", ") {
        Some((place, title)) if TITLES.contains(&title) => format!("{title} {place}"),
        _ => name.to_owned(),
    };
    without_type(recipient_type, &turned)
}
