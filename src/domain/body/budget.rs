//! Bodies of the budget: votes, cover, blocks, authority, year end (docs/architecture.md).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Source;
use crate::domain::{Day, FileNumber, FiscalYear, Money, TitleKey};

/// Why more than the appropriation may be spent (§ 37 ThürLHO).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExcessKind {
    /// *überplanmäßig*: the title exists, its appropriation is too small.
    Excess,
    /// *außerplanmäßig*: parliament voted nothing for the purpose.
    Unplanned,
}

/// On what ground money is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockGround {
    /// *haushaltswirtschaftliche Sperre*, § 41 ThürLHO.
    Economic,
    /// *Sperre durch Haushaltsgesetz oder Haushaltsvermerk*.
    BudgetLaw,
    /// *Anteil an einer globalen Minderausgabe*.
    GlobalCut,
}

/// How a remainder is covered (§ 19 (2) ThürLHO).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarryOverKind {
    /// *zusätzlich*: money of its own goes along.
    Additional,
    /// *zu Lasten des Ansatzes*: the receiving year's appropriation bears it.
    Charged,
}

/// Where money that lapses stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LapsingStage {
    /// *verfügbar*
    Available,
    /// *gesperrt*
    Blocked,
}

/// The Ist of a title, as the cash office closes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleAmount {
    /// Budget title.
    pub title: TitleKey,
    /// Amount in cents.
    pub amount_cents: Money,
}

bodies! {
    /// Appropriation in a draft of the budget law (*Entwurf*): posts nothing.
    AppropriationDrafted {
        /// Budget title.
        title: TitleKey,
        /// Year of the law.
        fiscal_year: FiscalYear,
        /// Amount in cents.
        amount_cents: Money,
        /// The draft.
        law: String,
    }

    /// Appropriation voted (*Ansatz*), fact of parliament; a cut is negative.
    AppropriationVoted {
        /// Budget title.
        title: TitleKey,
        /// Year of the law.
        fiscal_year: FiscalYear,
        /// Amount in cents.
        amount_cents: Money,
        /// The budget law.
        law: String,
    }

    /// Supplementary budget voted (*Nachtrag*), fact of parliament; a cut is negative.
    SupplementVoted {
        /// Budget title.
        title: TitleKey,
        /// Year of the law.
        fiscal_year: FiscalYear,
        /// Change in cents.
        amount_cents: Money,
        /// The supplementary budget law.
        law: String,
    }

    /// Expenditure beyond the plan consented to (*über-/außerplanmäßig*, § 37 ThürLHO).
    ExcessGranted {
        /// Budget title.
        title: TitleKey,
        /// Fiscal year.
        fiscal_year: FiscalYear,
        /// Amount in cents.
        amount_cents: Money,
        /// Excess or unplanned.
        need: ExcessKind,
        /// Why it was unforeseen and cannot wait, and what covers it.
        reason: String,
    }

    /// Money moved to a title that it may cover (*Deckung*, § 20 ThürLHO).
    CoverMoved {
        /// Title that gives (*Abgabe*).
        from: TitleKey,
        /// Title that receives (*Verstärkung*).
        to: TitleKey,
        /// Fiscal year of both.
        fiscal_year: FiscalYear,
        /// Amount in cents, above zero.
        amount_cents: Money,
        /// Budget note or consent.
        reason: String,
    }

    /// Money blocked (*Sperre*, § 41 ThürLHO) from the event's day on.
    BlockSet {
        /// Budget title.
        title: TitleKey,
        /// Fiscal year.
        fiscal_year: FiscalYear,
        /// Amount in cents, above zero; a percentage is resolved into it.
        amount_cents: Money,
        /// Percentage of the appropriation that the amount follows from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        percent: Option<Decimal>,
        /// Last day for which the block is meant; it ends by its lifting only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
        /// On what ground.
        ground: BlockGround,
        /// Circular or decision.
        reason: String,
    }

    /// Block lifted, also in part; `ref` is the block.
    BlockLifted {
        /// Budget title.
        title: TitleKey,
        /// Fiscal year.
        fiscal_year: FiscalYear,
        /// Amount in cents, above zero.
        amount_cents: Money,
        /// Circular or decision.
        reason: String,
    }

    /// Commitment authority voted (*Verpflichtungsermächtigung*, § 16 ThürLHO); a cut is negative.
    AuthorityVoted {
        /// Budget title.
        title: TitleKey,
        /// Budget year that may commit.
        budget_year: FiscalYear,
        /// Later year in which the commitment falls due.
        due_year: FiscalYear,
        /// Amount in cents.
        amount_cents: Money,
        /// The budget law.
        law: String,
    }

    /// Commitment authority blocked.
    AuthorityBlocked {
        /// Budget title.
        title: TitleKey,
        /// Budget year that may commit.
        budget_year: FiscalYear,
        /// Later year in which the commitment falls due.
        due_year: FiscalYear,
        /// Amount in cents, above zero.
        amount_cents: Money,
        /// Circular or decision.
        reason: String,
    }

    /// Block of commitment authority lifted, also in part; `ref` is the block.
    AuthorityUnblocked {
        /// Budget title.
        title: TitleKey,
        /// Budget year that may commit.
        budget_year: FiscalYear,
        /// Later year in which the commitment falls due.
        due_year: FiscalYear,
        /// Amount in cents, above zero.
        amount_cents: Money,
        /// Circular or decision.
        reason: String,
    }

    /// Free commitment authority lapsed at the end of its budget year (*Verfall*).
    AuthorityLapsed {
        /// Budget title.
        title: TitleKey,
        /// Budget year that could commit.
        budget_year: FiscalYear,
        /// Later year in which the commitment would have fallen due.
        due_year: FiscalYear,
        /// Amount in cents, above zero.
        amount_cents: Money,
    }

    /// Provisional budget management (*vorläufige Haushaltsführung*, Art. 100 ThürVerf): until
    /// the budget law is in force, new grants need a reason that they cannot wait.
    ProvisionalManagementSet {
        /// Fiscal year without budget law.
        fiscal_year: FiscalYear,
        /// Last day; without it until this is recorded again with one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
        /// Circular on provisional budget management.
        reason: String,
    }

    /// Books of a fiscal year closed by the cash office (*Bücherschluss*); its figures must be
    /// those of the ledger (I16).
    BooksClosed {
        /// Fiscal year.
        fiscal_year: FiscalYear,
        /// Ist of every title that has one, as the cash office closes it.
        actual: Vec<TitleAmount>,
    }

    /// Remainder formed and carried into the next year (*Restbildung*, §§ 19, 45 ThürLHO).
    CarryOverFormed {
        /// Budget title.
        title: TitleKey,
        /// Year that the money comes from; it goes to the next one.
        fiscal_year: FiscalYear,
        /// Amount in cents, above zero.
        amount_cents: Money,
        /// Additional or charged to the appropriation.
        cover: CarryOverKind,
        /// Grant whose open due line moves along, for a bound remainder.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        grant: Option<FileNumber>,
        /// Consent of the finance ministry.
        reason: String,
    }

    /// Money lapsed at year end (*Verfall*).
    FundsLapsed {
        /// Budget title.
        title: TitleKey,
        /// Fiscal year.
        fiscal_year: FiscalYear,
        /// Where it stood.
        stage: LapsingStage,
        /// Amount in cents, above zero.
        amount_cents: Money,
    }

    /// Fiscal year settled (*Jahr abgeschlossen*): nothing stands open in it any more.
    YearSettled {
        /// Fiscal year.
        fiscal_year: FiscalYear,
    }
}
