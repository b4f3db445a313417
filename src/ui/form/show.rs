//! Shows the fields of a form: short ones beside each other, groups and lists below a heading.

use eframe::egui::Ui;
use eframe::egui::accesskit::Role;

use super::drawing;
use super::option::{self, Scope};
use super::value::{imprecise, is_bilingual, setting_fields};
use super::{Field, Shape, Value, Values};
use crate::domain::refusal::Misfit;
use crate::domain::{Kind, Precision, Refusal};
use crate::text::Lang;
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::widget::button::{Button, icon_button};
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, How, Typed};

/// What a form is shown with.
pub struct Sheet<'a> {
    /// Surroundings.
    pub cx: &'a Context<'a>,
    /// Kind of the entry.
    pub kind: Kind,
    /// What the form is about.
    pub scope: Scope,
}

/// Every precision by its name in a body.
const PRECISIONS: [(&str, Precision); 7] = [
    ("day", Precision::Day),
    ("month", Precision::Month),
    ("quarter", Precision::Quarter),
    ("half", Precision::Half),
    ("mid_year", Precision::MidYear),
    ("year", Precision::Year),
    ("period", Precision::Period),
];

/// Columns of a row.
const WIDE: u8 = 4;

/// Shows the fields with their values.
pub fn show(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    form: &mut Form<'_>,
    fields: &[Field],
    values: &mut [Value],
) {
    sheet.fields(ui, form, (fields, ""), values);
}

/// Tells the screen reader what the fields of this part are about: names recur between parts.
fn as_group(ui: &Ui, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Group);
        node.set_label(name);
    });
}

