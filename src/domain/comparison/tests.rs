//! Verdicts, key by key.

use super::*;

fn movement(seq: Seq, day: &str, cents: i64, returns: Option<Seq>) -> Movement {
    Movement {
        seq,
        returns,
        grant: FileNumber::new("EG-2020-001"),
        cash_reference: "5.0793.1".into(),
        day: day.parse().expect("a day"),
        amount: Money::from_cents(cents),
        voucher: String::new(),
    }
}

fn credit(line: u64, day: &str, cents: i64, text: &str) -> Credit {
    Credit {
        place: Place { line, ..Place::default() },
        day: day.parse().expect("a day"),
        value_on: None,
        amount: Money::from_cents(cents),
        text: text.into(),
        counterparty: String::new(),
        counterparty_iban: String::new(),
        is_return: false,
    }
}

fn verdicts(movements: &[Movement], credits: &[Credit]) -> Vec<(Verdict, Ground)> {
    let year = ("2020-01-01".parse().ok(), "2020-12-31".parse().ok());
    let found = compare(movements, credits, year.0.zip(year.1));
    found.lines.iter().map(|line| (line.verdict, line.ground)).collect()
}

#[test]
fn each_key_is_weaker_than_the_one_before() {
    let paid = [movement(1, "2020-03-16", 900, None)];
    for (day, cents, text, verdict, ground) in [
        ("2020-03-19", 900, "KZ 5.07 93.1", Verdict::Matched, Ground::AmountReferenceDay),
        ("2020-03-16", 900, "EG-2020-001", Verdict::Matched, Ground::AmountFileDay),
        ("2020-03-25", 900, "5.0793.1", Verdict::Matched, Ground::AmountReference),
        ("2020-03-17", 900, "Zuwendung", Verdict::Probable, Ground::AmountDay),
        ("2020-03-16", 899, "5.0793.1", Verdict::AmountDiffers, Ground::ReferenceDay),
        ("2020-03-25", 899, "5.0793.1", Verdict::AmountDiffers, Ground::Reference),
    ] {
        let found = verdicts(&paid, &[credit(1, day, cents, text)]);
        assert_eq!(found, [(verdict, ground)], "{day} {cents} {text}");
    }
}

/// Nobody gets money weeks before it is paid, whatever the line names.
#[test]
fn a_credit_long_before_the_payment_is_not_that_payment() {
    let paid = [movement(1, "2020-11-20", 900, None)];
    for (cents, text) in [(900, "5.0793.1"), (899, "5.0793.1"), (900, "EG-2020-001")] {
        let credits = [credit(1, "2020-10-23", cents, text), credit(2, "2020-12-31", 1, "Zins")];
        let found: Vec<Verdict> =
            verdicts(&paid, &credits).into_iter().map(|(verdict, _)| verdict).collect();
        assert!(found.contains(&Verdict::NotAtRecipient), "{text} {cents}: {found:?}");
        assert!(found.contains(&Verdict::NotAtCashOffice), "{text} {cents}: {found:?}");
    }
}

/// The second line of 500 is the first one again, and the 800 never came.
#[test]
fn a_line_that_came_twice_is_double_and_not_another_payment() {
    let paid = [movement(1, "2020-03-16", 500, None), movement(2, "2020-03-17", 800, None)];
    let credits =
        [credit(1, "2020-03-16", 500, "5.0793.1"), credit(2, "2020-03-17", 500, "5.0793.1")];
    let found: Vec<Verdict> =
        verdicts(&paid, &credits).into_iter().map(|(verdict, _)| verdict).collect();
    assert!(found.contains(&Verdict::Double), "{found:?}");
    assert!(!found.contains(&Verdict::AmountDiffers), "{found:?}");
}

#[test]
fn what_only_one_side_has_is_said_of_that_side() {
    let paid = [movement(1, "2020-03-16", 900, None)];
    assert_eq!(verdicts(&paid, &[]), [(Verdict::NotAtRecipient, Ground::NoLine)]);
    let other = credit(1, "2020-06-02", 500, "5.0793.1");
    assert_eq!(
        verdicts(&paid, std::slice::from_ref(&other)),
        [(Verdict::NotAtRecipient, Ground::NoLine), (Verdict::NotAtCashOffice, Ground::NoPayment)]
    );
    let rent = credit(2, "2020-03-16", -700, "Miete");
    assert_eq!(compare(&[], &[rent], None).others, 1);
}

