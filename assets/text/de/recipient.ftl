# Wörter der Seite eines Empfängers.

recipient-statement-language = Sprache des Kontoauszugs
recipient-statement-german = Deutsch
recipient-statement-english = Englisch
