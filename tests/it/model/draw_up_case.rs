//! What the clerk draws up for recipients, cases, milestones and all that refers to an entry.

use chrono::Datelike as _;
use foerderbuch::domain::Day;
use serde_json::{Value, json};

use super::draw_up::{Clerk, REASON, RECIPIENTS, TITLES, line};
use super::facts::{Cents, Fact, Read as _};
use super::rules_case::settled;
use super::rules_money::interest;

impl<'a> Clerk<'a> {
    /// A kind that belongs to a recipient, or may, and refers to nothing.
    pub fn of_recipient(&mut self, kind: &str) -> Option<(String, Value)> {
        let recipient = RECIPIENTS[[0, 0, 0, 1, 1, 2][self.die(6)]].to_owned();
        Some(match kind {
            "recipient_registered" => {
                let until = self.chance(3).then(|| self.on.to_string());
                let successor = self.chance(3).then_some(RECIPIENTS[1]);
                let body = json!({"key": recipient, "name": "Kreis", "recipient_type": "county",
                    "valid_until": until, "successor": successor});
                (recipient, without_nulls(body))
            }
            "bank_account_recorded" => {
                let iban = ["DE89370400440532013000", "DE75512108001245126199"][self.die(2)];
                (recipient, json!({"iban": iban, "holder": "Kreiskasse"}))
            }
            "application_received" => (recipient, self.application()),
            "carry_over_formed" => self.carry_over(),
            "milestone_planned" | "milestone_forecast" | "milestone_reached"
            | "indicator_defined" | "indicator_read" => self.progress(kind, recipient),
            "document_issued" => (recipient, self.paper()),
            "draw_requested" => self.draw(recipient),
            "case_closed" => {
                let closable = self.closable();
                let notice = self.one(&closable).copied().or_else(|| self.notice())?;
                let mut body = json!({"grant": notice.grant(), "result": "erledigt"});
                if self.chance(3) {
                    body["bound_until"] = (self.on + chrono::Days::new(900)).to_string().into();
                }
                (notice.recipient.clone(), body)
            }
            _ => {
                let unspent = if kind == "grant_reduced" { self.unspent() } else { Vec::new() };
                let notice = self.one(&unspent).copied().or_else(|| self.notice())?;
                self.on = self.on.max(notice.on);
                (notice.recipient.clone(), self.on_grant(kind, notice)?)
            }
        })
    }

