//! The good ledger that every mutant gets: the sample, and behind it one entry for each turn
//! that a guard must let pass. An entry that a mutant refuses has noticed the mutant as well.

use std::collections::BTreeMap;

use foerderbuch::domain::Kind;
use foerderbuch::domain::rule::Nature;

use super::rows::{kept, revenue_account};
use super::scribe::{Entry, Scribe, Step, entry, of_year, put, text};

/// A title with an appropriation of the year.
pub const PLENTY: &str = "0000 00001";
/// A title whose year has commitment authority and no appropriation.
pub const AHEAD: &str = "0000 00002";
/// A title that a cut by parliament left below zero.
pub const SHORT: &str = "0000 00003";
/// A title whose years are closed.
pub const LATE: &str = "0000 00004";

/// Recipient of the grant on [`PLENTY`].
pub const OWN: &str = "R1";
/// Another recipient.
pub const OTHER: &str = "R2";

/// The ledger, and what attacks refer to.
pub struct Good {
    pub scribe: Scribe,
    /// How many steps write the sample.
    sample: usize,
    pub year: i64,
    /// Accounts of [`PLENTY`]: not of a grant, and of the grant.
    pub available: i64,
    pub blocked: i64,
    pub committed: i64,
    pub requested: i64,
    pub ordered: i64,
    /// Accounts of [`AHEAD`].
    pub ahead: i64,
    pub ahead_blocked: i64,
    /// Entries of every kind that others refer to, by person 3, not decided yet.
    pub targets: BTreeMap<&'static str, i64>,
    /// A draw that both persons 1 and 2 attested, and an order on it by person 4.
    pub draw: i64,
    pub open_order: i64,
    /// A money event, its reversal, and an entry without postings.
    pub reversed: i64,
    pub reversal: i64,
    pub increase: i64,
    pub note: i64,
    /// A closed year with money in it, and one that is settled.
    pub closed: i64,
    pub settled: i64,
    /// Entries of the closed year: before and after its closing, and the closing itself.
    pub before: i64,
    pub after: i64,
    pub settled_closing: i64,
    /// The last entry, which nothing refers to.
    pub last: i64,
}

impl Good {
    pub fn sample(&self) -> &[Step] {
        &self.scribe.steps[..self.sample]
    }

    pub fn turns(&self) -> &[Step] {
        &self.scribe.steps[self.sample..]
    }

    /// An entry of this kind as the schema wants it: a reference where it needs one, by another
    /// person, and postings where it moves money.
    pub fn fit(&self, kind: Kind) -> Entry {
        if kind == Kind::YearSettled {
            return of_year(kind, self.settled + 2).by(4);
        }
        let fit = moving(kind, self.available, self.blocked).by(4);
        match kind.refers_to() {
            [] => fit,
            [Kind::DrawRequested, ..] if kind == Kind::PaymentOrdered => fit.on(self.draw),
            [referred, ..] => fit.on(self.targets[referred.as_str()]),
        }
    }
}

/// With five cents from `from` to `to` where the kind moves money.
fn moving(kind: Kind, from: i64, to: i64) -> Entry {
    let lines = [(from, -5), (to, 5)];
    let moves = kind.nature() != Nature::Record;
    entry(kind).lines(if moves { &lines } else { &[] })
}

const GRANT: (&str, &str) = ("G1", OWN);

