//! Backups (*Sicherungen*): verified copies in a folder of their own, how their names tell them
//! apart, and which of them are kept.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike as _, NaiveDateTime, Utc};

use super::connect::{self, Access};
use super::error::{Finding, StoreError};
use super::files;
use super::ledger::{Ledger, Saved};
use super::query;
use super::view::Head;
use crate::domain::Seq;
use crate::domain::date::berlin_day;

/// Characters of the programme's name that a file's name keeps: paths have limits.
const NAME: usize = 60;
/// Time of the last entry in a name.
const TIME: &str = "%Y-%m-%dT%H%M%SZ";
/// Bytes of the head that a name shows: with the number an anchor, short enough for a path.
const START: usize = 6;
const ENDING: &str = ".foerderbuch";

/// So many of the newest backups are kept.
pub const NEWEST: usize = 10;
/// The last backup of so many days, and of so many months; that of a year is kept for ever.
pub const DAYS: usize = 30;
/// As [`DAYS`].
pub const MONTHS: usize = 12;

/// A backup, as its name and its file tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// Number of its last entry.
    pub seq: Seq,
    /// When that entry was recorded: microseconds since 1970 UTC, whole seconds.
    pub recorded_at: i64,
    /// The first bytes of its head.
    pub start: [u8; START],
    /// When it was verified last: microseconds since 1970 UTC.
    pub verified_at: i64,
    /// False when the file is no ledger of this programme, or ends with another entry.
    pub good: bool,
}

impl Backup {
    /// True when its name says that it ends with that entry.
    #[must_use]
    pub fn is_of(&self, head: Head) -> bool {
        self.seq == head.seq && head.hash.starts_with(&self.start)
    }
}

/// What a backup came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    /// The copy.
    pub path: PathBuf,
    /// Its last entry.
    pub head: Head,
    /// How many older backups were removed.
    pub removed: usize,
    /// Where the file lies now that had the name of the copy and was not good.
    pub aside: Option<PathBuf>,
}

/// The folder of a ledger's backups: beside it, named after it.
#[must_use]
pub fn folder_of(ledger: &Path) -> PathBuf {
    let ledger = files::behind_link(ledger);
    let stem = ledger.file_stem().unwrap_or_default().to_string_lossy();
    ledger.with_file_name(format!("{stem}-Sicherungen"))
}

/// "Digitalisierung-der-Kommunen-2020-12-31T101500Z-276-ebdbe034d555.foerderbuch": programme, time,
/// number and beginning of the hash of the last entry; signs that a system forbids become hyphens.
#[must_use]
pub fn name(programme: &str, head: Head) -> String {
    let recorded = DateTime::<Utc>::from_timestamp_micros(head.recorded_at).unwrap_or_default();
    let (time, start) = (recorded.format(TIME), hex::encode(&head.hash[..START]));
    format!("{}-{time}-{}-{start}{ENDING}", short(programme), head.seq)
}

/// A programme's name as file names have it.
fn short(programme: &str) -> String {
    let mut short = String::new();
    for sign in programme.chars().take(NAME) {
        if sign.is_alphanumeric() {
            short.push(sign);
        } else if !short.is_empty() && !short.ends_with('-') {
            short.push('-');
        }
    }
    short.trim_end_matches('-').to_owned()
}

/// Reads a name that [`name`] gave, and the programme in it.
fn read_name(path: &Path) -> Option<(Backup, &str)> {
    let stem = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
    let (rest, start) = stem.rsplit_once('-')?;
    let (rest, seq) = rest.rsplit_once('-')?;
    let at = rest.len().checked_sub("2020-12-31T101500Z".len())?;
    let recorded = NaiveDateTime::parse_from_str(rest.get(at..)?, TIME).ok()?;
    let recorded_at = recorded.and_utc().timestamp_micros();
    let start = hex::decode(start).ok()?.try_into().ok()?;
    let seq = seq.parse().ok()?;
    let programme = rest.get(..at)?.strip_suffix('-').unwrap_or_default();
    let path = path.to_owned();
    Some((Backup { path, seq, recorded_at, start, verified_at: 0, good: false }, programme))
}

/// The programme in the name of a backup, whatever the file is; none for every other file.
#[must_use]
pub fn programme_of(path: &Path) -> Option<String> {
    let of = |path: &Path| read_name(path).map(|(_, programme)| programme.to_owned());
    // A link is what it leads to.
    of(path).or_else(|| of(&std::fs::canonicalize(path).ok()?))
}

