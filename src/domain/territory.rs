//! Counties and independent cities of Thüringen as facts, with their place among equal tiles.
//!
//! Keys and names: Gemeindeverzeichnis of the Statistisches Bundesamt (Destatis), territory of
//! 31.12.2020 and 31.08.2025. Eisenach belongs to the Wartburgkreis since 01.07.2021, with the
//! key 16063105 in place of 16056000. Letters are those of the registration plates. The places in
//! the grid are our own drawing: who lies north, south, east or west of whom, not to scale.

use super::recipient::RecipientType;
use super::{Day, RecipientKey};

/// A county (*Landkreis*) or independent city (*kreisfreie Stadt*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Territory {
    /// Key of five digits.
    pub key: &'static str,
    /// Name without type, as it is registered.
    pub name: &'static str,
    /// Letters of the registration plate.
    pub letters: &'static str,
    /// True for an independent city.
    pub city: bool,
    /// Column and row in the grid of tiles, from the north-west.
    pub place: (u8, u8),
    /// First day on which it no longer exists, and the key of what took it over.
    pub ended: Option<(Day, &'static str)>,
}

/// The letters by which a county is known on maps and plates; none for other recipients.
#[must_use]
pub fn letters(key: &RecipientKey) -> Option<&'static str> {
    ALL.iter().find(|found| found.key == key.as_str()).map(|found| found.letters)
}

/// Columns and rows of the grid.
pub const GRID: (u8, u8) = (8, 5);

const fn county(
    key: &'static str,
    name: &'static str,
    letters: &'static str,
    place: (u8, u8),
) -> Territory {
    Territory { key, name, letters, city: false, place, ended: None }
}

const fn city(
    key: &'static str,
    name: &'static str,
    letters: &'static str,
    place: (u8, u8),
) -> Territory {
    Territory { city: true, ..county(key, name, letters, place) }
}

/// All that there are or were since 2019, by key; 23 until 30.06.2021, 22 from then on.
pub const ALL: [Territory; 23] = [
    city("16051", "Erfurt", "EF", (2, 2)),
    city("16052", "Gera", "G", (6, 2)),
    city("16053", "Jena", "J", (4, 2)),
    city("16054", "Suhl", "SHL", (1, 3)),
    city("16055", "Weimar", "WE", (3, 2)),
    Territory {
        ended: match Day::from_ymd_opt(2021, 7, 1) {
            Some(day) => Some((day, "16063")),
            None => None,
        },
        ..city("16056", "Eisenach", "EA", (0, 1))
    },
    county("16061", "Eichsfeld", "EIC", (0, 0)),
    county("16062", "Nordhausen", "NDH", (1, 0)),
    county("16063", "Wartburgkreis", "WAK", (0, 2)),
    county("16064", "Unstrut-Hainich-Kreis", "UH", (1, 1)),
    county("16065", "Kyffhäuserkreis", "KYF", (2, 0)),
    county("16066", "Schmalkalden-Meiningen", "SM", (0, 3)),
    county("16067", "Gotha", "GTH", (1, 2)),
    county("16068", "Sömmerda", "SÖM", (2, 1)),
    county("16069", "Hildburghausen", "HBN", (1, 4)),
    county("16070", "Ilm-Kreis", "IK", (2, 3)),
    county("16071", "Weimarer Land", "AP", (3, 1)),
    county("16072", "Sonneberg", "SON", (2, 4)),
    county("16073", "Saalfeld-Rudolstadt", "SLF", (3, 3)),
    county("16074", "Saale-Holzland-Kreis", "SHK", (5, 2)),
    county("16075", "Saale-Orla-Kreis", "SOK", (5, 3)),
    county("16076", "Greiz", "GRZ", (6, 3)),
    county("16077", "Altenburger Land", "ABG", (7, 2)),
];

impl Territory {
    /// Its key as that of a recipient.
    #[must_use]
    pub fn recipient(&self) -> RecipientKey {
        RecipientKey::new(self.key)
    }

    /// As which it is registered.
    #[must_use]
    pub const fn recipient_type(&self) -> RecipientType {
        if self.city { RecipientType::IndependentCity } else { RecipientType::County }
    }

    /// True while it exists.
    #[must_use]
    pub fn exists_on(&self, day: Day) -> bool {
        self.ended.is_none_or(|(first_without, _)| day < first_without)
    }
}

/// What there is on a day (*Gebietsstand*).
pub fn on(day: Day) -> impl Iterator<Item = &'static Territory> {
    ALL.iter().filter(move |territory| territory.exists_on(day))
}

/// Where a recipient lies on a day: a county itself, one of its municipalities, or what it took
/// over; `None` for associations and fictional communes.
#[must_use]
pub fn of(recipient: &RecipientKey, day: Day) -> Option<&'static Territory> {
    let key = recipient.as_str();
    let digits = key.bytes().all(|byte| byte.is_ascii_digit()) && matches!(key.len(), 5 | 8);
    let at = |key: &str| ALL.iter().find(|territory| territory.key == key);
    let found = key.get(..5).filter(|_| digits).and_then(at)?;
    match found.ended {
        Some((_, successor)) if !found.exists_on(day) => at(successor),
        _ => Some(found),
    }
}

/// The first five digits of all keys that lie in a county on a day: its own, and those of what it
/// took over.
pub fn within(county: &RecipientKey, day: Day) -> impl Iterator<Item = &'static str> {
    let lies = move |key: &&'static str| {
        of(&RecipientKey::new(*key), day).is_some_and(|found| found.key == county.as_str())
    };
    ALL.iter().map(|territory| territory.key).filter(lies)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a test date")
    }

    #[test]
    fn there_are_23_until_june_2021_and_22_from_july_on_each_with_a_place_of_its_own() {
        assert_eq!(on(day("2021-06-30")).count(), 23);
        assert_eq!(on(day("2021-07-01")).count(), 22);
        assert_eq!(on(day("2021-07-01")).filter(|found| found.city).count(), 5);
        let places: BTreeSet<_> = ALL.iter().map(|territory| territory.place).collect();
        assert_eq!(places.len(), ALL.len());
        assert!(places.iter().all(|place| place.0 < GRID.0 && place.1 < GRID.1));
        let keys: Vec<_> = ALL.iter().map(|territory| territory.key).collect();
        assert!(keys.is_sorted());
    }

    #[test]
    fn a_recipient_lies_where_its_key_says_and_eisenach_where_the_day_says() {
        let at = |key: &str, on: &str| of(&RecipientKey::new(key), day(on)).map(|found| found.key);
        assert_eq!(at("16066", "2020-12-31"), Some("16066"));
        assert_eq!(at("16066093", "2020-12-31"), Some("16066"));
        assert_eq!(at("16056", "2021-06-30"), Some("16056"));
        assert_eq!(at("16056000", "2021-07-01"), Some("16063"));
        assert_eq!(at("16063105", "2021-07-01"), Some("16063"));
        assert_eq!(at("16999001", "2020-12-31"), None);
        assert_eq!(at("ZV-KIV", "2020-12-31"), None);
        assert_eq!(at("1606", "2020-12-31"), None);
    }
}
