//! The list of the cash office: found again, confirmed, returned, repaid, or open for a person.

use std::io::Write as _;

use foerderbuch::domain::cash::{CashLine, Doubt, Finding};
use foerderbuch::domain::{Body, FiscalYear, Kind, Money, PersonNo};
use foerderbuch::exchange::cash_list::{Profile, read_cash_list};
use foerderbuch::ops::{self, Stamp, sample};
use foerderbuch::store::view::{GroupBy, Times};
use foerderbuch::store::{Access, Ledger, query};
use proptest::prelude::*;
use tempfile::TempDir;

use super::command_line::{Desk, json};
use super::table::day;

/// Spring of 2030, in microseconds.
pub(super) const NOW: i64 = 1_900_000_000_000_000;
pub(super) const LIST: &str = "Istliste.csv";

fn of_kind(ledger: &Ledger, booked: &[u64], kind: Kind) -> usize {
    let is = |seq: &&u64| query::event(ledger, **seq).unwrap().unwrap().kind() == kind;
    booked.iter().filter(is).count()
}

/// The list of the cash office of 2020, as the sample's ledger has it: line by line what was paid
/// and what came back.
pub(super) fn lines(ledger: &Ledger) -> Vec<CashLine> {
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let kinds = [
        Kind::PaymentConfirmed,
        Kind::HeldPaid,
        Kind::PaymentReturned,
        Kind::ClaimRepaid,
        Kind::UnusedReturned,
    ];
    let events = query::events_of_kinds(ledger, times, &kinds).unwrap();
    let year = |event: &&foerderbuch::domain::Event| {
        event.body.line().is_some_and(|line| line.fiscal_year == FiscalYear(2020))
    };
    (2..)
        .zip(events.iter().filter(year))
        .map(|(line, event)| {
            let own = event.body.line().unwrap();
            let out = matches!(event.body, Body::PaymentConfirmed(_) | Body::HeldPaid(_));
            CashLine {
                line,
                voucher: event.voucher.clone(),
                title: own.title.to_string(),
                year: own.fiscal_year,
                day: event.effective_on,
                amount: if out { own.amount_cents } else { -own.amount_cents },
                text: format!("Az {}", own.grant),
                repeated: false,
            }
        })
        .collect()
}

pub(super) fn as_csv(lines: &[CashLine]) -> Vec<u8> {
    let mut text = Vec::new();
    writeln!(text, "Landeskasse;;;;;\nBelegnummer;Titel;Haushaltsjahr;Buchungstag;Betrag;Text")
        .unwrap();
    for line in lines {
        let amount = line.amount.to_string().replace('.', ",");
        let (day, year) = (line.day.format("%d.%m.%Y"), line.year.0);
        writeln!(text, "{};{};{year};{day};{amount};{}", line.voucher, line.title, line.text)
            .unwrap();
    }
    writeln!(text, "Summe;;;;;").unwrap();
    text
}

/// The sample but for its last entries: what follows the entry of that number is not booked yet.
pub(super) struct Office {
    folder: TempDir,
    now: i64,
}

impl Office {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        sample::write(&folder.path().join("s.foerderbuch")).unwrap();
        Self { folder, now: NOW }
    }

    /// The sample with the list of its year 2020, and who reconciles it.
    pub(super) fn with_list() -> (Self, Ledger, Vec<CashLine>, PersonNo) {
        let office = Self::new();
        let ledger = office.open();
        let (list, person) = (lines(&ledger), weber(&ledger));
        (office, ledger, list, person)
    }

    pub(super) fn open(&self) -> Ledger {
        Ledger::open(&self.folder.path().join("s.foerderbuch"), Access::Write).unwrap()
    }

    pub(super) fn stamp(&self) -> Stamp {
        Stamp::new(self.now, "S-1".into())
    }

    /// Takes an entry back, and what refers to it, so that it can be found in a list.
    pub(super) fn reverse(&self, ledger: &mut Ledger, seq: u64) {
        for later in query::live_referring(ledger, seq).unwrap() {
            self.reverse(ledger, later.seq);
        }
        let event = query::event(ledger, seq).unwrap().unwrap();
        let body =
            foerderbuch::domain::body::Reversed { reason: "Erfassungsfehler im Test".into() };
        let draft = foerderbuch::domain::event::Draft {
            uid: *uuid::Uuid::new_v4().as_bytes(),
            recipient: event.recipient.clone(),
            effective_on: event.effective_on,
            actor: event.actor,
            voucher: String::new(),
            reference: Some(foerderbuch::domain::event::Reference::Entry(seq)),
            body: Body::Reversed(body),
            person_name: None,
        };
        ops::book(ledger, &[draft], &self.stamp()).unwrap();
    }
}

