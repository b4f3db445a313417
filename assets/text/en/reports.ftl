# Words of the reports R2 to R7.

# Columns that several reports have
reports-column-grant = File number
reports-column-recipient = Recipient
reports-column-granted-of-year = Granted, due in { $year }
reports-column-paid-of-year = Paid, charged to { $year }

# R2: by county and independent city
counties-title = Grants and payments by county and independent city, fiscal year { $year }
counties-column-name = County, independent city
counties-column-key = Key
counties-column-applied = Requested, not decided
counties-sum = Counties and independent cities
counties-note = Territory as of the reporting day; municipalities count with their county. Recipients outside of a county stand one by one below the first total. Requested, not decided: contained in no other column. Paid: less bank returns and repayments in the open fiscal year. Claims lower the amount granted at once, the amount paid only when repaid in the open fiscal year; so more may be paid than granted. In all: of all fiscal years until the as-of day. The maps do not show recipients outside of a county.

# R3: by grant
cases-title = Applications and grants in detail, fiscal year { $year }
cases-proof-outstanding = proof of use outstanding
reports-column-granted-whole = Granted in all
reports-column-paid-whole = Paid out in all
reports-column-open-whole = Still open in all
cases-column-purpose = Purpose
cases-column-requested = Requested
cases-column-refused = of which refused
cases-column-not-granted = of which not granted
cases-column-undecided = of which withdrawn or not decided
cases-note = Refused: the amount requested in rejected applications. Not granted: what notice and increases of a grant give less than was requested. Granted: in force after all amendments and claims. Paid: less bank returns and repayments in the open fiscal year. Still open: granted and not paid yet. Claims lower the amount granted at once, the amount paid only when repaid in the open fiscal year; so more may be paid than granted. Outstanding: the period of approval is over and no proof is handed in yet; the register of proofs says until when it is due. In all: of all fiscal years until the as-of day.
cases-none = No application has been received by the reporting day.

# R4: milestones and indicators
progress-title = Milestones and indicators
progress-title-year = Milestones and indicators, fiscal year { $year }
progress-column-reached = Reached
progress-column-per-unit = Paid per unit
progress-note = Dates are as exact as they are known. Forecast: what recipients expected last; it does not replace the plan.
progress-note-per-unit = Paid per unit: actual of the grants assigned at the as-of day, divided by the last reading, rounded once half up; exact in every unit of the amounts. At most: the reading is known only as a lower bound. Signs: – no grant is assigned to the indicator, or there is no reading to divide by.
progress-per-unit-basis = { $name }, per { $unit }: actual of { $grants } on { $day }, reading { $value }.
progress-none = No milestone is planned for this period.

# R5: proofs of use
proofs-title = Register of proofs of use
proofs-title-year = Register of proofs of use, due in { $year }
proofs-overdue = overdue
proofs-expected = not due yet
proofs-unchecked = received, not checked
proofs-checked = checked
proofs-column-kind = Proof
proofs-column-due = Due on
proofs-column-received = Received on
proofs-column-checked = Checked on
proofs-column-result = Result
proofs-column-settled = Fixed grant
proofs-note = Amounts paid and fixed stand once for each grant, at its last final proof; interim proofs have no amounts. Due: by period of approval and auxiliary provisions, without extensions.
proofs-none = No proof is expected, received or checked by the reporting day.

# R6: budget by title
budget-report-title = Budget by title, fiscal year { $year }
budget-report-voted = Means of fiscal year { $year }
budget-report-used = Use of the means of fiscal year { $year }
budget-report-authority = Commitment authority
budget-report-rests = What is left, carried over and lapsed by fiscal year
budget-report-name = Purpose
budget-report-means = Means in all
budget-report-left = Available
budget-report-free = Not decided yet
budget-report-bound = Bound, not drawn
budget-report-note = Means in all: appropriation, supplement, excess expenditure, cover (received less given) and additional carry-over. Check: in the second table they are the sum of all amounts to their right. Carry-overs charged to the appropriation are shown for information.
budget-report-note-authority = Check: what was voted is the sum of used, blocked, lapsed and free. Authority that is not used lapses at the end of its budget year.
budget-report-note-rests = Not decided yet: neither bound nor blocked; becomes a carry-over or lapses. Charged: borne by the appropriation of the next year. No total, because an amount carried over would count again in each year.
budget-report-none = Nothing is appropriated for fiscal year { $year }.

