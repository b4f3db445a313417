//! What files of others may cost, and what of them is told, asked back or refused, not guessed.

use std::io::Write as _;

use foerderbuch::domain::FiscalYear;
use foerderbuch::domain::cash::CashLine;
use foerderbuch::exchange::cash_list::{Profile, read_cash_list};
use foerderbuch::exchange::problem::{Note, add};
use foerderbuch::exchange::{
    BankFile, Entry, Format, Malformed, Message, NoteKind, Reason, Statement, read_bank_file,
};
use foerderbuch::ops::{self, sample};
use foerderbuch::text::{Lang, Text, cash_form};

use super::bank_files::{bank, cents, table};
use super::command_line::{Desk, json};

/// A workbook with one cell of each of these rows, in the last column that is read.
fn sparse(rows: u32) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..rows {
        sheet.write_string(row, 255, "x").unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn empty_cells_of_a_workbook_count_and_an_endless_row_is_stopped() {
    let read = table(&sparse(3_000), "a.xlsx").unwrap();
    assert_eq!(read.rows.len(), 3_000);
    let refused = table(&sparse(4_000), "a.xlsx").unwrap_err();
    assert_eq!((refused.reason, refused.line), (Reason::TooManyCells(1_000_000), 3_907));
    let row = ";".repeat(1_200_000);
    let refused = table(row.as_bytes(), "a.csv").unwrap_err();
    assert_eq!(refused.reason, Reason::TooManyCells(1_000_000));
}

#[test]
fn of_very_many_notes_a_thousand_are_kept_and_the_others_counted() {
    let mut notes: Vec<Note> = Vec::new();
    for line in 0..5_000 {
        add(&mut notes, Note { kind: NoteKind::Ragged, line, about: String::new() });
    }
    assert_eq!(notes.len(), 1_001);
    assert_eq!(notes[1_000].kind, NoteKind::More { count: 4_000, gaps: false });
    let kind = NoteKind::DayUnreadable("x".into());
    add(&mut notes, Note { kind, line: 9, about: String::new() });
    let last = notes.last().unwrap();
    assert_eq!(last.kind, NoteKind::More { count: 4_001, gaps: true });
    assert!(last.kind.leaves_gaps(), "what is not named any more still counts");
    assert_eq!(Text::new(Lang::De).file_note(last), "Und weitere Hinweise: 4001.");
}

fn camt(name: &str, element: &str, part: &str, inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:{name}.001.08\">\
         <{element}><{part}><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>\
         {inside}</{part}></{element}></Document>"
    )
}

fn entry(reference: &str, amount: &str, day: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt>\
         <Dt>{day}</Dt></BookgDt><AcctSvcrRef>{reference}</AcctSvcrRef></Ntry>"
    )
}

fn report(inside: &str) -> String {
    camt("camt.052", "BkToCstmrAcctRpt", "Rpt", inside)
}

fn statement(inside: &str) -> String {
    camt("camt.053", "BkToCstmrStmt", "Stmt", inside)
}

fn notification(inside: &str) -> String {
    camt("camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn", inside)
}

