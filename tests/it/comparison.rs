//! The treasurer's comparison: a bank file made from what was paid agrees, and what is changed in
//! it is named.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use foerderbuch::domain::comparison::{Movement, Verdict, compare};
use foerderbuch::domain::{Money, RecipientKey};
use foerderbuch::exchange::{BankFile, read_bank_file};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::report::Block;
use foerderbuch::report::comparison::{BankSide, comparison as paper_of};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Access, Ledger, query};
use proptest::prelude::*;
use proptest::sample::Index;

use super::command_line::{Desk, json};
use super::table::day;

/// What the sample's ledger through 2022 moved on the account of a recipient.
fn movements(key: &str) -> Vec<Movement> {
    static ALL: OnceLock<BTreeMap<&str, Vec<Movement>>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let ledger = sample::in_memory_through(Through::Year2022).unwrap();
        let times = Times { as_of: day("2022-12-31"), known: ledger.head().seq };
        let of = |key| query::statement_data(&ledger, times, &RecipientKey::new(key)).unwrap();
        KEYS.into_iter().map(|key| (key, of(key).unwrap().detail.movements())).collect()
    });
    all[key].clone()
}

/// The bank's camt.053 of these movements, one line of the file each, line 3 the first.
pub fn camt(movements: &[Movement]) -> String {
    let closing: Money = movements.iter().map(|one| one.amount).sum();
    let (closing, sign) =
        if closing.is_negative() { (-closing, "DBIT") } else { (closing, "CRDT") };
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>\
        <Id>1</Id><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">0.00</Amt>\
        <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2019-01-01</Dt></Dt></Bal><Bal><Tp><CdOrPrtry>\
        <Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">#</Amt><CdtDbtInd>@</CdtDbtInd>\
        <Dt><Dt>2023-02-28</Dt></Dt></Bal>\n"
        .replace('#', &closing.to_string())
        .replace('@', sign);
    for movement in movements {
        let (amount, direction) = if movement.amount.is_negative() {
            (-movement.amount, "DBIT")
        } else {
            (movement.amount, "CRDT")
        };
        writeln!(
            text,
            "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Sts><Cd>BOOK\
             </Cd></Sts><BookgDt><Dt>{}</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>{} {}\
             </Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>",
            movement.day, movement.cash_reference, movement.grant
        )
        .unwrap();
    }
    text + "</Stmt></BkToCstmrStmt></Document>\n"
}

fn read(text: &str) -> BankFile {
    read_bank_file(text.as_bytes(), "bank.xml", &mut |_| true).unwrap()
}

fn verdicts(movements: &[Movement], text: &str) -> Vec<Verdict> {
    let bank = read(text);
    let found = compare(movements, &bank.credits(), bank.period());
    found.lines.iter().map(|line| line.verdict).collect()
}

const KEYS: [&str; 8] =
    ["16066", "16076", "16999001", "16999002", "16999003", "16999004", "16999005", "16999006"];

#[test]
fn a_bank_file_made_from_what_was_paid_agrees_for_everybody() {
    let mut lines = 0;
    for key in KEYS {
        let own = movements(key);
        let found = verdicts(&own, &camt(&own));
        assert!(found.iter().all(|verdict| *verdict == Verdict::Matched), "{key}: {found:?}");
        assert_eq!(found.len(), own.len());
        lines += found.len();
    }
    assert!(lines > 15, "{lines}");
}

#[test]
fn one_cent_more_or_less_names_the_line() {
    for key in KEYS {
        let own = movements(key);
        for at in 0..own.len() {
            let mut bank = own.clone();
            bank[at].amount -= Money::from_cents(1);
            let bank = read(&camt(&bank));
            let found = compare(&own, &bank.credits(), bank.period());
            let open: Vec<_> =
                found.lines.iter().filter(|line| !line.verdict.is_settled()).collect();
            let [line] = open.as_slice() else { panic!("{key} {at}: {open:?}") };
            assert_eq!(line.verdict, Verdict::AmountDiffers, "{key} {at}");
            assert_eq!(line.difference(), Money::from_cents(-1));
            assert_eq!(line.credit.as_ref().unwrap().place.line, 3 + at as u64, "{key} {at}");
        }
    }
}

