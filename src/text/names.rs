//! The words for stages, events, roles and recipients: one word per thing.

use super::{Lang, Text};
use crate::domain::availability::AvailabilityItem;
use crate::domain::body::{Financing, ReaderNote, SourceClass};
use crate::domain::fiscal::YearState;
use crate::domain::recipient::{RecipientType, official_name};
use crate::domain::rule::Role;
use crate::domain::{Kind, Precision, Stage};

impl Text {
    /// A language by its own name.
    #[must_use]
    pub fn language(&self, lang: Lang) -> String {
        self.get(match lang {
            Lang::De => "app-language-de",
            Lang::En => "app-language-en",
        })
    }

    /// A stage, as the head of a column: "bewilligt, noch nicht abgerufen".
    #[must_use]
    pub fn stage(&self, stage: Stage) -> String {
        self.get(&format!("stage-{}", dashed(stage.as_str())))
    }

    /// State of a fiscal year: "Bücher offen", "Bücher geschlossen seit 15.01.2021".
    #[must_use]
    pub fn year_state(&self, state: YearState) -> String {
        let day = |key, day| self.format(key, &[("day", self.day(day))]);
        match state {
            YearState::Unvoted => self.get("budget-state-unvoted"),
            YearState::Drafted => self.get("budget-state-drafted"),
            YearState::Provisional { from, until: None } => day("budget-state-provisional", from),
            YearState::Provisional { from, until: Some(until) } => self.format(
                "budget-state-provisional-until",
                &[("day", self.day(from)), ("until", self.day(until))],
            ),
            YearState::Open => self.get("budget-state-open"),
            YearState::Closed { since } => day("budget-state-closed", since),
            YearState::Settled { since } => day("budget-state-settled", since),
        }
    }

    /// An event as a noun: "Bescheid", "Mittelabruf", "Auszahlung".
    #[must_use]
    pub fn kind(&self, kind: Kind) -> String {
        self.get(&format!("kind-{}", dashed(kind.as_str())))
    }

    /// What a person does to book an event, wherever it is named, on buttons, as the heading of its
    /// form, in the search: "Bescheid erlassen", "Mittelabruf erfassen".
    #[must_use]
    pub fn deed(&self, kind: Kind) -> String {
        self.get(&format!("deed-{}", dashed(kind.as_str())))
    }

    /// What an event is about, as the journal names it; the keys of settings and the numbers of
    /// persons in words: "Bagatellgrenze", "Person Nr. 3".
    #[must_use]
    pub fn object(&self, kind: Kind, object: &str) -> String {
        match kind {
            Kind::SettingMade => self.setting_key(object),
            Kind::PersonEnrolled => {
                self.format("app-person-number", &[("number", object.to_owned())])
            }
            _ => object.to_owned(),
        }
    }

    /// A role, as a noun: "Sachbearbeitung".
    #[must_use]
    pub fn role(&self, role: Role) -> String {
        self.get(match role {
            Role::DeskOfficer => "role-desk-officer",
            Role::Attester => "role-attester",
            Role::Approver => "role-approver",
            Role::BudgetOfficer => "role-budget-officer",
            Role::Administrator => "role-administrator",
            Role::Auditor => "role-auditor",
        })
    }

    /// The type of a recipient: "Landkreis", "kreisfreie Stadt".
    #[must_use]
    pub fn recipient_type(&self, recipient_type: RecipientType) -> String {
        self.get(match recipient_type {
            RecipientType::County => "recipient-type-county",
            RecipientType::IndependentCity => "recipient-type-independent-city",
            RecipientType::Municipality => "recipient-type-municipality",
            RecipientType::Association => "recipient-type-association",
            RecipientType::Fictional => "recipient-type-fictional",
        })
    }

    /// The official name of a recipient, the same in both languages: "Landkreis Eichsfeld",
    /// "Ilm-Kreis", "Stadt Erfurt", "Gemeinde Rhönblick".
    #[must_use]
    pub fn recipient_name(&self, recipient_type: RecipientType, name: &str) -> String {
        official_name(recipient_type, name)
    }

