//! What keeps a ledger safe, as the window shows it: backups, the end of the program.

use std::path::PathBuf;

use super::context::Context;
use super::data::Problem;
use super::theme::{Tokens, Tone};
use crate::domain::Seq;
use crate::domain::calendar::working_days_apart;
use crate::domain::date::berlin_day;
use crate::store::Finding;
use crate::store::backup::{BackedUp, Backup};
use crate::store::seen::Sight;
use crate::store::view::Head;

/// A backup without the latest entries is too old after so many working days.
const TOO_OLD: u32 = 2;

/// A wish about the safety of the ledger.
#[derive(Clone, Debug)]
pub enum SafetyAction {
    /// Write a backup now.
    BackUp,
    /// Restore the newest backup as a drill.
    Drill,
    /// End the program without a backup.
    QuitNow,
    /// Go on working after all.
    StayOpen,
    /// Ask for a backup to restore.
    ChooseBackup,
    /// Restore the backup that was chosen.
    Restore,
    /// Leave everything as it is.
    KeepAsItIs,
    /// Go on with the state that the file has, whatever was seen before.
    GoOn,
    /// Copy the ledger to a folder of this computer and open that copy; a backup is restored there.
    CopyHere,
}

/// What a wish about safety led to.
#[derive(Clone, Debug)]
pub enum Told {
    /// A backup is being written, in percent.
    Backing(u32),
    /// A backup was written.
    BackedUp(BackedUp),
    /// The backup was stopped; nothing is left of it.
    Stopped,
    /// The newest backup is being restored as a drill.
    Drilling,
    /// There is no backup to try.
    Nothing,
    /// The drill was passed up to that entry.
    Passed(Seq),
    /// The drill found something.
    Failed(Finding),
    /// The ledger was restored from the backup up to that entry; where the one before lies now.
    Restored(Seq, PathBuf),
}

/// The newest backup of the open ledger.
#[derive(Clone, Debug, Default)]
pub enum Newest {
    /// Not known yet, or there is nothing to back up.
    #[default]
    Unknown,
    /// There is none.
    None,
    /// That one.
    Some(Backup),
}

/// How far the end of the program is.
#[derive(Clone, Debug, Default)]
pub enum Closing {
    /// Nobody wants to end it, or nothing is to be done before.
    #[default]
    No,
    /// The last backup is being written, in percent.
    Running(u32),
    /// It could not be written.
    Failed(Problem),
    /// It ends now.
    Done,
}

/// A backup that is to take the place of the open ledger.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The backup.
    pub path: PathBuf,
    /// Its last entry.
    pub head: Head,
    /// True when the open ledger goes on from there.
    pub continues: bool,
}

/// A place at which nothing is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A network drive, with its name or kind.
    Network(String),
    /// A folder that is synchronised with a cloud, with the name of the service.
    Cloud(String),
    /// Anywhere: the file is a backup.
    Backup,
}

/// What keeps the open ledger safe.
#[derive(Clone, Debug, Default)]
pub struct Safety {
    /// The newest backup.
    pub newest: Newest,
    /// The end of the program.
    pub closing: Closing,
    /// The backup that is to be restored, once it was chosen and verified.
    pub plan: Option<Plan>,
    /// How the ledger stands to what was seen of it last.
    pub sight: Sight,
    /// Why nothing is booked where the file lies.
    pub place: Option<Place>,
    /// The last entry of which it was asked whether it goes on from what was seen.
    pub seen: Option<Head>,
    /// That is being looked at.
    pub seeing: bool,
    /// The last entry when the ledger was opened.
    pub opened: Option<Head>,
}

impl Safety {
    /// False while it is to be decided first whether this is the right file.
    #[must_use]
    pub const fn lets_book(&self) -> bool {
        matches!(self.sight, Sight::Good | Sight::Restored(..))
    }
}

impl Told {
    /// In words, and how they are meant.
    pub(super) fn words(&self, cx: &Context<'_>, tokens: &Tokens) -> (String, Tone) {
        match self {
            Self::Backing(percent) => {
                let percent = cx.text.rate((*percent).into());
                (cx.f("backup-running", &[("percent", percent)]), tokens.quiet)
            }
            Self::BackedUp(done) => {
                let path = done.path.display().to_string();
                let mut words = cx.f("backup-written", &[("path", path)]);
                if let Some(aside) = &done.aside {
                    let path = [("path", aside.display().to_string())];
                    words = [words, cx.f("backup-aside", &path)].join(" ");
                }
                if done.removed > 0 {
                    let count = i64::try_from(done.removed).unwrap_or(i64::MAX);
                    words = [words, cx.text.count("backup-removed", count, &[])].join(" ");
                }
                (words, tokens.good)
            }
            Self::Stopped => (cx.t("backup-stopped"), tokens.quiet),
            Self::Drilling => (cx.t("backup-drilling"), tokens.quiet),
            Self::Nothing => (cx.t("backup-nothing"), tokens.warn),
            Self::Passed(seq) => {
                let number = cx.text.entry_number(*seq);
                (cx.f("backup-passed", &[("number", number)]), tokens.good)
            }
            Self::Failed(found) => {
                let finding = cx.text.finding(found.key(), found.seq(), &found.detail());
                let mut words = cx.f("backup-failed", &[("finding", finding)]);
                // A ledger that is older than its backup is not to be backed up but found again.
                if !matches!(found, Finding::Behind { .. }) {
                    words = [words, cx.t("backup-advice")].join(" ");
                }
                (words, tokens.late)
            }
            Self::Restored(seq, aside) => {
                let number = ("number", cx.text.entry_number(*seq));
                let words = [number, ("path", aside.display().to_string())];
                (cx.f("restore-told", &words), tokens.good)
            }
        }
    }
}

/// How old the last backup is, for the status bar, and how that is meant; nothing while that is not
/// known, and of a sample in which nobody has booked.
pub(super) fn age(cx: &Context<'_>, tokens: &Tokens) -> Option<(String, Tone)> {
    let ledger = cx.ledger?;
    let untouched = ledger.programme.sample && cx.safety.opened == Some(ledger.head);
    let backup = match &cx.safety.newest {
        Newest::Unknown => return None,
        Newest::None if untouched => return None,
        Newest::None => return Some((cx.t("backup-missing"), tokens.warn)),
        Newest::Some(backup) => backup,
    };
    let day = berlin_day(backup.verified_at);
    let when = [("day", cx.text.day(day))];
    if !backup.good {
        return Some((cx.t("backup-broken"), tokens.late));
    }
    if backup.is_of(ledger.head) {
        return Some((cx.f("backup-current", &when), tokens.good));
    }
    let missing = ledger.head.seq.saturating_sub(backup.seq);
    let count = i64::try_from(missing).unwrap_or(i64::MAX);
    let (key, tone) = if working_days_apart(day, cx.today) > TOO_OLD {
        ("backup-too-old", tokens.late)
    } else {
        ("backup-behind", tokens.quiet)
    };
    Some((cx.text.count(key, count, &when), tone))
}
