# Wörter der Bildschirme „Haushalt“ und „Fristen“.

screen-budget = Haushalt
screen-deadlines = Fristen

# Titel
budget-title-parts = Einzelplan { $plan } · Kapitel { $chapter } · Titelgruppe { $group } · Titel { $title }
budget-fiscal-year = Haushaltsjahr { $year }

# Karten
budget-rows = Titel und Haushaltsjahre, in Euro
budget-no-rows = Noch kein Ansatz beschlossen. Mit „Ansatz buchen …“ beginnt der Haushalt.
budget-years = Stand der Haushaltsjahre und Vorbindung, in Euro
budget-authority = Verpflichtungsermächtigungen, in Euro
budget-versions = Fassungen des Haushalts: Entwurf, Ansatz, Nachtrag, in Euro
budget-no-authority = Keine Verpflichtungsermächtigung im Haushalt.

# Spalten
budget-col-appropriation = Ansatz
budget-col-supplement = Nachtrag
budget-col-exceeded = üpl./apl.
budget-col-cover = Deckung
budget-col-carried-in = Zusätzl. Rest
budget-col-charged = Rest zu Lasten
budget-col-blocked = Gesperrt
budget-col-open = Noch offen
budget-col-actual = Ausgezahlt
budget-col-carried-out = Rest übertragen
budget-col-lapsed = Verfallen
budget-col-past = Rest oder Verfall offen
budget-col-hint = Hinweis
budget-col-prebound = Vorbindung
budget-col-prebound-of = Aus Verpflichtungsermächtigungen
budget-col-budget-year = Haushaltsjahr
budget-col-due-year = Fälligkeit
budget-col-ve-voted = Im Haushalt
budget-col-ve-used = In Anspruch
budget-col-ve-freed = Nach Ablauf frei­geworden
budget-col-ve-to-lapse = Verfall zu buchen
budget-col-ve-free = Frei
budget-col-law = Gesetz oder Entwurf
budget-col-voted = Danach Ansatz
budget-col-move = Von → nach

# Zeilen und Sätze
budget-sum-of = Summe { $year }
budget-available = Verfügbar
budget-available-of = verfügbar { $amount }
budget-rest-open = Rest/Verfall offen
budget-rest-open-of = Rest oder Verfall offen { $amount }
budget-short = Unterdeckung
budget-short-of = Unterdeckung { $amount }
budget-short-note = Unterdeckung bei { $title } im Haushaltsjahr { $year }: { $amount } sind gebunden oder gesperrt, ohne dass Mittel da sind. Mit dem Freien anderer Titel wird sie nicht verrechnet.
budget-past-note = aus { $year }: { $amount }, Rest oder Verfall offen; nicht mehr zu bewilligen
budget-replaced-note = Verfallen enthält { $amount }, die durch einen Rest zu Lasten des Folgejahres ersetzt und nicht als Verfall gebucht sind.
budget-identity = Probe je Zeile: Ansatz + Nachtrag + üpl./apl. + Deckung (Verstärkung − Abgabe) + zusätzlicher Rest = gesperrt + ausgezahlt (Ist) + noch offen + als Rest übertragen + verfallen + verfügbar. Reste zu Lasten des Ansatzes stehen nachrichtlich. Spalten ohne Betrag fehlen, wo der Platz knapp ist; in der Gesamtsumme heben sich Reste auf, die im Programm bleiben.
budget-prebound = Vorbindung { $amount }
budget-prebound-of = VE { $year }: { $amount }
budget-prebound-note = Vorbindung: was frühere Haushaltsjahre mit Verpflichtungsermächtigungen (VE) für spätere gebunden haben; im Bewilligten des Jahres schon enthalten.
budget-authority-of = { $title }, VE { $from }, fällig { $due }
budget-authority-note = Nicht in Anspruch genommene Verpflichtungsermächtigungen verfallen am Ende ihres Haushaltsjahres.
budget-authority-freed = Verfallen enthält { $amount }, die erst nach Ablauf ihres Haushaltsjahres frei wurden und nicht als Verfall gebucht sind.

# Stand eines Haushaltsjahres
budget-state-unvoted = noch nicht beschlossen
budget-state-drafted = Entwurf
budget-state-provisional = vorläufige Haushaltsführung seit { $day }
budget-state-provisional-until = vorläufige Haushaltsführung vom { $day } bis { $until }
budget-state-open = Bücher offen
budget-state-closed = Bücher geschlossen seit { $day }
budget-state-settled = abgeschlossen am { $day }

# Rechnung und Buchungen
budget-arithmetic = Wie sich der verfügbare Betrag ergibt
budget-entries = Buchungen
budget-unvoted-note = Für dieses Jahr ist noch nichts beschlossen: Bewilligt werden kann nur mit Verpflichtungsermächtigungen.
budget-unknown = An diesem Stichtag steht hier nichts. Bitte oben einen anderen Stichtag wählen.

# Fristen
deadlines-overdue = Überfällig
deadlines-near = Überfällig und nächste 90 Tage
deadlines-all = Alle
deadlines-what = Frist
deadlines-none = Keine Frist in dieser Auswahl.
deadlines-days = { $count ->
    [one] { $n } Tag
   *[other] { $n } Tagen
}
deadlines-over-since = seit { $days } vorbei
deadlines-now = am Stichtag
deadlines-in = in { $days }
deadlines-count = { $count ->
    [one] { $n } Frist
   *[other] { $n } Fristen
}
deadlines-late = davon überfällig: { $n }
