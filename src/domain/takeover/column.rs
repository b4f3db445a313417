//! Columns of lists that are taken over, and which list has which.

/// The enum and its names from one table.
macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// What a column of a list holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Column {
            $($(#[$doc])* $name,)*
            /// Amount due in that fiscal year: a column per year.
            Due(i32),
        }

        impl Column {
            /// Stable name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                    Self::Due(_) => "due",
                }
            }
        }
    };
}

columns! {
    /// Key of the recipient: 5 or 8 digits, or an own one with a letter.
    Key = "key",
    /// Name, with or without the type before it.
    Name = "name",
    /// Type of the recipient.
    Type = "type",
    /// First line of the address field, for example the cash office.
    Office = "office",
    /// Street and number.
    Street = "street",
    /// Postcode.
    Postcode = "postcode",
    /// Town.
    Town = "town",
    /// Day from which the row counts.
    Day = "day",
    /// Account number.
    Iban = "iban",
    /// Exact name of the account holder.
    Holder = "holder",
    /// File number of the grant.
    Grant = "grant",
    /// What the money is for.
    Purpose = "purpose",
    /// Receipt of the application.
    AppliedOn = "applied-on",
    /// What was applied for.
    Requested = "requested",
    /// Total expenditure.
    Total = "total",
    /// Eligible expenditure.
    Eligible = "eligible",
    /// The recipient's own funds.
    Own = "own",
    /// Funds of third parties.
    ThirdParty = "third-party",
    /// Day of the examination.
    ExaminedOn = "examined-on",
    /// Its result.
    Result = "result",
    /// That nobody else pays for the same.
    NoDouble = "no-double",
    /// First contract of the project.
    ContractOn = "contract-on",
    /// Why an early start does no harm.
    StartChecked = "start-checked",
    /// Day of the notice.
    IssuedOn = "issued-on",
    /// Its file reference.
    Voucher = "voucher",
    /// Kind of financing.
    Financing = "financing",
    /// Quota in percent.
    Quota = "quota",
    /// The recipient's reference for the credit.
    CashReference = "cash-reference",
    /// Last day of the period of approval.
    PeriodUntil = "period-until",
    /// Budget title.
    Title = "title",
    /// Fiscal year.
    Year = "year",
    /// Amount.
    Amount = "amount",
    /// Budget year of the commitment authority.
    AuthorityYear = "authority-year",
    /// Sum of the due lines, to check them.
    Granted = "granted",
    /// Auxiliary rules of the notice.
    Rules = "rules",
    /// In advance or on paid invoices.
    Mode = "mode",
    /// Whether the notice asks for interim proofs.
    Interim = "interim",
    /// Years for which the purpose binds.
    BoundYears = "bound-years",
    /// Why the grant could not wait for the budget law.
    Urgent = "urgent",
    /// Day of posting or receipt of the notice.
    AnnouncedOn = "announced-on",
    /// By post or against receipt.
    Manner = "manner",
    /// Waiver of legal remedies.
    WaivedOn = "waived-on",
    /// Why a due line was added.
    Reason = "reason",
    /// Receipt of the draw.
    DrawnOn = "drawn-on",
    /// File reference of the draw.
    DrawVoucher = "draw-voucher",
    /// Attestation of the arithmetic.
    ArithmeticOn = "arithmetic-on",
    /// Attestation of the facts.
    FactualOn = "factual-on",
    /// Day of the order.
    OrderedOn = "ordered-on",
    /// File reference of the order.
    OrderVoucher = "order-voucher",
    /// Day on which the cash office booked.
    PaidOn = "paid-on",
    /// Voucher of the cash office.
    CashVoucher = "cash-voucher",
    /// What the recipient's bank statement said.
    PaymentText = "payment-text",
    /// Who entered the application or the draw.
    EnteredBy = "entered-by",
    /// Who examined the application.
    ExaminedBy = "examined-by",
    /// Who signed the notice.
    ApprovedBy = "approved-by",
    /// Who attested the arithmetic.
    ArithmeticBy = "arithmetic-by",
    /// Who attested the facts.
    FactualBy = "factual-by",
    /// Who ordered.
    OrderedBy = "ordered-by",
    /// Who confirmed the payment.
    ConfirmedBy = "confirmed-by",
}

use Column as C;

impl Column {
    /// True for columns that name a person.
    #[must_use]
    pub fn is_person(self) -> bool {
        PERSONS.contains(&self)
    }
}

