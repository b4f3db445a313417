//! What this user saw last of a ledger: nothing is booked on an older state of it, and what is
//! booked here is seen.

use std::path::Path;

use super::{Problem, plain, tell};
use crate::store::seen::{self, Seen, Sight};
use crate::store::view::Head;
use crate::store::{Access, Ledger, query};
use crate::system;
use crate::text::hash::beginning;
use crate::text::{Lang, Text};

/// Refuses to book on a state before the one that was seen last, as the window does. One that was
/// restored since says so; samples may be copied and tried anywhere.
pub fn require(ledger: &Ledger, text: &Text) -> Result<(), Problem> {
    let (key, seen) = match sight(ledger)? {
        Sight::Good => return Ok(()),
        Sight::Restored(seen, entry) => {
            let number = |seq| text.entry_number(seq);
            let words = [("number", number(seen.seq)), ("entry", number(entry))];
            tell(&[text.format("seen-restored", &words)], text);
            return Ok(());
        }
        Sight::Elsewhere(_) | Sight::Apart(_) if query::programme(ledger)?.sample => return Ok(()),
        Sight::Apart(seen) => ("cli-seen-apart", seen),
        Sight::Elsewhere(seen) => ("cli-seen-elsewhere", seen),
        Sight::Lost(seen) => ("cli-seen-lost", seen),
    };
    Err(Problem::No(sentence(key, &seen, ledger, text)))
}

/// Refuses what passes for good later on, like a verified copy, of a file that lost what was seen.
pub fn require_not_lost(ledger: &Ledger, text: &Text) -> Result<(), Problem> {
    match sight(ledger)? {
        Sight::Lost(seen) => Err(Problem::No(sentence("cli-seen-lost", &seen, ledger, text))),
        Sight::Good | Sight::Restored(..) | Sight::Elsewhere(_) | Sight::Apart(_) => Ok(()),
    }
}

/// Says on standard error when figures come from a file that lost what was seen.
pub fn warn(ledger: &Ledger) -> Result<(), Problem> {
    if let Some(found) = sight(ledger)?.finding() {
        let text = Text::new(Lang::De);
        tell(&[text.finding(found.key(), found.seq(), &found.detail())], &text);
    }
    Ok(())
}

/// Remembers what was booked; what cannot be remembered is not missed before the next time.
pub fn remember(ledger: &Ledger) {
    seen::keep(ledger, &system::local_data_dir()).ok();
}

/// As [`remember`], for a file that was written as a whole.
pub fn remember_file(path: &Path) {
    if let Ok(ledger) = Ledger::open_unverified(path, Access::Read) {
        remember(&ledger);
    }
}

/// A sample that is made anew where one lay is no older state of it.
pub fn begin_anew(path: &Path) {
    if let Ok(ledger) = Ledger::open_unverified(path, Access::Read)
        && matches!(sight(&ledger), Ok(Sight::Lost(_)))
    {
        remember(&ledger);
    }
}

fn sight(ledger: &Ledger) -> Result<Sight, Problem> {
    Ok(seen::sight(ledger, &system::local_data_dir())?)
}

fn sentence(key: &str, seen: &Seen, ledger: &Ledger, text: &Text) -> String {
    let Head { seq, .. } = ledger.head();
    let words = [
        ("path", ledger.path().map_or_else(String::new, plain)),
        ("number", text.entry_number(seen.seq)),
        ("start", beginning(&seen.hash)),
        ("last", text.entry_number(seq)),
        ("other", plain(&seen.path)),
    ];
    text.format(key, &words)
}
