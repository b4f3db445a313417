//! A table language for rules: one event per line, the expected refusal code last.
//!
//! `day | who | what | expected`; amounts in euros, German. `as x` names an event for later
//! lines. The programme of the table: title "1616 88371", 10.000,00 € voted for 2020 and for
//! 2021, commitment authority 2020→2021 of 3.000,00 €; recipients 16066 and 16076 with confirmed
//! bank accounts; Weber and Lang desk officers, Roth approver, Kern budget officer, Vogt auditor.

use std::collections::BTreeMap;

use foerderbuch::domain::body::*;
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::id::ItemKey;
use foerderbuch::domain::recipient::RecipientType;
use foerderbuch::domain::rule::Role;
use foerderbuch::domain::{
    Body, Day, FileNumber, FiscalYear, ImpreciseDate, Money, PersonNo, RecipientKey, Stage,
    TitleKey, Uid,
};
use foerderbuch::ops::{self, Failure, Stamp};
use foerderbuch::store::view::{GroupBy, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, parse_money};

pub const TITLE: &str = "1616 88371";

pub struct Table {
    pub ledger: Ledger,
    named: BTreeMap<String, (Uid, String, LineAmount)>,
    accounts: BTreeMap<String, u64>,
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|_| panic!("no day: {text}"))
}

pub fn money(text: &str) -> Money {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let amount = parse_money(Lang::De, digits).unwrap_or_else(|_| panic!("{text}"));
    Money::from_cents(sign * amount.cents())
}

pub fn person(name: &str) -> PersonNo {
    let names = ["Weber", "Lang", "Roth", "Kern", "Vogt"];
    let at = names.iter().position(|known| *known == name).unwrap_or(98);
    PersonNo(u32::try_from(at).unwrap() + 1)
}

pub fn draft(day_of: &str, who: &str, recipient: &str, body: Body) -> Draft {
    Draft {
        uid: *uuid::Uuid::new_v4().as_bytes(),
        recipient: RecipientKey::new(recipient),
        effective_on: day(day_of),
        actor: person(who),
        voucher: "Beleg 1".into(),
        reference: None,
        body,
        person_name: None,
    }
}

pub fn stamp(day_of: Day) -> Stamp {
    let noon = day_of.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_micros();
    Stamp { now: noon, login: "test".into(), salt: Some([7; 16]) }
}

impl Table {
    pub fn new() -> Self {
        let mut ledger = Ledger::in_memory().unwrap();
        let mut drafts = founding();
        for (key, name) in [("16066", "Schmalkalden-Meiningen"), ("16076", "Greiz")] {
            drafts.push(draft("2020-01-02", "Weber", key, registered(key, name)));
        }
        ops::book(&mut ledger, &drafts, &stamp(day("2020-01-02"))).unwrap();
        let mut table = Self { ledger, named: BTreeMap::new(), accounts: BTreeMap::new() };
        for key in ["16066", "16076"] {
            table.confirm_account(key, "2020-01-02");
        }
        table
    }

    pub fn times(&self) -> Times {
        Times { as_of: day("2030-12-31"), known: self.ledger.head().seq }
    }

    pub fn book(&mut self, draft: &Draft) -> Result<u64, String> {
        let at = stamp(draft.effective_on);
        let now = at.now.max(self.ledger.head().recorded_at);
        let stamp = Stamp { now, ..at };
        ops::book(&mut self.ledger, std::slice::from_ref(draft), &stamp)
            .map(|seqs| seqs[0])
            .map_err(|failure| match failure {
                Failure::Refused { refusal, .. } => refusal.code().to_owned(),
                Failure::Store(error) => error.to_string(),
            })
    }

    fn confirm_account(&mut self, key: &str, on: &str) {
        let body = Body::BankAccountRecorded(BankAccountRecorded {
            iban: "DE84123456780016064711".into(),
            holder: key.into(),
            source: None,
        });
        let recorded = draft(on, "Weber", key, body);
        let seq = self.book(&recorded).unwrap();
        let body = Body::BankAccountConfirmed(BankAccountConfirmed {
            checked_by: "Rückruf".into(),
            source: None,
        });
        let mut confirmed = draft(on, "Lang", key, body);
        confirmed.reference = Some(Reference::Entry(seq));
        self.book(&confirmed).unwrap();
        self.accounts.insert(key.into(), seq);
    }

