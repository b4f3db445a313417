//! Words of budget, persons, settings, recipients, milestones and indicators.

use foerderbuch::domain::body::*;
use foerderbuch::domain::event::Draft;
use foerderbuch::domain::id::ItemKey;
use foerderbuch::domain::rule::Role;
use foerderbuch::domain::{Body, FileNumber, FiscalYear, ImpreciseDate, RecipientKey, TitleKey};

use super::founding::{enrolment, person, registered, titled};
use super::words::{CONSUMPTIVE, Words, day, money};
use super::{Table, draft};

const LAW: &str = "Haushaltsgesetz";

fn reason() -> String {
    "ein genannter Grund".into()
}

/// Votes, cover, blocks and authority; `None` for another word.
pub fn budget(word: &str, words: &mut Words<'_>) -> Option<Body> {
    let (title, law, source) = (words.title(), LAW.to_owned(), None);
    Some(match word {
        "vote" | "draft" | "supplement" | "excess" => {
            let (fiscal_year, amount_cents) = (words.year(), money(words.next()));
            match word {
                "vote" => Body::AppropriationVoted(AppropriationVoted {
                    title,
                    fiscal_year,
                    amount_cents,
                    law,
                    source,
                }),
                "draft" => Body::AppropriationDrafted(AppropriationDrafted {
                    title,
                    fiscal_year,
                    amount_cents,
                    law,
                    source,
                }),
                "supplement" => Body::SupplementVoted(SupplementVoted {
                    title,
                    fiscal_year,
                    amount_cents,
                    law,
                    source,
                }),
                _ => Body::ExcessGranted(ExcessGranted {
                    title,
                    fiscal_year,
                    amount_cents,
                    need: ExcessKind::Excess,
                    reason: reason(),
                    source,
                }),
            }
        }
        "cover" => {
            let same = words.flag("itself");
            Body::CoverMoved(CoverMoved {
                fiscal_year: words.year(),
                amount_cents: money(words.next()),
                to: if same { title.clone() } else { TitleKey::new(CONSUMPTIVE) },
                from: title,
                reason: reason(),
                source,
            })
        }
        "block" => block(title, words),
        "authority" => {
            let (budget_year, due_year) = words.years();
            let amount_cents = money(words.next());
            Body::AuthorityVoted(AuthorityVoted {
                title,
                budget_year,
                due_year,
                amount_cents,
                law,
                source,
            })
        }
        "title" => titled(CONSUMPTIVE, false),
        _ => return None,
    })
}

/// `block 2021 500,00`, `block 2021 5 % = 500,00`
fn block(title: TitleKey, words: &mut Words<'_>) -> Body {
    let until = words.day_of("until");
    let fiscal_year = words.year();
    let percent = (words.flag("%") && words.flag("=")).then(|| words.next().parse().unwrap());
    Body::BlockSet(BlockSet {
        title,
        fiscal_year,
        amount_cents: money(words.next()),
        percent,
        until,
        ground: BlockGround::Economic,
        reason: reason(),
        source: None,
    })
}

/// `lapse 2020 100,00`, `lapse authority 2020>2021 100,00`, `carry over`, `close books`, `settle`
pub fn year_end(word: &str, words: &mut Words<'_>) -> Option<Body> {
    let source = None;
    Some(match word {
        "block-authority" | "lapse-authority" => {
            let title = words.title();
            let (budget_year, due_year) = words.years();
            let amount_cents = money(words.next());
            if word == "lapse-authority" {
                Body::AuthorityLapsed(AuthorityLapsed {
                    title,
                    budget_year,
                    due_year,
                    amount_cents,
                    source,
                })
            } else {
                Body::AuthorityBlocked(AuthorityBlocked {
                    title,
                    budget_year,
                    due_year,
                    amount_cents,
                    reason: reason(),
                    source,
                })
            }
        }
        "lapse" => {
            let blocked = words.flag("blocked");
            Body::FundsLapsed(FundsLapsed {
                title: words.title(),
                fiscal_year: words.year(),
                stage: if blocked { LapsingStage::Blocked } else { LapsingStage::Available },
                amount_cents: money(words.next()),
                source,
            })
        }
        "carry-over" => carried(words),
        "close-books" => closed(words),
        "settle" => Body::YearSettled(YearSettled { fiscal_year: words.year(), source }),
        "provisional" => Body::ProvisionalManagementSet(ProvisionalManagementSet {
            until: words.day_of("until"),
            fiscal_year: words.year(),
            reason: reason(),
            source,
        }),
        _ => return None,
    })
}

/// `carry over 2020 100,00 additional of G1`
fn carried(words: &mut Words<'_>) -> Body {
    let cover = if words.flag("charged") {
        CarryOverKind::Charged
    } else {
        assert!(words.flag("additional"), "additional or charged");
        CarryOverKind::Additional
    };
    Body::CarryOverFormed(CarryOverFormed {
        title: words.title(),
        grant: words.option("of").map(FileNumber::new),
        fiscal_year: words.year(),
        amount_cents: money(words.next()),
        cover,
        reason: reason(),
        source: None,
    })
}

