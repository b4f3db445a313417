//! Hashes as people read, type and compare them.

/// Crockford's base 32: no I, L, O, U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Digits of a hash and its check character.
const SIGNS: usize = 53;

/// A 256-bit hash as 13 groups of 4 characters (Crockford's base 32, most significant bits
/// first, the last character padded with zero bits).
#[must_use]
pub fn groups(hash: &[u8; 32]) -> String {
    let bit = |index: usize| {
        hash.get(index / 8).map_or(0, |byte| usize::from(byte >> (7 - index % 8) & 1))
    };
    let mut groups = String::with_capacity(64);
    for place in 0..52 {
        if place > 0 && place % 4 == 0 {
            groups.push(' ');
        }
        let value = (0..5).fold(0, |value, offset| value << 1 | bit(place * 5 + offset));
        groups.push(char::from(DIGITS[value]));
    }
    groups
}

/// The beginning of a hash in its groups, to compare at a glance.
#[must_use]
pub fn beginning(hash: &[u8; 32]) -> String {
    let groups = groups(hash);
    let first: Vec<&str> = groups.split(' ').take(2).collect();
    format!("{} …", first.join(" "))
}

/// Number and hash as they are printed: the groups, and a check character over both.
#[must_use]
pub fn printed(seq: u64, hash: &[u8; 32]) -> String {
    let groups = groups(hash);
    format!("{groups} {}", check(seq, &groups))
}

/// The check character over a number and the groups of a hash: another digit, or two neighbours
/// exchanged, give another character (a code over the field of 32 elements, x⁵ + x² + 1).
fn check(seq: u64, groups: &str) -> char {
    let digits = seq.to_string();
    let values = digits.bytes().chain(groups.bytes()).filter_map(|byte| {
        let at = DIGITS.iter().position(|digit| *digit == byte)?;
        u8::try_from(at).ok()
    });
    let sum = values.fold(0_u8, |sum, value| {
        let twice = sum << 1;
        (if twice & 0b10_0000 == 0 { twice } else { twice ^ 0b10_0101 }) ^ value
    });
    char::from(DIGITS[usize::from(sum)])
}

/// Why a typed hash is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistyped {
    /// It has not the form of one.
    Form,
    /// Its check character belongs to another number or hash: something is mistyped.
    Check,
}

/// The hash of an entry as [`printed`], or as [`parse`] reads it without check character.
///
/// # Errors
/// What is wrong with it.
pub fn parse_of(seq: u64, typed: &str) -> Result<[u8; 32], Mistyped> {
    let plain: String =
        typed.chars().filter(|digit| !digit.is_whitespace() && *digit != '-').collect();
    match plain.char_indices().nth(52) {
        Some((at, mark)) if plain.chars().count() == SIGNS => {
            let hash = parse(&plain[..at]).ok_or(Mistyped::Form)?;
            let own = check(seq, &groups(&hash));
            let read = match mark.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            if read == own { Ok(hash) } else { Err(Mistyped::Check) }
        }
        _ => parse(&plain).ok_or(Mistyped::Form),
    }
}

/// The hash typed as 64 hexadecimal digits or as the groups of a printout; blanks and hyphens
/// do not count, O is read as 0, I and L as 1.
#[must_use]
pub fn parse(typed: &str) -> Option<[u8; 32]> {
    let plain: Vec<u8> = typed
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace() && *byte != b'-')
        .map(|byte| byte.to_ascii_uppercase())
        .collect();
    match plain.len() {
        64 => from_digits(&plain, 4, |byte| char::from(byte).to_digit(16)),
        52 => from_digits(&plain, 5, |byte| {
            let read = match byte {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                other => other,
            };
            DIGITS.iter().position(|digit| *digit == read).and_then(|at| u32::try_from(at).ok())
        }),
        _ => None,
    }
}

/// Most significant bits first; bits beyond 256 must be zero.
fn from_digits(digits: &[u8], width: usize, value: impl Fn(u8) -> Option<u32>) -> Option<[u8; 32]> {
    let mut hash = [0_u8; 32];
    for (place, digit) in digits.iter().enumerate() {
        let value = value(*digit)?;
        for offset in 0..width {
            let set = value >> (width - 1 - offset) & 1 == 1;
            let index = place * width + offset;
            match hash.get_mut(index / 8) {
                Some(byte) if set => *byte |= 0x80 >> (index % 8),
                None if set => return None,
                _ => {}
            }
        }
    }
    Some(hash)
}

