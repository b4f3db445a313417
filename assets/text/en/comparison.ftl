# A municipality's bank statement against what was paid to it

comparison-title = Comparison with the bank statement: { $recipient }
comparison-state = According to Förderbuch
comparison-bank = According to the bank
comparison-difference = Difference
comparison-files = Files of the bank
comparison-account = Account
comparison-account-check = Bank account
comparison-account-other = This account is not the confirmed bank account of the recipient; please check that it is the right one.
comparison-period = Period of the statement
comparison-from-until = { $first } to { $last }
comparison-entries = Entries
comparison-entries-of = { $all }, of which { $others } have nothing to do with the programme
comparison-nothing = Neither Förderbuch nor bank statement has payments of the programme.
comparison-elsewhere = No payment of the programme lies within the days of this statement: there is nothing to compare. Please take the statement of the time in which payments were made.
comparison-gaps = No line differs, but the statement has gaps or does not add up (see the notes on the file): this does not mean that all agrees. Please fetch the statement anew.
comparison-agrees = Everything agrees: each payment within the period of the statement is on the account, and there is no other.
comparison-open = Lines to be settled: { $count }. The table gives finding and reason of each.
comparison-lines = Payments and entries
comparison-note = Compared by amount, cash reference and day (three banking days), then by amount and file number, then by weaker marks. “Probable” means: amount and day fit, but the entry names neither cash reference nor file number.
comparison-file-note = About the bank’s file: { $note }
comparison-sum = Sum in the period
comparison-column-verdict = Finding
comparison-column-grant = File number
comparison-column-paid = Paid on
comparison-column-booked = On the account on
comparison-column-state = According to Förderbuch
comparison-column-bank = According to the bank
comparison-column-ground = Reason

comparison-verdict-agrees = agrees
comparison-verdict-probable = probable, please confirm
comparison-verdict-amount = amount differs
comparison-verdict-not-received = not received
comparison-verdict-not-paid = not paid by the state
comparison-verdict-double = double
comparison-verdict-returned = returned
comparison-verdict-outside = outside of the statement
comparison-verdict-bundled = one credit for several, please confirm

comparison-ground-line = { $ground } (line { $line })
comparison-ground-amount-reference-day = amount, cash reference and day
comparison-ground-amount-file-day = amount, file number and day
comparison-ground-amount-reference = amount and reference, on another day
comparison-ground-amount-day = amount and day alone
comparison-ground-reference-day = reference and day, another amount
comparison-ground-reference = reference alone, another amount and day
comparison-ground-no-line = no entry for it in the statement
comparison-ground-no-payment = no payment for it in Förderbuch
comparison-ground-same = same amount and reference as another entry
comparison-ground-return = paid and come back without reaching the account
comparison-ground-beyond = before, after or at the very end of the statement
comparison-ground-sum-day = share of a credit that has the sum of several payments

cli-compare-open = The bank statement does not agree; lines to be cleared: { $count }.
cli-compare-elsewhere = No payment of the programme lies within the days of the statement; there is nothing to compare.
cli-compare-gaps = The statement has gaps or does not add up; this does not mean that all agrees.
