//! The user stories of the worked example, one test each, with their figures.
//!
//! Entries are written as the command line takes them: kind, day, person and a JSON body.

mod approver;
mod auditor;
mod budget;
mod desk;
mod times;
mod treasurer;

use foerderbuch::domain::availability::Own;
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::{
    Body, Day, FileNumber, FiscalYear, Kind, Money, PersonNo, RecipientKey, Refusal, Seq, Stage,
    TitleKey,
};
use foerderbuch::ops::{self, Failure, Stamp, sample};
use foerderbuch::store::view::{BalanceRow, GrantDetail, GroupBy, JournalRow, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text, parse_money};
use serde_json::{Value, json};

/// Title of investive grants in the sample.
pub const INVESTIVE: &str = "1616 88371";
/// Title of consumptive grants in the sample.
pub const CONSUMPTIVE: &str = "1616 63371";

pub fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|_| panic!("no day: {text}"))
}

/// An amount as people write it, "−" or "-" in front when it is below zero.
pub fn euro(text: &str) -> Money {
    let digits = text.trim_start_matches(['-', '−']);
    let amount = parse_money(Lang::De, digits).unwrap_or_else(|_| panic!("{text}"));
    if digits == text { amount } else { -amount }
}

pub fn cents(text: &str) -> i64 {
    euro(text).cents()
}

/// German words as they are read: blanks that do not break are blanks.
pub fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

pub fn german() -> Text {
    Text::new(Lang::De)
}

/// An entry to be booked.
#[derive(Clone)]
pub struct Entry {
    kind: &'static str,
    on: &'static str,
    who: &'static str,
    recipient: &'static str,
    voucher: &'static str,
    reference: Option<Seq>,
    body: Value,
}

pub fn entry(kind: &'static str, on: &'static str, who: &'static str, body: Value) -> Entry {
    Entry { kind, on, who, recipient: "", voucher: "Beleg", reference: None, body }
}

impl Entry {
    pub fn of(self, recipient: &'static str) -> Self {
        Self { recipient, ..self }
    }

    pub fn after(self, seq: Seq) -> Self {
        Self { reference: Some(seq), ..self }
    }

    pub fn voucher(self, voucher: &'static str) -> Self {
        Self { voucher, ..self }
    }

    /// With one more field.
    pub fn set(&mut self, field: &str, value: Value) {
        self.body[field] = value;
    }

    /// As a line of a drafts file.
    pub fn line(&self) -> String {
        let mut line = json!({
            "kind": self.kind, "effective_on": self.on, "recipient": self.recipient,
            "voucher": self.voucher, "actor": number(self.who).0, "body": self.body,
        });
        if let Some(seq) = self.reference {
            line["ref"] = json!(seq);
        }
        line.to_string()
    }

    fn draft(&self) -> Draft {
        let kind = Kind::from_name(self.kind).unwrap_or_else(|| panic!("{}", self.kind));
        let mut body = self.body.clone();
        let name = body
            .get_mut("person")
            .and_then(Value::as_object_mut)
            .and_then(|person| person.remove("name"));
        if name.is_some() {
            body["person"]["name_hash"] = json!("");
        }
        Draft {
            uid: *uuid::Uuid::new_v4().as_bytes(),
            recipient: RecipientKey::new(self.recipient),
            effective_on: day(self.on),
            actor: number(self.who),
            voucher: self.voucher.into(),
            reference: self.reference.map(Reference::Entry),
            body: Body::deserialize(kind, body).unwrap_or_else(|e| panic!("{}: {e}", self.kind)),
            person_name: name.and_then(|name| name.as_str().map(str::to_owned)),
        }
    }
}

/// The persons of the sample: two desk officers, approver, budget officer, auditor, and the one
/// who attests what is factually right and stands in for the approver.
fn number(name: &str) -> PersonNo {
    let names = ["Weber", "Lang", "Roth", "Kern", "Vogt", "Sommer"];
    let at = names.iter().position(|known| *known == name);
    PersonNo(at.map_or_else(|| name.parse().unwrap(), |at| u32::try_from(at).unwrap() + 1))
}

/// A ledger at work; the clock stands at noon of the last day booked.
pub struct Book {
    pub ledger: Ledger,
    pub login: String,
}

impl Book {
    /// The sample in memory.
    pub fn sample() -> Self {
        Self { ledger: sample::in_memory().unwrap(), login: "uid:1".into() }
    }

