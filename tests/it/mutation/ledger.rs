//! The good ledger that every mutant gets: the sample, and behind it one entry for each turn
//! that a guard must let pass. An entry that a mutant refuses has noticed the mutant as well.

use foerderbuch::domain::Kind;

use super::scribe::{Scribe, entry, put, text};

/// A title with an appropriation of the year.
pub const PLENTY: &str = "0000 00001";
/// A title whose year has commitment authority and no appropriation.
pub const AHEAD: &str = "0000 00002";
/// A title that a cut by parliament left below zero.
pub const SHORT: &str = "0000 00003";

/// Recipient of the grant on [`PLENTY`].
pub const OWN: &str = "R1";
/// Another recipient.
pub const OTHER: &str = "R2";

/// The ledger, and what attacks refer to.
pub struct Good {
    pub scribe: Scribe,
    pub year: i64,
    /// Accounts of [`PLENTY`]: available, blocked (not of a grant), committed (of the grant).
    pub available: i64,
    pub blocked: i64,
    pub committed: i64,
    pub requested: i64,
    pub ordered: i64,
    /// Accounts of [`AHEAD`].
    pub ahead: i64,
    pub ahead_blocked: i64,
    /// Entries: by person 3 and on the day of recording.
    pub draw: i64,
    pub open_order: i64,
    /// A money event, its reversal, and an entry without postings.
    pub reversed: i64,
    pub reversal: i64,
    pub increase: i64,
    pub note: i64,
    /// The last entry, which nothing refers to.
    pub last: i64,
}

const GRANT: (&str, &str) = ("G1", OWN);

pub fn good() -> Good {
    let mut scribe = Scribe::behind_the_sample();
    let year = scribe.year();
    let on = |scribe: &mut Scribe, stage: &str| scribe.account(stage, PLENTY, (year, 0), ("", ""));
    let of = |scribe: &mut Scribe, stage: &str| scribe.account(stage, PLENTY, (year, 0), GRANT);
    let appropriated = on(&mut scribe, "appropriated");
    let (available, blocked) = (on(&mut scribe, "available"), on(&mut scribe, "blocked"));
    let (committed, paid) = (of(&mut scribe, "committed"), of(&mut scribe, "paid"));
    let (requested, ordered) = (of(&mut scribe, "requested"), of(&mut scribe, "ordered"));
    scribe.seal(
        &entry(Kind::AppropriationVoted).lines(&[(appropriated, -100_000), (available, 100_000)]),
    );
    let own = |kind: Kind, from: i64, to: i64, amount: i64| {
        entry(kind).of(OWN).lines(&[(from, -amount), (to, amount)])
    };
    scribe.seal(&own(Kind::GrantIssued, available, committed, 60_000));
    let draw = scribe.seal(&own(Kind::DrawRequested, committed, requested, 30_000));
    let order = |scribe: &mut Scribe| {
        scribe.seal(&own(Kind::PaymentOrdered, requested, ordered, 5_000).by(4).on(draw))
    };
    let (open_order, decided) = (order(&mut scribe), order(&mut scribe));
    // Other entries may refer to an order before and after its decision, by the same person too.
    scribe.seal(&entry(Kind::MilestonePlanned).of(OWN).by(4).on(decided));
    let paying = own(Kind::PaymentConfirmed, ordered, paid, 5_000).by(4).on(decided);
    let payment = scribe.seal(&paying);
    let note = scribe.seal(&entry(Kind::MilestonePlanned).of(OWN).by(4).on(decided));
    // A decision that was reversed does not count; a reversal needs no voucher.
    let back = own(Kind::Reversed, paid, ordered, 5_000).without_voucher();
    scribe.seal(&back.on(payment));
    scribe.seal(&paying);
    let increase = scribe.seal(&own(Kind::GrantIncreased, available, committed, 10));
    let reversed = scribe.seal(&own(Kind::GrantIncreased, available, committed, 10));
    let back = own(Kind::Reversed, committed, available, 10).on(reversed);
    let reversal = scribe.seal(&back);
    // A cut, and its reversal, which takes from a source.
    let cut = entry(Kind::AppropriationVoted).lines(&[(available, -10), (appropriated, 10)]);
    let cut = scribe.seal(&cut);
    let back = entry(Kind::Reversed).lines(&[(available, 10), (appropriated, -10)]);
    scribe.seal(&back.on(cut));
    short(&mut scribe, year);
    let (ahead, ahead_blocked) = ahead_of_the_budget(&mut scribe, year);
    let name = vec![9_000.into(), text("N. Muster"), rusqlite::types::Value::Blob(vec![7; 16])];
    scribe.steps.push(put("INSERT", "person_name", name));
    let last = scribe.seal(&entry(Kind::MilestonePlanned).of(OWN));
    Good {
        scribe,
        year,
        available,
        blocked,
        committed,
        requested,
        ordered,
        ahead,
        ahead_blocked,
        draw,
        open_order,
        reversed,
        reversal,
        increase,
        note,
        last,
    }
}

