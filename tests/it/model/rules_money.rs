//! The rules of draws, orders, payments, returns, claims and interest.

use chrono::Datelike as _;
use foerderbuch::domain::Day;
use serde_json::Value;

use super::facts::{Cents, Fact, Facts, Read as _, berlin};
use super::rules_budget::{millionths, months_later};
use super::rules_case::{Final, Proof, finality, fixed};
use super::verdict::Judge;

const PAYMENTS: [&str; 3] = ["payment_confirmed", "held_paid", "payment_rebooked"];

impl Judge<'_> {
    pub fn money(&mut self) {
        if self.fact.line().is_some() {
            self.along_the_line();
        }
        match self.fact.kind {
            "draw_requested" => self.draw_requested(),
            "arithmetic_attested" | "factually_attested" => self.attested(),
            "draw_sent_back" => {
                self.same_grant();
                self.needs("reason");
            }
            "draw_reduced" | "draw_rejected" | "draw_withdrawn" | "order_cancelled"
            | "claim_annulled" | "claim_waived" => self.needs("reason"),
            "payment_ordered" => self.payment_ordered(),
            "payment_reconciled" => {
                self.same_grant();
                let order = self.referred.and_then(|payment| self.facts.referred(payment));
                self.say(order.is_some_and(|order| order.actor == self.fact.actor), "P02");
            }
            "payment_returned" => {
                self.needs("reason");
                let year = self.body["line"].year("fiscal_year");
                let closed = self.facts.closing(year).is_some();
                self.say(closed != self.body.is("held"), "Y06");
            }
            "held_ordered" => {
                self.say(self.referred.is_some_and(|returned| !returned.body.is("held")), "Y06");
                let checked = self.referred.is_some_and(|returned| {
                    self.facts.drew_or_attested(returned).contains(&self.fact.actor)
                });
                self.say(checked, "P02");
                self.payable();
            }
            "payment_rebooked" => self.payment_rebooked(),
            "claim_raised" => self.claim_raised(),
            "claim_repaid" => {
                self.revenue_way();
                self.set_off();
            }
            "unused_returned" => {
                self.still_open(self.fact.grant());
                self.needs("reason");
                self.revenue_way();
            }
            "claim_deferred" => self.claim_deferred(),
            "interest_assessed" => self.interest_assessed(),
            "interest_received" => {
                self.received_in(self.body["charge"].year("fiscal_year"));
                self.settles(self.body.year("assessed_year"));
            }
            "interest_waived" => {
                self.needs("reason");
                self.settles(self.body["charge"].year("fiscal_year"));
            }
            _ => {}
        }
    }

    /// An amount of the due line of what is referred to, and not more than is left of that.
    fn along_the_line(&mut self) {
        let line = &self.body["line"];
        self.positive(line.cents("amount_cents"));
        self.own(line.text("grant"));
        let Some(referred) = self.referred else { return };
        let taken = if self.body.has("from") { &self.body["from"] } else { line };
        let key = |line: &Value| ["grant", "title", "fiscal_year"].map(|field| line[field].clone());
        self.say(key(taken) != key(&referred.body["line"]), "R02");
        let asked = taken.cents("amount_cents");
        if referred.kind == "payment_ordered" {
            self.say(asked != referred.amount(), "G03");
        }
        let left = self.facts.left(referred);
        self.say(asked > left, "G02");
        let whole = ["draw_rejected", "draw_withdrawn", "held_paid"].contains(&self.fact.kind);
        self.say(whole && asked != left, "G13");
    }

    /// Money is drawn only while the notice is final and the case open.
    fn drawable(&mut self) {
        let grant = self.fact.grant();
        self.still_open(grant);
        match finality(self.facts, self.fact.on, grant) {
            Final::Challenged => self.say(true, "S03"),
            Final::Unannounced => self.say(true, "S02"),
            Final::From(from) => self.say(from > self.fact.on, "S02"),
        }
    }

    fn draw_requested(&mut self) {
        let (facts, on) = (self.facts, self.fact.on);
        let grant = self.fact.grant();
        self.drawable();
        self.say(on.year() != self.body["line"].year("fiscal_year"), "S05");
        match fixed(facts, on, grant) {
            Proof::None => {}
            Proof::Unchecked => self.say(true, "S01"),
            Proof::Checked(settled) => {
                self.say(self.fact.amount() > settled - taken(facts, grant), "G01");
            }
        }
        if facts.setting(on, "one_open_draw", |_| true).is_some_and(|found| found.is("on")) {
            let mut draws = facts.of_kind("draw_requested").filter(|draw| draw.grant() == grant);
            self.say(draws.any(|draw| facts.left(draw) > 0), "S06");
        }
        let Some(need) = self.body.get("need") else { return };
        let unspent = need.cents("unspent_cents");
        self.say(unspent < 0 || need.cents("need_cents") - unspent != self.fact.amount(), "S07");
        let months = facts.setting(on, "use_period", |_| true);
        let months = months.and_then(|found| found["months"].as_u64()).unwrap_or(2);
        self.say(need.day("until") > Some(months_later(on, months)), "S08");
    }

    fn attested(&mut self) {
        self.same_grant();
        let Some(draw) = self.referred else { return };
        for standing in self.facts.attestations(draw.seq).into_iter().flatten() {
            self.say(standing.kind == self.fact.kind, "R03");
            self.say(standing.kind != self.fact.kind && standing.actor == self.fact.actor, "P02");
        }
    }

    fn payment_ordered(&mut self) {
        let (facts, fact) = (self.facts, self.fact);
        self.drawable();
        self.payable();
        if let Some(draw) = self.referred {
            let standing = facts.attestations(draw.seq);
            self.say(standing.iter().any(Option::is_none), "S01");
            for attested in standing.into_iter().flatten() {
                self.say(attested.on > fact.on, "D03");
            }
            if let [Some(one), Some(other)] = standing {
                self.say(one.actor == other.actor, "P02");
            }
            let own = standing.into_iter().flatten().any(|other| other.actor == fact.actor);
            self.say(own, "P02");
        }
        if let Some(milestone) = self.body["milestone"].as_str() {
            let planned = facts.latest(fact.on, |other| {
                other.kind == "milestone_planned" && other.body.text("milestone") == milestone
            });
            let foreign = planned.is_none_or(|planned| {
                !planned.recipient.is_empty() && planned.recipient != fact.recipient
            });
            self.say(foreign, "U04");
        }
        self.blocked();
    }

    /// A milestone that blocks by a clause of the notice is reached first.
    fn blocked(&mut self) {
        let (facts, on) = (self.facts, self.fact.on);
        let line = &self.body["line"];
        let blocks = facts.of_kind("milestone_planned").any(|plan| {
            let key = plan.body.text("milestone");
            let same = |fact: &Fact| fact.body.text("milestone") == key;
            let newest = facts.latest(on, |fact| fact.kind == "milestone_planned" && same(fact));
            let reached = facts.latest(on, |fact| fact.kind == "milestone_reached" && same(fact));
            let due = &plan.body["due"];
            newest.is_some_and(|newest| newest.seq == plan.seq)
                && reached.is_none()
                && plan.body.has("blocking_clause")
                && plan.body["grant"] == line["grant"]
                && (due.is_null()
                    || due["fiscal_year"] == line["fiscal_year"]
                        && (!due.has("title") || due["title"] == line["title"]))
        });
        self.say(blocks, "S09");
    }

    /// Within the power to order, to a confirmed account, with a text that banks carry.
    fn payable(&mut self) {
        let (fact, body) = (self.fact, self.body);
        let limit = self.facts.person(berlin(fact.now), fact.actor);
        let limit = limit.filter(|person| person.has("order_limit_cents"));
        let earlier = self.facts.following(fact.reference.unwrap_or_default());
        let earlier = earlier.filter(|f| f.kind == fact.kind && f.actor == fact.actor);
        let stands = |order: &Fact| {
            let back: Cents = self
                .facts
                .following(order.seq)
                .filter(|f| ["payment_confirmed", "held_paid"].contains(&f.kind))
                .map(|payment| self.facts.taken(payment.seq, &["payment_returned"]))
                .sum();
            order.amount() - self.facts.taken(order.seq, &["order_cancelled"]) - back
        };
        let ordered = earlier.map(stands).sum::<Cents>() + fact.amount();
        let over = limit.is_some_and(|found| ordered > found.cents("order_limit_cents"));
        self.say(over, "P05");
        self.needs("payment_text");
        let text = body.text("payment_text");
        self.say(text.chars().count() > 140, "T03");
        self.say(
            !text.chars().all(|c| c.is_ascii_alphanumeric() || " /-?:().,'+".contains(c)),
            "T05",
        );
        let account = body["bank_account"].as_u64().unwrap_or_default();
        self.say(!self.facts.usable(fact.on, &fact.recipient, account), "P03");
    }

    fn payment_rebooked(&mut self) {
        let (from, line) = (&self.body["from"], &self.body["line"]);
        self.needs("reason");
        self.drawable();
        self.still_open(from.text("grant"));
        self.own(from.text("grant"));
        self.say(from["amount_cents"] != line["amount_cents"], "G12");
        let same = from["grant"] == line["grant"] && from["title"] == line["title"];
        self.say(same || from["fiscal_year"] != line["fiscal_year"], "G06");
    }

    fn claim_raised(&mut self) {
        self.needs("reason");
        self.eligible_lowered(self.fact.amount());
        self.day_before(self.body.day("due_on"), "D04");
        let small = self.facts.setting(self.fact.on, "small_amount", |_| true);
        let small = small.map(|found| found.cents("amount_cents"));
        self.say(small.is_some_and(|limit| self.fact.amount() <= limit), "V04");
    }

    /// Revenue when the books are closed or the title's setting says so.
    fn revenue_way(&mut self) {
        let line = &self.body["line"];
        let closed = self.facts.closing(line.year("fiscal_year")).is_some();
        let setting = self.facts.setting(self.fact.on, "repayment_is_revenue", |setting| {
            setting["title"] == line["title"]
        });
        let revenue = closed || setting.is_some_and(|found| found.is("on"));
        self.say(revenue != self.body.has("revenue_year"), "Y06");
        if self.body.has("revenue_year") {
            self.received_in(self.body.year("revenue_year"));
        }
    }

    /// The year of a revenue is that of the credit, or the last one, while its books are open.
    fn received_in(&mut self, year: i32) {
        let credited = self.fact.on.year();
        self.say(year != credited && year != credited - 1, "B06");
        self.say(self.facts.closing(year).is_some(), "Y01");
    }

    fn set_off(&mut self) {
        let Some(seq) = self.body["set_off"].as_u64() else { return };
        let (facts, fact) = (self.facts, self.fact);
        let Some(payment) = facts.get(seq) else { return self.say(true, "R01") };
        let claimed = self.referred.and_then(|claim| claim.reference) == Some(seq);
        let own = payment.recipient == fact.recipient && PAYMENTS.contains(&payment.kind);
        let early = self.referred.is_some_and(|claim| payment.on < claim.on);
        let fits = !early && payment.on <= fact.on;
        self.say(!own || claimed || payment.undone || !fits, "R01");
        let repaid = facts.of_kind("claim_repaid").filter(|other| other.body["set_off"] == seq);
        let used: Cents = repaid.map(Fact::amount).sum();
        self.say(used + fact.amount() > payment.amount(), "G02");
    }

    fn claim_deferred(&mut self) {
        let until = self.body.day("until");
        self.needs("reason");
        self.same_grant();
        let fits = match self.body.text("manner") {
            "deferred" => until > Some(self.fact.on),
            _ => until.is_none(),
        };
        self.say(!fits, "D04");
    }

    fn interest_assessed(&mut self) {
        let (body, charge) = (self.body, &self.body["charge"]);
        let principal = body.cents("principal_cents");
        self.positive(charge.cents("amount_cents"));
        self.positive(principal);
        self.received_in(charge.year("fiscal_year"));
        self.day_before(body.day("due_on"), "D04");
        self.say(body.day("until") > Some(self.fact.on), "D02");
        let Some(referred) = self.referred else { return };
        let line = &referred.body["line"];
        let same = line["grant"] == charge["grant"] && line["title"] == charge["title"];
        let reclaim = referred.kind == "claim_raised";
        self.say(!same || reclaim != (body.text("interest") == "reclaim"), "R02");
        let annulled = self.facts.taken(referred.seq, &["claim_annulled"]);
        self.say(principal > referred.amount() - annulled, "G02");
        let days = (body.day("event_on").unwrap(), body.day("until").unwrap());
        let first = referred.body.day("legal_effect_on").filter(|_| reclaim);
        self.say(days.0 < first.unwrap_or(referred.on), "D03");
        let earlier = self.facts.following(referred.seq).filter(|f| f.kind == "interest_assessed");
        let twice = earlier.filter(|other| {
            Some(days.0) < other.body.day("until") && other.body.day("event_on") < Some(days.1)
        });
        self.say(twice.count() > 0, "R03");
        match interest(self.facts, self.fact.on, referred, principal, days) {
            None => self.say(true, "V03"),
            Some(computed) => self.say(computed != charge.cents("amount_cents"), "V02"),
        }
    }

    /// Receipts and waivers stay within the assessment.
    fn settles(&mut self, assessed_year: i32) {
        let charge = &self.body["charge"];
        self.positive(charge.cents("amount_cents"));
        let Some(assessed) = self.referred else { return };
        let whole = &assessed.body["charge"];
        let same = whole["grant"] == charge["grant"]
            && whole["title"] == charge["title"]
            && whole.year("fiscal_year") == assessed_year
            && assessed.body["interest"] == self.body["interest"];
        self.say(!same, "R02");
        self.say(self.fact.amount() > self.facts.left(assessed), "G02");
    }
}

