//! Words of lists that are taken over: columns, verdicts and why a row is refused.

use super::Text;
use crate::domain::recipient::RecipientType;
use crate::domain::takeover::{Column, Hindrance, Issue, IssueKind, Verdict};

impl Text {
    /// The head of a column, as the form to fill in has it.
    #[must_use]
    pub fn takeover_column(&self, column: Column) -> String {
        self.get(&format!("takeover-column-{}", column.as_str()))
    }

    /// What becomes of a row, in few words; a refusal says why in sentences of its own.
    #[must_use]
    pub fn takeover_verdict(&self, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Books { recipient: true, account: false } => {
                self.get("takeover-books-recipient")
            }
            Verdict::Books { recipient: true, account: true } => self.get("takeover-books-both"),
            Verdict::Books { recipient: false, .. } => self.get("takeover-books-account"),
            Verdict::Known => self.get("takeover-known"),
            Verdict::Twice(line) => self.format("takeover-twice", &[("line", line.to_string())]),
            Verdict::Refused(why) => {
                let why: Vec<String> = why.iter().map(|one| self.takeover_hindrance(one)).collect();
                self.format("takeover-refused", &[("why", why.join(" "))])
            }
        }
    }

    fn takeover_hindrance(&self, hindrance: &Hindrance) -> String {
        match hindrance {
            Hindrance::Cell(issue) => self.takeover_issue(issue),
            Hindrance::Differs { column, listed, kept, line } => {
                let mut words = vec![
                    ("column", self.takeover_column(*column)),
                    ("listed", listed.clone()),
                    ("kept", kept.clone()),
                ];
                match line {
                    Some(line) => {
                        words.push(("line", line.to_string()));
                        self.format("takeover-differs-line", &words)
                    }
                    None => self.format("takeover-differs", &words),
                }
            }
            Hindrance::OtherType { listed, kept } => {
                let words = [
                    ("column", self.takeover_column(Column::Type)),
                    ("listed", self.recipient_type(*listed)),
                    ("kept", self.recipient_type(*kept)),
                ];
                self.format("takeover-differs", &words)
            }
            Hindrance::Rule(refusal) => self.refusal(refusal),
        }
    }

    fn takeover_issue(&self, issue: &Issue) -> String {
        let key = format!("takeover-issue-{}", issue.kind.as_str());
        let column = ("column", self.takeover_column(issue.column));
        let value = ("value", issue.value.clone());
        match issue.kind {
            IssueKind::Missing => self.format(&key, &[column]),
            IssueKind::Type => {
                let types = RecipientType::ALL.map(|one| self.recipient_type(one)).to_vec();
                self.format(&key, &[column, value, ("types", self.either(types))])
            }
            _ => self.format(&key, &[column, value]),
        }
    }

    /// The form to fill in for recipients: what to do, the heads, and an example that is never
    /// taken over.
    #[must_use]
    pub fn takeover_form(&self) -> [Vec<String>; 3] {
        let example = |column: Column| match column {
            Column::Key => self.format("takeover-example", &[("value", "16066".to_owned())]),
            Column::Name => "Schmalkalden-Meiningen".to_owned(),
            Column::Type => self.recipient_type(RecipientType::County),
            Column::Office => self.get("takeover-example-office"),
            Column::Street => "Musterstraße 1".to_owned(),
            Column::Postcode => "98617".to_owned(),
            Column::Town => "Meiningen".to_owned(),
            Column::Day => "01.01.2020".to_owned(),
            Column::Iban => "DE02 1203 0000 0000 2020 51".to_owned(),
            Column::Holder => "Landkreis Schmalkalden-Meiningen".to_owned(),
        };
        [
            vec![self.get("takeover-form-explained")],
            Column::ALL.iter().map(|column| self.takeover_column(*column)).collect(),
            Column::ALL.iter().map(|column| example(*column)).collect(),
        ]
    }
}
