# Wörter der Zuwendungsübersicht (statement) und des Landtagsberichts R1 (report).

# Für beide
report-subtitle = Stichtag { $day } · Datenstand Buchung Nr. { $number } vom { $known } · alle Beträge in Euro
report-subtitle-thousand = Stichtag { $day } · Datenstand Buchung Nr. { $number } vom { $known } · Beträge in T€
report-note-rounding = Beträge der Tabellen und Kennzahlen in T€ (1 T€ = 1.000 Euro), jeder für sich aus den genauen Beträgen kaufmännisch gerundet, auch Summen; Abweichungen in den Summen durch Rundung möglich. Zeichen: – nichts vorhanden, 0 weniger als 500 Euro.
# Blatt einer Arbeitsmappe mit allem, was in keiner Tabelle steht
report-sheet = Angaben
report-sum = Summe
report-prebound = Vor­bindung
report-short = Unter­deckung
report-note-taken = Vorbindung: durch Verpflichtungsermächtigungen gebunden, bevor der Haushalt beschlossen ist. Unterdeckung: mehr gebunden oder ausgegeben als verfügbar. Beide stehen je Titel für sich, werden mit Verfügbarem nicht verrechnet und sind in der Probe abzuziehen.
report-granted = Bewilligt
report-paid = Ausgezahlt
report-open = Noch offen
report-milestones = Meilensteine
report-state = Stand
report-reached = erreicht, { $date }
report-forecast = Prognose { $date }
report-list = { $before }, { $next }
report-decimal = { $whole },{ $fraction }
# Ein Hinweis, der in beiden Sprachen erfasst ist: Hier gilt der deutsche.
report-note = { $en ->
   *[any] { $de }
}

# Zuwendungsübersicht
statement-title = Zuwendungsübersicht mit Saldenbestätigung
statement-file-number = Unser Zeichen: { $grant }
statement-file-count = Unser Zeichen: { $count } Zuwendungen, siehe unten
statement-ags = AGS { $key }
statement-key = Schlüssel { $key }
statement-key-account = { $key } · IBAN endet auf { $last }
statement-contact = Rückfragen: { $contact }
statement-no-grants = Bis zum Stichtag ist keine Zuwendung bewilligt und nichts ausgezahlt.
statement-grants = Zuwendungen im Überblick
statement-grant = { $grant } · { $purpose }
statement-split = investiv / konsumtiv
statement-split-amounts = { $investive } / { $consumptive }
statement-not-amended = { $day }, nicht geändert
statement-amended = { $day }, geändert { $amended }
statement-financing = Finanzierung
statement-eligible = Zuwendungsfähig
statement-own-share = Eigenanteil
statement-beneficiaries = Begünstigt
statement-payments = Auszahlungen
statement-payments-caption = { $grant } Auszahlungen, Rückläufer, Rückzahlungen
statement-column-number = Nr.
# Haushaltsjahr des Landes
statement-column-year = HHJ
statement-column-ordered = Angeordnet
statement-column-paid = Ausgeführt
statement-column-class = Art
statement-column-text = Verwendungszweck
statement-column-running = Summe
statement-return = Rückläufer zu Nr. { $number }
statement-repayment = Absetzung (Rückzahlung) zu Nr. { $number }
statement-repaid-later = Rückzahlung zu Nr. { $number }, Einnahme eines späteren Haushaltsjahres
statement-set-off = Aufrechnung der Erstattung zu Nr. { $number }
statement-unused = Rückgabe nicht verwendeter Mittel zu Nr. { $number }
statement-rebooked-from = Umbuchung von { $grant }
statement-rebooked-to = Umbuchung zu { $grant }
statement-payments-sum = Summe der Auszahlungen
statement-payments-net = Summe abzüglich Rückläufer und Rückzahlungen
statement-no-payments = Bis zum Stichtag ist nichts ausgezahlt.
statement-due = Bewilligt, ausgezahlt und noch abrufbar je Haushaltsjahr des Landes
statement-due-caption = { $grant } Fälligkeiten
statement-title-class = { $title } { $class }
statement-column-claimed = davon zurück­gefordert
statement-column-given-back = davon zurück­gezahlt oder erlassen
statement-column-in-progress = Abgerufen, noch nicht ausgezahlt
statement-column-drawable = Noch abrufbar
statement-versions = Bescheid und Änderungen
statement-versions-caption = { $grant } Bescheid und Änderungen
statement-increased = Erhöhung
statement-reduced = Minderung
statement-reclaimed = Minderung mit Erstattung
statement-column-day = Datum
statement-column-event = Buchungsart
statement-column-reason = Begründung
statement-column-change = Änderung
statement-column-in-force = Danach bewilligt
statement-claims = Erstattungen
statement-claims-caption = { $grant } Erstattungen und Zinsen
statement-no-claims = keine offen
statement-claim-open = { $amount } offen
statement-column-claim = Gefordert
statement-column-claim-open = Noch offen
statement-milestones-caption = { $grant } Meilensteine
statement-slip = Saldenbestätigung – bitte bis ____________ zurück an: { $authority }
statement-slip-agree = { $recipient } ({ $key }), Stichtag { $day }: Die bis zum Stichtag erhaltenen Zahlungen abzüglich Rückzahlungen von { $amount } Euro stimmen mit unseren Büchern überein.
statement-slip-object = Sie stimmen nicht überein, weil:
statement-slip-place = Ort, Datum
statement-slip-signature = Unterschrift, Kassenverwaltung