#[test]
fn the_payment_that_came_back_is_recognised_with_and_without_lines_of_the_bank() {
    let own = movements("16999002");
    let returned = own.iter().position(|one| one.returns.is_some()).unwrap();
    assert_eq!(own[returned].amount, Money::from_cents(-25_000_000));
    let paid = own.iter().position(|one| Some(one.seq) == own[returned].returns).unwrap();
    let unseen: Vec<Movement> = own
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != returned && *at != paid)
        .map(|(_, one)| one.clone())
        .collect();
    let found = verdicts(&own, &camt(&unseen));
    assert_eq!(found.iter().filter(|one| **one == Verdict::ReturnedUnseen).count(), 2);
    assert!(found.iter().all(|verdict| verdict.is_settled()), "{found:?}");
}

#[test]
fn the_order_of_the_file_changes_nothing_and_what_is_left_out_is_missed() {
    let own = movements("16066");
    let reversed: Vec<Movement> = own.iter().rev().cloned().collect();
    assert_eq!(verdicts(&own, &camt(&reversed)), verdicts(&own, &camt(&own)));
    let found = verdicts(&own, &camt(&own[1..]));
    assert_eq!(found[0], Verdict::NotAtRecipient);
    let mut twice = own.clone();
    twice.push(own[0].clone());
    let found = verdicts(&own, &camt(&twice));
    assert_eq!(found.iter().filter(|one| **one == Verdict::Double).count(), 1);
    assert!(verdicts(&[], &camt(&own)).is_empty(), "nobody's money");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever lines a bank leaves out or repeats, in any order: each movement and each line of
    /// the programme is told exactly once, and only what is there on both sides agrees.
    #[test]
    fn every_payment_and_every_line_is_told_once(
        picks in prop::collection::vec(any::<Index>(), 0..9),
    ) {
        let own = movements("16999002");
        let bank: Vec<Movement> =
            picks.iter().map(|pick| own[pick.index(own.len())].clone()).collect();
        let bank = read(&camt(&bank));
        let found = compare(&own, &bank.credits(), bank.period());
        let told = found.lines.iter().filter(|line| line.movement.is_some()).count();
        let lines = found.lines.iter().filter(|line| line.credit.is_some()).count();
        prop_assert_eq!(told, own.len());
        prop_assert_eq!(lines + found.others, picks.len());
        for line in found.lines.iter().filter(|line| line.verdict == Verdict::Matched) {
            prop_assert_eq!(line.difference(), Money::ZERO);
        }
    }
}

#[test]
fn the_command_prints_the_comparison_and_says_no_when_a_line_is_open() {
    let desk = Desk::new();
    let own: Vec<Movement> = movements("16066");
    let own: Vec<Movement> = own.into_iter().filter(|one| one.day <= day("2020-12-31")).collect();
    std::fs::write(desk.path("bank.xml"), camt(&own)).unwrap();
    let call = ["compare", "s.foerderbuch", "--recipient", "16066", "--bank", "bank.xml"];
    let said = desk.good(&call);
    assert!(said.contains("Alles stimmt überein"), "{said}");
    assert!(said.contains("2.200.000,00"), "{said}");
    desk.good(&[&call[..], &["--out", "abgleich.pdf"]].concat());
    assert!(std::fs::read(desk.path("abgleich.pdf")).unwrap().starts_with(b"%PDF-"));
    let text = camt(&own).replacen("800000.00", "799999.99", 1);
    std::fs::write(desk.path("bank.xml"), text).unwrap();
    let output = desk.run(&[&call[..], &["--json"]].concat());
    assert_eq!(output.status.code(), Some(1));
    let answer = json(&String::from_utf8(output.stdout).unwrap());
    let lines = answer["lines"].as_array().unwrap();
    let open: Vec<_> = lines.iter().filter(|line| line["verdict"] == "amount-differs").collect();
    assert_eq!(
        (open.len(), &open[0]["line"], &open[0]["difference_cents"]),
        (1, &4.into(), &(-1).into())
    );
    std::fs::write(desk.path("bank.xml"), "<!DOCTYPE x><Document/>").unwrap();
    let (code, said) = desk.bad(&call);
    assert_eq!(code, 3);
    assert!(said.contains("„bank.xml“, Zeile 1") && said.contains("DOCTYPE"), "{said}");
}

