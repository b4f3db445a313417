//! Holding a line of the list against the entries of the ledger.

use std::collections::{BTreeMap, BTreeSet};

use super::{CashLine, Doubt, Fact, Facts, Finding, Matched, is_naming};
use crate::domain::calendar::working_days_apart;
use crate::domain::reference::{folded, named};
use crate::domain::{Day, FiscalYear, Kind, Money, PersonNo, Seq};

/// A finding with the entries that the line could be about.
pub(super) struct Found {
    pub finding: Finding,
    pub about: Vec<Seq>,
}

pub(super) const fn open(doubt: Doubt) -> Found {
    Found { finding: Finding::Open(doubt, None), about: Vec::new() }
}

fn open_at(doubt: Doubt, fits: &[&Fact]) -> Found {
    let nearest = fits.first().map(|fact| fact.seq);
    Found { finding: Finding::Open(doubt, nearest), about: Vec::new() }
}

/// A line that names the case of several entries: any of them may be meant.
fn several(fits: &[&Fact]) -> Found {
    Found { about: fits.iter().map(|fact| fact.seq).collect(), ..open_at(Doubt::Several, fits) }
}

const PAID: &[Kind] = &[Kind::PaymentConfirmed, Kind::HeldPaid];
const BACK: &[Kind] = &[Kind::PaymentReturned, Kind::ClaimRepaid, Kind::UnusedReturned];
const ORDERED: &[Kind] = &[Kind::PaymentOrdered, Kind::HeldOrdered];

/// Bank days after a payment within which money that comes back is taken for a return.
const RETURN_DAYS: u32 = 5;

/// Words of banks and cash offices for a payment that came back.
const RETURN_WORDS: &[&str] =
    &["RÜCKLÄUFER", "RUECKLAEUFER", "RÜCKBUCHUNG", "RUECKBUCHUNG", "RETOURE", "KONTO ERLOSCHEN"];

pub(super) struct Desk<'a> {
    pub facts: &'a Facts,
    pub person: Option<PersonNo>,
    pub today: Day,
    /// Booked entries that a line of the list is about.
    pub explained: BTreeSet<Seq>,
}

impl<'a> Desk<'a> {
    /// What the line is by itself or by what is booked with its voucher; `None` when it can be
    /// about something that waits.
    pub fn exact(&self, line: &CashLine) -> Option<Found> {
        let voucher = folded(&line.voucher);
        if line.amount.is_zero() {
            return Some(open(Doubt::Zero));
        }
        if voucher.is_empty() {
            return Some(open(Doubt::NoVoucher));
        }
        if line.day > self.today {
            return Some(open(Doubt::Future));
        }
        let kinds = if line.amount.is_negative() { BACK } else { PAID };
        let places = self.facts.by_voucher.get(&voucher)?;
        let booked: Vec<&Fact> = places
            .iter()
            .map(|at| &self.facts.entries[*at])
            .filter(|fact| kinds.contains(&fact.kind))
            .collect();
        let whole: Vec<&Fact> =
            booked.iter().copied().filter(|fact| Self::doubt(fact, line).is_none()).collect();
        if whole.is_empty() {
            // Numbers begin anew each year: only one of the same year is the same voucher.
            let same = |fact: &&&Fact| fact.year == line.year || is_naming(&voucher);
            let fact = booked.iter().find(same)?;
            let doubt = Self::doubt(fact, line)?;
            return Some(open_at(doubt, &[fact]));
        }
        let hits = named(&line.text, &self.facts.references);
        let fits: Vec<&Fact> =
            whole.iter().copied().filter(|fact| hits.is_empty() || of_case(fact, &hits)).collect();
        Some(match fits.as_slice() {
            [] => open_at(Doubt::LineDiffers, &whole),
            [fact] => self.is_booked(fact),
            _ => several(&fits),
        })
    }

