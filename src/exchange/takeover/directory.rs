//! The official directory of municipalities (*Gemeindeverzeichnis*, GV100AD of the Federal
//! Statistical Office): lines of fixed width, by characters.
//!
//! Of each line: kind 1-2 (40 county or independent city, 50 association of municipalities, 60
//! municipality), day of the territory 3-10, key 11-18 (a county has 5 digits), number of the
//! association 19-22, name 23-72, text mark 123-124. An association is a body of its own, with
//! county and number as its key (`GV-160615003`: they begin the *Regionalschlüssel* of its
//! municipalities); but marks 50 (*verbandsfreie Gemeinde*) and 58 (*erfüllende Gemeinde*) tell a
//! municipality again that stands under kind 60. Kinds 10 to 30 (states, regions) are counted and
//! left out, so are areas without a municipality (marks 65 and 66) and the independent cities
//! that kind 60 tells again under their key of kind 40.

use std::io::Read;

use super::Takeover;
use super::recipient::told;
use crate::domain::recipient::RecipientType;
use crate::domain::takeover::{Content, ListKind, ListRow, ListedRecipient};
use crate::domain::{Day, RecipientKey};
use crate::exchange::Progress;
use crate::exchange::decode;
use crate::exchange::problem::{Reason, Refused};

/// The directory as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// Its counties, independent cities, associations and municipalities.
    pub list: Takeover,
    /// Day of the territory that it describes (*Gebietsstand*).
    pub territory: Option<Day>,
    /// Lines of other kinds, and of other states.
    pub others: usize,
    /// Municipalities that fulfil tasks for others (*erfüllende Gemeinde*): the line is no body of
    /// its own.
    pub fulfilling: usize,
}

/// True when these first bytes are of a directory.
#[must_use]
pub fn is_directory(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    start.len() >= 10
        && [b"10", b"20", b"30", b"40", b"50", b"60"].iter().any(|kind| start.starts_with(*kind))
        && start.get(2..10).is_some_and(|day| day.iter().all(u8::is_ascii_digit))
}

/// Reads the entries whose key begins with `within` ("16" is Thüringen, "16066" a county with its
/// municipalities; empty takes all).
///
/// # Errors
/// Says what the file is instead, which line is cut short, or that nothing has such a key.
pub fn read_directory(
    mut from: impl Read,
    name: &str,
    within: &str,
    progress: Progress<'_>,
) -> Result<Directory, Refused> {
    let start = decode::start(&mut from).map_err(|refused| refused.in_file(name))?;
    if !is_directory(&start) {
        let reason = if start.starts_with(b"PK\x03\x04") {
            Reason::DirectoryPacked
        } else {
            Reason::NoDirectory
        };
        return Err(Refused::new(reason).in_file(name));
    }
    let whole = start.as_slice().chain(from);
    let text = decode::whole_text(whole, &start, progress).map_err(|it| it.in_file(name))?;
    read(&text.text, within).map_err(|refused| refused.in_file(name))
}

fn read(text: &str, within: &str) -> Result<Directory, Refused> {
    let mut found = Directory::default();
    found.list.kind = ListKind::Municipalities;
    for (line, number) in text.lines().zip(1_u64..) {
        let line = line.trim_start_matches('\u{feff}');
        if line.trim().is_empty() {
            continue;
        }
        let entry = entry(line).ok_or_else(|| Refused::at(Reason::DirectoryLine, number))?;
        found.territory = found.territory.max(Some(entry.territory));
        let Some((key, recipient_type)) = entry.recipient() else {
            if entry.is_fulfilling() && entry.key.starts_with(within) {
                found.fulfilling += 1;
            } else {
                found.others += 1;
            }
            continue;
        };
        if !key.official().is_some_and(|digits| digits.starts_with(within)) {
            found.others += 1;
            continue;
        }
        let name = match recipient_type {
            RecipientType::Association => entry.association_name(),
            _ => told(recipient_type, &entry.name),
        };
        let listed = ListedRecipient {
            key: key.clone(),
            name,
            recipient_type,
            address: Vec::new(),
            day: None,
            account: None,
        };
        found.list.rows.push(ListRow {
            line: number,
            shown: (key.to_string(), entry.name),
            amount: None,
            people: Vec::new(),
            content: Ok(Content::Recipient(listed)),
        });
    }
    if found.list.rows.is_empty() {
        return Err(Refused::new(Reason::DirectoryNone(within.to_owned())));
    }
    Ok(found)
}

/// A line.
struct Entry {
    kind: String,
    territory: Day,
    key: String,
    /// Number of the association.
    association: String,
    name: String,
    mark: String,
}

/// The fields of a line; `None` when it is none of the directory.
fn entry(line: &str) -> Option<Entry> {
    let field = |from: usize, to: usize| -> String {
        line.chars().skip(from - 1).take(to + 1 - from).collect::<String>().trim().to_owned()
    };
    let entry = Entry {
        kind: field(1, 2),
        territory: Day::parse_from_str(&field(3, 10), "%Y%m%d").ok()?,
        key: field(11, 18),
        association: field(19, 22),
        name: field(23, 72),
        mark: field(123, 124),
    };
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let digits = are_digits(&entry.key);
    let length = match entry.kind.as_str() {
        "10" | "20" | "30" => return Some(entry),
        "50" if !are_digits(&entry.association) || entry.association.len() != 4 => return None,
        "40" | "50" => 5,
        "60" => 8,
        _ => return None,
    };
    (digits && entry.key.len() == length && !entry.name.is_empty()).then_some(entry)
}

