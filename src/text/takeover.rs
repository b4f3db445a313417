//! Words of lists that are taken over: columns, verdicts and why a row is refused.

use super::{Text, When};
use crate::domain::body::{AnnouncementManner, AuxiliaryRules, Financing, PaymentMode};
use crate::domain::recipient::RecipientType;
use crate::domain::takeover::{
    Column, Column as C, Counts, Hindrance, Issue, IssueKind, ListKind, Said, Verdict,
};
use crate::domain::{FiscalYear, Kind};

impl Text {
    /// The head of a column, as the form to fill in has it.
    #[must_use]
    pub fn takeover_column(&self, column: Column) -> String {
        let key = format!("takeover-column-{}", column.as_str());
        match column {
            C::Due(year) => self.format(&key, &[("year", year.to_string())]),
            _ => self.get(&key),
        }
    }

    /// The name of a kind of lists.
    #[must_use]
    pub fn takeover_kind(&self, kind: ListKind) -> String {
        self.get(&format!("takeover-kind-{}", kind.as_str()))
    }

    /// What the rows of a list come to, in one line.
    #[must_use]
    pub fn takeover_summary(&self, counts: &Counts, booked: bool) -> String {
        let count = |rows: usize| self.number(i64::try_from(rows).unwrap_or(i64::MAX));
        let figures = [
            ("books", count(counts.books)),
            ("known", count(counts.known)),
            ("refused", count(counts.refused)),
        ];
        let key = if booked { "takeover-summary-booked" } else { "takeover-summary" };
        self.count(key, i64::try_from(counts.all()).unwrap_or(i64::MAX), &figures)
    }

    /// What becomes of a row, in few words; a refusal says why in sentences of its own.
    #[must_use]
    pub fn takeover_verdict(&self, verdict: &Verdict, when: When) -> String {
        let line = |key: &str, line: &u64| self.format(key, &[("line", line.to_string())]);
        match verdict {
            Verdict::Books(kinds) => self.takeover_books(kinds, when),
            Verdict::BooksBeside(kinds, beside) => {
                let beside = ("number", beside.to_string());
                let books = ("books", self.takeover_books(kinds, when));
                self.format("takeover-books-beside", &[books, beside])
            }
            Verdict::With(with) => line("takeover-with", with),
            Verdict::Known => self.get("takeover-known"),
            Verdict::Twice(above) => line("takeover-twice", above),
            Verdict::Refused(why) => {
                self.format("takeover-refused", &[("why", self.takeover_why(why))])
            }
        }
    }

    /// Why a row is refused.
    #[must_use]
    pub fn takeover_why(&self, why: &[Hindrance]) -> String {
        let known = |one: &Hindrance| matches!(one, Hindrance::Differs { line: None, .. });
        let mut said: Vec<String> = why.iter().map(|one| self.takeover_hindrance(one)).collect();
        if why.iter().any(known) {
            said.push(self.get("takeover-differs-advice"));
        }
        said.join(" ")
    }

    fn takeover_books(&self, kinds: &[Kind], when: When) -> String {
        let of = |before: &str, booked: &str| {
            self.get(if when == When::Booked { booked } else { before })
        };
        match kinds {
            [Kind::RecipientRegistered] => {
                of("takeover-books-recipient", "takeover-books-recipient-done")
            }
            [Kind::RecipientRegistered, _] => of("takeover-books-both", "takeover-books-both-done"),
            [Kind::BankAccountRecorded] => {
                of("takeover-books-account", "takeover-books-account-done")
            }
            _ => {
                let entries: Vec<String> = kinds.iter().map(|kind| self.kind(*kind)).collect();
                let key =
                    if when == When::Booked { "takeover-books-done" } else { "takeover-books" };
                self.format(key, &[("entries", entries.join(", "))])
            }
        }
    }

