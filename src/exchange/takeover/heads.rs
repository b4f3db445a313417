//! Words by which columns and their contents are known.

use rust_decimal::Decimal;

use crate::domain::body::{AnnouncementManner, AuxiliaryRules, Financing, PaymentMode};
use crate::domain::recipient::RecipientType;
use crate::domain::takeover::{Column, Column as C, ListKind};
use crate::exchange::table::folded;

/// Heads by which a column is known, folded; the first is the one of the form.
const HEADS: [(Column, &[&str]); 58] = [
    (
        C::Key,
        &[
            "schlüssel",
            "gemeindeschlüssel",
            "kreisschlüssel",
            "amtlicher gemeindeschlüssel",
            "ags",
            "empfängerschlüssel",
            "key",
            "recipient key",
            "municipality key",
        ],
    ),
    (
        C::Name,
        &[
            "name",
            "empfänger",
            "kommune",
            "zuwendungsempfänger",
            "gebietskörperschaft",
            "recipient",
        ],
    ),
    (C::Type, &["art", "art des empfängers", "typ", "gebietsart", "type", "recipient type"]),
    (C::Office, &["kasse", "anschriftzusatz", "adresszusatz", "dienststelle", "office"]),
    (C::Street, &["straße", "strasse", "straße und hausnummer", "street"]),
    (C::Postcode, &["plz", "postleitzahl", "postcode", "postal code", "zip"]),
    (C::Town, &["ort", "wohnort", "town"]),
    (C::Day, &["gilt ab", "gültig ab", "stichtag", "counts from", "valid from"]),
    (C::Iban, &["iban", "kontonummer (iban)", "bankverbindung"]),
    (C::Holder, &["kontoinhaber", "inhaber", "kontoinhaberin", "account holder", "holder"]),
    (
        C::Grant,
        &["aktenzeichen", "az", "az.", "geschäftszeichen", "file number", "file no.", "file no"],
    ),
    (
        C::Purpose,
        &["zweck", "zuwendungszweck", "vorhaben", "maßnahme", "bezeichnung", "purpose", "project"],
    ),
    (
        C::AppliedOn,
        &["antrag vom", "antragsdatum", "antragseingang", "eingang", "applied on", "application"],
    ),
    (C::Requested, &["beantragt", "beantragte zuwendung", "antragssumme", "requested"]),
    (C::Total, &["gesamtausgaben", "gesamtkosten", "total expenditure", "total costs"]),
    (
        C::Eligible,
        &[
            "zuwendungsfähige ausgaben",
            "zuwendungsfähig",
            "zwf. ausgaben",
            "eligible expenditure",
            "eligible",
        ],
    ),
    (C::Own, &["eigenanteil", "eigenmittel", "own share", "own funds"]),
    (C::ThirdParty, &["drittmittel", "third-party funds", "third party funds"]),
    (C::ExaminedOn, &["geprüft am", "prüfung vom", "prüfvermerk vom", "examined on"]),
    (C::Result, &["prüfergebnis", "ergebnis der prüfung", "ergebnis", "result"]),
    (
        C::NoDouble,
        &["keine doppelförderung", "doppelförderung ausgeschlossen", "no double funding"],
    ),
    (
        C::ContractOn,
        &[
            "vorhabenbeginn (erster vertrag)",
            "vorhabenbeginn",
            "erster vertrag vom",
            "vertrag vom",
            "start of the project (first contract)",
            "first contract",
            "contract on",
        ],
    ),
    (
        C::StartChecked,
        &[
            "vorzeitiger vorhabenbeginn zugelassen, weil",
            "beginn unschädlich, weil",
            "vorzeitiger beginn",
            "early start harmless because",
            "early start consented to because",
        ],
    ),
    (
        C::IssuedOn,
        &["bescheid vom", "bescheiddatum", "bewilligt am", "änderungsbescheid vom", "notice of"],
    ),
    (
        C::Voucher,
        &["beleg des bescheids", "bescheidnummer", "beleg", "notice reference", "voucher"],
    ),
    (C::Financing, &["finanzierungsart", "finanzierung", "kind of financing", "financing"]),
    (C::Quota, &["quote", "fördersatz", "fördersatz %", "quote in %", "quota", "quota in %"]),
    (C::CashReference, &["kassenzeichen", "cash reference"]),
    (
        C::PeriodUntil,
        &[
            "bewilligungszeitraum bis",
            "bewilligungszeitraum",
            "durchführung bis",
            "period until",
            "period of approval until",
        ],
    ),
    (C::Title, &["titel", "haushaltsstelle", "kapitel/titel", "title", "budget title"]),
    (C::Year, &["haushaltsjahr", "hhj", "jahr", "fiscal year", "year"]),
    (C::Amount, &["betrag", "betrag in €", "betrag (€)", "betrag in eur", "amount", "amount in €"]),
    (C::AuthorityYear, &["ve aus haushaltsjahr", "ve-jahr", "ve", "authority of year"]),
    (C::Granted, &["bewilligt", "zuwendung", "bewilligter betrag", "granted"]),
    (C::Rules, &["nebenbestimmungen", "auxiliary rules"]),
    (C::Mode, &["auszahlungsweise", "auszahlungsart", "mode of payment"]),
    (C::Interim, &["zwischennachweis", "interim proof"]),
    (
        C::BoundYears,
        &["zweckbindung in jahren", "zweckbindung", "zweckbindung (jahre)", "bound for years"],
    ),
    (C::Urgent, &["unaufschiebbar, weil", "could not wait because"]),
    (C::AnnouncedOn, &["bekannt gegeben am", "bekanntgabe", "zur post am", "announced on"]),
    (C::Manner, &["art der bekanntgabe", "manner of announcement"]),
    (C::WaivedOn, &["rechtsbehelfsverzicht vom", "rechtsbehelfsverzicht", "remedies waived on"]),
    (C::Reason, &["grund", "begründung", "reason"]),
    (C::DrawnOn, &["abruf vom", "mittelabruf vom", "abgerufen am", "mittelabruf", "drawn on"]),
    (C::DrawVoucher, &["beleg des abrufs", "abrufnummer", "abruf nr.", "draw reference"]),
    (
        C::ArithmeticOn,
        &["rechnerisch richtig am", "arithmetic attested on", "arithmetic certified on"],
    ),
    (C::FactualOn, &["sachlich richtig am", "facts attested on", "facts certified on"]),
    (C::OrderedOn, &["angeordnet am", "anordnung vom", "auszahlungsanordnung vom", "ordered on"]),
    (
        C::OrderVoucher,
        &["beleg der anordnung", "anordnung nr.", "anordnungsnummer", "order reference"],
    ),
    (
        C::PaidOn,
        &["ausgezahlt am", "auszahlung am", "gebucht am", "buchungstag", "zahltag", "paid on"],
    ),
    (
        C::CashVoucher,
        &["kassenbeleg", "beleg der kasse", "hamasys-beleg", "beleg", "cash voucher", "voucher"],
    ),
    (C::PaymentText, &["verwendungszweck", "payment text"]),
    (C::EnteredBy, &["erfasst von", "sachbearbeitung", "entered by"]),
    (C::ExaminedBy, &["geprüft von", "examined by"]),
    (C::ApprovedBy, &["bewilligt von", "bescheid gezeichnet von", "approved by"]),
    (
        C::ArithmeticBy,
        &["rechnerisch richtig von", "arithmetic attested by", "arithmetic certified by"],
    ),
    (C::FactualBy, &["sachlich richtig von", "facts attested by", "facts certified by"]),
    (C::OrderedBy, &["angeordnet von", "ordered by"]),
];

