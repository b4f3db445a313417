//! Words of applications, notices, draws and proofs: what names its grant by the file number.

use foerderbuch::domain::body::*;
use foerderbuch::domain::{Body, FileNumber, Money, RecipientKey};

use super::words::{Words, due_line, line_amount, money, reduction_line};

fn reason() -> String {
    "ein genannter Grund".into()
}

/// `apply G1 1000,00 eligible 2000,00 own 1000,00 third 0,00 total 2000,00`
pub fn applied(words: &mut Words<'_>) -> Body {
    let grant = FileNumber::new(words.next());
    let requested = money(words.next());
    let third = words.money_of("third").unwrap_or_default();
    let own = words.money_of("own").unwrap_or_default();
    let total = words.money_of("total").unwrap_or(requested + third + own);
    let plan = FinancingPlan {
        total_cents: total,
        eligible_cents: words.money_of("eligible").unwrap_or(total),
        own_cents: own,
        third_party_cents: third,
    };
    let purpose = "Rechenzentrum".into();
    let requested_cents = requested;
    Body::ApplicationReceived(ApplicationReceived {
        grant,
        purpose,
        requested_cents,
        plan,
        source: None,
    })
}

/// Steps of the application after its receipt.
pub fn examined(word: &str, words: &mut Words<'_>) -> Option<Body> {
    let source = None;
    Some(match word {
        "note" => {
            let grant = FileNumber::new(words.next());
            let step = match words.next() {
                "begun" => ExaminationStep::Begun,
                "requested" => ExaminationStep::DocumentsRequested,
                "received" => ExaminationStep::DocumentsReceived,
                other => panic!("no step {other}"),
            };
            Body::ExaminationNoted(ExaminationNoted {
                grant,
                step,
                note: "Unterlagen".into(),
                until: words.day_of("until"),
                source,
            })
        }
        "examine" => Body::ApplicationExamined(ApplicationExamined {
            no_double_funding: !words.flag("double"),
            contract_on: words.day_of("contract"),
            start_checked: words.flag("checked").then(|| "Planungsvertrag nur".into()),
            grant: FileNumber::new(words.next()),
            result: "förderfähig".into(),
            source,
        }),
        "early-start" => {
            let valid_from = words.day_of("from").unwrap();
            Body::EarlyStartConsented(EarlyStartConsented {
                requested_on: words.day_of("requested").unwrap_or(valid_from),
                grant: FileNumber::new(words.next()),
                valid_from,
                reason: reason(),
                source,
            })
        }
        _ => return None,
    })
}

/// `grant G1 2020:500,00 2021:500,00/2020 quota 80 eligible 2000,00 …`
pub fn granted(words: &mut Words<'_>) -> Body {
    let grant = words.next();
    let financing = match words.option("as-a") {
        None | Some("share") => Financing::Share,
        Some("shortfall") => Financing::Shortfall,
        Some("fixed") => Financing::FixedAmount,
        Some("full") => Financing::Full,
        Some(other) => panic!("no financing {other}"),
    };
    let quota = words.option("quota").map(|quota| quota.parse().unwrap());
    let eligible = words.money_of("eligible");
    let (total, third) = (words.money_of("total"), words.money_of("third"));
    let until = words.day_of("until");
    let urgent = words.flag("urgent").then(|| "unaufschiebbar".into());
    let unnamed = words.flag("without-quota");
    let Body::GrantIssued(mut body) = issued(grant, &words.rest()) else { unreachable!() };
    body.quota_percent = if financing == Financing::Share && !unnamed {
        quota.or(body.quota_percent)
    } else {
        quota
    };
    body.financing = financing;
    body.eligible_cents = eligible.unwrap_or(body.eligible_cents);
    body.total_cents = total;
    body.third_party_cents = third;
    body.period_until = until.unwrap_or(body.period_until);
    body.urgent_reason = urgent;
    Body::GrantIssued(body)
}

