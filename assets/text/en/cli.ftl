# Words of the command line: output and errors; the options themselves stay English.

cli-balance-title = Balance of { $programme }
cli-balance-times = As of { $day }, known at no. { $seq } ({ $time })
cli-column-key = Key
cli-column-name = Name
cli-total = Total
cli-without-key = none
cli-booked = { $count ->
    [one] { $n } entry booked, head no. { $seq }.
   *[other] { $n } entries booked, head no. { $seq }.
}
cli-nothing-booked = Nothing was booked.
cli-sample-written = Sample written: { $path }
cli-written = Written: { $path }
cli-statements-written = { $count ->
    [one] { $n } statement written to { $path }
   *[other] { $n } statements written to { $path }
}

# Wrong use
cli-date-wrong = “{ $entry }” is not a day of the form YYYY-MM-DD.
cli-date-missing = There is no { $entry } in the calendar.
cli-time-wrong = “{ $entry }” is neither a day nor an RFC 3339 time nor the number of an entry.
cli-time-unknown = Known-at { $entry } lies outside this ledger (no. 1 to { $last }).
cli-recipient-unknown = There is no recipient “{ $key }”. Registered are: { $keys }.
cli-person-unknown = No person “{ $person }” is enrolled.
cli-year-unknown = This ledger has nothing for fiscal year { $year }.
cli-ending = The ending of { $path } must say what to write: .pdf, .xlsx or .csv.

# Lines of the drafts file
draft-line = Line { $line }: { $sentence }
draft-not-json = Not readable as JSON: { $reason }.
draft-unknown-kind = There is no kind “{ $kind }”.
draft-body = The body does not fit the kind “{ $kind }”: { $reason }.
draft-reference-unknown = The reference “{ $reference }” is neither an entry nor an earlier line.
draft-uid-wrong = “{ $uid }” is not a UUID.
draft-founding-first = The file { $path } does not exist yet; its first line must then found the programme.
draft-empty = The input has no line.

# Window, journal, further words
cli-no-display = There is no display for a window.
cli-no-window = The window cannot be opened: { $reason }.
cli-without-window = These commands need no window: sample, balance, deadlines, journal, book, statement, report, export, verify; --help explains them.
cli-glyph-missing = The character { $character } is missing in the typeface; the paper was not written.
cli-reversed-by = corrected by { $seq }
cli-column-appropriated = Appropriation
cli-column-granted = Granted
cli-column-actual = Paid (actual)
cli-column-open = Still open
cli-column-blocked = Blocked
cli-column-available = Available
cli-csv-number = No.
cli-csv-recorded = Recorded
cli-csv-effective = Effective
cli-csv-kind = Event
cli-csv-recipient = Key
cli-csv-name = Recipient
cli-csv-object = Object
cli-csv-amount = Amount in euros
cli-csv-voucher = Voucher
cli-csv-reference = Reference
cli-csv-reversed-by = Corrected by
cli-csv-person = Person
cli-csv-login = Login
cli-csv-hash = Hash

# Wrong use
cli-use-unknown-argument = “{ $argument }” is no argument of this command. --help lists all.
cli-use-unknown-command = “{ $command }” is no command. --help lists all.
cli-use-missing-argument = Missing: { $argument }. --help explains the command.
cli-use-conflict = “{ $argument }” does not go with the other arguments. --help explains the command.
cli-use-missing-value = “{ $argument }” lacks its value. --help explains the command.
cli-use-wrong-value = “{ $value }” does not fit “{ $argument }”. --help says what is possible.
cli-use-other = These arguments cannot be understood. --help explains the commands.
