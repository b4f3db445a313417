//! The settings in force on a day, with what holds where none was made (domain.md, PARAM).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::body::{Authority, AuxiliaryRules, Setting};
use super::drawing::Drawing;
use super::entity::SettingValue;
use super::interest::{BaseRate, DayCount, Terms};
use super::{Day, FiscalYear, Money, TitleKey, calendar};

/// What papers carry at their head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// Name, unit and address in one line, town and contact.
    pub authority: Authority,
    /// Further lines of the address.
    pub address: Vec<String>,
    /// Printed beside the name.
    pub logo: Option<Drawing>,
}

/// The settings in force; every question has an answer, but for the base rates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The newest value of every key.
    pub newest: Vec<SettingValue>,
    /// Every value that was ever in force, for rules that look at an earlier day.
    pub history: Vec<SettingValue>,
}

impl Settings {
    /// Base rates with their days (§ 247 BGB); nothing is known where none was set.
    #[must_use]
    pub fn base_rates(&self) -> Vec<BaseRate> {
        let mut rates: Vec<BaseRate> = self
            .newest
            .iter()
            .filter_map(|value| match value.setting {
                Setting::BaseRate { from, until, percent } => {
                    Some(BaseRate { from, until, percent })
                }
                _ => None,
            })
            .collect();
        rates.sort_by_key(|rate| rate.from);
        rates
    }

    /// How interest is computed: 5 percent points, 30/360, from the day after the event.
    #[must_use]
    pub fn interest_terms(&self) -> Terms {
        let mut terms =
            Terms { margin: Decimal::from(5), day_count: DayCount::Thirty360, start_after_days: 1 };
        for value in &self.newest {
            match value.setting {
                Setting::InterestMargin { points } => terms.margin = points,
                Setting::InterestDayCount { convention } => terms.day_count = convention,
                Setting::InterestStart { days } => terms.start_after_days = days,
                _ => {}
            }
        }
        terms
    }

    /// Days after posting on which a notice counts as announced: 3, from 2025 on 4.
    #[must_use]
    pub fn notice_days(&self, posted_on: Day) -> u32 {
        self.find_on(posted_on, |setting| match setting {
            Setting::NoticeDays { days } => Some(*days),
            _ => None,
        })
        .unwrap_or_else(|| calendar::notice_days(posted_on))
    }

    /// Months in which a notice announced on that day may be challenged: 1.
    #[must_use]
    pub fn objection_months(&self, announced_on: Day) -> u32 {
        self.find_on(announced_on, |setting| match setting {
            Setting::ObjectionPeriod { months } => Some(*months),
            _ => None,
        })
        .unwrap_or(1)
    }

    /// Months in which money paid on that day is to be used: 2.
    #[must_use]
    pub fn use_months(&self, paid_on: Day) -> u32 {
        self.find_on(paid_on, |setting| match setting {
            Setting::UsePeriod { months } => Some(*months),
            _ => None,
        })
        .unwrap_or(2)
    }

    /// Months in which the proof of use is due: 12 under ANBest-Gk, 6 under ANBest-P.
    #[must_use]
    pub fn proof_months(&self, of: AuxiliaryRules) -> u32 {
        self.find(|setting| match setting {
            Setting::ProofTerm { rules, months } if *rules == of => Some(*months),
            _ => None,
        })
        .unwrap_or(match of {
            AuxiliaryRules::AnbestGk => 12,
            AuxiliaryRules::AnbestP => 6,
        })
    }

    /// Months after the fiscal year in which an interim proof is due: 4.
    #[must_use]
    pub fn interim_proof_months(&self) -> u32 {
        self.find(|setting| match setting {
            Setting::InterimProofTerm { months } => Some(*months),
            _ => None,
        })
        .unwrap_or(4)
    }

    /// Months after receipt in which a proof is to be checked: 3.
    #[must_use]
    pub fn proof_check_months(&self) -> u32 {
        self.find(|setting| match setting {
            Setting::ProofCheckTerm { months } => Some(*months),
            _ => None,
        })
        .unwrap_or(3)
    }

