//! Refusals as sentences: what, where, by how much, and what to do.

mod case;
mod key;
mod year;

use super::Text;
use super::sentence::shown;
use crate::domain::refusal::Misfit;
use crate::domain::{Day, Kind, Money, PersonNo, Refusal, Seq};
use key::key;

type Args = Vec<(&'static str, String)>;

impl Text {
    /// The refusal as one or two sentences with its figures, then code and rule in brackets:
    /// `… 0,01 € zu viel. [G01, VV zu § 44 ThürLHO]`.
    #[must_use]
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let sentence = self.refusal_sentence(refusal);
        // A law or standard says more to the reader than the number of an invariant.
        let laws: Vec<&str> =
            refusal.rule().split(", ").filter(|rule| !is_invariant(rule)).collect();
        let rule = if laws.is_empty() { refusal.rule().to_owned() } else { laws.join(", ") };
        let rule = rule.replace("§ ", "§\u{a0}");
        format!("{sentence} [{}, {rule}]", refusal.code())
    }

    /// The refusal without code and rule, for a hint below a field.
    #[must_use]
    pub fn refusal_sentence(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::TextMissing { field, least } => {
                let args = [("field", self.field_name(field))];
                self.select("refusal-text-missing", &args, ("least", *least))
            }
            Refusal::TextTooLong { field, most } => {
                let args = [("field", self.field_name(field))];
                self.select("refusal-text-too-long", &args, ("most", *most))
            }
            Refusal::ReferenceWrong { expected, given } => self.reference_wrong(expected, *given),
            other => self.quoting(key(other), &self.refusal_args(other)),
        }
    }

    fn reference_wrong(&self, expected: &[Kind], given: Option<Seq>) -> String {
        let kinds = ("kinds", self.any_kind(expected));
        match (expected, given) {
            ([], None) => self.get("refusal-reference-unknown"),
            ([], Some(given)) => {
                self.format("refusal-reference-unwanted", &[("seq", given.to_string())])
            }
            (_, None) => self.format("refusal-reference-missing", &[kinds]),
            (_, Some(given)) => {
                self.format("refusal-reference-wrong", &[("seq", given.to_string()), kinds])
            }
        }
    }

    fn refusal_args(&self, refusal: &Refusal) -> Args {
        self.budget_args(refusal)
            .or_else(|| self.year_args(refusal))
            .or_else(|| self.case_args(refusal))
            .or_else(|| self.amount_args(refusal))
            .or_else(|| self.date_args(refusal))
            .or_else(|| person_args(self, refusal))
            .unwrap_or_else(|| object_args(refusal))
    }

    fn budget_args(&self, refusal: &Refusal) -> Option<Args> {
        Some(match refusal {
            Refusal::NotAvailable { title, year, asked, available } => {
                let place = vec![("title", self.title(title)), ("year", year.0.to_string())];
                [place, self.excess(*asked, ("available", *available))].concat()
            }
            Refusal::NoAuthority { title, budget_year, due_year, asked, free } => {
                let place = vec![
                    ("title", self.title(title)),
                    ("budget", budget_year.0.to_string()),
                    ("due", due_year.0.to_string()),
                ];
                [place, self.excess(*asked, ("free", *free))].concat()
            }
            Refusal::AuthorityYearWrong { due_year, notice_year } => {
                vec![("due", due_year.0.to_string()), ("notice", notice_year.0.to_string())]
            }
            Refusal::LineExceeded { grant, title, year, asked, open } => {
                let place = vec![
                    ("grant", grant.to_string()),
                    ("title", self.title(title)),
                    ("year", year.0.to_string()),
                ];
                [place, self.excess(*asked, ("open", *open))].concat()
            }
            Refusal::UnknownTitle { title } => vec![("title", self.title(title))],
            Refusal::PlaceOverdrawn { stage, title, year, day, missing } => vec![
                ("stage", self.stage(*stage)),
                ("title", self.title(title)),
                ("year", year.0.to_string()),
                ("day", self.day(*day)),
                ("missing", self.money_unit(*missing)),
            ],
            _ => return None,
        })
    }

    /// What was asked, what there is, and what is too much.
    fn excess(&self, asked: Money, there: (&'static str, Money)) -> Args {
        vec![
            ("asked", self.money_unit(asked)),
            (there.0, self.money_unit(there.1)),
            ("excess", self.money_unit(asked - there.1)),
        ]
    }

    fn amount_args(&self, refusal: &Refusal) -> Option<Args> {
        Some(match refusal {
            Refusal::ReferenceExceeded { kind, seq, asked, left } => {
                let place = vec![("kind", self.kind(*kind)), ("seq", seq.to_string())];
                [place, self.excess(*asked, ("left", *left))].concat()
            }
            Refusal::NotAsOrdered { seq, ordered, paid } => vec![
                ("seq", seq.to_string()),
                ("ordered", self.money_unit(*ordered)),
                ("paid", self.money_unit(*paid)),
            ],
            Refusal::CeilingExceeded { ceiling, sum } => vec![
                ("ceiling", self.money_unit(*ceiling)),
                ("sum", self.money_unit(*sum)),
                ("excess", self.money_unit(*sum - *ceiling)),
            ],
            Refusal::MoreThanEligible { of, granted, eligible } => vec![
                ("of", format!("{of:?}").to_lowercase()),
                ("granted", self.money_unit(*granted)),
                ("eligible", self.money_unit(*eligible)),
                ("excess", self.money_unit(*granted - *eligible)),
            ],
            Refusal::MoreThanRequested { granted, requested } => vec![
                ("granted", self.money_unit(*granted)),
                ("requested", self.money_unit(*requested)),
                ("excess", self.money_unit(*granted - *requested)),
            ],
            Refusal::QuotaOutOfRange { quota } => vec![("quota", self.percent(*quota))],
            Refusal::MoreThanQuota { granted, quota, eligible } => vec![
                ("granted", self.money_unit(*granted)),
                ("quota", self.percent(*quota)),
                ("eligible", self.money_unit(*eligible)),
            ],
            Refusal::AmountOutOfRange { amount } | Refusal::VoteOutOfRange { amount } => {
                vec![("amount", self.money_unit(*amount)), ("limit", self.money_unit(Money::LIMIT))]
            }
            _ => return None,
        })
    }

    fn date_args(&self, refusal: &Refusal) -> Option<Args> {
        let days = |own: Day, name: &'static str, other: Day| {
            vec![("day", self.day(own)), (name, self.day(other))]
        };
        Some(match refusal {
            Refusal::BeforeFounding { day, founded } => days(*day, "founded", *founded),
            Refusal::InFuture { day, today } => days(*day, "today", *today),
            Refusal::BeforeReference { day, reference } => days(*day, "reference", *reference),
            Refusal::DateUnusable { day, misfit } => match *misfit {
                Misfit::BeforeBooking(booked)
                | Misfit::NotAfterBooking(booked)
                | Misfit::AfterBooking(booked) => days(*day, "booked", booked),
                Misfit::EndsBefore(start) => days(*day, "start", start),
                Misfit::MidUnit(precision) => {
                    vec![("day", self.day(*day)), ("precision", self.precision(precision))]
                }
                Misfit::EndMissing => Vec::new(),
                Misfit::EndUnwanted => vec![("day", self.day(*day))],
            },
            Refusal::YearUnusable { year } => vec![("year", year.0.to_string())],
            Refusal::ReversalDay { seq, day } => {
                vec![("seq", seq.to_string()), ("day", self.day(*day))]
            }
            Refusal::ClockBehind { last, now } => {
                vec![("last", self.known_at(*last)), ("now", self.known_at(*now))]
            }
            _ => return None,
        })
    }
}

