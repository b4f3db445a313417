//! The program itself, run in a folder.

use std::path::Path;
use std::process::{Command, Output};

/// A command to be run there.
pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foerderbuch"));
    command.current_dir(folder).args(arguments);
    command
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
