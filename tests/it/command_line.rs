//! The command line as a contract: output, exit codes, one clear line on standard error.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_foerderbuch");

/// All commands.
pub const COMMANDS: [&str; 9] = [
    "sample",
    "balance",
    "deadlines",
    "journal",
    "book",
    "statement",
    "report",
    "export",
    "verify",
];

/// A folder with the sample in it, in which commands run.
pub struct Desk(TempDir);

impl Desk {
    pub fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        assert_eq!(desk.run(&["sample", "s.foerderbuch"]).status.code(), Some(0));
        desk
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        Command::new(PROGRAM)
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env("FOERDERBUCH_DATA", self.0.path())
            .output()
            .unwrap()
    }

    pub fn good(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Exit code and the lines on standard error; standard output stays empty.
    pub fn bad(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(arguments);
        assert_eq!(output.stdout, b"", "{arguments:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.starts_with("foerderbuch: "), "{error}");
        (output.status.code().unwrap(), error)
    }

    fn book(&self, lines: &str) -> Output {
        std::fs::write(self.path("b.jsonl"), lines).unwrap();
        self.run(&["book", "s.foerderbuch", "--as", "A. Weber", "b.jsonl"])
    }
}

pub fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn balance_shows_cover_remainders_and_lapse_where_there_are_any() {
    let desk = Desk::new();
    let plain = desk.good(&["balance", "s.foerderbuch"]);
    for word in ["zusätzlicher Rest", "verfallen"] {
        assert!(!plain.contains(word), "{plain}");
    }
    desk.good(&["sample", "long.foerderbuch", "--through", "2022"]);
    let long = desk.good(&["balance", "long.foerderbuch", "--as-of", "2022-12-31"]);
    let answer =
        json(&desk.good(&["balance", "long.foerderbuch", "--as-of", "2022-12-31", "--json"]));
    let text = foerderbuch::text::Text::new(foerderbuch::text::Lang::De);
    let sum = long.lines().last().unwrap();
    for (stage, word) in [("carried_in", "zusätzlicher Rest"), ("lapsed", "verfallen")] {
        let cents = answer["total"][format!("{stage}_cents")].as_i64().unwrap();
        let amount = text.money(foerderbuch::domain::Money::from_cents(cents));
        assert!(cents > 0 && long.contains(word) && sum.contains(&amount), "{word}: {long}");
    }
}

#[test]
fn balance_gives_the_sums_of_the_worked_example_as_json() {
    let desk = Desk::new();
    let answer = json(&desk.good(&["balance", "s.foerderbuch", "--as-of", "2020-12-31", "--json"]));
    assert_eq!(answer["as_of"], "2020-12-31");
    assert_eq!(answer["by"], "year");
    let total = &answer["total"];
    assert_eq!(total["actual_cents"], 720_000_000_i64);
    assert_eq!(total["granted_cents"], 941_250_000_i64);
    assert_eq!(total["open_cents"], 221_250_000_i64);
    assert_eq!(total["available_cents"], 7_058_750_000_i64);
    assert_eq!(total["appropriated_cents"], 8_000_000_000_i64);
    let known = json(&desk.good(&[
        "balance",
        "s.foerderbuch",
        "--as-of",
        "2020-12-31",
        "--known-at",
        "2020-12-14",
        "--by",
        "recipient",
        "--json",
    ]));
    assert_eq!(known["total"]["actual_cents"], 703_250_000_i64);
    assert_eq!(known["total"]["open_cents"], 238_000_000_i64);
    let rows = known["rows"].as_array().unwrap();
    let added: i64 = rows.iter().map(|row| row["available_cents"].as_i64().unwrap()).sum();
    assert_eq!(added, 7_058_750_000);
    assert!(rows.iter().any(|row| row["key"] == "" && row["available_cents"] == added));
}

#[test]
fn what_is_left_of_a_past_year_stands_beside_what_is_available_as_in_the_window() {
    let desk = Desk::new();
    let told = |by: &str| desk.good(&["balance", "s.foerderbuch", "--by", by]);
    for by in ["year", "title", "recipient", "grant"] {
        let said = told(by);
        let sum = said.lines().find(|line| line.starts_with("Summe")).unwrap();
        assert!(sum.contains("52.937.500,00") && sum.ends_with("17.650.000,00"), "{by}: {said}");
        assert!(!said.contains("70.587.500,00"), "{by}: {said}");
    }
    let stages = told("stage");
    for (name, amount) in [("Verfügbar", "52.937.500,00"), ("Rest oder Verfall", "17.650.000,00")]
    {
        let line = stages.lines().find(|line| line.starts_with(name)).unwrap();
        assert!(line.ends_with(amount), "{stages}");
    }
}

#[test]
fn a_datenstand_is_a_date_a_time_or_a_number() {
    let desk = Desk::new();
    for stand in ["2020-12-14", "2020-12-14T23:00:00+01:00", "275"] {
        let answer = desk.good(&["balance", "s.foerderbuch", "--known-at", stand, "--json"]);
        assert_eq!(json(&answer)["known_seq"], 275, "{stand}");
    }
    for (stand, why) in [("277", "außerhalb"), ("2018-01-01", "außerhalb"), ("gestern", "weder")]
    {
        let (code, line) = desk.bad(&["balance", "s.foerderbuch", "--known-at", stand]);
        assert_eq!(code, 2, "{stand}");
        assert!(line.contains(why), "{line}");
    }
}

#[test]
fn text_says_sample_data_and_prints_german_figures() {
    let desk = Desk::new();
    let answer = desk.good(&["balance", "s.foerderbuch"]);
    for words in ["Beispieldaten – keine amtlichen Zahlen", "Stichtag 31.12.2020", "7.200.000,00"]
    {
        assert!(answer.contains(words), "{words}: {answer}");
    }
}

#[test]
fn wrong_use_names_what_is_wrong_and_exits_with_2() {
    let desk = Desk::new();
    for (arguments, words) in [
        (&["balance"][..], "DATEI"),
        (&["balance", "s.foerderbuch", "--as-of", "2020-02-30"], "2020-02-30 gibt es nicht"),
        (&["balance", "s.foerderbuch", "--as-of", "31.12.2020"], "JJJJ-MM-TT"),
        (&["balance", "s.foerderbuch", "--by", "county"], "county"),
        (&["balance", "s.foerderbuch", "--frobnicate"], "--frobnicate"),
        (&["statement", "s.foerderbuch", "--out", "x.pdf"], "--recipient"),
        (&["verify", "s.foerderbuch", "--anchor", "12"], "NUMMER:PRÜFWERT"),
        (&["sheet", "s.foerderbuch", "--entry", "abc", "--out", "x.pdf"], "(eine ganze Zahl)"),
    ] {
        let (code, line) = desk.bad(arguments);
        assert_eq!(code, 2, "{line}");
        assert!(line.contains(words), "{line}");
        assert_eq!(line.lines().count(), 1, "{line}");
    }
}

#[test]
fn what_the_answer_no_means_exits_with_1_and_what_the_file_means_with_3() {
    let desk = Desk::new();
    let (code, line) =
        desk.bad(&["statement", "s.foerderbuch", "--recipient", "16099", "--out", "x"]);
    assert_eq!(code, 1, "{line}");
    assert!(line.contains("16099"));
    std::fs::write(desk.path("text"), "kein Foerderbuch").unwrap();
    for (file, words) in [("fehlt", "gibt es nicht"), ("text", "kein Förderbuch")] {
        let (code, line) = desk.bad(&["balance", file]);
        assert_eq!(code, 3, "{line}");
        assert!(line.contains(words), "{line}");
    }
    let (code, line) = desk.bad(&["sample", "s.foerderbuch"]);
    assert_eq!(code, 3, "{line}");
    assert!(line.contains("nicht überschrieben"), "{line}");
}

#[test]
fn a_finding_is_printed_instead_of_figures() {
    let desk = Desk::new();
    let tool = rusqlite::Connection::open(desk.path("s.foerderbuch")).unwrap();
    tool.execute_batch(
        "DROP TRIGGER event_is_never_changed; \
         UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'e', 'a') AS BLOB) WHERE seq = 70",
    )
    .unwrap();
    drop(tool);
    for command in ["verify", "balance", "journal"] {
        let (code, lines) = desk.bad(&[command, "s.foerderbuch"]);
        assert_eq!(code, 1, "{lines}");
        assert!(lines.lines().next().unwrap().contains("70"), "{lines}");
    }
}

#[test]
fn verify_is_silent_when_good_and_knows_the_printed_anchor() {
    let desk = Desk::new();
    assert_eq!(desk.good(&["verify", "s.foerderbuch", "--deep"]), "");
    let answer = json(&desk.good(&["balance", "s.foerderbuch", "--json"]));
    let head = answer["head"].as_str().unwrap();
    assert_eq!(desk.good(&["verify", "s.foerderbuch", "--anchor", &format!("276:{head}")]), "");
    let (code, line) = desk.bad(&["verify", "s.foerderbuch", "--anchor", &format!("142:{head}")]);
    assert_eq!(code, 1);
    assert!(line.contains("142"), "{line}");
}

#[test]
fn the_examples_of_the_help_make_a_whole_programme() {
    let desk = Desk::new();
    let help = desk.good(&["book", "--help"]);
    let lines: Vec<&str> = help.lines().filter(|line| line.starts_with("{\"kind\":\"")).collect();
    for kind in foerderbuch::domain::Kind::ALL {
        let name = format!("\"kind\":\"{}\"", kind.as_str());
        assert!(lines.iter().any(|line| line.contains(&name)), "no example of {}", kind.as_str());
    }
    std::fs::write(desk.path("all.jsonl"), lines.join("\n")).unwrap();
    let told = desk.good(&["book", "neu.foerderbuch", "--as", "1", "all.jsonl"]);
    assert!(told.contains(&lines.len().to_string()), "{told}");
    assert_eq!(desk.good(&["verify", "neu.foerderbuch", "--deep"]), "");
}

#[test]
fn a_refusal_names_line_rule_and_figures_and_books_nothing() {
    let desk = Desk::new();
    let draw = |cents: i64| {
        format!(
            r#"{{"kind":"draw_requested","effective_on":"2020-12-16","recipient":"16999006","voucher":"Abruf 2","body":{{"line":{{"grant":"EG-2020-003","title":"1616 63371","fiscal_year":2020,"amount_cents":{cents}}}}}}}"#
        )
    };
    let output = desk.book(&format!("{}\n\n{}\n", draw(1), draw(1_250_000)));
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{line}");
    for words in ["Zeile 3", "12.500,00", "12.499,99", "0,01", "Nichts wurde gebucht"] {
        assert!(line.contains(words), "{words}: {line}");
    }
    let known = json(&desk.good(&["balance", "s.foerderbuch", "--json"]));
    assert_eq!(known["known_seq"], 276);
    assert_eq!(desk.book(&draw(1_250_000)).status.code(), Some(0));
    let known = json(&desk.good(&["balance", "s.foerderbuch", "--json"]));
    assert_eq!(known["known_seq"], 277);
}

#[test]
fn a_line_that_is_no_draft_is_wrong_use() {
    let desk = Desk::new();
    for (line, words) in [
        ("kein json", "JSON"),
        ("[]", "eine Liste in eckigen Klammern steht, wo ein Objekt in geschweiften Klammern"),
        ("{}", "Das Feld „kind“ fehlt"),
        (r#"{"kind":"tanz","effective_on":"2020-12-16","body":{}}"#, "tanz"),
        (r#"{"kind":"reversed","effective_on":"2020-02-30","body":{"reason":"x"}}"#, "2020-02-30"),
        (
            r#"{"kind":"reversed","effective_on":"2020-12-16","uid":"1","body":{"reason":"x"}}"#,
            "UUID",
        ),
        (
            r#"{"kind":"reversed","effective_on":"2020-12-16","body":{"grund":"x"}}"#,
            "Das Feld „grund“ gibt es hier nicht; möglich: reason.",
        ),
        (r#"{"kind":"reversed","effective_on":"2020-12-16","wer":1,"body":{"reason":"x"}}"#, "wer"),
        ("", "keine Zeile"),
    ] {
        let output = desk.book(line);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}: {error}");
        assert!(error.contains(words), "{line}: {error}");
    }
}

#[test]
fn statements_make_their_folder_and_name_the_one_that_is_missing() {
    let desk = Desk::new();
    let all = |folder: &str| {
        desk.run(&["statement", "s.foerderbuch", "--all", "--format", "csv", "--out", folder])
    };
    let output = all("fehlt/alle");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("Den Ordner") && said.contains("fehlt gibt es nicht"), "{said}");
    assert!(!desk.path("fehlt").exists());
    assert_eq!(all("alle").status.code(), Some(0));
    assert!(std::fs::read_dir(desk.path("alle")).unwrap().count() > 5);
    let one = ["statement", "s.foerderbuch", "--recipient", "16066", "--out", "fehlt/a.pdf"];
    let output = desk.run(&one);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("Den Ordner") && said.contains("fehlt gibt es nicht"), "{said}");
}

#[test]
fn what_is_wrong_with_a_field_is_said_in_german_with_its_place() {
    let desk = Desk::new();
    let draw = |line: &str| {
        let head = r#"{"kind":"draw_requested","effective_on":"2020-12-16","recipient":"16066","#;
        [head, r#""body":{"line":"#, line, "}}"].concat()
    };
    let of = |amount: &str| {
        let place = r#"{"grant":"EG-2020-001","title":"1616 63371","fiscal_year":2020,"#;
        draw(&[place, r#""amount_cents":"#, amount, "}"].concat())
    };
    for (line, words) in [
        (of("12.5"), "Feld „line.amount_cents“: 12.5 steht, wo eine ganze Zahl stehen muss."),
        (of("\"12,50\""), "„line.amount_cents“: \"12,50\" steht, wo eine ganze Zahl stehen"),
        (of("{}"), "ein Objekt in geschweiften Klammern steht, wo eine ganze Zahl stehen muss"),
        (of("null"), "null steht, wo eine ganze Zahl stehen muss"),
        (draw("[]"), "eine Liste in eckigen Klammern steht, wo"),
        (of("1").replace("2020,", "-1e30,"), "„line.fiscal_year“: -1e+30 steht, wo eine ganze"),
        (of("1,\"amount_cents\":2"), "Das Feld „amount_cents“ steht zweimal da"),
        (of("1").replace("16066\"", "16066"), "Kein lesbares JSON: "),
        (of("1").replace("\"2020-12-16\"", "7"), "Feld „effective_on“: 7 steht, wo ein Text"),
        (r#"{"kind":"Änderung""#.to_owned(), "nach Zeichen 18 fehlt etwas"),
        (r#"{"kind":"Ä" "x"}"#.to_owned(), "ab Zeichen 13 keine gültige Schreibweise"),
        (
            r#"{"kind":"setting_made","effective_on":"2020-12-16","body":{"setting":7}}"#
                .to_owned(),
            "Der Inhalt passt nicht zur Art „setting_made“: ",
        ),
    ] {
        let output = desk.book(&line);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}: {error}");
        assert!(error.contains(words), "{words}: {error}");
        for english in ["expected", "invalid", "point", "map", "sequence", "at line"] {
            assert!(!error.contains(english), "{english}: {error}");
        }
    }
}

#[test]
fn the_same_line_twice_is_booked_once() {
    let desk = Desk::new();
    let line = r#"{"kind":"beneficiary_named","effective_on":"2020-12-16","recipient":"16066000","uid":"11111111-1111-4111-8111-111111111111","body":{"grant":"EG-2020-001","key":"16066093","name":"Gemeinde Rhönblick"}}"#;
    for _ in 0..2 {
        assert_eq!(desk.book(line).status.code(), Some(0));
    }
    let known = json(&desk.good(&["balance", "s.foerderbuch", "--json"]));
    assert_eq!(known["known_seq"], 277);
}

#[test]
fn papers_are_the_same_bytes_each_time_and_written_as_a_whole() {
    let desk = Desk::new();
    let statement = |out: &str| {
        desk.good(&["statement", "s.foerderbuch", "--recipient", "16066", "--out", out]);
        std::fs::read(desk.path(out)).unwrap()
    };
    let first = statement("a.pdf");
    assert!(first.starts_with(b"%PDF-1.7"));
    assert_eq!(first, statement("b.pdf"));
    let (code, _) =
        desk.bad(&["statement", "s.foerderbuch", "--recipient", "16066", "--out", "no/x.pdf"]);
    assert_eq!(code, 3);
    std::fs::create_dir(desk.path("alle")).unwrap();
    let (code, line) =
        desk.bad(&["statement", "s.foerderbuch", "--recipient", "16066", "--out", "alle"]);
    assert_eq!(code, 3, "{line}");
    assert!(desk.path("alle").is_dir());
    desk.good(&["statement", "s.foerderbuch", "--all", "--lang", "en", "--out", "alle"]);
    assert_eq!(std::fs::read_dir(desk.path("alle")).unwrap().count(), 8);
    desk.good(&["report", "s.foerderbuch", "--kind", "programme", "--out", "r1.pdf"]);
    assert!(std::fs::read(desk.path("r1.pdf")).unwrap().starts_with(b"%PDF-1.7"));
}

#[test]
fn a_paper_is_never_printed_from_a_falsified_version() {
    let desk = Desk::new();
    let tool = rusqlite::Connection::open(desk.path("s.foerderbuch")).unwrap();
    let guard: String = tool
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'entity_version_is_never_changed'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    tool.execute_batch(&format!(
        "DROP TRIGGER entity_version_is_never_changed; \
         UPDATE entity_version SET value = replace(value, '275000000', '975000000') \
         WHERE key = 'EG-2020-001'; {guard}"
    ))
    .unwrap();
    drop(tool);
    let (code, line) =
        desk.bad(&["statement", "s.foerderbuch", "--recipient", "16066", "--out", "x.pdf"]);
    assert_eq!(code, 1, "{line}");
    assert!(line.contains("EG-2020-001"), "{line}");
    assert!(!desk.path("x.pdf").exists());
}

#[test]
fn without_a_display_the_window_says_which_commands_need_none() {
    let desk = Desk::new();
    let (code, line) = desk.bad(&["s.foerderbuch"]);
    assert_eq!(code, 3, "{line}");
    for command in COMMANDS {
        assert!(line.contains(command), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_write_that_the_system_cuts_short_loses_nothing() {
    let desk = Desk::new();
    let line = r#"{"kind":"beneficiary_named","effective_on":"2020-12-16","recipient":"16066","body":{"grant":"EG-2020-001","key":"16066093","name":"Gemeinde Rhönblick"}}"#;
    std::fs::write(desk.path("b.jsonl"), line).unwrap();
    let script =
        format!("trap '' XFSZ; ulimit -f 8; exec '{PROGRAM}' book s.foerderbuch --as 1 b.jsonl");
    let output =
        Command::new("sh").args(["-c", &script]).current_dir(desk.0.path()).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{error}");
    assert_eq!(desk.good(&["verify", "s.foerderbuch", "--deep"]), "");
    let known = json(&desk.good(&["balance", "s.foerderbuch", "--json"]));
    assert_eq!(known["known_seq"], 276);
}

#[test]
fn the_journal_leaves_as_csv_and_as_json_with_its_hashes() {
    let desk = Desk::new();
    let rows = json(&desk.good(&["journal", "s.foerderbuch", "--json"]));
    assert_eq!(rows.as_array().unwrap().len(), 276);
    assert_eq!(rows[0]["kind"], "programme_founded");
    assert_eq!(rows[142]["hash"].as_str().unwrap().len(), 64);
    let csv = desk.good(&["journal", "s.foerderbuch", "--csv"]);
    assert!(csv.starts_with("\u{FEFF}Nr.;"));
    assert_eq!(csv.lines().count(), 277);
    assert!(csv.contains(";1000000,00;"));
}

#[test]
fn the_head_of_the_sample_is_the_same_on_every_machine() {
    let desk = Desk::new();
    let answer = json(&desk.good(&["balance", "s.foerderbuch", "--json"]));
    assert_eq!(
        answer["head"],
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/head.txt"))
            .unwrap()
            .trim()
    );
}

#[test]
fn the_sample_goes_to_the_end_of_2022_when_asked_and_no_other_year() {
    let desk = Desk::new();
    let (code, line) = desk.bad(&["sample", "other.foerderbuch", "--through", "2021"]);
    assert_eq!(code, 2, "{line}");
    assert!(line.contains("2022 oder keine Angabe"), "{line}");
    desk.good(&["sample", "long.foerderbuch", "--through", "2022"]);
    let answer = desk.good(&["balance", "long.foerderbuch", "--as-of", "2022-12-31", "--json"]);
    assert_eq!(json(&answer)["total"]["actual_cents"], 1_282_250_000_i64);
    assert_eq!(json(&answer)["total"]["open_cents"], 20_000_000_i64);
    // Who names no Stichtag means the last day of the story that the ledger tells.
    assert_eq!(desk.good(&["balance", "long.foerderbuch", "--json"]), answer);
    let short = json(&desk.good(&["balance", "s.foerderbuch", "--json"]));
    assert_eq!(short["as_of"], "2020-12-31");
}
