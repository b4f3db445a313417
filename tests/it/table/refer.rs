//! Words of what follows an earlier entry, which a line names by `as x`.

use foerderbuch::domain::body::*;
use foerderbuch::domain::event::Draft;
use foerderbuch::domain::id::ItemKey;
use foerderbuch::domain::{Body, Day, FileNumber, FiscalYear, Kind};

use super::words::{Words, due_line};
use super::{Table, day};

fn reason() -> String {
    "ein genannter Grund".into()
}

impl Table {
    /// The body of a word that follows `of`.
    pub fn following(&self, word: &str, of: &Draft, words: &mut Words<'_>, on: Day) -> Body {
        let grant = of.body.grant().cloned().unwrap_or_default();
        if let Some(body) = of_notice(word, of, &grant, words) {
            return body;
        }
        if word == "reverse" {
            return Body::Reversed(Reversed { reason: reason() });
        }
        if let Some(body) = of_interest(word, of, words, on) {
            return body;
        }
        let Some(line) = of.body.line().cloned() else {
            panic!("{word} does not follow {:?}", of.body.kind())
        };
        let amount_cents = words.amount().unwrap_or(line.amount_cents);
        let line = LineAmount { amount_cents, ..line };
        if let Some(body) = self.of_order(word, of, line.clone(), words) {
            return body;
        }
        of_claim(word, of, line, words).unwrap_or_else(|| panic!("unknown word {word}"))
    }

    fn of_order(
        &self,
        word: &str,
        of: &Draft,
        line: LineAmount,
        words: &mut Words<'_>,
    ) -> Option<Body> {
        let source = None;
        let owner = words.option("account-of").map_or(of.recipient.as_str(), |key| key);
        let bank_account = self.accounts.get(owner).copied().unwrap_or_default();
        let payment_text = words.option("text").unwrap_or("RATE 1").to_owned();
        Some(match (word, of.body.kind()) {
            ("order", Kind::PaymentReturned) => {
                Body::HeldOrdered(HeldOrdered { line, bank_account, payment_text, source })
            }
            ("order", _) => {
                let milestone = words.option("for").map(ItemKey::new);
                Body::PaymentOrdered(PaymentOrdered {
                    line,
                    bank_account,
                    payment_text,
                    milestone,
                    source,
                })
            }
            ("pay", Kind::HeldOrdered) => Body::HeldPaid(HeldPaid { line, source }),
            ("pay", _) => Body::PaymentConfirmed(PaymentConfirmed { line, source }),
            ("cancel", _) => {
                Body::OrderCancelled(OrderCancelled { line, reason: reason(), source })
            }
            ("return", _) => {
                let held = words.flag("held");
                Body::PaymentReturned(PaymentReturned { line, held, reason: reason(), source })
            }
            ("rebook", _) => {
                let to = words.option("to").map_or_else(|| line.grant.clone(), FileNumber::new);
                let year = words.option("year").map(|year| FiscalYear(year.parse().unwrap()));
                let to_amount = words.money_of("gives").unwrap_or(line.amount_cents);
                let given = LineAmount {
                    grant: to,
                    title: words.title(),
                    fiscal_year: year.unwrap_or(line.fiscal_year),
                    amount_cents: to_amount,
                };
                let (from, line) = (line, given);
                Body::PaymentRebooked(PaymentRebooked { from, line, reason: reason(), source })
            }
            ("shorten", _) => Body::DrawReduced(DrawReduced { line, reason: reason(), source }),
            ("reject", _) => Body::DrawRejected(DrawRejected { line, reason: reason(), source }),
            ("withdraw", _) => {
                Body::DrawWithdrawn(DrawWithdrawn { line, reason: reason(), source })
            }
            _ => return None,
        })
    }
}

/// What follows a notice, an attestation, an order or a proof and moves no amount.
fn of_notice(word: &str, of: &Draft, grant: &FileNumber, words: &mut Words<'_>) -> Option<Body> {
    let (grant, source) = (grant.clone(), None);
    Some(match (word, of.body.kind()) {
        ("confirm", _) => Body::BankAccountConfirmed(BankAccountConfirmed {
            checked_by: "Rückruf".into(),
            source,
        }),
        ("announce", _) => {
            let manner = if words.flag("post") {
                AnnouncementManner::Post
            } else {
                assert!(words.flag("receipt"), "post or receipt");
                AnnouncementManner::Receipt
            };
            Body::NoticeAnnounced(NoticeAnnounced { grant, manner, source })
        }
        ("waive", Kind::GrantIssued) => Body::RemedyWaived(RemedyWaived { grant, source }),
        ("challenge", _) => {
            let court_file = "2 K 252/08 Me".into();
            Body::NoticeChallenged(NoticeChallenged { grant, court_file, source })
        }
        ("end", _) => {
            let outcome = if words.flag("annulled") {
                ChallengeOutcome::Annulled
            } else {
                assert!(words.flag("dismissed"), "annulled or dismissed");
                ChallengeOutcome::Dismissed
            };
            Body::ChallengeEnded(ChallengeEnded { grant, outcome, source })
        }
        ("reject", Kind::ApplicationReceived) => {
            Body::ApplicationRejected(ApplicationRejected { grant, reason: reason(), source })
        }
        ("withdraw", Kind::ApplicationReceived) => {
            Body::ApplicationWithdrawn(ApplicationWithdrawn { grant, reason: reason(), source })
        }
        _ => return of_draw(word, grant, of, words),
    })
}

