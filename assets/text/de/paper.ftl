# Was auf jedem Blatt Papier steht: Kennzeichen, Prüfkennung, Seitenzahl.

# Kennzeichen auf jeder Seite von Beispieldaten
paper-sample = Beispieldaten – keine amtlichen Zahlen
# Kennzeichen eines Ausdrucks, der nicht ausgefertigt ist
paper-copy = Nicht ausgefertigt
# $page: Seite, $pages: Zahl der Seiten
paper-page = Seite { $page } von { $pages }
# Fuß jeder Seite, davor die Kette in Gruppen; $number: letzte Buchung des Datenstands
paper-anchor = Prüfkennung Buchung Nr. { $number }
# Zweite Zeile des Fußes; $recipient: Schlüssel, $number: letzte eigene Buchung
paper-recipient-anchor = Empfänger { $recipient } Nr. { $number }
# Eine Zeile ohne eigene Worte; $text: so, wie sie erfasst ist
paper-plain = { $text }
# Worte, die in ihrer Sprache bleiben, gleich in welcher das Dokument ist
quoted-de = { $text }
quoted-en = { $text }
# Was ein Vorleseprogramm zur hochgestellten Ziffer sagt, die zur Fußnote führt
paper-footnote = Fußnote { $number }
# Dateien im Dokument
paper-data-csv = Daten dieses Dokuments für Tabellenprogramme (CSV)
paper-data-json = Daten dieses Dokuments für Programme (JSON)
paper-full-csv = Vollständige Liste für Tabellenprogramme (CSV)
paper-full-json = Vollständige Liste für Programme (JSON)
# Kennzeichen eines Dokuments, das ausgefertigt ist
paper-issued = Ausgefertigt am { $day }
# Beschreibung des QR-Codes für Vorleseprogramme
paper-code = QR-Code mit der Prüfkennung von Buchung Nr. { $number }
# Letzte Zeile einer Tabelle vor einem Seitenwechsel und erste danach
paper-carried = Übertrag
