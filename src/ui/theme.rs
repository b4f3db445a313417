//! Colours and measures as tokens: roles read from `assets/theme`, applied once to egui's style.
//!
//! Colours are made here and nowhere else.

use std::sync::LazyLock;

use eframe::egui::style::{ScrollAnimation, Selection, WidgetVisuals};
use eframe::egui::{
    Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Theme,
    ThemePreference, Ui, Vec2, Visuals,
};
use serde::{Deserialize, Deserializer};

use super::action::ThemeChoice;
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
            /// Width of the border of cards, fields and chips, in points.
            pub border: f32,
            /// Width of the ring around what has the keyboard.
            pub focus: f32,
            /// Parts of bars carry a pattern beside their colour.
            pub patterns: bool,
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
    /// Behind selected text and chosen options.
    selection,
    /// Text on a dark stage.
    on_dark,
    /// Text on a light stage.
    on_light,
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
    /// Between the parts of a bar.
    bar_line,
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
    /// The colour of text on a stage's colour: the one of two that stands out more.
    #[must_use]
    pub fn on(&self, ground: Color32) -> Color32 {
        let gap = |text| contrast(text, ground);
        if gap(self.on_dark) > gap(self.on_light) { self.on_dark } else { self.on_light }
    }
}

static LIGHT: LazyLock<Tokens> =
    LazyLock::new(|| read(include_str!("../../assets/theme/light.json")));
static DARK: LazyLock<Tokens> =
    LazyLock::new(|| read(include_str!("../../assets/theme/dark.json")));
static HIGH_CONTRAST: LazyLock<Tokens> =
    LazyLock::new(|| read(include_str!("../../assets/theme/high_contrast.json")));

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
        let visuals = self.visuals();
        match visuals.dark_mode {
            false => &LIGHT,
            // egui knows two themes; the page tells which of the dark ones paints.
            true if visuals.panel_fill == HIGH_CONTRAST.page => &HIGH_CONTRAST,
            true => &DARK,
        }
    }
}

/// Applies fonts and themes.
pub fn apply(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    // Where the system says nothing, an office is light.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_style_of(Theme::Light, style(&LIGHT));
    choose(ctx, ThemeChoice::System);
}

