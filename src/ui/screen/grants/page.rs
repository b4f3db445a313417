//! The parts of the page of a case: which are open, and the marks and keys that lead to them.

use std::collections::BTreeSet;

use eframe::egui::{Key, Modifiers, Ui};

use super::versions::Compared;
use crate::domain::FileNumber;
use crate::ui::context::Context;
use crate::ui::widget::hint::Hint as _;
use crate::ui::widget::is_covered;
use crate::ui::widget::scrolled::Scrolled;
use crate::ui::widget::section::{self, Head};

/// A part of the page, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Financing plan.
    Plan,
    /// Due lines.
    Due,
    /// Draws and payments.
    Draws,
    /// Milestones.
    Milestones,
    /// Proofs of use, claims, interest.
    Proofs,
    /// Notices and their differences.
    Versions,
    /// Procedure and deadlines.
    Procedure,
    /// Beneficiaries, retention of purpose, bank account.
    Around,
    /// Journal of the case.
    Entries,
}

impl Part {
    /// All parts of a grant.
    pub const ALL: [Self; 9] = [
        Self::Plan,
        Self::Due,
        Self::Draws,
        Self::Milestones,
        Self::Proofs,
        Self::Versions,
        Self::Procedure,
        Self::Around,
        Self::Entries,
    ];

    /// The parts of an application that is no grant.
    pub const OF_APPLICATION: [Self; 3] = [Self::Plan, Self::Procedure, Self::Entries];

    /// Message keys of the title and of the mark.
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Plan => ("detail-plan", "detail-mark-plan"),
            Self::Due => ("due-lines", "detail-mark-due"),
            Self::Draws => ("screen-moves", "detail-mark-draws"),
            Self::Milestones => ("screen-milestones", "detail-mark-milestones"),
            Self::Proofs => ("detail-proofs", "detail-mark-proofs"),
            Self::Versions => ("screen-versions", "detail-mark-versions"),
            Self::Procedure => ("detail-procedure", "detail-mark-procedure"),
            Self::Around => ("detail-around", "detail-mark-around"),
            Self::Entries => ("detail-entries", "detail-mark-entries"),
        }
    }
}

/// What the page remembers while other cases and screens are shown.
#[derive(Debug, Default)]
pub struct Page {
    /// Parts that are folded, the same for all cases.
    folded: BTreeSet<Part>,
    /// Part to be brought to the top.
    wanted: Option<Part>,
    /// How far the case is scrolled that was shown last.
    pub scrolled: Scrolled<FileNumber>,
    /// Versions that are compared.
    pub compared: Compared,
}

const KEYS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

impl Page {
    /// Marks that lead to the parts, above what scrolls; also by their keys.
    pub fn marks(&mut self, ui: &mut Ui, cx: &Context<'_>, parts: &[Part]) {
        let covered = is_covered(ui);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = eframe::egui::vec2(2.0, 0.0);
            for (part, key) in parts.iter().zip(KEYS) {
                let (title, mark) = part.keys();
                let shortcut = eframe::egui::KeyboardShortcut::new(Modifiers::ALT, key);
                let pressed = !covered && ui.input_mut(|input| input.consume_shortcut(&shortcut));
                let link = section::link(ui, &cx.t(mark));
                let clicked = link.clicked();
                let number = (key as usize - Key::Num0 as usize).to_string();
                let words = [("title", cx.t(title)), ("number", number)];
                link.hint(cx.f("detail-mark-hint", &words));
                if clicked || pressed {
                    self.wanted = Some(*part);
                }
            }
        });
    }

    /// Shows a part with its words in short.
    pub fn part(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        (part, summary): (Part, &str),
        content: impl FnOnce(&mut Ui, &mut Compared),
    ) {
        let wanted = self.wanted == Some(part);
        let title = cx.t(part.keys().0);
        let mut open = !self.folded.contains(&part);
        let compared = &mut self.compared;
        let head = Head { title: &title, summary, wanted };
        section::section(ui, &head, &mut open, |ui| content(ui, compared));
        if open {
            self.folded.remove(&part);
        } else {
            self.folded.insert(part);
        }
        if wanted {
            self.wanted = None;
        }
    }
}
