# Words of the screens "Budget" and "Deadlines".

screen-budget = Budget
screen-deadlines = Deadlines

# Titles
budget-title-parts = Plan { $plan } · chapter { $chapter } · title group { $group } · title { $title }
budget-fiscal-year = Fiscal year { $year }

# Cards
budget-rows = Titles and fiscal years, in euros
budget-no-rows = No appropriation is voted yet. The budget begins with “Book appropriation …”.
budget-years = State of the fiscal years and what is committed ahead, in euros
budget-authority = Commitment authority, in euros
budget-versions = Versions of the budget: draft, appropriation, supplement, in euros
budget-no-authority = No commitment authority is voted.

# Columns
budget-col-appropriation = Appropriation
budget-col-supplement = Supplement
budget-col-exceeded = Beyond budget
budget-col-cover = Cover
budget-col-carried-in = Brought forward
budget-col-charged = Carry-over charged
budget-col-blocked = Blocked
budget-col-open = Still open
budget-col-actual = Paid
budget-col-carried-out = Carried over
budget-col-lapsed = Lapsed
budget-col-past = Carry-over undecided
budget-col-hint = Note
budget-col-prebound = Committed ahead
budget-col-prebound-of = By commitment authority
budget-col-budget-year = Fiscal year
budget-col-due-year = Due year
budget-col-ve-voted = Voted
budget-col-ve-used = Used
budget-col-ve-freed = Freed after its year
budget-col-ve-to-lapse = Lapse to be booked
budget-col-ve-free = Free
budget-col-law = Law or draft
budget-col-voted = Voted after
budget-col-move = From → to

# Rows and sentences
budget-sum-of = Total { $year }
budget-available = Available
budget-available-of = available { $amount }
budget-rest-open = Carry-over undecided
budget-rest-open-of = carry-over or lapse undecided { $amount }
budget-short = Shortfall
budget-short-of = shortfall { $amount }
budget-short-note = Shortfall of { $title } in the fiscal year { $year }: { $amount } are committed or blocked without money behind them. It is not set off against what is free elsewhere.
budget-past-note = from { $year }: { $amount }, carry-over or lapse undecided; no longer to be granted
budget-replaced-note = Lapsed contains { $amount } that are replaced by a carry-over charged to the next year and not booked as lapsed.
budget-identity = Each row adds up: appropriation + supplement + beyond budget + cover (received − given) + brought forward = blocked + paid (actual) + still open + carried over + lapsed + available. Carry-overs charged to the appropriation are shown for information. Columns without amounts are left out where room is short; in the grand total carry-overs that stay in the programme cancel out.
budget-prebound = committed ahead { $amount }
budget-prebound-of = authority of { $year }: { $amount }
budget-prebound-note = Committed ahead: what earlier fiscal years have committed of later ones by commitment authority; it is part of what is granted in that year already.
budget-authority-of = { $title }, authority of { $from }, due { $due }
budget-authority-note = Commitment authority that is not used lapses at the end of its fiscal year.
budget-authority-freed = Lapsed contains { $amount } that were freed only after their fiscal year and are not booked as lapsed.

# State of a fiscal year
budget-state-unvoted = not voted yet
budget-state-drafted = draft
budget-state-provisional = provisional budget management since { $day }
budget-state-provisional-until = provisional budget management from { $day } to { $until }
budget-state-open = books open
budget-state-closed = books closed since { $day }
budget-state-settled = settled on { $day }

# Arithmetic and bookings
budget-arithmetic = How the available amount comes about
budget-entries = Bookings
budget-unvoted-note = Nothing is voted for this year yet: only commitment authority allows grants.
budget-unknown = Nothing stands here at this as-of day. Please choose another day above.

# Deadlines
deadlines-overdue = Overdue
deadlines-near = Overdue and next 90 days
deadlines-all = All
deadlines-what = Deadline
deadlines-none = No deadline in this selection.
deadlines-days = { $count ->
    [one] { $n } day
   *[other] { $n } days
}
deadlines-over-since = ended { $days } ago
deadlines-now = on the as-of day
deadlines-in = in { $days }
deadlines-count = { $count ->
    [one] { $n } deadline
   *[other] { $n } deadlines
}
deadlines-late = overdue: { $n }
