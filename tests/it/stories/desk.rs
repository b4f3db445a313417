//! Stories 1 to 7: the desk officer.

use foerderbuch::domain::deadline::DeadlineKind;
use foerderbuch::domain::procedure::CaseState;
use foerderbuch::domain::{Kind, Money, RecipientKey, Stage};
use foerderbuch::render;
use foerderbuch::report::statement::statement;
use foerderbuch::store::query;
use foerderbuch::store::view::{CaseRow, MilestoneState, Times};
use serde_json::json;

use super::{
    Book, CONSUMPTIVE, INVESTIVE, day, draw_of_f, due, entry, euro, german, issued, line, plain,
};
use crate::command_line::{Desk, json as parsed};

#[test]
fn story_01_a_grant_is_the_sum_of_its_due_years_and_not_one_cent_more_than_requested() {
    let mut book = Book::sample();
    let county = book.grant(book.times(), "EG-2020-001");
    assert_eq!(county.row.granted, euro("2.200.000,00"));
    assert!(county.lines.iter().all(|line| line.fiscal_year.0 == 2020));
    assert_eq!(county.lines.iter().map(|l| l.granted).sum::<Money>(), county.row.granted);

    let case = ("EG-2020-009", "16067");
    let application = book.examined("2020-12-16", case, ("2.200.000,00", "2.750.000,00"));
    let notice = |lines: &[serde_json::Value]| {
        issued("2020-12-17", "EG-2020-009", "2.750.000,00", lines).of("16067").after(application)
    };
    let investive = due(INVESTIVE, 2020, "1.700.000,00", None);
    let said =
        book.refused(&notice(&[investive.clone(), due(CONSUMPTIVE, 2020, "500.000,01", None)]));
    assert!(said.contains("2.200.000,01 € bewilligt, 2.200.000,00 € beantragt"), "{said}");
    assert!(said.contains("0,01 € zu viel"), "{said}");
    let said = book.refused(&notice(&[investive.clone(), investive.clone()]));
    assert!(said.contains("jede nur einmal je Titel und Haushaltsjahr"), "{said}");
    book.good(&notice(&[investive, due(CONSUMPTIVE, 2020, "500.000,00", None)]));
    let found = book.grant(book.times(), "EG-2020-009");
    assert_eq!(found.row.granted, euro("2.200.000,00"));
    assert_eq!(found.row.sums.open(), euro("2.200.000,00"));
}

