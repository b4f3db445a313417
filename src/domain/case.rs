//! What is left to decide of a draw, an order, a payment or a claim, from the events alone.

use std::collections::BTreeMap;

use iban::{Iban, IbanLike as _};

use super::{Body, Event, FileNumber, Kind, Money, RecipientKey, Seq};

/// What is left of each event: of a draw to order, of an order to pay or cancel, of a payment to
/// return, claim or rebook, of a held return to pay again, of a claim to repay, of a return as
/// revenue to restore.
///
/// `events` are those that count (none reversed), in the order of the journal. What is cancelled,
/// returned or annulled gives its amount back to the draw or payment that it came from (I12).
#[must_use]
pub fn left(events: &[Event]) -> BTreeMap<Seq, Money> {
    let by_seq: BTreeMap<Seq, &Event> = events.iter().map(|event| (event.seq, event)).collect();
    let mut left = BTreeMap::new();
    for event in events {
        let Some(line) = event.body.line() else { continue };
        let amount = line.amount_cents;
        if keeps_amount(&event.body) {
            left.insert(event.seq, amount);
        }
        if let Some(referred) = event.reference.and_then(|seq| by_seq.get(&seq)) {
            *left.entry(referred.seq).or_default() -= amount;
            if let Some(source) = source_of(event, &by_seq) {
                *left.entry(source).or_default() += amount;
            }
        }
    }
    left
}

/// True for events of whose amount something is left for others to take.
fn keeps_amount(body: &Body) -> bool {
    match body {
        Body::PaymentReturned(returned) => returned.held,
        Body::UnusedReturned(returned) => returned.revenue_year.is_some(),
        other => !matches!(
            other.kind(),
            Kind::DrawReduced
                | Kind::DrawRejected
                | Kind::DrawWithdrawn
                | Kind::OrderCancelled
                | Kind::ClaimRepaid
                | Kind::ClaimAnnulled
                | Kind::ClaimWaived
        ),
    }
}

/// The draw that gets its amount back by a cancellation or return, or the payment by an
/// annulled claim.
fn source_of(event: &Event, by_seq: &BTreeMap<Seq, &Event>) -> Option<Seq> {
    let referred = by_seq.get(&event.reference?)?;
    match &event.body {
        Body::OrderCancelled(_) | Body::ClaimAnnulled(_) => referred.reference,
        Body::PaymentReturned(returned) if !returned.held => {
            by_seq.get(&referred.reference?)?.reference
        }
        _ => None,
    }
}

/// The attestations of a draw that count, arithmetic and factual: none sent back since.
///
/// `following` are the events that refer to the draw and count, in the order of the journal.
#[must_use]
pub fn attestations<'a>(
    following: impl IntoIterator<Item = &'a Event>,
) -> (Option<&'a Event>, Option<&'a Event>) {
    let (mut arithmetic, mut factual) = (None, None);
    for event in following {
        match event.kind() {
            Kind::ArithmeticAttested => arithmetic = Some(event),
            Kind::FactuallyAttested => factual = Some(event),
            Kind::DrawSentBack => (arithmetic, factual) = (None, None),
            _ => {}
        }
    }
    (arithmetic, factual)
}

/// What stands of an order: neither cancelled nor come back from the bank.
///
/// `events` are those of its grant that count.
#[must_use]
pub fn standing(events: &[Event], order: &Event) -> Money {
    let following = |seq: Seq| events.iter().filter(move |event| event.reference == Some(seq));
    let mut standing = order.body.amount().unwrap_or_default();
    for decision in following(order.seq) {
        standing -= match decision.kind() {
            Kind::OrderCancelled => decision.body.amount().unwrap_or_default(),
            Kind::PaymentConfirmed | Kind::HeldPaid => following(decision.seq)
                .filter(|returned| returned.kind() == Kind::PaymentReturned)
                .filter_map(|returned| returned.body.amount())
                .sum(),
            _ => Money::ZERO,
        };
    }
    standing
}

/// Numbers of the instalments (*Raten*) of a grant, one per order.
///
/// A payment that came back and an order that was cancelled are repeated under their number; every
/// other order has the next that the grant has not used, so that no two credits bear the same.
#[derive(Debug, Default)]
pub struct Rates {
    most: usize,
    /// Numbers that came back, by the draw or held return that is ordered again.
    back: BTreeMap<Seq, Vec<usize>>,
}

impl Rates {
    /// The numbers given so far. `events` are those of the grant that count, in the order of the
    /// journal.
    #[must_use]
    pub fn new(events: &[Event]) -> Self {
        let by_seq: BTreeMap<Seq, &Event> = events.iter().map(|event| (event.seq, event)).collect();
        let mut rates = Self::default();
        let mut given: BTreeMap<Seq, usize> = BTreeMap::new();
        for event in events {
            let Some(referred) = event.reference.and_then(|seq| by_seq.get(&seq)) else { continue };
            match &event.body {
                body if body.kind().is_order() => {
                    given.insert(event.seq, rates.next(referred.seq));
                }
                Body::OrderCancelled(_) if standing(events, referred).is_zero() => {
                    rates.give_back(given.get(&referred.seq), referred.reference);
                }
                Body::PaymentReturned(returned) => {
                    let order = referred.reference.and_then(|seq| by_seq.get(&seq));
                    let draw = order.and_then(|order| order.reference);
                    let again = if returned.held { Some(event.seq) } else { draw };
                    rates.give_back(order.and_then(|order| given.get(&order.seq)), again);
                }
                _ => {}
            }
        }
        rates
    }

