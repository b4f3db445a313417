//! Left: the screens that exist, with icon and count; below them ledger and settings.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CornerRadius, Layout, Popup, Rect, Response, RichText, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::store::view::MilestoneState;
use crate::text::Lang;
use crate::ui::action::{Action, Ask, ThemeChoice};
use crate::ui::context::Context;
use crate::ui::dialog::Around;
use crate::ui::fonts;
use crate::ui::icon::Icon;
use crate::ui::route::Route;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::button::{Button, focus_ring};
use crate::ui::widget::{line, paint_line};

/// Shows it.
pub fn ui(route: &Route, cx: &Context<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let words = cx.t("form-book");
    let width = ui.available_width();
    let button = Button::new(&words).icon(Icon::Pen).width(width).enabled(cx.can_book());
    if button.show(ui).clicked() {
        cx.send(Action::Open(Ask::Choose(Around::All)));
    }
    ui.add_space(8.0);
    for target in Route::all() {
        let count = count(&target, cx);
        let chosen = target.same_screen(route);
        let words = cx.t(target.key());
        if entry(ui, target.icon(), &words, chosen, &count).clicked() {
            cx.send(Action::Go(target));
        }
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        let settings = entry(ui, Icon::Settings, &cx.t("app-settings"), false, &Count::None);
        Popup::menu(&settings).width(260.0).accessible_name(cx.t("app-settings")).show(|ui| {
            settings_menu(cx, ui);
        });
        let ledger = entry(ui, Icon::Folder, &cx.t("app-ledger"), false, &Count::None);
        Popup::menu(&ledger).width(260.0).accessible_name(cx.t("app-ledger")).show(|ui| {
            ledger_menu(cx, ui);
        });
    });
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
        let Some(person) = cx.person else { return Count::None };
        let own = rows.iter().filter(|row| row.task.is_for(person.hand(), cx.today)).count();
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

fn item(ui: &mut Ui, icon: Icon, words: &str, enabled: bool) -> bool {
    let width = ui.available_width();
    let button = Button::new(words).icon(icon).bare().width(width).enabled(enabled);
    let clicked = button.show(ui).clicked();
    if clicked {
        ui.close();
    }
    clicked
}

fn ledger_menu(cx: &Context<'_>, ui: &mut Ui) {
    let open = cx.ledger.is_some();
    if item(ui, Icon::Add, &cx.t("app-new"), true) {
        cx.send(Action::Open(Ask::NewProgramme));
    }
    if item(ui, Icon::Folder, &cx.t("app-open"), true) {
        cx.send(Action::OpenLedger);
    }
    if item(ui, Icon::Overview, &cx.t("app-open-sample"), true) {
        cx.send(Action::OpenSample);
    }
    if item(ui, Icon::Save, &cx.t("app-save-copy"), open) {
        cx.send(Action::SaveCopy);
    }
    if item(ui, Icon::Print, &cx.t("screen-print-programme"), open) {
        cx.send(Action::PrintProgramme);
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
    heading(ui, "app-theme");
    ui.horizontal(|ui| {
        let themes = [
            (ThemeChoice::System, "app-theme-system"),
            (ThemeChoice::Light, "app-theme-light"),
            (ThemeChoice::Dark, "app-theme-dark"),
        ];
        for (theme, key) in themes {
            let words = cx.t(key);
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
