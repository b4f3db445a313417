# Wörter der Seite einer Zuwendung.

# Teile und Sprungmarken
detail-plan = Finanzierungsplan
detail-proofs = Nachweise, Erstattungen, Zinsen
detail-procedure = Verfahren und Fristen
detail-around = Begünstigte, Zweckbindung, Bankverbindung
detail-entries = Journal des Falls
detail-mark-plan = Finanzierung
detail-mark-due = Fälligkeiten
detail-mark-draws = Abrufe
detail-mark-milestones = Meilensteine
detail-mark-proofs = Nachweise
detail-mark-versions = Bescheide
detail-mark-procedure = Verfahren
detail-mark-around = Umfeld
detail-mark-entries = Journal
detail-mark-hint = { $title } (Alt+{ $number })

# Finanzierungsplan
detail-plan-position = Position
detail-plan-application = Antrag
detail-plan-first = Erster Bescheid
detail-plan-now = Gültig
detail-plan-share = Anteil
detail-plan-not-eligible = Nicht zuwendungsfähige Ausgaben
detail-plan-grant = Zuwendung
detail-plan-financed = Finanzierung gesamt
detail-plan-empty = Noch kein Finanzierungsplan. Er kommt mit dem Antrag oder dem Bescheid.
detail-balances = geht auf
detail-differs = geht nicht auf
detail-check-application = Antrag: Ausgaben und Finanzierung gleichen sich aus.
detail-check-application-gap = Antrag: { $amount } der Gesamtausgaben sind nicht finanziert.
detail-check-own = Zuwendung, Drittmittel und Eigenanteil ({ $amount }) decken die zuwendungsfähigen Ausgaben.
detail-check-own-negative = Zuwendung und Drittmittel übersteigen die zuwendungsfähigen Ausgaben um { $amount }.
detail-check-lines = Die Fälligkeiten ergeben die Bewilligung: { $amount }.
detail-check-lines-gap = Fälligkeiten und Bewilligung weichen um { $amount } ab.
detail-check-highest = Die Bewilligung hält den Höchstbetrag ein: { $amount }.
detail-check-highest-above = Die Bewilligung übersteigt den Höchstbetrag von { $amount }.

# Fälligkeiten
detail-authority-of = VE { $year }

# Abrufe und Auszahlungen
detail-draw = { $number }. Mittelabruf
detail-draw-open = festzustellen
detail-draw-attested = anzuordnen
detail-draw-ordered = auszuzahlen
detail-draw-paid = ausgezahlt
detail-draw-ended = erledigt
detail-for-milestone = zum Meilenstein „{ $name }“
detail-actual-of = ausgezahlt { $amount }
# $count wählt die Form, $n ist die gedruckte Zahl
detail-draws-count = { $count ->
    [one] { $n } Abruf
   *[other] { $n } Abrufe
}

# Meilensteine
detail-stichtag = Stichtag { $day }
detail-forecasts = Prognosen im Lauf der Zeit
detail-reported-on = gemeldet
detail-forecast-before = vorher { $date } (gemeldet { $day })
detail-overdue-days = { $count ->
    [one] { $n } Tag überfällig
   *[other] { $n } Tage überfällig
}
detail-due-in-days = { $count ->
    [one] in { $n } Tag
   *[other] in { $n } Tagen
}
detail-days-after-plan = { $count ->
    [one] { $n } Tag nach dem Plan
   *[other] { $n } Tage nach dem Plan
}
detail-months-after-plan = { $count ->
    [one] { $n } Monat nach dem Plan
   *[other] { $n } Monate nach dem Plan
}
detail-milestones-all = { $count ->
    [one] { $n } Meilenstein
   *[other] { $n } Meilensteine
}
detail-milestones-reached = { $n } erreicht
detail-milestones-late = { $n } überfällig

# Nachweise
detail-proofs-due = Fällig
detail-no-proofs = Noch kein Nachweis fällig. Mit der ersten Auszahlung steht hier, bis wann der Verwendungsnachweis vorzulegen ist.
detail-settled-of = festgesetzt { $amount }
detail-claimed-of = zurückgefordert, offen { $amount }
detail-overdue-count = { $n } überfällig

# Fassungen
detail-one-version = Der erste Bescheid gilt unverändert. Änderungen stehen hier mit ihrem Unterschied.
detail-versions-count = { $count ->
    [one] { $n } Fassung
   *[other] { $n } Fassungen
}

# Umfeld
detail-no-beneficiary = Keine weitere begünstigte Kommune benannt.
detail-beneficiaries-count = { $count ->
    [0] keine weiteren Begünstigten
    [one] { $n } begünstigte Kommune
   *[other] { $n } begünstigte Kommunen
}
detail-bound = Zweckbindung
detail-bound-running = Der Zweck bindet bis { $day }.
detail-bound-over = Die Zweckbindung ist am { $day } abgelaufen.
detail-bound-years = { $years } ab dem Abschluss des Falls; der Tag steht hier, sobald der Fall abgeschlossen ist.
detail-bound-none = Der Bescheid nennt keine Zweckbindungsfrist.
detail-no-account = Keine Bankverbindung erfasst. Ohne bestätigte Bankverbindung wird nicht ausgezahlt.
detail-recorded = Erfasst
detail-confirmed = Bestätigt
detail-not-confirmed = noch nicht
detail-account-usable = Bankverbindung bestätigt
detail-account-missing = keine bestätigte Bankverbindung
detail-cash-reference = Kassenzeichen { $reference }

# Journal des Falls
detail-last-entry = zuletzt { $moment }

# Kennzahlen
indicator-none = Noch keine Kennzahl festgelegt. Mit „Kennzahl festlegen …“ kommt die erste hinzu.
indicator-no-reading = Noch kein Messwert. Mit „Messwert erfassen …“ kommt der erste hinzu.
indicator-chart = Verlauf der Messwerte: { $readings }

# Wer am Zug ist
detail-waits-for = wartet auf { $role } ({ $persons })
detail-waits-for-role = wartet auf { $role }
detail-first = zuvor nötig: { $what }
detail-first-account = bestätigte Bankverbindung – erfassen: { $record }, bestätigen als andere Person: { $confirm }
detail-first-milestone = Meilenstein { $key } erreichen
detail-first-announcement = Bekanntgabe des Bescheids
detail-first-final = Bestandskraft am { $day }
detail-first-court = Ende des Rechtsstreits
detail-first-open = Fall ist abgeschlossen
detail-first-double = Ausschluss der Doppelförderung
detail-first-start = Prüfung des vorzeitigen Vorhabenbeginns
