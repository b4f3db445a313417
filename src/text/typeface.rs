//! The typeface of window and paper, IBM Plex Sans, embedded once: the system has no say in it.

/// Running text: a TrueType file.
pub static REGULAR: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf");
/// Heads of columns and buttons: a TrueType file.
pub static MEDIUM: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-Medium.ttf");
/// Headings, sums and key figures: a TrueType file.
pub static SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf");
