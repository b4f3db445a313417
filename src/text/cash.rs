//! Words about the lines of the cash office's list.

use super::{Text, sheet};
use crate::domain::body::OpenRow;
use crate::domain::cash::{Doubt, Finding, Matched, News, TemplateRow};
use crate::domain::{Day, FiscalYear};

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

/// When a line is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before the list is booked.
    Before,
    /// Once it is booked.
    Booked,
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
    pub fn cash_finding(&self, of: &Matched, when: When) -> String {
        let (before, booked, seq) = match of.finding {
            Finding::Known(seq) => ("cash-finding-known", "cash-finding-known", seq),
            Finding::Booked(seq) => ("cash-finding-booked", "cash-finding-booked", seq),
            Finding::Returned(seq) => ("cash-finding-returned", "cash-finding-returned", seq),
            Finding::Reconcile(seq) => {
                ("cash-finding-reconcile", "cash-finding-reconcile-done", seq)
            }
            Finding::Confirm(seq) => ("cash-finding-confirm", "cash-finding-confirm-done", seq),
            Finding::Return(seq) => ("cash-finding-return", "cash-finding-return-done", seq),
            Finding::ReturnConfirmed(seq) => {
                ("cash-finding-return-confirmed", "cash-finding-return-confirmed-done", seq)
            }
            Finding::Repay(seq) => ("cash-finding-repay", "cash-finding-repay-done", seq),
            Finding::Open(doubt, _) => return self.cash_open(of, doubt),
        };
        let key = if when == When::Booked { booked } else { before };
        self.format(key, &[("number", seq.to_string())])
    }

    /// Why a line stays open, and what the nearest entry holds instead.
    fn cash_open(&self, of: &Matched, doubt: Doubt) -> String {
        let reason = self.cash_doubt(doubt);
        let open = self.format("cash-finding-open", &[("reason", reason)]);
        let Some(near) = &of.near else { return open };
        let (line, number) = (&of.line, ("number", near.seq.to_string()));
        let both = |booked: String, listed: String| [("booked", booked), ("listed", listed)];
        let at = |title: &str, year: FiscalYear| [title, &year.0.to_string()].join(", ");
        let more = match doubt {
            Doubt::AmountDiffers | Doubt::OrderDiffers => {
                let apart = ("apart", self.money(line.amount - near.amount));
                let [booked, listed] = both(self.money(near.amount), self.money(line.amount));
                self.format("cash-near-amount", &[number, booked, listed, apart])
            }
            Doubt::DayDiffers => {
                let [booked, listed] = both(self.day(near.day), self.day(line.day));
                self.format("cash-near-other", &[number, booked, listed])
            }
            Doubt::LineDiffers => {
                let [booked, listed] = both(at(&near.title, near.year), at(&line.title, line.year));
                self.format("cash-near-other", &[number, booked, listed])
            }
            _ => {
                let (day, amount) = (self.day(near.day), self.money_unit(near.amount));
                let near = [number, ("day", day), ("amount", amount)];
                self.format("cash-finding-near", &near)
            }
        };
        [open, more].join(" ")
    }

    /// A kept row that could not be read, with what stands in it.
    #[must_use]
    pub fn cash_unread(&self, row: &OpenRow) -> String {
        let amount = row.amount_cents.map(|amount| self.money(amount)).unwrap_or_default();
        let parts = [&row.voucher, &row.title, &row.year, &amount, &row.text];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let words = [("line", row.line.to_string()), ("cells", parts.join(" · "))];
        self.format("cash-unclear-unread", &words)
    }

    /// Why a line stays open.
    #[must_use]
    pub fn cash_doubt(&self, doubt: Doubt) -> String {
        self.get(doubt_key(doubt))
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
