# Wörter der Befehlszeile: Ausgaben und Fehler; die Optionen selbst bleiben englisch.

cli-balance-title = Stand von { $programme }
cli-balance-times = Stichtag { $day }, Datenstand Nr. { $seq } ({ $time })
cli-column-key = Schlüssel
cli-column-name = Name
cli-total = Summe
cli-without-key = ohne
cli-booked = { $count ->
    [one] { $n } Buchung aufgenommen, letzte Nr. { $seq }.
   *[other] { $n } Buchungen aufgenommen, letzte Nr. { $seq }.
}
cli-answer-lost = Der Befehl ist ausgeführt, seine Antwort ließ sich aber nicht ausgeben: { $reason }. Bitte nicht wiederholen, ohne nachzusehen.
cli-nothing-booked = Nichts wurde gebucht.
cli-sample-written = Beispiel geschrieben: { $path }
cli-written = Geschrieben: { $path }
cli-backup-written = Geprüfte Kopie mit Buchungen bis Nr. { $number }: { $path }
cli-no-folder = { $path } ist kein Ordner. Nichts wurde geschrieben; bitte einen Ordner nennen.
cli-drill-failed = Probe nicht bestanden: { $path }
cli-drill-advice = Bitte mit „foerderbuch backup DATEI“ eine neue Sicherung schreiben und die alte aufbewahren.
cli-findings-advice = Die Datei wurde nicht verändert. Bitte die letzte geprüfte Sicherung wiederherstellen („foerderbuch restore SICHERUNG --over DATEI --as PERSON“); diese Datei wird dabei nur beiseitegelegt.
cli-seen-lost = { $path } ist nicht auf dem Stand, der auf diesem Rechner zuletzt gesehen wurde: { $number } mit der Prüfkennung { $start } fehlt oder lautet anders, die Datei endet mit { $last }. Vielleicht wurde eine ältere Kopie zurückgelegt oder das Ende abgeschnitten. Nichts wurde verändert; bitte die richtige Datei suchen. Soll dieser Stand gelten: „foerderbuch verify DATEI --accept“.
cli-seen-apart = { $path } wurde getrennt von { $other } fortgeführt: { $number }, dort zuletzt gesehen, fehlt hier oder lautet anders. Nichts wurde verändert; bitte entscheiden, welche der beiden Dateien gilt. Soll dieser Stand gelten: „foerderbuch verify DATEI --accept“.
cli-seen-elsewhere = { $path } ist ein älterer Stand, bis { $last }; zuletzt gesehen wurde { $number } in { $other }. Nichts wurde verändert; bitte dort buchen. Soll dieser Stand gelten: „foerderbuch verify DATEI --accept“.
cli-statements-written = { $count ->
    [one] { $n } Zuwendungsübersicht geschrieben nach { $path }
   *[other] { $n } Zuwendungsübersichten geschrieben nach { $path }
}

# Falsche Benutzung
cli-date-wrong = „{ $entry }“ ist kein Tag der Form JJJJ-MM-TT.
cli-date-missing = Den { $entry } gibt es nicht.
cli-time-wrong = „{ $entry }“ ist weder ein Tag noch eine Zeit nach RFC 3339 noch die Nummer einer Buchung.
cli-time-unknown = Der Datenstand { $entry } liegt außerhalb dieses Förderbuchs (Nr. 1 bis { $last }).
cli-recipient-unknown = Es gibt keinen Empfänger „{ $key }“. Erfasst sind: { $keys }.
cli-recipient-later = Der Empfänger { $key } ({ $name }) ist am { $day } noch nicht erfasst. Bitte einen späteren Stichtag angeben.
cli-recipient-none = Es gibt keinen Empfänger { $key }; das Förderbuch hat noch keine Empfänger.
cli-person-unknown = Es ist keine Person „{ $person }“ eingetragen.
cli-year-unknown = Zum Haushaltsjahr { $year } gibt es in diesem Förderbuch nichts.
cli-ending = Was { $path } werden soll, sagt die Endung: .pdf, .xlsx oder .csv.

