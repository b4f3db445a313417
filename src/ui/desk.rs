//! What lies on the person's desk: drafts that were left, and what the open form would lead to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::data::Problem;
use super::dialog::KeptForm;
use crate::domain::{Day, Kind, PersonNo, Refusal, Seq};
use crate::store::view::Preview;

/// Whose step of the work list it is, its kind, and the entry that it is taken on.
pub type StepKey = (PersonNo, Kind, Seq);

/// What a person has typed in the work list for a step that is not taken yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptStep {
    /// Whose it is.
    pub person: PersonNo,
    /// The step.
    pub kind: Kind,
    /// The entry that it is taken on.
    pub entry: Seq,
    /// Voucher of our own or of the cash office.
    pub voucher: String,
    /// Payment text, or how a bank account was checked.
    pub text: String,
    /// Day on which it is taken, where another one than the proposed was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

impl KeptStep {
    /// What tells it from all others.
    #[must_use]
    pub const fn key(&self) -> StepKey {
        (self.person, self.kind, self.entry)
    }
}

/// Drafts of this ledger on this computer, and the preview of the open form.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// Drafts of all persons, the newest last.
    pub forms: Vec<KeptForm>,
    /// Grows with every change of them.
    pub version: u64,
    /// What is typed in the work list, of all persons; a step that is as proposed has none.
    pub steps: BTreeMap<StepKey, KeptStep>,
    /// The form that is open at present: it lies on the desk, not among what was left.
    pub open: Option<crate::domain::Uid>,
    /// The hint at drafts of an earlier time is to be shown.
    pub hint: bool,
    /// The drafts that lay there when the ledger was opened.
    pub earlier: Vec<crate::domain::Uid>,
    /// So many files of drafts could not be read and were set aside.
    pub set_aside: usize,
    /// So many drafts were booked meanwhile and dropped.
    pub booked: usize,
    /// Whether what is typed is on the disk.
    pub keeping: Keeping,
    /// What the form would change.
    pub preview: Option<Preview>,
    /// Whether it would be booked, once nothing is missing.
    pub verdict: Option<Verdict>,
    /// That is being asked.
    pub awaited: bool,
}

/// Whether what is typed is on the disk.
#[derive(Clone, Debug, Default)]
pub enum Keeping {
    /// Not yet.
    #[default]
    Waiting,
    /// Since that time, microseconds since 1970 UTC.
    Kept(i64),
    /// It cannot be written.
    Failed(Problem),
}

/// What booking would say.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It can be booked so.
    Good,
    /// A rule says no.
    Refused(Refusal),
}

impl Desk {
    /// The drafts of a person that lie there, and those that belong to no ledger.
    #[must_use]
    pub fn own(&self, person: Option<PersonNo>) -> Vec<&KeptForm> {
        let mine = |form: &&KeptForm| form.person().is_none() || form.person() == person;
        let left = |form: &&KeptForm| self.open.is_none_or(|open| form.uid() != Some(open));
        self.forms.iter().filter(mine).filter(left).collect()
    }

    /// Whether the draft is kept, for the foot of the form; false when it is not.
    #[must_use]
    pub fn note(&self, cx: &Context<'_>) -> Option<(String, bool)> {
        match &self.keeping {
            Keeping::Waiting => None,
            Keeping::Kept(at) => {
                Some((cx.f("entry-kept-at", &[("time", cx.text.time_of_day(*at))]), true))
            }
            Keeping::Failed(problem) => {
                Some((cx.f("entry-not-kept", &[("reason", cx.problem(problem))]), false))
            }
        }
    }
}
