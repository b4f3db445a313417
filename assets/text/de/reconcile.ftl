# Abgleich: Istliste der Kasse und Kontoauszüge

screen-reconcile = Abgleich
reconcile-cash = Istliste der Kasse
reconcile-bank = Kontoauszug einer Kommune
reconcile-command = Abgleich: { $name }
reconcile-cash-intro = Die Liste der Landeshauptkasse (CSV oder XLSX mit Beleg, Titel, Haushaltsjahr, Buchungstag und Betrag) wird Zeile für Zeile mit dem Förderbuch verglichen: Sie bestätigt Anordnungen, vermerkt Auszahlungen als abgeglichen und erkennt Rückläufer und Rückzahlungen. Bis zur Entscheidung wird nichts gebucht. Die Datei kann auf das Fenster gezogen werden.
reconcile-bank-intro = Der Kontoauszug der Kommune (camt.052, camt.053, camt.054, MT940, MT942 oder CSV der Bank, auch als ZIP) wird mit dem verglichen, was an sie ausgezahlt wurde. Mehrere Dateien können zusammen auf das Fenster gezogen werden. Es wird nichts gebucht.
reconcile-waiting = { $count ->
    [one] Eine Auszahlung wartet auf den Abgleich: zur Arbeitsliste
   *[other] { $n } Auszahlungen warten auf den Abgleich: zur Arbeitsliste
}
reconcile-cash-choose = Istliste wählen …
reconcile-cash-other = Andere Liste …
reconcile-bank-choose = Kontoauszug wählen …
reconcile-bank-add = Weitere Datei …
reconcile-close = Datei weglegen
reconcile-all-files = Alle Dateien
reconcile-template = Vorlage speichern …
reconcile-template-name = Istliste zum Ausfüllen.csv
reconcile-template-name-of = Istliste { $year } zum Ausfüllen.csv
reconcile-template-title = Istliste zum Ausfüllen speichern, alle Haushaltsjahre (CSV)
reconcile-template-title-of = Istliste { $year } zum Ausfüllen speichern (CSV)
reconcile-template-intro = Vorlage zum Ausfüllen durch die Kasse: was sie zu bestätigen hat; bei offenen Anordnungen fehlen Beleg und Tag.
reconcile-template-year = Haushaltsjahr der Vorlage
reconcile-template-all = alle Haushaltsjahre
reconcile-cash-title = Istliste der Kasse wählen (CSV oder XLSX)
reconcile-bank-title = Kontoauszug der Kommune wählen (camt, MT940, CSV oder ZIP)
reconcile-takeover-title = Liste für die Übernahme wählen (CSV, XLSX oder GV100AD)
reconcile-takeover-form-title = Vorlage { $name } speichern (XLSX)
reconcile-print-title = Abgleich mit dem Kontoauszug speichern (PDF)
reconcile-print = Abgleich drucken …
reconcile-compared-name = Abgleich { $key } { $as_of }.pdf
reconcile-reading = { $file } wird gelesen
reconcile-percent = { $percent } gelesen
reconcile-stop = Lesen abbrechen
reconcile-unread = { $file } wurde nicht gelesen.
reconcile-by = Es entscheidet { $person }. Was diese Person selbst angeordnet hat, bleibt ungeklärt und ist von einer anderen abzugleichen.
reconcile-empty = Die Liste hat keine Zeile.
reconcile-booking = Die Liste wird gebucht …
reconcile-open-stay = Was ungeklärt ist, wurde nicht gebucht und steht unten.
reconcile-refused = Nichts wurde gebucht.
reconcile-unsure = Ob gebucht wurde, steht noch nicht fest.
reconcile-changed = Nichts wurde gebucht: Seit der Vorschau hat sich das Förderbuch geändert. Die Vorschau ist jetzt neu; bitte noch einmal ansehen und entscheiden.
reconcile-show-all = Alle ({ $count })
reconcile-show-books = Wird gebucht ({ $count })
reconcile-show-open = Ungeklärt ({ $count })
reconcile-show-known = Stimmt schon ({ $count })
reconcile-show-unclear = Zu klären ({ $count })
reconcile-show-settled = Stimmt ({ $count })
reconcile-none-such = Keine solche Zeile.
reconcile-verdict-known = stimmt
reconcile-verdict-mark = abgleichen
reconcile-verdict-confirm = bestätigen
reconcile-verdict-back = Rückläufer
reconcile-verdict-repay = Rückzahlung
reconcile-verdict-open = ungeklärt
reconcile-verdict-unread = nicht lesbar
reconcile-columns = Spalten
reconcile-columns-intro = Welche Spalte der Liste was enthält. Die Wahl wird für die nächste Liste behalten.
reconcile-column-chapter = Kapitel
reconcile-column-year = Haushaltsjahr
reconcile-column-text = Spalten, die den Fall nennen
reconcile-negative = Auszahlungen stehen mit Minus
reconcile-columns-take = Spalten übernehmen
reconcile-whose = Kein Konto der Dateien ist das eines Empfängers im Förderbuch. Bitte wählen, wessen Auszug es ist.
reconcile-sums = Laut Förderbuch { $state }, laut Kontoauszug { $bank }, Unterschied { $difference }.
reconcile-advice-of = { $verdict } ({ $count }): { $advice }
reconcile-advice-probable = Im Verwendungszweck nachsehen, ob es diese Zahlung ist.
reconcile-advice-bundled = Die Aufteilung der Gutschrift mit der Landeshauptkasse bestätigen.
reconcile-advice-amount = Den Betrag mit Bescheid und Anordnung vergleichen; Ministerium und Kommune klären die Abweichung.
reconcile-advice-not-at-recipient = Nachsehen, ob das Geld auf einem anderen Konto ist; sonst klären es Ministerium und Kommune.
reconcile-advice-not-at-cash-office = Im Förderbuch ist keine solche Zahlung: Ministerium und Kommune klären, ob sie zum Programm gehört.
reconcile-advice-double = Das Geld kam zweimal: Ministerium und Kommune klären die Rückzahlung.
reconcile-advice-perhaps-double = Bei der Landeshauptkasse nachfragen, wofür das Geld ist; bis dahin gehört es in das Verwahrgelass.
reconcile-advice-returned = Nichts zu tun: Das Geld kam zurück und wurde erneut gezahlt oder ist noch offen.
reconcile-drop-cash = { $count ->
    [one] Hier loslassen: Die Datei wird als Istliste der Kasse gelesen.
   *[other] Hier loslassen: Die erste von { $n } Dateien wird als Istliste der Kasse gelesen.
}
reconcile-drop-bank = { $count ->
    [one] Hier loslassen: Die Datei wird als Kontoauszug gelesen.
   *[other] Hier loslassen: { $n } Dateien werden zusammen als Kontoauszug gelesen.
}
reconcile-more-notes = { $count ->
    [one] und { $n } weiterer Hinweis
   *[other] und { $n } weitere Hinweise
}
reconcile-rows = { $count ->
    [one] { $n } Zeile
   *[other] { $n } Zeilen
}
reconcile-lines = { $count ->
    [one] { $n } Zeile
   *[other] { $n } Zeilen
}
reconcile-entries = { $count ->
    [one] { $n } Umsatz
   *[other] { $n } Umsätze
}
reconcile-book = { $count ->
    [one] { $n } Zeile buchen
   *[other] { $n } Zeilen buchen
}
reconcile-book-again = Lesung der Liste festhalten
reconcile-booked = { $count ->
    [one] { $n } Buchung wurde angelegt.
   *[other] { $n } Buchungen wurden angelegt.
}
reconcile-count-confirm = { $count ->
    [one] { $n } Anordnung zu bestätigen
   *[other] { $n } Anordnungen zu bestätigen
}
reconcile-count-confirmed = { $count ->
    [one] { $n } Anordnung bestätigt
   *[other] { $n } Anordnungen bestätigt
}
reconcile-count-mark = { $count ->
    [one] { $n } Auszahlung abzugleichen
   *[other] { $n } Auszahlungen abzugleichen
}
reconcile-count-marked = { $count ->
    [one] { $n } Auszahlung abgeglichen
   *[other] { $n } Auszahlungen abgeglichen
}
reconcile-count-back = { $count ->
    [one] { $n } Rückläufer
   *[other] { $n } Rückläufer
}
reconcile-count-repay = { $count ->
    [one] { $n } Rückzahlung
   *[other] { $n } Rückzahlungen
}
reconcile-count-known = { $count ->
    [one] { $n } stimmt schon
   *[other] { $n } stimmen schon
}
reconcile-count-open = { $count ->
    [one] { $n } ungeklärt
   *[other] { $n } ungeklärt
}
reconcile-entry = Zur Buchung { $number }
reconcile-detail-close = Zeile schließen
reconcile-state-says = Förderbuch: { $what }
reconcile-bank-says = Kontoauszug: { $what }
reconcile-takeover = Übernahme einer Liste
reconcile-takeover-intro = Was das Büro in einer Tabelle führt, wird übernommen: Empfänger, Zuwendungen, Fälligkeiten und Auszahlungen (CSV oder XLSX) oder Kreise, Gemeinden und Verwaltungsgemeinschaften aus dem amtlichen Gemeindeverzeichnis (GV100AD). Jede Zeile wird nach allen Regeln geprüft; bis zur Entscheidung wird nichts gebucht. Die Datei kann auf diesen Bereich gezogen werden.
reconcile-takeover-choose = Liste wählen …
reconcile-takeover-forms = Vorlagen zum Ausfüllen, mit Erklärung und Beispielzeile:
reconcile-takeover-form = Vorlage { $name } …
reconcile-takeover-form-name = { $name } zum Ausfüllen.xlsx
reconcile-takeover-kind = Die Liste enthält
reconcile-takeover-within = Schlüssel beginnen mit
reconcile-takeover-again = Neu lesen
reconcile-takeover-by = Es übernimmt { $person }, auch als Sachbearbeitung der Schritte, für die niemand genannt ist. Wer sonst gehandelt hat, steht in der Liste oder wird hier gewählt.
reconcile-takeover-nobody = Bitte zuerst oben die handelnde Person wählen.
reconcile-takeover-book-some = { $book }, { $refused } abgelehnte auslassen
reconcile-takeover-refused-stay = Was abgelehnt ist, wurde nicht gebucht und steht unten.
reconcile-show-refused = Abgelehnt ({ $count })
reconcile-show-there = Schon da ({ $count })
reconcile-verdict-books = wird gebucht
reconcile-verdict-there = schon da
reconcile-verdict-refused = abgelehnt
reconcile-drop-takeover = { $count ->
    [one] Hier loslassen: Die Datei wird als Liste zur Übernahme gelesen.
   *[other] Hier loslassen: Die erste von { $n } Dateien wird als Liste zur Übernahme gelesen.
}
reconcile-unclear = Ungeklärte Zeilen
reconcile-unclear-intro = Diese Zeilen ließen frühere Kassenlisten offen. Eine Zeile verschwindet, sobald eine Kassenliste sie wieder nennt und sie stimmt, oder wenn ihre Liste ohne sie erneut gelesen wird.
reconcile-unclear-list = Kassenliste
