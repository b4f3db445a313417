//! What the clerk draws up for budget, persons and settings.

use chrono::Datelike as _;
use serde_json::{Value, json};

use super::draw_up::{Clerk, REASON, TITLES};
use super::facts::{Cents, Read as _};
use super::moves::IST;
use super::rules_budget::share;

impl Clerk<'_> {
    pub fn of_budget(&mut self, kind: &str) -> Option<Value> {
        let (title, year, cents) = (self.title(), self.year(), self.amount());
        let law = "Haushaltsgesetz";
        let of_title = json!({"title": title, "fiscal_year": year, "amount_cents": cents});
        let with = |mut body: Value, more: Value| {
            let more = more.as_object().unwrap().clone();
            body.as_object_mut().unwrap().extend(more);
            body
        };
        let (due, budget) = (self.on.year() + 1, self.on.year());
        let authority = json!({"title": title, "budget_year": budget, "due_year": due,
            "amount_cents": cents});
        Some(match kind {
            "programme_founded" => self.facts.all[0].body.clone(),
            "person_enrolled" => self.person(),
            "ledger_restored" => self.restored(),
            "cash_list_read" => self.list_read(),
            "setting_made" => json!({"setting": self.setting()}),
            "title_registered" => {
                json!({"title": TITLES[2 - self.die(3)], "name": "Zuweisungen", "investive": true})
            }
            "appropriation_drafted" => with(of_title, json!({"law": law})),
            "appropriation_voted" | "supplement_voted" => {
                let sign = if self.chance(4) { -1 } else { 1 };
                with(of_title, json!({"law": law, "amount_cents": sign * cents}))
            }
            "excess_granted" => with(of_title, json!({"need": "excess", "reason": REASON})),
            "cover_moved" => json!({"from": title, "to": TITLES[self.die(3)],
                "fiscal_year": year, "amount_cents": self.free(title, year), "reason": REASON}),
            "block_set" => self.block(title, year, cents),
            "authority_voted" => {
                let sign = if self.chance(4) { -1 } else { 1 };
                with(authority, json!({"law": law, "amount_cents": sign * cents}))
            }
            "authority_blocked" => {
                let free = self.free_authority(title, budget, due);
                with(authority, json!({"reason": REASON, "amount_cents": free}))
            }
            "authority_lapsed" => {
                let (budget, due) = (budget - 1, due - 1);
                let free = self.free_authority(title, budget, due);
                with(
                    authority,
                    json!({"budget_year": budget, "due_year": due,
                    "amount_cents": free}),
                )
            }
            "provisional_management_set" => {
                let until = self.on + chrono::Days::new(20 * self.die(3) as u64);
                json!({"fiscal_year": year, "until": until.to_string(), "reason": REASON})
            }
            "books_closed" => self.closing(),
            "funds_lapsed" => {
                let year = self.ended_year();
                let stage = if self.chance(4) { "blocked" } else { "available" };
                let whole = self.standing(stage, title, year, "");
                json!({"title": title, "fiscal_year": year, "stage": stage,
                    "amount_cents": self.part(whole)})
            }
            "year_settled" => json!({"fiscal_year": self.ended_year()}),
            _ => return None,
        })
    }

    fn free(&mut self, title: &str, year: i32) -> i64 {
        let free = self.facts.free(self.on, title, year);
        self.part(free.min(300_000))
    }

    fn free_authority(&mut self, title: &str, budget: i32, due: i32) -> i64 {
        let free = self.facts.lowest_from(self.on, |place| {
            place.stage == "ve_free"
                && (place.title.as_str(), place.year, place.due) == (title, budget, due)
        });
        self.part(free.min(150_000))
    }

    pub fn standing(&self, stage: &str, title: &str, year: i32, grant: &str) -> Cents {
        self.facts.sum(|place| {
            place.stage == stage
                && (place.title.as_str(), place.year, place.grant.as_str()) == (title, year, grant)
        })
    }

    /// The last ended year, or one before.
    pub fn ended_year(&mut self) -> i32 {
        let years: Vec<i32> = self.ended_years().collect();
        self.one(&years).copied().unwrap_or(self.today.year())
    }

    fn block(&mut self, title: &str, year: i32, cents: i64) -> Value {
        let mut body = json!({"title": title, "fiscal_year": year, "amount_cents": cents / 10,
            "ground": "economic", "reason": REASON});
        if self.chance(2) {
            let percent = [("5", 5_000_000), ("2.5", 2_500_000)][self.die(2)];
            let voted: Cents = self
                .facts
                .places(self.on, u64::MAX)
                .into_iter()
                .filter(|(place, _)| place.stage == "appropriated")
                .filter(|(place, _)| place.title == title && place.year == year)
                .map(|(_, sum)| -sum)
                .sum();
            body["percent"] = percent.0.into();
            body["amount_cents"] = i64::try_from(share(percent.1, voted)).unwrap().into();
        }
        body
    }

    fn closing(&mut self) -> Value {
        let year = self.ended_year();
        let of_title = |title: &&str| {
            let sum = |stage: &&str| {
                self.facts.sum(|p| p.stage == *stage && p.title == **title && p.year == year)
            };
            let actual: Cents = IST.iter().map(sum).sum();
            json!({"title": title, "amount_cents": i64::try_from(actual).unwrap()})
        };
        let actual: Vec<Value> = TITLES.iter().map(of_title).collect();
        json!({"fiscal_year": year, "actual": actual})
    }

    fn person(&mut self) -> Value {
        let number = u64::try_from(self.die(11)).unwrap() + 1;
        let known = self.facts.live().find(|fact| fact.body["person"]["person"] == number);
        let hash = known.map_or(format!("{number:064}"), |fact| {
            fact.body["person"].text("name_hash").to_owned()
        });
        let roles = [
            json!(["desk_officer"]),
            json!(["approver", "attester"]),
            json!(["desk_officer", "attester", "approver"]),
            json!(["budget_officer"]),
            known.map_or(json!(["auditor"]), |fact| fact.body["person"]["roles"].clone()),
        ];
        let mut person = json!({"person": number, "roles": roles[self.die(5)], "name_hash": hash});
        if self.chance(4) {
            person["order_limit_cents"] = self.amount().into();
        }
        if self.chance(6) {
            let until = self.on + chrono::Days::new(100);
            person["roles_until"] = until.to_string().into();
        }
        if self.chance(6) {
            person["deputy_for"] = (self.die(12) as u64).into();
        }
        json!({"person": person})
    }

    fn setting(&mut self) -> Value {
        let (year, on) = (self.on.year(), self.chance(2));
        let days = self.die(5);
        match self.die(17) {
            0 | 1 => {
                let half = [("01-01", "06-30"), ("07-01", "12-31"), ("03-01", "12-31")];
                let (from, until) = half[self.die(3)];
                let percent = ["0.12", "-0.88", "1.62", "-1.5"][self.die(4)];
                json!({"name": "base_rate", "from": format!("{year}-{from}"),
                    "until": format!("{year}-{until}"), "percent": percent})
            }
            2 => {
                let points = ["5", "4.5", "3"][self.die(3)];
                json!({"name": "interest_margin", "points": points})
            }
            3 => {
                let convention = ["act_act", "act_365", "thirty_360"][self.die(3)];
                json!({"name": "interest_day_count", "convention": convention})
            }
            4 => json!({"name": "interest_start", "days": days}),
            5 => json!({"name": "notice_days", "days": days}),
            6 => json!({"name": "objection_period", "months": days}),
            7 => json!({"name": "use_period", "months": 1 + days}),
            8 => json!({"name": "proof_term", "rules": "anbest_gk", "months": days}),
            9 => json!({"name": "interim_proof_term", "months": days}),
            10 => json!({"name": "proof_check_term", "months": days}),
            11 => json!({"name": "small_amount", "amount_cents": 1000 + days}),
            12 => {
                let percent = ["90", "85", "100", "60"][self.die(4)];
                json!({"name": "highest_quota", "percent": percent})
            }
            13 => json!({"name": "one_open_draw", "on": on}),
            14 => {
                json!({"name": "repayment_is_revenue", "title": TITLES[self.die(3)], "on": on})
            }
            15 => json!({"name": "fixed_amount_capped", "on": on}),
            _ => match days {
                0 => json!({"name": "retention_period", "years": 10}),
                _ => json!({"name": "letterhead", "authority": {"name": "Amt", "line": "Weg 1",
                    "town": "Erfurt", "contact": "amt@example.org"}}),
            },
        }
    }

    fn list_read(&mut self) -> Value {
        let (first, last) = (self.on.to_string(), (self.on + chrono::Days::new(9)).to_string());
        let row = json!({"line": 7, "voucher": "K-7", "day": first, "amount_cents": 12_345,
            "text": "Zuweisung", "doubt": "amount_differs"});
        let earlier: Vec<u64> = self.facts.of_kind("cash_list_read").map(|fact| fact.seq).collect();
        let entry = self.one(&earlier).copied().unwrap_or(2);
        match self.die(5) {
            0 => json!({"first": last, "last": first}),
            1 => json!({"first": first, "last": last,
                "cleared": [{"entry": entry, "line": 7 + self.die(2)}]}),
            2 => json!({"first": first, "last": last, "more": 3}),
            _ => json!({"first": first, "last": last, "rows": [row]}),
        }
    }

    fn restored(&mut self) -> Value {
        let hash = ["ab".repeat(32), "ab".repeat(32), "AB".repeat(32)][self.die(3)].clone();
        let known = [1, 1, 2, 0][self.die(4)];
        match self.die(3) {
            0 => json!({"known": known, "sha256": hash}),
            1 => json!({"known": 1, "sha256": "cd".repeat(32), "replaced_known": known + 1,
                "replaced_sha256": hash}),
            _ => json!({"known": known, "sha256": "12".repeat(32), "replaced_known": 9,
                "replaced_sha256": "12".repeat(32)}),
        }
    }
}