    /// A programme of one title, with as much voted as the entries say.
    pub fn founded(more: &[Entry]) -> Self {
        let mut book = Self { ledger: Ledger::in_memory().unwrap(), login: "uid:1".into() };
        let person = |number: u32, roles: &[&str], name: &str| {
            let person = json!({"person": number, "roles": roles, "name": name});
            json!({"person": person})
        };
        let mut founding = person(1, &["desk_officer", "administrator"], "A. Weber");
        let authority = json!({"name": "Amt", "line": "Weg 1", "town": "Erfurt", "contact": "x"});
        for (name, value) in [
            ("name", json!("Digitale Kommune")),
            ("guideline", json!("ThürEGovRL")),
            ("ceiling_cents", json!(cents("80.000.000,00"))),
            ("authority", authority),
        ] {
            founding[name] = value;
        }
        let title = json!({"title": INVESTIVE, "name": "Investitionen", "investive": true});
        let county = json!({"key": "16067", "name": "Gotha", "recipient_type": "county"});
        for first in [
            entry("programme_founded", "2020-01-02", "Weber", founding),
            entry("person_enrolled", "2020-01-02", "Weber", person(2, &["desk_officer"], "B")),
            entry("person_enrolled", "2020-01-02", "Weber", person(3, &["approver"], "C")),
            entry("person_enrolled", "2020-01-02", "Weber", person(4, &["budget_officer"], "D")),
            entry("title_registered", "2020-01-02", "Kern", title),
            entry("recipient_registered", "2020-01-02", "Weber", county).of("16067"),
        ] {
            book.good(&first);
        }
        for next in more {
            book.good(next);
        }
        book
    }

    /// On that day, everything known.
    pub fn on(&self, text: &str) -> Times {
        Times { as_of: day(text), known: self.ledger.head().seq }
    }

    /// At the end of 2020, everything known.
    pub fn times(&self) -> Times {
        self.on("2020-12-31")
    }

    pub fn book(&mut self, entry: &Entry) -> Result<Seq, Refusal> {
        let noon = day(entry.on).and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_micros();
        let now = noon.max(self.ledger.head().recorded_at);
        let stamp = Stamp { now, login: self.login.clone(), salt: Some([7; 16]) };
        match ops::book(&mut self.ledger, &[entry.draft()], &stamp) {
            Ok(seqs) => Ok(seqs[0]),
            Err(Failure::Refused { refusal, .. }) => Err(*refusal),
            Err(Failure::Store(error)) => panic!("{error}"),
        }
    }

    #[track_caller]
    pub fn good(&mut self, entry: &Entry) -> Seq {
        let booked = self.book(entry);
        booked.unwrap_or_else(|no| panic!("{}: {}", entry.kind, german().refusal(&no)))
    }

    /// The German sentence of the refusal; nothing is booked.
    #[track_caller]
    pub fn refused(&mut self, entry: &Entry) -> String {
        let before = self.ledger.head();
        let no = self.book(entry).expect_err("it must be refused");
        assert_eq!(self.ledger.head(), before);
        plain(&german().refusal(&no))
    }

