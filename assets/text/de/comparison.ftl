# Abgleich des Kontoauszugs einer Kommune mit dem, was an sie ausgezahlt wurde

comparison-title = Abgleich mit dem Kontoauszug der Bank: { $recipient }
comparison-state = Laut Förderbuch
comparison-bank = Laut Kontoauszug
comparison-difference = Unterschied
comparison-files = Dateien der Bank
comparison-account = Konto
comparison-account-check = Bankverbindung
comparison-account-other = Dieses Konto ist nicht die bestätigte Bankverbindung des Empfängers; bitte prüfen, ob es das richtige ist.
comparison-period = Zeitraum des Auszugs
comparison-from-until = { $first } bis { $last }
comparison-entries = Umsätze
comparison-entries-of = { $all }, davon { $others } ohne Bezug zum Programm
comparison-nothing = Weder Förderbuch noch Kontoauszug der Bank haben Zahlungen des Programms.
comparison-elsewhere = Im Zeitraum des Auszugs liegt keine Zahlung des Programms: Zu vergleichen ist nichts. Bitte den Auszug des Zeitraums nehmen, in dem gezahlt wurde.
comparison-gaps = Keine Zeile weicht ab, aber der Auszug hat Lücken oder geht nicht auf (siehe die Hinweise zur Datei): Daraus folgt nicht, dass alles übereinstimmt. Bitte den Auszug neu abrufen.
comparison-agrees = Alles stimmt überein: Jede Zahlung im Zeitraum des Auszugs ist auf dem Konto, und auf dem Konto ist keine weitere.
comparison-open = Zu klärende Zeilen: { $count }. Sie stehen in der Tabelle mit Befund und Grund.
comparison-lines = Zahlungen und Umsätze
comparison-note = Verglichen wird nach Betrag, Kassenzeichen und Tag (drei Bankarbeitstage), dann nach Betrag und Aktenzeichen, dann nach schwächeren Merkmalen. „Vermutlich“ heißt: Betrag und Tag passen, aber der Umsatz nennt weder Kassenzeichen noch Aktenzeichen.
comparison-file-note = Zur Datei der Bank: { $note }
comparison-sum = Summe im Zeitraum
comparison-column-verdict = Befund
comparison-column-grant = Aktenzeichen
comparison-column-paid = Ausgezahlt am
comparison-column-booked = Auf dem Konto am
comparison-column-state = Laut Förderbuch
comparison-column-bank = Laut Kontoauszug
comparison-column-ground = Grund

comparison-verdict-agrees = stimmt überein
comparison-verdict-probable = vermutlich, bitte bestätigen
comparison-verdict-amount = Betrag weicht ab
comparison-verdict-not-received = nicht beim Empfänger
comparison-verdict-not-paid = nicht von der Landeskasse
comparison-verdict-double = doppelt
comparison-verdict-returned = Rückläufer
comparison-verdict-outside = außerhalb des Auszugs
comparison-verdict-bundled = Sammelgutschrift, bitte bestätigen

comparison-ground-line = { $ground } (Zeile { $line })
comparison-ground-amount-reference-day = Betrag, Kassenzeichen und Tag
comparison-ground-amount-file-day = Betrag, Aktenzeichen und Tag
comparison-ground-amount-reference = Betrag und Zeichen, an einem anderen Tag
comparison-ground-amount-day = nur Betrag und Tag
comparison-ground-reference-day = Zeichen und Tag, anderer Betrag
comparison-ground-reference = nur das Zeichen, anderer Betrag und Tag
comparison-ground-no-line = kein Umsatz dazu im Auszug
comparison-ground-no-payment = keine Zahlung dazu im Förderbuch
comparison-ground-same = gleicher Betrag und gleiches Zeichen wie ein anderer Umsatz
comparison-ground-return = ausgezahlt und zurückgekommen, ohne das Konto zu erreichen
comparison-ground-beyond = vor, nach oder ganz am Ende des Auszugs
comparison-ground-sum-day = Anteil einer Gutschrift, die die Summe mehrerer Zahlungen hat

cli-compare-open = Der Kontoauszug stimmt nicht überein; zu klärende Zeilen: { $count }.
cli-compare-elsewhere = Im Zeitraum des Auszugs liegt keine Zahlung des Programms; zu vergleichen ist nichts.
cli-compare-gaps = Der Auszug hat Lücken oder geht nicht auf; daraus folgt nicht, dass alles übereinstimmt.
