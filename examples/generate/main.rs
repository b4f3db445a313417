//! Writes a ledger of any size, to measure with: a programme of ten years with votes, notices,
//! draws, payments, proofs and claims, each booked under the same rules as at the desk.
//!
//! `cargo run --release --no-default-features --example generate -- --bookings 1000000 --seed 7
//! FILE`. The same number and seed give the same entries, byte for byte.
#![expect(clippy::print_stderr, reason = "says how far it is")]

mod case;
mod chance;
mod programme;
mod year_end;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;

/// What to write where.
#[derive(Debug, Parser)]
struct Arguments {
    /// Number of journal entries
    #[arg(long, default_value_t = 10_000)]
    bookings: usize,
    /// Entries of another seed are others
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// The new ledger
    file: PathBuf,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let began = Instant::now();
    let mut said = 0;
    let mut progress = |booked: usize| {
        let percent = booked * 100 / arguments.bookings.max(1);
        if percent > said {
            said = percent;
            eprintln!("{percent} % after {:.0} s", began.elapsed().as_secs_f64());
        }
    };
    let written =
        programme::write(&arguments.file, arguments.bookings, arguments.seed, &mut progress);
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure:?}");
            ExitCode::FAILURE
        }
    }
}
