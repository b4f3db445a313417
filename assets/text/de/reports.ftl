# Wörter der Berichte R2 bis R7.

# Spalten, die mehrere Berichte haben
reports-column-grant = Aktenzeichen
reports-column-recipient = Zuwendungs­empfänger
reports-column-granted-of-year = Bewilligt zu Lasten { $year }
reports-column-paid-of-year = Ausgezahlt zu Lasten { $year }

# R2: nach Landkreisen und kreisfreien Städten
counties-title = Bewilligungen und Auszahlungen nach Landkreisen und kreisfreien Städten, Haushaltsjahr { $year }
counties-column-name = Landkreis, kreisfreie Stadt
counties-column-key = Schlüssel
counties-column-applied = Beantragt, nicht entschieden
counties-sum = Landkreise und kreisfreie Städte
counties-note = Gebietsstand am Stichtag; Gemeinden zählen zu ihrem Landkreis. Empfänger ohne Landkreis stehen unter der ersten Summe einzeln. Beantragt, nicht entschieden: in keiner anderen Spalte enthalten. Ausgezahlt: abzüglich Rückläufer und Rückzahlungen im offenen Haushaltsjahr. Erstattungen mindern das Bewilligte sofort, das Ausgezahlte nur bei Rückzahlung im offenen Haushaltsjahr; daher kann mehr ausgezahlt als bewilligt sein. Insgesamt: aller Haushaltsjahre bis zum Stichtag. Die Karten zeigen Empfänger ohne Landkreis nicht.

# R3: nach Zuwendungen
cases-title = Anträge und Zuwendungen im Einzelnen, Haushaltsjahr { $year }
cases-proof-outstanding = Verwendungsnachweis steht aus
reports-column-granted-whole = Bewilligt insgesamt
reports-column-paid-whole = Ausgezahlt insgesamt
reports-column-open-whole = Noch offen insgesamt
cases-column-purpose = Zuwendungszweck
cases-column-requested = Beantragt
cases-column-refused = davon abgelehnt
cases-column-not-granted = davon nicht bewilligt
cases-column-undecided = davon zurückgezogen oder nicht entschieden
cases-note = Abgelehnt: der beantragte Betrag abgelehnter Anträge. Nicht bewilligt: was Bescheid und Erhöhungen einer Zuwendung weniger geben als beantragt. Bewilligt: in Kraft nach allen Änderungsbescheiden und Erstattungen. Ausgezahlt: abzüglich Rückläufer und Rückzahlungen im offenen Haushaltsjahr. Noch offen: bewilligt und noch nicht ausgezahlt. Erstattungen mindern das Bewilligte sofort, das Ausgezahlte nur bei Rückzahlung im offenen Haushaltsjahr; daher kann mehr ausgezahlt als bewilligt sein. Steht aus: Der Bewilligungszeitraum ist zu Ende, ein Nachweis ist noch nicht vorgelegt; bis wann er fällig ist, sagt das Verzeichnis der Verwendungsnachweise. Insgesamt: aller Haushaltsjahre bis zum Stichtag.
cases-none = Bis zum Stichtag ist kein Antrag eingegangen.

# R4: Meilensteine und Kennzahlen
progress-title = Meilensteine und Kennzahlen
progress-title-year = Meilensteine und Kennzahlen, Haushaltsjahr { $year }
progress-column-reached = Erreicht
progress-column-per-unit = Ausgezahlt je Einheit
progress-note = Termine so genau, wie sie bekannt sind. Prognose: was die Empfänger zuletzt erwarten; sie ersetzt den Plan nicht.
progress-note-per-unit = Ausgezahlt je Einheit: Ist der zugeordneten Zuwendungen am Stichtag, geteilt durch den letzten Messwert, einmal kaufmännisch gerundet; in jeder Einheit der Beträge genau. Höchstens: Der Messwert ist nur als Untergrenze bekannt. Zeichen: – der Kennzahl ist keine Zuwendung zugeordnet, oder es gibt keinen Messwert, durch den zu teilen ist.
progress-per-unit-basis = { $name }, je { $unit }: Ist { $grants } am { $day }, Messwert { $value }.
progress-none = Für diesen Zeitraum ist kein Meilenstein geplant.

# R5: Verwendungsnachweise
proofs-title = Verzeichnis der Verwendungsnachweise
proofs-title-year = Verzeichnis der Verwendungsnachweise, fällig im Jahr { $year }
proofs-overdue = überfällig
proofs-expected = noch nicht fällig
proofs-unchecked = vorgelegt, ungeprüft
proofs-checked = geprüft
proofs-column-kind = Nachweis
proofs-column-due = Fällig am
proofs-column-received = Vorgelegt am
proofs-column-checked = Geprüft am
proofs-column-result = Ergebnis
proofs-column-settled = Fest­gesetzte Zuwendung
proofs-note = Ausgezahlt und festgesetzt stehen je Zuwendung einmal, beim letzten Verwendungsnachweis; Zwischennachweise haben keine Beträge. Fällig: nach Bewilligungszeitraum und Nebenbestimmungen, ohne Nachfristen.
proofs-none = Bis zum Stichtag ist kein Nachweis zu erwarten, vorgelegt oder geprüft.

