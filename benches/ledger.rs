//! How long the main jobs take, on the sample and on a ledger of 10,000 entries.
//!
//! `cargo bench --no-default-features` needs neither display nor network. The figures of the
//! README come from here.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot be set up ends at once")]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use divan::Bencher;
use foerderbuch::domain::body::{
    AnnouncementManner, ApplicationExamined, ApplicationReceived, ArithmeticAttested,
    DrawRequested, DueLine, FactuallyAttested, Financing, FinancingPlan, GrantIssued, LineAmount,
    NoticeAnnounced, PaymentConfirmed, PaymentOrdered, RemedyWaived,
};
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::{
    Body, Day, FileNumber, FiscalYear, Money, PersonNo, RecipientKey, Seq, TitleKey, Uid,
};
use foerderbuch::ops::{self, Stamp, sample};
use foerderbuch::render;
use foerderbuch::report::{programme, statement};
use foerderbuch::store::view::{GroupBy, Times};
use foerderbuch::store::{Access, Ledger, query};
use foerderbuch::text::{Lang, Text};
use tempfile::TempDir;

const DESK_OFFICER: PersonNo = PersonNo(1);
const SECOND_OFFICER: PersonNo = PersonNo(2);
const APPROVER: PersonNo = PersonNo(3);
const ATTESTER: PersonNo = PersonNo(6);
/// Entries of one grant from application to payment.
const STEPS: usize = 10;
const RECIPIENT: &str = "16066";
/// 2021-01-04 12:00 UTC, after the last entry of the sample.
const NOON: i64 = 1_609_761_600_000_000;
const LARGE: u64 = 10_000;

/// Ledgers on disk; the operating system's file cache is warm, as on a desk that works.
struct Files {
    folder: TempDir,
    sample: PathBuf,
    large: PathBuf,
}

static FILES: LazyLock<Files> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let sample = folder.path().join("sample.foerderbuch");
    let large = folder.path().join("large.foerderbuch");
    sample::write(&sample).unwrap();
    std::fs::copy(&sample, &large).unwrap();
    grow(&large);
    Files { folder, sample, large }
});

fn main() {
    divan::main();
}

/// Books small grants with draw, order and payment, one recipient after the other, until the
/// ledger has [`LARGE`] entries.
fn grow(path: &Path) {
    let mut ledger = Ledger::open(path, Access::Write).unwrap();
    let times = latest(&ledger);
    let payees: Vec<Payee> = query::recipients(&ledger, times)
        .unwrap()
        .into_iter()
        .filter_map(|row| {
            let accounts = query::bank_accounts(&ledger, times, &row.key).unwrap();
            let account = accounts.iter().find(|account| account.usable)?.seq;
            Some(Payee { recipient: row.key, account })
        })
        .collect();
    let count = (LARGE - ledger.head().seq) / STEPS as u64;
    let drafts: Vec<Draft> =
        (0..count).zip(payees.iter().cycle()).flat_map(|(at, to)| paid_grant(at, to)).collect();
    ops::book(&mut ledger, &drafts, &Stamp::new(NOON, "bench".to_owned())).unwrap();
}

/// A recipient with a confirmed bank account.
struct Payee {
    recipient: RecipientKey,
    account: Seq,
}

