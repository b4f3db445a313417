//! Figures of refusals about a case: plan, notice, steps, draws.

use super::super::Text;
use super::Args;
use crate::domain::refusal::Step;
use crate::domain::{Kind, Refusal};

impl Text {
    pub(super) fn case_args(&self, refusal: &Refusal) -> Option<Args> {
        Some(match refusal {
            Refusal::PlanUnbalanced { total, sum } => {
                self.differing(("total", *total), ("sum", *sum))
            }
            Refusal::QuotaAboveGuideline { quota, highest } => {
                vec![("quota", self.rate(*quota)), ("highest", self.rate(*highest))]
            }
            Refusal::NotEqual { taken, given } => {
                self.differing(("taken", *taken), ("given", *given))
            }
            Refusal::NotWhole { asked, left } => self.differing(("asked", *asked), ("left", *left)),
            Refusal::StepMissing { step } => vec![("kind", self.kind(kind_of(*step)?))],
            Refusal::NotFinal { grant, from } => {
                let from = from.map(|day| ("from", self.day(day)));
                std::iter::once(("grant", grant.to_string())).chain(from).collect()
            }
            Refusal::Challenged { grant } => vec![("grant", grant.to_string())],
            Refusal::CaseIsClosed { grant, on } => {
                vec![("grant", grant.to_string()), ("day", self.day(*on))]
            }
            Refusal::OpenDraw { seq } => vec![("seq", seq.to_string())],
            Refusal::NeedDiffers { asked, need, unspent } => {
                let parts =
                    vec![("need", self.money_unit(*need)), ("unspent", self.money_unit(*unspent))];
                let computed = ("computed", *need - *unspent);
                [parts, self.differing(("asked", *asked), computed)].concat()
            }
            Refusal::NeedTooLong { until, latest } => {
                vec![("until", self.day(*until)), ("latest", self.day(*latest))]
            }
            Refusal::MilestoneBlocks { milestone } => vec![("milestone", milestone.to_string())],
            _ => return None,
        })
    }
}

/// The event by which a step is booked; `None` for one that many events make up.
const fn kind_of(step: Step) -> Option<Kind> {
    Some(match step {
        Step::Examination | Step::NoDoubleFunding | Step::StartChecked => Kind::ApplicationExamined,
        Step::ArithmeticAttestation => Kind::ArithmeticAttested,
        Step::FactualAttestation => Kind::FactuallyAttested,
        Step::Announcement => Kind::NoticeAnnounced,
        Step::ProofCheck => Kind::ProofChecked,
        Step::BooksClosed => Kind::BooksClosed,
        Step::Settlement => return None,
    })
}