# R6: Haushalt nach Titeln
budget-report-title = Haushalt nach Titeln, Haushaltsjahr { $year }
budget-report-voted = Mittel des Haushaltsjahres { $year }
budget-report-used = Verbleib der Mittel des Haushaltsjahres { $year }
budget-report-authority = Verpflichtungsermächtigungen
budget-report-rests = Übriges, Reste und Verfall je Haushaltsjahr
budget-report-name = Zweckbestimmung
budget-report-means = Mittel zusammen
budget-report-left = Verfügbar
budget-report-free = Noch nicht entschieden
budget-report-bound = Davon gebunden, nicht abgerufen
budget-report-note = Mittel zusammen: Ansatz, Nachtrag, über- und außerplanmäßige Ausgaben, Deckung (Verstärkung abzüglich Abgabe) und zusätzlicher Rest. Probe: In der zweiten Tabelle sind sie die Summe aller Beträge rechts davon. Reste zu Lasten des Ansatzes stehen nachrichtlich.
budget-report-note-authority = Probe: Im Haushalt ist die Summe aus in Anspruch genommen, gesperrt, verfallen und frei. Nicht in Anspruch genommene Ermächtigungen verfallen am Ende ihres Haushaltsjahres.
budget-report-note-rests = Noch nicht entschieden: weder gebunden noch gesperrt; wird Rest oder verfällt. Rest zu Lasten: geht zu Lasten des Ansatzes des Folgejahres. Ohne Summe, weil ein übertragener Rest in jedem Jahr wieder zählen würde.
budget-report-none = Für das Haushaltsjahr { $year } ist nichts veranschlagt.

# R7: Erstattungen und Zinsen
claims-title = Erstattungen und Zinsen
claims-title-year = Erstattungen und Zinsen zu Zahlungen des Haushaltsjahres { $year }
claims-claims = Erstattungen
claims-interest = Zinsen
claims-amount = Gefordert
claims-left = Noch offen
claims-overdue = davon überfällig
claims-interest-left = Zinsen, noch offen
claims-column-on = Festgesetzt am
claims-column-year = HHJ
claims-column-ground = Rechtsgrund
claims-column-repaid = Zurück­gezahlt
claims-column-set-off = Auf­gerechnet
claims-column-waived = Erlassen
claims-column-annulled = Aufgehoben
claims-column-due = Fällig am
claims-column-kind = Art
claims-column-principal = Zu verzinsen
claims-column-from = Ereignis am
claims-column-until = Verzinst bis
claims-column-interest = Zinsen
claims-column-received = Eingegangen
claims-done = erledigt
claims-state-open = offen
claims-state-overdue = überfällig
claims-note = HHJ: Haushaltsjahr der Zahlung. Niedergeschlagene Forderungen bleiben geschuldet und sind nicht überfällig. Fällig am: bei Stundung deren Ende. Rückzahlungen im offenen Haushaltsjahr mindern die Ausgaben, spätere sind Einnahmen.
claims-note-interest = Zinsen sind Einnahmen und in keinem Betrag der Erstattungen enthalten. HHJ: Haushaltsjahr der Zahlung, auf der sie beruhen.
claims-none = Bis zum Stichtag ist keine Erstattung und sind keine Zinsen festgesetzt.
claims-none-year = Zu Zahlungen dieses Haushaltsjahres ist bis zum Stichtag keine Erstattung und sind keine Zinsen festgesetzt. Was im Jahr zu früheren Zahlungen festgesetzt wurde, steht im Bericht ohne Haushaltsjahr.

# Veränderung zwischen zwei Datenständen
difference-title = Veränderung der Zahlen von Datenstand Nr. { $before } bis Nr. { $after }
difference-between = Dazwischen aufgenommene Buchungen: { $count }. Verglichen werden die Größen des Berichts R1 je Titel und Haushaltsjahr, zum selben Stichtag.
difference-none = Keine Größe hat sich verändert.
difference-overview = Größen, die sich verändert haben
difference-heading = { $figure }, { $title }, Haushaltsjahr { $year }
difference-column-at = Datenstand Nr. { $number }
difference-column-figure = Größe
difference-column-change = Veränderung
difference-available = Verfügbar abzüglich Vorbindung und Unterdeckung
difference-sum = Summe der Veränderungen
difference-note = Probe: Die Summe der Veränderungen ist der Unterschied der beiden Datenstände. Eine Buchung wirkt an ihrem Tag, auch wenn sie später aufgenommen wurde; eine Berichtigung wirkt am Tag der berichtigten Buchung.