    /// A line that stands in its list once more: settled when it is booked twice, too.
    pub fn repeated(&self, line: &CashLine) -> Found {
        let booked = self.exact(line).map(|found| found.about).unwrap_or_default();
        let second = booked.get(1).and_then(|seq| self.facts.entry(*seq));
        second.map_or_else(|| open(Doubt::Repeated), |fact| self.is_booked(fact))
    }

    fn is_booked(&self, fact: &Fact) -> Found {
        let finding = if fact.kind == Kind::PaymentReturned {
            Finding::Returned(fact.seq)
        } else if BACK.contains(&fact.kind) {
            Finding::Booked(fact.seq)
        } else if self.facts.reconciled.contains(&fact.seq) {
            Finding::Known(fact.seq)
        } else {
            self.by_another(fact.order, Finding::Reconcile(fact.seq))
        };
        Found { finding, about: vec![fact.seq] }
    }

    /// What does not fit of an entry with the same voucher.
    fn doubt(fact: &Fact, line: &CashLine) -> Option<Doubt> {
        if !same_line(fact, line) {
            Some(Doubt::LineDiffers)
        } else if fact.amount != line.amount.abs() {
            Some(Doubt::AmountDiffers)
        } else if fact.day != line.day {
            Some(Doubt::DayDiffers)
        } else {
            None
        }
    }

    /// What the line is of what waits for the cash office.
    pub fn waiting(&self, line: &CashLine) -> Found {
        if line.amount.is_negative() { self.back(line) } else { self.paid(line) }
    }

    /// True for an entry of these kinds on the line's title and year, until its day, with
    /// something left.
    fn waits(kinds: &[Kind], line: &CashLine, fact: &Fact) -> bool {
        kinds.contains(&fact.kind)
            && same_line(fact, line)
            && fact.day <= line.day
            && fact.left.is_positive()
    }

