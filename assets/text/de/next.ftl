# Was als Nächstes zu tun ist, nach einer Buchung und auf der Seite eines Falls.

next-step = Als Nächstes für { $case }: { $step } ({ $who })
next-nothing = Für { $case } steht jetzt kein Schritt in der Arbeitsliste.
next-of-state = Nächster Schritt für { $case }: { $step }
next-since-today = seit heute

# Formulare
next-required = * Pflichtangabe
next-authority-left = bleibt von der Verpflichtungsermächtigung
next-statement-title = Zuwendungsübersicht drucken
next-statement-intro = Für welchen Empfänger?
next-statement-confirm = Weiter zur Datei …

# Suche: der offene Fall, Wörter, unter denen ein Befehl auch gefunden wird
next-here = Dieser Fall
next-of-case = { $step } – { $case }
next-statement = Zuwendungsübersicht drucken
next-statement-of = Zuwendungsübersicht – { $recipient }
next-also-statement = Auszug Empfängerkonto Saldenbestätigung Zuwendungsübersicht Dokument PDF Kontoauszug
next-also-programme = Bericht Sachstandsbericht Landtag Landtagsbericht Haushaltsbericht Jahresbericht Mittelabfluss Unterrichtung Dokument PDF drucken
next-also-book = erfassen anlegen eintragen eingeben
next-also-reverse = berichtigen Erfassungsfehler Storno stornieren zurücknehmen rückgängig erfassen
next-also-german = deutsch
next-also-english = englisch