impl Entry {
    /// Key and type of a line that is a recipient.
    fn recipient(&self) -> Option<(RecipientKey, RecipientType)> {
        let recipient_type = match (self.kind.as_str(), self.mark.as_str()) {
            ("40", "41" | "42") => RecipientType::IndependentCity,
            ("40", _) => RecipientType::County,
            ("50", "50" | "58") | ("60", "61" | "65" | "66") => return None,
            ("50", _) => {
                let key = RecipientKey::of_association(&self.key, &self.association);
                return Some((key, RecipientType::Association));
            }
            ("60", _) if self.key.ends_with("000") => return None,
            ("60", _) => RecipientType::Municipality,
            _ => return None,
        };
        Some((RecipientKey::new(self.key.clone()), recipient_type))
    }

    /// The name with the sort of association, which the file tells by its mark.
    fn association_name(&self) -> String {
        let sort = match self.mark.as_str() {
            "51" => "Amt",
            "52" => "Samtgemeinde",
            "53" => "Verbandsgemeinde",
            "54" | "57" => "Verwaltungsgemeinschaft",
            "55" => "Kirchspielslandgemeinde",
            "56" => "Verwaltungsverband",
            _ => return self.name.clone(),
        };
        let bare = self.name.strip_prefix("VG ").unwrap_or(&self.name);
        if bare.starts_with(sort) { bare.to_owned() } else { format!("{sort} {bare}") }
    }

    fn is_fulfilling(&self) -> bool {
        (self.kind.as_str(), self.mark.as_str()) == ("50", "58")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(kind: &str, key: &str, name: &str, mark: &str) -> String {
        format!("{kind}20201231{key:<12}{name:<50}{:<50}{mark:<6}", "")
    }

    fn names(text: &str, within: &str) -> Vec<(String, String, RecipientType)> {
        let found = read(text, within).unwrap();
        let rows = found.list.rows.into_iter().map(|row| match row.content {
            Ok(Content::Recipient(it)) => (it.key.to_string(), it.name, it.recipient_type),
            other => panic!("{other:?}"),
        });
        rows.collect()
    }

    #[test]
    fn counties_cities_and_municipalities_are_told_apart() {
        let text = [
            line("10", "16", "Thüringen", ""),
            line("40", "16051", "Erfurt, Stadt", "41"),
            line("60", "16051000", "Erfurt, Stadt", "61"),
            line("40", "16061", "Eichsfeld", "44"),
            line("50", "16061   5003", "Ershausen/Geismar", "54"),
            line("50", "16061   0045", "Heilbad Heiligenstadt, Stadt", "50"),
            line("50", "16061   5055", "Dingelstädt, Stadt", "58"),
            line("60", "16061045", "Heilbad Heiligenstadt, Stadt", "63"),
            line("60", "16061115", "Dingelstädt", "64"),
            line("60", "16061999", "Forst", "66"),
            line("60", "09161000", "Ingolstadt", "61"),
        ]
        .join("\r\n");
        let found = names(&text, "16");
        let plain: Vec<_> =
            found.iter().map(|(key, name, kind)| (key.as_str(), name.as_str(), *kind)).collect();
        assert_eq!(
            plain,
            [
                ("16051", "Erfurt", RecipientType::IndependentCity),
                ("16061", "Eichsfeld", RecipientType::County),
                (
                    "GV-160615003",
                    "Verwaltungsgemeinschaft Ershausen/Geismar",
                    RecipientType::Association
                ),
                ("16061045", "Stadt Heilbad Heiligenstadt", RecipientType::Municipality),
                ("16061115", "Dingelstädt", RecipientType::Municipality),
            ]
        );
        assert_eq!(names(&text, "16061045").len(), 1);
        let whole = read(&text, "16").unwrap();
        assert_eq!((whole.fulfilling, whole.others), (1, 5));
        assert_eq!(read(&text, "16051").unwrap().fulfilling, 0);
        assert_eq!(read(&text, "16").unwrap().territory, Day::from_ymd_opt(2020, 12, 31));
    }

    #[test]
    fn a_line_that_is_cut_short_is_named() {
        let text = [line("40", "16061", "Eichsfeld", "44"), "6020201231160".to_owned()].join("\n");
        assert_eq!(read(&text, "16").unwrap_err(), Refused::at(Reason::DirectoryLine, 2));
        let text = line("40", "16061", "Eichsfeld", "44");
        let none = Refused::new(Reason::DirectoryNone("09".to_owned()));
        assert_eq!(read(&text, "09").unwrap_err(), none);
        assert!(is_directory(text.as_bytes()) && !is_directory(b"Name;Art"));
    }
}
