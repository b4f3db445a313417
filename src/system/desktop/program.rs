//! The program as Windows sees it: libraries, console, messages, files of other programs.
#![expect(unsafe_code, reason = "Windows is asked through its C interface")]

use std::ffi::OsStr;
use std::io;
use std::os::windows::ffi::OsStrExt as _;
use std::path::{Component, Path, Prefix};
use std::process::Command;
use std::ptr::null;

use windows_sys::Win32::Foundation::INVALID_HANDLE_VALUE;
use windows_sys::Win32::Storage::FileSystem::GetDriveTypeW;
use windows_sys::Win32::System::Console::{
    ATTACH_PARENT_PROCESS, AttachConsole, GetStdHandle, STD_ERROR_HANDLE, STD_OUTPUT_HANDLE,
};
use windows_sys::Win32::System::LibraryLoader::{
    LOAD_LIBRARY_SEARCH_SYSTEM32, SetDefaultDllDirectories,
};
use windows_sys::Win32::UI::HiDpi::GetDpiForSystem;
use windows_sys::Win32::UI::Shell::{SHARD_PATHW, SHAddToRecentDocs, ShellExecuteW};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    GetSystemMetrics, MB_ICONERROR, MB_OK, MB_SETFOREGROUND, MessageBoxW, SM_CXMAXIMIZED,
    SM_CYCAPTION, SM_CYMAXIMIZED, SM_REMOTESESSION, SW_SHOWNORMAL,
};

/// Text as Windows takes it: UTF-16, ended by a zero.
pub(super) fn wide(text: impl AsRef<OsStr>) -> Vec<u16> {
    text.as_ref().encode_wide().chain([0]).collect()
}

/// Must be called before anything else: libraries that are loaded later come from the system's
/// own folder alone, never from where the program or a ledger lies; and what a command says goes to
/// the console from which the program was started.
pub fn begin() {
    // SAFETY: only flags and numbers are given; what cannot be done changes nothing.
    unsafe {
        SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32);
        if !is_open(STD_OUTPUT_HANDLE) && !is_open(STD_ERROR_HANDLE) {
            AttachConsole(ATTACH_PARENT_PROCESS);
        }
    }
}

fn is_open(stream: u32) -> bool {
    // SAFETY: only a number is given; the handle belongs to the process and is not closed.
    let handle = unsafe { GetStdHandle(stream) };
    !handle.is_null() && handle != INVALID_HANDLE_VALUE
}

/// True when somebody can read what is written to standard error.
#[must_use]
pub fn has_terminal() -> bool {
    is_open(STD_ERROR_HANDLE)
}

/// The console twin (`foerderbuch.com`) gives the window to the program beside it, so that the
/// console is free at once; false when this is not the twin, or there is no program beside it.
#[must_use]
pub fn hand_over_window() -> bool {
    let Ok(own) = std::env::current_exe() else { return false };
    let is_twin = own.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("com"));
    let program = own.with_extension("exe");
    let arguments = std::env::args_os().skip(1);
    is_twin && program.is_file() && Command::new(program).args(arguments).spawn().is_ok()
}

/// Width and height in points that a window may have inside, so that it hides nothing below the
/// task bar of the first screen.
#[must_use]
pub fn room() -> Option<(u16, u16)> {
    // SAFETY: only numbers are asked for; what cannot be told is 0.
    let (dpi, wide, high, caption) = unsafe {
        let of = |what| GetSystemMetrics(what);
        (GetDpiForSystem(), of(SM_CXMAXIMIZED), of(SM_CYMAXIMIZED), of(SM_CYCAPTION))
    };
    let points = |pixels: i32| {
        let points = i64::from(pixels.max(0)) * 96 / i64::from(dpi.max(1));
        u16::try_from(points).ok().filter(|points| *points > 0)
    };
    Some((points(wide)?, points(high - caption)?))
}

/// True when the session is shown on another computer.
#[must_use]
pub fn is_remote() -> bool {
    // SAFETY: only a number is given.
    unsafe { GetSystemMetrics(SM_REMOTESESSION) != 0 }
}

/// Tells something while there is no window; returns when it was read.
pub fn message(title: &str, words: &str) {
    let (title, words) = (wide(title), wide(words));
    let style = MB_OK | MB_ICONERROR | MB_SETFOREGROUND;
    // SAFETY: both texts end with a zero and live until the box is closed.
    unsafe { MessageBoxW(std::ptr::null_mut(), words.as_ptr(), title.as_ptr(), style) };
}

/// Opens a file with the program that the system has for it.
///
/// # Errors
/// When the system has no program for it, or refuses.
pub fn open_file(path: &Path) -> io::Result<()> {
    let (verb, file) = (wide("open"), wide(path));
    // SAFETY: the texts end with a zero and live until the call returns.
    let answer = unsafe {
        ShellExecuteW(
            std::ptr::null_mut(),
            verb.as_ptr(),
            file.as_ptr(),
            null(),
            null(),
            SW_SHOWNORMAL,
        )
    };
    // The answer is a number in the shape of a handle; above 32 it went well.
    if answer.addr() > 32 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// The letter of the drive on which a file lies, if that drive is on the network.
#[must_use]
pub fn remote_drive(path: &Path) -> Vec<char> {
    // DRIVE_REMOTE of GetDriveType.
    const REMOTE: u32 = 4;
    let Some(Component::Prefix(prefix)) = path.components().next() else { return Vec::new() };
    let (Prefix::Disk(letter) | Prefix::VerbatimDisk(letter)) = prefix.kind() else {
        return Vec::new();
    };
    let letter = char::from(letter).to_ascii_uppercase();
    let root = wide(format!("{letter}:\\"));
    // SAFETY: the text ends with a zero and lives until the call returns.
    let kind = unsafe { GetDriveTypeW(root.as_ptr()) };
    if kind == REMOTE { vec![letter] } else { Vec::new() }
}

/// Puts a ledger into the lists of recent files of Windows: start menu and task bar.
pub fn remember_file(path: &Path) {
    let path = wide(path);
    // SAFETY: the text ends with a zero and lives until the call returns.
    unsafe { SHAddToRecentDocs(SHARD_PATHW.cast_unsigned(), path.as_ptr().cast()) };
}
