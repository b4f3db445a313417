//! What may be booked and yet leads into a dead end later: told while it is typed. Reads only.

use std::collections::BTreeSet;

use chrono::Datelike as _;

use crate::domain::body::{AnnouncementManner, ApplicationExamined, HeldPaid, PaymentConfirmed};
use crate::domain::calendar::{deemed_announced, final_on};
use crate::domain::date::LAST_DAY;
use crate::domain::procedure::{announced_on, starts_too_early};
use crate::domain::setting::Settings;
use crate::domain::{Body, Day, Event, FileNumber, FiscalYear};
use crate::store::view::{Caution, Times};
use crate::store::{Ledger, StoreError, query};

/// What to think of before this is booked.
///
/// # Errors
/// When the file cannot be read.
pub fn cautions(ledger: &Ledger, event: &Event) -> Result<Vec<Caution>, StoreError> {
    let everything = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let state = |grant: &FileNumber| query::grant_state(ledger, everything, grant);
    let settings = || query::settings(ledger, everything);
    let day = event.effective_on;
    let post = |settings: &Settings| deemed_announced(day, settings.notice_days(day));
    Ok(match &event.body {
        Body::ApplicationExamined(body) => {
            let application = query::application_state(ledger, everything, &body.grant)?;
            let consent = application.and_then(|found| found.early_start);
            insufficient(body, day, consent.map(|(_, consent)| consent.valid_from))
        }
        Body::PaymentConfirmed(PaymentConfirmed { line, .. })
        | Body::HeldPaid(HeldPaid { line, .. }) => {
            let used = query::paid_with(ledger, &event.voucher, line.fiscal_year)?;
            used.map(Caution::VoucherUsed).into_iter().collect()
        }
        Body::RemedyWaived(body) => {
            let settings = settings()?;
            let announced = state(&body.grant)?.and_then(|grant| announced_on(&grant, &settings));
            announced.filter(|from| *from > day).map(Caution::WaiverFrom).into_iter().collect()
        }
        Body::GrantIssued(body) => {
            let settings = settings()?;
            // The usual way: the notice goes to the post on its day.
            too_late(&settings, day, post(&settings), body.lines.iter().map(|it| it.fiscal_year))
        }
        Body::NoticeAnnounced(body) => {
            let settings = settings()?;
            let announced = match body.manner {
                AnnouncementManner::Post => post(&settings),
                AnnouncementManner::Receipt => day,
            };
            let grant = state(&body.grant)?;
            let lines = grant.iter().flat_map(|grant| &grant.issued.lines);
            too_late(&settings, day, announced, lines.map(|it| it.fiscal_year))
        }
        _ => Vec::new(),
    })
}

/// What keeps a notice from following the examination; no notice is earlier than it.
fn insufficient(body: &ApplicationExamined, day: Day, consented: Option<Day>) -> Vec<Caution> {
    let mut found = Vec::new();
    if !body.no_double_funding {
        found.push(Caution::DoubleFunding);
    }
    let early = body.contract_on.filter(|_| starts_too_early(body, consented, day));
    found.extend(early.map(Caution::EarlyStart));
    found
}

/// The years in which nothing can be drawn without a waiver, or at all; those that are over on the
/// day itself are no news.
fn too_late(
    settings: &Settings,
    day: Day,
    announced: Day,
    years: impl Iterator<Item = FiscalYear>,
) -> Vec<Caution> {
    let from = final_on(announced, settings.objection_months(announced));
    let late =
        |year: &FiscalYear| *year >= FiscalYear(day.year()) && *year < FiscalYear(from.year());
    let years: BTreeSet<FiscalYear> = years.filter(late).collect();
    years.into_iter().map(|year| Caution::FinalTooLate { year, announced, from }).collect()
}
