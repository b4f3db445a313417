//! The file for another accounting tool, read here by a reader of its own. `.ci/run` gives it to
//! `ledger` and `hledger` themselves (`tests/accounting_check.py`).

use std::collections::BTreeMap;

use foerderbuch::domain::Stage;
use foerderbuch::domain::stage::{Chain, StageClass};
use foerderbuch::text::hash;

use crate::command_line::{Desk, json};

/// A transaction as it stands in the file.
struct Transaction {
    day: String,
    seq: u64,
    words: String,
    tags: BTreeMap<String, String>,
    lines: Vec<(String, i64)>,
}

/// What the reader knows of the format: declarations and comments begin in the first column with
/// a word or `;`, a transaction with its day; what belongs to it stands four blanks further in.
fn transactions(file: &str) -> Vec<Transaction> {
    let mut found: Vec<Transaction> = Vec::new();
    for line in file.lines() {
        if line.starts_with(|first: char| first.is_ascii_digit()) {
            let (day, rest) = line.split_once(" (").unwrap();
            let (seq, words) = rest.split_once(") ").unwrap();
            found.push(Transaction {
                day: day.to_owned(),
                seq: seq.parse().unwrap(),
                words: words.to_owned(),
                tags: BTreeMap::new(),
                lines: Vec::new(),
            });
        } else if let (Some(inner), Some(last)) = (line.strip_prefix("    "), found.last_mut()) {
            if let Some(tag) = inner.strip_prefix("; ") {
                let (name, value) = tag.split_once(": ").unwrap();
                last.tags.insert(name.to_owned(), value.to_owned());
            } else {
                let (account, amount) = inner.split_once("  ").unwrap();
                let amount = amount.strip_suffix(" EUR").unwrap();
                let (_, cents) = amount.split_once('.').unwrap();
                assert_eq!(cents.len(), 2, "{line}");
                last.lines.push((account.to_owned(), amount.replace('.', "").parse().unwrap()));
            }
        }
    }
    found
}

/// Sum of each account.
fn sums(file: &str) -> BTreeMap<String, i64> {
    let mut found = BTreeMap::new();
    for (account, cents) in transactions(file).into_iter().flat_map(|event| event.lines) {
        *found.entry(account).or_default() += cents;
    }
    found
}

fn recorded(part: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&tail[..2]).unwrap(), 16).unwrap());
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// Stage and key of an account, grouped as `balance --by` does.
fn group(account: &str, by: &str) -> (String, String) {
    let parts: Vec<&str> = account.split(':').collect();
    let stage = parts[0].chars().enumerate().fold(String::new(), |word, (at, letter)| {
        let gap = if at > 0 && letter.is_uppercase() { "_" } else { "" };
        format!("{word}{gap}{}", letter.to_ascii_lowercase())
    });
    let before_grant = match Stage::from_name(&stage).unwrap().chain() {
        Chain::Authority | Chain::Revenue => 4,
        Chain::Money | Chain::Memo => 3,
    };
    let key = match by {
        "title" => recorded(parts[1]),
        "year" => parts[2].to_owned(),
        "grant" => parts.get(before_grant).map_or_else(String::new, |part| recorded(part)),
        _ => String::new(),
    };
    (key, stage)
}

