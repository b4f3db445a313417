//! The eighteen entries of the cash office, with the draws and orders before them.

use super::parties::{CONSUMPTIVE, INVESTIVE, bank_account};
use super::script::{LANG, ROTH, SOMMER, Script, WEBER, after, before, day, euros, illustrative};
use crate::domain::body::{
    ArithmeticAttested, ClaimGround, ClaimRaised, ClaimRepaid, DrawRequested, FactuallyAttested,
    LineAmount, Need, OrderHandedOver, PaymentConfirmed, PaymentOrdered, PaymentReconciled,
    PaymentReturned, Source,
};
use crate::domain::case::payment_text;
use crate::domain::id::ItemKey;
use crate::domain::{Body, FileNumber, FiscalYear, Money, PersonNo, TitleKey, Uid};

/// A payment: draw, order and execution; voucher of the cash office; amount in whole euros.
pub struct Payment {
    /// Draw, order and execution.
    pub days: (&'static str, &'static str, &'static str),
    /// Voucher of the cash office.
    pub cash_voucher: &'static str,
    /// Number of the instalment.
    pub rate: usize,
    /// Whole euros.
    pub euros: i64,
    /// Title and fiscal year.
    pub line: (&'static str, i32),
    /// Milestone that it is held against.
    pub milestone: Option<&'static str>,
    /// Need: last day, need and what is unspent of earlier draws, in whole euros.
    pub need: Option<(&'static str, i64, i64)>,
    /// True when the cash office's list was compared afterwards.
    pub reconciled: bool,
}

/// A grant that is paid: recipient, file number, Kassenzeichen, index of the bank account.
pub struct Payee {
    /// Recipient.
    pub recipient: &'static str,
    /// File number.
    pub grant: &'static str,
    /// Kassenzeichen.
    pub cash_reference: &'static str,
    /// Index of the recording of the bank account.
    pub account: u64,
}

pub fn write(script: &mut Script) {
    commune_a(script);
    commune_b(script);
    commune_c(script);
    commune_d(script);
    commune_e(script);
    commune_f(script);
    county(script);
}

/// Source of what the example assumes.
pub fn invented() -> Source {
    illustrative("Tage, Belege und Beträge angenommen")
}

/// The due line and amount of a payment.
pub fn amount(payee: &Payee, payment: &Payment) -> LineAmount {
    LineAmount {
        grant: FileNumber::new(payee.grant),
        title: TitleKey::new(payment.line.0),
        fiscal_year: FiscalYear(payment.line.1),
        amount_cents: euros(payment.euros),
    }
}

/// Who of the two desk officers enters a draw and who checks it: they take turns.
pub const fn desk(payment: &Payment) -> (PersonNo, PersonNo) {
    if payment.rate % 2 == 1 { (WEBER, LANG) } else { (LANG, WEBER) }
}

/// From draw to execution; returns the draw and the payment.
pub fn pay(script: &mut Script, payee: &Payee, payment: &Payment) -> (Uid, Uid) {
    let draw = draw(script, payee, payment);
    attest(script, payee, payment, draw);
    (draw, order_and_confirm(script, payee, payment, draw))
}

/// The draw alone.
pub fn draw(script: &mut Script, payee: &Payee, payment: &Payment) -> Uid {
    let need = payment.need.map(|(until, need, unspent)| Need {
        until: day(until),
        need_cents: euros(need),
        unspent_cents: euros(unspent),
    });
    let body = DrawRequested { line: amount(payee, payment), need, source: Some(invented()) };
    script
        .add(payment.days.0, desk(payment).0, payee.recipient, Body::DrawRequested(body))
        .voucher(format!("{}, Abruf {}", payee.grant, payment.rate))
        .uid
}

/// Both attestations, between draw and order, by two others.
pub fn attest(script: &mut Script, payee: &Payee, payment: &Payment, draw: Uid) {
    let first = after(day(payment.days.0), 1);
    let second = before(day(payment.days.1)).max(first);
    let grant = FileNumber::new(payee.grant);
    let source = Some(illustrative("Feststellung und Tag angenommen"));
    let body = ArithmeticAttested { grant: grant.clone(), source: source.clone() };
    script
        .on(first, desk(payment).1, payee.recipient, Body::ArithmeticAttested(body))
        .refers_to(draw);
    let body = FactuallyAttested { grant, source };
    script.on(second, SOMMER, payee.recipient, Body::FactuallyAttested(body)).refers_to(draw);
}

/// The order and its handing over to the cash office.
pub fn order(script: &mut Script, payee: &Payee, payment: &Payment, draw: Uid) -> Uid {
    let grant = FileNumber::new(payee.grant);
    let body = PaymentOrdered {
        line: amount(payee, payment),
        bank_account: payee.account,
        payment_text: payment_text(payee.cash_reference, &grant, payment.rate, payment.line.1),
        milestone: payment.milestone.map(ItemKey::new),
        source: Some(invented()),
    };
    let order = script
        .add(payment.days.1, ROTH, payee.recipient, Body::PaymentOrdered(body))
        .voucher(format!("{}, Anordnung {}", payee.grant, payment.cash_voucher))
        .refers_to(draw)
        .uid;
    let body = OrderHandedOver { grant, source: Some(invented()) };
    script
        .add(payment.days.1, desk(payment).0, payee.recipient, Body::OrderHandedOver(body))
        .refers_to(order);
    order
}

/// Order, hand-over, execution and comparison with the list of the cash office.
pub fn order_and_confirm(script: &mut Script, payee: &Payee, payment: &Payment, draw: Uid) -> Uid {
    let order = order(script, payee, payment, draw);
    let body = PaymentConfirmed { line: amount(payee, payment), source: Some(invented()) };
    let paid = script
        .add(payment.days.2, desk(payment).1, payee.recipient, Body::PaymentConfirmed(body))
        .voucher(payment.cash_voucher)
        .refers_to(order)
        .uid;
    if payment.reconciled {
        let grant = FileNumber::new(payee.grant);
        let body = PaymentReconciled { grant, source: Some(invented()) };
        let on = after(day(payment.days.2), 14);
        script
            .on(on, desk(payment).0, payee.recipient, Body::PaymentReconciled(body))
            .voucher("Istliste der Landeshauptkasse")
            .refers_to(paid);
    }
    paid
}

/// A payment without milestone and need.
pub const fn payment(
    days: (&'static str, &'static str, &'static str),
    cash_voucher: &'static str,
    rate: usize,
    euros: i64,
    line: (&'static str, i32),
) -> Payment {
    Payment { days, cash_voucher, rate, euros, line, milestone: None, need: None, reconciled: true }
}

fn commune_a(script: &mut Script) {
    let days = ("2019-04-08", "2019-04-10");
    let account =
        bank_account(script, days, "16999001", "DE10123456781699900101", "Kommune A (fiktiv)");
    let payee = Payee {
        recipient: "16999001",
        grant: "EG-2019-001",
        cash_reference: "16999001-EG-01",
        account,
    };
    let days = ("2019-05-06", "2019-05-13", "2019-05-15");
    pay(script, &payee, &payment(days, "K-2019-1811", 1, 1_000_000, (INVESTIVE, 2019)));
    let days = ("2020-03-02", "2020-03-12", "2020-03-16");
    let second = payment(days, "K-2020-0933", 2, 900_000, (INVESTIVE, 2020));
    let need = Some(("2020-04-30", 950_000, 50_000));
    pay(script, &payee, &Payment { need, ..second });
}

/// Payment 9 went to a wrong account and came back; payment 11 repeats it.
fn commune_b(script: &mut Script) {
    const KEY: &str = "16999002";
    let holder = "Kommune B (fiktiv)";
    let days = ("2019-05-06", "2019-05-08");
    let account = bank_account(script, days, KEY, "DE26123456781699900201", holder);
    let mut payee =
        Payee { recipient: KEY, grant: "EG-2019-002", cash_reference: "16999002-EG-01", account };
    let days = ("2019-06-11", "2019-06-18", "2019-06-20");
    pay(script, &payee, &payment(days, "K-2019-2290", 1, 600_000, (INVESTIVE, 2019)));
    let days = ("2020-04-01", "2020-04-14", "2020-04-15");
    pay(script, &payee, &payment(days, "K-2020-1307", 2, 450_000, (INVESTIVE, 2020)));

    let days = ("2020-06-16", "2020-06-18");
    payee.account = bank_account(script, days, KEY, "DE04123456781699900209", holder);
    let days = ("2020-06-16", "2020-06-29", "2020-07-01");
    let wrong = payment(days, "K-2020-2455", 3, 250_000, (INVESTIVE, 2020));
    let wrong = Payment { reconciled: false, ..wrong };
    let (draw, paid) = pay(script, &payee, &wrong);
    let body = PaymentReturned {
        line: amount(&payee, &wrong),
        held: false,
        reason: "Konto erloschen: falsche IBAN".into(),
        source: Some(invented()),
    };
    script
        .add("2020-07-03", LANG, KEY, Body::PaymentReturned(body))
        .voucher("K-2020-2493")
        .refers_to(paid);
    let days = ("2020-07-06", "2020-07-08");
    payee.account = bank_account(script, days, KEY, "DE74123456781699900210", holder);
    let days = ("2020-06-16", "2020-07-13", "2020-07-14");
    let repeat = payment(days, "K-2020-2618", 3, 250_000, (INVESTIVE, 2020));
    order_and_confirm(script, &payee, &repeat, draw);
}

/// Entry 16: the grant falls by 37.500 € and the money comes back in the same fiscal year.
fn commune_c(script: &mut Script) {
    const KEY: &str = "16999003";
    let days = ("2019-07-01", "2019-07-03");
    let account = bank_account(script, days, KEY, "DE42123456781699900301", "Kommune C (fiktiv)");
    let payee =
        Payee { recipient: KEY, grant: "EG-2019-003", cash_reference: "16999003-EG-01", account };
    let days = ("2019-09-04", "2019-09-12", "2019-09-16");
    pay(script, &payee, &payment(days, "K-2019-3344", 1, 450_000, (INVESTIVE, 2019)));
    let days = ("2020-06-02", "2020-06-11", "2020-06-15");
    let second = payment(days, "K-2020-2217", 2, 450_000, (INVESTIVE, 2020));
    let (_, paid) = pay(script, &payee, &second);
    let line = LineAmount { amount_cents: Money::from_cents(3_750_000), ..amount(&payee, &second) };
    let body = ClaimRaised {
        line: line.clone(),
        reason: "Zuwendungsfähige Ausgaben 1.078.125,00 € statt 1.125.000,00 €".into(),
        ground: Some(ClaimGround::ResolutiveCondition),
        due_on: day("2020-11-23"),
        legal_effect_on: Some(day("2020-06-15")),
        eligible_cents: Some(Money::from_cents(107_812_500)),
        source: Some(invented()),
    };
    let claim = script
        .add("2020-10-12", ROTH, KEY, Body::ClaimRaised(body))
        .voucher("Änderungsbescheid EG-2019-003/1")
        .refers_to(paid)
        .uid;
    let body = ClaimRepaid { line, revenue_year: None, set_off: None, source: Some(invented()) };
    script
        .add("2020-11-20", LANG, KEY, Body::ClaimRepaid(body))
        .voucher("K-2020-5121")
        .refers_to(claim);
}

fn commune_d(script: &mut Script) {
    let days = ("2019-09-02", "2019-09-04");
    let account =
        bank_account(script, days, "16999004", "DE58123456781699900401", "Kommune D (fiktiv)");
    let payee = Payee {
        recipient: "16999004",
        grant: "EG-2019-004",
        cash_reference: "16999004-EG-01",
        account,
    };
    let days = ("2019-10-02", "2019-10-11", "2019-10-15");
    pay(script, &payee, &payment(days, "K-2019-3790", 1, 200_000, (INVESTIVE, 2019)));
    let days = ("2020-09-01", "2020-09-11", "2020-09-15");
    let second = payment(days, "K-2020-3402", 2, 250_000, (INVESTIVE, 2020));
    let need = Some(("2020-10-31", 250_000, 0));
    pay(script, &payee, &Payment { need, ..second });
}

/// Entry 5 was due in 2019 and executed in January 2020: it belongs to the fiscal year 2019.
fn commune_e(script: &mut Script) {
    let days = ("2019-11-04", "2019-11-06");
    let account =
        bank_account(script, days, "16999005", "DE74123456781699900501", "Kommune E (fiktiv)");
    let payee = Payee {
        recipient: "16999005",
        grant: "EG-2019-005",
        cash_reference: "16999005-EG-01",
        account,
    };
    let days = ("2019-12-11", "2019-12-30", "2020-01-08");
    pay(script, &payee, &payment(days, "K-2019-9987", 1, 100_000, (CONSUMPTIVE, 2019)));
    let days = ("2020-09-16", "2020-09-29", "2020-10-01");
    pay(script, &payee, &payment(days, "K-2020-3811", 2, 220_000, (CONSUMPTIVE, 2020)));
}

fn commune_f(script: &mut Script) {
    let days = ("2020-07-01", "2020-07-03");
    let account =
        bank_account(script, days, "16999006", "DE90123456781699900601", "Kommune F (fiktiv)");
    let payee = Payee {
        recipient: "16999006",
        grant: "EG-2020-003",
        cash_reference: "16999006-EG-01",
        account,
    };
    let days = ("2020-12-01", "2020-12-11", "2020-12-15");
    let first = payment(days, "K-2020-5602", 1, 167_500, (CONSUMPTIVE, 2020));
    pay(script, &payee, &Payment { reconciled: false, ..first });
}

fn county(script: &mut Script) {
    let days = ("2020-09-21", "2020-09-23");
    let holder = "Landkreis Schmalkalden-Meiningen";
    let account = bank_account(script, days, "16066", "DE84123456780016064711", holder);
    let payee = Payee {
        recipient: "16066",
        grant: "EG-2020-001",
        cash_reference: "16066-DIG-0001",
        account,
    };
    let days = ("2020-10-05", "2020-10-19", "2020-10-20");
    let first = payment(days, "K-2020-4711", 1, 900_000, (INVESTIVE, 2020));
    pay(script, &payee, &Payment { milestone: Some("SM-2"), ..first });
    let days = ("2020-11-02", "2020-11-16", "2020-11-20");
    let second = payment(days, "K-2020-5120", 2, 800_000, (INVESTIVE, 2020));
    let need = Some(("2020-12-31", 1_000_000, 200_000));
    pay(script, &payee, &Payment { need, ..second });
    let days = ("2020-11-24", "2020-12-04", "2020-12-10");
    let third = payment(days, "K-2020-5533", 3, 500_000, (CONSUMPTIVE, 2020));
    pay(script, &payee, &Payment { reconciled: false, ..third });
}
