//! How the window is painted: what worked is remembered, what fails is followed by the other way.

use std::fs::File;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::system;
use crate::system::graphics::{Facts, Renderer};

/// What is remembered from start to start, in a file of the user's local folder.
#[derive(Debug, Default)]
pub struct Memory {
    file: PathBuf,
    kept: Kept,
    /// Held by a process that has begun to paint, for as long as it lives.
    begins: Option<File>,
}

/// The file's form: words instead of enums, so that one of another version costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    /// What painted the last window in a session on this computer.
    local: Option<String>,
    /// What painted the last window in a session that is shown on another computer.
    remote: Option<String>,
    /// What was begun; it stays here when the program ends before there is a picture.
    begun: Option<String>,
    /// What failed at the last start, and why: for those who look after the computer.
    failed: Vec<String>,
}

impl Memory {
    /// Reads what can be read.
    pub fn read(folder: &Path) -> Self {
        let file = folder.join("graphics.json");
        let kept = std::fs::read_to_string(&file).ok();
        let kept = kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
        Self { file, kept, begins: None }
    }

    /// What is known before a window is opened. OpenGL is asked for only where nothing is
    /// remembered: it takes a moment.
    pub fn facts(&self, asked: Option<Renderer>) -> Facts {
        let remote = system::is_remote();
        let kept = if remote { &self.kept.remote } else { &self.kept.local };
        let works = known(kept.as_deref());
        // What a process that lives has begun has not failed: it has no picture yet.
        let broke = known(self.kept.begun.as_deref()).filter(|_| self.lock().is_some());
        let is_open = asked.is_none() && works.is_none() && !remote;
        let opengl = if is_open { system::opengl() } else { None };
        Facts { asked, remote, opengl, works, broke }
    }

    /// A way of painting is begun.
    pub fn begin(&mut self, renderer: Renderer) {
        self.kept.begun = Some(renderer.code().to_owned());
        self.write();
        self.begins = self.begins.take().or_else(|| self.lock());
    }

    /// A person starts the program: nothing has failed yet.
    pub fn forget_failures(&mut self) {
        self.kept.failed.clear();
    }

    /// It did not come to a window; the words of the system.
    pub fn fails(&mut self, renderer: Renderer, reason: &str) {
        self.kept.failed.push([&renderer.to_string(), ": ", reason].concat());
        self.write();
    }

    /// What failed, and why, for a person: values of the libraries in braces stay in the file.
    pub fn failed(&self) -> String {
        let words = |told: &String| {
            let plain = told.split(" {").next().unwrap_or_default();
            plain.trim_end_matches([':', ' ']).to_owned()
        };
        self.kept.failed.iter().map(words).collect::<Vec<_>>().join("; ")
    }

    /// It came to a picture.
    pub fn works(&mut self, renderer: Renderer, remote: bool) {
        let kept = if remote { &mut self.kept.remote } else { &mut self.kept.local };
        *kept = Some(renderer.code().to_owned());
        self.kept.begun = None;
        self.write();
    }

    /// The lock of those who begin to paint; none where another one holds it.
    fn lock(&self) -> Option<File> {
        let name = self.file.with_extension("lock");
        let lock = File::options().write(true).create(true).truncate(false).open(name).ok()?;
        lock.try_lock().is_ok().then_some(lock)
    }

    /// What cannot be written is asked for again at the next start.
    fn write(&self) {
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder).ok();
        }
        let json = serde_json::to_string(&self.kept).unwrap_or_default();
        std::fs::write(&self.file, json).ok();
    }
}

fn known(code: Option<&str>) -> Option<Renderer> {
    code?.parse().ok()
}

/// Other systems have OpenGL alone.
#[cfg(not(windows))]
pub const fn paint_by_direct3d(_options: &mut eframe::NativeOptions) {}

