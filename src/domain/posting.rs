//! What an event moves: pure, balanced postings over the stage accounts.

use super::body::{
    AuthorityReturn, CarryOverFormed, CarryOverKind, Charge, DueLine, InterestKind, LapsingStage,
    LineAmount, ReductionLine,
};
use super::stage::RevenueKind;
use super::{Account, Body, Event, FileNumber, FiscalYear, Money, RecipientKey, Stage, TitleKey};

/// One signed amount on one stage account; the postings of an event add up to zero (I5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Where it is posted.
    pub account: Account,
    /// Signed amount in cents, never zero.
    pub amount: Money,
}

/// The postings of an event (table of the events in `docs/architecture.md`).
///
/// Only a reversal looks at `referred`, the event that it negates.
#[must_use]
pub fn postings(event: &Event, referred: Option<&Event>) -> Vec<Posting> {
    if let Body::Reversed(_) = &event.body {
        return referred.map_or_else(Vec::new, |original| {
            let mut negated = postings(original, None);
            for posting in &mut negated {
                posting.amount = -posting.amount;
            }
            negated
        });
    }
    let mut book = Book { recipient: &event.recipient, postings: Vec::new() };
    book.of_budget(&event.body);
    book.of_year_end(&event.body);
    book.of_grant(&event.body);
    book.of_payment(&event.body);
    book.of_claim(&event.body);
    book.postings
}

struct Book<'a> {
    recipient: &'a RecipientKey,
    postings: Vec<Posting>,
}

