//! What an entry moves from where to where, read off the table of the events in the design.

use serde_json::Value;

use super::facts::{Cents, Fact, Read as _};

/// Where an amount stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub stage: &'static str,
    pub title: String,
    pub year: i32,
    /// Year in which authority falls due, else 0.
    pub due: i32,
    pub grant: String,
    pub recipient: String,
    pub revenue: &'static str,
}

/// A signed amount at a place.
#[derive(Clone, Debug)]
pub struct Move {
    pub place: Place,
    pub cents: Cents,
}

/// A signed change of what is granted on a due line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineChange {
    pub grant: String,
    pub title: String,
    pub year: i32,
    pub recipient: String,
    pub cents: Cents,
}

impl Move {
    pub fn negated(&self) -> Self {
        Self { place: self.place.clone(), cents: -self.cents }
    }
}

impl LineChange {
    pub fn negated(&self) -> Self {
        Self { cents: -self.cents, ..self.clone() }
    }
}

/// Stages of the money of a year, sources first.
pub const SOURCES: [&str; 4] = ["appropriated", "exceeded", "cover_in", "carried_in"];
pub const IST: [&str; 5] = ["paid", "held", "reclaimed", "written_off", "returned"];
pub const ON_THE_WAY: [&str; 5] = ["available", "blocked", "committed", "requested", "ordered"];
pub const EXITS: [&str; 3] = ["cover_out", "carried_out", "lapsed"];

pub fn is_money(stage: &str) -> bool {
    [&SOURCES[..], &IST, &ON_THE_WAY, &EXITS].concat().contains(&stage)
}

pub fn is_source(stage: &str) -> bool {
    SOURCES.contains(&stage) || ["ve_voted", "revenue_source", "rest_source"].contains(&stage)
}

/// Moves from one stage to the next on one due line.
const ALONG: [(&str, &str, &str); 13] = [
    ("draw_requested", "committed", "requested"),
    ("draw_reduced", "requested", "committed"),
    ("draw_rejected", "requested", "committed"),
    ("draw_withdrawn", "requested", "committed"),
    ("payment_ordered", "requested", "ordered"),
    ("order_cancelled", "ordered", "requested"),
    ("payment_confirmed", "ordered", "paid"),
    ("held_paid", "held", "paid"),
    ("claim_raised", "paid", "reclaimed"),
    ("claim_annulled", "reclaimed", "paid"),
    ("claim_waived", "reclaimed", "written_off"),
    ("payment_returned", "paid", "requested"),
    ("unused_returned", "paid", "committed"),
];

/// Moves from one stage to the next on a title and year.
const OF_TITLE: [(&str, &str, &str); 5] = [
    ("appropriation_voted", "appropriated", "available"),
    ("supplement_voted", "appropriated", "available"),
    ("excess_granted", "exceeded", "available"),
    ("block_set", "available", "blocked"),
    ("block_lifted", "blocked", "available"),
];

/// Moves of authority.
const OF_AUTHORITY: [(&str, &str, &str); 4] = [
    ("authority_voted", "ve_voted", "ve_free"),
    ("authority_blocked", "ve_free", "ve_blocked"),
    ("authority_unblocked", "ve_blocked", "ve_free"),
    ("authority_lapsed", "ve_free", "ve_lapsed"),
];

struct Book<'a> {
    fact: &'a Fact,
    moves: Vec<Move>,
}

