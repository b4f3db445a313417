# Allgemeine Wörter: Schaltflächen, Ja und Nein, Einheiten, Daten, Eingaben.

yes = Ja
ok = OK
open = Öffnen
next = Weiter
none = keine
all = alle
total = Summe
unknown = nicht bekannt

# Einheiten
unit-million = Mio.
# $count wählt die Form, $n ist die gedruckte Zahl
days = { $count ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
entries = { $count ->
    [one] { $n } Buchung
   *[other] { $n } Buchungen
}
grants = { $count ->
    [one] { $n } Zuwendung
   *[other] { $n } Zuwendungen
}
recipients = { $count ->
    [one] { $n } Empfänger
   *[other] { $n } Empfänger
}
findings = { $count ->
    [one] { $n } Befund
   *[other] { $n } Befunde
}
entry-number = Nr. { $seq }
title-written = Kapitel { $chapter } Titel { $title }

# Beträge: jedes Wort bedeutet genau einen Betrag
amount = Betrag
amount-actual = ausgezahlt (Ist)

# Begriffe
programme = Programm
guideline = Richtlinie
authority = Bewilligungsbehörde
grant = Zuwendung
notice = Bescheid
due-lines = Fälligkeiten
fiscal-year-short = HHJ
title = Titel
recipient = Zuwendungsempfänger
recipient-key = Schlüssel (AGS)
beneficiaries = begünstigte Kommunen
as-of = Stichtag
known = Datenstand
head = Prüfkennung
cash-reference = Kassenzeichen
file-number = Aktenzeichen
voucher = Beleg
bank-account = Bankverbindung
milestone = Meilenstein
indicator = Kennzahl
journal = Journal
person = Person
purpose = Zweck
period-until = Bewilligungszeitraum bis
sample-data = Beispieldaten – keine amtlichen Zahlen

# Daten und Zeiten
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date-quarter = { $quarter }. Quartal { $year }
date-first-half = 1. Halbjahr { $year }
date-second-half = 2. Halbjahr { $year }
date-mid-year = Mitte { $year }
known-at = { $day }, { $clock } Uhr
today = heute

# Eingabe von Beträgen
entry-money-empty = Bitte einen Betrag eingeben, zum Beispiel 1.234,50.
entry-money-character = Das Zeichen { $character } gehört in keinen Betrag. Bitte so schreiben: 1.234,50.
entry-money-not-an-amount = Das ist kein Betrag. Bitte so schreiben: 1.234,50.
entry-money-english = Das ist die englische Schreibweise. Bitte mit Komma vor den Cent schreiben: 1.234,50.
entry-money-german = Das ist die deutsche Schreibweise; hier wird englisch geschrieben: 1,234.50.
entry-money-ambiguous = Ein Punkt ohne Cent ist nicht eindeutig. Sind { $thousands } € gemeint, bitte so schreiben: { $thousands } oder { $plain }.
entry-money-decimals = Ein Betrag hat höchstens zwei Nachkommastellen.
entry-money-grouping = Die Gruppen stimmen nicht: Zwischen den Punkten stehen je drei Ziffern, zum Beispiel 1.234.567,00.
entry-money-too-large = Der Betrag ist zu groß; höchstens { $limit } je Buchung.

# Eingabe von Tagen
entry-day-empty = Bitte einen Tag eingeben, zum Beispiel 31.12.2026 oder heute.
entry-day-unreadable = Das ist kein Tag. Möglich sind 31.12.2026, 311226, 31.12., heute oder +14.
entry-day-does-not-exist = Diesen Tag gibt es nicht.
entry-day-out-of-range = Der Tag muss zwischen 1900 und 2199 liegen.
