# Dateien, die andere geschrieben haben: Kontoauszüge, Listen der Kasse, Tabellen

exchange-place-line = Zeile { $line }
exchange-place-file = „{ $file }“
exchange-place-both = „{ $file }“, Zeile { $line }

exchange-refused-empty = Die Datei ist leer. Bitte die Datei neu abrufen oder eine andere wählen.
exchange-refused-unreadable = Die Datei lässt sich nicht lesen. Bitte prüfen, ob sie noch dort liegt und nicht anderswo geöffnet ist.
exchange-refused-too-large = Die Datei ist größer als { $words } MiB. Bitte einen kürzeren Zeitraum abrufen.
exchange-refused-unknown-kind = Das ist kein Kontoauszug, den Förderbuch lesen kann. Gelesen werden camt.052, camt.053, camt.054 (auch als ZIP), MT940, MT942 und CSV der Banken.
exchange-refused-html = Das ist eine Internetseite, keine Tabelle, auch wenn die Endung es sagt. Bitte in Excel öffnen und als XLSX oder CSV speichern.
exchange-refused-pdf = Das ist eine PDF-Datei zum Lesen. Bitte die Datei mit den Daten nehmen: einen Auszug der Bank als camt.053, MT940 oder CSV, eine Liste der Kasse als CSV oder XLSX.
exchange-refused-old-excel = Das ist eine Arbeitsmappe im alten Format (.xls). Bitte in Excel als XLSX oder CSV speichern.
exchange-refused-workbook = Das ist eine Excel-Arbeitsmappe, kein Kontoauszug. Bitte den Auszug der Bank als camt.053, MT940 oder CSV wählen.
exchange-refused-no-workbook = Das ist eine Textdatei, keine Excel-Arbeitsmappe, auch wenn die Endung es sagt. Bitte in .csv umbenennen oder in Excel als XLSX speichern.
exchange-refused-workbook-damaged = Die Arbeitsmappe ist beschädigt. Bitte in Excel öffnen, reparieren lassen und neu speichern.
exchange-refused-malformed = Die Datei ist kein fehlerfreies XML. Bitte sie bei der Bank neu abrufen.
exchange-refused-doctype = Die Datei enthält eine DOCTYPE-Angabe. Kontoauszüge haben keine; so eine Datei kann Schaden anrichten und wird nicht gelesen. Bitte bei der Bank nachfragen.
exchange-refused-entity = Die Datei verweist auf „{ $words }“, das nirgends erklärt ist. Bitte die Datei neu abrufen.
exchange-refused-too-deep = Die Datei ist mehr als { $words } Ebenen tief verschachtelt. Das hat kein Kontoauszug; sie wird nicht gelesen.
exchange-refused-attributes = Ein Element hat mehr als { $words } Angaben. Das hat kein Kontoauszug; die Datei wird nicht gelesen.
exchange-refused-too-long = Ein einzelner Eintrag ist länger als { $words } KiB. Das hat kein Kontoauszug; die Datei wird nicht gelesen.
exchange-refused-entries = Die Datei hat mehr als { $words } Umsätze. Bitte einen kürzeren Zeitraum abrufen.
exchange-refused-cells = Die Tabelle hat mehr als { $words } Zellen. Bitte nur die Spalten und Zeilen speichern, die gebraucht werden.
exchange-refused-other-xml = Das ist XML, aber kein Kontoauszug: Die Datei beginnt mit „{ $words }“. Gelesen werden camt.052, camt.053 und camt.054.
exchange-refused-version = „{ $words }“ ist eine Fassung, die nicht gelesen wird. Gelesen werden die Fassungen .02 bis .14; bitte den Auszug in einer davon abrufen.
exchange-refused-archive-damaged = Das Archiv ist beschädigt. Bitte die ZIP-Datei neu abrufen.
exchange-refused-archive-files = Das Archiv hat mehr als { $words } Dateien. Bitte in mehreren Archiven abrufen.
exchange-refused-archive-ratio = Das Archiv wird beim Auspacken mehr als { $words }-mal so groß. Das hat kein Archiv einer Bank; es wird nicht gelesen.
exchange-refused-archive-locked = Das Archiv hat ein Kennwort. Bitte auspacken und die Dateien darin einzeln wählen.
exchange-refused-archive-empty = Im Archiv ist kein Kontoauszug. Gelesen werden darin camt.052, camt.053, camt.054, MT940, MT942 und CSV der Banken.
exchange-refused-quote = Ein Anführungszeichen wird geöffnet und nie geschlossen. Bitte die Zeile berichtigen oder die Tabelle neu speichern.
exchange-refused-no-head = Keine Zeile hat die Spaltenköpfe, die gebraucht werden: { $words }. Bitte die Tabelle mit Kopfzeile speichern.
exchange-refused-no-column = Die Spalte „{ $words }“ fehlt in der Kopfzeile. Bitte die Tabelle mit dieser Spalte abrufen oder das Spaltenprofil ändern.
exchange-refused-two-heads = „{ $words }“ steht zweimal in der Kopfzeile, oder ein anderer Kopf meint dasselbe. Bitte eine der beiden Spalten löschen oder umbenennen.
exchange-refused-no-directory = Das ist nicht das amtliche Gemeindeverzeichnis. Bitte die Textdatei GV100AD des Statistischen Bundesamtes wählen; eine eigene Liste wird als Empfängerliste übernommen.
exchange-refused-directory-packed = Das Verzeichnis ist noch gepackt. Bitte das Archiv des Statistischen Bundesamtes entpacken und die Textdatei GV100AD wählen.
exchange-refused-directory-line = Die Zeile hat nicht den Aufbau des Gemeindeverzeichnisses, oder ihr fehlt das Ende. Bitte die Datei unverändert vom Statistischen Bundesamt nehmen.
exchange-refused-directory-none = Kein Kreis, keine Gemeinde und kein Gemeindeverband hat einen Schlüssel, der mit „{ $words }“ beginnt. Bitte den Anfang prüfen: 16 ist Thüringen, 16066 der Landkreis Schmalkalden-Meiningen.
exchange-refused-stopped = Das Lesen wurde abgebrochen. Es ist nichts geschehen.
exchange-refused-missing = Die Datei liegt nicht mehr dort. Bitte sie neu wählen.
exchange-refused-denied = Die Datei darf nicht gelesen werden: Es fehlen die Rechte, oder ein anderes Programm hält sie offen. Bitte sie dort schließen oder kopieren.
exchange-refused-malformed-ends = Die Datei endet mitten im XML. Sie ist wohl unvollständig; bitte neu abrufen.
exchange-refused-malformed-unclosed = Die Datei ist kein fehlerfreies XML: Das Ende des Elements „{ $words }“ fehlt oder steht falsch. Bitte sie neu abrufen.
exchange-refused-malformed-attributes = Die Datei ist kein fehlerfreies XML: Die Angaben im Element „{ $words }“ sind nicht zu lesen. Bitte sie neu abrufen.
exchange-refused-malformed-twice = Die Datei ist kein fehlerfreies XML: Die Angabe „{ $words }“ steht zweimal in einem Element. Bitte sie neu abrufen.
exchange-refused-statements = Die Dateien haben mehr als { $words } Auszüge. Bitte weniger auf einmal nehmen.

