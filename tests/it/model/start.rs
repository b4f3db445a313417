//! How every life begins: founding, persons, titles, votes, recipients and their accounts.

use foerderbuch::domain::Day;
use serde_json::{Value, json};

use super::draw_up::{RECIPIENTS, TITLES};
use super::facts::Fact;

/// Microseconds of noon.
pub fn noon(day: Day) -> i64 {
    day.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_micros()
}

pub fn first_day() -> Day {
    Day::from_ymd_opt(2019, 1, 2).unwrap()
}

fn enrolment(number: u32, roles: &[&str]) -> Value {
    json!({"person": number, "roles": roles, "name_hash": format!("{number:064}")})
}

fn founding() -> Value {
    let authority = json!({"name": "Behörde", "line": "Straße 1", "town": "Erfurt",
        "contact": "amt@example.org"});
    json!({"name": "Probe", "guideline": "Richtlinie", "ceiling_cents": 25_000_000,
        "authority": authority, "person": enrolment(1, &["desk_officer", "administrator"])})
}

/// The beginning, in order; references are numbers of the journal.
pub fn script() -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |kind: &'static str, recipient: &str, actor: u32, reference, body| {
        let number = u8::try_from(facts.len() + 1).unwrap();
        facts.push(Fact {
            seq: 0,
            uid: [number; 16],
            kind,
            recipient: recipient.to_owned(),
            on: first_day(),
            now: noon(first_day()),
            actor,
            voucher: "Beleg 1".to_owned(),
            reference,
            body,
            moves: Vec::new(),
            lines: Vec::new(),
            undone: false,
        });
        u64::from(number)
    };
    add("programme_founded", "", 1, None, founding());
    let persons: [(u32, &[&str]); 7] = [
        (2, &["desk_officer"]),
        (3, &["approver"]),
        (4, &["budget_officer"]),
        (5, &["auditor"]),
        (6, &["attester"]),
        (7, &["desk_officer", "attester", "approver"]),
        (8, &["attester", "approver"]),
    ];
    for (number, roles) in persons {
        let mut person = enrolment(number, roles);
        if number == 8 {
            person["order_limit_cents"] = 200_000.into();
        }
        add("person_enrolled", "", 1, None, json!({"person": person}));
    }
    for title in &TITLES[..2] {
        let body = json!({"title": title, "name": "Zuweisungen", "investive": true});
        add("title_registered", "", 4, None, body);
        for year in 2019..2022 {
            let body = json!({"title": title, "fiscal_year": year, "amount_cents": 3_000_000,
                "law": "Haushaltsgesetz"});
            add("appropriation_voted", "", 4, None, body);
        }
        for (budget, due) in [(2019, 2020), (2019, 2021), (2020, 2021), (2021, 2022)] {
            let body = json!({"title": title, "budget_year": budget, "due_year": due,
                "amount_cents": 1_000_000, "law": "Haushaltsgesetz"});
            add("authority_voted", "", 4, None, body);
        }
    }
    let rate = json!({"name": "base_rate", "from": "2019-01-01", "until": "2022-12-31",
        "percent": "-0.88"});
    add("setting_made", "", 4, None, json!({"setting": rate}));
    for recipient in RECIPIENTS {
        let mut body = json!({"key": recipient, "name": "Kreis", "recipient_type": "county"});
        if recipient == "16056" {
            body["valid_until"] = "2021-06-30".into();
        }
        add("recipient_registered", recipient, 1, None, body);
        let body = json!({"iban": "DE89370400440532013000", "holder": "Kreiskasse"});
        let account = add("bank_account_recorded", recipient, 1, None, body);
        let body = json!({"checked_by": "Rückruf"});
        add("bank_account_confirmed", recipient, 2, Some(account), body);
    }
    facts
}
