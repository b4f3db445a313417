//! The field of a drawing: which file it is read from, and how it prints.

use eframe::egui::{ColorImage, Id, Image, RichText, TextureHandle, TextureOptions, Ui};
use serde_json::Value as Json;

use crate::domain::drawing::Drawing;
use crate::paper;
use crate::ui::action::{Action, PaperAction};
use crate::ui::context::Context;
use crate::ui::theme::{SMALL, TokensOf as _};
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, How, reason};

/// Longer side of the picture: pixels that are drawn, points that are shown.
const DRAWN: u16 = 320;
const SHOWN: f32 = 160.0;

/// Shows it; a file that was read since becomes its value.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Context<'_>,
    form: &mut Form<'_>,
    label: &str,
    kept: &mut Json,
) {
    let file = cx.data.drawing.as_ref();
    // Each file is taken over once: afterwards it can be left out again.
    let taken = Id::unique("drawing-taken");
    if let Some((number, Ok(text))) = file
        && ui.data(|data| data.get_temp(taken)) != Some(*number)
    {
        ui.data_mut(|data| data.insert_temp(taken, *number));
        *kept = Json::String(text.clone());
        form.note(ui.scope_id().with("drawing"), label, How::Added);
    }
    ui.add_space(4.0);
    ui.label(RichText::new(label).size(SMALL).color(ui.tokens().dim));
    let drawing: Option<Drawing> = kept.as_str().and_then(|text| text.parse().ok());
    ui.horizontal(|ui| {
        let choose = [label, &cx.t("drawing-choose")].join(": ");
        if Button::new(&choose).show(ui).clicked() {
            cx.send(Action::Paper(PaperAction::ChooseDrawing));
        }
        if let Some(drawing) = &drawing {
            let count = i64::try_from(drawing.areas.len()).unwrap_or(i64::MAX);
            card::dim(ui, &cx.text.count("drawing-kept", count, &[]));
            let remove = [label, &cx.t("drawing-remove")].join(": ");
            let response = Button::new(&remove).bare().show(ui);
            if response.clicked() {
                *kept = Json::Null;
                form.note(response.id, label, How::Removed);
            }
        } else {
            card::dim(ui, &cx.t("drawing-none"));
        }
    });
    if let Some(drawing) = &drawing {
        picture(ui, label, drawing, kept);
    }
    if let Some((_, Err(problem))) = file {
        reason(ui, &cx.problem(problem));
    }
}

/// The drawing as it prints; drawn again only when it is another one.
fn picture(ui: &mut Ui, label: &str, drawing: &Drawing, kept: &Json) {
    let id = Id::unique("drawing-picture");
    let before: Option<(Json, TextureHandle)> = ui.data(|data| data.get_temp(id));
    let texture = match before {
        Some((of, texture)) if of == *kept => texture,
        _ => {
            let drawn = paper::drawn(drawing, DRAWN);
            let size = [drawn.width.into(), drawn.height.into()];
            let image = ColorImage::from_rgba_premultiplied(size, &drawn.rgba);
            let texture = ui.ctx().load_texture("drawing", image, TextureOptions::LINEAR);
            ui.data_mut(|data| data.insert_temp(id, (kept.clone(), texture.clone())));
            texture
        }
    };
    let size = texture.size_vec2() * (SHOWN / f32::from(DRAWN));
    ui.add(Image::from_texture((texture.id(), size)).alt_text(label));
}