/// What a grant keeps of what was paid, and what is on its way.
pub fn taken(facts: &Facts, grant: &str) -> Cents {
    const KEPT: [&str; 4] = ["paid", "held", "requested", "ordered"];
    facts.sum(|place| place.grant == grant && KEPT.contains(&place.stage))
}

/// Cents times millionths of a percent, per day of a year of 360, 365 or 366 days.
const BASIS: Cents = 360 * 365 * 366;

/// Interest, added up day by day; none when a day has no base rate.
pub fn interest(
    facts: &Facts,
    on: Day,
    referred: &Fact,
    principal: Cents,
    (event, until): (Day, Day),
) -> Option<Cents> {
    let margin = facts.setting(on, "interest_margin", |_| true);
    let margin = margin.and_then(|found| millionths(found.text("points"))).unwrap_or(5_000_000);
    let start = facts.setting(on, "interest_start", |_| true);
    let start = start.and_then(|found| found["days"].as_u64()).unwrap_or(1);
    let count = facts.setting(on, "interest_day_count", |_| true);
    let count = count.map_or("thirty_360", |found| found.text("convention"));
    let mut sum = 0;
    let mut day = event + chrono::Days::new(start);
    while day <= until {
        let mut repaid = facts.following(referred.seq).filter(|f| f.kind == "claim_repaid");
        let owed =
            principal - repaid.by_ref().filter(|f| f.on < day).map(Fact::amount).sum::<Cents>();
        if owed > 0 {
            let rate = base_rate(facts, on, day)? + margin;
            let (days, year) = match count {
                "thirty_360" => (thirty(day) - thirty(day.pred_opt().unwrap()), 360),
                "act_act" if day.leap_year() => (1, 366),
                _ => (1, 365),
            };
            sum += owed * rate * days * (BASIS / year);
        }
        day = day.succ_opt().unwrap();
    }
    let whole = BASIS * 100_000_000;
    Some((sum.abs() * 2 + whole) / (2 * whole) * sum.signum())
}