/// Paints in the chosen theme from now on.
pub fn choose(ctx: &Context, choice: ThemeChoice) {
    let (preference, dark) = match choice {
        ThemeChoice::System => (ThemePreference::System, &DARK),
        ThemeChoice::Light => (ThemePreference::Light, &DARK),
        ThemeChoice::Dark => (ThemePreference::Dark, &DARK),
        ThemeChoice::HighContrast => (ThemePreference::Dark, &HIGH_CONTRAST),
    };
    ctx.set_style_of(Theme::Dark, style(dark));
    ctx.set_theme(preference);
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
    // That there is more to see is seen before the pointer comes near.
    style.spacing.scroll.floating_width = 4.0;
    style.spacing.scroll.dormant_handle_opacity = 0.5;
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
        bg_stroke: Stroke::new(tokens.border, line),
        corner_radius: radius,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    let mut visuals = Visuals {
        dark_mode: tokens.dark,
        override_text_color: None,
        weak_text_color: Some(tokens.dim),
        selection: Selection {
            bg_fill: tokens.selection,
            stroke: Stroke::new(tokens.focus, tokens.accent),
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
        window_stroke: Stroke::new(tokens.border, tokens.line),
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
    // egui shows what has the keyboard as active.
    visuals.widgets.active.bg_stroke.width = tokens.focus;
    visuals.widgets.open = widget(tokens.accent_soft, tokens.accent, tokens.text);
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn themes() -> [(&'static str, &'static Tokens); 3] {
        [("light", &LIGHT), ("dark", &DARK), ("high contrast", &HIGH_CONTRAST)]
    }

    impl Tokens {
        fn tones(&self) -> [Tone; 5] {
            [self.late, self.warn, self.good, self.quiet, self.sample]
        }

        /// The parts of a bar in their order, and what is left of it.
        fn parts(&self) -> [Color32; 6] {
            let all = [self.paid, self.ordered, self.requested, self.committed, self.blocked];
            [all[0], all[1], all[2], all[3], all[4], self.available]
        }
    }

    /// Every text with every ground that it stands on somewhere in the window.
    fn texts(tokens: &Tokens) -> Vec<(&'static str, Color32, Color32)> {
        let grounds = [
            ("card", tokens.card),
            ("page", tokens.page),
            ("field", tokens.field),
            ("hover", tokens.hover),
            ("accent_soft", tokens.accent_soft),
        ];
        let mut pairs = Vec::new();
        for (name, ground) in grounds {
            for text in [tokens.text, tokens.dim, tokens.accent] {
                pairs.push((name, text, ground));
            }
            pairs.extend([tokens.late, tokens.warn, tokens.good].map(|t| (name, t.text, ground)));
        }
        for tone in tokens.tones() {
            pairs.push(("tone", tone.text, tone.soft));
            // A secondary line and a heading on a banner.
            pairs.push(("text on tone", tokens.text, tone.soft));
            pairs.push(("dim on tone", tokens.dim, tone.soft));
        }
        pairs.push(("accent", tokens.on_accent, tokens.accent));
        pairs.push(("accent_hover", tokens.on_accent, tokens.accent_hover));
        pairs.push(("selection", tokens.text, tokens.selection));
        pairs.push(("selection", tokens.accent, tokens.selection));
        pairs.extend(tokens.parts().map(|part| ("stage", tokens.on(part), part)));
        pairs
    }

    #[test]
    fn every_text_of_every_theme_has_the_contrast_of_wcag_aa() {
        let mut weak = Vec::new();
        for (theme, tokens) in themes() {
            for (name, text, ground) in texts(tokens) {
                let ratio = contrast(text, ground);
                if ratio < 4.5 {
                    weak.push(format!("{theme}: {text:?} on {name} {ground:?}: {ratio:.2}"));
                }
            }
        }
        assert_eq!(weak, Vec::<String>::new());
    }

    #[test]
    fn rings_and_borders_of_every_theme_stand_out_from_both_sides() {
        let mut weak = Vec::new();
        for (theme, tokens) in themes() {
            let grounds = [tokens.card, tokens.page, tokens.field, tokens.hover];
            let marks = [("line_field", tokens.line_field), ("accent", tokens.accent)];
            for (ground, (name, mark)) in grounds.iter().flat_map(|g| marks.map(|m| (*g, m))) {
                let ratio = contrast(mark, ground);
                if ratio < 3.0 {
                    weak.push(format!("{theme}: {name} on {ground:?}: {ratio:.2}"));
                }
            }
            for tone in tokens.tones() {
                let ring = contrast(tokens.accent, tone.soft);
                if ring < 3.0 {
                    weak.push(format!("{theme}: ring on {:?}: {ring:.2}", tone.soft));
                }
            }
        }
        assert_eq!(weak, Vec::<String>::new());
    }

    #[test]
    fn parts_of_a_bar_are_told_apart_without_seeing_colour() {
        let mut weak = Vec::new();
        for (theme, tokens) in themes() {
            let parts = tokens.parts();
            for (index, part) in parts.iter().enumerate() {
                for next in &parts[index + 1..] {
                    let line = contrast(tokens.bar_line, *part);
                    let line = line.max(contrast(tokens.bar_line, *next));
                    let ratio = line.max(contrast(*part, *next));
                    if ratio < 3.0 {
                        weak.push(format!("{theme}: {part:?} beside {next:?}: {ratio:.2}"));
                    }
                }
            }
        }
        assert_eq!(weak, Vec::<String>::new());
    }

    #[test]
    fn high_contrast_has_borders_rings_and_patterns_that_the_others_do_not_need() {
        let (usual, high) = (&*LIGHT, &*HIGH_CONTRAST);
        assert!(high.patterns && high.border > usual.border && high.focus > usual.focus);
        for tone in high.tones() {
            assert!(contrast(tone.text, tone.soft) >= 7.0 && contrast(tone.line, high.card) >= 7.0);
        }
        assert!(contrast(high.text, high.card) > 20.0);
        // `tokens` tells the dark themes apart by their page.
        assert_ne!(DARK.page, high.page);
    }
}
