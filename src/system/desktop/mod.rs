//! What the desktop of the system is asked for: messages, files, the window of another start, and
//! what it can paint. On other systems than Windows most of it is not there or not needed.

#[cfg(windows)]
mod opengl;
#[cfg(not(windows))]
mod plain;
#[cfg(windows)]
mod program;
#[cfg(windows)]
mod window;

#[cfg(not(windows))]
pub use plain::{
    answer_probe, begin, bring_forward, hand_over_window, has_terminal, is_remote, mark_window,
    message, open_file, opengl, remember_file, room,
};
#[cfg(windows)]
pub use {
    opengl::{answer_probe, opengl},
    program::{
        begin, hand_over_window, has_terminal, is_remote, message, open_file, remember_file,
        remote_drive, room,
    },
    window::{bring_forward, mark_window},
};
