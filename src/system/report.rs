//! A report when the program ends by a defect of its own: where in the program, never what was
//! typed or read.

use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

/// Says at the next start that the program ended unexpectedly, and where the report is.
const MARK: &str = "ended.txt";

/// What a report says.
#[derive(Debug)]
struct Facts {
    place: String,
    /// Words that stand in the program itself; what is put together may hold typed text.
    words: Option<&'static str>,
    thread: String,
}

/// Writes a report into the folder whenever the program panics, besides what it does anyway.
pub fn keep_reports(folder: PathBuf) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let facts = facts(info);
        // A folder that cannot be written costs the report alone.
        write(&folder, super::now(), &facts).ok();
        before(info);
    }));
}

fn facts(info: &PanicHookInfo<'_>) -> Facts {
    let place = info.location().map_or_else(String::new, |place| {
        // The last names only: the rest is the folder in which the program was built.
        let path = place.file().replace('\\', "/");
        let mut names: Vec<&str> = path.rsplit('/').take(3).collect();
        names.reverse();
        format!("{}:{}", names.join("/"), place.line())
    });
    Facts {
        place,
        words: info.payload().downcast_ref::<&'static str>().copied(),
        thread: std::thread::current().name().unwrap_or("unnamed").to_owned(),
    }
}

/// Writes the report; one of the window's thread is told at the next start.
fn write(folder: &Path, now: i64, facts: &Facts) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(format!("report-{now}.txt"));
    let Facts { place, words, thread } = facts;
    let lines = [
        format!("Förderbuch {}", env!("CARGO_PKG_VERSION")),
        format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        format!("thread {thread}"),
        format!("at {place}"),
        words.unwrap_or_default().to_owned(),
    ];
    std::fs::write(&path, lines.join("\n"))?;
    if thread == "main" {
        std::fs::write(folder.join(MARK), path.display().to_string())?;
    }
    Ok(path)
}

/// The report of an unexpected end, told once.
#[must_use]
pub fn take_report(folder: &Path) -> Option<PathBuf> {
    let mark = folder.join(MARK);
    let path = std::fs::read_to_string(&mark).ok()?;
    std::fs::remove_file(&mark).ok();
    Some(PathBuf::from(path.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unexpected_end_is_told_once_and_the_report_says_where() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(take_report(folder.path()), None);
        let facts = |thread: &str| Facts {
            place: "src/ui/shell.rs:12".to_owned(),
            words: Some("index out of bounds"),
            thread: thread.to_owned(),
        };
        write(folder.path(), 1, &facts("ledger")).expect("a report");
        assert_eq!(take_report(folder.path()), None, "the window went on");
        let path = write(folder.path(), 2, &facts("main")).expect("a report");
        let content = std::fs::read_to_string(&path).expect("a report");
        assert!(content.contains("at src/ui/shell.rs:12"), "{content}");
        assert_eq!(take_report(folder.path()), Some(path));
        assert_eq!(take_report(folder.path()), None);
    }

    #[test]
    fn a_report_holds_no_words_that_were_put_together() {
        let typed = String::from("Maria Muster");
        let (send, receive) = std::sync::mpsc::channel();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let facts = facts(info);
            if facts.thread == "typed" {
                send.send(facts).ok();
            }
        }));
        let thread = std::thread::Builder::new().name("typed".to_owned());
        let ended = thread.spawn(move || panic!("no place for {typed}")).expect("a thread").join();
        std::panic::set_hook(before);
        assert!(ended.is_err());
        let facts = receive.recv().expect("told");
        assert_eq!(facts.words, None);
        assert!(facts.place.starts_with("src/system/report.rs:"), "{}", facts.place);
    }
}