fn zipped(files: &[(&str, String)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn amounts(file: &BankFile) -> Vec<i64> {
    let mut all: Vec<i64> = file.credits().iter().map(|credit| credit.amount.cents()).collect();
    all.sort_unstable();
    all
}

#[test]
fn an_entry_that_three_messages_of_an_archive_tell_counts_once() {
    let (first, second) = (entry("B-1", "5.00", "2020-03-16"), entry("B-2", "5.00", "2020-03-16"));
    let only = entry("B-3", "7.00", "2020-03-17");
    let files = [
        ("a.xml", notification(&first)),
        ("b.xml", report(&[first.clone(), second.clone(), only.clone()].concat())),
        ("c.xml", statement(&[first.clone(), second].concat())),
    ];
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let files = order.map(|at| files[at].clone());
        let read = bank(&zipped(&files)).unwrap();
        assert_eq!(amounts(&read), [500, 500, 700], "{order:?}");
        let told = read.notes.iter().filter(|note| matches!(note.kind, NoteKind::ToldAgain(_)));
        assert_eq!(told.count(), 2, "{:?}", read.notes);
    }
    // Two entries of one message are two, whatever reference they share.
    let twice = bank(&zipped(&[("a.xml", report(&[first.clone(), first].concat()))])).unwrap();
    assert_eq!(amounts(&twice), [500, 500]);
}

#[test]
fn tens_of_thousands_of_entries_that_are_alike_are_told_apart_without_holding_each_to_each() {
    let alike = |message: Message, count: usize| {
        let entry = Entry { amount: cents(500), ..Entry::default() };
        let entries = vec![entry; count];
        let one = Statement { message, entries, ..Statement::default() };
        BankFile { format: Format::Csv, statements: vec![one], notes: Vec::new() }
    };
    let files = vec![alike(Message::Statement, 60_000), alike(Message::Notification, 60_001)];
    let read = BankFile::together(files).unwrap();
    assert_eq!(read.entries(), 60_001, "one more than the statement has");
    let told = NoteKind::ToldAgain(60_000);
    assert!(read.notes.iter().any(|note| note.kind == told), "{:?}", read.notes);
}

#[test]
fn files_together_are_held_to_the_limits_of_one() {
    let line = "16.03.2020;99999999999,99;EUR;x\n";
    let text = ["Buchungstag;Betrag;Währung;Verwendungszweck\n", &line.repeat(120_000)].concat();
    let read = || read_bank_file(text.as_bytes(), "a.csv", &mut |_| true).unwrap();
    let net = read().statements[0].net().unwrap();
    assert_eq!(net.cents(), 9_999_999_999_999 * 120_000, "the sum of one file is no overflow");
    let refused = BankFile::together(vec![read(), read()]).unwrap_err();
    assert_eq!(refused.reason, Reason::TooManyEntries(200_000));
}

const HEAD: &str = "Beleg;Titel;Haushaltsjahr;Buchungstag;Betrag;Text\n";

fn list(rows: &str) -> foerderbuch::exchange::cash_list::CashList {
    let text = [HEAD, rows].concat();
    read_cash_list(text.as_bytes(), "Ist.csv", &Profile::default(), &mut |_| true).unwrap()
}

#[test]
fn no_row_with_an_amount_vanishes_and_a_total_is_no_line() {
    for (row, kind) in [
        (";;;;12,00;", NoteKind::RowIncomplete("12,00".into())),
        ("K;883 71;;;12,00;", NoteKind::RowIncomplete("12,00".into())),
        ("K-1;883 71;2020;;12,00;", NoteKind::DayUnreadable(String::new())),
        ("K-1;883 71;;01.07.2020;12,00;", NoteKind::YearUnreadable(String::new())),
        ("K-1;883 71;20;01.07.2020;12,00;", NoteKind::YearUnreadable("20".into())),
        (";883 71;2020;32.07.2020;12,00;", NoteKind::DayUnreadable("32.07.2020".into())),
        ("K-1;883 71;2020;01.07.2020;1.234;", NoteKind::AmountUnclear("1.234".into())),
        ("K-1;883 71;2020;01.07.2020;1,234.56;", NoteKind::AmountUnclear("1,234.56".into())),
        ("K-1;883 71;2020;01.07.2020;0.125;", NoteKind::AmountUnclear("0.125".into())),
        ("K-1;883 71;2020;01.07.2020;abc;", NoteKind::EntryUnreadable("abc".into())),
    ] {
        let read = list(row);
        let kinds: Vec<_> = read.all_notes().map(|note| (note.line, note.kind.clone())).collect();
        assert_eq!((read.lines.len(), kinds), (0, vec![(2, kind)]), "{row}");
    }
    for row in [
        "Summe;;;;12,00;",
        ";;;;12,00;Gesamtsumme 2020",
        "Anmerkung;;;;;",
        ";Zwischensumme;;;3,00;",
    ] {
        let read = list(row);
        assert_eq!((read.lines.len(), read.all_notes().count()), (0, 0), "{row}");
    }
    let read = list(";883 71;2020;01.07.2020;12,00;");
    assert_eq!(read.lines[0].amount, cents(1_200), "without voucher it is a line with a doubt");
}

#[test]
fn what_is_wrong_with_a_file_is_said_without_foreign_words() {
    let text = Text::new(Lang::De);
    let whole = statement(&entry("B-1", "5.00", "2020-03-16"));
    let unclosed = whole.replace("</BookgDt>", "</Bookg>");
    for (bytes, fault) in [
        (whole[..whole.len() - 30].to_owned(), None),
        (unclosed, Some(Malformed::Unclosed("BookgDt".into()))),
        (
            whole.replace("Ccy=\"EUR\"", "Ccy=\"EUR\" Ccy=\"EUR\""),
            Some(Malformed::Twice("Ccy".into())),
        ),
        (whole.replace("Ccy=\"EUR\"", "Ccy=EUR"), Some(Malformed::Attributes("Amt".into()))),
    ] {
        let refused = bank(bytes.as_bytes()).unwrap_err();
        let Reason::Malformed(found) = &refused.reason else { panic!("{refused:?}") };
        if let Some(fault) = fault {
            assert_eq!(*found, fault);
        }
        let said = text.file_refused(&refused);
        for foreign in ["expected", "unexpected", "missing", "tag", "error", "end of"] {
            assert!(!said.contains(foreign), "{said}");
        }
    }
    for (json, is_json) in [("{\"vouchers\":[]}", true), ("{\"voucher\":1}", true), ("{", false)] {
        let wrong = Profile::from_json(json).unwrap_err();
        assert_eq!(wrong.is_json, is_json, "{json}");
        let said = text.profile_wrong(wrong);
        assert!(said.contains("Zeile 1") && !said.contains("expected"), "{said}");
    }
    let damaged = table(b"PK\x03\x04 no archive", "a.xlsx").unwrap_err();
    assert!(!text.file_refused(&damaged).contains("Zip"), "{damaged:?}");
}

#[test]
fn the_template_is_a_list_that_the_program_reads_again() {
    let ledger = sample::in_memory().unwrap();
    let rows = ops::cash_template(&ledger, Some(FiscalYear(2020))).unwrap();
    assert!(rows.iter().any(|row| row.amount == cents(-25_000_000)), "the payment that came back");
    let read =
        read_cash_list(cash_form(&rows).as_slice(), "v.csv", &Profile::default(), &mut |_| true);
    let read = read.unwrap();
    let complete: Vec<_> = rows.iter().filter(|row| row.day.is_some()).collect();
    assert_eq!(read.lines.len(), complete.len());
    for (line, row) in read.lines.iter().zip(complete) {
        assert_eq!(
            (&line.voucher, line.amount, Some(line.day)),
            (&row.voucher, row.amount, row.day)
        );
    }
    assert_eq!(read.unread.len(), rows.len() - read.lines.len(), "what is to be filled in is told");
    let desk = Desk::new();
    desk.good(&["reconcile", "s.foerderbuch", "--template", "v.csv", "--year", "2020"]);
    let found = json(&desk.good(&["reconcile", "s.foerderbuch", "--list", "v.csv", "--json"]));
    assert!(found["books"].as_u64() > Some(0), "{found}");
    let written = std::fs::read_to_string(desk.path("v.csv")).unwrap();
    assert!(written.starts_with('\u{feff}'), "spreadsheets know the encoding by it");
}

#[test]
fn what_a_spreadsheet_would_calculate_in_a_template_is_words_and_is_read_as_they_were() {
    let ledger = sample::in_memory().unwrap();
    let mut rows = ops::cash_template(&ledger, Some(FiscalYear(2020))).unwrap();
    rows.retain(|row| row.day.is_some());
    for (row, voucher) in rows.iter_mut().zip(["=1+1", "@SUM(A1)", "-4711"]) {
        voucher.clone_into(&mut row.voucher);
    }
    let form = cash_form(&rows);
    let written = String::from_utf8(form.clone()).unwrap();
    assert!(written.contains("'=1+1;") && !written.contains("\n=1+1"), "{written}");
    let read = read_cash_list(form.as_slice(), "v.csv", &Profile::default(), &mut |_| true);
    let vouchers = |lines: &[CashLine]| -> Vec<String> {
        lines.iter().map(|line| line.voucher.clone()).collect()
    };
    let expected: Vec<String> = rows.iter().map(|row| row.voucher.clone()).collect();
    assert_eq!(vouchers(&read.unwrap().lines), expected);
}

#[test]
fn a_table_of_very_many_accounts_is_refused() {
    let rows = |count: u32| {
        let mut text = String::from("Auftragskonto;Buchungstag;Verwendungszweck;Betrag\n");
        for account in 0..count {
            text += &["12345678/", &account.to_string(), ";21.10.2020;x;1,00\n"].concat();
        }
        text
    };
    assert_eq!(bank(rows(1_000).as_bytes()).unwrap().statements.len(), 1_000);
    let refused = bank(rows(1_001).as_bytes()).unwrap_err();
    assert_eq!(refused.reason, Reason::TooManyStatements(1_000));
}