pub(super) fn entry(ledger: &Ledger, kind: Kind, voucher: &str) -> u64 {
    let times = Times { as_of: day("2022-12-31"), known: ledger.head().seq };
    let found = query::events_of_kinds(ledger, times, &[kind]).unwrap();
    found.iter().find(|event| event.voucher == voucher).unwrap().seq
}

/// Number of a person of the sample who orders nothing and has the role.
const WEBER: PersonNo = PersonNo(1);

pub(super) fn weber(ledger: &Ledger) -> PersonNo {
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let found = query::persons(ledger, times).unwrap();
    found.iter().find(|one| one.name.as_deref() == Some("A. Weber")).map_or(WEBER, |one| one.person)
}

pub(super) fn balances(ledger: &Ledger) -> String {
    let times = Times { as_of: day("2021-12-31"), known: ledger.head().seq };
    format!("{:?}", query::balance(ledger, times, GroupBy::Grant).unwrap())
}

#[test]
fn the_list_of_2020_marks_its_payments_and_the_second_time_adds_nothing() {
    let (office, mut ledger, list, person) = Office::with_list();
    let before = balances(&ledger);
    let done = ops::cash_book(&mut ledger, &list, LIST, person, &office.stamp()).unwrap();
    let marked = done.lines.iter().filter(|one| matches!(one.finding, Finding::Reconcile(_)));
    assert_eq!(marked.count(), of_kind(&ledger, &done.booked, Kind::PaymentReconciled));
    assert_eq!(of_kind(&ledger, &done.booked, Kind::CashListRead), 1);
    assert!(done.booked.len() >= 3, "{done:?}");
    let returned = done.lines.iter().find(|one| one.line.amount == Money::from_cents(-25_000_000));
    assert!(matches!(returned.unwrap().finding, Finding::Returned(_)), "{returned:?}");
    assert!(done.lines.iter().all(|one| !matches!(one.finding, Finding::Open(..))), "{done:?}");
    assert_eq!(balances(&ledger), before, "marking moves nothing");
    let again = ops::cash_book(&mut ledger, &list, LIST, person, &office.stamp()).unwrap();
    assert_eq!(again.booked, Vec::<u64>::new());
    assert_eq!(ledger.verify_deep().unwrap(), vec![]);
}

#[test]
fn an_open_order_is_confirmed_and_a_return_is_booked_from_the_list() {
    let (office, mut ledger, list, person) = Office::with_list();
    let before = balances(&ledger);
    // The last payment of the county and the return of commune B are not booked yet.
    let paid = list.iter().rfind(|one| one.amount == Money::from_cents(50_000_000)).unwrap();
    let seq = entry(&ledger, Kind::PaymentConfirmed, &paid.voucher);
    office.reverse(&mut ledger, seq);
    let found = ops::cash_preview(&ledger, &list, (Some(person), NOW)).unwrap();
    let books: Vec<_> =
        found.iter().filter(|one| matches!(one.finding, Finding::Confirm(_))).collect();
    assert_eq!(books.len(), 1, "{books:?}");
    assert_eq!(books[0].line.voucher, paid.voucher);
    let orders = query::event(
        &ledger,
        match books[0].finding {
            Finding::Confirm(order) => order,
            _ => 0,
        },
    );
    let orderer = orders.unwrap().unwrap().actor;
    let own = ops::cash_preview(&ledger, &list, (Some(orderer), NOW)).unwrap();
    assert!(own.iter().any(|one| matches!(one.finding, Finding::Open(Doubt::OwnOrder, _))));
    ops::cash_book(&mut ledger, &list, LIST, person, &office.stamp()).unwrap();
    assert_eq!(balances(&ledger), before);
    let until = query::reconciled_until(
        &ledger,
        Times { as_of: day("2021-12-31"), known: ledger.head().seq },
    );
    assert_eq!(until.unwrap(), Some(list.iter().map(|line| line.day).max().unwrap()));
}

