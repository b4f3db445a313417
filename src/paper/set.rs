//! Several papers at once: they are read one after the other, since one thread has the ledger, and
//! put into bytes on all cores meanwhile.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::Builder;

use super::make::bytes;
use super::wanted::Form;
use crate::render::RenderError;
use crate::report::Report;
use crate::text::Text;

/// A paper and its bytes.
pub type Set = (Report, Result<Vec<u8>, RenderError>);

/// Puts papers into bytes while the next ones are made; what is told of each stands in its place,
/// for one that could not be made the reason. Once `stop` is true no further one is begun, and
/// those are left out.
pub fn set<E>(
    made: impl Iterator<Item = Result<Report, E>>,
    (words, form): (&Text, Form),
    stop: &AtomicBool,
) -> Vec<Result<Set, E>> {
    let (give, given) = channel();
    let given = Mutex::new(given);
    let work = || {
        let mut done = Vec::new();
        while let Some((at, paper)) = next(&given) {
            if !stop.load(Ordering::Relaxed) {
                let bytes = bytes(&paper, words, form);
                done.push((at, (paper, bytes)));
            }
        }
        done
    };
    let mut done = std::thread::scope(|scope| {
        // Where the system gives no thread this one does it all.
        let other = |_| Builder::new().name("papers".to_owned()).spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..at_once()).filter_map(other).collect();
        let mut done = Vec::new();
        for (at, made) in made.take_while(|_| !stop.load(Ordering::Relaxed)).enumerate() {
            match made {
                Ok(paper) => {
                    // The other end is there as long as this one.
                    give.send((at, paper)).ok();
                }
                Err(why) => done.push((at, Err(why))),
            }
        }
        drop(give);
        let mut set = work();
        for other in others {
            // A panic of one is a panic of all: whoever asked knows what to do then.
            set.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done.extend(set.into_iter().map(|(at, set)| (at, Ok(set))));
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, set)| set).collect()
}

/// The next paper that is made, and its place; none when all are taken.
fn next(given: &Mutex<Receiver<(usize, Report)>>) -> Option<(usize, Report)> {
    given.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// How many papers are put into bytes at once.
fn at_once() -> usize {
    std::thread::available_parallelism().map_or(1, NonZeroUsize::get).min(8)
}

/// How many papers of a batch are best set together: enough that each core has one while others
/// are read, few enough that a batch can be stopped soon.
#[must_use]
pub fn together() -> usize {
    4 * at_once()
}
