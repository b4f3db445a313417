//! Lines of the cash office that look like an entry and are not: they stay open.

use std::collections::BTreeMap;

use foerderbuch::domain::cash::{CashLine, Doubt, Facts, Finding};
use foerderbuch::domain::{Day, Event, FiscalYear, Kind, Money, Seq};
use foerderbuch::ops::sample;
use foerderbuch::store::view::Times;
use foerderbuch::store::{Access, Ledger, query};

use super::table::day;

/// What of the sample a list can be about, in euros and by voucher.
fn events() -> Vec<Event> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.foerderbuch");
    sample::write(&path).unwrap();
    let ledger = Ledger::open(&path, Access::Read).unwrap();
    let times = Times { as_of: day("2022-12-31"), known: ledger.head().seq };
    query::events_of_kinds(&ledger, times, Facts::KINDS).unwrap()
}

fn at(events: &[Event], kind: Kind, voucher: &str) -> Event {
    let found = events.iter().find(|one| one.kind() == kind && one.voucher == voucher);
    found.unwrap_or_else(|| panic!("{kind:?} {voucher}")).clone()
}

/// The events without an entry and what refers to it.
fn without(events: &[Event], seq: Seq) -> Vec<Event> {
    let stays = |one: &&Event| one.seq != seq && one.reference != Some(seq);
    events.iter().filter(stays).cloned().collect()
}

/// The sample in which the order of 250.000 € (EG-2019-002, K-2020-2618) is not paid yet.
fn unpaid() -> (Vec<Event>, Event) {
    let events = events();
    let paid = at(&events, Kind::PaymentConfirmed, "K-2020-2618");
    let order = events.iter().find(|one| Some(one.seq) == paid.reference).unwrap().clone();
    (without(&events, paid.seq), order)
}

fn line(voucher: &str, on: &str, euros: i64, text: &str) -> CashLine {
    CashLine {
        line: 2,
        voucher: voucher.into(),
        title: "1616 88371".into(),
        year: FiscalYear(2020),
        day: day(on),
        amount: Money::from_cents(euros * 100),
        text: text.into(),
        repeated: false,
    }
}

fn findings(events: &[Event], lines: &[CashLine]) -> Vec<Finding> {
    let facts = Facts::new(events, &BTreeMap::new());
    let found = facts.matched(lines, None, day("2022-12-31"));
    found.into_iter().map(|one| one.finding).collect()
}

fn finding(events: &[Event], line: CashLine) -> Finding {
    findings(events, &[line])[0]
}

fn doubt(found: Finding) -> Option<Doubt> {
    match found {
        Finding::Open(doubt, _) => Some(doubt),
        _ => None,
    }
}

#[test]
fn a_number_inside_the_voucher_of_an_order_confirms_nothing() {
    let (events, order) = unpaid();
    for voucher in ["2020", "2618", "K-2020", "Anordnung", "EG-2019-002"] {
        let found = finding(&events, line(voucher, "2020-12-15", 250_000, "ganz anderer Zweck"));
        assert_eq!(doubt(found), Some(Doubt::OnlyAmount), "{voucher}");
    }
    let whole = line("K-2020-2618", "2020-12-15", 250_000, "ohne Aktenzeichen");
    assert_eq!(finding(&events, whole), Finding::Confirm(order.seq));
    let by_case = line("4711", "2020-12-15", 250_000, "Az EG-2019-002, Rate 3");
    assert_eq!(finding(&events, by_case), Finding::Confirm(order.seq));
}

#[test]
fn a_longer_file_number_and_the_next_column_name_no_other_case() {
    let (events, _) = unpaid();
    for text in ["Az EG-2019-0021", "XEG-2019-002", "EG-2019 | 002", "EG-2019-002 EG-2019-003"] {
        let found = finding(&events, line("K-2020-9002", "2020-12-15", 250_000, text));
        assert_eq!(doubt(found), Some(Doubt::OnlyAmount), "{text}");
    }
}

#[test]
fn money_that_comes_back_late_without_a_word_is_no_return() {
    let events = events();
    let payment = at(&events, Kind::PaymentConfirmed, "K-2020-1307");
    let back = |on, text: &str| finding(&events, line("K-2020-9001", on, -450_000, text));
    let late = back("2020-12-15", "Rückgabe nicht verbrauchter Mittel EG-2019-002");
    assert_eq!(late, Finding::Open(Doubt::NotAReturn, Some(payment.seq)));
    let soon = back("2020-04-17", "EG-2019-002");
    assert_eq!(soon, Finding::Return(payment.seq));
    let said = back("2020-12-15", "Rückläufer EG-2019-002");
    assert_eq!(said, Finding::Return(payment.seq));
}

#[test]
fn two_open_orders_of_a_case_stay_open_however_often_the_list_is_read() {
    let (mut events, first) = unpaid();
    let seq = events.iter().map(|one| one.seq).max().unwrap() + 10;
    let voucher = "EG-2019-002, Anordnung K-2020-7002".to_owned();
    events.push(Event { seq, voucher, ..first.clone() });
    let vague = line("K-2020-7001", "2020-12-15", 250_000, "Az EG-2019-002");
    let exact = line("K-2020-7002", "2020-12-16", 250_000, "Az EG-2019-002");
    for list in [[vague.clone(), exact.clone()], [exact.clone(), vague]] {
        for found in findings(&events, &list) {
            assert_eq!(doubt(found), Some(Doubt::Several), "{list:?}");
        }
    }
    assert_eq!(finding(&events, exact), Finding::Confirm(seq), "alone it is beyond doubt");
}

