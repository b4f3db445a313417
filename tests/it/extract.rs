//! `extract`: a file for one recipient that discloses nobody else and proves both chains.

use std::path::Path;

use rusqlite::Connection;

use super::program::{good, run};

fn refused(folder: &Path, arguments: &[&str], code: i32) -> String {
    let done = run(folder, arguments);
    assert_eq!(done.status.code(), Some(code), "{arguments:?}: {done:?}");
    assert!(done.stdout.is_empty(), "{done:?}");
    String::from_utf8(done.stderr).unwrap()
}

/// A folder with the sample `l.foerderbuch`, the key of its busiest recipient, and the extract
/// `x.foerderbuch` for it.
fn extracted() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    good(folder.path(), &["sample", "l.foerderbuch"]);
    let ledger = Connection::open(folder.path().join("l.foerderbuch")).unwrap();
    let busiest = "SELECT recipient FROM event WHERE recipient <> '' GROUP BY recipient \
                   ORDER BY count(*) DESC, recipient LIMIT 1";
    let key: String = ledger.query_row(busiest, [], |row| row.get(0)).unwrap();
    let told = good(
        folder.path(),
        &["extract", "l.foerderbuch", "--recipient", &key, "--out", "x.foerderbuch"],
    );
    assert!(told.contains(&key) && told.contains("276:"), "{told}");
    (folder, key)
}

fn holds(file: &[u8], part: &[u8]) -> bool {
    file.windows(part.len()).any(|window| window == part)
}

#[test]
fn an_extract_holds_all_of_its_recipient_and_nothing_of_another() {
    let (folder, key) = extracted();
    let file = std::fs::read(folder.path().join("x.foerderbuch")).unwrap();
    let ledger = Connection::open(folder.path().join("l.foerderbuch")).unwrap();
    // Two recipients may have had the same words: a content that is also the own one is no other's.
    let mut statement = ledger
        .prepare(
            "SELECT uid, recipient, body, kind, EXISTS (SELECT 1 FROM event AS own \
                 WHERE own.recipient = ?1 AND own.body = event.body) FROM event",
        )
        .unwrap();
    let mut rows = statement.query([&key]).unwrap();
    let (mut own, mut others, mut kept) = (0, 0, Vec::new());
    while let Some(row) = rows.next().unwrap() {
        let (uid, recipient): ([u8; 16], String) = (row.get(0).unwrap(), row.get(1).unwrap());
        let (body, kind): (Vec<u8>, String) = (row.get(2).unwrap(), row.get(3).unwrap());
        let shared = ["programme_founded", "title_registered", "setting_made"];
        let common = shared.contains(&kind.as_str());
        if recipient == key || common {
            own += 1;
            kept.extend(body);
            assert!(holds(&file, &uid), "{kind} of the recipient is missing");
        } else {
            others += 1;
            assert!(!holds(&file, &uid), "uid of {kind} of {recipient:?}");
            let shared: bool = row.get(4).unwrap();
            assert!(shared || !holds(&file, &body), "body of {kind} of {recipient:?}");
            let named = recipient.is_empty() || !holds(&file, recipient.as_bytes());
            assert!(named, "the key {recipient:?}");
        }
    }
    assert!(own > 20 && others > 100, "{own} and {others}");
    // What the founding of the programme itself says, everybody knows.
    for word in names_of_others(&ledger, &key) {
        let said = holds(&kept, word.as_bytes());
        assert!(said || !holds(&file, word.as_bytes()), "{word}");
    }
}

/// Names of other recipients and of persons, and file numbers of other grants.
fn names_of_others(ledger: &Connection, key: &str) -> Vec<String> {
    let mut names = Vec::new();
    for sql in [
        "SELECT value ->> '$.recipient.name' FROM entity_version \
         WHERE entity = 'recipient' AND key <> ?1",
        "SELECT DISTINCT grant_no FROM due_line WHERE recipient <> ?1",
        "SELECT name FROM person_name WHERE ?1 <> ''",
    ] {
        let mut statement = ledger.prepare(sql).unwrap();
        let words = statement.query_map([key], |row| row.get::<_, String>(0)).unwrap();
        let before = names.len();
        names.extend(words.map(Result::unwrap));
        assert!(names.len() > before + 4, "{sql}");
    }
    names
}

#[test]
fn an_extract_proves_the_heads_of_the_statement_and_says_what_it_is() {
    let (folder, key) = extracted();
    let here = folder.path();
    let ledger = Connection::open(here.join("l.foerderbuch")).unwrap();
    let anchor = |sql: &str| -> String {
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let (seq, hash): (u64, String) = ledger.query_row(sql, [&key], read).unwrap();
        format!("{seq}:{hash}")
    };
    let own = anchor(
        "SELECT recipient_seq, lower(hex(recipient_hash)) FROM event WHERE recipient = ?1 \
         ORDER BY seq DESC LIMIT 1",
    );
    let whole = anchor("SELECT seq, lower(hex(hash)) FROM event WHERE ?1 <> '' AND seq = 276");
    let told = good(here, &["verify", "x.foerderbuch"]);
    let count = own.split(':').next().unwrap();
    assert!(told.contains(&format!("alle {count} Buchungen")), "{told}");
    assert!(told.contains("--anchor") && told.contains("ohne Befund"), "{told}");
    let told = good(here, &["verify", "x.foerderbuch", "--anchor", &own, "--anchor", &whole]);
    assert!(told.contains("stehen in diesen Ketten"), "{told}");
    // The whole ledger knows both heads of the paper as well.
    let whole_file = ["verify", "l.foerderbuch", "--anchor", &own, "--anchor", &whole];
    assert_eq!(good(here, &whole_file), "");
    let mistaken = format!("1:{}", own.split(':').nth(1).unwrap());
    refused(here, &["verify", "l.foerderbuch", "--anchor", &mistaken], 1);
    let wrong = format!("276:{}", "ab".repeat(32));
    let line = refused(here, &["verify", "x.foerderbuch", "--anchor", &wrong], 1);
    assert!(line.contains("Nr. 276"), "{line}");
}

