# Reconciliation: the cash office’s list and bank statements

screen-reconcile = Reconciliation
reconcile-cash = Cash-office list
reconcile-bank = A recipient’s bank statement
reconcile-command = Reconciliation: { $name }
reconcile-cash-intro = The cash office’s list (CSV or XLSX with voucher, title, fiscal year, booking day and amount) is compared with the ledger row by row: it confirms orders, marks payments as reconciled and recognises returns and repayments. Nothing is booked until somebody decides. The file can be dropped on the window.
reconcile-bank-intro = The recipient’s bank statement (camt.052, camt.053, camt.054, MT940, MT942 or the bank’s CSV, also as ZIP) is compared with what was paid to it. Several files can be dropped on the window together. Nothing is booked.
reconcile-waiting = { $count ->
    [one] One payment waits to be reconciled: to the work list
   *[other] { $n } payments wait to be reconciled: to the work list
}
reconcile-cash-choose = Choose cash-office list …
reconcile-cash-other = Another list …
reconcile-bank-choose = Choose bank statement …
reconcile-bank-add = Another file …
reconcile-close = Put file away
reconcile-all-files = All files
reconcile-template = Save template …
reconcile-template-name = Cash-office list to fill in.csv
reconcile-template-name-of = Cash-office list { $year } to fill in.csv
reconcile-template-title = Save cash-office list to fill in, all fiscal years (CSV)
reconcile-template-title-of = Save cash-office list { $year } to fill in (CSV)
reconcile-template-intro = Template for the cash office to fill in: what it has to confirm; open orders lack voucher and day.
reconcile-template-year = Fiscal year of the template
reconcile-template-all = all fiscal years
reconcile-cash-title = Choose cash-office list (CSV or XLSX)
reconcile-bank-title = Choose bank statement of the recipient (camt, MT940, CSV or ZIP)
reconcile-takeover-title = Choose list to take over (CSV, XLSX or GV100AD)
reconcile-takeover-form-title = Save form for { $name } (XLSX)
reconcile-print-title = Save comparison with the bank statement (PDF)
reconcile-print = Print comparison …
reconcile-compared-name = Comparison { $key } { $as_of }.pdf
reconcile-reading = Reading { $file }
reconcile-percent = { $percent } read
reconcile-stop = Stop reading
reconcile-unread = { $file } was not read.
reconcile-by = { $person } decides. What this person ordered stays open and is to be reconciled by somebody else.
reconcile-empty = The list has no row.
reconcile-booking = The list is being booked …
reconcile-open-stay = What is open was not booked and stands below.
reconcile-refused = Nothing was booked.
reconcile-unsure = Whether it was booked is not known yet.
reconcile-changed = Nothing was booked: the ledger has changed since the preview. The preview is new now; please look at it and decide again.
reconcile-show-all = All ({ $count })
reconcile-show-books = To be booked ({ $count })
reconcile-show-open = Unclear ({ $count })
reconcile-show-known = Agrees already ({ $count })
reconcile-show-unclear = To be settled ({ $count })
reconcile-show-settled = Agrees ({ $count })
reconcile-none-such = No such row.
reconcile-verdict-known = agrees
reconcile-verdict-mark = reconcile
reconcile-verdict-confirm = confirm
reconcile-verdict-back = return
reconcile-verdict-repay = repayment
reconcile-verdict-open = unclear
reconcile-verdict-unread = unreadable
reconcile-columns = Columns
reconcile-columns-intro = Which column of the list holds what. The choice is kept for the next list.
reconcile-column-chapter = Chapter
reconcile-column-year = Fiscal year
reconcile-column-text = Columns that name the case
reconcile-negative = Payments are written with a minus
reconcile-columns-take = Use these columns
reconcile-whose = No account of the files is that of a recipient in the ledger. Please choose whose statement it is.
reconcile-sums = According to the ledger { $state }, to the bank statement { $bank }, difference { $difference }.
reconcile-advice-of = { $verdict } ({ $count }): { $advice }
reconcile-advice-probable = Look at the purpose to see whether it is this payment.
reconcile-advice-bundled = Confirm the shares of the credit with the cash office.
reconcile-advice-amount = Compare the amount with notice and order; ministry and recipient settle the difference.
reconcile-advice-not-at-recipient = See whether the money is on another account; otherwise ministry and recipient settle it.
reconcile-advice-not-at-cash-office = The ledger has no such payment: ministry and recipient settle whether it belongs to the programme.
reconcile-advice-double = The money came twice: ministry and recipient settle the repayment.
reconcile-advice-perhaps-double = Ask the state cash office what the money is for; until then it belongs into safekeeping.
reconcile-advice-returned = Nothing to do: the money came back and was paid again or is still open.
reconcile-drop-cash = { $count ->
    [one] Drop here: the file is read as a cash-office list.
   *[other] Drop here: the first of { $n } files is read as a cash-office list.
}
reconcile-drop-bank = { $count ->
    [one] Drop here: the file is read as a bank statement.
   *[other] Drop here: { $n } files are read together as a bank statement.
}
reconcile-more-notes = { $count ->
    [one] and { $n } further note
   *[other] and { $n } further notes
}
reconcile-rows = { $count ->
    [one] { $n } row
   *[other] { $n } rows
}
reconcile-lines = { $count ->
    [one] { $n } line
   *[other] { $n } lines
}
reconcile-entries = { $count ->
    [one] { $n } entry
   *[other] { $n } entries
}
reconcile-book = { $count ->
    [one] Book { $n } row
   *[other] Book { $n } rows
}
reconcile-book-again = Record the reading of the list
reconcile-booked = { $count ->
    [one] { $n } entry was booked.
   *[other] { $n } entries were booked.
}
reconcile-count-confirm = { $count ->
    [one] { $n } order to confirm
   *[other] { $n } orders to confirm
}
reconcile-count-confirmed = { $count ->
    [one] { $n } order confirmed
   *[other] { $n } orders confirmed
}
reconcile-count-mark = { $count ->
    [one] { $n } payment to reconcile
   *[other] { $n } payments to reconcile
}
reconcile-count-marked = { $count ->
    [one] { $n } payment reconciled
   *[other] { $n } payments reconciled
}
reconcile-count-back = { $count ->
    [one] { $n } return
   *[other] { $n } returns
}
reconcile-count-repay = { $count ->
    [one] { $n } repayment
   *[other] { $n } repayments
}
reconcile-count-known = { $count ->
    [one] { $n } agrees already
   *[other] { $n } agree already
}
reconcile-count-open = { $count ->
    [one] { $n } open
   *[other] { $n } open
}
reconcile-entry = To entry { $number }
reconcile-detail-close = Close row
reconcile-state-says = Ledger: { $what }
reconcile-bank-says = Bank statement: { $what }
reconcile-takeover = Take-over of a list
reconcile-takeover-intro = What the office keeps in a spreadsheet is taken over: recipients, grants, due lines and payments (CSV or XLSX), or counties, municipalities and municipal associations of the official directory (GV100AD). Each row is checked by all rules; nothing is booked before the decision. The file can be dropped here.
reconcile-takeover-choose = Choose a list …
reconcile-takeover-forms = Forms to fill in, with explanation and example row:
reconcile-takeover-form = Form: { $name } …
reconcile-takeover-form-name = { $name } to fill in.xlsx
reconcile-takeover-kind = The list holds
reconcile-takeover-within = Keys begin with
reconcile-takeover-again = Read again
reconcile-takeover-by = { $person } takes over, also as desk officer of the steps for which nobody is named. Who else acted stands in the list or is chosen here.
reconcile-takeover-nobody = Please choose the acting person above first.
reconcile-takeover-book-some = { $book }, leave { $refused } refused out
reconcile-takeover-refused-stay = What is refused was not booked and stands below.
reconcile-show-refused = Refused ({ $count })
reconcile-show-there = There already ({ $count })
reconcile-verdict-books = will be booked
reconcile-verdict-there = there already
reconcile-verdict-refused = refused
reconcile-drop-takeover = { $count ->
    [one] Drop here: the file is read as a list to take over.
   *[other] Drop here: the first of { $n } files is read as a list to take over.
}
reconcile-unclear = Unclear lines
reconcile-unclear-intro = Earlier cash lists left these lines open. A line goes as soon as a cash list has it again and it agrees, or when its list is read again without it.
reconcile-unclear-list = Cash list
