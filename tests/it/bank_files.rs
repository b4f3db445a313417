//! Bank statements, tables and archives that others made: read to the cent, or refused.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use foerderbuch::domain::Money;
use foerderbuch::exchange::table::{Table, read_table};
use foerderbuch::exchange::{BankFile, NoteKind, Reason, Refused, Status, read_bank_file};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::chance::rounds;

pub fn bank(bytes: &[u8]) -> Result<BankFile, Refused> {
    read_bank_file(bytes, "auszug", &mut |_| true)
}

pub fn table(bytes: &[u8], name: &str) -> Result<Table, Refused> {
    read_table(bytes, name, &mut |_| true)
}

pub const fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

/// A message with these statements.
pub(super) fn camt(version: &str, statements: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}\">\
         <BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2020-03-16T20:00:00</CreDtTm></GrpHdr>\
         {statements}</BkToCstmrStmt></Document>"
    )
}

pub(super) fn balance(code: &str, amount: &str, direction: &str, day: &str) -> String {
    format!(
        "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt>\
         <CdtDbtInd>{direction}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"
    )
}

pub(super) fn credit(amount: &str, day: &str, words: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
         <BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>\
         <BkTxCd><Prtry><Cd>166</Cd></Prtry></BkTxCd>\
         <NtryDtls><TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs>\
         <Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty>\
         <Nm>Landeshauptkasse</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>{words}</Ustrd></RmtInf>\
         </TxDtls></NtryDtls></Ntry>\n"
    )
}

const ACCOUNT: &str = "<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>";

pub(super) fn statement(id: &str, inside: &str) -> String {
    format!(
        "<Stmt><Id>{id}</Id><ElctrncSeqNb>{id}</ElctrncSeqNb>\
         <CreDtTm>2020-03-16T20:00:00</CreDtTm>{ACCOUNT}{inside}</Stmt>"
    )
}

/// A month with one credit, opening and closing balance as given.
pub(super) fn month(opening: &str, closing: &str) -> String {
    let inside = format!(
        "{}{}{}",
        balance("OPBD", opening, "CRDT", "2020-03-15"),
        balance("CLBD", closing, "CRDT", "2020-03-16"),
        credit("900000.00", "2020-03-16", "5.0793.1 M&amp;M &#228;"),
    );
    camt("08", &statement("7", &inside))
}

#[test]
fn a_statement_is_read_with_account_balances_and_entry() {
    let read = bank(month("100.00", "900100.00").as_bytes()).expect("a statement");
    assert_eq!(read.notes, vec![]);
    let [only] = read.statements.as_slice() else { panic!("{read:?}") };
    assert_eq!((only.iban.as_str(), only.currency.as_str()), ("DE02120300000000202051", "EUR"));
    assert_eq!(only.adds_up(), Some(true));
    let [entry] = only.entries.as_slice() else { panic!("{only:?}") };
    assert_eq!(entry.amount, cents(90_000_000));
    assert_eq!(entry.remittance, "5.0793.1 M&M ä");
    assert_eq!(entry.counterparty, "Landeshauptkasse");
    assert_eq!(entry.references, ["E-1"]);
    assert_eq!(entry.booked_on.map(|day| day.to_string()).as_deref(), Some("2020-03-16"));
}

#[test]
fn every_version_from_02_to_14_is_read_and_01_is_refused() {
    for version in 2..=14 {
        let mut text = month("100.00", "900100.00").replace(".08\"", &format!(".{version:02}\""));
        if version < 7 {
            text = text.replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>");
        }
        let read = bank(text.as_bytes()).expect("a known version");
        assert_eq!((read.entries(), read.notes.len()), (1, 0), "{version}");
    }
    let old = month("100.00", "900100.00").replace(".08\"", ".01\"");
    let refused = bank(old.as_bytes()).expect_err("too old");
    assert_eq!(refused.reason, Reason::Version("camt.053.001.01".into()));
    let new = month("100.00", "900100.00").replace(".08\"", ".15\"");
    let kinds: Vec<_> = bank(new.as_bytes()).expect("readable").notes;
    assert_eq!(kinds[0].kind, NoteKind::LaterVersion("camt.053.001.15".into()));
}

