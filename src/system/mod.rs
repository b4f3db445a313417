//! Folders, account, desktop and display of the computer; the only place where `unsafe` may stand.
//!
//! May use std and platform crates.

mod desktop;
pub mod graphics;
mod memory;
mod place;
mod report;

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

pub use desktop::{
    answer_probe, begin, bring_forward, hand_over_window, has_terminal, is_remote, mark_window,
    message, open_file, opengl, remember_file, room,
};
pub use memory::{give_back_memory, keep_little_memory};
pub use place::{Place, place};
pub use report::{keep_reports, take_report};

/// Folder for this user's data on this computer (on Windows the local, not the roaming one).
///
/// `FOERDERBUCH_DATA` names another one, for tests and portable use.
#[must_use]
pub fn local_data_dir() -> PathBuf {
    if let Some(folder) = std::env::var_os("FOERDERBUCH_DATA") {
        return PathBuf::from(folder);
    }
    directories::ProjectDirs::from("", "", "Foerderbuch")
        .map_or_else(|| PathBuf::from("."), |folders| folders.data_local_dir().to_owned())
}

/// The user under which the program runs: the security identifier (SID) on Windows, "uid:" and
/// the user id elsewhere. Never a name; it proves nobody.
#[must_use]
pub fn login() -> String {
    account::id().unwrap_or_else(|| "unknown".to_owned())
}

#[cfg(unix)]
mod account {
    use std::os::unix::fs::MetadataExt as _;

    /// A process owns its entry below /proc; where there is none, the home folder tells.
    pub fn id() -> Option<String> {
        let own = std::fs::metadata("/proc/self").or_else(|_| {
            let home = std::env::var_os("HOME").unwrap_or_default();
            std::fs::metadata(home)
        });
        own.ok().map(|folder| format!("uid:{}", folder.uid()))
    }
}

#[cfg(windows)]
mod account;

/// The clock: microseconds since 1970 UTC.
#[must_use]
pub fn now() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_micros()).ok())
        .unwrap_or_default()
}

/// True when there is a screen to open a window on.
#[must_use]
pub fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
