//! The treasurer's comparison: what her bank statement says against what the ledger paid her.
//!
//! Keys of domain.md section 4: amount, *Kassenzeichen* and day within three bank days, then
//! amount and file number, then weaker ones, which are only suggestions. A line of the bank and a
//! payment belong together at most once.

mod payer;
mod sum;

use std::collections::BTreeSet;

use self::payer::{may_be_one, payer};
use self::sum::only_sum;
use super::calendar::working_days_apart;
use super::reference::{Known, folded, named};
use super::{Day, FileNumber, Money, Seq};

/// Bank days within which a credit belongs to a payment.
pub const NEAR: u32 = 3;

/// What the ledger says moved on the recipient's account: payments in, returns and repayments
/// out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Number in the journal.
    pub seq: Seq,
    /// The payment that a return or repayment belongs to, if it names one.
    pub returns: Option<Seq>,
    /// File number.
    pub grant: FileNumber,
    /// *Kassenzeichen* of the grant; may be empty.
    pub cash_reference: String,
    /// Booking day of the cash office.
    pub day: Day,
    /// Amount in cents, above zero for what the recipient gets.
    pub amount: Money,
    /// Cash reference of the booking.
    pub voucher: String,
}

/// Where an entry stands in the files of the bank.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Name of the file, where there are several.
    pub file: String,
    /// Line of the file.
    pub line: u64,
    /// The bank's own name of the statement; empty where it has none.
    pub statement: String,
    /// Which entry of the statement it is, from 1.
    pub entry: u64,
    /// Reference of the entry; empty where it has none.
    pub reference: String,
}

/// A booked line of the recipient's bank statement, in euros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// Where it stands.
    pub place: Place,
    /// Booking day.
    pub day: Day,
    /// Value day, if there is one.
    pub value_on: Option<Day>,
    /// Amount in cents, above zero for a credit.
    pub amount: Money,
    /// Purpose and references.
    pub text: String,
    /// The other side.
    pub counterparty: String,
    /// Its IBAN, as far as the bank names it.
    pub counterparty_iban: String,
    /// True when the bank says that it is a return.
    pub is_return: bool,
}

/// What the comparison says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// *abgeglichen*
    Matched,
    /// *vermutlich abgeglichen*: amount and day fit, but no reference.
    Probable,
    /// *Sammelgutschrift*: one credit has the sum of several payments.
    Bundled,
    /// *Betragsabweichung*
    AmountDiffers,
    /// *nicht beim Empfänger*
    NotAtRecipient,
    /// *nicht bei der Landeskasse*
    NotAtCashOffice,
    /// *doppelt*
    Double,
    /// *vermutlich doppelt*: the amount of a paired line, without a reference.
    PerhapsDouble,
    /// *Rückläufer*: paid and come back, and the account never saw either.
    ReturnedUnseen,
    /// *außerhalb des Auszugs*
    Outside,
}

impl Verdict {
    /// True when nobody needs to look at the line.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Matched | Self::ReturnedUnseen | Self::Outside)
    }
}

/// Why a line got its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Amount, Kassenzeichen, day.
    AmountReferenceDay,
    /// Amount, file number, day.
    AmountFileDay,
    /// Amount and reference, on another day.
    AmountReference,
    /// Amount and day.
    AmountDay,
    /// The sum of several payments of these days.
    SumDay,
    /// Reference and day, another amount.
    ReferenceDay,
    /// Reference alone, another amount and day.
    Reference,
    /// The bank has no such line in its period.
    NoLine,
    /// The ledger has no such payment.
    NoPayment,
    /// The same amount and reference as another line.
    SameAsLine,
    /// The same amount as another line, and no other payer.
    SameAmount,
    /// A return refers to the payment.
    ReturnOf,
    /// Before the first or after the last day of the statement.
    BeyondPeriod,
}

/// One line of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub verdict: Verdict,
    /// Why.
    pub ground: Ground,
    /// What the ledger says.
    pub movement: Option<Movement>,
    /// What the bank says.
    pub credit: Option<Credit>,
}

impl Line {
    /// What the bank has more than the ledger, in cents.
    #[must_use]
    pub fn difference(&self) -> Money {
        let bank = self.credit.as_ref().map_or(Money::ZERO, |credit| credit.amount);
        let state = self.movement.as_ref().map_or(Money::ZERO, |movement| movement.amount);
        bank - state
    }

