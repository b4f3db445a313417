//! Settings: dated rules that the law leaves open or changes over time (domain.md, PARAM).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Authority, AuxiliaryRules, Source};
use crate::domain::drawing::Drawing;
use crate::domain::interest::DayCount;
use crate::domain::{Day, FiscalYear, Money, TitleKey};

/// A setting and its value; it holds from the event's day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "snake_case", deny_unknown_fields)]
pub enum Setting {
    /// *Basiszinssatz*, § 247 BGB, for a span of days.
    BaseRate {
        /// First day.
        from: Day,
        /// Last day.
        until: Day,
        /// Percent a year.
        percent: Decimal,
    },
    /// Percent points above the base rate (§ 49a (3) VwVfG).
    InterestMargin {
        /// Percent points.
        points: Decimal,
    },
    /// *Zinstageberechnung*
    InterestDayCount {
        /// Convention.
        convention: DayCount,
    },
    /// Days after the event on which interest begins.
    InterestStart {
        /// 1 is the day after the event.
        days: u32,
    },
    /// Days after posting on which a notice counts as announced (§ 41 (2) VwVfG).
    NoticeDays {
        /// Days.
        days: u32,
    },
    /// Months in which a notice may be challenged (§ 74 VwGO).
    ObjectionPeriod {
        /// Months.
        months: u32,
    },
    /// Months in which drawn money is to be used (ANBest).
    UsePeriod {
        /// Months.
        months: u32,
    },
    /// Months after purpose or period of approval in which the proof of use is due.
    ProofTerm {
        /// Auxiliary rules of the notice.
        rules: AuxiliaryRules,
        /// Months.
        months: u32,
    },
    /// Months after the fiscal year in which an interim proof is due.
    InterimProofTerm {
        /// Months.
        months: u32,
    },
    /// Months after its receipt in which a proof is to be checked.
    ProofCheckTerm {
        /// Months.
        months: u32,
    },
    /// *Bagatellgrenze*: claims up to this amount are not raised.
    SmallAmount {
        /// Amount in cents.
        amount_cents: Money,
    },
    /// Highest quota of the guideline.
    HighestQuota {
        /// Percent.
        percent: Decimal,
    },
    /// One open draw per grant only.
    OneOpenDraw {
        /// In force.
        on: bool,
    },
    /// Repayments to a title are revenue even while its books are open.
    RepaymentIsRevenue {
        /// Budget title.
        title: TitleKey,
        /// In force.
        on: bool,
    },
    /// A fixed amount falls to the actual eligible expenditure when that is lower.
    FixedAmountCapped {
        /// In force.
        on: bool,
    },
    /// Years for which the file is kept after the case is closed.
    RetentionPeriod {
        /// Years.
        years: u32,
    },
    /// *Bewilligungsbehörde*: letterhead from this day on.
    Letterhead {
        /// Name, unit and address in one line, town and contact.
        authority: Authority,
        /// Further lines of the address.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        address: Vec<String>,
        /// Printed beside the name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        logo: Option<Drawing>,
    },
    /// Days after its issue within which a statement is to be confirmed or objected to.
    StatementTerm {
        /// Days.
        days: u32,
    },
    /// When and where the guideline of the programme was published (domain.md section 2.5).
    GuidelinePublished {
        /// Day of the publication.
        published_on: Day,
        /// *Fundstelle*: gazette, number, page.
        published_in: String,
    },
    /// *Ursachen der Abweichungen* of the outflow from the plan of a fiscal year, for parliament
    /// (domain.md section 2.5).
    DeviationCauses {
        /// The year.
        fiscal_year: FiscalYear,
        /// As the report prints them.
        causes: String,
    },
}

impl Setting {
    /// Key under which the newest value of a day is found.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::BaseRate { from, .. } => format!("base_rate {from}"),
            Self::InterestMargin { .. } => "interest_margin".into(),
            Self::InterestDayCount { .. } => "interest_day_count".into(),
            Self::InterestStart { .. } => "interest_start".into(),
            Self::NoticeDays { .. } => "notice_days".into(),
            Self::ObjectionPeriod { .. } => "objection_period".into(),
            Self::UsePeriod { .. } => "use_period".into(),
            Self::ProofTerm { rules: AuxiliaryRules::AnbestGk, .. } => {
                "proof_term anbest_gk".into()
            }
            Self::ProofTerm { rules: AuxiliaryRules::AnbestP, .. } => "proof_term anbest_p".into(),
            Self::InterimProofTerm { .. } => "interim_proof_term".into(),
            Self::ProofCheckTerm { .. } => "proof_check_term".into(),
            Self::SmallAmount { .. } => "small_amount".into(),
            Self::HighestQuota { .. } => "highest_quota".into(),
            Self::OneOpenDraw { .. } => "one_open_draw".into(),
            Self::RepaymentIsRevenue { title, .. } => format!("repayment_is_revenue {title}"),
            Self::FixedAmountCapped { .. } => "fixed_amount_capped".into(),
            Self::RetentionPeriod { .. } => "retention_period".into(),
            Self::Letterhead { .. } => "letterhead".into(),
            Self::StatementTerm { .. } => "statement_term".into(),
            Self::GuidelinePublished { .. } => "guideline_published".into(),
            Self::DeviationCauses { fiscal_year, .. } => {
                format!("deviation_causes {}", fiscal_year.0)
            }
        }
    }
}

bodies! {
    /// Setting made, from the event's day on.
    SettingMade {
        /// The setting.
        setting: Setting,
    }
}
