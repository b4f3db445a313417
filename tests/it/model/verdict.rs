//! Yes or no to a proposal, from the list alone: what every event must pass, and its places.

use std::collections::{BTreeMap, BTreeSet};

use foerderbuch::domain::Day;
use serde_json::Value;

use super::facts::{Cents, Fact, Facts, Read as _, berlin};
use super::kinds::{self, Nature, Row};
use super::moves::{self, Place};

pub const LIMIT: Cents = 1_000_000_000_000;

/// The codes of all rules that say no; empty is yes.
pub type Verdict = BTreeSet<&'static str>;

/// One proposal before the list.
pub struct Judge<'a> {
    pub facts: &'a Facts,
    pub fact: &'a Fact,
    pub body: &'a Value,
    pub referred: Option<&'a Fact>,
    pub row: &'static Row,
    pub no: Verdict,
}

/// What the rules say to a proposal.
pub fn of(facts: &Facts, fact: &Fact) -> Verdict {
    let mut judge = Judge {
        facts,
        fact,
        body: &fact.body,
        referred: facts.referred(fact),
        row: kinds::of(fact.kind),
        no: Verdict::new(),
    };
    if let Some(last) = facts.all.last()
        && fact.now < last.now - 300_000_000
    {
        return Verdict::from(["D05"]);
    }
    judge.header();
    judge.reference();
    judge.person();
    if judge.no.contains("R01") {
        return judge.no;
    }
    judge.closed_years();
    judge.kind();
    judge.places();
    judge.no
}

