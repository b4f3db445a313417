//! The list of the cash office (*Istliste*) against the ledger: what each of its lines is.
//!
//! The cash office keeps the book of record (§ 70 ThürLHO): its lines confirm orders, are found
//! again in what is booked, or come back. Keys are voucher, title, fiscal year, day and amount
//! (domain.md section 2.4). What is not beyond doubt stays open for a person (*ungeklärt*).

mod desk;
mod reading;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::desk::{Desk, Found};
pub use self::reading::{Identity, ListRead, News, OpenLine, Readings, SAMPLED};
use super::case::left;
use super::reference::{Known, folded};
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
    /// An earlier reading left it open because the same line stands above it in its list.
    pub repeated: bool,
}

/// A row of a list that the cash office fills in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateRow {
    /// Voucher; empty where it is still to come.
    pub voucher: String,
    /// Title.
    pub title: String,
    /// Fiscal year.
    pub year: FiscalYear,
    /// Booking day; none where it is still to come.
    pub day: Option<Day>,
    /// Amount in cents: above zero what was paid, below what came back.
    pub amount: Money,
    /// What names the case.
    pub text: String,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Booked and reconciled already: nothing to do.
    Known(Seq),
    /// A repayment that is booked with the same voucher: nothing to do.
    Booked(Seq),
    /// A return (*Rückläufer*) that is booked with the same voucher: nothing to do.
    Returned(Seq),
    /// A payment that is booked: to be marked as reconciled.
    Reconcile(Seq),
    /// An open order: to be confirmed and marked as reconciled.
    Confirm(Seq),
    /// A payment that came back (*Rückläufer*).
    Return(Seq),
    /// A payment that another line of the list confirms came back: the order behind it.
    ReturnConfirmed(Seq),
    /// A claim that was repaid.
    Repay(Seq),
    /// Open for a person (*ungeklärt*), with the entry that comes nearest, if there is one.
    Open(Doubt, Option<Seq>),
}

impl Finding {
    /// True when booking the list books something for the line.
    #[must_use]
    pub const fn books(self) -> bool {
        matches!(
            self,
            Self::Reconcile(_)
                | Self::Confirm(_)
                | Self::Return(_)
                | Self::ReturnConfirmed(_)
                | Self::Repay(_)
        )
    }

    /// True when the line is in the ledger already, as it should be.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Known(_) | Self::Booked(_) | Self::Returned(_))
    }

    /// True when a person has to look at the line (*ungeklärt*).
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open(..))
    }

    /// The entry that the line is about.
    #[must_use]
    pub const fn entry(self) -> Option<Seq> {
        match self {
            Self::Known(seq)
            | Self::Booked(seq)
            | Self::Returned(seq)
            | Self::Reconcile(seq)
            | Self::Confirm(seq)
            | Self::Return(seq)
            | Self::ReturnConfirmed(seq)
            | Self::Repay(seq) => Some(seq),
            Self::Open(_, seq) => seq,
        }
    }
}

/// Why a line stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// Several orders that the line names have its amount together.
    Bundled,
    /// Only a part of a payment or claim came back.
    Partial,
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
    /// Of an open line what stands in the entry that comes nearest.
    pub near: Option<Near>,
}

/// What an entry holds that an open line comes near to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Number in the journal.
    pub seq: Seq,
    /// Its day.
    pub day: Day,
    /// Title.
    pub title: String,
    /// Fiscal year.
    pub year: FiscalYear,
    /// Amount in cents, with the sign of the line; of an order or claim what is left of it.
    pub amount: Money,
}

/// What the ledger holds that a line can be about.
#[derive(Debug, Default)]
pub struct Facts {
    entries: Vec<Fact>,
    by_voucher: BTreeMap<String, Vec<usize>>,
    reconciled: BTreeSet<Seq>,
    ordered_by: BTreeMap<Seq, PersonNo>,
    /// All folded Kassenzeichen and file numbers.
    references: Known,
    /// Entries by what is left of them on their title and year.
    by_left: BTreeMap<(String, FiscalYear, Money), Vec<usize>>,
    /// Entries by folded Kassenzeichen and file number, and by the words of their voucher.
    by_name: BTreeMap<String, Vec<usize>>,
    by_word: BTreeMap<String, Vec<usize>>,
}