#[test]
fn an_order_is_not_confirmed_while_the_payment_has_another_voucher() {
    let (mut events, order) = unpaid();
    let paid = at(&self::events(), Kind::PaymentConfirmed, "K-2020-2618");
    let by_hand = Event { voucher: "HAND-1".into(), ..paid };
    let seq = events.iter().map(|one| one.seq).max().unwrap() + 10;
    events.push(by_hand.clone());
    events.push(Event { seq, ..order });
    let found = finding(&events, line("K-2020-9", "2020-12-15", 250_000, "EG-2019-002"));
    assert_eq!(found, Finding::Open(Doubt::OtherVoucher, Some(by_hand.seq)));
}

#[test]
fn one_voucher_for_several_payments_finds_each_and_a_stray_line_disturbs_none() {
    let mut events = events();
    let first = at(&events, Kind::PaymentConfirmed, "K-2020-1307");
    let second = at(&events, Kind::PaymentConfirmed, "K-2020-2618");
    events.retain(|one| one.kind() != Kind::PaymentReconciled);
    for one in events.iter_mut().filter(|one| [first.seq, second.seq].contains(&one.seq)) {
        "SB-1".clone_into(&mut one.voucher);
    }
    let list = [
        line("SB-1", "2020-04-15", 1, "fremd"),
        line("SB-1", "2020-04-15", 450_000, "EG-2019-002"),
        line("SB-1", "2020-07-14", 250_000, "EG-2019-002"),
    ];
    let found = findings(&events, &list);
    assert_eq!(doubt(found[0]), Some(Doubt::AmountDiffers));
    assert_eq!(found[1..], [Finding::Reconcile(first.seq), Finding::Reconcile(second.seq)]);
}

#[test]
fn a_day_to_come_is_a_doubt_of_its_line_alone() {
    let (events, order) = unpaid();
    let list = [
        line("K-1", "2099-12-15", 250_000, "EG-2019-002"),
        line("K-2", "2020-12-15", 250_000, "EG-2019-002"),
    ];
    let found = findings(&events, &list);
    assert_eq!(doubt(found[0]), Some(Doubt::Future));
    assert_eq!(found[1], Finding::Confirm(order.seq));
}

#[test]
fn a_payment_that_the_same_list_confirms_and_returns_is_recognised_in_one_run() {
    let (events, order) = unpaid();
    let paid = line("K-1", "2020-12-15", 250_000, "EG-2019-002");
    let back = line("K-2", "2020-12-17", -250_000, "EG-2019-002");
    for list in [[paid.clone(), back.clone()], [back.clone(), paid.clone()]] {
        let found = findings(&events, &list);
        assert!(found.contains(&Finding::Confirm(order.seq)), "{found:?}");
        assert!(found.contains(&Finding::ReturnConfirmed(order.seq)), "{found:?}");
    }
    let again = line("K-3", "2020-12-18", -250_000, "EG-2019-002");
    let found = findings(&events, &[paid.clone(), back, again]);
    assert_eq!(doubt(found[1]), Some(Doubt::Several));
    let strange = line("K-2", "2020-12-17", -250_000, "fremd");
    assert_ne!(findings(&events, &[paid, strange])[1], Finding::ReturnConfirmed(order.seq));
}

#[test]
fn a_part_that_came_back_and_a_sum_of_orders_are_told_as_such() {
    let events = events();
    let payment = at(&events, Kind::PaymentConfirmed, "K-2020-1307");
    let part = finding(&events, line("K-9", "2020-04-17", -1_000, "EG-2019-002"));
    assert_eq!(part, Finding::Open(Doubt::Partial, Some(payment.seq)));
    let (mut events, first) = unpaid();
    let seq = events.iter().map(|one| one.seq).max().unwrap() + 10;
    let voucher = "EG-2019-002, Anordnung K-2020-7002".to_owned();
    events.push(Event { seq, voucher, ..first });
    let both = finding(&events, line("K-7", "2020-12-16", 500_000, "EG-2019-002, zwei Raten"));
    assert_eq!(doubt(both), Some(Doubt::Bundled));
}

#[test]
fn of_equal_payments_the_one_of_the_day_is_the_nearest() {
    let mut all = events();
    let paid = at(&all, Kind::PaymentConfirmed, "K-2020-0933");
    let free = all.iter().map(|one| one.seq).max().unwrap() + 1;
    let later = paid.effective_on.succ_opt().unwrap();
    all.push(Event { seq: free, effective_on: later, voucher: "K-7".into(), ..paid.clone() });
    let on = |day: Day| {
        let line = CashLine { day, ..line("K-77777", "2020-12-15", 900_000, "") };
        let Finding::Open(doubt, near) = finding(&all, line) else { panic!("open") };
        (doubt, near)
    };
    assert_eq!(on(paid.effective_on), (Doubt::Unknown, Some(paid.seq)), "reconciled already");
    assert_eq!(on(later), (Doubt::OtherVoucher, Some(free)), "not reconciled yet");
}

#[test]
fn fifty_thousand_lines_are_matched_with_as_many_entries_in_a_moment() {
    let (events, order) = unpaid();
    let mut many = events;
    let first = many.iter().map(|one| one.seq).max().unwrap() + 1;
    many.extend((0..50_000).map(|at| Event {
        seq: first + at,
        voucher: format!("AO-{at}"),
        ..order.clone()
    }));
    let list: Vec<CashLine> = (0..50_000)
        .map(|at| CashLine { line: at, ..line(&format!("K-{at}x"), "2020-12-15", 7, "fremd") })
        .collect();
    let begun = std::time::Instant::now();
    let found = findings(&many, &list);
    assert!(found.iter().all(|one| doubt(*one) == Some(Doubt::Unknown)));
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
