//! Gives the Windows program its icon, its version and its manifest; other systems need nothing.

use std::error::Error;

const ICON: &str = "assets/icon/foerderbuch.ico";
const MANIFEST: &str = "packaging/windows/foerderbuch.manifest";
/// German (Germany), the language of the words below.
const GERMAN: u16 = 0x0407;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS")? != "windows" {
        return Ok(());
    }
    println!("cargo::rerun-if-changed={ICON}");
    println!("cargo::rerun-if-changed={MANIFEST}");
    // Name, description and numbers of the version come from Cargo.toml.
    winresource::WindowsResource::new()
        .set_icon(ICON)
        .set_manifest_file(MANIFEST)
        .set_language(GERMAN)
        .set("ProductName", "Förderbuch")
        .set("FileDescription", "Förderbuch")
        .set("InternalName", "foerderbuch")
        .set("OriginalFilename", "foerderbuch.exe")
        .set("LegalCopyright", "EUPL-1.2")
        .compile_for("foerderbuch")?;
    Ok(())
}
