//! What lists of the cash office leave unclear: kept row by row, found again without the file, and
//! cleared by a later list.

use foerderbuch::domain::body::{CashListRead, OpenRow};
use foerderbuch::domain::cash::{CashLine, Doubt, Finding, News, Readings};
use foerderbuch::domain::{Kind, Money};
use foerderbuch::ops;
use foerderbuch::store::view::{CashState, Times};
use foerderbuch::store::{Access, Ledger, query};

use super::command_line::{Desk, json};
use super::reconciling::{LIST, NOW, Office, as_csv, balances, entry, lines};
use super::table::day;

/// A row of a list that could not be read.
fn unread(line: u64) -> OpenRow {
    OpenRow {
        line,
        voucher: "K-1".into(),
        title: String::new(),
        year: "2020".into(),
        day: None,
        amount_cents: None,
        text: "1.2.3".into(),
        doubt: None,
    }
}

/// What is reconciled until a day, and what is not.
fn state(ledger: &Ledger, as_of: &str) -> CashState {
    let times = Times { as_of: day(as_of), known: ledger.head().seq };
    query::cash_state(ledger, times).unwrap()
}

#[test]
fn what_a_list_leaves_open_and_what_no_list_covers_is_told() {
    let (office, mut ledger, list, person) = Office::with_list();
    let before = state(&ledger, "2021-12-31");
    assert_eq!((before.open, before.gaps), (0, vec![]));
    let strange = CashLine { voucher: "K-77777".into(), line: 90, ..list[0].clone() };
    let mut odd = list.clone();
    odd.push(strange.clone());
    let name = ops::ListName { name: LIST, unread: &[unread(91), unread(92)], of: None };
    ops::cash_book(&mut ledger, &odd, name, person, &office.stamp()).unwrap();
    let found = state(&ledger, "2021-12-31");
    assert_eq!((found.open, found.open_from), (3, Some(strange.day)));
    let report = query::programme_data(
        &ledger,
        Times { as_of: day("2021-12-31"), known: ledger.head().seq },
    );
    let report = foerderbuch::report::programme::programme(&report.unwrap(), None);
    let text = foerderbuch::text::Text::new(foerderbuch::text::Lang::De);
    let said = foerderbuch::render::plain::plain_text(&report, &text);
    assert!(said.contains("Zeilen der Kassenlisten ungeklärt: 3, die erste vom"), "{said}");
}

#[test]
fn a_second_reading_of_which_nothing_is_booked_says_what_is_still_open() {
    let (office, mut ledger, list, person) = Office::with_list();
    let open = |ledger: &Ledger| state(ledger, "2021-12-31").open;
    // The first line of the list cannot be read, and another one is nobody's.
    let mut odd = list[1..].to_vec();
    odd.push(CashLine { voucher: "K-77777".into(), line: 90, ..list[1].clone() });
    let name = |unread| ops::ListName { name: LIST, unread, of: None };
    let rows = [unread(2)];
    ops::cash_book(&mut ledger, &odd, name(&rows), person, &office.stamp()).unwrap();
    assert_eq!(open(&ledger), 2);
    let again = ops::cash_book(&mut ledger, &odd, name(&rows), person, &office.stamp()).unwrap();
    assert_eq!(again.booked, Vec::<u64>::new(), "the same list says the same");
    // Readable now, the line is a payment that is reconciled with its own day.
    let before = balances(&ledger);
    let readable = [&list[..1], &odd].concat();
    ops::cash_book(&mut ledger, &readable, name(&[]), person, &office.stamp()).unwrap();
    assert_eq!(open(&ledger), 1);
    // The line of nobody is struck out: nothing is to be booked, and yet the list says less.
    let found = ops::cash_preview(&ledger, &list, (Some(person), NOW)).unwrap();
    let news = ops::cash_news(&ledger, &found, name(&[]), NOW).unwrap();
    assert_eq!(news, Some(News { before: 1, after: 0 }));
    let done = ops::cash_book(&mut ledger, &list, name(&[]), person, &office.stamp()).unwrap();
    assert_eq!((open(&ledger), done.booked.len()), (0, 1));
    let found = ops::cash_preview(&ledger, &list, (Some(person), NOW)).unwrap();
    assert!(found.iter().all(|one| one.finding.is_settled()), "{found:?}");
    assert_eq!(ops::cash_news(&ledger, &found, name(&[]), NOW).unwrap(), None);
    assert_eq!(balances(&ledger), before);
    assert_eq!(ledger.verify_deep().unwrap(), vec![]);
}

