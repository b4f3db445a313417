//! Faults: the power fails, the disk answers with errors. All that was told is stored, the ledger
//! is good, and what is told is true. Few of each here; `.ci/run` and the variables named at the
//! tests give more.

mod deeds;
mod disk;
mod errors;
mod power;

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_nobody_can_read_does_not_deny_what_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_foerderbuch"))
        .current_dir(folder.path())
        .args(["sample", "s.foerderbuch"])
        .stdout(full)
        .output()
        .unwrap();
    let told = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(3), "{told}");
    assert!(told.contains("ist ausgeführt") && !told.contains("Nichts wurde"), "{told}");
    crate::program::good(folder.path(), &["verify", "s.foerderbuch", "--deep"]);
}
