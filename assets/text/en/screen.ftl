# Words of the screens.

screen-overview = Overview
screen-grants = Grants
screen-all-grants = All grants
screen-recipients = Recipients
screen-milestones = Milestones
screen-journal = Journal
screen-filter = Search …
screen-print-programme = Programme report …
screen-print-statement = Statement of grants …
screen-to-account = Account of the recipient

# Overview
screen-overview-empty = No appropriations yet. Titles are registered and appropriations recorded under “Book …” at the top left.
screen-volume = Appropriations { $span }
screen-volume-note = programme volume { $ceiling }
screen-granted = Granted
screen-requested = Requested
screen-ordered = Ordered
screen-actual = Paid (actual)
screen-actual-note = { $share } of the appropriations
screen-open = Still open
screen-open-note = of which { $later } after { $year }
screen-available-from = Available from { $year }
screen-available-note = can still be granted
screen-left-open = plus { $amount } from { $years }: carry-over or lapse undecided
screen-eligible = Eligible expenditure
screen-own-share = Own share
screen-own-share-of-it = Own share thereof
screen-years = Fiscal years, in euros
screen-year = Year
screen-past-note = From { $year }: { $amount }, carry-over or lapse undecided, no longer to be granted
screen-short-note = Shortfall { $year }: { $amount } are committed or blocked without money behind them; it is not set off against what is free
screen-prebound-note = { $year }: { $amount } committed ahead by commitment authority, budget not voted yet
screen-left-short = shortfall { $amount }, not set off
screen-besides-note = Appropriation without carry-overs, cover, blocks and lapses; the budget screen has them by title.
screen-col-besides = Carry-overs, cover …
screen-year-over-sentence = { $name }: appropriation { $appropriated }, paid { $actual }, still open { $open }, carry-over or lapse undecided { $available }
screen-year-sentence = { $name }: appropriation { $appropriated }, paid { $actual }, still open { $open }, available { $available }
screen-recipients-by-amount = Recipients by amount, in euros
screen-recipient-sentence = { $name }: granted { $granted }, paid { $actual }, still open { $open }
screen-milestones-next = Milestones: late and next
screen-programme-level = State
screen-digitalization = Digitalization
bar-actual = paid
bar-ordered = ordered
bar-requested = requested
bar-committed = committed
bar-blocked = blocked
bar-available = available
bar-over = carry-over or lapse undecided

# Columns
screen-col-appropriated = Appropriation
screen-col-granted = Granted
screen-col-requested = Requested
screen-col-ordered = Ordered
screen-col-actual = Paid
screen-col-open = Still open
screen-col-committed = Can be drawn
screen-col-available = Available
screen-col-amount = Amount
screen-col-running = Sum
screen-col-change = Change
screen-col-recipient = Recipient
screen-col-milestone = Milestone
screen-col-state = State
screen-col-date = Date
screen-col-reading = Reading
screen-col-as-at = As at
screen-col-number = No.
screen-col-day = Day
screen-col-effective = Effective
screen-col-kind = Kind of entry
screen-col-object = Object
screen-col-whose = Recipient, object
screen-col-file = File number
screen-col-key = Key
screen-col-reason = Reason
screen-col-reference = Reference
screen-col-login = Login
screen-col-iban = IBAN

# Grants
screen-no-grants = No grant yet. “Record application …” begins the first.
screen-no-match = Nothing found. A shorter word finds more.
screen-grant-unknown = On this as-of day the grant does not exist yet. Please choose a later one at the top.
screen-line-sentence = Due line { $year }: granted { $granted }, paid { $actual }, can be drawn { $open }
screen-notice-of = Notice of { $day }
screen-period-until = approved until { $day }
screen-state-ordered = waits for the payment
screen-state-arithmetic = waits for the arithmetic certification
screen-state-factual = waits for the factual certification
screen-state-requested = waits for the order
screen-state-paid = paid in full
screen-moves = Draws, orders and payments
screen-no-moves = Nothing drawn yet. “Record draw …” begins the first payment.
screen-versions = Notices and amendments
screen-grant-no-milestones = No milestone is planned for this grant. “Plan milestone …” adds the first one.

# Recipients
screen-recipients-empty = No recipient found. “Register recipient …” adds one.
screen-recipient-unknown = On this as-of day the recipient does not exist. Please choose another one at the top.
screen-recipient-no-grants = This recipient has no grant on the as-of day.
screen-valid-until = territory until { $day }
screen-account = Account: what the bank statement shows
screen-account-empty = Nothing paid yet.
screen-account-sum = Balance
screen-account-usable = confirmed
screen-account-unusable = not confirmed

# Milestones
screen-no-milestones = No milestone planned.
screen-milestones-line = Timeline
screen-milestones-list = List
screen-milestones-legend = Dashed: plan. Pale: forecast, thin below it earlier ones. Full: reached. A point is a day; otherwise the length shows how exactly a date is known.
screen-milestone-reached-at = reached { $date }
screen-milestone-forecast-at = forecast { $date }
screen-milestone-planned-at = plan { $date }
screen-milestone-undated = without date
screen-half-1 = H1 { $year }
screen-half-2 = H2 { $year }

# Journal
screen-journal-empty = Nothing found. A shorter word finds more.
screen-reversed-by = corrected by { $number }
screen-body = Content as stored
