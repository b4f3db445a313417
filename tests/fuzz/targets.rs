//! What is fuzzed: each reader of what others make, one function per reader. A panic, a hang or an
//! assertion is a defect. `cargo fuzz` runs them with feedback (the binaries beside this file), the
//! tests run them with plain changes of good files (`tests/it/hostile/readers.rs`).

use std::cell::OnceCell;

use foerderbuch::cli::draft;
use foerderbuch::domain::takeover::ListKind;
use foerderbuch::domain::{PersonNo, RecipientKey};
use foerderbuch::exchange::amount::{table_cents, table_day};
use foerderbuch::exchange::cash_list::{Profile, read_cash_list};
use foerderbuch::exchange::drawing;
use foerderbuch::exchange::read_bank_file;
use foerderbuch::exchange::table::read_table;
use foerderbuch::exchange::takeover::{read_directory, read_takeover};
use foerderbuch::ops::{self, Stamp, sample};
use foerderbuch::paper::check::check;
use foerderbuch::store::{Access, Ledger, extract};
use foerderbuch::text::{Lang, Text, hash, parse_day, parse_money};

/// What came out is not looked at: it came out.
fn read_over<T>(_: T) {}

fn text_of(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

fn bank(data: &[u8], name: &str) {
    let Ok(read) = read_bank_file(data, name, &mut |_| true) else { return };
    // Whatever came out can be summed, and says no more than it has.
    for statement in &read.statements {
        let missing = statement.opening.is_none() || statement.closing.is_none();
        assert!(!missing || statement.adds_up().is_none());
        read_over(statement.net());
    }
}

/// camt.052, camt.053, camt.054.
pub fn camt(data: &[u8]) {
    bank(data, "a.xml");
}

/// MT940 and MT942.
pub fn mt940(data: &[u8]) {
    bank(data, "a.sta");
}

/// Bank statements, lists of the cash office and of other offices as CSV.
pub fn csv(data: &[u8]) {
    bank(data, "a.csv");
    table(data, "a.csv");
}

/// Archives of bank statements.
pub fn zip(data: &[u8]) {
    bank(data, "a.zip");
}

/// Workbooks.
pub fn xlsx(data: &[u8]) {
    table(data, "a.xlsx");
}

/// SVG files for the letterhead: what is read can be written into an entry and read again.
pub fn drawing(data: &[u8]) {
    let Ok(drawn) = drawing::read(data) else { return };
    assert!(drawn.is_usable());
    assert_eq!(drawn.to_string().parse(), Ok(drawn));
}

fn table(data: &[u8], name: &str) {
    if let Ok(read) = read_table(data, name, &mut |_| true) {
        assert!(read.rows.iter().all(|row| row.line > 0 && !row.cells.is_empty()));
    }
    read_over(read_cash_list(data, name, &Profile::default(), &mut |_| true));
    read_over(read_directory(data, name, "", &mut |_| true));
    for kind in ListKind::ALL.map(Some).into_iter().chain([None]) {
        read_over(read_takeover(data, name, kind, &mut |_| true));
    }
}

/// Ledgers and extracts, opened and verified.
pub fn ledger(data: &[u8]) {
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), data).expect("a temporary file");
    if let Ok(ledger) = Ledger::open(file.path(), Access::Read) {
        read_over(ledger.verify_deep());
    }
    read_over(extract::verify(file.path(), &[]));
}

thread_local! {
    static SAMPLE: OnceCell<Ledger> = const { OnceCell::new() };
}

/// Does something with the sample, which stays as it is.
fn with_sample<T>(work: impl FnOnce(&Ledger) -> T) -> T {
    SAMPLE.with(|cell| work(cell.get_or_init(|| sample::in_memory().expect("the sample"))))
}

/// Lines of `book`, checked by all rules, and taken back.
pub fn book(data: &[u8]) {
    let text = Text::new(Lang::De);
    let stamp = Stamp::new(1_900_000_000_000_000, "fuzz".to_owned());
    for line in text_of(data).lines().take(4) {
        match draft::parse(line, PersonNo(1), &text) {
            Ok(draft) => {
                if let Err(ops::Failure::Refused { refusal, .. }) =
                    with_sample(|ledger| ops::rehearse(ledger, &[draft], &stamp))
                {
                    assert!(!text.refusal(&refusal).is_empty());
                }
            }
            Err(sentence) => assert!(!sentence.is_empty()),
        }
    }
}

/// A PDF that is to be checked against a ledger.
pub fn paper(data: &[u8]) {
    let text = Text::new(Lang::De);
    if let Ok(verdict) = with_sample(|ledger| check(ledger, data)) {
        assert!(!verdict.sentences("a.pdf", &text).is_empty());
    }
}

/// What is typed: amounts, days, hashes, keys; and profiles of lists.
pub fn entry(data: &[u8]) {
    let typed = text_of(data);
    let today = "2020-12-31".parse().expect("a day");
    for lang in [Lang::De, Lang::En] {
        read_over(parse_money(lang, &typed));
    }
    read_over(parse_day(&typed, today));
    read_over(hash::parse(&typed));
    read_over(hash::parse_of(274, &typed));
    read_over(table_cents(&typed));
    read_over(table_day(&typed));
    read_over(RecipientKey::from_written(&typed));
    read_over(Profile::from_json(&typed));
}
