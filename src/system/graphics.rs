//! Which way of painting the window is tried first: decided from facts alone, so that it can be
//! tested where no Windows is.

use std::fmt;
use std::str::FromStr;

/// A way of painting the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Renderer {
    /// OpenGL: small and fast, where the computer has a driver for it.
    OpenGl,
    /// Direct3D 12, by a graphics card or in software (WARP); only on Windows.
    Direct3d,
}

/// OpenGL from which on it is used without being asked for: older drivers, mostly those of virtual
/// machines, are told to fail while they paint.
const OPENGL: (u32, u32) = (3, 2);

impl Renderer {
    /// What this program can paint with.
    pub const AVAILABLE: &'static [Self] =
        if cfg!(windows) { &[Self::OpenGl, Self::Direct3d] } else { &[Self::OpenGl] };

    /// Its name in arguments and settings.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OpenGl => "opengl",
            Self::Direct3d => "direct3d",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::OpenGl => Self::Direct3d,
            Self::Direct3d => Self::OpenGl,
        }
    }
}

impl fmt::Display for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OpenGl => "OpenGL",
            Self::Direct3d => "Direct3D 12",
        })
    }
}

impl FromStr for Renderer {
    type Err = String;

    /// Reads the name of one that this program can paint with; the error lists them.
    fn from_str(code: &str) -> Result<Self, String> {
        let found = Self::AVAILABLE.iter().copied().find(|known| known.code() == code);
        let names = || Self::AVAILABLE.iter().map(|known| known.code()).collect::<Vec<_>>();
        found.ok_or_else(|| names().join(", "))
    }
}

/// What is known before anything is tried.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// Asked for on the command line.
    pub asked: Option<Renderer>,
    /// The session is shown on another computer (remote desktop).
    pub remote: bool,
    /// Version of OpenGL; `None` where there is none, or asking for it failed or took too long.
    pub opengl: Option<(u32, u32)>,
    /// It painted the window at the last start in a session of this kind.
    pub works: Option<Renderer>,
    /// It was begun at the last start and never came to a picture, or lost its device repeatedly.
    pub broke: Option<Renderer>,
}

/// In which order the ways of painting are tried; each fails over to the next one.
#[must_use]
pub fn order(facts: &Facts) -> Vec<Renderer> {
    let mut order = both(facts).to_vec();
    order.retain(|renderer| Renderer::AVAILABLE.contains(renderer));
    order
}

fn both(facts: &Facts) -> [Renderer; 2] {
    let new_enough = facts.opengl.is_some_and(|version| version >= OPENGL);
    let own = if facts.remote || !new_enough { Renderer::Direct3d } else { Renderer::OpenGl };
    let mut first = facts.asked.or(facts.works).unwrap_or(own);
    if facts.asked.is_none() && facts.broke == Some(first) {
        first = first.other();
    }
    [first, first.other()]
}

/// The version in the words of a driver: "4.6 (Compatibility Profile) Mesa 22.3.6".
#[must_use]
pub fn opengl_version(words: &str) -> Option<(u32, u32)> {
    let number = words.trim_start_matches("OpenGL ES ").split_whitespace().next()?;
    let mut parts = number.split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

/// What a graphics card of the system is, the best one for a desk program first: it needs little,
/// and the small one of a notebook is awake already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Adapter {
    /// Part of the processor.
    Integrated,
    /// A card of its own.
    Discrete,
    /// Lent by the computer on which a virtual machine runs.
    Virtual,
    /// Not told.
    Other,
    /// Direct3D in software (WARP).
    Software,
}

/// The best one that can show the window; `false` stands for one that cannot.
#[must_use]
pub fn best(adapters: &[(Adapter, bool)]) -> Option<usize> {
    let shows = adapters.iter().enumerate().filter(|(_, (_, shows))| *shows);
    shows.min_by_key(|(_, (adapter, _))| *adapter).map(|(at, _)| at)
}

/// What to do after the graphics device was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterLoss {
    /// Start again; so many losses in a row are told to the next start.
    Again(u32),
    /// Start again, with the other way of painting first.
    Other(u32),
    /// It would be lost again.
    GiveUp,
}

