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
counties-note = Territory as of the reporting day; municipalities count with their county. Recipients outside of a county stand one by one below the first total. Requested, not decided: contained in no other column. Paid: less bank returns and repayments in the open fiscal year.

# R3: by grant
cases-title = Applications and grants in detail, fiscal year { $year }
cases-column-purpose = Purpose
cases-column-requested = Requested
cases-column-refused = of which refused
cases-note = Refused: the amount requested in rejected applications. Granted: in force after all amendments and claims. Paid: less bank returns and repayments in the open fiscal year. Still open: granted and not paid yet. Claims lower the amount granted at once, the amount paid only when repaid in the open fiscal year; so more may be paid than granted.
cases-none = No application has been received by the reporting day.

# R4: milestones and indicators
progress-title = Milestones and indicators
progress-title-year = Milestones and indicators, fiscal year { $year }
progress-column-reached = Reached
progress-column-per-unit = Paid per unit
progress-note = Dates are as exact as they are known. Forecast: what recipients expected last; it does not replace the plan.
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
budget-report-note = Means in all: appropriation, supplement, excess expenditure, cover (received less given) and additional carry-over. Check: in the second table they are the sum of all amounts to their right. Carry-overs charged to the appropriation are shown for information. A shortfall and what is bound ahead of the vote stand with a minus sign in columns of their own and are not set off against what is free in other titles.
budget-report-note-authority = Check: what was voted is the sum of used, blocked, lapsed and free. Authority that is not used lapses at the end of its budget year.
budget-report-note-rests = Not decided yet: neither bound nor blocked; becomes a carry-over or lapses. Charged: borne by the appropriation of the next year. No total, because an amount carried over would count again in each year.
budget-report-none = Nothing is appropriated for fiscal year { $year }.

# R7: claims and interest
claims-title = Claims and interest
claims-title-year = Claims and interest, fiscal year { $year }
claims-claims = Claims
claims-interest = Interest
claims-amount = Claimed
claims-left = Still open
claims-overdue = of which overdue
claims-interest-left = Interest, still open
claims-column-on = Assessed on
claims-column-year = Fiscal year
claims-column-ground = Legal ground
claims-column-settled = Settled
claims-column-due = Due on
claims-column-kind = Kind
claims-column-principal = Principal
claims-column-from = Event on
claims-column-until = Charged until
claims-column-interest = Interest
claims-done = settled
claims-state-open = open
claims-state-overdue = overdue
claims-note = Fiscal year: that of the payment. Settled: repaid, set off, waived or annulled. Due on: the end of a deferral where there is one. Repayments in the open fiscal year lower the expenditure, later ones are revenue.
claims-note-interest = Interest is revenue and contained in no amount of the claims.
claims-none = No claim and no interest has been assessed by the reporting day.
