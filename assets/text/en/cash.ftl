# List of the cash office against the ledger

cash-finding-known = agrees, reconciled already (entry { $number })
cash-finding-booked = agrees (entry { $number })
cash-finding-reconcile = will be reconciled (payment, entry { $number })
cash-finding-confirm = will be confirmed and reconciled (order, entry { $number })
cash-finding-return = returned, will be booked (of the payment, entry { $number })
cash-finding-repay = repaid, will be booked (of the claim, entry { $number })
cash-finding-open = unclear: { $reason }
cash-finding-near = Entry { $number } comes nearest.

cash-doubt-unknown = Nothing in the ledger fits.
cash-doubt-amount = The voucher is booked with another amount.
cash-doubt-day = The voucher is booked for another day.
cash-doubt-line = The voucher is booked for another title or fiscal year.
cash-doubt-order = Another amount is ordered.
cash-doubt-only-amount = Amount, title and fiscal year fit, but the line names neither cash reference nor file number.
cash-doubt-several = Several entries fit.
cash-doubt-own-order = Who reconciles has ordered it; please let another person reconcile.
cash-doubt-repeated = The same line stands further up in the list.
cash-doubt-other-voucher = The same amount of the case is booked as paid with another voucher and not reconciled yet.
cash-doubt-not-a-return = Money came back, but not evidently as a returned payment; please book it by hand.
cash-doubt-future = The day is in the future.
cash-doubt-no-voucher = The line names no voucher.
cash-doubt-zero = The line has no amount.

cash-column-line = Line
cash-column-voucher = Voucher
cash-column-title = Title
cash-column-year = Year
cash-column-day = Day
cash-column-amount = Amount
cash-column-finding = Finding
cash-summary = Lines: { $all }; agree already: { $settled }; will be booked: { $books }; unclear: { $open }
cash-booked = Booked: { $count } entries, last number { $seq }.
cash-booked-none = There was nothing to book.
cash-preview-only = This is only the preview; to book, add --book --as PERSON.
cash-person-missing = Who reconciles is missing: give --as PERSON.
cash-profile-wrong = The column profile { $path } cannot be read: { $reason }
cash-line-refused = Line { $line } of the list: { $sentence } Nothing was booked.
cash-reconciled-until = Reconciled with the cash office until { $day }
cash-reconciled-none = Not yet reconciled with the cash office