/// The life of a small grant: application, notice, draw, payment.
fn paid_grant(number: u64, to: &Payee) -> [Draft; STEPS] {
    let grant = FileNumber::new(format!("B-{number:05}"));
    let amount_cents = Money::from_cents(100);
    let line = LineAmount {
        grant: grant.clone(),
        title: TitleKey::new("1616 88371"),
        fiscal_year: FiscalYear(2020),
        amount_cents,
    };
    let ordered = PaymentOrdered {
        line: line.clone(),
        bank_account: to.account,
        payment_text: format!("M-{number}"),
        milestone: None,
        source: None,
    };
    let receipt = AnnouncementManner::Receipt;
    let announced = NoticeAnnounced { grant: grant.clone(), manner: receipt, source: None };
    let arithmetic = ArithmeticAttested { grant: grant.clone(), source: None };
    let factual = FactuallyAttested { grant: grant.clone(), source: None };
    let waived = RemedyWaived { grant: grant.clone(), source: None };
    // Each step: who, what, and the step that it refers to.
    let steps = [
        (DESK_OFFICER, Body::ApplicationReceived(application(&grant, amount_cents)), None),
        (DESK_OFFICER, Body::ApplicationExamined(examined(&grant)), Some(0)),
        (APPROVER, Body::GrantIssued(issued(&line)), Some(0)),
        (DESK_OFFICER, Body::NoticeAnnounced(announced), Some(2)),
        (DESK_OFFICER, Body::RemedyWaived(waived), Some(2)),
        (DESK_OFFICER, Body::DrawRequested(drawn(&line)), None),
        (SECOND_OFFICER, Body::ArithmeticAttested(arithmetic), Some(5)),
        (ATTESTER, Body::FactuallyAttested(factual), Some(5)),
        (APPROVER, Body::PaymentOrdered(ordered), Some(5)),
        (DESK_OFFICER, Body::PaymentConfirmed(PaymentConfirmed { line, source: None }), Some(8)),
    ];
    let mut step = 0;
    steps.map(|(actor, body, refers_to)| {
        let first = number * STEPS as u64;
        let mut draft = draft(uid(first + step), actor, body);
        draft.recipient = to.recipient.clone();
        draft.reference = refers_to.map(|at: u64| Reference::Uid(uid(first + at)));
        step += 1;
        draft
    })
}

fn application(grant: &FileNumber, amount: Money) -> ApplicationReceived {
    ApplicationReceived {
        grant: grant.clone(),
        purpose: "Messung".to_owned(),
        requested_cents: amount,
        plan: FinancingPlan {
            total_cents: amount,
            eligible_cents: amount,
            own_cents: Money::ZERO,
            third_party_cents: Money::ZERO,
        },
        source: None,
    }
}

fn examined(grant: &FileNumber) -> ApplicationExamined {
    ApplicationExamined {
        grant: grant.clone(),
        result: "förderfähig".to_owned(),
        no_double_funding: true,
        contract_on: None,
        start_checked: None,
        source: None,
    }
}

fn issued(line: &LineAmount) -> GrantIssued {
    GrantIssued {
        grant: line.grant.clone(),
        purpose: "Messung".to_owned(),
        financing: Financing::Full,
        quota_percent: None,
        eligible_cents: line.amount_cents,
        cash_reference: line.grant.to_string(),
        period_until: day("2020-12-31"),
        lines: vec![DueLine {
            title: line.title.clone(),
            fiscal_year: line.fiscal_year,
            amount_cents: line.amount_cents,
            authority_year: None,
        }],
        total_cents: None,
        third_party_cents: None,
        rules: None,
        payment_mode: None,
        interim_proof: false,
        bound_years: None,
        urgent_reason: None,
        source: None,
    }
}

fn drawn(line: &LineAmount) -> DrawRequested {
    DrawRequested { line: line.clone(), need: None, source: None }
}

fn draft(uid: Uid, actor: PersonNo, body: Body) -> Draft {
    Draft {
        uid,
        recipient: RecipientKey::default(),
        effective_on: day("2020-12-30"),
        actor,
        voucher: "Messung".to_owned(),
        reference: None,
        body,
        person_name: None,
    }
}

fn uid(number: u64) -> Uid {
    let mut uid = [0xBE; 16];
    uid[8..].copy_from_slice(&number.to_be_bytes());
    uid
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn latest(ledger: &Ledger) -> Times {
    Times { as_of: day("2020-12-31"), known: ledger.head().seq }
}

fn opened(path: &Path) -> Ledger {
    Ledger::open(path, Access::Read).unwrap()
}

fn path(size: &str) -> &'static Path {
    if size == "sample" { &FILES.sample } else { &FILES.large }
}