#[test]
fn a_cent_that_is_missing_between_the_balances_is_said() {
    let read = bank(month("100.00", "900100.01").as_bytes()).expect("readable");
    let expected = NoteKind::DoesNotAddUp {
        opening: cents(10_000),
        net: cents(90_000_000),
        closing: cents(90_010_001),
    };
    assert_eq!(read.notes[0].kind, expected);
}

#[test]
fn a_gap_between_two_statements_is_said_and_one_that_is_there_twice_counts_once() {
    let one = |id: &str, opening: &str, closing: &str, day: &str| {
        let inside = format!(
            "{}{}{}",
            balance("OPBD", opening, "CRDT", day),
            balance("CLBD", closing, "CRDT", day),
            credit("1.00", day, "x"),
        );
        statement(id, &inside)
    };
    let first = one("1", "1.00", "2.00", "2020-03-16");
    let text = camt("08", &[&*first, &one("3", "5.00", "6.00", "2020-03-18"), &first].concat());
    let read = bank(text.as_bytes()).expect("readable");
    assert_eq!(read.statements.len(), 2);
    let kinds: Vec<_> = read.notes.into_iter().map(|note| note.kind).collect();
    assert_eq!(
        kinds,
        [NoteKind::Repeated, NoteKind::Gap { closing: cents(200), opening: cents(500) }]
    );
}

#[test]
fn the_reversal_indicator_does_not_flip_the_sign() {
    let text =
        month("1.00", "900001.00").replace("<Sts><Cd>BOOK", "<RvslInd>true</RvslInd><Sts><Cd>BOOK");
    let read = bank(text.as_bytes()).expect("readable");
    let entry = &read.statements[0].entries[0];
    assert!(entry.reversal && entry.is_return());
    assert_eq!(entry.amount, cents(90_000_000));
}

#[test]
fn hostile_xml_is_refused_with_the_limit_that_it_passes() {
    let begun = Instant::now();
    let deep = format!("<Document><BkToCstmrStmt>{}", "<a>".repeat(100_000));
    let wide: String = (0..50_000).fold("<Document ".to_owned(), |mut text, number| {
        write!(text, "a{number}=\"\" ").expect("memory");
        text
    }) + "/>";
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><Document>&b;</Document>";
    let fetched = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><Document/>";
    let long =
        format!("<Document><BkToCstmrStmt>{}</BkToCstmrStmt></Document>", "x".repeat(3 << 20));
    for (text, reason) in [
        (deep.as_str(), Reason::TooDeep(64)),
        (&wide, Reason::TooManyAttributes(64)),
        (laughs, Reason::Doctype),
        (fetched, Reason::Doctype),
        (&long, Reason::TooLong(1024)),
        (&camt("08", "&unknown;"), Reason::Entity("unknown".into())),
    ] {
        let head: String = text.chars().take(60).collect();
        assert_eq!(bank(text.as_bytes()).expect_err(&head).reason, reason, "{head}");
    }
    let broken = month("1.00", "2.00").replace("</Stmt>", "");
    let refused = bank(broken.as_bytes()).expect_err("an element is not closed");
    assert!(matches!(refused.reason, Reason::Malformed(_)), "{refused:?}");
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[test]
fn a_file_of_another_encoding_is_read_as_it_says() {
    let text = month("100.00", "900100.00").replace("UTF-8", "ISO-8859-1").replace("&#228;", "ä");
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let read = bank(&bytes).expect("readable");
    assert_eq!(read.statements[0].entries[0].remittance, "5.0793.1 M&M ä");
}

#[test]
fn the_reading_stops_when_it_is_told_to() {
    let text = month("100.00", "900100.00");
    let refused = read_bank_file(text.as_bytes(), "a", &mut |_| false).expect_err("stopped");
    assert_eq!(refused.reason, Reason::Stopped);
}

/// An archive of these files.
pub(super) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).expect("a file");
        archive.write_all(bytes).expect("memory");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn statements_in_an_archive_are_read_and_what_is_none_is_named() {
    let day = month("100.00", "900100.00");
    let read = bank(&zip(&[("a/tag.xml", day.as_bytes()), ("liesmich.pdf", b"%PDF-1.7")]))
        .expect("an archive");
    assert_eq!(read.entries(), 1);
    assert_eq!(read.notes[0].kind, NoteKind::Skipped("liesmich.pdf".into()));
    let nothing = bank(&zip(&[("x.txt", b"hello")])).expect_err("no statement");
    assert_eq!(nothing.reason, Reason::ArchiveEmpty);
}

