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
counties-note = Gebietsstand am Stichtag; Gemeinden zählen zu ihrem Landkreis. Empfänger ohne Landkreis stehen unter der ersten Summe einzeln. Beantragt, nicht entschieden: in keiner anderen Spalte enthalten. Ausgezahlt: abzüglich Rückläufer und Rückzahlungen im offenen Haushaltsjahr.

# R3: nach Zuwendungen
cases-title = Anträge und Zuwendungen im Einzelnen, Haushaltsjahr { $year }
cases-column-purpose = Zuwendungszweck
cases-column-requested = Beantragt
cases-column-refused = davon abgelehnt
cases-note = Abgelehnt: der beantragte Betrag abgelehnter Anträge. Bewilligt: in Kraft nach allen Änderungsbescheiden und Erstattungen. Ausgezahlt: abzüglich Rückläufer und Rückzahlungen im offenen Haushaltsjahr. Noch offen: bewilligt und noch nicht ausgezahlt. Erstattungen mindern das Bewilligte sofort, das Ausgezahlte nur bei Rückzahlung im offenen Haushaltsjahr; daher kann mehr ausgezahlt als bewilligt sein.
cases-none = Bis zum Stichtag ist kein Antrag eingegangen.

# R4: Meilensteine und Kennzahlen
progress-title = Meilensteine und Kennzahlen
progress-title-year = Meilensteine und Kennzahlen, Haushaltsjahr { $year }
progress-column-reached = Erreicht
progress-column-per-unit = Ausgezahlt je Einheit
progress-note = Termine so genau, wie sie bekannt sind. Prognose: was die Empfänger zuletzt erwarten; sie ersetzt den Plan nicht.
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
budget-report-note = Mittel zusammen: Ansatz, Nachtrag, über- und außerplanmäßige Ausgaben, Deckung (Verstärkung abzüglich Abgabe) und zusätzlicher Rest. Probe: In der zweiten Tabelle sind sie die Summe aller Beträge rechts davon. Reste zu Lasten des Ansatzes stehen nachrichtlich. Unterdeckung und Vorbindung (gebunden vor dem Beschluss des Haushalts) stehen mit Minuszeichen in eigenen Spalten und werden mit Freiem anderer Titel nicht verrechnet.
budget-report-note-authority = Probe: Im Haushalt ist die Summe aus in Anspruch genommen, gesperrt, verfallen und frei. Nicht in Anspruch genommene Ermächtigungen verfallen am Ende ihres Haushaltsjahres.
budget-report-note-rests = Noch nicht entschieden: weder gebunden noch gesperrt; wird Rest oder verfällt. Rest zu Lasten: geht zu Lasten des Ansatzes des Folgejahres. Ohne Summe, weil ein übertragener Rest in jedem Jahr wieder zählen würde.
budget-report-none = Für das Haushaltsjahr { $year } ist nichts veranschlagt.

# R7: Erstattungen und Zinsen
claims-title = Erstattungen und Zinsen
claims-title-year = Erstattungen und Zinsen, Haushaltsjahr { $year }
claims-claims = Erstattungen
claims-interest = Zinsen
claims-amount = Gefordert
claims-left = Noch offen
claims-overdue = davon überfällig
claims-interest-left = Zinsen, noch offen
claims-column-on = Festgesetzt am
claims-column-year = HHJ
claims-column-ground = Rechtsgrund
claims-column-settled = Erledigt
claims-column-due = Fällig am
claims-column-kind = Art
claims-column-principal = Zu verzinsen
claims-column-from = Ereignis am
claims-column-until = Verzinst bis
claims-column-interest = Zinsen
claims-done = erledigt
claims-state-open = offen
claims-state-overdue = überfällig
claims-note = HHJ: Haushaltsjahr der Zahlung. Erledigt: zurückgezahlt, aufgerechnet, erlassen oder aufgehoben. Fällig am: bei Stundung deren Ende. Rückzahlungen im offenen Haushaltsjahr mindern die Ausgaben, spätere sind Einnahmen.
claims-note-interest = Zinsen sind Einnahmen und in keinem Betrag der Erstattungen enthalten.
claims-none = Bis zum Stichtag ist keine Erstattung und sind keine Zinsen festgesetzt.
