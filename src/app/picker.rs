//! Native file dialogs: asked for asynchronously, looked at once per frame.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Poll, Wake, Waker};

use eframe::egui;

use super::papers::PaperFile;
use super::reconcile::ListFileFor;
use crate::ui::dialog::Founding;
use crate::ui::widget::list::ListFile;

/// The answer to come: a file, several where that is asked for, or none when the person changed
/// their mind.
pub type Pick = Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>>;

/// Shows a native dialog; tests answer without one.
pub type Picker = Box<dyn Fn(Question, &eframe::Frame) -> Pick>;

/// What a file dialog asks.
#[derive(Clone, Debug)]
pub struct Question {
    /// Title of the dialog.
    pub title: String,
    /// Name of the kind of file.
    pub filter: String,
    /// Extension without dot; a star for any.
    pub extension: &'static str,
    /// Name that is proposed for saving; `None` opens.
    pub save: Option<String>,
    /// Folder to begin in.
    pub folder: Option<PathBuf>,
    /// True when a folder is asked for, not a file.
    pub whole_folder: bool,
    /// True when several files may be opened together.
    pub several: bool,
}

/// What the file is for.
pub enum Purpose {
    Open,
    Copy,
    Backup,
    Found(Founding),
    Papers(PaperFile),
    List(Box<ListFile>),
    Lists(ListFileFor),
}

/// A dialog that is open.
pub struct Picking {
    pub future: Pick,
    pub purpose: Purpose,
}

impl Picking {
    /// The answer, once it is there.
    pub fn poll(&mut self, ctx: &egui::Context) -> Poll<Vec<PathBuf>> {
        let waker = Waker::from(Arc::new(Repaint(ctx.clone())));
        let mut context = std::task::Context::from_waker(&waker);
        self.future.as_mut().poll(&mut context)
    }
}

struct Repaint(egui::Context);

impl Wake for Repaint {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}

/// The dialog of the system, with the window as its parent.
#[must_use]
pub fn native() -> Picker {
    Box::new(|question, frame| {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(question.title).set_parent(frame);
        // A star stands for every kind of file: then nothing is narrowed.
        if question.extension != "*" {
            dialog = dialog.add_filter(question.filter, &[question.extension]);
        }
        if let Some(folder) = question.folder {
            dialog = dialog.set_directory(folder);
        }
        match question.save {
            None if question.whole_folder => {
                let future = dialog.pick_folder();
                Box::pin(async move {
                    future.await.map(|folder| folder.path().to_owned()).into_iter().collect()
                })
            }
            None if question.several => {
                let future = dialog.pick_files();
                Box::pin(async move {
                    let files = future.await.unwrap_or_default();
                    files.iter().map(|file| file.path().to_owned()).collect()
                })
            }
            None => {
                let future = dialog.pick_file();
                Box::pin(async move {
                    future.await.map(|file| file.path().to_owned()).into_iter().collect()
                })
            }
            Some(name) => {
                let saved = saved(dialog, name, question.extension);
                Box::pin(async move { saved.await.into_iter().collect() })
            }
        }
    })
}

/// Where a file is to be saved.
async fn saved(
    dialog: rfd::AsyncFileDialog,
    name: String,
    extension: &'static str,
) -> Option<PathBuf> {
    let again = dialog.clone();
    let chosen = dialog.set_file_name(name).save_file().await?.path().to_owned();
    let path = with_extension(chosen.clone(), extension);
    if path == chosen || !path.exists() {
        return Some(path);
    }
    // The system was not asked whether that file is to be replaced.
    let name = path.file_name()?.to_string_lossy().into_owned();
    let again = again.set_file_name(name);
    let again = match path.parent() {
        Some(folder) => again.set_directory(folder),
        None => again,
    };
    let chosen = again.save_file().await?.path().to_owned();
    Some(with_extension(chosen, extension))
}

/// Not every system adds the extension of the chosen kind.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    match path.extension() {
        Some(found) if found.eq_ignore_ascii_case(extension) => path,
        _ => {
            let mut name = path.into_os_string();
            name.push(".");
            name.push(extension);
            name.into()
        }
    }
}
