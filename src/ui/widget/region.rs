//! The regions of the window, between which F6 leads: bars, navigation, the screen, its list, and
//! what is shown of a row.

use eframe::egui::{Context, FocusDirection, Id, Rect, Ui};

/// A region, in the order of F6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// The bar at the top.
    Top,
    /// The navigation.
    Navigation,
    /// What stands above the list of a screen, or all of a screen without one.
    Screen,
    /// The rows of a list.
    List,
    /// What is shown of the chosen row.
    Detail,
}

/// The regions of a pass: each with its place.
#[derive(Clone, Debug, Default)]
struct Seen {
    pass: u64,
    now: Vec<(Region, Rect)>,
    before: Vec<(Region, Rect)>,
}

fn seen() -> Id {
    Id::unique("regions")
}

fn wanted() -> Id {
    Id::unique("region wanted")
}

/// Begins a region that takes this place: its first widget gets the keyboard that F6 brings.
pub fn begin(ui: &Ui, region: Region, place: Rect) {
    let ctx = ui.ctx();
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| {
        let seen: &mut Seen = data.get_temp_mut_or_default(seen());
        if seen.pass != pass {
            seen.pass = pass;
            seen.before = std::mem::take(&mut seen.now);
        }
        seen.now.push((region, place));
    });
    if ctx.data(|data| data.get_temp(wanted())) == Some(region) {
        ctx.data_mut(|data| data.remove::<Region>(wanted()));
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
            memory.move_focus(FocusDirection::Next);
        });
    }
}

/// Leads the keyboard to the next region, or to the one before.
pub fn go_on(ctx: &Context, back: bool) {
    let Some(Seen { now, before, .. }) = ctx.data(|data| data.get_temp::<Seen>(seen())) else {
        return;
    };
    let mut all = if now.is_empty() { before } else { now };
    all.sort_by_key(|(region, _)| *region);
    let focus = ctx.memory(eframe::egui::Memory::focused);
    let centre = focus.and_then(|id| ctx.read_response(id)).map(|found| found.rect.center());
    let around = all
        .iter()
        .enumerate()
        .filter(|(_, (_, place))| centre.is_some_and(|centre| place.contains(centre)));
    // A list lies within its screen: the smallest one is meant.
    let here = around.min_by(|one, other| one.1.1.area().total_cmp(&other.1.1.area()));
    let count = all.len();
    let to = match here {
        Some((at, _)) if back => (at + count - 1) % count.max(1),
        Some((at, _)) => (at + 1) % count.max(1),
        None if back => count.saturating_sub(1),
        // Without a place of the keyboard it begins with the screen.
        None => all.iter().position(|(region, _)| *region >= Region::Screen).unwrap_or_default(),
    };
    if let Some((region, _)) = all.get(to) {
        ctx.data_mut(|data| data.insert_temp(wanted(), *region));
        ctx.request_repaint();
    }
}
