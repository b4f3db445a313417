# Words of the case: application, procedure, next step, versions.

# List
case-requested = Applied for
case-requested-amount = applied for { $amount }
case-amounts = granted { $granted }, paid { $actual }, open { $open }
case-sentence = { $grant }, { $name }: { $amounts }, { $state }
# $count selects the plural, $n is the number as printed

# Financing plan
case-total = Total expenditure
case-third-party = Third-party funds
case-quota = Quota

# Next step
case-next = Next step: { $step }
case-next-documents = await the documents requested until { $day }
case-next-none = none, the application is done with
case-next-announced = await the announcement on { $day }
case-next-final = await finality from { $day } or a waiver of remedies
case-next-court = await the end of the challenge
case-next-draw = record the draw as soon as the recipient sends it
case-next-nothing = none, nothing waits
case-next-proof = proof of use until { $day }
case-next-last-draw = last draw of up to { $amount }
case-next-bound = the purpose binds until { $day }
case-next-archive = offer the file to the archive
case-day-unknown = (no date)

# Procedure
case-col-step = Step
case-col-result = Result
case-received-on = application of { $day }
case-until = until { $day }
case-no-double-funding = no double funding
case-double-funding = double funding not excluded
case-announced = { $day } { $manner }, counts as announced on { $counts }
case-finality = Finality
case-final-since = final since { $day }
case-final-from = final from { $day }
case-rules = Ancillary provisions
case-interim-proofs = with interim proofs
case-bound = Purpose binds for
case-bound-until = purpose binds until { $day }
case-urgent = Cannot wait because
case-ground = Legal ground of the claim

# Certifications, hand-over, reconciliation
case-sent-back = sent back afterwards
case-not-handed-over = not handed over to the cash office yet
case-reconciled = reconciled with the cash office
case-not-reconciled = not reconciled with the cash office yet
case-rebooked-from = from { $grant }, FY { $year }
case-set-off = set off against { $number }
case-revenue-of = revenue of { $year }, actual unchanged
case-lowers-actual = same-year repayment, lowers the actual

# Proof of use, claims, interest
case-proofs = Proofs of use
case-col-covers = Covers until
case-col-eligible = Expenditure
case-col-settled = Fixed
case-unchecked = not checked yet
case-checked-on = checked on { $day }
case-claims = Claims
case-interest = Interest
case-col-due = Due on
case-col-principal = On
case-col-span = Bears interest
case-open-of = open { $amount }

# Milestones
case-due-of = due line { $year }
case-milestone-blocks = “{ $name }” blocks payments of { $due } until it is reached: { $clause }
case-blocks = { $due }: blocks payments until it is reached ({ $clause })
case-blocked = { $due }: reached, blocks no longer ({ $clause })

# Indicators
case-indicators = Indicators
case-unit = Unit: { $unit }
case-a-unit = unit
case-col-per-unit = Actual per unit
case-col-source = Source
case-per-unit = { $amount } per { $unit }
case-per-unit-basis = actual of { $grants } on { $day }, reading { $date }
case-per-unit-note = Actual per unit: paid (actual) of the grants named at the as-of day, divided by the last reading, rounded once half up.

# Versions
case-difference = Difference between two versions
case-before = from
case-after = to
case-no-difference = No difference.
case-col-what = Item
case-col-before = Before
case-col-after = After
case-difference-sentence = { $what }: before { $before }, after { $after }