# Zeilen der Buchungsdatei
draft-line = Zeile { $line }: { $sentence }
draft-not-json = Kein lesbares JSON: { $reason }.
json-end = nach Zeichen { $column } fehlt etwas
json-syntax = ab Zeichen { $column } keine gültige Schreibweise
json-missing = Das Feld „{ $name }“ fehlt
json-twice = Das Feld „{ $name }“ steht zweimal da
json-unknown = Das Feld „{ $name }“ gibt es hier nicht
json-unknown-of = Das Feld „{ $name }“ gibt es hier nicht; möglich: { $others }
json-variant = Den Wert „{ $name }“ gibt es hier nicht
json-variant-of = Den Wert „{ $name }“ gibt es hier nicht; möglich: { $others }
json-field = Feld „{ $name }“: { $why }
json-type = { $given } steht, wo { $wanted } stehen muss
json-range = { $given } ist hier zu klein oder zu groß
json-no-day = kein Tag der Form JJJJ-MM-TT
json-text = ein Text in Anführungszeichen
json-word = ein Wort in Anführungszeichen
json-boolean = true oder false
json-number = eine ganze Zahl
json-decimal = eine Zahl in Anführungszeichen, etwa "12.5",
json-day = ein Tag in Anführungszeichen, etwa "2020-12-31",
json-list = eine Liste in eckigen Klammern
json-object = ein Objekt in geschweiften Klammern
draft-wrong = So ist die Zeile keine Buchung: { $reason }.
draft-unknown-kind = Die Art „{ $kind }“ gibt es nicht.
draft-body = Der Inhalt passt nicht zur Art „{ $kind }“: { $reason }.
draft-reference-unknown = Der Bezug „{ $reference }“ ist weder eine Buchung noch eine frühere Zeile.
draft-uid-wrong = „{ $uid }“ ist keine UUID.
draft-founding-first = Die Datei { $path } gibt es noch nicht; dann muss die erste Zeile das Programm einrichten.
draft-empty = Die Eingabe hat keine Zeile.

# Fenster, Journal, weitere Wörter
cli-no-display = Es gibt keinen Bildschirm für ein Fenster.
cli-no-window = Das Fenster lässt sich nicht öffnen: { $reason }.
cli-without-window = Ohne Fenster gehen diese Befehle: { $commands }; --help erklärt sie.
cli-format-ending = { $path } hat eine andere Endung als die verlangte Form ({ $form }). Bitte eine von beiden ändern.
cli-csv-alone = Die Angabe --csv gilt nur für CSV-Dateien, { $path } ist keine.
cli-unit-exact = Dieses Dokument nennt jeden Betrag genau; --unit teur gibt es nur bei den Berichten R1, R2, R3, R5, R6 und R7.
cli-unit-none = R4 nennt keine Summen: --unit teur bleibt ohne Wirkung.
cli-issued-unwritten = Das Dokument ist ausgefertigt (Buchung Nr. { $number }), aber die Datei ließ sich nicht schreiben: { $reason } Das Dokument holt: issued --number { $number } --out ZIEL
cli-reversed-by = berichtigt durch { $seq }
cli-column-appropriated = Ansatz
cli-column-granted = Bewilligt
cli-column-actual = Ausgezahlt (Ist)
cli-column-open = Noch offen
cli-column-blocked = Gesperrt
cli-column-available = Verfügbar
cli-csv-number = Nr.
cli-csv-recorded = Erfasst
cli-csv-effective = Wirksam
cli-csv-kind = Buchungsart
cli-csv-recipient = Schlüssel
cli-csv-name = Empfänger
cli-csv-object = Gegenstand
cli-csv-amount = Betrag in Euro
cli-csv-voucher = Beleg
cli-csv-reference = Bezug
cli-csv-reversed-by = Berichtigt durch
cli-csv-person = Person
cli-csv-login = Anmeldung
cli-csv-hash = Prüfwert

