//! The account of a recipient read from its extract: the figures of the ledger, to the cent.

use std::fs;
use std::path::Path;

use foerderbuch::domain::{Money, RecipientKey};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::paper::{self, Wish};
use foerderbuch::store::view::{GroupBy, Times};
use foerderbuch::store::{Access, Ledger, StoreError, extract, query};
use foerderbuch::text::Lang;
use rusqlite::Connection;

use super::command_line::json;
use super::comparison::camt;
use super::program::{good, run};
use super::table::day;

/// The extract for a recipient, opened.
fn opened(ledger: &Ledger, key: &RecipientKey, folder: &Path) -> Ledger {
    let path = folder.join(format!("{key}.foerderbuch"));
    extract::write(ledger, key.as_str(), &path).unwrap();
    let opened = Ledger::open_or_extract(&path, Access::Read).unwrap();
    assert_eq!(opened.findings(), [], "{key}");
    assert!(!opened.is_writable());
    opened
}

#[test]
fn for_everybody_an_extract_gives_each_line_and_sum_of_the_ledger() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let (folder, known) = (tempfile::tempdir().unwrap(), ledger.head().seq);
    let last = Times { as_of: day("2022-12-31"), known };
    let (mut statements, mut others) = (0, 0);
    for row in query::recipients(&ledger, last).unwrap() {
        let own = opened(&ledger, &row.key, folder.path());
        assert_eq!(own.head(), ledger.head());
        for as_of in ["2022-12-31", "2021-12-31", "2020-12-31", "2020-10-31", "2019-12-31"] {
            let times = Times { as_of: day(as_of), known };
            let wanted = Wish::statement(row.key.clone()).at(times, Lang::De);
            let mut from_extract = paper::make(&own, &wanted).unwrap();
            if let Some(paper) = &mut from_extract {
                assert!(paper.basis.asked.extract, "it says where it is from");
                paper.basis.asked.extract = false;
                statements += 1;
            }
            assert_eq!(from_extract, paper::make(&ledger, &wanted).unwrap(), "{} {as_of}", row.key);
            let balance = |of: &Ledger, by| query::balance(of, times, by).unwrap();
            let mut whole = balance(&ledger, GroupBy::Recipient);
            whole.rows.retain(|one| one.key == row.key.as_str());
            let found = balance(&own, GroupBy::Recipient);
            assert_eq!(found.rows, whole.rows, "{} {as_of}", row.key);
            // Nothing of the programme's own accounts is in any sum.
            let one = whole.rows.first().cloned().unwrap_or_default();
            let sums = (found.total.sums, found.total.granted);
            assert_eq!(sums, (one.sums, one.granted), "{} {as_of}", row.key);
            let page = |of: &Ledger| query::recipient_page(of, times, &row.key).unwrap();
            let (own_page, page) = (page(&own), page(&ledger));
            assert_eq!(own_page.deadlines, page.deadlines, "{} {as_of}", row.key);
            assert_eq!(own_page.cases, page.cases, "{} {as_of}", row.key);
            assert_eq!(own_page.milestones, page.milestones, "{} {as_of}", row.key);
            others += page.deadlines.len();
        }
    }
    assert!(statements > 60 && others > 40, "{statements} {others}");
}

#[test]
fn nothing_is_booked_copied_or_told_of_others_from_an_extract() {
    let ledger = sample::in_memory().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let key = RecipientKey::new("16066");
    let mut own = opened(&ledger, &key, folder.path());
    let copy = folder.path().join("copy.foerderbuch");
    let refused = |done: Result<(), StoreError>| {
        assert_eq!(done.unwrap_err().key(), "store-extract");
    };
    refused(own.write(|_| Ok(())));
    refused(own.rehearse(|_| Ok(())));
    refused(own.save_copy(&copy, &mut |_| true).map(drop));
    refused(own.save_backup(folder.path(), |_| "b".to_owned(), &mut |_| true).map(drop));
    refused(own.verify_deep().map(drop));
    refused(extract::write(&own, "16066", &copy).map(drop));
    assert!(!copy.exists());
    let times = Times { as_of: day("2020-12-31"), known: own.head().seq };
    let programme = Wish::default().at(times, Lang::De);
    assert_eq!(paper::make(&own, &programme), Ok(None));
    let other = Wish::statement(RecipientKey::new("16076")).at(times, Lang::De);
    assert_eq!(paper::make(&own, &other), Ok(None));
}

/// A folder with the sample and the extract for a recipient.
fn desk(key: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "l.foerderbuch"]);
    good(here, &["extract", "l.foerderbuch", "--recipient", key, "--out", "x.foerderbuch"]);
    folder
}

