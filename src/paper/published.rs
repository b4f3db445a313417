//! What issued papers said, and what the same figures are now.
//!
//! Every paper carries its figures as data. The paper is made again at the same Stichtag with all
//! that is known now, and both are read by the same reader.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rust_decimal::Decimal;
use serde_json::Value;

use super::make::of_one_state;
use super::{Document, Wanted};
use crate::domain::body::{DocumentIssued, PaperLanguage};
use crate::domain::date::LAST_DAY;
use crate::domain::recipient::official_name;
use crate::domain::{Body, Day, Money, Seq};
use crate::render::{self, json};
use crate::report::Cell;
use crate::report::published::{LoneTable, PublishedFigure, PublishedPaper};
use crate::store::view::Times;
use crate::store::{Ledger, StoreError, query};
use crate::text::{Lang, Text};

/// Every issued paper that is known, with its key figures and sums, in the order of the journal;
/// those whose issue was corrected, too: they were published.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn published(ledger: &Ledger, known: Seq) -> Result<Vec<PublishedPaper>, StoreError> {
    let mut papers = Vec::new();
    let issued = query::issued_papers(ledger, known)?.into_iter().map(|event| (event, None));
    let corrected = query::corrected_papers(ledger)?.into_iter().filter(|(_, by)| *by <= known);
    let mut all: Vec<_> = issued.chain(corrected.map(|(event, by)| (event, Some(by)))).collect();
    all.sort_by_key(|(event, _)| event.seq);
    let names = query::recipients(ledger, Times { as_of: LAST_DAY, known })?;
    let names: BTreeMap<_, _> = names
        .into_iter()
        .map(|row| (row.key, official_name(row.recipient_type, &row.name)))
        .collect();
    for (event, corrected_by) in all {
        let Body::DocumentIssued(body) = &event.body else { continue };
        let content = query::issued_content(ledger, event.seq)?;
        let data = content.as_deref().and_then(render::data_of);
        let title = data.as_ref().and_then(|data| data["heading"][0].as_str());
        let title = title.map_or_else(|| named_as(body), str::to_owned);
        let title = match names.get(&event.recipient) {
            Some(name) => [title.as_str(), ": ", name].concat(),
            None => title,
        };
        let compared = data.map(|data| figures(ledger, known, &data)).transpose()?;
        let (figures, lone) = compared.unzip();
        papers.push(PublishedPaper {
            number: event.seq,
            issued_on: event.effective_on,
            title,
            language: body.language,
            corrected_by,
            as_of: body.as_of,
            known: body.known,
            figures,
            lone: lone.unwrap_or_default(),
        });
    }
    Ok(papers)
}

/// What a document is called whose title is not kept: the word of its kind, or, of another hand,
/// the name that was typed.
fn named_as(body: &DocumentIssued) -> String {
    let lang = match body.language {
        PaperLanguage::De => Lang::De,
        PaperLanguage::En => Lang::En,
    };
    let own = Document::of_name(&body.document).map(|document| Text::new(lang).get(document.key()));
    own.unwrap_or_else(|| body.document.clone())
}

/// Figures of a paper, each beside what it is now, and the tables that are compared with none.
type Compared = (Vec<PublishedFigure>, Vec<LoneTable>);

fn figures(ledger: &Ledger, known: Seq, data: &Value) -> Result<Compared, StoreError> {
    let now = match Wanted::of_paper(data) {
        Some(mut wanted) => {
            wanted.times = Times { known, ..wanted.times };
            let made = of_one_state(ledger, &wanted)?;
            made.and_then(|paper| {
                let data = json::json(&paper, &Text::new(wanted.lang)).ok()?;
                serde_json::from_str(&data).ok()
            })
        }
        None => None,
    };
    // Of a paper that cannot be made again it is not known which tables it would have.
    let is_known = now.is_some();
    let (mut then, mut now) = (read(data), now.as_ref().map(read).unwrap_or_default());
    let lone = if is_known { lone_tables(&mut then, &mut now) } else { Vec::new() };
    let mut figures = beside(then, now);
    figures.sort_by_key(|figure| !figure.main);
    Ok((figures, lone))
}