    /// The kind of financing: "Anteilfinanzierung".
    #[must_use]
    pub fn financing(&self, financing: Financing) -> String {
        self.get(match financing {
            Financing::Share => "financing-share",
            Financing::Shortfall => "financing-shortfall",
            Financing::FixedAmount => "financing-fixed-amount",
            Financing::Full => "financing-full",
        })
    }

    /// Whether a statement is established or made up for the example.
    #[must_use]
    pub fn source_class(&self, class: SourceClass) -> String {
        self.get(match class {
            SourceClass::Fact => "source-class-fact",
            SourceClass::Illustrative => "source-class-illustrative",
        })
    }

    /// The kind of a budget title: "investiv" or "konsumtiv".
    #[must_use]
    pub fn investive(&self, investive: bool) -> String {
        self.get(if investive { "investive" } else { "consumptive" })
    }

    /// A line of the arithmetic of availability.
    #[must_use]
    pub fn availability_item(&self, item: AvailabilityItem) -> String {
        match item {
            AvailabilityItem::Stage(stage) => self.stage(stage),
            AvailabilityItem::LaterBookings => self.get("availability-later-bookings"),
            AvailabilityItem::Unvoted => self.get("availability-unvoted"),
        }
    }

    /// How exactly a date is known: "Quartal".
    #[must_use]
    pub fn precision(&self, precision: Precision) -> String {
        self.get(match precision {
            Precision::Day => "precision-day",
            Precision::Month => "precision-month",
            Precision::Quarter => "precision-quarter",
            Precision::Half => "precision-half",
            Precision::MidYear => "precision-mid-year",
            Precision::Year => "precision-year",
            Precision::Period => "precision-period",
        })
    }

    /// A note to the reader in this language; in the other one when this one is missing.
    #[must_use]
    pub fn note<'note>(&self, note: &'note ReaderNote) -> &'note str {
        let (own, other) = match self.lang() {
            Lang::De => (&note.de, &note.en),
            Lang::En => (&note.en, &note.de),
        };
        if own.is_empty() { other } else { own }
    }
}

