//! Bodies of the events: one struct per kind, stored once as compact JSON and hashed as stored.
//!
//! Money bodies carry title, fiscal year, grant and amount themselves, so that the postings of
//! an event follow from the event alone. A later field is an `Option` that is left out when
//! absent; another meaning is a new kind.

use serde::{Deserialize, Serialize};

use super::id::ItemKey;
use super::recipient::RecipientType;
use super::rule::Role;
use super::{
    Day, FileNumber, FiscalYear, ImpreciseDate, Money, PersonNo, RecipientKey, Seq, TitleKey,
};

/// Whether a statement is established or made up for the example (domain.md section 8.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceClass {
    /// Taken from a public source.
    Fact,
    /// Invented for test and show; never official.
    Illustrative,
}

/// Where a statement comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Fact or illustration.
    pub class: SourceClass,
    /// Publication, file or reason, as words.
    pub note: String,
}

/// Programme founded: the first event of every ledger; enrols its own actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFounded {
    /// Name of the programme.
    pub name: String,
    /// Short name of the guideline, for example "ThürEGovRL".
    pub guideline: String,
    /// Ceiling of all appropriations together, in cents (I11).
    pub ceiling_cents: Money,
    /// Stichtag proposed when the ledger is opened; without it today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_as_of: Option<Day>,
    /// True for sample data: every screen and paper says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// The granting authority, for the letterhead.
    pub authority: Authority,
    /// The first person.
    pub person: Enrolment,
    /// Notes that a reader of the ledger must know, in German and English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<ReaderNote>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Letterhead of the granting authority (*Bewilligungsbehörde*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Name as on letters.
    pub name: String,
    /// Unit and address, one line.
    pub line: String,
    /// Town for the letter date.
    pub town: String,
    /// Contact for questions, an office address, no person.
    pub contact: String,
}

/// A note to the reader in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReaderNote {
    /// German text.
    pub de: String,
    /// English text.
    pub en: String,
}

/// Number, roles and salted hash of the name of a person (the name itself stands apart).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrolment {
    /// Number of the person, never given twice.
    pub person: PersonNo,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// SHA-256 over salt and name, in hex.
    pub name_hash: String,
    /// Windows SID or user id, when the person works under one login.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
}

