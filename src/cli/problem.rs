//! What keeps a command from its answer, as exit code and clear lines.

use crate::ops::Failure;
use crate::store::{Finding, StoreError};
use crate::text::Text;

/// Why a command gave no answer.
#[derive(Debug)]
pub enum Problem {
    /// The answer is no, with its sentence (exit code 1).
    No(String),
    /// The answer is no, with a line for each thing that is to be said (exit code 1).
    Lines(Vec<String>),
    /// Wrong use, with its sentence (exit code 2).
    Use(String),
    /// A file that is not what it should be, with its sentence (exit code 3).
    File(String),
    /// The file cannot be opened, read or written (exit code 3), or has findings (1).
    Store(StoreError),
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Store(error) => Self::Store(error),
            // Only drafts from a file have lines; commands without drafts refuse by code.
            Failure::Refused { refusal, .. } => Self::No(format!("[{}]", refusal.code())),
        }
    }
}

impl Problem {
    /// 1 the answer is no, 2 wrong use, 3 the file.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::No(_) | Self::Lines(_) | Self::Store(StoreError::Findings(_)) => 1,
            Self::Use(_) => 2,
            Self::File(_) | Self::Store(_) => 3,
        }
    }

    /// One line; for a ledger with findings one per finding and what to do.
    pub fn lines(&self, text: &Text) -> Vec<String> {
        match self {
            Self::No(sentence) | Self::Use(sentence) | Self::File(sentence) => {
                vec![sentence.clone()]
            }
            Self::Lines(lines) => lines.clone(),
            Self::Store(StoreError::Findings(findings)) => {
                finding_lines(findings, text).chain([text.get("cli-findings-advice")]).collect()
            }
            Self::Store(error) => {
                vec![text.file_error(error.key(), error.path(), &error.reason())]
            }
        }
    }
}

/// A line for each finding.
pub(super) fn finding_lines(findings: &[Finding], text: &Text) -> impl Iterator<Item = String> {
    findings.iter().map(|found| text.finding(found.key(), found.seq(), &found.detail()))
}