#[test]
fn the_differences_of_the_lines_are_those_of_the_sums() {
    let desk = Desk::new();
    let until = day("2020-12-31");
    let own = movements("16999002").into_iter();
    let own: Vec<Movement> =
        own.filter(|one| one.day >= day("2020-01-02") && one.day <= until).collect();
    std::fs::write(desk.path("bank.xml"), camt(&own).replace("2019-01-01", "2020-01-02")).unwrap();
    let call = ["compare", "s.foerderbuch", "--recipient", "16999002", "--bank", "bank.xml"];
    let output = desk.run(&[&call[..], &["--json"]].concat());
    let answer = json(&String::from_utf8(output.stdout).unwrap());
    let lines = answer["lines"].as_array().unwrap();
    // The payment of 2019 is not in this statement.
    let outside: Vec<_> = lines.iter().filter(|line| line["verdict"] == "outside").collect();
    assert_eq!((outside.len(), &outside[0]["difference_cents"]), (1, &serde_json::Value::Null));
    let apart: i64 = lines.iter().filter_map(|line| line["difference_cents"].as_i64()).sum();
    let sums = |name: &str| answer[name].as_i64().unwrap();
    assert_eq!(apart, sums("bank_cents") - sums("state_cents"));
}

/// The findings that a comparison with this file prints, from its CSV.
fn findings(desk: &Desk, content: &str, lang: &str) -> Vec<String> {
    std::fs::write(desk.path("bank.xml"), content).unwrap();
    let call = ["compare", "s.foerderbuch", "--recipient", "16066", "--bank", "bank.xml"];
    let output = desk.run(&[&call[..], &["--lang", lang, "--out", "found.csv"]].concat());
    assert_eq!(output.status.code(), Some(1));
    let table = std::fs::read_to_string(desk.path("found.csv")).unwrap();
    let sign = if lang == "de" { ';' } else { ',' };
    let of_lines = ["EG-2020", "Auszug 1, ", "statement 1, "];
    let lines = table.lines().filter(|line| of_lines.iter().any(|words| line.contains(words)));
    lines.map(|line| line.split(sign).next().unwrap().trim_matches('"').to_owned()).collect()
}

#[test]
fn each_finding_has_the_word_that_the_field_has_for_it() {
    let desk = Desk::new();
    let own: Vec<Movement> = movements("16066");
    let own: Vec<Movement> = own.into_iter().filter(|one| one.day <= day("2020-12-31")).collect();
    let mut missing = own.clone();
    missing[0].amount += Money::from_cents(1);
    missing.remove(1);
    let twice: Vec<Movement> = own.iter().chain(own.last()).cloned().collect();
    let mut foreign = own.clone();
    foreign.push(Movement { amount: Money::from_cents(700), ..own[0].clone() });
    for (lang, words) in [
        (
            "de",
            [
                "abgeglichen",
                "Betragsabweichung",
                "nicht beim Empfänger",
                "nicht bei der Landeskasse",
                "doppelt",
            ],
        ),
        (
            "en",
            [
                "matched",
                "amount differs",
                "not at the recipient",
                "not at the state’s cash office",
                "double",
            ],
        ),
    ] {
        let mut said = findings(&desk, &camt(&missing), lang);
        said.extend(findings(&desk, &camt(&foreign), lang));
        said.extend(findings(&desk, &camt(&twice), lang));
        said.sort_unstable();
        said.dedup();
        let mut words = words.map(str::to_owned);
        words.sort_unstable();
        assert_eq!(said, words, "{lang}");
    }
}