impl Sheet<'_> {
    fn fields(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        (fields, path): (&[Field], &str),
        values: &mut [Value],
    ) {
        let mut rest = values;
        let mut fields = fields;
        while let Some(count) = row(fields) {
            let (now, later) = fields.split_at(count);
            let (own, others) = rest.split_at_mut(count);
            (fields, rest) = (later, others);
            self.row(ui, form, (now, path), own);
        }
    }

    fn row(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        (fields, path): (&[Field], &str),
        values: &mut [Value],
    ) {
        let mut shown: Vec<(&Field, &mut Value)> = Vec::new();
        for (field, value) in fields.iter().zip(values) {
            if field.shape == Shape::Kept {
                form.complete &= !field.needed || *value != Value::Kept(serde_json::Value::Null);
            } else {
                shown.push((field, value));
            }
        }
        let units: Vec<f32> = shown.iter().map(|(field, _)| f32::from(width(field))).collect();
        match &mut shown[..] {
            [] => {}
            [(field, value)] if width(field) == WIDE || field.shape == Shape::YesNo => {
                self.field(ui, form, (field, path, false), value);
            }
            shown => {
                let mut weights = units.clone();
                let left = f32::from(WIDE) - units.iter().sum::<f32>();
                if left > 0.0 && shown.iter().all(|(field, _)| is_narrow(field)) {
                    weights.push(left);
                }
                card::columns(ui, &weights, |index, ui| {
                    if let Some((field, value)) = shown.get_mut(index) {
                        self.field(ui, form, (field, path, true), value);
                    }
                });
            }
        }
    }

    /// A label within a sentence: English begins it small, German nouns stay as they are.
    fn within(&self, label: &str) -> String {
        let mut letters = label.chars();
        match (self.cx.lang(), letters.next()) {
            (Lang::En, Some(first)) if letters.as_str().starts_with(char::is_lowercase) => {
                first.to_lowercase().chain(letters).collect()
            }
            _ => label.to_owned(),
        }
    }

    fn adding(&self, label: &str) -> String {
        self.cx.f("form-add", &[("what", self.within(label))])
    }

    fn label(&self, field: &Field, path: &str) -> String {
        option::label(self.cx, self.kind, &joined(path, field.name))
    }

    fn field(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        (field, path, beside): (&Field, &str, bool),
        value: &mut Value,
    ) {
        let label = self.label(field, path);
        let needed = field.needed;
        match (value, field.shape) {
            (Value::Text(text), Shape::Long) => form.long(ui, &label, text, needed),
            (Value::Text(text), shape) => form.typed(ui, &label, text, (typed(shape), needed)),
            (Value::Flag(flag), _) => {
                form.flag(ui, &label, flag, beside);
                if field.name == "context" {
                    card::dim(ui, &self.cx.t("form-context-means"));
                }
            }
            (Value::Kept(kept), Shape::Drawing) => {
                drawing::show(ui, self.cx, form, &label, kept);
            }
            (Value::Chosen(chosen), shape) => {
                let open = match shape {
                    Shape::Grant => self.kind.needs_open_case(),
                    Shape::Milestone => {
                        matches!(self.kind, Kind::MilestoneReached | Kind::MilestoneForecast)
                    }
                    _ => false,
                };
                let (cx, which) = ((self.cx, &*ui), (open, chosen.as_deref()));
                let options = option::listed(cx, shape, &self.scope, which);
                form.pick(ui, &label, chosen, (&options, needed));
            }
            (Value::Several(chosen), Shape::Several(prefix, names)) => {
                let words = |name: &&str| option::name(self.cx, prefix, name);
                let options: Vec<_> =
                    names.iter().map(|name| ((*name).to_owned(), words(name))).collect();
                form.several(ui, &label, chosen, (&options, needed));
            }
            (Value::Date(precision, from, until), _) => {
                self.date(ui, form, (&label, needed), (precision, from, until));
            }
            (Value::Group(open, values), Shape::Group(fields)) => {
                self.group(ui, form, (field, fields, path), (open, values));
            }
            (Value::List(list), Shape::List(fields)) => {
                self.list(ui, form, (field, fields, path), list);
            }
            (Value::Each(all), Shape::Each(shape)) => {
                self.each(ui, form, (field, *shape, path), all);
            }
            (Value::Setting(name, values), _) => {
                let (cx, shape) = ((self.cx, &*ui), Shape::Setting);
                let options = option::listed(cx, shape, &self.scope, (false, None));
                if form.pick(ui, &label, name, (&options, needed)) {
                    *values = self.setting(name.as_deref());
                }
                let fields = setting_fields(name.as_deref());
                let path = joined(path, field.name);
                self.fields(ui, form, (fields, &path), &mut values.0);
                if name.as_deref() == Some("letterhead") {
                    card::dim(ui, &self.cx.t("letterhead-printed"));
                }
            }
            _ => {}
        }
    }

    /// The fields of a setting, filled with what holds now; a letterhead with that of the founding
    /// while no other was laid down.
    fn setting(&self, name: Option<&str>) -> Values {
        let (cx, fields) = (self.cx, setting_fields(name));
        let all = cx.data.choices.value().map(|all| all.masters.settings.as_slice());
        let present = all.unwrap_or_default().iter().find(|row| name == Some(&row.setting.key()));
        let json = match (present, cx.ledger, name) {
            (Some(row), ..) => serde_json::to_value(&row.setting).unwrap_or_default(),
            (None, Some(ledger), Some("letterhead")) => {
                serde_json::json!({ "authority": ledger.programme.authority })
            }
            _ => serde_json::Value::Null,
        };
        Values::of(fields, &json, cx.text)
    }

    fn date(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        (label, needed): (&str, bool),
        (precision, from, until): (&mut Option<String>, &mut String, &mut String),
    ) {
        let cx = self.cx;
        let options = PRECISIONS.map(|(key, own)| (key.to_owned(), cx.text.precision(own)));
        let needed = needed || !from.trim().is_empty();
        let last = [label, &cx.t("form-until")].join(": ");
        card::columns(ui, &[1.2, 1.6, 1.2], |index, ui| match index {
            0 => {
                form.typed(ui, label, from, (Typed::Day, needed));
                // Who types a day means a day, unless something else is chosen.
                if precision.is_none() && cx.text.parse_day(from, cx.today).is_ok() {
                    *precision = Some("day".to_owned());
                }
            }
            1 => {
                let label = cx.f("form-precision", &[("label", label.to_owned())]);
                form.pick(ui, &label, precision, (&options, needed));
            }
            _ if precision.as_deref() == Some("period") => {
                form.typed(ui, &last, until, (Typed::Day, true));
            }
            _ => {}
        });
        if let Some(date) = imprecise(precision.as_deref(), from, until, cx.text, cx.today) {
            card::dim(ui, &cx.f("form-means", &[("date", cx.text.date(&date))]));
        } else if let Some(refusal) = backwards(cx, precision.as_deref(), from, until) {
            form.misfit(ui, [label, &last], &cx.text.refusal_sentence(&refusal));
        } else if needed {
            form.complete = false;
        }
    }

    fn group(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        (field, fields, path): (&Field, &[Field], &str),
        (open, values): (&mut bool, &mut Values),
    ) {
        let path = joined(path, field.name);
        let label = option::label(self.cx, self.kind, &path);
        if !field.needed && !*open {
            let words = self.adding(&label);
            ui.add_space(4.0);
            let response = Button::new(&words).bare().icon(Icon::Add).show(ui);
            if response.clicked() {
                *open = true;
                form.add(&response, &label, ui.scope_id().with(field.name));
            }
            return;
        }
        form.begin_row(ui.scope_id().with(field.name));
        if !field.needed {
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                card::heading(ui, &label);
                let words = self.cx.f("form-leave-out", &[("what", self.within(&label))]);
                let response = icon_button(ui, Icon::Close, &words);
                if response.clicked() {
                    *open = false;
                    form.note(response.id, &label, How::Removed);
                }
            });
        } else if (visible(fields) > 1 || field.name == "from") && !is_bilingual(fields) {
            ui.add_space(4.0);
            card::heading(ui, &label);
        }
        if is_bilingual(fields) {
            self.bilingual(ui, form, &label, values);
        } else {
            ui.push_id(field.name, |ui| {
                as_group(ui, &label);
                self.fields(ui, form, (fields, &path), &mut values.0);
            });
        }
    }

    /// A text in both languages, side by side.
    fn bilingual(&self, ui: &mut Ui, form: &mut Form<'_>, label: &str, values: &mut Values) {
        let [Value::Text(german), Value::Text(english)] = &mut values.0[..] else { return };
        let named = |name: &str| [label, &option::label(self.cx, self.kind, name)].join(": ");
        card::columns(ui, &[1.0, 1.0], |index, ui| {
            if index == 0 {
                form.typed(ui, &named("de"), german, (Typed::Words, true));
                return;
            }
            form.typed(ui, &named("en"), english, (Typed::Words, false));
            if english.trim().is_empty() {
                card::dim(ui, &self.cx.t("form-english-empty"));
            }
        });
    }

    fn list(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        (field, fields, path): (&Field, &[Field], &str),
        list: &mut Vec<Values>,
    ) {
        let path = joined(path, field.name);
        let what = option::label(self.cx, self.kind, &path);
        let mut removed = None;
        let rows = ui.scope_id().with(field.name);
        for (index, values) in list.iter_mut().enumerate() {
            form.begin_row(rows.with(index));
            let words = [("what", what.clone()), ("number", (index + 1).to_string())];
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                let item = self.cx.f("form-item", &words);
                card::heading(ui, &item);
                let response = icon_button(ui, Icon::Close, &self.cx.f("form-remove", &words));
                if response.clicked() {
                    removed = Some(index);
                    form.note(response.id, &item, How::Removed);
                }
            });
            ui.push_id((field.name, index), |ui| {
                as_group(ui, &self.cx.f("form-item", &words));
                self.fields(ui, form, (fields, &path), &mut values.0);
            });
        }
        if let Some(index) = removed {
            list.remove(index);
        }
        ui.add_space(2.0);
        let words = self.adding(&what);
        let response = Button::new(&words).icon(Icon::Add).show(ui);
        if response.clicked() {
            form.add(&response, &what, rows.with(list.len()));
            let next = list.last().map_or_else(|| Values::blank(fields), Values::next);
            list.push(next);
        }
    }

    fn each(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        (field, shape, path): (&Field, Shape, &str),
        all: &mut Vec<Value>,
    ) {
        let what = option::label(self.cx, self.kind, &joined(path, field.name));
        let mut removed = None;
        let rows = ui.scope_id().with(field.name);
        for (index, value) in all.iter_mut().enumerate() {
            form.begin_row(rows.with(index));
            let words = [("what", what.clone()), ("number", (index + 1).to_string())];
            ui.push_id((field.name, index), |ui| {
                card::columns(ui, &[8.0, 0.6], |column, ui| match (column, &mut *value) {
                    (0, Value::Text(text)) => {
                        let label = self.cx.f("form-item", &words);
                        form.typed(ui, &label, text, (typed(shape), true));
                    }
                    (0, Value::Chosen(chosen)) => {
                        let label = self.cx.f("form-item", &words);
                        let cx = (self.cx, &*ui);
                        let options = option::listed(cx, shape, &self.scope, (false, None));
                        form.pick(ui, &label, chosen, (&options, true));
                    }
                    _ => {
                        ui.add_space(22.0);
                        let response =
                            icon_button(ui, Icon::Close, &self.cx.f("form-remove", &words));
                        if response.clicked() {
                            removed = Some(index);
                            form.note(response.id, &self.cx.f("form-item", &words), How::Removed);
                        }
                    }
                });
            });
        }
        if let Some(index) = removed {
            all.remove(index);
        }
        ui.add_space(4.0);
        let words = self.adding(&what);
        let response = Button::new(&words).bare().icon(Icon::Add).show(ui);
        if response.clicked() {
            form.add(&response, &what, rows.with(all.len()));
            all.push(Value::item(shape, None, self.cx.text));
        }
    }
}

