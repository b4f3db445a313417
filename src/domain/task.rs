//! Steps of cases that wait for somebody, and who may take them (*Arbeitsliste*).
//!
//! Everything follows from what is booked: a step waits once the one before it is booked, and is
//! gone with its own booking. `ops` decides; this says beforehand what it will accept from whom.

mod body;
mod case;
mod payment;

use std::collections::{BTreeMap, BTreeSet};

use super::body::{LineAmount, MilestonePlanned};
use super::deadline::Deadline;
use super::entity::{Application, BankAccount, Grant};
use super::id::ItemKey;
use super::rule::Role;
use super::setting::Settings;
use super::{Day, Event, FiscalYear, Kind, Money, PersonNo, Seq, Stage};

pub use body::Given;

/// A step that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Kind of the entry that does it.
    pub kind: Kind,
    /// Entry that it refers to, or for kinds that refer to none the one that it follows from.
    pub entry: Seq,
    /// What it is about, when it moves an amount of a due line.
    pub line: Option<LineAmount>,
    /// What it is about, when it is about money.
    pub amount: Option<Money>,
    /// Day of the entry since which it waits.
    pub since: Day,
    /// Last day for it, where one is set.
    pub due_on: Option<Day>,
    /// Why it waits again: the reason of what was sent back or came back.
    pub note: Option<String>,
    /// Who took which steps before.
    pub earlier: Vec<Earlier>,
    /// What stands of orders for it that a person has signed before: counts towards the limit.
    pub ordered: BTreeMap<PersonNo, Money>,
    /// What has to happen first, whoever takes the step.
    pub obstacles: Vec<Obstacle>,
}

/// The kinds of steps that wait, in the order of the procedure.
pub const STEPS: [Kind; 18] = [
    Kind::ApplicationExamined,
    Kind::GrantIssued,
    Kind::NoticeAnnounced,
    Kind::BankAccountConfirmed,
    Kind::ArithmeticAttested,
    Kind::FactuallyAttested,
    Kind::PaymentOrdered,
    Kind::OrderHandedOver,
    Kind::PaymentConfirmed,
    Kind::PaymentReconciled,
    Kind::HeldOrdered,
    Kind::HeldPaid,
    Kind::ProofChecked,
    Kind::ClaimRaised,
    Kind::GrantReduced,
    Kind::ClaimRepaid,
    Kind::InterestReceived,
    Kind::CaseClosed,
];

/// A step taken before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// What was done.
    pub kind: Kind,
    /// Number in the journal.
    pub seq: Seq,
    /// When it counts.
    pub on: Day,
    /// Who did it.
    pub person: PersonNo,
    /// This person may not take the step that waits (*Vier-Augen-Prinzip*).
    pub bars: bool,
}

/// What has to happen before a step can be taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// No bank account of the recipient is confirmed, or a payment came back since.
    Account,
    /// A milestone that blocks payments is not reached.
    Milestone(ItemKey),
    /// The notice is not final, at the earliest on that day.
    NotFinal(Option<Day>),
    /// The notice is challenged in court.
    Challenged,
    /// The case is closed.
    Closed,
    /// The examination does not exclude double funding.
    DoubleFunding,
    /// An early start of the project is not checked.
    EarlyStart,
}

/// A person as far as steps ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'a> {
    /// Number.
    pub person: PersonNo,
    /// Roles.
    pub roles: &'a [Role],
    /// Last day of the roles.
    pub roles_until: Option<Day>,
    /// Highest amount that the person may order at once.
    pub order_limit: Option<Money>,
}

/// Why a person may not take a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The person has none of the roles that it needs.
    Role,
    /// The same person took an earlier step.
    Eyes(Earlier),
    /// It is above the person's power to order.
    Limit {
        /// The power.
        limit: Money,
        /// What would stand ordered by the person.
        asked: Money,
    },
}

impl Task {
    /// Why the person may not take the step on that day; `None` when it may.
    #[must_use]
    pub fn bar(&self, hand: Hand<'_>, today: Day) -> Option<Bar> {
        let roles = self.kind.roles();
        let in_time = hand.roles_until.is_none_or(|until| today <= until);
        let fits = roles.is_empty() || roles.iter().any(|role| hand.roles.contains(role));
        if !fits || !roles.is_empty() && !in_time {
            return Some(Bar::Role);
        }
        let same = |earlier: &&Earlier| earlier.bars && earlier.person == hand.person;
        if let Some(earlier) = self.earlier.iter().find(same) {
            return Some(Bar::Eyes(*earlier));
        }
        let limit = hand.order_limit.filter(|_| self.kind.is_order())?;
        let before = self.ordered.get(&hand.person).copied().unwrap_or_default();
        let asked = self.amount.unwrap_or_default() + before;
        (asked > limit).then_some(Bar::Limit { limit, asked })
    }