/// Columns that name a person.
const PERSONS: [Column; 7] = [
    C::EnteredBy,
    C::ExaminedBy,
    C::ApprovedBy,
    C::ArithmeticBy,
    C::FactualBy,
    C::OrderedBy,
    C::ConfirmedBy,
];

/// Kinds of lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListKind {
    /// Recipients with address and bank account.
    #[default]
    Recipients,
    /// Counties and municipalities of the official directory.
    Municipalities,
    /// Grants: application, examination, notice and due lines.
    Grants,
    /// Due lines that amending notices added to grants.
    DueLines,
    /// Payments: draw, attestations, order and confirmation.
    Payments,
}

impl ListKind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Recipients, Self::Municipalities, Self::Grants, Self::DueLines, Self::Payments];

    /// Stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Recipients => "recipients",
            Self::Municipalities => "municipalities",
            Self::Grants => "grants",
            Self::DueLines => "due-lines",
            Self::Payments => "payments",
        }
    }

    /// Its columns, in the order of the form to fill in; years have further ones.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Recipients => &RECIPIENTS,
            Self::Municipalities => &[C::Key, C::Name, C::Type],
            Self::Grants => &GRANTS,
            Self::DueLines => &DUE_LINES,
            Self::Payments => &PAYMENTS,
        }
    }

    /// Columns without which a list is none of this kind.
    #[must_use]
    pub const fn needed(self) -> &'static [Column] {
        match self {
            Self::Recipients | Self::Municipalities => &[C::Key, C::Name, C::Type],
            Self::Grants => &[
                C::Grant,
                C::Key,
                C::Purpose,
                C::AppliedOn,
                C::Requested,
                C::Eligible,
                C::ExaminedOn,
                C::Result,
                C::NoDouble,
                C::IssuedOn,
                C::Financing,
                C::CashReference,
                C::PeriodUntil,
                C::Title,
            ],
            Self::DueLines => &[C::Grant, C::Title, C::Year, C::Amount, C::IssuedOn, C::Reason],
            Self::Payments => &[
                C::Grant,
                C::Title,
                C::Year,
                C::Amount,
                C::DrawnOn,
                C::OrderedOn,
                C::PaidOn,
                C::CashVoucher,
            ],
        }
    }

    /// The persons whose steps a row of it tells of.
    pub fn persons(self) -> impl Iterator<Item = Column> {
        self.columns().iter().copied().filter(|column| column.is_person())
    }
}

const RECIPIENTS: [Column; 10] = [
    C::Key,
    C::Name,
    C::Type,
    C::Office,
    C::Street,
    C::Postcode,
    C::Town,
    C::Day,
    C::Iban,
    C::Holder,
];

const GRANTS: [Column; 36] = [
    C::Grant,
    C::Key,
    C::Purpose,
    C::AppliedOn,
    C::Requested,
    C::Total,
    C::Eligible,
    C::Own,
    C::ThirdParty,
    C::ExaminedOn,
    C::Result,
    C::NoDouble,
    C::ContractOn,
    C::StartChecked,
    C::IssuedOn,
    C::Voucher,
    C::Financing,
    C::Quota,
    C::CashReference,
    C::PeriodUntil,
    C::Granted,
    C::Title,
    C::Year,
    C::Amount,
    C::AuthorityYear,
    C::Rules,
    C::Mode,
    C::Interim,
    C::BoundYears,
    C::Urgent,
    C::AnnouncedOn,
    C::Manner,
    C::WaivedOn,
    C::EnteredBy,
    C::ExaminedBy,
    C::ApprovedBy,
];

const DUE_LINES: [Column; 10] = [
    C::Grant,
    C::Title,
    C::Year,
    C::Amount,
    C::AuthorityYear,
    C::IssuedOn,
    C::Reason,
    C::Voucher,
    C::Eligible,
    C::ApprovedBy,
];

const PAYMENTS: [Column; 19] = [
    C::Grant,
    C::Title,
    C::Year,
    C::Amount,
    C::DrawnOn,
    C::DrawVoucher,
    C::ArithmeticOn,
    C::FactualOn,
    C::OrderedOn,
    C::OrderVoucher,
    C::PaidOn,
    C::CashVoucher,
    C::Iban,
    C::PaymentText,
    C::EnteredBy,
    C::ArithmeticBy,
    C::FactualBy,
    C::OrderedBy,
    C::ConfirmedBy,
];
