//! Every refusal has a sentence with its figures.

use std::collections::BTreeSet;

use super::super::Lang;
use super::*;
use crate::domain::id::ItemKey;
use crate::domain::refusal::{Excess, Misfit, Step};
use crate::domain::rule::Role;
use crate::domain::{FileNumber, FiscalYear, Precision, RecipientKey, Stage, TitleKey};

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
        Refusal::MoreThanEligible { of: Excess::Eligible, granted: MORE, eligible: LESS },
        Refusal::MoreThanEligible { of: Excess::Requested, granted: MORE, eligible: LESS },
        Refusal::MoreThanEligible { of: Excess::Granted, granted: MORE, eligible: LESS },
        Refusal::MoreThanRequested { granted: MORE, requested: LESS },
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
        Refusal::RoleMissing { person, roles: &[Role::Approver] },
        Refusal::RoleMissing { person, roles: &[Role::Attester, Role::Approver] },
        Refusal::OverLimit { person, limit: LESS, asked: MORE },
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
        Refusal::ReferenceWrong { expected: &[Kind::DrawRequested], given: Some(seq) },
        Refusal::ReferenceWrong { expected: Kind::PAYMENTS, given: None },
        Refusal::ReferenceWrong { expected: &[], given: Some(seq) },
        Refusal::ReferenceWrong { expected: &[], given: None },
        Refusal::ReferenceDiffers { seq },
        Refusal::TextMissing { field: "reason", least: 10 },
        Refusal::TextMissing { field: "purpose", least: 1 },
        Refusal::TextTooLong { field: "payment_text", most: 140 },
        Refusal::TextCharacter { field: "name", character: '\u{202e}' },
        Refusal::PaymentTextCharacter { character: 'ß' },
        Refusal::BeforeFounding { day, founded: day },
        Refusal::InFuture { day, today: day },
        Refusal::BeforeReference { day, reference: day },
        Refusal::DateUnusable { day, misfit: Misfit::EndsBefore(day) },
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

fn about_years() -> Vec<Refusal> {
    let (year, title, by, stated) = (YEAR, title(), 57, MORE);
    let not_ready =
        |stage| Refusal::YearNotReady { year, stage, title: self::title(), amount: LESS };
    vec![
        Refusal::BooksClosed { year, by },
        not_ready(Stage::Requested),
        not_ready(Stage::Committed),
        not_ready(Stage::Available),
        Refusal::ActualDiffers { year, title, stated, actual: LESS },
        Refusal::YearDone { year, by },
        Refusal::BeforeYearEnd { year, from: day() },
        Refusal::WayWrong { year, closed: true },
        Refusal::WayWrong { year, closed: false },
        Refusal::PercentDiffers { stated, computed: LESS },
        Refusal::Provisional { year },
        Refusal::DrawOutsideYear { year },
        Refusal::SettledWrong { stated, computed: LESS },
        Refusal::InterestDiffers { stated, computed: LESS },
        Refusal::RateMissing { day: day() },
        Refusal::BelowSmallAmount { asked: LESS, limit: MORE },
        Refusal::SettingUnusable { key: "proof_term anbest_gk".to_owned() },
    ]
}

fn about_cases() -> Vec<Refusal> {
    let (grant, day) = (grant(), day());
    let steps = Step::ALL.map(|step| Refusal::StepMissing { step });
    let rest = vec![
        Refusal::PlanUnbalanced { total: MORE, sum: LESS },
        Refusal::QuotaAboveGuideline { quota: 90.into(), highest: 80.into() },
        Refusal::NotEqual { taken: MORE, given: LESS },
        Refusal::NotWhole { asked: LESS, left: MORE },
        Refusal::NotFinal { grant: grant.clone(), from: Some(day) },
        Refusal::NotFinal { grant: grant.clone(), from: None },
        Refusal::Challenged { grant: grant.clone() },
        Refusal::CaseIsClosed { grant, on: day },
        Refusal::OpenDraw { seq: 17 },
        Refusal::NeedDiffers { asked: LESS, need: MORE, unspent: MORE },
        Refusal::NeedTooLong { until: day, latest: day },
        Refusal::MilestoneBlocks { milestone: ItemKey::new("SM-1") },
    ];
    [steps.to_vec(), rest].concat()
}

