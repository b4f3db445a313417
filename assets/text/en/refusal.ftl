# Refusals: what, where, by how much, and what to do. Code and rule follow behind.

refusal-not-available = { $asked } asked, { $available } available on title { $title } in fiscal year { $year }: { $excess } too much.
refusal-no-authority = { $asked } asked, { $free } of commitment authority free on title { $title }, budget { $budget }, due { $due }: { $excess } too much.
refusal-authority-year-wrong = Due in { $due } under a notice of { $notice }: a due line after the year of the notice needs commitment authority, one in the same year must not have any.
refusal-line-exceeded = { $asked } asked, { $open } open on { $grant }, title { $title }, { $year }: { $excess } too much.
refusal-reference-exceeded = { $asked } asked, { $left } left of no. { $seq } ({ $kind }): { $excess } too much.
refusal-not-as-ordered = { $paid } reported, { $ordered } ordered with no. { $seq }. Amount and fiscal year must equal the order; please ask the cash office.
refusal-place-overdrawn = On { $day }, { $missing } would be missing on title { $title }, { $year } ({ $stage }). Please choose a smaller amount or another day.
refusal-ceiling-exceeded = All appropriations together would be { $sum }, the programme volume is { $ceiling }: { $excess } too much.
refusal-amount-out-of-range = { $amount } is not possible: an amount must be above zero and at most { $limit }.
refusal-vote-out-of-range = { $amount } is not possible: an appropriation, commitment authority or cut must not be zero and at most { $limit }.
refusal-year-unusable = No programme has the fiscal year { $year }; 1990 to 2200 are possible.
refusal-quota-out-of-range = A quota of { $quota } is not possible: it must be above zero and at most 100 percent.
refusal-more-than-eligible = { $granted } granted, { $eligible } eligible expenditure: { $excess } too much.
refusal-more-than-quota = { $granted } granted, which is more than { $quota } of the eligible expenditure of { $eligible }.
refusal-recipient-misplaced = The recipient “{ $key }” does not go with “{ $kind }”: appropriations, commitment authority, titles and persons belong to the programme, everything else to a recipient.
refusal-lines-unusable = At least one due line is needed, and each only once per title and fiscal year.

refusal-unknown-grant = There is no grant with file number “{ $grant }” on that day. Please check file number and day.
refusal-unknown-recipient = There is no recipient with key “{ $key }” on that day. Please check key and day.
refusal-unknown-title = There is no title “{ $title }” on that day. Please register the title first.
refusal-unknown-item = There is neither a milestone nor an indicator “{ $key }” on that day. Please check key and day.
refusal-unknown-person = No person is enrolled under number { $person }.
refusal-taken = “{ $key }” is taken already. Please choose another name or number.
refusal-other-recipient = The grant { $grant } belongs to the recipient { $recipient }, not to that of the booking.

refusal-role-missing = Person no. { $person } may not book this; it needs the role “{ $role }”.
refusal-same-person = Person no. { $person } has booked no. { $seq } already. The four-eyes principle asks for another person.
refusal-bank-account-unconfirmed = The bank account (no. { $seq }) is not confirmed, or a payment to it came back since. Please have it confirmed by a second person first.
refusal-iban-wrong = The IBAN is wrong: its check digits do not fit. Please compare it with the original.
refusal-voucher-missing = The entry “{ $kind }” lacks its voucher. No entry without a voucher.

refusal-reference-wrong = No. { $seq } cannot be referred to here; an entry of the kind “{ $kind }” is needed.
refusal-reference-missing = The reference to an entry of the kind “{ $kind }” is missing.
refusal-reference-unwanted = This entry must not refer to another one; no. { $seq } is given.
refusal-reference-unknown = The reference to an earlier entry is missing or unknown.
refusal-reference-differs = Grant, title or fiscal year differ from no. { $seq }.
refusal-already-decided = No. { $seq } is decided already by no. { $by }.
refusal-already-reversed = No. { $seq } is corrected already by no. { $by }.
refusal-not-reversible = No. { $seq } cannot be corrected: neither the founding of the programme nor a correction can.
refusal-still-needed = No. { $by } rests on no. { $seq }. Please correct no. { $by } first.
refusal-reversal-day = A correction counts on the day of no. { $seq }, not on { $day }. What happened on a day of its own is a cancellation or a reduction.
refusal-uid-taken = This identifier belongs to no. { $seq } with other content. Nothing was booked; please start the entry anew.
refusal-founding = A ledger begins with exactly one founding of its programme.

# $least: so many characters at least
refusal-text-missing = { $least ->
    [1] The field “{ $field }” is empty.
   *[other] The field “{ $field }” needs at least { $least } characters.
}
# $most: so many characters at most
refusal-text-too-long = The field “{ $field }” holds at most { $most } characters.
refusal-text-character = The field “{ $field }” must not contain the character { $character }.
refusal-payment-text-character = The payment text must not contain the character { $character }; banks take A–Z, a–z, 0–9 and / - ? : ( ) . , ' +. Please write umlauts as ae, oe, ue and ß as ss.

refusal-before-founding = { $day } lies before the founding of the programme on { $founded }.
refusal-in-future = { $day } lies in the future; today is { $today }.
refusal-before-reference = { $day } lies before the day of the entry that it refers to ({ $reference }).
refusal-date-unusable = The date from { $day } cannot be used: a period must not end before it begins, and a month, quarter or year begins on its first day.
refusal-clock-behind = This computer's clock says { $now }, the last entry is of { $last }. Please set the clock; nothing was booked.
refusal-database = The database refuses the entry: { $message }. Nothing was booked; please report this.

# Names of fields
field-reason = Reason
field-holder = Account holder
field-purpose = Purpose
field-payment-text = Payment text
field-grant = File number
field-name = Name
field-voucher = Voucher
field-key = Key
field-proof = Proof
field-law = Budget law
field-note = Note
field-title = Title
field-guideline = Guideline
field-cash-reference = Cash reference
field-address = Address
field-authority = Granting authority
field-line = Address of the authority
field-town = Town
field-contact = Contact
field-checked-by = How it was checked
field-login = Login
field-milestone = Milestone
field-indicator = Indicator
field-baseline = Baseline
field-target = Target
field-quota = Quota
field-iban = IBAN
field-source = Source
field-recipient = Recipient
