//! Finding Kassenzeichen and file numbers in what people and banks write.

use std::collections::BTreeSet;

/// Letters and digits alone: banks and spreadsheets write blanks and dots where they like.
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Signs of the shortest reference that names anything.
const SHORTEST: usize = 4;
/// Between two columns of a row: no reference reaches across it.
pub const COLUMNS: &str = " | ";

/// References that a text can name, folded.
#[derive(Clone, Debug, Default)]
pub struct Known {
    all: BTreeSet<String>,
    longest: usize,
}

impl FromIterator<String> for Known {
    fn from_iter<I: IntoIterator<Item = String>>(references: I) -> Self {
        let all: BTreeSet<String> = references.into_iter().collect();
        let longest = all.iter().map(String::len).max().unwrap_or(0);
        Self { all, longest }
    }
}

/// Which of the known references the text names.
///
/// A reference stands whole: no letter or digit before or after it; blanks and punctuation inside
/// do not count. Of two that overlap the longer one is meant.
#[must_use]
pub fn named(text: &str, known: &Known) -> BTreeSet<String> {
    text.split('|').flat_map(|column| in_column(column, &known.all, known.longest)).collect()
}

fn in_column(column: &str, known: &BTreeSet<String>, longest: usize) -> Vec<String> {
    let signs: Vec<char> = column.chars().collect();
    let is_sign = |at: usize| signs.get(at).is_some_and(|c| c.is_alphanumeric());
    let mut hits: Vec<(usize, usize, String)> = Vec::new();
    for from in (0..signs.len()).filter(|at| is_sign(*at)) {
        if from > 0 && is_sign(from - 1) {
            continue;
        }
        let mut read = String::new();
        for (at, sign) in signs.iter().enumerate().skip(from).filter(|(_, c)| c.is_alphanumeric()) {
            read.extend(sign.to_uppercase());
            if read.len() > longest {
                break;
            }
            if read.chars().count() >= SHORTEST && !is_sign(at + 1) && known.contains(&read) {
                hits.push((from, at, read.clone()));
            }
        }
    }
    hits.sort_by_key(|(from, to, _)| (std::cmp::Reverse(to - from), *from));
    let mut kept: Vec<(usize, usize, String)> = Vec::new();
    for hit in hits {
        if kept.iter().all(|(from, to, _)| hit.1 < *from || *to < hit.0) {
            kept.push(hit);
        }
    }
    kept.into_iter().map(|(_, _, reference)| reference).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let known = ["EG2020001", "EG20200012", "16999002EG01", "E1"];
        named(text, &known.map(str::to_owned).into_iter().collect()).into_iter().collect()
    }

    #[test]
    fn a_reference_stands_whole_and_the_longest_is_meant() {
        assert_eq!(of("Az EG-2020-001, Rate 2"), ["EG2020001"]);
        assert_eq!(of("Az EG-2020-0012"), ["EG20200012"]);
        assert_eq!(of("eg 2020 001 2"), ["EG20200012"]);
        assert_eq!(of("Az EG-2020-0013"), [""; 0]);
        assert_eq!(of("XEG-2020-001"), [""; 0]);
        assert_eq!(of("SVWZ+16999002-EG-01 EG-2020-001"), ["16999002EG01", "EG2020001"]);
        assert_eq!(of("EG-2020 | 001"), [""; 0]);
        assert_eq!(of("E1"), [""; 0]);
    }
}
