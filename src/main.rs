//! The program: a command when one is named, else the window.

use std::process::ExitCode;

use foerderbuch::cli::{self, Request};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Request::Done(code) => code,
        Request::Window(file) => window(file),
    }
}

#[cfg(feature = "app")]
fn window(file: Option<std::path::PathBuf>) -> ExitCode {
    use foerderbuch::app::AppError;

    match foerderbuch::app::run(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(AppError::NoDisplay) => cli::no_window(None),
        Err(AppError::Window(reason)) => cli::no_window(Some(reason)),
    }
}

#[cfg(not(feature = "app"))]
fn window(_file: Option<std::path::PathBuf>) -> ExitCode {
    cli::no_window(None)
}
