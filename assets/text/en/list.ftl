# Lists: filters, selection, sums, saving.

list-rows = Rows
list-row = Row { $row } of { $rows }, { $words }
list-sorted-up = { $column }, sorted ascending
list-sorted-down = { $column }, sorted descending
list-filter-of = Filter: { $column }
list-filter-remove = Remove filter
list-filter-done = Done
list-width-of = Width of column { $column }
list-field-contains = contains
list-field-from = from
list-field-to = to
list-contains = contains “{ $words }”
list-not-understood = “{ $typed }”: { $why }
list-between = { $from } to { $to }
list-from = from { $from }
list-to = up to { $to }
list-clear = Remove all filters
list-remove-filter = { $filter }, remove filter
list-only-value = Filter by this value: { $value }
list-some-rows = { $shown } of { $all } rows
list-empty-cell = empty cell
list-copy = Copy selection
list-select-all = Select all
list-none-selected = 0 marked
list-selected = { $count ->
    [one] 1 marked
   *[other] { $n } marked
}
list-save = Save list …
list-file-kind = Table (CSV)
list-saved = List saved: { $path }
list-saving = Saving the list: { $percent } %
list-save-stopped = Stopped; nothing was saved and nothing copied.
list-gathering-copy = Copying rows: { $percent }%
list-gathering-save = Gathering rows: { $percent }%
list-stop = Stop saving
list-stop-copy = Stop copying
list-cases-order = pending applications first, then by recipient
list-cases = { $count ->
    [one] 1 case
   *[other] { $n } cases
}
list-milestones = { $count ->
    [one] 1 milestone
   *[other] { $n } milestones
}
list-col-type = Type
list-year = Fiscal year
list-stage = Stage
list-case = Case

# What is behind a figure of the overview
narrow-granted = with a notice
narrow-undecided = not decided yet
narrow-county = County
narrow-without-tile = without a tile
narrow-lapses = lapses if nothing happens
