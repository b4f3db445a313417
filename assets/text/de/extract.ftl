# Auszug für einen Empfänger: Sicht der Kämmerei.

# Namen der Seiten
extract-account = Konto
extract-statement = Zuwendungsübersicht
extract-compare = Bankabgleich

# $recipient: Name; $number: letzte Buchung des Förderbuchs; $day: ihr Tag
extract-banner = Auszug für { $recipient }, Stand Buchung { $number } vom { $day }.
# $own: Nummer der letzten eigenen Buchung
extract-good = Geprüft: Die eigenen Buchungen bis Nr. { $own } liegen unverändert in beiden Prüfketten.
# $head: Prüfwert der letzten eigenen Buchung
extract-head = Prüfkennung Empfänger Nr. { $own }: { $head }. Steht sie so auf der letzten Zuwendungsübersicht aus dem Ministerium, fehlt hier keine Buchung.
extract-bad = Nicht geprüft: Der Auszug wurde verändert oder ist beschädigt. Deshalb stehen hier keine Zahlen. Bitte einen neuen Auszug anfordern.
extract-chain = Auszug geprüft: { $entries }
extract-only = Ein Auszug zeigt nur Konto, Zuwendungsübersicht und Bankabgleich. Alles andere steht im Förderbuch des Ministeriums.
extract-drop = Ein Dokument wird im Förderbuch des Ministeriums geprüft, nicht in einem Auszug. Hierher gehört der Kontoauszug der Bank.
extract-search = Bildschirm, Befehl oder Hilfe
extract-next = Nächste Termine
extract-nothing-next = Es steht nichts an.

# Während er geprüft wird
extract-verifying = Auszug wird geprüft: { $percent }
extract-stop-verifying = Prüfung abbrechen

# Auf Papier
extract-paper = Aus einem Auszug

# Bankabgleich der Kämmerei
extract-bank = Ihr Kontoauszug
extract-bank-intro = Ihr Kontoauszug (camt.052, camt.053, camt.054, MT940, MT942 oder CSV der Bank, auch als ZIP) wird mit dem verglichen, was an Sie ausgezahlt wurde. Mehrere Dateien können zusammen auf das Fenster gezogen werden. Es wird nichts gebucht.