/// Compares the file with `balance`, asked with the same arguments, in every grouping.
fn agrees_with_balance(desk: &Desk, ledger: &str, times: &[&str]) -> BTreeMap<String, i64> {
    let file = desk.good(&[&["export", ledger, "--format", "journal"], times].concat());
    for event in transactions(&file) {
        let sum: i64 = event.lines.iter().map(|(_, cents)| cents).sum();
        assert_eq!(sum, 0, "entry {}", event.seq);
        assert!(event.lines.len() >= 2, "entry {}", event.seq);
    }
    let sums = sums(&file);
    for by in ["stage", "year", "title", "grant"] {
        let mut added: BTreeMap<(String, String), i64> = BTreeMap::new();
        for (account, cents) in &sums {
            *added.entry(group(account, by)).or_default() += cents;
        }
        added.retain(|_, cents| *cents != 0);
        let told = json(&desk.good(&[&["balance", ledger, "--json", "--by", by], times].concat()));
        let rows = if by == "stage" { vec![told["total"].clone()] } else { rows(&told) };
        let mut expected = BTreeMap::new();
        for row in rows {
            let key = row["key"].as_str().unwrap();
            for stage in Stage::ALL {
                let cents = row[format!("{}_cents", stage.as_str())].as_i64().unwrap();
                let sign = if stage.class() == StageClass::Source { -1 } else { 1 };
                expected.insert((key.to_owned(), stage.as_str().to_owned()), sign * cents);
            }
        }
        expected.retain(|_, cents| *cents != 0);
        assert!(!expected.is_empty());
        assert_eq!(added, expected, "by {by} {times:?}");
    }
    sums
}

fn rows(told: &serde_json::Value) -> Vec<serde_json::Value> {
    told["rows"].as_array().unwrap().clone()
}

#[test]
fn the_file_adds_up_to_the_balances_in_every_grouping() {
    let desk = Desk::new();
    let sums = agrees_with_balance(&desk, "s.foerderbuch", &[]);
    assert_eq!(
        sums["Available:1616 88371:2020"] + sums["Available:1616 63371:2020"],
        1_513_750_000
    );
    assert!(sums.contains_key("VeFree:1616 88371:2020:2021"), "{sums:?}");
}

#[test]
fn the_file_knows_stichtag_and_datenstand() {
    let desk = Desk::new();
    let now = agrees_with_balance(&desk, "s.foerderbuch", &[]);
    let before = agrees_with_balance(&desk, "s.foerderbuch", &["--known-at", "2020-12-14"]);
    assert_ne!(now, before);
    let early = agrees_with_balance(&desk, "s.foerderbuch", &["--as-of", "2019-12-31"]);
    assert_ne!(now, early);
    agrees_with_balance(&desk, "s.foerderbuch", &["--as-of", "2020-06-30", "--known-at", "120"]);
    let file = desk.good(&[
        "export",
        "s.foerderbuch",
        "--format",
        "journal",
        "--as-of",
        "2020-06-30",
        "--known-at",
        "120",
    ]);
    let events = transactions(&file);
    assert!(events.iter().all(|event| event.seq <= 120 && *event.day <= *"2020-06-30"));
    assert!(file.contains("; Stichtag 30.06.2020, Datenstand Nr. 120 ("), "{file}");
}

#[test]
fn a_transaction_is_the_entry_with_number_day_voucher_and_uid() {
    let desk = Desk::new();
    let entries = json(&desk.good(&["journal", "s.foerderbuch", "--json"]));
    let file = desk.good(&["export", "s.foerderbuch", "--format", "journal"]);
    let events = transactions(&file);
    assert!(events.windows(2).all(|pair| pair[0].seq < pair[1].seq));
    for event in &events {
        let entry = &entries[usize::try_from(event.seq).unwrap() - 1];
        assert_eq!(entry["effective_on"], event.day);
        assert_eq!(entry["kind"], event.words.split(' ').next().unwrap());
        assert_eq!(entry["uid"], event.tags["uid"]);
        for tag in ["voucher", "recipient"] {
            assert_eq!(entry[tag], *event.tags.get(tag).map_or("", String::as_str));
        }
        assert_eq!(entry["ref"].as_u64(), event.tags.get("ref").map(|seq| seq.parse().unwrap()));
    }
    let paid = events.iter().find(|event| event.words.starts_with("payment_confirmed")).unwrap();
    assert!(paid.lines[1].0.ends_with(paid.words.split(' ').nth(1).unwrap()));
}

