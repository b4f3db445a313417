//! Every kind of the domain against the lists of the schema: what a kind needs, what may follow
//! what, and who may do it. A kind that is added is tried without a line here.

use foerderbuch::domain::Kind;
use foerderbuch::domain::rule::{Nature, RecipientUse};

use super::attacks::Cases;
use super::ledger::{OTHER, OWN};
use super::scribe::entry;

/// Kinds with rules of their own on what they refer to: tried in `four_eyes`.
const ON_DRAWS: [Kind; 4] =
    [Kind::ArithmeticAttested, Kind::FactuallyAttested, Kind::DrawSentBack, Kind::PaymentOrdered];

impl Cases<'_> {
    pub(super) fn every_kind(&mut self) {
        let good = self.good;
        let (available, blocked) = (good.available, good.blocked);
        let lines = |amount: i64| [(available, -amount), (blocked, amount)];
        let beyond = good.scribe.balance(available) + 1;
        for kind in Kind::ALL.iter().copied() {
            // The founding is the first entry alone, a reversal has the postings that it negates.
            if matches!(kind, Kind::ProgrammeFounded | Kind::Reversed) {
                continue;
            }
            let name = kind.as_str();
            let fit = || good.fit(kind);
            self.entry(&format!("{name} as it should be"), "", &fit());
            let money = "I5: a money event needs postings, another has none";
            if kind.nature() == Nature::Record {
                self.entry(&format!("{name} with postings"), money, &fit().lines(&lines(5)));
            } else {
                self.entry(&format!("{name} without postings"), money, &fit().lines(&[]));
                let decision = kind.nature() == Nature::Decision;
                let words = if decision { "I8: more than is available" } else { "" };
                let all = fit().lines(&lines(beyond));
                self.entry(&format!("{name} beyond what is available"), words, &all);
            }
            let words = if kind.needs_voucher() { "needs a voucher" } else { "" };
            self.entry(&format!("{name} without voucher"), words, &fit().without_voucher());
            let wrong = match kind.recipient() {
                RecipientUse::Always => fit().of(""),
                RecipientUse::Never | RecipientUse::Either => fit().of(OWN),
            };
            let free = kind.recipient() == RecipientUse::Either;
            let words = if free { "" } else { "I18" };
            self.entry(&format!("{name} of or without recipient"), words, &wrong);
            if kind.refers_to().is_empty() {
                let wrong = fit().on(good.note);
                self.entry(&format!("{name} on something"), "what it refers to", &wrong);
            } else {
                let wrong = fit().with("ref", rusqlite::types::Value::Null);
                self.entry(&format!("{name} on nothing"), "what it refers to", &wrong);
                if kind.recipient() == RecipientUse::Always {
                    self.entry(&format!("{name} of another"), "I18: it refers", &fit().of(OTHER));
                }
            }
        }
    }

    /// Every two kinds that follow one entry: the second is refused where only one may.
    pub(super) fn followers(&mut self) {
        let good = self.good;
        for referred in Kind::ALL.iter().copied() {
            let followers = || {
                let follows = move |kind: &&Kind| kind.refers_to().contains(&referred);
                Kind::ALL.iter().filter(follows).copied()
            };
            let Some(target) = good.targets.get(referred.as_str()) else { continue };
            for kind in followers() {
                let name = format!("{} on {}", kind.as_str(), referred.as_str());
                let same = good.fit(kind).by(3).on(*target);
                let words = if kind.needs_second_person() { "I13" } else { "" };
                self.entry(&format!("{name} by the same person"), words, &same);
            }
            let plain = || followers().filter(|kind| !ON_DRAWS.contains(kind));
            for first in plain() {
                for second in plain() {
                    let once = second.only_one_of().contains(&first);
                    let words = if once { "I12: decided already" } else { "" };
                    let name = format!("{} after {}", second.as_str(), first.as_str());
                    self.push(&format!("{name} on {}", referred.as_str()), words, |scribe| {
                        scribe.seal(&good.fit(first).by(4).on(*target));
                        scribe.seal(&good.fit(second).by(6).on(*target));
                    });
                }
            }
        }
        let gone = good.fit(Kind::GrantAmended);
        self.entry(
            "an entry of an unknown kind",
            "the kind is unknown",
            &gone.with("kind", "grant_amende".to_owned()),
        );
        let reversed = good.fit(Kind::ProofReceived);
        self.push("on what was reversed", "what it refers to", |scribe| {
            let proof = scribe.seal(&reversed);
            scribe.seal(&entry(Kind::Reversed).of(OWN).on(proof));
            scribe.seal(&entry(Kind::ProofChecked).by(5).on(proof));
        });
        let early = good.fit(Kind::ProofChecked).with("effective_on", "2020-12-01".to_owned());
        self.entry("effective before what it refers to", "I17: effective before", &early);
    }
}
