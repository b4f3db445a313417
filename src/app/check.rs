//! The thread that verifies a ledger while its figures are on the screen already.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::store::{Examination, Examined, Stop, StoreError};

/// Sooner than this nobody reads a percentage.
const SAID: Duration = Duration::from_millis(250);

/// What an examination led to; `None` when the program failed at it.
pub type Result = std::result::Result<Examined, Option<StoreError>>;

/// A verification under way; dropped, it ends.
pub struct Check {
    stop: Stop,
    thread: Option<JoinHandle<()>>,
}

impl Check {
    /// Starts it; `progress` is told the percentage now and then, `done` the result, but not
    /// when it was stopped.
    pub fn start(
        path: &Path,
        mut progress: impl FnMut(u32) + Send + 'static,
        done: impl FnOnce(Result) + Send + 'static,
    ) -> std::result::Result<Self, StoreError> {
        let mut examination = Examination::of(path)?;
        let stop = examination.stop();
        let mut said = Instant::now();
        let mut progress = move |percent| {
            if said.elapsed() >= SAID {
                said = Instant::now();
                progress(percent);
            }
        };
        let run = move || {
            let found = catch_unwind(AssertUnwindSafe(|| examination.run(&mut progress)));
            match found {
                Ok(Err(StoreError::Cancelled)) => {}
                Ok(found) => done(found.map_err(Some)),
                Err(_) => done(Err(None)),
            }
        };
        let thread = std::thread::Builder::new().name("verify".to_owned()).spawn(run);
        let io = |error: std::io::Error| StoreError::Io {
            path: path.to_owned(),
            reason: error.to_string(),
        };
        Ok(Self { stop, thread: Some(thread.map_err(io)?) })
    }
}

impl Drop for Check {
    fn drop(&mut self) {
        self.stop.stop();
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            debug_assert!(ended.is_ok(), "the thread catches its panics");
        }
    }
}
