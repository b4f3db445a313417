//! *Was soll gebucht werden?* All kinds of entries by area of work, those that fit, searchable.

use eframe::egui::Ui;

use super::Around;
use super::page::Page;
use crate::domain::{Kind, Seq};
use crate::store::view::search::{Fit, fit, haystack, words};
use crate::ui::action::{Action, Ask};
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::form::area::Area;
use crate::ui::waiting;
use crate::ui::widget::button::Button;
use crate::ui::widget::card;
use crate::ui::widget::field::{Form, Typed};
use crate::ui::widget::modal::Words;

/// The dialog.
#[derive(Debug, Default)]
pub struct ChooseKind {
    around: Around,
    search: String,
}

impl ChooseKind {
    pub(super) fn new(around: Around) -> Self {
        Self { around, ..Self::default() }
    }

    const fn application(&self) -> Option<Seq> {
        match self.around {
            Around::Entry(seq, Kind::ApplicationReceived) => Some(seq),
            _ => None,
        }
    }

    /// The kinds by area, the best of each first; Enter in the field takes the best that the person
    /// may book, else the best: its form says who may.
    fn areas(&self, ui: &mut Ui, cx: &Context<'_>, enter: bool) -> Option<Kind> {
        let search = self.search.trim().to_lowercase();
        let fits = |kind: &Kind| {
            let names = [cx.text.deed(*kind), cx.text.kind(*kind)];
            self.around.takes(cx, *kind)
                && names.iter().any(|name| name.to_lowercase().contains(&search))
        };
        let mut kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(fits).collect();
        // What is found by the words that stand there comes before what only the journal calls so.
        let wanted = words(&self.search);
        let rank = |kind: &Kind| {
            let found = fit(&haystack(&[&cx.text.deed(*kind)]), &wanted);
            found.map_or(Fit::COUNT, |fit| fit as usize)
        };
        kinds.sort_by_cached_key(rank);
        if kinds.is_empty() {
            card::empty(ui, &cx.t("form-choose-none"));
            return None;
        }
        let of = |area: Area| kinds.iter().copied().filter(move |k| Area::of(*k) == Some(area));
        // The left column takes areas until it has half of all lines, the headings among them.
        let mut areas: Vec<Area> =
            Area::ALL.into_iter().filter(|area| of(*area).next().is_some()).collect();
        areas.sort_by_key(|area| of(*area).next().as_ref().map(rank));
        let lines = kinds.len() + areas.len();
        let mut columns = [Vec::new(), Vec::new()];
        let mut above = 0;
        for area in areas {
            columns[usize::from(2 * above >= lines)].push(area);
            above += of(area).count() + 1;
        }
        let mut chosen = None;
        card::columns(ui, &[1.0, 1.0], |index, ui| {
            for area in &columns[index] {
                ui.add_space(6.0);
                card::heading(ui, &cx.t(area.key()));
                for kind in of(*area) {
                    if entry(ui, cx, kind) {
                        chosen = Some(kind);
                    }
                }
            }
        });
        let mine = kinds.iter().copied().find(|kind| cx.may_book(*kind));
        let first = mine.or_else(|| kinds.first().copied());
        chosen.or_else(|| first.filter(|_| enter && cx.can_book()))
    }
}

impl Page for ChooseKind {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words {
            title: cx.t("form-choose-title"),
            intro: cx.t("form-choose-intro"),
            confirm: String::new(),
        }
    }

    fn width(&self) -> f32 {
        860.0
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        Vec::new()
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        let label = cx.t("form-choose-search");
        form.typed(ui, &label, &mut self.search, (Typed::Words, false));
        if let Some(kind) = self.areas(ui, cx, form.enter()) {
            cx.send(Action::Open(match kind {
                Kind::GrantIssued => Ask::IssueGrant(self.application()),
                other => Ask::Book(other, Box::new(self.around.occasion_for(other))),
            }));
        }
    }

    fn is_form(&self) -> bool {
        false
    }
}

/// One kind; grey with the role that is missing, and its form names who has it.
fn entry(ui: &mut Ui, cx: &Context<'_>, kind: Kind) -> bool {
    let may = cx.may_book(kind);
    let mut words = cx.text.deed(kind);
    if !may {
        let role = waiting::roles(cx, kind);
        words = cx.f("form-role-missing", &[("deed", words), ("role", role)]);
    }
    let width = ui.available_width();
    let button = Button::new(&words).bare().width(width).enabled(cx.can_book());
    button.faint(!may).show(ui).clicked()
}
