//! Connections: header, pragmas, schema, and what SQLite's errors mean to people.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;
use std::sync::OnceLock;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::StoreError;

/// "FBUC": how a ledger is told from any other SQLite file.
pub const APPLICATION_ID: i32 = 0x4642_5543;
/// Version of tables and bodies; until version 1.0 older files are refused.
pub const FORMAT: i64 = 7;

/// "FBXT": how an extract for a recipient is told from a ledger.
pub const EXTRACT_ID: i32 = 0x4642_5854;
/// Version of the extract's tables.
pub const EXTRACT_FORMAT: i64 = 2;
const SCHEMA: &str = include_str!("../../sql/schema.sql");
/// SQLite takes paths of 512 bytes (`MAX_PATHNAME` of its `os_unix.c`); a file under a temporary
/// name and a journal beside it have longer names than the ledger.
const LONG: usize = 470;
const BUSY: Duration = Duration::from_secs(5);
/// Bytes of the largest row that is read: an issued paper has some millions. A row that says it is
/// larger would only fill the memory.
const LARGEST_ROW: i32 = 128 << 20;

/// What a connection may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read only; a hot journal is still rolled back.
    Read,
    /// Read and append.
    Write,
}

/// Opens a ledger file after looking at its header.
pub fn open(path: &Path, access: Access) -> Result<Connection, StoreError> {
    check_header(path, APPLICATION_ID, FORMAT)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|error| explain(&error, path))?;
    prepare(&conn, access).map_err(|error| explain(&error, path))?;
    Ok(conn)
}

/// Opens an extract, which nobody writes to once it is made.
pub fn open_extract(path: &Path) -> Result<Connection, StoreError> {
    check_header(path, EXTRACT_ID, EXTRACT_FORMAT)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|error| explain(&error, path))?;
    prepare(&conn, Access::Read).map_err(|error| explain(&error, path))?;
    Ok(conn)
}

/// Empty tables of a ledger in memory, to be filled with what an extract holds: without triggers,
/// which refuse a journal with gaps.
pub fn tables_in_memory() -> rusqlite::Result<Connection> {
    let conn = Connection::open_in_memory()?;
    conn.execute_batch(SCHEMA)?;
    let triggers: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for name in triggers {
        conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    prepare(&conn, Access::Write)?;
    Ok(conn)
}

/// The same ledger once more, in memory.
pub fn in_memory_copy(from: &Connection) -> rusqlite::Result<Connection> {
    let mut conn = Connection::open_in_memory()?;
    Backup::new(from, &mut conn)?.step(-1)?;
    prepare(&conn, Access::Write)?;
    Ok(conn)
}

/// Nothing is written through this connection from here on.
pub fn read_only(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update(None, "query_only", "ON")
}

/// Waits for other processes and may write pages early, or neither: a rehearsal keeps its pages in
/// memory until it takes them back.
pub fn patient(conn: &Connection, patient: bool) -> rusqlite::Result<()> {
    conn.busy_timeout(if patient { BUSY } else { Duration::ZERO })?;
    conn.pragma_update(None, "cache_spill", if patient { "ON" } else { "OFF" })
}

/// For a file that nobody sees yet: neither it nor a journal beside it need survive a crash, and it
/// is synced as a whole before it gets its name.
pub fn unseen(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update_and_check(None, "journal_mode", "MEMORY", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "OFF")
}

/// For who goes through the file once: pages that were read are not kept for long.
pub fn keeps_little(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update(None, "cache_size", "-4096")
}

/// Writes the tables of a new ledger into an empty database.
pub fn create(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", FORMAT)?;
    conn.execute_batch(&format!("BEGIN;{SCHEMA}COMMIT;"))?;
    prepare(conn, Access::Write)
}

/// Pragmas of every connection (reliability: TRUNCATE with FULL is durable on Windows too).
fn prepare(conn: &Connection, access: Access) -> rusqlite::Result<()> {
    conn.busy_timeout(BUSY)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, LARGEST_ROW)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // Otherwise a statement is planned anew for each value that is bound to it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    for (name, value) in [
        ("recursive_triggers", "ON"),
        ("foreign_keys", "ON"),
        ("cell_size_check", "ON"),
        ("temp_store", "MEMORY"),
        ("mmap_size", "0"),
        // KiB; what a screen reads again and again stays in memory, within what a desk may use.
        ("cache_size", "-32768"),
        ("synchronous", "EXTRA"),
    ] {
        conn.pragma_update(None, name, value)?;
    }
    conn.pragma_update_and_check(None, "journal_mode", "TRUNCATE", |_| Ok(()))?;
    if access == Access::Read {
        read_only(conn)?;
    }
    conn.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// `application_id` and `user_version` of a SQLite file; none of any other file.
