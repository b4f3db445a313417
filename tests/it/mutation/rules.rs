//! Attacks on rules that concern several entries: who signs, closed years, what is in force.

use foerderbuch::domain::{Kind, Stage};
use rusqlite::types::Value;

use super::attacks::Cases;
use super::ledger::{LATE, OTHER, OWN, PLENTY, SHORT};
use super::scribe::{entry, of_year, put, text};

/// Where `beside` lays a row too many or too few.
const GRANT: (&str, &str) = ("G1", OWN);

impl Cases<'_> {
    /// Attestations, orders and reconciliations (I13, I12).
    pub(super) fn four_eyes(&mut self) {
        let good = self.good;
        let (arithmetic, factual) = (Kind::ArithmeticAttested, Kind::FactuallyAttested);
        let on = |kind: Kind, person: i64| entry(kind).by(person).on(good.draw);
        let lines = [(good.available, -5), (good.blocked, 5)];
        let order = |person: i64| on(Kind::PaymentOrdered, person).lines(&lines);
        for (name, kind) in [("arithmetic", arithmetic), ("factual", factual)] {
            let again = on(kind, 5);
            self.entry(&format!("{name} attestation again"), "I13: attested already", &again);
            let target = good.targets["draw_requested"];
            let other = if kind == arithmetic { factual } else { arithmetic };
            for (second, words) in [(4, ""), (5, "I13: attested already, or both")] {
                self.push(&format!("{name} first, then by {second}"), words, |scribe| {
                    scribe.seal(&entry(kind).by(5).on(target));
                    scribe.seal(&entry(other).by(second).on(target));
                });
            }
            self.push(&format!("ordered with {name} alone"), "I13: ordered without", |scribe| {
                scribe.seal(&entry(kind).by(5).on(target));
                scribe.seal(&entry(Kind::PaymentOrdered).by(4).on(target).lines(&lines));
            });
        }
        self.entry("ordered by who attested", "I13: ordered without", &order(1));
        self.entry("ordered by who attested factually", "I13: ordered without", &order(2));
        self.entry("ordered by whose attestation went back", "", &order(5));
        self.entry("ordered by who requested", "I13: the second pair", &order(3));
        let reduced = on(Kind::DrawReduced, 1).lines(&lines);
        self.entry("reduced by who attested", "", &reduced);
        self.push("ordered after it went back", "I13: ordered without", |scribe| {
            scribe.seal(&on(Kind::DrawSentBack, 5));
            scribe.seal(&order(4));
        });
        self.examiners();
        let paid = good.targets["payment_confirmed"];
        // The target is ordered by person 5: made in turns of 3, 5, 4.
        let own = entry(Kind::PaymentReconciled).by(5).on(paid);
        self.entry("reconciled by who ordered", "I13: who reconciles", &own);
        // A return by 3 of a payment whose draw 4 requested and 1 and 2 attested.
        for (person, words) in [
            (1, "I13: ordered again"),
            (2, "I13: ordered again"),
            (4, "I13: ordered again"),
            (3, "I13: the second pair"),
            (5, ""),
        ] {
            self.push(&format!("ordered again by {person}"), words, |scribe| {
                let returned = scribe.seal(&entry(Kind::PaymentReturned).lines(&lines).on(paid));
                scribe.seal(&entry(Kind::HeldOrdered).by(person).on(returned));
            });
        }
        let place = good.scribe.fresh().account("paid", PLENTY, (good.year, 0), GRANT);
        for (kind, to) in [(Kind::PaymentConfirmed, place), (Kind::OrderCancelled, good.requested)]
        {
            for (amount, words) in [(5_000, ""), (4_000, "I12: an order is paid")] {
                let part = entry(kind).lines(&[(good.ordered, -amount), (to, amount)]);
                let name = format!("{} of {amount}", kind.as_str());
                self.entry(&name, words, &part.on(good.open_order));
            }
        }
        for actor in [0, 99, good.scribe.bank_account] {
            let foreign = entry(Kind::GrantAmended).by(actor);
            self.entry(&format!("by the unknown person {actor}"), "I23: the person", &foreign);
        }
    }

    /// Who examined an application does not grant it; who examined another one may (I13).
    fn examiners(&mut self) {
        let good = self.good;
        for (name, examiner, kind, words) in [
            ("granted by who examined", 4, Kind::GrantIssued, "I13: who grants has examined"),
            ("granted by another", 5, Kind::GrantIssued, ""),
            ("rejected by who examined", 4, Kind::ApplicationRejected, ""),
        ] {
            self.push(name, words, |scribe| {
                scribe.seal(&good.fit(Kind::ApplicationExamined).by(examiner));
                scribe.seal(&good.fit(kind));
            });
        }
        self.entry("granted by who examined another", "", &good.fit(Kind::GrantIssued).by(2));
    }

    /// Closed and settled years (I16).
    pub(super) fn year_end(&mut self) {
        let good = self.good;
        let (closed, open) = (good.closed, good.available);
        for stage in Stage::ALL.iter().filter(|stage| stage.is_money()) {
            let of_grant = Stage::OPEN.contains(stage) || stage.is_actual();
            let words = if stage.is_actual() { "" } else { "I16: the books" };
            let amount = match stage {
                Stage::Appropriated | Stage::Exceeded | Stage::CoverIn | Stage::CarriedIn => -5,
                _ => 5,
            };
            self.push(&format!("{} of a closed year", stage.as_str()), words, |scribe| {
                let grant = if of_grant { ("G4", OWN) } else { ("", "") };
                let place = scribe.account(stage.as_str(), LATE, (closed, 0), grant);
                let back = entry(Kind::GrantReduced).lines(&[(open, -amount), (place, amount)]);
                scribe.seal(&back);
            });
        }
        let back = |scribe: &mut super::scribe::Scribe, to: &str, on: i64, amount: i64| {
            let grant = if to == "committed" { ("G4", OWN) } else { ("", "") };
            let from = scribe.account("available", LATE, (closed, 0), ("", ""));
            let to = scribe.account(to, LATE, (closed, 0), grant);
            let lines = [(from, amount), (to, -amount)];
            scribe.seal(&entry(Kind::Reversed).of(grant.1).lines(&lines).on(on));
        };
        let words = "I16: the books";
        self.push("reversed from before the closing", words, |scribe| {
            back(scribe, "committed", good.before, 10);
        });
        self.push("reversed from after the closing", "", |scribe| {
            back(scribe, "lapsed", good.after, 5);
        });
        self.push("carried into a closed year", "I16: the books", |scribe| {
            let next = scribe.account("available", LATE, (closed, 0), ("", ""));
            let source = scribe.account("carried_in", LATE, (closed, 0), ("", ""));
            let lines = [(source, -5), (next, 5)];
            scribe.seal(&of_year(Kind::CarryOverFormed, closed - 1).lines(&lines));
        });
        self.push("a remainder of a settled year", "I16: the year is settled", |scribe| {
            let from = scribe.account("available", LATE, (good.settled, 0), ("", ""));
            let to = scribe.account("carried_out", LATE, (good.settled, 0), ("", ""));
            let lines = [(from, -5), (to, 5)];
            scribe.seal(&of_year(Kind::CarryOverFormed, good.settled).lines(&lines));
        });
        self.push("a claim of a settled year", "", |scribe| {
            let paid = scribe.account("paid", LATE, (good.settled, 0), ("G4", OWN));
            scribe.seal(&entry(Kind::GrantReduced).lines(&[(open, -5), (paid, 5)]));
        });
        self.year_steps();
    }

    /// Closings and settlements themselves (I16).
    fn year_steps(&mut self) {
        let good = self.good;
        let (closed, open) = (good.closed, good.available);
        let done = "I16: the year is closed or settled already";
        let again = |kind: Kind, year: i64| of_year(kind, year);
        self.entry("closed twice", done, &again(Kind::BooksClosed, closed));
        self.entry("settled twice", done, &again(Kind::YearSettled, good.settled));
        let early = again(Kind::YearSettled, good.settled + 4);
        self.entry("settled before it is closed", "I16: the books of the year are not", &early);
        let undone = entry(Kind::Reversed).on(good.settled_closing);
        self.entry("a closing undone under a settlement", "I16: the year is settled", &undone);
        let open_still = "I16: money of the year is still";
        for (kind, stage, words) in [
            (Kind::BooksClosed, "requested", open_still),
            (Kind::BooksClosed, "ordered", open_still),
            (Kind::BooksClosed, "available", ""),
            (Kind::YearSettled, "available", open_still),
            (Kind::YearSettled, "blocked", open_still),
            (Kind::YearSettled, "committed", open_still),
            (Kind::YearSettled, "paid", ""),
        ] {
            self.push(&format!("{} with money at {stage}", kind.as_str()), words, |scribe| {
                let year = good.settled + 4;
                let of_title = ["available", "blocked"].contains(&stage);
                let grant = if of_title { ("", "") } else { ("G5", OWN) };
                let place = scribe.account(stage, LATE, (year, 0), grant);
                scribe.seal(&entry(Kind::GrantIncreased).lines(&[(open, -5), (place, 5)]));
                if kind == Kind::YearSettled {
                    scribe.seal(&of_year(Kind::BooksClosed, year));
                }
                scribe.seal(&of_year(kind, year));
            });
        }
    }

    /// Rows that do not fit the entry that seals them (I18, I19).
    pub(super) fn beside(&mut self) {
        let good = self.good;
        let line = |scribe: &super::scribe::Scribe, grant: &str, recipient: &str, day: &str| {
            let mut values = vec![text(grant), text(PLENTY), good.year.into(), 0.into()];
            values.extend([text(recipient), text(day), scribe.next.into(), 5.into()]);
            put("INSERT", "due_line", values)
        };
        let today = good.scribe.day.clone();
        for (name, recipient, day, words) in [
            ("a due line", OWN, &*today, ""),
            ("a due line of another recipient", OTHER, &today, "I18: a due line"),
            ("a due line of another day", OWN, "2020-12-01", "I18: a due line"),
        ] {
            self.push(name, words, |scribe| {
                scribe.steps.push(line(scribe, "G1", recipient, day));
                let grant = vec![text("G1"), scribe.next.into()];
                scribe.steps.push(put("INSERT", "event_grant", grant));
                scribe.seal(&entry(Kind::GrantAmended));
            });
        }
        let words = "I19: the entry moves a grant";
        self.push("a due line of a grant that is not concerned", words, |scribe| {
            scribe.steps.push(line(scribe, "G1", OWN, &today));
            scribe.seal(&entry(Kind::GrantAmended));
        });
        let lines = [(good.committed, -5), (good.available, 5)];
        let bare = entry(Kind::GrantReduced).lines(&lines).bare();
        self.entry("postings on a grant that is not concerned", words, &bare);
        for (day, words) in [("2020-12-01", "I19: a version"), ("2030-01-01", "")] {
            self.push(&format!("a version of {day}"), words, |scribe| {
                let mut values = vec![text("milestone"), text("K"), text(day)];
                values.extend([scribe.next.into(), text("{}")]);
                scribe.steps.push(put("INSERT", "entity_version", values));
                scribe.seal(&entry(Kind::GrantAmended));
            });
        }
    }

    /// More than is granted on a due line, more than the ceiling (I9, I11).
    pub(super) fn in_force(&mut self) {
        let good = self.good;
        let year = good.year;
        let places = ["committed", "requested", "ordered", "paid", "held"]
            .map(|stage| (stage, PLENTY, year, "G8"));
        let others = [
            ("committed", "0000 00008", year, "G1"),
            ("committed", PLENTY, year + 2, "G1"),
            ("committed", PLENTY, year, "G1"),
        ];
        for (stage, title, year, grant) in places.into_iter().chain(others) {
            let name = format!("{stage} of {grant}, {title}, {year} beyond its due line");
            self.push(&name, "I9: more than is granted", |scribe| {
                let place = scribe.account(stage, title, (year, 0), (grant, OWN));
                let lines = [(good.available, -5), (place, 5)];
                scribe.steps.push(put(
                    "INSERT",
                    "event_grant",
                    vec![text(grant), Value::from(scribe.next)],
                ));
                scribe.seal(&entry(Kind::GrantIncreased).lines(&lines).bare());
            });
        }
        self.push("a due line that falls alone", "I9: more than is granted", |scribe| {
            let mut values = vec![text("G1"), text(PLENTY), year.into(), 0.into(), text(OWN)];
            values.extend([text(&good.scribe.day), scribe.next.into(), (-1).into()]);
            scribe.steps.push(put("INSERT", "due_line", values));
            let grant = vec![text("G1"), scribe.next.into()];
            scribe.steps.push(put("INSERT", "event_grant", grant));
            scribe.seal(&entry(Kind::GrantAmended));
        });
        let source = good.scribe.fresh().account("appropriated", SHORT, (year, 0), ("", ""));
        let lines = [(source, -8_000_000_000), (good.available, 8_000_000_000)];
        let voted = entry(Kind::AppropriationVoted).lines(&lines);
        self.entry("more than the ceiling", "I11: more than the ceiling", &voted);
    }
}