# Falscher Aufruf
cli-use-unknown-argument = „{ $argument }“ ist keine Angabe dieses Befehls. --help nennt alle.
cli-use-unknown-command = „{ $command }“ ist kein Befehl. --help nennt alle.
cli-use-missing-argument = Es fehlt: { $argument }. --help erklärt den Befehl.
cli-use-conflict = „{ $argument }“ passt nicht zu den übrigen Angaben. --help erklärt den Befehl.
cli-use-missing-value = Zu „{ $argument }“ fehlt der Wert. --help erklärt den Befehl.
cli-use-number = eine ganze Zahl
cli-use-range = von { $range }
cli-use-wrong-value = „{ $value }“ passt nicht zu „{ $argument }“. --help nennt, was möglich ist.
cli-use-other = Dieser Aufruf ist nicht verständlich. --help erklärt die Befehle.

# Ausgefertigte Dokumente und ihre Prüfung
cli-issue-pdf = Ausgefertigt wird nur ein PDF; Tabellen (.xlsx, .csv) sind Arbeitsmittel.
cli-statement-issued = { $recipient }: ausgefertigt, Buchung Nr. { $number }
cli-statement-failed = { $recipient }: { $reason }
cli-issued = Ausgefertigt: Buchung Nr. { $number }
cli-issued-again = Dieses Dokument war schon am { $day } von { $issuer } ausgefertigt (Buchung Nr. { $before }, Datenstand Nr. { $known }). Nun ist es noch einmal ausgefertigt: Beide stehen im Verzeichnis; gilt nur eines davon, ist das andere mit einer Berichtigung (reversed) zurückzunehmen.
cli-issued-none = Es ist kein Dokument ausgefertigt.
cli-issued-unknown = Zu Buchung Nr. { $number } bewahrt das Förderbuch kein Dokument auf. Ohne --number werden alle aufgezählt.
cli-issued-basis = Stichtag { $day }, Datenstand Nr. { $known }
cli-check-no-pdf = { $path } ist kein PDF.
cli-check-large = { $path } hat mehr als { $most } MB: Kein Dokument von Förderbuch ist so groß. Es wurde nicht gelesen.
cli-check-foreign = { $path } ist kein Dokument von Förderbuch, oder ihm fehlen die Angaben, an denen es zu erkennen wäre.
cli-check-issued = Echt: Byte für Byte das Dokument, das am { $day } ausgefertigt wurde (Buchung Nr. { $number }).
cli-check-copy = Echt: Byte für Byte der Ausdruck, den dieses Förderbuch macht; nicht ausgefertigt.
cli-check-current = Das Förderbuch kennt seither keine weitere Buchung außer Ausfertigungen.
cli-check-older = { $count ->
    [one] Das Dokument ist älter als das Förderbuch: Es kennt Buchungen bis Nr. { $known }, seither kam außer Ausfertigungen { $n } hinzu.
   *[other] Das Dokument ist älter als das Förderbuch: Es kennt Buchungen bis Nr. { $known }, seither kamen außer Ausfertigungen { $n } hinzu (bis Nr. { $last }).
}
cli-check-ledger-older = Nicht zu prüfen: Das Dokument kennt Buchungen bis Nr. { $known }, das Förderbuch endet mit Nr. { $last }. Bitte das neuere Förderbuch nehmen.
cli-check-other-programme = Nicht zu prüfen: Das Dokument gehört zum Programm „{ $paper }“, dieses Förderbuch führt „{ $own }“. Bitte das Förderbuch jenes Programms nehmen.
cli-check-other-ledger = Nicht echt: Buchung Nr. { $known } hat in diesem Förderbuch einen anderen Prüfwert. Das Dokument kommt aus einem anderen Programm, oder eines von beiden wurde verändert.
cli-check-corrected = Nicht mehr gültig: Das Dokument wurde mit Buchung Nr. { $number } ausgefertigt; die Ausfertigung wurde mit Nr. { $correction } berichtigt. Warum, steht dort.
cli-check-working = Ein Arbeitsdokument von Förderbuch: Ein Abgleich mit dem Kontoauszug wird nicht ausgefertigt und lässt sich aus dem Förderbuch allein nicht nachrechnen.
cli-check-not-issued = Nicht echt: Das Dokument nennt sich ausgefertigt, aber keine Ausfertigung im Journal hat seinen Prüfwert. Es wurde verändert oder hier nie ausgefertigt.
cli-check-recorded = Nicht zu prüfen: Diesen Prüfwert nennt Buchung Nr. { $number }, die von Hand erfasst ist. Das Förderbuch hat dieses Dokument weder gemacht noch bewahrt es auf; was darin steht, sagt die Buchung nicht.
cli-check-names-erased = Nicht zu prüfen: Im Dokument stehen Namen von Personen, und seither wurden Namen gelöscht. Das Förderbuch kann es nicht mehr Byte für Byte machen; Prüfkennung und Datenstand (Nr. { $known }) gehören zu ihm. Ausgefertigte Dokumente bewahrt es auf und prüft sie weiterhin.
cli-check-other-program = Nicht zu prüfen: Diesen nicht ausgefertigten Ausdruck hat Version { $program } gemacht; nur sie macht ihn Byte für Byte wieder. Ausgefertigte Dokumente prüft jede Version.
cli-check-altered = Verändert: Prüfkennung und Datenstand (Nr. { $known }) gehören zu diesem Förderbuch, aber das Dokument ist nicht mehr das, was es daraus macht.
cli-between-order = Der Datenstand von damals (Nr. { $before }) liegt nach dem von jetzt (Nr. { $after }). Bitte den früheren zuerst nennen.
cli-no-entry = Eine Buchung Nr. { $number } gibt es nicht; die letzte ist Nr. { $last }.
cli-sheet-later = Buchung Nr. { $number } war beim Datenstand Nr. { $known } noch nicht erfasst.
cli-sheet-unknown = Zu Buchung Nr. { $number } gibt es kein Datenblatt. Es gibt sie zu Bescheiden und ihren Änderungen, wieder bewilligten Rückgaben, Auszahlungs- und Umbuchungsanordnungen, Erstattungen, Rückzahlungen, Zinsbescheiden, Erinnerungen an den Verwendungsnachweis und Prüfungen von Nachweisen, denen eine Anhörung folgt.
cli-check-verification = Ein Prüfprotokoll gilt nur mit seinem Förderbuch: Bitte dort erneut prüfen, mit den Prüfkennungen des Protokolls.

