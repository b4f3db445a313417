//! Every refusal has a sentence with its figures.

use std::collections::BTreeSet;

use super::super::Lang;
use super::*;
use crate::domain::rule::Role;
use crate::domain::{FileNumber, FiscalYear, RecipientKey, Stage, TitleKey};

const YEAR: FiscalYear = FiscalYear(2021);
const LESS: Money = Money::from_cents(1_250_000);
const MORE: Money = Money::from_cents(1_250_001);

fn grant() -> FileNumber {
    FileNumber::new("EG-2020-003")
}

fn title() -> TitleKey {
    TitleKey::new("1616 88371")
}

fn day() -> Day {
    "2020-12-31".parse().expect("a test date")
}

fn about_money() -> Vec<Refusal> {
    let (year, person) = (YEAR, PersonNo(3));
    vec![
        Refusal::NotAvailable { title: title(), year, asked: MORE, available: LESS },
        Refusal::NoAuthority {
            title: title(),
            budget_year: FiscalYear(2020),
            due_year: year,
            asked: MORE,
            free: LESS,
        },
        Refusal::AuthorityYearWrong { due_year: year, notice_year: FiscalYear(2020) },
        Refusal::LineExceeded { grant: grant(), title: title(), year, asked: MORE, open: LESS },
        Refusal::ReferenceExceeded { kind: Kind::DrawRequested, seq: 17, asked: MORE, left: LESS },
        Refusal::NotAsOrdered { seq: 17, ordered: LESS, paid: MORE },
        Refusal::PlaceOverdrawn {
            stage: Stage::Committed,
            title: title(),
            year,
            day: day(),
            missing: LESS,
        },
        Refusal::CeilingExceeded { ceiling: LESS, sum: MORE },
        Refusal::AmountOutOfRange { amount: Money::ZERO },
        Refusal::VoteOutOfRange { amount: Money::ZERO },
        Refusal::YearUnusable { year: FiscalYear(3000) },
        Refusal::QuotaOutOfRange { quota: rust_decimal::Decimal::from(800) },
        Refusal::MoreThanEligible { granted: MORE, eligible: LESS },
        Refusal::MoreThanQuota {
            granted: MORE,
            quota: rust_decimal::Decimal::from(80),
            eligible: LESS,
        },
        Refusal::RecipientMisplaced {
            kind: Kind::AppropriationVoted,
            key: RecipientKey::new("16066"),
        },
        Refusal::LinesUnusable,
        Refusal::RoleMissing { person, role: Role::Approver },
        Refusal::SamePerson { person, seq: 17 },
        Refusal::BankAccountUnconfirmed { seq: 17 },
        Refusal::IbanWrong,
        Refusal::VoucherMissing { kind: Kind::PaymentConfirmed },
    ]
}

fn about_the_rest() -> Vec<Refusal> {
    let (seq, by, key, day) = (17, 18, "MS-1".to_owned(), day());
    let recipient = RecipientKey::new("16066");
    vec![
        Refusal::UnknownGrant { grant: grant() },
        Refusal::UnknownRecipient { key: recipient.clone() },
        Refusal::UnknownTitle { title: title() },
        Refusal::UnknownItem { key: key.clone() },
        Refusal::UnknownPerson { person: PersonNo(3) },
        Refusal::Taken { key },
        Refusal::OtherRecipient { grant: grant(), recipient },
        Refusal::ReferenceWrong { expected: Some(Kind::DrawRequested), given: Some(seq) },
        Refusal::ReferenceWrong { expected: Some(Kind::DrawRequested), given: None },
        Refusal::ReferenceWrong { expected: None, given: Some(seq) },
        Refusal::ReferenceWrong { expected: None, given: None },
        Refusal::ReferenceDiffers { seq },
        Refusal::TextMissing { field: "reason", least: 10 },
        Refusal::TextMissing { field: "purpose", least: 1 },
        Refusal::TextTooLong { field: "payment_text", most: 140 },
        Refusal::TextCharacter { field: "name", character: '\u{202e}' },
        Refusal::PaymentTextCharacter { character: 'ß' },
        Refusal::BeforeFounding { day, founded: day },
        Refusal::InFuture { day, today: day },
        Refusal::BeforeReference { day, reference: day },
        Refusal::DateUnusable { day },
        Refusal::ClockBehind { last: 1_609_459_200_000_000, now: 0 },
        Refusal::UidTaken { seq },
        Refusal::AlreadyReversed { seq, by },
        Refusal::NotReversible { seq },
        Refusal::StillNeeded { seq, by },
        Refusal::ReversalDay { seq, day },
        Refusal::AlreadyDecided { seq, by },
        Refusal::Founding,
        Refusal::Database { message: "CHECK constraint failed".to_owned() },
    ]
}

#[test]
fn every_refusal_has_a_sentence_in_both_languages() {
    let all = [about_money(), about_the_rest()].concat();
    let keys: BTreeSet<_> = all.iter().map(key).collect();
    assert_eq!(keys.len(), 47, "an example of every variant");
    for text in Lang::ALL.map(Text::new) {
        for refusal in &all {
            let sentence = text.refusal_sentence(refusal);
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains(['⟨', '{', '$']), "{sentence}");
            let whole = text.refusal(refusal);
            assert!(whole.contains(&format!("[{}", refusal.code())), "{whole}");
        }
    }
}

#[test]
fn the_missing_cent_is_named_with_its_place() {
    let plain = |text: String| text.replace('\u{a0}', " ");
    let german = Text::new(Lang::De);
    let line = Refusal::LineExceeded {
        grant: grant(),
        title: title(),
        year: FiscalYear(2020),
        asked: MORE,
        open: LESS,
    };
    assert_eq!(
        plain(german.refusal(&line)),
        "12.500,01 € angefordert, 12.500,00 € offen auf EG-2020-003, Titel 1616 88371, 2020: \
         0,01 € zu viel. [G01, VV zu § 44 ThürLHO]"
    );
    let title = Refusal::NotAvailable {
        title: title(),
        year: YEAR,
        asked: Money::from_cents(1_820_000_001),
        available: Money::from_cents(1_820_000_000),
    };
    assert_eq!(
        plain(german.refusal(&title)),
        "18.200.000,01 € verlangt, 18.200.000,00 € verfügbar auf Titel 1616 88371 im \
         Haushaltsjahr 2021: 0,01 € zu viel. [B01, § 34 ThürLHO]"
    );
    assert_eq!(
        plain(Text::new(Lang::En).refusal(&title)),
        "€18,200,000.01 asked, €18,200,000.00 available on title 1616 88371 in fiscal year 2021: \
         €0.01 too much. [B01, § 34 ThürLHO]"
    );
}

#[test]
fn fields_have_names_and_unknown_ones_stay() {
    let text = Text::new(Lang::De);
    assert_eq!(text.field("reason"), "Begründung");
    assert_eq!(text.field("payment_text"), "Verwendungszweck");
    assert_eq!(text.field("whatever"), "whatever");
}

#[test]
fn an_empty_field_is_told_from_a_short_one() {
    let text = Text::new(Lang::De);
    let empty = Refusal::TextMissing { field: "purpose", least: 1 };
    let short = Refusal::TextMissing { field: "reason", least: 10 };
    assert!(text.refusal(&empty).contains("leer"), "{}", text.refusal(&empty));
    assert!(text.refusal(&short).contains("10"), "{}", text.refusal(&short));
}