# Auszug aus dem Journal
journal-title = Auszug aus dem Journal
journal-title-year = Auszug aus dem Journal, Buchungen des Jahres { $year }
journal-count = Buchungen: { $count }
journal-column-number = Nr.
journal-column-recorded = Erfasst am
journal-column-effective = Wirksam am
journal-column-kind = Buchungsart
journal-column-object = Gegenstand
journal-column-voucher = Beleg
journal-column-reference = Bezug
journal-column-person = Person
journal-reversed = berichtigt durch { $number }
journal-person = Nr. { $number }
journal-programme = Programm
journal-note = In der Reihenfolge der Erfassung; keine Buchung wird geändert oder gelöscht. Bezug: Nummer der früheren Buchung. Personen, deren Namen gelöscht sind, stehen mit ihrer Nummer.

# Datenblätter
sheet-order = Datenblatt zur Auszahlungsanordnung
sheet-held-order = Datenblatt zur erneuten Auszahlungsanordnung
sheet-rebooking = Datenblatt zur Umbuchungsanordnung
sheet-claim = Datenblatt zur Erstattung und Annahmeanordnung
sheet-repayment = Datenblatt zur Absetzung von der Ausgabe
sheet-revenue = Datenblatt zur Annahmeanordnung: Rückzahlung als Einnahme
sheet-interest = Datenblatt zum Zinsbescheid
sheet-notice = Datenblatt zum Zuwendungsbescheid
sheet-amendment = Datenblatt zum Änderungsbescheid
sheet-reminder = Datenblatt zur Erinnerung an den Verwendungsnachweis
sheet-hearing = Datenblatt zur Anhörung
sheet-meant = Beabsichtigte Erstattung
sheet-settled = Zuwendung nach der Prüfung
sheet-found = Feststellungen
sheet-content = Angaben
sheet-steps = Bearbeitung
sheet-recipient = Zuwendungsempfänger
sheet-entry = Buchung Nr.
sheet-day = Datum
sheet-class = Ausgabeart
sheet-year = Haushaltsjahr
sheet-what = Wovon
sheet-amount-to-pay = Auszuzahlen
sheet-amount-to-rebook = Umzubuchen
sheet-amount-credited = Eingegangen
sheet-credited-on = Gutschrift am
sheet-holder = Zahlungsempfänger
sheet-iban = IBAN
sheet-cash-reference = Kassenzeichen
sheet-reason = Begründung
sheet-payment = Auszahlung, Buchung Nr.
sheet-rebooked = Umbuchung
sheet-from = von { $grant }
sheet-to = nach { $grant }
sheet-legal-effect = Wirkung ab
sheet-new-eligible = Zuwendungsfähig neu
sheet-claim-entry = Erstattung, Buchung Nr.
sheet-set-off = Aufgerechnet mit Buchung Nr.
sheet-revenue-year = Einnahme des Haushaltsjahres
sheet-margin = Über Basiszinssatz
sheet-points = { $points } Prozentpunkte
sheet-segments = Berechnung der Zinsen
sheet-segment-from = Von
sheet-segment-until = Bis
sheet-segment-rate = Zinssatz
sheet-segment-days = Tage
sheet-segment-year = Tage im Jahr
sheet-rounding = Unterschied durch Rundung
sheet-quota = Fördersatz
sheet-total = Gesamtausgaben
sheet-third-party = Drittmittel
sheet-period = Bewilligungszeitraum bis
sheet-rules = Nebenbestimmungen
sheet-payment-mode = Auszahlungsart
sheet-bound-years = Zweckbindung, Jahre
sheet-urgent = Unabweisbar, weil
sheet-due = Fälligkeiten
sheet-notice-day = Datum des Bescheids
sheet-granted-then = Danach bewilligt
sheet-changed = Veränderung der Fälligkeiten
sheet-more = mehr
sheet-less = weniger
sheet-new-term = Neue Frist
sheet-reminded-on = Erinnert am
sheet-authority = aus Verpflichtungsermächtigung { $year }
sheet-own-year = aus dem Haushalt des Jahres
sheet-note-order = Datenblatt für die Anordnung im Verfahren der Landeskasse; es ist selbst keine Anordnung. Die Kasse zahlt, dieses Programm zahlt nicht.
sheet-note-claim = Datenblatt für Bescheid und Annahmeanordnung; es ist selbst kein Bescheid. Geht das Geld ein, solange die Bücher des Haushaltsjahres offen sind, wird es von der Ausgabe abgesetzt, später ist es Einnahme.
sheet-note-repayment = Die Bücher des Haushaltsjahres sind offen: Die Rückzahlung mindert die Ausgabe und ist wieder verfügbar.
sheet-note-unused = Die Bücher des Haushaltsjahres sind offen: Die Rückgabe mindert die Ausgabe. Die Bewilligung bleibt, der Betrag kann wieder abgerufen werden.
sheet-corrected = Dieses Datenblatt gilt nicht mehr: Die Buchung ist durch Nr. { $number } berichtigt.
sheet-cancelled = Storniert mit Buchung Nr. { $number } am { $day }: { $amount } Euro sind aus dieser Anordnung nicht mehr auszuzahlen.
sheet-annulled = Aufgehoben mit Buchung Nr. { $number } am { $day }: { $amount } Euro sind nicht mehr gefordert.
sheet-note-revenue = Die Rückzahlung ist Einnahme und mindert die frühere Ausgabe nicht.
sheet-note-segments = Der Tag des Ereignisses trägt nach Vorgabe keine Zinsen, der letzte Tag zählt mit. Gerechnet wird genau und die Summe einmal kaufmännisch gerundet; keine Zinseszinsen.
sheet-note-interest = Datenblatt für den Zinsbescheid; es ist selbst kein Bescheid. Zinsen sind Einnahmen.
sheet-note-notice = Datenblatt für den Bescheid; es ist selbst kein Bescheid. Begründung, Auflagen und Rechtsbehelfsbelehrung stehen im Bescheid.
sheet-note-hearing = Datenblatt für das Anhörungsschreiben (§ 28 Abs. 1 VwVfG); es ist selbst kein Schreiben. Ausgezahlt und beabsichtigte Erstattung am Tag der Prüfung; die Frist zur Äußerung nennt das Schreiben.
sheet-note-reminder = Datenblatt für das Schreiben an den Zuwendungsempfänger; es ist selbst kein Schreiben.