#[test]
fn the_payment_that_came_back_is_recognised_and_booked_from_the_list() {
    let (office, mut ledger, list, person) = Office::with_list();
    let back = list.iter().find(|one| one.amount == Money::from_cents(-25_000_000)).unwrap();
    // Without the repeat and the return, the money is at the wrong account.
    let repeat = entry(&ledger, Kind::PaymentConfirmed, "K-2020-2618");
    let order = query::event(&ledger, repeat).unwrap().unwrap().reference.unwrap();
    office.reverse(&mut ledger, order);
    let seq = entry(&ledger, Kind::PaymentReturned, &back.voucher);
    office.reverse(&mut ledger, seq);
    let line = std::slice::from_ref(back);
    let done = ops::cash_book(&mut ledger, line, LIST, person, &office.stamp()).unwrap();
    assert!(matches!(done.lines[0].finding, Finding::Return(_)), "{done:?}");
    let booked = query::event(&ledger, done.booked[0]).unwrap().unwrap();
    assert_eq!((booked.kind(), booked.voucher.as_str()), (Kind::PaymentReturned, "K-2020-2493"));
    assert_eq!(ledger.verify_deep().unwrap(), vec![]);
}

#[test]
fn what_is_not_beyond_doubt_stays_open_with_its_reason() {
    let office = Office::new();
    let ledger = office.open();
    let list = lines(&ledger);
    let first = &list[0];
    let finding = |line: CashLine| {
        ops::cash_preview(&ledger, &[line], (None, NOW)).unwrap().remove(0).finding
    };
    let of = |finding| match finding {
        Finding::Open(doubt, _) => Some(doubt),
        _ => None,
    };
    let cent = Money::from_cents(1);
    let other = |change: fn(&mut CashLine)| {
        let mut line = first.clone();
        change(&mut line);
        of(finding(line))
    };
    assert_eq!(
        of(finding(CashLine { amount: first.amount - cent, ..first.clone() })),
        Some(Doubt::AmountDiffers)
    );
    assert_eq!(other(|line| line.day = line.day.succ_opt().unwrap()), Some(Doubt::DayDiffers));
    assert_eq!(other(|line| line.year = FiscalYear(2021)), Some(Doubt::LineDiffers));
    let near = |change: fn(&mut CashLine)| {
        let mut line = first.clone();
        line.voucher = "K-9999-1".into();
        change(&mut line);
        match finding(line) {
            Finding::Open(Doubt::Unknown, near) => near,
            other => panic!("{other:?}"),
        }
    };
    let Finding::Known(seq) = finding(first.clone()) else { panic!("reconciled") };
    assert_eq!(near(|_| {}), Some(seq), "all but the voucher");
    assert_eq!(near(|line| line.amount -= Money::from_cents(1)), Some(seq), "its case and day");
    assert_eq!(near(|line| line.text.clear()), Some(seq), "no case: amount and day");
    assert_eq!(near(|line| line.year = FiscalYear(2021)), None, "another fiscal year");
    let neither = |line: &mut CashLine| {
        line.text.clear();
        line.day = line.day.succ_opt().unwrap();
    };
    assert_eq!(near(neither), None, "no case and another day");
    assert_eq!(other(|line| line.voucher.clear()), Some(Doubt::NoVoucher));
    assert_eq!(other(|line| line.amount = Money::ZERO), Some(Doubt::Zero));
    let twice = ops::cash_preview(&ledger, &[first.clone(), first.clone()], (None, NOW)).unwrap();
    assert_eq!(of(twice[1].finding), Some(Doubt::Repeated));
    // A title as the cash office writes it is the same title.
    let written = CashLine { title: first.title.replace(' ', " / "), ..first.clone() };
    assert_eq!(of(finding(written)), None);
}

