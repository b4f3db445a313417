# Reports: look at documents, save, issue, check and compare them
screen-reports = Reports
shelf-make = Create a document
shelf-issued = Issued
shelf-check = Check a document
shelf-difference = Difference
shelf-command = Reports: { $name }
shelf-document = Document
shelf-document-programme = R1 Grants and outflow
shelf-document-counties = R2 By county and independent city
shelf-document-grants = R3 Applications and grants
shelf-document-milestones = R4 Milestones and indicators
shelf-document-proofs = R5 Proofs of use
shelf-document-budget = R6 Budget by title
shelf-document-claims = R7 Claims and interest
shelf-document-statement = Statement of grants
shelf-document-journal = Extract of the journal
shelf-document-sheet = Data sheet of an entry
shelf-document-difference = Difference between two known-at states
shelf-document-published = Register of published figures
shelf-document-verification = Verification protocol
shelf-entry = Number of the entry
shelf-before = Earlier known-at (number of the entry)
shelf-year = Fiscal year
shelf-calendar-year = Calendar year
shelf-year-any = as the document provides
shelf-unit = Unit
shelf-unit-euro = Euros and cents
shelf-unit-thousand = T€ (rounded)
shelf-form = File format
shelf-form-pdf = PDF (pages)
shelf-form-xlsx = XLSX (workbook)
shelf-form-csv-german = CSV (semicolon, decimal comma)
shelf-form-csv-international = CSV (comma, decimal point)
shelf-file = File
shelf-file-xlsx = Workbook (XLSX)
shelf-save = Save document …
shelf-save-title = Save document
shelf-print = Print document …
shelf-print-hint = Saves the PDF and opens it with the system's program, which prints it.
shelf-issue = Issue …
shelf-statements = Save for all …
shelf-issue-all = Issue for all …
shelf-statements-folder = Folder for the statements of grants
shelf-page = Page { $page } of { $pages }
shelf-page-before = Previous page
shelf-page-after = Next page
shelf-smaller = Zoom out
shelf-larger = Zoom in
shelf-as-text = As text
shelf-choose-recipient = Please choose the recipient whose statement of grants is needed.
shelf-choose-entry = Please type the number of the entry; the journal shows it. There are data sheets for notices and their amendments, returned money that is granted again, orders, claims, repayments, notices of interest, reminders of proofs, and checks of a proof that lead to a hearing.
shelf-choose-before = Please type the number of the last entry that was known then; it is compared with the known-at at the top of the window.
shelf-no-paper = There is no such document at the chosen as-of day and known-at. Please change one of them or the fiscal year.
shelf-no-sheet = There is no data sheet for this entry, or the entry is later than the known-at.
shelf-batch = Statements of grants of all recipients
shelf-batch-issuing = Issued statements of grants of all recipients
shelf-batch-issued = issued
shelf-batch-again = issued already on { $day } (no. { $before }), now once more
shelf-batch-progress = { $done } of { $total } written, folder { $folder }
shelf-batch-failed = { $count ->
    [one] { $n } statement could not be written.
   *[other] { $n } statements could not be written.
}
shelf-batched = { $count ->
    [one] { $n } statement saved.
   *[other] { $n } statements saved.
}
shelf-batch-stopped = Stopped; what was written stays.
shelf-batch-stop = Stop the statements
shelf-batch-close = Close the result
shelf-batch-written = saved
shelf-batch-not-written = missing
shelf-remade = Still the previous state: the document is being created again.
shelf-issue-title = Issue the document
shelf-issue-confirm = Issue document
shelf-issue-what = The document says “issued on { $day }”, as-of day { $as_of }, known-at { $known }. The journal records: which document, as-of day and known-at, language, its hash (SHA-256) and who issued it. The ledger keeps the document itself, byte for byte.
shelf-issue-again = This document was issued already on { $day } by { $issuer } (entry no. { $before }, known up to no. { $known }). If it is issued once more, both stand in the register; if only one of them holds, the other is to be taken back by a correction.
shelf-issue-for-good = An issue stays in the journal; an error is disclosed by a reversal, not deleted. This does not write a file yet: save it afterwards from the register of issued documents.
shelf-issue-sheet = A data sheet is no order and no notice; these are signed as before.
shelf-issue-all-title = Issue the statements of all recipients
shelf-issue-all-count = { $count ->
    [one] { $n } recipient with grants or payments
   *[other] { $n } recipients with grants or payments
}
shelf-issue-all-confirm = { $count ->
    [one] Issue { $n } document …
   *[other] Issue { $n } documents …
}
shelf-issue-all-folder = Folder for the issued statements
shelf-issue-all-what = Every recipient gets a statement that says “issued on { $day }”, as of { $as_of }, known up to { $known }. Each is an entry of its own in the journal with its hash (SHA-256), is kept byte for byte in the ledger, and is written as PDF to the folder that is asked for next.
shelf-issue-all-for-good = What is issued stays in the journal; an error is disclosed by a reversal, not deleted. Where the folder has a file of that name already, nothing is issued for that recipient and nothing is replaced. If you stop, what was issued until then stays; the list names every recipient with the result.
shelf-issued-unwritten = Issued with entry { $number }, but the file could not be written: { $reason } The document can be saved under “Issued”.
shelf-not-seen = No page of this document can be seen yet. Please wait until one appears, then print.
shelf-issue-voucher = File number or sheet of the file
shelf-issued-none = No document has been issued yet. Choose one under “Create a document” and issue it; it is then listed here with its hash and can be saved again byte for byte.
shelf-issued-count = { $count ->
    [one] { $n } document
   *[other] { $n } documents
}
shelf-issued-on = Issued on
shelf-issued-sentence = { $number }, { $document }, { $recipient }, issued on { $day }, as of { $as_of }, by { $issuer }
shelf-issuer = By
shelf-bytes = Size in bytes
shelf-fact = { $name }: { $value }
shelf-hash = Hash (SHA-256)
shelf-save-again = Save byte for byte …
shelf-open-again = Save and open …
shelf-to-entry = Entry in the journal
shelf-check-intro = Choose a PDF or drop it on the window. The ledger says whether it is genuine, altered or older, or comes from another programme. The file is only read.
shelf-check-choose = Choose a PDF …
shelf-check-running = The document is being checked …
shelf-check-register = Show in the register
shelf-verdict-genuine = Genuine
shelf-verdict-older = Genuine, but older than the ledger
shelf-verdict-altered = Not genuine: altered
shelf-verdict-corrected = Issued, but reversed
shelf-verdict-other = Not genuine: from another ledger
shelf-verdict-open = Cannot be checked
shelf-verdict-foreign = Not a document from Förderbuch
shelf-verdict-unread = The document could not be read
shelf-difference-intro = Why has a printed figure changed? Please type the earlier known-at: a day, or the number of the entry at the foot of the document. It is compared with the as-of day and known-at at the top of the window.
shelf-then = Earlier known-at
shelf-compare = Compare
shelf-as-paper = Show as a document
shelf-later = The earlier known-at must be before the one at the top of the window.
shelf-changed = Changed figures
shelf-between = { $count ->
    [one] From { $before } to { $after }, { $n } entry was added; both as of { $day }.
   *[other] From { $before } to { $after }, { $n } entries were added; both as of { $day }.
}
shelf-figures = { $count ->
    [one] { $n } figure
   *[other] { $n } figures
}
shelf-unchanged = No figure has changed.
shelf-because = Entries that changed them
shelf-because-hint = Choose a figure above to see only its entries. A row leads to its entry in the journal.
shelf-title = Title
shelf-before-amount = Then
shelf-after-amount = Now
shelf-figure-sentence = { $figure }, title { $title }, fiscal year { $year }: then { $before }, now { $after }

