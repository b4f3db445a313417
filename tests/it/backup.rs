//! `backup`: a verified copy whose name says of which programme and of which entry it is.

use std::path::{Path, PathBuf};

use super::program::{good, run};

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_a_ledger_of_the_same_head_and_says_where_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    let (here, safe) = (folder.path(), folder.path().join("safe"));
    std::fs::create_dir(&safe).unwrap();
    good(here, &["sample", "l.foerderbuch"]);
    let told = good(here, &["backup", "l.foerderbuch", "--to", "safe"]);
    let path = PathBuf::from(told.trim_end().split_once(": ").unwrap().1);
    assert!(told.contains("Nr. 276") && path.is_file() && path.is_absolute(), "{told}");
    let name = path.file_name().unwrap().to_str().unwrap();
    assert!(
        name.ends_with("Z-276-ebdbe034d555.foerderbuch") && name.contains("-2020-12-15T"),
        "{name}"
    );
    let copy = path.to_str().unwrap();
    assert_eq!(good(here, &["verify", copy, "--deep"]), "");
    let balance = |file: &str| good(here, &["balance", file, "--json"]);
    assert_eq!(balance(copy), balance("l.foerderbuch"));
    // The same state again is the same file, a later one lies beside it.
    assert_eq!(good(here, &["backup", "l.foerderbuch", "--to", "safe"]), told);
    assert_eq!(names(&safe).len(), 1);
    // Whatever else has that name is laid aside, and a good copy takes its place.
    let kept = std::fs::read(&path).unwrap();
    let cut = &kept[..kept.len() / 2];
    for (number, other) in ["etwas anderes".as_bytes(), cut, b""].into_iter().enumerate() {
        std::fs::write(&path, other).unwrap();
        let told = good(here, &["backup", "l.foerderbuch", "--to", "safe"]);
        let aside = format!("-ersetzt-{}.foerderbuch", number + 1);
        let line = told.lines().find(|line| line.ends_with(&aside)).unwrap();
        assert!(line.contains("keine gute Sicherung"), "{line}");
        assert_eq!(std::fs::read(line.split_once(": ").unwrap().1).unwrap(), other);
        assert_eq!(std::fs::read(&path).unwrap(), kept);
    }
    for aside in names(&safe).iter().filter(|name| name.contains("-ersetzt-")) {
        std::fs::remove_file(safe.join(aside)).unwrap();
    }
    good(
        here,
        &[
            "statement",
            "l.foerderbuch",
            "--recipient",
            "16066",
            "--issue",
            "--as",
            "A. Weber",
            "--out",
            "a.pdf",
        ],
    );
    good(here, &["backup", "l.foerderbuch", "--to", "safe"]);
    let found = names(&safe);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().any(|name| name.contains("Z-277-")), "{found:?}");
}

#[test]
fn a_backup_without_a_folder_or_of_what_is_no_ledger_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "l.foerderbuch"]);
    let refused = |arguments: &[&str], code: i32| {
        let done = run(here, arguments);
        let told = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(code), "{told}");
        assert!(!told.is_empty());
    };
    refused(&["backup", "l.foerderbuch", "--to", "nirgends"], 3);
    refused(&["backup"], 2);
    refused(&["backup", "l.foerderbuch", "--drill"], 1);
    std::fs::write(here.join("text.foerderbuch"), "kein Förderbuch").unwrap();
    refused(&["backup", "text.foerderbuch", "--to", "."], 3);
    let before = names(here);
    assert!(std::fs::metadata(here.join("l.foerderbuch")).unwrap().len() > 0);
    assert_eq!(before, ["l.foerderbuch", "text.foerderbuch"]);
}