/// Parliament cuts below what is granted; a decision that gives back is not refused.
fn short(scribe: &mut Scribe, year: i64) {
    let of_short = |scribe: &mut Scribe, stage: &str, grant: (&str, &str)| {
        scribe.account(stage, SHORT, (year, 0), grant)
    };
    let appropriated = of_short(scribe, "appropriated", ("", ""));
    let available = of_short(scribe, "available", ("", ""));
    let committed = of_short(scribe, "committed", ("G2", OTHER));
    let voted = |amount: i64| {
        entry(Kind::AppropriationVoted).lines(&[(appropriated, -amount), (available, amount)])
    };
    scribe.seal(&voted(1_000));
    let granted = |kind: Kind, amount: i64| {
        entry(kind).of(OTHER).lines(&[(available, -amount), (committed, amount)])
    };
    scribe.seal(&granted(Kind::GrantIssued, 800));
    scribe.seal(&voted(-500));
    scribe.seal(&granted(Kind::GrantReduced, -100));
}

/// A grant on commitment authority, before the budget of its year is voted: available falls to
/// exactly what was used, 250 below zero. Everything that must not count is there as well:
/// an appropriation of another year, one that was taken back, and authority of another due year
/// and another title.
fn ahead_of_the_budget(scribe: &mut Scribe, year: i64) -> (i64, i64) {
    let none = ("", "");
    let grant = ("G3", OTHER);
    let before = scribe.account("appropriated", AHEAD, (year - 1, 0), none);
    let place = scribe.account("available", AHEAD, (year - 1, 0), none);
    scribe.seal(&entry(Kind::AppropriationVoted).lines(&[(before, -700), (place, 700)]));
    let source = scribe.account("appropriated", AHEAD, (year, 0), none);
    let available = scribe.account("available", AHEAD, (year, 0), none);
    let blocked = scribe.account("blocked", AHEAD, (year, 0), none);
    for amount in [50, -50] {
        let lines = [(source, -amount), (available, amount)];
        scribe.seal(&entry(Kind::AppropriationVoted).lines(&lines));
    }
    for (title, due, amount) in [(AHEAD, year, 400), (AHEAD, year + 1, 90), (SHORT, year, 70)] {
        let voted = scribe.account("ve_voted", title, (year - 1, due), none);
        let free = scribe.account("ve_free", title, (year - 1, due), none);
        scribe.seal(&entry(Kind::AuthorityVoted).lines(&[(voted, -amount), (free, amount)]));
        let used = scribe.account("ve_used", title, (year - 1, due), grant);
        let mut lines = vec![(free, -amount), (used, amount)];
        if (title, due) == (AHEAD, year) {
            let committed = scribe.account("committed", title, (year, 0), grant);
            lines = vec![(available, -250), (committed, 250), (free, -250), (used, 250)];
        }
        scribe.seal(&entry(Kind::GrantIncreased).of(OTHER).lines(&lines));
    }
    (available, blocked)
}