#[test]
fn archives_that_blow_up_are_refused_while_they_are_unpacked() {
    let zeros = vec![b' '; 40 << 20];
    let bomb = zip(&[("a.xml", &zeros)]);
    assert!(bomb.len() < 100_000);
    assert_eq!(bank(&bomb).expect_err("a bomb").reason, Reason::ArchiveRatio(100));
    assert_eq!(table(&bomb, "a.xlsx").expect_err("a bomb").reason, Reason::ArchiveRatio(100));
    let names: Vec<String> = (0..201).map(|number| format!("{number}.xml")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    assert_eq!(bank(&zip(&many)).expect_err("many").reason, Reason::ArchiveFiles(200));
    let mut cut = zip(&[("a.xml", month("1.00", "2.00").as_bytes())]);
    cut.truncate(cut.len() / 2);
    assert_eq!(bank(&cut).expect_err("damaged").reason, Reason::ArchiveDamaged);
}

const SWIFT: &str = ":20:STARTUMS\r\n:25:DE02120300000000202051\r\n:28C:3/1\r\n\
    :60F:C200315EUR100,00\r\n:61:2003160316CR900000,00N166NONREF\r\n\
    :86:166?00GUTSCHRIFT?20SVWZ+5.0793.1 Rate 1?32Landeshauptkasse\r\n\
    :62F:C200316EUR900100,00\r\n-\r\n";

#[test]
fn a_swift_statement_is_the_same_value_as_camt() {
    let read = bank(SWIFT.as_bytes()).expect("a statement");
    let only = &read.statements[0];
    assert_eq!((only.adds_up(), read.notes.len()), (Some(true), 0));
    assert_eq!(only.iban, "DE02120300000000202051");
    let entry = &only.entries[0];
    assert_eq!((entry.amount, entry.remittance.as_str()), (cents(90_000_000), "5.0793.1 Rate 1"));
    assert_eq!(entry.counterparty, "Landeshauptkasse");
}

const SPARKASSE: &str = "\"Auftragskonto\";\"Buchungstag\";\"Valutadatum\";\"Buchungstext\";\
    \"Verwendungszweck\";\"Beguenstigter/Zahlungspflichtiger\";\"Kontonummer/IBAN\";\"Betrag\";\
    \"Waehrung\";\"Info\"\r\n\
    \"DE02120300000000202051\";\"16.03.20\";\"16.03.20\";\"GUTSCHRIFT\";\"5.0793.1 für A\";\
    \"Landeshauptkasse\";\"\";\"900.000,00\";\"EUR\";\"Umsatz gebucht\"\r\n\
    \"DE02120300000000202051\";\"17.03.20\";\"17.03.20\";\"GUTSCHRIFT\";\"x\";\"y\";\"\";\
    \"-1,50\";\"EUR\";\"Umsatz vorgemerkt\"\r\n";

#[test]
fn the_csv_of_a_bank_is_read_in_windows_1252() {
    let bytes: Vec<u8> = SPARKASSE.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let read = bank(&bytes).expect("a statement");
    let only = &read.statements[0];
    assert_eq!(only.iban, "DE02120300000000202051");
    assert_eq!(only.entries[0].amount, cents(90_000_000));
    assert_eq!(only.entries[0].remittance, "5.0793.1 für A");
    assert_eq!(only.entries[1].status, Status::Pending);
    assert_eq!(only.entries[1].amount, cents(-150));
}

#[test]
fn thousands_of_statements_of_one_name_are_told_apart_in_time() {
    let one = |cents: u32| {
        format!(
            "<Stmt><Id>1</Id><Ntry><Amt Ccy=\"EUR\">{cents}.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
             <Sts><Cd>BOOK</Cd></Sts></Ntry></Stmt>"
        )
    };
    let all: String = (0..4_000).map(|at| one(at % 3_999 + 1)).collect();
    let text = format!(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>{all}\
         </BkToCstmrStmt></Document>"
    );
    let began = Instant::now();
    let read = bank(text.as_bytes()).expect("statements");
    assert_eq!(read.statements.len(), 3_999, "the last is the first once more");
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

#[test]
fn the_s_or_h_beside_an_amount_is_its_sign() {
    let text = "Buchungstag;Valuta;Vorgang/Verwendungszweck;Währung;Umsatz; \n\
        16.12.2020;16.12.2020;EG-2020-001;EUR;800.000,00;H\n\
        17.12.2020;17.12.2020;Rückzahlung EG-2020-001;EUR;800.000,00;S\n";
    let read = bank(text.as_bytes()).expect("a statement");
    let amounts: Vec<Money> = read.statements[0].entries.iter().map(|one| one.amount).collect();
    assert_eq!(amounts, [cents(80_000_000), cents(-80_000_000)]);
}

#[test]
fn files_that_are_something_else_are_named_for_what_they_are() {
    for (bytes, reason) in [
        (&b""[..], Reason::Empty),
        (b"\xef\xbb\xbf", Reason::Empty),
        (b"<html><body>x", Reason::Html),
        (b"%PDF-1.7", Reason::Pdf),
        (b"\xd0\xcf\x11\xe0 old", Reason::OldExcel),
        (b"<Invoice/>", Reason::OtherXml("Invoice".into())),
        (b"hello\nworld\n", Reason::NoHead("Buchungstag, Betrag".into())),
    ] {
        assert_eq!(bank(bytes).expect_err("no statement").reason, reason);
    }
    let open = "Buchungstag;Betrag\n\"01.02.2020;1,00\n02.02.2020;2,00\n";
    let refused = bank(open.as_bytes()).expect_err("an open quotation mark");
    assert_eq!((refused.reason, refused.line), (Reason::QuoteOpen, 2));
}

/// How many changed files of each kind are tried: few here, more where `MUTATIONS` says.
fn mutations() -> u32 {
    u32::try_from(rounds("MUTATIONS", 300)).unwrap()
}

#[test]
fn changed_files_are_read_or_refused_and_never_panic() {
    let day = month("100.00", "900100.00");
    let archive = zip(&[("a.xml", day.as_bytes())]);
    let seeds = [day.into_bytes(), SWIFT.into(), SPARKASSE.into(), archive];
    let change = (0..4_usize, any::<prop::sample::Index>(), any::<u8>(), 0..6_u8);
    let mut runner = TestRunner::new(Config { cases: mutations(), ..Config::default() });
    let seeds = &seeds;
    runner
        .run(&prop::collection::vec(change, 1..4), |changes| {
            let mut bytes = seeds[changes[0].0].clone();
            for (_, place, byte, way) in &changes {
                let at = place.index(bytes.len().max(1));
                match way {
                    _ if bytes.is_empty() => bytes.push(*byte),
                    0 => bytes[at] = *byte,
                    1 => bytes.insert(at, *byte),
                    2 => drop(bytes.remove(at)),
                    3 => bytes.truncate(at),
                    4 => bytes.extend_from_within(at..),
                    _ => bytes[at] ^= 1 << (byte % 8),
                }
            }
            if let Ok(read) = bank(&bytes) {
                // Whatever came out can be summed and compared without a panic.
                for statement in &read.statements {
                    let booked =
                        statement.entries.iter().filter(|entry| entry.status == Status::Booked);
                    let sum: Money = booked.map(|entry| entry.amount).sum();
                    prop_assert!(statement.net().is_none_or(|net| net == sum));
                    let missing = statement.opening.is_none() || statement.closing.is_none();
                    prop_assert!(!missing || statement.adds_up().is_none());
                }
            }
            if let Ok(read) = table(&bytes, "a.csv") {
                prop_assert!(read.rows.iter().all(|row| row.line > 0 && !row.cells.is_empty()));
            }
            Ok(())
        })
        .expect("no panic");
}