paper-too-large = A table is larger than a sheet can be; the workbook was not written. Please use .csv or .pdf, or a single year.
paper-failed = The document could not be written although the data are good: a fault of the program. Please report it with these words: { $reason }
paper-glyph-missing = The character { $character } in { $within } is missing in the typeface; the document was not written. It can be written as XLSX and CSV.

# Check code, typed
shelf-anchor = Check code of a document
shelf-anchor-intro = If you only have the printout: type the number and the groups from its foot, or what a phone reads from the code beside them.
shelf-anchor-hint = 276: XFDY …
shelf-anchor-check = Compare
shelf-anchor-form = Number and groups of the check code as printed at the foot: 276 XFDY …, with the check character at the end.
shelf-anchor-mistyped = The check character does not match: something was mistyped.
shelf-anchor-good = It agrees: entry no. { $number } has exactly this check code in this ledger. Only the PDF can show whether the printout has the figures that the ledger prints.
shelf-anchor-good-own = It agrees: entry no. { $number } of recipient { $recipient }'s own chain has exactly this check code in this ledger. Only the PDF can show whether the printout has the figures that the ledger prints.
shelf-anchor-other = It does not agree: entry no. { $number } has another check code in this ledger, or does not exist.

shelf-deep = Check the database, too, and replay the whole journal
