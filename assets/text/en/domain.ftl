# Stages, events, roles and kinds: one word per thing.

# Stages: where the money is
stage-appropriated = appropriated, with supplements
stage-exceeded = in excess of or outside the budget
stage-cover-in = cover received
stage-carried-in = additional carry-over
stage-available = available
stage-blocked = blocked
stage-committed = granted, not yet drawn
stage-requested = drawn, not yet ordered
stage-ordered = ordered, not yet paid
stage-paid = paid
stage-held = returned after the books closed
stage-reclaimed = claimed back, open
stage-written-off = waived
stage-returned = repaid in a later fiscal year
stage-cover-out = cover given
stage-carried-out = carried over
stage-lapsed = lapsed
stage-ve-voted = commitment authority as voted
stage-ve-free = commitment authority, free
stage-ve-used = commitment authority, used
stage-ve-blocked = commitment authority, blocked
stage-ve-lapsed = commitment authority, lapsed
stage-revenue-source = source of revenue
stage-revenue-due = revenue assessed, not yet received
stage-revenue-received = revenue received
stage-revenue-waived = revenue waived
stage-rest-source = source of charged carry-over
stage-rest-charged = carry-over charged to the appropriation

# Events
kind-programme-founded = Programme founded
kind-person-enrolled = Person enrolled
kind-setting-made = Setting
kind-title-registered = Title registered
kind-appropriation-drafted = Appropriation in draft
kind-appropriation-voted = Appropriation
kind-supplement-voted = Supplement
kind-excess-granted = Expenditure beyond the budget
kind-cover-moved = Cover
kind-block-set = Block
kind-block-lifted = Block lifted
kind-authority-voted = Commitment authority
kind-authority-blocked = Commitment authority blocked
kind-authority-unblocked = Commitment authority unblocked
kind-authority-lapsed = Commitment authority lapsed
kind-provisional-management-set = Provisional budget management
kind-books-closed = Books closed
kind-carry-over-formed = Carry-over formed
kind-funds-lapsed = Funds lapsed
kind-year-settled = Year settled
kind-recipient-registered = Recipient registered
kind-bank-account-recorded = Bank account recorded
kind-bank-account-confirmed = Bank account confirmed
kind-application-received = Application received
kind-examination-noted = Examination of the application
kind-application-examined = Application examined
kind-early-start-consented = Consent to an early start
kind-application-rejected = Application rejected
kind-application-withdrawn = Application withdrawn
kind-grant-issued = Notice
kind-notice-announced = Notice announced
kind-remedy-waived = Waiver of legal remedies
kind-notice-challenged = Notice challenged
kind-challenge-ended = Challenge ended
kind-grant-amended = Amending notice
kind-grant-increased = Increase
kind-grant-reduced = Reduction
kind-due-shifted = Due line shifted
kind-beneficiary-named = Beneficiary named
kind-draw-requested = Draw
kind-arithmetic-attested = Attested as arithmetically right
kind-factually-attested = Attested as factually right
kind-draw-sent-back = Draw sent back
kind-draw-reduced = Draw reduced
kind-draw-rejected = Draw rejected
kind-draw-withdrawn = Draw withdrawn
kind-payment-ordered = Payment order
kind-order-handed-over = Handed over to the cash office
kind-order-cancelled = Cancellation before payment
kind-payment-confirmed = Payment
kind-payment-reconciled = Reconciled with the cash office
kind-payment-returned = Return
kind-held-ordered = Return ordered again
kind-held-paid = Return paid again
kind-payment-rebooked = Rebooking
kind-proof-received = Proof of use received
kind-proof-reminded = Proof of use reminded
kind-proof-checked = Proof of use checked
kind-claim-raised = Claim raised
kind-claim-annulled = Claim annulled
kind-claim-deferred = Claim deferred or suspended
kind-claim-waived = Claim waived
kind-claim-repaid = Repayment
kind-unused-returned = Unused money returned
kind-commitment-restored = Commitment restored
kind-interest-assessed = Interest assessed
kind-interest-received = Interest received
kind-interest-waived = Interest waived
kind-case-closed = Case closed
kind-reversed = Correction
kind-milestone-planned = Milestone planned
kind-milestone-forecast = Milestone: new forecast
kind-milestone-reached = Milestone reached
kind-indicator-defined = Indicator defined
kind-indicator-read = Indicator read
kind-document-issued = Document issued
kind-ledger-restored = Restored from a backup
kind-cash-list-read = Cash list read

# Roles
role-desk-officer = desk officer
role-attester = attester
role-approver = approver
role-budget-officer = budget officer
role-administrator = administrator of the ledger
role-auditor = auditor

# Recipients
recipient-type-county = county
recipient-type-independent-city = independent city
recipient-type-municipality = municipality
recipient-type-association = association
recipient-type-fictional = fictional commune

# Financing
financing-share = share financing
financing-shortfall = shortfall financing
financing-fixed-amount = fixed-amount financing
financing-full = full financing
investive = investment
consumptive = current expenditure

source-class-fact = publicly documented
source-class-illustrative = made up for the sample

# Availability: the last lines of the arithmetic
availability-later-bookings = already taken by later entries
availability-unvoted = committed ahead, budget not voted yet

# Precision of dates
precision-day = day
precision-month = month
precision-quarter = quarter
precision-half = half-year
precision-mid-year = middle of the year
precision-year = year
precision-period = period

# Where milestones stand
milestone-late = overdue
milestone-delayed = delayed
milestone-planned = on schedule
milestone-undated = no date
milestone-reached = reached
milestone-plan = Plan
milestone-forecast = Forecast
milestone-actual = Actual
indicator-baseline = Baseline
indicator-target = Target
# $value: a reading that is known as a lower bound only
more-than = more than { $value }
at-most = at most { $value }