    fn takeover_hindrance(&self, hindrance: &Hindrance) -> String {
        match hindrance {
            Hindrance::Cell(issue) => self.takeover_issue(issue),
            Hindrance::Differs { column, listed, kept, line } => {
                let mut words = vec![
                    ("column", self.takeover_column(*column)),
                    ("listed", self.takeover_said(listed)),
                    ("kept", self.takeover_said(kept)),
                ];
                match line {
                    Some(line) => {
                        words.push(("line", line.to_string()));
                        self.format("takeover-differs-line", &words)
                    }
                    None => self.format("takeover-differs", &words),
                }
            }
            Hindrance::NoGrant(grant) => {
                self.format("takeover-no-grant", &[("grant", grant.to_string())])
            }
            Hindrance::Nobody(column) => {
                self.format("takeover-nobody", &[("column", self.takeover_column(*column))])
            }
            Hindrance::Stranger(column, person) => {
                let column = ("column", self.takeover_column(*column));
                self.format("takeover-stranger", &[column, ("person", person.clone())])
            }
            Hindrance::NoAccount(named, day) => {
                let day = ("day", self.day(*day));
                match named {
                    Some(iban) => {
                        self.format("takeover-no-account-named", &[day, ("iban", iban.clone())])
                    }
                    None => self.format("takeover-no-account", &[day]),
                }
            }
            Hindrance::Rule(Kind::RecipientRegistered, refusal) => self.refusal(refusal),
            Hindrance::Rule(kind, refusal) => {
                let words = [("kind", self.kind(*kind)), ("why", self.refusal(refusal))];
                self.format("takeover-rule", &words)
            }
        }
    }

    fn takeover_said(&self, said: &Said) -> String {
        match said {
            Said::Words(words) => words.clone(),
            Said::Amount(amount) => self.money_unit(*amount),
            Said::Due(amount, title) => {
                format!("{} ({})", self.money_unit(*amount), self.title(title))
            }
            Said::Day(day) => self.day(*day),
            Said::Type(found) => self.recipient_type(*found),
            Said::Nothing => self.get("takeover-said-nothing"),
        }
    }

    fn takeover_issue(&self, issue: &Issue) -> String {
        let key = format!("takeover-issue-{}", issue.kind.as_str());
        let column = ("column", self.takeover_column(issue.column));
        let value = ("value", issue.value.clone());
        match issue.kind {
            IssueKind::Missing => self.format(&key, &[column]),
            IssueKind::NoLine => self.get(&key),
            IssueKind::Type => {
                let types = RecipientType::ALL.map(|one| self.recipient_type(one)).to_vec();
                self.format(&key, &[column, value, ("types", self.either(types))])
            }
            IssueKind::Choice => {
                let words = self.either(self.takeover_choices(issue.column));
                self.format(&key, &[column, value, ("words", words)])
            }
            IssueKind::Sum(sum) => {
                self.format(&key, &[column, value, ("sum", self.money_unit(sum))])
            }
            IssueKind::Unlike(line) => {
                self.format(&key, &[column, value, ("line", line.to_string())])
            }
            IssueKind::Beside(line) => self.format(&key, &[("line", line.to_string())]),
            _ => self.format(&key, &[column, value]),
        }
    }

    /// The words that a column chooses from.
    fn takeover_choices(&self, column: Column) -> Vec<String> {
        match column {
            C::Financing => {
                let all = [
                    Financing::Share,
                    Financing::Shortfall,
                    Financing::FixedAmount,
                    Financing::Full,
                ];
                all.map(|one| self.financing(one)).to_vec()
            }
            C::Manner => [AnnouncementManner::Post, AnnouncementManner::Receipt]
                .map(|one| self.announcement_manner(one))
                .to_vec(),
            C::Rules => [AuxiliaryRules::AnbestGk, AuxiliaryRules::AnbestP]
                .map(|one| self.auxiliary_rules(one))
                .to_vec(),
            C::Mode => [PaymentMode::Advance, PaymentMode::PaidInvoices]
                .map(|one| self.payment_mode(one))
                .to_vec(),
            _ => Vec::new(),
        }
    }

    /// The form to fill in: what to do, the heads, and an example that is never taken over;
    /// nothing for the directory, which nobody fills in. A grant has a column for each of the
    /// fiscal years.
    #[must_use]
    pub fn takeover_form(&self, kind: ListKind, years: &[FiscalYear]) -> Option<[Vec<String>; 3]> {
        if kind == ListKind::Municipalities {
            return None;
        }
        let columns: Vec<Column> =
            kind.columns().iter().flat_map(|it| formed(kind, *it, years)).collect();
        let example = |it: &Column| self.example(kind, *it, years);
        let mut example: Vec<String> = columns.iter().map(example).collect();
        if let Some(first) = example.first_mut() {
            *first = self.format("takeover-example", &[("value", first.clone())]);
        }
        Some([
            vec![self.format(
                &format!("takeover-form-{}", kind.as_str()),
                &[("year", first_of(years).to_string())],
            )],
            columns.iter().map(|column| self.takeover_column(*column)).collect(),
            example,
        ])
    }