#[test]
fn story_02_a_draw_of_one_cent_too_much_is_refused_and_names_the_cent() {
    let desk = Desk::new();
    let known = || parsed(&desk.good(&["balance", "s.foerderbuch", "--json"]))["known_seq"].clone();
    let before = known();
    let book = |amount| {
        std::fs::write(desk.path("abruf.jsonl"), draw_of_f(amount).line()).unwrap();
        let output = desk.run(&["book", "s.foerderbuch", "--as", "A. Weber", "abruf.jsonl"]);
        (output.status.code(), plain(&String::from_utf8(output.stderr).unwrap()))
    };
    let (code, said) = book("12.500,01");
    assert_eq!(code, Some(1), "{said}");
    for words in [
        "12.500,01 € angefordert, 12.500,00 € offen auf EG-2020-003",
        "Kapitel 16 16 Titel 633 71, 2020: 0,01 € zu viel",
        "Nichts wurde gebucht",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(known(), before);
    assert_eq!(book("12.500,00"), (Some(0), String::new()));
}

const B: &str = "16999002";

#[test]
fn story_03_a_bank_return_and_its_repeat_leave_the_ist_and_count_twice_only_gross() {
    let mut book = Book::sample();
    let actual = |book: &Book, on| book.grant(book.on(on), "EG-2019-002").row.sums.actual();
    assert_eq!(actual(&book, "2020-07-02"), euro("1.300.000,00"));
    assert_eq!(actual(&book, "2020-07-03"), euro("1.050.000,00"));
    assert_eq!(actual(&book, "2020-12-31"), euro("1.300.000,00"));
    let moves = book.grant(book.times(), "EG-2019-002").moves;
    let paid = moves.iter().filter(|row| row.kind == Kind::PaymentConfirmed);
    assert_eq!(paid.map(|row| row.line.amount_cents).sum::<Money>(), euro("1.550.000,00"));

    // It comes back once more: not to the same account, and not without a second person.
    let payment = book.entry(Kind::PaymentConfirmed, "K-2020-2618");
    let part = json!({"line": line("EG-2019-002", INVESTIVE, 2020, "250.000,00")});
    let with = |name: &str, value: serde_json::Value| {
        let mut body = part.clone();
        body[name] = value;
        body
    };
    let body = with("reason", json!("Konto erloschen"));
    let account = book.account(B);
    let returned = entry("payment_returned", "2020-12-16", "Lang", body).of(B).after(payment);
    book.good(&returned);
    assert_eq!(actual(&book, "2020-12-31"), euro("1.050.000,00"));
    let draw = book.entry(Kind::DrawRequested, "EG-2019-002, Abruf 3");
    let order = |account| {
        let mut body = with("bank_account", json!(account));
        body["payment_text"] = json!("16999002-EG-01 RATE 3");
        entry("payment_ordered", "2020-12-18", "Roth", body).of(B).after(draw)
    };
    let said = book.refused(&order(account));
    assert!(said.contains("nicht bestätigt, oder seither kam eine Zahlung zurück"), "{said}");
    let body = json!({"iban": "DE26123456781699900201", "holder": "Kommune B (fiktiv)"});
    let account = book.good(&entry("bank_account_recorded", "2020-12-17", "Weber", body).of(B));
    let confirm = |who| {
        entry("bank_account_confirmed", "2020-12-17", who, json!({"checked_by": "Rückruf"}))
            .of(B)
            .after(account)
    };
    assert!(book.refused(&confirm("Weber")).contains("Vier-Augen-Prinzip"));
    book.good(&confirm("Lang"));
    let order = book.good(&order(account));
    book.good(&entry("payment_confirmed", "2020-12-21", "Lang", part).of(B).after(order));
    assert_eq!(actual(&book, "2020-12-31"), euro("1.300.000,00"));
    assert_eq!(book.total(book.times()).sums.actual(), euro("7.200.000,00"));
}

#[test]
fn story_04_an_amending_notice_adds_a_version_and_old_prints_stay_as_they_were() {
    let mut book = Book::sample();
    let key = RecipientKey::new("16999003");
    let print = |book: &Book, times: Times| {
        let data = query::statement_data(&book.ledger, times, &key).unwrap().unwrap();
        render::pdf(&statement(&data), &german()).unwrap()
    };
    let known = query::known_at_end_of(&book.ledger, day("2020-10-11")).unwrap();
    let then = Times { as_of: day("2020-10-11"), known };
    let (old, new) = (print(&book, then), print(&book, book.times()));
    assert_ne!(old, new);
    let versions = book.grant(book.times(), "EG-2019-003").versions;
    let shown: Vec<_> = versions.iter().map(|row| (row.change, row.granted)).collect();
    assert_eq!(
        shown,
        [(euro("900.000,00"), euro("900.000,00")), (euro("−37.500,00"), euro("862.500,00")),]
    );
    assert_eq!(versions[1].effective_on, day("2020-10-12"));
    assert!(versions[1].reason.contains("1.078.125,00 € statt 1.125.000,00 €"));
    assert_eq!(book.grant(then, "EG-2019-003").row.granted, euro("900.000,00"));

    let before = book.times();
    let body =
        json!({"grant": "EG-2019-003", "reason": "Zweck genauer", "purpose": "Fachverfahren"});
    book.good(&entry("grant_amended", "2020-10-01", "Roth", body).of("16999003"));
    assert_eq!(book.grant(book.times(), "EG-2019-003").versions.len(), 3);
    assert_eq!(print(&book, then), old);
    assert_eq!(print(&book, before), new);
}

#[test]
fn story_05_a_notice_posted_on_14_september_is_final_on_20_october_or_with_the_waiver() {
    let mut book = Book::sample();
    let case = ("EG-2020-009", "16067");
    let application = book.examined("2020-09-01", case, ("80.000,00", "100.000,00"));
    let lines = [due(INVESTIVE, 2020, "80.000,00", None)];
    let notice = issued("2020-09-14", "EG-2020-009", "100.000,00", &lines);
    let notice = book.good(&notice.of("16067").after(application));
    let body = json!({"grant": "EG-2020-009", "manner": "post"});
    let announced = entry("notice_announced", "2020-09-14", "Weber", body).of("16067");
    book.good(&announced.after(notice));
    let found = |book: &Book, on| -> CaseRow {
        let rows = query::cases(&book.ledger, book.on(on)).unwrap();
        rows.into_iter().find(|row| row.grant.as_str() == "EG-2020-009").unwrap()
    };
    let row = found(&book, "2020-12-31");
    assert_eq!(row.announced_on, Some(day("2020-09-17")));
    assert_eq!(row.final_on, Some(day("2020-10-20")));
    assert_eq!(found(&book, "2020-09-16").state, CaseState::Issued);
    assert_eq!(found(&book, "2020-10-19").state, CaseState::Announced);
    assert_eq!(found(&book, "2020-10-20").state, CaseState::Final);

    let body = json!({"line": line("EG-2020-009", INVESTIVE, 2020, "80.000,00")});
    let draw = entry("draw_requested", "2020-10-19", "Weber", body).of("16067");
    let said = book.refused(&draw);
    assert!(said.contains("erst ab dem 20.10.2020 bestandskräftig"), "{said}");
    let body = json!({"grant": "EG-2020-009"});
    book.good(&entry("remedy_waived", "2020-09-21", "Lang", body).of("16067").after(notice));
    assert_eq!(found(&book, "2020-12-31").final_on, Some(day("2020-09-21")));
    assert_eq!(found(&book, "2020-09-20").final_on, Some(day("2020-10-20")));
    book.good(&draw);
    let county = query::cases(&book.ledger, book.times()).unwrap();
    let county = county.iter().find(|row| row.grant.as_str() == "EG-2020-001").unwrap();
    assert_eq!(county.final_on, Some(day("2020-09-21")));
}

#[test]
fn story_06_proofs_due_within_90_days_and_overdue_stand_by_amount() {
    let book = Book::sample();
    let rows = |on| -> Vec<(String, Option<Money>, bool)> {
        let rows = query::proofs_due(&book.ledger, book.on(on), 90).unwrap();
        assert!(rows.iter().all(|row| row.kind == DeadlineKind::FinalProof));
        rows.into_iter().map(|r| (r.grant.unwrap().to_string(), r.amount, r.overdue)).collect()
    };
    let due = |overdue| {
        [
            ("EG-2020-001", "2.200.000,00"),
            ("EG-2019-003", "862.500,00"),
            ("EG-2019-004", "450.000,00"),
            ("EG-2019-005", "320.000,00"),
            ("EG-2020-003", "167.500,00"),
        ]
        .map(|(grant, amount)| (grant.to_owned(), Some(euro(amount)), overdue))
    };
    assert_eq!(rows("2021-10-01"), [], "91 days before");
    assert_eq!(rows("2021-10-02"), due(false), "90 days before");
    assert_eq!(rows("2021-12-31"), due(false));
    assert_eq!(rows("2022-01-01"), due(true));
    let last = rows("2022-10-02");
    let largest = ("EG-2019-001".to_owned(), Some(euro("1.900.000,00")), false);
    assert_eq!((last.len(), &last[1]), (7, &largest));

    let desk = Desk::new();
    let said = desk.good(&["deadlines", "s.foerderbuch", "--as-of", "2022-01-01"]);
    let told = |number: &str, amount: &str| {
        said.lines().any(|line| {
            line.starts_with("31.12.2021  überfällig")
                && line.contains(number)
                && line.contains("Verwendungsnachweis")
                && line.contains(amount)
        })
    };
    assert!(told("EG-2020-001", "2.200.000,00") && told("EG-2020-003", "167.500,00"), "{said}");
}

#[test]
fn story_07_a_milestone_reached_keeps_its_plan_and_names_its_proof() {
    let mut book = Book::sample();
    let milestone = |book: &Book, key: &str| {
        let rows = query::milestones(&book.ledger, book.on("2021-12-31")).unwrap();
        rows.into_iter().find(|row| row.milestone.as_str() == key).unwrap()
    };
    let rhoenblick = milestone(&book, "SM-2");
    assert!(rhoenblick.name.de.contains("Rhönblick"));
    assert_eq!(rhoenblick.state, MilestoneState::Reached);
    assert_eq!(german().date(&rhoenblick.actual.unwrap()), "September 2020");
    assert_eq!(rhoenblick.proof.as_deref(), Some("Bericht vom 22.09.2020"));

    let body = json!({"milestone": "SM-3", "reason": "Lieferverzug",
        "forecast": {"precision": "quarter", "from": "2021-07-01"}});
    book.good(&entry("milestone_forecast", "2021-06-01", "Lang", body).of("16066"));
    let body = json!({"milestone": "SM-3", "proof": "Abnahmeprotokoll 7/21",
        "actual": {"precision": "day", "from": "2021-09-16"}});
    book.good(&entry("milestone_reached", "2021-09-20", "Lang", body).of("16066"));
    let servers = milestone(&book, "SM-3");
    assert_eq!(german().date(&servers.plan.unwrap()), "Mitte 2021");
    assert_eq!(german().date(&servers.forecast.unwrap()), "3. Quartal 2021");
    assert_eq!(german().date(&servers.actual.unwrap()), "16.09.2021");
    assert_eq!(servers.proof.as_deref(), Some("Abnahmeprotokoll 7/21"));
    assert_eq!(servers.state, MilestoneState::Reached);
    assert_eq!(book.total(book.times()).sums.at(Stage::Paid), euro("7.200.000,00"));
}