/// What follows a draw, an order, a payment, a proof or a claim.
fn of_draw(word: &str, grant: FileNumber, of: &Draft, words: &mut Words<'_>) -> Option<Body> {
    let source = None;
    Some(match (word, of.body.kind()) {
        ("attest", _) if words.flag("arithmetic") => {
            Body::ArithmeticAttested(ArithmeticAttested { grant, source })
        }
        ("attest", _) => {
            assert!(words.flag("factual"), "arithmetic or factual");
            Body::FactuallyAttested(FactuallyAttested { grant, source })
        }
        ("send-back", _) => Body::DrawSentBack(DrawSentBack { grant, reason: reason(), source }),
        ("hand-over", _) => Body::OrderHandedOver(OrderHandedOver { grant, source }),
        ("reconcile", _) => Body::PaymentReconciled(PaymentReconciled { grant, source }),
        ("check", _) => {
            let clean = words.flag("clean");
            assert!(clean || words.flag("objections"), "clean or objections");
            Body::ProofChecked(ProofChecked {
                grant,
                result: if clean { CheckResult::Clean } else { CheckResult::Objections },
                settled_cents: words.money_of("settled"),
                note: "geprüft".into(),
                source,
            })
        }
        ("defer" | "suspend", _) => Body::ClaimDeferred(ClaimDeferred {
            grant,
            manner: if word == "defer" { Deferral::Deferred } else { Deferral::Suspended },
            until: words.day_of("until"),
            reason: reason(),
            source,
        }),
        ("restore", _) => Body::CommitmentRestored(CommitmentRestored {
            grant,
            from_year: words.option("from").map_or_else(
                || of.body.line().unwrap().fiscal_year,
                |year| FiscalYear(year.parse().unwrap()),
            ),
            line: due_line(words.next()),
            reason: reason(),
            source,
        }),
        _ => return None,
    })
}

fn of_claim(word: &str, of: &Draft, line: LineAmount, words: &mut Words<'_>) -> Option<Body> {
    let (reason, source) = (reason(), None);
    let revenue = |words: &mut Words<'_>| {
        words.option("revenue").map(|year| FiscalYear(year.parse().unwrap()))
    };
    Some(match word {
        "claim" => {
            let ground = words.option("ground").map(|word| {
                serde_json::from_value(serde_json::Value::String(word.to_owned())).unwrap()
            });
            Body::ClaimRaised(ClaimRaised {
                line,
                reason,
                ground,
                due_on: words.day_of("due").unwrap_or_else(|| day("2025-12-31")),
                legal_effect_on: words.day_of("effect"),
                eligible_cents: words.money_of("eligible"),
                source,
            })
        }
        "annul" => Body::ClaimAnnulled(ClaimAnnulled { line, reason, source }),
        "waive" if of.body.kind() == Kind::ClaimRaised => {
            Body::ClaimWaived(ClaimWaived { line, reason, source })
        }
        "repay" => {
            let revenue_year = revenue(words);
            Body::ClaimRepaid(ClaimRepaid { line, revenue_year, set_off: None, source })
        }
        "unused" => {
            let revenue_year = revenue(words);
            Body::UnusedReturned(UnusedReturned { line, revenue_year, reason, source })
        }
        _ => return None,
    })
}

/// `interest c reclaim 665,21 on 37500,00 from 2020-06-15 until 2020-11-20 year 2020`
fn of_interest(word: &str, of: &Draft, words: &mut Words<'_>, on: Day) -> Option<Body> {
    let source = None;
    if word == "interest" {
        let interest =
            if words.flag("delay") { InterestKind::Delay } else { InterestKind::Reclaim };
        words.flag("reclaim");
        let line = of.body.line()?;
        let charge = Charge {
            grant: line.grant.clone(),
            title: line.title.clone(),
            fiscal_year: FiscalYear(words.option("year").unwrap().parse().unwrap()),
            amount_cents: words.amount().unwrap(),
        };
        return Some(Body::InterestAssessed(InterestAssessed {
            charge,
            interest,
            principal_cents: words.money_of("on").unwrap_or(line.amount_cents),
            event_on: words.day_of("from").unwrap(),
            until: words.day_of("until").unwrap(),
            due_on: words.day_of("due").unwrap_or(on),
            source,
        }));
    }
    let Body::InterestAssessed(assessed) = &of.body else { return None };
    let mut charge = assessed.charge.clone();
    charge.amount_cents = words.amount().unwrap_or(charge.amount_cents);
    let interest = if words.flag("delay") { InterestKind::Delay } else { assessed.interest };
    Some(match word {
        "receive" => {
            let assessed_year = charge.fiscal_year;
            charge.fiscal_year = FiscalYear(words.option("year").unwrap().parse().unwrap());
            Body::InterestReceived(InterestReceived { charge, assessed_year, interest, source })
        }
        "waive" => {
            Body::InterestWaived(InterestWaived { charge, interest, reason: reason(), source })
        }
        _ => return None,
    })
}
