//! What an event moves: pure, balanced postings over the stage accounts.

use super::body::{AuthorityReturn, DueLine, LineAmount, ReductionLine};
use super::{Account, Body, Event, FileNumber, FiscalYear, Money, RecipientKey, Stage, TitleKey};

/// One signed amount on one stage account; the postings of an event add up to zero (I5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Where it is posted.
    pub account: Account,
    /// Signed amount in cents, never zero.
    pub amount: Money,
}

/// The postings of an event.
///
/// Only a reversal looks at `referred`, the event that it negates.
#[must_use]
pub fn postings(event: &Event, referred: Option<&Event>) -> Vec<Posting> {
    let mut book = Book { recipient: &event.recipient, postings: Vec::new() };
    match &event.body {
        Body::AppropriationVoted(voted) => {
            let source = money(Stage::Appropriated, &voted.title, voted.fiscal_year);
            let place = money(Stage::Available, &voted.title, voted.fiscal_year);
            book.shift(source, place, voted.amount_cents);
        }
        Body::AuthorityVoted(voted) => {
            let years = (voted.budget_year, voted.due_year);
            let source = authority(Stage::VeVoted, &voted.title, years);
            let place = authority(Stage::VeFree, &voted.title, years);
            book.shift(source, place, voted.amount_cents);
        }
        Body::GrantIssued(issued) => book.commit(&issued.grant, &issued.lines),
        Body::GrantIncreased(increased) => book.commit(&increased.grant, &increased.lines),
        Body::GrantReduced(reduced) => book.release(&reduced.grant, &reduced.lines),
        Body::DrawRequested(drawn) => {
            book.advance(&drawn.line, Stage::Committed, Stage::Requested);
        }
        Body::PaymentOrdered(ordered) => {
            book.advance(&ordered.line, Stage::Requested, Stage::Ordered);
        }
        Body::OrderCancelled(cancelled) => {
            book.advance(&cancelled.line, Stage::Ordered, Stage::Requested);
        }
        Body::PaymentConfirmed(paid) => book.advance(&paid.line, Stage::Ordered, Stage::Paid),
        Body::PaymentReturned(returned) => {
            book.advance(&returned.line, Stage::Paid, Stage::Requested);
        }
        Body::ClaimRaised(claim) => book.advance(&claim.line, Stage::Paid, Stage::Reclaimed),
        Body::ClaimRepaid(repaid) => {
            let line = &repaid.line;
            let from = book.on_grant(Stage::Reclaimed, line);
            book.shift(
                from,
                money(Stage::Available, &line.title, line.fiscal_year),
                line.amount_cents,
            );
        }
        Body::Reversed(_) => {
            return referred.map_or_else(Vec::new, |original| {
                let mut negated = postings(original, None);
                for posting in &mut negated {
                    posting.amount = -posting.amount;
                }
                negated
            });
        }
        _ => {}
    }
    book.postings
}

fn money(stage: Stage, title: &TitleKey, fiscal_year: FiscalYear) -> Account {
    Account {
        stage,
        title: title.clone(),
        fiscal_year,
        due_year: None,
        grant: None,
        recipient: None,
    }
}

fn authority(stage: Stage, title: &TitleKey, years: (FiscalYear, FiscalYear)) -> Account {
    Account { due_year: Some(years.1), ..money(stage, title, years.0) }
}

struct Book<'a> {
    recipient: &'a RecipientKey,
    postings: Vec<Posting>,
}

impl Book<'_> {
    fn shift(&mut self, from: Account, to: Account, amount: Money) {
        self.postings.push(Posting { account: from, amount: -amount });
        self.postings.push(Posting { account: to, amount });
    }

    fn on_grant(&self, stage: Stage, line: &LineAmount) -> Account {
        self.of_grant(money(stage, &line.title, line.fiscal_year), &line.grant)
    }

    fn of_grant(&self, account: Account, grant: &FileNumber) -> Account {
        Account { grant: Some(grant.clone()), recipient: Some(self.recipient.clone()), ..account }
    }

    fn advance(&mut self, line: &LineAmount, from: Stage, to: Stage) {
        self.shift(self.on_grant(from, line), self.on_grant(to, line), line.amount_cents);
    }

    fn commit(&mut self, grant: &FileNumber, lines: &[DueLine]) {
        for line in lines {
            let available = money(Stage::Available, &line.title, line.fiscal_year);
            let committed = money(Stage::Committed, &line.title, line.fiscal_year);
            self.shift(available, self.of_grant(committed, grant), line.amount_cents);
            if let Some(budget_year) = line.authority_year {
                let years = (budget_year, line.fiscal_year);
                let free = authority(Stage::VeFree, &line.title, years);
                let used = authority(Stage::VeUsed, &line.title, years);
                self.shift(free, self.of_grant(used, grant), line.amount_cents);
            }
        }
    }

    fn release(&mut self, grant: &FileNumber, lines: &[ReductionLine]) {
        for line in lines {
            let available = money(Stage::Available, &line.title, line.fiscal_year);
            let committed = money(Stage::Committed, &line.title, line.fiscal_year);
            self.shift(self.of_grant(committed, grant), available, line.amount_cents);
            if let (Some(budget_year), Some(way)) = (line.authority_year, line.authority_return) {
                let years = (budget_year, line.fiscal_year);
                let used = authority(Stage::VeUsed, &line.title, years);
                let back = match way {
                    AuthorityReturn::Free => Stage::VeFree,
                    AuthorityReturn::Lapsed => Stage::VeLapsed,
                };
                let back = authority(back, &line.title, years);
                self.shift(self.of_grant(used, grant), back, line.amount_cents);
            }
        }
    }
}

/// The signed change of a due line that an event brings (*Bewilligt in force*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineChange {
    /// File number.
    pub grant: FileNumber,
    /// Title of the due line.
    pub title: TitleKey,
    /// Fiscal year of the due line.
    pub fiscal_year: FiscalYear,
    /// Budget year of the authority used, for a line due after the notice's year.
    pub authority_year: Option<FiscalYear>,
    /// Signed change in cents.
    pub amount: Money,
}

/// The changes of due lines that an event brings; a reversal negates those of `referred`.
#[must_use]
pub fn line_changes(event: &Event, referred: Option<&Event>) -> Vec<LineChange> {
    let due = |grant: &FileNumber, line: &DueLine| LineChange {
        grant: grant.clone(),
        title: line.title.clone(),
        fiscal_year: line.fiscal_year,
        authority_year: line.authority_year,
        amount: line.amount_cents,
    };
    match &event.body {
        Body::GrantIssued(issued) => {
            issued.lines.iter().map(|line| due(&issued.grant, line)).collect()
        }
        Body::GrantIncreased(increased) => {
            increased.lines.iter().map(|line| due(&increased.grant, line)).collect()
        }
        Body::GrantReduced(reduced) => reduced
            .lines
            .iter()
            .map(|line| LineChange {
                grant: reduced.grant.clone(),
                title: line.title.clone(),
                fiscal_year: line.fiscal_year,
                authority_year: line.authority_year,
                amount: -line.amount_cents,
            })
            .collect(),
        Body::ClaimRaised(claim) => vec![LineChange {
            grant: claim.line.grant.clone(),
            title: claim.line.title.clone(),
            fiscal_year: claim.line.fiscal_year,
            authority_year: None,
            amount: -claim.line.amount_cents,
        }],
        Body::Reversed(_) => referred.map_or_else(Vec::new, |original| {
            let mut changes = line_changes(original, None);
            for change in &mut changes {
                change.amount = -change.amount;
            }
            changes
        }),
        _ => Vec::new(),
    }
}
