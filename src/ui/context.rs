//! What screens and dialogs may read, and the queue of their wishes.

use std::path::PathBuf;

use crate::domain::recipient::RecipientType;
use crate::domain::task::Task;
use crate::domain::{Day, FiscalYear, Kind, Money};
use crate::paper::{Wish, not_set};
use crate::store::view::PersonRow;
use crate::text::{Lang, Text};
use chrono::Datelike;

use super::action::{Action, Actions, ThemeChoice};
use super::data::{Booking, Data, Known, LedgerInfo, Outcome, PaperView, Problem, Taking};
use super::desk::Desk;
use super::safety::Safety;

/// Read-only surroundings of a frame.
#[expect(clippy::struct_excessive_bools, reason = "facts that have nothing to do with each other")]
pub struct Context<'a> {
    /// Words of the chosen language.
    pub text: &'a Text,
    /// What was read from the ledger.
    pub data: &'a Data,
    /// The open ledger, once it is open.
    pub ledger: Option<&'a LedgerInfo>,
    /// Chosen Stichtag.
    pub as_of: Day,
    /// Chosen Datenstand.
    pub known: Known,
    /// The acting person.
    pub person: Option<&'a PersonRow>,
    /// Today.
    pub today: Day,
    /// How far the booking of the dialog is.
    pub booking: &'a Booking,
    /// How far the steps are that were taken from the work list.
    pub taking: &'a Taking,
    /// What the last action led to.
    pub outcome: Option<&'a Outcome>,
    /// Why no ledger is open.
    pub failure: Option<&'a Problem>,
    /// Language of the papers.
    pub paper: Lang,
    /// Language chosen for the papers; none follows the window.
    pub paper_choice: Option<Lang>,
    /// True when there is a screen to go back to.
    pub can_go_back: bool,
    /// True while what is new is to be shown.
    pub news: bool,
    /// Chosen theme.
    pub theme: ThemeChoice,
    /// Size of everything, in percent.
    pub zoom: u16,
    /// Ledgers that were opened, the last one first.
    pub recent: &'a [PathBuf],
    /// True while the first-start notice is to be shown.
    pub notice: bool,
    /// Drafts, and what the open form would lead to.
    pub desk: &'a Desk,
    /// Backups of the open ledger.
    pub safety: &'a Safety,
    /// Why the file cannot be reached at present.
    pub lost: Option<&'a Problem>,
    /// The program ended unexpectedly the last time; where the report is.
    pub report: Option<&'a std::path::Path>,
    /// The figures of the screen are those of before: newer ones are being read.
    pub stale: bool,
    /// Where wishes go.
    pub actions: &'a Actions,
}

