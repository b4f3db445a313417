# Berichte: Dokumente ansehen, speichern, ausfertigen, prüfen, vergleichen
screen-reports = Berichte
shelf-make = Dokument erstellen
shelf-issued = Ausgefertigt
shelf-check = Dokument prüfen
shelf-difference = Unterschied
shelf-command = Berichte: { $name }
shelf-document = Dokument
shelf-document-programme = R1 Bewilligungen und Mittelabfluss
shelf-document-counties = R2 Nach Landkreisen und kreisfreien Städten
shelf-document-grants = R3 Anträge und Zuwendungen
shelf-document-milestones = R4 Meilensteine und Kennzahlen
shelf-document-proofs = R5 Verwendungsnachweise
shelf-document-budget = R6 Haushalt nach Titeln
shelf-document-claims = R7 Erstattungen und Zinsen
shelf-document-statement = Zuwendungsübersicht
shelf-document-journal = Auszug aus dem Journal
shelf-document-sheet = Datenblatt zu einer Buchung
shelf-document-difference = Unterschied zweier Datenstände
shelf-document-published = Verzeichnis veröffentlichter Zahlen
shelf-document-verification = Prüfprotokoll
shelf-entry = Nummer der Buchung
shelf-before = Früherer Datenstand (Nr. der Buchung)
shelf-year = Haushaltsjahr
shelf-calendar-year = Kalenderjahr
shelf-year-any = wie das Dokument es vorsieht
shelf-unit = Einheit
shelf-unit-euro = Euro und Cent
shelf-unit-thousand = T€ (gerundet)
shelf-form = Dateiformat
shelf-form-pdf = PDF (Seiten)
shelf-form-xlsx = XLSX (Arbeitsmappe)
shelf-form-csv-german = CSV (Semikolon, Dezimalkomma)
shelf-form-csv-international = CSV (Komma, Dezimalpunkt)
shelf-file = Datei
shelf-file-xlsx = Arbeitsmappe (XLSX)
shelf-save = Dokument speichern …
shelf-save-title = Dokument speichern
shelf-print = Dokument drucken …
shelf-print-hint = Speichert das PDF und öffnet es mit dem Programm des Systems; dort wird gedruckt.
shelf-issue = Ausfertigen …
shelf-statements = Für alle speichern …
shelf-issue-all = Für alle ausfertigen …
shelf-statements-folder = Ordner für die Zuwendungsübersichten
shelf-page = Seite { $page } von { $pages }
shelf-page-before = Vorige Seite
shelf-page-after = Nächste Seite
shelf-smaller = Verkleinern
shelf-larger = Vergrößern
shelf-as-text = Als Text
shelf-choose-recipient = Bitte den Empfänger wählen, dessen Zuwendungsübersicht gebraucht wird.
shelf-choose-entry = Bitte die Nummer der Buchung eingeben; sie steht im Journal. Datenblätter gibt es zu Bescheiden und ihren Änderungen, wieder bewilligten Rückgaben, Anordnungen, Erstattungen, Rückzahlungen, Zinsbescheiden, Erinnerungen an den Verwendungsnachweis und zu Prüfungen eines Nachweises, auf die eine Anhörung folgt.
shelf-choose-before = Bitte die Nummer der Buchung eingeben, bis zu der damals bekannt war; verglichen wird mit dem Datenstand oben im Fenster.
shelf-no-paper = Dieses Dokument gibt es zum gewählten Stichtag und Datenstand nicht. Bitte beide oder das Haushaltsjahr ändern.
shelf-no-sheet = Zu dieser Buchung gibt es kein Datenblatt, oder der Datenstand kennt sie noch nicht.
shelf-batch = Zuwendungsübersichten aller Empfänger
shelf-batch-issuing = Ausgefertigte Zuwendungsübersichten aller Empfänger
shelf-batch-issued = ausgefertigt
shelf-batch-again = schon am { $day } ausgefertigt (Nr. { $before }), nun noch einmal
shelf-batch-progress = { $done } von { $total } geschrieben, Ordner { $folder }
shelf-batch-failed = { $count ->
    [one] { $n } Zuwendungsübersicht konnte nicht geschrieben werden.
   *[other] { $n } Zuwendungsübersichten konnten nicht geschrieben werden.
}
shelf-batched = { $count ->
    [one] { $n } Zuwendungsübersicht gespeichert.
   *[other] { $n } Zuwendungsübersichten gespeichert.
}
shelf-batch-stopped = Angehalten; was geschrieben ist, bleibt.
shelf-batch-stop = Zuwendungsübersichten anhalten
shelf-batch-close = Ergebnis schließen
shelf-batch-written = gespeichert
shelf-batch-not-written = fehlt
shelf-remade = Noch der Stand von vorher: Das Dokument wird neu erstellt.
shelf-issue-title = Dokument ausfertigen
shelf-issue-confirm = Dokument ausfertigen
shelf-issue-what = Das Dokument trägt „ausgefertigt am { $day }“, Stichtag { $as_of }, Datenstand { $known }. Das Journal hält fest: welches Dokument, Stichtag und Datenstand, Sprache, seinen Prüfwert (SHA-256) und wer es ausgefertigt hat. Das Dokument selbst bewahrt das Förderbuch Byte für Byte auf.
shelf-issue-again = Dieses Dokument ist schon am { $day } von { $issuer } ausgefertigt (Buchung Nr. { $before }, Datenstand Nr. { $known }). Wird es noch einmal ausgefertigt, stehen beide im Verzeichnis; gilt nur eines davon, ist das andere mit einer Berichtigung zurückzunehmen.
shelf-issue-for-good = Eine Ausfertigung bleibt im Journal; ein Irrtum wird mit einer Berichtigung offengelegt, nicht gelöscht. Eine Datei entsteht dabei noch nicht: Sie wird danach aus dem Verzeichnis der ausgefertigten Dokumente gespeichert.
shelf-issue-sheet = Ein Datenblatt ist keine Anordnung und kein Bescheid; unterschrieben wird wie bisher.
shelf-issue-all-title = Zuwendungsübersichten für alle ausfertigen
shelf-issue-all-count = { $count ->
    [one] { $n } Empfänger mit Zuwendungen oder Zahlungen
   *[other] { $n } Empfänger mit Zuwendungen oder Zahlungen
}
shelf-issue-all-confirm = { $count ->
    [one] { $n } Dokument ausfertigen …
   *[other] { $n } Dokumente ausfertigen …
}
shelf-issue-all-folder = Ordner für die ausgefertigten Zuwendungsübersichten
shelf-issue-all-what = Jeder Empfänger bekommt eine Zuwendungsübersicht mit „ausgefertigt am { $day }“, Stichtag { $as_of }, Datenstand { $known }. Jede ist eine eigene Buchung im Journal mit ihrem Prüfwert (SHA-256), wird Byte für Byte im Förderbuch bewahrt und als PDF in den Ordner geschrieben, nach dem gleich gefragt wird.
shelf-issue-all-for-good = Ausfertigungen bleiben im Journal; ein Irrtum wird mit einer Berichtigung offengelegt, nicht gelöscht. Liegt im Ordner schon eine Datei des Namens, wird für diesen Empfänger nichts ausgefertigt und nichts ersetzt. Wer anhält, behält, was bis dahin ausgefertigt ist; die Liste nennt jeden Empfänger mit seinem Ergebnis.
shelf-issued-unwritten = Ausgefertigt mit Buchung { $number }, aber die Datei ließ sich nicht schreiben: { $reason } Unter „Ausgefertigt“ lässt sich das Dokument speichern.
shelf-not-seen = Es ist noch keine Seite dieses Dokuments zu sehen. Bitte warten, bis sie da ist, und dann drucken.
shelf-issue-voucher = Aktenzeichen oder Blatt der Akte
shelf-issued-none = Es ist kein Dokument ausgefertigt. Unter „Dokument erstellen“ ein Dokument wählen und ausfertigen; dann steht es hier mit Prüfwert und kann Byte für Byte wieder gespeichert werden.
shelf-issued-count = { $count ->
    [one] { $n } Dokument
   *[other] { $n } Dokumente
}
shelf-issued-on = Ausgefertigt am
shelf-issued-sentence = { $number }, { $document }, { $recipient }, ausgefertigt am { $day }, Stichtag { $as_of }, von { $issuer }
shelf-issuer = Von
shelf-bytes = Größe in Byte
shelf-fact = { $name }: { $value }
shelf-hash = Prüfwert (SHA-256)
shelf-save-again = Byte für Byte speichern …
shelf-open-again = Speichern und öffnen …
shelf-to-entry = Buchung im Journal
shelf-check-intro = Ein PDF wählen oder auf das Fenster ziehen. Das Förderbuch sagt, ob es echt, verändert oder älter ist oder aus einem anderen Programm kommt. Die Datei wird nur gelesen.
shelf-check-choose = PDF wählen …
shelf-check-running = Das Dokument wird geprüft …
shelf-check-register = Im Verzeichnis zeigen
shelf-verdict-genuine = Echt
shelf-verdict-older = Echt, aber älter als das Förderbuch
shelf-verdict-altered = Nicht echt: verändert
shelf-verdict-corrected = Ausgefertigt, aber berichtigt
shelf-verdict-other = Nicht echt: aus einem anderen Förderbuch
shelf-verdict-open = Nicht zu prüfen
shelf-verdict-foreign = Kein Dokument von Förderbuch
shelf-verdict-unread = Das Dokument konnte nicht gelesen werden
shelf-difference-intro = Warum lautet eine gedruckte Zahl heute anders? Bitte den Datenstand von damals eingeben: einen Tag oder die Nummer der Buchung vom Fuß des Dokuments. Verglichen wird mit Stichtag und Datenstand oben im Fenster.
shelf-then = Datenstand von damals
shelf-compare = Vergleichen
shelf-as-paper = Als Dokument zeigen
shelf-later = Der Datenstand von damals muss vor dem liegen, der oben im Fenster steht.
shelf-changed = Veränderte Zahlen
shelf-between = { $count ->
    [one] Von { $before } bis { $after } kam { $n } Buchung hinzu; beide zum Stichtag { $day }.
   *[other] Von { $before } bis { $after } kamen { $n } Buchungen hinzu; beide zum Stichtag { $day }.
}
shelf-figures = { $count ->
    [one] { $n } Zahl
   *[other] { $n } Zahlen
}
shelf-unchanged = Keine Zahl hat sich verändert.
shelf-because = Buchungen, die sie verändert haben
shelf-because-hint = Oben eine Zahl wählen, um nur ihre Buchungen zu sehen. Eine Zeile führt zur Buchung im Journal.
shelf-title = Titel
shelf-before-amount = Damals
shelf-after-amount = Jetzt
shelf-figure-sentence = { $figure }, Titel { $title }, Haushaltsjahr { $year }: damals { $before }, jetzt { $after }

