//! Left: the screens that exist, with icon and count; below them ledger and settings.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Layout, Popup, Rect, Response, RichText, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::store::view::MilestoneState;
use crate::text::Lang;
use crate::ui::action::{Action, Ask, ThemeChoice};
use crate::ui::command::{Command, with_hint};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::fonts;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::button::{Button, focus_ring, take_keyboard_back};
use crate::ui::widget::{line, paint_line};

/// Shows it.
pub fn ui(route: &Route, cx: &Context<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let words = cx.t("form-book");
    let width = ui.available_width();
    let button = Button::new(&words).icon(Icon::Pen).width(width).enabled(cx.can_book());
    let shown = button.show(ui);
    if shown.on_hover_text(with_hint(&words, &Command::Book.hint(cx.text))).clicked() {
        cx.send(Action::Open(Ask::Choose(Around::All)));
    }
    drafts(cx, ui);
    ui.add_space(8.0);
    for (place, target) in Route::all().into_iter().enumerate() {
        let count = count(&target, cx);
        let chosen = target.same_screen(route);
        let words = cx.t(target.key());
        let shown = entry(ui, target.icon(), &words, chosen, &count);
        let hint = Command::Screen(place).hint(cx.text);
        if shown.on_hover_text(with_hint(&words, &hint)).clicked() {
            cx.send(Action::Go(target));
        }
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        let help = matches!(route, Route::Help(_));
        let words = cx.t("screen-help");
        let shown = entry(ui, Icon::Help, &words, help, &Count::None);
        let hint = Command::Help.hint(cx.text);
        if shown.on_hover_text(with_hint(&words, &hint)).clicked() {
            cx.send(Command::Help.action(cx, route));
        }
        let settings = entry(ui, Icon::Settings, &cx.t("app-settings"), false, &Count::None);
        let menu = Popup::menu(&settings).width(260.0).accessible_name(cx.t("app-settings"));
        let menu = menu.show(|ui| settings_menu(cx, ui));
        take_keyboard_back(ui, &settings, menu.is_some());
        let ledger = entry(ui, Icon::Folder, &cx.t("app-ledger"), false, &Count::None);
        let menu = Popup::menu(&ledger).width(260.0).accessible_name(cx.t("app-ledger"));
        let menu = menu.show(|ui| ledger_menu(cx, route, ui));
        take_keyboard_back(ui, &ledger, menu.is_some());
    });
}

/// Forms that were left, while there are any.
fn drafts(cx: &Context<'_>, ui: &mut Ui) {
    let count = cx.desk.own(cx.person.map(|person| person.person)).len();
    if count == 0 {
        return;
    }
    let words = cx.f("entry-drafts", &[("count", count.to_string())]);
    let width = ui.available_width();
    let button = Button::new(&words).icon(Icon::Grant).bare().width(width);
    if button.show(ui).clicked() {
        cx.send(Action::Open(Ask::Drafts));
    }
}

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
    let Some(overview) = cx.data.overview.value() else { return Count::None };
    match target {
        Route::Grants(_) => Count::Quiet(overview.grant_count),
        Route::Milestones => {
            let all = overview.milestones.iter();
            match all.filter(|row| row.state == MilestoneState::Late).count() {
                0 => Count::None,
                late => Count::Late(late),
            }
        }
        _ => Count::None,
    }
}

fn entry(ui: &mut Ui, icon: Icon, words: &str, chosen: bool, count: &Count) -> Response {
    let tokens = ui.tokens();
    let size = vec2(ui.available_width(), 36.0);
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
    let square =
        Rect::from_center_size(pos2(rect.left() + 20.0, rect.center().y), vec2(17.0, 17.0));
    icon.paint(ui.painter(), square, if chosen { tokens.accent } else { tokens.dim });
    let font = if chosen { fonts::semibold(BODY) } else { fonts::regular(BODY) };
    let reserve = if matches!(count, Count::None) { 8.0 } else { 34.0 };
    let place =
        Rect::from_min_max(pos2(rect.left() + 38.0, rect.top()), rect.max - vec2(reserve, 0.0));
    paint_line(ui, place, line(ui, words, font, ink, place.width()), Align::Min);
    let number = Rect::from_min_max(pos2(place.right(), rect.top()), rect.max - vec2(10.0, 0.0));
    match count {
        Count::None => {}
        Count::Quiet(count) => {
            let galley =
                line(ui, &count.to_string(), fonts::regular(SMALL), tokens.dim, number.width());
            paint_line(ui, number, galley, Align::Max);
        }
        Count::Late(count) => {
            let tone = tokens.late;
            let galley = line(ui, &count.to_string(), fonts::medium(11.5), tone.text, 24.0);
            let size = vec2(galley.size().x + 13.0, 18.0);
            let centre = pos2(number.right() - size.x / 2.0, number.center().y);
            let pill = Rect::from_center_size(centre, size);
            let stroke = eframe::egui::Stroke::new(1.0, tone.line);
            let kind = eframe::egui::StrokeKind::Inside;
            ui.painter().rect(pill, CornerRadius::same(9), tone.soft, stroke, kind);
            paint_line(ui, pill, galley, Align::Center);
        }
    }
    response
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
        shown.on_hover_text(why);
    }
}

fn ledger_menu(cx: &Context<'_>, route: &Route, ui: &mut Ui) {
    let commands = [
        Command::NewProgramme,
        Command::OpenLedger,
        Command::OpenSample,
        Command::SaveCopy,
        Command::PrintProgramme,
        Command::Quit,
    ];
    for command in commands {
        item(ui, cx, route, command);
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
        for (lang, key) in [(Lang::De, "app-language-de"), (Lang::En, "app-language-en")] {
            let words = cx.t(key);
            let button = Button::new(&words).bare().selected(cx.lang() == lang);
            if button.show(ui).clicked() {
                cx.send(Action::SetLanguage(lang));
            }
        }
    });
    heading(ui, "paper-language");
    ui.horizontal(|ui| {
        let follows = cx.t("command-paper-follows");
        let languages = [
            (None, follows),
            (Some(Lang::De), cx.t("app-language-de")),
            (Some(Lang::En), cx.t("app-language-en")),
        ];
        for (lang, words) in languages {
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
