//! The rules of budget, persons, recipients, settings, milestones and indicators.

use chrono::{Datelike as _, Months};
use foerderbuch::domain::Day;
use serde_json::Value;

use super::facts::{Cents, Fact, Read as _};
use super::moves::IST;
use super::verdict::{Judge, LIMIT};

impl Judge<'_> {
    /// The rules of the kind itself.
    pub fn kind(&mut self) {
        match self.fact.kind {
            "person_enrolled" => self.person_enrolled(),
            "setting_made" => self.setting_made(),
            "recipient_registered" => self.recipient_registered(),
            "bank_account_recorded" => {
                self.needs("holder");
                self.say(!is_iban(self.body.text("iban")), "P04");
            }
            "bank_account_confirmed" => self.needs("checked_by"),
            "milestone_planned" | "milestone_forecast" | "milestone_reached"
            | "indicator_defined" | "indicator_read" => self.progress(),
            "document_issued" => self.document_issued(),
            "ledger_restored" => self.ledger_restored(),
            "cash_list_read" => self.cash_list_read(),
            "reversed" => self.reversal(),
            _ => {
                self.budget();
                self.year_end();
                self.case();
                self.money();
            }
        }
    }

    fn document_issued(&mut self) {
        self.needs("document");
        let written = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        let hash = self.body.text("sha256");
        self.say(hash.chars().count() != 64 || !hash.chars().all(written), "T02");
        // A Datenstand is the number of an entry that there is.
        let known = self.body["known"].as_u64().unwrap_or_default();
        self.say(known == 0 || known >= self.facts.next(), "R01");
    }

    fn ledger_restored(&mut self) {
        let written = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        for field in ["sha256", "replaced_sha256"] {
            let hash = self.body.text(field);
            let given = field == "sha256" || self.body.has(field);
            let good = hash.chars().count() == 64 && hash.chars().all(written);
            self.say(given && !good, "T02");
        }
        let known = self.body["known"].as_u64().unwrap_or_default();
        self.say(known == 0 || known >= self.facts.next(), "R01");
    }

    fn cash_list_read(&mut self) {
        self.say(self.body.day("last") < self.body.day("first"), "D04");
        for cleared in self.body.list("cleared") {
            let left_open = self.facts.live().any(|fact| {
                fact.kind == "cash_list_read"
                    && cleared["entry"] == fact.seq
                    && fact.body.list("rows").iter().any(|row| row["line"] == cleared["line"])
            });
            self.say(!left_open, "R01");
        }
    }

    fn person_enrolled(&mut self) {
        let person = &self.body["person"];
        self.say(person["person"] == 0 || person.list("roles").is_empty(), "U05");
        let hash = person.text("name_hash");
        let written = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        self.say(hash.chars().count() != 64 || !hash.chars().all(written), "T02");
        self.day_before(person.day("roles_until"), "D04");
        if person.has("order_limit_cents") {
            self.positive(person.cents("order_limit_cents"));
        }
        let same = |number: &Value| {
            let enrols = self.facts.live().filter(|fact| fact.body["person"].has("person"));
            enrols.filter(|fact| fact.body["person"]["person"] == *number).max_by_key(|f| f.order())
        };
        let known = same(&person["person"]);
        let other =
            known.is_some_and(|known| known.body["person"]["name_hash"] != person["name_hash"]);
        let stranger = person.has("deputy_for")
            && (person["deputy_for"] == person["person"] || same(&person["deputy_for"]).is_none());
        self.say(other, "U06");
        self.say(stranger, "U05");
    }

    fn setting_made(&mut self) {
        let setting = &self.body["setting"];
        let number = |field: &str| setting[field].as_u64().unwrap_or_default();
        let rate = |field: &str| millionths(setting.text(field));
        let usable = match setting.text("name") {
            "base_rate" => {
                setting.day("from") <= setting.day("until")
                    && rate("percent").is_some_and(|rate| rate.abs() <= 100_000_000)
            }
            "interest_margin" => rate("points").is_some_and(|rate| rate.abs() <= 100_000_000),
            "interest_start" | "notice_days" => number("days") <= 60,
            "objection_period" | "use_period" | "proof_term" | "interim_proof_term"
            | "proof_check_term" => (1..=120).contains(&number("months")),
            "highest_quota" => {
                rate("percent").is_some_and(|rate| (1..=100_000_000).contains(&rate))
            }
            "retention_period" => (1..=100).contains(&number("years")),
            _ => true,
        };
        self.say(!usable, "E01");
        match setting.text("name") {
            "small_amount" => self.positive(setting.cents("amount_cents")),
            "repayment_is_revenue" => self.title(setting.text("title")),
            "letterhead" => self.say(setting["authority"].text("name").trim().is_empty(), "T02"),
            _ => {}
        }
    }

    fn recipient_registered(&mut self) {
        self.needs_key("name");
        let key = self.body.text("key");
        let digits = key.bytes().all(|byte| byte.is_ascii_digit());
        let shaped = if digits { [5, 8].contains(&key.len()) } else { key.len() >= 2 };
        self.say(key != self.fact.recipient || !shaped, "U02");
        let (from, until) = (self.body.day("valid_from"), self.body.day("valid_until"));
        self.say(until.is_some() && from > until, "D04");
        if let Some(successor) = self.body["successor"].as_str() {
            let mut known = self.facts.of_kind("recipient_registered");
            let known = known.any(|fact| fact.recipient == successor);
            self.say(!known, "U02");
        }
    }

    fn budget(&mut self) {
        let body = self.body;
        match self.fact.kind {
            "title_registered" => {
                self.needs_key("title");
                self.say(body.text("title").trim().chars().count() < 5, "T02");
                self.needs("name");
            }
            "appropriation_drafted" | "appropriation_voted" | "supplement_voted" => {
                self.vote("fiscal_year");
            }
            "authority_voted" => {
                self.vote("budget_year");
                self.usable_year(body.year("due_year"));
                self.say(body.year("due_year") <= body.year("budget_year"), "B03");
            }
            "excess_granted" => self.moved("title", "fiscal_year"),
            "cover_moved" => {
                self.moved("from", "fiscal_year");
                self.title(body.text("to"));
                self.say(body["from"] == body["to"], "G06");
            }
            "block_set" => self.block_set(),
            "block_lifted" => {
                self.moved("title", "fiscal_year");
                self.lifted(&["title", "fiscal_year"]);
            }
            "authority_blocked" => self.moved("title", "budget_year"),
            "authority_unblocked" => {
                self.moved("title", "budget_year");
                self.lifted(&["title", "budget_year", "due_year"]);
            }
            "authority_lapsed" => {
                self.positive(body.cents("amount_cents"));
                self.title(body.text("title"));
                self.ended("budget_year");
            }
            "provisional_management_set" => {
                self.usable_year(body.year("fiscal_year"));
                self.needs("reason");
                self.day_before(body.day("until"), "D04");
            }
            _ => {}
        }
    }

    fn vote(&mut self, year: &str) {
        let cents = self.body.cents("amount_cents");
        self.needs("law");
        self.title(self.body.text("title"));
        self.usable_year(self.body.year(year));
        self.say(cents == 0 || cents.abs() > LIMIT, "B05");
    }

    fn moved(&mut self, title: &str, year: &str) {
        self.needs("reason");
        self.title(self.body.text(title));
        self.usable_year(self.body.year(year));
        self.positive(self.body.cents("amount_cents"));
    }

    fn block_set(&mut self) {
        self.moved("title", "fiscal_year");
        self.day_before(self.body.day("until"), "D04");
        if self.body.has("percent") {
            let percent = millionths(self.body.text("percent"));
            let Some(percent) = percent.filter(|percent| (1..=100_000_000).contains(percent))
            else {
                return self.say(true, "G07");
            };
            let (title, year) = (self.body.text("title"), self.body.year("fiscal_year"));
            let voted: Cents = self
                .facts
                .moves()
                .filter(|(fact, _)| fact.on <= self.fact.on)
                .map(|(_, moved)| moved)
                .filter(|moved| moved.place.stage == "appropriated")
                .filter(|moved| moved.place.title == title && moved.place.year == year)
                .map(|moved| -moved.cents)
                .sum();
            self.say(share(percent, voted) != self.body.cents("amount_cents"), "B07");
        }
    }

    fn lifted(&mut self, fields: &[&str]) {
        let Some(block) = self.referred else { return };
        let differs = fields.iter().any(|field| block.body[field] != self.body[field]);
        self.say(differs, "R02");
        self.say(self.body.cents("amount_cents") > self.facts.left(block), "G02");
    }

    /// Not before the last day of the year.
    fn ended(&mut self, field: &str) {
        let year = self.body.year(field);
        self.usable_year(year);
        self.say(Day::from_ymd_opt(year, 12, 31).is_some_and(|last| self.fact.on < last), "Y05");
    }

    fn year_end(&mut self) {
        let (facts, body) = (self.facts, self.body);
        let year = body.year("fiscal_year");
        match self.fact.kind {
            "books_closed" => {
                self.ended("fiscal_year");
                self.say(facts.closing(year).is_some(), "Y04");
                self.nothing_stands(year, &["requested", "ordered"]);
                self.as_the_cash_office(year);
            }
            "carry_over_formed" => {
                self.needs("reason");
                self.positive(body.cents("amount_cents"));
                self.title(body.text("title"));
                self.ended("fiscal_year");
                self.say(facts.closing(year.saturating_add(1)).is_some(), "Y01");
                if let Some(grant) = body["grant"].as_str() {
                    self.own(grant);
                } else {
                    self.say(!self.fact.recipient.is_empty(), "U08");
                    self.still_available();
                }
            }
            "funds_lapsed" => {
                self.positive(body.cents("amount_cents"));
                self.title(body.text("title"));
                self.ended("fiscal_year");
                if body.text("stage") != "blocked" {
                    self.still_available();
                }
            }
            "year_settled" => {
                self.say(facts.closing(year).is_none(), "S01");
                self.say(facts.settled(year).is_some(), "Y04");
                self.nothing_stands(year, &["available", "blocked", "committed"]);
            }
            _ => {}
        }
    }

    /// A free remainder is there, on the day and ever after.
    fn still_available(&mut self) {
        let (title, year) = (self.body.text("title"), self.body.year("fiscal_year"));
        let lowest = self.facts.lowest_from(self.fact.on, |place| {
            place.stage == "available" && (place.title.as_str(), place.year) == (title, year)
        });
        self.say(self.body.cents("amount_cents") > lowest.max(0), "B01");
    }

    fn nothing_stands(&mut self, year: i32, stages: &[&str]) {
        let places = self.facts.places(Day::MAX, u64::MAX);
        let mut titles = std::collections::BTreeMap::<_, Cents>::new();
        for (place, cents) in places {
            if place.year == year && place.due == 0 && stages.contains(&place.stage) {
                *titles.entry((&place.title, place.stage)).or_default() += cents;
            }
        }
        self.say(titles.values().any(|sum| *sum != 0), "Y02");
    }

    /// The stated Ist of every title is that of the list.
    fn as_the_cash_office(&mut self, year: i32) {
        let mut sums = std::collections::BTreeMap::<String, Cents>::new();
        for (_, moved) in self.facts.moves() {
            let place = &moved.place;
            if place.year == year && place.revenue.is_empty() && IST.contains(&place.stage) {
                *sums.entry(place.title.clone()).or_default() += moved.cents;
            }
        }
        for stated in self.body.list("actual") {
            let sum = sums.entry(stated.text("title").to_owned()).or_default();
            *sum -= stated.cents("amount_cents");
        }
        self.say(sums.values().any(|rest| *rest != 0), "Y03");
    }

    fn progress(&mut self) {
        let body = self.body;
        for field in ["plan", "forecast", "actual", "at"] {
            self.say(body.has(field) && !well_formed(&body[field]), "D04");
        }
        match self.fact.kind {
            "milestone_planned" => {
                self.named("milestone");
                if let Some(grant) = body["grant"].as_str() {
                    self.own(grant);
                }
                if body.has("blocking_clause") {
                    self.needs("blocking_clause");
                    self.say(!body.has("grant"), "U01");
                }
            }
            "indicator_defined" => {
                self.named("indicator");
                for grant in body.list("money_of") {
                    let known = self.facts.notice(self.fact.on, grant.as_str().unwrap());
                    self.say(known.is_none(), "U01");
                }
            }
            "indicator_read" => self.known("indicator", "indicator_defined"),
            _ => {
                self.known("milestone", "milestone_planned");
                if self.fact.kind == "milestone_forecast" {
                    self.needs("reason");
                }
                if self.fact.kind == "milestone_reached" {
                    self.needs("proof");
                    self.say(body["actual"].day("from") > Some(self.fact.on), "D02");
                }
            }
        }
    }

    /// A plan or definition: words in both languages, and a key that stays with its owner.
    fn named(&mut self, field: &str) {
        self.needs_key(field);
        for language in ["de", "en"] {
            self.say(self.body["name"].text(language).trim().is_empty(), "T02");
        }
        let mut same = self.facts.of_kind(self.fact.kind);
        let taken = same.any(|fact| {
            fact.body[field] == self.body[field] && fact.recipient != self.fact.recipient
        });
        self.say(taken, "U06");
    }

    fn known(&mut self, field: &str, creates: &str) {
        let found = self.facts.latest(self.fact.on, |fact| {
            fact.kind == creates && fact.body[field] == self.body[field]
        });
        self.say(found.is_none_or(|fact| fact.recipient != self.fact.recipient), "U04");
    }

    /// The territory of the recipient exists on the day.
    pub fn territory(&mut self) {
        let fact = self.fact;
        let registered = |other: &Fact| {
            other.kind == "recipient_registered" && other.recipient == fact.recipient
        };
        let exists = self.facts.latest(fact.on, registered).is_some_and(|found| {
            found.body.day("valid_from").is_none_or(|from| from <= fact.on)
                && found.body.day("valid_until").is_none_or(|until| fact.on <= until)
        });
        self.say(!exists, "U02");
    }
}