    /// An application of a grant that Weber received and Lang examined.
    pub fn examined(
        &mut self,
        on: &'static str,
        (grant, recipient): (&str, &'static str),
        (requested, eligible): (&str, &str),
    ) -> Seq {
        let own = cents(eligible) - cents(requested);
        let plan = json!({"total_cents": cents(eligible), "eligible_cents": cents(eligible),
            "own_cents": own, "third_party_cents": 0});
        let body = json!({"grant": grant, "purpose": "Kommunales Netz",
            "requested_cents": cents(requested), "plan": plan});
        let application =
            self.good(&entry("application_received", on, "Weber", body).of(recipient));
        let body = json!({"grant": grant, "result": "Förderfähig", "no_double_funding": true});
        let examined = entry("application_examined", on, "Lang", body).of(recipient);
        self.good(&examined.after(application));
        application
    }

    pub fn grant(&self, times: Times, number: &str) -> GrantDetail {
        query::grant(&self.ledger, times, &FileNumber::new(number)).unwrap().unwrap()
    }

    /// Stages of the whole programme.
    pub fn total(&self, times: Times) -> BalanceRow {
        query::balance(&self.ledger, times, GroupBy::Stage).unwrap().total
    }

    /// Stages of a fiscal year.
    pub fn year(&self, times: Times, year: i32) -> BalanceRow {
        let balance = query::balance(&self.ledger, times, GroupBy::Year).unwrap();
        balance.rows.into_iter().find(|row| row.key == year.to_string()).unwrap()
    }

    pub fn free(&self, on: &str, title: &str, year: i32) -> Money {
        let place = (&TitleKey::new(title), FiscalYear(year));
        query::availability_of(&self.ledger, day(on), place, Own::default()).unwrap().free
    }

    pub fn journal(&self, kind: Kind) -> Vec<JournalRow> {
        let times = self.on("2030-12-31");
        let rows = query::journal(&self.ledger, times).unwrap();
        rows.into_iter().filter(|row| row.kind == kind).collect()
    }

    /// The entry of a kind with that voucher.
    pub fn entry(&self, kind: Kind, voucher: &str) -> Seq {
        let rows = self.journal(kind);
        rows.iter().find(|row| row.voucher == voucher).unwrap_or_else(|| panic!("{voucher}")).seq
    }

    /// The bank account of a recipient that may be paid to.
    pub fn account(&self, recipient: &str) -> Seq {
        let times = self.on("2030-12-31");
        let key = RecipientKey::new(recipient);
        let accounts = query::bank_accounts(&self.ledger, times, &key).unwrap();
        accounts.iter().find(|account| account.usable).unwrap().seq
    }
}

/// The notice of a share of 80 percent, with its due lines.
pub fn issued(on: &'static str, grant: &str, eligible: &str, lines: &[Value]) -> Entry {
    let body = json!({"grant": grant, "purpose": "Kommunales Netz", "financing": "share",
        "quota_percent": "80", "eligible_cents": cents(eligible), "cash_reference": "KZ-1",
        "period_until": "2022-12-31", "lines": lines});
    entry("grant_issued", on, "Roth", body).voucher("Bescheid")
}

/// A due line of a notice; with the budget year of the authority that it uses.
pub fn due(title: &str, year: i32, amount: &str, authority: Option<i32>) -> Value {
    let mut line = json!({"title": title, "fiscal_year": year, "amount_cents": cents(amount)});
    if let Some(budget_year) = authority {
        line["authority_year"] = json!(budget_year);
    }
    line
}

/// An amount of a due line.
pub fn line(grant: &str, title: &str, year: i32, amount: &str) -> Value {
    json!({"grant": grant, "title": title, "fiscal_year": year, "amount_cents": cents(amount)})
}

/// What is left of commune F's grant in 2020: 12.500,00 €.
pub fn line_of_f(amount: &str) -> Value {
    line("EG-2020-003", CONSUMPTIVE, 2020, amount)
}

pub const F: &str = "16999006";

/// A draw on what is left of commune F's grant, entered by Weber.
pub fn draw_of_f(amount: &str) -> Entry {
    let body = json!({"line": line_of_f(amount)});
    entry("draw_requested", "2020-12-16", "Weber", body).of(F).voucher("Abruf 2")
}

/// A step on a draw of commune F that says no more than its file number.
pub fn step_of_f(kind: &'static str, who: &'static str, draw: Seq) -> Entry {
    entry(kind, "2020-12-17", who, json!({"grant": "EG-2020-003"})).of(F).after(draw)
}

/// An order of a draw of commune F.
pub fn order_of_f(who: &'static str, amount: &str, (draw, account): (Seq, Seq)) -> Entry {
    let body = json!({"line": line_of_f(amount), "bank_account": account,
        "payment_text": "16999006-EG-01 RATE 2"});
    entry("payment_ordered", "2020-12-18", who, body).of(F).after(draw)
}

/// Sources and places of a title and year, or of all: the identity of the ledger.
#[track_caller]
pub fn identity_holds(row: &BalanceRow) {
    let sum = |stages: &[Stage]| -> Money { stages.iter().map(|at| row.sums.at(*at)).sum() };
    let sources = [Stage::Appropriated, Stage::Exceeded, Stage::CoverIn, Stage::CarriedIn];
    let others =
        [Stage::Available, Stage::Blocked, Stage::CoverOut, Stage::CarriedOut, Stage::Lapsed];
    let places = sum(&others) + row.sums.open() + row.sums.actual();
    assert_eq!(sum(&sources), places, "{}", row.key);
}