pub fn header(path: &Path) -> Result<Option<(u32, i64)>, StoreError> {
    let io = |error: &std::io::Error| match error.kind() {
        ErrorKind::NotFound => StoreError::Missing { path: path.to_owned() },
        _ => StoreError::Io { path: path.to_owned(), reason: error.to_string() },
    };
    let mut header = Vec::with_capacity(100);
    File::open(path)
        .and_then(|file| file.take(100).read_to_end(&mut header))
        .map_err(|error| io(&error))?;
    let number = |at: usize| {
        let bytes: Option<[u8; 4]> = header.get(at..at + 4).and_then(|four| four.try_into().ok());
        bytes.map(u32::from_be_bytes)
    };
    let version = number(60).map_or(0, i64::from);
    // Ledgers have a rollback journal, never a write-ahead log, which opening would change.
    let is_database =
        header.starts_with(b"SQLite format 3\0") && header.get(18..20) == Some(&[1, 1]);
    Ok(number(68).filter(|_| is_database).map(|id| (id, version)))
}

fn check_header(path: &Path, own: i32, known: i64) -> Result<(), StoreError> {
    let found = match header(path)? {
        Some((id, version)) if id == own.unsigned_abs() => version,
        Some((id, _)) if id == EXTRACT_ID.unsigned_abs() => {
            return Err(StoreError::Extract { path: path.to_owned() });
        }
        _ => return Err(StoreError::NotALedger { path: path.to_owned() }),
    };
    match found.cmp(&known) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => {
            Err(StoreError::Newer { path: path.to_owned(), found, known })
        }
        std::cmp::Ordering::Less => Err(StoreError::Older { path: path.to_owned(), found, known }),
    }
}

/// Definitions of all tables, views, indexes and triggers, by name: table and SQL.
type Definitions = BTreeMap<String, (String, String)>;

fn definitions(conn: &Connection) -> rusqlite::Result<Definitions> {
    let mut statement =
        conn.prepare("SELECT name, tbl_name, coalesce(sql, '') FROM sqlite_schema")?;
    statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?.collect()
}

/// Definitions of an empty database with that schema.
fn fresh(schema: &str) -> rusqlite::Result<Definitions> {
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(schema)?;
    definitions(&fresh)
}

/// Definitions of a ledger of this program.
fn own() -> rusqlite::Result<&'static Definitions> {
    static OWN: OnceLock<Definitions> = OnceLock::new();
    if let Some(own) = OWN.get() {
        return Ok(own);
    }
    let own = fresh(SCHEMA)?;
    Ok(OWN.get_or_init(|| own))
}

/// True when a table or view of this program is another one in the file. Nothing is asked of it
/// then: a view of that name can compute without end.
pub fn has_foreign_tables(conn: &Connection) -> rusqlite::Result<bool> {
    let found = definitions(conn)?;
    let is_read = |sql: &str| sql.starts_with("CREATE TABLE") || sql.starts_with("CREATE VIEW");
    Ok(own()?.iter().any(|(name, own)| is_read(&own.1) && found.get(name) != Some(own)))
}

/// Names of the tables, indexes and triggers that differ from those of this program (I25).
pub fn foreign_definitions(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    Ok(differing(own()?, definitions(conn)?))
}

/// Names of what differs from the definitions of `schema`.
pub fn foreign_to(conn: &Connection, schema: &str) -> rusqlite::Result<Vec<String>> {
    Ok(differing(&fresh(schema)?, definitions(conn)?))
}

fn differing(own: &Definitions, mut found: Definitions) -> Vec<String> {
    let mut foreign: Vec<String> = own
        .iter()
        .filter(|(name, definition)| found.remove(*name).as_ref() != Some(*definition))
        .map(|(name, _)| name.clone())
        .collect();
    foreign.extend(found.into_keys());
    foreign
}

/// What an error of SQLite means to the person at the desk.
pub fn explain(error: &rusqlite::Error, path: &Path) -> StoreError {
    let path = path.to_owned();
    let code = match error {
        rusqlite::Error::SqliteFailure(failure, _) => Some(failure.code),
        _ => None,
    };
    match code {
        Some(ErrorCode::NotADatabase) => StoreError::NotALedger { path },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path },
        Some(ErrorCode::DiskFull) => StoreError::Full { path },
        Some(ErrorCode::OperationInterrupted) => StoreError::Cancelled,
        Some(ErrorCode::CannotOpen) if path.as_os_str().len() > LONG => {
            StoreError::TooLong { length: path.as_os_str().len(), path }
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            StoreError::ReadOnly { path }
        }
        Some(ErrorCode::SystemIoFailure) => StoreError::Io { path, reason: error.to_string() },
        _ => StoreError::Damaged { path, detail: error.to_string() },
    }
}
