# Lists in the clipboard, hints at figures that are not the latest.

status-copying = Reading rows: { $percent }%
# $count chooses the form, $n is the printed number
status-copied = { $count ->
    [one] { $n } row copied
   *[other] { $n } rows copied
}
status-stale = Being read anew …
status-opening-runs = The extract is being verified
status-copy-runs = The copy is being written
status-list-saves = The list is being saved
status-list-reads = Rows are being read
status-most = { $count ->
    [one] { $n } marked row is booked.
   *[other] The first { $n } marked rows are booked at once; then the next ones.
}
