//! The list of the cash office (*Istliste*) against the ledger: what each of its lines is.
//!
//! The cash office keeps the book of record (§ 70 ThürLHO): its lines confirm orders, are found
//! again in what is booked, or come back. Keys are voucher, title, fiscal year, day and amount
//! (domain.md section 2.4). What is not beyond doubt stays open for a person (*ungeklärt*).

use std::collections::{BTreeMap, BTreeSet};

use super::case::left;
use super::{Body, Day, Event, FileNumber, FiscalYear, Kind, Money, PersonNo, Seq, TitleKey};

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
    /// The same voucher stands further up in the list.
    Repeated,
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
}

/// An order, payment, return, claim or repayment.
#[derive(Debug)]
struct Fact {
    seq: Seq,
    kind: Kind,
    day: Day,
    voucher: String,
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
            let voucher = folded(&event.voucher);
            facts.by_voucher.entry(voucher.clone()).or_default().push(facts.entries.len());
            let paid = matches!(event.kind(), Kind::PaymentConfirmed | Kind::HeldPaid);
            facts.entries.push(Fact {
                seq: event.seq,
                kind: event.kind(),
                day: event.effective_on,
                voucher,
                title: title_folded(&line.title),
                year: line.fiscal_year,
                amount: line.amount_cents,
                left: left.get(&event.seq).copied().unwrap_or_default(),
                order: event.reference.filter(|_| paid),
                names: [folded(reference), folded(line.grant.as_str())],
            });
        }
        facts
    }

    /// What each line is, for the person who reconciles. No entry is taken by two lines.
    #[must_use]
    pub fn matched(&self, lines: &[CashLine], person: Option<PersonNo>) -> Vec<Matched> {
        let mut desk = Desk { facts: self, person, taken: BTreeSet::new(), seen: BTreeSet::new() };
        let found = |line: &CashLine| Matched { line: line.clone(), finding: desk.finding(line) };
        lines.iter().map(found).collect()
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

/// Letters and digits alone: banks and spreadsheets write blanks and dots where they like.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

fn title_folded(title: &TitleKey) -> String {
    folded(title.as_str())
}

struct Desk<'a> {
    facts: &'a Facts,
    person: Option<PersonNo>,
    /// Entries that a line of the list is about already.
    taken: BTreeSet<Seq>,
    /// Vouchers of the list so far, with the sign of their amount.
    seen: BTreeSet<(String, bool)>,
}

