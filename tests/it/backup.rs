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
    assert!(told.contains("Nr. 274") && path.is_file() && path.is_absolute(), "{told}");
    let name = path.file_name().unwrap().to_str().unwrap();
    assert!(name.ends_with("Z-274.foerderbuch") && name.contains("-2020-12-15T"), "{name}");
    let copy = path.to_str().unwrap();
    assert_eq!(good(here, &["verify", copy, "--deep"]), "");
    let balance = |file: &str| good(here, &["balance", file, "--json"]);
    assert_eq!(balance(copy), balance("l.foerderbuch"));
    // The same state again is the same file, a later one lies beside it.
    assert_eq!(good(here, &["backup", "l.foerderbuch", "--to", "safe"]), told);
    assert_eq!(names(&safe).len(), 1);
    // Whatever else has that name stays as it is.
    let kept = std::fs::read(&path).unwrap();
    let cut = &kept[..kept.len() / 2];
    for other in ["etwas anderes".as_bytes(), cut] {
        std::fs::write(&path, other).unwrap();
        let done = run(here, &["backup", "l.foerderbuch", "--to", "safe"]);
        let line = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(3), "{line}");
        assert!(line.contains("wird nicht überschrieben"), "{line}");
        assert!(std::fs::read(&path).unwrap() == other && names(&safe).len() == 1);
    }
    std::fs::write(&path, &kept).unwrap();
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
    assert!(found.iter().any(|name| name.ends_with("Z-275.foerderbuch")), "{found:?}");
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
    refused(&["backup", "l.foerderbuch"], 2);
    std::fs::write(here.join("text.foerderbuch"), "kein Förderbuch").unwrap();
    refused(&["backup", "text.foerderbuch", "--to", "."], 3);
    let before = names(here);
    assert!(std::fs::metadata(here.join("l.foerderbuch")).unwrap().len() > 0);
    assert_eq!(before, ["l.foerderbuch", "text.foerderbuch"]);
}