pub fn issued(grant: &str, lines: &[&str]) -> Body {
    Body::GrantIssued(GrantIssued {
        grant: FileNumber::new(grant),
        purpose: "Rechenzentrum".into(),
        financing: Financing::Share,
        quota_percent: Some(100.into()),
        eligible_cents: money("20000,00"),
        cash_reference: "KZ-1".into(),
        period_until: super::day("2022-12-31"),
        lines: lines.iter().map(|word| due_line(word)).collect(),
        total_cents: None,
        third_party_cents: None,
        rules: None,
        payment_mode: None,
        interim_proof: false,
        bound_years: None,
        urgent_reason: None,
        source: None,
    })
}

/// Amending notices and the end of the case.
pub fn amended(word: &str, words: &mut Words<'_>) -> Option<Body> {
    let source = None;
    let number = |words: &mut Words<'_>| FileNumber::new(words.next());
    Some(match word {
        "increase" => {
            let (eligible_cents, grant) = (words.money_of("eligible"), number(words));
            let lines = words.rest().iter().map(|word| due_line(word)).collect();
            let reason = reason();
            Body::GrantIncreased(GrantIncreased { grant, lines, reason, eligible_cents, source })
        }
        "reduce" => {
            let (eligible_cents, grant) = (words.money_of("eligible"), number(words));
            let lines = words.rest().iter().map(|word| reduction_line(word)).collect();
            let reason = reason();
            Body::GrantReduced(GrantReduced { grant, lines, reason, eligible_cents, source })
        }
        "shift" => Body::DueShifted(DueShifted {
            from: reduction_line(words.option("from").unwrap()),
            to: due_line(words.option("to").unwrap()),
            grant: number(words),
            reason: reason(),
            source,
        }),
        "amend" => Body::GrantAmended(GrantAmended {
            period_until: words.day_of("until"),
            quota_percent: words.option("quota").map(|quota| quota.parse().unwrap()),
            eligible_cents: words.money_of("eligible"),
            total_cents: words.money_of("total"),
            third_party_cents: words.money_of("third"),
            purpose: words.option("purpose").map(Into::into),
            cash_reference: words.option("reference").map(Into::into),
            grant: number(words),
            reason: reason(),
            source,
        }),
        "benefit" => Body::BeneficiaryNamed(BeneficiaryNamed {
            grant: number(words),
            key: RecipientKey::new(words.next()),
            name: "Rhönblick".into(),
            source,
        }),
        "close-case" => Body::CaseClosed(CaseClosed {
            bound_until: words.day_of("bound"),
            grant: number(words),
            result: "Zweck erreicht".into(),
            source,
        }),
        _ => return None,
    })
}

/// `draw G1 2020 600,00 need 700,00 unspent 100,00 until 2020-04-01`, and proofs of use.
pub fn drawn(word: &str, words: &mut Words<'_>) -> Option<Body> {
    let source = None;
    Some(match word {
        "draw" => {
            let title = words.title();
            let need = words.money_of("need").map(|need_cents| Need {
                need_cents,
                unspent_cents: words.money_of("unspent").unwrap_or_default(),
                until: words.day_of("until").unwrap(),
            });
            let (grant, year) = (words.next(), words.year());
            let line = LineAmount { title, ..line_amount(grant, year.0, money(words.next())) };
            Body::DrawRequested(DrawRequested { line, need, source })
        }
        "proof" => {
            let grant = FileNumber::new(words.next());
            let proof = if words.flag("interim") { ProofKind::Interim } else { ProofKind::Final };
            words.flag("final");
            Body::ProofReceived(ProofReceived {
                grant,
                proof,
                covers_until: words.day_of("until").unwrap(),
                eligible_cents: words.money_of("eligible").unwrap(),
                third_party_cents: words.money_of("third").unwrap_or(Money::ZERO),
                certified: true,
                source,
            })
        }
        "remind" => Body::ProofReminded(ProofReminded {
            until: words.day_of("until").unwrap(),
            grant: FileNumber::new(words.next()),
            source,
        }),
        _ => return None,
    })
}