pub fn good() -> Good {
    let mut scribe = Scribe::behind_the_sample();
    let (sample, year) = (scribe.steps.len(), scribe.year());
    let on = |scribe: &mut Scribe, stage: &str| scribe.account(stage, PLENTY, (year, 0), ("", ""));
    let of = |scribe: &mut Scribe, stage: &str| scribe.account(stage, PLENTY, (year, 0), GRANT);
    room(&mut scribe);
    let appropriated = on(&mut scribe, "appropriated");
    let (available, blocked) = (on(&mut scribe, "available"), on(&mut scribe, "blocked"));
    let committed = of(&mut scribe, "committed");
    let (requested, ordered) = (of(&mut scribe, "requested"), of(&mut scribe, "ordered"));
    scribe.seal(
        &entry(Kind::AppropriationVoted).lines(&[(appropriated, -100_000), (available, 100_000)]),
    );
    let targets = targets(&mut scribe, (available, blocked));
    let of_grant = Own { available, committed, requested, ordered };
    let (draw, open_order) = paid(&mut scribe, &of_grant, year);
    let own = |kind: Kind, amount: i64| {
        entry(kind).of(OWN).lines(&[(available, -amount), (committed, amount)])
    };
    let note = scribe.seal(&entry(Kind::MilestonePlanned).of(OWN));
    let increase = scribe.seal(&own(Kind::GrantIncreased, 10));
    let reversed = scribe.seal(&own(Kind::GrantIncreased, 10));
    // A reversal needs no voucher.
    let reversal = scribe.seal(&own(Kind::Reversed, -10).on(reversed).without_voucher());
    // A cut, and its reversal, which takes from a source.
    let cut = entry(Kind::AppropriationVoted).lines(&[(available, -10), (appropriated, 10)]);
    let cut = scribe.seal(&cut);
    let back = entry(Kind::Reversed).lines(&[(available, 10), (appropriated, -10)]);
    scribe.seal(&back.on(cut));
    short(&mut scribe, year);
    let (ahead, ahead_blocked) = ahead_of_the_budget(&mut scribe, year);
    let (closed, settled) = (year + 5, year + 9);
    let (before, after) = closed_year(&mut scribe, closed);
    let settled_closing = settled_year(&mut scribe, settled);
    rows_of_no_entry(&mut scribe, year);
    let paper = vec![scribe.next.into(), rusqlite::types::Value::Blob(vec![5; 9])];
    scribe.steps.push(put("INSERT", "document", paper));
    scribe.seal(&kept());
    let last = scribe.seal(&entry(Kind::MilestonePlanned).of(OWN));
    Good {
        scribe,
        sample,
        year,
        available,
        blocked,
        committed,
        requested,
        ordered,
        ahead,
        ahead_blocked,
        targets,
        draw,
        open_order,
        reversed,
        reversal,
        increase,
        note,
        closed,
        settled,
        before,
        after,
        settled_closing,
        last,
    }
}

/// An entry of every kind that others refer to, by person 3.
fn targets(scribe: &mut Scribe, accounts: (i64, i64)) -> BTreeMap<&'static str, i64> {
    let referred = |kind: &&Kind| Kind::ALL.iter().any(|other| other.refers_to().contains(*kind));
    let kinds = Kind::ALL.iter().filter(referred);
    kinds.map(|kind| (kind.as_str(), made(scribe, *kind, 3, accounts))).collect()
}

/// Accounts that differ in one part of their key alone, and a name that was erased and given anew.
fn rows_of_no_entry(scribe: &mut Scribe, year: i64) {
    for (id, grant, revenue) in [
        (9_001, GRANT, "reclaim_interest"),
        (9_002, GRANT, "delay_interest"),
        (9_003, ("G1", OTHER), "delay_interest"),
        (9_004, ("G9", OTHER), "delay_interest"),
    ] {
        scribe.steps.push(revenue_account(id, year, grant, revenue));
    }
    let name = vec![6.into(), text("N. Muster"), rusqlite::types::Value::Blob(vec![7; 16])];
    scribe.sql("DELETE FROM person_name WHERE person IN (5, 6)");
    scribe.steps.push(put("INSERT", "person_name", name));
}

/// The sample votes all that the ceiling allows: a cut makes room for what follows.
fn room(scribe: &mut Scribe) {
    let source = scribe.account("appropriated", "1616 63371", (2022, 0), ("", ""));
    let available = scribe.account("available", "1616 63371", (2022, 0), ("", ""));
    let lines = [(source, 1_000_000), (available, -1_000_000)];
    scribe.seal(&entry(Kind::AppropriationVoted).lines(&lines));
}

/// An entry of this kind by this person, with all that it refers to by others.
fn made(scribe: &mut Scribe, kind: Kind, actor: i64, (from, to): (i64, i64)) -> i64 {
    let mut made_of = moving(kind, from, to).by(actor);
    if let [referred, ..] = kind.refers_to() {
        let other = if actor == 3 { 5 } else { actor - 1 };
        let referred = made(scribe, *referred, other, (from, to));
        if kind == Kind::PaymentOrdered {
            attested(scribe, referred, (1, 2));
        }
        made_of = made_of.on(referred);
    }
    scribe.seal(&made_of)
}

fn attested(scribe: &mut Scribe, draw: i64, persons: (i64, i64)) {
    scribe.seal(&entry(Kind::ArithmeticAttested).by(persons.0).on(draw));
    scribe.seal(&entry(Kind::FactuallyAttested).by(persons.1).on(draw));
}

