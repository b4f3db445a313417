# Words of the recipient's statement and of report R1 for parliament.

# For both
report-subtitle = As of { $day } · known at entry no. { $number } of { $known } · all amounts in euros
report-sum = Total
report-granted = Granted
report-paid = Paid
report-open = Still open
report-milestones = Milestones
report-state = State
report-reached = reached, { $date }
report-forecast = forecast { $date }
report-list = { $before }, { $next }
report-decimal = { $whole }.{ $fraction }
# A note recorded in both languages: here the English one counts.
report-note = { $de ->
   *[any] { $en }
}

# Statement
statement-title = Statement of grants with confirmation of balance
statement-file-number = Our reference: { $grant }
statement-file-count = Our reference: { $count } grants, see below
statement-ags = AGS { $key }
statement-key = Key { $key }
statement-key-account = { $key } · IBAN ends in { $last }
statement-contact = Contact: { $contact }
statement-no-grants = Until the as-of day no grant was made and nothing was paid.
statement-grants = Overview of grants
statement-grant = { $grant } · { $purpose }
statement-split = investment / current
statement-split-amounts = { $investive } / { $consumptive }
statement-not-amended = { $day }, not amended
statement-amended = { $day }, amended { $amended }
statement-financing = Financing
statement-eligible = Eligible
statement-own-share = Own share
statement-beneficiaries = Beneficiaries
statement-payments = Payments
statement-payments-caption = Payments, returns and repayments of { $grant }
statement-column-number = No.
# Fiscal year of the state
statement-column-year = Year
statement-column-ordered = Ordered
statement-column-paid = Paid on
statement-column-class = Kind
statement-column-text = Payment text
statement-column-running = Running total
statement-return = Return of no. { $number }
statement-repayment = Same-year repayment of no. { $number }
statement-payments-sum = Total of payments
statement-payments-net = Total less returns and repayments
statement-no-payments = Until the as-of day nothing was paid.
statement-due = Granted, paid and still to be drawn, by fiscal year of the state
statement-due-caption = Due lines of { $grant }
statement-title-class = { $title } { $class }
statement-column-claimed = of which reclaimed
statement-column-in-progress = Drawn, not yet paid
statement-column-drawable = Still to be drawn
statement-versions = Notice and amendments
statement-versions-caption = Notice and amendments of { $grant }
statement-increased = Increase
statement-reduced = Reduction
statement-reclaimed = Reduction with claim
statement-column-day = Date
statement-column-event = Event
statement-column-reason = Reason
statement-column-change = Change
statement-column-in-force = Granted afterwards
statement-claims = Claims
statement-claims-caption = Open claims of { $grant }
statement-no-claims = none open
statement-claim-open = { $amount } open
statement-column-claim = Claimed
statement-column-claim-open = Still open
statement-milestones-caption = Milestones of { $grant }
statement-slip = Confirmation of balance – please return by ____________ to: { $authority }
statement-slip-agree = { $recipient } ({ $key }), as of { $day }: The payments received until the as-of day, less repayments, of { $amount } euros agree with our books.
statement-slip-object = They do not agree, because:
statement-slip-place = Place, date
statement-slip-signature = Signature, cash office

# Report R1 for parliament: the programme by title
programme-title = Grants and outflow of funds, fiscal year { $year }
programme-ceiling = Programme volume
programme-granted = Granted, { $share } of the volume
programme-paid = Paid (actual), { $share } of the volume
programme-open = Granted, still open
programme-not-paid = Not yet paid
programme-available = Available from { $year } on
programme-rest-open = Carry-over or lapse open, from { $year }
programme-paid-of-granted = Paid of the amount granted
programme-titles = Grants and outflow by title, fiscal year { $year }
programme-column-title = Chapter/title
programme-column-name = Purpose, guideline
programme-column-appropriated = Appro­priation
programme-column-rest = Carry-overs charged to it
programme-column-new = Newly granted
programme-column-authority = Granted under earlier authority
programme-column-granted = Granted, due in the year
programme-column-outflow = Outflow
programme-column-blocked = Blocked
programme-column-share = Share of appro­priation
programme-title-name = { $name }, { $guideline }
programme-group = { $chapter } TG { $group }
programme-group-sum = Total of the title group
programme-note-rest = Of { $year }, { $amount } euros are not spent; whether they are carried over or lapse is open.
programme-note-rest-added = Remainders: { $amount } euros carried over with cover of their own come on top of the appropriation { $year }, not at its cost.
programme-note-no-rest = Carry-overs: none has been formed.
programme-note-columns = Granted under earlier authority: due lines of this year under notices of earlier years (commitment authority). Outflow: paid, less returns and repayments within the open fiscal year.
programme-source = Source of all figures: ledger of the granting authority, entries no. 1 to { $number }. Signs: – not applicable.
programme-years = Where the money of each fiscal year is
programme-years-caption = Appropriation and where it is, by fiscal year
programme-column-year = Fiscal year
programme-column-rest-open = carry-over or lapse open
programme-note-identity = Check: in every row the appropriation is the sum of all amounts to its right. What is left of past years can no longer be granted (last column; blank in the bars).
programme-bars = Where the money of each fiscal year is, as stacked bars; the figures stand in the table.
programme-calendar = Paid by calendar year of the booking day (for information)
programme-calendar-year = In the calendar year { $year }
programme-note-calendar = A payment belongs to the fiscal year of its order, even when the cash office books it in January of the next year.
programme-recipients = Recipients
programme-recipients-caption = Granted, paid and still open, by recipient
programme-column-grants = Grants
programme-column-paid-share = Share of amount paid
programme-note-beneficiaries = Beneficiaries receive no money themselves and therefore have no row.
programme-milestones-caption = Milestones of the programme on the as-of day
programme-column-owner = Recipient
programme-outside = { $name } (goal outside the programme)
programme-indicators = Indicators
programme-column-reading = Last reading
programme-reading = { $value } ({ $date })
programme-notes = Notes

# Head of the file for another accounting tool (export)
accounting-times = As of { $day }, known at no. { $seq } ({ $time })
accounting-head = Anchor { $seq }:{ $hash }
accounting-accounts = Accounts: stage:title:fiscal year, for commitment authority the due year, then the file number; where money comes from is negative.
accounting-numbers = In brackets stands the number of the entry. The numbers have gaps: what moves no amount stands only in the journal of the ledger.
