//! How the Stichtag follows the calendar.

use super::App;
use crate::domain::date::berlin_day;
use crate::ui::data::LedgerInfo;

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
