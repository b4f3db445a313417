//! Four eyes by person, and that everybody had the role (I13).

use super::super::facts::{Facts, berlin};
use super::super::kinds;
use super::{Case, LIVE};

pub fn eyes(case: &Case<'_>) -> Vec<String> {
    let second = kinds::rows().iter().filter(|row| row.second_person);
    let second: Vec<_> = second.map(|row| format!("'{}'", row.kind)).collect();
    let mut found = case.rows(&format!(
        "SELECT later.seq FROM event AS later JOIN event AS first ON first.seq = later.ref \
         WHERE later.kind IN ({}) AND later.actor = first.actor",
        second.join(", ")
    ));
    found.extend(case.rows(&format!(
        "WITH live AS {LIVE} SELECT ordered.seq FROM live AS ordered \
         WHERE kind = 'payment_ordered' AND NOT EXISTS ( \
             SELECT 1 FROM live AS one JOIN live AS other ON other.ref = one.ref \
             WHERE one.ref = ordered.ref AND one.kind = 'arithmetic_attested' \
                 AND other.kind = 'factually_attested' AND one.actor <> other.actor \
                 AND ordered.actor NOT IN (one.actor, other.actor) \
                 AND one.seq < ordered.seq AND other.seq < ordered.seq)"
    )));
    found.extend(case.rows(
        "SELECT checked.seq FROM event AS checked JOIN event AS paid ON paid.seq = checked.ref \
         JOIN event AS ordered ON ordered.seq = paid.ref \
         WHERE checked.kind = 'payment_reconciled' AND checked.actor = ordered.actor",
    ));
    // A return may itself be of money that came back before.
    found.extend(case.rows(&format!(
        "WITH RECURSIVE live AS {LIVE}, up(again, actor, seq, ref, kind) AS ( \
             SELECT seq, actor, seq, ref, kind FROM live WHERE kind = 'held_ordered' \
             UNION ALL SELECT up.again, up.actor, event.seq, event.ref, event.kind \
             FROM up JOIN event ON event.seq = up.ref) \
         SELECT up.again FROM up JOIN live AS step ON step.seq = up.seq OR step.ref = up.seq \
         WHERE up.kind = 'draw_requested' AND step.actor = up.actor AND step.seq < up.again \
             AND step.kind IN ('draw_requested', 'arithmetic_attested', 'factually_attested')"
    )));
    found.extend(roles(case));
    found
}

/// The second half of I13: everybody had the role when the event was recorded.
fn roles(case: &Case<'_>) -> Vec<String> {
    let mut known = Facts::default();
    let mut found = Vec::new();
    for fact in &case.facts.all {
        let original = case.facts.referred(fact).filter(|_| fact.kind == "reversed");
        let needed = &kinds::of(original.map_or(fact.kind, |original| original.kind)).roles;
        let sql = "SELECT actor, recorded_at FROM event WHERE seq = ?1";
        let stored = case.conn.query_row(sql, [fact.seq], |row| Ok((row.get(0)?, row.get(1)?)));
        let (actor, recorded_at): (u32, i64) = stored.unwrap_or_default();
        if !needed.is_empty() && !known.has_role(berlin(recorded_at), actor, needed) {
            found.push(format!("entry {}: person {actor} had no role", fact.seq));
        }
        let mut fact = fact.clone();
        fact.undone = false;
        known.take(fact);
    }
    found
}
