# Wörter des Fensters: Leisten, Befehle, Dialoge.

app-name = Förderbuch
app-window-title = { $file } – Förderbuch
app-opening = Förderbuch wird geöffnet …
app-loading = Wird gelesen …
app-not-opened = Das Förderbuch ließ sich nicht öffnen
app-notice = Sie sehen ein Beispiel zum Ausprobieren; es liegt als Kopie in Ihrem Ordner. Ein eigenes Programm gründen Sie mit „Neues Programm …“, auch später links unten unter „Förderbuch“.
app-dismiss = Hinweis schließen
app-dismiss-outcome = Meldung schließen
app-read-only = Dieses Förderbuch kann nur gelesen werden; gebucht wird hier nicht.
app-defect = Im Programm ist ein Fehler aufgetreten. Nichts wurde gebucht, alles Frühere ist erhalten. Bitte noch einmal versuchen; geschieht es wieder, das Programm neu starten.

# Leiste oben
app-known-latest = aktuell
app-known-range = Buchungen gibt es von 1 bis { $last }.
app-known-wrong = Möglich sind „aktuell“, ein Tag (31.12.2020) oder eine Buchung von 1 bis { $last }.
app-person = Handelnde Person
app-nobody = niemand gewählt
app-person-sample = Nur im Beispiel kann jede Person gewählt werden. In einem eigenen Förderbuch handelt, wer für Ihre Anmeldung eingetragen ist.
app-person-number = Person Nr. { $number }

# Förderbuch und Einstellungen
app-ledger = Förderbuch
app-new = Neues Programm …
app-open = Förderbuch öffnen …
app-open-sample = Beispiel öffnen
app-save-copy = Geprüfte Kopie speichern …
app-settings = Einstellungen
app-language = Sprache
app-language-de = Deutsch
app-language-en = English
app-theme = Darstellung
app-theme-system = wie das System
app-theme-light = hell
app-theme-dark = dunkel
app-zoom = Größe
app-file-ledger = Förderbuch
app-file-pdf = PDF
app-copy-name = { $file } – Kopie.foerderbuch
app-statement-name = Zuwendungsübersicht { $key } { $as_of }.pdf
app-report-name = Programmbericht { $as_of }.pdf

# Leiste unten
app-chain-good = Kette geprüft: { $entries }, Prüfkennung { $head }
app-booked = Gebucht: { $kind }, { $number }
app-followed = Ein anderes Programm hat gebucht; die Anzeige ist auf dem neuesten Stand.
app-copied = Geprüfte Kopie gespeichert: { $path }
app-copying = Kopie wird geschrieben: { $percent }
app-copy-stopped = Kopie abgebrochen; es ist nichts davon geblieben.
app-stop-copy = Kopie abbrechen
app-printed = Dokument gespeichert: { $path }

# Dialoge
app-cancel = Abbrechen
app-booking-running = Wird gebucht …
app-entries-kept = Ihre Eingaben sind noch da.
app-nothing-booked = Nichts wurde gebucht. Ihre Eingaben sind noch da.
app-field-needed = Bitte ausfüllen.
app-choose = bitte wählen
app-voucher = Beleg oder Aktenzeichen
app-booked-by = Gebucht wird als { $person }.
app-no-person = Niemand ist gewählt, der hier bucht.
app-role-hint = { $person } hat die Rolle „{ $role }“ nicht.
app-act-as = Als { $person } buchen
app-too-much = { $missing } zu viel
app-open-booking = { $number } vom { $day } · { $year } · offen { $left }
app-open-line = { $year } · { $title } · offen { $open }

app-draw-confirm = Mittelabruf buchen
app-draw-amount = Abgerufener Betrag
app-draw-day = Eingang am
app-due-line = Fälligkeit
app-draw-empty = Von dieser Zuwendung ist nichts mehr abrufbar. Mehr abgerufen werden kann erst nach einer Erhöhung.
app-draw-line-empty = Auf Fälligkeit { $year } ist nichts mehr abrufbar. Bitte eine andere Fälligkeit wählen.
app-open-on-line = Offen auf Fälligkeit { $year }
app-this-draw = Dieser Abruf
app-stays-open = Bleibt offen