    /// Runs the lines of a table; panics at the first that ends otherwise than expected.
    pub fn run(&mut self, table: &str) {
        for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [on, who, what, expected] = cells[..] else { panic!("four cells: {line}") };
            if what.starts_with("balance") {
                self.check_balance(on, what, expected);
                continue;
            }
            if what == "new account" {
                self.confirm_account("16066", on);
                continue;
            }
            let (draft, name) = self.draft_of(on, who, what);
            let ended = self.book(&draft).map_or_else(|code| code, |_| "ok".to_owned());
            assert_eq!(ended, expected, "{line}");
            if let (Some(name), "ok") = (name, expected) {
                let line = draft
                    .body
                    .line()
                    .cloned()
                    .unwrap_or_else(|| line_amount("-", 2020, Money::ZERO));
                let recipient = draft.recipient.to_string();
                self.named.insert(name, (draft.uid, recipient, line));
            }
        }
    }

    /// `balance 2020` against "stage amount, stage amount".
    fn check_balance(&self, on: &str, what: &str, expected: &str) {
        let mut times = self.times();
        if !on.is_empty() {
            times.as_of = day(on);
        }
        let year = what.trim_start_matches("balance").trim();
        let balance = query::balance(&self.ledger, times, GroupBy::Year).unwrap();
        let row = balance.rows.iter().find(|row| row.key == year).cloned().unwrap_or_default();
        for pair in expected.split(", ") {
            let (stage, amount) = pair.split_once(' ').unwrap();
            let found = match stage {
                "actual" => row.sums.actual(),
                "open" => row.sums.open(),
                "granted" => row.granted,
                name => row.sums.at(Stage::from_name(name).unwrap_or_else(|| panic!("{name}"))),
            };
            assert_eq!(found, money(amount), "{what}: {stage}");
        }
    }

    fn draft_of(&self, on: &str, who: &str, what: &str) -> (Draft, Option<String>) {
        let (what, name) = match what.split_once(" as ") {
            Some((what, name)) => (what, Some(name.to_owned())),
            None => (what, None),
        };
        let words: Vec<&str> = what.split(' ').collect();
        let grant = |at: usize| FileNumber::new(words[at]);
        let (recipient, reference, body) = match words[0] {
            "grant" => ("16066", None, issued(words[1], &words[2..])),
            "increase" => {
                let lines = words[2..].iter().map(|word| due_line(word)).collect();
                let reason = "Mehrbedarf".into();
                let body = GrantIncreased {
                    grant: grant(1),
                    lines,
                    reason,
                    eligible_cents: None,
                    source: None,
                };
                ("16066", None, Body::GrantIncreased(body))
            }
            "reduce" => {
                let lines = words[2..].iter().map(|word| reduction_line(word)).collect();
                let reason = "Minderbedarf".into();
                let body = GrantReduced {
                    grant: grant(1),
                    lines,
                    reason,
                    eligible_cents: None,
                    source: None,
                };
                ("16066", None, Body::GrantReduced(body))
            }
            "vote" => ("", None, vote(words[1], words[2])),
            "draw" => {
                let line = line_amount(words[1], words[2].parse().unwrap(), money(words[3]));
                ("16066", None, Body::DrawRequested(DrawRequested { line, source: None }))
            }
            _ => return (self.referring(on, who, &words), name),
        };
        let mut draft = draft(on, who, recipient, body);
        draft.reference = reference;
        (draft, name)
    }

    fn referring(&self, on: &str, who: &str, words: &[&str]) -> Draft {
        let (uid, recipient, mut line) = self.named[words[1]].clone();
        if let Some(amount) = words.get(2) {
            line.amount_cents = money(amount);
        }
        let reason: String = "ein genannter Grund".into();
        let body = match words[0] {
            "order" => Body::PaymentOrdered(PaymentOrdered {
                line,
                bank_account: self.accounts[&recipient],
                payment_text: "RATE 1".into(),
                milestone: None,
                source: None,
            }),
            "cancel" => Body::OrderCancelled(OrderCancelled { line, reason, source: None }),
            "pay" => Body::PaymentConfirmed(PaymentConfirmed { line, source: None }),
            "return" => Body::PaymentReturned(PaymentReturned { line, reason, source: None }),
            "claim" => Body::ClaimRaised(ClaimRaised {
                line,
                reason,
                due_on: day("2021-12-31"),
                legal_effect_on: None,
                eligible_cents: None,
                source: None,
            }),
            "repay" => Body::ClaimRepaid(ClaimRepaid { line, source: None }),
            "reverse" => Body::Reversed(Reversed { reason }),
            other => panic!("unknown event {other}"),
        };
        let mut draft = draft(on, who, &recipient, body);
        draft.reference = Some(Reference::Uid(uid));
        draft
    }
}