#[test]
fn the_command_line_reads_the_account_from_an_extract_and_says_so() {
    let folder = desk("16066");
    let here = folder.path();
    let statement = |file: &str, out: &str| {
        good(here, &["statement", file, "--recipient", "16066", "--out", out]);
        fs::read_to_string(here.join(out)).unwrap()
    };
    let (whole, own) = (statement("l.foerderbuch", "l.csv"), statement("x.foerderbuch", "x.csv"));
    let says: Vec<&str> = own.lines().filter(|line| !whole.contains(line)).collect();
    assert_eq!(says.len(), 1, "{says:?}");
    assert!(says[0].contains("Aus einem Auszug"), "{says:?}");
    assert!(whole.lines().all(|line| own.contains(line)));
    // The ministry recognises the paper that the treasurer printed.
    good(here, &["statement", "x.foerderbuch", "--out", "x.pdf"]);
    let told = good(here, &["check-paper", "x.pdf", "--against", "l.foerderbuch"]);
    assert!(told.contains("Echt"), "{told}");

    let told = good(here, &["balance", "x.foerderbuch", "--by", "recipient"]);
    assert!(told.contains("Auszug für 16066") && told.contains("2.200.000,00"), "{told}");
    assert!(!told.contains("verfügbar") && !told.contains("Ansatz"), "{told}");
    let of = |file: &str| json(&good(here, &["balance", file, "--by", "recipient", "--json"]));
    let (whole, own) = (of("l.foerderbuch"), of("x.foerderbuch"));
    assert_eq!(own["head"], whole["head"]);
    assert_eq!(own["extract_for"], "16066");
    let rows = whole["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["key"] == "16066").unwrap();
    for (name, value) in own["total"].as_object().unwrap() {
        let told = matches!(name.as_str(), "key" | "name") || row[name] == *value;
        assert!(told, "{name}: {value} instead of {}", row[name]);
    }
    assert!(own["total"].get("available_cents").is_none());

    let refused = |arguments: &[&str], code: i32, words: &str| {
        let done = run(here, arguments);
        let line = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(code), "{arguments:?}: {line}");
        assert!(line.contains(words) && done.stdout.is_empty(), "{arguments:?}: {line}");
    };
    refused(&["balance", "x.foerderbuch", "--known-at", "9"], 2, "Datenstand, Buchung Nr. 276");
    good(here, &["balance", "x.foerderbuch", "--known-at", "276", "--as-of", "2019-12-31"]);
    let other = ["statement", "x.foerderbuch", "--recipient", "16076", "--out", "o.pdf"];
    refused(&other, 1, "Erfasst sind: 16066.");
    let issue = ["statement", "x.foerderbuch", "--recipient", "16066", "--out", "o.pdf"];
    refused(&[&issue[..], &["--issue", "--as", "1"]].concat(), 3, "ist ein Auszug");
    assert!(!here.join("o.pdf").exists());
}

#[test]
fn a_bank_file_made_from_the_extract_agrees_and_one_cent_names_its_line() {
    let folder = desk("16999002");
    let here = folder.path();
    let own = Ledger::open_or_extract(&here.join("x.foerderbuch"), Access::Read).unwrap();
    let times = Times { as_of: day("2020-12-31"), known: own.head().seq };
    let data = query::statement_data(&own, times, &RecipientKey::new("16999002"));
    let movements = data.unwrap().unwrap().detail.movements();
    assert!(movements.len() > 3, "a return and its repeat are among them");
    let compare = |name: &str| {
        let arguments = ["compare", "x.foerderbuch", "--recipient", "16999002", "--bank", name];
        run(here, &[&arguments[..], &["--json"]].concat())
    };
    fs::write(here.join("good.xml"), camt(&movements)).unwrap();
    let done = compare("good.xml");
    assert!(done.status.success(), "{done:?}");
    assert_eq!(json(&String::from_utf8(done.stdout).unwrap())["agrees"], true);
    for (at, movement) in movements.iter().enumerate() {
        let mut changed = movements.clone();
        changed[at].amount -= Money::from_cents(1);
        fs::write(here.join("cent.xml"), camt(&changed)).unwrap();
        let done = compare("cent.xml");
        assert_eq!(done.status.code(), Some(1), "{done:?}");
        let found = json(&String::from_utf8(done.stdout).unwrap());
        let lines = found["lines"].as_array().unwrap();
        let open: Vec<_> = lines.iter().filter(|line| line["difference_cents"] != 0).collect();
        assert_eq!(open.len(), 1, "{found}");
        assert_eq!(open[0]["difference_cents"], -1);
        assert_eq!(open[0]["entry"], movement.seq, "the entry of the ledger");
        assert_eq!(open[0]["line"], 3 + at, "the line of the bank's file");
    }
    // On paper, with the same comparison and the words where it is from.
    let arguments = ["compare", "x.foerderbuch", "--recipient", "16999002", "--bank", "good.xml"];
    let told = good(here, &arguments);
    assert!(told.contains("Aus einem Auszug"), "{told}");
    good(here, &[&arguments[..], &["--out", "c.pdf"]].concat());
    assert!(fs::read(here.join("c.pdf")).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_changed_extract_gives_its_finding_and_no_figure() {
    let folder = desk("16066");
    let here = folder.path();
    let file = Connection::open(here.join("x.foerderbuch")).unwrap();
    let paid = "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '900000', '900001') \
                AS BLOB) WHERE kind = 'payment_confirmed' AND body LIKE '%900000%'";
    assert_eq!(file.execute(paid, []).unwrap(), 1);
    drop(file);
    for arguments in [
        vec!["balance", "x.foerderbuch"],
        vec!["statement", "x.foerderbuch", "--recipient", "16066", "--out", "x.pdf"],
    ] {
        let done = run(here, &arguments);
        let told = String::from_utf8(done.stderr).unwrap();
        assert_eq!((done.status.code(), done.stdout.as_slice()), (Some(1), &b""[..]), "{told}");
        assert!(told.contains("Nr. "), "{told}");
    }
    assert!(!here.join("x.pdf").exists());
}

#[test]
fn whoever_waits_for_an_extract_sees_how_far_it_is_and_can_stop_it() {
    let ledger = sample::in_memory_through(Through::Year2022).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.foerderbuch");
    extract::write(&ledger, "16066", &path).unwrap();
    let before = fs::read(&path).unwrap();
    let mut said = Vec::new();
    let stopped = extract::open_while(&path, &mut |percent| {
        said.push(percent);
        false
    });
    assert!(matches!(stopped, Err(StoreError::Cancelled)), "{:?}", stopped.err());
    assert!(matches!(said.as_slice(), [1..100]), "{said:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
    let opened = extract::open_while(&path, &mut |_| true).unwrap();
    assert_eq!((opened.findings(), opened.head()), (&[][..], ledger.head()));
}
