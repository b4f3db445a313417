//! The programme of every table: persons, titles, votes, recipients with bank accounts.

use foerderbuch::domain::body::*;
use foerderbuch::domain::event::Draft;
use foerderbuch::domain::recipient::RecipientType;
use foerderbuch::domain::rule::Role;
use foerderbuch::domain::{Body, FiscalYear, PersonNo, RecipientKey, TitleKey};

use super::words::money;
use super::{TITLE, draft};

/// Names in the order of their numbers; the last two are enrolled by tables that need them.
const NAMES: [&str; 9] =
    ["Weber", "Lang", "Roth", "Kern", "Vogt", "Sommer", "Brandt", "Neumann", "Olsen"];

pub fn person(name: &str) -> PersonNo {
    let at = NAMES.iter().position(|known| *known == name).unwrap_or(98);
    PersonNo(u32::try_from(at).unwrap() + 1)
}

pub fn enrolment(name: &str, roles: &[Role]) -> Enrolment {
    Enrolment {
        person: person(name),
        roles: roles.to_vec(),
        name_hash: String::new(),
        login: None,
        roles_until: None,
        order_limit_cents: None,
        deputy_for: None,
    }
}

pub fn founding() -> Vec<Draft> {
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
        person: enrolment("Weber", &[Role::DeskOfficer, Role::Administrator]),
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
        ("Sommer", Role::Attester),
        ("Brandt", Role::Approver),
    ] {
        let body = PersonEnrolled { person: enrolment(name, &[role]), source: None };
        let mut enrolled = draft("2020-01-02", "Weber", "", Body::PersonEnrolled(body));
        enrolled.person_name = Some(name.into());
        drafts.push(enrolled);
    }
    drafts.push(draft("2020-01-02", "Kern", "", titled(TITLE, true)));
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
    for (key, name) in [("16066", "Schmalkalden-Meiningen"), ("16076", "Greiz")] {
        drafts.push(draft("2020-01-02", "Weber", key, registered(key, name)));
    }
    drafts
}

pub fn titled(title: &str, investive: bool) -> Body {
    Body::TitleRegistered(TitleRegistered {
        title: TitleKey::new(title),
        name: "Zuweisungen".into(),
        investive,
        source: None,
    })
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