app-order-confirm = Anordnung buchen
app-order-amount = Angeordneter Betrag
app-order-draw = Mittelabruf
app-order-day = Unterschrieben am
app-order-no-account = Dieser Empfänger hat keine bestätigte Bankverbindung. Sie wird unter „Empfänger“ erfasst und dort von einer zweiten Person bestätigt.
app-order-account = Bankverbindung
app-order-milestone = Meilenstein
app-no-milestone = ohne Meilenstein
app-order-text = Verwendungszweck
app-requested-on-line = Abgerufen auf Fälligkeit { $year }, noch nicht angeordnet
app-left-of-draw = Davon offen aus Mittelabruf { $number }
app-this-order = Diese Anordnung
app-stays-requested = Bleibt anzuordnen

app-confirm-confirm = Auszahlung buchen
app-confirm-amount = Ausgezahlter Betrag
app-confirm-order = Anordnung
app-confirm-day = Buchungstag der Kasse
app-cash-voucher = Beleg der Kasse
app-ordered-with = Angeordnet mit { $number }
app-this-payment = Diese Auszahlung
app-difference = Unterschied
app-line-afterwards = Danach sind auf Fälligkeit { $year } { $paid } von { $granted } ausgezahlt.
app-held-against = Die Auszahlung gehört zum Meilenstein „{ $milestone }“.

app-reverse-intro = Die Buchung wird durch ihr genaues Gegenteil aufgehoben; beide bleiben im Journal stehen. Was wirklich geschehen ist und sich geändert hat, wird mit eigenem Datum neu gebucht, nicht berichtigt.
app-reverse-confirm = Berichtigung buchen
app-reverse-result = Wirkung der Berichtigung
app-reason = Grund
app-reason-hint = Mindestens zehn Zeichen; der Grund steht für immer im Journal.

app-issue-intro = Jede Fälligkeit wird gegen die verfügbaren Mittel ihres Haushaltsjahrs geprüft; spätere Jahre brauchen eine Verpflichtungsermächtigung.
app-issue-confirm = Bescheid buchen
app-purpose = Zweck
app-financing = Finanzierung
app-quota = Fördersatz in Prozent
app-eligible = Zuwendungsfähige Ausgaben
app-notice-day = Datum des Bescheids
app-period-until = Bewilligungszeitraum bis
app-cash-reference = Kassenzeichen
app-due-lines = Fälligkeiten
app-title = Titel
app-fiscal-year = Haushaltsjahr
app-amount = Betrag
app-add-line = Weitere Fälligkeit
app-remove-line = Fälligkeit entfernen
app-available-in = Verfügbar { $year }
app-this-line = Diese Fälligkeit
app-stays-available = Bleibt verfügbar
app-authority-free = Verpflichtungsermächtigung { $budget } für { $year }, frei
app-authority-missing = Verpflichtungsermächtigung fehlt: { $missing }

app-new-title = Neues Programm
app-new-intro = Ein Förderbuch ist eine Datei und führt ein Programm. Wo sie liegen soll, wird danach gefragt.
app-new-confirm = Weiter zur Datei …
app-new-name = Name des Programms
app-new-guideline = Richtlinie, kurz
app-new-ceiling = Programmvolumen
app-new-authority = Bewilligungsbehörde
app-new-line = Referat und Anschrift, eine Zeile
app-new-town = Ort
app-new-contact = Kontakt für Rückfragen
app-new-person = Ihr Name
app-new-next = Titel, Ansätze, Empfänger und weitere Personen kommen danach mit „Buchen …“ hinzu, viele auf einmal mit dem Befehl „foerderbuch book“ aus einer Datei.
