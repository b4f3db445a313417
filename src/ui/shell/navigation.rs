//! Left: the screens that exist, with icon and count; below them ledger and settings.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Popup, Pos2, Rect, Response, RichText, ScrollArea, Sense, Ui, WidgetInfo,
    pos2, scroll_area::ScrollBarVisibility, vec2,
};

use crate::text::Lang;
use crate::ui::action::{Action, Ask, Place, ThemeChoice};
use crate::ui::command::{Command, file_name, with_hint};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::extract::offers;
use crate::ui::fonts;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::button::{Button, focus_ring, icon_button, take_keyboard_back};
use crate::ui::widget::focus::place;
use crate::ui::widget::hint::Hint as _;
use crate::ui::widget::{line, paint_line};

/// Width of the bar where there is no room for its words.
const ICONS: f32 = 60.0;
/// Width of a window that has room for the words.
const ROOMY: f32 = 900.0;
/// Room that an entry has beside its words: icon before, count after them.
const BESIDE: f32 = 38.0 + 34.0 + 16.0;

/// Width of the bar in a window of that width: that of its longest word, or of its icons.
pub fn width(cx: &Context<'_>, ui: &Ui, room: f32) -> f32 {
    if room < ROOMY {
        return ICONS;
    }
    let others = ["app-ledger", "app-settings", "screen-help"];
    let screens = cx.screens().into_iter().map(|route| cx.screen_name(&route));
    let names = screens.chain(others.map(|key| cx.t(key)));
    let width = |name: String| {
        let font = fonts::semibold(BODY);
        line(ui, &name, font, ui.tokens().text, f32::INFINITY).size().x.ceil() + BESIDE
    };
    let least = if room < 1120.0 { 184.0 } else { 204.0 };
    names.map(width).fold(least, f32::max).min(room * 0.3)
}

/// Shows it; where it is higher than the window, it scrolls.
pub fn ui(route: &Route, cx: &Context<'_>, ui: &mut Ui) {
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded)
        .show(ui, |ui| entries(route, cx, ui));
}

fn entries(route: &Route, cx: &Context<'_>, ui: &mut Ui) {
    let height = ui.available_height();
    let low = height < LOW;
    let gap = if low { 0.0 } else { 2.0 };
    ui.spacing_mut().item_spacing.y = gap;
    if cx.is_whole() {
        book(cx, ui);
        drafts(cx, ui);
        ui.add_space(if low { 0.0 } else { 8.0 });
    }
    let screens = cx.screens();
    let all: f32 = screens.iter().map(|_| 1.0).sum::<f32>() + BELOW;
    // In a low window entries are lower, so that all of them can be seen.
    let each = (ui.available_height() / all - gap).floor().clamp(LOWEST, ENTRY);
    ui.spacing_mut().interact_size.y = each;
    for (place, target) in screens.into_iter().enumerate() {
        let count = count(&target, cx);
        let chosen = target.same_screen(route);
        let words = cx.screen_name(&target);
        let shown = entry(ui, target.icon(), &words, chosen, &count);
        if let Count::Late(late) = count {
            let late = cx.f("detail-overdue-count", &[("n", late.to_string())]);
            ui.ctx().accesskit_node_builder(shown.id, |node| node.set_description(late));
        }
        let hint = Command::Screen(place).hint(cx.text);
        if shown.hint(with_hint(&words, &hint)).clicked() {
            cx.send(Action::Go(target));
        }
    }
    // At the bottom, as long as there is room between them.
    let below = BELOW * (each + gap);
    ui.add_space((ui.available_height() - below).max(0.0));
    below_all(route, cx, ui);
}

/// What opens the choice of what to book.
fn book(cx: &Context<'_>, ui: &mut Ui) {
    let words = cx.t("form-book");
    let width = ui.available_width();
    let hint = with_hint(&words, &Command::Book.hint(cx.text));
    let shown = if width < ICONS {
        ui.add_enabled_ui(cx.can_book(), |ui| icon_button(ui, Icon::Pen, &words)).inner
    } else {
        let button = Button::new(&words).icon(Icon::Pen).width(width).enabled(cx.can_book());
        button.show(ui).hint(hint)
    };
    if shown.clicked() {
        cx.send(Action::Open(Ask::Choose(Around::All)));
    }
}

/// Ledger, settings and help.
fn below_all(route: &Route, cx: &Context<'_>, ui: &mut Ui) {
    let words = cx.t("app-ledger");
    let ledger = named(entry(ui, Icon::Folder, &words, false, &Count::None), &words);
    let menu = Popup::menu(&ledger).width(menu_width(cx, ui)).accessible_name(words);
    let menu = menu.show(|ui| ledger_menu(cx, route, ui));
    take_keyboard_back(ui, &ledger, menu.is_some());
    let words = cx.t("app-settings");
    let settings = named(entry(ui, Icon::Settings, &words, false, &Count::None), &words);
    if ui.data_mut(|data| data.remove_temp(place(Place::Settings))).unwrap_or(false) {
        settings.request_focus();
        Popup::open_id(ui.ctx(), Popup::default_response_id(&settings));
    }
    let menu = Popup::menu(&settings).width(320.0).accessible_name(words);
    let menu = menu.show(|ui| settings_menu(cx, ui));
    take_keyboard_back(ui, &settings, menu.is_some());
    let help = matches!(route, Route::Help(_));
    let words = cx.t("screen-help");
    let shown = entry(ui, Icon::Help, &words, help, &Count::None);
    let hint = Command::Help.hint(cx.text);
    if shown.hint(with_hint(&words, &hint)).clicked() {
        cx.send(Command::Help.action(cx, route));
    }
}