    /// Entries of these kinds that wait and that the line names: by the case, else by the whole
    /// voucher.
    fn named(&self, kinds: &[Kind], line: &CashLine) -> Vec<&'a Fact> {
        let facts = self.facts;
        let hits = named(&line.text, &facts.references);
        let voucher = folded(&line.voucher);
        let places = match hits.first() {
            Some(hit) => facts.by_name.get(hit),
            None => facts.by_word.get(&voucher),
        };
        let named = |fact: &&Fact| {
            if hits.is_empty() { is_exact(fact, &voucher) } else { of_case(fact, &hits) }
        };
        facts.at(places).filter(|fact| Self::waits(kinds, line, fact)).filter(named).collect()
    }

    /// Of several of a case the one whose voucher the line has.
    fn sure(line: &CashLine, all: Vec<&'a Fact>) -> Vec<&'a Fact> {
        let voucher = folded(&line.voucher);
        let sure: Vec<&Fact> =
            all.iter().copied().filter(|fact| is_exact(fact, &voucher)).collect();
        if sure.len() == 1 { sure } else { all }
    }

    /// The first entry of these kinds that waits with the line's amount, named or not.
    fn of_amount(&self, kinds: &[Kind], line: &CashLine) -> Option<&'a Fact> {
        let key = (folded(&line.title), line.year, line.amount.abs());
        let mut all = self.facts.at(self.facts.by_left.get(&key));
        all.find(|fact| Self::waits(kinds, line, fact))
    }

    /// A line with which money went out.
    fn paid(&self, line: &CashLine) -> Found {
        let (fits, others): (Vec<&Fact>, Vec<&Fact>) =
            self.named(ORDERED, line).into_iter().partition(|fact| fact.left == line.amount);
        let named = Self::sure(line, fits);
        let [order] = named.as_slice() else {
            if !named.is_empty() {
                return several(&named);
            }
            if let Some(bundle) = self.bundle(line) {
                return open_at(Doubt::Bundled, &bundle);
            }
            return match (self.of_amount(ORDERED, line), Self::sure(line, others)) {
                (Some(order), _) => open_at(Doubt::OnlyAmount, &[order]),
                (None, other) if other.is_empty() => self.unknown(line),
                (None, other) => open_at(Doubt::OrderDiffers, &other),
            };
        };
        // What came back before it was ordered again is not this payment.
        let by_hand = self.facts.at(self.facts.by_name.get(&order.names[1])).find(|fact| {
            (fact.left.is_positive() || fact.day >= order.day)
                && PAID.contains(&fact.kind)
                && same_line(fact, line)
                && fact.amount == line.amount
                && fact.names[1] == order.names[1]
                && !self.facts.reconciled.contains(&fact.seq)
                && !self.explained.contains(&fact.seq)
        });
        if let Some(payment) = by_hand {
            return open_at(Doubt::OtherVoucher, &[payment]);
        }
        let finding = self.by_another(Some(order.seq), Finding::Confirm(order.seq));
        Found { finding, about: vec![order.seq] }
    }

    /// A line to which nothing fits, with the payment that comes nearest: of the case that it names
    /// one of its amount or day; of a line that names no case one of its amount and day.
    fn unknown(&self, line: &CashLine) -> Found {
        let hits = named(&line.text, &self.facts.references);
        let of_amount = (folded(&line.title), line.year, line.amount);
        let places = match hits.first() {
            Some(hit) => self.facts.by_name.get(hit),
            None => self.facts.by_left.get(&of_amount),
        };
        let alike = |fact: &&Fact| (fact.amount == line.amount, fact.day == line.day);
        let near = |fact: &&Fact| {
            let least = if hits.is_empty() { (true, true) } else { (false, true) };
            alike(fact) >= least && of_case(fact, &hits)
        };
        let free = |fact: &&Fact| PAID.contains(&fact.kind) && !self.explained.contains(&fact.seq);
        let payments = self.facts.at(places).filter(free).filter(|fact| same_line(fact, line));
        let nearest = payments.filter(near).max_by_key(alike);
        let waits = |fact: &Fact| !self.facts.reconciled.contains(&fact.seq);
        let whole = nearest.is_some_and(|fact| alike(&fact) == (true, true) && waits(fact));
        let doubt = if whole { Doubt::OtherVoucher } else { Doubt::Unknown };
        open_at(doubt, nearest.as_slice())
    }

    /// Several orders that the line names and whose sum it has.
    fn bundle(&self, line: &CashLine) -> Option<Vec<&'a Fact>> {
        let hits = named(&line.text, &self.facts.references);
        let mut places: BTreeSet<usize> = BTreeSet::new();
        for hit in &hits {
            places.extend(self.facts.by_name.get(hit).into_iter().flatten());
        }
        let orders = places.iter().filter_map(|at| self.facts.entries.get(*at));
        let orders: Vec<&Fact> = orders.filter(|fact| Self::waits(ORDERED, line, fact)).collect();
        let sum: Money = orders.iter().map(|order| order.left).sum();
        (orders.len() > 1 && sum == line.amount).then_some(orders)
    }

    /// Unless the person ordered it.
    fn by_another(&self, order: Option<Seq>, finding: Finding) -> Finding {
        let orderer = order.and_then(|order| self.facts.ordered_by.get(&order));
        match (self.person, orderer) {
            (Some(person), Some(orderer)) if person == *orderer => {
                Finding::Open(Doubt::OwnOrder, order)
            }
            _ => finding,
        }
    }

    /// A line with which money came back: of a claim, else of a payment of a few days ago.
    fn back(&self, line: &CashLine) -> Found {
        const CLAIM: &[Kind] = &[Kind::ClaimRaised];
        let amount = line.amount.abs();
        let (claims, parts): (Vec<&Fact>, Vec<&Fact>) =
            self.named(CLAIM, line).into_iter().partition(|fact| fact.left == amount);
        let claimed = Self::sure(line, claims);
        let (payments, rest): (Vec<&Fact>, Vec<&Fact>) = self
            .named(PAID, line)
            .into_iter()
            .partition(|fact| fact.left == amount && fact.amount == amount);
        let paid = Self::sure(line, payments);
        let other_claim = self.of_amount(CLAIM, line);
        match (claimed.as_slice(), paid.as_slice()) {
            ([claim], []) => Found { finding: Finding::Repay(claim.seq), about: vec![claim.seq] },
            ([], [payment]) if other_claim.is_some() => open_at(Doubt::OnlyAmount, &[payment]),
            ([], [payment]) if is_return(payment, line) => Found {
                finding: self.by_another(payment.order, Finding::Return(payment.seq)),
                about: vec![payment.seq],
            },
            ([], [payment]) => open_at(Doubt::NotAReturn, &[payment]),
            ([], []) => {
                let larger = |fact: &&Fact| fact.left > amount;
                let part = parts.into_iter().chain(rest).find(larger);
                let whole = other_claim.or_else(|| self.of_amount(PAID, line));
                match (part, whole) {
                    (Some(part), _) => open_at(Doubt::Partial, &[part]),
                    (None, Some(whole)) => open_at(Doubt::OnlyAmount, &[whole]),
                    (None, None) => open(Doubt::Unknown),
                }
            }
            _ => several(&[claimed, paid].concat()),
        }
    }

    /// What came back of a payment that another line of the same list confirms: one run is enough.
    pub fn returns_of_confirmed(&self, found: &mut [Matched]) {
        let place = |seq: Seq| self.facts.place(seq);
        let mut confirmed: BTreeMap<(String, FiscalYear, Money), Vec<(usize, Day)>> =
            BTreeMap::new();
        for one in found.iter() {
            if let Finding::Confirm(seq) = one.finding
                && let Some(at) = place(seq)
            {
                let key = (folded(&one.line.title), one.line.year, one.line.amount);
                confirmed.entry(key).or_default().push((at, one.line.day));
            }
        }
        let mut of_order: BTreeMap<Seq, Vec<usize>> = BTreeMap::new();
        for (index, one) in found.iter().enumerate() {
            let Finding::Open(
                Doubt::Unknown | Doubt::OnlyAmount | Doubt::NotAReturn | Doubt::Partial,
                _,
            ) = one.finding
            else {
                continue;
            };
            let line = &one.line;
            if !line.amount.is_negative() {
                continue;
            }
            let key = (folded(&line.title), line.year, line.amount.abs());
            let hits = named(&line.text, &self.facts.references);
            let orders = confirmed.get(&key).into_iter().flatten();
            let fits = orders.filter_map(|(at, day)| {
                let order = self.facts.entries.get(*at)?;
                let known = !hits.is_empty() && of_case(order, &hits);
                let soon = *day <= line.day && came_back(*day, line);
                (known && soon).then_some(order.seq)
            });
            let fits: Vec<Seq> = fits.collect();
            if let [order] = fits[..] {
                of_order.entry(order).or_default().push(index);
            }
        }
        for (order, lines) in of_order {
            for index in &lines {
                if let Some(one) = found.get_mut(*index) {
                    one.finding = if lines.len() == 1 {
                        Finding::ReturnConfirmed(order)
                    } else {
                        Finding::Open(Doubt::Several, Some(order))
                    };
                }
            }
        }
    }
}

/// Soon after the payment, or said to be a return.
fn is_return(payment: &Fact, line: &CashLine) -> bool {
    came_back(payment.day, line)
}

fn came_back(paid_on: Day, line: &CashLine) -> bool {
    let said = line.text.to_uppercase();
    working_days_apart(paid_on, line.day) <= RETURN_DAYS
        || RETURN_WORDS.iter().any(|word| said.contains(word))
}

/// True when the voucher of the entry names the line's, which is not the name of its case.
fn is_exact(fact: &Fact, voucher: &str) -> bool {
    fact.words.contains(voucher) && !fact.names.iter().any(|name| name == voucher)
}

fn same_line(fact: &Fact, line: &CashLine) -> bool {
    fact.title == folded(&line.title) && fact.year == line.year
}

/// True when every reference that the line names is one of this case.
fn of_case(fact: &Fact, hits: &BTreeSet<String>) -> bool {
    hits.iter().all(|hit| fact.names.contains(hit))
}
