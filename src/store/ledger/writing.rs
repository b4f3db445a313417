//! Writing to a ledger: one transaction that is committed or leaves everything as it was.

use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;

use super::super::append::Tx;
use super::super::error::StoreError;
use super::super::view::Head;
use super::super::{backup, connect, files, verify};
use super::{Ledger, Readable as _};

impl Ledger {
    /// Runs `work` in one write transaction and commits it, or leaves everything as it was.
    ///
    /// # Errors
    /// Whatever `work` refuses, [`StoreError::Findings`] for a ledger that is not good,
    /// [`StoreError::Unverified`], [`StoreError::ReadOnly`], [`StoreError::Busy`] after five
    /// seconds, errors of the disk.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let file = self.require_writable()?;
        let explain = |error: rusqlite::Error| connect::explain(&error, &file);
        let transaction =
            rusqlite::Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)
                .map_err(explain)?;
        let (head, mut findings) = verify::tail(&transaction, self.head).map_err(explain)?;
        findings.extend(verify::laid_ready(&transaction).map_err(explain)?);
        if !findings.is_empty() {
            self.findings = findings;
            return Err(StoreError::Findings(self.findings.clone()).into());
        }
        let mut tx = Tx::new(&transaction, head, file.clone());
        let done = work(&mut tx)?;
        let head = tx.head();
        if let Err(error) = transaction.commit() {
            self.after_failed_commit(head, &error)?;
        }
        self.head = head;
        Ok(done)
    }

    /// The file, or why nothing may be written to it.
    fn require_writable(&self) -> Result<PathBuf, StoreError> {
        self.require_whole()?;
        self.require_good()?;
        let path = self.file();
        backup::require_none(&path)?;
        if !self.verified {
            return Err(StoreError::Unverified { path });
        }
        if !self.is_writable() {
            return Err(StoreError::ReadOnly { path });
        }
        Ok(path)
    }

    /// After a commit that the disk answered with an error the file says what is true: a commit can
    /// fail at its very last step, when everything is stored already.
    fn after_failed_commit(
        &mut self,
        head: Head,
        error: &rusqlite::Error,
    ) -> Result<(), StoreError> {
        let path = self.file();
        // What was appended by this connection itself is taken in again by the next look.
        self.data_version = -1;
        match verify::anchor(&self.conn, head) {
            Ok(Some(_)) => Err(connect::explain(error, &path)),
            // A journal that is empty for certain is not rolled back after a power cut.
            Ok(None) if files::sync_journal(&path) => Ok(()),
            _ => Err(StoreError::Unsure { path, reason: error.to_string() }),
        }
    }

    /// Runs `work` as [`Ledger::write`] would and takes everything back: nothing is written to the
    /// file, no other process notices. Waits for nobody.
    ///
    /// # Errors
    /// As [`Ledger::write`]; [`StoreError::Busy`] at once while another process writes.
    pub fn rehearse<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let file = self.require_writable()?;
        let explain = |error: rusqlite::Error| connect::explain(&error, &file);
        connect::patient(&self.conn, false).map_err(explain)?;
        let done = self.rehearsed(&file, work);
        connect::patient(&self.conn, true).map_err(explain)?;
        done
    }

    fn rehearsed<T, E: From<StoreError>>(
        &self,
        file: &Path,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let explain = |error: rusqlite::Error| connect::explain(&error, file);
        let transaction =
            rusqlite::Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)
                .map_err(explain)?;
        let (head, findings) = verify::tail(&transaction, self.head).map_err(explain)?;
        if !findings.is_empty() {
            return Err(StoreError::Findings(findings).into());
        }
        let done = work(&mut Tx::new(&transaction, head, file.to_owned()));
        transaction.rollback().map_err(explain)?;
        done
    }
}