# R7: claims and interest
claims-title = Claims and interest
claims-title-year = Claims and interest on payments of fiscal year { $year }
claims-claims = Claims
claims-interest = Interest
claims-amount = Claimed
claims-left = Still open
claims-overdue = of which overdue
claims-interest-left = Interest, still open
claims-column-on = Assessed on
claims-column-year = Fiscal year
claims-column-ground = Legal ground
claims-column-repaid = Repaid
claims-column-set-off = Set off
claims-column-waived = Waived
claims-column-annulled = Annulled
claims-column-due = Due on
claims-column-kind = Kind
claims-column-principal = Principal
claims-column-from = Event on
claims-column-until = Charged until
claims-column-interest = Interest
claims-column-received = Received
claims-done = settled
claims-state-open = open
claims-state-overdue = overdue
claims-note = Fiscal year: that of the payment. Suspended claims are still owed and not overdue. Due on: the end of a deferral where there is one. Repayments in the open fiscal year lower the expenditure, later ones are revenue.
claims-note-interest = Interest is revenue and contained in no amount of the claims. Fiscal year: that of the payment on which they rest.
claims-none = No claim and no interest has been assessed by the reporting day.
claims-none-year = On payments of this fiscal year no claim has been raised and no interest assessed by the reporting day. What was raised in the year on earlier payments stands in the report without a fiscal year.

# Difference between two states of knowledge
difference-title = Change of figures from entry no. { $before } to no. { $after }
difference-between = Entries recorded in between: { $count }. Compared are the figures of report R1 by title and fiscal year, as of the same day.
difference-none = No figure has changed.
difference-overview = Figures that have changed
difference-heading = { $figure }, { $title }, fiscal year { $year }
difference-column-at = Known up to no. { $number }
difference-column-figure = Figure
difference-column-change = Change
difference-available = Available less bound ahead of a vote and not covered
difference-sum = Sum of changes
difference-note = Check: the sum of changes is the difference of the two states. An entry counts on its own day, even when it was recorded later; a correction counts on the day of what it corrects.

# Extract of the journal
journal-title = Extract of the journal
journal-title-year = Extract of the journal, entries of { $year }
journal-count = Entries: { $count }
journal-column-number = No.
journal-column-recorded = Recorded on
journal-column-effective = Effective on
journal-column-kind = Kind
journal-column-object = Object
journal-column-voucher = Voucher
journal-column-reference = Refers to
journal-column-person = Person
journal-reversed = corrected by { $number }
journal-person = no. { $number }
journal-programme = Programme
journal-note = In the order of recording; no entry is changed or deleted. Refers to: number of the earlier entry. Persons whose names were erased stand with their number.