/// Says the name of an entry of which only the icon is shown.
fn named(entry: Response, words: &str) -> Response {
    if entry.rect.width() < ICONS { entry.hint(words) } else { entry }
}

/// Forms that were left, while there are any.
fn drafts(cx: &Context<'_>, ui: &mut Ui) {
    let count = cx.desk.own(cx.person.map(|person| person.person)).len();
    if count == 0 {
        return;
    }
    let words = cx.f("entry-drafts", &[("count", count.to_string())]);
    let width = ui.available_width();
    let shown = if width < ICONS {
        icon_button(ui, Icon::Grant, &words)
    } else {
        Button::new(&words).icon(Icon::Grant).bare().width(width).show(ui)
    };
    if shown.clicked() {
        cx.send(Action::Open(Ask::Drafts));
    }
}

/// Height of an entry where there is room, and at least.
const ENTRY: f32 = 36.0;
const LOWEST: f32 = 14.0;
/// Height of the bar from which on it is roomy.
pub const LOW: f32 = 500.0;
/// Entries at the bottom: ledger, settings, help.
const BELOW: f32 = 3.0;

/// A number beside an entry.
enum Count {
    None,
    Quiet(usize),
    Late(usize),
}

fn count(target: &Route, cx: &Context<'_>) -> Count {
    if *target == Route::Tasks {
        let rows = cx.data.tasks.value().map(Vec::as_slice).unwrap_or_default();
        let own = rows.iter().filter(|row| cx.is_mine(&row.task)).count();
        return if own == 0 { Count::None } else { Count::Quiet(own) };
    }
    if *target == Route::Deadlines {
        let rows = cx.data.deadlines.value().map(Vec::as_slice).unwrap_or_default();
        let late = rows.iter().filter(|row| row.overdue).count();
        return if late == 0 { Count::None } else { Count::Late(late) };
    }
    let Some(overview) = cx.data.overview.value() else { return Count::None };
    match target {
        Route::Grants(_) => Count::Quiet(overview.case_count),
        Route::Milestones if overview.late_milestones > 0 => Count::Late(overview.late_milestones),
        _ => Count::None,
    }
}

fn entry(ui: &mut Ui, icon: Icon, words: &str, chosen: bool, count: &Count) -> Response {
    let tokens = ui.tokens();
    let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, words));
    let radius = CornerRadius::same(6);
    if chosen {
        ui.painter().rect_filled(rect, radius, tokens.accent_soft);
        let mark = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(mark, radius, tokens.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, tokens.hover);
    }
    focus_ring(ui, &response, rect.shrink(2.0), 6);
    let ink = if chosen { tokens.accent } else { tokens.text };
    let icons = rect.width() < ICONS;
    // Beside its icon the number has no room but at the edge.
    let x = if icons { rect.left() + rect.width() * 0.3 } else { rect.left() + 20.0 };
    let side = (rect.height() - 1.0).min(17.0);
    let square = Rect::from_center_size(pos2(x, rect.center().y), vec2(side, side));
    icon.paint(ui.painter(), square, if chosen { tokens.accent } else { tokens.dim });
    if icons {
        let corner = pos2(rect.right() - 2.0, rect.center().y.min(rect.top() + 9.0));
        // In a low window no number touches that of the next entry.
        mark(ui, count, (corner, 9.5_f32.min(rect.height() - 6.0)));
        return response;
    }
    let used = mark(ui, count, (pos2(rect.right() - 10.0, rect.center().y), SMALL));
    let font = if chosen { fonts::semibold(BODY) } else { fonts::regular(BODY) };
    let place = rect.with_min_x(rect.left() + 38.0).with_max_x(rect.right() - used - 12.0);
    paint_line(ui, place, line(ui, words, font, ink, place.width() + 1.0), Align::Min);
    response
}

/// Paints the number with its right end there; the width that it takes.
fn mark(ui: &Ui, count: &Count, (at, points): (Pos2, f32)) -> f32 {
    let tokens = ui.tokens();
    match count {
        Count::None => 0.0,
        Count::Quiet(count) => {
            let font = fonts::regular(points);
            let galley = line(ui, &count.to_string(), font, tokens.dim, f32::INFINITY);
            let size = galley.size();
            ui.painter().galley(pos2(at.x - size.x, at.y - size.y / 2.0), galley, tokens.dim);
            size.x
        }
        Count::Late(count) => {
            let tone = tokens.late;
            let font = fonts::medium(points - 0.5);
            let galley = line(ui, &count.to_string(), font, tone.text, f32::INFINITY);
            let size = vec2(galley.size().x + points + 1.0, points + 6.0);
            let pill = Rect::from_center_size(pos2(at.x - size.x / 2.0, at.y), size);
            let stroke = eframe::egui::Stroke::new(1.0, tone.line);
            let kind = eframe::egui::StrokeKind::Inside;
            ui.painter().rect(pill, CornerRadius::same(9), tone.soft, stroke, kind);
            paint_line(ui, pill, galley, Align::Center);
            size.x
        }
    }
}

