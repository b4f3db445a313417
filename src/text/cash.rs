//! Words about the lines of the cash office's list.

use super::{Text, sheet};
use crate::domain::Day;
use crate::domain::cash::{Doubt, Finding, News, TemplateRow};

/// A list to fill in, as a CSV that German spreadsheets open, with the usual heads.
#[must_use]
pub fn cash_form(rows: &[TemplateRow]) -> Vec<u8> {
    let heads = ["Beleg", "Titel", "Haushaltsjahr", "Buchungstag", "Betrag", "Verwendungszweck"];
    let mut lines = sheet::csv_line(&heads.map(str::to_owned));
    for row in rows {
        lines.push_str(&sheet::csv_line(&[
            sheet::words(&row.voucher),
            sheet::words(&row.title),
            row.year.0.to_string(),
            row.day.map(sheet::day).unwrap_or_default(),
            sheet::amount(row.amount),
            sheet::words(&row.text),
        ]));
    }
    [sheet::BYTE_ORDER_MARK, &lines].concat().into_bytes()
}

impl Text {
    /// How far the payments are compared with the cash office, in one line.
    #[must_use]
    pub fn cash_until(&self, (until, open): (Option<Day>, u32), from: Option<Day>) -> String {
        let day = |day: Day| ("day", self.day(day));
        let mut said = vec![match until {
            Some(until) => self.format("cash-reconciled-until", &[day(until)]),
            None => self.get("cash-reconciled-none"),
        }];
        let count = ("count", self.number(open.into()));
        match from {
            _ if open == 0 => {}
            Some(from) => {
                said.push(self.format("cash-reconciled-open-from", &[count, day(from)]));
            }
            None => said.push(self.format("cash-reconciled-open", &[count])),
        }
        said.join("; ")
    }

    /// How many rows of all lists a reading leaves open, and how many were so before.
    #[must_use]
    pub fn cash_news(&self, news: News) -> String {
        let number = |count: u32| self.number(count.into());
        let figures = [("before", number(news.before)), ("after", number(news.after))];
        self.format("cash-news", &figures)
    }

    /// What a line of the list is, in words.
    #[must_use]
    pub fn cash_finding(&self, finding: Finding) -> String {
        let (key, seq) = match finding {
            Finding::Known(seq) => ("cash-finding-known", Some(seq)),
            Finding::Booked(seq) => ("cash-finding-booked", Some(seq)),
            Finding::Reconcile(seq) => ("cash-finding-reconcile", Some(seq)),
            Finding::Confirm(seq) => ("cash-finding-confirm", Some(seq)),
            Finding::Return(seq) => ("cash-finding-return", Some(seq)),
            Finding::ReturnConfirmed(seq) => ("cash-finding-return-confirmed", Some(seq)),
            Finding::Repay(seq) => ("cash-finding-repay", Some(seq)),
            Finding::Open(doubt, seq) => {
                let reason = self.get(doubt_key(doubt));
                let open = self.format("cash-finding-open", &[("reason", reason)]);
                let Some(seq) = seq else { return open };
                let near = self.format("cash-finding-near", &[("number", seq.to_string())]);
                return format!("{open} {near}");
            }
        };
        self.format(key, &[("number", seq.unwrap_or_default().to_string())])
    }
}

const fn doubt_key(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Unknown => "cash-doubt-unknown",
        Doubt::AmountDiffers => "cash-doubt-amount-differs",
        Doubt::DayDiffers => "cash-doubt-day-differs",
        Doubt::LineDiffers => "cash-doubt-line-differs",
        Doubt::OrderDiffers => "cash-doubt-order-differs",
        Doubt::OnlyAmount => "cash-doubt-only-amount",
        Doubt::Several => "cash-doubt-several",
        Doubt::Bundled => "cash-doubt-bundled",
        Doubt::Partial => "cash-doubt-partial",
        Doubt::OwnOrder => "cash-doubt-own-order",
        Doubt::Repeated => "cash-doubt-repeated",
        Doubt::OtherVoucher => "cash-doubt-other-voucher",
        Doubt::NotAReturn => "cash-doubt-not-a-return",
        Doubt::Future => "cash-doubt-future",
        Doubt::NoVoucher => "cash-doubt-no-voucher",
        Doubt::Zero => "cash-doubt-zero",
    }
}
