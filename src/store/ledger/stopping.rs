//! What a ledger reads can be ended, and what it keeps in memory given back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::InterruptHandle;

use super::Ledger;

/// Ends what a ledger reads at this moment, from another thread.
pub struct StopReading(InterruptHandle, Arc<AtomicBool>);

impl StopReading {
    /// The query under way ends with [`StoreError::Cancelled`], and so does each later one until
    /// [`Ledger::read_again`].
    pub fn stop(&self) {
        self.1.store(true, Ordering::Relaxed);
        self.0.interrupt();
    }
}

impl Ledger {
    /// What ends a query of this ledger.
    #[must_use]
    pub fn stop_reading(&self) -> StopReading {
        StopReading(self.conn.get_interrupt_handle(), Arc::clone(&self.stopped))
    }

    /// Gives back the pages that are kept in memory; what is read next is read from the file.
    pub fn give_back_memory(&self) {
        // Memory is comfort: what cannot be given back now is given back later.
        self.conn.execute_batch("PRAGMA shrink_memory").ok();
    }

    /// What was stopped is over: from here on is read again.
    pub fn read_again(&self) {
        self.stopped.store(false, Ordering::Relaxed);
    }
}
