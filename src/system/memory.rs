//! Memory that is free goes back to the system.
#![cfg_attr(
    all(target_os = "linux", target_env = "gnu"),
    expect(unsafe_code, reason = "only the C library can give its free memory back")
)]

/// Gives back what was freed and is kept for later: after a large ledger was read that is more than
/// all else together. Where the system takes it back by itself nothing happens.
pub fn give_back_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        unsafe extern "C" {
            fn malloc_trim(pad: usize) -> std::ffi::c_int;
        }
        // SAFETY: it may be called at any time from any thread, and touches free memory alone.
        unsafe { malloc_trim(0) };
    }
}
