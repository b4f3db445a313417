//! What is left to decide of a draw, an order, a payment or a claim, from the events alone.

use std::collections::BTreeMap;

use super::body::LineAmount;
use super::{Body, Event, FileNumber, Money, RecipientKey, Seq};

impl Body {
    /// Due line and amount of an event that moves one along.
    #[must_use]
    pub const fn line(&self) -> Option<&LineAmount> {
        Some(match self {
            Self::DrawRequested(body) => &body.line,
            Self::PaymentOrdered(body) => &body.line,
            Self::OrderCancelled(body) => &body.line,
            Self::PaymentConfirmed(body) => &body.line,
            Self::PaymentReturned(body) => &body.line,
            Self::ClaimRaised(body) => &body.line,
            Self::ClaimRepaid(body) => &body.line,
            _ => return None,
        })
    }

    /// The grant that the event concerns.
    #[must_use]
    pub fn grant(&self) -> Option<&FileNumber> {
        match self {
            Self::GrantIssued(body) => Some(&body.grant),
            Self::GrantIncreased(body) => Some(&body.grant),
            Self::GrantReduced(body) => Some(&body.grant),
            Self::BeneficiaryNamed(body) => Some(&body.grant),
            other => other.line().map(|line| &line.grant),
        }
    }

    /// Eligible expenditure that an amending notice sets anew, in cents.
    #[must_use]
    pub const fn new_eligible(&self) -> Option<Money> {
        match self {
            Self::GrantIncreased(body) => body.eligible_cents,
            Self::GrantReduced(body) => body.eligible_cents,
            Self::ClaimRaised(body) => body.eligible_cents,
            _ => None,
        }
    }

    /// The amount that the event is about, as positive as it is written.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        match self {
            Self::AppropriationVoted(body) => Some(body.amount_cents),
            Self::AuthorityVoted(body) => Some(body.amount_cents),
            Self::GrantIssued(body) => Some(body.lines.iter().map(|l| l.amount_cents).sum()),
            Self::GrantIncreased(body) => Some(body.lines.iter().map(|l| l.amount_cents).sum()),
            Self::GrantReduced(body) => {
                Some(-body.lines.iter().map(|l| l.amount_cents).sum::<Money>())
            }
            other => other.line().map(|line| line.amount_cents),
        }
    }

    /// Key of what the event concerns: grant, title, milestone, indicator, person, recipient.
    #[must_use]
    pub fn object(&self) -> String {
        match self {
            Self::ProgrammeFounded(body) => body.name.clone(),
            Self::PersonEnrolled(body) => body.person.person.0.to_string(),
            Self::TitleRegistered(body) => body.title.to_string(),
            Self::AppropriationVoted(body) => format!("{}, {}", body.title, body.fiscal_year.0),
            Self::AuthorityVoted(body) => {
                format!("{}, {} → {}", body.title, body.budget_year.0, body.due_year.0)
            }
            Self::RecipientRegistered(body) => body.name.clone(),
            Self::BankAccountRecorded(body) => body.holder.clone(),
            Self::MilestonePlanned(body) => body.milestone.to_string(),
            Self::MilestoneForecast(body) => body.milestone.to_string(),
            Self::MilestoneReached(body) => body.milestone.to_string(),
            Self::IndicatorDefined(body) => body.indicator.to_string(),
            Self::IndicatorRead(body) => body.indicator.to_string(),
            other => other.grant().map_or_else(String::new, ToString::to_string),
        }
    }
}

/// What is left of each event: of a draw to order, of an order to pay or cancel, of a payment to
/// return or claim, of a claim to repay.
///
/// `events` are those that count (none reversed), in the order of the journal. A cancelled order
/// and a returned payment give their amount back to the draw (I12).
#[must_use]
pub fn left(events: &[Event]) -> BTreeMap<Seq, Money> {
    let by_seq: BTreeMap<Seq, &Event> = events.iter().map(|event| (event.seq, event)).collect();
    let mut left = BTreeMap::new();
    for event in events {
        let Some(line) = event.body.line() else { continue };
        let amount = line.amount_cents;
        let referred = event.reference.and_then(|seq| by_seq.get(&seq));
        match &event.body {
            Body::OrderCancelled(_) | Body::PaymentReturned(_) | Body::ClaimRepaid(_) => {}
            _ => {
                left.insert(event.seq, amount);
            }
        }
        if let Some(referred) = referred {
            *left.entry(referred.seq).or_default() -= amount;
            if let Some(draw) = draw_of(event, &by_seq) {
                *left.entry(draw).or_default() += amount;
            }
        }
    }
    left
}

/// The draw that gets its amount back by a cancellation or a return.
fn draw_of(event: &Event, by_seq: &BTreeMap<Seq, &Event>) -> Option<Seq> {
    let order = match &event.body {
        Body::OrderCancelled(_) => by_seq.get(&event.reference?)?,
        Body::PaymentReturned(_) => {
            let payment = by_seq.get(&event.reference?)?;
            by_seq.get(&payment.reference?)?
        }
        _ => return None,
    };
    order.reference
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

/// True when the IBAN's length (15 to 34, German 22) and check digits (ISO 13616, mod 97) fit.
#[must_use]
pub fn is_iban(iban: &str) -> bool {
    let plain = (15..=34).contains(&iban.len())
        && iban.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && iban.bytes().take(2).all(|byte| byte.is_ascii_uppercase())
        && (!iban.starts_with("DE") || iban.len() == 22);
    let rearranged = iban.chars().skip(4).chain(iban.chars().take(4));
    plain
        && rearranged.fold(0_u32, |rest, character| {
            let value = character.to_digit(36).unwrap_or(0);
            (rest * if value > 9 { 100 } else { 10 } + value) % 97
        }) == 1
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
    fn an_iban_with_one_digit_changed_is_refused() {
        assert!(is_iban("DE89370400440532013000"));
        assert!(!is_iban("DE89370400440532013001"));
        assert!(!is_iban("DE8937040044053201300"));
        assert!(!is_iban("de89370400440532013000"));
    }

    #[test]
    fn the_payment_text_has_only_characters_that_banks_carry() {
        let text = payment_text("SÖM–4711", &FileNumber::new("EG-2020-001"), 2, 2020);
        assert_eq!(text, "SOeM 4711 EG-2020-001 RATE 2 HHJ 2020");
    }
}
