//! Every setting has a name, a place and a value in words.

use std::collections::BTreeSet;

use super::super::Lang;
use super::*;
use crate::domain::body::Authority;
use crate::domain::interest::DayCount;
use crate::domain::{FiscalYear, Money};

/// One example of every setting, and both of the one that has two keys.
pub fn examples() -> Vec<Setting> {
    let day = |text: &str| text.parse::<Day>().expect("a test date");
    let authority = Authority {
        name: "Ministerium".to_owned(),
        line: "Referat".to_owned(),
        town: "Erfurt".to_owned(),
        contact: "referat@example.org".to_owned(),
    };
    let address = vec!["99084 Erfurt".to_owned()];
    let area = "<path fill=\"#1f4e8c\" d=\"M0 0L9 0L9 9Z\"/>";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";
    let logo = Some([svg, area, "</svg>"].concat().parse().expect("a drawing"));
    let percent = "-0.88".parse().expect("a test rate");
    vec![
        Setting::BaseRate { from: day("2016-07-01"), until: day("2022-12-31"), percent },
        Setting::InterestMargin { points: 5.into() },
        Setting::InterestDayCount { convention: DayCount::Thirty360 },
        Setting::InterestStart { days: 1 },
        Setting::NoticeDays { days: 4 },
        Setting::ObjectionPeriod { months: 1 },
        Setting::UsePeriod { months: 2 },
        Setting::ProofTerm { rules: AuxiliaryRules::AnbestGk, months: 12 },
        Setting::ProofTerm { rules: AuxiliaryRules::AnbestP, months: 6 },
        Setting::InterimProofTerm { months: 4 },
        Setting::ProofCheckTerm { months: 3 },
        Setting::SmallAmount { amount_cents: Money::from_cents(50_000) },
        Setting::HighestQuota { percent: 80.into() },
        Setting::OneOpenDraw { on: true },
        Setting::RepaymentIsRevenue { title: TitleKey::new("1616 88371"), on: true },
        Setting::FixedAmountCapped { on: false },
        Setting::RetentionPeriod { years: 5 },
        Setting::Letterhead { authority, address, logo },
        Setting::StatementTerm { days: 28 },
        Setting::GuidelinePublished {
            published_on: day("2018-08-06"),
            published_in: "ThürStAnz Nr. 32/2018 S. 956".to_owned(),
        },
        Setting::DeviationCauses {
            fiscal_year: FiscalYear(2020),
            causes: "Verzug der Ausschreibungen".to_owned(),
        },
    ]
}

#[test]
fn the_examples_are_all_that_have_a_message() {
    let file = include_str!("../../assets/text/de/choice.ftl");
    let messages: BTreeSet<_> = file
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key)
        .filter(|key| key.starts_with("setting-"))
        .collect();
    let examples = examples();
    assert_eq!(examples.iter().map(key).collect::<BTreeSet<_>>(), messages);
}

#[test]
fn the_name_in_the_journal_and_the_key_lead_to_the_same_words() {
    for text in Lang::ALL.map(Text::new) {
        for setting in examples() {
            let json = serde_json::to_value(&setting).expect("a setting as JSON");
            let name = json["name"].as_str().expect("a tag").to_owned();
            assert_eq!(text.setting_name(&name), text.setting(&setting));
            let named = text.setting_key(&setting.key());
            assert!(named.starts_with(&text.setting(&setting)), "{named}");
            assert!(!named.contains('_') && !named.contains('⟨'), "{named}");
            assert!(!text.setting_value(&setting).is_empty());
            let line = text.setting_line(&setting);
            assert!(line.starts_with(&named) && line.contains(": "), "{line}");
        }
    }
}

#[test]
fn a_setting_is_told_with_what_it_holds_for() {
    let plain = |text: String| text.replace('\u{a0}', " ");
    let german = Text::new(Lang::De);
    let told: Vec<_> = examples()
        .iter()
        .map(|setting| {
            plain(format!(
                "{}: {}",
                german.setting_key(&setting.key()),
                german.setting_value(setting)
            ))
        })
        .collect();
    let expected = [
        (0, "Basiszinssatz (§ 247 BGB), ab 01.07.2016: −0,88 %"),
        (1, "Zinsaufschlag auf den Basiszinssatz: 5 Prozentpunkte"),
        (3, "Beginn der Verzinsung: 1 Tag"),
        (8, "Frist des Verwendungsnachweises, ANBest-P: 6 Monate"),
        (11, "Bagatellgrenze: 500,00 €"),
        (14, "Rückzahlungen sind stets Einnahmen, Kapitel 16 16 Titel 883 71: in Kraft"),
        (19, "Förderrichtlinie, Veröffentlichung: 06.08.2018, ThürStAnz Nr. 32/2018 S. 956"),
        (20, "Ursachen der Abweichungen vom Plan, 2020: Verzug der Ausschreibungen"),
    ];
    for (place, words) in expected {
        assert_eq!(told[place], words);
    }
    assert_eq!(german.setting_key("unknown"), "unknown");
}

#[test]
fn a_long_text_is_told_in_full() {
    let causes = "Verzug der Ausschreibungen ".repeat(9);
    let told = format!("Ursachen der Abweichungen vom Plan, 2020: {causes}");
    let setting = Setting::DeviationCauses { fiscal_year: FiscalYear(2020), causes };
    assert_eq!(Text::new(Lang::De).setting_line(&setting), told);
}
