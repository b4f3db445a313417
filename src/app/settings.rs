//! What the program remembers of its user; reading never fails.

use std::path::{Path, PathBuf};

use eframe::egui;
use serde::{Deserialize, Serialize};

use crate::exchange::cash_list::Profile;
use crate::text::Lang;
use crate::ui::action::ThemeChoice;
use crate::ui::theme;

/// So many ledgers that were opened are listed.
const RECENT: usize = 8;

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    language: Lang,
    /// Language of the papers; none follows the window.
    pub paper_language: Option<Lang>,
    /// Light, dark, high contrast, or as the system has it.
    pub theme: ThemeChoice,
    /// Size of everything, in percent.
    pub zoom: u16,
    /// The ledger that was open last.
    pub last_ledger: Option<PathBuf>,
    /// Ledgers that were opened, the last one first.
    pub recent: Vec<PathBuf>,
    /// The first-start notice was read.
    pub notice_read: bool,
    /// The version of which what is new was read.
    pub news_read: Option<String>,
    /// Columns of the list of the cash office, once they were chosen.
    pub cash_profile: Option<Box<Profile>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Lang::De,
            paper_language: None,
            theme: ThemeChoice::System,
            zoom: 100,
            last_ledger: None,
            recent: Vec::new(),
            notice_read: false,
            news_read: None,
            cash_profile: None,
        }
    }
}

/// The file's form: words instead of enums, so that an unknown one costs only itself.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Stored {
    language: String,
    paper_language: Option<String>,
    theme: String,
    zoom: u16,
    last_ledger: Option<PathBuf>,
    recent: Vec<PathBuf>,
    notice_read: bool,
    news_read: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cash_profile: Option<serde_json::Value>,
}

impl Settings {
    /// Makes the window look as they say.
    pub(super) fn show(&self, ctx: &egui::Context) {
        theme::choose(ctx, self.theme);
        ctx.set_zoom_factor(f32::from(self.zoom) / 100.0);
    }

    /// A ledger was opened: it is the last one, and the first of those that are listed.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
        self.last_ledger = Some(path.to_owned());
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Lang {
        self.language
    }

    /// Chooses the language.
    pub const fn set_language(&mut self, language: Lang) {
        self.language = language;
    }

    /// Reads what can be read.
    #[must_use]
    pub fn from_json(json: &str) -> Self {
        let stored: Stored = serde_json::from_str(json).unwrap_or_default();
        let theme = match stored.theme.as_str() {
            "light" => ThemeChoice::Light,
            "dark" => ThemeChoice::Dark,
            "high-contrast" => ThemeChoice::HighContrast,
            _ => ThemeChoice::System,
        };
        Self {
            language: stored.language.parse().unwrap_or_default(),
            paper_language: stored.paper_language.and_then(|lang| lang.parse().ok()),
            theme,
            zoom: if (100..=200).contains(&stored.zoom) { stored.zoom } else { 100 },
            last_ledger: stored.last_ledger,
            recent: stored.recent,
            notice_read: stored.notice_read,
            news_read: stored.news_read,
            cash_profile: stored
                .cash_profile
                .and_then(|it| serde_json::from_value(it).ok())
                .map(Box::new),
        }
    }

    /// The file's content.
    #[must_use]
    pub fn to_json(&self) -> String {
        let Self { language, paper_language, theme, zoom, last_ledger, .. } = self;
        let Self { recent, notice_read, news_read, cash_profile, .. } = self;
        let theme = match theme {
            ThemeChoice::System => "system",
            ThemeChoice::Light => "light",
            ThemeChoice::Dark => "dark",
            ThemeChoice::HighContrast => "high-contrast",
        };
        let stored = Stored {
            language: language.code().to_owned(),
            paper_language: paper_language.map(|lang| lang.code().to_owned()),
            theme: theme.to_owned(),
            zoom: *zoom,
            last_ledger: last_ledger.clone(),
            recent: recent.clone(),
            notice_read: *notice_read,
            news_read: news_read.clone(),
            cash_profile: cash_profile
                .as_ref()
                .and_then(|it| serde_json::to_value(it.as_ref()).ok()),
        };
        serde_json::to_string_pretty(&stored).unwrap_or_default()
    }
}

/// Where the settings are kept.
#[derive(Clone, Debug)]
pub enum Shelf {
    /// Nowhere: these count until the program ends.
    Memory(Settings),
    /// In a file of the user's local folder.
    File(PathBuf),
}

impl Shelf {
    /// The user's local folder; none while nothing is kept.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Memory(_) => None,
            Self::File(path) => path.parent(),
        }
    }

    /// The settings as they were kept, or the usual ones.
    #[must_use]
    pub fn read(&self) -> Settings {
        match self {
            Self::Memory(settings) => settings.clone(),
            Self::File(path) => {
                let content = std::fs::read_to_string(path).unwrap_or_default();
                Settings::from_json(&content)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_their_file_and_damage_costs_only_itself() {
        let settings = Settings {
            language: Lang::En,
            paper_language: Some(Lang::De),
            theme: ThemeChoice::HighContrast,
            zoom: 150,
            last_ledger: Some("/tmp/a.foerderbuch".into()),
            recent: vec!["/tmp/a.foerderbuch".into(), "/tmp/ä ö/b.foerderbuch".into()],
            notice_read: true,
            news_read: Some("0.1.0".to_owned()),
            cash_profile: Some(Box::new(Profile { payments_negative: true, ..Profile::default() })),
        };
        assert_eq!(Settings::from_json(&settings.to_json()), settings);
        assert_eq!(Settings::from_json("{"), Settings::default());
        let odd = Settings::from_json(r#"{"language":"fr","zoom":900,"theme":"dark","new":1}"#);
        assert_eq!(odd, Settings { theme: ThemeChoice::Dark, ..Settings::default() });
    }
}
