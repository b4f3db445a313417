//! What the end of a case rests on: proofs, what they settle, and when a notice is final.

use super::*;

/// What the final proof of use says on a day.
pub enum Proof {
    None,
    Unchecked,
    Checked(Cents),
}

/// The last final proof of a grant on a day, and the amount that its check fixed.
pub fn fixed(facts: &Facts, on: Day, grant: &str) -> Proof {
    let proof = facts.latest(on, |fact| {
        fact.kind == "proof_received" && fact.grant() == grant && fact.body.text("proof") == "final"
    });
    let Some(proof) = proof else { return Proof::None };
    let mut steps = facts.following(proof.seq);
    let check = steps.find(|fact| fact.kind == "proof_checked" && fact.on <= on);
    check.map_or(Proof::Unchecked, |check| Proof::Checked(check.body.cents("settled_cents")))
}

/// The grant as its checked proof of use fixes it.
pub fn settled(facts: &Facts, on: Day, received: &crate::model::facts::Fact) -> Cents {
    let grant = received.grant();
    let granted = facts.granted(grant);
    let cents = |field: &str| facts.of_notice(on, grant, field).as_i64().map(Cents::from);
    let (eligible, third) =
        (received.body.cents("eligible_cents"), received.body.cents("third_party_cents"));
    let own = cents("eligible_cents").unwrap_or_default()
        - granted
        - cents("third_party_cents").unwrap_or_default();
    let due = match facts.of_notice(on, grant, "financing").as_str() {
        Some("share") => {
            let quota = facts.of_notice(on, grant, "quota_percent");
            share(quota.as_str().and_then(millionths).unwrap_or_default(), eligible)
        }
        Some("shortfall") => eligible - own - third,
        Some("full") => eligible - third,
        _ => {
            let capped = facts.setting(on, "fixed_amount_capped", |_| true);
            if capped.is_some_and(|found| !found.is("on")) {
                return granted;
            }
            eligible
        }
    };
    due.min(granted).max(0)
}

/// Whether a notice is final, seen from a day.
pub fn finality(facts: &Facts, on: Day, grant: &str) -> Final {
    let newest = |kind: &str| facts.latest(on, |fact| fact.kind == kind && fact.grant() == grant);
    let mut failed = None;
    for challenge in facts.of_kind("notice_challenged") {
        if challenge.on > on || challenge.grant() != grant {
            continue;
        }
        let dismissed = facts.following(challenge.seq).find(|fact| {
            fact.kind == "challenge_ended"
                && fact.on <= on
                && fact.body.text("outcome") == "dismissed"
        });
        let Some(end) = dismissed else { return Final::Challenged };
        failed = failed.max(Some(end.on));
    }
    if let Some(end) = failed {
        return Final::From(end);
    }
    let Some(notice) = newest("notice_announced") else { return Final::Unannounced };
    let number = |name: &str, field: &str| {
        facts.setting(on, name, |_| true).and_then(|found| found[field].as_u64())
    };
    let mut announced = notice.on;
    if notice.body.text("manner") == "post" {
        let usual = if notice.on.year() < 2025 { 3 } else { 4 };
        announced = announced + chrono::Days::new(number("notice_days", "days").unwrap_or(usual));
    }
    let months = number("objection_period", "months").unwrap_or(1);
    let mut last = months_later(announced, months);
    while idle(last) {
        last = last.succ_opt().unwrap();
    }
    let regular = last.succ_opt().unwrap();
    let waived = newest("remedy_waived").map(|waiver| waiver.on.max(announced));
    Final::From(waived.map_or(regular, |day| day.min(regular)))
}

/// Saturday, Sunday or a holiday in Thüringen.
fn idle(day: Day) -> bool {
    let easter = match day.year() {
        2019 => (4, 21),
        2020 => (4, 12),
        2021 => (4, 4),
        2022 => (4, 17),
        2023 => (4, 9),
        2024 => (3, 31),
        2025 => (4, 20),
        2026 => (4, 5),
        2027 => (3, 28),
        _ => (1, 1),
    };
    let easter = Day::from_ymd_opt(day.year(), easter.0, easter.1).unwrap();
    let fixed = [(1, 1), (5, 1), (9, 20), (10, 3), (10, 31), (12, 25), (12, 26)];
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
        || fixed.contains(&(day.month(), day.day()))
        || [-2, 1, 39, 50].contains(&(day - easter).num_days())
}