#[test]
fn without_a_folder_backups_lie_beside_the_ledger_and_a_drill_restores_the_newest() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "l.foerderbuch"]);
    good(here, &["backup", "l.foerderbuch"]);
    let own = here.join("l-Sicherungen");
    let before = names(&own);
    let told = good(here, &["backup", "l.foerderbuch", "--drill"]);
    assert!(told.contains("Probe bestanden") && told.contains("Nr. 276"), "{told}");
    assert_eq!(names(&own), before, "nothing is left of the drill");
    let path = own.join(&before[0]);
    let kept = std::fs::read(&path).unwrap();
    // One whose content was changed behind its chain is found by the drill.
    std::fs::write(&path, &kept).unwrap();
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(
        "DROP TRIGGER balance_moves_by_postings;
         UPDATE balance SET amount = amount + 1 WHERE rowid = (SELECT min(rowid) FROM balance);",
    )
    .unwrap();
    drop(conn);
    let line = drill_fails(here);
    assert!(
        line.contains("Der Saldo von Ansatz mit Nachtrag 1616 ")
            && line.contains("eine neue Sicherung"),
        "{line}"
    );
}

/// What a drill says that must fail.
fn drill_fails(here: &Path) -> String {
    let done = run(here, &["backup", "l.foerderbuch", "--drill"]);
    let lines = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(1), "{lines}");
    assert!(lines.contains("Probe nicht bestanden: "), "{lines}");
    lines
}

fn book_note(here: &Path) {
    let line = r#"{"kind":"ledger_restored","effective_on":"2020-12-20","actor":1,"body":{"known":1,"sha256":""#;
    std::fs::write(here.join("line.jsonl"), format!("{line}{}\"}}}}", "ab".repeat(32))).unwrap();
    good(here, &["book", "l.foerderbuch", "line.jsonl", "--as", "A. Weber"]);
}

#[test]
fn a_drill_never_passes_over_a_newest_backup_that_is_broken() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "l.foerderbuch"]);
    good(here, &["backup", "l.foerderbuch"]);
    let yesterday = std::fs::read(here.join("l.foerderbuch")).unwrap();
    book_note(here);
    good(here, &["backup", "l.foerderbuch"]);
    let own = here.join("l-Sicherungen");
    let of = |number: &str| {
        own.join(names(&own).into_iter().find(|name| name.contains(number)).unwrap())
    };
    let newest = of("-277-");
    let kept = std::fs::read(&newest).unwrap();
    let with = |at: usize, bytes: &[u8]| {
        let mut changed = kept.clone();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        changed
    };
    let broken = [
        Vec::new(),
        kept[..kept.len() / 2].to_vec(),
        with(0, b"kaputt!!"),
        with(30 * 4096, &vec![0xA5; 5 * 4096]),
        // Another ledger of this programme under its name: somebody booked in it, or cut it off.
        std::fs::read(of("-276-")).unwrap(),
    ];
    for bytes in broken {
        std::fs::write(&newest, &bytes).unwrap();
        let lines = drill_fails(here);
        assert!(lines.contains("-277-") && lines.contains("eine neue Sicherung"), "{lines}");
    }
    // A ledger that was put back is older than its own backup, be that good or not.
    std::fs::write(here.join("l.foerderbuch"), &yesterday).unwrap();
    assert!(drill_fails(here).contains("-277-"));
    std::fs::write(&newest, &kept).unwrap();
    let lines = drill_fails(here);
    assert!(lines.contains("endet vor Buchung Nr. 277"), "{lines}");
    assert!(!lines.contains("eine neue Sicherung"), "{lines}");
    std::fs::remove_file(&newest).unwrap();
    assert!(good(here, &["backup", "l.foerderbuch", "--drill"]).contains("Probe bestanden"));
}

