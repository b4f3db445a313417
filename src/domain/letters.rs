//! The signs that every paper can print: the Latin, Greek and Cyrillic letters, figures and marks
//! that all faces of the typeface have. What is recorded stays for ever, and would keep each later
//! paper that lists it from being printed.

/// First and last sign of each span, in order.
const SPANS: [(char, char); 66] = [
    ('\u{20}', '\u{7e}'),
    ('\u{a0}', '\u{17f}'),
    ('\u{18f}', '\u{18f}'),
    ('\u{192}', '\u{192}'),
    ('\u{1a0}', '\u{1a1}'),
    ('\u{1af}', '\u{1b0}'),
    ('\u{1cd}', '\u{1dc}'),
    ('\u{1fa}', '\u{1ff}'),
    ('\u{218}', '\u{21b}'),
    ('\u{237}', '\u{237}'),
    ('\u{259}', '\u{259}'),
    ('\u{2bb}', '\u{2bc}'),
    ('\u{2c6}', '\u{2c7}'),
    ('\u{2d8}', '\u{2dd}'),
    ('\u{384}', '\u{38a}'),
    ('\u{38c}', '\u{38c}'),
    ('\u{38e}', '\u{3a1}'),
    ('\u{3a3}', '\u{3ce}'),
    ('\u{400}', '\u{45f}'),
    ('\u{462}', '\u{463}'),
    ('\u{46a}', '\u{46b}'),
    ('\u{472}', '\u{475}'),
    ('\u{490}', '\u{4c2}'),
    ('\u{4cf}', '\u{4d9}'),
    ('\u{4dc}', '\u{4e9}'),
    ('\u{4ee}', '\u{4f9}'),
    ('\u{1e80}', '\u{1e85}'),
    ('\u{1e9e}', '\u{1e9e}'),
    ('\u{1ea0}', '\u{1ef9}'),
    ('\u{2002}', '\u{200a}'),
    ('\u{2010}', '\u{2015}'),
    ('\u{2018}', '\u{201a}'),
    ('\u{201c}', '\u{201e}'),
    ('\u{2020}', '\u{2022}'),
    ('\u{2026}', '\u{2026}'),
    ('\u{202f}', '\u{2030}'),
    ('\u{2032}', '\u{2033}'),
    ('\u{2039}', '\u{203a}'),
    ('\u{2044}', '\u{2044}'),
    ('\u{2070}', '\u{2070}'),
    ('\u{2074}', '\u{2079}'),
    ('\u{2080}', '\u{2089}'),
    ('\u{20a8}', '\u{20ae}'),
    ('\u{20b4}', '\u{20b5}'),
    ('\u{20b8}', '\u{20ba}'),
    ('\u{20bd}', '\u{20bd}'),
    ('\u{20bf}', '\u{20bf}'),
    ('\u{2113}', '\u{2113}'),
    ('\u{2116}', '\u{2116}'),
    ('\u{2122}', '\u{2122}'),
    ('\u{212e}', '\u{212e}'),
    ('\u{2153}', '\u{215e}'),
    ('\u{2190}', '\u{2199}'),
    ('\u{2202}', '\u{2202}'),
    ('\u{2206}', '\u{2206}'),
    ('\u{220f}', '\u{220f}'),
    ('\u{2211}', '\u{2212}'),
    ('\u{2215}', '\u{2215}'),
    ('\u{2219}', '\u{221a}'),
    ('\u{221e}', '\u{221e}'),
    ('\u{222b}', '\u{222b}'),
    ('\u{2248}', '\u{2248}'),
    ('\u{2260}', '\u{2260}'),
    ('\u{2264}', '\u{2265}'),
    ('\u{25ca}', '\u{25ca}'),
    ('\u{2713}', '\u{2713}'),
];

/// True for a sign that papers print.
#[must_use]
pub fn is_printed(sign: char) -> bool {
    let before = SPANS.partition_point(|(_, last)| *last < sign);
    SPANS.get(before).is_some_and(|(first, _)| *first <= sign)
}

/// All signs that papers print.
pub fn printed() -> impl Iterator<Item = char> {
    SPANS.iter().flat_map(|&(first, last)| first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_europe_are_printed_and_those_of_other_scripts_are_not() {
        assert!("ÄÖÜäöüßẞéłőş€§„“–−½²  Ωж".chars().all(is_printed));
        for sign in ['ש', 'م', '漢', '🏛', '\u{301}', '\u{7}', '\u{200b}', '\u{2028}'] {
            assert!(!is_printed(sign), "U+{:04X}", u32::from(sign));
        }
        assert!(printed().all(is_printed));
    }
}