/// Takes the figures of tables that only one of the papers has out of both, and says which tables
/// these are.
fn lone_tables(then: &mut Vec<Read>, now: &mut Vec<Read>) -> Vec<LoneTable> {
    // Papers of older versions have words alone.
    let named = then.iter().filter_map(|one| one.table.as_ref()).all(|table| table.name.is_some());
    let tables = |figures: &[Read]| -> BTreeSet<String> {
        let all = figures.iter().filter_map(|one| one.table.as_ref());
        all.map(|table| table.key(named).to_owned()).collect()
    };
    let (before, after) = (tables(then.as_slice()), tables(now.as_slice()));
    let mut lone = taken_out(then, &|table| !after.contains(table.key(named)));
    let new = taken_out(now, &|table| !before.contains(table.key(named)));
    lone.extend(new.into_iter().map(|table| LoneTable { is_new: true, ..table }));
    lone
}

fn taken_out(figures: &mut Vec<Read>, is_lone: &dyn Fn(&Source) -> bool) -> Vec<LoneTable> {
    let mut lone: Vec<LoneTable> = Vec::new();
    figures.retain(|one| {
        let Some(table) = one.table.as_ref().filter(|table| is_lone(table)) else { return true };
        match lone.last_mut().filter(|last| last.caption == table.caption) {
            Some(last) => last.figures += 1,
            None => {
                lone.push(LoneTable { caption: table.caption.clone(), figures: 1, is_new: false });
            }
        }
        false
    });
    lone
}

/// Published figures in the order of their paper, each beside the same one now; then those that
/// the paper has only now.
///
/// Figures of one name that are not as many as before cannot be told apart: they are compared with
/// nothing rather than with another figure.
fn beside(mut then: Vec<Read>, mut now: Vec<Read>) -> Vec<PublishedFigure> {
    // Papers of older versions have words alone.
    if then.iter().any(|one| one.name.is_none()) {
        then.iter_mut().chain(&mut now).for_each(|one| one.name = None);
    }
    let before = counted(&then);
    let after = counted(&now);
    let mut places: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    for (place, one) in now.iter().enumerate() {
        places.entry(one.sameness()).or_default().push_back(place);
    }
    let mut left: Vec<Option<Read>> = now.into_iter().map(Some).collect();
    let mut found = Vec::new();
    for one in then {
        let same = one.sameness();
        let alike = before.get(&same) == after.get(&same);
        let place = places.get_mut(&same).filter(|_| alike).and_then(VecDeque::pop_front);
        let now = place.and_then(|place| left[place].take()).map_or(Cell::Nil, |it| it.value);
        found.push(PublishedFigure { name: one.words, main: one.main, then: one.value, now });
    }
    found.extend(left.into_iter().flatten().map(|it| PublishedFigure {
        name: it.words,
        main: it.main,
        then: Cell::Nil,
        now: it.value,
    }));
    found
}

/// A figure as a paper has it.
#[derive(Clone, Debug)]
struct Read {
    /// What it is, in no language; papers of older versions do not have it.
    name: Option<String>,
    /// What it is, in the words of the paper.
    words: String,
    /// True for a key figure or a sum.
    main: bool,
    value: Cell,
    /// The table that it stands in; key figures stand in none.
    table: Option<Source>,
}

/// A table of a paper.
#[derive(Clone, Debug)]
struct Source {
    /// What it is, in no language; papers of older versions do not have it.
    name: Option<String>,
    caption: String,
}

impl Source {
    fn key(&self, named: bool) -> &str {
        self.name.as_deref().filter(|_| named).unwrap_or(&self.caption)
    }
}

impl Read {
    fn sameness(&self) -> String {
        self.name.clone().unwrap_or_else(|| sameness(&self.words))
    }
}

fn counted(figures: &[Read]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for one in figures {
        *counted.entry(one.sameness()).or_default() += 1;
    }
    counted
}

/// What a figure is by its words, without a share in them: "Bewilligt, 11,77 % des Volumens" is the
/// same figure when it is another share. Numbers of grants and years belong to the name.
fn sameness(name: &str) -> String {
    let mut kept = String::new();
    for sign in name.chars() {
        if sign == '%' {
            let bare = kept.trim_end();
            let is_share = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',');
            let length = bare.trim_end_matches(is_share).len();
            kept.truncate(length);
        }
        kept.push(sign);
    }
    kept
}

