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
takeover-column-grant = Aktenzeichen
takeover-column-purpose = Zweck
takeover-column-applied-on = Antrag vom
takeover-column-requested = Beantragt
takeover-column-total = Gesamtausgaben
takeover-column-eligible = Zuwendungsfähige Ausgaben
takeover-column-own = Eigenanteil
takeover-column-third-party = Drittmittel
takeover-column-examined-on = Geprüft am
takeover-column-result = Prüfergebnis
takeover-column-no-double = Keine Doppelförderung
takeover-column-contract-on = Vorhabenbeginn (erster Vertrag)
takeover-column-start-checked = Vorzeitiger Vorhabenbeginn zugelassen, weil
takeover-column-issued-on = Bescheid vom
takeover-column-voucher = Beleg des Bescheids
takeover-column-financing = Finanzierungsart
takeover-column-quota = Quote in %
takeover-column-cash-reference = Kassenzeichen
takeover-column-period-until = Bewilligungszeitraum bis
takeover-column-title = Titel
takeover-column-year = Haushaltsjahr
takeover-column-amount = Betrag
takeover-column-due = Fällig { $year }
takeover-column-authority-year = VE aus Haushaltsjahr
takeover-column-granted = Bewilligt
takeover-column-rules = Nebenbestimmungen
takeover-column-mode = Auszahlungsweise
takeover-column-interim = Zwischennachweis
takeover-column-bound-years = Zweckbindung in Jahren
takeover-column-urgent = Unaufschiebbar, weil
takeover-column-announced-on = Bekannt gegeben am
takeover-column-manner = Art der Bekanntgabe
takeover-column-waived-on = Rechtsbehelfsverzicht vom
takeover-column-reason = Grund
takeover-column-drawn-on = Abruf vom
takeover-column-draw-voucher = Beleg des Abrufs
takeover-column-arithmetic-on = Rechnerisch richtig am
takeover-column-factual-on = Sachlich richtig am
takeover-column-ordered-on = Angeordnet am
takeover-column-order-voucher = Beleg der Anordnung
takeover-column-paid-on = Ausgezahlt am
takeover-column-cash-voucher = Kassenbeleg
takeover-column-payment-text = Verwendungszweck
takeover-column-entered-by = Erfasst von
takeover-column-examined-by = Geprüft von
takeover-column-approved-by = Bewilligt von
takeover-column-arithmetic-by = Rechnerisch richtig von
takeover-column-factual-by = Sachlich richtig von
takeover-column-ordered-by = Angeordnet von
takeover-column-confirmed-by = Auszahlung bestätigt von

takeover-kind-recipients = Empfänger
takeover-kind-municipalities = Gemeindeverzeichnis
takeover-kind-grants = Zuwendungen
takeover-kind-due-lines = Fälligkeiten
takeover-kind-payments = Auszahlungen

takeover-taken = Übernommene Spalten: { $columns }
takeover-taken-column = { $column } (aus „{ $head }“)
takeover-ignored = Nicht übernommene Spalten: { $columns }
takeover-examples = { $count ->
    [one] 1 Beispielzeile übergangen.
   *[other] { $n } Beispielzeilen übergangen.
}
takeover-row = Zeile { $line }: { $key } { $name }: { $verdict }

takeover-books-recipient = wird erfasst
takeover-books-recipient-done = erfasst
takeover-books-both = wird erfasst, mit Bankverbindung (noch von einer anderen Person zu bestätigen)
takeover-books-both-done = erfasst, mit Bankverbindung (noch von einer anderen Person zu bestätigen)
takeover-books-account = Bankverbindung wird erfasst (noch von einer anderen Person zu bestätigen); der Empfänger ist schon da
takeover-books-account-done = Bankverbindung erfasst (noch von einer anderen Person zu bestätigen); der Empfänger war schon da
takeover-books = wird gebucht: { $entries }
takeover-books-beside = { $books }. Achtung: Den Kassenbeleg nennt schon Buchung { $number }; bitte prüfen, ob die Auszahlung schon gebucht ist.
takeover-books-done = gebucht: { $entries }
takeover-with = gehört zu Zeile { $line }
takeover-known = schon da
takeover-twice = schon da, steht auch in Zeile { $line }
takeover-refused = abgelehnt, weil: { $why }

