# Wörter der Seite eines Empfängers.

recipient-statement-language = Sprache der Zuwendungsübersicht
recipient-statement-german = Deutsch
recipient-statement-english = Englisch
recipient-open = Offene Schritte und Fristen
recipient-nothing-open = Keine offene Frist. Was fällig wird, steht hier mit dem Tag.
recipient-lines = Bewilligt, ausgezahlt, offen je Zuwendung und Fälligkeit
recipient-grant-and-line = Zuwendung, Fälligkeit
recipient-cases = Anträge und Zuwendungen
recipient-no-case = Noch kein Antrag. Mit „Antrag erfassen …“ beginnt der erste Fall.
recipient-no-milestones = Zu diesem Empfänger ist kein Meilenstein geplant. Meilensteine werden auf der Seite einer Zuwendung geplant.
recipient-successor = Rechtsnachfolger:
recipient-predecessors = Rechtsvorgänger:
recipient-benefits = Begünstigt aus:
recipient-reclaimed = Zurückgefordert, offen
recipient-cash-reference = Beleg der Kasse
recipient-waits = Wer am Zug ist