    /// True when that person took an earlier step that keeps from this one (four eyes), whatever
    /// the role.
    #[must_use]
    pub fn needs_other_than(&self, person: PersonNo) -> bool {
        self.earlier.iter().any(|earlier| earlier.bars && earlier.person == person)
    }

    /// True when the person can take the step now.
    #[must_use]
    pub fn is_for(&self, hand: Hand<'_>, today: Day) -> bool {
        self.obstacles.is_empty() && self.bar(hand, today).is_none()
    }

    /// True when the person may decide something else on the same entry (send it back, reject it).
    #[must_use]
    pub fn may_instead(&self, kind: Kind, hand: Hand<'_>, today: Day) -> bool {
        let eyes = kind.other_eyes();
        let earlier =
            self.earlier.iter().map(|step| Earlier { bars: eyes.contains(&step.kind), ..*step });
        let earlier = earlier.collect();
        Self { kind, earlier, ordered: BTreeMap::new(), ..self.clone() }.bar(hand, today).is_none()
    }

    /// True when its last day is over.
    #[must_use]
    pub fn is_overdue(&self, as_of: Day) -> bool {
        self.due_on.is_some_and(|due| due < as_of)
    }
}

/// What the steps of a case follow from.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Stichtag: what is effective later has not happened, but what it decides does not wait.
    pub as_of: Day,
    /// Entries of the case that count, whatever their day, in the order of the journal.
    pub events: &'a [Event],
    /// The application at the Stichtag.
    pub application: Option<&'a Application>,
    /// The grant at the Stichtag, once issued.
    pub grant: Option<&'a Grant>,
    /// Amount of the grant per stage at the Stichtag.
    pub sums: &'a BTreeMap<Stage, Money>,
    /// Settings in force.
    pub settings: &'a Settings,
    /// The recipient has a bank account that may be paid to.
    pub payable: bool,
    /// Milestones that are not reached and block payments of the grant by a clause.
    pub blocking: &'a [MilestonePlanned],
    /// Fiscal years whose books are closed.
    pub closed: &'a BTreeSet<FiscalYear>,
    /// Deadlines of the case.
    pub deadlines: &'a [Deadline],
}

impl Facts<'_> {
    fn at(&self, stage: Stage) -> Money {
        self.sums.get(&stage).copied().unwrap_or_default()
    }

    /// The entries of a kind that have happened by the Stichtag.
    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Event> {
        let as_of = self.as_of;
        self.events.iter().filter(move |event| event.kind() == kind && event.effective_on <= as_of)
    }

    fn event(&self, seq: Option<Seq>) -> Option<&Event> {
        let seq = seq?;
        self.events.iter().find(|event| event.seq == seq)
    }

    /// What refers to an entry, whatever its day.
    fn following(&self, seq: Seq) -> impl DoubleEndedIterator<Item = &Event> {
        self.events.iter().filter(move |event| event.reference == Some(seq))
    }

    fn has(&self, seq: Seq, kinds: &[Kind]) -> bool {
        self.following(seq).any(|event| kinds.contains(&event.kind()))
    }

    /// Receipt of the application, which every approval asks about.
    fn received(&self) -> Option<&Event> {
        self.events.iter().find(|event| event.kind() == Kind::ApplicationReceived)
    }

    /// The step that `kind` takes on `entry`, once all of `before` have happened.
    fn task(&self, kind: Kind, entry: &Event, before: &[Option<&Event>]) -> Task {
        let received = self.received();
        let earlier: Vec<Earlier> = before
            .iter()
            .chain([&received, &Some(entry)])
            .flatten()
            .map(|event| Earlier {
                kind: event.kind(),
                seq: event.seq,
                on: event.effective_on,
                person: event.actor,
                bars: kind.other_eyes().contains(&event.kind()),
            })
            .collect();
        Task {
            kind,
            entry: entry.seq,
            line: None,
            amount: None,
            since: entry.effective_on,
            due_on: None,
            note: None,
            earlier,
            ordered: BTreeMap::new(),
            obstacles: Vec::new(),
        }
    }
}