#[test]
fn whatever_is_changed_in_an_extract_is_found() {
    let (folder, key) = extracted();
    let here = folder.path();
    let of = format!("(SELECT min(seq) + 3 FROM event WHERE recipient = '{key}' )");
    let row = format!("WHERE seq = (SELECT max(seq) FROM event WHERE seq <= {of})");
    let mut changes: Vec<String> = [
        "uid = zeroblob(16)",
        "kind = 'draw_requested_'",
        "recipient = recipient || 'x'",
        "recipient_seq = recipient_seq + 1",
        "recorded_at = recorded_at + 1",
        "effective_on = '2018-01-01'",
        "actor = actor + 1",
        "login = login || 'x'",
        "voucher = voucher || 'x'",
        "ref = coalesce(ref, 0) + 1",
        "body = CAST(body || ' ' AS BLOB)",
        "hash = zeroblob(32)",
        "recipient_hash = zeroblob(32)",
    ]
    .iter()
    .map(|set| format!("UPDATE event SET {set} {row}"))
    .collect();
    changes.push(format!("DELETE FROM event {row}"));
    changes.extend(
        [
            "UPDATE leaf SET leaf = zeroblob(32) WHERE seq = (SELECT max(seq) FROM leaf)",
            "DELETE FROM leaf WHERE seq = (SELECT max(seq) FROM leaf)",
            "UPDATE about SET recipient = 'x'",
            "UPDATE about SET recipient_entries = recipient_entries - 1",
            "UPDATE about SET recipient_head = zeroblob(32)",
            "UPDATE about SET entries = entries - 1",
            "UPDATE about SET head = zeroblob(32)",
            "UPDATE about SET recorded_at = 0",
            "CREATE TABLE more (x)",
            "DELETE FROM about",
        ]
        .map(str::to_owned),
    );
    for change in changes {
        std::fs::copy(here.join("x.foerderbuch"), here.join("y.foerderbuch")).unwrap();
        let file = Connection::open(here.join("y.foerderbuch")).unwrap();
        file.execute_batch(&change).unwrap();
        drop(file);
        let done = run(here, &["verify", "y.foerderbuch"]);
        assert!(matches!(done.status.code(), Some(1 | 3)), "{change}: {done:?}");
        assert!(done.stdout.is_empty() && !done.stderr.is_empty(), "{change}: {done:?}");
    }
    good(here, &["verify", "x.foerderbuch"]);
}

#[test]
fn an_extract_is_neither_booked_to_nor_taken_for_a_ledger() {
    let (folder, key) = extracted();
    let here = folder.path();
    let before = std::fs::read(here.join("x.foerderbuch")).unwrap();
    std::fs::write(here.join("lines.jsonl"), "{}\n").unwrap();
    for arguments in [
        vec!["book", "x.foerderbuch", "--as", "1", "lines.jsonl"],
        vec!["journal", "x.foerderbuch"],
        vec!["deadlines", "x.foerderbuch"],
        vec!["export", "x.foerderbuch", "--format", "journal"],
        vec!["report", "x.foerderbuch", "--kind", "programme", "--out", "r.pdf"],
        vec!["sheet", "x.foerderbuch", "--entry", "20", "--out", "r.pdf"],
        vec!["backup", "x.foerderbuch", "--to", "."],
        vec!["extract", "x.foerderbuch", "--recipient", &key, "--out", "z.foerderbuch"],
    ] {
        let done = run(here, &arguments);
        let line = String::from_utf8(done.stderr).unwrap();
        let told = line.contains("ist ein Auszug für einen Empfänger");
        assert!(done.status.code() == Some(3) && told, "{arguments:?}: {line}");
    }
    assert!(std::fs::read(here.join("x.foerderbuch")).unwrap() == before);
    let again = ["extract", "l.foerderbuch", "--recipient", &key, "--out", "x.foerderbuch"];
    assert!(refused(here, &again, 3).contains("wird nicht überschrieben"));
    let nobody = ["extract", "l.foerderbuch", "--recipient", "niemand", "--out", "n.foerderbuch"];
    assert!(refused(here, &nobody, 1).contains(&key) && !here.join("n.foerderbuch").exists());
    let protocol = ["verify", "x.foerderbuch", "--protocol", "p.pdf"];
    assert!(refused(here, &protocol, 2).contains("--protocol"));
}
