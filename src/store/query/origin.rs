//! Where the amounts in force come from: decided in the year itself, from commitment authority of
//! years before, or a bound remainder.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::super::view::Times;
use super::total::known;
use crate::domain::{FiscalYear, Kind, Money, Seq, TitleKey};

/// Where an amount in force of a due line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Decided in the year in which it is due.
    New,
    /// Decided in a year before, from commitment authority.
    Authority,
    /// Bound remainder of the year before.
    Carried,
}

/// What was decided last falls first: remainders were decided before the year, as was what
/// authority binds, and they are drawn before it.
const LAST_DECIDED: [Origin; 3] = [Origin::New, Origin::Authority, Origin::Carried];
/// What names its authority lowers that.
const AUTHORITY_FIRST: [Origin; 3] = [Origin::Authority, Origin::New, Origin::Carried];

/// A change of an amount in force, and the entry that made it.
pub(super) struct Change {
    pub seq: Seq,
    pub title: TitleKey,
    pub year: FiscalYear,
    pub origin: Origin,
    pub amount: Money,
}

/// An amount in force by its origin.
#[derive(Clone, Copy, Default)]
struct Parts {
    new: Money,
    authority: Money,
    carried: Money,
}

impl Parts {
    fn only(origin: Origin, amount: Money) -> Self {
        let mut parts = Self::default();
        *parts.at(origin) = amount;
        parts
    }

    fn at(&mut self, origin: Origin) -> &mut Money {
        match origin {
            Origin::New => &mut self.new,
            Origin::Authority => &mut self.authority,
            Origin::Carried => &mut self.carried,
        }
    }

    fn add(&mut self, other: Self) {
        self.new += other.new;
        self.authority += other.authority;
        self.carried += other.carried;
    }

    fn negated(self) -> Self {
        Self { new: -self.new, authority: -self.authority, carried: -self.carried }
    }

    /// What an amount takes of these parts, one after the other as far as each bears it.
    fn taken(mut self, amount: Money, order: [Origin; 3]) -> Self {
        let mut taken = Self::default();
        let mut left = amount;
        for origin in order {
            let part = left.min((*self.at(origin)).max(Money::ZERO));
            *taken.at(origin) += part;
            left -= part;
        }
        // A line bears what lowers it (I9): nothing is left here.
        *taken.at(order[0]) += left;
        taken
    }
}

/// A row of the due lines, with what it says of its origin.
struct Line {
    grant: String,
    title: String,
    year: i32,
    authority: i32,
    amount: Money,
    seq: Seq,
    kind: Option<Kind>,
    /// The entry that this one negates.
    negates: Option<Seq>,
    /// The entry that its kind refers to; that of the negated one for a correction.
    of: Option<Seq>,
    counts: bool,
}

impl Line {
    fn read(row: &Row<'_>, as_of: &str) -> rusqlite::Result<Self> {
        Ok(Self {
            grant: row.get(0)?,
            title: row.get(1)?,
            year: row.get(2)?,
            authority: row.get(3)?,
            amount: Money::from_cents(row.get(4)?),
            seq: row.get(5)?,
            kind: Kind::from_name(row.get_ref(6)?.as_str()?),
            negates: row.get(7)?,
            of: row.get(8)?,
            counts: row.get_ref(9)?.as_str()? <= as_of,
        })
    }
}

/// What is known so far of one grant.
#[derive(Default)]
struct Known {
    /// What is in force per title and year.
    lines: BTreeMap<(String, i32), Parts>,
    /// What each entry changed per title, year and budget year of authority.
    changed: BTreeMap<(Seq, String, i32, i32), Parts>,
    /// What each claim took and was not given back.
    claimed: BTreeMap<Seq, Parts>,
}

impl Known {
    fn take_in(&mut self, line: &Line) -> Parts {
        let parts = self.parts(line);
        self.lines.entry((line.title.clone(), line.year)).or_default().add(parts);
        let place = (line.seq, line.title.clone(), line.year, line.authority);
        self.changed.insert(place, parts);
        match (line.kind, line.of) {
            (Some(Kind::ClaimRaised), _) => {
                self.claimed.insert(line.seq, parts.negated());
            }
            (Some(Kind::ClaimAnnulled), Some(claim)) => {
                self.claimed.entry(claim).or_default().add(parts.negated());
            }
            _ => {}
        }
        parts
    }

    /// What the row changes, by origin.
    fn parts(&self, line: &Line) -> Parts {
        if let Some(negated) = line.negates {
            let place = (negated, line.title.clone(), line.year, line.authority);
            if let Some(parts) = self.changed.get(&place) {
                return parts.negated();
            }
        }
        match line.kind {
            Some(Kind::ClaimAnnulled) => {
                let claimed = line.of.and_then(|claim| self.claimed.get(&claim)).copied();
                let [first, second, third] = LAST_DECIDED;
                claimed.unwrap_or_default().taken(line.amount, [third, second, first])
            }
            _ if line.amount.is_negative() => {
                let order = if line.authority == 0 { LAST_DECIDED } else { AUTHORITY_FIRST };
                let in_force = self.lines.get(&(line.title.clone(), line.year)).copied();
                in_force.unwrap_or_default().taken(-line.amount, order).negated()
            }
            Some(Kind::CarryOverFormed) => Parts::only(Origin::Carried, line.amount),
            _ if line.authority == 0 => Parts::only(Origin::New, line.amount),
            _ => Parts::only(Origin::Authority, line.amount),
        }
    }
}

/// Changes of the amounts in force by their origin.
///
/// What an entry changed of each follows from the entries before it in the journal, those of later
/// days among them, so that no later entry moves it to another origin.
pub(super) fn origins(conn: &Connection, times: Times) -> rusqlite::Result<Vec<Change>> {
    let mut statement = conn.prepare_cached(
        "SELECT grant_no, title, due_line.fiscal_year, authority_year, amount, due_line.seq, \
             coalesce(original.kind, event.kind), original.seq, \
             CASE WHEN original.seq IS NULL THEN event.ref ELSE original.ref END, \
             due_line.effective_on \
         FROM due_line JOIN event ON event.seq = due_line.seq \
         LEFT JOIN event AS original ON event.kind = 'reversed' AND original.seq = event.ref \
         WHERE due_line.seq <= ?1 \
         ORDER BY grant_no, due_line.seq, title, due_line.fiscal_year, authority_year",
    )?;
    let as_of = times.as_of.to_string();
    let mut rows = statement.query([known(times)])?;
    let (mut grant, mut of_grant) = (String::new(), Known::default());
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let line = Line::read(row, &as_of)?;
        if line.grant != grant {
            grant.clone_from(&line.grant);
            of_grant = Known::default();
        }
        let mut parts = of_grant.take_in(&line);
        if !line.counts {
            continue;
        }
        for origin in LAST_DECIDED {
            let amount = *parts.at(origin);
            if !amount.is_zero() {
                let (title, year) = (TitleKey::new(&line.title), FiscalYear(line.year));
                found.push(Change { seq: line.seq, title, year, origin, amount });
            }
        }
    }
    Ok(found)
}
