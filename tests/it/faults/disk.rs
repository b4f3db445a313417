//! A disk for SQLite that keeps a log of what is written to it, and fails on command.
//!
//! It stands before the file system of SQLite for the whole process, and passes on what does not
//! lie in the folder of a [`Disk`].
#![expect(unsafe_code, reason = "the file system of SQLite is an interface of C")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_vfs};

/// What was done to the disk, in its order.
#[derive(Clone, Debug)]
pub enum Step {
    Write {
        file: String,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        file: String,
        size: usize,
    },
    Sync {
        file: String,
    },
    Delete {
        file: String,
        durable: bool,
    },
    /// Somebody was told that everything up to this entry is stored.
    Told(u64),
}

/// How the disk fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failing {
    /// One operation, the next one goes well.
    Once,
    /// Every operation from then on.
    ForEver,
    /// Every writing from then on: there is no room.
    Full,
}

#[derive(Default)]
struct State {
    log: Option<Vec<Step>>,
    asked: u64,
    fail: Option<(u64, Failing)>,
    failed: u64,
}

/// A folder whose files SQLite reads and writes through this disk. Nothing is synced for real.
pub struct Disk {
    folder: tempfile::TempDir,
    state: Mutex<State>,
}

impl Disk {
    pub fn new() -> Arc<Self> {
        register();
        let folder = tempfile::tempdir().unwrap();
        let disk = Arc::new(Self { folder, state: Mutex::default() });
        let mut disks = known();
        disks.retain(|disk| disk.strong_count() > 0);
        disks.push(Arc::downgrade(&disk));
        disk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Names of the files that lie there.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// From here on the operation of that number fails, counted from 1.
    pub fn fail(&self, at: u64, how: Failing) {
        let mut state = self.state();
        (state.asked, state.failed, state.fail) = (0, 0, Some((at, how)));
    }

    /// From here on nothing fails; how many operations were asked for since, and how many failed.
    pub fn heal(&self) -> (u64, u64) {
        let mut state = self.state();
        state.fail = None;
        (state.asked, state.failed)
    }

    pub fn begin_log(&self) {
        self.state().log = Some(Vec::new());
    }

    pub fn take_log(&self) -> Vec<Step> {
        self.state().log.take().unwrap_or_default()
    }

    pub fn log(&self, step: Step) {
        if let Some(log) = &mut self.state().log {
            log.push(step);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The error of an operation, if it is its turn.
    fn ask(&self, error: c_int) -> Option<c_int> {
        let mut state = self.state();
        state.asked += 1;
        let (at, how) = state.fail?;
        let writes = [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_TRUNCATE].contains(&error);
        let fails = match how {
            Failing::Once => state.asked == at,
            Failing::ForEver => state.asked >= at,
            Failing::Full => state.asked >= at && writes,
        };
        if !fails {
            return None;
        }
        state.failed += 1;
        Some(if how == Failing::Full { ffi::SQLITE_FULL } else { error })
    }
}

fn known() -> MutexGuard<'static, Vec<Weak<Disk>>> {
    static DISKS: Mutex<Vec<Weak<Disk>>> = Mutex::new(Vec::new());
    DISKS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The disk on which a file lies, and the file's name there.
fn disk_of(name: *const c_char) -> Option<(Arc<Disk>, String)> {
    if name.is_null() {
        return None;
    }
    // SAFETY: SQLite gives names that end with a zero and live for the call.
    let name = PathBuf::from(unsafe { CStr::from_ptr(name) }.to_str().ok()?);
    known().iter().filter_map(Weak::upgrade).find_map(|disk| {
        let short = name.strip_prefix(disk.folder.path()).ok()?.to_str()?.to_owned();
        Some((disk, short))
    })
}

/// A file of a disk; behind it in memory lies that of the system.
#[repr(C)]
struct Held {
    base: sqlite3_file,
    what: *mut (Arc<Disk>, String),
}

static OWN: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

/// Address of the file system that was the default one before.
fn system() -> *mut sqlite3_vfs {
    static SYSTEM: OnceLock<usize> = OnceLock::new();
    // SAFETY: file systems of SQLite are never taken away again.
    let found = SYSTEM.get_or_init(|| unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) } as usize);
    *found as *mut sqlite3_vfs
}

fn register() {
    static DONE: OnceLock<()> = OnceLock::new();
    DONE.get_or_init(|| {
        let system = system();
        // SAFETY: the own one is a copy of the system's with other functions for files, and lives
        // for ever; nobody else changes the list of file systems.
        unsafe {
            let mut own = *system;
            own.szOsFile += c_int::try_from(size_of::<Held>()).unwrap();
            own.zName = c"faults".as_ptr();
            own.pNext = std::ptr::null_mut();
            own.xOpen = Some(open);
            own.xDelete = Some(delete);
            own.xAccess = Some(access);
            let own = Box::leak(Box::new(own));
            assert_eq!(ffi::sqlite3_vfs_register(own, 1), ffi::SQLITE_OK);
        }
    });
}

/// Calls a function of the system's file system.
macro_rules! system {
    ($function:ident $(, $argument:expr)*) => {
        // SAFETY: the arguments are those that SQLite gave.
        unsafe { ((*system()).$function.unwrap())(system() $(, $argument)*) }
    };
}

/// Calls a function of the system's file behind one of a disk.
macro_rules! behind {
    ($file:expr, $function:ident $(, $argument:expr)*) => {
        // SAFETY: SQLite gives a file that `open` has made, with the system's behind it.
        unsafe {
            let file: *mut sqlite3_file = $file.cast::<Held>().add(1).cast();
            ((*(*file).pMethods).$function.unwrap())(file $(, $argument)*)
        }
    };
}

fn held<'a>(file: *mut sqlite3_file) -> &'a (Arc<Disk>, String) {
    // SAFETY: SQLite gives a file that `open` has made and `close` has not ended.
    unsafe { &*(*file.cast::<Held>()).what }
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let Some(what) = disk_of(name) else { return system!(xOpen, name, file, flags, out) };
    // SAFETY: SQLite gives memory for `Held` and the system's file.
    let (own, behind) = unsafe { (&mut *file.cast::<Held>(), file.cast::<Held>().add(1).cast()) };
    own.base.pMethods = std::ptr::null();
    if let Some(error) = what.0.ask(ffi::SQLITE_CANTOPEN) {
        return error;
    }
    let code = system!(xOpen, name, behind, flags, out);
    if code == ffi::SQLITE_OK {
        own.what = Box::into_raw(Box::new(what));
        own.base.pMethods = &raw const OWN;
    }
    code
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, durable: c_int) -> c_int {
    if let Some((disk, file)) = disk_of(name) {
        if let Some(error) = disk.ask(ffi::SQLITE_IOERR_DELETE) {
            return error;
        }
        disk.log(Step::Delete { file, durable: durable != 0 });
    }
    system!(xDelete, name, durable)
}

unsafe extern "C" fn access(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let failed = disk_of(name).and_then(|(disk, _)| disk.ask(ffi::SQLITE_IOERR_ACCESS));
    failed.unwrap_or_else(|| system!(xAccess, name, flags, out))
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let code = behind!(file, xClose);
    // SAFETY: `open` made the box, and a file is closed once.
    drop(unsafe { Box::from_raw((*file.cast::<Held>()).what) });
    code
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    into: *mut c_void,
    count: c_int,
    at: i64,
) -> c_int {
    let failed = held(file).0.ask(ffi::SQLITE_IOERR_READ);
    failed.unwrap_or_else(|| behind!(file, xRead, into, count, at))
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    count: c_int,
    at: i64,
) -> c_int {
    let (disk, name) = held(file);
    // SAFETY: SQLite gives so many bytes.
    let all = unsafe {
        std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(count).unwrap_or(0))
    };
    let failed = disk.ask(ffi::SQLITE_IOERR_WRITE);
    // What fails has written half.
    let bytes = if failed.is_some() { &all[..all.len() / 2] } else { all };
    let (place, length) =
        (usize::try_from(at).unwrap_or(0), c_int::try_from(bytes.len()).unwrap_or(0));
    disk.log(Step::Write { file: name.clone(), at: place, bytes: bytes.to_vec() });
    let code = behind!(file, xWrite, bytes.as_ptr().cast(), length, at);
    failed.unwrap_or(code)
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: i64) -> c_int {
    let (disk, name) = held(file);
    if let Some(error) = disk.ask(ffi::SQLITE_IOERR_TRUNCATE) {
        return error;
    }
    disk.log(Step::Truncate { file: name.clone(), size: usize::try_from(size).unwrap_or(0) });
    behind!(file, xTruncate, size)
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, _flags: c_int) -> c_int {
    let (disk, name) = held(file);
    if let Some(error) = disk.ask(ffi::SQLITE_IOERR_FSYNC) {
        return error;
    }
    disk.log(Step::Sync { file: name.clone() });
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut i64) -> c_int {
    let failed = held(file).0.ask(ffi::SQLITE_IOERR_FSTAT);
    failed.unwrap_or_else(|| behind!(file, xFileSize, size))
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, kind: c_int) -> c_int {
    let failed = held(file).0.ask(ffi::SQLITE_IOERR_LOCK);
    failed.unwrap_or_else(|| behind!(file, xLock, kind))
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, kind: c_int) -> c_int {
    behind!(file, xUnlock, kind)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    behind!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn file_control(
    file: *mut sqlite3_file,
    what: c_int,
    with: *mut c_void,
) -> c_int {
    behind!(file, xFileControl, what, with)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    behind!(file, xSectorSize)
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    behind!(file, xDeviceCharacteristics)
}
