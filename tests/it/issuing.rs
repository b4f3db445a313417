//! Papers that are issued, and papers that are checked, by the program itself.

use std::path::PathBuf;
use std::process::Output;

use foerderbuch::domain::body::{DocumentIssued, PaperLanguage};
use foerderbuch::domain::event::Draft;
use foerderbuch::domain::{Body, Day, PersonNo, RecipientKey, Seq};

use super::program;

/// A paper of that day that is issued after so many entries.
pub fn issue_of(as_of: Day, known: Seq) -> Draft {
    Draft {
        uid: [9; 16],
        recipient: RecipientKey::default(),
        effective_on: as_of,
        actor: PersonNo(1),
        voucher: "R1".to_owned(),
        reference: None,
        body: Body::DocumentIssued(DocumentIssued {
            document: "programme".to_owned(),
            as_of,
            known,
            language: PaperLanguage::De,
            sha256: String::new(),
            length: 0,
            stored: true,
            source: None,
        }),
        person_name: None,
    }
}

/// A folder with the sample, and the commands there.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.good(&["sample", "l.foerderbuch"]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        program::run(self.folder.path(), arguments)
    }

    pub fn good(&self, arguments: &[&str]) -> String {
        program::good(self.folder.path(), arguments)
    }

    pub fn bad(&self, arguments: &[&str]) -> (i32, String) {
        let done = self.run(arguments);
        (done.status.code().unwrap(), String::from_utf8(done.stderr).unwrap())
    }

    pub fn statement(&self, out: &str, more: &[&str]) -> String {
        let fixed = ["statement", "l.foerderbuch", "--recipient", "16066", "--out", out];
        self.good(&[&fixed[..], more].concat())
    }

    fn check(&self, paper: &str, against: &str) -> (i32, String) {
        let done = self.run(&["check-paper", paper, "--against", against]);
        let told = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
        (done.status.code().unwrap(), told)
    }

    /// The paper with one byte of its stated subject changed.
    fn altered(&self, paper: &str, out: &str) {
        let mut bytes = std::fs::read(self.path(paper)).unwrap();
        let place =
            bytes.windows(9).position(|part| part == b"/Linearis" || part == b"<dc:title").unwrap();
        bytes[place + 1] = b'D';
        std::fs::write(self.path(out), bytes).unwrap();
    }
}

pub const ISSUE: [&str; 3] = ["--issue", "--as", "A. Weber"];

#[test]
fn an_issued_paper_stands_in_the_journal_and_comes_back_byte_for_byte() {
    let desk = Desk::new();
    assert!(desk.good(&["issued", "l.foerderbuch"]).contains("kein Dokument"));
    let told = desk.statement("a.pdf", &ISSUE);
    assert!(told.contains("Buchung Nr. 277"), "{told}");
    let listed = desk.good(&["issued", "l.foerderbuch"]);
    for words in ["277", "Zuwendungsübersicht (Deutsch)", "Datenstand Nr. 276", "16066"] {
        assert!(listed.contains(words), "{words}: {listed}");
    }
    desk.good(&["issued", "l.foerderbuch", "--number", "277", "--out", "again.pdf"]);
    let read = |name: &str| std::fs::read(desk.path(name)).unwrap();
    assert!(read("a.pdf") == read("again.pdf"));
    assert_eq!(desk.good(&["verify", "l.foerderbuch", "--deep"]), "");
    let (code, line) =
        desk.bad(&["issued", "l.foerderbuch", "--number", "12", "--out", "again.pdf"]);
    assert_eq!((code, line.contains("Nr. 12")), (1, true), "{line}");
}

#[test]
fn issuing_wants_a_person_with_a_role_and_a_pdf() {
    let desk = Desk::new();
    let fixed = ["statement", "l.foerderbuch", "--recipient", "16066", "--issue"];
    for (more, expected, words) in [
        (&["--out", "a.pdf"][..], 2, "--as"),
        (&["--out", "a.pdf", "--as", "Niemand"], 1, "Niemand"),
        (&["--out", "a.xlsx", "--as", "A. Weber"], 2, "PDF"),
    ] {
        let (code, line) = desk.bad(&[&fixed[..], more].concat());
        assert_eq!(code, expected, "{line}");
        assert!(line.contains(words), "{line}");
    }
    assert!(!desk.path("a.pdf").exists() && !desk.path("a.xlsx").exists());
    assert!(desk.good(&["issued", "l.foerderbuch"]).contains("kein Dokument"));
}

