//! Files and words that mean harm, or were harmed: refused, without crash, hang or endless memory.

mod ledgers;
mod readers;
mod schemas;
mod words;

#[path = "../../fuzz/targets.rs"]
mod targets;

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Longer than that nothing may think about a file.
const PATIENCE: Duration = Duration::from_mins(1);

/// What the work gives; panics when it hangs. (The time is for a slow machine that does much else;
/// what hangs here would never end.)
fn in_time<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, wait) = channel();
    let named = std::thread::Builder::new().name(what.to_owned());
    let thread = named.spawn(move || drop(done.send(work()))).unwrap();
    match wait.recv_timeout(PATIENCE) {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => panic!("{what} hangs"),
        Err(RecvTimeoutError::Disconnected) => {
            drop(thread.join());
            panic!("{what} panicked")
        }
    }
}
