//! The naive reference: a list of what was accepted, and sums that are added up anew each time.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use foerderbuch::domain::Day;
use serde_json::Value;

use super::moves::{self, LineChange, Move, Place};

/// Cents, wide enough for the sum of whatever somebody may write.
pub type Cents = i128;

/// What somebody wants to book, or what was booked.
#[derive(Clone, Debug)]
pub struct Fact {
    pub seq: u64,
    pub uid: [u8; 16],
    pub kind: &'static str,
    pub recipient: String,
    pub on: Day,
    /// Microseconds since 1970 UTC.
    pub now: i64,
    pub actor: u32,
    pub voucher: String,
    pub reference: Option<u64>,
    pub body: Value,
    pub moves: Vec<Move>,
    pub lines: Vec<LineChange>,
    /// Reversed later.
    pub undone: bool,
}

/// Fields of a body as they are written.
pub trait Read {
    fn text(&self, field: &str) -> &str;
    fn cents(&self, field: &str) -> Cents;
    fn year(&self, field: &str) -> i32;
    fn has(&self, field: &str) -> bool;
    fn day(&self, field: &str) -> Option<Day>;
    fn is(&self, field: &str) -> bool;
    fn list(&self, field: &str) -> &[Value];
}

impl Read for Value {
    fn text(&self, field: &str) -> &str {
        self[field].as_str().unwrap_or_default()
    }

    fn cents(&self, field: &str) -> Cents {
        self[field].as_i64().unwrap_or_default().into()
    }

    fn year(&self, field: &str) -> i32 {
        i32::try_from(self[field].as_i64().unwrap_or_default()).unwrap_or_default()
    }

    fn has(&self, field: &str) -> bool {
        !self[field].is_null()
    }

    fn day(&self, field: &str) -> Option<Day> {
        self[field].as_str()?.parse().ok()
    }

    fn is(&self, field: &str) -> bool {
        self[field].as_bool().unwrap_or_default()
    }

    fn list(&self, field: &str) -> &[Value] {
        self[field].as_array().map_or(&[], Vec::as_slice)
    }
}

impl Fact {
    /// The due line and amount that it moves.
    pub fn line(&self) -> Option<&Value> {
        self.body.get("line").filter(|_| self.kind != "commitment_restored")
    }

    /// The grant, or application, that it concerns.
    pub fn grant(&self) -> &str {
        let body = &self.body;
        [&body["grant"], &body["line"]["grant"], &body["charge"]["grant"]]
            .into_iter()
            .find_map(Value::as_str)
            .unwrap_or_default()
    }

    /// True when it concerns that grant, also by what it takes from.
    pub fn concerns(&self, grant: &str) -> bool {
        !grant.is_empty() && (self.grant() == grant || self.body["from"].text("grant") == grant)
    }

    pub fn amount(&self) -> Cents {
        let body = &self.body;
        ["line", "charge"]
            .into_iter()
            .find(|part| body.has(part))
            .map_or_else(|| body.cents("amount_cents"), |part| body[part].cents("amount_cents"))
    }

    pub fn order(&self) -> (Day, u64) {
        (self.on, self.seq)
    }
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub all: Vec<Fact>,
}

impl Facts {
    /// Takes in what was accepted.
    pub fn take(&mut self, fact: Fact) {
        if fact.kind == "reversed"
            && let Some(original) = fact.reference
        {
            self.all[usize::try_from(original).unwrap() - 1].undone = true;
        }
        self.all.push(fact);
    }

    pub fn next(&self) -> u64 {
        self.all.len() as u64 + 1
    }

    pub fn get(&self, seq: u64) -> Option<&Fact> {
        self.all.get(usize::try_from(seq).ok()?.checked_sub(1)?)
    }

    /// What `fact` refers to.
    pub fn referred(&self, fact: &Fact) -> Option<&Fact> {
        self.get(fact.reference?)
    }