#[test]
fn every_refusal_has_a_sentence_in_both_languages() {
    let all = [about_money(), about_the_rest(), about_years(), about_cases()].concat();
    let codes: BTreeSet<_> = all.iter().map(Refusal::code).collect();
    assert_eq!(codes.len(), 75, "an example of every variant");
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
        "12.500,01 € angefordert, 12.500,00 € offen auf EG-2020-003, Kapitel 16 16 Titel \
         883 71, 2020: 0,01 € zu viel. [G01, VV zu § 44 ThürLHO]"
    );
    let title = Refusal::NotAvailable {
        title: title(),
        year: YEAR,
        asked: Money::from_cents(1_820_000_001),
        available: Money::from_cents(1_820_000_000),
    };
    assert_eq!(
        plain(german.refusal(&title)),
        "18.200.000,01 € verlangt, 18.200.000,00 € verfügbar bei Kapitel 16 16 Titel 883 71 im \
         Haushaltsjahr 2021: 0,01 € zu viel. [B01, § 34 ThürLHO]"
    );
    assert_eq!(
        plain(Text::new(Lang::En).refusal(&title)),
        "€18,200,000.01 asked, €18,200,000.00 available on Chapter 16 16, title 883 71 in \
         fiscal year 2021: €0.01 too much. [B01, § 34 ThürLHO]"
    );
}

#[test]
fn a_date_is_refused_for_the_one_reason_that_holds() {
    let (later, earlier) = (day(), "2020-12-03".parse().expect("a test date"));
    let told = [
        (
            earlier,
            Misfit::BeforeBooking(later),
            "Der 03.12.2020 liegt vor dem Tag der Buchung (31.12.2020). Bitte diesen oder einen \
             späteren Tag angeben.",
        ),
        (
            earlier,
            Misfit::NotAfterBooking(later),
            "Eine Stundung bis zum 03.12.2020 ist am Tag der Buchung (31.12.2020) schon zu Ende. \
             Bitte einen späteren Tag angeben.",
        ),
        (
            later,
            Misfit::AfterBooking(earlier),
            "Der 31.12.2020 liegt nach dem Tag der Buchung (03.12.2020); dann wäre es noch nicht \
             geschehen. Bitte einen der beiden Tage ändern.",
        ),
        (
            earlier,
            Misfit::EndsBefore(later),
            "Das Ende am 03.12.2020 liegt vor dem Anfang am 31.12.2020. Bitte einen der beiden \
             Tage ändern.",
        ),
        (
            earlier,
            Misfit::MidUnit(Precision::Quarter),
            "Bei der Genauigkeit „Quartal“ wird der erste Tag angegeben; der 03.12.2020 ist das \
             nicht.",
        ),
        (later, Misfit::EndMissing, "Der letzte Tag fehlt. Bitte angeben, bis wann es gilt."),
        (
            later,
            Misfit::EndUnwanted,
            "Ein letzter Tag (31.12.2020) gehört hier nicht hin. Bitte ihn weglassen.",
        ),
    ];
    for (day, misfit, sentence) in told {
        let refusal = Refusal::DateUnusable { day, misfit };
        assert_eq!(Text::new(Lang::De).refusal_sentence(&refusal), sentence);
        let english = Text::new(Lang::En).refusal_sentence(&refusal);
        assert!(english.ends_with('.') && !english.contains(['{', '$']), "{english}");
    }
}

#[test]
fn closed_books_name_the_entry_that_closed_them_and_the_way_out() {
    let german = Text::new(Lang::De);
    let closed = Refusal::BooksClosed { year: FiscalYear(2019), by: 57 };
    assert_eq!(
        german.refusal(&closed),
        "Die Bücher des Haushaltsjahres 2019 sind seit Nr. 57 geschlossen: Was ausgezahlt ist, \
         steht fest. Bitte buchen Sie im laufenden Haushaltsjahr; in 2019 gehen nur noch \
         Rückläufer, Erstattung, Rest und Verfall. [Y01, I16]"
    );
    let not_ready = Refusal::YearNotReady {
        year: FiscalYear(2020),
        stage: Stage::Committed,
        title: title(),
        amount: LESS,
    };
    let plain = |text: String| text.replace('\u{a0}', " ");
    assert_eq!(
        plain(german.refusal_sentence(&not_ready)),
        "Im Haushaltsjahr 2020 stehen bei Kapitel 16 16 Titel 883 71 noch 12.500,00 € \
         (bewilligt, noch nicht abgerufen). Bitte vorher als gebundenen Rest übertragen, die \
         Fälligkeit verschieben oder die Zuwendung mindern."
    );
}

