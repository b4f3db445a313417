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

takeover-taken = Columns taken: { $columns }
takeover-taken-column = { $column } (from “{ $head }”)
takeover-ignored = Columns not taken: { $columns }
takeover-examples = { $count ->
    [one] 1 example row skipped.
   *[other] { $n } example rows skipped.
}
takeover-row = Row { $line }: { $key } { $name }: { $verdict }

takeover-books-recipient = will be recorded
takeover-books-both = will be recorded, with bank account (still to be confirmed by another person)
takeover-books-account = bank account will be recorded (still to be confirmed by another person); the recipient is there already
takeover-known = there already
takeover-twice = there already, also in row { $line }
takeover-refused = refused, because: { $why }

takeover-issue-missing = Column “{ $column }” is empty. Please fill it in.
takeover-issue-key = Column “{ $column }”: “{ $value }” is no key. Please give 5 digits (county, independent city), 8 digits (municipality) or an own key of letters, digits and hyphens; Excel easily loses a leading zero.
takeover-issue-type = Column “{ $column }”: “{ $value }” is no known type. Please give { $types }.
takeover-issue-day = Column “{ $column }”: “{ $value }” is no clear day. Please write it like 31.12.2020, with four digits of the year.
takeover-issue-postcode = Column “{ $column }”: “{ $value }” is no postcode. Please give 5 digits; Excel easily loses a leading zero.
takeover-issue-iban = Column “{ $column }”: “{ $value }” is no valid IBAN, length or check digits do not fit. Please compare it with the recipient's letter.

takeover-differs = Column “{ $column }”: the list says “{ $listed }”, the ledger “{ $kept }”. A list changes nothing that is recorded: please correct the list, or record the recipient anew by hand.
takeover-differs-line = Column “{ $column }”: here it says “{ $listed }”, above in row { $line } “{ $kept }”. Please correct one of the two rows.

takeover-summary = { $all } rows: { $books } to record, { $known } there already, { $refused } refused.
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
takeover-booked-none = There is nothing to book.

takeover-form-sheet = Recipients
takeover-form-explained = One row per recipient. Key, name and type are needed. Without “Counts from” a recipient counts from the founding of the programme, a bank account from the day on which it is taken over. The example row is never taken over.
takeover-form-ending = { $path }: a form is written as .xlsx or .csv. Please choose one of these endings.
takeover-example = Example: { $value }
takeover-example-office = County cash office