    fn day(&self) -> Option<Day> {
        let state = self.movement.as_ref().map(|movement| movement.day);
        state.or(self.credit.as_ref().map(|credit| credit.day))
    }
}

/// The whole comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Its lines by day.
    pub lines: Vec<Line>,
    /// First and last day of the bank's statements.
    pub period: Option<(Day, Day)>,
    /// Lines of the bank that have nothing to do with the programme.
    pub others: usize,
    /// Credits among them of who paid a line that is paired: the cash office pays other things,
    /// too.
    pub same_payer: usize,
}

impl Comparison {
    /// True when all that was paid lies outside of the statement: it says nothing about it.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        !self.lines.is_empty() && self.lines.iter().all(|line| line.verdict == Verdict::Outside)
    }

    /// Lines that somebody has to look at.
    #[must_use]
    pub fn open(&self) -> usize {
        self.lines.iter().filter(|line| !line.verdict.is_settled()).count()
    }

    /// Sum of what the ledger says within the period.
    #[must_use]
    pub fn state(&self) -> Money {
        let within = self.lines.iter().filter(|line| line.verdict != Verdict::Outside);
        within.filter_map(|line| Some(line.movement.as_ref()?.amount)).sum()
    }

    /// Sum of what the bank says of the programme.
    #[must_use]
    pub fn bank(&self) -> Money {
        self.lines.iter().filter_map(|line| Some(line.credit.as_ref()?.amount)).sum()
    }
}

/// Compares movements of the ledger with lines of the bank; `period` is that of the statements,
/// where they say it, else that of the lines.
#[must_use]
pub fn compare(
    movements: &[Movement],
    credits: &[Credit],
    period: Option<(Day, Day)>,
) -> Comparison {
    let days = credits.iter().map(|credit| credit.day);
    let lines = days.clone().min().zip(days.max());
    let period = match (period, lines) {
        (Some(said), Some(found)) => Some((said.0.min(found.0), said.1.max(found.1))),
        (said, found) => said.or(found),
    };
    let mut desk = Desk::new(movements, credits);
    for ground in [
        Ground::AmountReferenceDay,
        Ground::AmountFileDay,
        Ground::AmountReference,
        Ground::AmountDay,
    ] {
        desk.pair(ground);
    }
    desk.bundles();
    // A line that came twice is not the next payment with another amount.
    desk.doubles();
    for ground in [Ground::ReferenceDay, Ground::Reference] {
        desk.pair(ground);
    }
    desk.doubles();
    desk.returns();
    desk.rest(period)
}

struct Desk<'a> {
    movements: &'a [Movement],
    credits: &'a [Credit],
    /// Folded Kassenzeichen and file number of each movement.
    keys: Vec<(String, String)>,
    /// References of the programme that each line names, folded.
    named: Vec<BTreeSet<String>>,
    open_movements: BTreeSet<usize>,
    /// Lines that can have to do with the programme.
    open_credits: BTreeSet<usize>,
    /// Lines of the bank that the comparison names.
    told: BTreeSet<usize>,
    lines: Vec<Line>,
}

impl<'a> Desk<'a> {
    fn new(movements: &'a [Movement], credits: &'a [Credit]) -> Self {
        let keys: Vec<(String, String)> = movements
            .iter()
            .map(|one| (folded(&one.cash_reference), folded(one.grant.as_str())))
            .collect();
        let known: Known = keys.iter().flat_map(|(cash, file)| [cash, file]).cloned().collect();
        let amounts: BTreeSet<Money> = movements.iter().map(|one| one.amount).collect();
        let named: Vec<BTreeSet<String>> =
            credits.iter().map(|credit| named(&credit.text, &known)).collect();
        // A credit of several payments is larger than each and names none of them, perhaps.
        let least = movements.iter().map(|one| one.amount).filter(|it| it.is_positive()).min();
        let sums = |amount: Money| least.is_some_and(|least| amount > least);
        let ours = |at: &usize| {
            let amount = credits[*at].amount;
            !named[*at].is_empty() || amounts.contains(&amount) || sums(amount)
        };
        Self {
            movements,
            credits,
            keys,
            open_movements: (0..movements.len()).collect(),
            open_credits: (0..credits.len()).filter(ours).collect(),
            named,
            told: BTreeSet::new(),
            lines: Vec::new(),
        }
    }