/// Open the file, check schema, both chains and every balance.
#[divan::bench(args = ["sample", "10000"])]
fn open_and_verify(bencher: Bencher<'_, '_>, size: &str) {
    let path = path(size);
    bencher.bench(|| opened(path));
}

/// SQLite's own check, every body, and a replay of the whole journal.
#[divan::bench(args = ["sample", "10000"], sample_count = 5, sample_size = 1)]
fn verify_deep(bencher: Bencher<'_, '_>, size: &str) {
    let ledger = opened(path(size));
    bencher.bench_local(|| ledger.verify_deep().unwrap());
}

/// Where the money stands at the end of 2020, by fiscal year.
#[divan::bench(args = ["sample", "10000"])]
fn balance_at_the_latest_state(bencher: Bencher<'_, '_>, size: &str) {
    let ledger = opened(path(size));
    let times = latest(&ledger);
    bencher.bench_local(|| query::balance(&ledger, times, GroupBy::Year).unwrap());
}

/// Where the money stood on an earlier day, as it was known by an earlier entry.
#[divan::bench(args = ["sample", "10000"])]
fn balance_at_an_earlier_pair_of_times(bencher: Bencher<'_, '_>, size: &str) {
    let ledger = opened(path(size));
    let known = query::known_at_end_of(&ledger, day("2020-12-14")).unwrap();
    let times = Times { as_of: day("2020-09-15"), known };
    bencher.bench_local(|| query::balance(&ledger, times, GroupBy::Year).unwrap());
}

/// Everything that the overview shows.
#[divan::bench(args = ["sample", "10000"])]
fn overview(bencher: Bencher<'_, '_>, size: &str) {
    let ledger = opened(path(size));
    let times = latest(&ledger);
    bencher.bench_local(|| query::overview(&ledger, times).unwrap());
}

/// The statement of one recipient, from the query to the bytes of the PDF.
#[divan::bench]
fn statement_pdf(bencher: Bencher<'_, '_>) {
    let ledger = opened(&FILES.sample);
    let times = latest(&ledger);
    let (key, text) = (RecipientKey::new(RECIPIENT), Text::new(Lang::De));
    bencher.bench_local(|| {
        let data = query::statement_data(&ledger, times, &key).unwrap().unwrap();
        render::pdf(&statement::statement(&data), &text).unwrap()
    });
}

/// Report R1, from the query to the bytes of the PDF.
#[divan::bench]
fn programme_report_pdf(bencher: Bencher<'_, '_>) {
    let ledger = opened(&FILES.sample);
    let times = latest(&ledger);
    let text = Text::new(Lang::De);
    bencher.bench_local(|| {
        let data = query::programme_data(&ledger, times).unwrap();
        render::pdf(&programme::programme(&data, None), &text).unwrap()
    });
}

/// One booking: check, append, commit, on the disk when the call returns.
#[divan::bench(args = ["sample", "10000"], sample_count = 100, sample_size = 1)]
fn one_durable_append(bencher: Bencher<'_, '_>, size: &str) {
    static NEXT: AtomicU64 = AtomicU64::new(1_000_000);
    let copy = FILES.folder.path().join(format!("append-{size}.foerderbuch"));
    std::fs::copy(path(size), &copy).unwrap();
    let mut ledger = Ledger::open(&copy, Access::Write).unwrap();
    let stamp = Stamp::new(NOON, "bench".to_owned());
    let payee = Payee { recipient: RecipientKey::new(RECIPIENT), account: 0 };
    bencher
        .with_inputs(|| {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let [received, ..] = paid_grant(number, &payee);
            received
        })
        .bench_local_values(|received| ops::book(&mut ledger, &[received], &stamp).unwrap());
}

/// The whole sample as a new file: every entry checked, written and synced.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn write_the_sample(bencher: Bencher<'_, '_>) {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let folder = FILES.folder.path();
    bencher
        .with_inputs(|| {
            folder.join(format!("new-{}.foerderbuch", NEXT.fetch_add(1, Ordering::Relaxed)))
        })
        .bench_values(|path| sample::write(&path).unwrap());
}
