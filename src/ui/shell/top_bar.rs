//! Top: programme, sample mark, Stichtag, Datenstand and the acting person.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Align2, ComboBox, CornerRadius, Frame, Key, Label, Layout, Margin, Pos2, Rect, RichText,
    Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::domain::Day;
use crate::text::Lang;
use crate::ui::action::{Action, Place};
use crate::ui::command::Command;
use crate::ui::context::Context;
use crate::ui::data::Known;
use crate::ui::fonts;
use crate::ui::icon::Icon;
use crate::ui::known;
use crate::ui::palette;
use crate::ui::theme::{BODY, SMALL, TokensOf as _};
use crate::ui::widget::button::{focus_ring, open_by_key};
use crate::ui::widget::hint::Hint as _;
use crate::ui::widget::options::{self, Start};
use crate::ui::widget::{at_end_wide, focus, line, make_again, paint_line};

/// The two times as they are typed.
#[derive(Debug, Default)]
pub struct TopBar {
    as_of: Typed,
    known: Typed,
    /// What the texts were made from; when it changes elsewhere they are made again.
    shown: Option<(Day, Known, Lang)>,
}

/// Width of the bar from which on it has the name of the program.
const NAMES: f32 = 960.0;
/// Width of the bar from which on the two times have their names inside.
const LABELS: f32 = 760.0;

/// A field of the bar.
#[derive(Debug, Default)]
struct Typed {
    text: String,
    wrong: Option<String>,
}

impl TopBar {
    /// Shows it.
    pub fn ui(&mut self, cx: &Context<'_>, ui: &mut Ui) {
        let tokens = ui.tokens();
        self.follow(cx);
        ui.horizontal(|ui| {
            ui.set_min_height(34.0);
            let room = ui.available_width();
            let labels = room > LABELS;
            if room > NAMES {
                let name = RichText::new(cx.t("app-name")).font(fonts::semibold(15.5));
                ui.label(name.color(tokens.text));
                ui.add_space(10.0);
            }
            let wide = ui.available_width() > 1240.0;
            let find = if wide { 258.0 } else { 48.0 };
            // What stands at the end took so much in the frame before.
            let end = ui.scope_id().with("end");
            let taken: f32 = ui.data(|data| data.get_temp(end)).unwrap_or(610.0 + find);
            if let Some(ledger) = cx.ledger {
                let room = ui.available_width() - taken - 16.0;
                let sample = if ledger.programme.sample { 250.0 } else { 0.0 };
                programme(ui, &ledger.programme.name, room - sample);
                if ledger.programme.sample {
                    sample_mark(ui, cx, room > 200.0);
                }
            }
            let ((), now) = at_end_wide(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                self.as_of(ui, cx, labels);
                // An extract has one Datenstand, and nobody acts in it.
                if cx.is_whole() {
                    self.known(ui, cx, labels);
                }
                search(ui, cx, if wide { 250.0 } else { 40.0 });
                if cx.is_whole() {
                    person(ui, cx, if wide { 176.0 } else { 138.0 });
                }
            });
            if (now - taken).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(end, now));
                make_again(ui.ctx(), "room for the name of the programme");
            }
        });
    }

    fn follow(&mut self, cx: &Context<'_>) {
        let now = (cx.as_of, cx.known, cx.lang());
        if self.shown == Some(now) {
            return;
        }
        self.shown = Some(now);
        self.as_of = Typed { text: cx.text.day(cx.as_of), wrong: None };
        self.known = Typed { text: known::words(cx, cx.known), wrong: None };
    }

    fn as_of(&mut self, ui: &mut Ui, cx: &Context<'_>, labels: bool) {
        let label = cx.t("as-of");
        let left =
            field(ui, (Icon::Calendar, Place::AsOf), (&label, labels), &mut self.as_of, 84.0);
        match (cx.text.parse_day(&self.as_of.text, cx.today), left) {
            (_, Left::Not) => {}
            // What was refused by Enter stays with its reason until it is changed.
            (Err(_), Left::Elsewhere) if self.as_of.wrong.is_some() => {}
            (Ok(day), Left::Enter | Left::Elsewhere) => {
                self.shown = None;
                cx.send(Action::SetAsOf(day));
            }
            // What is not taken over does not stay beside figures of another day.
            (_, Left::Elsewhere | Left::Escape) => self.shown = None,
            (Err(why), Left::Enter) => self.as_of.wrong = Some(cx.text.day_entry(why)),
        }
    }

    fn known(&mut self, ui: &mut Ui, cx: &Context<'_>, labels: bool) {
        let label = cx.t("known");
        let left = field(ui, (Icon::Clock, Place::Known), (&label, labels), &mut self.known, 78.0);
        match (known::read(cx, &self.known.text), left) {
            (_, Left::Not) => {}
            (Err(_), Left::Elsewhere) if self.known.wrong.is_some() => {}
            (Ok(known), Left::Enter | Left::Elsewhere) => {
                self.shown = None;
                cx.send(Action::SetKnown(known));
            }
            (_, Left::Elsewhere | Left::Escape) => self.shown = None,
            (Err(why), Left::Enter) => self.known.wrong = Some(why),
        }
    }
}

