# Refusals: what, where, by how much, and what to do. Code and rule follow behind.

refusal-not-available = { $asked } asked, { $available } available on { $title } in fiscal year { $year }: { $excess } too much.
refusal-no-authority = { $asked } asked, { $free } of commitment authority free on { $title }, budget of { $budget }, due in { $due }: { $excess } too much.
refusal-authority-year-wrong = Due in { $due } under a notice of { $notice }: a due line after the year of the notice needs commitment authority, one in the same year must not have any.
refusal-line-exceeded = { $asked } asked, { $open } open on { $grant }, { $title }, { $year }: { $excess } too much.
refusal-reference-exceeded = { $asked } asked, { $left } left of no. { $seq } ({ $kind }): { $excess } too much.
refusal-not-as-ordered = { $paid } reported, { $ordered } ordered with no. { $seq }. Amount and fiscal year must equal the order; please ask the cash office.
refusal-place-overdrawn = On { $day }, { $missing } would be missing on { $title }, { $year } ({ $stage }). Please choose a smaller amount or another day.
refusal-ceiling-exceeded = All appropriations together would be { $sum }, the programme volume is { $ceiling }: { $excess } too much.
refusal-amount-out-of-range = { $amount } is not possible: an amount must be above zero and at most { $limit }.
refusal-vote-out-of-range = { $amount } is not possible: an appropriation, supplement, commitment authority or cut must not be zero and at most { $limit }.
refusal-year-unusable = The fiscal year { $year } is not possible here. Possible are 1990 to 2200, for revenue only the year of the credit or, while its books are open, the year before.
refusal-quota-out-of-range = A quota of { $quota } is not possible: it must be above zero and at most 100 percent.
refusal-more-than-eligible = { $of ->
        [eligible] { $granted } eligible expenditure, { $eligible } total expenditure
        [requested] { $granted } requested, { $eligible } eligible expenditure
       *[granted] { $granted } granted, { $eligible } eligible expenditure
    }: { $excess } too much.
refusal-more-than-requested = { $granted } granted, { $requested } requested: { $excess } too much. Please grant the requested amount at most.
refusal-more-than-quota = { $granted } granted, which is more than { $quota } of the eligible expenditure of { $eligible }.
refusal-recipient-misplaced = The recipient “{ $key }” does not go with “{ $kind }”: budget, settings and persons belong to the programme and have no recipient, everything else needs one.
refusal-lines-unusable = At least one due line is needed, and each only once per title and fiscal year.

refusal-unknown-grant = There is no grant with file number “{ $grant }” on that day. Please check file number and day.
refusal-unknown-recipient = There is no recipient with key “{ $key }” on that day. Please check key and day.
refusal-unknown-title = “{ $title }” is not registered on that day. Please register the title first.
refusal-unknown-item = There is neither a milestone nor an indicator “{ $key }” on that day. Please check key and day.
refusal-unknown-person = Person no. { $person } is not enrolled. Please check the number.
refusal-taken = “{ $key }” is taken already. Please choose another name or number.
refusal-other-recipient = The grant { $grant } belongs to the recipient { $recipient }, not to that of the booking.

refusal-role-missing = Person no. { $person } may not book this; it needs the role { $roles }.
refusal-over-limit = { $asked } ordered, person no. { $person } may order { $limit } at once: { $excess } too much. Please have it ordered by another person.
refusal-same-person = Person no. { $person } has booked no. { $seq } already. The four-eyes principle asks for another person.
refusal-bank-account-unconfirmed = The bank account (no. { $seq }) is not confirmed, or a payment to it came back since. Please have it confirmed by a second person first.
refusal-iban-wrong = The IBAN is wrong: check digits, length or form do not fit its country. Please compare it with the original.
refusal-voucher-missing = The entry “{ $kind }” lacks its voucher. No entry without a voucher.

refusal-reference-wrong = No. { $seq } cannot be referred to here; an entry of the kind { $kinds } is needed.
refusal-reference-missing = The reference to an entry of the kind { $kinds } is missing.
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
refusal-date-before-booking = { $day } is before the day of the entry ({ $booked }). Please give that day or a later one.
refusal-date-not-after-booking = A deferral until { $day } is over on the day of the entry ({ $booked }). Please give a later day.
refusal-date-after-booking = { $day } is after the day of the entry ({ $booked }); it would not have happened yet. Please change one of the two days.
refusal-date-ends-before = The end on { $day } is before the beginning on { $start }. Please change one of the two days.
refusal-date-mid-unit = With the precision “{ $precision }” the first day is given; { $day } is not the first day.
refusal-date-end-missing = The last day is missing. Please say until when it holds.
refusal-date-end-unwanted = A last day ({ $day }) does not belong here. Please leave it out.
refusal-clock-behind = This computer's clock says { $now }, the last entry is of { $last }. Please set the clock; nothing was booked.
refusal-database = The database refuses the entry: { $message }. Nothing was booked; please report this.

