# Liste der Kasse (Istliste) gegen das Förderbuch

cash-finding-known = stimmt, schon abgeglichen (Buchung { $number })
cash-finding-booked = stimmt, Rückzahlung schon gebucht (Buchung { $number })
cash-finding-returned = stimmt, Rückläufer schon gebucht (Buchung { $number })
cash-finding-reconcile = wird abgeglichen (Auszahlung, Buchung { $number })
cash-finding-reconcile-done = abgeglichen (Auszahlung, Buchung { $number })
cash-finding-confirm = wird bestätigt und abgeglichen (Anordnung, Buchung { $number })
cash-finding-confirm-done = bestätigt und abgeglichen (Anordnung, Buchung { $number })
cash-finding-return = Rückläufer, wird gebucht (zur Auszahlung, Buchung { $number })
cash-finding-return-done = Rückläufer, gebucht (zur Auszahlung, Buchung { $number })
cash-finding-repay = Rückzahlung, wird gebucht (zur Erstattung, Buchung { $number })
cash-finding-repay-done = Rückzahlung, gebucht (zur Erstattung, Buchung { $number })
cash-finding-open = ungeklärt: { $reason }
cash-finding-near = Am nächsten kommt Buchung { $number } vom { $day } über { $amount }.
cash-near-amount = Im Förderbuch: { $booked } (Buchung { $number }), in der Liste: { $listed }, Unterschied: { $apart }.
cash-near-other = Im Förderbuch: { $booked } (Buchung { $number }), in der Liste: { $listed }.
cash-finding-return-confirmed = Rückläufer der Auszahlung, die diese Liste bestätigt; wird gebucht (Anordnung, Buchung { $number })
cash-finding-return-confirmed-done = Rückläufer der Auszahlung, die diese Liste bestätigt; gebucht (Anordnung, Buchung { $number })

cash-doubt-unknown = Im Förderbuch passt nichts dazu.
cash-doubt-amount-differs = Der Beleg ist mit einem anderen Betrag gebucht.
cash-doubt-day-differs = Der Beleg ist für einen anderen Tag gebucht.
cash-doubt-line-differs = Der Beleg ist für einen anderen Titel oder ein anderes Haushaltsjahr gebucht.
cash-doubt-order-differs = Angeordnet ist ein anderer Betrag.
cash-doubt-only-amount = Betrag, Titel und Haushaltsjahr passen, aber die Zeile nennt weder Kassenzeichen noch Aktenzeichen.
cash-doubt-several = Mehrere Buchungen passen.
cash-doubt-own-order = Wer abgleicht, hat selbst angeordnet; bitte eine andere Person abgleichen lassen.
cash-doubt-repeated = Dieselbe Zeile steht schon weiter oben in der Liste.
cash-doubt-other-voucher = Im Fall ist derselbe Betrag mit einem anderen Beleg als ausgezahlt gebucht und noch nicht abgeglichen.
cash-doubt-not-a-return = Geld kam zurück, aber nicht erkennbar als Rückläufer; bitte von Hand buchen.
cash-doubt-future = Der Tag liegt in der Zukunft.
cash-doubt-no-voucher = Die Zeile nennt keinen Beleg.
cash-doubt-zero = Die Zeile hat keinen Betrag.
cash-doubt-bundled = Mehrere Anordnungen, die die Zeile nennt, ergeben zusammen diesen Betrag; bitte einzeln von Hand bestätigen.
cash-doubt-partial = Nur ein Teil kam zurück; bitte von Hand buchen.

cash-column-line = Zeile
cash-column-voucher = Beleg
cash-column-title = Titel
cash-column-year = HHJ
cash-column-day = Tag
cash-column-amount = Betrag
cash-column-finding = Befund
cash-summary = Zeilen: { $all }; stimmen schon: { $settled }; werden gebucht: { $books }; ungeklärt: { $open }
cash-summary-booked = Zeilen: { $all }; stimmten schon: { $settled }; gebucht: { $books }; ungeklärt: { $open }
cash-booked = { $count ->
    [one] { $n } Buchung wurde angelegt, Nummer { $seq }.
   *[other] { $n } Buchungen wurden angelegt, letzte Nummer { $seq }.
}
cash-news = So ist diese Liste noch nicht festgehalten. Ungeklärte Zeilen in allen Kassenlisten: bisher { $before }, danach { $after }.
cash-booked-none = Es gab nichts zu buchen.
cash-preview-only = Das ist nur die Vorschau; gebucht wird mit --book --as PERSON.
cash-person-missing = Zum Buchen fehlt, wer abgleicht: --as PERSON angeben.
cash-profile-wrong = Das Spaltenprofil { $path } ist nicht lesbar: { $reason }
cash-profile-json = kein fehlerfreies JSON in Zeile { $line }, Zeichen { $column }
cash-profile-field = in Zeile { $line }, Zeichen { $column } ein Name oder Wert, den ein Spaltenprofil nicht hat; es hat voucher, chapter, title, year, day, amount und text mit je einer Liste von Spaltenköpfen und payments_negative mit true oder false
cash-refused = { $sentence } Nichts wurde gebucht.
cash-line-refused = Zeile { $line } der Liste: { $sentence } Nichts wurde gebucht.
cash-reconciled-until = Mit Kasse abgeglichen bis { $day }
cash-reconciled-none = Noch nicht mit Kasse abgeglichen
cash-reconciled-open = Zeilen der Kassenlisten ungeklärt: { $count }
cash-reconciled-open-from = Zeilen der Kassenlisten ungeklärt: { $count }, die erste vom { $day }
cash-reconciled-gap = Keine Kassenliste deckt { $first } bis { $last }.
cash-unclear-none = Keine Kassenliste ließ Zeilen ungeklärt.
cash-unclear-of = Ungeklärt in der Kassenliste { $list } (gelesen mit Buchung { $number }):
cash-unclear-unread = Zeile { $line } war nicht lesbar: { $cells }
cash-template-ending = { $path }: Die Istliste zum Ausfüllen wird als .csv geschrieben. Bitte diese Endung wählen.