/// Percent in millionths; none where there are more decimals, or no number.
pub fn millionths(percent: &str) -> Option<Cents> {
    let (whole, part) = percent.split_once('.').unwrap_or((percent, ""));
    let digits = format!("{whole}{part:0<6}");
    if part.len() > 6 { None } else { digits.parse().ok() }
}

/// So many millionths of a percent of an amount, rounded half away from zero.
pub fn share(millionths: Cents, of: Cents) -> Cents {
    let exact = millionths * of;
    (exact.abs() * 2 + 100_000_000) / 200_000_000 * exact.signum()
}

fn is_iban(iban: &str) -> bool {
    let good = ["DE89370400440532013000", "DE75512108001245126199", "DE02120300000000202051"];
    good.contains(&iban)
}

/// A period ends not before it begins, a unit begins at its beginning.
fn well_formed(date: &Value) -> bool {
    let Some(from) = date.day("from") else { return false };
    let starts = |months: &[u32]| from.day() == 1 && months.contains(&from.month());
    let unit = match date.text("precision") {
        "day" => true,
        "month" => from.day() == 1,
        "quarter" => starts(&[1, 4, 7, 10]),
        "half" => starts(&[1, 7]),
        "mid_year" => starts(&[5]),
        "year" => starts(&[1]),
        _ => return date.day("until").is_some_and(|until| until >= from),
    };
    unit && !date.has("until")
}

/// So many months later.
pub fn months_later(day: Day, months: u64) -> Day {
    day.checked_add_months(Months::new(u32::try_from(months).unwrap())).unwrap()
}
