# Ablehnungen: was, wo, um wie viel, und was zu tun ist. Kennung und Vorschrift stehen dahinter.

refusal-not-available = { $asked } verlangt, { $available } verfügbar auf Titel { $title } im Haushaltsjahr { $year }: { $excess } zu viel.
refusal-no-authority = { $asked } verlangt, { $free } Verpflichtungsermächtigung frei auf Titel { $title }, Haushalt { $budget }, fällig { $due }: { $excess } zu viel.
refusal-authority-year-wrong = Fälligkeit { $due } zu einem Bescheid von { $notice }: Eine Fälligkeit nach dem Jahr des Bescheids braucht eine Verpflichtungsermächtigung, eine im selben Jahr darf keine haben.
refusal-line-exceeded = { $asked } angefordert, { $open } offen auf { $grant }, Titel { $title }, { $year }: { $excess } zu viel.
refusal-reference-exceeded = { $asked } verlangt, { $left } übrig von Nr. { $seq } ({ $kind }): { $excess } zu viel.
refusal-not-as-ordered = { $paid } gemeldet, { $ordered } angeordnet mit Nr. { $seq }. Betrag und Haushaltsjahr müssen der Anordnung gleichen; bitte mit der Kasse klären.
refusal-place-overdrawn = Am { $day } fehlten { $missing } auf Titel { $title }, { $year } ({ $stage }). Bitte einen kleineren Betrag oder einen anderen Tag wählen.
refusal-ceiling-exceeded = Alle Ansätze zusammen wären { $sum }, das Programmvolumen ist { $ceiling }: { $excess } zu viel.
refusal-amount-out-of-range = { $amount } geht nicht: Ein Betrag muss über null liegen und höchstens { $limit } sein.
refusal-vote-out-of-range = { $amount } geht nicht: Ansatz, Verpflichtungsermächtigung oder Kürzung darf nicht null sein und höchstens { $limit }.
refusal-year-unusable = Das Haushaltsjahr { $year } gibt es in keinem Programm; möglich sind 1990 bis 2200.
refusal-quota-out-of-range = Ein Fördersatz von { $quota } geht nicht: Er muss über null und höchstens 100 Prozent sein.
refusal-more-than-eligible = { $granted } bewilligt, { $eligible } zuwendungsfähige Ausgaben: { $excess } zu viel.
refusal-more-than-quota = { $granted } bewilligt, das ist mehr als { $quota } der zuwendungsfähigen Ausgaben von { $eligible }.
refusal-recipient-misplaced = Der Empfänger „{ $key }“ passt nicht zu „{ $kind }“: Ansatz, Verpflichtungsermächtigung, Titel und Personen gehören zum Programm, alles Übrige zu einem Empfänger.
refusal-lines-unusable = Es braucht mindestens eine Fälligkeit, und jede nur einmal je Titel und Haushaltsjahr.

refusal-unknown-grant = An diesem Tag gibt es keine Zuwendung mit dem Aktenzeichen „{ $grant }“. Bitte Aktenzeichen und Tag prüfen.
refusal-unknown-recipient = An diesem Tag gibt es keinen Empfänger mit dem Schlüssel „{ $key }“. Bitte Schlüssel und Tag prüfen.
refusal-unknown-title = An diesem Tag gibt es keinen Titel „{ $title }“. Bitte den Titel zuerst einrichten.
refusal-unknown-item = An diesem Tag gibt es weder Meilenstein noch Kennzahl „{ $key }“. Bitte Schlüssel und Tag prüfen.
refusal-unknown-person = Es ist keine Person mit der Nummer { $person } eingetragen.
refusal-taken = „{ $key }“ ist schon vergeben. Bitte einen anderen Namen oder eine andere Nummer wählen.
refusal-other-recipient = Die Zuwendung { $grant } gehört zum Empfänger { $recipient }, nicht zu dem der Buchung.

refusal-role-missing = Person Nr. { $person } darf das nicht buchen; dafür braucht es die Rolle „{ $role }“.
refusal-same-person = Person Nr. { $person } hat schon Nr. { $seq } gebucht. Nach dem Vier-Augen-Prinzip muss es eine andere Person sein.
refusal-bank-account-unconfirmed = Die Bankverbindung (Nr. { $seq }) ist nicht bestätigt, oder seither kam eine Zahlung zurück. Bitte zuerst von einer zweiten Person bestätigen lassen.
refusal-iban-wrong = Die IBAN stimmt nicht: Ihre Prüfziffern passen nicht. Bitte mit der Vorlage vergleichen.
refusal-voucher-missing = Zur Buchung „{ $kind }“ fehlt der Beleg. Keine Buchung ohne Beleg.

