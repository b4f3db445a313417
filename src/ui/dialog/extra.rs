//! The rest of a body behind a button: fields that most bookings leave out.

use eframe::egui::Ui;
use serde_json::Value as Json;

use crate::domain::{Body, Kind};
use crate::ui::context::Context;
use crate::ui::form::{self, Field, Scope, Sheet, Values};
use crate::ui::icon::Icon;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::Form;

/// Fields of a kind that a dialog does not show itself.
#[derive(Debug)]
pub(super) struct Extra {
    kind: Kind,
    fields: Vec<Field>,
    values: Values,
    open: bool,
}

impl Extra {
    /// The fields of the kind with these names.
    pub(super) fn new(kind: Kind, names: &[&str]) -> Self {
        let mut fields = form::fields(kind);
        fields.retain(|field| names.contains(&field.name));
        let values = Values::blank(&fields);
        Self { kind, fields, values, open: false }
    }

    /// Takes over what is known.
    pub(super) fn fill(&mut self, cx: &Context<'_>, json: &Json) {
        self.values.fill(&self.fields, json, cx.text);
    }

    /// A button that shows the fields, or the fields.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        ui.add_space(4.0);
        let words = cx.t("form-extra");
        let button = Button::new(&words).bare().icon(Icon::Add).selected(self.open);
        if button.show(ui).clicked() {
            self.open = !self.open;
        }
        if self.open {
            let sheet = Sheet { cx, kind: self.kind, scope: Scope::default() };
            form::show(ui, &sheet, form, &self.fields, &mut self.values.0);
        }
    }

    /// The body with these fields.
    pub(super) fn with(&self, cx: &Context<'_>, body: &Body) -> Option<Body> {
        let mut json = serde_json::to_value(body).ok()?;
        let own = self.values.to_json(&self.fields, cx.text, cx.today)?;
        let all = json.as_object_mut()?;
        for (name, value) in own.as_object()? {
            all.insert(name.clone(), value.clone());
        }
        form::body(body.kind(), json).ok().map(|(body, _)| body)
    }
}