#[test]
fn only_backups_of_this_ledger_that_are_not_kept_any_more_are_removed() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "l.foerderbuch"]);
    good(here, &["sample", "other.foerderbuch", "--through", "2022"]);
    good(here, &["backup", "l.foerderbuch"]);
    let own = here.join("l-Sicherungen");
    for foreign in ["Notiz.txt", "x-2018-01-01T101500Z-7-ebdbe034d555.foerderbuch"] {
        std::fs::write(own.join(foreign), "etwas anderes").unwrap();
    }
    // A renamed backup is somebody's own copy.
    let first = names(&own).into_iter().find(|name| name.contains("-276-")).unwrap();
    std::fs::copy(own.join(&first), own.join("Jahresabschluss.foerderbuch")).unwrap();
    for day in 1..=14 {
        let line = format!(
            r#"{{"kind":"document_issued","effective_on":"2020-12-20","actor":1,"body":{{"document":"note","as_of":"2020-12-20","known":{day},"language":"de","sha256":"{}","length":1}}}}"#,
            "ab".repeat(32)
        );
        std::fs::write(here.join("line.jsonl"), line).unwrap();
        good(here, &["book", "l.foerderbuch", "line.jsonl", "--as", "A. Weber"]);
        good(here, &["backup", "l.foerderbuch"]);
    }
    let left = names(&own);
    for stays in ["Notiz.txt", "x-2018-01-01T101500Z-7-ebdbe034d555.foerderbuch", &first] {
        assert!(left.iter().any(|name| name == stays), "{stays}: {left:?}");
    }
    assert!(left.iter().any(|name| name == "Jahresabschluss.foerderbuch"));
    // Ten of today, and the last one of 2020.
    assert_eq!(left.len(), 10 + 1 + 3, "{left:?}");
}

#[test]
fn a_ledger_is_restored_by_an_entry_and_the_one_before_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "l.foerderbuch"]);
    good(here, &["backup", "l.foerderbuch"]);
    let backup = here.join("l-Sicherungen").join(&names(&here.join("l-Sicherungen"))[0]);
    let backup = backup.to_str().unwrap();
    let line = r#"{"kind":"ledger_restored","effective_on":"2020-12-20","actor":1,"body":{"known":1,"sha256":""#;
    let line = format!("{line}{}\"}}}}", "ab".repeat(32));
    std::fs::write(here.join("line.jsonl"), line).unwrap();
    good(here, &["book", "l.foerderbuch", "line.jsonl", "--as", "A. Weber"]);
    let later = std::fs::read(here.join("l.foerderbuch")).unwrap();
    let over = ["restore", backup, "--over", "l.foerderbuch", "--as", "A. Weber"];
    let told = good(here, &over);
    assert!(told.contains("bis Nr. 276") && told.contains("als Nr. 277"), "{told}");
    assert!(told.contains("l-ersetzt-1.foerderbuch"), "{told}");
    assert_eq!(std::fs::read(here.join("l-ersetzt-1.foerderbuch")).unwrap(), later);
    assert_eq!(good(here, &["verify", "l.foerderbuch", "--deep"]), "");
    let journal = good(here, &["journal", "l.foerderbuch", "--json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&journal).unwrap();
    let last = rows.last().unwrap();
    let body = &last["body"];
    assert_eq!(last["kind"], "ledger_restored");
    assert_eq!((&body["known"], &body["replaced_known"]), (&276.into(), &277.into()));
    assert!(body["sha256"].as_str().unwrap().starts_with("ebdbe034d555"), "{body}");
    // Into a new file there is nothing to replace; what is there already is not written over.
    let new = ["restore", backup, "--to", "neu.foerderbuch", "--as", "1"];
    assert!(good(here, &new).contains("bis Nr. 276"));
    let done = run(here, &new);
    assert_eq!(done.status.code(), Some(3));
    assert_eq!(good(here, &["verify", "neu.foerderbuch", "--deep"]), "");
}

#[test]
fn what_cannot_be_restored_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "l.foerderbuch"]);
    good(here, &["sample", "other.foerderbuch"]);
    std::fs::write(here.join("kaputt.foerderbuch"), "kein Förderbuch").unwrap();
    let refused = |arguments: &[&str], code: i32| {
        let before = names(here);
        let done = run(here, arguments);
        let told = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(code), "{told}");
        assert_eq!(names(here), before, "{told}");
        told
    };
    let to = |backup: &str, how: &str, file: &str, code| {
        refused(&["restore", backup, how, file, "--as", "A. Weber"], code)
    };
    to("kaputt.foerderbuch", "--to", "n.foerderbuch", 3);
    to("l.foerderbuch", "--over", "fehlt.foerderbuch", 3);
    to("l.foerderbuch", "--over", "l.foerderbuch", 3);
    refused(&["restore", "l.foerderbuch", "--to", "n.foerderbuch"], 2);
    refused(&["restore", "l.foerderbuch", "--as", "1"], 2);
    refused(&["restore", "l.foerderbuch", "--to", "n.foerderbuch", "--as", "Niemand"], 1);
    // A ledger that cannot be read any more is moved aside all the same.
    let told =
        good(here, &["restore", "l.foerderbuch", "--over", "kaputt.foerderbuch", "--as", "1"]);
    assert!(told.contains("kaputt-ersetzt-1.foerderbuch"), "{told}");
    let aside = std::fs::read_to_string(here.join("kaputt-ersetzt-1.foerderbuch")).unwrap();
    assert_eq!(aside, "kein Förderbuch");
}

