//! Backups of the open ledger, and the drill that restores one on a thread of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::{Inside, Reply, failure, store};
use crate::app::Source;
use crate::domain::PersonNo;
use crate::ops::{self, Restored, Stamp, Target};
use crate::store::backup::{self, BackedUp, Backup, Drill};
use crate::store::seen::{self, Sight};
use crate::store::{Access, Ledger, StoreError, query};
use crate::system;
use crate::ui::data::Problem;
use crate::ui::safety::{Place, Plan};

/// Something to do for the safety of the ledger.
pub enum SafetyJob {
    BackUp,
    Drill,
    /// Look whether that file can take the place of the ledger.
    Inspect(PathBuf),
    Restore(PathBuf, PersonNo, Stamp),
    /// Compare with what was seen last, of which a note lies in that folder, and remember; also
    /// where it does not go on from there if that is accepted.
    See {
        folder: Option<PathBuf>,
        accept: bool,
    },
    /// Copy the ledger into that folder and open the copy.
    CopyHere(PathBuf),
    /// Restore the backup that is open into that folder and open what comes of it.
    RestoreHere(PathBuf, PersonNo, Stamp),
}

/// What was done for it.
pub enum SafetyReply {
    /// The newest backup of the open ledger.
    Newest(Option<Backup>),
    Backing(u32),
    BackedUp(Result<BackedUp, Problem>),
    /// Nothing where there is no backup.
    Drilled(Result<Option<Drill>, Problem>),
    Inspected(Result<Plan, Problem>),
    Restored(Result<Restored, Problem>),
    Stands {
        sight: Sight,
        place: Option<Place>,
    },
    /// That could not be looked at.
    Unseen,
}

impl SafetyReply {
    /// The answer to a job that cannot be done.
    pub(super) fn in_vain(job: &SafetyJob, problem: Problem) -> Reply {
        Reply::Safety(match job {
            SafetyJob::CopyHere(_) | SafetyJob::RestoreHere(..) => {
                return Reply::Copied(Err(problem));
            }
            SafetyJob::See { .. } => Self::Unseen,
            SafetyJob::BackUp => Self::BackedUp(Err(problem)),
            SafetyJob::Drill => Self::Drilled(Err(problem)),
            SafetyJob::Inspect(_) => Self::Inspected(Err(problem)),
            SafetyJob::Restore(..) => Self::Restored(Err(problem)),
        })
    }
}

impl Inside {
    pub(super) fn safety(&mut self, job: SafetyJob) {
        match job {
            SafetyJob::BackUp => self.back_up(),
            SafetyJob::Drill => self.drill(),
            SafetyJob::Inspect(path) => {
                let found = self.inspect(path).map_err(store);
                self.reply(Reply::Safety(SafetyReply::Inspected(found)));
            }
            SafetyJob::Restore(path, person, stamp) => self.restore(&path, person, &stamp),
            SafetyJob::See { folder, accept } => self.see(folder.as_deref(), accept),
            SafetyJob::CopyHere(folder) => self.copy_here(&folder),
            SafetyJob::RestoreHere(folder, person, stamp) => {
                self.restore_here(&folder, person, &stamp);
            }
        }
    }

    fn see(&self, folder: Option<&Path>, accept: bool) {
        let Some(ledger) = self.ledger.as_ref() else {
            return self.reply(Reply::Safety(SafetyReply::Unseen));
        };
        let place = ledger.path().and_then(place_of);
        let whole = ledger.extract().is_none();
        let mut sight = Sight::Good;
        if let Some(folder) = folder.filter(|_| whole) {
            // What cannot be compared now is not remembered in place of what was seen.
            let Ok(found) = seen::sight(ledger, folder) else {
                return self.reply(Reply::Safety(SafetyReply::Unseen));
            };
            sight = found;
            if accept || sight == Sight::Good {
                // What cannot be remembered is not missed before the next time.
                seen::keep(ledger, folder).ok();
                sight = Sight::Good;
            }
        }
        self.reply(Reply::Safety(SafetyReply::Stands { sight, place }));
    }

    /// A copy that is good takes the place of what lies where nothing is booked.
    fn copy_here(&mut self, folder: &Path) {
        let Some((ledger, _)) = self.backed() else { return };
        let name = ledger.path().and_then(Path::file_stem).unwrap_or_default().to_string_lossy();
        let path = free_in(folder, &name);
        let mut said = 0;
        let mut keep_going = |percent: u32| {
            if percent != said {
                said = percent;
                self.reply(Reply::Copying(percent));
            }
            !self.stop.load(Ordering::Relaxed)
        };
        match ledger.save_copy(&path, &mut keep_going) {
            Ok(_) => {
                self.open(Source::File(path.clone()));
                self.reply(Reply::Copied(Ok(path)));
            }
            Err(StoreError::Cancelled) => self.reply(Reply::CopyStopped),
            Err(error) => self.reply(Reply::Copied(Err(store(error)))),
        }
    }

