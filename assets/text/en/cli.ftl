# Words of the command line: output and errors; the options themselves stay English.

cli-balance-title = Balance of { $programme }
cli-balance-times = As of { $day }, ledger as at entry { $seq } ({ $time })
cli-column-key = Key
cli-column-name = Name
cli-total = Total
cli-without-key = none
cli-booked = { $count ->
    [one] { $n } entry booked, last no. { $seq }.
   *[other] { $n } entries booked, last no. { $seq }.
}
cli-answer-lost = The command was carried out, but its answer could not be written: { $reason }. Please look before you repeat it.
cli-nothing-booked = Nothing was booked.
cli-sample-written = Sample written: { $path }
cli-written = Written: { $path }
cli-backup-written = Verified copy with entries up to no. { $number }: { $path }
cli-no-folder = { $path } is no folder. Nothing was written; please name a folder.
cli-drill-failed = Drill failed: { $path }
cli-drill-advice = Please write a new backup with “foerderbuch backup FILE” and keep the old one.
cli-findings-advice = The file was not changed. Please restore the last verified backup (“foerderbuch restore BACKUP --over FILE --as PERSON”); this file is only laid aside then.
cli-seen-lost = { $path } is not in the state that was last seen on this computer: { $number } with the hash { $start } is missing or reads otherwise, the file ends with { $last }. Perhaps an older copy was put back, or the end was cut off. Nothing was changed; please find the right file. If this state is to count: “foerderbuch verify FILE --accept”.
cli-seen-apart = { $path } has been continued separately from { $other }: { $number }, last seen there, is missing here or reads differently. Nothing was changed; please decide which of the two files counts. If this state is to count: “foerderbuch verify FILE --accept”.
cli-seen-elsewhere = { $path } is an older state, up to { $last }; { $number } was last seen in { $other }. Nothing was changed; please book there. If this state is to count: “foerderbuch verify FILE --accept”.
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
cli-recipient-later = The recipient { $key } ({ $name }) is not registered on { $day } yet. Please give a later as-of day.
cli-recipient-none = There is no recipient { $key }; the ledger has no recipients yet.
cli-person-unknown = No person “{ $person }” is enrolled.
cli-year-unknown = This ledger has nothing for fiscal year { $year }.
cli-ending = The ending of { $path } must say what to write: .pdf, .xlsx or .csv.

# Lines of the drafts file
draft-line = Line { $line }: { $sentence }
draft-not-json = Not readable as JSON: { $reason }.
json-end = something is missing after character { $column }
json-syntax = not valid from character { $column } on
json-missing = The field “{ $name }” is missing
json-twice = The field “{ $name }” stands there twice
json-unknown = There is no field “{ $name }” here
json-unknown-of = There is no field “{ $name }” here; possible: { $others }
json-variant = There is no value “{ $name }” here
json-variant-of = There is no value “{ $name }” here; possible: { $others }
json-field = Field “{ $name }”: { $why }
json-type = { $given } stands where { $wanted } belongs
json-range = { $given } is too small or too large here
json-no-day = no day of the form YYYY-MM-DD
json-text = a text in quotation marks
json-word = a word in quotation marks
json-boolean = true or false
json-number = a whole number
json-decimal = a number in quotation marks, such as "12.5",
json-day = a day in quotation marks, such as "2020-12-31",
json-list = a list in square brackets
json-object = an object in curly brackets
draft-wrong = The line is no entry like this: { $reason }.
draft-unknown-kind = There is no kind “{ $kind }”.
draft-body = The body does not fit the kind “{ $kind }”: { $reason }.
draft-reference-unknown = The reference “{ $reference }” is neither an entry nor an earlier line.
draft-uid-wrong = “{ $uid }” is not a UUID.
draft-founding-first = The file { $path } does not exist yet; its first line must then found the programme.
draft-empty = The input has no line.

# Window, journal, further words
cli-no-display = There is no display for a window.
cli-no-window = The window cannot be opened: { $reason }.
cli-without-window = These commands need no window: { $commands }; --help explains them.
cli-format-ending = { $path } has another ending than the form asked for ({ $form }). Please change one of them.
cli-csv-alone = The option --csv is for CSV files alone, and { $path } is none.
cli-unit-exact = This document gives every amount exactly; --unit teur is for the reports R1, R2, R3, R5, R6 and R7 only.
cli-unit-none = R4 gives no sums: --unit teur has no effect.
cli-issued-unwritten = The document is issued (entry no. { $number }), but the file could not be written: { $reason } This gets the document: issued --number { $number } --out PATH
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
cli-use-number = a whole number
cli-use-range = from { $range }
cli-use-wrong-value = “{ $value }” does not fit “{ $argument }”. --help says what is possible.
cli-use-other = These arguments cannot be understood. --help explains the commands.

