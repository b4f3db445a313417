//! The options of an open list of choices by keyboard: the ring begins at the one that is chosen,
//! and the arrows lead from one to the next, whatever lies below the list.

use eframe::egui::{EventFilter, FocusDirection, Id, Key, Modifiers, Response, Ui};

/// A list that opens is laid out once more before each option has its place, in passes.
const SETTLES: u64 = 3;

/// Where the keyboard is once a list opens.
#[derive(Clone, Copy, Debug)]
pub enum Start {
    /// At the option in this place.
    At(usize),
    /// In a field above the options, to which the arrow up leads back from the first of them.
    Field(Id),
}

/// When a list was shown.
#[derive(Clone, Copy, Debug, Default)]
struct Shown {
    first: u64,
    last: u64,
}

/// Leads the keyboard through the options in their order; asked for in every pass in which the
/// `list` is open.
pub fn lead(ui: &Ui, list: Id, options: &[Response], start: Start) {
    let passes = passes(ui, list);
    if passes == 0
        && let Start::At(place) = start
        && let Some(option) = options.get(place)
    {
        option.request_focus();
    }
    let Some(at) = options.iter().position(Response::has_focus) else { return };
    if passes < SETTLES {
        options[at].scroll_to_me(None);
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(options[at].id, filter));
    let times = |key: Key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let (down, up) = (times(Key::ArrowDown), times(Key::ArrowUp));
    if down == up {
        return;
    }
    // In the first pass in which it has the keyboard the arrow would lead elsewhere, too.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    let to = (at + down).saturating_sub(up).min(options.len() - 1);
    match start {
        Start::Field(field) if up > at + down => {
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        _ => {
            options[to].request_focus();
            options[to].scroll_to_me(None);
        }
    }
}

/// In how many passes without a gap the list was shown before this one.
fn passes(ui: &Ui, list: Id) -> u64 {
    let now = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        let shown: &mut Shown = data.get_temp_mut_or_default(list.with("shown"));
        if shown.last + 1 != now {
            shown.first = now;
        }
        shown.last = now;
        now - shown.first
    })
}