# Prüfprotokoll
verification-title = Prüfprotokoll des Förderbuchs
verification-good = Die Prüfung hat keinen Befund ergeben.
verification-bad = Die Prüfung hat Befunde ergeben. Das Förderbuch wird nur gelesen, Zahlen daraus gelten nicht.
verification-entries = Buchungen
verification-findings = Befunde
verification-none = ohne Befund
verification-checks = Was geprüft wurde
verification-column-check = Prüfung
verification-column-hash = Prüfwert
verification-column-result = Ergebnis
verification-numbers = Nummern ohne Lücke, Zeiten in Reihenfolge
verification-chain = Kette des Journals: Inhalt und Vorgänger jeder Buchung
verification-recipients = Ketten der Empfänger
verification-postings = Kontobewegungen jeder Buchung ergeben null, Salden sind ihre Summe
verification-identity = Ansatz und Verbleib gleichen sich aus, Fälligkeiten tragen ihre Beträge
verification-schema = Tabellen und Regeln der Datei
verification-names = Stammdaten und Namen gegen das Journal
verification-database = Prüfung der Datenbank selbst
verification-replay = Nachbuchen des ganzen Journals, ausgefertigte Papiere
verification-overdraft = Kein Ort an irgendeinem Tag unter null
verification-anchors = Prüfkennungen von Ausdrucken
verification-same = stimmt überein
verification-other = weicht ab
verification-note-deep = Nicht nachgebucht: Dazu dient beim Prüfprotokoll das Feld „das ganze Journal nachbuchen“ oder verify mit der Option --deep.
verification-note = Jede Zeile fasst Prüfungen zusammen; was gefunden wird, steht mit der Nummer der Buchung unter Befunde. Stichtag ist der Tag der letzten Buchung.

# Verzeichnis veröffentlichter Zahlen
published-corrected = { $title } (berichtigt durch Nr. { $number })
published-title = Verzeichnis veröffentlichter Zahlen
published-none = Es ist kein Papier ausgefertigt.
published-paper = Nr. { $number }: { $title }; Stichtag { $day }, Datenstand Nr. { $known }
published-paper-thousand = Nr. { $number }: { $title }; Stichtag { $day }, Datenstand Nr. { $known }, Beträge in T€
published-subtitle = Datenstand Buchung Nr. { $number } vom { $known } · jedes Papier mit seinem Stichtag; Beträge in Euro, wo nicht T€ steht
published-points = { $percent } (in Prozentpunkten)
published-column-issued = Ausgefertigt am
published-column-paper = Papier
published-column-day = Stichtag
published-column-known = Datenstand Nr.
published-column-figures = Zahlen
published-column-changed = davon heute anders
published-column-then = Damals
published-column-now = Heute
published-note = Kennzahlen und Summen ausgefertigter Papiere in deren Worten, Einheit und Stichtag. Heute: dieselbe Größe zum selben Stichtag nach allem, was das Förderbuch inzwischen weiß; – das Papier hätte sie nicht mehr. Warum eine Zahl heute anders lautet, sagt Buchung für Buchung der Bericht über die Veränderung zwischen zwei Datenständen (difference).