# Auszug für einen Empfänger; $own, $checkpoint: NUMMER:PRÜFWERT
cli-extract-written = Auszug für { $recipient } geschrieben: { $path }
    Kette des Empfängers: { $own }
    Stand des Förderbuchs: { $checkpoint }
cli-extract-good = Auszug für { $recipient } aus „{ $programme }“, ohne Befund: alle { $entries } Buchungen des Empfängers und { $shared } des Programms mit Inhalt, { $hidden } andere nur als Prüfwert. Beide Ketten stimmen von der ersten Buchung an.
    Kette des Empfängers: { $own }
    Stand des Förderbuchs: { $checkpoint }
cli-extract-unanchored = Dass es die Ketten des Förderbuchs sind, zeigt erst der Vergleich mit der Zuwendungsübersicht: bitte deren Prüfkennung mit --anchor angeben.
cli-extract-anchored = Die angegebenen Prüfkennungen stehen in diesen Ketten.
cli-extract-no-protocol = Ein Prüfprotokoll gibt es nur von einem Förderbuch, nicht von einem Auszug. Bitte --protocol weglassen.
cli-extract-of = Auszug für { $recipient }: nur Zahlen dieses Empfängers.
cli-extract-notes = Die Vermerke aus der Gründung des Programms stehen in jedem Auszug; nennen sie andere, erfährt es der Empfänger.
# $entry: wie eingegeben; $last: Nummer der letzten Buchung
cli-extract-known = Ein Auszug hat einen einzigen Datenstand, Buchung Nr. { $last }; „{ $entry }“ zeigt nur das Förderbuch. Bitte --known-at weglassen.