/// Who confirmed; apart, since a list of payments has the day of the cash office as well.
const CONFIRMED_BY: &[&str] = &["auszahlung bestätigt von", "bestätigt von", "confirmed by"];

/// Words before the year of a column of amounts due.
const DUE: [&str; 9] =
    ["", "fällig", "fällig in", "hhj", "haushaltsjahr", "jahr", "due", "due in", "jahresscheibe"];

/// What the column of that head holds in a list of that kind, if the head is known.
#[must_use]
pub fn column_of(kind: ListKind, head: &str) -> Option<Column> {
    let head = folded(head);
    let known = HEADS
        .iter()
        .find(|(column, names)| names.contains(&head.as_str()) && kind.columns().contains(column));
    let confirmed = || {
        let has = kind.columns().contains(&C::ConfirmedBy);
        (has && CONFIRMED_BY.contains(&head.as_str())).then_some(C::ConfirmedBy)
    };
    let due = || if kind == ListKind::Grants { due_of(&head) } else { None };
    known.map(|(column, _)| *column).or_else(confirmed).or_else(due)
}

/// "Fällig 2020", "HHJ 2020" or the year alone.
fn due_of(head: &str) -> Option<Column> {
    let year = head.get(head.len().checked_sub(4)?..)?;
    let digits = year.bytes().all(|byte| byte.is_ascii_digit());
    let before = head.get(..head.len() - 4)?.trim();
    let year: i32 = year.parse().ok()?;
    (digits && DUE.contains(&before) && (2000..2100).contains(&year)).then_some(C::Due(year))
}

