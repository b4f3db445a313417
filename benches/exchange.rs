//! How long files of others take, and what memory at most: a bank statement with 100,000 entries, a
//! list of 50,000 rows as XLSX, and that list held against a ledger.
//!
//! `cargo bench --no-default-features --bench exchange` needs neither display nor network. The peak
//! of each is that of the allocator, above what the file itself takes.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot be set up ends at once")]

use std::fmt::Write as _;

use divan::{AllocProfiler, Bencher};
use foerderbuch::exchange::cash_list::{CashList, Profile, read_cash_list};
use foerderbuch::exchange::{BankFile, read_bank_file};
use foerderbuch::ops::{self, sample};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const ENTRIES: usize = 100_000;
const ROWS: u32 = 50_000;

fn main() {
    divan::main();
}

/// A statement as a bank writes it, with names, references and purposes.
fn camt() -> Vec<u8> {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:\
        20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id>\
        <IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>\n"
        .to_owned();
    for at in 0..ENTRIES {
        let (euros, cents, day) = (at % 9_000 + 1, at % 100, at % 28 + 1);
        writeln!(
            text,
            "<Ntry><Amt Ccy=\"EUR\">{euros}.{cents:02}</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
             <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2020-03-{day:02}</Dt></BookgDt>\
             <ValDt><Dt>2020-03-{day:02}</Dt></ValDt><AcctSvcrRef>B{at}</AcctSvcrRef>\
             <NtryDtls><TxDtls><Refs><EndToEndId>E{at}</EndToEndId></Refs>\
             <RltdPties><Dbtr><Pty><Nm>Landeshauptkasse Erfurt</Nm></Pty></Dbtr></RltdPties>\
             <RmtInf><Ustrd>Az EG-2020-{at:05}, Rate 2, 5.0793.{at}</Ustrd></RmtInf>\
             </TxDtls></NtryDtls></Ntry>"
        )
        .unwrap();
    }
    text.push_str("</Stmt></BkToCstmrStmt></Document>\n");
    text.into_bytes()
}

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let heads = ["Beleg", "Titel", "Haushaltsjahr", "Buchungstag", "Betrag", "Verwendungszweck"];
    for (column, head) in (0..).zip(heads) {
        sheet.write_string(0, column, head).unwrap();
    }
    for row in 1..=ROWS {
        sheet.write_string(row, 0, format!("K-2020-{row}")).unwrap();
        sheet.write_string(row, 1, "1616 88371").unwrap();
        sheet.write_number(row, 2, 2020).unwrap();
        sheet.write_string(row, 3, format!("{:02}.03.2020", row % 28 + 1)).unwrap();
        sheet.write_number(row, 4, row).unwrap();
        sheet.write_string(row, 5, format!("Az EG-2020-{row:05}, Rate 1")).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn read_camt(bytes: &[u8]) -> BankFile {
    read_bank_file(bytes, "auszug.xml", &mut |_| true).unwrap()
}

fn read_list(bytes: &[u8]) -> CashList {
    read_cash_list(bytes, "liste.xlsx", &Profile::default(), &mut |_| true).unwrap()
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn camt_053_with_100_000_entries(bencher: Bencher<'_, '_>) {
    let bytes = camt();
    assert_eq!(read_camt(&bytes).entries(), ENTRIES);
    bencher.bench_local(|| read_camt(&bytes));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn xlsx_with_50_000_rows(bencher: Bencher<'_, '_>) {
    let bytes = workbook();
    assert_eq!(read_list(&bytes).lines.len(), 50_000);
    bencher.bench_local(|| read_list(&bytes));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn list_of_50_000_rows_against_the_ledger(bencher: Bencher<'_, '_>) {
    let (list, ledger) = (read_list(&workbook()), sample::in_memory().unwrap());
    bencher.bench_local(|| {
        ops::cash_preview(&ledger, &list.lines, (None, 1_900_000_000_000_000)).unwrap()
    });
}
