# List of the cash office against the ledger

cash-finding-known = agrees, reconciled already (entry { $number })
cash-finding-booked = agrees, repayment booked already (entry { $number })
cash-finding-returned = agrees, return booked already (entry { $number })
cash-finding-reconcile = will be reconciled (payment, entry { $number })
cash-finding-reconcile-done = reconciled (payment, entry { $number })
cash-finding-confirm = will be confirmed and reconciled (order, entry { $number })
cash-finding-confirm-done = confirmed and reconciled (order, entry { $number })
cash-finding-return = returned, will be booked (of the payment, entry { $number })
cash-finding-return-done = return, booked (of the payment, entry { $number })
cash-finding-repay = repaid, will be booked (of the claim, entry { $number })
cash-finding-repay-done = repayment, booked (of the claim, entry { $number })
cash-finding-open = unclear: { $reason }
cash-finding-near = Entry { $number } of { $day } for { $amount } comes nearest.
cash-near-amount = In the ledger: { $booked } (entry { $number }), in the list: { $listed }, difference: { $apart }.
cash-near-other = In the ledger: { $booked } (entry { $number }), in the list: { $listed }.
cash-finding-return-confirmed = return of the payment that this list confirms; will be booked (order, entry { $number })
cash-finding-return-confirmed-done = return of the payment that this list confirms; booked (order, entry { $number })

cash-doubt-unknown = Nothing in the ledger fits.
cash-doubt-amount-differs = The voucher is booked with another amount.
cash-doubt-day-differs = The voucher is booked for another day.
cash-doubt-line-differs = The voucher is booked for another title or fiscal year.
cash-doubt-order-differs = Another amount is ordered.
cash-doubt-only-amount = Amount, title and fiscal year fit, but the line names neither cash reference nor file number.
cash-doubt-several = Several entries fit.
cash-doubt-own-order = Who reconciles has ordered it; please let another person reconcile.
cash-doubt-repeated = The same line stands further up in the list.
cash-doubt-other-voucher = The same amount of the case is booked as paid with another voucher and not reconciled yet.
cash-doubt-not-a-return = Money came back, but not evidently as a returned payment; please book it by hand.
cash-doubt-future = The day is in the future.
cash-doubt-no-voucher = The line names no voucher.
cash-doubt-zero = The line has no amount.
cash-doubt-bundled = Several orders that the line names add up to this amount; please confirm them one by one by hand.
cash-doubt-partial = Only a part came back; please book it by hand.

cash-column-line = Line
cash-column-voucher = Voucher
cash-column-title = Title
cash-column-year = Year
cash-column-day = Day
cash-column-amount = Amount
cash-column-finding = Finding
cash-summary = Lines: { $all }; agree already: { $settled }; will be booked: { $books }; unclear: { $open }
cash-summary-booked = Lines: { $all }; agreed already: { $settled }; booked: { $books }; unclear: { $open }
cash-booked = { $count ->
    [one] { $n } entry was booked, number { $seq }.
   *[other] { $n } entries were booked, last number { $seq }.
}
cash-news = This list is not recorded like this yet. Unclear lines in all cash lists: { $before } so far, { $after } then.
cash-booked-none = There was nothing to book.
cash-preview-only = This is only the preview; to book, add --book --as PERSON.
cash-person-missing = Who reconciles is missing: give --as PERSON.
cash-profile-wrong = The column profile { $path } cannot be read: { $reason }
cash-profile-json = not well-formed JSON in line { $line }, character { $column }
cash-profile-field = in line { $line }, character { $column } a name or value that a column profile does not have; it has voucher, chapter, title, year, day, amount and text with a list of heads each, and payments_negative with true or false
cash-refused = { $sentence } Nothing was booked.
cash-line-refused = Line { $line } of the list: { $sentence } Nothing was booked.
cash-reconciled-until = Reconciled with the cash office until { $day }
cash-reconciled-none = Not yet reconciled with the cash office
cash-reconciled-open = Lines of the cash office’s lists that are open: { $count }
cash-reconciled-open-from = Lines of the cash office’s lists that are open: { $count }, the first of { $day }
cash-reconciled-gap = No list of the cash office covers { $first } to { $last }.
cash-unclear-none = No cash list left lines unclear.
cash-unclear-of = Unclear in the cash list { $list } (read with entry { $number }):
cash-unclear-unread = Line { $line } could not be read: { $cells }
cash-template-ending = { $path }: The list to fill in is written as .csv. Please choose this ending.
