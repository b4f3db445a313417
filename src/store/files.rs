//! Files that appear only as a whole: temporary name beside the target, sync, rename.

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use super::error::StoreError;

/// How the names of temporary files begin and end.
const PART: (&str, &str) = (".foerderbuch-", ".part");
const DAY: Duration = Duration::from_hours(24);

/// An empty temporary file in the folder of `path`; it vanishes when dropped.
pub fn part_beside(path: &Path) -> Result<NamedTempFile, StoreError> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(PART.0).suffix(PART.1);
    // A finished file follows the user's usual rights (umask), not those of a temporary one.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder).map_err(|error| match error.kind() {
        ErrorKind::NotFound => StoreError::NoFolder { path: folder.to_owned() },
        _ => io_error(&error, path),
    })
}

/// Makes a folder unless it is there; those around it have to be.
pub fn have_folder(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    std::fs::create_dir(folder).map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            let around = folder.parent().unwrap_or(folder);
            StoreError::NoFolder { path: around.to_owned() }
        }
        _ => io_error(&error, folder),
    })
}

/// Removes temporary files of this program that are older than a day: what was being written there
/// ended with its process.
pub fn sweep(folder: &Path) {
    let old = |file: &std::fs::DirEntry| {
        let changed = file.metadata().and_then(|found| found.modified()).ok();
        changed.and_then(|time| time.elapsed().ok()).is_some_and(|age| age > DAY)
    };
    let is_part = |file: &std::fs::DirEntry| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        name.starts_with(PART.0) && name.ends_with(PART.1)
    };
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files.filter(|file| is_part(file) && old(file)) {
        std::fs::remove_file(file.path()).ok();
    }
}

/// Gives the finished file its name; refuses when the name is taken.
pub fn publish_new(part: NamedTempFile, path: &Path) -> Result<(), StoreError> {
    part.as_file().sync_all().map_err(|error| io_error(&error, path))?;
    part.persist_noclobber(path).map(drop).map_err(|error| io_error(&error.error, path))?;
    sync_folder(path);
    Ok(())
}

/// Gives the finished file its name, in place of what was there.
pub fn publish(part: NamedTempFile, path: &Path) -> Result<(), StoreError> {
    part.as_file().sync_all().map_err(|error| io_error(&error, path))?;
    replace(part, path)?;
    sync_folder(path);
    Ok(())
}

/// So often, and so long after one another, it is tried to replace a file that is held: a virus
/// scanner lets go of it soon, a viewer does not.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(100);

fn replace(mut part: NamedTempFile, path: &Path) -> Result<(), StoreError> {
    for _ in 0..TRIES {
        match part.persist(path) {
            Ok(_) => return Ok(()),
            Err(failed) if is_held(&failed.error, path) => part = failed.file,
            Err(failed) => return Err(io_error(&failed.error, path)),
        }
        std::thread::sleep(PAUSE);
    }
    Err(StoreError::Held { path: path.to_owned() })
}

/// Windows replaces no file that is open elsewhere: it denies access (5), or says that it is shared
/// (32). Beside it was written already, so that the folder is not to blame.
fn is_held(error: &std::io::Error, path: &Path) -> bool {
    let replaceable = std::fs::metadata(path).is_ok_and(|found| !found.permissions().readonly());
    cfg!(windows) && replaceable && matches!(error.raw_os_error(), Some(5 | 32))
}

/// The name, too, is there after a power cut.
#[cfg(unix)]
fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent().and_then(|folder| std::fs::File::open(folder).ok()) {
        // Some drives cannot, and then see to it in their own time.
        folder.sync_all().ok();
    }
}

/// Windows syncs no folders: it writes names in an order of its own that survives.
#[cfg(not(unix))]
const fn sync_folder(_: &Path) {}

/// Writes a file as a whole or leaves it as it was.
///
/// # Errors
/// When folder or disk refuse.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let path = std::path::absolute(path).map_err(|error| io_error(&error, path))?;
    // A device or folder of that name would be replaced by the file.
    if std::fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
        return Err(StoreError::Exists { path });
    }
    let mut part = part_beside(&path)?;
    part.write_all(bytes).map_err(|error| io_error(&error, &path))?;
    publish(part, &path)
}

/// Writes a file as a whole where none is.
///
/// # Errors
/// When the name is taken, or folder or disk refuse.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let path = std::path::absolute(path).map_err(|error| io_error(&error, path))?;
    let mut part = part_beside(&path)?;
    part.write_all(bytes).map_err(|error| io_error(&error, &path))?;
    publish_new(part, &path)
}

/// What an error of the file system means to the person at the desk.
#[must_use]
pub fn io_error(error: &std::io::Error, path: &Path) -> StoreError {
    let path = path.to_owned();
    match error.kind() {
        ErrorKind::NotFound => StoreError::Missing { path },
        ErrorKind::AlreadyExists => StoreError::Exists { path },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly { path }
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::Full { path },
        _ => StoreError::Io { path, reason: error.to_string() },
    }
}

/// Refuses a path beside which an old journal of SQLite waits: it would be rolled into the new
/// file. An empty one waits for nothing.
pub fn no_hot_journal(path: &Path) -> Result<(), StoreError> {
    let journal = journal_of(path);
    match std::fs::metadata(&journal) {
        Ok(found) if found.len() > 0 => Err(StoreError::Exists { path: journal }),
        _ => Ok(()),
    }
}

/// True once the journal of a ledger is on the disk as it is, or there is none. (SQLite locks the
/// ledger, never its journal: closing it gives up no lock.)
#[must_use]
pub fn sync_journal(path: &Path) -> bool {
    match std::fs::OpenOptions::new().write(true).open(journal_of(path)) {
        Ok(journal) => journal.sync_all().is_ok(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// The journal of SQLite beside a file.
pub(super) fn journal_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name}-journal"))
}

/// What a link leads to; every other path as it is. What is written beside a ledger or in its place
/// is meant for the ledger, not for a link to it.
#[must_use]
pub fn behind_link(path: &Path) -> PathBuf {
    let linked = std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    let real = if linked { std::fs::canonicalize(path).ok() } else { None };
    real.unwrap_or_else(|| path.to_owned())
}

/// Which file it is that lies at a path, however it is named there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity(u64, u64);

/// The file at a path; opens nothing, for closing a file would give up the locks of SQLite.
///
/// # Errors
/// When there is none, or its drive cannot be reached.
pub fn identity(path: &Path) -> Result<Identity, StoreError> {
    let found = std::fs::metadata(path).map_err(|error| io_error(&error, path))?;
    Ok(number(&found))
}

#[cfg(unix)]
fn number(found: &std::fs::Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt as _;
    Identity(found.dev(), found.ino())
}

/// Windows keeps a file that is open from being replaced; the day of its making tells it apart
/// after its drive was away.
#[cfg(windows)]
fn number(found: &std::fs::Metadata) -> Identity {
    use std::os::windows::fs::MetadataExt as _;
    Identity(0, found.creation_time())
}
