# Wörter der Befehlszeile: Ausgaben und Fehler; die Optionen selbst bleiben englisch.

cli-balance-title = Stand von { $programme }
cli-balance-times = Stichtag { $day }, Datenstand Nr. { $seq } ({ $time })
cli-column-key = Schlüssel
cli-column-name = Name
cli-total = Summe
cli-without-key = ohne
cli-booked = { $count ->
    [one] { $n } Buchung aufgenommen, Kopf Nr. { $seq }.
   *[other] { $n } Buchungen aufgenommen, Kopf Nr. { $seq }.
}
cli-nothing-booked = Nichts wurde gebucht.
cli-sample-written = Beispiel geschrieben: { $path }
cli-written = Geschrieben: { $path }
cli-statements-written = { $count ->
    [one] { $n } Zuwendungsübersicht geschrieben nach { $path }
   *[other] { $n } Zuwendungsübersichten geschrieben nach { $path }
}
cli-backup-written = Geprüfte Sicherung: { $path }
cli-verified = Geprüft, ohne Befund: { $seq } Buchungen.

# Falsche Benutzung
cli-date-wrong = „{ $entry }“ ist kein Tag der Form JJJJ-MM-TT.
cli-date-missing = Den { $entry } gibt es nicht.
cli-time-wrong = „{ $entry }“ ist weder ein Tag noch eine Zeit nach RFC 3339 noch die Nummer einer Buchung.
cli-time-unknown = Der Datenstand { $entry } liegt außerhalb dieses Förderbuchs (Nr. 1 bis { $last }).
cli-anchor-wrong = „{ $entry }“ ist keine Prüfkennung der Form NUMMER:PRÜFWERT.
cli-recipient-unknown = Es gibt keinen Empfänger „{ $key }“. Der Befehl balance --by recipient nennt alle Schlüssel.
cli-person-unknown = Es ist keine Person „{ $person }“ eingetragen.
cli-person-missing = Es fehlt die Person, die bucht: --as PERSON angeben.
cli-year-unknown = Zum Haushaltsjahr { $year } gibt es in diesem Förderbuch nichts.
cli-no-window = Diese Fassung hat kein Fenster. Bitte einen Befehl angeben; --help nennt alle.
cli-output-not-written = { $path } wurde nicht geschrieben: { $reason }.
cli-folder-missing = Den Ordner { $path } gibt es nicht.

# Zeilen der Buchungsdatei
draft-line = Zeile { $line }: { $sentence }
draft-not-json = Kein lesbares JSON: { $reason }.
draft-unknown-kind = Die Art „{ $kind }“ gibt es nicht.
draft-body = Der Inhalt passt nicht zur Art „{ $kind }“: { $reason }.
draft-field-missing = Es fehlt das Feld „{ $field }“.
draft-field-wrong = Das Feld „{ $field }“ ist nicht lesbar: { $reason }.
draft-reference-unknown = Der Bezug „{ $reference }“ ist weder eine Buchung noch eine frühere Zeile.
draft-uid-wrong = „{ $uid }“ ist keine UUID.
draft-founding-first = Die Datei { $path } gibt es noch nicht; dann muss die erste Zeile das Programm einrichten.
draft-empty = Die Eingabe hat keine Zeile.
