//! The Stichtag that is shown first, and how it follows the calendar.

use super::App;
use crate::domain::Day;
use crate::domain::date::berlin_day;
use crate::ui::data::LedgerInfo;

/// The Stichtag of a ledger or extract that was just opened: an extract is of the day of its last
/// entry.
pub fn first(info: &LedgerInfo, today: Day) -> Day {
    let made = info.extract.as_ref().map(|_| berlin_day(info.head.recorded_at));
    info.programme.default_as_of.or(made).unwrap_or(today)
}

impl App {
    /// After midnight, or after the computer slept, a Stichtag of today goes on to the new day;
    /// another one that was chosen stays, and so does that of an extract.
    pub(super) fn follow_day(&mut self) {
        let today = berlin_day((self.clock)());
        if today == self.state.today {
            return;
        }
        let stays =
            |info: &LedgerInfo| info.programme.default_as_of.is_some() || info.extract.is_some();
        let follows = !self.state.ledger.as_ref().is_some_and(stays);
        if self.state.as_of == self.state.today && follows {
            self.state.as_of = today;
        }
        self.state.today = today;
    }
}
