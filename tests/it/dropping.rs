//! Files that the system drops on the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::DroppedFile;

use super::harness::Window;

/// A file of the system's desk.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Lets the system drop these files on the window.
pub fn drop_on(window: &mut Window, files: &[&Path]) {
    window.harness().input_mut().dropped_files = files
        .iter()
        .map(|file| Arc::new(Dropped((*file).to_owned())) as Arc<dyn DroppedFile + Send + Sync>)
        .collect();
    window.harness().step();
    window.harness().input_mut().dropped_files.clear();
    window.settle();
}
