//! The rules of applications, notices, proofs of use and the end of a case.

use chrono::{Datelike as _, Weekday};
use foerderbuch::domain::Day;
use serde_json::Value;

pub use end::{Proof, finality, fixed, settled};

use super::facts::{Cents, Facts, Read as _};
use super::rules_budget::{millionths, months_later, share};
use super::verdict::{Judge, LIMIT};

mod end;

/// Whether and from when a notice is final.
pub enum Final {
    Unannounced,
    Challenged,
    From(Day),
}

impl Judge<'_> {
    pub fn case(&mut self) {
        let (on, body) = (self.fact.on, self.body);
        match self.fact.kind {
            "application_received" => self.application_received(),
            "examination_noted" => {
                self.needs("note");
                self.undecided();
            }
            "application_examined" => {
                self.needs("result");
                self.undecided();
                self.say(body.day("contract_on") > Some(on), "D04");
            }
            "early_start_consented" => {
                self.needs("reason");
                self.undecided();
                self.say(body.day("requested_on") > Some(on), "D04");
            }
            "application_rejected" | "application_withdrawn" => {
                self.needs("reason");
                self.undecided();
            }
            "grant_issued" => self.grant_issued(),
            "notice_announced"
            | "remedy_waived"
            | "notice_challenged"
            | "challenge_ended"
            | "grant_amended"
            | "due_shifted"
            | "commitment_restored"
            | "case_closed"
            | "order_handed_over"
            | "beneficiary_named" => {
                self.own(self.fact.grant());
                self.same_grant();
                self.after_notice();
            }
            "grant_increased" => self.grant_increased(),
            "grant_reduced" => {
                self.needs("reason");
                self.own(self.fact.grant());
                self.distinct();
                for line in body.list("lines") {
                    self.reduction(line);
                }
                let lines = body.list("lines").iter();
                self.eligible_lowered(lines.map(|line| line.cents("amount_cents")).sum());
            }
            "proof_received" | "proof_reminded" | "proof_checked" => self.proof(),
            _ => {}
        }
    }

    /// The eligible expenditure that a notice sets anew is an amount.
    pub fn eligible_given(&mut self) {
        if self.body.has("eligible_cents") {
            self.positive(self.body.cents("eligible_cents"));
        }
    }

    /// What is taken away may lower the eligible expenditure, to what is left in force at least.
    pub fn eligible_lowered(&mut self, taken: Cents) {
        self.eligible_given();
        let (facts, grant) = (self.facts, self.fact.grant());
        if self.body.has("eligible_cents") && facts.notice(self.fact.on, grant).is_some() {
            let new = self.body.cents("eligible_cents");
            let now = facts.of_notice(self.fact.on, grant, "eligible_cents");
            let now = Cents::from(now.as_i64().unwrap_or_default());
            self.say(new > now || new < facts.granted(grant) - taken, "G08");
        }
    }

    pub fn same_grant(&mut self) {
        let other = self.referred.is_some_and(|found| found.grant() != self.fact.grant());
        self.say(other, "R02");
    }

    fn application_received(&mut self) {
        let (facts, body) = (self.facts, self.body);
        self.needs_key("grant");
        self.say(body.text("grant").chars().count() > 64, "T03");
        self.needs("purpose");
        self.territory();
        let mut same = facts.live().filter(|fact| fact.grant() == body.text("grant"));
        let taken = same.any(|f| ["application_received", "grant_issued"].contains(&f.kind));
        self.say(taken, "U06");
        let plan = &body["plan"];
        let requested = body.cents("requested_cents");
        let [total, eligible, own, third] =
            ["total_cents", "eligible_cents", "own_cents", "third_party_cents"]
                .map(|field| plan.cents(field));
        self.positive(requested);
        self.positive(eligible);
        for cents in [total, own, third] {
            self.not_negative(cents);
        }
        self.say(total != requested + own + third, "G10");
        self.say(eligible > total || requested > eligible, "G08");
    }

    /// The reference is the application of that file number, and nobody has decided it.
    fn undecided(&mut self) {
        let Some(application) = self.referred else { return };
        self.say(application.grant() != self.fact.grant(), "R02");
        let decisions = ["grant_issued", "application_rejected", "application_withdrawn"];
        let mut following = self.facts.following(application.seq);
        self.say(following.any(|fact| decisions.contains(&fact.kind)), "R03");
    }

    fn grant_issued(&mut self) {
        let (facts, body) = (self.facts, self.body);
        self.needs_key("grant");
        self.say(body.text("grant").chars().count() > 64, "T03");
        self.needs("purpose");
        self.needs("cash_reference");
        self.territory();
        self.undecided();
        self.examined();
        self.provisional();
        let mut notices = facts.of_kind("grant_issued");
        self.say(notices.any(|fact| fact.grant() == body.text("grant")), "U06");
        self.day_before(body.day("period_until"), "D04");
        self.due_lines(body.list("lines"));
        let granted = body.list("lines").iter().map(|line| line.cents("amount_cents")).sum();
        let requested = self.referred.map_or(0, |found| found.body.cents("requested_cents"));
        self.say(granted > requested, "G14");
        self.within_plan(granted, |field| body[field].clone());
    }

    /// The application is examined, paid by nobody else, and not begun too early.
    fn examined(&mut self) {
        let (facts, on) = (self.facts, self.fact.on);
        let reference = self.fact.reference;
        let newest =
            |kind: &str| facts.latest(on, |fact| fact.kind == kind && fact.reference == reference);
        let Some(examined) = newest("application_examined") else {
            return self.say(true, "S01");
        };
        self.say(!examined.body.is("no_double_funding"), "S01");
        let mut following = facts.following(self.fact.reference.unwrap_or_default());
        let own = following.any(|f| f.kind == "application_examined" && f.actor == self.fact.actor);
        self.say(own, "P02");
        let consent = newest("early_start_consented");
        let from = consent.and_then(|fact| fact.body.day("valid_from")).unwrap_or(on).min(on);
        let early = examined.body.day("contract_on").is_some_and(|contract| contract < from);
        self.say(early && examined.body.text("start_checked").trim().is_empty(), "S01");
    }

    fn provisional(&mut self) {
        let (facts, on) = (self.facts, self.fact.on);
        let of_year = |fact: &super::facts::Fact| {
            fact.kind == "provisional_management_set" && fact.body.year("fiscal_year") == on.year()
        };
        let covers = facts
            .latest(on, of_year)
            .is_some_and(|set| set.body.day("until").is_none_or(|until| on <= until));
        self.say(covers && self.body.text("urgent_reason").trim().is_empty(), "B08");
    }

    fn distinct(&mut self) {
        let lines = self.body.list("lines");
        let keys: std::collections::BTreeSet<_> =
            lines.iter().map(|line| (line.text("title"), line.year("fiscal_year"))).collect();
        self.say(lines.is_empty() || keys.len() != lines.len(), "G06");
    }

    fn due_lines(&mut self, lines: &[Value]) {
        if self.body.has("lines") {
            self.distinct();
        }
        for line in lines {
            self.positive(line.cents("amount_cents"));
            self.title(line.text("title"));
            self.usable_year(line.year("fiscal_year"));
            let this = self.fact.on.year();
            self.say(line.year("fiscal_year") < this, "B06");
            let later = line.year("fiscal_year") > this;
            let lives = line["authority_year"].as_i64().map(|year| {
                let now = i64::from(this);
                year == now || year < now && !self.is_voted(line.text("title"))
            });
            self.say(lives.map_or(later, |lives| !later || !lives), "B03");
        }
    }

    /// True when the budget of the year of the event gives the title something on its day.
    fn is_voted(&self, title: &str) -> bool {
        let places = self.facts.places(self.fact.on, u64::MAX);
        let this = self.fact.on.year();
        places.into_iter().any(|(place, cents)| {
            place.stage == "appropriated"
                && (place.title.as_str(), place.year) == (title, this)
                && cents != 0
        })
    }

    /// What is taken off a due line names what becomes of its authority.
    fn reduction(&mut self, line: &Value) {
        let (facts, on) = (self.facts, self.fact.on);
        let (title, year) = (line.text("title"), line.year("fiscal_year"));
        self.positive(line.cents("amount_cents"));
        self.title(title);
        self.usable_year(year);
        let grant = self.fact.grant();
        let used = |from: i32| {
            facts.lowest_from(on, |place| {
                place.stage == "ve_used"
                    && place.grant == grant
                    && (place.title.as_str(), place.year, place.due) == (title, from, year)
            })
        };
        let this = i64::from(on.year());
        let fits = match (line["authority_year"].as_i64(), line.text("authority_return")) {
            (None, "") => (2015..year.min(2040)).all(|from| used(from) <= 0),
            (Some(from), "free") => from == this,
            (Some(from), "lapsed") => from < this,
            _ => false,
        };
        self.say(!fits, "B03");
    }

    fn grant_increased(&mut self) {
        let (facts, on, body) = (self.facts, self.fact.on, self.body);
        let grant = self.fact.grant();
        self.needs("reason");
        self.territory();
        self.own(grant);
        self.due_lines(body.list("lines"));
        self.still_open(grant);
        self.eligible_given();
        let more: Cents = body.list("lines").iter().map(|line| line.cents("amount_cents")).sum();
        if facts.notice(on, grant).is_some() {
            self.as_amended(facts.granted(grant) + more, &["eligible_cents"]);
        }
    }

    /// The notice, with those of the named fields that the body sets anew.
    fn as_amended(&mut self, granted: Cents, fields: &[&str]) {
        let (facts, on, body) = (self.facts, self.fact.on, self.body);
        let grant = self.fact.grant();
        self.within_plan(granted, |field| {
            if fields.contains(&field) && body.has(field) {
                body[field].clone()
            } else {
                facts.of_notice(on, grant, field)
            }
        });
    }

    /// No grant is higher than its financing allows.
    fn within_plan(&mut self, granted: Cents, field: impl Fn(&str) -> Value) {
        let cents = |name: &str| field(name).as_i64().map(Cents::from);
        let eligible = cents("eligible_cents").unwrap_or_default();
        let third = cents("third_party_cents").unwrap_or_default();
        let total = cents("total_cents").unwrap_or(eligible);
        self.positive(eligible);
        self.not_negative(third);
        self.not_negative(total);
        self.say(eligible > total || granted > eligible - third, "G08");
        let Some(quota) = field("quota_percent").as_str().map(millionths) else {
            return self.say(field("financing") == "share", "G07");
        };
        let Some(quota) = quota.filter(|quota| (1..=100_000_000).contains(quota)) else {
            return self.say(true, "G07");
        };
        let highest = self.facts.setting(self.fact.on, "highest_quota", |_| true);
        let highest = highest.and_then(|found| millionths(found.text("percent")));
        self.say(highest.is_some_and(|highest| quota > highest), "G11");
        self.say(granted > share(quota, eligible), "G09");
    }

    /// A case whose closing is known, of whatever day, takes no more money and no more changes.
    pub fn still_open(&mut self, grant: &str) {
        let mut closings = self.facts.of_kind("case_closed");
        self.say(closings.any(|closing| closing.grant() == grant), "S04");
    }

    fn after_notice(&mut self) {
        let (facts, on, body) = (self.facts, self.fact.on, self.body);
        let grant = self.fact.grant();
        match self.fact.kind {
            "notice_challenged" => {
                self.needs("court_file");
                self.say(matches!(finality(facts, on, grant), Final::Unannounced), "S01");
            }
            "remedy_waived" => {
                let announced = facts
                    .latest(on, |fact| fact.kind == "notice_announced" && fact.grant() == grant);
                self.say(announced.is_none(), "S01");
            }
            "grant_amended" => self.grant_amended(),
            "due_shifted" => {
                let (from, to) = (&body["from"], &body["to"]);
                self.still_open(grant);
                self.needs("reason");
                self.say(from["amount_cents"] != to["amount_cents"], "G12");
                let line = |line: &Value| (line.text("title").to_owned(), line.year("fiscal_year"));
                self.say(line(from) == line(to), "G06");
                self.reduction(from);
                self.due_lines(std::slice::from_ref(to));
            }
            "commitment_restored" => self.commitment_restored(),
            "case_closed" => self.case_closed(),
            _ => {}
        }
    }

    fn grant_amended(&mut self) {
        let (facts, on, body) = (self.facts, self.fact.on, self.body);
        let grant = self.fact.grant();
        self.needs("reason");
        self.still_open(grant);
        let figures = ["quota_percent", "eligible_cents", "total_cents", "third_party_cents"];
        let words = ["period_until", "purpose", "cash_reference"];
        self.say(!figures.iter().chain(&words).any(|field| body.has(field)), "G06");
        if let Some(notice) = facts.notice(on, grant) {
            self.say(body.day("period_until").is_some_and(|until| until < notice.on), "D04");
            self.as_amended(facts.granted(grant), &figures);
        }
    }

    fn commitment_restored(&mut self) {
        let body = self.body;
        self.needs("reason");
        self.due_lines(std::slice::from_ref(&body["line"]));
        self.still_open(self.fact.grant());
        let Some(returned) = self.referred else { return };
        let line = &returned.body["line"];
        let same = line["title"] == body["line"]["title"]
            && line["fiscal_year"] == body["from_year"]
            && line["grant"] == body["grant"];
        self.say(!same, "R02");
        self.say(!returned.body.has("revenue_year"), "Y06");
        self.say(self.fact.amount() > self.facts.left(returned), "G02");
    }

    fn case_closed(&mut self) {
        let (facts, on, body) = (self.facts, self.fact.on, self.body);
        let grant = self.fact.grant();
        self.needs("result");
        self.still_open(grant);
        self.day_before(body.day("bound_until"), "D04");
        match fixed(facts, on, grant) {
            Proof::Checked(settled) => {
                let small = facts.setting(on, "small_amount", |_| true);
                let small = small.map_or(0, |found| found.cents("amount_cents"));
                let paid = facts.sum(|place| place.stage == "paid" && place.grant == grant);
                self.say(paid > settled + small, "S01");
            }
            Proof::None | Proof::Unchecked => self.say(true, "S01"),
        }
        let open = ["committed", "requested", "ordered", "held", "reclaimed", "revenue_due"];
        let stands =
            |stage: &&str| facts.sum(|place| place.stage == *stage && place.grant == grant) != 0;
        self.say(open.iter().any(stands), "S01");
    }

    fn proof(&mut self) {
        let (on, body) = (self.fact.on, self.body);
        self.own(self.fact.grant());
        match self.fact.kind {
            "proof_received" => {
                self.still_open(self.fact.grant());
                self.positive(body.cents("eligible_cents"));
                self.not_negative(body.cents("third_party_cents"));
                self.say(body.day("covers_until") > Some(on), "D02");
            }
            "proof_reminded" => self.day_before(body.day("until"), "D04"),
            _ => {
                self.needs("note");
                self.same_grant();
                self.settled_grant();
            }
        }
    }

    /// The fixed grant follows from financing and expenditure; objections may lower it.
    fn settled_grant(&mut self) {
        let Some(received) = self.referred else { return };
        let stated = self.body["settled_cents"].as_i64().map(Cents::from);
        if received.body.text("proof") == "interim" {
            return self.say(stated.is_some(), "G05");
        }
        let stated = stated.unwrap_or_default();
        let computed = settled(self.facts, self.fact.on, received);
        let fits = match self.body.text("result") {
            "clean" => stated == computed,
            _ => (0..=computed).contains(&stated),
        };
        self.say(!fits || stated > LIMIT, "V01");
    }
}