#[test]
fn a_list_of_a_new_name_that_books_nothing_keeps_its_unclear_rows_until_one_clears_them() {
    let (office, mut ledger, list, person) = Office::with_list();
    let book = |ledger: &mut Ledger, lines: &[CashLine], name: &str| {
        ops::cash_book(ledger, lines, name, person, &office.stamp()).unwrap().booked.len()
    };
    assert!(book(&mut ledger, &list, "Ist Dezember.csv") > 1);
    // A payment of April with a cent more, and a row of nobody, in a list of another name.
    let at = list.iter().position(|one| one.voucher == "K-2020-1307").unwrap();
    let mut changed = list.clone();
    changed[at].amount += Money::from_cents(1);
    let nobody = CashLine { voucher: "X-1".into(), day: day("2020-12-22"), ..list[0].clone() };
    changed.push(CashLine { line: 77, ..nobody.clone() });
    assert_eq!(book(&mut ledger, &changed, "Ist Jahr.csv"), 1, "the reading itself");
    let found = state(&ledger, "2021-12-31");
    assert_eq!((found.open, found.open_from), (2, Some(list[at].day)));
    let rows: Vec<_> = found.rows.iter().map(|one| (one.list.as_str(), one.row.line)).collect();
    assert_eq!(rows, [("Ist Jahr.csv", list[at].line), ("Ist Jahr.csv", 77)]);
    assert_eq!(found.rows[0].row.doubt, Some(Doubt::AmountDiffers));
    assert_eq!(found.rows[0].row.amount_cents, Some(changed[at].amount));
    // At an earlier Stichtag only the rows until then are unclear.
    assert_eq!(state(&ledger, "2020-06-30").open, 1);
    assert_eq!(state(&ledger, "2020-03-31").open, 0);
    // Again under any name: nothing new, and nothing counts twice.
    assert_eq!(book(&mut ledger, &changed, "Ist Jahr (2).csv"), 0);
    // The next list has the row of nobody still; the one of April stands elsewhere.
    let next = [nobody.clone(), CashLine { line: 9, day: day("2021-01-05"), ..nobody.clone() }];
    assert_eq!(book(&mut ledger, &next, "Ist Januar.csv"), 1);
    assert_eq!(state(&ledger, "2021-12-31").open, 3);
    assert_eq!(ledger.verify_deep().unwrap(), vec![]);
}

#[test]
fn two_lists_of_one_name_and_the_same_days_both_count() {
    let (office, mut ledger, list, person) = Office::with_list();
    let open = |ledger: &Ledger| state(ledger, "2021-12-31").open;
    let book = |ledger: &mut Ledger, lines: &[CashLine]| {
        ops::cash_book(ledger, lines, LIST, person, &office.stamp()).unwrap().booked.len()
    };
    // The list of another cash office with the same name and days: two rows, both of nobody.
    let nobody = |voucher: &str, line: u64, of: &CashLine| CashLine {
        voucher: voucher.into(),
        line,
        ..of.clone()
    };
    let (first, last) = (&list[0], list.iter().max_by_key(|one| one.day).unwrap());
    let own = [&list[..], &[nobody("X-1", 90, last)]].concat();
    let other = [nobody("Z-1", 2, first), nobody("Z-2", 3, last)];
    assert!(book(&mut ledger, &own) > 1);
    assert_eq!(open(&ledger), 1);
    assert_eq!(book(&mut ledger, &other), 1, "the reading");
    assert_eq!(open(&ledger), 3);
    // Each once more, in any order: nothing new.
    for again in [&own[..], &other, &other, &own] {
        assert_eq!(book(&mut ledger, again), 0);
    }
    assert_eq!(open(&ledger), 3);
    // What is looked at once more without the file is that list alone.
    let lists = ops::cash_unclear(&ledger).unwrap();
    assert_eq!(lists.len(), 2);
    for of in &lists {
        let (rest, unread) = of.rest();
        let name = ops::ListName { name: &of.name, unread: &unread, of: Some(of) };
        ops::cash_book(&mut ledger, &rest, name, person, &office.stamp()).unwrap();
    }
    assert_eq!(open(&ledger), 3);
    // The first one without its strange row clears that row alone.
    assert_eq!(book(&mut ledger, &list), 1);
    assert_eq!(open(&ledger), 2);
    assert_eq!(ledger.verify_deep().unwrap(), vec![]);
}