/// How the keyboard left a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Not,
    Enter,
    Escape,
    /// By Tab or a click.
    Elsewhere,
}

/// A field with its label inside, where there is room for it; says how it was left.
fn field(
    ui: &mut Ui,
    (icon, place_id): (Icon, Place),
    (label, labelled): (&str, bool),
    typed: &mut Typed,
    width: f32,
) -> Left {
    let tokens = ui.tokens();
    let edge = if typed.wrong.is_some() { tokens.late.text } else { tokens.line_field };
    let name = line(ui, label, fonts::regular(BODY), tokens.dim, f32::INFINITY);
    let words = if labelled { name.size().x + 9.0 } else { 0.0 };
    let size = vec2(15.0 + words + width + 27.0, 32.0);
    let (rect, place) = ui.allocate_exact_size(size, Sense::hover());
    let stroke = Stroke::new(tokens.border, edge);
    ui.painter().rect(rect, CornerRadius::same(6), tokens.field, stroke, StrokeKind::Inside);
    let builder = UiBuilder::new()
        .id_salt(label)
        .max_rect(rect.shrink2(vec2(9.0, 2.0)))
        .layout(Layout::left_to_right(Align::Center));
    let mut inside = ui.new_child(builder);
    inside.spacing_mut().interact_size.y = 24.0;
    let (square, _) = inside.allocate_exact_size(vec2(15.0, 15.0), Sense::hover());
    icon.paint(inside.painter(), square, tokens.dim);
    let name = labelled.then(|| inside.label(RichText::new(label).size(BODY).color(tokens.dim)).id);
    let edit = TextEdit::singleline(&mut typed.text)
        .id(focus::place(place_id))
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .min_size(vec2(0.0, 24.0))
        .font(fonts::medium(BODY))
        .align(Align2::LEFT_CENTER)
        .desired_width(width);
    let response = inside.add(edit);
    let response = match name {
        Some(name) => response.labelled_by(name),
        None => response.hint(label).accessible_name(label),
    };
    focus::select_all(&inside, &response, &typed.text);
    if response.changed() {
        typed.wrong = None;
    }
    if response.has_focus() {
        let stroke = Stroke::new(tokens.focus, tokens.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(6), stroke, StrokeKind::Inside);
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let left = match response.lost_focus() {
        false => Left::Not,
        true if pressed(Key::Enter) => {
            response.request_focus();
            Left::Enter
        }
        true if pressed(Key::Escape) => Left::Escape,
        true => Left::Elsewhere,
    };
    if let Some(wrong) = &typed.wrong {
        place.show_tooltip_ui(|ui| {
            ui.label(RichText::new(wrong).size(SMALL).color(tokens.late.text));
        });
    }
    left
}

/// The way into the search: as wide as there is room, at least its icon.
fn search(ui: &mut Ui, cx: &Context<'_>, width: f32) {
    let tokens = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 32.0), Sense::click());
    let name = palette::name(cx.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let edge = if response.hovered() { tokens.accent } else { tokens.line_field };
    let stroke = Stroke::new(1.0, edge);
    ui.painter().rect(rect, CornerRadius::same(6), tokens.field, stroke, StrokeKind::Inside);
    focus_ring(ui, &response, rect, 6);
    let centre = pos2(rect.left() + 20.0, rect.center().y);
    icon_at(ui, Icon::Search, centre);
    if width > 100.0 {
        let mut place = Rect::from_min_max(pos2(rect.left() + 36.0, rect.top()), rect.max);
        place.set_right(rect.right() - 10.0);
        let keys = Command::Search.hint(cx.text);
        let hint = line(ui, &keys, fonts::regular(SMALL), tokens.dim, f32::INFINITY);
        let room = place.width() - hint.size().x - 8.0;
        paint_line(ui, place, hint, Align::Max);
        let words = cx.t("search-place");
        let words = line(ui, &words, fonts::regular(BODY), tokens.dim, room);
        paint_line(ui, place, words, Align::Min);
    }
    if response.hint(name).clicked() {
        cx.send(Action::Search(String::new()));
    }
}