impl Judge<'_> {
    pub fn say(&mut self, condition: bool, code: &'static str) {
        if condition {
            self.no.insert(code);
        }
    }

    /// A text that must say something.
    pub fn needs(&mut self, field: &str) {
        self.say(self.body.text(field).trim().is_empty(), "T02");
    }

    /// A key: as a text, without blanks around it.
    pub fn needs_key(&mut self, field: &str) {
        self.needs(field);
        let text = self.body.text(field);
        self.say(text.trim() != text, "T04");
    }

    pub fn positive(&mut self, cents: Cents) {
        self.say(!(1..=LIMIT).contains(&cents), "G05");
    }

    pub fn not_negative(&mut self, cents: Cents) {
        self.say(!(0..=LIMIT).contains(&cents), "G05");
    }

    pub fn usable_year(&mut self, year: i32) {
        self.say(!(1990..=2200).contains(&year), "B06");
    }

    /// The title is registered on the day of the event.
    pub fn title(&mut self, title: &str) {
        let known = self.facts.latest(self.fact.on, |fact| {
            fact.kind == "title_registered" && fact.body.text("title") == title
        });
        self.say(known.is_none(), "U03");
    }

    /// The grant exists on the day of the event and is the recipient's.
    pub fn own(&mut self, grant: &str) {
        match self.facts.notice(self.fact.on, grant) {
            None => self.say(true, "U01"),
            Some(notice) => self.say(notice.recipient != self.fact.recipient, "U07"),
        }
    }

    fn header(&mut self) {
        let (facts, fact) = (self.facts, self.fact);
        self.say((fact.seq == 1) != (fact.kind == "programme_founded"), "R09");
        self.say(fact.on > berlin(fact.now), "D02");
        self.say(facts.all.first().is_some_and(|founding| fact.on < founding.on), "D01");
        self.say(self.row.voucher && fact.voucher.trim().is_empty(), "T01");
        self.text("voucher", &fact.voucher);
        self.texts("body", self.body);
        let named = !fact.recipient.is_empty();
        self.say(self.row.recipient.is_some_and(|needed| needed != named), "U08");
        if named && fact.kind != "recipient_registered" && self.row.recipient != Some(false) {
            let known = facts.latest(fact.on, |known| {
                known.kind == "recipient_registered" && known.recipient == fact.recipient
            });
            self.say(known.is_none(), "U02");
        }
    }

    /// Texts are bounded and free of control characters; amounts are bounded.
    fn texts(&mut self, field: &str, value: &Value) {
        match value {
            Value::String(text) => self.text(field, text),
            Value::Array(items) => items.iter().for_each(|item| self.texts(field, item)),
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| self.texts(name, value));
            }
            Value::Number(number) if field.ends_with("_cents") => {
                let cents = Cents::from(number.as_i64().unwrap_or_default());
                let votes = ["appropriation", "supplement", "authority_voted"];
                let code = if votes.iter().any(|vote| self.fact.kind.starts_with(vote)) {
                    "B05"
                } else {
                    "G05"
                };
                self.say(!(-LIMIT..=LIMIT).contains(&cents), code);
            }
            Value::Number(number) if field.ends_with("_year") => {
                let year = number.as_i64().and_then(|year| i32::try_from(year).ok());
                self.usable_year(year.unwrap_or_default());
            }
            _ => {}
        }
    }

    fn text(&mut self, field: &str, text: &str) {
        let long = [
            "blocking_clause",
            "de",
            "en",
            "note",
            "proof",
            "reason",
            "result",
            "start_checked",
            "urgent_reason",
        ];
        let most = if long.contains(&field) { 2000 } else { 200 };
        self.say(text.chars().count() > most, "T03");
        let forbidden = |c: char| c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c);
        self.say(text.chars().any(forbidden), "T04");
    }

    fn reference(&mut self) {
        let (fact, row) = (self.fact, self.row);
        if row.refers_to.is_empty() || fact.reference.is_none() {
            self.say(row.refers_to.is_empty() != fact.reference.is_none(), "R01");
            return;
        }
        let Some(found) = self.referred else {
            self.say(true, "R01");
            return;
        };
        let expected = fact.kind == "reversed" || row.refers_to.contains(&found.kind);
        self.say(!expected || found.recipient != fact.recipient, "R01");
        if fact.kind == "reversed" {
            return;
        }
        self.say(fact.on < found.on, "D03");
        self.say(found.undone, "R04");
        self.say(row.second_person && found.actor == fact.actor, "P02");
        let rivals = &row.rivals;
        let decided = self.facts.following(found.seq).any(|other| rivals.contains(&other.kind));
        self.say(decided, "R03");
    }

    /// Who books is enrolled and has the role on the day of recording.
    fn person(&mut self) {
        if self.fact.kind == "programme_founded" {
            return;
        }
        let today = berlin(self.fact.now);
        if self.facts.person(today, self.fact.actor).is_none() {
            return self.say(true, "U05");
        }
        let roles = match (self.fact.kind, self.referred) {
            ("reversed", Some(original)) => &kinds::of(original.kind).roles,
            _ => &self.row.roles,
        };
        let may = roles.is_empty() || self.facts.has_role(today, self.fact.actor, roles);
        self.say(!may, "P01");
        // Nobody decides on a case of her own entry.
        let decides = self.row.roles == ["approver"] && self.fact.kind != "reversed";
        let entered = self.facts.of_kind("application_received").find(|application| {
            !self.fact.grant().is_empty() && application.grant() == self.fact.grant()
        });
        let own = entered.is_some_and(|entered| entered.actor == self.fact.actor);
        self.say(decides && own, "P02");
    }

    /// Closed books take moves within the Ist only, settled years none of what they settled.
    fn closed_years(&mut self) {
        let (facts, fact) = (self.facts, self.fact);
        let free = ["carry_over_formed", "funds_lapsed"].contains(&fact.kind);
        let original = self.referred.filter(|_| fact.kind == "reversed");
        for moved in &fact.moves {
            let place = &moved.place;
            if !moves::is_money(place.stage) {
                continue;
            }
            let open = ["available", "blocked", "committed"].contains(&place.stage);
            self.say(open && facts.settled(place.year).is_some(), "Y04");
            // What a settlement settled is not taken back, as little as what a closing closed.
            let before = facts.settled(place.year).zip(original);
            self.say(before.is_some_and(|(settled, original)| original.seq < settled.seq), "Y01");
            let within = original.is_none() && moves::IST.contains(&place.stage);
            if let Some(closing) = facts.closing(place.year)
                && !free
                && !within
                && original.is_none_or(|original| original.seq < closing.seq)
            {
                self.say(true, "Y01");
            }
        }
    }

    /// No place falls below zero, on the day or later; decisions find their cover.
    fn places(&mut self) {
        let (facts, on) = (self.facts, self.fact.on);
        let mut changes: BTreeMap<&Place, Cents> = BTreeMap::new();
        for moved in &self.fact.moves {
            *changes.entry(&moved.place).or_default() += moved.cents;
        }
        let mut after = None;
        for (place, change) in changes {
            if moves::is_source(place.stage) {
                let highest = facts.highest_from(on, |other| other == place);
                self.say(change > 0 && highest + change > 0, "G04");
                if place.stage == "appropriated" && change < 0 {
                    let ceiling = facts.all[0].body.cents("ceiling_cents");
                    let voted = -facts.lowest_from(on, |other| other.stage == "appropriated");
                    self.say(voted - change > ceiling, "B04");
                }
            } else if place.stage == "available" {
                if change < 0 && self.row.nature != Nature::Fact {
                    let after = after.get_or_insert_with(|| {
                        let mut after = facts.clone();
                        after.all.push(self.fact.clone());
                        after
                    });
                    let free = after.free(on, &place.title, place.year);
                    self.say(free < 0, "B01");
                }
            } else if change < 0 && facts.lowest_from(on, |other| other == place) + change < 0 {
                self.no.insert(match place.stage {
                    "ve_free" => "B02",
                    "committed" => "G01",
                    _ => "G04",
                });
            }
        }
    }

    /// A reversal: with a reason, once, on its day, and while nothing rests on the original.
    pub fn reversal(&mut self) {
        let Some(original) = self.referred else { return };
        self.say(self.body.text("reason").trim().chars().count() < 10, "T02");
        self.say(["reversed", "programme_founded"].contains(&original.kind), "R05");
        self.say(original.undone, "R04");
        self.say(original.on != self.fact.on, "R07");
        self.say(self.rests_on(original), "R06");
    }

    fn rests_on(&self, original: &Fact) -> bool {
        let (facts, body) = (self.facts, &original.body);
        let others = || facts.live().filter(|fact| fact.seq != original.seq);
        if others().any(|fact| fact.reference == Some(original.seq)) {
            return true;
        }
        if self.overdrawn_without(original) {
            return true;
        }
        if others().any(|fact| fact.body["set_off"] == original.seq) {
            return true;
        }
        if self.closed_since(original) || self.rate_used(original) {
            return true;
        }
        let of_kind = |fact: &&Fact| fact.kind == original.kind;
        let earlier = |fact: &&Fact| fact.on <= original.on;
        match original.kind {
            "books_closed" => {
                let year = body.year("fiscal_year");
                let moves_in = |fact: &Fact| {
                    fact.moves.iter().any(|m| m.place.year == year && m.place.due == 0)
                };
                let rests = |fact: &Fact| {
                    moves_in(fact)
                        || fact.kind == "year_settled" && fact.body.year("fiscal_year") == year
                };
                others().any(|fact| fact.seq > original.seq && rests(fact))
            }
            "bank_account_recorded" => self.ordered_to(original.seq, 0),
            "bank_account_confirmed" => {
                let account = original.reference.unwrap_or_default();
                let other = others().filter(of_kind).filter(earlier);
                let mut other = other.filter(|fact| fact.reference == Some(account));
                other.next().is_none() && self.ordered_to(account, original.seq)
            }
            "arithmetic_attested" | "factually_attested" | "application_examined" => {
                let next = ["payment_ordered", "grant_issued"];
                let mut next = others().filter(|fact| next.contains(&fact.kind));
                next.any(|fact| fact.seq > original.seq && fact.reference == original.reference)
            }
            "notice_announced" | "remedy_waived" | "challenge_ended" | "proof_checked" => {
                let closes = original.kind == "proof_checked";
                let next = if closes { "case_closed" } else { "draw_requested" };
                let mut next = others().filter(|fact| fact.kind == next);
                next.any(|fact| fact.seq > original.seq && fact.concerns(original.grant()))
            }
            "grant_issued" => others().any(|fact| {
                fact.seq > original.seq && fact.concerns(original.grant())
                    || fact.body.list("money_of").iter().any(|grant| grant == original.grant())
            }),
            _ => self.exists_by(original),
        }
    }

    /// True when a case was closed after an entry that moved money of it.
    fn closed_since(&self, original: &Fact) -> bool {
        let mut closings = self.facts.of_kind("case_closed").filter(|f| f.seq > original.seq);
        closings
            .any(|closing| original.moves.iter().any(|moved| moved.place.grant == closing.grant()))
    }

    /// True when interest was assessed later for days that a base rate sets.
    fn rate_used(&self, original: &Fact) -> bool {
        let setting = &original.body["setting"];
        let mut assessed = self.facts.of_kind("interest_assessed");
        setting.text("name") == "base_rate"
            && assessed.any(|fact| {
                fact.seq > original.seq
                    && fact.body.day("event_on") < setting.day("until")
                    && setting.day("from") <= fact.body.day("until")
            })
    }

    /// True when others name what the original alone brings into being.
    fn exists_by(&self, original: &Fact) -> bool {
        let (facts, body) = (self.facts, &original.body);
        let others = || facts.live().filter(|fact| fact.seq != original.seq);
        let same =
            |field: &'static str| others().filter(move |fact| fact.body[field] == body[field]);
        let of_kind = |fact: &&Fact| fact.kind == original.kind;
        let earlier = |fact: &&Fact| fact.on <= original.on;
        match original.kind {
            "recipient_registered" => {
                let own = || others().filter(|fact| fact.recipient == original.recipient);
                let again = own().filter(of_kind).any(|fact| earlier(&fact));
                !again && own().next().is_some()
            }
            "title_registered" => {
                let title = body.text("title");
                let again = same("title").filter(of_kind).any(|fact| earlier(&fact));
                let named = |fact: &Fact| {
                    fact.kind == "appropriation_drafted" && fact.body.text("title") == title
                        || fact.body["setting"].text("title") == title
                        || fact.moves.iter().any(|moved| moved.place.title == title)
                };
                !again && others().any(named)
            }
            "person_enrolled" => {
                let person = &body["person"]["person"];
                let again = others().filter(earlier).any(|fact| {
                    let enrols = ["programme_founded", "person_enrolled"].contains(&fact.kind);
                    enrols && fact.body["person"]["person"] == *person
                });
                !again && facts.all.iter().any(|fact| *person == fact.actor)
            }
            "milestone_planned" => {
                let again = same("milestone").filter(of_kind).any(|fact| earlier(&fact));
                !again && same("milestone").next().is_some()
            }
            "indicator_defined" => {
                let again = same("indicator").filter(of_kind).any(|fact| earlier(&fact));
                !again && same("indicator").next().is_some()
            }
            _ => false,
        }
    }

    /// True when money was ordered to a bank account after an entry.
    fn ordered_to(&self, account: u64, after: u64) -> bool {
        let orders = ["payment_ordered", "held_ordered"];
        let mut orders = self.facts.live().filter(|fact| orders.contains(&fact.kind));
        orders.any(|order| order.seq > after && order.body["bank_account"] == account)
    }

    /// True when others took what the original gave back.
    fn overdrawn_without(&self, original: &Fact) -> bool {
        let mut without = self.facts.clone();
        without.all[usize::try_from(original.seq).unwrap() - 1].undone = true;
        without.live().any(|fact| without.left(fact) < 0)
    }

    pub fn day_before(&mut self, day: Option<Day>, code: &'static str) {
        self.say(day.is_some_and(|day| day < self.fact.on), code);
    }
}