#[test]
fn a_line_that_stands_twice_stays_unclear_when_the_rest_is_looked_at_once_more() {
    let (office, mut ledger, list, person) = Office::with_list();
    let twice = [&list[..], &[CashLine { line: 90, ..list[0].clone() }]].concat();
    ops::cash_book(&mut ledger, &twice, LIST, person, &office.stamp()).unwrap();
    let of = ops::cash_unclear(&ledger).unwrap().remove(0);
    let (rest, unread) = of.rest();
    assert_eq!(rest.len(), 1, "the second of both");
    let found = ops::cash_preview(&ledger, &rest, (None, office.stamp().now)).unwrap();
    assert_eq!(found[0].finding, Finding::Open(Doubt::Repeated, None));
    let name = ops::ListName { name: &of.name, unread: &unread, of: Some(&of) };
    ops::cash_book(&mut ledger, &rest, name, person, &office.stamp()).unwrap();
    assert_eq!(state(&ledger, "2021-12-31").open, 1);
}

#[test]
fn entries_without_numbers_of_vouchers_are_told_apart_by_their_days() {
    let row = OpenRow { doubt: Some(Doubt::Unknown), ..unread(2) };
    let of = |last: &str, row: OpenRow, vouchers: &[u32]| CashListRead {
        first: day("2020-01-02"),
        last: day(last),
        rows: vec![row],
        more: None,
        cleared: vec![],
        vouchers: vouchers.to_vec(),
        source: None,
    };
    let other = OpenRow { voucher: "K-2".into(), ..row.clone() };
    let after = |second: CashListRead| {
        let mut all = Readings::default();
        all.add(1, LIST, &of("2020-06-30", row.clone(), &[]));
        all.add(2, LIST, &second);
        all.open()
    };
    assert_eq!(after(of("2020-12-31", other.clone(), &[])), 1);
    assert_eq!(after(of("2020-06-30", other, &[7])), 2);
    // What earlier builds wrote is written again with the same bytes.
    let written = serde_json::to_string(&of("2020-06-30", row, &[])).unwrap();
    assert!(!written.contains("vouchers"), "{written}");
    let read: CashListRead = serde_json::from_str(&written).unwrap();
    assert_eq!(read.vouchers, Vec::<u32>::new());
}

#[test]
fn a_row_that_a_later_list_finds_booked_is_clear() {
    let (office, mut ledger, list, person) = Office::with_list();
    let open = |ledger: &Ledger| state(ledger, "2021-12-31").open;
    let paid = list.iter().rfind(|one| one.amount == Money::from_cents(50_000_000)).unwrap();
    let seq = entry(&ledger, Kind::PaymentConfirmed, &paid.voucher);
    let orders = query::event(&ledger, seq).unwrap().unwrap().reference.unwrap();
    let orderer = query::event(&ledger, orders).unwrap().unwrap().actor;
    // Who ordered leaves the payment to another person.
    let alone = std::slice::from_ref(paid);
    let roles = ops::cash_book(&mut ledger, alone, "Ist 1.csv", orderer, &office.stamp());
    assert!(roles.is_err(), "an approver reads no list");
    let far = CashLine { voucher: "K-2020-9999".into(), ..paid.clone() };
    let other = std::slice::from_ref(&far);
    ops::cash_book(&mut ledger, other, "Ist 1.csv", person, &office.stamp()).unwrap();
    assert_eq!(open(&ledger), 1);
    // The payment is booked anew with the voucher of the list.
    office.reverse(&mut ledger, seq);
    let mut both = list.clone();
    both.retain(|one| one.voucher != paid.voucher);
    both.push(far.clone());
    let done = ops::cash_book(&mut ledger, &both, "Ist 2.csv", person, &office.stamp()).unwrap();
    assert!(done.lines.iter().all(|one| !one.finding.is_open()), "{done:?}");
    assert_eq!(open(&ledger), 0);
}

