# Work list: steps that wait.

tasks-title = Work list
tasks-mine = For me ({ $n })
tasks-all = All ({ $n })
tasks-col-case = Recipient, file number
tasks-col-since = Since, due
tasks-since = since { $day }
tasks-due = by { $day }
tasks-refused = refused
tasks-begun = begun
tasks-keys = ↑ ↓ chooses · Shift+↑ ↓ marks several · Space marks · Ctrl+A all · ← → other step · Enter to the fields · Ctrl+Enter books
tasks-marked = { $count ->
    [one] 1 marked
   *[other] { $n } marked
}
tasks-booked = { $count ->
    [one] Booked: { $kind }, { $first }
   *[other] Booked: { $n } × { $kind }, { $first } to { $last }
}
tasks-nothing-booked = Nothing was booked, the others neither. Selection and entries are still there.

tasks-step-examine = Examine application
tasks-step-reduce = Reduce what is not needed

# What is decided instead of the step, or noted beside it
tasks-send-back = Send back
tasks-reduce = Reduce
tasks-reject = Reject

tasks-do-account = { $count ->
    [one] Confirm bank account
   *[other] Confirm { $n } bank accounts
}
tasks-do-arithmetic = { $count ->
    [one] Certify as arithmetically correct
   *[other] Certify { $n } as arithmetically correct
}
tasks-do-factual = { $count ->
    [one] Certify as factually correct
   *[other] Certify { $n } as factually correct
}
tasks-do-order = { $count ->
    [one] Sign payment order
   *[other] Sign { $n } payment orders
}
tasks-do-hand-over = { $count ->
    [one] Hand over order
   *[other] Hand over { $n } orders
}
tasks-do-confirm = { $count ->
    [one] Book as paid
   *[other] Book { $n } as paid
}
tasks-do-reconcile = { $count ->
    [one] Book as reconciled
   *[other] Book { $n } as reconciled
}
tasks-do-order-again = { $count ->
    [one] Order again
   *[other] Order { $n } again
}

tasks-order-one = Part, account, milestone …
tasks-open-case = Open case
tasks-day = On
tasks-voucher = Voucher or file number
tasks-voucher-short = Voucher
tasks-cash-voucher = Reference of the cash office
tasks-payment-text = Payment text
tasks-voucher-order = { $grant }, order { $rate }
tasks-checked-by = How it was checked (call back, letter)
tasks-known = Booking needs the latest known-at; choose “latest” above.
tasks-note = Again because: { $note }
tasks-note-examination = Last step of the examination: { $note }
tasks-note-documents = To be supplied by { $day }: { $note }
tasks-note-proof = Check of the proof of use: { $note }
tasks-others = { $count ->
    [one] 1 of the marked rows waits for others and is not booked.
   *[other] { $n } of the marked rows wait for others and are not booked.
}

tasks-waits-for = { $step }: waits for { $persons }
tasks-or = { $others } or { $last }
tasks-nobody = { $step }: nobody who was not involved before has the role for it
tasks-barred-role = { $person } does not have the role “{ $role }”.
tasks-barred-eyes = { $person } booked already on { $day }: { $step }. Another person takes this step.
tasks-barred-limit = With this step { $person } would have ordered { $asked }; the power to order ends at { $limit }.

tasks-none-mine = Nothing waits for { $person }.
tasks-none = Nothing waits.
tasks-overdue = { $count ->
    [one] One deadline is overdue.
   *[other] { $n } deadlines are overdue.
}
tasks-overdue-show = Show overdue deadlines
tasks-next-due = Next due: { $what }, { $about }, on { $day }.

tasks-persons = Who did what
tasks-this-step = This step
tasks-bars = ruled out
tasks-need = Need
tasks-need-until = Need until { $day }
tasks-need-unspent = Not spent yet
tasks-need-drawn = Drawn
tasks-due-line = Due line
tasks-line-granted = Granted { $year }, { $title }
tasks-line-paid = Paid (actual)
tasks-line-ordered = Ordered, not paid yet
tasks-line-requested = Other draws
tasks-line-this = This amount
tasks-line-back = Of which claimed back, waived or repaid
tasks-line-left = Left on the due line
tasks-available = Available on title and year: { $amount }; this amount is committed already.
tasks-limit = Your power to order: up to { $amount }
tasks-application = Financing plan
tasks-examined = Result of the examination: { $result }
tasks-account = Bank account
tasks-account-holder = Account holder: { $holder }
tasks-account-recorded = recorded by { $person } on { $day }
tasks-account-confirmed = confirmed by { $person } on { $day }
tasks-account-unconfirmed = not confirmed by anybody yet
tasks-milestone-reached = reached
tasks-milestone-late = late
tasks-milestone-open = open
tasks-blocks = blocks payments: { $clause }
tasks-payments = Payments so far
