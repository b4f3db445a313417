//! What an entry shall be about, and which kinds of entries can be about it as it stands now.

use crate::domain::{Day, FileNumber, Kind, Money, RecipientKey, Seq, Stage};
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

    /// What the form of that kind is filled with: a bank account belongs to the recipient, not to
    /// one of its grants.
    #[must_use]
    pub fn occasion_for(&self, kind: Kind) -> Occasion {
        match self {
            Self::Grant(recipient, _) if kind == Kind::BankAccountRecorded => {
                Occasion::recipient(recipient)
            }
            _ => self.occasion(),
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
                    && (concerns_grant(&fields)
                        || matches!(kind, Kind::MilestoneReached | Kind::BankAccountRecorded))
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
            on: cx.as_of,
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

/// A case as it was read, and what is asked about it.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// Its entries and the steps that wait.
    pub page: &'a CasePage,
    /// All of it besides its money.
    pub case: &'a CaseDetail,
    /// The grant with its sums, once issued.
    pub detail: Option<&'a GrantDetail>,
    /// The Stichtag at which it was read.
    pub on: Day,
    /// The entry that is referred to, where it is known.
    pub only: Option<Seq>,
}

impl Standing<'_> {
    /// True when the rules let an entry of the kind happen, as far as the case shows it.
    #[must_use]
    pub fn takes(&self, kind: Kind) -> bool {
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
        let ready = match kind {
            Kind::ArithmeticAttested | Kind::FactuallyAttested => {
                !self.case.is_attested(entry.seq, kind)
            }
            Kind::PaymentOrdered => self.case.lacks(entry.seq).is_none(),
            Kind::ExaminationNoted | Kind::ApplicationExamined | Kind::EarlyStartConsented => {
                !followed(Kind::GrantIssued.only_one_of())
            }
            Kind::GrantIssued => followed(&[Kind::ApplicationExamined]),
            _ => true,
        };
        ready && (!Choices::takes(kind) || self.is_left(entry.seq))
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
            Kind::DrawRequested => {
                self.detail.is_some_and(|detail| self.case.lets_draw(detail, self.on))
            }
            Kind::PaymentOrdered | Kind::PaymentRebooked => self.case.is_final(self.on),
            Kind::GrantReduced | Kind::DueShifted => at(Stage::Committed),
            // The step waits exactly when nothing of the case is open any more.
            Kind::CaseClosed => self.page.tasks.iter().any(|row| row.task.kind == kind),
            Kind::MilestoneReached | Kind::MilestoneForecast => {
                let rows = self.detail.map(|detail| detail.milestones.as_slice());
                let mut rows = rows.unwrap_or_default().iter();
                rows.any(|row| row.state != MilestoneState::Reached)
            }
            _ => true,
        }
    }
}