/// Direct3D 12 and nothing else: every other interface would be asked for its cards, too, and that
/// takes seconds on some computers.
#[cfg(windows)]
pub fn paint_by_direct3d(options: &mut eframe::NativeOptions) {
    use std::sync::Arc;

    use eframe::egui_wgpu::{SurfaceConfig, WgpuConfiguration, WgpuSetupCreateNew};
    use wgpu::{Backends, InstanceFlags};

    let mut setup = WgpuSetupCreateNew::without_display_handle();
    setup.instance_descriptor.backends = Backends::DX12;
    if cfg!(feature = "vulkan") {
        setup.instance_descriptor.backends |= Backends::VULKAN;
    }
    setup.instance_descriptor.flags = InstanceFlags::empty();
    setup.native_adapter_selector = Some(Arc::new(choose));
    options.renderer = eframe::Renderer::Wgpu;
    options.wgpu_options = WgpuConfiguration {
        surface: SurfaceConfig::LOW_LATENCY,
        wgpu_setup: setup.into(),
        ..WgpuConfiguration::default()
    };
}

/// The card that shows the window best.
#[cfg(windows)]
fn choose(
    cards: &[wgpu::Adapter],
    window: Option<&wgpu::Surface<'_>>,
) -> Result<wgpu::Adapter, String> {
    use wgpu::DeviceType;

    use crate::system::graphics::{Adapter, best};

    let facts = cards.iter().map(|card| {
        let adapter = match card.get_info().device_type {
            DeviceType::IntegratedGpu => Adapter::Integrated,
            DeviceType::DiscreteGpu => Adapter::Discrete,
            DeviceType::VirtualGpu => Adapter::Virtual,
            DeviceType::Cpu => Adapter::Software,
            DeviceType::Other => Adapter::Other,
        };
        (adapter, window.is_none_or(|window| card.is_surface_supported(window)))
    });
    let facts: Vec<_> = facts.collect();
    let names = || cards.iter().map(|card| card.get_info().name).collect::<Vec<_>>().join(", ");
    best(&facts)
        .and_then(|at| cards.get(at).cloned())
        .ok_or_else(|| format!("no adapter shows a window, out of {}: {}", cards.len(), names()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_worked_is_remembered_and_what_never_came_to_a_picture_is_known() {
        let folder = tempfile::tempdir().expect("a folder");
        let read = || Memory::read(folder.path());
        assert_eq!(read().facts(None).works, None);
        read().begin(Renderer::OpenGl);
        let facts = read().facts(None);
        assert_eq!((facts.works, facts.broke), (None, Some(Renderer::OpenGl)));
        let mut memory = read();
        memory.works(Renderer::OpenGl, false);
        let facts = read().facts(None);
        assert_eq!((facts.works, facts.broke), (Some(Renderer::OpenGl), None));
        assert_eq!(read().kept.remote, None, "another kind of session, another choice");
    }

    #[test]
    fn a_second_start_while_the_first_has_no_picture_yet_is_no_failure() {
        let folder = tempfile::tempdir().expect("a folder");
        let broke = || Memory::read(folder.path()).facts(None).broke;
        let mut first = Memory::read(folder.path());
        first.begin(Renderer::OpenGl);
        assert_eq!(broke(), None);
        first.begin(Renderer::OpenGl);
        assert_eq!(broke(), None, "and tries the next way");
        drop(first);
        assert_eq!(broke(), Some(Renderer::OpenGl), "it ended without a picture");
    }

    #[test]
    fn a_person_is_told_what_failed_without_the_values_of_the_libraries() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut memory = Memory::read(folder.path());
        memory.fails(Renderer::Direct3d, "no surface for any backend: {}");
        memory.fails(Renderer::OpenGl, "no config like Template { alpha: 8 }. Error: not found");
        let told = "Direct3D 12: no surface for any backend; OpenGL: no config like Template";
        assert_eq!(memory.failed(), told);
        assert!(
            Memory::read(folder.path()).kept.failed[1].ends_with("alpha: 8 }. Error: not found")
        );
    }

    #[test]
    fn a_memory_that_cannot_be_read_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("graphics.json"), r#"{"local":"metal","x":1}"#)
            .expect("a file");
        assert_eq!(Memory::read(folder.path()).facts(None).works, None);
        std::fs::write(folder.path().join("graphics.json"), "{").expect("a file");
        assert_eq!(Memory::read(folder.path()).kept, Kept::default());
    }
}