#[test]
fn what_differs_is_told_to_the_cent() {
    let plain = |text: String| text.replace('\u{a0}', " ");
    let german = Text::new(Lang::De);
    let sentences = [
        (
            Refusal::NeedDiffers { asked: MORE, need: LESS, unspent: Money::from_cents(10_000) },
            "12.500,01 € abgerufen, der Bedarf von 12.500,00 € abzüglich 100,00 €, die noch \
             nicht verausgabt sind, ergibt 12.400,00 €: 100,01 € Unterschied. Bitte Abruf oder \
             Bedarf ändern.",
        ),
        (
            Refusal::InterestDiffers {
                stated: Money::from_cents(66_520),
                computed: Money::from_cents(66_521),
            },
            "665,20 € Zinsen angegeben, nach den Zinssätzen sind es 665,21 €: 0,01 € \
             Unterschied. Bitte Betrag, Tage und Einstellungen prüfen.",
        ),
        (
            Refusal::NotWhole { asked: LESS, left: MORE },
            "12.500,00 € angegeben, 12.500,01 € übrig: 0,01 € Unterschied. Hier geht nur der \
             ganze übrige Betrag.",
        ),
        (
            Refusal::OverLimit { person: PersonNo(3), limit: LESS, asked: MORE },
            "12.500,01 € angeordnet, Person Nr. 3 darf auf einmal höchstens 12.500,00 € \
             anordnen: 0,01 € zu viel. Bitte von einer anderen Person anordnen lassen.",
        ),
    ];
    for (refusal, sentence) in sentences {
        assert_eq!(plain(german.refusal_sentence(&refusal)), sentence);
    }
}

#[test]
fn any_of_several_roles_or_kinds_will_do() {
    let german = Text::new(Lang::De);
    let roles = &[Role::Attester, Role::Approver];
    let missing = Refusal::RoleMissing { person: PersonNo(3), roles };
    assert_eq!(
        german.refusal_sentence(&missing),
        "Person Nr. 3 darf das nicht buchen; dafür braucht es die Rolle \
         „Feststellungsbefugnis“ oder „Referatsleitung/Anordnungsbefugnis“."
    );
    let wrong = Refusal::ReferenceWrong { expected: Kind::PAYMENTS, given: Some(17) };
    assert_eq!(
        german.refusal_sentence(&wrong),
        "Nr. 17 passt nicht als Bezug; gebraucht wird eine Buchung der Art „Auszahlung“, \
         „Rückläufer erneut ausgezahlt“ oder „Umbuchung“."
    );
    let unknown = Refusal::UnknownPerson { person: PersonNo(3) };
    let sentence = german.refusal_sentence(&unknown);
    assert_eq!(sentence, "Person Nr. 3 ist nicht eingetragen. Bitte die Nummer prüfen.");
    let known = [(PersonNo(3), Some("C. Roth".to_owned())), (PersonNo(4), None)];
    let named = Text::new(Lang::De).naming(known);
    let same = |person| named.refusal_sentence(&Refusal::SamePerson { person, seq: 7 });
    assert!(same(PersonNo(3)).starts_with("Person Nr. 3 (C. Roth) hat schon Nr. 7 gebucht."));
    assert!(same(PersonNo(4)).starts_with("Person Nr. 4 hat schon Nr. 7 gebucht."));
}

#[test]
fn a_missing_step_is_named_by_the_event_that_books_it() {
    let german = Text::new(Lang::De);
    let steps = [
        (Step::Examination, "„Antrag geprüft“"),
        (Step::ArithmeticAttestation, "„Feststellung rechnerisch richtig“"),
        (Step::FactualAttestation, "„Feststellung sachlich richtig“"),
        (Step::BooksClosed, "„Bücherschluss“"),
    ];
    for (step, words) in steps {
        let sentence = german.refusal_sentence(&Refusal::StepMissing { step });
        assert!(sentence.contains(words), "{sentence}");
    }
}

#[test]
fn an_empty_field_is_told_from_a_short_one() {
    let text = Text::new(Lang::De);
    let empty = Refusal::TextMissing { field: "purpose", least: 1 };
    let short = Refusal::TextMissing { field: "reason", least: 10 };
    assert!(text.refusal(&empty).contains("leer"), "{}", text.refusal(&empty));
    assert!(text.refusal(&short).contains("10"), "{}", text.refusal(&short));
}
