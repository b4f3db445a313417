//! Which entries a list shows: what is behind a figure, or what a person narrowed it to.

use crate::domain::{
    Day, FileNumber, FiscalYear, Kind, Money, PersonNo, RecipientKey, Seq, Stage, TitleKey,
};

/// Which postings make up a figure; empty fields do not restrict.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PostingFilter {
    /// Stages whose postings count.
    pub stages: Vec<Stage>,
    /// Only this title.
    pub title: Option<TitleKey>,
    /// Only this fiscal year.
    pub fiscal_year: Option<FiscalYear>,
    /// Only this recipient.
    pub recipient: Option<RecipientKey>,
    /// Only this grant.
    pub grant: Option<FileNumber>,
    /// Only what lies in this county at the Stichtag, see [`crate::domain::territory::of`].
    pub county: Option<RecipientKey>,
}

impl PostingFilter {
    /// Postings at these stages.
    #[must_use]
    pub fn at(stages: &[Stage]) -> Self {
        Self { stages: stages.to_vec(), ..Self::default() }
    }

    /// True when it names no figure.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Only this grant.
    #[must_use]
    pub fn of_grant(mut self, grant: &FileNumber) -> Self {
        self.grant = Some(grant.clone());
        self
    }

    /// Only this fiscal year.
    #[must_use]
    pub const fn in_year(mut self, year: FiscalYear) -> Self {
        self.fiscal_year = Some(year);
        self
    }

    /// Only this recipient.
    #[must_use]
    pub fn of_recipient(mut self, recipient: &RecipientKey) -> Self {
        self.recipient = Some(recipient.clone());
        self
    }

    /// Only this county.
    #[must_use]
    pub fn of_county(mut self, county: &RecipientKey) -> Self {
        self.county = Some(county.clone());
        self
    }

    /// Only this title.
    #[must_use]
    pub fn of_title(mut self, title: &TitleKey) -> Self {
        self.title = Some(title.clone());
        self
    }
}

/// Which entries of the journal a list shows; empty fields do not restrict.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryFilter {
    /// Only entries with a posting that makes up this figure.
    pub postings: PostingFilter,
    /// Only these kinds.
    pub kinds: Vec<Kind>,
    /// Only what concerns this grant or application.
    pub case: Option<FileNumber>,
    /// Only this recipient.
    pub recipient: Option<RecipientKey>,
    /// Only recipients whose name contains this, whatever its case.
    pub recipient_named: String,
    /// Only what these persons booked.
    pub actors: Vec<PersonNo>,
    /// Effective on this day or later.
    pub from: Option<Day>,
    /// Effective on this day or earlier.
    pub until: Option<Day>,
    /// Only entries of this amount or more: that which the list shows, in cents.
    pub at_least: Option<Money>,
    /// Only entries of this amount or less.
    pub at_most: Option<Money>,
    /// Only entries whose object (grant, milestone, indicator, title) contains this.
    pub object: String,
    /// Only entries whose voucher contains this, whatever its case.
    pub voucher: String,
    /// Only entries that contain these words, whatever their case.
    pub words: String,
    /// The entry to show in full; it does not restrict the list.
    pub entry: Option<Seq>,
}

impl EntryFilter {
    /// What is behind a figure.
    #[must_use]
    pub fn behind(postings: PostingFilter) -> Self {
        Self { postings, ..Self::default() }
    }

    /// True when each entry must be read to know whether it passes.
    #[must_use]
    pub fn reads_entries(&self) -> bool {
        let texts = [&self.words, &self.object, &self.voucher, &self.recipient_named];
        texts.iter().any(|text| !text.trim().is_empty()) || self.has_amount()
    }

    /// True when amounts are restricted.
    #[must_use]
    pub const fn has_amount(&self) -> bool {
        self.at_least.is_some() || self.at_most.is_some()
    }

    /// True when an amount passes; an entry without one does not, where amounts are restricted.
    #[must_use]
    pub fn takes_amount(&self, amount: Option<Money>) -> bool {
        let within = |amount: Money| {
            self.at_least.is_none_or(|least| amount >= least)
                && self.at_most.is_none_or(|most| amount <= most)
        };
        !self.has_amount() || amount.is_some_and(within)
    }

    /// All entries, with that one shown in full.
    #[must_use]
    pub fn at(entry: Seq) -> Self {
        Self { entry: Some(entry), ..Self::default() }
    }
}
