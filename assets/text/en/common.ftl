# General words: buttons, yes and no, units, dates, entries.

yes = Yes
ok = OK
open = Open
next = Next
none = none
all = all
total = Total
unknown = not known

# Units
unit-million = m
# $count selects the form, $n is the number as printed
days = { $count ->
    [one] { $n } day
   *[other] { $n } days
}
entries = { $count ->
    [one] { $n } entry
   *[other] { $n } entries
}
grants = { $count ->
    [one] { $n } grant
   *[other] { $n } grants
}
recipients = { $count ->
    [one] { $n } recipient
   *[other] { $n } recipients
}
findings = { $count ->
    [one] { $n } finding
   *[other] { $n } findings
}
entry-number = no. { $seq }
title-written = Chapter { $chapter }, title { $title }

# Amounts: each word means exactly one amount
amount = Amount
amount-actual = paid (actual)

# Terms
programme = Programme
guideline = Guideline
authority = Granting authority
grant = Grant
notice = Notice
due-lines = Due lines
fiscal-year-short = FY
title = Title
recipient = Recipient
recipient-key = Key (AGS)
beneficiaries = beneficiaries
as-of = As-of day
known = Known at
head = Head
cash-reference = Cash reference
file-number = File number
voucher = Voucher
bank-account = Bank account
milestone = Milestone
indicator = Indicator
journal = Journal
person = Person
purpose = Purpose
period-until = Approval period until
sample-data = Sample data – not official figures

# Dates and times
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-quarter = Q{ $quarter } { $year }
date-first-half = first half of { $year }
date-second-half = second half of { $year }
date-mid-year = mid-{ $year }
known-at = { $day }, { $clock }
today = today

# Typing amounts
entry-money-empty = Please enter an amount, for example 1,234.50.
entry-money-character = The character { $character } belongs in no amount. Please write it like this: 1,234.50.
entry-money-not-an-amount = This is not an amount. Please write it like this: 1,234.50.
entry-money-english = This is the English way of writing; German is expected here: 1.234,50.
entry-money-german = This is the German way of writing. Please put a point before the cents: 1,234.50.
entry-money-ambiguous = A separator without cents is ambiguous. If you mean €{ $thousands }, please write { $thousands } or { $plain }.
entry-money-decimals = An amount has two decimals at most.
entry-money-grouping = The groups do not fit: there are three digits between the commas, for example 1,234,567.00.
entry-money-too-large = The amount is too large; { $limit } per entry at most.

# Typing days
entry-day-empty = Please enter a day, for example 31.12.2026 or today.
entry-day-unreadable = This is not a day. You can write 31.12.2026, 31 Dec 2026, 311226, 31.12., today or +14.
entry-day-does-not-exist = There is no such day.
entry-day-out-of-range = The day must lie between 1900 and 2199.
