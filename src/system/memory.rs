//! Memory that is free goes back to the system.
#![cfg_attr(
    all(target_os = "linux", target_env = "gnu"),
    expect(unsafe_code, reason = "only the C library can give its free memory back")
)]

/// Lets little free memory be kept from now on; call it first. By itself the C library keeps up to
/// 64 MB more for each thread once something large was freed, also of threads that have ended:
/// after the verification of a large ledger that was half of the memory of the window.
pub fn keep_little_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        use std::ffi::c_int;

        /// Numbers of the settings in `malloc.h`.
        const TRIM_THRESHOLD: c_int = -1;
        const MMAP_THRESHOLD: c_int = -3;
        unsafe extern "C" {
            fn mallopt(setting: c_int, value: c_int) -> c_int;
        }
        // SAFETY: both are numbers of bytes that it allows; what it refuses stays as it was.
        unsafe {
            mallopt(TRIM_THRESHOLD, 1 << 20);
            mallopt(MMAP_THRESHOLD, 4 << 20);
        }
    }
}

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