#[test]
fn a_paper_is_genuine_altered_or_older_than_the_ledger() {
    let desk = Desk::new();
    desk.statement("copy.pdf", &[]);
    let report = ["report", "l.foerderbuch", "--kind", "counties", "--unit", "teuro"];
    desk.good(&[&report[..], &["--lang", "en", "--year", "2020", "--out", "r2.pdf"]].concat());
    for paper in ["copy.pdf", "r2.pdf"] {
        let (code, told) = desk.check(paper, "l.foerderbuch");
        assert_eq!(code, 0, "{told}");
        assert!(told.contains("nicht ausgefertigt") && told.contains("keine weitere"), "{told}");
    }
    std::fs::copy(desk.path("l.foerderbuch"), desk.path("before.foerderbuch")).unwrap();
    desk.statement("issued.pdf", &ISSUE);
    let (code, told) = desk.check("issued.pdf", "l.foerderbuch");
    assert!(code == 0 && told.contains("ausgefertigt wurde (Buchung Nr. 277)"), "{told}");
    // An issue changes no figure: neither the issued paper nor the copy before it became older.
    for paper in ["issued.pdf", "copy.pdf"] {
        let (code, told) = desk.check(paper, "l.foerderbuch");
        assert!(code == 0 && told.contains("keine weitere Buchung außer"), "{paper}: {told}");
    }
    let before = ["report", "l.foerderbuch", "--kind", "programme", "--known-at", "2020-12-14"];
    desk.good(&[&before[..], &["--out", "before.pdf"]].concat());
    let (code, told) = desk.check("before.pdf", "l.foerderbuch");
    assert!(code == 0 && told.contains("älter als das Förderbuch"), "{told}");
    desk.statement("newer.pdf", &[]);
    desk.altered("copy.pdf", "copy-altered.pdf");
    desk.altered("issued.pdf", "issued-altered.pdf");
    for (paper, against, words) in [
        ("copy-altered.pdf", "l.foerderbuch", "Verändert"),
        ("issued-altered.pdf", "l.foerderbuch", "keine Ausfertigung"),
        ("issued.pdf", "before.foerderbuch", "keine Ausfertigung"),
        ("newer.pdf", "before.foerderbuch", "endet mit Nr. 276"),
    ] {
        let (code, told) = desk.check(paper, against);
        assert_eq!(code, 1, "{told}");
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn what_is_no_paper_of_this_programme_is_told_as_such() {
    let desk = Desk::new();
    desk.statement("copy.pdf", &[]);
    let examples = include_str!("../../docs/book-examples.txt");
    let drafts: Vec<&str> = examples.lines().filter(|line| line.starts_with('{')).collect();
    std::fs::write(desk.path("drafts.jsonl"), drafts.join("\n")).unwrap();
    desk.good(&["book", "other.foerderbuch", "--as", "1", "drafts.jsonl"]);
    desk.good(&["report", "other.foerderbuch", "--kind", "grants", "--out", "other.pdf"]);
    std::fs::write(desk.path("text.pdf"), "kein PDF").unwrap();
    std::fs::write(desk.path("empty.pdf"), "%PDF-1.7\n%%EOF\n").unwrap();
    for (paper, expected, words) in [
        ("other.pdf", 1, "anderen Programm"),
        ("text.pdf", 3, "kein PDF"),
        ("empty.pdf", 1, "kein Dokument von Förderbuch"),
        ("missing.pdf", 3, "missing.pdf"),
    ] {
        let (code, told) = desk.check(paper, "l.foerderbuch");
        assert_eq!(code, expected, "{told}");
        assert!(told.contains(words), "{words}: {told}");
    }
    let (code, told) = desk.check("copy.pdf", "copy.pdf");
    assert_eq!(code, 3, "{told}");
}

#[test]
fn a_protocol_says_what_was_checked_and_what_was_found() {
    let desk = Desk::new();
    let answer = desk.good(&["balance", "l.foerderbuch", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let head = answer["head"].as_str().unwrap();
    let (good, bad) = (format!("276:{head}"), format!("100:{head}"));
    let read = |name: &str| std::fs::read_to_string(desk.path(name)).unwrap();
    let fixed = ["verify", "l.foerderbuch", "--deep", "--anchor"];
    desk.good(&[&fixed[..], &[&good, "--protocol", "v.csv"]].concat());
    let told = read("v.csv");
    let hash = foerderbuch::text::hash::parse(head).unwrap();
    let head = foerderbuch::text::hash::printed(276, &hash);
    for words in ["keinen Befund", "Nachbuchen des ganzen Journals", "stimmt überein", &head] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let (code, _) = desk.bad(&[&fixed[..], &[&bad, "--protocol", "v.csv"]].concat());
    assert_eq!(code, 1);
    let told = read("v.csv");
    for words in ["Befunde ergeben", "weicht ab", "Buchung Nr. 100"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    desk.good(&["verify", "l.foerderbuch", "--protocol", "v.pdf"]);
    let (code, told) = desk.check("v.pdf", "l.foerderbuch");
    assert!(code == 1 && told.contains("Prüfprotokoll"), "{told}");
}

#[test]
fn a_mistyped_anchor_is_told_by_its_check_character() {
    let desk = Desk::new();
    desk.good(&["verify", "l.foerderbuch", "--protocol", "v.csv"]);
    let answer = desk.good(&["balance", "l.foerderbuch", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let hash = foerderbuch::text::hash::parse(answer["head"].as_str().unwrap()).unwrap();
    let printed = foerderbuch::text::hash::printed(276, &hash);
    desk.good(&["verify", "l.foerderbuch", "--anchor", &format!("276:{printed}")]);
    // What the QR code of a paper says, as a phone reads it.
    let scanned = format!("FOERDERBUCH1:276:{printed}:16066:12:AAAA").replace(' ', "");
    desk.good(&["verify", "l.foerderbuch", "--anchor", &scanned]);
    let (code, line) =
        desk.bad(&["verify", "l.foerderbuch", "--anchor", &format!("247:{printed}")]);
    assert!(code == 2 && line.contains("vertippt"), "{line}");
}

#[test]
fn a_sheet_and_a_difference_are_checked_like_any_paper() {
    let desk = Desk::new();
    let journal = desk.good(&["journal", "l.foerderbuch", "--json"]);
    let journal: serde_json::Value = serde_json::from_str(&journal).unwrap();
    let entries = journal.as_array().unwrap();
    let order = entries.iter().find(|entry| entry["kind"] == "payment_ordered").unwrap();
    let order = order["seq"].to_string();
    desk.good(&["sheet", "l.foerderbuch", "--entry", &order, "--out", "sheet.pdf"]);
    desk.good(&["difference", "l.foerderbuch", "--between", "120", "276", "--out", "d.pdf"]);
    for paper in ["sheet.pdf", "d.pdf"] {
        let (code, told) = desk.check(paper, "l.foerderbuch");
        assert!(code == 0 && told.starts_with("Echt"), "{paper}: {told}");
    }
    let (code, line) = desk.bad(&["sheet", "l.foerderbuch", "--entry", "1", "--out", "sheet.pdf"]);
    assert!(code == 1 && line.contains("kein Datenblatt"), "{line}");
    let (code, line) = desk.bad(&["difference", "l.foerderbuch", "--between", "276", "120"]);
    assert!(code == 2 && line.contains("Nr. 276"), "{line}");
    let told = desk.good(&["difference", "l.foerderbuch", "--between", "276", "276"]);
    assert!(told.contains("Keine Zahl hat sich verändert"), "{told}");
    let csv = desk.good(&["difference", "l.foerderbuch", "--between", "120", "276", "--csv"]);
    assert!(csv.contains("Summe der Veränderungen;;;;;;"), "{csv}");
}

#[test]
fn a_file_far_larger_than_any_paper_is_told_as_such_and_not_read() {
    let desk = Desk::new();
    let file = std::fs::File::create(desk.path("huge.pdf")).unwrap();
    // A hole on the disk: it costs nothing, and reading it would.
    file.set_len(foerderbuch::paper::check::LIMIT + 1).unwrap();
    let (code, told) = desk.check("huge.pdf", "l.foerderbuch");
    assert_eq!(code, 3);
    assert!(told.contains("mehr als 64 MB"), "{told}");
}

#[test]
fn what_was_published_stands_beside_what_it_is_now() {
    let desk = Desk::new();
    assert!(desk.good(&["published", "l.foerderbuch"]).contains("kein Dokument"));
    // Report R1 as it was known before the last payment was recorded.
    let report = ["report", "l.foerderbuch", "--kind", "programme", "--known-at", "2020-12-14"];
    desk.good(&[&report[..], &ISSUE, &["--out", "r1.pdf"]].concat());
    desk.statement("a.pdf", &ISSUE);
    let told = desk.good(&["published", "l.foerderbuch", "--csv"]);
    let lines: Vec<Vec<&str>> = told.lines().map(|line| line.split(';').collect()).collect();
    let line = |start: &str| {
        // Key figures are named with the heading above them.
        let own = |name: &str| name.rsplit(" · ").next().is_some_and(|own| own.starts_with(start));
        let found = lines.iter().find(|line| line[0].starts_with(start) || own(line[0]));
        found.unwrap_or_else(|| panic!("{start}: {told}"))[1..].to_vec()
    };
    assert_eq!(line("Ausgezahlt (Ist)"), ["7032500,00", "7200000,00", "167500,00"]);
    let share = line("Ausgezahlt (Ist), in % des Volumens");
    assert_eq!(share[2].replace('\u{a0}', " "), "0,21 Prozentpunkte");
    assert!(told.contains(" · 31.12.2020 · ") && !told.contains("2020-12-31 · "), "{told}");
    assert_eq!(line("Bewilligt, noch offen"), ["2380000,00", "2212500,00", "-167500,00"]);
    // What is the same stands behind what changed, once.
    assert_eq!(line("Programmvolumen"), ["80000000,00"]);
    assert!(lines.iter().any(|line| line[0].contains(" · ") && line.len() == 4), "{told}");
    // What changed is counted for the report, and nothing for the statement of today.
    let (one, two) = (line("277"), line("278"));
    assert!(one[1].starts_with("Stand der Bewilligungen") && one[5] != "0", "{one:?}");
    assert!(two[1].starts_with("Zuwendungsübersicht") && two[5] == "0", "{two:?}");
    desk.good(&["published", "l.foerderbuch", "--lang", "en", "--out", "p.pdf"]);
    desk.good(&["published", "l.foerderbuch", "--out", "p.xlsx"]);
    let (code, told) = desk.check("p.pdf", "l.foerderbuch");
    assert!(code == 0 && told.starts_with("Echt"), "the register is made again: {told}");
}

#[test]
fn a_paper_whose_rows_changed_is_not_told_as_unchanged() {
    let desk = Desk::new();
    // The sums of a county's row are no sums of the report.
    let report = ["report", "l.foerderbuch", "--kind", "counties", "--known-at", "2020-12-14"];
    desk.good(&[&report[..], &ISSUE, &["--out", "r2.pdf"]].concat());
    let told = desk.good(&["published", "l.foerderbuch", "--csv", "international"]);
    let sums = [" · Summe · ", " · Landkreise und kreisfreie Städte · "];
    let own = |line: &&str| !sums.iter().any(|sum| line.contains(sum));
    let county = told.lines().filter(own).filter(|line| line.ends_with(",167500.00"));
    assert!(county.count() > 0, "{told}");
}

#[test]
fn a_paper_whose_issue_was_corrected_is_told_by_both_entries() {
    let desk = Desk::new();
    desk.statement("a.pdf", &ISSUE);
    let line = r#"{"kind":"reversed","effective_on":"#.to_owned();
    let entry = desk.good(&["journal", "l.foerderbuch", "--json"]);
    let entries: serde_json::Value = serde_json::from_str(&entry).unwrap();
    let issue = entries.as_array().unwrap().last().unwrap();
    assert_eq!(issue["kind"], "document_issued");
    let day = &issue["effective_on"];
    let more = format!(
        r#"{day},"recipient":"16066","ref":277,"body":{{"reason":"Irrtümlich ausgefertigt"}}}}"#
    );
    std::fs::write(desk.path("back.jsonl"), line + &more).unwrap();
    desk.good(&["book", "l.foerderbuch", "--as", "A. Weber", "back.jsonl"]);
    let (code, told) = desk.check("a.pdf", "l.foerderbuch");
    assert!(code == 1 && told.contains("Nr. 277") && told.contains("Nr. 278"), "{told}");
    // It was published: the register names it, with its correction and whose it is.
    let register = desk.good(&["published", "l.foerderbuch"]);
    let named = "Schmalkalden-Meiningen (berichtigt durch Nr. 278)";
    assert!(register.contains(named), "{register}");
}

#[test]
fn statements_of_all_replace_nothing_and_say_of_each_what_became_of_it() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("all")).unwrap();
    let taken = desk.path("all/Zuwendungsübersicht 16066 2020-12-31.pdf");
    std::fs::write(&taken, "ausgefertigt").unwrap();
    let all = ["statement", "l.foerderbuch", "--all", "--out", "all"];
    let issue = [&all[..], &ISSUE].concat();
    let (code, told) = desk.bad(&issue);
    assert_eq!(code, 3, "{told}");
    assert!(
        told.lines().any(|line| line.starts_with("16066: ") && line.contains("gibt es schon")),
        "{told}"
    );
    let issued = told.lines().filter(|line| line.contains(": ausgefertigt, Buchung Nr. ")).count();
    assert!(issued > 5 && !told.contains("16066: ausgefertigt"), "{told}");
    assert_eq!(std::fs::read(&taken).unwrap(), b"ausgefertigt");
    // Run again, nobody's is issued twice; what is missing is issued then.
    std::fs::remove_file(&taken).unwrap();
    let (_, again) = desk.bad(&issue);
    let second = again.lines().filter(|line| line.contains(": ausgefertigt, Buchung Nr. ")).count();
    assert_eq!(second, 1, "{again}");
    let listed = desk.good(&["issued", "l.foerderbuch"]);
    assert_eq!(
        listed.lines().filter(|line| line.contains("Zuwendungsübersicht")).count(),
        issued + 1
    );
    // Those in another language have names of their own.
    let before = std::fs::read(&taken).unwrap();
    desk.good(&[&all[..], &["--lang", "en"]].concat());
    assert!(desk.path("all/Statement 16066 2020-12-31.pdf").exists());
    assert!(std::fs::read(&taken).unwrap() == before);
}

#[test]
fn forms_and_units_are_named_as_the_contract_says() {
    let desk = Desk::new();
    let report = ["report", "l.foerderbuch", "--unit", "teur", "--kind"];
    desk.good(&[&report[..], &["counties", "--format", "csv", "--out", "r2"]].concat());
    assert!(std::fs::read_to_string(desk.path("r2")).unwrap().contains(";4850;"));
    desk.good(&[&report[..], &["counties", "--format", "xlsx", "--out", "r2.xlsx"]].concat());
    assert!(std::fs::read(desk.path("r2.xlsx")).unwrap().starts_with(b"PK"));
    // R4 has no sums: it is the same paper in every unit, and the command says so.
    let told = desk.good(&[&report[..], &["milestones", "--out", "r4.csv"]].concat());
    assert!(told.contains("bleibt ohne Wirkung"), "{told}");
    desk.good(&["report", "l.foerderbuch", "--kind", "milestones", "--out", "euro.csv"]);
    let [teur, euro] = ["r4.csv", "euro.csv"].map(|name| std::fs::read(desk.path(name)).unwrap());
    assert_eq!(teur, euro);
    for (more, words) in [
        (&["counties", "--format", "pdf", "--out", "r2.csv"][..], "andere Endung"),
        (&["journal", "--out", "j.pdf"], "R1, R2, R3, R5, R6 und R7"),
        (&["counties", "--out", "r2.doc"], ".xlsx"),
    ] {
        let (code, line) = desk.bad(&[&report[..], more].concat());
        assert!(code == 2 && line.contains(words), "{line}");
    }
    std::fs::create_dir(desk.path("all")).unwrap();
    let all = ["statement", "l.foerderbuch", "--all", "--out", "all", "--format"];
    desk.good(&[&all[..], &["xlsx"]].concat());
    desk.good(&[&all[..], &["csv"]].concat());
    let names = std::fs::read_dir(desk.path("all")).unwrap().flatten();
    let names: Vec<String> = names.map(|it| it.file_name().into_string().unwrap()).collect();
    let of = |ending: &str| names.iter().filter(|name| name.ends_with(ending)).count();
    assert_eq!((of(".xlsx"), of(".csv"), of(".pdf")), (8, 8, 0), "{names:?}");
    let (code, line) = desk.bad(&[&all[..], &["csv"], &ISSUE].concat());
    assert!(code == 2 && line.contains("PDF"), "{line}");
}

#[test]
fn a_year_without_money_has_its_milestones_and_proofs_but_no_budget() {
    let desk = Desk::new();
    let report = ["report", "l.foerderbuch", "--year", "2025", "--out", "a.csv", "--kind"];
    desk.good(&[&report[..], &["milestones"]].concat());
    let told = std::fs::read_to_string(desk.path("a.csv")).unwrap();
    assert!(told.contains("Haushaltsjahr 2025") && told.contains("2024–2026"), "{told}");
    for kind in ["proofs", "journal"] {
        desk.good(&[&report[..], &[kind]].concat());
    }
    for kind in ["programme", "counties", "grants", "budget", "claims"] {
        let (code, line) = desk.bad(&[&report[..], &[kind]].concat());
        assert!(code == 1 && line.contains("2025"), "{line}");
    }
}

#[test]
fn a_paper_that_is_issued_but_not_written_says_where_it_is() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("a.pdf")).unwrap();
    let statement = ["statement", "l.foerderbuch", "--recipient", "16066", "--out"];
    let (code, line) = desk.bad(&[&statement[..], &["a.pdf"], &ISSUE].concat());
    assert!(code == 3 && line.contains("Nr. 277"), "{line}");
    assert!(line.contains("issued --number 277 --out"), "{line}");
    desk.good(&["issued", "l.foerderbuch", "--number", "277", "--out", "b.pdf"]);
    // A folder that is not there is told before anything is issued.
    let (code, line) = desk.bad(&[&statement[..], &["nirgends/a.pdf"], &ISSUE].concat());
    assert!(code == 3 && line.contains("nirgends"), "{line}");
    assert!(!desk.good(&["issued", "l.foerderbuch"]).contains("278"));
}

#[test]
fn a_hash_that_somebody_typed_makes_no_paper_genuine() {
    use sha2::{Digest as _, Sha256};
    let desk = Desk::new();
    desk.statement("a.pdf", &[]);
    desk.altered("a.pdf", "altered.pdf");
    std::fs::write(desk.path("other.pdf"), b"%PDF-1.4 nothing of ours").unwrap();
    let typed = |name: &str| {
        let bytes = std::fs::read(desk.path(name)).unwrap();
        let (hash, length) = (hex::encode(Sha256::digest(&bytes)), bytes.len());
        let line = format!(
            r#"{{"kind":"document_issued","effective_on":"2020-12-20","recipient":"16066","body":{{"document":"statement","as_of":"2020-12-20","known":276,"language":"de","sha256":"{hash}","length":{length}}}}}"#
        );
        std::fs::write(desk.path("typed.jsonl"), line).unwrap();
        desk.good(&["book", "l.foerderbuch", "--as", "A. Weber", "typed.jsonl"]);
    };
    for name in ["altered.pdf", "other.pdf", "a.pdf"] {
        typed(name);
    }
    // What says that it is ours is judged by what it says, what does not is told by the entry.
    let (code, told) = desk.check("altered.pdf", "l.foerderbuch");
    assert!(code == 1 && told.contains("Verändert"), "{told}");
    let (code, told) = desk.check("other.pdf", "l.foerderbuch");
    assert!(code == 1 && told.contains("Nr. 278, die von Hand erfasst"), "{told}");
    let (code, told) = desk.check("a.pdf", "l.foerderbuch");
    assert!(code == 0 && told.contains("nicht ausgefertigt"), "{told}");
}

#[test]
fn a_copy_with_names_is_not_called_altered_when_names_were_erased() {
    let desk = Desk::new();
    desk.good(&["report", "l.foerderbuch", "--kind", "journal", "--out", "j.pdf"]);
    desk.statement("a.pdf", &[]);
    let ledger = rusqlite::Connection::open(desk.path("l.foerderbuch")).unwrap();
    ledger.execute("DELETE FROM person_name WHERE person = 2", []).unwrap();
    drop(ledger);
    assert_eq!(desk.good(&["verify", "l.foerderbuch", "--deep"]), "");
    let (code, told) = desk.check("j.pdf", "l.foerderbuch");
    assert!(code == 1 && told.contains("Namen gelöscht"), "{told}");
    // A paper without names is compared as before.
    assert_eq!(desk.check("a.pdf", "l.foerderbuch").0, 0);
    desk.altered("a.pdf", "altered.pdf");
    assert!(desk.check("altered.pdf", "l.foerderbuch").1.contains("Verändert"));
}

#[test]
fn a_statement_of_one_year_does_not_say_that_nothing_was_paid_at_all() {
    let desk = Desk::new();
    desk.good(&[
        "statement",
        "l.foerderbuch",
        "--recipient",
        "16999001",
        "--year",
        "2021",
        "--out",
        "year.csv",
    ]);
    let told = std::fs::read_to_string(desk.path("year.csv")).unwrap();
    assert!(
        told.contains("Zu Lasten des Haushaltsjahres 2021 ist bis zum Stichtag nichts"),
        "{told}"
    );
    assert!(!told.contains("Bis zum Stichtag ist nichts ausgezahlt"), "{told}");
}
