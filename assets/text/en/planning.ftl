# Words of planning: carry-overs, needs, commitment authority, forecast.

screen-planning = Planning
planning-empty = No appropriation yet. Titles and appropriations are recorded under “Budget”; then this page says what is to be planned.

# Missing cover
planning-covered = Everything is covered: no shortfall, nothing bound above the draft.
planning-short = Shortfall of { $amount } on { $title } in fiscal year { $year }: more is committed or blocked than there is.
planning-above-draft = Bound above the draft on { $title } in fiscal year { $year }: { $amount } are committed that the draft does not provide for.
planning-to-budget = Show { $title } in the budget
planning-move-cover = Cover from { $title }, { $amount } free there …

# Carry-overs
planning-rests = Carry-overs to decide on
planning-no-rests = No carry-over waits for a decision: all past years are empty.
planning-rests-sum = Without a decision { $lapses } lapse; { $bound } are committed and not drawn.
planning-unbound = uncommitted
planning-blocked = blocked
planning-bound = committed, not drawn
planning-carried = carried over with money of its own
planning-charged = charged to the next appropriation
planning-lapsed = lapsed
planning-lapse-booked = booked as lapsed
planning-not-over = Fiscal year { $year } is still running: carry-overs are decided on from 31 December.
planning-form-additional = Form additional carry-over …
planning-form-charged = Form carry-over charged to the appropriation …
planning-lapse = Book lapse …
planning-lapse-blocked = Book lapse of what is blocked …
planning-bound-of = { $grant }: { $amount } granted, not drawn
planning-form-bound = Form committed carry-over, { $grant } …
planning-decided = Decided already

# Needs
planning-needs = Needs from the fiscal year of the as-of day on, in euros
planning-no-needs = Nothing is voted and nothing committed for this and coming years.
planning-due = Granted
planning-of-it-actual = Paid
planning-of-it-drawn = To be paid
planning-of-it-undrawn = Can be drawn
planning-applications = { $count ->
    [0] No application is still to be decided.
    [one] { $n } application not decided: { $amount } applied for
   *[other] { $n } applications not decided: { $amount } applied for
}
planning-needs-note = Applications name no fiscal year and are part of no sum. While nothing is voted, the draft stands as appropriation.

# Commitment authority
planning-authority = Commitment authority by fiscal year and due year, in euros
planning-authority-to-lapse = To be booked as lapsed: { $amount }. { $why }
planning-lapse-authority = Book lapse: authority { $from } for { $due }, { $title }, { $amount } …

# Forecast
planning-forecast = Outflow by quarter: forecast from due lines, in euros
planning-no-forecast = Nothing is granted and still open: no outflow to expect.
planning-quarter = Quarter
planning-expected = Forecast
planning-cumulative = Actual and forecast, cumulative
planning-forecast-note = A forecast, no booking: due lines name a fiscal year only. What is open of them is spread evenly over the quarters that are left of the year; what past years left open stands in the next quarter.