/// Person enrolled, or enrolled again with other roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonEnrolled {
    /// Number, roles and hash of the name.
    pub person: Enrolment,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Budget title registered (*Titel*, domain.md section 2.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleRegistered {
    /// Key, "chapter title".
    pub title: TitleKey,
    /// *Zweckbestimmung*.
    pub name: String,
    /// True for an investive title (main group 8), false for a consumptive one (6).
    pub investive: bool,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Appropriation voted (*Ansatz*), fact of parliament; a cut is negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppropriationVoted {
    /// Budget title.
    pub title: TitleKey,
    /// Year of the law.
    pub fiscal_year: FiscalYear,
    /// Amount in cents.
    pub amount_cents: Money,
    /// The budget law.
    pub law: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Commitment authority voted (*Verpflichtungsermächtigung*, § 16 ThürLHO); a cut is negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityVoted {
    /// Budget title.
    pub title: TitleKey,
    /// Budget year that may commit.
    pub budget_year: FiscalYear,
    /// Later year in which the commitment falls due.
    pub due_year: FiscalYear,
    /// Amount in cents.
    pub amount_cents: Money,
    /// The budget law.
    pub law: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Recipient registered, or registered again with changed data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipientRegistered {
    /// Key; equals the header's recipient.
    pub key: RecipientKey,
    /// Name without the type, for example "Schmalkalden-Meiningen".
    pub name: String,
    /// County, independent city, municipality, association.
    pub recipient_type: RecipientType,
    /// Address field of letters below the name: cash office, street, postcode and town.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// First day on which the territory exists; without it always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Day>,
    /// Last day on which the territory exists; without it still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
    /// Recipient that took over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<RecipientKey>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Bank account of a recipient recorded; usable once a second person has confirmed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankAccountRecorded {
    /// International bank account number without spaces.
    pub iban: String,
    /// Exact name of the account holder.
    pub holder: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Bank account confirmed by a second person; `ref` is the recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankAccountConfirmed {
    /// How it was checked (call back, letter), as words.
    pub checked_by: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A due line (*Fälligkeit*, *Jahresscheibe*) of a grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueLine {
    /// Budget title.
    pub title: TitleKey,
    /// Fiscal year in which the money is due.
    pub fiscal_year: FiscalYear,
    /// Amount in cents, above zero.
    pub amount_cents: Money,
    /// Budget year whose commitment authority is used, when due after the notice's year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_year: Option<FiscalYear>,
}

/// How a grant is financed (domain.md section 1.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Financing {
    /// *Anteilfinanzierung*
    Share,
    /// *Fehlbedarfsfinanzierung*
    Shortfall,
    /// *Festbetragsfinanzierung*
    FixedAmount,
    /// *Vollfinanzierung*
    Full,
}

/// Grant issued (*Bescheid erlassen*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantIssued {
    /// File number.
    pub grant: FileNumber,
    /// What the money is for.
    pub purpose: String,
    /// Kind of financing.
    pub financing: Financing,
    /// Quota in percent for a share, as text ("80").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota_percent: Option<rust_decimal::Decimal>,
    /// Eligible expenditure (*zuwendungsfähige Ausgaben*) in cents.
    pub eligible_cents: Money,
    /// The recipient's own reference for the credit (*Kassenzeichen*).
    pub cash_reference: String,
    /// Last day of the period of approval (*Bewilligungszeitraum*).
    pub period_until: Day,
    /// Due lines.
    pub lines: Vec<DueLine>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Grant increased by an amending notice (*Änderungsbescheid*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantIncreased {
    /// File number.
    pub grant: FileNumber,
    /// Amounts to add.
    pub lines: Vec<DueLine>,
    /// Why.
    pub reason: String,
    /// Eligible expenditure from this notice on, in cents, when it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_cents: Option<Money>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// What becomes of authority that a reduction frees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthorityReturn {
    /// Free again: the reduction falls into the authority's own budget year.
    Free,
    /// Lapsed: its budget year is over.
    Lapsed,
}

/// One line of a reduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReductionLine {
    /// Budget title.
    pub title: TitleKey,
    /// Fiscal year of the due line.
    pub fiscal_year: FiscalYear,
    /// Amount in cents to take away, above zero.
    pub amount_cents: Money,
    /// Budget year whose authority the due line had used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_year: Option<FiscalYear>,
    /// What becomes of that authority; given together with its year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority_return: Option<AuthorityReturn>,
}

/// Grant reduced by what is not paid yet (*Minderung des Unausgezahlten*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantReduced {
    /// File number.
    pub grant: FileNumber,
    /// Amounts to take away.
    pub lines: Vec<ReductionLine>,
    /// Why.
    pub reason: String,
    /// Eligible expenditure from this notice on, in cents, when it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_cents: Option<Money>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A due line and an amount of it: what draws, orders, payments, returns and claims move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineAmount {
    /// File number.
    pub grant: FileNumber,
    /// Budget title.
    pub title: TitleKey,
    /// Fiscal year of the due line.
    pub fiscal_year: FiscalYear,
    /// Amount in cents, above zero.
    pub amount_cents: Money,
}

/// Draw requested by the recipient (*Mittelabruf*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawRequested {
    /// What is drawn.
    pub line: LineAmount,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Payment ordered (*Auszahlungsanordnung*); `ref` is the draw; may be partial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentOrdered {
    /// What is ordered.
    pub line: LineAmount,
    /// Confirmed recording of the bank account to pay to.
    pub bank_account: Seq,
    /// Text for the recipient's bank statement (*Verwendungszweck*), at most 140 characters.
    pub payment_text: String,
    /// Milestone that the payment is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<ItemKey>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Order cancelled before payment (*Storno vor Zahlung*); `ref` is the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderCancelled {
    /// What is cancelled.
    pub line: LineAmount,
    /// Why.
    pub reason: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Payment confirmed by the cash office (*Auszahlung*, Ist); `ref` is the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentConfirmed {
    /// What was paid: amount and year as ordered.
    pub line: LineAmount,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Payment returned by the bank while the books are open (*Rückläufer*); `ref` is the payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentReturned {
    /// What came back.
    pub line: LineAmount,
    /// Why.
    pub reason: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Claim raised (*Erstattung festgesetzt*, § 49a ThürVwVfG); `ref` is the payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimRaised {
    /// What is claimed back; the grant falls by it in the same event.
    pub line: LineAmount,
    /// Ground of the claim.
    pub reason: String,
    /// Day on which the money is due.
    pub due_on: Day,
    /// Day from which the revocation works, for interest only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_effect_on: Option<Day>,
    /// Eligible expenditure from this notice on, in cents, when it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_cents: Option<Money>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Claim repaid while the books are open (*Absetzung von der Ausgabe*); `ref` is the claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimRepaid {
    /// What was credited.
    pub line: LineAmount,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Error of recording corrected: the exact negation of `ref`, on its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reversed {
    /// Why, at least ten characters.
    pub reason: String,
}

/// Milestone planned, or its words or plan changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestonePlanned {
    /// Own key.
    pub milestone: ItemKey,
    /// What shall be reached.
    pub name: ReaderNote,
    /// Grant it belongs to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<FileNumber>,
    /// Planned date; without it none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<ImpreciseDate>,
    /// True for a goal outside this programme, shown as context.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub context: bool,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Milestone forecast anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestoneForecast {
    /// Own key.
    pub milestone: ItemKey,
    /// Date expected now.
    pub forecast: ImpreciseDate,
    /// Why the expectation changed.
    pub reason: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Milestone reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestoneReached {
    /// Own key.
    pub milestone: ItemKey,
    /// When it was reached, as exactly as known.
    pub actual: ImpreciseDate,
    /// Proof, as words or file reference.
    pub proof: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Indicator of digitalization defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorDefined {
    /// Own key.
    pub indicator: ItemKey,
    /// What is counted.
    pub name: ReaderNote,
    /// Baseline in words, for example "mehr als 700" (2016).
    pub baseline: ReaderNote,
    /// Target in words.
    pub target: ReaderNote,
    /// True for a goal outside this programme, shown as context.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub context: bool,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Indicator read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorRead {
    /// Own key.
    pub indicator: ItemKey,
    /// The reading, exact decimal as text.
    pub value: rust_decimal::Decimal,
    /// True when the reading says "more than".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more_than: bool,
    /// What the reading counts on, as exactly as known.
    pub at: ImpreciseDate,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Beneficiary of a grant named: it benefits and gets no money row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeneficiaryNamed {
    /// File number.
    pub grant: FileNumber,
    /// Key of the municipality.
    pub key: RecipientKey,
    /// Its name.
    pub name: String,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}
