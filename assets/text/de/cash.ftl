# Liste der Kasse (Istliste) gegen das Förderbuch

cash-finding-known = stimmt, schon abgeglichen (Buchung { $number })
cash-finding-booked = stimmt (Buchung { $number })
cash-finding-reconcile = wird abgeglichen (Auszahlung, Buchung { $number })
cash-finding-confirm = wird bestätigt und abgeglichen (Anordnung, Buchung { $number })
cash-finding-return = Rückläufer, wird gebucht (zur Auszahlung, Buchung { $number })
cash-finding-repay = Rückzahlung, wird gebucht (zur Erstattung, Buchung { $number })
cash-finding-open = ungeklärt: { $reason }
cash-finding-near = Am nächsten kommt Buchung { $number }.

cash-doubt-unknown = Im Förderbuch passt nichts dazu.
cash-doubt-amount = Der Beleg ist mit einem anderen Betrag gebucht.
cash-doubt-day = Der Beleg ist für einen anderen Tag gebucht.
cash-doubt-line = Der Beleg ist für einen anderen Titel oder ein anderes Haushaltsjahr gebucht.
cash-doubt-order = Angeordnet ist ein anderer Betrag.
cash-doubt-only-amount = Betrag, Titel und Haushaltsjahr passen, aber die Zeile nennt weder Kassenzeichen noch Aktenzeichen.
cash-doubt-several = Mehrere Buchungen passen.
cash-doubt-own-order = Wer abgleicht, hat selbst angeordnet; bitte eine andere Person abgleichen lassen.
cash-doubt-repeated = Dieselbe Zeile steht schon weiter oben in der Liste.
cash-doubt-other-voucher = Im Fall ist derselbe Betrag mit einem anderen Beleg als ausgezahlt gebucht und noch nicht abgeglichen.
cash-doubt-not-a-return = Geld kam zurück, aber nicht erkennbar als Rückläufer; bitte von Hand buchen.
cash-doubt-future = Der Tag liegt in der Zukunft.
cash-doubt-no-voucher = Die Zeile nennt keinen Beleg.
cash-doubt-zero = Die Zeile hat keinen Betrag.

cash-column-line = Zeile
cash-column-voucher = Beleg
cash-column-title = Titel
cash-column-year = HHJ
cash-column-day = Tag
cash-column-amount = Betrag
cash-column-finding = Befund
cash-summary = Zeilen: { $all }; stimmen schon: { $settled }; werden gebucht: { $books }; ungeklärt: { $open }
cash-booked = Gebucht: { $count } Buchungen, letzte Nummer { $seq }.
cash-booked-none = Es gab nichts zu buchen.
cash-preview-only = Das ist nur die Vorschau; gebucht wird mit --book --as PERSON.
cash-person-missing = Zum Buchen fehlt, wer abgleicht: --as PERSON angeben.
cash-profile-wrong = Das Spaltenprofil { $path } ist nicht lesbar: { $reason }
cash-line-refused = Zeile { $line } der Liste: { $sentence } Nichts wurde gebucht.
cash-reconciled-until = Mit Kasse abgeglichen bis { $day }
cash-reconciled-none = Noch nicht mit Kasse abgeglichen
