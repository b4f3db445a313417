//! Statements of one account that overlap: an entry of both counts once, and nothing is missing.

use std::fmt::Write as _;

use foerderbuch::exchange::{BankFile, NoteKind};

use super::bank_files::{balance, bank, camt, credit, statement, zip};

/// A statement from one balance to another, in thousands of euros, with these entries.
fn period(id: &str, ends: [(u32, &str); 2], entries: &str) -> String {
    let [opening, closing] = [("OPBD", ends[0]), ("CLBD", ends[1])]
        .map(|(code, (amount, day))| balance(code, &format!("{amount}000.00"), "CRDT", day));
    statement(id, &[&*opening, &closing, entries].concat())
}

/// A credit of so many thousands, with the bank's own reference where it has one.
fn paid(thousands: u32, day: &str, reference: &str) -> String {
    let entry = credit(&format!("{thousands}000.00"), day, "5.0793.1 Rate 1");
    match reference {
        "" => entry,
        _ => entry.replace("</ValDt>", &format!("</ValDt><AcctSvcrRef>{reference}</AcctSvcrRef>")),
    }
}

fn together(files: &[&str]) -> BankFile {
    BankFile::together(files.iter().map(|file| bank(file.as_bytes()).unwrap()).collect()).unwrap()
}

fn thousands(file: &BankFile) -> Vec<i64> {
    file.credits().iter().map(|credit| credit.amount.cents() / 100_000).collect()
}

fn kinds(file: &BankFile) -> Vec<NoteKind> {
    file.notes.iter().map(|note| note.kind.clone()).collect()
}

#[test]
fn an_entry_of_two_statements_that_overlap_counts_once_and_is_no_gap() {
    for reference in ["R1", ""] {
        let both = paid(800, "2020-11-16", reference);
        let first = period(
            "1",
            [(100, "2020-10-01"), (950, "2020-11-30")],
            &[paid(50, "2020-10-05", ""), both.clone()].concat(),
        );
        let second = period(
            "2",
            [(150, "2020-11-01"), (957, "2020-12-31")],
            &[both, paid(7, "2020-12-03", "")].concat(),
        );
        let (one, other) = (camt("08", &first), camt("08", &second));
        for files in [[&*one, &other], [&*other, &one]] {
            let read = together(&files);
            let mut found = thousands(&read);
            found.sort_unstable();
            assert_eq!(found, [7, 50, 800], "{reference}");
            assert_eq!(kinds(&read), [NoteKind::ToldAgain(1)], "{reference}");
            assert_eq!(read.entries(), 3);
            assert!(read.statements.iter().all(|one| one.adds_up() == Some(true)));
        }
        // The same in one file and in an archive, however often it is put together.
        assert_eq!(
            thousands(&bank(camt("08", &[&*first, &second].concat()).as_bytes()).unwrap()),
            [50, 800, 7]
        );
        let archive =
            bank(&zip(&[("a.xml", one.as_bytes()), ("b.xml", other.as_bytes())])).unwrap();
        assert_eq!(archive.notes[0].about, "b.xml");
        let again = BankFile::together(vec![archive, bank(one.as_bytes()).unwrap()]).unwrap();
        assert_eq!(thousands(&again), [50, 800, 7]);
        assert_eq!(kinds(&again), [NoteKind::Repeated, NoteKind::ToldAgain(1)]);
    }
}

#[test]
fn the_place_of_an_entry_is_the_one_in_its_own_statement() {
    let both = paid(800, "2020-11-16", "R1");
    let first = period("1", [(100, "2020-10-01"), (900, "2020-11-30")], &both);
    let second = period(
        "2",
        [(100, "2020-11-01"), (907, "2020-12-31")],
        &[both, paid(7, "2020-12-03", "")].concat(),
    );
    let read = together(&[&camt("08", &first), &camt("08", &second)]);
    let places: Vec<(String, u64)> =
        read.credits().into_iter().map(|it| (it.place.statement, it.place.entry)).collect();
    assert_eq!(places, [("1".into(), 1), ("2".into(), 2)]);
}

