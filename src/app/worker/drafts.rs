//! Drafts in the user's local folder: one file per ledger and person, always replaced as a whole.
//!
//! Another window of the same person may write the same file: each change is made to what lies
//! there, and says only which draft it puts or drops.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::{PersonNo, Uid};
use crate::store::{Ledger, StoreError, files, query};
use crate::ui::desk::{KeptStep, StepKey};
use crate::ui::dialog::KeptForm;

/// Version of the file; another one is set aside.
const VERSION: u32 = 1;
/// So many steps of the work list are kept for a person; the oldest give way.
const MOST_STEPS: usize = 1000;

/// A change of a file of drafts.
#[derive(Debug)]
pub enum Change {
    /// Put a draft in place of the one with its uid.
    Put(Box<KeptForm>),
    /// Drop the draft with that uid.
    Drop(Uid),
    /// Put what is typed for steps of the work list, or drop it.
    Steps(Vec<(StepKey, Option<KeptStep>)>),
}

/// What was found in the folder.
#[derive(Debug, Default)]
pub struct Found {
    /// Drafts that can be gone on with, the oldest first.
    pub forms: Vec<KeptForm>,
    /// What is typed for steps of the work list.
    pub steps: Vec<KeptStep>,
    /// Files that could not be read and were set aside.
    pub set_aside: usize,
    /// Drafts that were booked meanwhile and are dropped.
    pub booked: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    forms: Vec<KeptForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    steps: Vec<KeptStep>,
}

impl Default for Stored {
    fn default() -> Self {
        Self { version: VERSION, forms: Vec::new(), steps: Vec::new() }
    }
}

/// The file of the drafts of a person of a ledger, told by the hash of its founding; of what
/// belongs to no ledger yet without one.
pub fn file(folder: &Path, ledger: Option<&[u8; 32]>, person: Option<PersonNo>) -> PathBuf {
    let person = person.map_or_else(|| "0".to_owned(), |person| person.0.to_string());
    folder.join([&prefix(ledger), person.as_str(), ".json"].concat())
}

fn prefix(ledger: Option<&[u8; 32]>) -> String {
    let Some(hash) = ledger else { return "new-".to_owned() };
    let digits = hash[..16].iter().map(|byte| format!("{byte:02x}"));
    [digits.collect::<String>().as_str(), "-"].concat()
}

/// Reads the drafts of a ledger and those of no ledger.
pub fn read(folder: &Path, ledger: Option<&[u8; 32]>, open: Option<&Ledger>) -> Found {
    let mut found = Found::default();
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let mut own = vec![prefix(None)];
    own.extend(ledger.map(|hash| prefix(Some(hash))));
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let json = path.extension().is_some_and(|extension| extension == "json");
        if json && own.iter().any(|prefix| name.starts_with(prefix)) {
            take(&path, open, &mut found);
        }
    }
    found.forms.sort_by_key(KeptForm::saved_at);
    found
}

/// Takes in a file; what cannot be read is set aside, what was booked is dropped.
fn take(path: &Path, open: Option<&Ledger>, found: &mut Found) {
    let Ok(Stored { version, forms, steps }) = stored(path) else {
        found.set_aside += usize::from(set_aside(path));
        return;
    };
    let (good, odd): (Vec<_>, Vec<_>) = forms.into_iter().partition(KeptForm::is_readable);
    if !odd.is_empty() && set_aside(path) {
        found.set_aside += 1;
        // What can be read stays under the name; the file set aside has all of it.
        write_stored(path, &Stored { version, forms: good.clone(), steps: steps.clone() }).ok();
    }
    found.steps.extend(steps);
    for form in good {
        let uid = form.uid().unwrap_or_default();
        let booked = open.and_then(|ledger| query::seq_of_uid(ledger, &uid).ok().flatten());
        if booked.is_some() {
            found.booked += 1;
            change(path, Change::Drop(uid)).ok();
        } else {
            found.forms.push(form);
        }
    }
}

fn stored(path: &Path) -> Result<Stored, StoreError> {
    let content = std::fs::read(path).map_err(|error| files::io_error(&error, path))?;
    let odd = |detail: String| StoreError::Damaged { path: path.to_owned(), detail };
    let stored: Stored =
        serde_json::from_slice(&content).map_err(|error| odd(error.to_string()))?;
    if stored.version == VERSION {
        Ok(stored)
    } else {
        Err(odd(format!("version {}", stored.version)))
    }
}

/// Gives the file another name beside, so that nothing is lost; false when that fails.
fn set_aside(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    (1..1000)
        .map(|number| path.with_file_name(format!("{name}.unreadable-{number}")))
        .find(|aside| !aside.exists())
        .is_some_and(|aside| std::fs::rename(path, aside).is_ok())
}

/// Makes a change to what lies there; returns when the draft was kept.
///
/// # Errors
/// When folder or disk refuse; the file is then as it was.
pub fn change(path: &Path, change: Change) -> Result<i64, StoreError> {
    let mut stored = match stored(path) {
        Ok(stored) => stored,
        Err(StoreError::Missing { .. }) => Stored::default(),
        // What another version wrote is not written over.
        Err(StoreError::Damaged { .. }) => {
            set_aside(path);
            Stored::default()
        }
        Err(error) => return Err(error),
    };
    let mut at = 0;
    match change {
        Change::Put(form) => {
            stored.forms.retain(|other| other.uid() != form.uid());
            at = form.saved_at();
            stored.forms.push(*form);
        }
        Change::Drop(uid) => stored.forms.retain(|form| form.uid() != Some(uid)),
        Change::Steps(steps) => put_steps(&mut stored.steps, steps),
    }
    write_stored(path, &stored).map(|()| at)
}

fn put_steps(stored: &mut Vec<KeptStep>, steps: Vec<(StepKey, Option<KeptStep>)>) {
    let changed: BTreeSet<StepKey> = steps.iter().map(|(key, _)| *key).collect();
    stored.retain(|step| !changed.contains(&step.key()));
    stored.extend(steps.into_iter().filter_map(|(_, step)| step));
    let many = stored.len().saturating_sub(MOST_STEPS);
    stored.drain(..many);
}

fn write_stored(path: &Path, stored: &Stored) -> Result<(), StoreError> {
    if stored.forms.is_empty() && stored.steps.is_empty() {
        return match std::fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(files::io_error(&error, path))
            }
            _ => Ok(()),
        };
    }
    let content = serde_json::to_vec_pretty(stored).unwrap_or_default();
    write(path, &content)
}

/// Writes a file of the user's local folder as a whole; makes the folder where it is missing.
///
/// # Errors
/// When folder or disk refuse.
pub fn write(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| files::io_error(&error, folder))?;
    }
    files::write_whole(path, content)
}
