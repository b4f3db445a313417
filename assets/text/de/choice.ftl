# Werte, die zur Wahl stehen, und Stände: ein Wort je Ding.

# Genehmigte Mehrausgaben
excess-kind-excess = überplanmäßig
excess-kind-unplanned = außerplanmäßig

# Grund einer Sperre
block-ground-economic = haushaltswirtschaftliche Sperre (§ 41 ThürLHO)
block-ground-budget-law = Sperre durch Haushaltsgesetz oder Haushaltsvermerk
block-ground-global-cut = Anteil an einer globalen Minderausgabe

# Reste
carry-over-kind-additional = zusätzlich
carry-over-kind-charged = zu Lasten des Ansatzes

# Prüfung des Antrags
examination-step-begun = Prüfung aufgenommen
examination-step-documents-requested = Unterlagen nachgefordert
examination-step-documents-received = Unterlagen nachgereicht

# Bescheid
auxiliary-rules-anbest-gk = ANBest-Gk
auxiliary-rules-anbest-p = ANBest-P
payment-mode-advance = Vorschuss
payment-mode-paid-invoices = Erstattungsprinzip
announcement-manner-post = mit der Post
announcement-manner-receipt = gegen Empfangsbestätigung
challenge-outcome-dismissed = Bescheid hat Bestand
challenge-outcome-annulled = Bescheid aufgehoben
authority-return-free = wieder frei
authority-return-lapsed = verfallen

# Verwendungsnachweis und Erstattung
proof-kind-interim = Zwischennachweis
proof-kind-final = Verwendungsnachweis
check-result-clean = ohne Beanstandung
check-result-objections = mit Beanstandung
claim-ground-resolutive-condition = auflösende Bedingung (ANBest Nr. 2)
claim-ground-revocation = Widerruf (§ 49 Abs. 3 ThürVwVfG, ab 2025 VwVfG)
claim-ground-withdrawal = Rücknahme (§ 48 ThürVwVfG, ab 2025 VwVfG)
claim-ground-final-notice = Schlussbescheid
deferral-deferred = Stundung
deferral-suspended = Niederschlagung

# Einnahmen und Zinsen
interest-kind-reclaim = Erstattungszinsen
interest-kind-delay = Verzögerungszinsen
revenue-kind-repayment = Rückzahlung nach Bücherschluss
day-count-thirty-360 = 30/360
day-count-act-365 = act/365
day-count-act-act = act/act

# Stand eines Zuwendungsfalls, S1 bis S16
case-state-received = Antrag eingegangen
case-state-in-examination = in Prüfung
case-state-examined = Antrag geprüft
case-state-issued = bewilligt (Bescheid erlassen)
case-state-announced = bekannt gegeben
case-state-final = bestandskräftig
case-state-challenged = angefochten
case-state-in-progress = in Durchführung
case-state-rejected = abgelehnt
case-state-withdrawn = zurückgezogen
case-state-revoked = widerrufen / zurückgenommen
case-state-proof-due = Verwendungsnachweis fällig
case-state-proof-received = Verwendungsnachweis vorgelegt
case-state-proof-checked = Verwendungsnachweis geprüft
case-state-claimed = Erstattung/Zinsen festgesetzt
case-state-closed = abgeschlossen (Zweckbindung läuft)
case-state-archivable = archivreif

# Schritte, die anderen vorausgehen
step-examination = Prüfung des Antrags
step-no-double-funding = Ausschluss der Doppelförderung
step-start-checked = Prüfung des vorzeitigen Vorhabenbeginns
step-arithmetic-attestation = Feststellung rechnerisch richtig
step-factual-attestation = Feststellung sachlich richtig
step-announcement = Bekanntgabe
step-proof-check = Prüfung des Verwendungsnachweises
step-settlement = Erledigung der offenen Beträge
step-books-closed = Bücherschluss

# Einstellungen
setting-base-rate = Basiszinssatz (§ 247 BGB)
setting-interest-margin = Zinsaufschlag auf den Basiszinssatz
setting-interest-day-count = Zinsmethode
setting-interest-start = Beginn der Verzinsung
setting-notice-days = Bekanntgabe mit der Post (§ 41 Abs. 2 ThürVwVfG, ab 2025 VwVfG)
setting-objection-period = Rechtsbehelfsfrist
setting-use-period = Frist zur Verwendung abgerufener Mittel
setting-proof-term = Frist des Verwendungsnachweises
setting-interim-proof-term = Frist des Zwischennachweises
setting-proof-check-term = Frist zur Prüfung des Verwendungsnachweises
setting-small-amount = Bagatellgrenze
setting-highest-quota = Höchster Fördersatz der Richtlinie
setting-one-open-draw = Nur ein offener Mittelabruf je Zuwendung
setting-repayment-is-revenue = Rückzahlungen sind stets Einnahmen
setting-fixed-amount-capped = Festbetrag höchstens in Höhe der Ausgaben
setting-retention-period = Aufbewahrungsfrist
setting-letterhead = Bewilligungsbehörde (Briefkopf)
setting-statement-term = Frist der Saldenbestätigung
setting-guideline-published = Förderrichtlinie, Veröffentlichung
setting-deviation-causes = Ursachen der Abweichungen vom Plan

# $detail: Tag, Nebenbestimmungen oder Titel, für die sie gilt
named-setting = { $name }, { $detail }
# $name: Einstellung und wofür sie gilt; $value: was sie festlegt
valued-setting = { $name }: { $value }
from-day = ab { $day }

# $count wählt die Form, $n ist die gedruckte Zahl
months = { $count ->
    [one] { $n } Monat
   *[other] { $n } Monate
}
years = { $count ->
    [one] { $n } Jahr
   *[other] { $n } Jahre
}
percentage-points = { $n } Prozentpunkte
in-force = in Kraft
not-in-force = nicht in Kraft

# Feiertage in Thüringen
holiday-new-year = Neujahr
holiday-good-friday = Karfreitag
holiday-easter-monday = Ostermontag
holiday-labour-day = 1. Mai
holiday-ascension = Christi Himmelfahrt
holiday-whit-monday = Pfingstmontag
holiday-childrens-day = Weltkindertag
holiday-german-unity = Tag der Deutschen Einheit
holiday-reformation = Reformationstag
holiday-christmas = Erster Weihnachtstag
holiday-second-christmas = Zweiter Weihnachtstag

# Aufzählung
either-or = { $before } oder { $last }

# Sprache eines Dokuments
paper-language-de = Deutsch
paper-language-en = Englisch