takeover-issue-missing = Spalte „{ $column }“ ist leer. Bitte ausfüllen.
takeover-issue-key = Spalte „{ $column }“: „{ $value }“ ist kein Schlüssel. Bitte 5 Ziffern (Kreis, kreisfreie Stadt), 8 Ziffern (Gemeinde) oder einen eigenen Schlüssel aus Buchstaben, Ziffern und Bindestrich angeben; eine führende Null geht in Excel leicht verloren.
takeover-issue-type = Spalte „{ $column }“: „{ $value }“ ist keine bekannte Art. Bitte { $types } angeben.
takeover-issue-day = Spalte „{ $column }“: „{ $value }“ ist kein eindeutiger Tag. Bitte wie 31.12.2020 schreiben, das Jahr mit vier Ziffern.
takeover-issue-postcode = Spalte „{ $column }“: „{ $value }“ ist keine Postleitzahl. Bitte 5 Ziffern angeben; eine führende Null geht in Excel leicht verloren.
takeover-issue-iban = Spalte „{ $column }“: „{ $value }“ ist keine gültige IBAN, Prüfziffern, Länge oder Aufbau stimmen nicht. Bitte mit der Mitteilung der Kommune vergleichen.
takeover-issue-amount = Spalte „{ $column }“: „{ $value }“ ist kein eindeutiger Betrag. Bitte wie 1.234,50 schreiben, ohne Minus.
takeover-issue-year = Spalte „{ $column }“: „{ $value }“ ist kein Haushaltsjahr. Bitte vier Ziffern schreiben, zum Beispiel 2020.
takeover-issue-percent = Spalte „{ $column }“: „{ $value }“ ist keine eindeutige Quote. Bitte in Prozent schreiben, zum Beispiel 80 oder 80,5; aus 80 % macht Excel leicht 0,8.
takeover-issue-number = Spalte „{ $column }“: „{ $value }“ ist keine Anzahl von Jahren. Bitte eine ganze Zahl schreiben, zum Beispiel 5.
takeover-issue-yes-no = Spalte „{ $column }“: „{ $value }“ ist weder Ja noch Nein. Bitte ja oder nein schreiben.
takeover-issue-choice = Spalte „{ $column }“: „{ $value }“ ist nicht bekannt. Bitte { $words } angeben.
takeover-issue-no-line = Die Zeile hat keine Fälligkeit. Bitte den Betrag je Haushaltsjahr angeben: in einer Spalte je Jahr („Fällig 2020“) oder mit „Haushaltsjahr“ und „Betrag“.
takeover-issue-sum = Spalte „{ $column }“: „{ $value }“ ist nicht die Summe der Fälligkeiten, die { $sum } ergeben. Bitte beides vergleichen.
takeover-issue-unlike = Spalte „{ $column }“: „{ $value }“ steht anders in Zeile { $line } desselben Aktenzeichens. Bitte eine der beiden Zeilen berichtigen oder die Zelle hier leeren.
takeover-issue-beside = Zeile { $line } derselben Zuwendung ist abgelehnt. Bitte zuerst diese berichtigen.