/// Accounts of the grant on [`PLENTY`].
struct Own {
    available: i64,
    committed: i64,
    requested: i64,
    ordered: i64,
}

/// The grant on [`PLENTY`] up to payments: a draw with all that attestations may go through, one
/// open order on it, and others that are paid, handed over, reconciled and claimed back.
fn paid(scribe: &mut Scribe, own: &Own, year: i64) -> (i64, i64) {
    let moved = |kind: Kind, from: i64, to: i64, amount: i64| {
        entry(kind).lines(&[(from, -amount), (to, amount)])
    };
    let application = scribe.seal(&entry(Kind::ApplicationReceived).by(2));
    let issued = moved(Kind::GrantIssued, own.available, own.committed, 60_000).on(application);
    scribe.seal(&issued);
    // The same grant on another title and in another year.
    let other = [(SHORT, year), (PLENTY, year + 3)].map(|(title, year)| {
        let source = scribe.account("exceeded", title, (year, 0), ("", ""));
        let available = scribe.account("available", title, (year, 0), ("", ""));
        let committed = scribe.account("committed", title, (year, 0), GRANT);
        scribe.seal(&moved(Kind::ExcessGranted, source, available, 7));
        scribe.seal(&moved(Kind::GrantIncreased, available, committed, 7));
        committed
    });
    assert_ne!(other[0], other[1]);
    let request = moved(Kind::DrawRequested, own.committed, own.requested, 30_000);
    let draw = scribe.seal(&request);
    let other_draw = scribe.seal(&moved(Kind::DrawRequested, own.committed, own.requested, 100));
    attestations(scribe, draw, other_draw);
    let order = |scribe: &mut Scribe| {
        scribe.seal(&moved(Kind::PaymentOrdered, own.requested, own.ordered, 5_000).by(4).on(draw))
    };
    let (open_order, decided) = (order(scribe), order(scribe));
    scribe.seal(&entry(Kind::OrderHandedOver).by(4).on(decided));
    let paid = scribe.account("paid", PLENTY, (year, 0), GRANT);
    let paying = moved(Kind::PaymentConfirmed, own.ordered, paid, 5_000).by(3).on(decided);
    let payment = scribe.seal(&paying);
    // A decision that was reversed does not count.
    scribe.seal(&moved(Kind::Reversed, paid, own.ordered, 5_000).of(OWN).on(payment));
    let payment = scribe.seal(&paying);
    scribe.seal(&entry(Kind::PaymentReconciled).by(5).on(payment));
    // A claim: the due line falls with what was paid.
    let reclaimed = scribe.account("reclaimed", PLENTY, (year, 0), GRANT);
    scribe.seal(&moved(Kind::ClaimRaised, paid, reclaimed, 2_000).by(5).on(payment));
    (draw, open_order)
}

