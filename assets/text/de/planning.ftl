# Wörter der Planung: Reste, Bedarf, Verpflichtungsermächtigungen, Prognose.

screen-planning = Planung
planning-empty = Noch kein Ansatz. Unter „Haushalt“ werden Titel angelegt und Ansätze erfasst; danach steht hier, was zu planen ist.

# Fehlende Deckung
planning-covered = Alles ist gedeckt: keine Unterdeckung, keine Vorbindung über dem Entwurf.
planning-short = Unterdeckung { $amount } bei { $title } im Haushaltsjahr { $year }: Es ist mehr gebunden oder gesperrt, als da ist.
planning-above-draft = Vorbindung über dem Entwurf bei { $title } im Haushaltsjahr { $year }: { $amount } sind gebunden, ohne dass der Entwurf sie vorsieht.
planning-to-budget = { $title } im Haushalt zeigen
planning-move-cover = Deckung aus { $title }, dort frei { $amount } …

# Reste
planning-rests = Reste, über die zu entscheiden ist
planning-no-rests = Kein Rest steht zur Entscheidung: Alle vergangenen Jahre sind leer.
planning-rests-sum = Ohne Entscheidung verfallen { $lapses }; gebunden und nicht abgerufen sind { $bound }.
planning-unbound = ungebunden
planning-blocked = gesperrt
planning-bound = gebunden, nicht abgerufen
planning-carried = als zusätzlicher Rest übertragen
planning-charged = als Rest zu Lasten des Ansatzes
planning-lapsed = verfallen
planning-lapse-booked = als Verfall gebucht
planning-not-over = Das Haushaltsjahr { $year } läuft noch: Über Reste wird ab dem 31.12. entschieden.
planning-form-additional = Zusätzlichen Rest bilden …
planning-form-charged = Rest zu Lasten des Ansatzes bilden …
planning-lapse = Verfall buchen …
planning-lapse-blocked = Verfall des Gesperrten buchen …
planning-bound-of = { $grant }: { $amount } bewilligt, nicht abgerufen
planning-form-bound = Gebundenen Rest bilden, { $grant } …
planning-decided = Schon entschieden

# Bedarf
planning-needs = Bedarf ab dem Haushaltsjahr des Stichtags, in Euro
planning-no-needs = Für dieses und kommende Jahre ist nichts beschlossen und nichts gebunden.
planning-due = Bewilligt
planning-of-it-actual = Ausgezahlt
planning-of-it-drawn = Noch auszuzahlen
planning-of-it-undrawn = Noch abrufbar
planning-applications = { $count ->
    [0] Über keinen Antrag ist noch zu entscheiden.
    [one] { $n } Antrag, über den nicht entschieden ist: { $amount } beantragt
   *[other] { $n } Anträge, über die nicht entschieden ist: { $amount } beantragt
}
planning-needs-note = Anträge nennen kein Haushaltsjahr und stehen in keiner Summe. Solange nichts beschlossen ist, steht als Ansatz der Entwurf.

# Verpflichtungsermächtigungen
planning-authority = Verpflichtungsermächtigungen nach Haushaltsjahr und Fälligkeit, in Euro
planning-authority-to-lapse = Als verfallen zu buchen: { $amount }. { $why }
planning-lapse-authority = Verfall buchen: VE { $from } für { $due }, { $title }, { $amount } …

# Prognose
planning-forecast = Mittelabfluss nach Quartalen: Prognose aus Fälligkeiten, in Euro
planning-no-forecast = Nichts ist bewilligt und noch offen: kein Abfluss zu erwarten.
planning-quarter = Quartal
planning-expected = Prognose
planning-cumulative = Ist und Prognose, kumuliert
planning-forecast-note = Prognose, keine Buchung: Fälligkeiten nennen nur das Haushaltsjahr. Was von ihnen offen ist, steht gleichmäßig in den Quartalen, die vom Jahr noch bleiben; was vergangene Jahre offen ließen, im nächsten Quartal.
