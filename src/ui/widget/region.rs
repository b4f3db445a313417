//! The regions of the window, between which F6 leads: bars, navigation, banners, the screen, its
//! rows, and what is shown of a row.

use eframe::egui::{Context, Id, LayerId, Memory, Pos2, Rect, Ui};

/// A region, in the order of F6; a later one may lie within an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// The bar at the top.
    Top,
    /// The navigation.
    Navigation,
    /// The banners above the screen.
    Notice,
    /// What stands above the rows of a screen, or all of a screen without them.
    Screen,
    /// The rows of a list or table.
    List,
    /// What is shown of the chosen row.
    Detail,
}

/// The regions of a pass: each with its place.
#[derive(Clone, Debug, Default)]
struct Seen {
    pass: u64,
    all: Vec<(Region, Rect)>,
}

fn seen() -> Id {
    Id::unique("regions")
}

/// Notes that a region takes this place.
pub fn begin(ui: &Ui, region: Region, place: Rect) {
    note(ui, region, place, |_| true);
}

/// Notes the place of the rows of a table, unless the screen has a list or a detail: then they
/// belong to that. Of several tables the first one counts.
pub fn rows(ui: &Ui, place: Rect) {
    note(ui, Region::List, place, |all| all.iter().all(|(known, _)| *known < Region::List));
}

fn note(ui: &Ui, region: Region, place: Rect, counts: impl FnOnce(&[(Region, Rect)]) -> bool) {
    let ctx = ui.ctx();
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| {
        let seen: &mut Seen = data.get_temp_mut_or_default(seen());
        if seen.pass != pass {
            *seen = Seen { pass, all: Vec::new() };
        }
        if counts(&seen.all) {
            seen.all.push((region, place));
        }
    });
}

/// The first place of the keyboard in each region, in their order, and the region where it is.
fn stops(ctx: &Context) -> (Vec<(Region, Id)>, Option<Region>) {
    let Seen { all, .. } = ctx.data(|data| data.get_temp::<Seen>(seen())).unwrap_or_default();
    let at = |place: Pos2| {
        let around = all.iter().filter(|(_, rect)| rect.contains(place));
        around.map(|(region, _)| *region).max()
    };
    let focus = ctx.memory(Memory::focused);
    let mut stops: Vec<(Region, Id)> = Vec::new();
    let mut here = None;
    ctx.viewport(|viewport| {
        for widget in viewport.this_pass.widgets.get_layer(LayerId::background()) {
            let Some(region) = at(widget.rect.center()) else { continue };
            if focus == Some(widget.id) {
                here = Some(region);
            }
            let stands = widget.enabled && widget.visible && widget.sense.is_focusable();
            if stands
                && widget.interact_rect.is_positive()
                && stops.iter().all(|(known, _)| *known != region)
            {
                stops.push((region, widget.id));
            }
        }
    });
    stops.sort_by_key(|(region, _)| *region);
    (stops, here)
}

/// The first place of the keyboard in a region that was shown.
#[must_use]
pub fn first(ctx: &Context, region: Region) -> Option<Id> {
    stops(ctx).0.into_iter().find(|(known, _)| *known == region).map(|(_, id)| id)
}

/// Leads the keyboard to the next region in which it can stand, or to the one before; asked for
/// once all of them were shown.
pub fn go_on(ctx: &Context, back: bool) {
    let (stops, here) = stops(ctx);
    let to = match here {
        Some(here) if back => stops.iter().rev().find(|(region, _)| *region < here),
        Some(here) => stops.iter().find(|(region, _)| *region > here),
        None if back => None,
        // Without a place of the keyboard it begins with the screen.
        None => stops.iter().find(|(region, _)| *region >= Region::Screen),
    };
    let around = if back { stops.last() } else { stops.first() };
    if let Some((_, id)) = to.or(around) {
        ctx.memory_mut(|memory| memory.request_focus(*id));
        ctx.request_repaint();
    }
}
