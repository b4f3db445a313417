//! The program itself, run in a folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A command to be run there.
pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foerderbuch"));
    command.current_dir(folder).args(arguments).env("FOERDERBUCH_DATA", data_of(folder));
    command
}

/// What a user keeps apart from the ledgers of a folder: what was seen last.
fn data_of(folder: &Path) -> PathBuf {
    let plain = |sign: char| if sign.is_alphanumeric() { sign } else { '-' };
    let name: String = folder.to_string_lossy().chars().map(plain).collect();
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("data").join(name)
}

/// Runs a command there.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    program(folder, arguments).output().unwrap()
}

/// What a command says that must go well.
pub fn good(folder: &Path, arguments: &[&str]) -> String {
    let done = run(folder, arguments);
    assert!(done.status.success(), "{arguments:?}: {done:?}");
    String::from_utf8(done.stdout).unwrap()
}