    /// A new ledger is made from a backup that somebody opened to go on with it.
    fn restore_here(&mut self, folder: &Path, person: PersonNo, stamp: &Stamp) {
        let Some(path) = self.ledger.as_ref().and_then(Ledger::path).map(Path::to_owned) else {
            return;
        };
        let to = free_in(folder, &backup::programme_of(&path).unwrap_or_default());
        let done = ops::restore(&path, Target::New(&to), person, stamp).map_err(failure);
        if done.is_ok() {
            self.open(Source::File(to.clone()));
        }
        self.reply(Reply::Copied(done.map(|_| to)));
    }

    /// Verifies a backup and compares it with the open ledger.
    fn inspect(&self, path: PathBuf) -> Result<Plan, StoreError> {
        let Some((ledger, _)) = self.backed() else { return Err(StoreError::Cancelled) };
        let backup = Ledger::open(&path, Access::Read)?;
        backup.require_good()?;
        if query::head_at(&backup, 1)?.hash != query::head_at(ledger, 1)?.hash {
            return Err(StoreError::OtherLedger { path });
        }
        let head = backup.head();
        let continues = ledger.verify_anchor(head)?.is_none();
        Ok(Plan { path, head, continues })
    }

    /// The ledger is closed for it: some systems move no file that is open.
    fn restore(&mut self, backup: &Path, person: PersonNo, stamp: &Stamp) {
        let Some(path) = self.ledger.as_ref().and_then(Ledger::path).map(Path::to_owned) else {
            return;
        };
        if let Err(problem) = require_local(&path) {
            return self.reply(Reply::Safety(SafetyReply::Restored(Err(problem))));
        }
        self.check = None;
        self.ledger = None;
        let done = ops::restore(backup, Target::Over(&path), person, stamp).map_err(failure);
        self.open(Source::File(path));
        self.reply(Reply::Safety(SafetyReply::Restored(done)));
    }

    /// The ledger with the folder of its backups; none in memory.
    fn backed(&self) -> Option<(&Ledger, PathBuf)> {
        let ledger = self.ledger.as_ref().filter(|ledger| ledger.extract().is_none())?;
        Some((ledger, backup::folder_of(ledger.path()?)))
    }

    /// Says which backup is the newest.
    pub(super) fn tell_newest(&self) {
        let Some((ledger, folder)) = self.backed() else { return };
        let Ok(all) = backup::listed(ledger, &folder) else { return };
        self.reply(Reply::Safety(SafetyReply::Newest(all.into_iter().next())));
    }

    fn back_up(&self) {
        let Some((ledger, folder)) = self.backed() else {
            let done = Err(store(StoreError::Cancelled));
            return self.reply(Reply::Safety(SafetyReply::BackedUp(done)));
        };
        let mut said = 0;
        let mut keep_going = |percent: u32| {
            if percent != said {
                said = percent;
                self.reply(Reply::Safety(SafetyReply::Backing(percent)));
            }
            !self.stop.load(Ordering::Relaxed)
        };
        let done = backup::back_up(ledger, &folder, &mut keep_going).map_err(store);
        self.tell_newest();
        self.reply(Reply::Safety(SafetyReply::BackedUp(done)));
    }

    /// The copy is replayed as a whole, which takes as long as the journal is: bookings go on.
    fn drill(&self) {
        let Some((ledger, folder)) = self.backed() else { return };
        let Some(path) = ledger.path().map(ToOwned::to_owned) else { return };
        let (answer, wake) = (self.answer.clone(), Arc::clone(&self.wake));
        let run = move || {
            let tried = || backup::drill(&Ledger::open(&path, Access::Read)?, &folder);
            let done = catch_unwind(AssertUnwindSafe(tried));
            let done = done.map_or(Err(Problem::Defect), |done| done.map_err(store));
            if answer.send(Reply::Safety(SafetyReply::Drilled(done))).is_ok() {
                wake();
            }
        };
        if std::thread::Builder::new().name("drill".to_owned()).spawn(run).is_err() {
            self.reply(Reply::Safety(SafetyReply::Drilled(Err(Problem::Defect))));
        }
    }
}

/// A name in a folder that no file has yet; the folder is made where there is none.
fn free_in(folder: &Path, name: &str) -> PathBuf {
    let named = |number: u32| match number {
        1 => folder.join(format!("{name}.foerderbuch")),
        _ => folder.join(format!("{name} {number}.foerderbuch")),
    };
    std::fs::create_dir_all(folder).ok();
    (1..1000).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1))
}

/// What speaks against booking in a file, for the window.
fn place_of(path: &Path) -> Option<Place> {
    let backup = || backup::programme_of(path).map(|_| Place::Backup);
    let place = system::place(path).map(|place| match place {
        system::Place::Network(name) => Place::Network(name),
        system::Place::Cloud(name) => Place::Cloud(name),
    });
    place.or_else(backup)
}

/// Refuses to write a ledger where several computers write to a file at once.
pub(super) fn require_local(path: &Path) -> Result<(), Problem> {
    match system::place(path) {
        None => Ok(()),
        Some(system::Place::Network(name) | system::Place::Cloud(name)) => {
            Err(Problem::Place(path.to_owned(), name))
        }
    }
}

/// Where nothing is booked, a ledger is only read.
pub fn access_at(path: &Path) -> Access {
    if system::place(path).is_some() { Access::Read } else { Access::Write }
}