fn person_args(text: &Text, refusal: &Refusal) -> Option<Args> {
    let number = |person: PersonNo| match text.persons.get(&person) {
        Some(name) => ("person", format!("{} ({name})", person.0)),
        None => ("person", person.0.to_string()),
    };
    Some(match refusal {
        // Nobody is called by a name and not enrolled in one sentence.
        Refusal::UnknownPerson { person } => vec![("person", person.0.to_string())],
        Refusal::RoleMissing { person, roles } => {
            let roles = roles.iter().map(|role| text.quoted(&text.role(*role))).collect();
            vec![number(*person), ("roles", text.either(roles))]
        }
        Refusal::OverLimit { person, limit, asked } => {
            [vec![number(*person)], text.excess(*asked, ("limit", *limit))].concat()
        }
        Refusal::SamePerson { person, seq } => vec![number(*person), ("seq", seq.to_string())],
        Refusal::VoucherMissing { kind } => vec![("kind", text.kind(*kind))],
        Refusal::RecipientMisplaced { kind, key } => {
            vec![("kind", text.kind(*kind)), ("key", key.to_string())]
        }
        Refusal::TextCharacter { field, character } => {
            vec![("field", text.field_name(field)), ("character", shown(*character))]
        }
        Refusal::PaymentTextCharacter { character } => vec![("character", shown(*character))],
        _ => return None,
    })
}

fn object_args(refusal: &Refusal) -> Args {
    match refusal {
        Refusal::UnknownGrant { grant } => vec![("grant", grant.to_string())],
        Refusal::UnknownRecipient { key } => vec![("key", key.to_string())],
        Refusal::UnknownItem { key } | Refusal::Taken { key } => vec![("key", key.clone())],
        Refusal::OtherRecipient { grant, recipient } => {
            vec![("grant", grant.to_string()), ("recipient", recipient.to_string())]
        }
        Refusal::ReferenceDiffers { seq }
        | Refusal::BankAccountUnconfirmed { seq }
        | Refusal::UidTaken { seq }
        | Refusal::NotReversible { seq } => vec![("seq", seq.to_string())],
        Refusal::AlreadyReversed { seq, by }
        | Refusal::StillNeeded { seq, by }
        | Refusal::AlreadyDecided { seq, by } => {
            vec![("seq", seq.to_string()), ("by", by.to_string())]
        }
        Refusal::Database { message } => vec![("message", message.clone())],
        _ => Vec::new(),
    }
}

/// True for the number of an invariant of the ledger, "I12".
fn is_invariant(rule: &str) -> bool {
    rule.strip_prefix('I').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
#[path = "refusal_tests.rs"]
mod tests;