# Landtagsbericht R1: Programm nach Titeln
programme-title = Stand der Bewilligungen und des Mittelabflusses, Haushaltsjahr { $year }
programme-ceiling = Programmvolumen
programme-granted = Bewilligt, { $share } des Volumens
programme-paid = Ausgezahlt (Ist), { $share } des Volumens
programme-open = Bewilligt, noch offen
programme-not-paid = Noch nicht ausgezahlt
programme-available = Verfügbar ab { $year }
programme-rest-open = Rest oder Verfall offen, aus { $year }
programme-short = Unterdeckung, nicht verrechnet
programme-prebound = Vorbindung durch Verpflichtungsermächtigungen, noch nicht beschlossen
programme-paid-of-granted = Ausgezahlt vom Bewilligten
programme-titles = Bewilligung und Mittelabfluss nach Titeln, Haushaltsjahr { $year }
programme-column-title = Kapitel/Titel
programme-column-name = Zweckbestimmung, Richtlinie
programme-column-appropriated = Ansatz
programme-column-rest = Reste zu Lasten des Ansatzes
programme-column-new = Bewilligt, neu
programme-column-authority = Bewilligt aus VE der Vorjahre
programme-column-granted = Bewilligt zu Lasten des Jahres
programme-column-outflow = Mittel­abfluss
programme-column-blocked = Gesperrt
programme-column-share = Anteil am Ansatz
programme-title-name = { $name }, { $guideline }
programme-group = { $chapter } TG { $group }
programme-group-sum = Summe der Titelgruppe
programme-note-rest = Aus { $year } sind { $amount } Euro weder gebunden noch gesperrt noch ausgegeben; ob sie als Rest übertragen werden oder verfallen, ist offen.
programme-note-bound = Aus { $year } sind { $amount } Euro bewilligt und noch nicht ausgezahlt.
programme-note-no-rest = Reste: Es ist kein Ausgaberest gebildet.
programme-note-additional = Reste: Zum Ansatz { $year } kommen { $amount } Euro Ausgabereste mit eigener Deckung aus { $before }, nicht zu Lasten des Ansatzes.
programme-note-charged = Reste: Zu Lasten des Ansatzes { $year } gehen { $amount } Euro aus { $before }.
programme-note-carried = Bewilligt zu Lasten { $year } enthält { $amount } Euro gebundene Reste aus { $before }; sie sind weder neu bewilligt noch aus einer Verpflichtungsermächtigung.
programme-note-columns = Aus VE der Vorjahre: Fälligkeiten dieses Jahres aus Bescheiden früherer Jahre (Verpflichtungsermächtigungen). Mittelabfluss: ausgezahlt abzüglich Rückläufer und Rückzahlungen im offenen Haushaltsjahr.
programme-source = Quelle aller Angaben: Förderbuch der Bewilligungsbehörde, Buchungen Nr. 1 bis { $number }. Zeichen: – entfällt.
programme-years = Verbleib der Mittel je Haushaltsjahr
programme-years-caption = Ansatz und Verbleib je Haushaltsjahr
programme-column-year = Haushaltsjahr
programme-column-rest-open = Rest oder Verfall offen
programme-note-identity = Probe: In jeder Zeile ist der Ansatz die Summe aller Beträge rechts davon. Übriges aus vergangenen Jahren kann nicht mehr bewilligt werden (letzte Spalte; im Balken leer).
programme-note-sources = Probe: In jeder Zeile sind Ansatz, über- und außerplanmäßige Mittel, Verstärkung und zusätzlicher Rest zusammen die Summe aller übrigen Beträge. Übriges aus vergangenen Jahren kann nicht mehr bewilligt werden (Rest oder Verfall offen; im Balken leer).
programme-note-netted = Summe: Zusätzlicher Rest und als Rest übertragen sind darin gegeneinander aufgerechnet, weil ein Rest, der im Programm bleibt, sonst mehrfach zählte; sie ist daher nicht die Summe der Zeilen dieser beiden Spalten.
programme-bars = Verbleib der Mittel je Haushaltsjahr als gestapelte Balken; die Zahlen stehen in der Tabelle.
programme-calendar = Ausgezahlt nach Kalenderjahr des Buchungstages (nachrichtlich)
programme-calendar-year = Im Kalenderjahr { $year }
programme-note-calendar = Eine Zahlung gehört zum Haushaltsjahr ihrer Anordnung, auch wenn die Kasse sie erst im Januar des Folgejahres bucht.
programme-recipients = Empfänger
programme-recipients-caption = Bewilligt, ausgezahlt und noch offen je Empfänger
programme-column-grants = Zuwen­dungen
programme-column-paid-share = Anteil am Ausgezahlten
programme-note-beneficiaries = Begünstigte Kommunen erhalten selbst kein Geld und stehen daher in keiner Zeile.
programme-milestones-caption = Meilensteine des Programms am Stichtag
programme-column-owner = Empfänger
programme-outside = { $name } (Ziel außerhalb des Programms)
programme-indicators = Kennzahlen
programme-column-reading = Letzter Messwert
programme-reading = { $value } ({ $date })
programme-notes = Hinweise

# Kopf der Datei für ein anderes Rechenwerk (export)
accounting-times = Stichtag { $day }, Datenstand Nr. { $seq } ({ $time })
accounting-head = Prüfkennung { $seq }:{ $hash }
accounting-accounts = Konten: Stufe:Titel:Haushaltsjahr, bei Verpflichtungsermächtigungen das Fälligkeitsjahr, dann das Aktenzeichen; woher Geld kommt, ist negativ.
accounting-numbers = In Klammern steht die Nummer der Buchung. Die Nummern haben Lücken: Was keinen Betrag bewegt, steht nur im Journal des Förderbuchs.