# Fiscal year and books
refusal-books-closed = The books of fiscal year { $year } are closed since no. { $by }: what is paid stands. Please book in the current fiscal year; { $year } takes only returns, claims, carry-over and lapse.
refusal-year-not-ready-drawn = In fiscal year { $year }, { $amount } still stand on { $title } ({ $stage }). Please have them paid, rejected or cancelled first.
refusal-year-not-ready-committed = In fiscal year { $year }, { $amount } still stand on { $title } ({ $stage }). Please carry them over as bound, shift the due line or reduce the grant first.
refusal-year-not-ready-left = In fiscal year { $year }, { $amount } still stand on { $title } ({ $stage }). Please carry them over or let them lapse first.
refusal-actual-differs = The cash office closes { $title }, { $year } with { $stated }, the ledger holds { $actual } as paid: { $difference } apart. Please ask the cash office first.
refusal-year-done = For fiscal year { $year } this is booked already with no. { $by }; it happens once a year only.
refusal-before-year-end = For fiscal year { $year } this is possible on { $from } at the earliest: carry-over and lapse come at the end of the year, settlement after the books are closed.
refusal-way-wrong-closed = In fiscal year { $year } the books are closed, or repayments to this title are always revenue. Please choose the way for closed books: a return is held, a repayment or unused money names the fiscal year of the revenue.
refusal-way-wrong-open = In fiscal year { $year } the books are open: a return is drawn again, unused money is granted again, a repayment lowers the amount paid. Please choose the way for open books, without a fiscal year of the revenue.
refusal-percent-differs = { $stated } given, the percentage of the appropriation comes to { $computed }: { $difference } apart. Please change the amount or the percentage.
refusal-provisional = Fiscal year { $year } is under provisional budget management: only what cannot wait is granted anew. Please give the reason why the grant cannot wait.

# Application, notice and draw
refusal-plan-unbalanced = The financing plan does not balance: { $total } total expenditure, { $sum } of grant, own share and third-party funds, { $difference } apart. Please balance the plan.
refusal-quota-above-guideline = A quota of { $quota } is not possible: the guideline allows { $highest } at most.
refusal-not-equal = { $taken } taken away, { $given } added elsewhere: { $difference } apart. Both amounts must be equal.
refusal-not-whole = { $asked } given, { $left } left: { $difference } apart. Only the whole amount that is left will do here.
refusal-step-missing-examination = The application is not examined yet. Please book “{ $kind }” first.
refusal-step-missing-no-double-funding = Double funding is not excluded. Please check whether the same expenditure is paid from other public money; if that is excluded, correct “{ $kind }” and book it anew.
refusal-step-missing-start-checked = The first contract is earlier than the notice and than the early start consented to. Please check whether the start does harm; if not, correct “{ $kind }” and book it anew with the reason.
refusal-step-missing-attestation = The draw lacks: “{ $kind }”. Please have a person with that role certify it first.
refusal-step-missing-announcement = The notice is not announced yet. Please book “{ $kind }” first.
refusal-step-missing-proof-check = The proof of use is not checked yet. Please book “{ $kind }” first.
refusal-step-missing-settlement = Amounts are still open: draws, orders, claims or interest, or granted money that is not drawn. Please settle them first.
refusal-step-missing-books-closed = The books of the fiscal year are not closed yet. Please book “{ $kind }” first.
refusal-not-final = The notice { $grant } is final from { $from } on; nothing is drawn before. Only a waiver of legal remedies makes it earlier.
refusal-not-announced = The notice { $grant } is not announced and so not final. Please book its announcement first.
refusal-challenged = The notice { $grant } is challenged or annulled and not final. Please wait for the end of the challenge and book it.
refusal-case-is-closed = The case { $grant } is closed since { $day }; this is no longer possible in it. Please check the file number or, if the closing was an error of recording, correct it first.
refusal-draw-outside-year = The due line { $year } is drawn in fiscal year { $year }, neither before nor after it. If the money is needed in another year, please shift the due line or form a carry-over first.
refusal-open-draw = Draw no. { $seq } of this grant is still open; there may be only one. Please have it ordered, rejected or withdrawn first.
refusal-need-differs = { $asked } drawn, the need of { $need } less { $unspent } not spent yet comes to { $computed }: { $difference } apart. Please change the draw or the need.
refusal-need-too-long = The need reaches until { $until }, but drawn money is to be used until { $latest }. Please draw the need until then only.
refusal-milestone-blocks = The milestone “{ $milestone }” is not reached; by the notice this due line is not paid before. Please book the milestone as reached first.

# Proof of use, interest and settings
refusal-settled-wrong = { $stated } fixed, by the kind of financing and the proof it is { $computed }: { $difference } apart. Please check the proof or the amount.
refusal-interest-differs = { $stated } of interest given, by the rates it is { $computed }: { $difference } apart. Please check amount, days and settings.
refusal-rate-missing = No base rate is set for { $day }; an earlier one does not go on. Please make it a setting with its source first.
refusal-below-small-amount = { $asked } claimed; up to { $limit } nothing is claimed back (limit for small amounts). Please raise no claim.
refusal-setting-unusable = The setting “{ $setting }” cannot have this value. Please check figure, days and text.
