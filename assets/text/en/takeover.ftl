# Lists that are taken over

takeover-column-key = Key
takeover-column-name = Name
takeover-column-type = Type
takeover-column-office = Office
takeover-column-street = Street
takeover-column-postcode = Postcode
takeover-column-town = Town
takeover-column-day = Counts from
takeover-column-iban = IBAN
takeover-column-holder = Account holder
takeover-column-grant = File number
takeover-column-purpose = Purpose
takeover-column-applied-on = Applied on
takeover-column-requested = Requested
takeover-column-total = Total expenditure
takeover-column-eligible = Eligible expenditure
takeover-column-own = Own share
takeover-column-third-party = Third-party funds
takeover-column-examined-on = Examined on
takeover-column-result = Result
takeover-column-no-double = No double funding
takeover-column-contract-on = Start of the project (first contract)
takeover-column-start-checked = Early start consented to because
takeover-column-issued-on = Notice of
takeover-column-voucher = Notice reference
takeover-column-financing = Kind of financing
takeover-column-quota = Quota in %
takeover-column-cash-reference = Cash reference
takeover-column-period-until = Period of approval until
takeover-column-title = Budget title
takeover-column-year = Fiscal year
takeover-column-amount = Amount
takeover-column-due = Due { $year }
takeover-column-authority-year = Authority of year
takeover-column-granted = Granted
takeover-column-rules = Auxiliary rules
takeover-column-mode = Mode of payment
takeover-column-interim = Interim proof
takeover-column-bound-years = Bound for years
takeover-column-urgent = Could not wait because
takeover-column-announced-on = Announced on
takeover-column-manner = Manner of announcement
takeover-column-waived-on = Remedies waived on
takeover-column-reason = Reason
takeover-column-drawn-on = Drawn on
takeover-column-draw-voucher = Draw reference
takeover-column-arithmetic-on = Arithmetic certified on
takeover-column-factual-on = Facts certified on
takeover-column-ordered-on = Ordered on
takeover-column-order-voucher = Order reference
takeover-column-paid-on = Paid on
takeover-column-cash-voucher = Cash voucher
takeover-column-payment-text = Payment text
takeover-column-entered-by = Entered by
takeover-column-examined-by = Examined by
takeover-column-approved-by = Approved by
takeover-column-arithmetic-by = Arithmetic certified by
takeover-column-factual-by = Facts certified by
takeover-column-ordered-by = Ordered by
takeover-column-confirmed-by = Confirmed by

takeover-kind-recipients = Recipients
takeover-kind-municipalities = Directory of municipalities
takeover-kind-grants = Grants
takeover-kind-due-lines = Due lines
takeover-kind-payments = Payments

takeover-taken = Columns taken: { $columns }
takeover-taken-column = { $column } (from “{ $head }”)
takeover-ignored = Columns not taken: { $columns }
takeover-examples = { $count ->
    [one] 1 example row skipped.
   *[other] { $n } example rows skipped.
}
takeover-row = Row { $line }: { $key } { $name }: { $verdict }

takeover-books-recipient = will be recorded
takeover-books-recipient-done = registered
takeover-books-both = will be recorded, with bank account (still to be confirmed by another person)
takeover-books-both-done = registered, with bank account (to be confirmed by another person)
takeover-books-account = bank account will be recorded (still to be confirmed by another person); the recipient is there already
takeover-books-account-done = bank account recorded (to be confirmed by another person); the recipient was there already
takeover-books = will be booked: { $entries }
takeover-books-beside = { $books }. Take care: entry { $number } names the cash voucher already; please check whether the payment has been booked already.
takeover-books-done = booked: { $entries }
takeover-with = belongs to row { $line }
takeover-known = there already
takeover-twice = there already, also in row { $line }
takeover-refused = refused, because: { $why }

takeover-issue-missing = Column “{ $column }” is empty. Please fill it in.
takeover-issue-key = Column “{ $column }”: “{ $value }” is no key. Please give 5 digits (county, independent city), 8 digits (municipality) or an own key of letters, digits and hyphens; Excel easily loses a leading zero.
takeover-issue-type = Column “{ $column }”: “{ $value }” is no known type. Please give { $types }.
takeover-issue-day = Column “{ $column }”: “{ $value }” is no clear day. Please write it like 31.12.2020, with four digits of the year.
takeover-issue-postcode = Column “{ $column }”: “{ $value }” is no postcode. Please give 5 digits; Excel easily loses a leading zero.
takeover-issue-iban = Column “{ $column }”: “{ $value }” is no valid IBAN, check digits, length or form do not fit. Please compare it with the recipient's letter.
takeover-issue-amount = Column “{ $column }”: “{ $value }” is no clear amount. Please write it like 1.234,50, without a minus.
takeover-issue-year = Column “{ $column }”: “{ $value }” is no fiscal year. Please write four digits, as in 2020.
takeover-issue-percent = Column “{ $column }”: “{ $value }” is no clear quota. Please write percent, as in 80 or 80,5; Excel easily makes 0,8 of 80 %.
takeover-issue-number = Column “{ $column }”: “{ $value }” is no number of years. Please write a whole number, as in 5.
takeover-issue-yes-no = Column “{ $column }”: “{ $value }” is neither yes nor no. Please write yes or no.
takeover-issue-choice = Column “{ $column }”: “{ $value }” is not known. Please give { $words }.
takeover-issue-no-line = The row has no due line. Please give the amount of each fiscal year: in a column per year (“Due 2020”) or with “Fiscal year” and “Amount”.
takeover-issue-sum = Column “{ $column }”: “{ $value }” is not the sum of the due lines, which is { $sum }. Please compare the two.
takeover-issue-unlike = Column “{ $column }”: “{ $value }” is different in row { $line } of the same file number. Please correct one of the two rows or empty this cell.
takeover-issue-beside = Row { $line } of the same grant is refused. Please correct that one first.

