//! Which paper is wanted, in which language and form.

use serde_json::Value;

use crate::domain::{FiscalYear, RecipientKey, Seq};
use crate::report::Asked;
use crate::report::unit::Unit;
use crate::store::view::Times;
use crate::text::Lang;

pub use crate::render::csv::Form as Marks;

/// Every document of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// R1: grants and outflow by title.
    #[default]
    Programme,
    /// R2: by county and independent city.
    Counties,
    /// R3: applications and grants one by one.
    Grants,
    /// R4: milestones and indicators.
    Milestones,
    /// R5: register of proofs.
    Proofs,
    /// R6: budget by title, carry-overs, commitment authority.
    Budget,
    /// R7: claims and interest.
    Claims,
    /// Statement of account of a recipient.
    Statement,
    /// Extract of the journal for auditors.
    Journal,
    /// Data sheet of an entry.
    Sheet,
    /// Changes between two Datenstände, booking by booking.
    Difference,
    /// Register of published figures: then and now.
    Published,
    /// Protocol of the verification.
    Verification,
}

impl Document {
    /// All documents, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::Programme,
        Self::Counties,
        Self::Grants,
        Self::Milestones,
        Self::Proofs,
        Self::Budget,
        Self::Claims,
        Self::Statement,
        Self::Journal,
        Self::Sheet,
        Self::Difference,
        Self::Published,
        Self::Verification,
    ];

    /// The stable name that the paper itself carries ([`crate::report::Report::kind`]).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Counties => "counties",
            Self::Grants => "grants",
            Self::Milestones => "milestones",
            Self::Proofs => "proofs",
            Self::Budget => "budget",
            Self::Claims => "claims",
            Self::Statement => "statement",
            Self::Journal => "journal",
            Self::Sheet => "sheet",
            Self::Difference => "difference",
            Self::Published => "published",
            Self::Verification => "verification",
        }
    }

    /// Message key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Programme => "shelf-document-programme",
            Self::Counties => "shelf-document-counties",
            Self::Grants => "shelf-document-grants",
            Self::Milestones => "shelf-document-milestones",
            Self::Proofs => "shelf-document-proofs",
            Self::Budget => "shelf-document-budget",
            Self::Claims => "shelf-document-claims",
            Self::Statement => "shelf-document-statement",
            Self::Journal => "shelf-document-journal",
            Self::Sheet => "shelf-document-sheet",
            Self::Difference => "shelf-document-difference",
            Self::Published => "shelf-document-published",
            Self::Verification => "shelf-document-verification",
        }
    }

    /// The document of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|document| document.name() == name)
    }

    /// True when one fiscal (in the journal: calendar) year of it can be asked for.
    #[must_use]
    pub const fn has_year(self) -> bool {
        matches!(
            self,
            Self::Programme
                | Self::Counties
                | Self::Grants
                | Self::Milestones
                | Self::Proofs
                | Self::Budget
                | Self::Claims
                | Self::Statement
                | Self::Journal
        )
    }

    /// True when it lists what happened, so that each year can be asked for, with money or without.
    #[must_use]
    pub const fn has_each_year(self) -> bool {
        matches!(self, Self::Milestones | Self::Proofs | Self::Journal)
    }

    /// True when its amounts can be given in thousands of euros: reports for those who read sums.
    #[must_use]
    pub fn has_unit(self) -> bool {
        crate::report::unit::has_unit(self.name())
    }

    /// True when it can leave the house; others are working papers.
    #[must_use]
    pub fn can_be_issued(self) -> bool {
        crate::report::can_be_issued(self.name())
    }
}

/// What a person chose, whatever the pair of times and the language.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wish {
    /// Which document.
    pub document: Document,
    /// Whose statement.
    pub recipient: RecipientKey,
    /// Fiscal year; without it what the document takes by itself.
    pub year: Option<FiscalYear>,
    /// In what the amounts are given.
    pub unit: Unit,
    /// The entry of a data sheet, or the earlier Datenstand of a difference.
    pub entry: Option<Seq>,
    /// True when a protocol replays the whole journal, too.
    pub deep: bool,
}

