//! A recipient's bank files against what was paid to it: read by window and command line, compared
//! and printed in the same way.

use std::collections::BTreeSet;
use std::io::Read;

use crate::domain::comparison::{self, Comparison};
use crate::exchange::{BankFile, MOST_ENTRIES, Reason, Refused, Statement, read_bank_file};
use crate::report::Report;
use crate::report::comparison::{BankSide, comparison as paper};
use crate::store::view::StatementData;
use crate::text::Text;

/// Bank files that count as one.
#[derive(Clone, Debug)]
pub struct Bank {
    /// What the person calls the files.
    pub names: Vec<String>,
    /// All of them together.
    pub file: BankFile,
}

impl Bank {
    /// Reads files one by one, each with what the person calls it; `progress` is told which one it
    /// is and how many of its bytes are read, and stops the reading with `false`.
    ///
    /// # Errors
    /// When one of them cannot be read, or they hold more together than one file may hold: that
    /// ends the reading at once.
    pub fn read<R: Read>(
        files: Vec<(String, R)>,
        progress: &mut dyn FnMut(usize, u64) -> bool,
    ) -> Result<Self, Refused> {
        let (mut names, mut read) = (Vec::new(), Vec::new());
        let (mut entries, several) = (0, files.len() > 1);
        for (at, (name, file)) in files.into_iter().enumerate() {
            let mut found = read_bank_file(file, &name, &mut |done| progress(at, done))?;
            if several {
                found.name(&name);
            }
            entries += found.entries();
            if entries > MOST_ENTRIES {
                let reason = Reason::TooManyEntries(MOST_ENTRIES as u64);
                return Err(Refused::new(reason).in_file(&name));
            }
            names.push(name);
            read.push(found);
        }
        Ok(Self { names, file: BankFile::together(read)? })
    }

    /// Accounts of the statements, each once, in the order of the files.
    #[must_use]
    pub fn accounts(&self) -> Vec<String> {
        let mut known = BTreeSet::new();
        let all = self.file.statements.iter().map(Statement::account);
        all.filter(|account| !account.is_empty() && known.insert(*account))
            .map(str::to_owned)
            .collect()
    }

    /// True when lines can be missing in the files, or cannot be compared.
    #[must_use]
    pub fn has_gaps(&self) -> bool {
        self.file.notes.iter().any(|note| note.kind.leaves_gaps()) || self.file.has_undated()
    }

    /// What a paper says of the files, in the words of its reader.
    #[must_use]
    pub fn side(&self, words: &Text) -> BankSide {
        BankSide {
            files: self.names.clone(),
            accounts: self.accounts(),
            entries: self.file.entries(),
            left_out: self.file.left_out(),
            notes: self.file.notes.iter().map(|note| words.file_note(note)).collect(),
            has_gaps: self.has_gaps(),
        }
    }

    /// The comparison with what was paid to a recipient.
    #[must_use]
    pub fn compared(&self, data: &StatementData) -> Comparison {
        comparison::compare(&data.detail.movements(), &self.file.credits(), self.file.period())
    }

    /// The comparison as a paper, part of the confirmation of the balance.
    #[must_use]
    pub fn report(&self, data: &StatementData, words: &Text) -> Report {
        paper(data, &self.side(words), &self.compared(data))
    }
}
