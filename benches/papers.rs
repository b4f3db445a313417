//! How long papers take, from the query to the bytes of the PDF: the statements of 23 recipients
//! and a report of about 40 pages, each alone and both in one run.
//!
//! `cargo bench --no-default-features --bench papers` needs neither display nor network.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot be set up ends at once")]

#[path = "../examples/generate/case.rs"]
mod case;
#[path = "../examples/generate/chance.rs"]
mod chance;
#[path = "../examples/generate/programme.rs"]
mod programme;
#[path = "../examples/generate/year_end.rs"]
mod year_end;

use divan::Bencher;
use foerderbuch::domain::RecipientKey;
use foerderbuch::paper::{self, Document, Form, Wanted};
use foerderbuch::report::{Asked, Block, Report};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Access, Ledger};
use foerderbuch::text::{Lang, Text};

/// Counties and independent cities of Thüringen before 2021.
const STATEMENTS: usize = 23;
/// Rows that fill about 40 pages of the extract of the journal.
const ROWS: usize = 880;

fn main() {
    divan::main();
}

struct Desk {
    ledger: Ledger,
    times: Times,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.foerderbuch");
        programme::write(&path, 4_000, 11, &mut |_| {}).unwrap();
        let ledger = Ledger::open(&path, Access::Read).unwrap();
        let times = Times { as_of: "2026-11-28".parse().unwrap(), known: ledger.head().seq };
        Self { ledger, times, _folder: folder }
    }

    fn wanted(&self, document: Document, recipient: &RecipientKey) -> Wanted {
        let (recipient, asked) = (recipient.clone(), Asked::default());
        Wanted { document, recipient, times: self.times, asked, lang: Lang::De }
    }

    /// Statements of as many recipients; where the ledger has fewer, of the first ones once more.
    fn statements(&self) -> Vec<Report> {
        let all = paper::statements(&self.ledger, self.times).unwrap();
        let some = all.iter().cycle().take(STATEMENTS);
        let make = |(key, _): &(RecipientKey, String)| {
            let wanted = self.wanted(Document::Statement, key);
            paper::make(&self.ledger, &wanted).unwrap().unwrap()
        };
        some.map(make).collect()
    }

    fn report(&self) -> Report {
        let wanted = self.wanted(Document::Journal, &RecipientKey::default());
        let mut report = paper::make(&self.ledger, &wanted).unwrap().unwrap();
        for block in &mut report.blocks {
            if let Block::Table(table) = block {
                table.rows.truncate(ROWS);
            }
        }
        report
    }
}

/// The papers as a batch sets them: on all cores.
fn set(papers: &[Report]) -> Vec<Vec<u8>> {
    let papers: Vec<&Report> = papers.iter().collect();
    let set = paper::bytes_of(&papers, &Text::new(Lang::De), Form::Pdf);
    set.into_iter().map(Result::unwrap).collect()
}

#[divan::bench]
fn statements_of_23(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    bencher.bench_local(|| set(&desk.statements()));
}

#[divan::bench]
fn report_of_40_pages(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    let bytes = set(&[desk.report()]).remove(0);
    let pages = lopdf::Document::load_mem(&bytes).unwrap().get_pages().len();
    assert!((38..=44).contains(&pages), "{pages} pages");
    bencher.bench_local(|| set(&[desk.report()]));
}

#[divan::bench]
fn both_in_one_run(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    bencher.bench_local(|| {
        let mut papers = vec![desk.report()];
        papers.extend(desk.statements());
        set(&papers)
    });
}