fn founding() -> Vec<Draft> {
    let enrol = |name: &str, roles: &[Role]| Enrolment {
        person: person(name),
        roles: roles.to_vec(),
        name_hash: String::new(),
        login: None,
    };
    let authority = Authority {
        name: "Behörde".into(),
        line: "Straße 1".into(),
        town: "Erfurt".into(),
        contact: "amt@example.org".into(),
    };
    let founded = Body::ProgrammeFounded(ProgrammeFounded {
        name: "Tafel".into(),
        guideline: "Richtlinie".into(),
        ceiling_cents: money("30000,00"),
        default_as_of: None,
        sample: false,
        authority,
        person: enrol("Weber", &[Role::DeskOfficer, Role::Administrator]),
        notes: Vec::new(),
        source: None,
    });
    let mut drafts = vec![draft("2020-01-02", "Weber", "", founded)];
    drafts[0].person_name = Some("Weber".into());
    for (name, role) in [
        ("Lang", Role::DeskOfficer),
        ("Roth", Role::Approver),
        ("Kern", Role::BudgetOfficer),
        ("Vogt", Role::Auditor),
    ] {
        let body = PersonEnrolled { person: enrol(name, &[role]), source: None };
        let mut enrolled = draft("2020-01-02", "Weber", "", Body::PersonEnrolled(body));
        enrolled.person_name = Some(name.into());
        drafts.push(enrolled);
    }
    let title = TitleRegistered {
        title: TitleKey::new(TITLE),
        name: "Investitionen".into(),
        investive: true,
        source: None,
    };
    drafts.push(draft("2020-01-02", "Kern", "", Body::TitleRegistered(title)));
    for year in ["2020", "2021"] {
        drafts.push(draft("2020-01-02", "Kern", "", vote(year, "10000,00")));
    }
    let authority = AuthorityVoted {
        title: TitleKey::new(TITLE),
        budget_year: FiscalYear(2020),
        due_year: FiscalYear(2021),
        amount_cents: money("3000,00"),
        law: "Haushaltsgesetz".into(),
        source: None,
    };
    drafts.push(draft("2020-01-02", "Kern", "", Body::AuthorityVoted(authority)));
    drafts
}

pub fn vote(year: &str, amount: &str) -> Body {
    Body::AppropriationVoted(AppropriationVoted {
        title: TitleKey::new(TITLE),
        fiscal_year: FiscalYear(year.parse().unwrap()),
        amount_cents: money(amount),
        law: "Haushaltsgesetz".into(),
        source: None,
    })
}

pub fn registered(key: &str, name: &str) -> Body {
    Body::RecipientRegistered(RecipientRegistered {
        key: RecipientKey::new(key),
        name: name.into(),
        recipient_type: RecipientType::County,
        address: Vec::new(),
        valid_from: None,
        valid_until: None,
        successor: None,
        source: None,
    })
}

pub fn issued(grant: &str, lines: &[&str]) -> Body {
    Body::GrantIssued(GrantIssued {
        grant: FileNumber::new(grant),
        purpose: "Rechenzentrum".into(),
        financing: Financing::Share,
        quota_percent: None,
        eligible_cents: money("20000,00"),
        cash_reference: "KZ-1".into(),
        period_until: day("2022-12-31"),
        lines: lines.iter().map(|word| due_line(word)).collect(),
        source: None,
    })
}

pub fn milestone(key: &str) -> Body {
    Body::MilestonePlanned(MilestonePlanned {
        milestone: ItemKey::new(key),
        name: ReaderNote { de: "Ziel".into(), en: "Goal".into() },
        grant: None,
        plan: Some(ImpreciseDate::day(day("2020-06-30"))),
        context: false,
        source: None,
    })
}

pub fn line_amount(grant: &str, year: i32, amount: Money) -> LineAmount {
    LineAmount {
        grant: FileNumber::new(grant),
        title: TitleKey::new(TITLE),
        fiscal_year: FiscalYear(year),
        amount_cents: amount,
    }
}

/// `2021:500,00/2020`: due 2021, authority of the budget year 2020.
fn due_line(word: &str) -> DueLine {
    let (year, amount, authority_year) = parts(word);
    DueLine {
        title: TitleKey::new(TITLE),
        fiscal_year: FiscalYear(year),
        amount_cents: amount,
        authority_year,
    }
}

/// `2021:500,00/2020>free`
fn reduction_line(word: &str) -> ReductionLine {
    let (word, way) = match word.split_once('>') {
        Some((word, "free")) => (word, Some(AuthorityReturn::Free)),
        Some((word, _)) => (word, Some(AuthorityReturn::Lapsed)),
        None => (word, None),
    };
    let (year, amount, authority_year) = parts(word);
    ReductionLine {
        title: TitleKey::new(TITLE),
        fiscal_year: FiscalYear(year),
        amount_cents: amount,
        authority_year,
        authority_return: way,
    }
}

fn parts(word: &str) -> (i32, Money, Option<FiscalYear>) {
    let (year, rest) = word.split_once(':').unwrap_or_else(|| panic!("{word}"));
    let (amount, authority) = match rest.split_once('/') {
        Some((amount, year)) => (amount, Some(FiscalYear(year.parse().unwrap()))),
        None => (rest, None),
    };
    (year.parse().unwrap(), money(amount), authority)
}
