//! Colours and measures as tokens: roles read from `assets/theme`, applied once to egui's style.
//!
//! Colours are made here and nowhere else.

use std::sync::LazyLock;

use eframe::egui::style::{ScrollAnimation, Selection, WidgetVisuals};
use eframe::egui::{
    Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui, Vec2,
    Visuals,
};
use serde::{Deserialize, Deserializer};

use super::fonts;

/// Size of running text, in points.
pub const BODY: f32 = 13.5;
/// Size of secondary text.
pub const SMALL: f32 = 12.0;
/// Distance between cards.
pub const GAP: f32 = 14.0;
/// Height of a row of a table.
pub const ROW: f32 = 30.0;

/// Text, background and border of one meaning.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tone {
    /// Text.
    #[serde(deserialize_with = "colour")]
    pub text: Color32,
    /// Background.
    #[serde(deserialize_with = "colour")]
    pub soft: Color32,
    /// Border.
    #[serde(deserialize_with = "colour")]
    pub line: Color32,
}

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Colours of a theme by their role.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Tokens {
            /// True for a theme with light text on dark ground.
            pub dark: bool,
            $($(#[$doc])* #[serde(deserialize_with = "colour")] pub $name: Color32,)*
            /// Overdue, refused.
            pub late: Tone,
            /// Needs attention.
            pub warn: Tone,
            /// Reached, verified.
            pub good: Tone,
            /// Neither good nor bad.
            pub quiet: Tone,
            /// Sample data.
            pub sample: Tone,
        }
    };
}

tokens! {
    /// Behind the cards.
    page,
    /// Cards, bars, dialogs.
    card,
    /// Inside of fields.
    field,
    /// Under the pointer.
    hover,
    /// Hairlines.
    line,
    /// Hairlines between rows.
    line_soft,
    /// Border of fields and quiet buttons.
    line_field,
    /// Text.
    text,
    /// Secondary text.
    dim,
    /// The one accent.
    accent,
    /// The accent under the pointer.
    accent_hover,
    /// Selected rows.
    accent_soft,
    /// Text on the accent.
    on_accent,
    /// Stage: paid.
    paid,
    /// Stage: ordered.
    ordered,
    /// Stage: requested.
    requested,
    /// Stage: committed.
    committed,
    /// Stage: blocked.
    blocked,
    /// Stage: available.
    available,
    /// Behind a dialog.
    backdrop,
    /// Under popups.
    shadow,
}

fn colour<'de, D: Deserializer<'de>>(from: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(from)?;
    Color32::from_hex(&text).map_err(|_| serde::de::Error::custom(text))
}

impl Tokens {
    /// The colour of text on a stage's colour: the one that stands out most.
    #[must_use]
    pub fn on(&self, ground: Color32) -> Color32 {
        let gap = |text: &Color32| contrast(*text, ground);
        let texts = [self.text, self.on_accent, self.page];
        texts.into_iter().max_by(|one, other| gap(one).total_cmp(&gap(other))).unwrap_or(self.text)
    }
}

static LIGHT: LazyLock<Tokens> =
    LazyLock::new(|| read(include_str!("../../assets/theme/light.json")));
static DARK: LazyLock<Tokens> =
    LazyLock::new(|| read(include_str!("../../assets/theme/dark.json")));

fn read(json: &str) -> Tokens {
    serde_json::from_str(json).expect("the token files are embedded and tested")
}

/// The tokens of the theme in which this `Ui` paints.
pub trait TokensOf {
    /// The tokens.
    fn tokens(&self) -> &'static Tokens;
}

impl TokensOf for Ui {
    fn tokens(&self) -> &'static Tokens {
        if self.visuals().dark_mode { &DARK } else { &LIGHT }
    }
}

/// Applies fonts and both themes.
pub fn apply(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    // Where the system says nothing, an office is light.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_style_of(Theme::Light, style(&LIGHT));
    ctx.set_style_of(Theme::Dark, style(&DARK));
}

