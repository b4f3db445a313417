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
stage-ve-blocked = Verpflichtungsermächtigung, gesperrt
stage-ve-lapsed = Verpflichtungsermächtigung, verfallen
stage-revenue-source = Herkunft der Einnahmen
stage-revenue-due = Einnahme festgesetzt, noch offen
stage-revenue-received = Einnahme eingegangen
stage-revenue-waived = Einnahme erlassen
stage-rest-source = Herkunft der Reste zu Lasten des Ansatzes
stage-rest-charged = Rest zu Lasten des Ansatzes

# Ereignisse
kind-programme-founded = Programm eingerichtet
kind-person-enrolled = Person eingetragen
kind-setting-made = Einstellung
kind-title-registered = Titel eingerichtet
kind-appropriation-drafted = Ansatz im Entwurf
kind-appropriation-voted = Ansatz
kind-supplement-voted = Nachtrag
kind-excess-granted = Über-/außerplanmäßige Ausgabe
kind-cover-moved = Deckung
kind-block-set = Sperre
kind-block-lifted = Sperre aufgehoben
kind-authority-voted = Verpflichtungsermächtigung
kind-authority-blocked = Verpflichtungsermächtigung gesperrt
kind-authority-unblocked = Verpflichtungsermächtigung entsperrt
kind-authority-lapsed = Verpflichtungsermächtigung verfallen
kind-provisional-management-set = Vorläufige Haushaltsführung
kind-books-closed = Bücherschluss
kind-carry-over-formed = Restbildung
kind-funds-lapsed = Verfall
kind-year-settled = Jahr abgeschlossen
kind-recipient-registered = Empfänger erfasst
kind-bank-account-recorded = Bankverbindung erfasst
kind-bank-account-confirmed = Bankverbindung bestätigt
kind-application-received = Antrag eingegangen
kind-examination-noted = Prüfung des Antrags
kind-application-examined = Antrag geprüft
kind-early-start-consented = Vorzeitiger Vorhabensbeginn
kind-application-rejected = Antrag abgelehnt
kind-application-withdrawn = Antrag zurückgezogen
kind-grant-issued = Bescheid
kind-notice-announced = Bescheid bekannt gegeben
kind-remedy-waived = Rechtsbehelfsverzicht
kind-notice-challenged = Bescheid angefochten
kind-challenge-ended = Anfechtung beendet
kind-grant-amended = Änderungsbescheid
kind-grant-increased = Erhöhung
kind-grant-reduced = Minderung
kind-due-shifted = Fälligkeit verschoben
kind-beneficiary-named = Begünstigte Kommune benannt
kind-draw-requested = Mittelabruf
kind-arithmetic-attested = Feststellung rechnerisch richtig
kind-factually-attested = Feststellung sachlich richtig
kind-draw-sent-back = Mittelabruf zurückgegeben
kind-draw-reduced = Mittelabruf gekürzt
kind-draw-rejected = Mittelabruf zurückgewiesen
kind-draw-withdrawn = Mittelabruf zurückgezogen
kind-payment-ordered = Auszahlungsanordnung
kind-order-handed-over = An Kasse übergeben
kind-order-cancelled = Storno vor Zahlung
kind-payment-confirmed = Auszahlung
kind-payment-reconciled = Mit Kasse abgeglichen
kind-payment-returned = Rückläufer
kind-held-ordered = Rückläufer erneut angeordnet
kind-held-paid = Rückläufer erneut ausgezahlt
kind-payment-rebooked = Umbuchung
kind-proof-received = Verwendungsnachweis vorgelegt
kind-proof-reminded = Verwendungsnachweis angemahnt
kind-proof-checked = Verwendungsnachweis geprüft
kind-claim-raised = Erstattung festgesetzt
kind-claim-annulled = Erstattung aufgehoben
kind-claim-deferred = Stundung oder Niederschlagung
kind-claim-waived = Erlass
kind-claim-repaid = Rückzahlung
kind-unused-returned = Rückgabe
kind-commitment-restored = Rückgabe wieder bewilligt
kind-interest-assessed = Zinsen festgesetzt
kind-interest-received = Zinsen eingegangen
kind-interest-waived = Zinsen erlassen
kind-case-closed = Fall abgeschlossen
kind-reversed = Berichtigung
kind-milestone-planned = Meilenstein geplant
kind-milestone-forecast = Meilenstein: neue Prognose
kind-milestone-reached = Meilenstein erreicht
kind-indicator-defined = Kennzahl festgelegt
kind-indicator-read = Messwert erfasst
kind-document-issued = Dokument ausgefertigt
kind-ledger-restored = Aus Sicherung wiederhergestellt
kind-cash-list-read = Kassenliste gelesen

# Rollen
role-desk-officer = Sachbearbeitung
role-attester = Feststellungsbefugnis
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
milestone-delayed = verzögert
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
at-most = höchstens { $value }