/// Refuses a file with the name of a backup: nothing is booked in it, so that it stays what its
/// name says.
///
/// # Errors
/// [`StoreError::Backup`].
pub fn require_none(path: &Path) -> Result<(), StoreError> {
    match programme_of(path) {
        None => Ok(()),
        Some(_) => Err(StoreError::Backup { path: path.to_owned() }),
    }
}

/// The backups of a ledger in a folder, the newest first; none where there is no such folder. Which
/// is the newest is said by the names: one that cannot be read any more must not be passed over.
///
/// # Errors
/// When the ledger cannot be read.
pub fn listed(ledger: &Ledger, folder: &Path) -> Result<Vec<Backup>, StoreError> {
    let founding = query::head_at(ledger, 1)?.hash;
    let programme = short(&query::programme(ledger)?.name);
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<Backup> = files
        .filter_map(|file| {
            let found = file.metadata().ok().filter(std::fs::Metadata::is_file)?;
            let verified_at = micros(found.modified().ok()?);
            let path = file.path();
            let (named, of) = read_name(&path)?;
            let good = is_own(&named, &founding);
            // Who cannot ask the file asks its name.
            let meant =
                good || is_meant(&named, ledger) || (is_later(&named, ledger) && of == programme);
            meant.then_some(Backup { verified_at, good, ..named })
        })
        .collect();
    all.sort_by_key(|backup| std::cmp::Reverse((backup.recorded_at, backup.seq)));
    Ok(all)
}

/// True when the ledger has the entry that a backup's name says.
fn is_meant(backup: &Backup, ledger: &Ledger) -> bool {
    query::head_at(ledger, backup.seq).is_ok_and(|head| backup.is_of(head))
}

/// True when a backup ends, as its name says, with an entry that the ledger does not have yet.
fn is_later(backup: &Backup, ledger: &Ledger) -> bool {
    backup.seq > ledger.head().seq
}

fn micros(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

/// True when the file is a ledger of that founding and ends as its name says.
fn is_own(backup: &Backup, founding: &[u8; 32]) -> bool {
    let Ok(conn) = connect::open(&backup.path, Access::Read) else { return false };
    if connect::has_foreign_tables(&conn).unwrap_or(true) {
        return false;
    }
    let first: Result<[u8; 32], _> =
        conn.query_row("SELECT hash FROM event WHERE seq = 1", [], |row| row.get(0));
    let last = super::examine::last_entry(&conn, &backup.path);
    first.is_ok_and(|first| first == *founding) && last.is_ok_and(|last| backup.is_of(last))
}

/// Which backups are kept, by the days of their last entries, the newest first: the newest, the
/// last of each day, month and year.
fn kept(recorded: &[i64]) -> Vec<bool> {
    let (mut days, mut months, mut years) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let keeps = |(place, at): (usize, &i64)| {
        let day = berlin_day(*at);
        let of_day = days.insert(day) && days.len() <= DAYS;
        let of_month = months.insert((day.year(), day.month())) && months.len() <= MONTHS;
        let of_year = years.insert(day.year());
        place < NEWEST || of_day || of_month || of_year
    };
    recorded.iter().enumerate().map(keeps).collect()
}

/// Writes a verified copy into a folder, which is made where there is none, and removes backups of
/// this ledger that are not kept any more; no other file is touched.
///
/// `keep_going` is told the percentage and cancels with `false`.
///
/// # Errors
/// When the copy cannot be written or is not good; nothing is removed then.
pub fn back_up(
    ledger: &Ledger,
    folder: &Path,
    keep_going: &mut dyn FnMut(u32) -> bool,
) -> Result<BackedUp, StoreError> {
    ledger.require_whole()?;
    std::fs::create_dir_all(folder).map_err(|error| files::io_error(&error, folder))?;
    files::sweep(folder);
    let programme = query::programme(ledger)?.name;
    let Saved { path, head, aside } =
        ledger.save_backup(folder, |head| name(&programme, head), keep_going)?;
    // A copy that was there already was verified again just now.
    let file = std::fs::File::options().append(true).open(&path);
    file.and_then(|file| file.set_modified(SystemTime::now())).ok();
    let mut all = listed(ledger, folder)?;
    all.retain(|backup| backup.good);
    let recorded: Vec<i64> = all.iter().map(|backup| backup.recorded_at).collect();
    let dropped = all.iter().zip(kept(&recorded)).filter(|(backup, keep)| {
        // What was written just now stays, wherever its time puts it.
        !keep && backup.path != path
    });
    let removed = dropped.filter(|(backup, _)| std::fs::remove_file(&backup.path).is_ok()).count();
    Ok(BackedUp { path, head, removed, aside })
}

/// What a restore drill found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drill {
    /// The backup.
    pub path: PathBuf,
    /// Number of its last entry.
    pub seq: Seq,
    /// What is not as it should be; empty when the backup can be relied upon.
    pub findings: Vec<Finding>,
}