takeover-differs = Column “{ $column }”: the list says “{ $listed }”, the ledger “{ $kept }”.
takeover-differs-advice = A list changes nothing that is recorded: please correct the list, or record the change by hand.
takeover-differs-line = Column “{ $column }”: here it says “{ $listed }”, above in row { $line } “{ $kept }”. Please correct one of the two rows.
takeover-no-grant = There is no grant { $grant } here. Please take over the list of grants first, or correct the file number.
takeover-nobody = Column “{ $column }” names nobody. Another person does this step: please enter that person by number or name, or give one for the whole list.
takeover-stranger = Column “{ $column }”: “{ $person }” is not enrolled. Please write number or name as in the master data, or enrol the person first.
takeover-no-account = On { $day } the recipient has no or more than one confirmed bank account. Please record the account with a day before and have another person confirm it, or name the right one in the column “IBAN”.
takeover-no-account-named = On { $day } { $iban } is no confirmed bank account of the recipient. Please record it with a day before and have another person confirm it, or correct the IBAN.
takeover-rule = At the step “{ $kind }”: { $why }
takeover-said-nothing = nothing
takeover-territory = Territory of the file: { $day }. Please record by hand, with validity and successor, a county or municipality that did not exist any more or yet on your as-of day.
takeover-fulfilling = { $count ->
    [one] 1 fulfilling municipality (erfüllende Gemeinde) is not listed as an association: it is no recipient of its own, but the municipality that is listed under its own key.
   *[other] { $n } fulfilling municipalities (erfüllende Gemeinden) are not listed as associations: they are no recipients of their own, but the municipalities that are listed under their own keys.
}
takeover-others = { $count ->
    [one] 1 other line of the file skipped.
   *[other] { $n } other lines of the file skipped.
}
takeover-gone = Recorded, but not in this file: { $keys }. Please check whether they had ended by the day of the file, and then record end and successor.
takeover-sums = { $count ->
    [one] 1 row with a sum skipped.
   *[other] { $n } rows with sums skipped.
}
takeover-form-none = There is no form for the directory of municipalities: it is the file GV100AD of the Federal Statistical Office, as it is.

takeover-summary = { $count ->
    [one] { $n } row: { $books } to book, { $known } there already, { $refused } refused.
   *[other] { $n } rows: { $books } to book, { $known } there already, { $refused } refused.
}
takeover-summary-booked = { $count ->
    [one] { $n } row: { $books } booked, { $known } there already, { $refused } refused.
   *[other] { $n } rows: { $books } booked, { $known } there already, { $refused } refused.
}
takeover-four-eyes = { $count ->
    [one] 1 bank account must then be confirmed by another person; until then nothing is paid to it.
   *[other] { $n } bank accounts must then be confirmed by another person; until then nothing is paid to them.
}
takeover-preview-only = Preview: nothing is booked. --book books.
takeover-preview-refused = { $count ->
    [one] Preview: nothing is booked. 1 row would be refused; please correct it, or book only the others with --book --skip-refused.
   *[other] Preview: nothing is booked. { $n } rows would be refused; please correct them, or book only the others with --book --skip-refused.
}
takeover-not-booked = { $count ->
    [one] Nothing is booked: 1 row is refused. Please correct it, or book only the others with --skip-refused.
   *[other] Nothing is booked: { $n } rows are refused. Please correct them, or book only the others with --skip-refused.
}
takeover-booked-none = There was nothing to book.

takeover-form-recipients = One row per recipient. Key, name and type are needed. Without “Counts from” a recipient counts from the founding of the programme, a bank account from the day on which it is taken over. The example row is never taken over.
takeover-form-grants = One row per grant, with a column per fiscal year (“Due { $year }”); for further budget titles a further row with the same file number. Without total expenditure the eligible one counts, without an own share the rest. Application, examination and notice are of different persons, as the rules ask; persons by number or name. The example row is never taken over.
takeover-form-due-lines = One row per due line that an amending notice added to a grant that is recorded already. The example row is never taken over.
takeover-form-payments = One row per payment, with draw, both certifications and order. Without a day the certifications count on the day of the order, without IBAN the only confirmed bank account, without payment text the cash reference. Who entered, both who certified and who ordered are different persons. The example row is never taken over.
takeover-form-years = The last fiscal year ({ $last }) lies before the first ({ $first }). Please check --from and --until.
takeover-form-ending = { $path }: a form is written as .xlsx or .csv. Please choose one of these endings.
takeover-example = Example: { $value }
takeover-example-office = County cash office
takeover-example-purpose = Municipal data centre
takeover-example-result = Eligible
takeover-example-reason = Further need
takeover-example-yes = yes
