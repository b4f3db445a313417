//! What an event is about: its due line, grant, amount and object.

use super::body::{LineAmount, Setting};
use super::{Body, FileNumber, FiscalYear, Money, Seq, TitleKey};

impl Body {
    /// Due line and amount of an event that moves one along.
    #[must_use]
    pub const fn line(&self) -> Option<&LineAmount> {
        Some(match self {
            Self::DrawRequested(b) => &b.line,
            Self::DrawReduced(b) => &b.line,
            Self::DrawRejected(b) => &b.line,
            Self::DrawWithdrawn(b) => &b.line,
            Self::PaymentOrdered(b) => &b.line,
            Self::OrderCancelled(b) => &b.line,
            Self::PaymentConfirmed(b) => &b.line,
            Self::PaymentReturned(b) => &b.line,
            Self::HeldOrdered(b) => &b.line,
            Self::HeldPaid(b) => &b.line,
            Self::PaymentRebooked(b) => &b.line,
            Self::ClaimRaised(b) => &b.line,
            Self::ClaimAnnulled(b) => &b.line,
            Self::ClaimWaived(b) => &b.line,
            Self::ClaimRepaid(b) => &b.line,
            Self::UnusedReturned(b) => &b.line,
            _ => return None,
        })
    }

    /// Recording of the bank account that an order is paid to.
    #[must_use]
    pub const fn bank_account(&self) -> Option<Seq> {
        match self {
            Self::PaymentOrdered(b) => Some(b.bank_account),
            Self::HeldOrdered(b) => Some(b.bank_account),
            _ => None,
        }
    }

    /// Due line that the amount is taken from: that of the event referred to.
    #[must_use]
    pub const fn taken_from(&self) -> Option<&LineAmount> {
        match self {
            Self::PaymentRebooked(b) => Some(&b.from),
            other => other.line(),
        }
    }

    /// Title and fiscal year that the amount of a draw, an order, a payment or a claim is charged
    /// to; of a rebooking those before, then those after it.
    #[must_use]
    pub fn charged(&self) -> Vec<(TitleKey, FiscalYear)> {
        let lines = self.taken_from().into_iter().chain(self.line());
        let mut found: Vec<_> = lines.map(|line| (line.title.clone(), line.fiscal_year)).collect();
        found.dedup();
        found
    }

    /// True for a record, which posts nothing, about that title.
    #[must_use]
    pub fn names_title(&self, of: &TitleKey) -> bool {
        match self {
            Self::AppropriationDrafted(b) => b.title == *of,
            Self::SettingMade(b) => {
                matches!(&b.setting, Setting::RepaymentIsRevenue { title, .. } if title == of)
            }
            _ => false,
        }
    }

    /// The grant that the event concerns, or the application of that file number.
    #[must_use]
    pub fn grant(&self) -> Option<&FileNumber> {
        Some(match self {
            Self::ApplicationReceived(b) => &b.grant,
            Self::ExaminationNoted(b) => &b.grant,
            Self::ApplicationExamined(b) => &b.grant,
            Self::EarlyStartConsented(b) => &b.grant,
            Self::ApplicationRejected(b) => &b.grant,
            Self::ApplicationWithdrawn(b) => &b.grant,
            Self::CarryOverFormed(b) => return b.grant.as_ref(),
            Self::MilestonePlanned(b) => return b.grant.as_ref(),
            other => return other.granted().or_else(|| other.line().map(|line| &line.grant)),
        })
    }

    /// The grant of an event that follows its notice and names no due line amount.
    const fn granted(&self) -> Option<&FileNumber> {
        Some(match self {
            Self::GrantIssued(b) => &b.grant,
            Self::NoticeAnnounced(b) => &b.grant,
            Self::RemedyWaived(b) => &b.grant,
            Self::NoticeChallenged(b) => &b.grant,
            Self::ChallengeEnded(b) => &b.grant,
            Self::GrantAmended(b) => &b.grant,
            Self::GrantIncreased(b) => &b.grant,
            Self::GrantReduced(b) => &b.grant,
            Self::DueShifted(b) => &b.grant,
            Self::CommitmentRestored(b) => &b.grant,
            Self::BeneficiaryNamed(b) => &b.grant,
            Self::ArithmeticAttested(b) => &b.grant,
            Self::FactuallyAttested(b) => &b.grant,
            Self::DrawSentBack(b) => &b.grant,
            Self::OrderHandedOver(b) => &b.grant,
            Self::PaymentReconciled(b) => &b.grant,
            Self::ProofReceived(b) => &b.grant,
            Self::ProofReminded(b) => &b.grant,
            Self::ProofChecked(b) => &b.grant,
            Self::ClaimDeferred(b) => &b.grant,
            Self::InterestAssessed(b) => &b.charge.grant,
            Self::InterestReceived(b) => &b.charge.grant,
            Self::InterestWaived(b) => &b.charge.grant,
            Self::CaseClosed(b) => &b.grant,
            _ => return None,
        })
    }

    /// All grants that the event concerns: two for a rebooking between grants.
    #[must_use]
    pub fn grants(&self) -> Vec<&FileNumber> {
        let mut grants: Vec<_> = self.grant().into_iter().collect();
        grants.extend(self.taken_from().map(|line| &line.grant));
        grants.sort_unstable();
        grants.dedup();
        grants
    }

