//! The settings in words: what is laid down, for what, and how.

use super::Text;
use crate::domain::Day;
use crate::domain::TitleKey;
use crate::domain::body::{AuxiliaryRules, Setting};

impl Text {
    /// What a setting lays down: "Bagatellgrenze", "Frist des Verwendungsnachweises".
    #[must_use]
    pub fn setting(&self, setting: &Setting) -> String {
        self.get(key(setting))
    }

    /// What a setting lays down, by the name it has in the journal: `small_amount`; an unknown
    /// name stays as it is.
    #[must_use]
    pub fn setting_name(&self, name: &str) -> String {
        let key = format!("setting-{}", name.replace('_', "-"));
        if self.has(&key) { self.get(&key) } else { name.to_owned() }
    }

    /// What a setting lays down and for what, by [`Setting::key`]:
    /// "Basiszinssatz (§ 247 BGB), ab 01.07.2016".
    #[must_use]
    pub fn setting_key(&self, key: &str) -> String {
        let Some((name, detail)) = key.split_once(' ') else {
            return self.setting_name(key);
        };
        let detail = match (name, detail) {
            ("base_rate", day) => match day.parse::<Day>() {
                Ok(day) => self.format("from-day", &[("day", self.day(day))]),
                Err(_) => day.to_owned(),
            },
            (_, "anbest_gk") => self.auxiliary_rules(AuxiliaryRules::AnbestGk),
            (_, "anbest_p") => self.auxiliary_rules(AuxiliaryRules::AnbestP),
            ("repayment_is_revenue", title) => self.title(&TitleKey::new(title)),
            (_, other) => other.to_owned(),
        };
        self.format("named-setting", &[("name", self.setting_name(name)), ("detail", detail)])
    }

    /// What a setting lays down, for what and how, as an extract tells it in full:
    /// "Bagatellgrenze: 500,00 €".
    #[must_use]
    pub fn setting_line(&self, setting: &Setting) -> String {
        let value = self.setting_value(setting);
        let words = [("name", self.setting_key(&setting.key())), ("value", value)];
        self.format("valued-setting", &words)
    }

    /// The value of a setting: "−0,88 %", "12 Monate", "in Kraft".
    #[must_use]
    pub fn setting_value(&self, setting: &Setting) -> String {
        match setting {
            Setting::BaseRate { percent, .. } | Setting::HighestQuota { percent } => {
                self.rate(*percent)
            }
            Setting::InterestMargin { points } => {
                self.format("percentage-points", &[("n", self.decimal(points.normalize()))])
            }
            Setting::InterestDayCount { convention } => self.day_count(*convention),
            Setting::InterestStart { days }
            | Setting::NoticeDays { days }
            | Setting::StatementTerm { days } => self.count("days", i64::from(*days), &[]),
            Setting::ObjectionPeriod { months }
            | Setting::UsePeriod { months }
            | Setting::ProofTerm { months, .. }
            | Setting::InterimProofTerm { months }
            | Setting::ProofCheckTerm { months } => self.count("months", i64::from(*months), &[]),
            Setting::SmallAmount { amount_cents } => self.money_unit(*amount_cents),
            Setting::OneOpenDraw { on }
            | Setting::RepaymentIsRevenue { on, .. }
            | Setting::FixedAmountCapped { on } => {
                self.get(if *on { "in-force" } else { "not-in-force" })
            }
            Setting::RetentionPeriod { years } => self.count("years", i64::from(*years), &[]),
            Setting::GuidelinePublished { published_on, published_in } => {
                format!("{}, {published_in}", self.day(*published_on))
            }
            Setting::DeviationCauses { causes, .. } => causes.clone(),
            Setting::Letterhead { authority, logo: None, .. } => authority.name.clone(),
            Setting::Letterhead { authority, .. } => {
                self.format("letterhead-with-logo", &[("name", authority.name.clone())])
            }
        }
    }
}

/// Message key of each setting: `setting-` and its name; a new one does not compile without.
const fn key(setting: &Setting) -> &'static str {
    match setting {
        Setting::BaseRate { .. } => "setting-base-rate",
        Setting::InterestMargin { .. } => "setting-interest-margin",
        Setting::InterestDayCount { .. } => "setting-interest-day-count",
        Setting::InterestStart { .. } => "setting-interest-start",
        Setting::NoticeDays { .. } => "setting-notice-days",
        Setting::ObjectionPeriod { .. } => "setting-objection-period",
        Setting::UsePeriod { .. } => "setting-use-period",
        Setting::ProofTerm { .. } => "setting-proof-term",
        Setting::InterimProofTerm { .. } => "setting-interim-proof-term",
        Setting::ProofCheckTerm { .. } => "setting-proof-check-term",
        Setting::SmallAmount { .. } => "setting-small-amount",
        Setting::HighestQuota { .. } => "setting-highest-quota",
        Setting::OneOpenDraw { .. } => "setting-one-open-draw",
        Setting::RepaymentIsRevenue { .. } => "setting-repayment-is-revenue",
        Setting::FixedAmountCapped { .. } => "setting-fixed-amount-capped",
        Setting::RetentionPeriod { .. } => "setting-retention-period",
        Setting::Letterhead { .. } => "setting-letterhead",
        Setting::StatementTerm { .. } => "setting-statement-term",
        Setting::GuidelinePublished { .. } => "setting-guideline-published",
        Setting::DeviationCauses { .. } => "setting-deviation-causes",
    }
}

#[cfg(test)]
#[path = "setting_tests.rs"]
pub(super) mod tests;
