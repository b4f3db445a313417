//! The page of one case: where it stands and what comes next, then its parts one by one.

use eframe::egui::{ScrollArea, Ui};

use super::page::{Page, Part};
use super::{around, draws, entries, head, lines, money, plan, procedure, progress, versions};
use crate::domain::FileNumber;
use crate::store::view::{CaseDetail, CasePage, GrantDetail};
use crate::ui::context::Context;
use crate::ui::data::Loaded;
use crate::ui::screen::loaded;
use crate::ui::theme::GAP;
use crate::ui::widget::card;

/// Shows it at the right of the list.
pub fn detail(ui: &mut Ui, cx: &Context<'_>, grant: &FileNumber, (page, height): (&mut Page, f32)) {
    let Some(value) = cx.data.grant.get(grant) else { return };
    let Some(value) = loaded(cx, ui, value) else { return };
    let case = cx.data.case(grant);
    let parts: &[Part] = match (value, case) {
        (Some(_), _) => &Part::ALL,
        (None, Some(_)) => &Part::OF_APPLICATION,
        (None, None) => &[],
    };
    let top = ui.cursor().top();
    page.marks(ui, cx, parts);
    let height = height - (ui.cursor().top() - top);
    let area = ScrollArea::vertical().id_salt(("grant", grant.as_str())).max_height(height);
    let beside = cx.data.case_page(grant);
    let whole = case.is_some() && beside.is_some();
    let mut scrolled = std::mem::take(&mut page.scrolled);
    scrolled.show(ui, (grant, whole), area, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        match (value, case) {
            (Some(detail), _) => of_grant(ui, cx, detail, (case, beside), page),
            (None, Some(case)) => application(ui, cx, (case, beside), page),
            // The case may still be on its way; a wrong answer would be worse than none.
            (None, None) => {
                let key = if cx.data.case.get(grant).is_some_and(is_read) {
                    "screen-grant-unknown"
                } else {
                    "app-loading"
                };
                card::card(ui, |ui| card::empty(ui, &cx.t(key)));
            }
        }
        ui.add_space(2.0);
    });
    page.scrolled = scrolled;
}

const fn is_read<T>(value: &Loaded<T>) -> bool {
    matches!(value, Loaded::Ready(_) | Loaded::Failed { .. })
}

/// What is known of the case beside its money, as far as it is here.
type Beside<'a> = (Option<&'a CaseDetail>, Option<&'a CasePage>);

fn of_grant(
    ui: &mut Ui,
    cx: &Context<'_>,
    detail: &GrantDetail,
    (case, beside): Beside<'_>,
    page: &mut Page,
) {
    head::grant(ui, cx, detail, (case, beside));
    page.part(ui, cx, (Part::Plan, &plan::summary(cx, Some(detail), case)), |ui, _| {
        plan::show(ui, cx, Some(detail), case);
    });
    page.part(ui, cx, (Part::Due, &lines::summary(cx, detail)), |ui, _| {
        lines::show(ui, cx, detail, beside);
    });
    page.part(ui, cx, (Part::Draws, &draws::summary(cx, detail, beside)), |ui, _| {
        draws::show(ui, cx, detail, beside);
    });
    page.part(ui, cx, (Part::Milestones, &progress::summary(cx, detail)), |ui, _| {
        progress::show(ui, cx, detail, beside);
    });
    if let Some(case) = case {
        page.part(ui, cx, (Part::Proofs, &money::summary(cx, case)), |ui, _| {
            money::show(ui, cx, case);
        });
    }
    page.part(ui, cx, (Part::Versions, &versions::summary(cx, detail)), |ui, compared| {
        versions::show(ui, cx, detail, (case, compared));
    });
    if let Some(case) = case {
        page.part(ui, cx, (Part::Procedure, &procedure::summary(cx, case)), |ui, _| {
            procedure::show(ui, cx, case);
        });
    }
    page.part(ui, cx, (Part::Around, &around::summary(cx, detail, beside)), |ui, _| {
        around::show(ui, cx, detail, (case, beside));
    });
    page.part(ui, cx, (Part::Entries, &entries::summary(cx, beside)), |ui, _| {
        entries::show(ui, cx, beside);
    });
}

fn application(
    ui: &mut Ui,
    cx: &Context<'_>,
    (case, beside): (&CaseDetail, Option<&CasePage>),
    page: &mut Page,
) {
    head::application(ui, cx, case, beside);
    page.part(ui, cx, (Part::Plan, &plan::summary(cx, None, Some(case))), |ui, _| {
        plan::show(ui, cx, None, Some(case));
    });
    page.part(ui, cx, (Part::Procedure, &procedure::summary(cx, case)), |ui, _| {
        procedure::show(ui, cx, case);
    });
    page.part(ui, cx, (Part::Entries, &entries::summary(cx, beside)), |ui, _| {
        entries::show(ui, cx, beside);
    });
}
