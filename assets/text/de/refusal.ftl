# Ablehnungen: was, wo, um wie viel, und was zu tun ist. Kennung und Vorschrift stehen dahinter.

refusal-not-available = { $asked } verlangt, { $available } verfügbar bei { $title } im Haushaltsjahr { $year }: { $excess } zu viel.
refusal-no-authority = { $asked } verlangt, { $free } Verpflichtungsermächtigung frei bei { $title }, Haushalt { $budget }, fällig { $due }: { $excess } zu viel.
refusal-authority-year-wrong = Fälligkeit { $due } zu einem Bescheid von { $notice }: Eine Fälligkeit nach dem Jahr des Bescheids braucht eine Verpflichtungsermächtigung, eine im selben Jahr darf keine haben.
refusal-line-exceeded = { $asked } angefordert, { $open } offen auf { $grant }, { $title }, { $year }: { $excess } zu viel.
refusal-reference-exceeded = { $asked } verlangt, { $left } übrig von Nr. { $seq } ({ $kind }): { $excess } zu viel.
refusal-not-as-ordered = { $paid } gemeldet, { $ordered } angeordnet mit Nr. { $seq }. Betrag und Haushaltsjahr müssen der Anordnung gleichen; bitte mit der Kasse klären.
refusal-place-overdrawn = Am { $day } fehlten { $missing } bei { $title }, { $year } ({ $stage }). Bitte einen kleineren Betrag oder einen anderen Tag wählen.
refusal-ceiling-exceeded = Alle Ansätze zusammen wären { $sum }, das Programmvolumen ist { $ceiling }: { $excess } zu viel.
refusal-amount-out-of-range = { $amount } geht nicht: Ein Betrag muss über null liegen und höchstens { $limit } sein.
refusal-vote-out-of-range = { $amount } geht nicht: Ansatz, Nachtrag, Verpflichtungsermächtigung oder Kürzung darf nicht null sein und höchstens { $limit }.
refusal-year-unusable = Das Haushaltsjahr { $year } geht hier nicht. Möglich sind 1990 bis 2200, bei Einnahmen nur das Jahr der Gutschrift oder, solange dessen Bücher offen sind, das Jahr davor.
refusal-quota-out-of-range = Ein Fördersatz von { $quota } geht nicht: Er muss über null und höchstens 100 Prozent sein.
refusal-more-than-eligible = { $of ->
        [eligible] { $granted } zuwendungsfähige Ausgaben, { $eligible } Gesamtausgaben
        [requested] { $granted } beantragt, { $eligible } zuwendungsfähige Ausgaben
       *[granted] { $granted } bewilligt, { $eligible } zuwendungsfähige Ausgaben
    }: { $excess } zu viel.
refusal-more-than-requested = { $granted } bewilligt, { $requested } beantragt: { $excess } zu viel. Bitte höchstens den beantragten Betrag bewilligen.
refusal-more-than-quota = { $granted } bewilligt, das ist mehr als { $quota } der zuwendungsfähigen Ausgaben von { $eligible }.
refusal-recipient-misplaced = Der Empfänger „{ $key }“ passt nicht zu „{ $kind }“: Haushalt, Einstellungen und Personen gehören zum Programm und haben keinen Empfänger, alles Übrige braucht einen.
refusal-lines-unusable = Es braucht mindestens eine Fälligkeit, und jede nur einmal je Titel und Haushaltsjahr.

refusal-unknown-grant = An diesem Tag gibt es keine Zuwendung mit dem Aktenzeichen „{ $grant }“. Bitte Aktenzeichen und Tag prüfen.
refusal-unknown-recipient = An diesem Tag gibt es keinen Empfänger mit dem Schlüssel „{ $key }“. Bitte Schlüssel und Tag prüfen.
refusal-unknown-title = „{ $title }“ ist an diesem Tag nicht eingerichtet. Bitte den Titel zuerst einrichten.
refusal-unknown-item = An diesem Tag gibt es weder Meilenstein noch Kennzahl „{ $key }“. Bitte Schlüssel und Tag prüfen.
refusal-unknown-person = Person Nr. { $person } ist nicht eingetragen. Bitte die Nummer prüfen.
refusal-taken = „{ $key }“ ist schon vergeben. Bitte einen anderen Namen oder eine andere Nummer wählen.
refusal-other-recipient = Die Zuwendung { $grant } gehört zum Empfänger { $recipient }, nicht zu dem der Buchung.

refusal-role-missing = Person Nr. { $person } darf das nicht buchen; dafür braucht es die Rolle { $roles }.
refusal-over-limit = { $asked } angeordnet, Person Nr. { $person } darf auf einmal höchstens { $limit } anordnen: { $excess } zu viel. Bitte von einer anderen Person anordnen lassen.
refusal-same-person = Person Nr. { $person } hat schon Nr. { $seq } gebucht. Nach dem Vier-Augen-Prinzip muss es eine andere Person sein.
refusal-bank-account-unconfirmed = Die Bankverbindung (Nr. { $seq }) ist nicht bestätigt, oder seither kam eine Zahlung zurück. Bitte zuerst von einer zweiten Person bestätigen lassen.
refusal-iban-wrong = Die IBAN stimmt nicht: Prüfziffern, Länge oder Aufbau passen nicht zu ihrem Land. Bitte mit der Vorlage vergleichen.
refusal-voucher-missing = Zur Buchung „{ $kind }“ fehlt der Beleg. Keine Buchung ohne Beleg.