    /// Pairs what fits by this ground: of several the nearest day first, then the order of files.
    fn pair(&mut self, ground: Ground) {
        let mut fits: Vec<(u32, usize, usize)> = Vec::new();
        for movement in &self.open_movements {
            for credit in &self.open_credits {
                if let Some(apart) = self.apart(ground, *movement, *credit) {
                    fits.push((apart, *movement, *credit));
                }
            }
        }
        fits.sort_unstable();
        for (_, movement, credit) in fits {
            if !self.open_movements.contains(&movement) || !self.open_credits.contains(&credit) {
                continue;
            }
            self.open_movements.remove(&movement);
            self.open_credits.remove(&credit);
            let verdict = match ground {
                Ground::ReferenceDay | Ground::Reference => Verdict::AmountDiffers,
                Ground::AmountDay => Verdict::Probable,
                _ => Verdict::Matched,
            };
            self.add(verdict, ground, Some(movement), Some(credit));
        }
    }

    /// Bank days between the two when they fit by this ground.
    fn apart(&self, ground: Ground, movement: usize, credit: usize) -> Option<u32> {
        let (one, other) = (&self.movements[movement], &self.credits[credit]);
        let named = &self.named[credit];
        let (cash, file) = &self.keys[movement];
        let same = one.amount == other.amount;
        // Another amount is a deviation only in the same direction.
        if !same && one.amount.is_negative() != other.amount.is_negative() {
            return None;
        }
        let by_cash = named.contains(cash);
        let by_any = by_cash || named.contains(file);
        let fits = match ground {
            Ground::AmountReferenceDay => same && by_cash,
            Ground::AmountFileDay | Ground::AmountReference => same && by_any,
            // A line that names another grant of the programme is not this payment.
            Ground::AmountDay => same && (by_any || named.is_empty()),
            Ground::ReferenceDay | Ground::Reference => !same && by_any,
            _ => false,
        };
        if !fits {
            return None;
        }
        let booked = working_days_apart(one.day, other.day);
        let value = other.value_on.map_or(u32::MAX, |day| working_days_apart(one.day, day));
        let apart = booked.min(value);
        let far = matches!(ground, Ground::AmountReference | Ground::Reference);
        // A credit of another year is not that of this payment, nor one that came before it was
        // paid, whatever they name.
        let early = one.amount.is_positive()
            && other.day.max(other.value_on.unwrap_or(other.day)) < one.day
            && apart > NEAR;
        let within = if far { apart != u32::MAX && !early } else { apart <= NEAR };
        within.then_some(apart)
    }

    fn add(
        &mut self,
        verdict: Verdict,
        ground: Ground,
        movement: Option<usize>,
        credit: Option<usize>,
    ) {
        self.told.extend(credit);
        self.lines.push(Line {
            verdict,
            ground,
            movement: movement.map(|at| self.movements[at].clone()),
            credit: credit.map(|at| self.credits[at].clone()),
        });
    }

    /// A credit that has the sum of several payments of its days, told as its shares: only where
    /// one choice of payments gives the sum.
    fn bundles(&mut self) {
        let credits: Vec<usize> = self.open_credits.iter().copied().collect();
        for credit in credits {
            let other = &self.credits[credit];
            let near = |at: &usize| {
                let one = &self.movements[*at];
                let (cash, file) = &self.keys[*at];
                let named = &self.named[credit];
                one.amount.is_positive()
                    && one.amount < other.amount
                    && working_days_apart(one.day, other.day) <= NEAR
                    && (named.is_empty() || named.contains(cash) || named.contains(file))
            };
            let open: Vec<usize> = self.open_movements.iter().copied().filter(near).collect();
            let Some(chosen) = only_sum(&open, other.amount, |at| self.movements[at].amount) else {
                continue;
            };
            self.open_credits.remove(&credit);
            for movement in chosen {
                self.open_movements.remove(&movement);
                self.add(Verdict::Bundled, Ground::SumDay, Some(movement), Some(credit));
                if let Some(Line { movement: Some(one), credit: Some(share), .. }) =
                    self.lines.last_mut()
                {
                    share.amount = one.amount;
                }
            }
        }
    }