    /// What a form is for; that of the grants has a column for each fiscal year, and says so.
    #[must_use]
    pub fn takeover_form_name(&self, kind: ListKind, years: &[FiscalYear]) -> String {
        let name = self.takeover_kind(kind);
        match (kind, years) {
            (ListKind::Grants, [only]) => format!("{name} {}", only.0),
            (ListKind::Grants, [first, .., last]) => format!("{name} {}–{}", first.0, last.0),
            _ => name,
        }
    }

    /// What the example row of the form says; its days lie in the first of the years.
    fn example(&self, kind: ListKind, column: Column, years: &[FiscalYear]) -> String {
        let first = first_of(years);
        let fixed = match column {
            C::Key => "16066",
            C::Name => "Schmalkalden-Meiningen",
            C::Street => "Musterstraße 1",
            C::Postcode => "98617",
            C::Town => "Meiningen",
            C::Day => "01.01.{first}",
            C::Iban if kind == ListKind::Payments => "",
            C::Iban => "DE02 1203 0000 0000 2020 51",
            C::Holder => "Landkreis Schmalkalden-Meiningen",
            C::Grant => "EG-{first}-001",
            C::AppliedOn => "20.04.{first}",
            C::Requested | C::Granted => "2.200.000,00",
            C::Eligible if kind == ListKind::DueLines => "",
            C::Total | C::Eligible => "2.750.000,00",
            C::Own => "550.000,00",
            C::ThirdParty => "0,00",
            C::ExaminedOn => "07.09.{first}",
            C::IssuedOn => "15.09.{first}",
            C::Quota => "80",
            C::CashReference => "16066-DIG-0001",
            C::PeriodUntil => "31.12.{next}",
            C::Title => "1616 88371",
            C::Year => "{first}",
            C::Due(year) if year == first && years.len() < 2 => "2.200.000,00",
            C::Due(year) if year == first => "1.700.000,00",
            C::Due(year) if year == first + 1 => "500.000,00",
            C::Amount => "500.000,00",
            C::AuthorityYear if kind == ListKind::Grants => "{first}",
            C::BoundYears => "5",
            C::AnnouncedOn => "16.09.{first}",
            C::DrawnOn => "05.10.{first}",
            C::OrderedOn => "16.10.{first}",
            C::PaidOn => "20.10.{first}",
            C::CashVoucher => "K-{first}-3391",
            C::EnteredBy => "1",
            C::ExaminedBy | C::ArithmeticBy | C::ConfirmedBy => "2",
            C::ApprovedBy | C::OrderedBy => "3",
            C::FactualBy => "6",
            _ => "",
        };
        match column {
            C::Type => self.recipient_type(RecipientType::County),
            C::Office => self.get("takeover-example-office"),
            C::Purpose => self.get("takeover-example-purpose"),
            C::Result => self.get("takeover-example-result"),
            C::Reason => self.get("takeover-example-reason"),
            C::NoDouble => self.get("takeover-example-yes"),
            C::Financing => self.financing(Financing::Share),
            C::Manner => self.announcement_manner(AnnouncementManner::Post),
            C::Rules => self.auxiliary_rules(AuxiliaryRules::AnbestGk),
            C::Mode => self.payment_mode(PaymentMode::Advance),
            _ => fixed
                .replace("{first}", &first.to_string())
                .replace("{next}", &(first + 1).to_string()),
        }
    }
}

/// The year of the example.
fn first_of(years: &[FiscalYear]) -> i32 {
    years.first().map_or(2020, |year| year.0)
}

/// The columns of the form: a grant has one per year in place of year and amount.
fn formed(kind: ListKind, column: Column, years: &[FiscalYear]) -> Vec<Column> {
    match (kind, column) {
        (ListKind::Grants, C::Year) => Vec::new(),
        (ListKind::Grants, C::Amount) => years.iter().map(|year| C::Due(year.0)).collect(),
        _ => vec![column],
    }
}