/// The amount and the share that a label names at once, each by its own words, and the share:
/// "Bewilligt, 11,77 % des Volumens" is "Bewilligt" and "Bewilligt, in % des Volumens".
fn apart(label: &str) -> Option<(String, (String, Decimal))> {
    let (before, after) = label.split_once('%')?;
    let bare = before.trim_end();
    let is_share = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '−');
    let named = bare.trim_end_matches(is_share);
    let digits = bare[named.len()..].replace('−', "-");
    if digits.is_empty() {
        return None;
    }
    // The last mark is that of the decimals, whatever the language; others group thousands.
    let (whole, decimals) = digits.rsplit_once(['.', ',']).unwrap_or((digits.as_str(), "0"));
    let share = format!("{}.{decimals}", whole.replace(['.', ','], "")).parse().ok()?;
    let amount = named.trim_end().strip_suffix(',')?.to_owned();
    let rate = format!("{amount}, in %{after}");
    Some((amount, (rate, share)))
}

/// Key figures, and the figures of the tables by table, row and column.
fn read(data: &Value) -> Vec<Read> {
    let lang = Lang::ALL.into_iter().find(|lang| data["language"] == lang.code());
    let text = Text::new(lang.unwrap_or(Lang::De));
    let mut found = Vec::new();
    for figure in list(&data["figures"]) {
        if let (Some(label), Some(value)) = (figure["label"].as_str(), cell(&figure["value"])) {
            let parts = [figure["section"].as_str(), Some(label)];
            let words = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let name = figure["name"].as_str().map(str::to_owned);
            let Some((amount, (rate, share))) = apart(&words) else {
                found.push(Read { name, words, main: true, value, table: None });
                continue;
            };
            // The share is another one now than the one that the label was printed with.
            let of_rate = name.as_ref().map(|name| format!("{name} %"));
            found.push(Read { name, words: amount, main: true, value, table: None });
            let value = Cell::Percent(share);
            found.push(Read { name: of_rate, words: rate, main: true, value, table: None });
        }
    }
    for table in list(&data["tables"]) {
        let caption = table["caption"].as_str().unwrap_or_default();
        let source =
            Source { name: table["name"].as_str().map(str::to_owned), caption: caption.to_owned() };
        for row in list(&table["rows"]) {
            let main = row["kind"] == "sum";
            let cells = list(&row["cells"]);
            let own = cells.first().map(named).unwrap_or_default();
            // A row has the name of its first cell, which is there whatever its words.
            let row_name = if main { row["name"].as_str() } else { Some(own.as_str()) };
            let said = cells.first().and_then(|cell| written(cell, &text));
            let said = said.unwrap_or_else(|| own.clone());
            for (at, (value, head)) in cells.iter().zip(list(&table["columns"])).enumerate() {
                let Some(value) = cell(value).filter(|_| main || at > 0) else { continue };
                let parts = [caption, &said, head.as_str().unwrap_or_default()];
                let names = [table["name"].as_str(), row_name, table["column_names"][at].as_str()];
                let name = names.into_iter().collect::<Option<Vec<&str>>>();
                let name = name.map(|parts| parts.join(" "));
                let table = Some(source.clone());
                found.push(Read { name, words: parts.join(" · "), main, value, table });
            }
        }
    }
    found
}

/// What the first cell of a row says, to tell the row by.
fn named(cell: &Value) -> String {
    let told = ["text", "day"].into_iter().find_map(|key| cell[key].as_str());
    let counted = || ["year", "number"].into_iter().find_map(|key| cell[key].as_i64());
    told.map(str::to_owned).or_else(|| counted().map(|count| count.to_string())).unwrap_or_default()
}

/// A day in the first cell of a row as the paper has it.
fn written(cell: &Value, text: &Text) -> Option<String> {
    let day: Day = cell["day"].as_str()?.parse().ok()?;
    Some(text.day(day))
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
        let exact = thousand.checked_mul(100_000).map(Money::from_cents)?;
        return Some(Cell::Thousands(thousand, exact));
    }
    if let Some(percent) = value["percent"].as_str() {
        return percent.parse().ok().map(Cell::Percent);
    }
    value["number"].as_i64().map(Cell::Number)
}