/// Why what is typed is no period: it ends before it begins.
fn backwards(
    cx: &Context<'_>,
    precision: Option<&str>,
    from: &str,
    until: &str,
) -> Option<Refusal> {
    let day = |typed: &str| cx.text.parse_day(typed, cx.today).ok();
    let (start, day) = (day(from)?, day(until)?);
    let is_backwards = precision == Some("period") && day < start;
    is_backwards.then_some(Refusal::DateUnusable { day, misfit: Misfit::EndsBefore(start) })
}

/// How many of the first fields stand beside each other; `None` when no field is left.
fn row(fields: &[Field]) -> Option<usize> {
    let mut used = 0;
    let mut count = 0;
    for field in fields {
        let own = width(field);
        if count > 0 && used + own > WIDE {
            break;
        }
        used += own;
        count += 1;
    }
    (count > 0).then_some(count)
}

/// Columns that a field takes of a row.
const fn width(field: &Field) -> u8 {
    match field.shape {
        Shape::Kept => 0,
        Shape::Day | Shape::Decimal | Shape::Number | Shape::Year => 1,
        Shape::Money if field.needed => 1,
        Shape::Money
        | Shape::YesNo
        | Shape::Text
        | Shape::Choice(..)
        | Shape::Title
        | Shape::Person
        | Shape::Recipient => 2,
        _ => WIDE,
    }
}

/// Fields that gain nothing from more room.
const fn is_narrow(field: &Field) -> bool {
    width(field) == 1 || matches!(field.shape, Shape::Money)
}

/// How many of the fields are shown.
fn visible(fields: &[Field]) -> usize {
    fields.iter().filter(|field| field.shape != Shape::Kept).count()
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { [path, name].join(".") }
}

const fn typed(shape: Shape) -> Typed {
    match shape {
        Shape::Money => Typed::Money,
        Shape::Day => Typed::Day,
        Shape::Decimal => Typed::Decimal,
        Shape::Number => Typed::Whole,
        Shape::Year => Typed::Year,
        _ => Typed::Words,
    }
}
