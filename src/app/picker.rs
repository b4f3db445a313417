//! Native file dialogs: asked on the window's thread, waited for on a thread of their own.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};

use eframe::{Frame, egui};
use rfd::AsyncFileDialog;

/// What a chosen file is for.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// Open a ledger.
    Open,
    /// Found a programme in it.
    Found(crate::ui::dialog::Founding),
    /// Save a verified copy there.
    Copy,
    /// Write a paper there.
    Print(super::job::Paper),
}

/// An open dialog.
#[derive(Debug)]
pub struct Picker {
    purpose: Purpose,
    answer: Receiver<Option<PathBuf>>,
}

/// Words of a dialog, in the language of the window.
pub struct Words {
    /// Title of the dialog.
    pub title: String,
    /// Name of the kind of file.
    pub filter: String,
    /// Proposed file name, for saving.
    pub name: Option<String>,
}

impl Picker {
    /// Opens the dialog above the window; `None` when the system gives no thread.
    pub fn open(
        purpose: Purpose,
        words: &Words,
        ctx: &egui::Context,
        frame: Option<&Frame>,
    ) -> Option<Self> {
        let extension = match purpose {
            Purpose::Print(_) => "pdf",
            Purpose::Open | Purpose::Found(_) | Purpose::Copy => "foerderbuch",
        };
        let mut dialog = AsyncFileDialog::new()
            .set_title(&words.title)
            .add_filter(&words.filter, &[extension]);
        if let Some(frame) = frame {
            dialog = dialog.set_parent(frame);
        }
        if let Some(name) = &words.name {
            dialog = dialog.set_file_name(name);
        }
        let saving = !matches!(purpose, Purpose::Open);
        let (sender, answer) = channel();
        let ctx = ctx.clone();
        let started = if saving {
            let asked = dialog.save_file();
            wait(move || sender.send(path_of(pollster::block_on(asked))).is_ok(), ctx)
        } else {
            let asked = dialog.pick_file();
            wait(move || sender.send(path_of(pollster::block_on(asked))).is_ok(), ctx)
        };
        started.then_some(Self { purpose, answer })
    }

    /// What it is for and what was chosen, once it is closed.
    #[must_use]
    pub fn poll(&self) -> Option<(Purpose, Option<PathBuf>)> {
        self.answer.try_recv().ok().map(|chosen| (self.purpose.clone(), chosen))
    }
}

fn path_of(chosen: Option<rfd::FileHandle>) -> Option<PathBuf> {
    chosen.map(|handle| handle.path().to_owned())
}

fn wait(answer: impl FnOnce() -> bool + Send + 'static, ctx: egui::Context) -> bool {
    std::thread::Builder::new()
        .name("file-dialog".into())
        .spawn(move || {
            if answer() {
                ctx.request_repaint();
            }
        })
        .is_ok()
}
