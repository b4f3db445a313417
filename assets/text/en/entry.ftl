# Entry: drafts, steps back and forward, arithmetic while typing, disturbances.

# Buttons at the foot of a form
entry-keep = Keep draft
entry-discard = Discard
# $step: name of the step
entry-undo = Undo: { $step } (Ctrl+Z)
entry-no-undo = No step to undo (Ctrl+Z). What is booked is never undone but reversed in the journal.
entry-redo = Redo: { $step } (Ctrl+Y)
entry-no-redo = No step to redo (Ctrl+Y)
# $field: name of a field or a line
entry-step-changed = { $field } changed
entry-step-added = { $field } added
entry-step-removed = { $field } removed
entry-unreadable = It cannot be booked like this yet: one of the details cannot be read or does not fit the others. Please check all fields, further details included.
entry-kept-at = Kept { $time }
entry-not-kept = Draft not kept: { $reason }
entry-clock = { $clock }

# Drafts
entry-drafts = Drafts ({ $count })
entry-drafts-title = Drafts
entry-drafts-intro = Forms that were closed with something typed. Nothing of them is booked.
entry-drafts-none = There is no draft. A form that is closed with something typed is found here again.
entry-drafts-local = Drafts stay on this computer, in your own local folder, and are not in the file of the programme.
entry-draft-left = left { $time }
entry-draft-here = A draft of this form is kept, { $time }
entry-draft-here-about = A draft of this form is kept, { $time }: { $about }
entry-draft-resume = Continue
entry-draft-resume-what = Continue the draft: { $draft }
entry-draft-discard-what = Discard the draft: { $draft }
# $count selects the form, $n is the number
entry-drafts-wait = { $count ->
    [one] { $n } draft from earlier is still here.
   *[other] { $n } drafts from earlier are still here.
}
entry-drafts-booked = { $count ->
    [one] { $n } draft was booked already and has been removed.
   *[other] { $n } drafts were booked already and have been removed.
}
entry-drafts-unreadable = { $count ->
    [one] { $n } file of drafts could not be read; it lies unchanged in the local folder with the ending “unreadable”.
   *[other] { $n } files of drafts could not be read; they lie unchanged in the local folder with the ending “unreadable”.
}
entry-dismiss-drafts = Close the hint at drafts
entry-show-drafts = Show
entry-kept = Draft kept; it is on the left under “Drafts”.
entry-discarded = Draft discarded.
entry-restore = Take back

# Disturbances
entry-lost = What is shown was read before; nothing is read or booked until the file is there again. The program looks by itself. What you typed is kept as a draft.
entry-look-again = Look now
entry-back = The file is there again; everything has been read anew.
entry-ended = The program ended by an error of its own the last time. What was booked is complete, what was typed is among the drafts. A report without personal data is in { $path }.
store-replaced = Another file lies in the place of { $path } now. Nothing was read or booked; please find out who replaced the file, or choose it anew with “Open”.

# Arithmetic while typing
entry-left-of = { $kind } { $number }, left of it
entry-this = this entry
entry-stays = stays
entry-ceiling = ceiling of the programme
entry-appropriated = all appropriations with this one
entry-ceiling-left = left up to the ceiling
entry-place-available = available { $title }, { $year }
entry-place-grant = { $stage }, { $grant }, { $year }
entry-place = { $stage }, { $title }, { $year }
entry-not-voted = nothing is voted for the year yet, commitment authority alone covers it
entry-plan-total = total expenditure
entry-plan-grant = requested grant
entry-plan-third = third-party funds
entry-plan-own = own share
entry-plan-balanced = the financing plan balances
entry-wrong = To be corrected: { $what }
entry-wrong-more = { $count ->
    [one] To be corrected: { $what } and { $n } more
   *[other] To be corrected: { $what } and { $n } more
}
entry-open = Still missing: { $what }
entry-open-more = { $count ->
    [one] Still missing: { $what } and { $n } more
   *[other] Still missing: { $what } and { $n } more
}
entry-plan-open = The plan still lacks: { $what }
entry-plan-wrong = To be corrected in the plan: { $what }
entry-plan-gap = not financed
entry-plan-above = more financed than spent
entry-highest = highest amount for { $financing }
entry-all-lines = all due lines together
entry-up-to-highest = left up to the highest amount
entry-no-rate = No base rate is recorded for { $day }; without it no interest can be assessed (master data, settings).
entry-segment = { $from } to { $until }: { $days } days, { $rate } of { $principal }
entry-interest = interest
entry-fixed-eligible = eligible expenditure by the proof
entry-fixed-granted = granted
entry-fixed = grant to be fixed by it
entry-fixed-paid = paid, without what is claimed
entry-follow-payment = still to be paid
entry-follow-claim = to be claimed back
entry-follow-small = too much, but below the limit for small amounts
entry-follow-none = nothing open
entry-would-be-refused = Would be refused: { $reason }
entry-awaited = Being checked …
entry-would-be-booked = Can be booked like this.
entry-caution-double-funding = Nothing can be granted like this yet: double funding is not excluded; the examination can be completed later.
entry-caution-start = Nothing can be granted like this yet: with the first contract of { $day } the project began early, which is neither consented to nor given a reason for; the examination can be completed later.
entry-caution-voucher = Take care: entry { $number } names this cash voucher already. Please check whether the payment has been booked already.
entry-caution-waiver = Take care: the waiver has effect only from the announcement on { $day }.
entry-caution-year = Take care: final only on { $day } (announced on { $announced }). What falls due in { $year } can be drawn within its year only with a waiver of legal remedies.
entry-caution-year-over = Take care: announced only on { $announced }, final on { $day }. What falls due in { $year } can no longer be drawn within its year, not even with a waiver of legal remedies.

# Days of the week, short
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