    /// Eligible expenditure that an amending notice sets anew, in cents.
    #[must_use]
    pub const fn new_eligible(&self) -> Option<Money> {
        match self {
            Self::GrantAmended(b) => b.eligible_cents,
            Self::GrantIncreased(b) => b.eligible_cents,
            Self::GrantReduced(b) => b.eligible_cents,
            Self::ClaimRaised(b) => b.eligible_cents,
            _ => None,
        }
    }

    /// Year of the revenue, when a repayment or return does not lower the *Ist*.
    #[must_use]
    pub const fn revenue_year(&self) -> Option<FiscalYear> {
        match self {
            Self::ClaimRepaid(b) => b.revenue_year,
            Self::UnusedReturned(b) => b.revenue_year,
            _ => None,
        }
    }

    /// The amount that the event is about, as positive as it is written.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        Some(match self {
            Self::AppropriationDrafted(b) => b.amount_cents,
            Self::AppropriationVoted(b) => b.amount_cents,
            Self::SupplementVoted(b) => b.amount_cents,
            Self::ExcessGranted(b) => b.amount_cents,
            Self::CoverMoved(b) => b.amount_cents,
            Self::BlockSet(b) => b.amount_cents,
            Self::BlockLifted(b) => b.amount_cents,
            Self::AuthorityVoted(b) => b.amount_cents,
            Self::AuthorityBlocked(b) => b.amount_cents,
            Self::AuthorityUnblocked(b) => b.amount_cents,
            Self::AuthorityLapsed(b) => b.amount_cents,
            Self::CarryOverFormed(b) => b.amount_cents,
            Self::FundsLapsed(b) => b.amount_cents,
            Self::ApplicationReceived(b) => b.requested_cents,
            Self::GrantIssued(b) => b.lines.iter().map(|l| l.amount_cents).sum(),
            Self::GrantIncreased(b) => b.lines.iter().map(|l| l.amount_cents).sum(),
            Self::GrantReduced(b) => -b.lines.iter().map(|l| l.amount_cents).sum::<Money>(),
            Self::DueShifted(b) => b.to.amount_cents,
            Self::CommitmentRestored(b) => b.line.amount_cents,
            Self::ProofChecked(b) => return b.settled_cents,
            Self::InterestAssessed(b) => b.charge.amount_cents,
            Self::InterestReceived(b) => b.charge.amount_cents,
            Self::InterestWaived(b) => b.charge.amount_cents,
            other => return other.line().map(|line| line.amount_cents),
        })
    }

    /// Key of what the event concerns: grant, title, milestone, indicator, person, recipient.
    #[must_use]
    pub fn object(&self) -> String {
        match self {
            Self::ProgrammeFounded(b) => b.name.clone(),
            Self::PersonEnrolled(b) => b.person.person.0.to_string(),
            Self::SettingMade(b) => b.setting.key(),
            Self::RecipientRegistered(b) => b.name.clone(),
            Self::BankAccountRecorded(b) => b.holder.clone(),
            Self::MilestonePlanned(b) => b.milestone.to_string(),
            Self::MilestoneForecast(b) => b.milestone.to_string(),
            Self::MilestoneReached(b) => b.milestone.to_string(),
            Self::IndicatorDefined(b) => b.indicator.to_string(),
            Self::IndicatorRead(b) => b.indicator.to_string(),
            Self::DocumentIssued(b) => b.document.clone(),
            Self::LedgerRestored(b) => b.known.to_string(),
            other => other
                .budget_object()
                .unwrap_or_else(|| other.grant().map_or_else(String::new, ToString::to_string)),
        }
    }

    /// Title and year that a budget event concerns.
    fn budget_object(&self) -> Option<String> {
        let at = |title: &TitleKey, year: FiscalYear| format!("{title}, {}", year.0);
        let authority = |title: &TitleKey, from: FiscalYear, to: FiscalYear| {
            format!("{title}, {} → {}", from.0, to.0)
        };
        Some(match self {
            Self::TitleRegistered(b) => b.title.to_string(),
            Self::AppropriationDrafted(b) => at(&b.title, b.fiscal_year),
            Self::AppropriationVoted(b) => at(&b.title, b.fiscal_year),
            Self::SupplementVoted(b) => at(&b.title, b.fiscal_year),
            Self::ExcessGranted(b) => at(&b.title, b.fiscal_year),
            Self::BlockSet(b) => at(&b.title, b.fiscal_year),
            Self::BlockLifted(b) => at(&b.title, b.fiscal_year),
            Self::FundsLapsed(b) => at(&b.title, b.fiscal_year),
            Self::CoverMoved(b) => format!("{} → {}, {}", b.from, b.to, b.fiscal_year.0),
            Self::AuthorityVoted(b) => authority(&b.title, b.budget_year, b.due_year),
            Self::AuthorityBlocked(b) => authority(&b.title, b.budget_year, b.due_year),
            Self::AuthorityUnblocked(b) => authority(&b.title, b.budget_year, b.due_year),
            Self::AuthorityLapsed(b) => authority(&b.title, b.budget_year, b.due_year),
            Self::CarryOverFormed(b) if b.grant.is_none() => at(&b.title, b.fiscal_year),
            Self::ProvisionalManagementSet(b) => b.fiscal_year.0.to_string(),
            Self::BooksClosed(b) => b.fiscal_year.0.to_string(),
            Self::YearSettled(b) => b.fiscal_year.0.to_string(),
            _ => return None,
        })
    }
}