    /// What counts: no reversal, none reversed.
    pub fn live(&self) -> impl DoubleEndedIterator<Item = &Fact> {
        self.all.iter().filter(|fact| fact.kind != "reversed" && !fact.undone)
    }

    pub fn of_kind(&self, kind: &str) -> impl DoubleEndedIterator<Item = &Fact> {
        self.live().filter(move |fact| fact.kind == kind)
    }

    /// What counts and follows an entry.
    pub fn following(&self, seq: u64) -> impl DoubleEndedIterator<Item = &Fact> {
        self.live().filter(move |fact| fact.reference == Some(seq))
    }

    /// Sum of what follows an entry by one of these kinds.
    pub fn taken(&self, seq: u64, kinds: &[&str]) -> Cents {
        self.following(seq).filter(|fact| kinds.contains(&fact.kind)).map(Fact::amount).sum()
    }

    /// The latest, by day and number, of what counts on a day and fits.
    pub fn latest(&self, day: Day, fits: impl Fn(&Fact) -> bool) -> Option<&Fact> {
        self.live().filter(|fact| fact.on <= day && fits(fact)).max_by_key(|fact| fact.order())
    }

    pub fn moves(&self) -> impl Iterator<Item = (&Fact, &Move)> {
        self.all.iter().flat_map(|fact| fact.moves.iter().map(move |moved| (fact, moved)))
    }

    /// Sums per day of change from `day` on, the first one that of `day` itself.
    pub fn sums_from(&self, day: Day, fits: impl Fn(&Place) -> bool) -> Vec<(Day, Cents)> {
        let mut days: BTreeMap<Day, Cents> = BTreeMap::from([(day, 0)]);
        for (fact, moved) in self.moves().filter(|(_, moved)| fits(&moved.place)) {
            *days.entry(fact.on.max(day)).or_default() += moved.cents;
        }
        let mut running = 0;
        days.into_iter()
            .map(|(on, cents)| {
                running += cents;
                (on, running)
            })
            .collect()
    }

    pub fn lowest_from(&self, day: Day, fits: impl Fn(&Place) -> bool) -> Cents {
        self.sums_from(day, fits).into_iter().map(|(_, sum)| sum).min().unwrap_or_default()
    }

    pub fn highest_from(&self, day: Day, fits: impl Fn(&Place) -> bool) -> Cents {
        self.sums_from(day, fits).into_iter().map(|(_, sum)| sum).max().unwrap_or_default()
    }

    /// What stands where the condition holds, all days.
    pub fn sum(&self, fits: impl Fn(&Place) -> bool) -> Cents {
        self.moves().filter(|(_, moved)| fits(&moved.place)).map(|(_, moved)| moved.cents).sum()
    }

    /// What stands at each place on a day, with the first `known` entries known.
    pub fn places(&self, day: Day, known: u64) -> BTreeMap<&Place, Cents> {
        let mut sums = BTreeMap::new();
        for (fact, moved) in self.moves() {
            if fact.on <= day && fact.seq <= known {
                *sums.entry(&moved.place).or_default() += moved.cents;
            }
        }
        sums
    }

    /// Granted in force: the sum of the changes of due lines.
    pub fn granted(&self, grant: &str) -> Cents {
        let lines = self.all.iter().flat_map(|fact| &fact.lines);
        lines.filter(|line| line.grant == grant).map(|line| line.cents).sum()
    }

