//! Which OpenGL there is. It is asked for in a process of its own: drivers of virtual machines are
//! known to crash or to hang as soon as they are touched.
#![expect(unsafe_code, reason = "OpenGL is asked through its C interface")]

use std::ffi::CStr;
use std::io::Read as _;
use std::os::windows::process::CommandExt as _;
use std::process::{Command, ExitCode, Stdio};
use std::ptr::{null, null_mut};
use std::time::{Duration, Instant};

use windows_sys::Win32::Graphics::Gdi::GetDC;
use windows_sys::Win32::Graphics::OpenGL::{
    ChoosePixelFormat, GL_VERSION, PFD_DOUBLEBUFFER, PFD_DRAW_TO_WINDOW, PFD_SUPPORT_OPENGL,
    PFD_TYPE_RGBA, PIXELFORMATDESCRIPTOR, SetPixelFormat, glGetString, wglCreateContext,
    wglMakeCurrent,
};
use windows_sys::Win32::System::Diagnostics::Debug::{
    SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SetErrorMode,
};
use windows_sys::Win32::System::Threading::CREATE_NO_WINDOW;
use windows_sys::Win32::UI::WindowsAndMessaging::{CreateWindowExW, WS_POPUP};

use super::program::wide;
use crate::system::graphics::opengl_version;

/// Argument by which the program asks itself.
const PROBE: &str = "--probe-opengl";
/// A driver that has not answered by then would not paint in time either.
const PATIENCE: Duration = Duration::from_secs(5);

/// The version of OpenGL; `None` where there is none, or the question crashed or took too long.
#[must_use]
pub fn opengl() -> Option<(u32, u32)> {
    let program = std::env::current_exe().ok()?;
    let mut asked = Command::new(program)
        .arg(PROBE)
        .creation_flags(CREATE_NO_WINDOW)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let begun = Instant::now();
    let ended = loop {
        match asked.try_wait() {
            Ok(Some(ended)) => break ended,
            Ok(None) if begun.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(10));
            }
            _ => {
                asked.kill().ok();
                return None;
            }
        }
    };
    let mut words = String::new();
    asked.stdout.take()?.read_to_string(&mut words).ok()?;
    ended.success().then(|| opengl_version(&words)).flatten()
}

/// Answers the question of another start; `None` when this start is none.
#[must_use]
pub fn answer_probe() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != PROBE {
        return None;
    }
    // SAFETY: only flags are given; a crash of a driver is no message to the person.
    unsafe { SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX) };
    let Some(words) = version() else { return Some(ExitCode::FAILURE) };
    let written = std::io::Write::write_all(&mut std::io::stdout(), words.as_bytes());
    Some(if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The words of the driver, from a context on a window that is never shown. Nothing is given back:
/// the process ends at once.
fn version() -> Option<String> {
    let format = PIXELFORMATDESCRIPTOR {
        nSize: u16::try_from(size_of::<PIXELFORMATDESCRIPTOR>()).ok()?,
        nVersion: 1,
        dwFlags: PFD_DRAW_TO_WINDOW | PFD_SUPPORT_OPENGL | PFD_DOUBLEBUFFER,
        iPixelType: PFD_TYPE_RGBA,
        cColorBits: 32,
        ..PIXELFORMATDESCRIPTOR::default()
    };
    let class = wide("STATIC");
    // SAFETY: the class exists in every session; each handle is checked before it is used; the
    // driver's text ends with a zero and is copied at once.
    unsafe {
        let window = CreateWindowExW(
            0,
            class.as_ptr(),
            null(),
            WS_POPUP,
            0,
            0,
            16,
            16,
            null_mut(),
            null_mut(),
            null_mut(),
            null(),
        );
        let surface = if window.is_null() { null_mut() } else { GetDC(window) };
        if surface.is_null() {
            return None;
        }
        let number = ChoosePixelFormat(surface, &raw const format);
        if number == 0 || SetPixelFormat(surface, number, &raw const format) == 0 {
            return None;
        }
        let context = wglCreateContext(surface);
        if context.is_null() || wglMakeCurrent(surface, context) == 0 {
            return None;
        }
        let words = glGetString(GL_VERSION);
        if words.is_null() {
            return None;
        }
        Some(CStr::from_ptr(words.cast()).to_string_lossy().into_owned())
    }
}
