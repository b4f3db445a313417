//! How the window is asked for.

use std::path::PathBuf;

use clap::Args;

use crate::system::graphics::Renderer;

/// What is said about the window on the command line.
#[derive(Args, Clone, Debug, Default)]
pub struct WindowArgs {
    /// Förderbuch, das im Fenster geöffnet wird
    #[arg(value_name = "DATEI")]
    pub file: Option<PathBuf>,
    /// Womit das Fenster zuerst gezeichnet wird: opengl, unter Windows auch direct3d
    #[arg(long, value_name = "ART")]
    pub renderer: Option<Renderer>,
    /// So many starts in a row lost the graphics device; only the program itself says it.
    #[arg(long, hide = true, value_name = "ZAHL", default_value_t = 0)]
    pub losses: u32,
}
