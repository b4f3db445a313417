//! The sample: the worked example of a programme, event by event, each on its own day.
//!
//! Facts of public sources and illustrations are kept apart by the source note of each event;
//! communes with invented figures are fictional and say so in their name.

mod applications;
mod grants;
mod indicators;
mod parties;
mod payments;
mod progress;
mod script;
mod settings;

use std::path::Path;

use self::script::Script;
use super::{Failure, Stamp, Stop, book_one};
use crate::store::Ledger;

/// Writes the sample as a new ledger file.
///
/// # Errors
/// When the file exists already or cannot be written; nothing is left behind then.
pub fn write(path: &Path) -> Result<(), Failure> {
    Ledger::create(path, fill)
}

/// The sample in memory, for tests and a first look.
///
/// # Errors
/// When memory runs out.
pub fn in_memory() -> Result<Ledger, Failure> {
    let mut ledger = Ledger::in_memory()?;
    fill(&mut ledger)?;
    Ok(ledger)
}

fn fill(ledger: &mut Ledger) -> Result<(), Failure> {
    let mut script = Script::default();
    parties::write(&mut script);
    grants::write(&mut script);
    payments::write(&mut script);
    progress::write(&mut script);
    indicators::write(&mut script);
    let steps = script.in_order();
    ledger.write(|tx| {
        for (index, step) in steps.iter().enumerate() {
            let stamp = Stamp {
                now: step.recorded_at,
                login: format!("muster-{:02}", step.draft.actor.0),
                salt: Some(step.salt),
            };
            book_one(tx, &step.draft, &stamp).map_err(|stop| match stop {
                Stop::Refused(refusal) => Failure::Refused { index, refusal: Box::new(refusal) },
                Stop::Store(error) => Failure::Store(error),
            })?;
        }
        Ok(())
    })
}