/// What a proposal moves.
pub fn of(fact: &Fact) -> Vec<Move> {
    let mut book = Book { fact, moves: Vec::new() };
    let body = &fact.body;
    let row = |table: &[(&'static str, &'static str, &'static str)]| {
        table.iter().find(|(kind, _, _)| *kind == fact.kind).map(|(_, from, to)| (*from, *to))
    };
    if let Some((from, to)) = row(&OF_TITLE) {
        let at = |stage| place(stage, body.text("title"), body.year("fiscal_year"));
        book.shift(at(from), at(to), body.cents("amount_cents"));
    } else if let Some((from, to)) = row(&OF_AUTHORITY) {
        let at = |stage| {
            let due = body.year("due_year");
            Place { due, ..place(stage, body.text("title"), body.year("budget_year")) }
        };
        book.shift(at(from), at(to), body.cents("amount_cents"));
    } else if let Some((from, to)) = row(&ALONG) {
        match (fact.kind, body.is("held"), body.has("revenue_year")) {
            ("payment_returned", true, _) => book.along(&body["line"], "paid", "held"),
            ("unused_returned", _, true) => book.revenue_of("paid"),
            _ => book.along(&body["line"], from, to),
        }
    } else {
        book.other();
    }
    book.moves
}

fn place(stage: &'static str, title: &str, year: i32) -> Place {
    Place { stage, title: title.to_owned(), year, ..Place::default() }
}

impl Book<'_> {
    fn shift(&mut self, from: Place, to: Place, cents: Cents) {
        self.moves.push(Move { place: from, cents: -cents });
        self.moves.push(Move { place: to, cents });
    }

    fn on_grant(&self, grant: &str, place: Place) -> Place {
        Place { grant: grant.to_owned(), recipient: self.fact.recipient.clone(), ..place }
    }

    fn on_line(&self, line: &Value, stage: &'static str) -> Place {
        let at = place(stage, line.text("title"), line.year("fiscal_year"));
        self.on_grant(line.text("grant"), at)
    }

    fn along(&mut self, line: &Value, from: &'static str, to: &'static str) {
        let (from, to) = (self.on_line(line, from), self.on_line(line, to));
        self.shift(from, to, line.cents("amount_cents"));
    }

    /// Money that comes back after its year: returned there, and revenue of the year of receipt.
    fn revenue_of(&mut self, from: &'static str) {
        let body = &self.fact.body;
        let line = &body["line"];
        self.along(line, from, "returned");
        let at = |stage| {
            let at = place(stage, line.text("title"), body.year("revenue_year"));
            Place { revenue: "repayment", ..self.on_grant(line.text("grant"), at) }
        };
        let (from, to) = (at("revenue_source"), at("revenue_received"));
        self.shift(from, to, line.cents("amount_cents"));
    }

    fn commit(&mut self, grant: &str, line: &Value, back: bool) {
        let (title, year) = (line.text("title"), line.year("fiscal_year"));
        let sign = if back { -1 } else { 1 };
        let cents = sign * line.cents("amount_cents");
        let committed = self.on_grant(grant, place("committed", title, year));
        self.shift(place("available", title, year), committed, cents);
        if line.has("authority_year") {
            let at =
                |stage| Place { due: year, ..place(stage, title, line.year("authority_year")) };
            let used = self.on_grant(grant, at("ve_used"));
            match (back, line.text("authority_return")) {
                (true, "") => {}
                (true, "lapsed") => self.shift(at("ve_lapsed"), used, cents),
                _ => self.shift(at("ve_free"), used, cents),
            }
        }
    }

    fn interest(&mut self, from: &'static str, to: &'static str, from_year: i32) {
        let charge = &self.fact.body["charge"];
        let revenue = match self.fact.body.text("interest") {
            "reclaim" => "reclaim_interest",
            _ => "delay_interest",
        };
        let at = |stage, year| {
            let at = place(stage, charge.text("title"), year);
            Place { revenue, ..self.on_grant(charge.text("grant"), at) }
        };
        let (from, to) = (at(from, from_year), at(to, charge.year("fiscal_year")));
        self.shift(from, to, charge.cents("amount_cents"));
    }

    fn other(&mut self) {
        let fact = self.fact;
        let (body, grant) = (&fact.body, fact.grant());
        match fact.kind {
            "cover_moved" => {
                let cents = body.cents("amount_cents");
                let from = |stage| place(stage, body.text("from"), body.year("fiscal_year"));
                let to = |stage| place(stage, body.text("to"), body.year("fiscal_year"));
                self.shift(from("available"), from("cover_out"), cents);
                self.shift(to("cover_in"), to("available"), cents);
            }
            "funds_lapsed" => {
                let stage = if body.text("stage") == "blocked" { "blocked" } else { "available" };
                let at = |stage| place(stage, body.text("title"), body.year("fiscal_year"));
                self.shift(at(stage), at("lapsed"), body.cents("amount_cents"));
            }
            "carry_over_formed" => self.carry_over(),
            "grant_issued" | "grant_increased" => {
                body.list("lines").iter().for_each(|line| self.commit(grant, line, false));
            }
            "grant_reduced" => {
                body.list("lines").iter().for_each(|line| self.commit(grant, line, true));
            }
            "due_shifted" => {
                self.commit(grant, &body["from"], true);
                self.commit(grant, &body["to"], false);
            }
            "commitment_restored" => self.commit(grant, &body["line"], false),
            "payment_rebooked" => {
                self.along(&body["from"], "paid", "committed");
                self.along(&body["line"], "committed", "paid");
            }
            "claim_repaid" if body.has("revenue_year") => self.revenue_of("reclaimed"),
            "claim_repaid" => {
                let line = &body["line"];
                let to = place("available", line.text("title"), line.year("fiscal_year"));
                self.shift(self.on_line(line, "reclaimed"), to, line.cents("amount_cents"));
            }
            "interest_assessed" => {
                let year = body["charge"].year("fiscal_year");
                self.interest("revenue_source", "revenue_due", year);
            }
            "interest_received" => {
                self.interest("revenue_due", "revenue_received", body.year("assessed_year"));
            }
            "interest_waived" => {
                let year = body["charge"].year("fiscal_year");
                self.interest("revenue_due", "revenue_waived", year);
            }
            _ => {}
        }
    }

    fn carry_over(&mut self) {
        let body = &self.fact.body;
        let (title, year) = (body.text("title"), body.year("fiscal_year"));
        let (next, cents) = (year.saturating_add(1), body.cents("amount_cents"));
        let at = |year| match body["grant"].as_str() {
            Some(grant) => self.on_grant(grant, place("committed", title, year)),
            None => place("available", title, year),
        };
        let (from, to) = (at(year), at(next));
        if body.text("cover") == "additional" {
            self.shift(from, place("carried_out", title, year), cents);
            self.shift(place("carried_in", title, next), to, cents);
        } else {
            self.shift(from, place("lapsed", title, year), cents);
            if body.has("grant") {
                self.shift(place("available", title, next), to, cents);
            }
            let (from, to) =
                (place("rest_source", title, next), place("rest_charged", title, next));
            self.shift(from, to, cents);
        }
    }
}

/// What a proposal changes of the due lines in force.
pub fn lines(fact: &Fact) -> Vec<LineChange> {
    let body = &fact.body;
    let change = |line: &Value, year: i32, sign: Cents| LineChange {
        grant: fact.grant().to_owned(),
        title: line.text("title").to_owned(),
        year,
        recipient: fact.recipient.clone(),
        cents: sign * line.cents("amount_cents"),
    };
    let own = |line: &Value, sign| change(line, line.year("fiscal_year"), sign);
    let all = |sign| body.list("lines").iter().map(|line| own(line, sign)).collect();
    match fact.kind {
        "grant_issued" | "grant_increased" => all(1),
        "grant_reduced" => all(-1),
        "due_shifted" => vec![own(&body["from"], -1), own(&body["to"], 1)],
        "commitment_restored" => {
            let line = &body["line"];
            vec![change(line, body.year("from_year"), -1), own(line, 1)]
        }
        "carry_over_formed" if body.has("grant") => {
            let next = body.year("fiscal_year").saturating_add(1);
            vec![own(body, -1), change(body, next, 1)]
        }
        "claim_raised" => vec![own(&body["line"], -1)],
        "claim_annulled" => vec![own(&body["line"], 1)],
        _ => Vec::new(),
    }
}