/// The steps of a case that wait at the Stichtag, in the order of the procedure.
///
/// A step that an entry of a later day has taken already does not wait, and one that rests on an
/// entry of a later day does not wait yet.
#[must_use]
pub fn open_steps(facts: Facts<'_>) -> Vec<Task> {
    let mut tasks = case::of_application(facts);
    if facts.grant.is_some() {
        tasks.extend(case::of_notice(facts));
        tasks.extend(payment::all(facts));
        tasks.extend(case::of_proof(facts));
        tasks.extend(case::of_claims(facts));
        tasks.extend(case::of_end(facts, &tasks));
    }
    // Nothing is booked before what it rests on.
    tasks.retain(|task| task.earlier.iter().all(|earlier| earlier.on <= facts.as_of));
    for task in &mut tasks {
        task.earlier.sort_by_key(|earlier| earlier.seq);
        task.earlier.dedup();
    }
    tasks
}

/// The confirmation that a bank account waits for; `None` when a second person has confirmed it
/// and no payment has come back since.
#[must_use]
pub fn of_account(
    seq: Seq,
    (account, recorded_on): (&BankAccount, Day),
    returned: Option<(Day, &str)>,
) -> Task {
    let earlier = Earlier {
        kind: Kind::BankAccountRecorded,
        seq,
        on: recorded_on,
        person: account.recorded_by,
        bars: true,
    };
    Task {
        kind: Kind::BankAccountConfirmed,
        entry: seq,
        line: None,
        amount: None,
        since: returned.map_or(recorded_on, |(on, _)| on),
        due_on: None,
        note: returned.map(|(_, reason)| reason.to_owned()),
        earlier: vec![earlier],
        ordered: BTreeMap::new(),
        obstacles: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `ops` checks of every reference is what the steps say.
    #[test]
    fn who_made_what_is_referred_to_is_barred_where_a_second_person_is_needed() {
        for kind in Kind::ALL.iter().filter(|kind| kind.needs_second_person()) {
            for of in kind.refers_to() {
                let bars = kind.other_eyes().contains(of);
                assert!(bars, "{} does not bar {}", kind.as_str(), of.as_str());
            }
        }
    }

    #[test]
    fn who_entered_the_application_takes_no_step_of_an_approver() {
        for kind in Kind::ALL.iter().filter(|kind| kind.roles() == [Role::Approver]) {
            let bars = kind.other_eyes().contains(&Kind::ApplicationReceived);
            assert!(bars, "{}", kind.as_str());
        }
    }

    fn order(amount: i64) -> Task {
        let eyes = [(Kind::DrawRequested, 1), (Kind::ArithmeticAttested, 2)];
        let earlier = eyes.map(|(kind, person)| Earlier {
            kind,
            seq: person.into(),
            on: Day::default(),
            person: PersonNo(person),
            bars: true,
        });
        Task {
            kind: Kind::PaymentOrdered,
            entry: 1,
            line: None,
            amount: Some(Money::from_cents(amount)),
            since: Day::default(),
            due_on: None,
            note: None,
            earlier: earlier.to_vec(),
            ordered: BTreeMap::from([(PersonNo(3), Money::from_cents(400))]),
            obstacles: Vec::new(),
        }
    }

    fn hand(person: u32, roles: &[Role]) -> Hand<'_> {
        Hand { person: PersonNo(person), roles, roles_until: None, order_limit: None }
    }

    #[test]
    fn a_step_asks_for_role_other_eyes_and_limit() {
        let (task, today) = (order(1000), Day::default());
        let all = &[Role::Approver, Role::DeskOfficer];
        assert_eq!(task.bar(hand(3, &[Role::DeskOfficer]), today), Some(Bar::Role));
        assert!(matches!(task.bar(hand(2, all), today), Some(Bar::Eyes(by)) if by.seq == 2));
        assert_eq!(task.bar(hand(3, all), today), None);
        let limit = Money::from_cents(1399);
        let small = Hand { order_limit: Some(limit), ..hand(3, all) };
        let asked = Money::from_cents(1400);
        assert_eq!(task.bar(small, today), Some(Bar::Limit { limit, asked }));
        let other = Hand { person: PersonNo(4), ..small };
        assert_eq!(task.bar(other, today), None, "the orders of another do not count");
        let gone = Hand { roles_until: today.pred_opt(), ..hand(3, all) };
        assert_eq!(task.bar(gone, today), Some(Bar::Role));
    }
}