impl Book<'_> {
    fn of_budget(&mut self, body: &Body) {
        use Stage as S;
        match body {
            Body::AppropriationVoted(b) => {
                self.of_title(
                    (S::Appropriated, S::Available),
                    &b.title,
                    b.fiscal_year,
                    b.amount_cents,
                );
            }
            Body::SupplementVoted(b) => {
                self.of_title(
                    (S::Appropriated, S::Available),
                    &b.title,
                    b.fiscal_year,
                    b.amount_cents,
                );
            }
            Body::ExcessGranted(b) => {
                self.of_title((S::Exceeded, S::Available), &b.title, b.fiscal_year, b.amount_cents);
            }
            Body::CoverMoved(b) => {
                self.of_title((S::Available, S::CoverOut), &b.from, b.fiscal_year, b.amount_cents);
                self.of_title((S::CoverIn, S::Available), &b.to, b.fiscal_year, b.amount_cents);
            }
            Body::BlockSet(b) => {
                self.of_title((S::Available, S::Blocked), &b.title, b.fiscal_year, b.amount_cents);
            }
            Body::BlockLifted(b) => {
                self.of_title((S::Blocked, S::Available), &b.title, b.fiscal_year, b.amount_cents);
            }
            Body::AuthorityVoted(b) => {
                let years = (b.budget_year, b.due_year);
                self.of_authority((S::VeVoted, S::VeFree), &b.title, years, b.amount_cents);
            }
            Body::AuthorityBlocked(b) => {
                let years = (b.budget_year, b.due_year);
                self.of_authority((S::VeFree, S::VeBlocked), &b.title, years, b.amount_cents);
            }
            Body::AuthorityUnblocked(b) => {
                let years = (b.budget_year, b.due_year);
                self.of_authority((S::VeBlocked, S::VeFree), &b.title, years, b.amount_cents);
            }
            Body::AuthorityLapsed(b) => {
                let years = (b.budget_year, b.due_year);
                self.of_authority((S::VeFree, S::VeLapsed), &b.title, years, b.amount_cents);
            }
            _ => {}
        }
    }

    fn of_year_end(&mut self, body: &Body) {
        use Stage as S;
        match body {
            Body::FundsLapsed(b) => {
                let stage = match b.stage {
                    LapsingStage::Available => S::Available,
                    LapsingStage::Blocked => S::Blocked,
                };
                self.of_title((stage, S::Lapsed), &b.title, b.fiscal_year, b.amount_cents);
            }
            Body::CarryOverFormed(b) => self.carry_over(b),
            _ => {}
        }
    }

    fn of_grant(&mut self, body: &Body) {
        match body {
            Body::GrantIssued(issued) => self.commit(&issued.grant, &issued.lines),
            Body::GrantIncreased(increased) => self.commit(&increased.grant, &increased.lines),
            Body::GrantReduced(reduced) => self.release(&reduced.grant, &reduced.lines),
            Body::DueShifted(shifted) => {
                self.release(&shifted.grant, std::slice::from_ref(&shifted.from));
                self.commit(&shifted.grant, std::slice::from_ref(&shifted.to));
            }
            Body::CommitmentRestored(restored) => {
                self.commit(&restored.grant, std::slice::from_ref(&restored.line));
            }
            _ => {}
        }
    }

    fn of_payment(&mut self, body: &Body) {
        use Stage as S;
        match body {
            Body::DrawRequested(b) => self.advance(&b.line, S::Committed, S::Requested),
            Body::DrawReduced(b) => self.advance(&b.line, S::Requested, S::Committed),
            Body::DrawRejected(b) => self.advance(&b.line, S::Requested, S::Committed),
            Body::DrawWithdrawn(b) => self.advance(&b.line, S::Requested, S::Committed),
            Body::PaymentOrdered(b) => self.advance(&b.line, S::Requested, S::Ordered),
            Body::OrderCancelled(b) => self.advance(&b.line, S::Ordered, S::Requested),
            Body::PaymentConfirmed(b) => self.advance(&b.line, S::Ordered, S::Paid),
            Body::PaymentReturned(b) if b.held => self.advance(&b.line, S::Paid, S::Held),
            Body::PaymentReturned(b) => self.advance(&b.line, S::Paid, S::Requested),
            Body::HeldPaid(b) => self.advance(&b.line, S::Held, S::Paid),
            Body::PaymentRebooked(b) => {
                self.advance(&b.from, S::Paid, S::Committed);
                self.advance(&b.line, S::Committed, S::Paid);
            }
            _ => {}
        }
    }

    fn of_claim(&mut self, body: &Body) {
        use Stage as S;
        match body {
            Body::ClaimRaised(b) => self.advance(&b.line, S::Paid, S::Reclaimed),
            Body::ClaimAnnulled(b) => self.advance(&b.line, S::Reclaimed, S::Paid),
            Body::ClaimWaived(b) => self.advance(&b.line, S::Reclaimed, S::WrittenOff),
            Body::ClaimRepaid(b) => {
                if let Some(year) = b.revenue_year {
                    self.advance(&b.line, S::Reclaimed, S::Returned);
                    self.repaid_as_revenue(&b.line, year);
                } else {
                    let from = self.on_line(S::Reclaimed, &b.line);
                    let to = Account::of_title(S::Available, &b.line.title, b.line.fiscal_year);
                    self.shift(from, to, b.line.amount_cents);
                }
            }
            Body::UnusedReturned(b) => match b.revenue_year {
                Some(year) => {
                    self.advance(&b.line, S::Paid, S::Returned);
                    self.repaid_as_revenue(&b.line, year);
                }
                None => self.advance(&b.line, S::Paid, S::Committed),
            },
            Body::InterestAssessed(b) => {
                let stages = (S::RevenueSource, S::RevenueDue);
                self.revenue(stages, &b.charge, b.charge.fiscal_year, b.interest);
            }
            Body::InterestReceived(b) => {
                let stages = (S::RevenueDue, S::RevenueReceived);
                self.revenue(stages, &b.charge, b.assessed_year, b.interest);
            }
            Body::InterestWaived(b) => {
                let stages = (S::RevenueDue, S::RevenueWaived);
                self.revenue(stages, &b.charge, b.charge.fiscal_year, b.interest);
            }
            _ => {}
        }
    }

    fn shift(&mut self, from: Account, to: Account, amount: Money) {
        self.postings.push(Posting { account: from, amount: -amount });
        self.postings.push(Posting { account: to, amount });
    }

    fn of_title(
        &mut self,
        (from, to): (Stage, Stage),
        title: &TitleKey,
        year: FiscalYear,
        amount: Money,
    ) {
        let from = Account::of_title(from, title, year);
        let to = Account::of_title(to, title, year);
        self.shift(from, to, amount);
    }

    fn of_authority(
        &mut self,
        (from, to): (Stage, Stage),
        title: &TitleKey,
        years: (FiscalYear, FiscalYear),
        amount: Money,
    ) {
        let from = Account::of_authority(from, title, years);
        let to = Account::of_authority(to, title, years);
        self.shift(from, to, amount);
    }

    fn on_grant(&self, account: Account, grant: &FileNumber) -> Account {
        Account { grant: Some(grant.clone()), recipient: Some(self.recipient.clone()), ..account }
    }

    fn on_line(&self, stage: Stage, line: &LineAmount) -> Account {
        self.on_grant(Account::of_title(stage, &line.title, line.fiscal_year), &line.grant)
    }

    fn advance(&mut self, line: &LineAmount, from: Stage, to: Stage) {
        self.shift(self.on_line(from, line), self.on_line(to, line), line.amount_cents);
    }

    fn commit(&mut self, grant: &FileNumber, lines: &[DueLine]) {
        for line in lines {
            let available = Account::of_title(Stage::Available, &line.title, line.fiscal_year);
            let committed = Account::of_title(Stage::Committed, &line.title, line.fiscal_year);
            self.shift(available, self.on_grant(committed, grant), line.amount_cents);
            if let Some(budget_year) = line.authority_year {
                let years = (budget_year, line.fiscal_year);
                let free = Account::of_authority(Stage::VeFree, &line.title, years);
                let used = Account::of_authority(Stage::VeUsed, &line.title, years);
                self.shift(free, self.on_grant(used, grant), line.amount_cents);
            }
        }
    }

    fn release(&mut self, grant: &FileNumber, lines: &[ReductionLine]) {
        for line in lines {
            let available = Account::of_title(Stage::Available, &line.title, line.fiscal_year);
            let committed = Account::of_title(Stage::Committed, &line.title, line.fiscal_year);
            self.shift(self.on_grant(committed, grant), available, line.amount_cents);
            if let (Some(budget_year), Some(way)) = (line.authority_year, line.authority_return) {
                let years = (budget_year, line.fiscal_year);
                let used = Account::of_authority(Stage::VeUsed, &line.title, years);
                let back = match way {
                    AuthorityReturn::Free => Stage::VeFree,
                    AuthorityReturn::Lapsed => Stage::VeLapsed,
                };
                let back = Account::of_authority(back, &line.title, years);
                self.shift(self.on_grant(used, grant), back, line.amount_cents);
            }
        }
    }

    fn carry_over(&mut self, body: &CarryOverFormed) {
        use Stage as S;
        let (title, amount) = (&body.title, body.amount_cents);
        let (year, next) = (body.fiscal_year, FiscalYear(body.fiscal_year.0 + 1));
        let place = |book: &Self, year| match &body.grant {
            Some(grant) => book.on_grant(Account::of_title(S::Committed, title, year), grant),
            None => Account::of_title(S::Available, title, year),
        };
        let (from, to) = (place(self, year), place(self, next));
        match body.cover {
            CarryOverKind::Additional => {
                self.shift(from, Account::of_title(S::CarriedOut, title, year), amount);
                self.shift(Account::of_title(S::CarriedIn, title, next), to, amount);
            }
            CarryOverKind::Charged => {
                self.shift(from, Account::of_title(S::Lapsed, title, year), amount);
                if body.grant.is_some() {
                    self.shift(Account::of_title(S::Available, title, next), to, amount);
                }
                let source = Account::of_title(S::RestSource, title, next);
                self.shift(source, Account::of_title(S::RestCharged, title, next), amount);
            }
        }
    }

    fn repaid_as_revenue(&mut self, line: &LineAmount, year: FiscalYear) {
        let account = |stage| Account {
            revenue: Some(RevenueKind::Repayment),
            ..Account::of_title(stage, &line.title, year)
        };
        let from = self.on_grant(account(Stage::RevenueSource), &line.grant);
        let to = self.on_grant(account(Stage::RevenueReceived), &line.grant);
        self.shift(from, to, line.amount_cents);
    }

    /// Moves interest from a stage of the year `from_year` to one of the charge's year.
    fn revenue(
        &mut self,
        (from, to): (Stage, Stage),
        charge: &Charge,
        from_year: FiscalYear,
        interest: InterestKind,
    ) {
        let kind = match interest {
            InterestKind::Reclaim => RevenueKind::ReclaimInterest,
            InterestKind::Delay => RevenueKind::DelayInterest,
        };
        let account = |stage, year| Account {
            revenue: Some(kind),
            ..Account::of_title(stage, &charge.title, year)
        };
        let from = self.on_grant(account(from, from_year), &charge.grant);
        let to = self.on_grant(account(to, charge.fiscal_year), &charge.grant);
        self.shift(from, to, charge.amount_cents);
    }
}