    fn notice(&mut self) -> Option<&'a Fact> {
        let notices: Vec<&Fact> = self.facts.of_kind("grant_issued").collect();
        self.one(&notices).copied()
    }

    fn application(&mut self) -> Value {
        let taken = self.facts.of_kind("application_received").count();
        let number = if self.chance(12) { 1 } else { taken + 1 };
        let requested = 2 * self.amount() + 200_000;
        let third = [0, 50_000][self.die(2)];
        let eligible = requested * 5 / 4 + third;
        let own = eligible - requested - third + 10_000;
        json!({"grant": format!("G{number}"), "purpose": "Rechenzentrum",
            "requested_cents": requested,
            "plan": {"total_cents": eligible + 10_000, "eligible_cents": eligible,
                "own_cents": own, "third_party_cents": third}})
    }

    /// A paper; now and then one without hash, or of a Datenstand that no ledger has.
    fn paper(&mut self) -> Value {
        let hash = ["ab".repeat(32), "ab".repeat(32), "AB".repeat(32)][self.die(3)].clone();
        let known = [1, 1, 2, 0][self.die(4)];
        json!({"document": "statement", "as_of": self.on.to_string(), "length": 81_234,
            "known": known, "language": "de", "sha256": hash})
    }

    fn progress(&mut self, kind: &str, recipient: String) -> (String, Value) {
        let recipient = if self.chance(3) { String::new() } else { recipient };
        let creates = if kind.starts_with('m') { "milestone_planned" } else { "indicator_defined" };
        let known: Vec<&Fact> =
            self.facts.of_kind(creates).filter(|fact| fact.on <= self.on).collect();
        let known = self.one(&known).copied().filter(|_| kind != creates || self.chance(3));
        let item = self.die(2);
        let recipient = known.map_or(recipient, |known| known.recipient.clone());
        let key = |stem: &str, number: usize| match known {
            Some(known) if stem == "M" => known.body.text("milestone").to_owned(),
            Some(known) => known.body.text("indicator").to_owned(),
            None => format!("{stem}-{recipient}-{number}"),
        };
        let date = json!({"precision": "day", "from": self.on.to_string()});
        let mut dates = vec![date.clone(), date];
        dates.push(json!({"precision": "quarter", "from": format!("{}-04-01", self.on.year())}));
        dates.push(json!({"precision": "period", "from": "2019-05-01", "until": "2020-04-30"}));
        let date = dates[self.die(4)].clone();
        let name = json!({"de": "Ziel", "en": "Goal"});
        let grants: Vec<&Fact> = self
            .facts
            .of_kind("grant_issued")
            .filter(|notice| notice.recipient == recipient && notice.on <= self.on)
            .collect();
        let body = match kind {
            "milestone_planned" => {
                let mut body = json!({"milestone": key("M", item), "name": name, "plan": date});
                if let Some(notice) = self.one(&grants).copied()
                    && self.chance(2)
                {
                    body["grant"] = notice.grant().into();
                    if self.chance(2) {
                        body["blocking_clause"] = "Auflage 3".into();
                    }
                    if self.chance(2) {
                        body["due"] = json!({"fiscal_year": self.on.year()});
                    }
                }
                body
            }
            "milestone_forecast" => {
                json!({"milestone": key("M", item), "forecast": date, "reason": REASON})
            }
            "milestone_reached" => {
                json!({"milestone": key("M", item), "actual": date, "proof": "Protokoll"})
            }
            "indicator_defined" => {
                let money: Vec<&str> = grants.iter().map(|notice| notice.grant()).collect();
                json!({"indicator": key("I", item), "name": name, "baseline": name,
                    "target": name, "money_of": money})
            }
            _ => json!({"indicator": key("I", item), "value": "12.5", "at": date}),
        };
        (recipient, body)
    }

    fn draw(&mut self, recipient: String) -> (String, Value) {
        let lines = self.drawable();
        let Some((place, left)) = self.one(&lines).copied() else {
            let notice = self.notice();
            let grant = notice.map_or("G1", Fact::grant);
            let recipient = notice.map_or(recipient, |notice| notice.recipient.clone());
            let amount = self.amount();
            return (recipient, json!({"line": line(grant, self.title(), self.year(), amount)}));
        };
        let cents = if self.chance(2) { self.part(left) } else { self.part(left / 2) };
        let mut body = json!({"line": line(&place.grant, &place.title, place.year, cents)});
        if self.chance(3) {
            let until = self.on + chrono::Days::new(25 * self.die(4) as u64);
            body["need"] = json!({"until": until.to_string(), "need_cents": cents + 500,
                "unspent_cents": 500});
        }
        (place.recipient.clone(), body)
    }

    fn carry_over(&mut self) -> (String, Value) {
        let year = self.ended_year();
        let places = self.facts.places(Day::MAX, u64::MAX);
        let stages = ["available", "committed"];
        let open: Vec<_> = places
            .into_iter()
            .filter(|(place, cents)| {
                place.year == year && *cents > 0 && stages.contains(&place.stage)
            })
            .collect();
        let cover = ["additional", "charged"][self.die(2)];
        let mut body = json!({"fiscal_year": year, "cover": cover, "reason": REASON,
            "title": TITLES[0], "amount_cents": 10_000});
        let Some((place, cents)) = self.one(&open) else { return (String::new(), body) };
        body["title"] = place.title.clone().into();
        body["amount_cents"] = self.part(*cents).into();
        if !place.grant.is_empty() {
            body["grant"] = place.grant.clone().into();
        }
        (place.recipient.clone(), body)
    }

    /// A due line of this year, or of a later one with authority of this year.
    fn due_line(&mut self, cents: i64) -> Value {
        let (title, this) = (self.title(), self.on.year());
        let known = self.facts.of_kind("title_registered").any(|f| f.body.text("title") == title);
        let title = if known || self.chance(9) { title } else { TITLES[0] };
        let year = this + [0, 0, 0, 0, 1, 1, 2][self.die(7)];
        let mut most = self.facts.free(self.on, title, year);
        if year > this {
            most = self.facts.lowest_from(self.on, |place| {
                place.stage == "ve_free"
                    && (place.title.as_str(), place.year, place.due) == (title, this, year)
            });
        }
        let most = i64::try_from(most).unwrap();
        let over = self.chance(9) || most <= 0;
        let cents = if over { cents } else { cents.min(most) };
        let mut due = json!({"title": title, "fiscal_year": year, "amount_cents": cents});
        if (year > this) != self.chance(24) {
            due["authority_year"] = this.into();
        }
        due
    }

    /// A part of a due line that is not drawn, with what becomes of its authority.
    fn reduction(&mut self, grant: &str) -> Value {
        let places = self.facts.places(self.on, u64::MAX);
        let open: Vec<_> = places
            .iter()
            .filter(|(place, cents)| {
                place.stage == "committed" && place.grant == grant && **cents > 0
            })
            .collect();
        let Some((place, cents)) = self.one(&open) else {
            return json!({"title": TITLES[0], "fiscal_year": self.on.year(), "amount_cents": 100});
        };
        let mut taken = json!({"title": place.title, "fiscal_year": place.year});
        let authority = places.iter().find(|(used, cents)| {
            used.stage == "ve_used"
                && used.grant == grant
                && used.due == place.year
                && used.title == place.title
                && **cents > 0
        });
        let mut left = **cents;
        if let Some((used, used_cents)) = authority {
            let way = if used.year == self.on.year() { "free" } else { "lapsed" };
            taken["authority_year"] = used.year.into();
            taken["authority_return"] = way.into();
            left = left.min(*used_cents);
        }
        taken["amount_cents"] = self.part(left).into();
        taken
    }

    fn on_grant(&mut self, kind: &str, notice: &Fact) -> Option<Value> {
        let grant = notice.grant();
        let eligible = self.chance(4).then(|| 2 * self.amount() + 1_000_000);
        Some(without_nulls(match kind {
            "grant_amended" => {
                let quota = ["80", "66.67", "110"][self.die(3)];
                let quota = self.chance(3).then_some(quota);
                let until = self.chance(3).then_some("2024-12-31");
                let purpose = self.chance(3).then_some("Leitung");
                json!({"grant": grant, "reason": REASON, "period_until": until,
                    "quota_percent": quota, "purpose": purpose, "eligible_cents": eligible})
            }
            "grant_increased" => {
                let cents = [10_000, 33_333, 250_000][self.die(3)];
                json!({"grant": grant, "lines": [self.due_line(cents)], "reason": REASON,
                    "eligible_cents": eligible})
            }
            "grant_reduced" => {
                let now = self.facts.of_notice(self.on, grant, "eligible_cents");
                let less = now.as_i64().unwrap_or_default() / 20 * 19;
                json!({"grant": grant, "lines": [self.reduction(grant)], "reason": REASON,
                    "eligible_cents": eligible.map(|_| less)})
            }
            "due_shifted" => {
                let from = self.reduction(grant);
                let mut to = self.due_line(from.cents("amount_cents").try_into().unwrap());
                to["title"] = from["title"].clone();
                json!({"grant": grant, "from": from, "to": to, "reason": REASON})
            }
            "beneficiary_named" => {
                json!({"grant": grant, "key": "16066023", "name": "Gemeinde Rhönblick"})
            }
            "proof_received" => {
                let proof = ["final", "final", "interim"][self.die(3)];
                let eligible = self.facts.of_notice(self.on, grant, "eligible_cents");
                let eligible = eligible.as_i64().unwrap_or(100_000).clamp(100, 9_000_000_000);
                let actual = [eligible, eligible * 9 / 10, eligible * 11 / 10][self.die(3)];
                let third = [0, 60_000][self.die(2)];
                json!({"grant": grant, "proof": proof, "covers_until": self.on.to_string(),
                    "eligible_cents": actual, "third_party_cents": third, "certified": true})
            }
            "proof_reminded" => {
                let until = self.on + chrono::Days::new(30);
                json!({"grant": grant, "until": until.to_string()})
            }
            _ => return None,
        }))
    }

    /// What refers to an earlier entry.
    pub fn following(&mut self, kind: &str, of: &Fact) -> Option<Value> {
        let grant = of.grant();
        let with_reason = || json!({"grant": grant, "reason": REASON});
        if of.body.has("line") && of.kind != "commitment_restored" {
            return Some(self.on_line(kind, of));
        }
        Some(match kind {
            "bank_account_confirmed" => json!({"checked_by": "Rückruf"}),
            "block_lifted" | "authority_unblocked" => {
                let mut body = of.body.clone();
                let fields = body.as_object_mut().unwrap();
                for field in ["ground", "percent", "until"] {
                    fields.remove(field);
                }
                body["amount_cents"] = self.part(self.facts.left(of)).into();
                body
            }
            "examination_noted" => json!({"grant": grant, "step": "begun", "note": "begonnen"}),
            "application_examined" => self.examined(grant),
            "early_start_consented" => {
                json!({"grant": grant, "requested_on": self.on.to_string(),
                    "valid_from": self.on.to_string(), "reason": REASON})
            }
            "application_rejected" | "application_withdrawn" => with_reason(),
            "grant_issued" => self.notice_on(of),
            "notice_announced" => {
                let manner = ["receipt", "post"][self.die(2)];
                json!({"grant": grant, "manner": manner})
            }
            "remedy_waived" => json!({"grant": grant}),
            "notice_challenged" => json!({"grant": grant, "court_file": "4 K 17/20"}),
            "challenge_ended" => {
                let outcome = ["dismissed", "dismissed", "annulled"][self.die(3)];
                json!({"grant": grant, "outcome": outcome})
            }
            "proof_checked" => {
                let mut body = json!({"grant": grant, "result": "clean", "note": "geprüft"});
                if of.body.text("proof") == "final" {
                    let fixed = i64::try_from(settled(self.facts, self.on, of)).unwrap();
                    let less = self.chance(3);
                    body["result"] = if less { "objections" } else { "clean" }.into();
                    body["settled_cents"] = (fixed - i64::from(less) * 5_000).into();
                }
                body
            }
            "interest_received" | "interest_waived" => self.interest_settled(kind, of),
            "reversed" => json!({"reason": "falsch erfasst"}),
            _ => return None,
        })
    }

    fn examined(&mut self, grant: &str) -> Value {
        let mut body = json!({"grant": grant, "result": "förderfähig",
            "no_double_funding": !self.chance(12)});
        if self.chance(5) {
            body["contract_on"] = self.on.to_string().into();
            if self.chance(2) {
                body["start_checked"] = "unschädlich".into();
            }
        }
        body
    }

    fn notice_on(&mut self, application: &Fact) -> Value {
        let requested = application.body.cents("requested_cents");
        let requested = i64::try_from(requested.clamp(10, 9_000_000_000)).unwrap();
        let financing = ["share", "shortfall", "fixed_amount", "full"][self.die(4)];
        let mut lines = vec![self.due_line(requested / 2)];
        if self.chance(2) {
            lines.push(self.due_line(requested / 4));
        }
        let plan = &application.body["plan"];
        let mut body = json!({"grant": application.grant(), "purpose": "Rechenzentrum",
            "financing": financing, "eligible_cents": plan["eligible_cents"],
            "cash_reference": "KZ 1", "period_until": "2025-12-31", "lines": lines,
            "total_cents": plan["total_cents"], "third_party_cents": plan["third_party_cents"]});
        if financing == "share" {
            body["quota_percent"] = ["80", "90", "66.67", "40"][self.die(4)].into();
        }
        if self.chance(2) {
            body["urgent_reason"] = "duldet keinen Aufschub".into();
        }
        body
    }

    fn interest_settled(&mut self, kind: &str, of: &Fact) -> Value {
        let mut charge = of.body["charge"].clone();
        charge["amount_cents"] = self.part(self.facts.left(of)).into();
        if kind == "interest_waived" {
            return json!({"charge": charge, "interest": of.body["interest"], "reason": REASON});
        }
        let assessed = charge["fiscal_year"].clone();
        charge["fiscal_year"] = self.on.year().into();
        json!({"charge": charge, "interest": of.body["interest"], "assessed_year": assessed})
    }

    /// What refers to an entry that moved an amount of a due line.
    fn on_line(&mut self, kind: &str, of: &Fact) -> Value {
        let mut line = of.body["line"].clone();
        let left: Cents = self.facts.left(of);
        let cents = match kind {
            "payment_confirmed" | "order_cancelled" | "draw_rejected" | "draw_withdrawn"
            | "held_paid" => i64::try_from(left.max(1)).unwrap(),
            _ => self.part(left),
        };
        line["amount_cents"] = cents.into();
        let (grant, year) = (of.grant(), line.year("fiscal_year"));
        let closed = self.facts.closing(year).is_some();
        let is_revenue = self
            .facts
            .setting(self.on, "repayment_is_revenue", |setting| setting["title"] == line["title"]);
        let revenue = closed || is_revenue.is_some_and(|found| found.is("on"));
        let revenue_year = (revenue != self.chance(16)).then_some(self.on.year());
        without_nulls(match kind {
            "arithmetic_attested"
            | "factually_attested"
            | "order_handed_over"
            | "payment_reconciled" => json!({"grant": grant}),
            "draw_sent_back" => json!({"grant": grant, "reason": REASON}),
            "payment_ordered" | "held_ordered" => self.order(kind, of, &line),
            "payment_confirmed" | "held_paid" => json!({"line": line}),
            "payment_returned" => {
                let held = closed != self.chance(16);
                json!({"line": line, "held": held, "reason": REASON})
            }
            "payment_rebooked" => self.rebooked(of, line),
            "claim_raised" => json!({"line": line, "reason": REASON, "ground": "revocation",
                "due_on": (self.on + chrono::Days::new(30)).to_string()}),
            "claim_repaid" => {
                let payments = ["payment_confirmed", "held_paid"];
                let own = self.facts.live().filter(|f| f.recipient == of.recipient);
                let own: Vec<u64> = own
                    .filter(|f| payments.contains(&f.kind) && f.on >= of.on && f.on <= self.on)
                    .map(|f| f.seq)
                    .collect();
                let set_off = self.one(&own).copied();
                let set_off = set_off.filter(|_| self.chance(4));
                json!({"line": line, "revenue_year": revenue_year, "set_off": set_off})
            }
            "claim_deferred" => {
                let until = self.chance(2).then(|| (self.on + chrono::Days::new(60)).to_string());
                let manner = if until.is_some() { "deferred" } else { "suspended" };
                json!({"grant": grant, "manner": manner, "until": until, "reason": REASON})
            }
            "unused_returned" => {
                json!({"line": line, "revenue_year": revenue_year, "reason": REASON})
            }
            "commitment_restored" => {
                let mut due = self.due_line(cents);
                due["title"] = line["title"].clone();
                json!({"grant": grant, "from_year": year, "line": due, "reason": REASON})
            }
            "interest_assessed" => self.interest_on(of),
            "reversed" => json!({"reason": "falsch erfasst"}),
            _ => json!({"line": line, "reason": REASON}),
        })
    }

    fn order(&mut self, kind: &str, of: &Fact, line: &Value) -> Value {
        let usable: Vec<u64> = self
            .facts
            .of_kind("bank_account_recorded")
            .filter(|account| self.facts.usable(self.on, &of.recipient, account.seq))
            .map(|account| account.seq)
            .collect();
        let account = self.one(&usable).copied().unwrap_or(1);
        let mut body = json!({"line": line, "bank_account": account, "payment_text": "RATE 1"});
        if kind == "payment_ordered" && self.chance(8) {
            body["milestone"] = format!("M-{}-0", of.recipient).into();
        }
        body
    }

    /// To another due line of the recipient in the same year.
    fn rebooked(&mut self, of: &Fact, from: Value) -> Value {
        let places = self.facts.places(self.on, u64::MAX);
        let others: Vec<_> = places
            .iter()
            .filter(|(place, cents)| {
                place.stage == "committed"
                    && **cents > 0
                    && place.recipient == of.recipient
                    && place.year == from.year("fiscal_year")
                    && (place.grant != of.grant() || place.title != from.text("title"))
            })
            .collect();
        let (mut from, mut line) = (from.clone(), from);
        if let Some((place, cents)) = self.one(&others) {
            let cents = i64::try_from(line.cents("amount_cents").min(**cents)).unwrap();
            from["amount_cents"] = cents.into();
            line["amount_cents"] = cents.into();
            line["grant"] = place.grant.clone().into();
            line["title"] = place.title.clone().into();
        }
        json!({"from": from, "line": line, "reason": REASON})
    }

    fn interest_on(&mut self, of: &Fact) -> Value {
        let later = of.on + chrono::Days::new(40 * (1 + self.die(6) as u64));
        let days = (of.on, later.min(self.on));
        let principal = self.part(of.amount());
        let of_claim = of.kind == "claim_raised";
        let found = interest(self.facts, self.on, of, principal.into(), days);
        let cents = i64::try_from(found.unwrap_or(100)).unwrap();
        let line = &of.body["line"];
        json!({"charge": {"grant": of.grant(), "title": line["title"],
                "fiscal_year": self.on.year(), "amount_cents": cents},
            "interest": if of_claim { "reclaim" } else { "delay" },
            "principal_cents": principal, "event_on": days.0.to_string(),
            "until": days.1.to_string(), "due_on": self.on.to_string()})
    }
}

fn without_nulls(mut body: Value) -> Value {
    if let Some(fields) = body.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    body
}