    /// Lowest of what a decision could still take on that day or later: nothing below zero, or
    /// below the authority used for a year without vote.
    pub fn free(&self, day: Day, title: &str, year: i32) -> Cents {
        let at = |stage: &'static str| {
            self.sums_from(day, move |place| {
                place.stage == stage && place.title == title && place.year == year
            })
        };
        let (available, voted) = (at("available"), at("appropriated"));
        let used = self.sums_from(day, |place| {
            place.stage == "ve_used" && place.title == title && place.due == year
        });
        let on = |sums: &[(Day, Cents)], day: Day| {
            sums.iter().rev().find(|(from, _)| *from <= day).map_or(0, |(_, sum)| *sum)
        };
        let days = [&available, &voted, &used].into_iter().flatten().map(|(day, _)| *day);
        days.map(|day| {
            let covered = if on(&voted, day) == 0 { on(&used, day) } else { 0 };
            on(&available, day) + covered
        })
        .min()
        .unwrap_or_default()
    }

    /// The closing of a year's books, whatever its day.
    pub fn closing(&self, year: i32) -> Option<&Fact> {
        self.of_kind("books_closed").find(|fact| fact.body.year("fiscal_year") == year)
    }

    pub fn settled(&self, year: i32) -> Option<&Fact> {
        self.of_kind("year_settled").find(|fact| fact.body.year("fiscal_year") == year)
    }

    /// What is left of an entry for others to take.
    pub fn left(&self, fact: &Fact) -> Cents {
        let taken = |kinds: &[&str]| self.taken(fact.seq, kinds);
        let left = fact.amount();
        match fact.kind {
            "draw_requested" => {
                let mut left = left - taken(&["draw_reduced", "draw_rejected", "draw_withdrawn"]);
                for order in self.following(fact.seq).filter(|f| f.kind == "payment_ordered") {
                    left -= order.amount() - self.taken(order.seq, &["order_cancelled"]);
                    let paid = |f: &&Fact| f.kind == "payment_confirmed";
                    for payment in self.following(order.seq).filter(paid) {
                        let back = self.following(payment.seq);
                        let back = back.filter(|f| f.kind == "payment_returned");
                        left +=
                            back.filter(|f| !f.body.is("held")).map(Fact::amount).sum::<Cents>();
                    }
                }
                left
            }
            "payment_ordered" => left - taken(&["payment_confirmed", "order_cancelled"]),
            "payment_confirmed" | "held_paid" | "payment_rebooked" => {
                let gone =
                    ["payment_returned", "unused_returned", "payment_rebooked", "claim_raised"];
                let claims = self.following(fact.seq).filter(|f| f.kind == "claim_raised");
                let annulled: Cents =
                    claims.map(|claim| self.taken(claim.seq, &["claim_annulled"])).sum();
                left - taken(&gone) + annulled
            }
            "payment_returned" if fact.body.is("held") => left - taken(&["held_ordered"]),
            "held_ordered" => left - taken(&["held_paid"]),
            "claim_raised" => left - taken(&["claim_repaid", "claim_waived", "claim_annulled"]),
            "unused_returned" if fact.body.has("revenue_year") => {
                left - taken(&["commitment_restored"])
            }
            "block_set" => left - taken(&["block_lifted"]),
            "authority_blocked" => left - taken(&["authority_unblocked"]),
            "interest_assessed" => left - taken(&["interest_received", "interest_waived"]),
            _ => 0,
        }
    }

    /// The attestations of a draw that stand: none reversed, none sent back since.
    pub fn attestations(&self, draw: u64) -> [Option<&Fact>; 2] {
        let sent_back = self.following(draw).filter(|fact| fact.kind == "draw_sent_back");
        let since = sent_back.map(|fact| fact.seq).max().unwrap_or_default();
        ["arithmetic_attested", "factually_attested"]
            .map(|kind| self.following(draw).rfind(|fact| fact.kind == kind && fact.seq > since))
    }

    /// Who drew what was ordered, paid, and came back, and who attested that draw.
    pub fn drew_or_attested(&self, returned: &Fact) -> Vec<u32> {
        let mut draw = returned;
        while draw.kind != "draw_requested" {
            let Some(before) = self.referred(draw) else { return Vec::new() };
            draw = before;
        }
        let steps = self.following(draw.seq).filter(|fact| fact.kind.ends_with("_attested"));
        steps.map(|fact| fact.actor).chain([draw.actor]).collect()
    }

    /// The value of a setting on a day.
    pub fn setting(&self, day: Day, name: &str, fits: impl Fn(&Value) -> bool) -> Option<&Value> {
        let found = self.latest(day, |fact| {
            fact.kind == "setting_made"
                && fact.body["setting"].text("name") == name
                && fits(&fact.body["setting"])
        });
        found.map(|fact| &fact.body["setting"])
    }

    /// The notice of a grant on a day.
    pub fn notice(&self, day: Day, grant: &str) -> Option<&Fact> {
        self.latest(day, |fact| fact.kind == "grant_issued" && fact.grant() == grant)
    }

    /// A field of the notice on a day, as amended until then.
    pub fn of_notice(&self, day: Day, grant: &str, field: &str) -> Value {
        let amending = ["grant_issued", "grant_amended"];
        let eligible = ["grant_increased", "grant_reduced", "claim_raised"];
        let found = self.latest(day, |fact| {
            fact.grant() == grant
                && fact.body.has(field)
                && (amending.contains(&fact.kind)
                    || field == "eligible_cents" && eligible.contains(&fact.kind))
        });
        found.map_or(Value::Null, |fact| fact.body[field].clone())
    }

    /// A person on a day: the last enrolment.
    pub fn person(&self, day: Day, person: u32) -> Option<&Value> {
        let enrols = |fact: &Fact| {
            ["programme_founded", "person_enrolled"].contains(&fact.kind)
                && fact.body["person"]["person"] == person
        };
        self.latest(day, enrols).map(|fact| &fact.body["person"])
    }

    pub fn has_role(&self, day: Day, person: u32, roles: &[&str]) -> bool {
        self.person(day, person).is_some_and(|found| {
            let held = found.list("roles").iter().any(|role| roles.iter().any(|r| role == r));
            held && found.day("roles_until").is_none_or(|until| day <= until)
        })
    }

    /// True when a bank account may be paid to on a day.
    pub fn usable(&self, day: Day, recipient: &str, account: u64) -> bool {
        let recorded = self.get(account).is_some_and(|fact| {
            fact.kind == "bank_account_recorded"
                && !fact.undone
                && fact.recipient == recipient
                && fact.on <= day
        });
        let confirmed = self.latest(day, |fact| {
            fact.kind == "bank_account_confirmed" && fact.reference == Some(account)
        });
        let returned = self.of_kind("payment_returned").filter(|fact| {
            let payment = self.referred(fact);
            let order = payment.and_then(|payment| self.referred(payment));
            order.is_some_and(|order| order.body["bank_account"] == account)
        });
        let returned = returned.map(Fact::order).max();
        recorded && confirmed.map(Fact::order) > returned
    }

    /// Makes a proposal of a command: moves and changes of due lines are read off its words.
    pub fn propose(&self, mut fact: Fact) -> Fact {
        fact.seq = self.next();
        if fact.kind == "reversed" {
            if let Some(original) = self.referred(&fact) {
                fact.moves = original.moves.iter().map(Move::negated).collect();
                fact.lines = original.lines.iter().map(LineChange::negated).collect();
            }
        } else {
            fact.moves = moves::of(&fact);
            fact.lines = moves::lines(&fact);
        }
        fact
    }
}

/// The day in Berlin: an hour ahead of UTC, two from the last Sunday of March to that of October.
pub fn berlin(now: i64) -> Day {
    let utc = chrono::DateTime::from_timestamp_micros(now).unwrap();
    let change = |month: u32| {
        let last = Day::from_ymd_opt(utc.year(), month, 31).unwrap();
        let back = u64::from(last.weekday().num_days_from_sunday());
        (last - chrono::Days::new(back)).and_hms_opt(1, 0, 0).unwrap().and_utc()
    };
    let summer = change(3) <= utc && utc < change(10);
    (utc + chrono::TimeDelta::hours(if summer { 2 } else { 1 })).date_naive()
}
