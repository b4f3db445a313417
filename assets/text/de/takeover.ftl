# Listen, die übernommen werden

takeover-column-key = Schlüssel
takeover-column-name = Name
takeover-column-type = Art
takeover-column-office = Kasse
takeover-column-street = Straße
takeover-column-postcode = PLZ
takeover-column-town = Ort
takeover-column-day = Gilt ab
takeover-column-iban = IBAN
takeover-column-holder = Kontoinhaber

takeover-taken = Übernommene Spalten: { $columns }
takeover-taken-column = { $column } (aus „{ $head }“)
takeover-ignored = Nicht übernommene Spalten: { $columns }
takeover-examples = { $count ->
    [one] 1 Beispielzeile übergangen.
   *[other] { $n } Beispielzeilen übergangen.
}
takeover-row = Zeile { $line }: { $key } { $name }: { $verdict }

takeover-books-recipient = wird erfasst
takeover-books-both = wird erfasst, mit Bankverbindung (noch von einer anderen Person zu bestätigen)
takeover-books-account = Bankverbindung wird erfasst (noch von einer anderen Person zu bestätigen); der Empfänger ist schon da
takeover-known = schon da
takeover-twice = schon da, steht auch in Zeile { $line }
takeover-refused = abgelehnt, weil: { $why }

takeover-issue-missing = Spalte „{ $column }“ ist leer. Bitte ausfüllen.
takeover-issue-key = Spalte „{ $column }“: „{ $value }“ ist kein Schlüssel. Bitte 5 Ziffern (Kreis, kreisfreie Stadt), 8 Ziffern (Gemeinde) oder einen eigenen Schlüssel aus Buchstaben, Ziffern und Bindestrich angeben; eine führende Null geht in Excel leicht verloren.
takeover-issue-type = Spalte „{ $column }“: „{ $value }“ ist keine bekannte Art. Bitte { $types } angeben.
takeover-issue-day = Spalte „{ $column }“: „{ $value }“ ist kein eindeutiger Tag. Bitte wie 31.12.2020 schreiben, das Jahr mit vier Ziffern.
takeover-issue-postcode = Spalte „{ $column }“: „{ $value }“ ist keine Postleitzahl. Bitte 5 Ziffern angeben; eine führende Null geht in Excel leicht verloren.
takeover-issue-iban = Spalte „{ $column }“: „{ $value }“ ist keine gültige IBAN, Länge oder Prüfziffern stimmen nicht. Bitte mit der Mitteilung der Kommune vergleichen.

takeover-differs = Spalte „{ $column }“: Die Liste sagt „{ $listed }“, das Förderbuch „{ $kept }“. Eine Liste ändert nichts, was schon erfasst ist: bitte die Liste berichtigen oder den Empfänger von Hand neu erfassen.
takeover-differs-line = Spalte „{ $column }“: Hier steht „{ $listed }“, weiter oben in Zeile { $line } „{ $kept }“. Bitte eine der beiden Zeilen berichtigen.

takeover-summary = { $all } Zeilen: { $books } zu erfassen, { $known } schon da, { $refused } abgelehnt.
takeover-four-eyes = { $count ->
    [one] 1 Bankverbindung muss danach eine andere Person bestätigen; bis dahin wird auf sie nichts ausgezahlt.
   *[other] { $n } Bankverbindungen muss danach eine andere Person bestätigen; bis dahin wird auf sie nichts ausgezahlt.
}
takeover-preview-only = Vorschau: Nichts ist gebucht. Mit --book wird gebucht.
takeover-preview-refused = { $count ->
    [one] Vorschau: Nichts ist gebucht. 1 Zeile würde abgelehnt; bitte berichtigen, oder mit --book --skip-refused nur die anderen buchen.
   *[other] Vorschau: Nichts ist gebucht. { $n } Zeilen würden abgelehnt; bitte berichtigen, oder mit --book --skip-refused nur die anderen buchen.
}
takeover-not-booked = { $count ->
    [one] Nichts ist gebucht: 1 Zeile ist abgelehnt. Bitte berichtigen, oder mit --skip-refused nur die anderen buchen.
   *[other] Nichts ist gebucht: { $n } Zeilen sind abgelehnt. Bitte berichtigen, oder mit --skip-refused nur die anderen buchen.
}
takeover-booked-none = Nichts ist zu buchen.

takeover-form-sheet = Empfänger
takeover-form-explained = Eine Zeile je Empfänger. Nötig sind Schlüssel, Name und Art. Ohne „Gilt ab“ gilt der Empfänger ab Gründung des Programms, die Bankverbindung ab dem Tag der Übernahme. Die Beispielzeile wird nie übernommen.
takeover-form-ending = { $path }: Eine Vorlage wird als .xlsx oder .csv geschrieben. Bitte eine dieser Endungen wählen.
takeover-example = Beispiel: { $value }
takeover-example-office = Kreiskasse