#[test]
fn the_file_declares_what_it_uses_and_says_what_it_is() {
    let desk = Desk::new();
    let file = desk.good(&["export", "s.foerderbuch", "--format", "journal"]);
    let head = json(&desk.good(&["balance", "s.foerderbuch", "--json"]));
    let hash = hash::parse(head["head"].as_str().unwrap()).unwrap();
    let anchor = format!("; Prüfkennung 276: {}\n", hash::printed(276, &hash));
    for words in [
        "; Kommunale Digitalisierung 2019–2022\n; Beispieldaten – keine amtlichen Zahlen\n",
        "; Stichtag 31.12.2020, Datenstand Nr. 276 (15.12.2020, 09:00 Uhr)\n",
        anchor.as_str(),
        "\ncommodity EUR\n    format 1000.00 EUR\n",
        "\ntag voucher\n",
    ] {
        assert!(file.contains(words), "{words}: {file}");
    }
    let declared: Vec<&str> =
        file.lines().filter_map(|line| line.strip_prefix("account ")).collect();
    let mut used: Vec<String> = sums(&file).into_keys().collect();
    used.sort_by_key(|name| declared.iter().position(|known| known == name).unwrap());
    assert_eq!(declared, used);
    assert!(!file.contains('\r') && file.ends_with(" EUR\n"));
}

#[test]
fn the_same_bytes_come_each_time_to_the_terminal_and_to_a_file() {
    let desk = Desk::new();
    let file = desk.good(&["export", "s.foerderbuch", "--format", "journal"]);
    let told = desk.good(&["export", "s.foerderbuch", "--format", "journal", "--out", "s.journal"]);
    assert_eq!(told, "Geschrieben: s.journal\n");
    assert_eq!(std::fs::read(desk.path("s.journal")).unwrap(), file.as_bytes());
    let (code, line) =
        desk.bad(&["export", "s.foerderbuch", "--format", "journal", "--out", "no/x"]);
    assert_eq!(code, 3, "{line}");
}

#[test]
fn keys_with_signs_of_the_tools_stay_apart() {
    let desk = Desk::new();
    let examples = std::fs::read_to_string("docs/book-examples.txt").unwrap();
    let lines: Vec<String> = examples
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| {
            line.replace(r#""EG-2024-001""#, "\"[AZ]: 1  (a); 50 %\u{a0}x\"")
                .replace("1616 88371", "(16;16)  883:71")
                .replace("Änderungsbescheid 1", "Nr. 1; [2019/99/99] date:x, :a:b: y:: (1+")
        })
        .collect();
    std::fs::write(desk.path("b.jsonl"), lines.join("\n")).unwrap();
    desk.good(&["book", "n.foerderbuch", "--as", "1", "b.jsonl"]);
    let sums = agrees_with_balance(&desk, "n.foerderbuch", &["--as-of", "2025-06-30"]);
    let name = "%2816%3B16%29 %20883%3A71:2025:%5BAZ%5D%3A 1 %20%28a%29%3B 50 %25%C2%A0x";
    assert!(sums.contains_key(&format!("Committed:{name}")), "{sums:?}");
}

#[test]
fn a_ledger_with_a_finding_is_not_exported() {
    let desk = Desk::new();
    let tool = rusqlite::Connection::open(desk.path("s.foerderbuch")).unwrap();
    tool.execute_batch(
        "DROP TRIGGER event_is_never_changed; \
         UPDATE event SET voucher = voucher || '.' WHERE seq = 70",
    )
    .unwrap();
    drop(tool);
    let (code, lines) =
        desk.bad(&["export", "s.foerderbuch", "--format", "journal", "--out", "x.journal"]);
    assert_eq!(code, 1, "{lines}");
    assert!(lines.contains("70"), "{lines}");
    assert!(!desk.path("x.journal").exists());
}

#[test]
fn another_format_than_journal_is_wrong_use() {
    let desk = Desk::new();
    for (arguments, words) in [
        (&["export", "s.foerderbuch"][..], "--format"),
        (&["export", "s.foerderbuch", "--format", "xlsx"], "xlsx"),
    ] {
        let (code, line) = desk.bad(arguments);
        assert_eq!(code, 2, "{line}");
        assert!(line.contains(words), "{line}");
    }
}
