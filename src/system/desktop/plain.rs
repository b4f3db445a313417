//! Other systems than Windows: the terminal is always there, and nothing has to be chosen.

use std::path::Path;
use std::process::ExitCode;

/// Nothing has to be done before the program begins.
pub const fn begin() {}

/// No other program asks for what OpenGL there is.
#[must_use]
pub const fn answer_probe() -> Option<ExitCode> {
    None
}

/// The program is its own console twin.
#[must_use]
pub const fn hand_over_window() -> bool {
    false
}

/// What is written to standard error is read.
#[must_use]
pub const fn has_terminal() -> bool {
    true
}

/// There is one way of painting, whatever the session is.
#[must_use]
pub const fn is_remote() -> bool {
    false
}

/// Not asked: there is one way of painting.
#[must_use]
pub const fn opengl() -> Option<(u32, u32)> {
    None
}

/// Not asked: the window manager keeps windows on the screen.
#[must_use]
pub const fn room() -> Option<(u16, u16)> {
    None
}

/// Only standard error tells something while there is no window.
pub const fn message(_title: &str, _words: &str) {}

/// Every start opens a window of its own.
pub const fn mark_window(_window: isize, _ledger: Option<&Path>) {}

/// Every start opens a window of its own.
#[must_use]
pub const fn bring_forward(_ledger: &Path) -> bool {
    false
}

/// The system keeps no list of files.
pub const fn remember_file(_path: &Path) {}

/// Opens a file with the program that the system has for it.
///
/// # Errors
/// When the system has no opener or refuses.
pub fn open_file(path: &Path) -> std::io::Result<()> {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    std::process::Command::new(program).arg(path).spawn().map(drop)
}
