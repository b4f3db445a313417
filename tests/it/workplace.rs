//! The program at its place on the desktop: recent ledgers, icon, manifest, what is asked for.

use std::path::PathBuf;

use crate::program::run;

/// A file of the project.
fn file(path: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn the_icon_has_every_size_that_windows_asks_for() {
    let icon = file("assets/icon/foerderbuch.ico");
    let number = |at: usize| usize::from(u16::from_le_bytes([icon[at], icon[at + 1]]));
    assert_eq!((number(0), number(2)), (0, 1), "an icon, not a cursor");
    // A side of 256 is written as 0.
    let side = |at: usize| if icon[at] == 0 { 256 } else { usize::from(icon[at]) };
    let sides: Vec<usize> = (0..number(4)).map(|entry| side(6 + 16 * entry)).collect();
    assert_eq!(sides, [16, 20, 24, 32, 40, 48, 64, 128, 256]);
}

#[test]
fn the_manifest_asks_for_sharp_letters_long_paths_and_no_more_rights() {
    let manifest = String::from_utf8(file("packaging/windows/foerderbuch.manifest")).unwrap();
    for wanted in [
        ">PerMonitorV2</dpiAwareness>",
        ">UTF-8</activeCodePage>",
        ">true</longPathAware>",
        r#"level="asInvoker" uiAccess="false""#,
    ] {
        assert!(manifest.contains(wanted), "{wanted}");
    }
}

#[test]
fn a_double_click_opens_the_file_in_both_packages() {
    let package = String::from_utf8(file("packaging/windows/foerderbuch.wxs")).unwrap();
    let command = "Value=\"&quot;[#Exe]&quot; &quot;%1&quot;\"";
    assert!(package.contains(command), "the path stands in quotes, it may have blanks");
    let upgrades: Vec<&str> =
        package.lines().filter(|line| line.contains("<?define Upgrade")).collect();
    // What is installed somewhere finds its successor by these: they never change.
    assert!(upgrades[0].contains("8E1B1D0C-8C1E-4B83-9D68-6A1B0F2C54A1"), "{upgrades:?}");
    assert!(upgrades[1].contains("C0B7A0F4-93F6-4C39-8B1A-2E77E54D9D12"), "{upgrades:?}");
    assert_eq!(upgrades.len(), 2);
}

#[test]
fn a_way_of_painting_that_there_is_not_is_refused_with_those_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let done = run(folder.path(), &["--renderer", "vulkan"]);
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("vulkan") && said.contains("(opengl"), "{said}");
    let done = run(folder.path(), &["--renderer", "opengl", "missing.foerderbuch"]);
    assert_eq!(done.status.code(), Some(3), "the window is not opened for nothing");
}

#[cfg(feature = "app")]
mod window {
    use eframe::egui::Key;
    use foerderbuch::app::{Settings, Source};
    use foerderbuch::ops::sample;
    use foerderbuch::text::Lang;
    use foerderbuch::ui::action::Action;

    use crate::harness::Setup;

    #[test]
    fn ledgers_that_were_open_are_offered_again() {
        let folder = tempfile::tempdir().unwrap();
        let kept = tempfile::tempdir().unwrap();
        let paths = ["Große Förderung", "Zweite"]
            .map(|name| folder.path().join(format!("{name}.foerderbuch")));
        for path in &paths {
            sample::write(path).unwrap();
        }
        let mut window = Setup {
            source: Source::File(paths[0].clone()),
            folder: Some(kept.path().to_owned()),
            ..Setup::sample(Lang::De)
        }
        .open();
        window.wait_for("Kette geprüft: 276 Buchungen");
        window.invoke("Förderbuch");
        assert!(!window.sees("Zuletzt geöffnet"), "the one that is open is no other one");
        window.press(Key::Escape);
        window.wish(Action::OpenFile(paths[1].clone()));
        window.wait_for("Zweite.foerderbuch");
        window.invoke("Förderbuch");
        window.must_see("Zuletzt geöffnet");
        window.button("Große Förderung öffnen");
        window.wait_for("Große Förderung.foerderbuch");
        window.wish(Action::Search("zuletzt zweite".to_owned()));
        window.wait_for("Zuletzt geöffnet: Zweite");
        let json = std::fs::read_to_string(kept.path().join("settings.json")).unwrap();
        let settings = Settings::from_json(&json);
        assert_eq!(settings.recent, paths, "for the next start, the last one first");
    }
}
