# Wörter der Bildschirme.

screen-overview = Übersicht
screen-grants = Zuwendungen
screen-all-grants = Alle Zuwendungen
screen-recipients = Empfänger
screen-milestones = Meilensteine
screen-journal = Journal
screen-filter = Suchen …
screen-print-programme = Programmbericht …
screen-print-statement = Zuwendungsübersicht …
screen-to-account = Konto des Empfängers

# Übersicht
screen-overview-empty = Noch keine Ansätze. Links oben unter „Buchen …“ werden Titel angelegt und Ansätze erfasst.
screen-volume = Ansätze { $span }
screen-volume-note = Programmvolumen { $ceiling }
screen-granted = Bewilligt
screen-requested = Abgerufen
screen-ordered = Angeordnet
screen-actual = Ausgezahlt (Ist)
screen-actual-note = { $share } der Ansätze
screen-open = Noch offen
screen-open-note = davon { $later } nach { $year }
screen-available-from = Verfügbar ab { $year }
screen-available-note = kann noch bewilligt werden
screen-left-open = zzgl. { $amount } aus { $years }: Rest oder Verfall offen
screen-eligible = Zuwendungsfähige Ausgaben
screen-own-share = Eigenanteil
screen-own-share-of-it = Eigenanteil daran
screen-years = Haushaltsjahre, in Euro
screen-year = Jahr
screen-past-note = Aus { $year }: { $amount }, Rest oder Verfall offen, nicht mehr zu bewilligen
screen-short-note = Unterdeckung { $year }: { $amount } sind gebunden oder gesperrt, ohne dass Mittel da sind; mit Freiem wird sie nicht verrechnet
screen-prebound-note = { $year }: Vorbindung { $amount } aus Verpflichtungsermächtigungen, Haushalt noch nicht beschlossen
screen-left-short = Unterdeckung { $amount }, nicht verrechnet
screen-besides-note = Ansatz ohne Reste, Deckung, Sperren und Verfall; je Titel stehen sie unter „Haushalt“.
screen-col-besides = Reste, Deckung …
screen-year-over-sentence = { $name }: Ansatz { $appropriated }, ausgezahlt { $actual }, noch offen { $open }, Rest oder Verfall offen { $available }
screen-year-sentence = { $name }: Ansatz { $appropriated }, ausgezahlt { $actual }, noch offen { $open }, verfügbar { $available }
screen-recipients-by-amount = Empfänger nach Betrag, in Euro
screen-recipient-sentence = { $name }: bewilligt { $granted }, ausgezahlt { $actual }, noch offen { $open }
screen-milestones-next = Meilensteine: überfällig und als nächste
screen-programme-level = Land
screen-digitalization = Digitalisierung
bar-actual = ausgezahlt
bar-ordered = angeordnet
bar-requested = abgerufen
bar-committed = gebunden
bar-blocked = gesperrt
bar-available = verfügbar
bar-over = Rest oder Verfall offen

# Spalten
screen-col-appropriated = Ansatz
screen-col-granted = Bewilligt
screen-col-requested = Abgerufen
screen-col-ordered = Angeordnet
screen-col-actual = Ausgezahlt
screen-col-open = Noch offen
screen-col-committed = Noch abrufbar
screen-col-available = Verfügbar
screen-col-amount = Betrag
screen-col-running = Summe
screen-col-change = Änderung
screen-col-recipient = Empfänger
screen-col-milestone = Meilenstein
screen-col-state = Stand
screen-col-date = Termin
screen-col-reading = Messwert
screen-col-as-at = Stand
screen-col-number = Nr.
screen-col-day = Tag
screen-col-effective = Wirksam
screen-col-kind = Buchungsart
screen-col-object = Gegenstand
screen-col-whose = Empfänger, Gegenstand
screen-col-file = Aktenzeichen
screen-col-key = Schlüssel
screen-col-reason = Grund
screen-col-reference = Bezug
screen-col-login = Anmeldung
screen-col-iban = IBAN

# Zuwendungen
screen-no-grants = Noch keine Zuwendung. Mit „Antrag erfassen …“ beginnt die erste.
screen-no-match = Nichts gefunden. Ein kürzeres Suchwort findet mehr.
screen-grant-unknown = An diesem Stichtag gibt es diese Zuwendung noch nicht. Bitte oben einen späteren Stichtag wählen.
screen-line-sentence = Fälligkeit { $year }: bewilligt { $granted }, ausgezahlt { $actual }, noch abrufbar { $open }
screen-notice-of = Bescheid vom { $day }
screen-period-until = Bewilligungszeitraum bis { $day }
screen-state-ordered = wartet auf die Auszahlung
screen-state-arithmetic = wartet auf die rechnerische Feststellung
screen-state-factual = wartet auf die sachliche Feststellung
screen-state-requested = wartet auf die Anordnung
screen-state-paid = vollständig ausgezahlt
screen-moves = Abrufe, Anordnungen und Auszahlungen
screen-no-moves = Noch nichts abgerufen. Mit „Mittelabruf erfassen …“ beginnt die erste Auszahlung.
screen-versions = Bescheide und Änderungen
screen-grant-no-milestones = Zu dieser Zuwendung ist kein Meilenstein geplant. Mit „Meilenstein planen …“ kommt der erste hinzu.

# Empfänger
screen-recipients-empty = Kein Empfänger gefunden. Mit „Empfänger erfassen …“ kommt einer hinzu.
screen-recipient-unknown = An diesem Stichtag gibt es diesen Empfänger nicht. Bitte oben einen anderen Stichtag wählen.
screen-recipient-no-grants = Dieser Empfänger hat am Stichtag keine Zuwendung.
screen-valid-until = Gebietsstand bis { $day }
screen-account = Konto: was auf dem Kontoauszug der Bank steht
screen-account-empty = Noch nichts ausgezahlt.
screen-account-sum = Saldo
screen-account-usable = bestätigt
screen-account-unusable = nicht bestätigt

# Meilensteine
screen-no-milestones = Kein Meilenstein geplant.
screen-milestones-line = Zeitlinie
screen-milestones-list = Liste
screen-milestones-legend = Gestrichelt: Plan. Hell: Prognose, schmal darunter frühere. Voll: erreicht. Ein Punkt ist ein Tag; sonst zeigt die Länge, wie genau der Termin bekannt ist.
screen-milestone-reached-at = erreicht { $date }
screen-milestone-forecast-at = Prognose { $date }
screen-milestone-planned-at = Plan { $date }
screen-milestone-undated = ohne Termin
screen-half-1 = 1. Hj. { $year }
screen-half-2 = 2. Hj. { $year }

# Journal
screen-journal-empty = Nichts gefunden. Ein kürzeres Suchwort findet mehr.
screen-reversed-by = berichtigt durch { $number }
screen-body = Inhalt, wie gespeichert
