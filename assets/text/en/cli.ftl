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
cli-backup-written = Verified backup: { $path }
cli-verified = Verified without findings: { $seq } entries.

# Wrong use
cli-date-wrong = “{ $entry }” is not a day of the form YYYY-MM-DD.
cli-date-missing = There is no { $entry } in the calendar.
cli-time-wrong = “{ $entry }” is neither a day nor an RFC 3339 time nor the number of an entry.
cli-time-unknown = Known-at { $entry } lies outside this ledger (no. 1 to { $last }).
cli-anchor-wrong = “{ $entry }” is not an anchor of the form SEQ:HASH.
cli-recipient-unknown = There is no recipient “{ $key }”. The command balance --by recipient lists all keys.
cli-person-unknown = No person “{ $person }” is enrolled.
cli-person-missing = The person who books is missing: give --as PERSON.
cli-year-unknown = This ledger has nothing for fiscal year { $year }.
cli-no-window = This build has no window. Please give a command; --help lists them all.
cli-output-not-written = { $path } was not written: { $reason }.
cli-folder-missing = There is no folder { $path }.

# Lines of the drafts file
draft-line = Line { $line }: { $sentence }
draft-not-json = Not readable as JSON: { $reason }.
draft-unknown-kind = There is no kind “{ $kind }”.
draft-body = The body does not fit the kind “{ $kind }”: { $reason }.
draft-field-missing = The field “{ $field }” is missing.
draft-field-wrong = The field “{ $field }” cannot be read: { $reason }.
draft-reference-unknown = The reference “{ $reference }” is neither an entry nor an earlier line.
draft-uid-wrong = “{ $uid }” is not a UUID.
draft-founding-first = The file { $path } does not exist yet; its first line must then found the programme.
draft-empty = The input has no line.
