# Extract for a recipient: the treasurer's view.

# Names of the screens
extract-account = Account
extract-statement = Statement of account
extract-compare = Bank comparison

# $recipient: name; $number: last entry of the ledger; $day: its day
extract-banner = Extract for { $recipient }, as of entry { $number } of { $day }.
# $own: number of the last own entry
extract-good = Verified: the own entries up to no. { $own } lie unchanged in both chains.
# $head: hash of the last own entry
extract-head = Head of recipient no. { $own }: { $head }. If it stands so on the last statement from the ministry, no entry is missing here.
extract-bad = Not verified: the extract was changed or is damaged. That is why there are no figures here. Please ask for a new extract.
extract-chain = Extract verified: { $entries }
extract-only = An extract shows account, statement and bank comparison only. All else stands in the ministry's ledger.
extract-drop = A document is checked in the ministry's ledger, not in an extract. What belongs here is the bank's statement.
extract-search = Screen, command or help
extract-next = Next dates
extract-nothing-next = Nothing is due.

# While it is verified
extract-verifying = Verifying the extract: { $percent }
extract-stop-verifying = Stop verifying

# On paper
extract-paper = From an extract
