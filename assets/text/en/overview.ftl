# Words of the overview: links, outflow, tile map, what is urgent.

overview-behind = { $what } { $whose }: { $amount }, shows what is behind it
overview-part = Bar, { $what } { $whose }: { $amount }, shows what is behind it
overview-all-recipients = { $count ->
    [one] { $n } recipient with a grant
   *[other] All { $n } recipients with a grant
}
overview-all-milestones = { $count ->
    [one] { $n } milestone
   *[other] All { $n } milestones
}
overview-all-deadlines = { $count ->
    [one] Show { $n } deadline
   *[other] Show all { $n } under “Deadlines”
}

# Outflow
overview-outflow = Outflow, cumulative
overview-outflow-empty = No appropriation yet. Once one is voted, the outflow stands here against the plan.
overview-as-table = As a table
overview-as-diagram = As a diagram
overview-plan = Appropriation, spread evenly
overview-actual = Paid out (actual)
overview-forecast = Forecast from due lines
overview-until = Until
overview-paid-by-now = { $amount } paid out
overview-below-plan = Paid out by { $day }: { $actual }; spread evenly it would be { $planned }, { $gap } more.
overview-above-plan = Paid out by { $day }: { $actual }; spread evenly it would be { $planned }, { $gap } less.
overview-forecast-note = Forecast: { $amount } are still open and spread evenly over the quarters of the year they fall due in.

# Tile map
overview-map = Counties and independent cities, in € thousand
overview-map-name = Map of { $count } counties and independent cities: { $measure }. Arrow keys go to the neighbour, Enter shows what is behind it.
overview-measure = What the map shows
overview-measure-granted = granted
overview-measure-actual = paid out
overview-measure-open = still open
overview-measure-applied = applied for, not decided
overview-measure-reclaimed = reclaimed, not repaid
overview-applied = pending
overview-class-none = nothing
overview-class-until = up to { $amount }
overview-class-above = above { $amount }
overview-map-rest = { $count ->
    [0] Everything has a tile: { $total } in total.
    [one] Without a tile: { $rest } ({ $n } recipient outside the counties)
   *[other] Without a tile: { $rest } ({ $n } recipients outside the counties)
}
overview-map-sum = Tiles { $tiles }, total { $total }.
overview-map-territory = Territory on the as-of day: { $count } counties and independent cities; municipalities count with their county.

# What is urgent
overview-attention = Deadlines and lapse
overview-late = { $count ->
    [0] Overdue: nothing
    [one] Overdue: { $n } deadline
   *[other] Overdue: { $n } deadlines
}
overview-authority-lapse = Lapse of authority
overview-none-late = Everything is on schedule.
overview-authority = { $amount } of commitment authority
overview-money-and = { $money } and { $authority }
overview-lapses = { $count ->
    [0] Lapses if nothing happens: nothing
    [one] Lapses if nothing happens: { $amount }
   *[other] Lapses if nothing happens: { $n } items, together { $amount }
}
overview-none-lapses = Nothing lapses at the next end of a year.
overview-since = waiting { $days }
overview-late-since = { $days } late

# What waits for me
overview-inbox = What waits for me
overview-inbox-empty = { $count ->
    [0] Nothing waits: all steps are taken.
    [one] Nothing waits for { $person }; { $n } step waits for others.
   *[other] Nothing waits for { $person }; { $n } steps wait for others.
}
overview-inbox-more = { $count ->
    [one] and { $n } more step
   *[other] and { $n } more steps
}
overview-due = due { $day }
overview-inbox-all = To the work list
overview-take = Take the step …

# Indicators
overview-target = Target
overview-reached = { $share } of the way
