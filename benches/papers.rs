//! How long papers take, from the query to the bytes of the PDF: the statements of 23 recipients
//! and a report of 41 pages, each alone and both in one run.
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

use std::sync::atomic::AtomicBool;

use divan::Bencher;
use foerderbuch::domain::RecipientKey;
use foerderbuch::paper::{self, Document, Form, Wanted};
use foerderbuch::report::{Asked, Block, Report};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Access, Ledger};
use foerderbuch::text::{Lang, Text};

/// Counties and independent cities of Thüringen before 2021.
const STATEMENTS: usize = 23;
/// Rows that fill 41 pages of the extract of the journal.
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
    fn statements(&self) -> impl Iterator<Item = Report> {
        let all = paper::statements(&self.ledger, self.times).unwrap();
        let some = all.into_iter().cycle().take(STATEMENTS);
        some.map(|(key, _)| {
            let wanted = self.wanted(Document::Statement, &key);
            paper::make(&self.ledger, &wanted).unwrap().unwrap()
        })
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

/// The papers as a batch sets them: on all cores, while the next ones are read.
fn set(papers: impl Iterator<Item = Report>) -> Vec<Vec<u8>> {
    let made = papers.map(Ok::<_, std::convert::Infallible>);
    let set = paper::set(made, (&Text::new(Lang::De), Form::Pdf), &AtomicBool::new(false));
    set.into_iter().map(|paper| paper.unwrap().1.unwrap()).collect()
}

#[divan::bench]
fn statements_of_23(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    bencher.bench_local(|| set(desk.statements()));
}

#[divan::bench]
fn report_of_41_pages(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    let bytes = set(std::iter::once(desk.report())).remove(0);
    let pages = lopdf::Document::load_mem(&bytes).unwrap().get_pages().len();
    assert!((39..=43).contains(&pages), "{pages} pages");
    bencher.bench_local(|| set(std::iter::once_with(|| desk.report())));
}

#[divan::bench]
fn both_in_one_run(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    bencher.bench_local(|| set(std::iter::once_with(|| desk.report()).chain(desk.statements())));
}
