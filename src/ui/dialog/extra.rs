//! The rest of a body behind a button: fields that most bookings leave out.

use eframe::egui::Ui;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::domain::{Body, Kind};
use crate::ui::context::Context;
use crate::ui::form::{self, Field, Scope, Sheet, Values};
use crate::ui::icon::Icon;
use crate::ui::widget::button::Button;
use crate::ui::widget::field::Form;

/// Fields of a kind that a dialog does not show itself.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Extra {
    kind: Kind,
    names: Vec<String>,
    values: Values,
    open: bool,
}

impl Extra {
    /// The fields of the kind with these names.
    pub(super) fn new(kind: Kind, names: &[&str]) -> Self {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        let mut extra = Self { kind, names, values: Values::default(), open: false };
        extra.values = Values::blank(&extra.fields());
        extra
    }

    fn fields(&self) -> Vec<Field> {
        let mut fields = form::fields(self.kind);
        fields.retain(|field| self.names.iter().any(|name| name == field.name));
        fields
    }

    /// True when the values are those of the fields.
    pub(super) fn fits(&self) -> bool {
        self.values.fit(&self.fields())
    }

    /// Turns figures that are typed into what is typed in the other language.
    pub(super) fn reword(&mut self) {
        let fields = self.fields();
        self.values.reword(&fields);
    }

    /// Takes over what is known.
    pub(super) fn fill(&mut self, cx: &Context<'_>, json: &Json) {
        let fields = self.fields();
        self.values.fill(&fields, json, cx.text);
    }

    /// A button that shows the fields, or the fields.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        ui.add_space(4.0);
        let words = cx.t("form-extra");
        let button = Button::new(&words).bare().icon(Icon::Add).selected(self.open);
        if button.show(ui).clicked() {
            self.open = !self.open;
        }
        let fields = self.fields();
        // What cannot be read hinders booking, and is not out of sight then.
        self.open |= self.values.to_json(&fields, cx.text, cx.today).is_none();
        if self.open {
            let sheet = Sheet { cx, kind: self.kind, scope: Scope::default() };
            form::show(ui, &sheet, form, &fields, &mut self.values.0);
        }
    }

    /// The body with these fields.
    pub(super) fn with(&self, cx: &Context<'_>, body: &Body) -> Option<Body> {
        let mut json = serde_json::to_value(body).ok()?;
        let own = self.values.to_json(&self.fields(), cx.text, cx.today)?;
        let all = json.as_object_mut()?;
        for (name, value) in own.as_object()? {
            all.insert(name.clone(), value.clone());
        }
        form::body(body.kind(), json).ok().map(|(body, _)| body)
    }
}
