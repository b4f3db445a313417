# What stands on every sheet of paper: marks, check code, page number.

# Mark on every page of sample data
paper-sample = Sample data – not official figures
# Mark of a printout that has not been issued
paper-copy = Not issued
# $page: page, $pages: number of pages
paper-page = Page { $page } of { $pages }
# Foot of every page, before the chain in groups; $number: last entry of the data state
paper-anchor = Check code, entry no. { $number }
# Second line of the foot; $recipient: key, $number: last own entry
paper-recipient-anchor = Recipient { $recipient } no. { $number }
# A line without words of ours; $text: as recorded
paper-plain = { $text }
# Words that stay in their language, whatever that of the document
quoted-de = { $text }
quoted-en = { $text }
# What a screen reader says of the raised figure that leads to the footnote
paper-footnote = Footnote { $number }
# Files inside the document
paper-data-csv = Data of this document for spreadsheets (CSV)
paper-data-json = Data of this document for programs (JSON)
paper-full-csv = Full list for spreadsheets (CSV)
paper-full-json = Full list for programs (JSON)
# Mark of a document that was issued
paper-issued = Issued on { $day }
# Description of the QR code for screen readers
paper-code = QR code with the check code at entry no. { $number }
# Last line of a table before a page break and first one behind it
paper-carried = Carried forward