#[test]
fn what_an_ended_program_left_in_the_folder_of_backups_goes_after_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "l.foerderbuch"]);
    let own = here.join("l-Sicherungen");
    std::fs::create_dir(&own).unwrap();
    let all = [".foerderbuch-old.part", ".foerderbuch-new.part", "Bericht.part"];
    for name in all {
        std::fs::write(own.join(name), "halb").unwrap();
    }
    let yesterday = std::time::SystemTime::now() - std::time::Duration::from_hours(25);
    for name in [all[0], all[2]] {
        let file = std::fs::File::options().append(true).open(own.join(name)).unwrap();
        file.set_modified(yesterday).unwrap();
    }
    good(here, &["backup", "l.foerderbuch"]);
    let left = names(&own);
    assert_eq!(left.len(), 3, "{left:?}");
    assert!(left.contains(&all[1].to_owned()) && left.contains(&all[2].to_owned()), "{left:?}");
}

#[test]
#[cfg(unix)]
fn a_link_is_what_it_leads_to() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    good(here, &["sample", "l.foerderbuch"]);
    std::os::unix::fs::symlink("l.foerderbuch", here.join("link.foerderbuch")).unwrap();
    good(here, &["backup", "link.foerderbuch"]);
    assert!(good(here, &["backup", "l.foerderbuch", "--drill"]).contains("Probe bestanden"));
    let backup = here.join("l-Sicherungen").join(&names(&here.join("l-Sicherungen"))[0]);
    let backup = backup.to_str().unwrap();
    good(here, &["restore", backup, "--over", "link.foerderbuch", "--as", "1"]);
    assert!(here.join("link.foerderbuch").is_symlink());
    assert!(here.join("l-ersetzt-1.foerderbuch").is_file());
    let journal = good(here, &["journal", "l.foerderbuch"]);
    assert!(journal.lines().last().unwrap().trim_start().starts_with("277 "), "{journal}");
}

#[test]
#[cfg(unix)]
fn a_path_that_is_too_long_is_said_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let mut deep = here.to_owned();
    while deep.as_os_str().len() < 500 {
        deep.push("Förderung".repeat(4));
    }
    std::fs::create_dir_all(&deep).unwrap();
    good(here, &["sample", "l.foerderbuch"]);
    let file = deep.join("l.foerderbuch");
    std::fs::copy(here.join("l.foerderbuch"), &file).unwrap();
    let (file, new) = (file.to_str().unwrap(), deep.join("n.foerderbuch"));
    for arguments in [&["balance", file][..], &["sample", new.to_str().unwrap()]] {
        let done = run(here, arguments);
        let told = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(3), "{told}");
        assert!(told.contains("ist zu lang: 5") && told.contains("kürzerem Pfad"), "{told}");
    }
    let done = run(here, &["backup", "l.foerderbuch", "--to", "l.foerderbuch"]);
    assert_eq!(done.status.code(), Some(3));
    assert!(String::from_utf8(done.stderr).unwrap().contains("ist kein Ordner"));
}