/// Number and hash as they stand on a paper, with the words before them or without, or as a phone
/// reads its code: then a recipient's may follow.
///
/// # Errors
/// When it is none, or its check character does not fit.
pub fn anchor(typed: &str) -> Result<(u64, [u8; 32]), Mistyped> {
    let read = typed.trim().strip_prefix("FOERDERBUCH1:");
    let scanned = read.map(|code| code.splitn(3, ':').take(2).collect::<Vec<_>>().join(":"));
    let typed = scanned.as_deref().unwrap_or(typed);
    let (number, hash) = match typed.split_once(':') {
        Some(parts) => parts,
        None => at_the_end(typed).ok_or(Mistyped::Form)?,
    };
    let seq = number.trim().parse().map_err(|_| Mistyped::Form)?;
    Ok((seq, parse_of(seq, hash)?))
}

/// The groups at the end of a line, and the number before them.
fn at_the_end(typed: &str) -> Option<(&str, &str)> {
    let mut begin = typed.len();
    let mut signs = 0;
    for (place, _) in typed.char_indices().rev().filter(|(_, sign)| !sign.is_whitespace()) {
        if signs == SIGNS {
            break;
        }
        (begin, signs) = (place, signs + 1);
    }
    let (before, groups) = typed.split_at(begin);
    let number = before.split_whitespace().next_back()?;
    (signs == SIGNS && before.ends_with(char::is_whitespace)).then_some((number, groups))
}

#[cfg(test)]
mod tests {
    use super::{Mistyped, anchor, groups, parse, parse_of, printed};

    #[test]
    fn what_stands_in_the_foot_is_read_with_its_words_or_without() {
        for seq in 1..200 {
            let hash: [u8; 32] =
                std::array::from_fn(|place| (place * seq * 7 + 3).to_le_bytes()[0]);
            let seq = u64::try_from(seq).unwrap();
            let foot = printed(seq, &hash);
            for before in ["Buchung Nr. ", "Empfänger 16066 Nr. ", "", "  "] {
                let typed = format!("{before}{seq}   {foot} ");
                assert_eq!(anchor(&typed), Ok((seq, hash)), "{typed}");
            }
            assert_eq!(anchor(&format!("{seq}: {foot}")), Ok((seq, hash)));
            assert_eq!(anchor(&format!("{seq}{foot}")), Err(Mistyped::Form));
            assert_eq!(anchor(&foot), Err(Mistyped::Form));
        }
        assert_eq!(anchor("274 TE9E"), Err(Mistyped::Form));
    }

    #[test]
    fn the_check_character_finds_another_digit_and_neighbours_exchanged() {
        let hash: [u8; 32] = std::array::from_fn(|place| (place * 73 + 5).to_le_bytes()[0]);
        let whole = printed(274, &hash);
        assert_eq!(parse_of(274, &whole), Ok(hash));
        assert_eq!(parse_of(274, &whole.to_lowercase().replace(' ', "")), Ok(hash));
        assert_eq!(parse_of(247, &whole), Err(Mistyped::Check));
        assert_eq!(parse_of(274, &groups(&hash)), Ok(hash));
        assert_eq!(parse_of(274, &whole[..40]), Err(Mistyped::Form));
        let plain: Vec<char> = whole.chars().filter(|c| *c != ' ').collect();
        for place in 0..52 {
            for digit in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
                let mut typed = plain.clone();
                typed[place] = digit;
                let read = parse_of(274, &typed.iter().collect::<String>());
                assert_eq!(read.is_ok(), digit == plain[place], "{place} {digit}");
            }
            let mut typed = plain.clone();
            typed.swap(place, place + 1);
            let read = parse_of(274, &typed.iter().collect::<String>());
            assert_eq!(read.is_ok(), plain[place] == plain[place + 1], "{place}");
        }
    }

    #[test]
    fn a_hash_has_thirteen_groups_and_is_padded_with_zero_bits() {
        assert_eq!(groups(&[0; 32]), ["0000"; 13].join(" "));
        let mut hash = [0xFF; 32];
        assert_eq!(groups(&hash), format!("{} ZZZG", ["ZZZZ"; 12].join(" ")));
        hash = [0; 32];
        hash[0] = 0b0000_1000;
        hash[31] = 1;
        assert_eq!(groups(&hash), format!("1{} 000G", &["0000"; 12].join(" ")[1..]));
    }

    #[test]
    fn a_printed_hash_reads_back_as_itself() {
        let mut hash = [0_u8; 32];
        for (place, byte) in (0_u8..).zip(hash.iter_mut()) {
            *byte = place.wrapping_mul(37).wrapping_add(11);
        }
        assert_eq!(parse(&groups(&hash)), Some(hash));
        let hex = hex::encode(hash);
        assert_eq!(parse(&hex), Some(hash));
        assert_eq!(parse(&hex[1..]), None);
        assert_eq!(parse(&"Z".repeat(52)), None);
    }
}