    /// A line that is left over, with the amount of one that is paired, and a reference of it or
    /// no other payer: the bank may have cut the text of an order that was carried out twice.
    fn doubles(&mut self) {
        let paired: Vec<(Movement, Credit)> = self.paired();
        let left: Vec<usize> = self.open_credits.iter().copied().collect();
        for at in left {
            let (named, credit) = (&self.named[at], &self.credits[at]);
            let of_amount = || paired.iter().filter(|(_, other)| other.amount == credit.amount);
            let by_name = of_amount().any(|(movement, _)| {
                named.contains(&folded(&movement.cash_reference))
                    || named.contains(&folded(movement.grant.as_str()))
            });
            let alike = named.is_empty() && of_amount().any(|(_, other)| may_be_one(credit, other));
            let (verdict, ground) = match (by_name, alike) {
                (true, _) => (Verdict::Double, Ground::SameAsLine),
                (false, true) => (Verdict::PerhapsDouble, Ground::SameAmount),
                (false, false) => continue,
            };
            self.open_credits.remove(&at);
            self.add(verdict, ground, None, Some(at));
        }
    }

    /// What is paired by now.
    fn paired(&self) -> Vec<(Movement, Credit)> {
        let both = |line: &Line| line.movement.clone().zip(line.credit.clone());
        self.lines.iter().filter_map(both).collect()
    }

    /// Credits that nothing is told of, by who paid a line that is paired.
    fn same_payer(&self) -> usize {
        let paired = self.paired();
        let left = (0..self.credits.len()).filter(|at| !self.told.contains(at));
        let ours = |at: usize| {
            let credit = &self.credits[at];
            let pays =
                |other: &Credit| other.amount.is_positive() && payer(credit, other) == Some(true);
            credit.amount.is_positive() && paired.iter().any(|(_, other)| pays(other))
        };
        left.filter(|at| ours(*at)).count()
    }

    /// A payment and its return of the same amount, of which the bank has neither.
    fn returns(&mut self) {
        let open: Vec<usize> = self.open_movements.iter().copied().collect();
        for back in &open {
            let one = &self.movements[*back];
            let Some(payment) = one.returns.filter(|_| one.amount.is_negative()) else { continue };
            let paid = open.iter().copied().find(|at| {
                let other = &self.movements[*at];
                other.seq == payment && other.amount == -one.amount
            });
            if let Some(paid) = paid.filter(|paid| self.open_movements.contains(paid)) {
                for at in [paid, *back] {
                    self.open_movements.remove(&at);
                    self.add(Verdict::ReturnedUnseen, Ground::ReturnOf, Some(at), None);
                }
            }
        }
    }

    fn rest(mut self, period: Option<(Day, Day)>) -> Comparison {
        let movements: Vec<usize> = self.open_movements.iter().copied().collect();
        for at in movements {
            let day = self.movements[at].day;
            let within = period.is_some_and(|(first, last)| (first..=last).contains(&day));
            // What went out in the last days of the statement may still be on its way.
            let due = period.is_some_and(|(_, last)| working_days_apart(day, last) > NEAR);
            let (verdict, ground) = if within && due {
                (Verdict::NotAtRecipient, Ground::NoLine)
            } else {
                (Verdict::Outside, Ground::BeyondPeriod)
            };
            self.add(verdict, ground, Some(at), None);
        }
        let naming = |at: &usize| !self.named[*at].is_empty();
        let left: Vec<usize> = self.open_credits.iter().copied().filter(naming).collect();
        for at in left {
            self.add(Verdict::NotAtCashOffice, Ground::NoPayment, None, Some(at));
        }
        let same_payer = self.same_payer();
        let mut lines = self.lines;
        lines.sort_by_cached_key(|line| {
            let credit = line.credit.as_ref().map(|credit| credit.place.clone());
            (line.day(), line.movement.as_ref().map(|movement| movement.seq), credit)
        });
        Comparison { lines, period, others: self.credits.len() - self.told.len(), same_payer }
    }
}

#[cfg(test)]
mod tests;