/// The base rate of a day that begins last, in millionths of a percent.
fn base_rate(facts: &Facts, on: Day, day: Day) -> Option<Cents> {
    let begins = |fact: &Fact| fact.body["setting"].day("from");
    let rates = facts
        .of_kind("setting_made")
        .filter(|fact| fact.on <= on && fact.body["setting"].text("name") == "base_rate");
    // Of several settings of one beginning the last one holds.
    let newest = |rate: &&Fact| {
        let same = facts.latest(on, |other| {
            other.kind == "setting_made"
                && other.body["setting"].text("name") == "base_rate"
                && begins(other) == begins(rate)
        });
        same.is_some_and(|same| same.seq == rate.seq)
    };
    let holds =
        |rate: &&Fact| begins(rate) <= Some(day) && Some(day) <= rate.body["setting"].day("until");
    let rate = rates.filter(newest).filter(holds).max_by_key(|rate| begins(rate))?;
    millionths(rate.body["setting"].text("percent"))
}

/// Number of a day where every month has thirty.
fn thirty(day: Day) -> Cents {
    let last = day.succ_opt().unwrap().month() != day.month();
    let in_month = if last { 30 } else { day.day() };
    Cents::from(day.year()) * 360 + Cents::from(day.month0()) * 30 + Cents::from(in_month)
}
