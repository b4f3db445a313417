//! The clerk: draws up what a step may sensibly mean, from what the list holds.

use chrono::Datelike as _;
use foerderbuch::domain::Day;
use serde_json::{Value, json};

use super::command::Step;
use super::facts::{Cents, Fact, Facts, Read as _};
use super::kinds;
use super::rules_case::{Final, Proof, finality, fixed};
use super::rules_money::taken;

pub const TITLES: [&str; 3] = ["1616 88371", "1616 63371", "1616 88372"];
pub const RECIPIENTS: [&str; 3] = ["16066", "16076", "16056"];
pub const REASON: &str = "ein genannter Grund";

pub struct Clerk<'a> {
    pub facts: &'a Facts,
    pub step: &'a Step,
    pub today: Day,
    pub on: Day,
    next: usize,
}

/// What often comes next in a life, the usual first.
const ONWARD: [(&str, usize); 47] = [
    ("milestone_planned", 1),
    ("milestone_forecast", 1),
    ("milestone_reached", 1),
    ("indicator_defined", 1),
    ("indicator_read", 1),
    ("document_issued", 1),
    ("ledger_restored", 1),
    ("cash_list_read", 1),
    ("application_examined", 3),
    ("grant_issued", 5),
    ("notice_announced", 3),
    ("remedy_waived", 3),
    ("draw_requested", 5),
    ("arithmetic_attested", 6),
    ("factually_attested", 6),
    ("payment_ordered", 9),
    ("payment_confirmed", 9),
    ("order_handed_over", 1),
    ("order_cancelled", 3),
    ("payment_reconciled", 1),
    ("draw_sent_back", 1),
    ("draw_reduced", 1),
    ("payment_returned", 3),
    ("payment_rebooked", 2),
    ("held_ordered", 14),
    ("held_paid", 14),
    ("unused_returned", 2),
    ("commitment_restored", 6),
    ("claim_raised", 2),
    ("claim_repaid", 4),
    ("claim_annulled", 1),
    ("claim_waived", 1),
    ("claim_deferred", 1),
    ("interest_assessed", 2),
    ("interest_received", 4),
    ("interest_waived", 1),
    ("proof_received", 1),
    ("proof_checked", 4),
    ("grant_reduced", 6),
    ("case_closed", 12),
    ("bank_account_confirmed", 4),
    ("books_closed", 1),
    ("carry_over_formed", 1),
    ("funds_lapsed", 1),
    ("year_settled", 6),
    ("grant_increased", 1),
    ("application_received", 2),
];

impl<'a> Clerk<'a> {
    pub fn new(facts: &'a Facts, step: &'a Step, today: Day) -> Self {
        let on = today - chrono::Days::new(step.late.into());
        let on = on.max(facts.all[0].on);
        Self { facts, step, today, on, next: 0 }
    }

    /// The next die.
    pub fn die(&mut self, sides: usize) -> usize {
        let die = self.step.dice[self.next % self.step.dice.len()];
        self.next += 1;
        usize::from(die) % sides.max(1)
    }