/// The head of the German form, in capitals as a sentence has it.
pub(super) fn german(column: Column) -> String {
    let names = HEADS.iter().find(|(known, _)| *known == column).map(|(_, names)| *names);
    let name = names.and_then(|names| names.first().copied()).unwrap_or_default();
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
        first.unwrap_or_default() + letters.as_str()
    };
    let word = |word: &str| if SMALL.contains(&word) { word.to_owned() } else { capital(word) };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Words of heads that have no capital.
const SMALL: [&str; 9] = ["am", "vom", "von", "bis", "in", "aus", "des", "der", "weil"];

/// Words for the types, folded.
const TYPES: [(RecipientType, &[&str]); 5] = [
    (RecipientType::County, &["landkreis", "kreis", "county"]),
    (RecipientType::IndependentCity, &["kreisfreie stadt", "stadtkreis", "independent city"]),
    (
        RecipientType::Municipality,
        &["gemeinde", "kreisangehörige gemeinde", "kreisangehörige stadt", "stadt", "municipality"],
    ),
    (
        RecipientType::Association,
        &["verband", "zweckverband", "verwaltungsgemeinschaft", "association"],
    ),
    (RecipientType::Fictional, &["fiktive kommune", "fictional commune", "fictional"]),
];

/// The type that is meant by these words, if they are known.
#[must_use]
pub fn type_of(words: &str) -> Option<RecipientType> {
    let words = folded(words);
    TYPES.iter().find(|(_, names)| names.contains(&words.as_str())).map(|(found, _)| *found)
}

/// What a cell can choose from.
pub trait Word: Copy + 'static {
    /// Its values, each with its words, folded.
    const WORDS: &'static [(Self, &'static [&'static str])];
}

impl Word for Financing {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (
            Self::Share,
            &["anteilfinanzierung", "anteilsfinanzierung", "anteil", "share financing", "share"],
        ),
        (
            Self::Shortfall,
            &["fehlbedarfsfinanzierung", "fehlbedarf", "shortfall financing", "shortfall"],
        ),
        (
            Self::FixedAmount,
            &["festbetragsfinanzierung", "festbetrag", "fixed-amount financing", "fixed amount"],
        ),
        (Self::Full, &["vollfinanzierung", "voll", "full financing", "full"]),
    ];
}

impl Word for AnnouncementManner {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Post, &["mit der post", "post", "per post", "by post"]),
        (
            Self::Receipt,
            &[
                "gegen empfangsbestätigung",
                "empfangsbestätigung",
                "empfangsbekenntnis",
                "against receipt",
                "receipt",
            ],
        ),
    ];
}

impl Word for AuxiliaryRules {
    const WORDS: &'static [(Self, &'static [&'static str])] =
        &[(Self::AnbestGk, &["anbest-gk"]), (Self::AnbestP, &["anbest-p"])];
}

impl Word for PaymentMode {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Advance, &["vorschuss", "in advance", "advance"]),
        (Self::PaidInvoices, &["erstattungsprinzip", "erstattung", "on paid invoices"]),
    ];
}

impl Word for bool {
    const WORDS: &'static [(Self, &'static [&'static str])] =
        &[(true, &["ja", "j", "x", "yes", "true", "wahr"]), (false, &["nein", "n", "no", "false"])];
}

/// The value that is meant by these words, if they are known.
#[must_use]
pub fn word_of<T: Word>(words: &str) -> Option<T> {
    let words = folded(words);
    T::WORDS.iter().find(|(_, names)| names.contains(&words.as_str())).map(|(found, _)| *found)
}

/// "80", "80,5" or "80 %" as a number of percent. 0,8 is refused: it is 80 % where a spreadsheet
/// keeps percentages as fractions, and 0,8 % where it does not.
pub(super) fn percent_of(words: &str) -> Option<Decimal> {
    let plain = words.trim().trim_end_matches('%').trim_end();
    let (whole, decimals) = plain.split_once(',').unwrap_or((plain, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = !whole.is_empty() && whole.len() <= 3 && decimals.len() <= 6;
    (fits && digits(whole) && digits(decimals))
        .then(|| format!("{whole}.{decimals}0").parse::<Decimal>().ok())
        .flatten()
        .map(|found| found.normalize())
        .filter(|found| *found > Decimal::ONE)
}