    fn give_back(&mut self, rate: Option<&usize>, to: Option<Seq>) {
        if let (Some(rate), Some(to)) = (rate, to) {
            self.back.entry(to).or_default().push(*rate);
        }
    }

    /// Takes the number of an order on that draw or held return.
    pub fn next(&mut self, ordered: Seq) -> usize {
        if let Some(back) = self.back.get_mut(&ordered).filter(|back| !back.is_empty()) {
            return back.remove(0);
        }
        self.most += 1;
        self.most
    }
}

/// Text for the recipient's bank statement: Kassenzeichen, file number, instalment and year, in
/// the SEPA character set (domain.md section 4).
#[must_use]
pub fn payment_text(cash_reference: &str, grant: &FileNumber, rate: usize, year: i32) -> String {
    let text = format!("{cash_reference} {grant} RATE {rate} HHJ {year}");
    let mut plain = String::new();
    for character in text.chars() {
        match character {
            'ä' => plain.push_str("ae"),
            'ö' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'Ä' => plain.push_str("Ae"),
            'Ö' => plain.push_str("Oe"),
            'Ü' => plain.push_str("Ue"),
            'ß' => plain.push_str("ss"),
            other if is_sepa(other) => plain.push(other),
            _ => plain.push(' '),
        }
    }
    plain.chars().take(140).collect()
}

/// True for characters that every bank of the SEPA area carries.
#[must_use]
pub fn is_sepa(character: char) -> bool {
    character.is_ascii_alphanumeric() || " /-?:().,'+".contains(character)
}

/// An international bank account number in groups of four, which stay on one line.
#[must_use]
pub fn grouped_iban(iban: &str) -> String {
    let mut grouped = String::with_capacity(iban.len() * 5 / 4 + 1);
    for (place, character) in iban.chars().filter(|c| !c.is_whitespace()).enumerate() {
        if place > 0 && place % 4 == 0 {
            grouped.push('\u{a0}');
        }
        grouped.push(character);
    }
    grouped
}

/// True when it is an IBAN in electronic form, without blanks: check digits (ISO 13616, 02 to 98,
/// mod 97), and length and signs as the registry of SWIFT has them for its country.
#[must_use]
pub fn is_iban(iban: &str) -> bool {
    // The paper form is one, too, but not what is kept and compared.
    iban.parse::<Iban>()
        .is_ok_and(|read| read.electronic_str() == iban && (2..=98).contains(&read.check_digits()))
}

/// A recipient's key must be of a known shape: 5 or 8 digits, or an own key with a letter.
#[must_use]
pub fn is_recipient_key(key: &RecipientKey) -> bool {
    let text = key.as_str();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits {
        matches!(text.len(), 5 | 8)
    } else {
        (2..=32).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_number_stands_in_groups_of_four() {
        let written = grouped_iban("DE02120300000000202051").replace('\u{a0}', " ");
        assert_eq!(written, "DE02 1203 0000 0000 2020 51");
    }

    #[test]
    fn an_iban_with_one_digit_changed_is_refused() {
        assert!(is_iban("DE89370400440532013000"));
        assert!(!is_iban("DE89370400440532013001"));
        assert!(!is_iban("DE8937040044053201300"));
        assert!(!is_iban("de89370400440532013000"));
    }

    #[test]
    fn an_iban_has_the_form_of_its_country_whatever_its_check_digits() {
        for good in [
            "DE02370400440000000024",
            "DE98370400440000000042",
            "AT611904300234573201",
            "FR1420041010050500013M02606",
            "LI21088100002324013AA",
            "MT84MALT011000012345MTLCAST001S",
            "SC18SSCB11010000000000001497USD",
            "VA59001123000012345678",
            "XK051212012345678906",
        ] {
            assert!(is_iban(good), "{good}");
        }
        for bad in [
            "XX46370400440532013000",
            "DE283704004405320130OO",
            "DE5137040044053201300",
            "NL7112345678901234",
            "DE89 3704 0044 0532 0130 00",
            // What 98 and 02 would be if the rest of a division did not have to be the smallest.
            "DE01370400440000000042",
            "DE99370400440000000024",
            "DE00370400440532013000",
            "NOTPROVIDED",
            "",
        ] {
            assert!(!is_iban(bad), "{bad}");
        }
    }

    #[test]
    fn the_payment_text_has_only_characters_that_banks_carry() {
        let text = payment_text("SÖM–4711", &FileNumber::new("EG-2020-001"), 2, 2020);
        assert_eq!(text, "SOeM 4711 EG-2020-001 RATE 2 HHJ 2020");
    }
}
