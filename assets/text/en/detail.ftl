# Words of the page of a grant.

# Parts and marks
detail-plan = Financing plan
detail-proofs = Proofs, claims, interest
detail-procedure = Procedure and deadlines
detail-around = Beneficiaries, earmarking, bank account
detail-entries = Journal of the case
detail-mark-plan = Financing
detail-mark-due = Due lines
detail-mark-draws = Draws
detail-mark-milestones = Milestones
detail-mark-proofs = Proofs
detail-mark-versions = Notices
detail-mark-procedure = Procedure
detail-mark-around = Further details
detail-mark-entries = Journal
detail-mark-hint = { $title } (Alt+{ $number })

# Financing plan
detail-plan-position = Item
detail-plan-application = Application
detail-plan-first = First notice
detail-plan-now = In force
detail-plan-share = Share
detail-plan-not-eligible = Expenditure that is not eligible
detail-plan-grant = Grant
detail-plan-financed = Financing in all
detail-plan-empty = No financing plan yet. It comes with the application or the notice.
detail-balances = balances
detail-differs = does not balance
detail-check-application = Application: expenditure and financing balance.
detail-check-application-gap = Application: { $amount } of the total expenditure is not financed.
detail-check-own = Grant, third-party funds and own share ({ $amount }) cover the eligible expenditure.
detail-check-own-negative = Grant and third-party funds exceed the eligible expenditure by { $amount }.
detail-check-lines = The due lines add up to the grant: { $amount }.
detail-check-lines-gap = Due lines and grant differ by { $amount }.
detail-check-highest = The grant keeps to the highest amount: { $amount }.
detail-check-highest-above = The grant exceeds the highest amount of { $amount }.

# Due lines
detail-authority-of = authority { $year }

# Draws and payments
detail-draw = Draw { $number }
detail-draw-open = to certify
detail-draw-attested = to order
detail-draw-ordered = to pay
detail-draw-paid = paid
detail-draw-ended = done
detail-for-milestone = for milestone “{ $name }”
detail-actual-of = paid { $amount }
# $count chooses the form, $n is the printed number
detail-draws-count = { $count ->
    [one] { $n } draw
   *[other] { $n } draws
}

# Milestones
detail-stichtag = As of { $day }
detail-forecasts = Forecasts over time
detail-reported-on = Reported
detail-forecast-before = before that { $date } (reported { $day })
detail-overdue-days = { $count ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
}
detail-due-in-days = { $count ->
    [one] in { $n } day
   *[other] in { $n } days
}
detail-days-after-plan = { $count ->
    [one] { $n } day after the plan
   *[other] { $n } days after the plan
}
detail-months-after-plan = { $count ->
    [one] { $n } month after the plan
   *[other] { $n } months after the plan
}
detail-milestones-all = { $count ->
    [one] { $n } milestone
   *[other] { $n } milestones
}
detail-milestones-reached = { $n } reached
detail-milestones-late = { $n } overdue

# Proofs
detail-proofs-due = Due
detail-no-proofs = No proof is due yet. With the first payment this says by when the proof of use is to be handed in.
detail-settled-of = fixed { $amount }
detail-claimed-of = reclaimed, open { $amount }
detail-overdue-count = { $n } overdue

# Versions
detail-one-version = The first notice is in force unchanged. Changes will be shown here with what they differ in.
detail-versions-count = { $count ->
    [one] { $n } version
   *[other] { $n } versions
}

# Further details
detail-no-beneficiary = No other municipality is named as benefiting.
detail-beneficiaries-count = { $count ->
    [0] no other beneficiaries
    [one] { $n } benefiting municipality
   *[other] { $n } benefiting municipalities
}
detail-bound = Earmarking
detail-bound-running = The purpose binds until { $day }.
detail-bound-over = The purpose was bound until { $day }.
detail-bound-years = { $years } from the closing of the case; the day will be shown here once the case is closed.
detail-bound-none = The notice names no period of earmarking.
detail-no-account = No bank account recorded. Without a confirmed bank account nothing is paid.
detail-recorded = Recorded
detail-confirmed = Confirmed
detail-not-confirmed = not yet
detail-account-usable = bank account confirmed
detail-account-missing = no confirmed bank account
detail-cash-reference = Cash reference { $reference }

# Journal of the case
detail-last-entry = last { $moment }

# Indicators
indicator-none = No indicator is defined yet. “Define indicator …” adds the first one.
indicator-no-reading = No reading yet. “Record reading …” adds the first one.
indicator-chart = Course of the readings: { $readings }

# Whose turn it is
detail-waits-for = waits for { $role } ({ $persons })
detail-waits-for-role = waits for { $role }
detail-first = needed first: { $what }
detail-first-account = a confirmed bank account – to be recorded by { $record }, and confirmed by another person: { $confirm }
detail-first-milestone = reaching milestone { $key }
detail-first-announcement = announcement of the notice
detail-first-final = finality on { $day }
detail-first-court = end of the court case
detail-first-open = the case is closed
detail-first-double = exclusion of double funding
detail-first-start = check of the early start
