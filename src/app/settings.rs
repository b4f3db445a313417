//! What the program remembers for this user on this computer; reading never fails.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::store::files;
use crate::text::Lang;
use crate::ui::action::ThemeChoice;

/// Remembered choices; anything unreadable becomes its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// "de" or "en".
    pub language: String,
    /// "system", "light" or "dark".
    pub theme: String,
    /// Size of everything, in percent, 100 to 200.
    pub zoom: u16,
    /// Ledger that was open last.
    pub last_ledger: Option<PathBuf>,
    /// True once the notice of the first start was read.
    pub notice_read: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: "de".to_owned(),
            theme: "system".to_owned(),
            zoom: 100,
            last_ledger: None,
            notice_read: false,
        }
    }
}

impl Settings {
    /// Reads the file; a missing or broken one gives the defaults.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        std::fs::read(path)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes the file as a whole; a refusal of the disk costs the choices, never the ledger.
    pub fn write(&self, path: &Path) {
        let Ok(bytes) = serde_json::to_vec_pretty(self) else { return };
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        drop(std::fs::create_dir_all(folder));
        drop(files::write_whole(path, &bytes));
    }

    /// The language of the window.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.language.parse().unwrap_or_default()
    }

    /// The theme of the window.
    #[must_use]
    pub fn theme(&self) -> ThemeChoice {
        match self.theme.as_str() {
            "light" => ThemeChoice::Light,
            "dark" => ThemeChoice::Dark,
            _ => ThemeChoice::System,
        }
    }

    /// Chooses a theme.
    pub fn set_theme(&mut self, theme: ThemeChoice) {
        self.theme = match theme {
            ThemeChoice::System => "system",
            ThemeChoice::Light => "light",
            ThemeChoice::Dark => "dark",
        }
        .to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn broken_settings_become_the_defaults_and_written_ones_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.json");
        assert_eq!(Settings::read(&path), Settings::default());
        let changed = Settings { zoom: 150, ..Settings::default() };
        changed.write(&path);
        assert_eq!(Settings::read(&path), changed);
        std::fs::write(&path, "{ \"zoom\": \"viel\" }").unwrap();
        assert_eq!(Settings::read(&path), Settings::default());
    }
}
