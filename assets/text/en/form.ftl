# Forms of bookings, choice of what to book, master data.

# $label: name of a field that may stay empty
form-none = not given
form-not-a-decimal = Please type a number such as 66.5, without thousands separators.
form-not-a-number = Please type a whole number.
form-not-a-year = Please type a year with four digits.
form-english-empty = Left empty, the German words hold.
form-context-means = Shown for comparison; nobody has a deadline for it, and the programme does not pay for it.
form-precision = Precision ({ $label })
form-until = last day
form-means = That is: { $date }
form-add = Add { $what }
form-remove = Remove { $what } { $number }
form-item = { $what } { $number }
form-leave-out = Leave out { $what }
form-search = Search
# $count selects the form, $n is the printed number
form-more = { $count ->
    [one] { $n } more, please search more closely
   *[other] { $n } more, please search more closely
}
form-no-entry = There is no open entry to which this booking could refer.
form-left = { $left } left
form-confirm = Book
form-person-number = no. { $number }
form-account-unconfirmed = not confirmed yet
form-extra = Further details
form-no-application = There is no open application. It is recorded with “Application received”.
form-step-missing = Still missing: { $step }.
form-unreadable = What was typed does not fit together: { $reason }

# Choice of what to book
form-book = Book …
form-next = Further steps …
form-follow = Follow-up entry …
form-recipient-data = Change recipient data
form-choose-title = What is to be booked?
form-choose-intro = This is all that the ledger can book; “only …” names a role that is missing, and the form who has it.
form-choose-search = Search for a kind of entry
form-choose-none = No kind of entry fits.
form-role-missing = { $deed } · { $role } only
form-area-budget = Budget
form-area-year-end = End of year
form-area-recipient = Recipients
form-area-application = Application
form-area-notice = Notice
form-area-payment = Draw and payment
form-area-proof = Proof and claim
form-area-progress = Milestones
form-area-master = Master data

# Master data
screen-masters = Master data
screen-masters-intro = Click a row, or press Enter, to record a new version; what applied before stays in the journal.
screen-persons = Persons
screen-titles = Titles
screen-settings = Settings of the programme
screen-no-settings = The default values of the law apply; other or dated values are recorded here.
screen-col-roles = Roles
screen-col-until = Roles until
screen-col-limit = Order limit
screen-col-deputy = Stands in for
screen-col-purpose = Purpose
screen-col-nature = Nature
screen-col-setting = Setting
screen-col-value = Value
screen-col-from = Valid from
screen-col-source = Source
screen-setting-unproved = check before use
