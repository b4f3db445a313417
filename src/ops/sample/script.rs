//! The script of the sample: scripted clock, fixed uids and salts.

use std::collections::BTreeMap;

use chrono::{Days, NaiveTime, TimeDelta};

use crate::domain::body::{Source, SourceClass};
use crate::domain::calendar::{is_working_day, next_working_day};
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, Day, Kind, Money, PersonNo, RecipientKey, Seq, Uid};

/// First person: desk officer, keeps the book of persons.
pub const WEBER: PersonNo = PersonNo(1);
/// Second desk officer.
pub const LANG: PersonNo = PersonNo(2);
/// Approver.
pub const ROTH: PersonNo = PersonNo(3);
/// Budget officer.
pub const KERN: PersonNo = PersonNo(4);
/// Auditor.
pub const VOGT: PersonNo = PersonNo(5);
/// Attests what is factually right, and stands in for the approver.
pub const SOMMER: PersonNo = PersonNo(6);

/// One step of the script.
#[derive(Clone, Debug)]
pub struct Step {
    /// What is booked.
    pub draft: Draft,
    /// Scripted clock, microseconds since 1970 UTC.
    pub recorded_at: i64,
    /// Fixed salt for a name.
    pub salt: [u8; 16],
}

/// Steps in the order of writing; those of one day keep it.
#[derive(Debug, Default)]
pub struct Script {
    drafts: Vec<Draft>,
}

impl Script {
    /// Adds an event and returns its draft, to complete it.
    pub fn add(&mut self, on: &str, actor: PersonNo, recipient: &str, body: Body) -> &mut Draft {
        self.on(day(on), actor, recipient, body)
    }

    /// The same on a computed day.
    pub fn on(&mut self, day: Day, actor: PersonNo, recipient: &str, body: Body) -> &mut Draft {
        let uid = fixed_uid(self.next_index());
        self.drafts.push(Draft {
            uid,
            recipient: RecipientKey::new(recipient),
            effective_on: day,
            actor,
            voucher: String::new(),
            reference: None,
            body,
            person_name: None,
        });
        let last = self.drafts.len() - 1;
        &mut self.drafts[last]
    }

    /// Adds an event with its voucher, referring to an earlier one or none.
    pub fn book(
        &mut self,
        (on, actor, recipient): (&str, PersonNo, &str),
        voucher: &str,
        reference: Option<Uid>,
        body: Body,
    ) -> Uid {
        let draft = self.add(on, actor, recipient, body).voucher(voucher);
        draft.reference = reference.map(Reference::Uid);
        draft.uid
    }

    /// The event of that kind and voucher.
    pub fn find(&self, kind: Kind, voucher: &str) -> Option<Uid> {
        let of = |draft: &&Draft| draft.body.kind() == kind && draft.voucher == voucher;
        self.drafts.iter().rev().find(of).map(|draft| draft.uid)
    }

    /// Index of the recording of the recipient's newest bank account.
    pub fn account_of(&self, recipient: &str) -> u64 {
        let newest = self.drafts.iter().rposition(|draft| {
            draft.body.kind() == Kind::BankAccountRecorded && draft.recipient.as_str() == recipient
        });
        newest.and_then(|index| u64::try_from(index).ok()).unwrap_or_default()
    }

    /// Index of the next event; an order names its bank account by the index of the recording
    /// until the steps are numbered.
    pub fn next_index(&self) -> u64 {
        u64::try_from(self.drafts.len()).unwrap_or(u64::MAX)
    }

    /// All steps by day; the clock starts at 8 o'clock UTC and ticks by minutes.
    pub fn in_order(self) -> Vec<Step> {
        let mut drafts = self.drafts;
        drafts.sort_by_key(|draft| draft.effective_on);
        let numbers: BTreeMap<Uid, Seq> =
            drafts.iter().zip(1..).map(|(draft, seq)| (draft.uid, seq)).collect();
        for draft in &mut drafts {
            let account = match &mut draft.body {
                Body::PaymentOrdered(ordered) => &mut ordered.bank_account,
                Body::HeldOrdered(ordered) => &mut ordered.bank_account,
                _ => continue,
            };
            *account = numbers.get(&fixed_uid(*account)).copied().unwrap_or_default();
        }
        let mut minute = 0;
        let mut today = None;
        drafts
            .into_iter()
            .map(|draft| {
                minute = if today == Some(draft.effective_on) { minute + 1 } else { 0 };
                today = Some(draft.effective_on);
                let morning = draft.effective_on.and_time(NaiveTime::MIN) + TimeDelta::hours(8);
                let recorded_at =
                    (morning + TimeDelta::minutes(minute)).and_utc().timestamp_micros();
                Step { recorded_at, salt: draft.uid, draft }
            })
            .collect()
    }
}

impl Draft {
    /// The same with a voucher.
    pub(super) fn voucher(&mut self, voucher: impl Into<String>) -> &mut Self {
        self.voucher = voucher.into();
        self
    }

    /// The same, referring to an earlier event.
    pub(super) fn refers_to(&mut self, uid: Uid) -> &mut Self {
        self.reference = Some(Reference::Uid(uid));
        self
    }
}

/// A day of the script, YYYY-MM-DD.
pub fn day(text: &str) -> Day {
    text.parse().unwrap_or_default()
}

/// The first working day so many days after a day.
pub fn after(day: Day, days: u64) -> Day {
    next_working_day(day.checked_add_days(Days::new(days)).unwrap_or(day))
}

/// The last working day before a day.
pub fn before(day: Day) -> Day {
    let mut earlier = day.pred_opt().unwrap_or(day);
    while !is_working_day(earlier) {
        earlier = earlier.pred_opt().unwrap_or(day);
    }
    earlier
}

/// Whole euros.
pub const fn euros(amount: i64) -> Money {
    Money::from_cents(amount * 100)
}

/// Taken from a public source.
pub fn fact(note: &str) -> Source {
    Source { class: SourceClass::Fact, note: note.to_owned() }
}

/// Invented for the example.
pub fn illustrative(note: &str) -> Source {
    Source { class: SourceClass::Illustrative, note: note.to_owned() }
}

/// A fixed uid of the shape of a random one (UUID version 4).
fn fixed_uid(index: u64) -> Uid {
    const BASE: u128 = 0x4265_6973_7069_4c65_8000_0000_0000_0000;
    (BASE | u128::from(index)).to_be_bytes()
}
