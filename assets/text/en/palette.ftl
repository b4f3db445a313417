# Commands, keys, search and help.

screen-help = Help

# Commands
command-group-find = Search and help
command-group-go = Screens
command-group-view = Times and person
command-group-book = Booking
command-group-file = Documents and ledgers
command-group-settings = Settings
command-search = Search or command
command-filter = Narrow the list
command-next-region = To the next region of the window
command-previous-region = To the previous region of the window
command-next-screen = Next screen
command-previous-screen = Previous screen
command-back = Back
command-as-of = Choose the as-of day
command-known = Choose the known-at time
command-latest = Known at: show all that is recorded
command-person = Choose the acting person
command-act-as = Act as { $person }
# Beginning of command-act-as, as it is typed into the search
command-act-as-start = Act as
command-print = Print what the screen shows
command-language = Language: { $language }
command-paper-language = Language of documents: { $language }
command-paper-follows = as on the screen
command-theme = Appearance: { $theme }
command-zoom-in = Larger
command-zoom-out = Smaller
command-zoom-reset = Usual size
command-help = Help on this screen
command-keyboard = Keyboard shortcuts
command-news = What is new
command-quit = Close Förderbuch

# Why a command cannot be given now
command-no-ledger = This needs an open ledger.
command-no-filter = There is no list to narrow on this screen.
command-no-back = There was no other screen before.
command-latest-already = All that is recorded is shown already.
command-role = Needs the role { $role }: { $persons }
command-role-nobody = Needs the role { $role }, which nobody has yet
command-zoom-most = It cannot be larger.
command-zoom-least = It cannot be smaller.

# Keys
command-key-ctrl = Ctrl
command-key-shift = Shift
command-key-alt = Alt
command-key-tab = Tab
command-key-page-up = Page Up
command-key-page-down = Page Down
command-key-left = Left
command-or = {" "}or{" "}
command-column-command = Command
command-column-keys = Keys

# Search
search-label = Search or command
search-hint = Recipient, file number, voucher, amount, number of an entry, or command
search-place = Search or command …
search-running = Searching …
# $count selects the form, $n is the printed number
search-count = { $count ->
    [0] Nothing found
    [one] { $n } result
   *[other] { $n } results
}
search-more = { $count ->
   *[other] { $name }: { $shown } of { $n }; more letters find more exactly
}
search-nothing = Nothing found. The search covers recipients, grants, entries, milestones, titles, commands and the help, at the chosen as-of day and known-at time. A shorter word finds more.
search-not-now = not possible now
search-key = key { $key }
search-grant = Grant
search-application = Application
search-cases = Grants and applications
search-entries = Entries
search-titles = Budget titles
search-commands = Commands

# News
news-banner = Förderbuch { $version } is new on this computer.
news-dismiss = Dismiss the note on what is new

# Language of documents
paper-language = Language of documents