refusal-reference-wrong = Nr. { $seq } passt nicht als Bezug; gebraucht wird eine Buchung der Art { $kinds }.
refusal-reference-missing = Es fehlt der Bezug auf eine Buchung der Art { $kinds }.
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
refusal-date-before-booking = Der { $day } liegt vor dem Tag der Buchung ({ $booked }). Bitte diesen oder einen späteren Tag angeben.
refusal-date-not-after-booking = Eine Stundung bis zum { $day } ist am Tag der Buchung ({ $booked }) schon zu Ende. Bitte einen späteren Tag angeben.
refusal-date-after-booking = Der { $day } liegt nach dem Tag der Buchung ({ $booked }); dann wäre es noch nicht geschehen. Bitte einen der beiden Tage ändern.
refusal-date-ends-before = Das Ende am { $day } liegt vor dem Anfang am { $start }. Bitte einen der beiden Tage ändern.
refusal-date-mid-unit = Bei der Genauigkeit „{ $precision }“ wird der erste Tag angegeben; der { $day } ist das nicht.
refusal-date-end-missing = Der letzte Tag fehlt. Bitte angeben, bis wann es gilt.
refusal-date-end-unwanted = Ein letzter Tag ({ $day }) gehört hier nicht hin. Bitte ihn weglassen.
refusal-clock-behind = Die Uhr dieses Rechners zeigt { $now }, die letzte Buchung ist vom { $last }. Bitte die Uhr stellen; nichts wurde gebucht.
refusal-database = Die Datenbank lehnt die Buchung ab: { $message }. Nichts wurde gebucht; bitte melden.

# Haushaltsjahr und Bücher
refusal-books-closed = Die Bücher des Haushaltsjahres { $year } sind seit Nr. { $by } geschlossen: Was ausgezahlt ist, steht fest. Bitte buchen Sie im laufenden Haushaltsjahr; in { $year } gehen nur noch Rückläufer, Erstattung, Rest und Verfall.
refusal-year-not-ready-drawn = Im Haushaltsjahr { $year } stehen bei { $title } noch { $amount } ({ $stage }). Bitte vorher auszahlen lassen, zurückweisen oder stornieren.
refusal-year-not-ready-committed = Im Haushaltsjahr { $year } stehen bei { $title } noch { $amount } ({ $stage }). Bitte vorher als gebundenen Rest übertragen, die Fälligkeit verschieben oder die Zuwendung mindern.
refusal-year-not-ready-left = Im Haushaltsjahr { $year } stehen bei { $title } noch { $amount } ({ $stage }). Bitte vorher als Rest übertragen oder verfallen lassen.
refusal-actual-differs = Die Kasse schließt { $title }, { $year } mit { $stated }, im Förderbuch stehen { $actual } als Ist: { $difference } Unterschied. Bitte erst mit der Kasse klären.
refusal-year-done = Für das Haushaltsjahr { $year } ist das mit Nr. { $by } schon gebucht; es geschieht je Jahr nur einmal.
refusal-before-year-end = Für das Haushaltsjahr { $year } geht das frühestens am { $from }: Rest und Verfall gibt es am Ende des Jahres, den Abschluss nach dem Bücherschluss.
refusal-way-wrong-closed = Im Haushaltsjahr { $year } sind die Bücher geschlossen, oder Rückzahlungen zu diesem Titel sind stets Einnahmen. Bitte den Weg für geschlossene Bücher wählen: Ein Rückläufer wird verwahrt, eine Rückzahlung oder Rückgabe nennt das Haushaltsjahr der Einnahme.
refusal-way-wrong-open = Im Haushaltsjahr { $year } sind die Bücher offen: Ein Rückläufer ist wieder abgerufen, eine Rückgabe wieder bewilligt, eine Rückzahlung senkt das Ist. Bitte den Weg für offene Bücher wählen, ohne Haushaltsjahr der Einnahme.
refusal-percent-differs = { $stated } angegeben, der Prozentsatz vom Ansatz ergibt { $computed }: { $difference } Unterschied. Bitte Betrag oder Prozentsatz ändern.
refusal-provisional = Im Haushaltsjahr { $year } gilt vorläufige Haushaltsführung: Neu bewilligt wird nur, was nicht warten kann. Bitte begründen, warum die Zuwendung unaufschiebbar ist.

