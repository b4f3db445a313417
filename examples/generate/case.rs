//! The life of one case, from the application to the closing.

use foerderbuch::domain::body::{
    AnnouncementManner, ApplicationExamined, ApplicationReceived, ApplicationRejected,
    ArithmeticAttested, BeneficiaryNamed, CarryOverFormed, CarryOverKind, CaseClosed, CheckResult,
    ClaimGround, ClaimRaised, ClaimRepaid, DrawRequested, DueLine, ExaminationNoted,
    ExaminationStep, FactuallyAttested, Financing, FinancingPlan, GrantIssued, LineAmount,
    MilestoneForecast, MilestonePlanned, MilestoneReached, NoticeAnnounced, OrderHandedOver,
    PaymentConfirmed, PaymentOrdered, PaymentReconciled, PaymentReturned, ProofChecked, ProofKind,
    ProofReceived, ReaderNote, RemedyWaived, Reversed,
};
use foerderbuch::domain::case::payment_text;
use foerderbuch::domain::date::Precision;
use foerderbuch::domain::id::ItemKey;
use foerderbuch::domain::{
    Body, Day, FileNumber, FiscalYear, ImpreciseDate, Money, PersonNo, RecipientKey, Seq, TitleKey,
    Uid,
};

use chrono::Datelike as _;

use super::chance::Chance;
use super::programme::{
    APPROVERS, ATTESTERS, BUDGET, DESK, Pot, Script, TITLES, YEARS, after, confirmed, day,
};
use super::year_end;

/// A recipient with the entry of its bank account.
pub struct Payee {
    pub key: RecipientKey,
    pub account: Seq,
    pub recorded: Uid,
}

const PURPOSES: [&str; 12] = [
    "Kommunales Netz",
    "Dokumentenmanagement",
    "Elektronische Akte",
    "Online-Dienste für Bürgerinnen und Bürger",
    "Rechenzentrum im Verbund",
    "Schulverwaltung digital",
    "Geodaten und Bauleitplanung",
    "Informationssicherheit",
    "Ratsinformationssystem",
    "Glasfaseranschluss der Verwaltungsgebäude",
    "Digitale Bauakte",
    "Terminvergabe und Bürgerportal",
];

/// One due line of the case: title, fiscal year, cents, budget year of the authority.
type Line = (&'static str, i32, i64, Option<i32>);

/// What the steps of a case share.
struct Case<'a> {
    script: &'a mut Script,
    chance: &'a mut Chance,
    payee: &'a Payee,
    grant: FileNumber,
    number: usize,
    officer: PersonNo,
    approver: PersonNo,
    draws: usize,
    reached: i64,
    /// The payment of the latest day and its line.
    paid: Option<(Uid, LineAmount, Day)>,
}

/// Adds a case to the script; what the pot does not hold is rejected.
pub fn write(script: &mut Script, pot: &mut Pot, chance: &mut Chance, who: (usize, &Payee)) {
    let (number, payee) = who;
    let span = i64::from((YEARS.1 - YEARS.0 + 1) * 365 - 60);
    let begins = after(day(YEARS.0, 1, 11), chance.between(0, span));
    let mut case = Case {
        grant: FileNumber::new(format!("EG-{}-{number:05}", begins.year())),
        number,
        payee,
        officer: *chance.one(&DESK),
        approver: *chance.one(&APPROVERS),
        draws: 0,
        reached: 0,
        paid: None,
        script,
        chance,
    };
    let granted = case.chance.between(400, 3_600) * 10_000;
    let application = case.apply(begins, granted);
    let examined = case.examine(begins, application);
    let decided = after(examined, case.chance.between(3, 14));
    let lines = case.lines(decided, granted);
    if case.chance.percent(6) || !take(pot, &lines) {
        return case.reject(decided, application);
    }
    let drawable = case.issue(decided, application, &lines);
    case.plan(after(drawable, 1), &lines);
    for line in &lines {
        case.draw_line(drawable, line);
    }
    case.settle(granted);
}

