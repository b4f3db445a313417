//! The first entry of a new programme.

use crate::domain::body::{Enrolment, ProgrammeFounded};
use crate::domain::event::Draft;
use crate::domain::rule::Role;
use crate::domain::{Body, Day, PersonNo, RecipientKey};
use crate::ops::Stamp;
use crate::ui::dialog::Founding;

/// The founding, which enrols its own actor for this login.
pub fn drafts(wish: &Founding, stamp: &Stamp, today: Day) -> Vec<Draft> {
    let person = PersonNo(1);
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Auditor).collect();
    let body = ProgrammeFounded {
        name: wish.name.clone(),
        guideline: wish.guideline.clone(),
        ceiling_cents: wish.ceiling,
        default_as_of: None,
        sample: false,
        authority: wish.authority.clone(),
        person: Enrolment {
            person,
            roles,
            name_hash: String::new(),
            login: Some(stamp.login.clone()),
            roles_until: None,
            order_limit_cents: None,
            deputy_for: None,
        },
        notes: Vec::new(),
        source: None,
    };
    vec![Draft {
        uid: uuid::Uuid::new_v4().into_bytes(),
        recipient: RecipientKey::default(),
        effective_on: today,
        actor: person,
        voucher: String::new(),
        reference: None,
        body: Body::ProgrammeFounded(body),
        person_name: Some(wish.person.clone()),
    }]
}