#[test]
fn a_list_as_csv_with_its_own_heads_is_read_by_its_profile() {
    let office = Office::new();
    let list = lines(&office.open());
    let read =
        |bytes: &[u8], profile: &Profile| read_cash_list(bytes, LIST, profile, &mut |_| true);
    let usual = read(&as_csv(&list), &Profile::default()).unwrap();
    let plain = |line: &CashLine| CashLine { line: 0, ..line.clone() };
    assert_eq!(
        usual.lines.iter().map(plain).collect::<Vec<_>>(),
        list.iter().map(plain).collect::<Vec<_>>()
    );
    assert_eq!(usual.all_notes().count(), 0);
    let text = String::from_utf8(as_csv(&list)).unwrap().replace("Belegnummer", "BNr");
    let refused = read(text.as_bytes(), &Profile::default()).unwrap_err();
    assert_eq!(refused.reason, foerderbuch::exchange::Reason::NoColumn("Belegnummer".into()));
    let profile = Profile::from_json(r#"{"voucher":["BNr"]}"#).unwrap();
    assert_eq!(read(text.as_bytes(), &profile).unwrap().lines.len(), list.len());
    assert!(Profile::from_json(r#"{"vouchers":[]}"#).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    /// A list in any order, split anywhere, gives the same entries, balances and days until which
    /// all is reconciled; a return that is not booked yet stands among its rows.
    #[test]
    fn any_order_and_any_split_give_the_same(
        order in Just((0..13_usize).collect::<Vec<_>>()).prop_shuffle(),
        split in 0..13_usize,
    ) {
        let (whole, expected) = read_in_parts(|list| vec![list.to_vec()]);
        let (parts, found) = read_in_parts(|list| {
            let mixed: Vec<CashLine> =
                order.iter().filter_map(|at| list.get(*at).cloned()).collect();
            assert_eq!(mixed.len(), list.len(), "the shuffle has every row");
            let (one, other) = mixed.split_at(split.min(mixed.len()));
            vec![one.to_vec(), other.to_vec(), one.to_vec()]
        });
        prop_assert_eq!(found, expected);
        prop_assert!(whole >= 4 && parts >= 4);
    }
}

/// How many entries the parts of the list booked, and what stands in the ledger then: kind,
/// reference, day and amount of each, balances, and how far all is reconciled at several days.
fn read_in_parts(parts: impl Fn(&[CashLine]) -> Vec<Vec<CashLine>>) -> (usize, Vec<String>) {
    let (office, mut ledger, mut list, person) = Office::with_list();
    // The return of commune B is not booked, and the money not paid again.
    let repeat = entry(&ledger, Kind::PaymentConfirmed, "K-2020-2618");
    let order = query::event(&ledger, repeat).unwrap().unwrap().reference.unwrap();
    office.reverse(&mut ledger, order);
    let seq = entry(&ledger, Kind::PaymentReturned, "K-2020-2493");
    office.reverse(&mut ledger, seq);
    list.retain(|one| one.voucher != "K-2020-2618");
    let before = ledger.head().seq;
    let mut count = 0;
    for (at, part) in parts(&list).iter().enumerate() {
        let name = format!("Istliste {at}");
        let done =
            ops::cash_book(&mut ledger, part, name.as_str(), person, &office.stamp()).unwrap();
        count += done.booked.len();
    }
    let found = ops::cash_preview(&ledger, &list, (None, NOW)).unwrap();
    let open: Vec<_> = found.iter().filter(|one| !one.finding.is_settled()).collect();
    assert!(open.is_empty(), "something is open or would be booked again: {open:?}");
    let mut said: Vec<String> = (before + 1..=ledger.head().seq)
        .map(|seq| query::event(&ledger, seq).unwrap().unwrap())
        .filter(|event| event.kind() != Kind::CashListRead)
        .map(|event| {
            let (kind, of, on) = (event.kind(), event.reference, event.effective_on);
            format!("{kind:?} {of:?} {on} {:?}", event.body.amount())
        })
        .collect();
    said.sort();
    said.push(balances(&ledger));
    for as_of in ["2020-04-30", "2020-07-15", "2020-10-15", "2020-11-30", "2021-12-31"] {
        let times = Times { as_of: day(as_of), known: ledger.head().seq };
        let state = query::cash_state(&ledger, times).unwrap();
        said.push(format!("{as_of} {:?} {}", state.until, state.open));
    }
    (count, said)
}

#[test]
fn the_command_previews_and_books_and_refuses_who_is_nobody() {
    let desk = Desk::new();
    let ledger = Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap();
    std::fs::write(desk.path(LIST), as_csv(&lines(&ledger))).unwrap();
    drop(ledger);
    let call = ["reconcile", "s.foerderbuch", "--list", LIST];
    let said = desk.good(&call);
    assert!(said.contains("wird abgeglichen") && said.contains("nur die Vorschau"), "{said}");
    let (code, said) = desk.bad(&[&call[..], &["--book"]].concat());
    assert_eq!((code, said.contains("--as PERSON")), (2, true));
    let book = [&call[..], &["--as", "A. Weber", "--book", "--json"]].concat();
    let first = json(&desk.good(&book));
    assert!(!first["booked"].as_array().unwrap().is_empty());
    assert_eq!(first["open"], 0);
    let second = json(&desk.good(&book));
    assert_eq!((&second["booked"], &second["books"]), (&json("[]"), &0.into()));
    desk.good(&["verify", "--deep", "s.foerderbuch"]);
}

#[test]
fn a_list_that_confirms_and_returns_a_payment_is_booked_in_one_run() {
    let (office, mut ledger, list, person) = Office::with_list();
    let repeat = entry(&ledger, Kind::PaymentConfirmed, "K-2020-2618");
    office.reverse(&mut ledger, repeat);
    let paid = list.iter().find(|one| one.voucher == "K-2020-2618").unwrap();
    let back = CashLine {
        line: 99,
        voucher: "K-2020-2700".into(),
        day: paid.day.succ_opt().unwrap(),
        amount: -paid.amount,
        ..paid.clone()
    };
    let both = [back, paid.clone()];
    let done = ops::cash_book(&mut ledger, &both, LIST, person, &office.stamp()).unwrap();
    assert!(matches!(done.lines[0].finding, Finding::ReturnConfirmed(_)), "{done:?}");
    assert_eq!(done.booked.len(), 4, "paid, reconciled, returned, the list read");
    let again = ops::cash_book(&mut ledger, &both, LIST, person, &office.stamp()).unwrap();
    assert_eq!(again.booked, Vec::<u64>::new());
    assert_eq!(ledger.verify_deep().unwrap(), vec![]);
}

#[test]
fn a_return_and_its_payment_in_one_list_do_not_compete() {
    let (office, mut ledger, list, person) = Office::with_list();
    let paid = list.iter().find(|one| one.voucher == "K-2020-5602").unwrap();
    let back = CashLine {
        line: 99,
        voucher: "K-2020-5700".into(),
        day: day("2020-12-17"),
        amount: -paid.amount,
        text: format!("{} Rückläufer", paid.text),
        ..paid.clone()
    };
    let both = [paid.clone(), back.clone()];
    let found = ops::cash_preview(&ledger, &both, (Some(person), NOW)).unwrap();
    let Finding::Return(payment) = found[1].finding else { panic!("{found:?}") };
    // Who ordered the payment leaves its return to another person, too.
    let order = query::event(&ledger, payment).unwrap().unwrap().reference.unwrap();
    let orderer = query::event(&ledger, order).unwrap().unwrap().actor;
    let own =
        ops::cash_preview(&ledger, std::slice::from_ref(&back), (Some(orderer), NOW)).unwrap();
    assert_eq!(own[0].finding, Finding::Open(Doubt::OwnOrder, Some(order)));
    let done = ops::cash_book(&mut ledger, &both, LIST, person, &office.stamp()).unwrap();
    assert!(done.lines.iter().all(|one| one.finding.books()), "{done:?}");
    let again = ops::cash_book(&mut ledger, &both, LIST, person, &office.stamp()).unwrap();
    assert_eq!(again.booked, Vec::<u64>::new());
    // The return twice is left to a person.
    let twice = CashLine { voucher: "K-2020-5701".into(), ..back.clone() };
    let office = Office::new();
    let found = ops::cash_preview(&office.open(), &[back, twice], (Some(person), NOW)).unwrap();
    let several = |one: &foerderbuch::domain::cash::Matched| {
        matches!(one.finding, Finding::Open(Doubt::Several, _))
    };
    assert!(found.iter().all(several), "{found:?}");
}

#[test]
fn a_payment_that_came_back_in_full_does_not_hold_the_day_back() {
    let ledger = sample::in_memory().unwrap();
    let until = |as_of: &str| {
        let times = Times { as_of: day(as_of), known: ledger.head().seq };
        query::reconciled_until(&ledger, times).unwrap().map(|day| day.to_string())
    };
    // Paid on 1 July, back on 3 July; the payments of December are still open.
    assert!(until("2020-07-02") < Some("2020-07-01".to_owned()), "it is not back yet");
    assert_eq!(until("2020-12-31"), Some("2020-12-04".to_owned()));
}