takeover-differs = Spalte „{ $column }“: Die Liste sagt „{ $listed }“, das Förderbuch „{ $kept }“.
takeover-differs-advice = Eine Liste ändert nichts, was schon erfasst ist: bitte die Liste berichtigen oder die Änderung von Hand erfassen.
takeover-differs-line = Spalte „{ $column }“: Hier steht „{ $listed }“, weiter oben in Zeile { $line } „{ $kept }“. Bitte eine der beiden Zeilen berichtigen.
takeover-no-grant = Die Zuwendung { $grant } gibt es hier nicht. Bitte zuerst die Liste der Zuwendungen übernehmen oder das Aktenzeichen berichtigen.
takeover-nobody = Spalte „{ $column }“ nennt niemanden. Diesen Schritt tut eine andere Person: bitte sie mit Nummer oder Namen eintragen oder für die ganze Liste angeben.
takeover-stranger = Spalte „{ $column }“: „{ $person }“ ist nicht eingetragen. Bitte Nummer oder Namen schreiben wie unter Stammdaten, oder die Person zuerst eintragen.
takeover-no-account = Am { $day } hat der Empfänger keine oder mehr als eine bestätigte Bankverbindung. Bitte die Bankverbindung mit einem Tag davor erfassen und von einer anderen Person bestätigen lassen, oder in der Spalte „IBAN“ die richtige nennen.
takeover-no-account-named = Am { $day } ist { $iban } keine bestätigte Bankverbindung des Empfängers. Bitte sie mit einem Tag davor erfassen und von einer anderen Person bestätigen lassen, oder die IBAN berichtigen.
takeover-rule = Beim Schritt „{ $kind }“: { $why }
takeover-said-nothing = nichts
takeover-territory = Gebietsstand der Datei: { $day }. Ein Kreis oder eine Gemeinde, die es an Ihrem Stichtag nicht mehr oder noch nicht gab, bitte von Hand mit Gültigkeit und Nachfolger erfassen.
takeover-fulfilling = { $count ->
    [one] 1 erfüllende Gemeinde steht nicht als Verband in der Liste: Sie ist kein eigener Empfänger, sondern die Gemeinde, die mit ihrem Gemeindeschlüssel in der Liste steht.
   *[other] { $n } erfüllende Gemeinden stehen nicht als Verband in der Liste: Sie sind keine eigenen Empfänger, sondern die Gemeinden, die mit ihrem Gemeindeschlüssel in der Liste stehen.
}
takeover-others = { $count ->
    [one] 1 andere Zeile der Datei übergangen.
   *[other] { $n } andere Zeilen der Datei übergangen.
}
takeover-gone = Erfasst, aber nicht in dieser Datei: { $keys }. Bitte prüfen, ob es sie am Gebietsstand nicht mehr gab, und dann Ende und Nachfolger erfassen.
takeover-sums = { $count ->
    [one] 1 Summenzeile übergangen.
   *[other] { $n } Summenzeilen übergangen.
}
takeover-form-none = Für das Gemeindeverzeichnis gibt es keine Vorlage: Es ist die Datei GV100AD des Statistischen Bundesamtes, unverändert.

takeover-summary = { $count ->
    [one] { $n } Zeile: { $books } zu buchen, { $known } schon da, { $refused } abgelehnt.
   *[other] { $n } Zeilen: { $books } zu buchen, { $known } schon da, { $refused } abgelehnt.
}
takeover-summary-booked = { $count ->
    [one] { $n } Zeile: { $books } gebucht, { $known } schon da, { $refused } abgelehnt.
   *[other] { $n } Zeilen: { $books } gebucht, { $known } schon da, { $refused } abgelehnt.
}
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
takeover-booked-none = Es gab nichts zu buchen.

takeover-form-recipients = Eine Zeile je Empfänger. Nötig sind Schlüssel, Name und Art. Ohne „Gilt ab“ gilt der Empfänger ab Gründung des Programms, die Bankverbindung ab dem Tag der Übernahme. Die Beispielzeile wird nie übernommen.
takeover-form-grants = Eine Zeile je Zuwendung, mit einer Spalte je Haushaltsjahr („Fällig { $year }“); für weitere Titel eine weitere Zeile mit demselben Aktenzeichen. Ohne Gesamtausgaben gelten die zuwendungsfähigen, ohne Eigenanteil der Rest. Antrag, Prüfung und Bescheid müssen von verschiedenen Personen sein, wie die Regeln es verlangen; Personen mit Nummer oder Namen. Die Beispielzeile wird nie übernommen.
takeover-form-due-lines = Eine Zeile je Fälligkeit, die ein Änderungsbescheid zu einer schon erfassten Zuwendung hinzugefügt hat. Die Beispielzeile wird nie übernommen.
takeover-form-payments = Eine Zeile je Auszahlung, mit Abruf, beiden Feststellungen und Anordnung. Ohne Tag gelten die Feststellungen am Tag der Anordnung, ohne IBAN die einzige bestätigte Bankverbindung, ohne Verwendungszweck das Kassenzeichen. Erfasser, beide Feststellende und Anordnender sind verschiedene Personen. Die Beispielzeile wird nie übernommen.
takeover-form-years = Das letzte Haushaltsjahr ({ $last }) liegt vor dem ersten ({ $first }). Bitte --from und --until prüfen.
takeover-form-ending = { $path }: Eine Vorlage wird als .xlsx oder .csv geschrieben. Bitte eine dieser Endungen wählen.
takeover-example = Beispiel: { $value }
takeover-example-office = Kreiskasse
takeover-example-purpose = Kommunales Rechenzentrum
takeover-example-result = Förderfähig
takeover-example-reason = Mehrbedarf
takeover-example-yes = ja
