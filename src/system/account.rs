//! The security identifier of the user who runs the process.
#![expect(unsafe_code, reason = "Windows tells the SID only through its C interface")]

use windows_sys::Win32::Foundation::{CloseHandle, HANDLE, LocalFree};
use windows_sys::Win32::Security::Authorization::ConvertSidToStringSidW;
use windows_sys::Win32::Security::{GetTokenInformation, TOKEN_QUERY, TOKEN_USER, TokenUser};
use windows_sys::Win32::System::Threading::{GetCurrentProcess, OpenProcessToken};

/// The SID as text, "S-1-5-21-…", or `None` when Windows does not tell.
pub fn id() -> Option<String> {
    let mut token: HANDLE = std::ptr::null_mut();
    // SAFETY: the pseudo handle of the own process needs no closing; `token` receives a handle
    // that is closed below.
    if unsafe { OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &raw mut token) } == 0 {
        return None;
    }
    // u64 aligns the buffer for the structure that begins it.
    let mut buffer = [0_u64; 32];
    let mut length = 0;
    // SAFETY: buffer and length describe each other; the call writes at most that many bytes.
    let told = unsafe {
        GetTokenInformation(
            token,
            TokenUser,
            buffer.as_mut_ptr().cast(),
            u32::try_from(size_of_val(&buffer)).unwrap_or_default(),
            &raw mut length,
        )
    };
    // SAFETY: the handle was opened above and is not used afterwards.
    unsafe { CloseHandle(token) };
    if told == 0 {
        return None;
    }
    // SAFETY: the call succeeded, so the buffer begins with a TOKEN_USER.
    let user = unsafe { &*buffer.as_ptr().cast::<TOKEN_USER>() };
    let mut text = std::ptr::null_mut();
    // SAFETY: the SID lies in the buffer; `text` receives a string to be freed below.
    if unsafe { ConvertSidToStringSidW(user.User.Sid, &raw mut text) } == 0 {
        return None;
    }
    // SAFETY: Windows ends the string with a zero; it is copied before it is freed.
    let sid = unsafe {
        let length = (0..256).take_while(|at| *text.add(*at) != 0).count();
        let sid = String::from_utf16(std::slice::from_raw_parts(text, length)).ok();
        LocalFree(text.cast());
        sid
    };
    sid
}
