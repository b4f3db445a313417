# Words of the window: bars, commands, dialogs.

app-name = Förderbuch
app-window-title = { $file } – Förderbuch
app-opening = Opening the ledger …
app-loading = Reading …
app-not-opened = The ledger could not be opened
app-notice = This is an example to try things out; it is a copy in your own folder. Found your own programme with “New programme …”, later too at the bottom left under “Ledger”.
app-dismiss = Close notice
app-dismiss-outcome = Close message
app-read-only = This ledger can only be read; nothing is booked here.
app-defect = The program made an error. Nothing was booked, everything earlier is safe. Please try again; if it happens again, restart the program.

# Top bar
app-known-latest = latest
app-known-range = Entries go from 1 to { $last }.
app-known-wrong = Possible are “latest”, a day (31.12.2020) or an entry from 1 to { $last }.
app-person = Acting person
app-nobody = nobody chosen
app-person-sample = Only in the example anyone can be chosen. In a ledger of your own whoever is enrolled for your login acts.
app-person-number = Person no. { $number }

# Ledger and settings
app-ledger = Ledger
app-new = New programme …
app-open = Open ledger …
app-open-sample = Open the sample
app-save-copy = Save a verified copy …
app-settings = Settings
app-language = Language
app-language-de = Deutsch
app-language-en = English
app-theme = Appearance
app-theme-system = as the system
app-theme-light = light
app-theme-dark = dark
app-zoom = Size
app-file-ledger = Ledger
app-file-pdf = PDF
app-copy-name = { $file } – copy.foerderbuch
app-statement-name = Statement { $key } { $as_of }.pdf
app-report-name = Programme report { $as_of }.pdf

# Status bar
app-chain-good = Chain verified: { $entries }, check code { $head }
app-booked = Booked: { $kind }, { $number }
app-followed = Another program has booked; the screen shows the latest state.
app-copied = Verified copy saved: { $path }
app-copying = Writing the copy: { $percent }
app-copy-stopped = Copy stopped; nothing of it is left.
app-stop-copy = Stop the copy
app-printed = Document saved: { $path }

# Dialogs
app-cancel = Cancel
app-booking-running = Booking …
app-entries-kept = Your entries are still there.
app-nothing-booked = Nothing was booked. What you typed is still here.
app-field-needed = Please fill in.
app-choose = please choose
app-voucher = Voucher or file number
app-booked-by = Booked as { $person }.
app-no-person = Nobody is chosen who books here.
app-role-hint = { $person } lacks the role “{ $role }”.
app-act-as = Book as { $person }
app-too-much = { $missing } too much
app-open-booking = { $number } of { $day } · { $year } · open { $left }
app-open-line = { $year } · { $title } · open { $open }

app-draw-confirm = Book the draw
app-draw-amount = Amount drawn
app-draw-day = Received on
app-due-line = Due line
app-draw-empty = Nothing of this grant is left to be drawn. More can be drawn only after an increase.
app-draw-line-empty = Nothing is left to be drawn on due line { $year }. Please choose another due line.
app-open-on-line = Open on due line { $year }
app-this-draw = This draw
app-stays-open = Stays open

app-order-confirm = Book the order
app-order-amount = Amount ordered
app-order-draw = Draw
app-order-day = Signed on
app-order-no-account = This recipient has no confirmed bank account. It is recorded under “Recipients” and confirmed there by a second person.
app-order-account = Bank account
app-order-milestone = Milestone
app-no-milestone = no milestone
app-order-text = Payment text
app-requested-on-line = Requested on due line { $year }, not ordered yet
app-left-of-draw = Of it open from draw { $number }
app-this-order = This order
app-stays-requested = Still to be ordered

app-confirm-confirm = Book the payment
app-confirm-amount = Amount paid
app-confirm-order = Order
app-confirm-day = Booking day of the cash office
app-cash-voucher = Voucher of the cash office
app-ordered-with = Ordered with { $number }
app-this-payment = This payment
app-difference = Difference
app-line-afterwards = Due line { $year } has then { $paid } of { $granted } paid.
app-held-against = The payment belongs to the milestone “{ $milestone }”.

app-reverse-intro = The entry is cancelled by its exact opposite; both stay in the journal. What really happened and has changed is booked anew with its own date, not corrected.
app-reverse-confirm = Book the correction
app-reverse-result = Effect of the correction
app-reason = Reason
app-reason-hint = At least ten characters; the reason stays in the journal for good.

app-issue-intro = Every due line is checked against what is available in its fiscal year; later years need commitment authority.
app-issue-confirm = Book the notice
app-purpose = Purpose
app-financing = Financing
app-quota = Quota in percent
app-eligible = Eligible expenditure
app-notice-day = Date of the notice
app-period-until = Approved until
app-cash-reference = Cash reference
app-due-lines = Due lines
app-title = Title
app-fiscal-year = Fiscal year
app-amount = Amount
app-add-line = Another due line
app-remove-line = Remove due line
app-available-in = Available { $year }
app-this-line = This due line
app-stays-available = Stays available
app-authority-free = Commitment authority { $budget } for { $year }, free
app-authority-missing = Commitment authority missing: { $missing }

app-new-title = New programme
app-new-intro = A ledger is a file and keeps one programme. Where it shall lie is asked afterwards.
app-new-confirm = On to the file …
app-new-name = Name of the programme
app-new-guideline = Guideline, short
app-new-ceiling = Programme volume
app-new-authority = Granting authority
app-new-line = Unit and address, one line
app-new-town = Town
app-new-contact = Contact for questions
app-new-person = Your name
app-new-next = Titles, appropriations, recipients and further persons are added afterwards with “Book …”, many at once with the command “foerderbuch book” from a file.
