//! Grants from application to announcement, and due lines that amending notices added.

use super::{Halt, Planned, Taker, or_file};
use crate::domain::body::{DueLine, GrantIncreased, GrantIssued, NoticeAnnounced, RemedyWaived};
use crate::domain::takeover::{
    Column, Hindrance, ListRow, ListedDueLine, ListedGrant, Said, Verdict,
};
use crate::domain::{Body, Day, Event, FileNumber, Money, PersonNo};
use crate::store::query;

impl Taker<'_, '_> {
    pub(super) fn grant(&mut self, row: &ListRow, listed: &ListedGrant) -> Result<Verdict, Halt> {
        let number = listed.issued.1.grant.clone();
        let mut listed = listed.clone();
        for line in &mut listed.issued.1.lines {
            line.title = self.title(&line.title);
        }
        if let Some(notice) = self.notice_of(&number)? {
            let differs = of_notice(&listed, &notice);
            if !differs.is_empty() {
                return Err(Halt::Refused(differs));
            }
            return Ok(self.known(number.as_str()));
        }
        let columns = [Column::EnteredBy, Column::ExaminedBy, Column::ApprovedBy];
        let people = self.people(row, columns)?;
        let recipient = listed.recipient.clone();
        self.steps((row, number.to_string()), &recipient, planned(listed, people))
    }

    /// The notice of that file number that counts.
    fn notice_of(&self, grant: &FileNumber) -> Result<Option<Event>, Halt> {
        let events = query::grant_events(self.tx, self.times(), grant)?;
        Ok(events.into_iter().find(|event| matches!(event.body, Body::GrantIssued(_))))
    }

    pub(super) fn due_line(
        &mut self,
        row: &ListRow,
        listed: &ListedDueLine,
    ) -> Result<Verdict, Halt> {
        let grant = listed.body.grant.clone();
        let recipient = self.recipient_of(&grant)?;
        let mut body = listed.body.clone();
        for line in &mut body.lines {
            line.title = self.title(&line.title);
        }
        let Some(line) = body.lines.first().cloned() else { return Ok(Verdict::Known) };
        let key = [
            grant.to_string(),
            line.title.to_string(),
            line.fiscal_year.0.to_string(),
            listed.day.to_string(),
        ]
        .join("|");
        let events = query::grant_events(self.tx, self.times(), &grant)?;
        let of_day = events.iter().filter(|event| event.effective_on == listed.day);
        let kept = of_day
            .flat_map(added)
            .find(|kept| (&kept.title, kept.fiscal_year) == (&line.title, line.fiscal_year));
        if let Some(kept) = kept {
            if kept.amount_cents == line.amount_cents {
                return Ok(self.known(&key));
            }
            let above = self.lines.get(&key).copied();
            let amounts = (line.amount_cents, kept.amount_cents);
            return Err(differs(Column::Amount, amount(amounts.0), amount(amounts.1), above).into());
        }
        let [approver] = self.people(row, [Column::ApprovedBy])?;
        let step = Planned {
            on: listed.day,
            actor: approver,
            voucher: or_file(&listed.voucher, &grant),
            follows: None,
            body: Body::GrantIncreased(body),
        };
        self.steps((row, key), &recipient, vec![step])
    }
}

/// Due lines that an event added.
fn added(event: &Event) -> &[DueLine] {
    match &event.body {
        Body::GrantIssued(GrantIssued { lines, .. })
        | Body::GrantIncreased(GrantIncreased { lines, .. }) => lines,
        _ => &[],
    }
}

fn of_title(line: &DueLine) -> Said {
    Said::Due(line.amount_cents, line.title.clone())
}

const fn amount(amount: Money) -> Said {
    Said::Amount(amount)
}

const fn differs(column: Column, listed: Said, kept: Said, line: Option<u64>) -> Hindrance {
    Hindrance::Differs { column, listed, kept, line }
}

/// The steps of a grant, in the order of the procedure.
fn planned(listed: ListedGrant, people: [PersonNo; 3]) -> Vec<Planned> {
    let [entered, examined, approver] = people;
    let grant = listed.issued.1.grant.clone();
    let step =
        |on: Day, actor, voucher, follows, body| Planned { on, actor, voucher, follows, body };
    let voucher = or_file(&listed.voucher, &grant);
    let mut steps = vec![
        step(listed.applied.0, entered, String::new(), None, {
            Body::ApplicationReceived(listed.applied.1)
        }),
        step(listed.examined.0, examined, String::new(), Some(0), {
            Body::ApplicationExamined(listed.examined.1)
        }),
        step(listed.issued.0, approver, voucher, Some(0), Body::GrantIssued(listed.issued.1)),
    ];
    if let Some((day, manner)) = listed.announced {
        let body = NoticeAnnounced { grant: grant.clone(), manner, source: None };
        steps.push(step(day, entered, String::new(), Some(2), Body::NoticeAnnounced(body)));
    }
    if let Some(day) = listed.waived_on {
        let body = RemedyWaived { grant, source: None };
        steps.push(step(day, entered, String::new(), Some(2), Body::RemedyWaived(body)));
    }
    steps
}

/// Where the list says something else of a notice than the ledger, by what it was at first: what
/// amending notices changed since is no difference.
fn of_notice(listed: &ListedGrant, kept: &Event) -> Vec<Hindrance> {
    let Body::GrantIssued(notice) = &kept.body else { return Vec::new() };
    let (day, own) = &listed.issued;
    let words = |words: &str| Said::Words(words.to_owned());
    let mut found = Vec::new();
    let mut compare = |column, listed: Said, kept: Said| {
        if listed != kept {
            found.push(differs(column, listed, kept, None));
        }
    };
    compare(Column::Key, words(listed.recipient.as_str()), words(kept.recipient.as_str()));
    compare(Column::IssuedOn, Said::Day(*day), Said::Day(kept.effective_on));
    compare(Column::Purpose, words(&own.purpose), words(&notice.purpose));
    compare(Column::Eligible, amount(own.eligible_cents), amount(notice.eligible_cents));
    compare(Column::CashReference, words(&own.cash_reference), words(&notice.cash_reference));
    compare(Column::PeriodUntil, Said::Day(own.period_until), Said::Day(notice.period_until));
    let due = |lines: &[DueLine], one: &DueLine| {
        let same =
            |line: &&DueLine| (&line.title, line.fiscal_year) == (&one.title, one.fiscal_year);
        lines.iter().find(same).map_or(Said::Nothing, of_title)
    };
    for line in &own.lines {
        let column = Column::Due(line.fiscal_year.0);
        compare(column, of_title(line), due(&notice.lines, line));
    }
    for line in &notice.lines {
        if due(&own.lines, line) == Said::Nothing {
            compare(Column::Due(line.fiscal_year.0), Said::Nothing, of_title(line));
        }
    }
    found
}
