//! The program: a command when one is named, else the window.
// On Windows there is no console behind the window; `foerderbuch.com` is the twin that has one.
#![cfg_attr(all(windows, feature = "app"), windows_subsystem = "windows")]

use std::process::ExitCode;

use foerderbuch::cli::{self, Request, WindowArgs};
use foerderbuch::system;

fn main() -> ExitCode {
    system::keep_little_memory();
    system::begin();
    if let Some(answer) = system::answer_probe() {
        return answer;
    }
    match cli::run(std::env::args_os()) {
        Request::Done(code) => code,
        Request::Window(_) if system::hand_over_window() => ExitCode::SUCCESS,
        Request::Window(asked) => window(asked),
    }
}

#[cfg(feature = "app")]
fn window(asked: WindowArgs) -> ExitCode {
    use foerderbuch::app::{AppError, Asked, run};

    let WindowArgs { file, renderer, losses } = asked;
    match run(&Asked { file, renderer, losses }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(AppError::NoDisplay) => cli::no_window(None),
        Err(AppError::Window(reason)) => cli::no_window(Some(reason)),
    }
}

#[cfg(not(feature = "app"))]
fn window(_asked: WindowArgs) -> ExitCode {
    cli::no_window(None)
}
