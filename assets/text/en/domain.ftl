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
stage-ve-lapsed = commitment authority, lapsed

# Events
kind-programme-founded = Programme founded
kind-person-enrolled = Person enrolled
kind-title-registered = Title registered
kind-appropriation-voted = Appropriation
kind-authority-voted = Commitment authority
kind-recipient-registered = Recipient registered
kind-bank-account-recorded = Bank account recorded
kind-bank-account-confirmed = Bank account confirmed
kind-grant-issued = Notice
kind-grant-increased = Increase
kind-grant-reduced = Reduction
kind-beneficiary-named = Beneficiary named
kind-draw-requested = Draw
kind-payment-ordered = Payment order
kind-order-cancelled = Cancellation before payment
kind-payment-confirmed = Payment
kind-payment-returned = Return
kind-claim-raised = Claim raised
kind-claim-repaid = Same-year repayment
kind-reversed = Correction
kind-milestone-planned = Milestone planned
kind-milestone-forecast = Milestone: new forecast
kind-milestone-reached = Milestone reached
kind-indicator-defined = Indicator defined
kind-indicator-read = Indicator read


# Roles
role-desk-officer = desk officer
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