impl Wish {
    /// A document, with nothing else chosen.
    #[must_use]
    pub fn of(document: Document) -> Self {
        Self { document, ..Self::default() }
    }

    /// The statement of a recipient.
    #[must_use]
    pub fn statement(recipient: RecipientKey) -> Self {
        Self { recipient, ..Self::of(Document::Statement) }
    }

    /// The data sheet of an entry.
    #[must_use]
    pub fn sheet(entry: Seq) -> Self {
        Self { entry: Some(entry), ..Self::of(Document::Sheet) }
    }

    /// The changes since an earlier Datenstand.
    #[must_use]
    pub fn difference(before: Seq) -> Self {
        Self { entry: Some(before), ..Self::of(Document::Difference) }
    }

    /// True when nothing is missing that the document needs.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        match self.document {
            Document::Statement => !self.recipient.is_empty(),
            Document::Sheet | Document::Difference => self.entry.is_some(),
            _ => true,
        }
    }

    /// The paper at a pair of times; what the document does not ask for is left out, so that the
    /// paper says only what counts.
    #[must_use]
    pub fn at(&self, times: Times, lang: Lang) -> Wanted {
        let document = self.document;
        let about_entry = matches!(document, Document::Sheet | Document::Difference);
        let statement = document == Document::Statement;
        Wanted {
            document,
            recipient: if statement { self.recipient.clone() } else { RecipientKey::default() },
            times,
            asked: Asked {
                year: self.year.filter(|_| document.has_year()),
                unit: if document.has_unit() { self.unit } else { Unit::Euro },
                entry: self.entry.filter(|_| about_entry),
                deep: self.deep && document == Document::Verification,
                checked: None,
                issued_on: None,
                extract: false,
            },
            lang,
        }
    }
}

/// One paper: which document, of whom, of when, in which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which document.
    pub document: Document,
    /// Whose statement; empty for all else.
    pub recipient: RecipientKey,
    /// Stichtag and Datenstand.
    pub times: Times,
    /// Year, unit, entry, day of issue.
    pub asked: Asked,
    /// Language of its words.
    pub lang: Lang,
}

impl Wanted {
    /// What a paper says that was asked for; `None` when it is of another kind than ours.
    #[must_use]
    pub fn of_paper(data: &Value) -> Option<Self> {
        let asked = &data["asked"];
        let issued_on = match asked["issued_on"].as_str() {
            Some(day) => Some(day.parse().ok()?),
            None => None,
        };
        let year = asked["year"].as_i64().and_then(|year| i32::try_from(year).ok());
        let thousand = asked["unit"] == "teuro";
        Some(Self {
            document: Document::of_name(data["report"].as_str()?)?,
            recipient: RecipientKey::new(data["recipient"].as_str().unwrap_or_default()),
            times: Times {
                as_of: data["as_of"].as_str()?.parse().ok()?,
                known: data["known"].as_u64()?,
            },
            asked: Asked {
                year: year.map(FiscalYear),
                unit: if thousand { Unit::Thousand } else { Unit::Euro },
                issued_on,
                entry: asked["entry"].as_u64(),
                extract: asked["extract"] == true,
                // A protocol is of the moment in which it was made.
                deep: false,
                checked: None,
            },
            lang: Lang::ALL.into_iter().find(|lang| data["language"] == lang.code())?,
        })
    }
}

/// What the file of a paper is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Pages.
    #[default]
    Pdf,
    /// A workbook.
    Xlsx,
    /// A table as text.
    Csv(Marks),
}

impl Form {
    /// The form that a file's ending (without its dot) stands for; `None` for another ending.
    #[must_use]
    pub fn of_ending(ending: &str, marks: Marks) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "pdf" => Some(Self::Pdf),
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv(marks)),
            _ => None,
        }
    }

    /// The ending of its files, without a dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv(_) => "csv",
        }
    }
}
