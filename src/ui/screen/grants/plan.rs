//! The financing plan: what the project costs, who pays it, and whether it balances.

use eframe::egui::Ui;

use crate::domain::Money;
use crate::domain::body::Financing;
use crate::domain::financing::{Plan, highest_grant};
use crate::store::view::{CaseDetail, GrantDetail};
use crate::ui::context::Context;
use crate::ui::theme::BODY;
use crate::ui::widget::card;
use crate::ui::widget::chip::{Meaning, chip};
use crate::ui::widget::table::{Cell, Column, Row, Table};

/// A plan with the grant beside it.
#[derive(Clone, Copy)]
struct Stand {
    plan: Plan,
    grant: Money,
}

impl Stand {
    fn of_application(case: &CaseDetail) -> Option<Self> {
        let received = &case.application.as_ref()?.received;
        let plan = &received.plan;
        Some(Self {
            plan: Plan {
                total: plan.total_cents,
                eligible: plan.eligible_cents,
                third_party: plan.third_party_cents,
                own: plan.own_cents,
            },
            grant: received.requested_cents,
        })
    }

    /// Beside a notice the recipient pays what nobody else does.
    fn of_notice([total, eligible, third_party, grant]: [Money; 4]) -> Self {
        let own = total - grant - third_party;
        Self { plan: Plan { total, eligible, third_party, own }, grant }
    }

    fn financed(self) -> Money {
        self.grant + self.plan.third_party + self.plan.own
    }
}

/// Plans side by side: that of the application, of the first notice, and in force.
struct Plans {
    heads: Vec<String>,
    stands: Vec<Stand>,
}

impl Plans {
    fn of(cx: &Context<'_>, detail: Option<&GrantDetail>, case: Option<&CaseDetail>) -> Self {
        let mut plans = Self { heads: Vec::new(), stands: Vec::new() };
        let mut add = |key: &str, stand: Option<Stand>| {
            if let Some(stand) = stand {
                plans.heads.push(cx.t(key));
                plans.stands.push(stand);
            }
        };
        add("detail-plan-application", case.and_then(Stand::of_application));
        let first = case.filter(|case| case.versions.len() > 1);
        let first = first.and_then(|case| case.versions.first());
        add(
            "detail-plan-first",
            first.map(|version| {
                let found = [version.total, version.eligible, version.third_party, version.granted];
                Stand::of_notice(found)
            }),
        );
        add("detail-plan-now", detail.map(|detail| in_force(detail, case)));
        plans
    }
}

fn in_force(detail: &GrantDetail, case: Option<&CaseDetail>) -> Stand {
    let grant = case.and_then(|case| case.grant.as_ref());
    let total = grant.and_then(|grant| grant.issued.total_cents).unwrap_or(detail.eligible);
    Stand::of_notice([total, detail.eligible, detail.third_party, detail.row.granted])
}

type Line = (&'static str, fn(Stand) -> Money, bool);

/// What it costs, then who pays.
const LINES: [Line; 7] = [
    ("screen-eligible", |stand| stand.plan.eligible, false),
    ("detail-plan-not-eligible", |stand| stand.plan.total - stand.plan.eligible, false),
    ("case-total", |stand| stand.plan.total, true),
    ("detail-plan-grant", |stand| stand.grant, false),
    ("case-third-party", |stand| stand.plan.third_party, false),
    ("screen-own-share", |stand| stand.plan.own, false),
    ("detail-plan-financed", Stand::financed, true),
];

/// The table and what was checked of it.
pub fn show(
    ui: &mut Ui,
    cx: &Context<'_>,
    detail: Option<&GrantDetail>,
    case: Option<&CaseDetail>,
) {
    let plans = Plans::of(cx, detail, case);
    let Some(last) = plans.stands.last().copied() else {
        card::empty(ui, &cx.t("detail-plan-empty"));
        return;
    };
    let mut columns = vec![Column::text(cx.t("detail-plan-position"), 130.0)];
    columns.extend(plans.heads.iter().map(|head| Column::figure(head.clone(), 118.0)));
    columns.push(Column::figure(cx.t("detail-plan-share"), 80.0));
    Table::new("plan", columns).show(ui, LINES.len(), |index| {
        let (key, of, strong) = LINES[index];
        let name = cx.t(key);
        let amounts: Vec<String> = plans.stands.iter().map(|stand| cx.money(of(*stand))).collect();
        let share = cx.share(of(last), last.plan.total);
        let said = plans.heads.iter().zip(&plans.stands);
        let said = said.map(|(head, stand)| [head.as_str(), &cx.euro(of(*stand))].join(" "));
        let said = said.collect::<Vec<_>>().join(", ");
        let sentence = [name.as_str(), &said].join(": ");
        let text = |text: String| if strong { Cell::Strong(text) } else { Cell::Text(text) };
        let mut cells = vec![text(name)];
        cells.extend(amounts.into_iter().map(text));
        cells.push(Cell::Dim(share));
        Row { cells, sentence }
    });
    ui.add_space(6.0);
    for (good, words) in checks(cx, detail, case) {
        let (meaning, word) = if good {
            (Meaning::Good, "detail-balances")
        } else {
            (Meaning::Late, "detail-differs")
        };
        ui.horizontal_wrapped(|ui| {
            chip(ui, meaning, &cx.t(word));
            ui.label(eframe::egui::RichText::new(words).size(BODY));
        });
    }
}

/// What must hold of a plan: whether it does, and in words with the difference.
fn checks(
    cx: &Context<'_>,
    detail: Option<&GrantDetail>,
    case: Option<&CaseDetail>,
) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    let mut check = |good: bool, [key, otherwise]: [&str; 2], amount: Money| {
        let key = if good { key } else { otherwise };
        found.push((good, cx.f(key, &[("amount", cx.euro(amount))])));
    };
    if let Some(stand) = case.and_then(Stand::of_application) {
        let gap = stand.plan.gap(stand.grant);
        let keys = ["detail-check-application", "detail-check-application-gap"];
        check(gap.is_zero(), keys, gap);
    }
    let Some(detail) = detail else { return found };
    let own = detail.own_share;
    let keys = ["detail-check-own", "detail-check-own-negative"];
    check(own >= Money::ZERO, keys, own.abs());
    let lines: Money = detail.lines.iter().map(|line| line.granted).sum();
    let keys = ["detail-check-lines", "detail-check-lines-gap"];
    let difference = detail.row.granted - lines;
    check(difference.is_zero(), keys, if difference.is_zero() { lines } else { difference });
    // A shortfall rests on funds of its own that only the application says.
    if detail.financing != Financing::Shortfall {
        let quota = detail.quota_percent;
        let (own, third_party) = (Money::ZERO, detail.third_party);
        let (financing, eligible) = (detail.financing, detail.eligible);
        if let Ok(most) = highest_grant(financing, quota, eligible, own, third_party) {
            let keys = ["detail-check-highest", "detail-check-highest-above"];
            check(detail.row.granted <= most, keys, most);
        }
    }
    found
}

/// The plan in a few words.
pub fn summary(
    cx: &Context<'_>,
    detail: Option<&GrantDetail>,
    case: Option<&CaseDetail>,
) -> String {
    let stand = detail.map(|detail| in_force(detail, case));
    let stand = stand.or_else(|| case.and_then(Stand::of_application));
    let total = stand.map(|stand| cx.euro(stand.plan.total)).unwrap_or_default();
    [cx.t("case-total"), total].join(" ")
}
