# Files that others wrote: bank statements, lists of the cash office, tables

exchange-place-line = Line { $line }
exchange-place-file = “{ $file }”
exchange-place-both = “{ $file }”, line { $line }

exchange-refused-empty = The file is empty. Please fetch it again or choose another one.
exchange-refused-unreadable = The file cannot be read. Please check that it is still there and not open elsewhere.
exchange-refused-too-large = The file is larger than { $words } MiB. Please fetch a shorter period.
exchange-refused-unknown-kind = This is no bank statement that Förderbuch can read. It reads camt.052, camt.053, camt.054 (also as ZIP), MT940, MT942 and CSV of banks.
exchange-refused-html = This is a web page, no table, whatever its ending says. Please open it in Excel and save it as XLSX or CSV.
exchange-refused-pdf = This is a PDF file to be read. Please take the file with the data: a statement of the bank as camt.053, MT940 or CSV, a list of the cash office as CSV or XLSX.
exchange-refused-old-excel = This is a workbook of the old format (.xls). Please save it as XLSX or CSV in Excel.
exchange-refused-workbook = This is an Excel workbook, no bank statement. Please choose the bank’s statement as camt.053, MT940 or CSV.
exchange-refused-no-workbook = This is a text file, no Excel workbook, whatever its ending says. Please rename it to .csv or save it as XLSX in Excel.
exchange-refused-workbook-damaged = The workbook is damaged. Please open it in Excel, have it repaired and save it again.
exchange-refused-malformed = The file is not well-formed XML. Please download it from the bank again.
exchange-refused-doctype = The file has a DOCTYPE. Bank statements have none; such a file can do harm and is not read. Please ask the bank.
exchange-refused-entity = The file refers to “{ $words }”, which is explained nowhere. Please fetch it again.
exchange-refused-too-deep = The file is nested more than { $words } levels deep. No bank statement is; it is not read.
exchange-refused-attributes = An element has more than { $words } attributes. No bank statement has; the file is not read.
exchange-refused-too-long = A single item is longer than { $words } KiB. No bank statement has such; the file is not read.
exchange-refused-entries = The file has more than { $words } entries. Please fetch a shorter period.
exchange-refused-cells = The table has more than { $words } cells. Please save only the columns and rows that are needed.
exchange-refused-other-xml = This is XML, but no bank statement: the file begins with “{ $words }”. It reads camt.052, camt.053 and camt.054.
exchange-refused-version = “{ $words }” is a version that is not read. Versions .02 to .14 are; please fetch the statement in one of them.
exchange-refused-archive-damaged = The archive is damaged. Please fetch the ZIP file again.
exchange-refused-archive-files = The archive has more than { $words } files. Please fetch several archives.
exchange-refused-archive-ratio = The archive grows to more than { $words } times its size when unpacked. No archive of a bank does; it is not read.
exchange-refused-archive-locked = The archive has a password. Please unpack it and choose the files in it one by one.
exchange-refused-archive-empty = There is no bank statement in the archive. It reads camt.052, camt.053, camt.054, MT940, MT942 and CSV of banks in it.
exchange-refused-quote = A quotation mark is opened and never closed. Please correct the line or save the table again.
exchange-refused-no-head = No line has the column heads that are needed: { $words }. Please save the table with its heads.
exchange-refused-no-column = The column “{ $words }” is missing among the heads. Please fetch the table with that column or change the column profile.
exchange-refused-two-heads = “{ $words }” stands twice in the head, or another head means the same. Please delete or rename one of the two columns.
exchange-refused-no-directory = This is not the official directory of municipalities. Please choose the text file GV100AD of the Federal Statistical Office; an own list is taken over as a list of recipients.
exchange-refused-directory-packed = The directory is still packed. Please unpack the archive of the Federal Statistical Office and choose the text file GV100AD.
exchange-refused-directory-line = The line does not have the shape of the directory, or its end is missing. Please take the file as the Federal Statistical Office publishes it.
exchange-refused-directory-none = No county, municipality or municipal association has a key that begins with “{ $words }”. Please check the beginning: 16 is Thüringen, 16066 the county of Schmalkalden-Meiningen.
exchange-refused-stopped = Reading was stopped. Nothing has happened.
exchange-refused-missing = The file is no longer there. Please choose it again.
exchange-refused-denied = The file must not be read: permission is missing, or another program holds it open. Please close it there or copy it.
exchange-refused-malformed-ends = The file ends in the middle of its XML. It is probably incomplete; please download it again.
exchange-refused-malformed-unclosed = The file is not well-formed XML: the end of the element “{ $words }” is missing or misplaced. Please download it again.
exchange-refused-malformed-attributes = The file is not well-formed XML: the attributes of the element “{ $words }” cannot be read. Please download it again.
exchange-refused-malformed-twice = The file is not well-formed XML: the attribute “{ $words }” stands twice in one element. Please download it again.
exchange-refused-statements = The files have more than { $words } statements. Please take fewer at once.

exchange-note-no-version = The file does not say its version; it is read like the others.
exchange-note-later-version = “{ $words }” is later than the known versions; please compare the amounts with the statement on paper.
exchange-note-odd-element = “{ $words }” is not written as the rules of the message say{ $count ->
    [one] .
   *[other] , here for the first time, { $n } times in all.
}
exchange-note-element-missing = “{ $words }” is missing although the rules of the message demand it{ $count ->
    [one] .
   *[other] , here for the first time, { $n } times in all.
}
exchange-note-no-statement = The message has no statement in it. Please fetch the statement again.
exchange-note-no-balance = Statements without a balance: { $words }. Whether all entries are there cannot be calculated.
exchange-note-entry-unreadable = The amount of an entry cannot be read (“{ $words }”); the entry is missing here.
exchange-note-balance-unreadable = A balance cannot be read (“{ $words }”).
exchange-note-day-outside = The day is after the end of its month; read as { $day }.
exchange-note-day-unreadable = “{ $words }” is no day that can be read.
exchange-note-no-booking-day = The entry has no booking day.
exchange-note-characters = { $words } characters of the file are damaged and replaced by “�” here.
exchange-note-does-not-add-up = Opening balance { $opening } and entries { $net } do not give the closing balance { $closing }. Please check that the statement is complete.
exchange-note-gap = Something is missing between the statements: the earlier one ends with { $closing }, this one begins with { $opening }. Please add the missing statement.
exchange-note-repeated = The same statement is there twice; it counts once.
exchange-note-skipped = “{ $words }” is no bank statement and was left out.
exchange-note-ragged = The line has another number of fields than the heads.
exchange-note-two-heads = The column “{ $words }” is there twice; the first counts.
exchange-note-amount-unclear = “{ $words }” can mean two things, thousands or fractions; the amount was not read. Please write it with a comma and two digits, as in 1.234,00.
exchange-note-row-incomplete = The row has an amount (“{ $words }”), but neither day nor voucher; it is not reconciled. Please complete it, or write “Summe” before it if it is a total.
exchange-note-year-missing = The fiscal year is missing; the row is not reconciled.
exchange-note-year-unreadable = “{ $words }” is not a fiscal year of four digits; the row is not reconciled.
exchange-note-day-missing = The day is missing.
exchange-note-told-again = Entries that another statement has, too: { $words }. They count once.
exchange-note-more = And further notes: { $words }.