exchange-note-no-version = Die Datei nennt ihre Fassung nicht; sie wird gelesen wie die anderen.
exchange-note-later-version = „{ $words }“ ist neuer als die bekannten Fassungen; bitte die Beträge mit dem Auszug auf Papier vergleichen.
exchange-note-odd-element = „{ $words }“ steht anders da, als die Regeln der Nachricht es vorsehen{ $count ->
    [one] .
   *[other] , hier zum ersten Mal, insgesamt { $n }-mal.
}
exchange-note-element-missing = „{ $words }“ fehlt, obwohl die Regeln der Nachricht es verlangen{ $count ->
    [one] .
   *[other] , hier zum ersten Mal, insgesamt { $n }-mal.
}
exchange-note-no-statement = Die Nachricht enthält keinen Auszug. Bitte den Auszug neu abrufen.
exchange-note-no-balance = Auszüge ohne Saldo: { $words }. Ob alle Umsätze da sind, lässt sich nicht nachrechnen.
exchange-note-entry-unreadable = Der Betrag eines Umsatzes ist nicht zu lesen („{ $words }“); der Umsatz fehlt hier.
exchange-note-balance-unreadable = Ein Saldo ist nicht zu lesen („{ $words }“).
exchange-note-day-outside = Der Tag liegt nach dem Ende seines Monats; gelesen als { $day }.
exchange-note-day-unreadable = „{ $words }“ ist kein Tag, der zu lesen ist.
exchange-note-no-booking-day = Der Umsatz hat keinen Buchungstag.
exchange-note-characters = { $words } Zeichen sind in der Datei beschädigt und hier durch „�“ ersetzt.
exchange-note-does-not-add-up = Anfangssaldo { $opening } und Umsätze { $net } ergeben nicht den Endsaldo { $closing }. Bitte prüfen, ob der Auszug vollständig ist.
exchange-note-gap = Zwischen den Auszügen fehlt etwas: Der frühere endet mit { $closing }, dieser beginnt mit { $opening }. Bitte den fehlenden Auszug dazunehmen.
exchange-note-repeated = Derselbe Auszug ist doppelt vorhanden; er zählt einmal.
exchange-note-skipped = „{ $words }“ ist kein Kontoauszug und wurde übergangen.
exchange-note-ragged = Die Zeile hat eine andere Zahl von Feldern als die Kopfzeile.
exchange-note-two-heads = Die Spalte „{ $words }“ gibt es zweimal; die erste zählt.
exchange-note-amount-unclear = „{ $words }“ kann zweierlei heißen, Tausender oder Bruchteile; der Betrag ist nicht gelesen. Bitte mit Komma und zwei Stellen schreiben, zum Beispiel 1.234,00.
exchange-note-row-incomplete = Die Zeile hat einen Betrag („{ $words }“), aber keinen Tag und keinen Beleg; sie ist nicht abgeglichen. Bitte ergänzen, oder „Summe“ davor schreiben, wenn sie eine ist.
exchange-note-year-missing = Das Haushaltsjahr fehlt; die Zeile ist nicht abgeglichen.
exchange-note-year-unreadable = „{ $words }“ ist kein Haushaltsjahr mit vier Stellen; die Zeile ist nicht abgeglichen.
exchange-note-day-missing = Der Tag fehlt.
exchange-note-told-again = Umsätze, die auch ein anderer Auszug hat: { $words }. Sie zählen einmal.
exchange-note-more = Und weitere Hinweise: { $words }.