# Issued documents and their check
cli-issue-pdf = Only a PDF is issued; tables (.xlsx, .csv) are working material.
cli-statement-issued = { $recipient }: issued, entry no. { $number }
cli-statement-failed = { $recipient }: { $reason }
cli-issued = Issued: entry no. { $number }
cli-issued-again = This document was issued already on { $day } by { $issuer } (entry no. { $before }, known up to no. { $known }). Now it is issued once more: both stand in the register; if only one of them holds, the other is to be taken back by a correction (reversed).
cli-issued-none = No document has been issued.
cli-issued-unknown = The ledger keeps no document with entry no. { $number }. Without --number all are listed.
cli-issued-basis = as of { $day }, known up to no. { $known }
cli-check-no-pdf = { $path } is no PDF.
cli-check-large = { $path } has more than { $most } MB: no document from Förderbuch is that large. It was not read.
cli-check-foreign = { $path } is not a document from Förderbuch, or it lacks what would identify it.
cli-check-issued = Genuine: byte for byte the document that was issued on { $day } (entry no. { $number }).
cli-check-copy = Genuine: byte for byte the copy that this ledger makes; not issued.
cli-check-current = The ledger knows no further entry since but issues of documents.
cli-check-older = { $count ->
    [one] The document is older than the ledger: it knows entries up to no. { $known }, { $n } has come since, not counting issues of documents.
   *[other] The document is older than the ledger: it knows entries up to no. { $known }, { $n } have come since, not counting issues of documents (up to no. { $last }).
}
cli-check-ledger-older = Cannot be checked: the document knows entries up to no. { $known }, the ledger ends with no. { $last }. Please take the newer ledger.
cli-check-other-programme = Cannot be checked: the document belongs to the programme “{ $paper }”, this ledger keeps “{ $own }”. Please take the ledger of that programme.
cli-check-other-ledger = Not genuine: entry no. { $known } has another hash in this ledger. The document comes from another programme, or one of the two was altered.
cli-check-corrected = No longer valid: the document was issued by entry no. { $number }; that issue was reversed by no. { $correction }, which says why.
cli-check-working = A working document from Förderbuch: a comparison with a bank statement is not issued, and cannot be made again from the ledger alone.
cli-check-not-issued = Not genuine: the document says that it was issued, but no issue in the journal has its hash. It was altered, or never issued here.
cli-check-recorded = Cannot be checked: entry no. { $number }, which was typed by hand, names this hash. The ledger neither made this document nor keeps it; what it says the entry does not tell.
cli-check-names-erased = Cannot be checked: the document names persons, and names were erased since. The ledger can no longer make it byte for byte; check code and entry (no. { $known }) are its own. Issued documents are kept, and are checked as before.
cli-check-other-program = Cannot be checked: version { $program } made this copy, which was not issued; only that version makes it again byte for byte. Issued documents are checked by every version.
cli-check-altered = Altered: check code and entry (no. { $known }) belong to this ledger, but the document is no longer what it makes of them.
cli-between-order = The earlier state (no. { $before }) lies after the later one (no. { $after }). Please give the earlier one first.
cli-no-entry = There is no entry no. { $number }; the last one is no. { $last }.
cli-sheet-later = Entry no. { $number } was not recorded yet as of entry no. { $known }.
cli-sheet-unknown = There is no data sheet for entry no. { $number }. There are sheets for notices and their amendments, returned money that is granted again, payment and rebooking orders, claims, repayments, notices of interest, reminders of the proof of use, and checks of proofs from which a hearing follows.
cli-check-verification = A verification protocol counts only with its ledger: please verify there again, with the check codes of the protocol.

# Extract for a recipient; $own, $checkpoint: NUMBER:HASH
cli-extract-written = Extract for { $recipient } written: { $path }
    Chain of the recipient: { $own }
    State of the ledger: { $checkpoint }
cli-extract-good = Extract for { $recipient } from "{ $programme }", nothing found: all { $entries } entries of the recipient and { $shared } of the programme with content, { $hidden } others as a hash only. Both chains fit from the first entry on.
    Chain of the recipient: { $own }
    State of the ledger: { $checkpoint }
cli-extract-unanchored = That these are the chains of the ledger is shown only by comparing with the statement: please give its check code with --anchor.
cli-extract-anchored = The check codes given are in these chains.
cli-extract-no-protocol = There is a verification protocol of a ledger only, not of an extract. Please leave out --protocol.
cli-extract-of = Extract for { $recipient }: figures of this recipient only.
cli-extract-notes = The notes from the founding of the programme stand in every extract; if they name others, the recipient learns of it.
# $entry: as typed; $last: number of the last entry
cli-extract-known = An extract has a single known-at, entry no. { $last }; "{ $entry }" is shown by the ledger alone. Please leave out --known-at.
