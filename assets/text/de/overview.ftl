# Wörter der Übersicht: Verweise, Mittelabfluss, Kachelkarte, was drängt.

overview-behind = { $what } { $whose }: { $amount }, zeigt, was dahinter steht
overview-part = Balken, { $what } { $whose }: { $amount }, zeigt, was dahinter steht
overview-all-recipients = { $count ->
    [one] { $n } Empfänger mit Zuwendung
   *[other] Alle { $n } Empfänger mit Zuwendung
}
overview-all-milestones = { $count ->
    [one] { $n } Meilenstein
   *[other] Alle { $n } Meilensteine
}
overview-all-deadlines = { $count ->
    [one] { $n } Frist zeigen
   *[other] Alle { $n } in „Fristen“ zeigen
}

# Mittelabfluss
overview-outflow = Mittelabfluss, kumuliert
overview-outflow-empty = Noch kein Ansatz. Sobald einer beschlossen ist, steht hier der Abfluss gegen den Plan.
overview-as-table = Als Tabelle
overview-as-diagram = Als Diagramm
overview-plan = Ansatz, gleichmäßig
overview-actual = Ausgezahlt (Ist)
overview-forecast = Prognose aus Fälligkeiten
overview-until = Bis
overview-paid-by-now = { $amount } ausgezahlt
overview-below-plan = Bis { $day } ausgezahlt { $actual }; gleichmäßig verteilt wären es { $planned }, also { $gap } mehr.
overview-above-plan = Bis { $day } ausgezahlt { $actual }; gleichmäßig verteilt wären es { $planned }, also { $gap } weniger.
overview-forecast-note = Prognose: { $amount } sind noch offen und gleichmäßig auf die Quartale ihres Fälligkeitsjahres verteilt.

# Kachelkarte
overview-map = Kreise und kreisfreie Städte, in T€
overview-map-name = Karte mit { $count } Kreisen und kreisfreien Städten: { $measure }. Pfeiltasten gehen zum Nachbarn, Eingabe zeigt, was dahinter steht.
overview-measure = Was die Karte zeigt
overview-measure-granted = bewilligt
overview-measure-actual = ausgezahlt
overview-measure-open = noch offen
overview-measure-applied = beantragt, nicht entschieden
overview-measure-reclaimed = zurückgefordert, offen
overview-applied = Antrag
overview-class-none = nichts
overview-class-until = bis { $amount }
overview-class-above = über { $amount }
overview-map-rest = { $count ->
    [0] Alles hat eine Kachel: zusammen { $total }.
    [one] Ohne Kachel: { $rest } ({ $n } Empfänger außerhalb der Kreise)
   *[other] Ohne Kachel: { $rest } ({ $n } Empfänger außerhalb der Kreise)
}
overview-map-sum = Kacheln { $tiles }, zusammen { $total }.
overview-map-territory = Gebietsstand am Stichtag: { $count } Kreise und kreisfreie Städte; kreisangehörige Gemeinden zählen zu ihrem Kreis.

# Was drängt
overview-attention = Fristen und Verfall
overview-late = { $count ->
    [0] Überfällig: nichts
    [one] Überfällig: { $n } Frist
   *[other] Überfällig: { $n } Fristen
}
overview-authority-lapse = Verfall der VE
overview-none-late = Alles ist im Zeitplan.
overview-authority = { $amount } Verpflichtungsermächtigung
overview-money-and = { $money } und { $authority }
overview-lapses = { $count ->
    [0] Verfällt, wenn nichts geschieht: nichts
    [one] Verfällt, wenn nichts geschieht: { $amount }
   *[other] Verfällt, wenn nichts geschieht: { $n } Posten, zusammen { $amount }
}
overview-none-lapses = Nichts verfällt zum nächsten Jahresende.
overview-since = seit { $days }
overview-late-since = seit { $days }

# Das wartet auf mich
overview-inbox = Das wartet auf mich
overview-inbox-empty = { $count ->
    [0] Nichts wartet: Alle Schritte sind getan.
    [one] Auf { $person } wartet nichts; { $n } Schritt wartet auf andere.
   *[other] Auf { $person } wartet nichts; { $n } Schritte warten auf andere.
}
overview-inbox-more = { $count ->
    [one] und { $n } weiterer Schritt
   *[other] und { $n } weitere Schritte
}
overview-due = fällig { $day }
overview-inbox-all = Zur Arbeitsliste
overview-take = Erledigen …

# Kennzahlen
overview-target = Ziel
overview-reached = { $share } des Weges