impl Context<'_> {
    /// Wishes something.
    pub fn send(&self, action: Action) {
        self.actions.send(action);
    }

    /// A message.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.text.get(key)
    }

    /// A message with values.
    #[must_use]
    pub fn f(&self, key: &str, values: &[(&str, String)]) -> String {
        self.text.format(key, values)
    }

    /// The chosen language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.text.lang()
    }

    /// An amount without unit.
    #[must_use]
    pub fn money(&self, amount: Money) -> String {
        self.text.money(amount)
    }

    /// An amount with unit.
    #[must_use]
    pub fn euro(&self, amount: Money) -> String {
        self.text.money_unit(amount)
    }

    /// Share of a whole as percent, empty without a whole.
    #[must_use]
    pub fn share(&self, part: Money, whole: Money) -> String {
        part.percent_of(whole).map(|percent| self.text.percent(percent)).unwrap_or_default()
    }

    /// Full name of a recipient.
    #[must_use]
    pub fn recipient(&self, recipient_type: RecipientType, name: &str) -> String {
        self.text.recipient_name(recipient_type, name)
    }

    /// The same, where the type is known only of some; nothing at programme level.
    #[must_use]
    pub fn recipient_if(&self, recipient_type: Option<RecipientType>, name: &str) -> String {
        recipient_type.map_or_else(|| name.to_owned(), |found| self.recipient(found, name))
    }

    /// Name of a person, or the number when the name was erased.
    #[must_use]
    pub fn person_name(&self, person: &PersonRow) -> String {
        person.name.clone().unwrap_or_else(|| {
            self.f("app-person-number", &[("number", person.person.0.to_string())])
        })
    }

    /// The day that a form proposes: the Stichtag, at most today.
    #[must_use]
    pub fn proposed_day(&self) -> Day {
        self.as_of.min(self.today)
    }

    /// The fiscal year of the Stichtag.
    #[must_use]
    pub fn year(&self) -> FiscalYear {
        FiscalYear(self.as_of.year())
    }

    /// True when the ledger lies in a file, beside which backups can lie.
    #[must_use]
    pub fn has_file(&self) -> bool {
        self.is_whole() && self.ledger.is_some_and(|ledger| ledger.path.is_some())
    }

    /// True when something can be booked.
    #[must_use]
    pub fn can_book(&self) -> bool {
        self.ledger.is_some_and(|ledger| ledger.writable) && self.safety.lets_book()
    }

    /// True when the acting person can take the step now.
    #[must_use]
    pub fn is_mine(&self, task: &Task) -> bool {
        let person = self.person.filter(|_| self.can_book());
        person.is_some_and(|person| task.is_for(person.hand(), self.proposed_day()))
    }

    /// True when the acting person has a role that the kind needs.
    #[must_use]
    pub fn may_book(&self, kind: Kind) -> bool {
        self.person.is_some_and(|person| person.may_book(kind))
    }

    /// Why the acting person cannot book entries of a kind; `None` when it can.
    #[must_use]
    pub fn hindrance(&self, kind: Kind) -> Option<String> {
        if !self.can_book() {
            return Some(self.t("app-read-only"));
        }
        (!self.may_book(kind)).then(|| self.lacking(kind))
    }

    /// That the acting person lacks the role for a kind, and who has it.
    fn lacking(&self, kind: Kind) -> String {
        let roles: Vec<_> = kind.roles().iter().map(|role| self.text.role(*role)).collect();
        let role = ("role", roles.join(" / "));
        let everyone = self.ledger.map(|ledger| ledger.everyone.as_slice()).unwrap_or_default();
        let day = self.proposed_day();
        let still = |person: &&PersonRow| person.roles_until.is_none_or(|last| day <= last);
        let having = everyone.iter().filter(|person| person.may_book(kind)).filter(still);
        let names: Vec<_> = having.map(|person| self.person_name(person)).collect();
        if names.is_empty() {
            self.f("command-role-nobody", &[role])
        } else {
            self.f("command-role", &[role, ("persons", names.join(", "))])
        }
    }

    /// True when the paper is what is chosen now; only that can be saved and issued.
    #[must_use]
    pub fn is_current(&self, view: &PaperView, wish: &Wish) -> bool {
        let chosen = view.chosen == (self.as_of, self.known) && view.lang == self.paper;
        chosen && view.wish == *wish && self.ledger.is_some_and(|ledger| ledger.head == view.head)
    }

    /// The paper that is looked at, once it is what is chosen.
    #[must_use]
    pub fn seen_paper(&self, wish: &Wish) -> Option<&PaperView> {
        let view = self.data.paper.ready().and_then(Option::as_ref);
        view.filter(|view| self.is_current(view, wish))
    }

    /// A problem as a sentence.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::Refused(refusal) => self.text.refusal(refusal),
            Problem::Store(error) => {
                self.text.file_error(error.key(), error.path(), &error.reason())
            }
            Problem::Paper(error) => not_set(error, self.text),
            Problem::Unwritten(seq, error) => {
                let reason = self.text.file_error(error.key(), error.path(), &error.reason());
                let number = self.text.entry_number(*seq);
                self.f("shelf-issued-unwritten", &[("number", number), ("reason", reason)])
            }
            Problem::File(refused) => self.text.file_refused(refused),
            Problem::Place(path, name) => {
                let path = path.display().to_string();
                self.f("place-refused-new", &[("path", path), ("name", name.clone())])
            }
            Problem::NoPaper => self.t("shelf-no-paper"),
            Problem::Defect => self.t("app-defect"),
        }
    }
}
