//! The list of the cash office (*Istliste*) against the ledger: what each of its lines is.
//!
//! The cash office keeps the book of record (§ 70 ThürLHO): its lines confirm orders, are found
//! again in what is booked, or come back. Keys are voucher, title, fiscal year, day and amount
//! (domain.md section 2.4). What is not beyond doubt stays open for a person (*ungeklärt*).

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::working_days_apart;
use super::case::left;
use super::reference::{folded, named};
use super::{Body, Day, Event, FileNumber, FiscalYear, Kind, Money, PersonNo, Seq};

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashLine {
    /// Line of the file or row of the sheet.
    pub line: u64,
    /// Voucher of the cash office.
    pub voucher: String,
    /// Title as written.
    pub title: String,
    /// Fiscal year.
    pub year: FiscalYear,
    /// Booking day.
    pub day: Day,
    /// Amount in cents: above zero what was paid, below what came back.
    pub amount: Money,
    /// Purpose, payee and whatever else names the case.
    pub text: String,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Booked and reconciled already: nothing to do.
    Known(Seq),
    /// A return or repayment that is booked with the same voucher: nothing to do.
    Booked(Seq),
    /// A payment that is booked: to be marked as reconciled.
    Reconcile(Seq),
    /// An open order: to be confirmed and marked as reconciled.
    Confirm(Seq),
    /// A payment that came back (*Rückläufer*).
    Return(Seq),
    /// A claim that was repaid.
    Repay(Seq),
    /// Open for a person (*ungeklärt*), with the entry that comes nearest, if there is one.
    Open(Doubt, Option<Seq>),
}

impl Finding {
    /// True when booking the list books something for the line.
    #[must_use]
    pub const fn books(self) -> bool {
        matches!(self, Self::Reconcile(_) | Self::Confirm(_) | Self::Return(_) | Self::Repay(_))
    }
}

/// Why a line stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing in the ledger fits.
    Unknown,
    /// The voucher is booked with another amount.
    AmountDiffers,
    /// The voucher is booked for another day.
    DayDiffers,
    /// The voucher is booked for another title or fiscal year.
    LineDiffers,
    /// An open order of the case has another amount.
    OrderDiffers,
    /// Amount, title and year fit an entry, but the line names neither its case nor its voucher.
    OnlyAmount,
    /// Several entries fit.
    Several,
    /// Who reconciles has ordered it (*Vier-Augen-Prinzip*).
    OwnOrder,
    /// The same line stands further up in the list.
    Repeated,
    /// A payment of the case and amount is booked with another voucher and not reconciled yet.
    OtherVoucher,
    /// Money came back, but neither soon after the payment nor said to be a return.
    NotAReturn,
    /// The day is still to come.
    Future,
    /// The line has no voucher.
    NoVoucher,
    /// A line of nothing.
    Zero,
}

/// A line with what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// The line.
    pub line: CashLine,
    /// What it is.
    pub finding: Finding,
}

/// What the ledger holds that a line can be about.
#[derive(Debug, Default)]
pub struct Facts {
    entries: Vec<Fact>,
    by_voucher: BTreeMap<String, Vec<usize>>,
    reconciled: BTreeSet<Seq>,
    ordered_by: BTreeMap<Seq, PersonNo>,
    /// All folded Kassenzeichen and file numbers.
    references: BTreeSet<String>,
}

/// An order, payment, return, claim or repayment.
#[derive(Debug)]
struct Fact {
    seq: Seq,
    kind: Kind,
    day: Day,
    /// Folded words of the voucher that have both letters and digits.
    words: BTreeSet<String>,
    title: String,
    year: FiscalYear,
    amount: Money,
    left: Money,
    /// The order behind a payment.
    order: Option<Seq>,
    /// Folded Kassenzeichen and file number.
    names: [String; 2],
}