#[test]
fn a_credit_that_came_twice_is_double_and_a_return_is_recognised() {
    let paid = [movement(1, "2020-03-16", 900, None)];
    let twice =
        [credit(1, "2020-03-16", 900, "5.0793.1"), credit(2, "2020-03-17", 900, "5.0793.1")];
    assert_eq!(verdicts(&paid, &twice)[1], (Verdict::Double, Ground::SameAsLine));
    let back = [
        movement(1, "2020-07-01", 250, None),
        movement(2, "2020-07-03", -250, Some(1)),
        movement(3, "2020-07-14", 250, None),
    ];
    let found = verdicts(&back, &[credit(1, "2020-07-14", 250, "5.0793.1")]);
    let unseen = (Verdict::ReturnedUnseen, Ground::ReturnOf);
    assert_eq!(found, [unseen, unseen, (Verdict::Matched, Ground::AmountReferenceDay)]);
}

#[test]
fn a_longer_reference_is_not_the_shorter_one_in_it() {
    let paid = [movement(1, "2020-03-16", 900, None)];
    let other = credit(1, "2020-03-16", 900, "EG-2020-0012");
    assert_eq!(verdicts(&paid, &[other]), [(Verdict::Probable, Ground::AmountDay)]);
}

#[test]
fn a_statement_of_another_year_agrees_with_nothing() {
    let paid = [movement(1, "2020-03-16", 900, None)];
    let rent = credit(1, "2017-07-01", -700, "Miete");
    let found = compare(&paid, &[rent], None);
    assert!(found.is_elsewhere(), "{found:?}");
    assert!(!compare(&[], &[], None).is_elsewhere());
}

#[test]
fn a_payment_outside_of_the_statement_or_in_its_last_days_is_not_missed() {
    let paid = [movement(1, "2019-03-16", 900, None), movement(2, "2020-12-30", 900, None)];
    let outside = (Verdict::Outside, Ground::BeyondPeriod);
    assert_eq!(verdicts(&paid, &[]), [outside, outside]);
}

#[test]
fn one_credit_for_several_payments_is_told_by_its_shares() {
    let paid = [
        movement(1, "2020-03-16", 900, None),
        movement(2, "2020-03-17", 300, None),
        movement(3, "2020-03-17", 50, None),
    ];
    let both = [credit(1, "2020-03-18", 1200, "Sammler")];
    let found = compare(&paid, &both, None);
    let bundled = found.lines.iter().filter(|line| line.verdict == Verdict::Bundled);
    let shares: Vec<i64> =
        bundled.filter_map(|line| Some(line.credit.as_ref()?.amount.cents())).collect();
    assert_eq!(shares, [900, 300]);
    assert_eq!((found.bank().cents(), found.others), (1200, 0));
    // Two choices give the same sum: nobody guesses which.
    let twice = [paid[0].clone(), paid[1].clone(), movement(4, "2020-03-17", 300, None)];
    let found = compare(&twice, &both, None);
    assert!(found.lines.iter().all(|line| line.verdict != Verdict::Bundled), "{found:?}");
}

#[test]
fn a_credit_of_the_same_amount_without_a_reference_is_perhaps_the_payment_again() {
    let paid = [movement(1, "2020-12-10", 500, None)];
    let of = |payer: &str, day: &str, cents: i64, text: &str| Credit {
        counterparty: payer.into(),
        ..credit(1, day, cents, text)
    };
    let first = of("Landeshauptkasse Thüringen", "2020-12-10", 500, "5.0793.1");
    let found = |second: Credit| {
        let found = compare(&paid, &[first.clone(), second], None);
        let last = found.lines.last().map(|line| (line.verdict, line.ground));
        (last, found.others, found.same_payer)
    };
    let double = Some((Verdict::PerhapsDouble, Ground::SameAmount));
    let agrees = Some((Verdict::Matched, Ground::AmountReferenceDay));
    let again = of("LANDESHAUPTKASSE THÜRINGEN", "2020-12-14", 500, "Zuweisung");
    assert_eq!(found(again.clone()), (double, 0, 0));
    assert_eq!(found(Credit { counterparty: String::new(), ..again.clone() }), (double, 0, 0));
    assert_eq!(found(Credit { counterparty: "Stadtwerke".into(), ..again }), (agrees, 1, 0));
    // Another amount of the same cash office may be anything; it is counted.
    let other = of("Landeshauptkasse Thüringen", "2020-12-14", 777, "Zuweisung");
    assert_eq!(found(other), (agrees, 1, 1));
    assert_eq!(found(of("", "2020-12-14", -500, "Miete")), (agrees, 1, 0));
}
