# Stufen, Ereignisse, Rollen und Arten: ein Wort je Ding.

# Stufen: wo das Geld steht
stage-appropriated = Ansatz mit Nachtrag
stage-exceeded = über- und außerplanmäßig
stage-cover-in = Verstärkung
stage-carried-in = zusätzlicher Rest
stage-available = verfügbar
stage-blocked = gesperrt
stage-committed = bewilligt, noch nicht abgerufen
stage-requested = abgerufen, noch nicht angeordnet
stage-ordered = angeordnet, noch nicht ausgezahlt
stage-paid = ausgezahlt
stage-held = Rückläufer nach Bücherschluss
stage-reclaimed = zurückgefordert, offen
stage-written-off = erlassen
stage-returned = in späterem Haushaltsjahr zurückgezahlt
stage-cover-out = Abgabe
stage-carried-out = als Rest übertragen
stage-lapsed = verfallen
stage-ve-voted = Verpflichtungsermächtigung im Haushalt
stage-ve-free = Verpflichtungsermächtigung, frei
stage-ve-used = Verpflichtungsermächtigung, in Anspruch genommen
stage-ve-lapsed = Verpflichtungsermächtigung, verfallen

# Ereignisse
kind-programme-founded = Programm eingerichtet
kind-person-enrolled = Person eingetragen
kind-title-registered = Titel eingerichtet
kind-appropriation-voted = Ansatz
kind-authority-voted = Verpflichtungsermächtigung
kind-recipient-registered = Empfänger erfasst
kind-bank-account-recorded = Bankverbindung erfasst
kind-bank-account-confirmed = Bankverbindung bestätigt
kind-grant-issued = Bescheid
kind-grant-increased = Erhöhung
kind-grant-reduced = Minderung
kind-beneficiary-named = Begünstigte Kommune benannt
kind-draw-requested = Mittelabruf
kind-payment-ordered = Auszahlungsanordnung
kind-order-cancelled = Storno vor Zahlung
kind-payment-confirmed = Auszahlung
kind-payment-returned = Rückläufer
kind-claim-raised = Erstattung festgesetzt
kind-claim-repaid = Absetzung (Rückzahlung)
kind-reversed = Berichtigung
kind-milestone-planned = Meilenstein geplant
kind-milestone-forecast = Meilenstein: neue Prognose
kind-milestone-reached = Meilenstein erreicht
kind-indicator-defined = Kennzahl festgelegt
kind-indicator-read = Messwert erfasst


# Rollen
role-desk-officer = Sachbearbeitung
role-approver = Anordnungsbefugnis
role-budget-officer = Beauftragte/r für den Haushalt
role-administrator = Verwaltung des Förderbuchs
role-auditor = Prüfung

# Empfänger
recipient-type-county = Landkreis
recipient-type-independent-city = kreisfreie Stadt
recipient-type-municipality = Gemeinde
recipient-type-association = Verband
recipient-type-fictional = fiktive Kommune

# Finanzierung
financing-share = Anteilfinanzierung
financing-shortfall = Fehlbedarfsfinanzierung
financing-fixed-amount = Festbetragsfinanzierung
financing-full = Vollfinanzierung
investive = investiv
consumptive = konsumtiv


source-class-fact = öffentlich belegt
source-class-illustrative = für das Beispiel erfunden

# Verfügbarkeit: die letzten Zeilen der Rechnung
availability-later-bookings = durch spätere Buchungen bereits belegt
availability-unvoted = Vorbindung, Haushalt noch nicht beschlossen

# Genauigkeit von Daten
precision-day = Tag
precision-month = Monat
precision-quarter = Quartal
precision-half = Halbjahr
precision-mid-year = Mitte des Jahres
precision-year = Jahr
precision-period = Zeitraum

# Stand der Meilensteine
milestone-late = überfällig
milestone-planned = im Plan
milestone-undated = ohne Termin
milestone-reached = erreicht
milestone-plan = Plan
milestone-forecast = Prognose
milestone-actual = Ist
indicator-baseline = Ausgangswert
indicator-target = Zielwert
# $value: ein Messwert, der nur als Untergrenze bekannt ist
more-than = mehr als { $value }