# Data sheets
sheet-order = Data sheet for a payment order
sheet-held-order = Data sheet for a repeated payment order
sheet-rebooking = Data sheet for a rebooking order
sheet-claim = Data sheet for a claim and its acceptance order
sheet-repayment = Data sheet for a same-year repayment
sheet-revenue = Data sheet for an acceptance order: repayment as revenue
sheet-interest = Data sheet for a notice of interest
sheet-notice = Data sheet for a notice of grant
sheet-amendment = Data sheet for an amending notice
sheet-reminder = Data sheet for a reminder of the proof of use
sheet-hearing = Data sheet for a hearing
sheet-meant = Intended claim
sheet-settled = Grant after the check
sheet-found = Findings
sheet-content = Particulars
sheet-steps = Steps
sheet-recipient = Recipient
sheet-entry = Entry no.
sheet-day = Date
sheet-class = Kind of expenditure
sheet-year = Fiscal year
sheet-what = What
sheet-amount-to-pay = To be paid
sheet-amount-to-rebook = To be rebooked
sheet-amount-credited = Credited
sheet-credited-on = Credit on
sheet-holder = Payee
sheet-iban = IBAN
sheet-cash-reference = Cash reference
sheet-reason = Reason
sheet-payment = Payment, entry no.
sheet-rebooked = Rebooking
sheet-from = from { $grant }
sheet-to = to { $grant }
sheet-legal-effect = Effect from
sheet-new-eligible = Eligible from now on
sheet-claim-entry = Claim, entry no.
sheet-set-off = Set off against entry no.
sheet-revenue-year = Revenue of fiscal year
sheet-margin = Above base rate
sheet-points = { $points } percentage points
sheet-segments = Computation of interest
sheet-segment-from = From
sheet-segment-until = Until
sheet-segment-rate = Rate
sheet-segment-days = Days
sheet-segment-year = Days of year
sheet-rounding = Difference by rounding
sheet-quota = Quota
sheet-total = Total expenditure
sheet-third-party = Third-party funds
sheet-period = Period of approval until
sheet-rules = Auxiliary rules
sheet-payment-mode = Manner of payment
sheet-bound-years = Bound to purpose, years
sheet-urgent = Urgent because
sheet-due = Due lines
sheet-notice-day = Date of notice
sheet-granted-then = Granted from then on
sheet-changed = Change of due lines
sheet-more = more
sheet-less = less
sheet-new-term = New term
sheet-reminded-on = Reminded on
sheet-authority = from commitment authority { $year }
sheet-own-year = from the budget of the year
sheet-note-order = Data for the order in the system of the cash office; the sheet itself is no order. The cash office pays, this program does not.
sheet-note-claim = Data for notice and acceptance order; the sheet itself is no notice. Money that is credited while the books of the fiscal year are open lowers the expenditure; later it is revenue.
sheet-note-repayment = The books of the fiscal year are open: the repayment lowers the expenditure and is available again.
sheet-note-unused = The books of the fiscal year are open: the return lowers the expenditure. The grant stays, and the amount can be drawn again.
sheet-corrected = This data sheet no longer holds: the entry is corrected by no. { $number }.
sheet-cancelled = Cancelled by entry no. { $number } on { $day }: { $amount } euros of this order are no longer to be paid.
sheet-annulled = Annulled by entry no. { $number } on { $day }: { $amount } euros are no longer claimed.
sheet-note-revenue = The repayment is revenue and does not lower the earlier expenditure.
sheet-note-segments = The day of the event bears no interest unless set otherwise, the last day counts. The computation is exact, the sum is rounded once; there is no interest on interest.
sheet-note-interest = Data for the notice of interest; the sheet itself is no notice. Interest is revenue.
sheet-note-notice = Data for the notice; the sheet itself is no notice. Grounds, conditions and instruction on remedies stand in the notice.
sheet-note-hearing = Data sheet for the letter of hearing (§ 28 (1) VwVfG); it is no letter itself. Paid and intended claim on the day of the check; the term to reply stands in the letter.
sheet-note-reminder = Data for the letter to the recipient; the sheet itself is no letter.

# Verification protocol
verification-title = Verification protocol of the ledger
verification-good = The verification found nothing.
verification-bad = The verification found something. The ledger is read only, figures from it do not count.
verification-entries = Entries
verification-findings = Findings
verification-none = nothing found
verification-checks = What was checked
verification-column-check = Check
verification-column-hash = Hash
verification-column-result = Result
verification-numbers = Numbers without gap, times in order
verification-chain = Chain of the journal: content and predecessor of every entry
verification-recipients = Chains of the recipients
verification-postings = Postings of every entry add up to zero, balances are their sum
verification-identity = Sources equal places and exits, due lines bear their amounts
verification-schema = Tables and rules of the file
verification-names = Master data and names against the journal
verification-database = The database's own check
verification-replay = Replay of the whole journal, issued papers
verification-overdraft = No place below zero on any day
verification-anchors = Heads from printouts
verification-same = agrees
verification-other = differs
verification-note-deep = Not replayed: the field “replay the whole journal” of the protocol does that, or verify with the option --deep.
verification-note = Each line sums up checks; what is found stands under Findings with the number of the entry. The day is that of the last entry.

# Register of published figures
published-corrected = { $title } (corrected by no. { $number })
published-title = Register of published figures
published-none = No paper is issued.
published-paper = No. { $number }: { $title }; as-of day { $day }, known-at no. { $known }
published-paper-thousand = No. { $number }: { $title }; as-of day { $day }, known-at no. { $known }, amounts in € thousand
published-subtitle = Known at entry no. { $number } of { $known } · each paper with its own as-of day; amounts in euros where it does not say € thousand
published-points = { $percent } (in percentage points)
published-column-issued = Issued on
published-column-paper = Paper
published-column-day = As-of day
published-column-known = Known-at no.
published-column-figures = Figures
published-column-changed = of these different now
published-column-then = Then
published-column-now = Now
published-note = Key figures and totals of issued papers in their own words, unit and as-of day. Now: the same figure at the same as-of day after all that the ledger has learned since; – the paper would not have it any more. Why a figure is another one now says, entry by entry, the report on the difference of two known-at states (difference).