impl Desk<'_> {
    fn finding(&mut self, line: &CashLine) -> Finding {
        let voucher = folded(&line.voucher);
        if line.amount.is_zero() {
            return Finding::Open(Doubt::Zero, None);
        }
        if voucher.is_empty() {
            return Finding::Open(Doubt::NoVoucher, None);
        }
        if !self.seen.insert((voucher.clone(), line.amount.is_negative())) {
            return Finding::Open(Doubt::Repeated, None);
        }
        let found = if line.amount.is_negative() {
            self.back(line, &voucher)
        } else {
            self.paid(line, &voucher)
        };
        match found {
            Finding::Known(seq)
            | Finding::Booked(seq)
            | Finding::Reconcile(seq)
            | Finding::Confirm(seq)
            | Finding::Return(seq)
            | Finding::Repay(seq) => drop(self.taken.insert(seq)),
            Finding::Open(..) => {}
        }
        found
    }

    /// Entries of these kinds that no line has taken.
    fn entries(&self, kinds: &'static [Kind]) -> impl Iterator<Item = &Fact> {
        let free =
            move |fact: &&Fact| kinds.contains(&fact.kind) && !self.taken.contains(&fact.seq);
        self.facts.entries.iter().filter(free)
    }

    /// The entry of these kinds that is booked with the voucher.
    fn booked(&self, voucher: &str, kinds: &[Kind]) -> Option<&Fact> {
        let places = self.facts.by_voucher.get(voucher)?;
        let facts = places.iter().map(|at| &self.facts.entries[*at]);
        let mut fits = facts.filter(|fact| kinds.contains(&fact.kind));
        fits.find(|fact| !self.taken.contains(&fact.seq))
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

    /// A line with which money went out.
    fn paid(&self, line: &CashLine, voucher: &str) -> Finding {
        const PAID: &[Kind] = &[Kind::PaymentConfirmed, Kind::HeldPaid];
        if let Some(fact) = self.booked(voucher, PAID) {
            if let Some(doubt) = Self::doubt(fact, line) {
                return Finding::Open(doubt, Some(fact.seq));
            }
            if self.facts.reconciled.contains(&fact.seq) {
                return Finding::Known(fact.seq);
            }
            return self.by_another(fact.order, Finding::Reconcile(fact.seq));
        }
        let open: Vec<&Fact> = self
            .entries(&[Kind::PaymentOrdered, Kind::HeldOrdered])
            .filter(|fact| fact.left.is_positive() && same_line(fact, line))
            .filter(|fact| fact.day <= line.day)
            .collect();
        let (fits, others): (Vec<&Fact>, Vec<&Fact>) =
            open.into_iter().partition(|fact| fact.left == line.amount);
        match one(&fits, line, voucher) {
            Ok(fact) => self.by_another(Some(fact.seq), Finding::Confirm(fact.seq)),
            Err(Doubt::Unknown) => {
                let named = others.iter().find(|fact| names(fact, line, voucher));
                named.map_or(Finding::Open(Doubt::Unknown, None), |fact| {
                    Finding::Open(Doubt::OrderDiffers, Some(fact.seq))
                })
            }
            Err(doubt) => Finding::Open(doubt, fits.first().map(|fact| fact.seq)),
        }
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

    /// A line with which money came back.
    fn back(&self, line: &CashLine, voucher: &str) -> Finding {
        const BACK: &[Kind] = &[Kind::PaymentReturned, Kind::ClaimRepaid, Kind::UnusedReturned];
        if let Some(fact) = self.booked(voucher, BACK) {
            return match Self::doubt(fact, line) {
                Some(doubt) => Finding::Open(doubt, Some(fact.seq)),
                None => Finding::Booked(fact.seq),
            };
        }
        let amount = line.amount.abs();
        let fits = |kinds: &'static [Kind]| -> Vec<&Fact> {
            self.entries(kinds)
                .filter(|fact| same_line(fact, line) && fact.left == amount)
                .filter(|fact| fact.day <= line.day)
                .collect()
        };
        let claims = fits(&[Kind::ClaimRaised]);
        let payments = fits(&[Kind::PaymentConfirmed, Kind::HeldPaid]);
        match (one(&claims, line, voucher), one(&payments, line, voucher)) {
            (Ok(claim), Err(_)) => Finding::Repay(claim.seq),
            (Err(_), Ok(payment)) => Finding::Return(payment.seq),
            (Ok(claim), Ok(_)) => Finding::Open(Doubt::Several, Some(claim.seq)),
            (Err(Doubt::Unknown), Err(doubt)) | (Err(doubt), Err(_)) => {
                let nearest = claims.first().or(payments.first());
                Finding::Open(doubt, nearest.map(|fact| fact.seq))
            }
        }
    }
}

fn same_line(fact: &Fact, line: &CashLine) -> bool {
    fact.title == folded(&line.title) && fact.year == line.year
}

/// True when the line names the case or the voucher of the entry.
fn names(fact: &Fact, line: &CashLine, voucher: &str) -> bool {
    let text = folded(&line.text);
    let by_case = fact.names.iter().any(|name| name.len() >= 4 && text.contains(name.as_str()));
    by_case || (voucher.len() >= 4 && fact.voucher.contains(voucher))
}

/// The one entry that the line names; else why there is none.
fn one<'a>(fits: &[&'a Fact], line: &CashLine, voucher: &str) -> Result<&'a Fact, Doubt> {
    let named: Vec<&&Fact> = fits.iter().filter(|fact| names(fact, line, voucher)).collect();
    // A voucher that only one of them has decides between two of one case.
    let exact: Vec<&&Fact> =
        named.iter().copied().filter(|fact| fact.voucher.contains(voucher)).collect();
    match (named.as_slice(), exact.as_slice()) {
        ([only], _) | (_, [only]) => Ok(only),
        ([], _) if fits.is_empty() => Err(Doubt::Unknown),
        ([], _) => Err(Doubt::OnlyAmount),
        _ => Err(Doubt::Several),
    }
}
