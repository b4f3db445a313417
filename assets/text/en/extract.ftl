# Extract for a recipient: the treasurer's view.

# Names of the screens
extract-account = Account
extract-statement = Statement of grants
extract-compare = Bank comparison

# $recipient: name; $number: last entry of the ledger; $day: its day
extract-banner = Extract for { $recipient }, as of entry { $number } of { $day }.
# $own: number of the last own entry
extract-good = Verified: the own entries up to no. { $own } are unchanged in both chains.
# $head: hash of the last own entry
extract-head = Check code of recipient no. { $own }: { $head }. If the last statement of grants from the ministry shows the same, no entry is missing here.
extract-bad = Not verified: the extract was changed or is damaged. That is why there are no figures here. Please ask for a new extract.
extract-chain = Extract verified: { $entries }
extract-only = An extract only has the account, the statement of grants and the bank comparison. Everything else is in the ministry's ledger.
extract-drop = A document is checked in the ministry's ledger, not in an extract. What belongs here is the bank's statement.
extract-search = Screen, command or help
extract-next = Next dates
extract-nothing-next = Nothing is due.

# While it is verified
extract-verifying = Verifying the extract: { $percent }
extract-stop-verifying = Stop verifying

# On paper
extract-paper = From an extract

# The treasurer's bank comparison
extract-bank = Your bank statement
extract-bank-intro = Your bank statement (camt.052, camt.053, camt.054, MT940, MT942 or the bank’s CSV, also as ZIP) is compared with what was paid to you. Several files can be dropped on the window together. Nothing is booked.