/// Restores the newest backup of a ledger into a temporary place beside it, verifies that copy in
/// depth, compares its head with the entry of that number in the ledger, and removes the copy.
///
/// `None` when there is no backup.
///
/// # Errors
/// When files cannot be read or written.
pub fn drill(ledger: &Ledger, folder: &Path) -> Result<Option<Drill>, StoreError> {
    ledger.require_whole()?;
    let Some(newest) = listed(ledger, folder)?.into_iter().next() else { return Ok(None) };
    let (path, seq) = (newest.path.clone(), newest.seq);
    let bad = || vec![Finding::BadBackup { seq }];
    let findings = if newest.good {
        match tried(ledger, &newest) {
            Ok(findings) | Err(StoreError::Findings(findings)) => findings,
            Err(StoreError::NotALedger { .. } | StoreError::Damaged { .. }) => bad(),
            Err(error) => return Err(error),
        }
    } else {
        bad()
    };
    Ok(Some(Drill { path, seq, findings }))
}

/// What a backup that was restored as a drill shows.
fn tried(ledger: &Ledger, backup: &Backup) -> Result<Vec<Finding>, StoreError> {
    let source = Ledger::open(&backup.path, Access::Read)?;
    let (part, copy) = source.restored_part(&backup.path)?;
    let mut findings = copy.findings().to_vec();
    findings.extend(copy.verify_deep()?);
    let seq = copy.head().seq;
    if is_later(backup, ledger) {
        findings.push(Finding::Behind { seq });
    } else if ledger.verify_anchor(copy.head())?.is_some() {
        findings.push(Finding::Apart { seq });
    }
    drop(copy);
    drop(part);
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000_000;

    fn head(seq: Seq, recorded_at: i64) -> Head {
        Head { seq, hash: [0xB2; 32], recorded_at }
    }

    #[test]
    fn a_name_has_no_sign_that_a_system_forbids_is_never_too_long_and_is_read_again() {
        let of = head(274, 1_609_409_700_000_000);
        let long = name("E-Government: Land/Kommunen (2019)", of);
        assert_eq!(
            long,
            "E-Government-Land-Kommunen-2019-2020-12-31T101500Z-274-b2b2b2b2b2b2.foerderbuch"
        );
        assert!(name(&"ä".repeat(300), of).len() < 200);
        let (read, programme) = read_name(Path::new(&long)).unwrap();
        assert_eq!(programme, "E-Government-Land-Kommunen-2019");
        assert!(read.is_of(of) && read.recorded_at == of.recorded_at);
        for other in [
            "Haushalt 2020.foerderbuch",
            "x-2020-12-31T101500Z-274.foerderbuch",
            "x-2020-12-31T101500Z-274-b2b2b2b2b2b2.foerderbuch.bak",
            "x-2020-12-31T101500Z--b2b2b2b2b2b2.foerderbuch",
            "ä-274-b2b2b2b2b2b2.foerderbuch",
        ] {
            assert_eq!(read_name(Path::new(other)), None, "{other}");
        }
    }

    #[test]
    fn the_newest_and_the_last_of_days_months_and_years_are_kept() {
        // Four a day over three years, the newest first.
        let last = 1_609_434_000_000_000;
        let recorded: Vec<i64> = (0..4 * 1096).map(|back| last - back * 6 * HOUR).collect();
        let kept = kept(&recorded);
        let days: BTreeSet<_> = recorded
            .iter()
            .zip(&kept)
            .filter(|(_, kept)| **kept)
            .map(|(at, _)| berlin_day(*at).to_string())
            .collect();
        assert!(kept[..NEWEST].iter().all(|kept| *kept));
        assert!(days.contains("2020-12-31") && days.contains("2020-12-02"));
        assert!(!days.contains("2020-12-01") && days.contains("2020-11-30"));
        assert!(days.contains("2020-01-31") && !days.contains("2019-11-30"));
        assert!(days.contains("2019-12-31") && days.contains("2018-12-31"));
        // 30 days, 7 more of the newest, 11 more months, 2 more years.
        assert_eq!(kept.iter().filter(|kept| **kept).count(), 30 + 7 + 11 + 2);
    }
}