    /// Claims up to this amount are not raised; none unless set.
    #[must_use]
    pub fn small_amount(&self) -> Option<Money> {
        self.find(|setting| match setting {
            Setting::SmallAmount { amount_cents } => Some(*amount_cents),
            _ => None,
        })
    }

    /// Highest quota of the guideline in percent; none unless set.
    #[must_use]
    pub fn highest_quota(&self) -> Option<Decimal> {
        self.find(|setting| match setting {
            Setting::HighestQuota { percent } => Some(*percent),
            _ => None,
        })
    }

    /// True when a grant may have one open draw only; not unless set.
    #[must_use]
    pub fn one_open_draw(&self) -> bool {
        self.find(|setting| match setting {
            Setting::OneOpenDraw { on } => Some(*on),
            _ => None,
        })
        .unwrap_or(false)
    }

    /// True when repayments to the title are revenue even while its books are open.
    #[must_use]
    pub fn repayment_is_revenue(&self, of: &TitleKey) -> bool {
        self.find(|setting| match setting {
            Setting::RepaymentIsRevenue { title, on } if title == of => Some(*on),
            _ => None,
        })
        .unwrap_or(false)
    }

    /// True when a fixed amount falls to lower actual expenditure; so it is unless set.
    #[must_use]
    pub fn fixed_amount_capped(&self) -> bool {
        self.find(|setting| match setting {
            Setting::FixedAmountCapped { on } => Some(*on),
            _ => None,
        })
        .unwrap_or(true)
    }

    /// Years for which the file of a closed case is kept: 5.
    #[must_use]
    pub fn retention_years(&self) -> u32 {
        self.find(|setting| match setting {
            Setting::RetentionPeriod { years } => Some(*years),
            _ => None,
        })
        .unwrap_or(5)
    }

    /// The letterhead, when it was laid down after the founding.
    #[must_use]
    pub fn letterhead(&self) -> Option<Letterhead> {
        self.find(|setting| match setting {
            Setting::Letterhead { authority, address, logo } => Some(Letterhead {
                authority: authority.clone(),
                address: address.clone(),
                logo: logo.clone(),
            }),
            _ => None,
        })
    }

    /// Days after its issue within which a statement is to be confirmed or objected to: 28.
    #[must_use]
    pub fn statement_days(&self) -> u32 {
        self.find(|setting| match setting {
            Setting::StatementTerm { days } => Some(*days),
            _ => None,
        })
        .unwrap_or(28)
    }

    /// When and where the guideline was published; unknown unless set.
    #[must_use]
    pub fn guideline_published(&self) -> Option<(Day, String)> {
        self.find(|setting| match setting {
            Setting::GuidelinePublished { published_on, published_in } => {
                Some((*published_on, published_in.clone()))
            }
            _ => None,
        })
    }

    /// Why the outflow of fiscal years differs from the plan, as far as somebody said so.
    #[must_use]
    pub fn deviation_causes(&self) -> BTreeMap<FiscalYear, String> {
        let causes = self.newest.iter().filter_map(|value| match &value.setting {
            Setting::DeviationCauses { fiscal_year, causes } => {
                Some((*fiscal_year, causes.clone()))
            }
            _ => None,
        });
        causes.collect()
    }

    /// The value that was in force on a day.
    fn find_on<T>(&self, day: Day, of: impl Fn(&Setting) -> Option<T>) -> Option<T> {
        self.history
            .iter()
            .filter(|value| value.from <= day)
            .filter_map(|value| Some((value.from, of(&value.setting)?)))
            .max_by_key(|(from, _)| *from)
            .map(|(_, found)| found)
    }

    fn find<T>(&self, of: impl Fn(&Setting) -> Option<T>) -> Option<T> {
        self.newest.iter().find_map(|value| of(&value.setting))
    }
}