#[test]
fn a_statement_of_another_account_agrees_with_nothing_and_says_so() {
    let desk = Desk::new();
    let own: Vec<Movement> = movements("16066");
    let own: Vec<Movement> = own.into_iter().filter(|one| one.day <= day("2020-12-31")).collect();
    let of = |iban: &str| {
        let account = format!("<Id>1</Id><Acct><Id><IBAN>{iban}</IBAN></Id></Acct>");
        std::fs::write(desk.path("bank.xml"), camt(&own).replace("<Id>1</Id>", &account)).unwrap();
    };
    let ledger = Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let key = RecipientKey::new("16066");
    let data = query::statement_data(&ledger, times, &key).unwrap().unwrap();
    let usable = data.detail.bank_accounts.iter().find(|one| one.usable).unwrap();
    drop(ledger);
    let call = ["compare", "s.foerderbuch", "--recipient", "16066", "--bank", "bank.xml"];
    of(&usable.account.iban);
    assert!(desk.good(&call).contains("Alles stimmt überein"));
    of("DE02120300000000202051");
    let output = desk.run(&call);
    assert_eq!(output.status.code(), Some(1));
    let paper = String::from_utf8(output.stdout).unwrap();
    assert!(!paper.contains("Alles stimmt überein"), "{paper}");
    assert!(paper.contains("von einem anderen Konto als der bestätigten"), "{paper}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("von einem anderen Konto"), "{said}");
    let answer = desk.run(&[&call[..], &["--json"]].concat());
    let answer = json(&String::from_utf8(answer.stdout).unwrap());
    assert_eq!((&answer["agrees"], &answer["account"]), (&false.into(), &"other".into()));
}

/// What `compare` says of a file, and whether it ends as if all agreed.
fn told(desk: &Desk, file: &str, content: &str) -> (String, bool) {
    std::fs::write(desk.path(file), content).unwrap();
    let output = desk.run(&["compare", "s.foerderbuch", "--recipient", "16066", "--bank", file]);
    (String::from_utf8(output.stdout).unwrap(), output.status.code() == Some(0))
}

#[test]
fn nothing_agrees_that_is_of_an_account_or_a_day_which_cannot_be_compared() {
    let desk = Desk::new();
    let own = movements("16066");
    let own: Vec<Movement> = own.into_iter().filter(|one| one.day <= day("2020-12-31")).collect();
    let whole = camt(&own);
    let named = |id: &str| {
        let account = format!("<Id>1</Id><Acct><Id><Othr><Id>{id}</Id></Othr></Id></Acct>");
        whole.replacen("<Id>1</Id>", &account, 1)
    };
    // The bank code and number of DE84 1234 5678 0016 0647 11, the confirmed account.
    let (paper, agrees) = told(&desk, "old.xml", &named("12345678/16064711"));
    assert!(agrees && paper.contains("Alles stimmt überein"), "{paper}");
    assert!(!paper.contains("kein Konto"), "{paper}");
    let (paper, agrees) = told(&desk, "other.xml", &named("99999999/0000000001"));
    assert!(!agrees && paper.contains("von einem anderen Konto"), "{paper}");
    let (paper, _) = told(&desk, "unnamed.xml", &named("HAUPTKONTO"));
    assert!(paper.contains("Die Dateien nennen kein Konto"), "{paper}");

    let mut table = String::from("Auftragskonto;Buchungstag;Verwendungszweck;Betrag\n");
    let accounts = ["DE84123456780016064711", "DE02120300000000202051"];
    for (place, one) in own.iter().enumerate() {
        let account = accounts[usize::from(place + 1 == own.len())];
        let day = one.day.format("%d.%m.%Y");
        let amount = one.amount.to_string().replace('.', ",");
        let words = [one.cash_reference.as_str(), one.grant.as_str()].join(" ");
        writeln!(table, "{account};{day};{words};{amount}").unwrap();
    }
    let (paper, agrees) = told(&desk, "two.csv", &table);
    assert!(
        !agrees && paper.replace('\u{a0}', " ").contains("DE02 1203 0000 0000 2020 51"),
        "{paper}"
    );
    assert!(paper.contains("von einem anderen Konto"), "{paper}");

    // A second credit of the last amount without any day; the balances add up.
    let again: Vec<Movement> = own.iter().chain(own.last()).cloned().collect();
    let twice = camt(&again);
    let (start, end) = (
        twice.rfind("<BookgDt>").unwrap(),
        twice.rfind("</BookgDt>").unwrap() + "</BookgDt>".len(),
    );
    let undated = [&twice[..start], &twice[end..]].concat();
    let (paper, agrees) = told(&desk, "undated.xml", &undated);
    assert!(!agrees && !paper.contains("Alles stimmt überein"), "{paper}");
}

#[test]
fn only_what_was_compared_is_confirmed_and_the_paper_says_of_which_days_that_is() {
    let desk = Desk::new();
    let own = movements("16066");
    let until = |last: &str| -> Vec<Movement> {
        own.iter().filter(|one| one.day <= day(last)).cloned().collect()
    };
    // The bank file ends with the second of three payments.
    let early = camt(&until("2020-11-30")).replace("2023-02-28", "2020-11-30");
    let (paper, _) = told(&desk, "early.xml", &early);
    for words in [
        "Verglichen sind nur die Tage vom 01.01.2019 bis 30.11.2020.",
        "zusammen 500.000,00 Euro, sind nicht verglichen",
        "Bestätigung der verglichenen Zahlungen",
        "vom 01.01.2019 bis 30.11.2020 erhaltenen Zahlungen, abzüglich der Rückzahlungen zusammen \
         1.700.000,00 Euro, soweit oben verglichen",
    ] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    assert!(!paper.contains("Saldenbestätigung"), "{paper}");
    // Nothing of the programme lies in its days: there is nothing to confirm.
    let (paper, _) = told(&desk, "empty.xml", &camt(&[]).replace("2023-02-28", "2019-02-28"));
    assert!(paper.contains("Zu vergleichen ist nichts"), "{paper}");
    assert!(!paper.contains("estätigung"), "{paper}");
    // A file that goes on to the Stichtag confirms the balance, one that ends before does not.
    for (last, key) in
        [("2020-12-31", "statement-slip-agree"), ("2020-12-30", "comparison-slip-agree")]
    {
        let ledger = Ledger::open(&desk.path("s.foerderbuch"), Access::Read).unwrap();
        let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
        let recipient = RecipientKey::new("16066");
        let data = query::statement_data(&ledger, times, &recipient).unwrap().unwrap();
        let period = Some((day("2019-01-01"), day(last)));
        let found = compare(&data.detail.movements(), &[], period);
        let report = paper_of(&data, &BankSide::default(), &found);
        let slip = report.blocks.iter().find_map(|block| match block {
            Block::Slip(slip) => Some(slip.choices[0].key),
            _ => None,
        });
        assert_eq!(slip, Some(key), "{last}");
    }
}

#[test]
fn only_findings_that_occur_are_explained() {
    let desk = Desk::new();
    let all = camt(&movements("16066"));
    let (paper, _) = told(&desk, "named.xml", &all);
    assert!(paper.contains("Verglichen wird nach Betrag"), "{paper}");
    assert!(!paper.contains("heißt:"), "{paper}");
    let (paper, _) = told(&desk, "bare.xml", &all.replace("16066-DIG-0001 EG-2020-001", "Land"));
    assert!(paper.contains("„Vermutlich abgeglichen“ heißt:"), "{paper}");
    assert!(!paper.contains("„Sammelgutschrift“ heißt:"), "{paper}");
}