fn style(tokens: &Tokens) -> Style {
    let mut style = Style {
        text_styles: [
            (TextStyle::Body, fonts::regular(BODY)),
            (TextStyle::Button, fonts::medium(BODY)),
            (TextStyle::Small, fonts::regular(SMALL)),
            (TextStyle::Monospace, fonts::regular(SMALL)),
            (TextStyle::Heading, fonts::semibold(20.0)),
        ]
        .into(),
        visuals: visuals(tokens),
        // The tool is calm, and remote desktops pay for every animated frame.
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        ..Style::default()
    };
    style.spacing.item_spacing = Vec2::new(8.0, 6.0);
    style.spacing.button_padding = Vec2::new(12.0, 6.0);
    style.spacing.interact_size = Vec2::new(32.0, 32.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.combo_height = 420.0;
    style.spacing.scroll.floating = true;
    style.spacing.scroll.bar_width = 8.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.3;
    style
}

fn visuals(tokens: &Tokens) -> Visuals {
    let base = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::same(6);
    let widget = |fill, line, text| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: radius,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    let mut visuals = Visuals {
        dark_mode: tokens.dark,
        override_text_color: None,
        weak_text_color: Some(tokens.dim),
        selection: Selection {
            bg_fill: if tokens.dark { tokens.committed } else { tokens.accent_soft },
            stroke: Stroke::new(1.5, tokens.accent),
        },
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.hover,
        extreme_bg_color: tokens.field,
        text_edit_bg_color: Some(tokens.field),
        code_bg_color: tokens.hover,
        warn_fg_color: tokens.warn.text,
        error_fg_color: tokens.late.text,
        window_corner_radius: CornerRadius::same(10),
        window_fill: tokens.card,
        window_stroke: Stroke::new(1.0, tokens.line),
        window_shadow: Shadow { offset: [0, 8], blur: 28, spread: 0, color: tokens.shadow },
        popup_shadow: Shadow { offset: [0, 4], blur: 16, spread: 0, color: tokens.shadow },
        menu_corner_radius: CornerRadius::same(8),
        panel_fill: tokens.page,
        ..base
    };
    visuals.widgets.noninteractive = widget(tokens.card, tokens.line, tokens.text);
    visuals.widgets.inactive = widget(tokens.field, tokens.line_field, tokens.text);
    visuals.widgets.hovered = widget(tokens.hover, tokens.dim, tokens.text);
    visuals.widgets.active = widget(tokens.accent_soft, tokens.accent, tokens.text);
    visuals.widgets.open = widget(tokens.accent_soft, tokens.accent, tokens.text);
    visuals
}

/// Relative luminance as WCAG defines it.
fn luminance(colour: Color32) -> f64 {
    let part = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
}

/// Contrast of two colours, from 1 to 21.
fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_both_themes_has_the_contrast_of_wcag_aa() {
        for tokens in [&*LIGHT, &*DARK] {
            let mut pairs = vec![
                (tokens.text, tokens.card),
                (tokens.dim, tokens.card),
                (tokens.dim, tokens.page),
                (tokens.accent, tokens.card),
                (tokens.accent, tokens.accent_soft),
                (tokens.text, tokens.accent_soft),
                (tokens.on_accent, tokens.accent),
                (tokens.on_accent, tokens.accent_hover),
                (tokens.warn.text, tokens.card),
                (tokens.late.text, tokens.card),
                (tokens.good.text, tokens.card),
            ];
            let stages = [tokens.paid, tokens.ordered, tokens.committed, tokens.available];
            pairs.extend(stages.map(|ground| (tokens.on(ground), ground)));
            let tones = [tokens.late, tokens.warn, tokens.good, tokens.quiet, tokens.sample];
            pairs.extend(tones.iter().map(|tone| (tone.text, tone.soft)));
            for (text, ground) in pairs {
                let ratio = contrast(text, ground);
                assert!(ratio >= 4.5, "{text:?} on {ground:?}: {ratio:.2}");
            }
        }
    }
}