impl Facts {
    /// The kinds of which [`Self::new`] needs all entries that count.
    pub const KINDS: &'static [Kind] = &[
        Kind::PaymentOrdered,
        Kind::HeldOrdered,
        Kind::OrderCancelled,
        Kind::PaymentConfirmed,
        Kind::HeldPaid,
        Kind::PaymentReturned,
        Kind::PaymentRebooked,
        Kind::PaymentReconciled,
        Kind::ClaimRaised,
        Kind::ClaimAnnulled,
        Kind::ClaimWaived,
        Kind::ClaimRepaid,
        Kind::UnusedReturned,
    ];

    /// From the entries of [`Self::KINDS`] that count, in the order of the journal, and the
    /// Kassenzeichen of each grant.
    #[must_use]
    pub fn new(events: &[Event], cash_references: &BTreeMap<FileNumber, String>) -> Self {
        let left = left(events);
        let mut facts = Self::default();
        for event in events {
            if event.kind() == Kind::PaymentReconciled {
                facts.reconciled.extend(event.reference);
            }
            if event.kind().is_order() {
                facts.ordered_by.insert(event.seq, event.actor);
            }
            let Some(line) = event.body.line().filter(|_| is_cash(&event.body)) else { continue };
            let reference = cash_references.get(&line.grant).map_or("", String::as_str);
            let at = facts.entries.len();
            facts.by_voucher.entry(folded(&event.voucher)).or_default().push(at);
            let paid = matches!(event.kind(), Kind::PaymentConfirmed | Kind::HeldPaid);
            let names = [folded(reference), folded(line.grant.as_str())];
            facts.references.extend(names.iter().cloned());
            facts.entries.push(Fact {
                seq: event.seq,
                kind: event.kind(),
                day: event.effective_on,
                words: words(&event.voucher),
                title: folded(line.title.as_str()),
                year: line.fiscal_year,
                amount: line.amount_cents,
                left: left.get(&event.seq).copied().unwrap_or_default(),
                order: event.reference.filter(|_| paid),
                names,
            });
        }
        facts
    }

    /// What each line is, for the person who reconciles, on the day on which this is asked.
    ///
    /// Every line is looked at against the ledger as it is before the list, so that the order of
    /// the lines does not matter. What is booked with the voucher comes first; then what is
    /// waiting. An entry that two lines could be about is left to a person.
    #[must_use]
    pub fn matched(
        &self,
        lines: &[CashLine],
        person: Option<PersonNo>,
        today: Day,
    ) -> Vec<Matched> {
        let mut desk = Desk { facts: self, person, today, explained: BTreeSet::new() };
        let mut seen = BTreeSet::new();
        let mut found: Vec<Option<Found>> = lines
            .iter()
            .map(|line| {
                let key =
                    (&line.voucher, &line.title, line.year, line.day, line.amount, &line.text);
                if seen.insert(key) { desk.exact(line) } else { Some(open(Doubt::Repeated)) }
            })
            .collect();
        let exact = found.iter().flatten().filter(|one| !matches!(one.finding, Finding::Open(..)));
        desk.explained = exact.flat_map(|one| one.about.iter().copied()).collect();
        for (line, found) in lines.iter().zip(&mut found) {
            if found.is_none() {
                *found = Some(desk.waiting(line));
            }
        }
        let found: Vec<Found> = found.into_iter().flatten().collect();
        let mut claims: BTreeMap<Seq, usize> = BTreeMap::new();
        for seq in found.iter().flat_map(|one| &one.about) {
            *claims.entry(*seq).or_default() += 1;
        }
        let settle = |(line, found): (&CashLine, &Found)| {
            let contested = |seq: &&Seq| claims.get(*seq).is_some_and(|count| *count > 1);
            let finding = match (found.finding, found.about.iter().find(contested)) {
                (finding, Some(seq)) if !matches!(finding, Finding::Open(..)) => {
                    Finding::Open(Doubt::Several, Some(*seq))
                }
                (finding, _) => finding,
            };
            Matched { line: line.clone(), finding }
        };
        lines.iter().zip(&found).map(settle).collect()
    }
}

/// True for what moves money at the cash office, and for what waits for it.
fn is_cash(body: &Body) -> bool {
    match body {
        Body::ClaimRepaid(repaid) => repaid.set_off.is_none(),
        other => matches!(
            other.kind(),
            Kind::PaymentOrdered
                | Kind::HeldOrdered
                | Kind::PaymentConfirmed
                | Kind::HeldPaid
                | Kind::PaymentReturned
                | Kind::ClaimRaised
                | Kind::UnusedReturned
        ),
    }
}

/// The words of a voucher that can name it: a number alone names nothing.
fn words(voucher: &str) -> BTreeSet<String> {
    let split = voucher.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|'));
    split.map(folded).filter(|word| is_naming(word)).collect()
}

fn is_naming(word: &str) -> bool {
    word.chars().count() >= 4
        && word.chars().any(char::is_alphabetic)
        && word.chars().any(char::is_numeric)
}

/// A finding with the entries that the line could be about.
struct Found {
    finding: Finding,
    about: Vec<Seq>,
}