/// A command in a menu, with its keys.
fn item(ui: &mut Ui, cx: &Context<'_>, route: &Route, command: Command) {
    let width = ui.available_width();
    let hindrance = command.hindrance(cx, route);
    let (words, hint) = (command.name(cx.text), command.hint(cx.text));
    let button = Button::new(&words).icon(command.icon()).bare().width(width).hint(&hint);
    let shown = button.enabled(hindrance.is_none()).show(ui);
    if shown.clicked() {
        ui.close();
        cx.send(command.action(cx, route));
    } else if let Some(why) = hindrance {
        shown.hint(why);
    }
}

const OF_LEDGER: [Command; 9] = [
    Command::NewProgramme,
    Command::OpenLedger,
    Command::OpenSample,
    Command::SaveCopy,
    Command::BackUp,
    Command::Drill,
    Command::Restore,
    Command::PrintProgramme,
    Command::Quit,
];

/// So many ledgers that were open before stand in the menu; the search knows some more.
const RECENT: usize = 5;

/// Width at which the commands of the ledger stand on one line with their keys.
fn menu_width(cx: &Context<'_>, ui: &Ui) -> f32 {
    let ink = ui.tokens().text;
    let widths = OF_LEDGER.map(|command| {
        let name = line(ui, &command.name(cx.text), fonts::medium(BODY), ink, f32::INFINITY);
        let keys = line(ui, &command.hint(cx.text), fonts::regular(SMALL), ink, f32::INFINITY);
        name.size().x.ceil() + keys.size().x.ceil() + 84.0
    });
    widths.into_iter().fold(260.0, f32::max)
}

fn ledger_menu(cx: &Context<'_>, route: &Route, ui: &mut Ui) {
    let offered = |command: &Command| cx.is_whole() || offers(*command);
    for command in OF_LEDGER.into_iter().filter(offered) {
        item(ui, cx, route, command);
    }
    let mut recent = Command::recent(cx).take(RECENT).peekable();
    if recent.peek().is_some() {
        ui.add_space(4.0);
        let heading = RichText::new(cx.t("desktop-recent")).size(SMALL).color(ui.tokens().dim);
        ui.label(heading);
    }
    for command in recent {
        recent_ledger(ui, cx, route, command);
    }
}

/// A ledger that was open before: its name, and where it lies when the mouse stays on it.
fn recent_ledger(ui: &mut Ui, cx: &Context<'_>, route: &Route, command: Command) {
    let Action::OpenFile(path) = command.action(cx, route) else { return };
    let words = cx.f("desktop-recent-open", &[("file", file_name(&path))]);
    let button = Button::new(&words).icon(command.icon()).bare().width(ui.available_width());
    if button.show(ui).hint(path.display().to_string()).clicked() {
        ui.close();
        cx.send(Action::OpenFile(path));
    }
}

fn settings_menu(cx: &Context<'_>, ui: &mut Ui) {
    let dim = ui.tokens().dim;
    let heading = |ui: &mut Ui, key: &str| {
        ui.add_space(4.0);
        ui.label(RichText::new(cx.t(key)).size(SMALL).color(dim));
    };
    heading(ui, "app-language");
    ui.horizontal(|ui| {
        for lang in Lang::ALL {
            let words = cx.text.language(lang);
            let button = Button::new(&words).bare().selected(cx.lang() == lang);
            if button.show(ui).clicked() {
                cx.send(Action::SetLanguage(lang));
            }
        }
    });
    heading(ui, "paper-language");
    ui.horizontal(|ui| {
        let follows = cx.t("command-paper-follows");
        let languages = Lang::ALL.map(|lang| (Some(lang), cx.text.language(lang)));
        for (lang, words) in std::iter::once((None, follows)).chain(languages) {
            let name = cx.f("command-paper-language", &[("language", words.clone())]);
            let button = Button::new(&words).bare().selected(cx.paper_choice == lang);
            if button.show(ui).accessible_name(name).clicked() {
                cx.send(Action::SetPaperLanguage(lang));
            }
        }
    });
    heading(ui, "app-theme");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for theme in ThemeChoice::ALL {
            let words = cx.t(theme.key());
            if Button::new(&words).bare().selected(cx.theme == theme).show(ui).clicked() {
                cx.send(Action::SetTheme(theme));
            }
        }
    });
    heading(ui, "app-zoom");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for zoom in [100_u16, 125, 150, 175, 200] {
            let words = cx.text.rate(zoom.into());
            if Button::new(&words).bare().selected(cx.zoom == zoom).show(ui).clicked() {
                cx.send(Action::SetZoom(zoom));
            }
        }
    });
}