fn icon_at(ui: &Ui, icon: Icon, centre: Pos2) {
    let square = Rect::from_center_size(centre, vec2(15.0, 15.0));
    icon.paint(ui.painter(), square, ui.tokens().dim);
}

/// The name of the programme where it has room in full, else cut where there is much room: it may
/// be very long.
fn programme(ui: &mut Ui, name: &str, room: f32) {
    let ink = ui.tokens().dim;
    let needed = line(ui, name, fonts::regular(BODY), ink, f32::INFINITY).size().x.ceil() + 2.0;
    let width = needed.min(room.min(330.0));
    if width < needed && room < 330.0 {
        return;
    }
    let label = Label::new(RichText::new(name).color(ink)).truncate();
    let row = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, 24.0), row, |ui| ui.add(label));
}

/// Says that the figures are no official ones; in one word where there is no room for all.
fn sample_mark(ui: &mut Ui, cx: &Context<'_>, roomy: bool) {
    let tokens = ui.tokens();
    let words = cx.t("sample-data");
    let tone = tokens.sample;
    let shown = if roomy { words.clone() } else { cx.t("access-sample") };
    let galley = line(ui, &shown, fonts::medium(SMALL), tone.text, f32::INFINITY);
    let size = galley.size() + vec2(16.0, 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let stroke = Stroke::new(tokens.border, tone.line);
    ui.painter().rect(rect, CornerRadius::same(4), tone.soft, stroke, StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(8.0, 4.0), galley, tone.text);
    if !roomy {
        response.hint(words);
    }
}

fn person(ui: &mut Ui, cx: &Context<'_>, width: f32) {
    let Some(ledger) = cx.ledger else { return };
    let name = cx.person.map_or_else(|| cx.t("app-nobody"), |person| cx.person_name(person));
    let label = cx.t("app-person");
    let shown = ComboBox::from_id_salt("person")
        .selected_text(RichText::new(name).font(fonts::medium(BODY)))
        .width(width)
        .height(360.0)
        .truncate()
        .show_ui(ui, |ui| {
            ui.set_min_width(340.0);
            let (mut rows, mut at) = (Vec::new(), 0);
            for (place, person) in ledger.persons.iter().enumerate() {
                let roles = person.roles.iter().map(|role| cx.text.role(*role));
                let roles = roles.collect::<Vec<_>>().join(", ");
                let words = [cx.person_name(person), roles].join(" · ");
                let chosen = cx.person.is_some_and(|row| row.person == person.person);
                at = if chosen { place } else { at };
                let row = ui.selectable_label(chosen, words);
                if row.clicked() {
                    cx.send(Action::SetPerson(person.person));
                    ui.close();
                }
                rows.push(row);
            }
            options::lead(ui, ui.scope_id(), &rows, Start::At(at));
            if ledger.programme.sample {
                ui.set_max_width(340.0);
                let words = RichText::new(cx.t("app-person-sample")).size(SMALL);
                ui.add(Label::new(words.color(ui.tokens().dim)).wrap());
            }
        });
    open_by_key(ui, &shown.response, shown.inner.is_some());
    shown.response.accessible_name(label);
}