/// An order, payment, return, claim or repayment.
#[derive(Debug)]
struct Fact {
    seq: Seq,
    kind: Kind,
    day: Day,
    /// Folded words of the voucher that have both letters and digits.
    words: BTreeSet<String>,
    /// Folded title, and the title as it is written.
    title: String,
    written: String,
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
        let mut references = BTreeSet::new();
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
            references.extend(names.iter().cloned());
            let fact = Fact {
                seq: event.seq,
                kind: event.kind(),
                day: event.effective_on,
                words: words(&event.voucher),
                title: folded(line.title.as_str()),
                written: line.title.to_string(),
                year: line.fiscal_year,
                amount: line.amount_cents,
                left: left.get(&event.seq).copied().unwrap_or_default(),
                order: event.reference.filter(|_| paid),
                names,
            };
            facts.index(&fact, at);
            facts.entries.push(fact);
        }
        facts.references = references.into_iter().collect();
        facts
    }

    /// So that a line need not be held against every entry.
    fn index(&mut self, fact: &Fact, at: usize) {
        let left = (fact.title.clone(), fact.year, fact.left);
        self.by_left.entry(left).or_default().push(at);
        let names: BTreeSet<&String> = fact.names.iter().collect();
        for name in names {
            self.by_name.entry(name.clone()).or_default().push(at);
        }
        for word in &fact.words {
            self.by_word.entry(word.clone()).or_default().push(at);
        }
    }

    /// The place of an entry.
    fn place(&self, seq: Seq) -> Option<usize> {
        self.entries.binary_search_by_key(&seq, |fact| fact.seq).ok()
    }

    /// The entry of that number.
    fn entry(&self, seq: Seq) -> Option<&Fact> {
        self.place(seq).and_then(|at| self.entries.get(at))
    }

    /// The entries at these places.
    fn at<'f>(&'f self, places: Option<&'f Vec<usize>>) -> impl Iterator<Item = &'f Fact> {
        places.into_iter().flatten().filter_map(|at| self.entries.get(*at))
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
                let again = line.repeated || !seen.insert(key);
                if again { Some(desk.repeated(line)) } else { desk.exact(line) }
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
        // What pays and what takes the payment back do not compete for it.
        let mut claims: BTreeMap<(Seq, bool), usize> = BTreeMap::new();
        for (line, found) in lines.iter().zip(&found) {
            for seq in &found.about {
                *claims.entry((*seq, line.amount.is_negative())).or_default() += 1;
            }
        }
        let settle = |(line, found): (&CashLine, &Found)| {
            let back = line.amount.is_negative();
            let contested = |seq: &&Seq| claims.get(&(**seq, back)).is_some_and(|count| *count > 1);
            let finding = match (found.finding, found.about.iter().find(contested)) {
                (finding, Some(seq)) if !matches!(finding, Finding::Open(..)) => {
                    Finding::Open(Doubt::Several, Some(*seq))
                }
                (finding, _) => finding,
            };
            Matched { line: line.clone(), finding, near: None }
        };
        let mut matched: Vec<Matched> = lines.iter().zip(&found).map(settle).collect();
        desk.returns_of_confirmed(&mut matched);
        for one in &mut matched {
            if let Finding::Open(_, Some(seq)) = one.finding {
                one.near = self.near(seq, &one.line);
            }
        }
        matched
    }

    fn near(&self, seq: Seq, line: &CashLine) -> Option<Near> {
        let fact = self.entry(seq)?;
        let waits = fact.kind.is_order() || fact.kind == Kind::ClaimRaised;
        let amount = if waits { fact.left } else { fact.amount };
        Some(Near {
            seq,
            day: fact.day,
            title: fact.written.clone(),
            year: fact.year,
            amount: if line.amount.is_negative() { -amount } else { amount },
        })
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
