//! The window of another start with the same ledger comes forward. Windows carry which ledger they
//! show as a property; it goes with the window, so that nothing is left behind by a program that
//! was ended.
#![expect(unsafe_code, reason = "Windows is asked through its C interface")]

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::Mutex;

use windows_sys::Win32::Foundation::{HWND, LPARAM};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    EnumWindows, GetPropW, IsIconic, RemovePropW, SW_RESTORE, SetForegroundWindow, SetPropW,
    ShowWindow,
};
use windows_sys::core::BOOL;

use super::program::wide;
use crate::system::login;

/// The property that the window has now.
static MARK: Mutex<Option<Vec<u16>>> = Mutex::new(None);

/// Name of the property of a ledger: the same for the same user and file, however it is written.
fn name(ledger: &Path) -> Vec<u16> {
    let whole = std::fs::canonicalize(ledger).unwrap_or_else(|_| ledger.to_owned());
    let mut hash = DefaultHasher::new();
    (login(), whole.to_string_lossy().to_lowercase()).hash(&mut hash);
    wide(format!("Foerderbuch-{:016x}", hash.finish()))
}

/// Says which ledger the own window shows; `window` is its handle.
pub fn mark_window(window: isize, ledger: Option<&Path>) {
    let window: HWND = std::ptr::with_exposed_provenance_mut(window.cast_unsigned());
    let Ok(mut mark) = MARK.lock() else { return };
    // SAFETY: a handle that is no window is refused; the names end with a zero.
    unsafe {
        if let Some(before) = mark.take() {
            RemovePropW(window, before.as_ptr());
        }
        if let Some(ledger) = ledger {
            let name = name(ledger);
            // Any value but zero says that the property is there.
            SetPropW(window, name.as_ptr(), std::ptr::without_provenance_mut(1));
            *mark = Some(name);
        }
    }
}

struct Search {
    name: Vec<u16>,
    found: HWND,
}

/// Is told each window of the desktop; ends the search with the first that has the property.
unsafe extern "system" fn look(window: HWND, search: LPARAM) -> BOOL {
    let search: *mut Search = std::ptr::with_exposed_provenance_mut(search.cast_unsigned());
    // SAFETY: `bring_forward` gives its own search, which lives until the last window was told.
    unsafe {
        if GetPropW(window, (*search).name.as_ptr()).is_null() {
            return 1;
        }
        (*search).found = window;
    }
    0
}

/// Shows the window in which this user has the ledger open already; false when there is none.
#[must_use]
pub fn bring_forward(ledger: &Path) -> bool {
    let mut search = Search { name: name(ledger), found: std::ptr::null_mut() };
    let place = (&raw mut search).expose_provenance().cast_signed();
    // SAFETY: `search` lives until the call returns; handles that are no windows are refused.
    unsafe {
        EnumWindows(Some(look), place);
        if search.found.is_null() {
            return false;
        }
        if IsIconic(search.found) != 0 {
            ShowWindow(search.found, SW_RESTORE);
        }
        SetForegroundWindow(search.found);
    }
    true
}