refusal-reference-wrong = Nr. { $seq } passt nicht als Bezug; gebraucht wird eine Buchung der Art „{ $kind }“.
refusal-reference-missing = Es fehlt der Bezug auf eine Buchung der Art „{ $kind }“.
refusal-reference-unwanted = Diese Buchung darf sich auf keine andere beziehen; angegeben ist Nr. { $seq }.
refusal-reference-unknown = Der Bezug auf eine frühere Buchung fehlt oder ist unbekannt.
refusal-reference-differs = Zuwendung, Titel oder Haushaltsjahr stimmen nicht mit Nr. { $seq } überein.
refusal-already-decided = Nr. { $seq } ist mit Nr. { $by } schon entschieden.
refusal-already-reversed = Nr. { $seq } ist mit Nr. { $by } schon berichtigt.
refusal-not-reversible = Nr. { $seq } lässt sich nicht berichtigen: weder die Einrichtung des Programms noch eine Berichtigung.
refusal-still-needed = Nr. { $by } beruht auf Nr. { $seq }. Bitte zuerst Nr. { $by } berichtigen.
refusal-reversal-day = Eine Berichtigung gilt am Tag von Nr. { $seq }, nicht am { $day }. Was an einem eigenen Tag geschah, ist ein Storno oder eine Minderung.
refusal-uid-taken = Diese Kennung gehört schon Nr. { $seq } mit anderem Inhalt. Nichts wurde gebucht; bitte die Buchung neu anlegen.
refusal-founding = Ein Förderbuch beginnt mit genau einer Einrichtung des Programms.

# $least: so viele Zeichen mindestens
refusal-text-missing = { $least ->
    [1] Das Feld „{ $field }“ ist leer.
   *[other] Das Feld „{ $field }“ braucht mindestens { $least } Zeichen.
}
# $most: so viele Zeichen höchstens
refusal-text-too-long = Das Feld „{ $field }“ fasst höchstens { $most } Zeichen.
refusal-text-character = Im Feld „{ $field }“ ist das Zeichen { $character } nicht erlaubt.
refusal-payment-text-character = Im Verwendungszweck ist das Zeichen { $character } nicht erlaubt; Banken nehmen A–Z, a–z, 0–9 und / - ? : ( ) . , ' +. Umlaute bitte als ae, oe, ue, ß als ss schreiben.

refusal-before-founding = Der { $day } liegt vor der Einrichtung des Programms am { $founded }.
refusal-in-future = Der { $day } liegt in der Zukunft; heute ist der { $today }.
refusal-before-reference = Der { $day } liegt vor dem Tag der Buchung, auf die sie sich bezieht ({ $reference }).
refusal-date-unusable = Das Datum ab { $day } ist nicht brauchbar: Ein Zeitraum endet nicht vor seinem Anfang, und Monat, Quartal oder Jahr beginnen an ihrem ersten Tag.
refusal-clock-behind = Die Uhr dieses Rechners zeigt { $now }, die letzte Buchung ist vom { $last }. Bitte die Uhr stellen; nichts wurde gebucht.
refusal-database = Die Datenbank lehnt die Buchung ab: { $message }. Nichts wurde gebucht; bitte melden.

# Namen der Felder
field-reason = Begründung
field-holder = Kontoinhaber
field-purpose = Zweck
field-payment-text = Verwendungszweck
field-grant = Aktenzeichen
field-name = Name
field-voucher = Beleg
field-key = Schlüssel
field-proof = Nachweis
field-law = Haushaltsgesetz
field-note = Hinweis
field-title = Titel
field-guideline = Richtlinie
field-cash-reference = Kassenzeichen
field-address = Anschrift
field-authority = Bewilligungsbehörde
field-line = Anschrift der Behörde
field-town = Ort
field-contact = Rückfragen
field-checked-by = Art der Prüfung
field-login = Anmeldename
field-milestone = Meilenstein
field-indicator = Kennzahl
field-baseline = Ausgangswert
field-target = Zielwert
field-quota = Fördersatz
field-iban = IBAN
field-source = Quelle
field-recipient = Empfänger