# Antrag, Bescheid und Mittelabruf
refusal-plan-unbalanced = Der Finanzierungsplan geht nicht auf: { $total } Gesamtausgaben, { $sum } aus Zuwendung, Eigenanteil und Drittmitteln, { $difference } Unterschied. Bitte den Plan ausgleichen.
refusal-quota-above-guideline = Ein Fördersatz von { $quota } geht nicht: Die Richtlinie erlaubt höchstens { $highest }.
refusal-not-equal = { $taken } weggenommen, { $given } an anderer Stelle hinzugefügt: { $difference } Unterschied. Beide Beträge müssen gleich sein.
refusal-not-whole = { $asked } angegeben, { $left } übrig: { $difference } Unterschied. Hier geht nur der ganze übrige Betrag.
refusal-step-missing-examination = Der Antrag ist noch nicht geprüft. Bitte zuerst „{ $kind }“ buchen.
refusal-step-missing-no-double-funding = Eine Doppelförderung ist nicht ausgeschlossen. Bitte prüfen, ob dieselben Ausgaben aus anderen öffentlichen Mitteln bezahlt werden; ist das ausgeschlossen, „{ $kind }“ berichtigen und neu buchen.
refusal-step-missing-start-checked = Der erste Vertrag liegt vor dem Bescheid und vor dem zugestimmten vorzeitigen Vorhabenbeginn. Bitte den förderschädlichen Beginn prüfen; schadet er nicht, „{ $kind }“ berichtigen und mit Begründung neu buchen.
refusal-step-missing-attestation = Zum Mittelabruf fehlt: „{ $kind }“. Bitte zuerst von einer befugten Person feststellen lassen.
refusal-step-missing-announcement = Der Bescheid ist noch nicht bekannt gegeben. Bitte zuerst „{ $kind }“ buchen.
refusal-step-missing-proof-check = Der Verwendungsnachweis ist noch nicht geprüft. Bitte zuerst „{ $kind }“ buchen.
refusal-step-missing-settlement = Es stehen noch Beträge offen: Abrufe, Anordnungen, Erstattungen oder Zinsen, oder Bewilligtes, das nicht abgerufen ist. Bitte sie zuerst erledigen.
refusal-step-missing-books-closed = Die Bücher des Haushaltsjahres sind noch nicht geschlossen. Bitte zuerst „{ $kind }“ buchen.
refusal-not-final = Der Bescheid { $grant } ist erst ab dem { $from } bestandskräftig; vorher wird nichts abgerufen. Früher geht es nur mit einem Rechtsbehelfsverzicht.
refusal-not-announced = Der Bescheid { $grant } ist nicht bekannt gegeben und deshalb nicht bestandskräftig. Bitte zuerst die Bekanntgabe buchen.
refusal-challenged = Der Bescheid { $grant } ist angefochten oder aufgehoben und nicht bestandskräftig. Bitte das Ende der Anfechtung abwarten und buchen.
refusal-case-is-closed = Der Fall { $grant } ist seit dem { $day } abgeschlossen; das ist darin nicht mehr möglich. Bitte das Aktenzeichen prüfen oder, war der Abschluss ein Erfassungsfehler, ihn zuerst berichtigen.
refusal-draw-outside-year = Die Fälligkeit { $year } wird im Haushaltsjahr { $year } abgerufen, nicht davor und nicht danach. Wird das Geld in einem anderen Jahr gebraucht, bitte zuerst die Fälligkeit verschieben oder einen Rest bilden.
refusal-open-draw = Zu dieser Zuwendung ist noch der Mittelabruf Nr. { $seq } offen; es darf nur einer sein. Bitte ihn zuerst anordnen, zurückweisen oder zurückziehen.
refusal-need-differs = { $asked } abgerufen, der Bedarf von { $need } abzüglich { $unspent }, die noch nicht verausgabt sind, ergibt { $computed }: { $difference } Unterschied. Bitte Abruf oder Bedarf ändern.
refusal-need-too-long = Der Bedarf reicht bis { $until }, abgerufenes Geld ist aber bis { $latest } zu verwenden. Bitte nur den Bedarf bis dahin abrufen.
refusal-milestone-blocks = Der Meilenstein „{ $milestone }“ ist nicht erreicht; nach dem Bescheid wird diese Fälligkeit vorher nicht ausgezahlt. Bitte zuerst den Meilenstein als erreicht buchen.

# Verwendungsnachweis, Zinsen und Einstellungen
refusal-settled-wrong = { $stated } festgesetzt, nach Finanzierungsart und Nachweis sind es { $computed }: { $difference } Unterschied. Bitte den Nachweis oder den Betrag prüfen.
refusal-interest-differs = { $stated } Zinsen angegeben, nach den Zinssätzen sind es { $computed }: { $difference } Unterschied. Bitte Betrag, Tage und Einstellungen prüfen.
refusal-rate-missing = Für den { $day } ist kein Basiszinssatz hinterlegt; ein früherer gilt nicht weiter. Bitte ihn zuerst als Einstellung mit Quelle erfassen.
refusal-below-small-amount = { $asked } gefordert; bis { $limit } wird nichts zurückgefordert (Bagatellgrenze). Bitte keine Erstattung festsetzen.
refusal-setting-unusable = Die Einstellung „{ $setting }“ kann diesen Wert nicht haben. Bitte Zahl, Tage und Text prüfen.
