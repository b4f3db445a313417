//! Commands: steps as proptest draws and shrinks them, and what becomes of one before a list.

use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::{Body, Kind, PersonNo, RecipientKey};
use proptest::prelude::*;
use serde_json::Value;

use super::draw_up::Clerk;
use super::facts::{Fact, Facts, berlin};
use super::kinds;

/// What a step is.
#[derive(Clone, Copy, Debug)]
pub enum What {
    /// Nothing: what shrinking leaves of a step that does not matter.
    Nothing,
    /// The next sensible thing for some case.
    Onward,
    /// An event of that kind.
    Kind(u8),
    /// The reversal of some entry.
    Reverse,
    /// An entry once more: same uid, same words or others.
    Repeat,
}

/// A step: everything that is chosen is chosen by numbers, and zero is the plain choice.
#[derive(Clone, Debug)]
pub struct Step {
    pub what: What,
    /// Days since the last step.
    pub wait: u8,
    /// Days that the event lies back.
    pub late: u16,
    pub dice: [u8; 10],
    /// What goes wrong: which way, where, and how.
    pub twist: Option<(u8, u8, u8)>,
}

/// Steps: most go on with a life, some are of any kind, some hostile.
pub fn step() -> impl Strategy<Value = Step> {
    let count = u8::try_from(kinds::rows().len()).unwrap();
    let what = prop_oneof![
        // The first one is what the others shrink to.
        1 => Just(What::Nothing),
        1500 => Just(What::Onward),
        600 => (0..count).prop_map(What::Kind),
        200 => Just(What::Reverse),
        70 => Just(What::Repeat),
    ];
    let wait = prop_oneof![6 => 0_u8..3, 6 => 3_u8..20, 1 => 20_u8..100];
    let late = prop_oneof![20 => Just(0_u16), 4 => 1_u16..40, 1 => 40_u16..500];
    let twist = prop::option::weighted(0.18, (0_u8..14, any::<u8>(), any::<u8>()));
    (what, wait, late, any::<[u8; 10]>(), twist).prop_map(|(what, wait, late, dice, twist)| Step {
        what,
        wait,
        late,
        dice,
        twist,
    })
}

/// The draft of a proposal; none where its words are no body of its kind.
pub fn draft(fact: &Fact) -> Option<Draft> {
    let kind = Kind::from_name(fact.kind)?;
    Some(Draft {
        uid: fact.uid,
        recipient: RecipientKey::new(fact.recipient.clone()),
        effective_on: fact.on,
        actor: PersonNo(fact.actor),
        voucher: fact.voucher.clone(),
        reference: fact.reference.map(Reference::Entry),
        body: Body::deserialize(kind, fact.body.clone()).ok()?,
        person_name: None,
    })
}

/// The proposal that a step makes at a time; `number` makes its uid.
pub fn propose(facts: &Facts, step: &Step, now: i64, number: u32) -> Option<Fact> {
    let mut clerk = Clerk::new(facts, step, berlin(now));
    let mut fact = match step.what {
        What::Repeat => {
            let back = usize::from(step.dice[0]) % facts.all.len().min(20);
            let mut again = facts.all[facts.all.len() - 1 - back].clone();
            if step.dice[1].is_multiple_of(3) {
                again.voucher.push('.');
            }
            again.now = now;
            return Some(again);
        }
        What::Nothing => return None,
        What::Onward => {
            let kind = clerk.onward();
            clerk.of(kind)?
        }
        What::Kind(kind) => clerk.of(kinds::rows()[usize::from(kind)].kind)?,
        What::Reverse => clerk.of("reversed")?,
    };
    fact.uid[..4].copy_from_slice(&number.to_be_bytes());
    fact.now = now;
    if let Some(twist) = step.twist {
        twisted(facts, &mut fact, twist);
    }
    Some(facts.propose(fact))
}

/// Lets one thing go wrong.
fn twisted(facts: &Facts, fact: &mut Fact, (way, place, how): (u8, u8, u8)) {
    let last = facts.all.len() as u64;
    match way {
        0 => fact.actor = u32::from(how % 12),
        1 => {
            let recipients = ["", "16066", "16076", "16056", "16099", "1606"];
            recipients[usize::from(how) % recipients.len()].clone_into(&mut fact.recipient);
        }
        2 => {
            fact.reference = match how % 4 {
                0 => None,
                1 => Some(last + 1),
                2 => fact.reference.map(|seq| seq.saturating_sub(1).max(1)),
                _ => Some(last.saturating_sub(u64::from(place) % last.max(1)).max(1)),
            }
        }
        3 => {
            let vouchers = ["", "  ", "Beleg\u{7}", "a\u{202E}b"];
            vouchers[usize::from(how) % 4].clone_into(&mut fact.voucher);
        }
        4 => {
            let days = chrono::Days::new(u64::from(place % 5) * u64::from(place % 5) + 1);
            let on = if how % 3 == 0 { fact.on + days } else { fact.on - days };
            fact.on = on;
        }
        5 => fact.now -= if how % 2 == 0 { 290_000_000 } else { 86_400_000_000 },
        6 => fact.on = facts.all[0].on - chrono::Days::new(1),
        _ => {
            let mut leaves = Vec::new();
            collect(&fact.body, String::new(), &mut leaves);
            if !leaves.is_empty() {
                let path = &leaves[usize::from(place) % leaves.len()];
                let leaf = fact.body.pointer_mut(path).unwrap();
                *leaf = other(leaf, how);
            }
        }
    }
}

/// Paths of all texts and numbers of a body.
fn collect(value: &Value, path: String, leaves: &mut Vec<String>) {
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(number, item)| collect(item, format!("{path}/{number}"), leaves)),
        Value::Object(fields) => {
            fields.iter().for_each(|(name, item)| collect(item, format!("{path}/{name}"), leaves));
        }
        _ => leaves.push(path),
    }
}

/// Something near or far from what stands there.
fn other(leaf: &Value, how: u8) -> Value {
    if let Some(number) = leaf.as_i64() {
        let far = [0, -1, -number, 1_000_000_000_001, i64::MAX, i64::MIN, 2_147_483_647];
        return match how % 12 {
            0..3 => (number + 1).into(),
            3 | 4 => (number - 1).into(),
            way => far[usize::from(way - 5)].into(),
        };
    }
    let Some(text) = leaf.as_str() else {
        return leaf.as_bool().map_or(Value::Null, |yes| (!yes).into());
    };
    if let Ok(day) = text.parse::<chrono::NaiveDate>() {
        let days = chrono::TimeDelta::days([1, -1, 31, -31, 400, -400][usize::from(how) % 6]);
        return (day + days).to_string().into();
    }
    let titles = ["1616 88371", "1616 63371", "1616 88372"];
    let grants = ["G1", "G2", "G3", "G4", "G5"];
    if titles.contains(&text) {
        return titles[usize::from(how) % 3].into();
    }
    if grants.contains(&text) {
        return grants[usize::from(how) % 5].into();
    }
    let words = ["", " ", "x\u{1}y", "150", "33.333333333333333333333333", "0", "-1", "16099"];
    match how % 9 {
        8 => "ä".repeat(if how > 128 { 2001 } else { 201 }).into(),
        way => words[usize::from(way)].into(),
    }
}
