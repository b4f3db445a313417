//! Signs that nobody sees, and texts without end: refused wherever words are booked (I24).

use foerderbuch::cli::draft;
use foerderbuch::domain::PersonNo;
use foerderbuch::ops::{self, Failure, Stamp, sample};
use foerderbuch::text::{Lang, Text};

/// All control characters, and those that change the direction or take no room.
fn unseen() -> Vec<char> {
    let control = (0..=0x1F_u32).chain(0x7F..=0x9F);
    let others = (0x200B..=0x200F).chain(0x202A..=0x202E).chain(0x2066..=0x2069).chain([0xFEFF]);
    control.chain(others).filter_map(char::from_u32).collect()
}

/// A line of `book` with these words in one of its fields.
fn line(field: &str, words: &str) -> String {
    let mut line = serde_json::json!({
        "kind": "milestone_planned", "effective_on": "2020-12-16", "voucher": "",
        "body": {"milestone": "probe", "name": {"de": "Probe", "en": "Trial"},
                 "source": {"class": "fact", "note": "x"}},
    });
    let place = match field {
        "voucher" => &mut line["voucher"],
        "milestone" => &mut line["body"]["milestone"],
        "de" => &mut line["body"]["name"]["de"],
        "recipient" => &mut line["recipient"],
        "kind" => &mut line["kind"],
        "day" => &mut line["effective_on"],
        "uid" => &mut line["uid"],
        "ref" => &mut line["ref"],
        "class" => &mut line["body"]["source"]["class"],
        "unknown" => {
            line["body"][words] = 1.into();
            return line.to_string();
        }
        _ => &mut line["body"]["source"]["note"],
    };
    *place = words.into();
    line.to_string()
}

#[test]
fn signs_that_nobody_sees_and_texts_without_end_are_refused_in_every_field() {
    let ledger = sample::in_memory().unwrap();
    let text = Text::new(Lang::De);
    let stamp = Stamp::new(1_609_000_000_000_000, "probe".to_owned());
    let mut tried = 0;
    let mut refused = |field: &str, words: &str| {
        let told = match draft::parse(&line(field, words), PersonNo(1), &text) {
            Err(told) => told,
            Ok(draft) => match ops::rehearse(&ledger, &[draft], &stamp) {
                Err(Failure::Refused { refusal, .. }) => text.refusal(&refusal),
                _ => panic!("{field} takes {:?}", words.chars().take(9).collect::<String>()),
            },
        };
        assert!(told.len() < 1_000, "{told}");
        assert!(!told.chars().any(char::is_control), "{told:?}");
        tried += 1;
    };
    let fields = ["voucher", "milestone", "de", "note", "recipient"];
    let fields = [&fields[..], &["kind", "day", "uid", "ref", "class", "unknown"]].concat();
    for field in fields {
        for sign in unseen() {
            refused(field, &format!("a{sign}b"));
        }
        for length in [2_001, 100_000, 10_000_000] {
            refused(field, &"x".repeat(length));
        }
        // Letters that are put together look like one and are two.
        refused(field, "u\u{308}ber");
    }
    println!("{tried} texts refused");
    assert!(tried > 850, "{tried}");
    let usual = draft::parse(&line("note", "Prüfung: “x” – ß"), PersonNo(1), &text).unwrap();
    ops::rehearse(&ledger, &[usual], &stamp).unwrap();
}