/// Takes the lines out of the pot, all or none.
fn take(pot: &mut Pot, lines: &[Line]) -> bool {
    let enough = lines.iter().all(|(title, year, amount, authority)| {
        let money = pot.money.get(&(*title, *year)).is_some_and(|left| left >= amount);
        money
            && authority.is_none_or(|budget| {
                pot.authority.get(&(*title, budget, *year)).is_some_and(|left| left >= amount)
            })
    });
    if enough {
        for (title, year, amount, authority) in lines {
            *pot.money.entry((title, *year)).or_default() -= amount;
            if let Some(budget) = authority {
                *pot.authority.entry((title, *budget, *year)).or_default() -= amount;
            }
        }
    }
    enough
}

impl Case<'_> {
    fn add(&mut self, (on, actor): (Day, PersonNo), refers_to: Option<Uid>, body: Body) -> Uid {
        let voucher = format!("{}, Bl. {}", self.grant, on.format("%d.%m.%y"));
        self.script.add((on, actor, &self.payee.key), voucher, refers_to, body)
    }

    fn other_officer(&mut self) -> PersonNo {
        let others: Vec<PersonNo> =
            DESK.into_iter().filter(|person| *person != self.officer).collect();
        *self.chance.one(&others)
    }

    fn apply(&mut self, on: Day, granted: i64) -> Uid {
        let requested_cents = Money::from_cents(granted);
        let eligible_cents = Money::from_cents(granted / 8 * 10);
        let body = ApplicationReceived {
            grant: self.grant.clone(),
            purpose: (*self.chance.one(&PURPOSES)).to_owned(),
            requested_cents,
            plan: FinancingPlan {
                total_cents: eligible_cents,
                eligible_cents,
                own_cents: eligible_cents - requested_cents,
                third_party_cents: Money::ZERO,
            },
            source: None,
        };
        self.add((on, self.officer), None, Body::ApplicationReceived(body))
    }

    fn note(&mut self, on: Day, application: Uid, step: ExaminationStep) -> Uid {
        let until = (step == ExaminationStep::DocumentsRequested).then(|| after(on, 21));
        let body = ExaminationNoted {
            grant: self.grant.clone(),
            step,
            note: "Unterlagen gesichtet".into(),
            until,
            source: None,
        };
        self.add((on, self.officer), Some(application), Body::ExaminationNoted(body))
    }

    /// Notes and result of the examination; returns its last day.
    fn examine(&mut self, from: Day, application: Uid) -> Day {
        let mut on = after(from, self.chance.between(1, 5));
        let noted = self.note(on, application, ExaminationStep::Begun);
        if self.chance.percent(1) {
            let reason = "Falscher Vorgang erfasst".to_owned();
            self.add((on, self.officer), Some(noted), Body::Reversed(Reversed { reason }));
            self.note(on, application, ExaminationStep::Begun);
        }
        if self.chance.percent(30) {
            on = after(on, 4);
            self.note(on, application, ExaminationStep::DocumentsRequested);
            on = after(on, self.chance.between(5, 20));
            self.note(on, application, ExaminationStep::DocumentsReceived);
        }
        on = after(on, self.chance.between(4, 12));
        let body = ApplicationExamined {
            grant: self.grant.clone(),
            result: "Förderfähig".into(),
            no_double_funding: true,
            contract_on: None,
            start_checked: None,
            source: None,
        };
        self.add((on, self.officer), Some(application), Body::ApplicationExamined(body));
        on
    }

    fn reject(&mut self, on: Day, application: Uid) {
        let reason = "Mittel des Haushaltsjahres erschöpft".to_owned();
        let body = ApplicationRejected { grant: self.grant.clone(), reason, source: None };
        self.add((on, self.approver), Some(application), Body::ApplicationRejected(body));
    }

    /// Due lines over one to three years; a notice of autumn falls due from the next year on.
    fn lines(&mut self, decided: Day, granted: i64) -> Vec<Line> {
        let year = decided.year();
        let first = if decided.month() <= 8 { year } else { year + 1 };
        let count = self.chance.between(1, 3);
        let running = if self.chance.percent(35) { granted / 5 } else { 0 };
        let invested = granted - running;
        let authority = |due: i32| (due > year).then_some(year);
        let mut lines: Vec<Line> = Vec::new();
        let mut rest = invested;
        for (step, due) in (1..=count).zip(first..) {
            let amount = if step == count { rest } else { invested / count };
            rest -= amount;
            lines.push((TITLES[0], due, amount, authority(due)));
        }
        if running > 0 {
            lines.push((TITLES[1], first, running, authority(first)));
        }
        lines
    }

    /// The notice and what follows it; returns the day from which money can be drawn.
    fn issue(&mut self, on: Day, application: Uid, lines: &[Line]) -> Day {
        let granted: i64 = lines.iter().map(|(_, _, amount, _)| amount).sum();
        let last = lines.iter().map(|(_, year, ..)| *year).max().unwrap_or(on.year());
        let body = GrantIssued {
            grant: self.grant.clone(),
            purpose: (*self.chance.one(&PURPOSES)).to_owned(),
            financing: Financing::Share,
            quota_percent: Some(80.into()),
            eligible_cents: Money::from_cents(granted / 8 * 10),
            cash_reference: format!("KZ-{:06}", self.number),
            period_until: day(last, 12, 31),
            lines: lines
                .iter()
                .map(|(title, year, amount, authority)| DueLine {
                    title: TitleKey::new(*title),
                    fiscal_year: FiscalYear(*year),
                    amount_cents: Money::from_cents(*amount),
                    authority_year: authority.map(FiscalYear),
                })
                .collect(),
            total_cents: None,
            third_party_cents: None,
            rules: None,
            payment_mode: None,
            interim_proof: self.chance.percent(15),
            bound_years: None,
            urgent_reason: None,
            source: None,
        };
        let notice = self.add((on, self.approver), Some(application), Body::GrantIssued(body));
        let announced = after(on, 1);
        let grant = self.grant.clone();
        let manner = AnnouncementManner::Post;
        let body = NoticeAnnounced { grant: grant.clone(), manner, source: None };
        self.add((announced, self.officer), Some(notice), Body::NoticeAnnounced(body));
        if self.chance.percent(20) {
            let number = self.chance.between(1, 900);
            let body = BeneficiaryNamed {
                grant: grant.clone(),
                key: RecipientKey::new(format!("16998{number:03}")),
                name: format!("Ortsteil {number} (fiktiv)"),
                source: None,
            };
            self.add((after(announced, 6), self.officer), None, Body::BeneficiaryNamed(body));
        }
        if !self.chance.percent(60) {
            return after(announced, 45);
        }
        let waived = after(announced, 10);
        let body = RemedyWaived { grant, source: None };
        self.add((waived, self.officer), Some(notice), Body::RemedyWaived(body));
        waived
    }

    /// Milestones: one for each due year.
    fn plan(&mut self, on: Day, lines: &[Line]) {
        for (step, (_, year, ..)) in (1..).zip(lines) {
            let planned = day(*year, 10, 15);
            let body = MilestonePlanned {
                milestone: self.milestone(step),
                name: ReaderNote {
                    de: format!("Abschnitt {step} in Betrieb"),
                    en: format!("Section {step} in operation"),
                },
                grant: Some(self.grant.clone()),
                due: None,
                blocking_clause: None,
                plan: Some(ImpreciseDate::containing(Precision::Quarter, planned)),
                context: false,
                source: None,
            };
            self.add((on, self.officer), None, Body::MilestonePlanned(body));
        }
    }

    fn milestone(&self, step: i64) -> ItemKey {
        ItemKey::new(format!("M-{}-{step}", self.number))
    }

    /// One to three draws within the year; the last one may be late and becomes a remainder.
    fn draw_line(&mut self, drawable: Day, line: &Line) {
        let (title, year, amount, _) = *line;
        let count = self.chance.between(1, 3);
        let mut rest = amount;
        let begin = drawable.max(day(year, 2, 10));
        let room = (day(year, 11, 10) - begin).num_days();
        let step = room / count;
        for draw in 1..=count {
            let part = if draw == count { rest } else { amount / count };
            rest -= part;
            let on = after(begin, (draw - 1) * step + self.chance.between(0, 10));
            if room < 30 || (draw == count && self.chance.percent(4)) {
                return self.carry_over((title, year), part + rest);
            }
            self.draw(on, (title, year), part);
        }
        self.reach(year);
    }

    fn carry_over(&mut self, (title, year): (&'static str, i32), amount: i64) {
        let on = after(day(year + 1, 1, 8), self.chance.between(0, 9));
        let body = CarryOverFormed {
            title: TitleKey::new(title),
            fiscal_year: FiscalYear(year),
            amount_cents: Money::from_cents(amount),
            cover: CarryOverKind::Additional,
            grant: Some(self.grant.clone()),
            reason: "Vorhaben verzögert sich".into(),
            source: None,
        };
        self.add((on, BUDGET), None, Body::CarryOverFormed(body));
        let body = MilestoneForecast {
            milestone: self.milestone(self.reached + 1),
            forecast: ImpreciseDate::containing(Precision::Half, day(year + 1, 6, 1)),
            reason: "Lieferung verzögert sich".into(),
            source: None,
        };
        self.add((on, self.officer), None, Body::MilestoneForecast(body));
        let drawn = after(day(year + 1, 3, 1), self.chance.between(0, 120));
        self.draw(drawn, (title, year + 1), amount);
        self.reach(year + 1);
    }

    fn reach(&mut self, year: i32) {
        self.reached += 1;
        let on = after(day(year, 11, 1), self.chance.between(0, 40));
        if self.chance.percent(85) {
            let body = MilestoneReached {
                milestone: self.milestone(self.reached),
                actual: ImpreciseDate::day(on),
                proof: "Abnahmeprotokoll".into(),
                source: None,
            };
            self.add((on, self.officer), None, Body::MilestoneReached(body));
        }
    }

    /// A draw with attestations, order and payment; a few come back and are paid again.
    fn draw(&mut self, on: Day, (title, year): (&'static str, i32), amount: i64) {
        self.draws += 1;
        let line = LineAmount {
            grant: self.grant.clone(),
            title: TitleKey::new(title),
            fiscal_year: FiscalYear(year),
            amount_cents: Money::from_cents(amount),
        };
        let grant = self.grant.clone();
        let requested = DrawRequested { line: line.clone(), need: None, source: None };
        let draw = self.add((on, self.officer), None, Body::DrawRequested(requested));
        let (second, attester) = (self.other_officer(), *self.chance.one(&ATTESTERS));
        let attested = after(on, 2);
        let body = ArithmeticAttested { grant: grant.clone(), source: None };
        self.add((attested, second), Some(draw), Body::ArithmeticAttested(body));
        let body = FactuallyAttested { grant, source: None };
        self.add((after(attested, 1), attester), Some(draw), Body::FactuallyAttested(body));
        let (payment, paid_on) = self.pay(after(attested, 3), draw, &line);
        if self.chance.percent(2) {
            let on = after(paid_on, 3);
            let body = PaymentReturned {
                line: line.clone(),
                held: false,
                reason: "Konto erloschen".into(),
                source: None,
            };
            self.add((on, self.officer), Some(payment), Body::PaymentReturned(body));
            let recorded = Some(self.payee.recorded);
            self.add((on, DESK[1]), recorded, confirmed());
            self.pay(after(on, 1), draw, &line);
        }
    }

    /// Order, hand-over, payment and reconciliation; returns the payment and its day.
    fn pay(&mut self, on: Day, draw: Uid, line: &LineAmount) -> (Uid, Day) {
        let grant = self.grant.clone();
        let reference = format!("KZ-{:06}", self.number);
        let ordered = PaymentOrdered {
            line: line.clone(),
            bank_account: self.payee.account,
            payment_text: payment_text(&reference, &grant, self.draws, line.fiscal_year.0),
            milestone: None,
            source: None,
        };
        let order = self.add((on, self.approver), Some(draw), Body::PaymentOrdered(ordered));
        let body = OrderHandedOver { grant: grant.clone(), source: None };
        self.add((after(on, 1), self.officer), Some(order), Body::OrderHandedOver(body));
        let paid_on = after(on, self.chance.between(2, 5));
        let body = PaymentConfirmed { line: line.clone(), source: None };
        let other = self.other_officer();
        let payment = self.add((paid_on, other), Some(order), Body::PaymentConfirmed(body));
        let body = PaymentReconciled { grant, source: None };
        self.add((after(paid_on, 2), other), Some(payment), Body::PaymentReconciled(body));
        if self.paid.as_ref().is_none_or(|(_, _, last)| *last <= paid_on) {
            self.paid = Some((payment, line.clone(), paid_on));
        }
        (payment, paid_on)
    }

    /// Proof of use, its check, a claim for what was too much, and the closing.
    fn settle(&mut self, granted: i64) {
        let Some((payment, line, paid_on)) = self.paid.clone() else { return };
        if self.chance.percent(8) {
            return;
        }
        let year = paid_on.year();
        let received = after(day(year, 12, 31), self.chance.between(20, 160));
        // Most spent all of it; some had lower bids.
        let eligible = granted / 8 * 10;
        let spent = if self.chance.percent(20) { eligible / 100 * 96 } else { eligible };
        let settled = spent / 10 * 8;
        let grant = self.grant.clone();
        let body = ProofReceived {
            grant: grant.clone(),
            proof: ProofKind::Final,
            covers_until: paid_on,
            eligible_cents: Money::from_cents(spent),
            third_party_cents: Money::ZERO,
            certified: true,
            source: None,
        };
        let proof = self.add((received, self.officer), None, Body::ProofReceived(body));
        let checked = after(received, self.chance.between(10, 60));
        let body = ProofChecked {
            grant: grant.clone(),
            result: CheckResult::Clean,
            settled_cents: Some(Money::from_cents(settled)),
            note: "Belege geprüft".into(),
            source: None,
        };
        let other = self.other_officer();
        self.add((checked, other), Some(proof), Body::ProofChecked(body));
        let excess = Money::from_cents(granted - settled);
        let mut done = checked;
        if excess.is_positive() {
            if excess > line.amount_cents {
                return;
            }
            done = self.reclaim(
                after(checked, 5),
                payment,
                LineAmount { amount_cents: excess, ..line },
            );
        }
        let body = CaseClosed {
            grant,
            result: "Zweck erreicht".into(),
            bound_until: self.chance.percent(50).then(|| day(year + 5, 12, 31)),
            source: None,
        };
        self.add((after(done, 4), self.approver), None, Body::CaseClosed(body));
    }

    fn reclaim(&mut self, on: Day, payment: Uid, line: LineAmount) -> Day {
        let body = ClaimRaised {
            line: line.clone(),
            reason: "Minderausgaben".into(),
            ground: Some(ClaimGround::FinalNotice),
            due_on: after(on, 30),
            legal_effect_on: None,
            eligible_cents: None,
            source: None,
        };
        let claim = self.add((on, self.approver), Some(payment), Body::ClaimRaised(body));
        let repaid = after(on, self.chance.between(10, 40));
        let closed = year_end::closing(line.fiscal_year.0) <= repaid;
        let body = ClaimRepaid {
            revenue_year: closed.then(|| FiscalYear(repaid.year())),
            line,
            set_off: None,
            source: None,
        };
        self.add((repaid, self.officer), Some(claim), Body::ClaimRepaid(body));
        repaid
    }
}