#[test]
fn statements_that_follow_each_other_tell_two_payments_where_there_are_two() {
    let (first, second) = (paid(800, "2020-11-16", ""), paid(800, "2020-11-16", ""));
    let morning = period("1", [(100, "2020-11-16"), (900, "2020-11-16")], &first);
    let evening = period("2", [(900, "2020-11-16"), (1_700, "2020-11-16")], &second);
    let read = together(&[&camt("08", &morning), &camt("08", &evening)]);
    assert_eq!((thousands(&read), kinds(&read)), (vec![800, 800], vec![]));
    // A statement of the whole day has both of them once more.
    let whole =
        period("3", [(100, "2020-11-16"), (1_700, "2020-11-16")], &[first, second].concat());
    let read = together(&[&camt("08", &morning), &camt("08", &evening), &camt("08", &whole)]);
    assert_eq!((thousands(&read), kinds(&read)), (vec![800, 800], vec![NoteKind::ToldAgain(2)]));
    // The next day follows; what is missing before the day after is still said.
    let next =
        period("4", [(1_700, "2020-11-17"), (1_701, "2020-11-17")], &paid(1, "2020-11-17", ""));
    let later =
        period("6", [(1_705, "2020-11-19"), (1_706, "2020-11-19")], &paid(1, "2020-11-19", ""));
    let files = [&morning, &evening, &whole, &next, &later].map(|one| camt("08", one));
    let read = together(&files.each_ref().map(String::as_str));
    assert_eq!(thousands(&read), [800, 800, 1, 1]);
    let gap = kinds(&read).into_iter().find(|kind| matches!(kind, NoteKind::Gap { .. }));
    assert!(gap.is_some(), "{:?}", read.notes);
    assert_eq!(read.notes.len(), 2, "{:?}", read.notes);
}

const HEAD: &str = "Auftragskonto;Buchungstag;Verwendungszweck;Betrag;Waehrung;Info\n";

fn table(lines: &[(&str, &str, &str)]) -> String {
    let mut text = HEAD.to_owned();
    for (day, amount, info) in lines {
        writeln!(text, "DE02120300000000202051;{day};5.0793.1 Rate 1;{amount};EUR;{info}").unwrap();
    }
    text
}

#[test]
fn exports_of_a_bank_that_overlap_count_each_line_once_and_a_booked_one_before_a_pending_one() {
    let booked = "Umsatz gebucht";
    let quarter = table(&[
        ("16.11.2020", "800000,00", booked),
        ("16.11.2020", "800000,00", booked),
        ("30.11.2020", "5000,00", "Umsatz vorgemerkt"),
    ]);
    let year = table(&[
        ("16.11.2020", "800000,00", booked),
        ("30.11.2020", "5000,00", booked),
        ("03.12.2020", "7000,00", booked),
    ]);
    for files in [[&*quarter, &year], [&*year, &quarter]] {
        let read = together(&files);
        let mut found = thousands(&read);
        found.sort_unstable();
        assert_eq!(found, [5, 7, 800, 800], "the greater number of the two files");
        assert_eq!((read.entries(), read.left_out()), (4, (0, 0)));
        let told = |kind: &NoteKind| matches!(kind, NoteKind::ToldAgain(_));
        assert!(kinds(&read).iter().all(told), "{:?}", read.notes);
    }
}

#[test]
fn a_statement_in_pieces_without_balances_of_their_own_tells_each_of_them() {
    let piece = |page: u8, balance: &str| {
        format!(
            ":20:STARTUMS\r\n:25:DE02120300000000202051\r\n:28C:3/{page}\r\n{balance}\
             :61:2011161116CR800000,00N166NONREF\r\n:86:166?20SVWZ+5.0793.1 Rate 1\r\n"
        )
    };
    let begun = piece(1, ":60F:C201115EUR100000,00\r\n") + "-\r\n";
    let file = begun.clone() + &piece(2, "") + ":62F:C201116EUR1700000,00\r\n-\r\n";
    let read = bank(file.as_bytes()).unwrap();
    assert_eq!(thousands(&read), [800, 800], "{:?}", read.notes);
    // Another file of the same name has the first of them once more.
    let other = begun.replace("STARTUMS", "ANDERS");
    let both = together(&[&file, &other]);
    assert_eq!(thousands(&both), [800, 800], "{:?}", both.notes);
}
