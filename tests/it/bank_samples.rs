//! Files of many banks, when there is a folder with them (`FOERDERBUCH_DATA_SAMPLES`), against
//! what another reader found in them.

use std::path::PathBuf;

use foerderbuch::domain::Money;
use foerderbuch::domain::case::is_iban;
use foerderbuch::exchange::{BankFile, Note, NoteKind, Status};
use serde_json::Value;

use super::bank_files::{bank, cents, table};

/// The folder with files of many banks, when there is one.
fn samples() -> Option<PathBuf> {
    std::env::var_os("FOERDERBUCH_DATA_SAMPLES").map(PathBuf::from)
}

fn expected(folder: &str) -> Option<(PathBuf, Value)> {
    let folder = samples()?.join(folder);
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("expected.json");
    Some((folder, serde_json::from_str(&text).expect("JSON")))
}

/// The exact amount of a decimal text in cents.
fn exact(value: &Value) -> Option<Money> {
    let text = value.as_str()?;
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let decimals = decimals.trim_end_matches('0');
    let number: i64 = format!("{whole}{decimals:0<2}").parse().ok()?;
    (decimals.len() <= 2).then(|| cents(sign * number))
}

#[test]
fn messages_of_many_banks_have_the_facts_of_another_reader() {
    let Some((folder, facts)) = expected("camt") else { return };
    let mut wrong = Vec::new();
    for file in facts["files"].as_array().unwrap() {
        let name = file["file"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let read = bank(&bytes);
        let Some(statements) = file["statements"].as_array() else {
            if read.is_ok() {
                wrong.push(format!("{name}: read"));
            }
            continue;
        };
        if let Ok(read) = &read {
            noted(name, &file["xsd_valid"], &read.notes, &mut wrong);
        }
        match read {
            // Debits of negative amounts: neither reading is sure, so ours names both entries.
            Ok(read) if name.starts_with("psynetic") => {
                assert_eq!(read.statements[0].unreadable, 2, "{name}");
            }
            Ok(read) => compare(name, statements, &read, &mut wrong),
            Err(refused) => wrong.push(format!("{name}: {refused:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn account_numbers_are_accepted_and_refused_as_they_should_be() {
    let Some(folder) = samples() else { return };
    let cases = csv::Reader::from_path(folder.join("iban/iban_cases.csv")).unwrap().into_records();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for case in cases.map(Result::unwrap) {
        let typed = case[0].split_whitespace().collect::<String>().to_uppercase();
        match &case[1] {
            "valid" if !is_iban(&typed) || typed != case[3] => wrong.push(typed),
            "invalid" if is_iban(&typed) => wrong.push(typed),
            _ => seen += 1,
        }
    }
    assert!(wrong.is_empty() && seen > 80, "{seen}: {wrong:?}");
}

/// What breaks the schema is said, what keeps to it is odd in its sums at most.
fn noted(name: &str, valid: &Value, notes: &[Note], wrong: &mut Vec<String>) {
    let of_rules = |note: &&Note| {
        let kind = &note.kind;
        matches!(
            kind,
            NoteKind::OddElement { .. }
                | NoteKind::ElementMissing { .. }
                | NoteKind::NoStatement
                | NoteKind::NoBalance(_)
        )
    };
    if *valid == false && notes.is_empty() {
        wrong.push(format!("{name}: not a word about what breaks the schema"));
    }
    if *valid == true && notes.iter().any(|note| of_rules(&note)) {
        let odd: Vec<&Note> = notes.iter().filter(of_rules).collect();
        wrong.push(format!("{name}: valid, but {odd:?}"));
    }
}

fn compare(name: &str, facts: &[Value], read: &BankFile, wrong: &mut Vec<String>) {
    if facts.len() != read.statements.len() {
        wrong.push(format!("{name}: {} statements", read.statements.len()));
        return;
    }
    for (fact, own) in facts.iter().zip(&read.statements) {
        let mut same = |what: &str, theirs: String, ours: String| {
            if theirs != ours {
                wrong.push(format!("{name}: {what}: {theirs} and {ours}"));
            }
        };
        let text = |value: &Value| value.as_str().unwrap_or_default().replace(' ', "");
        let entries = own.entries.len() + own.unreadable;
        same("entries", fact["entries"].to_string(), entries.to_string());
        let missing = fact["unreadable_entries"].as_array().map_or(0, Vec::len);
        same("unreadable", missing.to_string(), own.unreadable.to_string());
        same("iban", text(&fact["iban"]), own.iban.clone());
        same("other", text(&fact["account_other"]), own.other_account.clone());
        let booked = own.entries.iter().filter(|entry| entry.status == Status::Booked);
        let sum: Money = booked.map(|entry| entry.amount).sum();
        if own.net().is_some() {
            let theirs = exact(&fact["booked_net"]);
            same("net", format!("{theirs:?}"), format!("{:?}", Some(sum)));
        }
        for (side, own) in [("opening", &own.opening), ("closing", &own.closing)] {
            let theirs = exact(&fact[side]["signed"]);
            let ours = own.as_ref().and_then(|balance| balance.amount);
            same(side, format!("{theirs:?}"), format!("{ours:?}"));
        }
        let adds_up = own.adds_up().map_or(Value::Null, Value::Bool);
        if missing > 0 {
            // What the other reader still takes from such an entry is not ours to guess.
            continue;
        }
        same("balance", fact["balance_check"].to_string(), adds_up.to_string());
        let mut days: Vec<String> =
            own.entries.iter().filter_map(|entry| Some(entry.booked_on?.to_string())).collect();
        days.sort();
        let ends = |day: Option<&String>| day.cloned().unwrap_or_default();
        let day = |value: &Value| text(value).chars().take(10).collect::<String>();
        same("first", day(&fact["first_booking"]), ends(days.first()));
        same("last", day(&fact["last_booking"]), ends(days.last()));
    }
}

#[test]
fn swift_files_of_many_banks_have_the_facts_of_another_reader() {
    let Some((folder, facts)) = expected("mt940") else { return };
    let mut wrong = Vec::new();
    for fact in facts.as_array().unwrap() {
        let name = fact["file"].as_str().unwrap();
        let read = bank(&std::fs::read(folder.join(name)).unwrap());
        let scan = &fact["scan"];
        let (entries, net) = (scan["entries"].as_u64().unwrap(), exact(&scan["net"]).unwrap());
        let Ok(read) = read else {
            if entries > 0 {
                wrong.push(format!("{name}: {read:?}"));
            }
            continue;
        };
        let sum: Money = read.statements.iter().flat_map(|s| &s.entries).map(|e| e.amount).sum();
        let ours = (u64::try_from(read.entries()).unwrap(), sum);
        let lib = &fact["lib"];
        let theirs = (lib["entries"].as_u64().unwrap_or_default(), exact(&lib["net"]));
        // Where the two other readers differ, one of them agrees.
        if ours != (entries, net) && (fact["agree"] == true || (ours.0, Some(sum)) != theirs) {
            wrong.push(format!("{name}: {ours:?} for {entries}, {net} and {theirs:?}"));
        }
        let openings = read.statements.iter().filter(|s| s.opening.is_some()).count();
        if scan["statements"] != 0 && scan["statements"] != openings {
            wrong.push(format!("{name}: {openings} openings for {}", scan["statements"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tables_of_many_banks_have_the_facts_of_another_reader() {
    let Some((folder, facts)) = expected("bank_csv") else { return };
    let mut wrong = Vec::new();
    for fact in facts.as_array().unwrap() {
        let name = fact["file"].as_str().unwrap();
        match bank(&std::fs::read(folder.join(name)).unwrap()) {
            Ok(read) => {
                let all = read.statements.iter().flat_map(|s| &s.entries);
                let sum: Money = all.map(|entry| entry.amount).sum();
                let ours = (u64::try_from(read.entries()).unwrap(), Some(sum));
                let theirs =
                    (fact["rows_with_amount"].as_u64().unwrap_or_default(), exact(&fact["sum"]));
                if ours != theirs {
                    wrong.push(format!("{name}: {ours:?} for {theirs:?}: {:?}", read.notes));
                }
            }
            Err(refused) => wrong.push(format!("{name}: {refused:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const MOST: Money = cents(10_000_000_000_000);

#[test]
fn nasty_tables_are_read_or_refused_as_another_reader_says() {
    let Some((folder, facts)) = expected("nasty") else { return };
    let mut wrong = Vec::new();
    for (name, fact) in facts.as_object().unwrap() {
        let read = table(&std::fs::read(folder.join(name)).unwrap(), name);
        match (fact.get("error"), &read) {
            (Some(_), Ok(_)) => wrong.push(format!("{name}: read")),
            (None, Err(refused)) => wrong.push(format!("{name}: {refused:?}")),
            (None, Ok(read)) => {
                let rows = read.rows.len();
                let least = fact["rows"].as_u64().or(fact["data_rows"].as_u64());
                let least = usize::try_from(least.unwrap_or_default()).unwrap();
                let amounts: Vec<Money> = fact["amounts"]
                    .as_array()
                    // A hundred billion euros and more are no amount of a bank.
                    .map(|all| all.iter().filter_map(exact).filter(|m| m.abs() <= MOST).collect())
                    .unwrap_or_default();
                let cells = read.rows.iter().flat_map(|row| &row.cells);
                let found: Vec<Money> = cells
                    .filter_map(|cell| foerderbuch::exchange::amount::table_cents(cell))
                    .collect();
                let missing: Vec<&Money> =
                    amounts.iter().filter(|amount| !found.contains(amount)).collect();
                if rows < least || !missing.is_empty() {
                    wrong.push(format!("{name}: {rows} rows for {least}, without {missing:?}"));
                }
            }
            (Some(_), Err(_)) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
