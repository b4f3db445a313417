# What comes next, after a booking and on the page of a case.

next-step = Next for { $case }: { $step } ({ $who })
next-nothing = No step of { $case } is in the work list now.
next-of-state = Next step for { $case }: { $step }
next-since-today = new today

# Forms
next-required = * required
next-authority-left = left of the commitment authority
next-statement-title = Print statement of grants
next-statement-intro = Of which recipient?
next-statement-confirm = On to the file …

# Search: the open case, words under which a command is found too
next-here = This case
next-of-case = { $step } – { $case }
next-statement = Print statement of grants
next-statement-of = Statement of grants – { $recipient }
next-also-statement = account of recipient confirmation of balance overview document PDF
next-also-programme = report state of affairs parliament annual report outflow briefing document PDF print
next-also-book = record enter add new
next-also-reverse = correct mistake reverse cancel undo record
next-also-german = German
next-also-english = English