#[test]
fn a_time_between_two_lists_is_told_as_a_gap() {
    let (office, mut ledger, list, person) = Office::with_list();
    for (name, voucher) in [("Liste Juli", "K-2020-2455"), ("Liste Dezember", "K-2020-5602")] {
        let part: Vec<CashLine> =
            list.iter().filter(|one| one.voucher == voucher).cloned().collect();
        let done = ops::cash_book(&mut ledger, &part, name, person, &office.stamp()).unwrap();
        assert_eq!(done.booked.len(), 2, "{name}: {done:?}");
    }
    let found = state(&ledger, "2021-12-31");
    assert_eq!(found.gaps, [(day("2020-07-02"), day("2020-12-14"))], "{found:?}");
}

#[test]
fn the_command_tells_both_amounts_and_finds_what_is_unclear_without_the_file() {
    let desk = Desk::new();
    let ledger = Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap();
    let list = lines(&ledger);
    drop(ledger);
    let mut changed = list.clone();
    let at = list.iter().position(|one| one.voucher == "K-2020-1307").unwrap();
    changed[at].amount += Money::from_cents(1);
    std::fs::write(desk.path("Ist 1.csv"), as_csv(&changed)).unwrap();
    std::fs::write(desk.path(LIST), as_csv(&list)).unwrap();
    let read = |name: &str, more: &[&str]| {
        let call = ["reconcile", "s.foerderbuch", "--list", name, "--as", "A. Weber"];
        desk.good(&[&call[..], more].concat())
    };
    let before = read("Ist 1.csv", &[]);
    assert!(
        before.contains("wird abgeglichen") && before.contains("bisher 0, danach 1"),
        "{before}"
    );
    let booked = read("Ist 1.csv", &["--book"]);
    assert!(booked.contains("  abgeglichen (Auszahlung"), "{booked}");
    assert!(!booked.contains("wird "), "{booked}");
    let amounts = "Im Förderbuch: 450.000,00 (Buchung 169), in der Liste: 450.000,01, \
                   Unterschied: 0,01.";
    assert!(booked.contains(amounts), "{booked}");
    assert!(desk.good(&["balance", "s.foerderbuch"]).contains("ungeklärt: 1, die erste vom"));
    let unclear = ["reconcile", "s.foerderbuch", "--unclear", "--as", "A. Weber"];
    let said = desk.good(&unclear);
    assert!(said.contains("Ist 1.csv") && said.contains(amounts), "{said}");
    let same = desk.good(&[&unclear[..], &["--book"]].concat());
    assert!(same.contains("Es gab nichts zu buchen"), "{same}");
    let found = json(&desk.good(&[&unclear[..], &["--json"]].concat()));
    assert_eq!(found[0]["lines"][0]["entry_amount_cents"], 45_000_000);
    // The corrected list under its old name has the line no more.
    std::fs::write(desk.path("Ist 1.csv"), as_csv(&list)).unwrap();
    read("Ist 1.csv", &["--book"]);
    assert!(desk.good(&unclear).contains("Keine Kassenliste ließ Zeilen ungeklärt"));
    assert!(!desk.good(&["balance", "s.foerderbuch"]).contains("ungeklärt"));
    desk.good(&["verify", "--deep", "s.foerderbuch"]);
}
