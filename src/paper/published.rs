//! What issued papers said, and what the same figures are now.
//!
//! Every paper carries its figures as data. The paper is made again at the same Stichtag with all
//! that is known now, and both are read by the same reader.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Wanted, make};
use crate::domain::Body;
use crate::render::{self, json};
use crate::report::Cell;
use crate::report::published::{PublishedFigure, PublishedPaper, euros};
use crate::store::view::Times;
use crate::store::{Ledger, StoreError, query};
use crate::text::Text;

/// Every issued paper with its key figures and sums, in the order of the journal.
///
/// # Errors
/// When the file cannot be read.
pub fn published(ledger: &Ledger) -> Result<Vec<PublishedPaper>, StoreError> {
    let mut papers = Vec::new();
    for event in query::issued_papers(ledger, ledger.head().seq)? {
        let Body::DocumentIssued(body) = &event.body else { continue };
        let content = query::issued_content(ledger, event.seq)?;
        let data = content.as_deref().and_then(render::data_of);
        let title = data.as_ref().and_then(|data| data["heading"][0].as_str());
        papers.push(PublishedPaper {
            number: event.seq,
            issued_on: event.effective_on,
            title: title.unwrap_or(&body.document).to_owned(),
            as_of: body.as_of,
            known: body.known,
            figures: match &data {
                Some(data) => Some(figures(ledger, data)?),
                None => None,
            },
        });
    }
    Ok(papers)
}

/// The figures of a paper, each beside what it is now.
fn figures(ledger: &Ledger, data: &Value) -> Result<Vec<PublishedFigure>, StoreError> {
    let now = match Wanted::of_paper(data) {
        Some(mut wanted) => {
            wanted.times = Times { known: ledger.head().seq, ..wanted.times };
            let made = make(ledger, &wanted)?;
            made.and_then(|paper| {
                serde_json::from_str(&json::json(&paper, &Text::new(wanted.lang))).ok()
            })
        }
        None => None,
    };
    let mut now: BTreeMap<String, Vec<Cell>> = by_name(now.as_ref().map(read).unwrap_or_default());
    let published = read(data).into_iter().map(|(name, then)| {
        let same = now.get_mut(&sameness(&name)).filter(|cells| !cells.is_empty());
        let now = same.map_or(Cell::Nil, |cells| cells.remove(0));
        PublishedFigure { name, then, now }
    });
    Ok(published.collect())
}

/// Figures of one name in the order of the paper.
fn by_name(figures: Vec<(String, Cell)>) -> BTreeMap<String, Vec<Cell>> {
    let mut found: BTreeMap<String, Vec<Cell>> = BTreeMap::new();
    for (name, cell) in figures {
        found.entry(sameness(&name)).or_default().push(cell);
    }
    found
}

/// What a figure is, without the figures in its name: "Bewilligt, 11,77 % des Volumens" is the same
/// figure when it is another share.
fn sameness(name: &str) -> String {
    let mut kept = String::new();
    let mut signs = name.chars().peekable();
    while let Some(sign) = signs.next() {
        let within = matches!(sign, '.' | ',') && kept.ends_with('#');
        let number =
            sign.is_ascii_digit() || (within && signs.peek().is_some_and(char::is_ascii_digit));
        match number {
            true if kept.ends_with('#') => {}
            true => kept.push('#'),
            false => kept.push(sign),
        }
    }
    kept
}

/// Key figures, and the sums of the tables by table, row and column.
fn read(data: &Value) -> Vec<(String, Cell)> {
    let mut found = Vec::new();
    for figure in list(&data["figures"]) {
        if let (Some(label), Some(value)) = (figure["label"].as_str(), cell(&figure["value"])) {
            found.push((label.to_owned(), value));
        }
    }
    for table in list(&data["tables"]) {
        let caption = table["caption"].as_str().unwrap_or_default();
        for row in list(&table["rows"]).iter().filter(|row| row["kind"] == "sum") {
            let cells = list(&row["cells"]);
            let own = cells.first().and_then(|first| first["text"].as_str()).unwrap_or_default();
            for (value, head) in cells.iter().zip(list(&table["columns"])) {
                let Some(value) = cell(value) else { continue };
                let parts = [caption, own, head.as_str().unwrap_or_default()];
                found.push((parts.join(" · "), value));
            }
        }
    }
    found
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A figure of the data; words, days and years are none.
fn cell(value: &Value) -> Option<Cell> {
    if let Some(euro) = value["euro"].as_str() {
        return Some(Cell::Money(euros(euro)?, None));
    }
    if let Some(thousand) = value["thousand_euro"].as_i64() {
        return Some(Cell::Thousands(thousand));
    }
    if let Some(percent) = value["percent"].as_str() {
        return percent.parse().ok().map(Cell::Percent);
    }
    value["number"].as_i64().map(Cell::Number)
}

#[cfg(test)]
mod tests {
    use super::sameness;

    #[test]
    fn a_share_in_a_name_does_not_make_another_figure() {
        let (then, now) = ("Bewilligt, 11,77 % des Volumens", "Bewilligt, 9,00 % des Volumens");
        assert_eq!(sameness(then), sameness(now));
        assert_eq!(sameness(then), "Bewilligt, # % des Volumens");
        assert_ne!(sameness("Ausgezahlt, 2020"), sameness("Bewilligt, 2020"));
    }
}