const fn open(doubt: Doubt) -> Found {
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

struct Desk<'a> {
    facts: &'a Facts,
    person: Option<PersonNo>,
    today: Day,
    /// Booked entries that a line of the list is about.
    explained: BTreeSet<Seq>,
}

impl<'a> Desk<'a> {
    /// What the line is by itself or by what is booked with its voucher; `None` when it can be
    /// about something that waits.
    fn exact(&self, line: &CashLine) -> Option<Found> {
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

    fn is_booked(&self, fact: &Fact) -> Found {
        let finding = if BACK.contains(&fact.kind) {
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
    fn waiting(&self, line: &CashLine) -> Found {
        if line.amount.is_negative() { self.back(line) } else { self.paid(line) }
    }

    /// Entries of these kinds on the line's title and year, until its day, with something left.
    fn entries(&self, kinds: &[Kind], line: &CashLine) -> Vec<&'a Fact> {
        let fits = |fact: &&Fact| {
            kinds.contains(&fact.kind)
                && same_line(fact, line)
                && fact.day <= line.day
                && fact.left.is_positive()
        };
        self.facts.entries.iter().filter(fits).collect()
    }

    /// Those that the line names: by the case, of several of a case by the whole voucher.
    fn named(&self, fits: &[&'a Fact], line: &CashLine) -> Vec<&'a Fact> {
        let hits = named(&line.text, &self.facts.references);
        let voucher = folded(&line.voucher);
        let exact = |fact: &Fact| fact.words.contains(&voucher) && !fact.names.contains(&voucher);
        let named = |fact: &&Fact| if hits.is_empty() { exact(fact) } else { of_case(fact, &hits) };
        let all: Vec<&Fact> = fits.iter().copied().filter(named).collect();
        let sure: Vec<&Fact> = all.iter().copied().filter(|fact| exact(fact)).collect();
        if sure.len() == 1 { sure } else { all }
    }

    /// A line with which money went out.
    fn paid(&self, line: &CashLine) -> Found {
        let orders = self.entries(ORDERED, line);
        let (fits, others): (Vec<&Fact>, Vec<&Fact>) =
            orders.into_iter().partition(|fact| fact.left == line.amount);
        let named = self.named(&fits, line);
        let [order] = named.as_slice() else {
            let other = self.named(&others, line);
            return match (named.is_empty(), fits.is_empty()) {
                (false, _) => several(&named),
                (_, false) => open_at(Doubt::OnlyAmount, &fits),
                _ if other.is_empty() => open(Doubt::Unknown),
                _ => open_at(Doubt::OrderDiffers, &other),
            };
        };
        // What came back before it was ordered again is not this payment.
        let by_hand = self.facts.entries.iter().find(|fact| {
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
        let amount = line.amount.abs();
        let whole = |fact: &&Fact| fact.left == amount;
        let claims: Vec<&Fact> =
            self.entries(&[Kind::ClaimRaised], line).into_iter().filter(whole).collect();
        let payments: Vec<&Fact> = self
            .entries(PAID, line)
            .into_iter()
            .filter(|fact| fact.left == amount && fact.amount == amount)
            .collect();
        let (claimed, paid) = (self.named(&claims, line), self.named(&payments, line));
        match (claimed.as_slice(), paid.as_slice()) {
            ([claim], []) => Found { finding: Finding::Repay(claim.seq), about: vec![claim.seq] },
            ([], [payment]) if !claims.is_empty() => open_at(Doubt::OnlyAmount, &[payment]),
            ([], [payment]) if is_return(payment, line) => {
                Found { finding: Finding::Return(payment.seq), about: vec![payment.seq] }
            }
            ([], [payment]) => open_at(Doubt::NotAReturn, &[payment]),
            ([], []) if claims.is_empty() && payments.is_empty() => open(Doubt::Unknown),
            ([], []) => open_at(Doubt::OnlyAmount, &[claims, payments].concat()),
            _ => several(&[claimed, paid].concat()),
        }
    }
}

/// Soon after the payment, or said to be a return.
fn is_return(payment: &Fact, line: &CashLine) -> bool {
    let said = line.text.to_uppercase();
    working_days_apart(payment.day, line.day) <= RETURN_DAYS
        || RETURN_WORDS.iter().any(|word| said.contains(word))
}

fn same_line(fact: &Fact, line: &CashLine) -> bool {
    fact.title == folded(&line.title) && fact.year == line.year
}

/// True when every reference that the line names is one of this case.
fn of_case(fact: &Fact, hits: &BTreeSet<String>) -> bool {
    hits.iter().all(|hit| fact.names.contains(hit))
}