/// `close books 2020 actual 500,00 con 100,00`
fn closed(words: &mut Words<'_>) -> Body {
    let consumptive = words.money_of("con");
    let actual = words.money_of("actual");
    let (inv, con) = (TitleKey::new(super::TITLE), TitleKey::new(CONSUMPTIVE));
    let stated = [(inv, actual), (con, consumptive)];
    let amount =
        |(title, amount): (TitleKey, Option<_>)| Some(TitleAmount { title, amount_cents: amount? });
    Body::BooksClosed(BooksClosed {
        fiscal_year: words.year(),
        actual: stated.into_iter().filter_map(amount).collect(),
        source: None,
    })
}

/// `enrol Neumann approver until 2020-06-30 limit 500,00 deputy Roth`
pub fn enrolled(on: &str, who: &str, words: &mut Words<'_>) -> Draft {
    let name = words.next();
    let mut person_of = enrolment(name, &[]);
    person_of.roles_until = words.day_of("until");
    person_of.order_limit_cents = words.money_of("limit");
    person_of.deputy_for = words.option("deputy").map(person);
    let role = |word: &str| {
        let value = serde_json::Value::String(word.to_owned());
        serde_json::from_value::<Role>(value).unwrap_or_else(|_| panic!("no role: {word}"))
    };
    person_of.roles = words.rest().into_iter().map(role).collect();
    let body = Body::PersonEnrolled(PersonEnrolled { person: person_of, source: None });
    let mut enrolled = draft(on, who, "", body);
    enrolled.person_name = Some(name.into());
    enrolled
}

/// `setting small_amount 500,00`
pub fn setting(words: &mut Words<'_>) -> Body {
    let name = words.next();
    let title = TitleKey::new(super::TITLE);
    let setting = match name {
        "base_rate" => Setting::BaseRate {
            from: day(words.next()),
            until: day(words.next()),
            percent: words.next().parse().unwrap(),
        },
        "margin" => Setting::InterestMargin { points: words.next().parse().unwrap() },
        "small_amount" => Setting::SmallAmount { amount_cents: money(words.next()) },
        "highest_quota" => Setting::HighestQuota { percent: words.next().parse().unwrap() },
        "one_open_draw" => Setting::OneOpenDraw { on: words.flag("on") },
        "repayment_is_revenue" => Setting::RepaymentIsRevenue { title, on: words.flag("on") },
        "fixed_amount_capped" => Setting::FixedAmountCapped { on: words.flag("on") },
        "use_period" => Setting::UsePeriod { months: words.next().parse().unwrap() },
        "notice_days" => Setting::NoticeDays { days: words.next().parse().unwrap() },
        "objection_period" => Setting::ObjectionPeriod { months: words.next().parse().unwrap() },
        "retention" => Setting::RetentionPeriod { years: words.next().parse().unwrap() },
        "day_count" => {
            let value = serde_json::Value::String(words.next().to_owned());
            Setting::InterestDayCount { convention: serde_json::from_value(value).unwrap() }
        }
        other => panic!("no setting {other}"),
    };
    words.flag("off");
    Body::SettingMade(SettingMade { setting, source: None })
}

/// Milestones and indicators.
pub fn progress(word: &str, words: &mut Words<'_>, on: &str) -> Option<Body> {
    let both = |text: &str| ReaderNote { de: text.into(), en: text.into() };
    let at = ImpreciseDate::day(words.day_of("at").unwrap_or_else(|| day(on)));
    let source = None;
    Some(match word {
        "milestone" => {
            let blocks = words.option("blocks").map(|year| LinkedLine {
                title: None,
                fiscal_year: FiscalYear(year.parse().unwrap()),
            });
            Body::MilestonePlanned(MilestonePlanned {
                milestone: ItemKey::new(words.next()),
                name: both("Ziel"),
                grant: words.option("of").map(FileNumber::new),
                blocking_clause: blocks.as_ref().map(|_| "Auflage 3".into()),
                due: blocks,
                plan: Some(at),
                context: false,
                source,
            })
        }
        "forecast" => Body::MilestoneForecast(MilestoneForecast {
            milestone: ItemKey::new(words.next()),
            forecast: at,
            reason: reason(),
            source,
        }),
        "reach" => Body::MilestoneReached(MilestoneReached {
            milestone: ItemKey::new(words.next()),
            actual: at,
            proof: "Protokoll".into(),
            source,
        }),
        "indicator" => Body::IndicatorDefined(IndicatorDefined {
            indicator: ItemKey::new(words.next()),
            name: both("Kommunen"),
            baseline: both("keine"),
            target: both("alle"),
            unit: None,
            baseline_value: None,
            target_value: None,
            money_of: words.option("of").map(FileNumber::new).into_iter().collect(),
            context: false,
            source,
        }),
        "read" => Body::IndicatorRead(IndicatorRead {
            indicator: ItemKey::new(words.next()),
            value: words.next().parse().unwrap(),
            more_than: false,
            at,
            source,
        }),
        _ => return None,
    })
}

impl Table {
    /// `register 16056 Eisenach until 2020-06-30 successor 16063`
    pub fn registered(on: &str, who: &str, words: &mut Words<'_>) -> Draft {
        let (key, name) = (words.next(), words.next());
        let Body::RecipientRegistered(mut body) = registered(key, name) else { unreachable!() };
        body.valid_until = words.day_of("until");
        body.valid_from = words.day_of("since");
        body.successor = words.option("successor").map(RecipientKey::new);
        draft(on, who, key, Body::RecipientRegistered(body))
    }
}