/// Attested and reversed, sent back, sent back by mistake: in the end by persons 1 and 2.
fn attestations(scribe: &mut Scribe, draw: i64, other: i64) {
    let seal = |scribe: &mut Scribe, kind: Kind, person: i64, on: i64| {
        scribe.seal(&entry(kind).of(OWN).by(person).on(on))
    };
    let mistaken = seal(scribe, Kind::ArithmeticAttested, 2, draw);
    seal(scribe, Kind::Reversed, 2, mistaken);
    seal(scribe, Kind::ArithmeticAttested, 5, draw);
    seal(scribe, Kind::FactuallyAttested, 4, draw);
    seal(scribe, Kind::DrawSentBack, 6, draw);
    attested(scribe, draw, (1, 2));
    let mistaken = seal(scribe, Kind::DrawSentBack, 6, draw);
    seal(scribe, Kind::Reversed, 6, mistaken);
    seal(scribe, Kind::DrawSentBack, 6, other);
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
    scribe.seal(&granted(Kind::GrantIncreased, 800));
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
    let before = scribe.account("appropriated", AHEAD, (year + 1, 0), none);
    let place = scribe.account("available", AHEAD, (year + 1, 0), none);
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

/// A year that is closed with all that may still move in it: the Ist, what its end brings,
/// authority, revenue and notes. The number of an entry before and one after the closing.
fn closed_year(scribe: &mut Scribe, year: i64) -> (i64, i64) {
    let grant = ("G4", OWN);
    let at = |scribe: &mut Scribe, stage: &str, year: i64, grant: (&str, &str)| {
        scribe.account(stage, LATE, (year, 0), grant)
    };
    let title = |scribe: &mut Scribe, stage: &str| at(scribe, stage, year, ("", ""));
    let (source, available) = (title(scribe, "exceeded"), title(scribe, "available"));
    let stages = ["committed", "requested", "paid"].map(|stage| at(scribe, stage, year, grant));
    let moved = |kind: Kind, from: i64, to: i64, amount: i64| {
        entry(kind).lines(&[(from, -amount), (to, amount)])
    };
    scribe.seal(&moved(Kind::ExcessGranted, source, available, 1_000));
    let [committed, requested, paid] = stages;
    scribe.seal(&moved(Kind::GrantIncreased, available, committed, 900));
    scribe.seal(&moved(Kind::DrawRequested, committed, requested, 500));
    let before = scribe.seal(&moved(Kind::GrantIncreased, available, committed, 10));
    scribe.seal(&moved(Kind::GrantReduced, requested, paid, 500));
    let closing = scribe.seal(&of_year(Kind::BooksClosed, year));
    // A closing that was reversed does not count.
    scribe.seal(&entry(Kind::Reversed).on(closing));
    scribe.seal(&moved(Kind::ExcessGranted, source, available, 10));
    scribe.seal(&of_year(Kind::BooksClosed, year));
    let carried = ["carried_out", "lapsed"].map(|stage| title(scribe, stage));
    let next = ["carried_in", "available"].map(|stage| at(scribe, stage, year + 1, ("", "")));
    let [to, lapsed] = carried;
    let rest = [(available, -20), (to, 20), (next[0], -20), (next[1], 20)];
    scribe.seal(&of_year(Kind::CarryOverFormed, year).lines(&rest));
    let after = [(available, -5), (lapsed, 5)];
    let after = scribe.seal(&of_year(Kind::FundsLapsed, year).lines(&after));
    let again =
        scribe.seal(&of_year(Kind::FundsLapsed, year).lines(&[(available, -5), (lapsed, 5)]));
    scribe.seal(&entry(Kind::Reversed).lines(&[(available, 5), (lapsed, -5)]).on(again));
    let charged = ["rest_source", "rest_charged"].map(|stage| title(scribe, stage));
    let free = ["ve_voted", "ve_free"]
        .map(|stage| scribe.account(stage, LATE, (year, year + 1), ("", "")));
    let revenue = ["revenue_source", "revenue_due"].map(|stage| at(scribe, stage, year, grant));
    for ([from, to], kind) in [
        (charged, Kind::AppropriationVoted),
        (free, Kind::AuthorityVoted),
        (revenue, Kind::GrantReduced),
    ] {
        scribe.seal(&moved(kind, from, to, 5));
    }
    for stage in ["held", "reclaimed", "written_off", "returned"] {
        let place = at(scribe, stage, year, grant);
        scribe.seal(&moved(Kind::GrantReduced, paid, place, 5));
    }
    (before, after)
}

/// A year that is closed and settled, and what the settlement of one year leaves to others; the
/// number of its closing.
fn settled_year(scribe: &mut Scribe, year: i64) -> i64 {
    let voted = scribe.account("appropriated", LATE, (year, 0), ("", ""));
    let available = scribe.account("available", LATE, (year, 0), ("", ""));
    let lapsed = scribe.account("lapsed", LATE, (year, 0), ("", ""));
    scribe.seal(&entry(Kind::AppropriationVoted).lines(&[(voted, -10), (available, 10)]));
    let closing = scribe.seal(&of_year(Kind::BooksClosed, year));
    scribe.seal(&of_year(Kind::FundsLapsed, year).lines(&[(available, -10), (lapsed, 10)]));
    scribe.seal(&of_year(Kind::YearSettled, year));
    let other = scribe.seal(&of_year(Kind::BooksClosed, year + 1));
    scribe.seal(&entry(Kind::Reversed).on(other));
    scribe.seal(&of_year(Kind::BooksClosed, year + 1));
    let settled = scribe.seal(&of_year(Kind::YearSettled, year + 1));
    scribe.seal(&entry(Kind::Reversed).on(settled));
    scribe.seal(&of_year(Kind::YearSettled, year + 1));
    scribe.seal(&of_year(Kind::BooksClosed, year + 2));
    closing
}
