//! What an entry shall be about, and which kinds of entries can be about it as it stands now.

use crate::domain::procedure::final_proof;
use crate::domain::{FileNumber, Kind, Money, RecipientKey, Seq, Stage};
use crate::store::view::{CaseDetail, CaseEntry, CasePage, Choices, GrantDetail, MilestoneState};
use crate::ui::context::Context;
use crate::ui::form::area::Area;
use crate::ui::form::{self, Field, Occasion, Shape};

/// What the entry shall be about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Around {
    /// Anything.
    #[default]
    All,
    /// A grant of a recipient.
    Grant(RecipientKey, FileNumber),
    /// A recipient.
    Recipient(RecipientKey),
    /// An earlier entry of that kind.
    Entry(Seq, Kind),
}

impl Around {
    /// What the form of an entry about it is filled with.
    #[must_use]
    pub fn occasion(&self) -> Occasion {
        match self {
            Self::All => Occasion::default(),
            Self::Grant(recipient, grant) => Occasion::grant(recipient, grant),
            Self::Recipient(recipient) => Occasion::recipient(recipient),
            Self::Entry(seq, _) => Occasion::entry(*seq),
        }
    }

    /// True when an entry of the kind can be about it, whatever its state.
    #[must_use]
    pub fn fits(&self, kind: Kind) -> bool {
        match self {
            Self::All => Area::of(kind).is_some(),
            Self::Grant(..) => {
                let fields = form::fields(kind);
                Area::of(kind).is_some()
                    && kind != Kind::ApplicationReceived
                    && kind != Kind::GrantIssued
                    && (concerns_grant(&fields) || kind == Kind::MilestoneReached)
            }
            Self::Recipient(_) => matches!(
                kind,
                Kind::BankAccountRecorded
                    | Kind::BankAccountConfirmed
                    | Kind::ApplicationReceived
                    | Kind::MilestonePlanned
                    | Kind::IndicatorDefined
            ),
            Self::Entry(_, of) => kind.refers_to().contains(of),
        }
    }

    /// True when an entry of the kind can be about it now: of the case on the screen nothing is
    /// offered that the rules refuse in its state.
    #[must_use]
    pub fn takes(&self, cx: &Context<'_>, kind: Kind) -> bool {
        self.fits(kind) && self.standing(cx).is_none_or(|standing| standing.takes(kind))
    }

    /// How the case stands that it is about, where that has been read.
    fn standing<'a>(&self, cx: &Context<'a>) -> Option<Standing<'a>> {
        let (case, only) = match self {
            Self::Grant(_, grant) => (grant, None),
            Self::Entry(seq, _) => {
                let of = |page: &CasePage| page.entries.iter().any(|entry| entry.seq == *seq);
                let mut pages = cx.data.case_page.iter();
                let (case, _) = pages.find(|(_, page)| page.value().is_some_and(of))?;
                (case, Some(*seq))
            }
            _ => return None,
        };
        Some(Standing {
            page: cx.data.case_page.get(case)?.value()?,
            case: cx.data.case.get(case)?.value()?.as_ref()?,
            detail: cx.data.grant.get(case)?.value()?.as_ref(),
            only,
        })
    }
}

/// True when a grant stands in the fields, chosen or following from the entry referred to.
fn concerns_grant(fields: &[Field]) -> bool {
    fields.iter().any(|field| match field.shape {
        Shape::Group(inner) => concerns_grant(inner),
        _ => field.name == "grant",
    })
}

/// A case as it was read.
struct Standing<'a> {
    page: &'a CasePage,
    case: &'a CaseDetail,
    detail: Option<&'a GrantDetail>,
    /// The entry that is referred to, where it is known.
    only: Option<Seq>,
}

impl Standing<'_> {
    fn takes(&self, kind: Kind) -> bool {
        let of = kind.refers_to();
        let named = |entry: &&CaseEntry| self.only.is_none_or(|seq| seq == entry.seq);
        let mut entries = self.counting().filter(named).filter(|entry| of.contains(&entry.kind));
        (of.is_empty() || entries.any(|entry| self.is_open(entry, kind))) && self.lets(kind)
    }

    /// Entries that are not corrected.
    fn counting(&self) -> impl Iterator<Item = &CaseEntry> {
        self.page.entries.iter().filter(|entry| entry.reversed_by.is_none())
    }

    /// True while an entry of the kind may refer to that one: it is not decided, and something is
    /// left of its amount.
    fn is_open(&self, entry: &CaseEntry, kind: Kind) -> bool {
        let followed = |by: &[Kind]| {
            let mut following = self.counting().filter(|row| row.reference == Some(entry.seq));
            following.any(|row| by.contains(&row.kind))
        };
        if followed(kind.only_one_of()) {
            return false;
        }
        let (arithmetic, factual) = (Kind::ArithmeticAttested, Kind::FactuallyAttested);
        let ready = match kind {
            Kind::ArithmeticAttested | Kind::FactuallyAttested => !self.attested(entry.seq, kind),
            Kind::PaymentOrdered => {
                self.attested(entry.seq, arithmetic) && self.attested(entry.seq, factual)
            }
            Kind::ExaminationNoted | Kind::ApplicationExamined | Kind::EarlyStartConsented => {
                !followed(Kind::GrantIssued.only_one_of())
            }
            Kind::GrantIssued => followed(&[Kind::ApplicationExamined]),
            _ => true,
        };
        ready && (!Choices::takes(kind) || self.is_left(entry.seq))
    }

    /// An attestation of that kind counts for the draw.
    fn attested(&self, draw: Seq, kind: Kind) -> bool {
        let mut all = self.case.attestations.iter();
        all.any(|row| row.draw == draw && row.kind == kind && row.counts)
    }

    /// Something is left of the amount of an entry; true where it has none.
    fn is_left(&self, seq: Seq) -> bool {
        let moves = self.detail.map(|detail| detail.moves.as_slice()).unwrap_or_default();
        let moved = moves.iter().find(|row| row.seq == seq).map(|row| row.left);
        let mut interest = self.case.interest.iter();
        let left = moved.or_else(|| interest.find(|row| row.seq == seq).map(|row| row.left));
        left.is_none_or(Money::is_positive)
    }

    /// The state of the grant lets an entry of the kind happen.
    fn lets(&self, kind: Kind) -> bool {
        let Some(grant) = &self.case.grant else { return true };
        if grant.closed.is_some() && kind.needs_open_case() {
            return false;
        }
        let at = |stage: Stage| self.detail.is_some_and(|row| row.row.sums.at(stage).is_positive());
        match kind {
            Kind::RemedyWaived | Kind::NoticeChallenged => grant.announced.is_some(),
            Kind::DrawRequested => at(Stage::Committed) && self.case.row.state.is_drawable(),
            Kind::GrantReduced | Kind::DueShifted => at(Stage::Committed),
            Kind::CaseClosed => {
                let checked = final_proof(grant).is_some_and(|proof| proof.checked.is_some());
                checked && !Stage::OPEN.iter().any(|stage| at(*stage))
            }
            Kind::MilestoneReached | Kind::MilestoneForecast => {
                let rows = self.detail.map(|detail| detail.milestones.as_slice());
                let mut rows = rows.unwrap_or_default().iter();
                rows.any(|row| row.state != MilestoneState::Reached)
            }
            _ => true,
        }
    }
}