    pub fn one<'b, T>(&mut self, of: &'b [T]) -> Option<&'b T> {
        let back = self.die(of.len().min(5));
        of.len().checked_sub(1 + back).map(|at| &of[at])
    }

    pub fn chance(&mut self, of: usize) -> bool {
        self.die(of) == of - 1
    }

    /// All of it, a part of it, or a cent too much.
    pub fn part(&mut self, whole: Cents) -> i64 {
        let part = match self.die(10) {
            0..5 => whole,
            5 | 6 => whole / 2,
            7 => whole / 3,
            8 => 1,
            _ => whole + 1,
        };
        i64::try_from(part.clamp(-9_000_000_000_000, 9_000_000_000_000)).unwrap().max(1)
    }

    pub fn amount(&mut self) -> i64 {
        [250_000, 100_000, 33_333, 1_000_001, 5_000_000][self.die(5)]
    }

    pub fn title(&mut self) -> &'static str {
        TITLES[[0, 0, 0, 1, 1, 2][self.die(6)]]
    }

    /// A year around the one of the day.
    pub fn year(&mut self) -> i32 {
        self.on.year() + [0, 0, 0, 1, 1, 2, -1][self.die(7)]
    }

    /// The kind of what comes next for some case.
    pub fn onward(&mut self) -> &'static str {
        let mut possible = Vec::new();
        for (kind, weight) in ONWARD {
            if self.is_possible(kind) {
                possible.extend(std::iter::repeat_n(kind, weight));
            }
        }
        let at = self.die(possible.len());
        possible.get(at).copied().unwrap_or("milestone_planned")
    }

    fn is_possible(&self, kind: &str) -> bool {
        let facts = self.facts;
        match kind {
            "application_received" => facts.of_kind("application_received").count() < 6,
            "draw_requested" => !self.drawable().is_empty(),
            "milestone_planned" | "indicator_defined" => facts.of_kind(kind).count() < 2,
            "milestone_forecast" | "milestone_reached" => {
                facts.of_kind("milestone_planned").count() > facts.of_kind(kind).count()
            }
            "indicator_read" => {
                facts.of_kind("indicator_defined").count() > facts.of_kind(kind).count()
            }
            "document_issued" | "ledger_restored" | "cash_list_read" => {
                facts.of_kind(kind).count() < 3
            }
            "grant_increased" => facts.of_kind("grant_issued").count() > 0,
            "proof_received" => facts.of_kind("payment_confirmed").count() > 1,
            "grant_reduced" => !self.unspent().is_empty(),
            "case_closed" => !self.closable().is_empty(),
            "books_closed" => self.ended_years().any(|year| {
                facts.closing(year).is_none()
                    && facts.sum(|p| {
                        p.year == year && ["requested", "ordered"].contains(&p.stage) && p.due == 0
                    }) == 0
            }),
            "carry_over_formed" | "funds_lapsed" => {
                self.ended_years().any(|year| facts.closing(year).is_some() && self.open(year) > 0)
            }
            "year_settled" => self.ended_years().any(|year| {
                facts.closing(year).is_some()
                    && facts.settled(year).is_none()
                    && self.open(year) == 0
            }),
            _ => !self.good(kind).is_empty(),
        }
    }

    pub fn ended_years(&self) -> std::ops::Range<i32> {
        self.facts.all[0].on.year()..self.today.year()
    }

    pub fn open(&self, year: i32) -> Cents {
        let open = ["available", "blocked", "committed"];
        self.facts.sum(|place| place.year == year && open.contains(&place.stage))
    }

    /// Grants that can be closed.
    pub fn closable(&self) -> Vec<&'a Fact> {
        let facts = self.facts;
        let open = ["committed", "requested", "ordered", "held", "reclaimed", "revenue_due"];
        let checked = |grant: &str| {
            facts.of_kind("proof_checked").any(|fact| fact.grant() == grant)
                && !facts.of_kind("case_closed").any(|fact| fact.grant() == grant)
        };
        let grants = facts.of_kind("grant_issued").filter(|notice| checked(notice.grant()));
        grants
            .filter(|notice| {
                let stands =
                    |stage: &str| facts.sum(|p| p.stage == stage && p.grant == notice.grant());
                let fixed = fixed(facts, self.today, notice.grant());
                open.iter().all(|stage| stands(stage) == 0)
                    && matches!(fixed, Proof::Checked(most) if stands("paid") <= most)
            })
            .collect()
    }

    /// Grants whose proof of use is checked and that still bind what nobody draws any more.
    pub fn unspent(&self) -> Vec<&'a Fact> {
        let bound = |grant: &str| {
            self.facts.sum(|place| place.stage == "committed" && place.grant == grant) > 0
        };
        let checked = |grant: &str| matches!(fixed(self.facts, self.on, grant), Proof::Checked(_));
        let notices = self.facts.of_kind("grant_issued");
        notices.filter(|notice| bound(notice.grant()) && checked(notice.grant())).collect()
    }

    /// Due lines on which something can be drawn.
    pub fn drawable(&self) -> Vec<(&'a super::moves::Place, Cents)> {
        let places = self.facts.places(self.on, u64::MAX);
        places
            .into_iter()
            .filter(|(place, cents)| place.stage == "committed" && *cents > 0)
            .filter(|(place, _)| place.year == self.on.year())
            .filter(|(place, _)| {
                let found = finality(self.facts, self.on, &place.grant);
                matches!(found, Final::From(from) if from <= self.on)
            })
            .filter_map(|(place, cents)| match fixed(self.facts, self.on, &place.grant) {
                Proof::None => Some((place, cents)),
                Proof::Unchecked => None,
                Proof::Checked(settled) => {
                    let left = settled - taken(self.facts, &place.grant);
                    (left > 0).then_some((place, cents.min(left)))
                }
            })
            .collect()
    }

    /// Entries that a kind may sensibly follow now.
    pub fn good(&self, kind: &str) -> Vec<&'a Fact> {
        let (facts, row) = (self.facts, kinds::of(kind));
        let once = ["application_examined", "interest_assessed", "payment_reconciled"];
        let had = |fact: &Fact, kind: &str| facts.following(fact.seq).any(|f| f.kind == kind);
        facts
            .live()
            .filter(|fact| row.refers_to.contains(&fact.kind))
            .filter(|fact| !facts.following(fact.seq).any(|f| row.rivals.contains(&f.kind)))
            .filter(|fact| !once.contains(&kind) || !had(fact, kind))
            .filter(|fact| match (kind, fact.kind) {
                ("order_handed_over" | "payment_reconciled" | "proof_checked", _) => true,
                ("arithmetic_attested", _) => {
                    facts.left(fact) > 0 && facts.attestations(fact.seq)[0].is_none()
                }
                ("factually_attested", _) => {
                    facts.left(fact) > 0 && facts.attestations(fact.seq)[1].is_none()
                }
                ("payment_ordered", _) => {
                    let standing = facts.attestations(fact.seq);
                    facts.left(fact) > 0 && standing.iter().all(Option::is_some)
                }
                ("grant_issued", _) => {
                    let mut steps = facts.following(fact.seq);
                    let examined = steps.rfind(|f| f.kind == "application_examined");
                    examined.is_some_and(|f| {
                        f.body.is("no_double_funding") && !f.body.has("contract_on")
                    }) && !facts.of_kind("grant_issued").any(|f| f.grant() == fact.grant())
                }
                (_, "application_received") => {
                    let decided = ["grant_issued", "application_rejected", "application_withdrawn"];
                    !decided.iter().any(|kind| had(fact, kind))
                }
                ("held_ordered", _) => fact.body.is("held") && facts.left(fact) > 0,
                ("remedy_waived", _) => had(fact, "notice_announced"),
                ("bank_account_confirmed", _) => {
                    !facts.usable(self.today, &fact.recipient, fact.seq)
                }
                (_, "grant_issued" | "notice_challenged") => true,
                _ => facts.left(fact) > 0,
            })
            .collect()
    }

    /// A proposal of that kind.
    pub fn of(&mut self, kind: &'static str) -> Option<Fact> {
        let row = kinds::of(kind);
        let facts = self.facts;
        let referred = if kind == "reversed" {
            self.reversible()
        } else if row.refers_to.is_empty() {
            None
        } else {
            let mut fitting = self.good(kind);
            if kind == "payment_returned" && self.step.dice[6].is_multiple_of(2) {
                // What comes back after the books closed is rare and has rules of its own.
                let closed =
                    |fact: &&&Fact| facts.closing(fact.body["line"].year("fiscal_year")).is_some();
                let late: Vec<&Fact> = fitting.iter().filter(closed).copied().collect();
                fitting = if late.is_empty() { fitting } else { late };
            }
            if fitting.is_empty() || self.chance(9) {
                let all = facts.all.iter().filter(|fact| row.refers_to.contains(&fact.kind));
                fitting = all.collect();
            }
            Some(*self.one(&fitting)?)
        };
        if let Some(referred) = referred {
            // Mostly after what was done with it already.
            let steps = facts.following(referred.seq).map(|fact| fact.on);
            let steps = if self.step.dice[7] % 8 == 7 { None } else { steps.max() };
            let after = self.on.max(referred.on).max(steps.unwrap_or(referred.on));
            self.on = if kind == "reversed" { referred.on } else { after };
        }
        let (recipient, body) = self.body(kind, referred)?;
        let recipient = referred.map_or(recipient, |referred| referred.recipient.clone());
        let actor = self.actor(kind, referred, body.text("grant"));
        Some(Fact {
            seq: 0,
            uid: [7; 16],
            kind,
            recipient,
            on: self.on,
            now: 0,
            actor,
            voucher: "Beleg 1".to_owned(),
            reference: referred.map(|fact| fact.seq),
            body,
            moves: Vec::new(),
            lines: Vec::new(),
            undone: false,
        })
    }

    /// Mostly something of the last entries, sometimes anything.
    fn reversible(&mut self) -> Option<&'a Fact> {
        let facts = self.facts;
        if self.chance(6) {
            let at = self.die(256) * 7 % facts.all.len();
            return facts.all.get(at);
        }
        // What gave an amount back, which others may have taken since.
        let back = ["order_cancelled", "payment_returned", "claim_annulled", "draw_sent_back"];
        let gave: Vec<&Fact> = facts.live().filter(|fact| back.contains(&fact.kind)).collect();
        if self.step.dice[9] % 3 == 1 && !gave.is_empty() {
            return self.one(&gave).copied();
        }
        let free: Vec<&Fact> = facts
            .live()
            .filter(|fact| {
                self.step.dice[9].is_multiple_of(3) || facts.following(fact.seq).count() == 0
            })
            .collect();
        self.one(&free).copied()
    }

    /// Somebody who may, and is not who made what comes before.
    fn actor(&mut self, kind: &str, referred: Option<&Fact>, grant: &str) -> u32 {
        let (facts, row) = (self.facts, kinds::of(kind));
        let roles = match (kind, referred) {
            ("reversed", Some(original)) => &kinds::of(original.kind).roles,
            _ => &row.roles,
        };
        let mut before: Vec<u32> = Vec::new();
        if self.step.dice[8] % 16 != 15 {
            if row.second_person {
                before.extend(referred.map(|fact| fact.actor));
            }
            if let Some(referred) = referred.filter(|_| kind != "reversed") {
                let steps = facts.following(referred.seq);
                let attested = steps.filter(|fact| fact.kind.ends_with("_attested"));
                before.extend(attested.map(|fact| fact.actor));
                let order = facts.referred(referred).filter(|_| kind == "payment_reconciled");
                before.extend(order.map(|fact| fact.actor));
                if kind == "held_ordered" {
                    before.extend(facts.drew_or_attested(referred));
                }
                if kind == "grant_issued" {
                    before.extend(facts.following(referred.seq).map(|fact| fact.actor));
                }
            }
            let grant = referred.map_or(grant, Fact::grant);
            if roles.as_slice() == ["approver"] {
                let entered = facts.of_kind("application_received");
                before.extend(entered.filter(|f| f.grant() == grant).map(|fact| fact.actor));
            }
        }
        let may: Vec<u32> = (1..=11)
            .filter(|person| roles.is_empty() || facts.has_role(self.today, *person, roles))
            .filter(|person| !before.contains(person))
            .collect();
        self.one(&may).copied().unwrap_or(1)
    }

    fn body(&mut self, kind: &str, referred: Option<&Fact>) -> Option<(String, Value)> {
        if let Some(referred) = referred {
            return Some((String::new(), self.following(kind, referred)?));
        }
        let of_budget = self.of_budget(kind);
        if let Some(body) = of_budget {
            return Some((String::new(), body));
        }
        self.of_recipient(kind)
    }
}

/// A due line and an amount of it.
pub fn line(grant: &str, title: &str, year: i32, cents: i64) -> Value {
    json!({"grant": grant, "title": title, "fiscal_year": year, "amount_cents": cents})
}