paper-too-large = Eine Tabelle ist größer, als ein Tabellenblatt sein kann; die Arbeitsmappe wurde nicht geschrieben. Bitte als .csv oder .pdf, oder für ein einziges Jahr.
paper-failed = Das Dokument ließ sich nicht schreiben, obwohl die Daten gut sind: ein Fehler des Programms. Bitte melden, mit diesen Worten: { $reason }
paper-glyph-missing = Das Zeichen { $character } in { $within } fehlt in der Schrift; das Dokument wurde nicht geschrieben. Als XLSX und CSV lässt es sich schreiben.

# Prüfkennung, abgetippt
shelf-anchor = Prüfkennung eines Dokuments
shelf-anchor-intro = Wer nur den Ausdruck hat: die Nummer und die Gruppen aus der Fußzeile abtippen, oder was ein Telefon im Code daneben liest.
shelf-anchor-hint = 276: XFDY …
shelf-anchor-check = Vergleichen
shelf-anchor-form = Nummer und Gruppen der Prüfkennung, wie sie in der Fußzeile stehen: 276 XFDY …, mit dem Prüfzeichen am Ende.
shelf-anchor-mistyped = Das Prüfzeichen passt nicht: Da ist etwas vertippt.
shelf-anchor-good = Stimmt überein: Buchung Nr. { $number } hat in diesem Förderbuch genau diese Prüfkennung. Ob der Ausdruck die Zahlen nennt, die das Förderbuch druckt, zeigt erst sein PDF.
shelf-anchor-good-own = Stimmt überein: Eintrag Nr. { $number } der eigenen Kette des Empfängers { $recipient } hat in diesem Förderbuch genau diese Prüfkennung. Ob der Ausdruck die Zahlen nennt, die das Förderbuch druckt, zeigt erst sein PDF.
shelf-anchor-other = Stimmt nicht überein: Buchung Nr. { $number } hat in diesem Förderbuch eine andere Prüfkennung, oder es gibt sie nicht.

shelf-deep = Auch die Datenbank prüfen und das ganze Journal nachbuchen
