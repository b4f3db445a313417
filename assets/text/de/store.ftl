# Fehler an Dateien und Befunde der Prüfung: was geschah, dass nichts verloren ist, was zu tun ist.

store-not-a-ledger = { $path } ist kein Förderbuch. Die Datei wurde nicht verändert; bitte eine Datei mit der Endung .foerderbuch wählen.
store-extract = { $path } ist ein Auszug für einen Empfänger, kein ganzes Förderbuch. Daraus gibt es sein Konto (balance), seine Zuwendungsübersicht (statement), den Bankabgleich (compare) und die Prüfung (verify); alles andere braucht das Förderbuch. Die Datei wurde nicht verändert.
store-damaged = { $path } ist beschädigt ({ $reason }). Die Datei wurde nicht verändert; bitte die letzte geprüfte Sicherung wiederherstellen und diese Datei aufbewahren.
store-newer = { $path } stammt von einer neueren Fassung des Programms. Die Datei wurde nicht verändert; bitte das Programm aktualisieren.
store-older = { $path } hat ein Format aus der Zeit vor Version 1.0, das nicht mehr gelesen wird. Die Datei wurde nicht verändert; bitte sie mit der Fassung öffnen, die sie geschrieben hat.
store-busy = In { $path } schreibt seit mehr als fünf Sekunden ein anderes Programm. Nichts wurde gebucht; bitte gleich noch einmal versuchen.
store-read-only = In { $path } darf nicht geschrieben werden. Nichts wurde gebucht; bitte die Rechte an Datei und Ordner prüfen oder die Datei in einen eigenen Ordner kopieren.
store-held = { $path } ist in einem anderen Programm geöffnet und lässt sich nicht ersetzen. Die Datei ist, wie sie war; bitte sie dort schließen und noch einmal versuchen, oder einen anderen Namen wählen.
store-unverified = { $path } wird noch geprüft. Nichts wurde gebucht oder gedruckt; bitte warten, bis die Prüfung zu Ende ist, und es dann noch einmal versuchen.
store-full = Kein Platz mehr auf dem Datenträger von { $path }. Nichts wurde gebucht, alles Frühere ist erhalten; bitte Platz schaffen und noch einmal versuchen.
store-unsure = Der Datenträger von { $path } hat beim letzten Schritt der Buchung einen Fehler gemeldet ({ $reason }). Ob gebucht wurde, steht noch nicht fest; bitte im Journal nachsehen, bevor Sie noch einmal buchen. Dasselbe Formular wird nie zweimal gebucht.
store-exists = { $path } gibt es schon und wird nicht überschrieben. Bitte einen anderen Namen wählen.
store-other-ledger = { $path } ist das Förderbuch eines anderen Programms als die Sicherung. Nichts wurde verändert; bitte eine andere Datei wählen.
store-no-folder = Den Ordner { $path } gibt es nicht; es wurde nichts geschrieben. Bitte anlegen oder einen anderen nennen.
store-missing = { $path } gibt es nicht. Bitte Namen und Ordner prüfen.
store-io = { $path } lässt sich nicht lesen oder schreiben: { $reason }. Nichts wurde verändert; bitte Laufwerk und Rechte prüfen.
store-findings = Das Förderbuch { $path } hat Befunde und wird nur gelesen; Zahlen werden nicht gezeigt ({ $reason }). Bitte die letzte geprüfte Sicherung wiederherstellen.
store-cancelled = Abgebrochen. Nichts wurde verändert.
store-too-long = Der Pfad { $path } ist zu lang: { $reason } Bytes, die Datenbank nimmt etwa 470. Nichts wurde verändert; bitte einen Ordner mit kürzerem Pfad wählen.
store-backup = { $path } trägt den Namen einer Sicherung; darin wird nicht gebucht, damit Sicherungen bleiben, was ihr Name sagt. Nichts wurde verändert; bitte im Förderbuch selbst buchen oder mit „foerderbuch restore SICHERUNG --to NEU --as PERSON“ ein neues daraus machen.

# Befunde; $seq: Nummer der Buchung, $detail: Konto, Tabelle, Person oder Worte der Datenbank
finding-chain = Buchung Nr. { $seq }: Die Kette ist gebrochen; Inhalt oder Vorgänger wurde verändert.
finding-gap = Vor Buchung Nr. { $seq } fehlt eine Nummer.
finding-recipient-chain = Buchung Nr. { $seq }: Die Kette des Empfängers { $detail } ist gebrochen.
finding-time = Buchung Nr. { $seq }: Die Zeit der Erfassung oder der Tag liegt außerhalb der Reihenfolge.
finding-sum = Buchung Nr. { $seq }: Die Kontobewegungen ergeben nicht null oder passen nicht zum Inhalt.
finding-balance = Der Saldo von { $detail } weicht von seinen Buchungen ab.
finding-total = Die Summe von { $detail } weicht von ihren Salden oder Fälligkeiten ab.
finding-identity = Bei { $detail } geht die Rechnung aus Ansatz und Verbleib nicht auf.
finding-overdraft = Unter null: { $detail }.
finding-schema = Tabellen oder Regeln der Datei wurden verändert: { $detail }.
finding-body = Buchung Nr. { $seq }: Der Inhalt ist nicht lesbar ({ $detail }).
finding-integrity = Die Datenbank meldet: { $detail }.
finding-replay = Das Nachbuchen des Journals ergibt etwas anderes: { $detail }.
finding-name = Der gespeicherte Name von Person Nr. { $detail } passt nicht zu seinem Prüfwert im Journal.
finding-kind = Buchung Nr. { $seq }: Diese Art von Buchung ist unbekannt ({ $detail }).
finding-anchor = Die Prüfkennung zu Buchung Nr. { $seq } stimmt nicht mit dieser Datei überein.
finding-seen = Buchung Nr. { $seq }, die auf diesem Rechner zuletzt gesehen wurde, fehlt in dieser Datei oder lautet anders: Sie ist ein älterer Stand, oder ihr Ende wurde abgeschnitten.
finding-bad-backup = Die Datei ist kein lesbares Förderbuch mehr oder endet nicht mit Buchung Nr. { $seq }, wie ihr Name sagt.
finding-behind = Das Förderbuch endet vor Buchung Nr. { $seq }, mit der seine neueste Sicherung endet: Vermutlich wurde eine ältere Datei zurückgelegt. Bitte nicht weiterbuchen, sondern die richtige Datei suchen oder diese Sicherung wiederherstellen.
finding-apart = Buchung Nr. { $seq }, mit der die Sicherung endet, lautet im Förderbuch anders: Sie sind verschiedene Fortsetzungen desselben Programms.
findings-advice = Die Datei wurde nicht verändert. Bitte die letzte geprüfte Sicherung wiederherstellen; diese Datei wird dabei nur beiseitegelegt.