/// Decides from the losses in a row before this one and from the seconds that the window stood.
///
/// A remote session that is left and taken up again loses the device each time: only losses soon
/// after a start count as a row.
#[must_use]
pub const fn after_loss(before: u32, seconds: u64) -> AfterLoss {
    match if seconds > 60 { 1 } else { before + 1 } {
        row @ (0 | 1) => AfterLoss::Again(row),
        row @ 2..=4 => AfterLoss::Other(row),
        _ => AfterLoss::GiveUp,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_way_of_painting_follows_from_the_facts() {
        use Renderer::{Direct3d, OpenGl};
        let new = Facts { opengl: Some((4, 6)), ..Facts::default() };
        let table = [
            (new, OpenGl),
            (Facts { opengl: Some((3, 2)), ..new }, OpenGl),
            (Facts { opengl: Some((3, 1)), ..new }, Direct3d),
            (Facts { opengl: Some((1, 1)), ..new }, Direct3d),
            (Facts { opengl: None, ..new }, Direct3d),
            (Facts { remote: true, ..new }, Direct3d),
            (Facts { works: Some(Direct3d), ..new }, Direct3d),
            (Facts { works: Some(OpenGl), remote: true, ..new }, OpenGl),
            (Facts { works: Some(OpenGl), broke: Some(OpenGl), ..new }, Direct3d),
            (Facts { broke: Some(OpenGl), ..new }, Direct3d),
            (Facts { broke: Some(Direct3d), remote: true, ..new }, OpenGl),
            (Facts { asked: Some(OpenGl), remote: true, opengl: None, ..new }, OpenGl),
            (Facts { asked: Some(OpenGl), broke: Some(OpenGl), ..new }, OpenGl),
        ];
        for (facts, expected) in table {
            assert_eq!(both(&facts), [expected, expected.other()], "{facts:?}");
        }
    }

    #[test]
    #[cfg(not(windows))]
    fn where_there_is_one_way_it_is_taken() {
        let facts = Facts { remote: true, broke: Some(Renderer::OpenGl), ..Facts::default() };
        assert_eq!(order(&facts), [Renderer::OpenGl]);
        assert_eq!("direct3d".parse::<Renderer>(), Err("opengl".to_owned()));
    }

    #[test]
    fn the_version_is_read_from_the_words_of_drivers() {
        let table = [
            ("4.6.0 NVIDIA 551.61", Some((4, 6))),
            ("4.5 (Compatibility Profile) Mesa 22.3.6", Some((4, 5))),
            ("1.1.0", Some((1, 1))),
            ("2.1 Chromium 2.4.0", Some((2, 1))),
            ("3.3.0 - Build 21.20.16.4590", Some((3, 3))),
            ("OpenGL ES 3.2 v1.r38", Some((3, 2))),
            ("4", None),
            ("unknown", None),
            ("", None),
        ];
        for (words, expected) in table {
            assert_eq!(opengl_version(words), expected, "{words}");
        }
    }

    #[test]
    fn the_card_that_is_awake_comes_first_and_software_last() {
        use Adapter::{Discrete, Integrated, Software};
        assert_eq!(best(&[(Discrete, true), (Integrated, true), (Software, true)]), Some(1));
        assert_eq!(best(&[(Software, true), (Integrated, false), (Discrete, true)]), Some(2));
        assert_eq!(best(&[(Discrete, false), (Software, true)]), Some(1));
        assert_eq!(best(&[(Discrete, false)]), None);
        assert_eq!(best(&[]), None);
    }

    #[test]
    fn a_device_that_is_lost_again_and_again_is_given_up() {
        assert_eq!(after_loss(0, 3), AfterLoss::Again(1));
        assert_eq!(after_loss(1, 3), AfterLoss::Other(2));
        assert_eq!(after_loss(3, 59), AfterLoss::Other(4));
        assert_eq!(after_loss(4, 3), AfterLoss::GiveUp);
        assert_eq!(after_loss(4, 3600), AfterLoss::Again(1), "it stood for an hour");
    }
}