pub(super) fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn everything_has_a_name_in_both_languages() {
        for text in Lang::ALL.map(Text::new) {
            let stages = Stage::ALL.iter().map(|stage| text.stage(*stage));
            let kinds = Kind::ALL.iter().map(|kind| text.kind(*kind));
            let roles = Role::ALL.into_iter().map(|role| text.role(role));
            let financings =
                [Financing::Share, Financing::Shortfall, Financing::FixedAmount, Financing::Full]
                    .map(|financing| text.financing(financing));
            let types =
                RecipientType::ALL.map(|recipient_type| text.recipient_type(recipient_type));
            let precisions = [
                Precision::Day,
                Precision::Month,
                Precision::Quarter,
                Precision::Half,
                Precision::MidYear,
                Precision::Year,
                Precision::Period,
            ]
            .map(|precision| text.precision(precision));
            let others = [
                text.source_class(SourceClass::Fact),
                text.source_class(SourceClass::Illustrative),
                text.investive(true),
                text.investive(false),
                text.availability_item(AvailabilityItem::LaterBookings),
                text.availability_item(AvailabilityItem::Unvoted),
                text.availability_item(AvailabilityItem::Stage(Stage::Paid)),
            ];
            let names = stages
                .chain(kinds)
                .chain(roles)
                .chain(financings)
                .chain(types)
                .chain(precisions)
                .chain(others);
            for name in names {
                assert!(!name.trim().is_empty() && !name.contains('⟨'), "{name:?}");
            }
        }
    }

    #[test]
    fn no_two_stages_or_events_have_the_same_name() {
        for text in Lang::ALL.map(Text::new) {
            let mut seen = BTreeSet::new();
            for name in Kind::ALL.iter().map(|kind| text.kind(*kind)) {
                assert!(seen.insert(name.clone()), "{name}");
            }
            seen.clear();
            for name in Stage::ALL.iter().map(|stage| text.stage(*stage)) {
                assert!(seen.insert(name.clone()), "{name}");
            }
        }
    }

    #[test]
    fn events_have_the_words_of_the_budget_law() {
        let text = Text::new(Lang::De);
        let words = [
            (Kind::AppropriationVoted, "Ansatz"),
            (Kind::SupplementVoted, "Nachtrag"),
            (Kind::CoverMoved, "Deckung"),
            (Kind::BlockSet, "Sperre"),
            (Kind::BooksClosed, "Bücherschluss"),
            (Kind::CarryOverFormed, "Restbildung"),
            (Kind::FundsLapsed, "Verfall"),
            (Kind::YearSettled, "Jahr abgeschlossen"),
            (Kind::DueShifted, "Fälligkeit verschoben"),
            (Kind::ArithmeticAttested, "Feststellung rechnerisch richtig"),
            (Kind::FactuallyAttested, "Feststellung sachlich richtig"),
            (Kind::PaymentRebooked, "Umbuchung"),
            (Kind::ClaimAnnulled, "Erstattung aufgehoben"),
            (Kind::ClaimWaived, "Erlass"),
            (Kind::UnusedReturned, "Rückgabe"),
            (Kind::InterestAssessed, "Zinsen festgesetzt"),
            (Kind::GrantIssued, "Bescheid"),
            (Kind::DrawRequested, "Mittelabruf"),
            (Kind::PaymentOrdered, "Auszahlungsanordnung"),
            (Kind::OrderCancelled, "Storno vor Zahlung"),
            (Kind::PaymentConfirmed, "Auszahlung"),
            (Kind::PaymentReturned, "Rückläufer"),
            (Kind::ClaimRaised, "Erstattung festgesetzt"),
            (Kind::ClaimRepaid, "Rückzahlung"),
            (Kind::Reversed, "Berichtigung"),
        ];
        for (kind, word) in words {
            assert_eq!(text.kind(kind), word);
        }
    }

    #[test]
    fn settings_and_persons_are_named_in_words() {
        let text = Text::new(Lang::De);
        let objects = [
            (Kind::SettingMade, "small_amount", "Bagatellgrenze"),
            (Kind::PersonEnrolled, "3", "Person Nr. 3"),
            (Kind::GrantIssued, "EG-2020-003", "EG-2020-003"),
        ];
        for (kind, object, words) in objects {
            assert_eq!(text.object(kind, object), words);
        }
    }

    #[test]
    fn recipients_have_their_official_names() {
        use RecipientType::{Association, County, Fictional, IndependentCity, Municipality};
        let text = Text::new(Lang::De);
        let names = [
            (County, "Schmalkalden-Meiningen", "Landkreis Schmalkalden-Meiningen"),
            (County, "Eichsfeld", "Landkreis Eichsfeld"),
            (County, "Weimarer Land", "Landkreis Weimarer Land"),
            (County, "Altenburger Land", "Landkreis Altenburger Land"),
            (County, "Landkreis Greiz", "Landkreis Greiz"),
            (County, "Wartburgkreis", "Wartburgkreis"),
            (County, "Ilm-Kreis", "Ilm-Kreis"),
            (County, "Kyffhäuserkreis", "Kyffhäuserkreis"),
            (County, "Unstrut-Hainich-Kreis", "Unstrut-Hainich-Kreis"),
            (County, "Saale-Holzland-Kreis", "Saale-Holzland-Kreis"),
            (County, "Saale-Orla-Kreis", "Saale-Orla-Kreis"),
            (IndependentCity, "Erfurt", "Stadt Erfurt"),
            (Municipality, "Rhönblick", "Gemeinde Rhönblick"),
            (Municipality, "Stadt Schleusingen", "Stadt Schleusingen"),
            (Association, "Zweckverband KIV", "Zweckverband KIV"),
            (Fictional, "Kommune A (fiktiv)", "Kommune A (fiktiv)"),
        ];
        for (recipient_type, name, official) in names {
            assert_eq!(text.recipient_name(recipient_type, name), official);
        }
    }

    #[test]
    fn a_note_that_lacks_a_language_is_shown_in_the_other() {
        let note = ReaderNote { de: "Hinweis".to_owned(), en: String::new() };
        assert_eq!(Text::new(Lang::De).note(&note), "Hinweis");
        assert_eq!(Text::new(Lang::En).note(&note), "Hinweis");
    }
}