/// An amount as the data of a paper write it: "-1234.56".
fn euros(written: &str) -> Option<Money> {
    let (sign, digits) = written.strip_prefix('-').map_or((1, written), |rest| (-1, rest));
    let (whole, cents) = digits.split_once('.')?;
    let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if cents.len() != 2 || whole.is_empty() || !plain(whole) || !plain(cents) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let cents: i64 = cents.parse().ok()?;
    whole.checked_mul(100)?.checked_add(cents).map(|all| Money::from_cents(sign * all))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;
    use serde_json::{Value, json};

    use super::{Read, apart, beside, euros, lone_tables, read, sameness};
    use crate::domain::Money;
    use crate::report::Cell;

    fn paper(grants: &[(&str, &str)]) -> Value {
        let section = |(grant, granted): &(&str, &str)| {
            let value = json!({ "euro": granted });
            json!({ "section": grant, "label": "Bewilligt", "value": value })
        };
        let table = |(grant, granted): &(&str, &str)| {
            json!({
                "caption": format!("Fälligkeiten zu {grant}"),
                "columns": ["Jahr", "Betrag"],
                "rows": [{ "kind": "sum", "cells": [{ "text": "Summe" }, { "euro": granted }] }],
            })
        };
        json!({
            "figures": grants.iter().map(section).collect::<Vec<_>>(),
            "tables": grants.iter().map(table).collect::<Vec<_>>(),
        })
    }

    #[test]
    fn a_grant_that_came_later_stands_beside_nothing_and_moves_no_other_figure() {
        let then = paper(&[("EG-2019-002", "1680000.00"), ("EG-2022-001", "240000.00")]);
        let now = paper(&[
            ("EG-2018-009", "90000.00"),
            ("EG-2019-002", "1680000.00"),
            ("EG-2022-001", "250000.00"),
        ]);
        let euro = |euro: i64| Cell::Money(Money::from_cents(euro * 100), None);
        let found: Vec<_> = beside(read(&then), read(&now))
            .into_iter()
            .map(|figure| (figure.name, figure.then, figure.now))
            .collect();
        let due = |grant: &str| format!("Fälligkeiten zu {grant} · Summe · Betrag");
        let expected = [
            ("EG-2019-002 · Bewilligt".to_owned(), euro(1_680_000), euro(1_680_000)),
            ("EG-2022-001 · Bewilligt".to_owned(), euro(240_000), euro(250_000)),
            (due("EG-2019-002"), euro(1_680_000), euro(1_680_000)),
            (due("EG-2022-001"), euro(240_000), euro(250_000)),
            ("EG-2018-009 · Bewilligt".to_owned(), Cell::Nil, euro(90_000)),
            (due("EG-2018-009"), Cell::Nil, euro(90_000)),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_table_that_is_called_otherwise_by_now_is_the_same_table() {
        let paper = |caption: &str, names: bool| {
            let mut paper = json!({ "tables": [{
                "name": "cases-title:2020", "caption": caption,
                "column_names": ["cases-column-grant", "amount-actual"],
                "columns": ["Zuwendung", "Ausgezahlt"],
                "rows": [{ "kind": "sum", "name": "report-sum",
                    "cells": [{ "text": "Summe" }, { "euro": "1.00" }] }],
            }] });
            if !names {
                let table = paper["tables"][0].as_object_mut().unwrap();
                table.remove("name");
            }
            read(&paper)
        };
        let one = Cell::Money(Money::from_cents(100), None);
        let found = beside(paper("Zuwendungen 2020", true), paper("Alle Zuwendungen", true));
        assert_eq!((found.len(), &found[0].now), (1, &one));
        let found = beside(paper("Zuwendungen 2020", false), paper("Zuwendungen 2020", true));
        assert_eq!((found.len(), &found[0].now), (1, &one), "older papers have words alone");
        let found = beside(paper("Zuwendungen 2020", false), paper("Alle Zuwendungen", true));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn a_table_that_only_one_of_both_papers_has_is_told_as_a_whole() {
        let paper = |captions: &[&str]| {
            let table = |caption: &&str| {
                let row = json!({ "kind": "item", "cells": [{ "text": "a" }, { "number": 3 }] });
                let columns = ["Was", "Anzahl"];
                json!({ "caption": caption, "columns": columns, "rows": [row, row] })
            };
            read(&json!({ "tables": captions.iter().map(table).collect::<Vec<_>>() }))
        };
        let (mut then, mut now) = (paper(&["Alt", "Beide"]), paper(&["Beide", "Neu"]));
        let lone = lone_tables(&mut then, &mut now);
        let told: Vec<_> =
            lone.iter().map(|it| (it.caption.as_str(), it.figures, it.is_new)).collect();
        assert_eq!(told, [("Alt", 2, false), ("Neu", 2, true)]);
        assert_eq!((then.len(), now.len()), (2, 2));
        assert!(beside(then, now).iter().all(|figure| figure.then == figure.now));
    }

    #[test]
    fn figures_of_one_name_that_became_more_are_compared_with_none() {
        let of = |numbers: &[i64]| -> Vec<Read> {
            let read = |number: &i64| Read {
                name: None,
                words: "Summe".to_owned(),
                main: true,
                value: Cell::Number(*number),
                table: None,
            };
            numbers.iter().map(read).collect()
        };
        let pairs = |then: &[i64], now: &[i64]| -> Vec<(Cell, Cell)> {
            let found = beside(of(then), of(now)).into_iter();
            found.map(|figure| (figure.then, figure.now)).collect()
        };
        let number = Cell::Number;
        assert_eq!(pairs(&[1, 2], &[1, 3]), [(number(1), number(1)), (number(2), number(3))]);
        let apart = [(number(1), Cell::Nil), (Cell::Nil, number(9)), (Cell::Nil, number(1))];
        assert_eq!(pairs(&[1], &[9, 1]), apart);
    }

    #[test]
    fn a_share_in_a_name_does_not_make_another_figure_but_a_year_and_a_grant_do() {
        let (then, now) = ("Bewilligt, 11,77 % des Volumens", "Bewilligt, 9,00 % des Volumens");
        assert_eq!(sameness(then), sameness(now));
        assert_eq!(sameness("Granted, 11.77% of it"), sameness("Granted, 9.00% of it"));
        assert_ne!(sameness("Im Kalenderjahr 2019"), sameness("Im Kalenderjahr 2020"));
        let due = ["Fälligkeiten zu EG-2019-002", "Fälligkeiten zu EG-2022-001"].map(sameness);
        assert_ne!(due[0], due[1]);
    }

    #[test]
    fn a_share_in_a_label_is_a_figure_of_its_own() {
        let paper = |share: &str, granted: &str, day: &str| {
            json!({
                "language": "de",
                "figures": [{ "name": "programme-granted", "value": { "euro": granted },
                    "label": format!("Bewilligt, {share}\u{a0}% des Volumens") }],
                "tables": [{ "caption": "Plan", "columns": ["Bis", "Ist"],
                    "rows": [{ "kind": "item", "cells": [{ "day": day }, { "euro": granted }] }] }],
            })
        };
        let then = read(&paper("1.011,77", "9412500.00", "2020-12-31"));
        let found = beside(then, read(&paper("9,00", "9412500.00", "2020-12-31")));
        let names: Vec<&str> = found.iter().map(|figure| figure.name.as_str()).collect();
        let granted = ["Bewilligt", "Bewilligt, in % des Volumens"];
        assert_eq!(names, [granted[0], granted[1], "Plan · 31.12.2020 · Ist"]);
        let percent = |hundredths| Cell::Percent(Decimal::new(hundredths, 2));
        assert_eq!((&found[1].then, &found[1].now), (&percent(101_177), &percent(900)));
        assert_eq!(found[0].then, found[0].now);
        assert!(apart("Anteil in %").is_none() && apart("Bewilligt").is_none());
        let (amount, (_, share)) = apart("Granted, 9.00% of the volume").expect("a share");
        assert_eq!((amount.as_str(), share), ("Granted", Decimal::new(900, 2)));
    }

    #[test]
    fn amounts_of_papers_are_read_to_the_cent_or_not_at_all() {
        let cents = |written| euros(written).map(Money::cents);
        assert_eq!(cents("7200000.00"), Some(720_000_000));
        assert_eq!(cents("-0.01"), Some(-1));
        assert_eq!(
            ["", "-", "1", "1.0", "1,00", "a.00", "1.0-", "99999999999999999999.00"].map(cents),
            [None; 8]
        );
    }
}
