//! The sample: the worked example of a programme, event by event, each on its own day.
//!
//! Facts of public sources and illustrations are kept apart by the source note of each event;
//! communes with invented figures are fictional and say so in their name.

mod applications;
mod grants;
mod indicators;
mod later;
mod parties;
mod payments;
mod progress;
mod script;
mod settings;

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use self::script::Script;
use super::{Failure, Stamp, Stop, book_one};
use crate::store::Ledger;

/// How far the sample goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Through {
    /// To 31.12.2020, the books of 2020 open: the figures of the worked example.
    #[default]
    Year2020,
    /// To 31.12.2022; but for the Stichtag and a note of the founding, the entries up to
    /// 31.12.2020 say the same.
    Year2022,
}

impl Through {
    /// The last day of the story, which the founding proposes as Stichtag.
    const fn last_day(self) -> &'static str {
        match self {
            Self::Year2020 => "2020-12-31",
            Self::Year2022 => "2022-12-31",
        }
    }
}

/// Writes the sample as a new ledger file.
///
/// # Errors
/// When the file exists already or cannot be written; nothing is left behind then.
pub fn write(path: &Path) -> Result<(), Failure> {
    write_through(path, Through::default())
}

/// The same, as far as asked for.
///
/// # Errors
/// As [`write`].
pub fn write_through(path: &Path, through: Through) -> Result<(), Failure> {
    Ledger::create(path, |ledger| fill(ledger, through))
}

/// The sample in memory, for tests and previews: booked once, and a copy of that each time.
///
/// # Errors
/// When memory runs out.
pub fn in_memory() -> Result<Ledger, Failure> {
    in_memory_through(Through::default())
}

/// The same, as far as asked for.
///
/// # Errors
/// As [`in_memory`].
pub fn in_memory_through(through: Through) -> Result<Ledger, Failure> {
    static BOOKED: Mutex<[Option<Ledger>; 2]> = Mutex::new([None, None]);
    let mut booked = BOOKED.lock().unwrap_or_else(PoisonError::into_inner);
    let booked = &mut booked[usize::from(through == Through::Year2022)];
    let ledger = if let Some(ledger) = booked {
        ledger
    } else {
        let mut ledger = Ledger::in_memory()?;
        fill(&mut ledger, through)?;
        booked.insert(ledger)
    };
    Ok(ledger.in_memory_copy()?)
}

fn fill(ledger: &mut Ledger, through: Through) -> Result<(), Failure> {
    let mut script = Script::default();
    parties::write(&mut script, through);
    grants::write(&mut script);
    payments::write(&mut script);
    progress::write(&mut script);
    indicators::write(&mut script);
    settings::for_parliament(&mut script);
    if through == Through::Year2022 {
        later::write(&mut script);
    }
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
