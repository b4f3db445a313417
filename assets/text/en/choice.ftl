# Values to choose from, and states: one word per thing.

# Expenditure beyond the plan
excess-kind-excess = in excess of the appropriation
excess-kind-unplanned = outside the budget

# Ground of a block
block-ground-economic = budgetary block (§ 41 ThürLHO)
block-ground-budget-law = block by budget law or budget note
block-ground-global-cut = share of a global cut

# Carry-over
carry-over-kind-additional = additional
carry-over-kind-charged = charged to the appropriation

# Examination of the application
examination-step-begun = examination begun
examination-step-documents-requested = documents requested
examination-step-documents-received = documents received

# Notice
auxiliary-rules-anbest-gk = ANBest-Gk
auxiliary-rules-anbest-p = ANBest-P
payment-mode-advance = in advance
payment-mode-paid-invoices = on paid invoices
announcement-manner-post = by post
announcement-manner-receipt = against receipt
challenge-outcome-dismissed = notice stands
challenge-outcome-annulled = notice annulled
authority-return-free = free again
authority-return-lapsed = lapsed

# Proof of use and claim
proof-kind-interim = interim proof
proof-kind-final = proof of use
check-result-clean = without objections
check-result-objections = with objections
claim-ground-resolutive-condition = resolutive condition (ANBest no. 2)
claim-ground-revocation = revocation (§ 49 (3) ThürVwVfG, from 2025 VwVfG)
claim-ground-withdrawal = withdrawal (§ 48 ThürVwVfG, from 2025 VwVfG)
claim-ground-final-notice = final notice
deferral-deferred = deferral
deferral-suspended = suspension

# Revenue and interest
interest-kind-reclaim = interest on the claim
interest-kind-delay = interest on delay
revenue-kind-repayment = repayment after the books closed
day-count-thirty-360 = 30/360
day-count-act-365 = act/365
day-count-act-act = act/act

# State of a case, S1 to S16
case-state-received = application received
case-state-in-examination = under examination
case-state-examined = application examined
case-state-issued = granted (notice issued)
case-state-announced = announced
case-state-final = final
case-state-challenged = challenged
case-state-in-progress = in progress
case-state-rejected = rejected
case-state-withdrawn = withdrawn
case-state-revoked = revoked or withdrawn by the authority
case-state-proof-due = proof of use due
case-state-proof-received = proof of use received
case-state-proof-checked = proof of use checked
case-state-claimed = claim or interest assessed
case-state-closed = closed (purpose still binds)
case-state-archivable = ready for the archive

# Steps that come before others
step-examination = examination of the application
step-no-double-funding = exclusion of double funding
step-start-checked = check of the early start
step-arithmetic-attestation = certification as arithmetically correct
step-factual-attestation = certification as factually correct
step-announcement = announcement
step-proof-check = check of the proof of use
step-settlement = settlement of the open amounts
step-books-closed = closing of the books

# Settings
setting-base-rate = base rate (§ 247 BGB)
setting-interest-margin = margin above the base rate
setting-interest-day-count = day count of interest
setting-interest-start = start of interest
setting-notice-days = announcement by post (§ 41 (2) ThürVwVfG, from 2025 VwVfG)
setting-objection-period = term for legal remedies
setting-use-period = term for the use of drawn money
setting-proof-term = term of the proof of use
setting-interim-proof-term = term of the interim proof
setting-proof-check-term = term for the check of the proof of use
setting-small-amount = limit for small amounts
setting-highest-quota = highest quota of the guideline
setting-one-open-draw = one open draw per grant only
setting-repayment-is-revenue = repayments are always revenue
setting-fixed-amount-capped = fixed amount capped by the expenditure
setting-retention-period = retention period
setting-letterhead = granting authority (letterhead)
setting-statement-term = time limit of the confirmation of balance
setting-guideline-published = publication of the guideline
setting-deviation-causes = causes of deviations from the plan

# $detail: day, auxiliary rules or title that it holds for
named-setting = { $name }, { $detail }
# $name: setting and what it holds for; $value: what it lays down
valued-setting = { $name }: { $value }
from-day = from { $day }

# $count selects the form, $n is the printed number
months = { $count ->
    [one] { $n } month
   *[other] { $n } months
}
years = { $count ->
    [one] { $n } year
   *[other] { $n } years
}
percentage-points = { $n } percentage points
in-force = in force
not-in-force = not in force

# Holidays in Thüringen
holiday-new-year = New Year
holiday-good-friday = Good Friday
holiday-easter-monday = Easter Monday
holiday-labour-day = 1 May
holiday-ascension = Ascension
holiday-whit-monday = Whit Monday
holiday-childrens-day = Universal Children’s Day
holiday-german-unity = Day of German Unity
holiday-reformation = Reformation Day
holiday-christmas = Christmas Day
holiday-second-christmas = Second Day of Christmas

# Enumeration
either-or = { $before } or { $last }

# Language of a document
paper-language-de = German
paper-language-en = English
