# Sicherungen: geschrieben am Ende, zur Probe wiederhergestellt, wie alt die letzte ist.

backup-none = In { $path } liegt keine Sicherung dieses Förderbuchs. Bitte zuerst eine schreiben.
backup-drilled = Probe bestanden: { $path } ließ sich wiederherstellen, ist gründlich geprüft und stimmt bis Nr. { $number } mit dem Förderbuch überein. Die Probekopie ist wieder gelöscht.
backup-aside = Unter dem Namen dieser Sicherung lag eine Datei, die keine gute Sicherung war; sie liegt jetzt hier: { $path }
backup-removed =
    { $count ->
        [one] Eine ältere Sicherung wurde gelöscht.
       *[other] { $count } ältere Sicherungen wurden gelöscht.
    }

# Förderbuch und Leiste unten
backup-now = Jetzt sichern
backup-drill = Sicherung zur Probe wiederherstellen
backup-no-file = Dieses Förderbuch liegt in keiner Datei; es wird nicht gesichert.
backup-missing = Keine Sicherung
backup-broken = Letzte Sicherung unbrauchbar
backup-current = Gesichert: { $day }
backup-behind =
    { $count ->
        [one] Gesichert: { $day }, seitdem { $n } Buchung
       *[other] Gesichert: { $day }, seitdem { $n } Buchungen
    }
backup-too-old =
    { $count ->
        [one] Sicherung zu alt: { $day }, seitdem { $n } Buchung
       *[other] Sicherung zu alt: { $day }, seitdem { $n } Buchungen
    }
backup-click = Ein Klick schreibt jetzt eine geprüfte Sicherung in den Ordner neben dem Förderbuch.
backup-running = Sicherung wird geschrieben: { $percent }
backup-runs = Die Sicherung wird geschrieben
backup-stop = Sicherung abbrechen
backup-stopped = Sicherung abgebrochen; es ist nichts davon geblieben.
backup-written = Gesichert und geprüft: { $path }
backup-drilling = Die neueste Sicherung wird zur Probe wiederhergestellt und geprüft …
backup-nothing = Es gibt noch keine Sicherung zum Proben. „Jetzt sichern“ schreibt eine.
backup-passed = Probe bestanden: Die neueste Sicherung ließ sich wiederherstellen, ist gründlich geprüft und stimmt bis { $number } mit dem Förderbuch überein.
backup-failed = Probe nicht bestanden: { $finding }
backup-advice = Bitte mit „Jetzt sichern“ eine neue Sicherung schreiben und die alte aufbewahren.

# Am Ende
backup-closing-title = Sicherung zum Schluss
backup-closing = Seit der letzten Sicherung ist etwas dazugekommen. Die Sicherung wird geschrieben und geprüft: { $percent }. Danach endet das Programm.
backup-closing-failed = Das Förderbuch selbst ist unverändert; gesichert ist der Stand davor.
backup-closing-unsaved = Das Förderbuch selbst ist unverändert; eine gute Sicherung davon gibt es nicht.
backup-again = Noch einmal versuchen
backup-quit-now = Ohne Sicherung beenden
backup-stay = Nicht beenden

# Wiederherstellen
restore-done = Wiederhergestellt aus der Sicherung bis Nr. { $number }, vermerkt als Nr. { $entry }: { $path }
restore-aside = Das bisherige Förderbuch liegt jetzt hier: { $path }
restore-choose = Aus Sicherung wiederherstellen …
restore-title = Aus Sicherung wiederherstellen
restore-plan = Die Sicherung { $path } ist geprüft. Sie endet mit { $number } vom { $day }.
restore-later =
    { $count ->
        [0] Es fehlt ihr nichts: seitdem wurde nicht gebucht.
        [one] { $n } Buchung danach steht nicht in ihr.
       *[other] { $n } Buchungen danach stehen nicht in ihr.
    }
restore-apart = Das geöffnete Förderbuch hat an dieser Stelle eine andere Buchung: Beide sind verschiedene Fortsetzungen desselben Programms.
restore-kept = Das jetzige Förderbuch wird nicht gelöscht, sondern mit dem Zusatz „ersetzt“ danebengelegt. Die Wiederherstellung wird als Buchung vermerkt.
restore-nobody = Vermerken kann das, wer etwas buchen darf; bitte zuerst eine handelnde Person wählen.
restore-now = Wiederherstellen
restore-here = Neues Förderbuch daraus machen
restore-told = Wiederhergestellt bis { $number }; die Wiederherstellung ist vermerkt. Das bisherige Förderbuch liegt hier: { $path }

# Ein anderer Stand als zuletzt
seen-lost = Diese Datei ist nicht auf dem Stand, den Sie zuletzt gesehen haben: { $number } mit der Prüfkennung { $start } fehlt oder lautet anders; die Datei endet mit { $last }. Vielleicht wurde eine ältere Kopie zurückgelegt oder das Ende abgeschnitten. Bitte klären Sie das; gebucht wird erst, wenn Sie entschieden haben.
seen-elsewhere = Dies ist ein älterer Stand, bis { $last }. Zuletzt gesehen haben Sie { $number } in { $path }. Gebucht wird hier erst, wenn Sie entschieden haben.
seen-apart = Diese Datei wurde getrennt von { $path } fortgeführt: { $number }, die Sie dort zuletzt gesehen haben, fehlt hier oder lautet anders. Gebucht wird hier erst, wenn Sie entschieden haben.
seen-restored = Dieses Förderbuch wurde mit { $entry } aus einer Sicherung wiederhergestellt. { $number }, die Sie zuletzt gesehen haben, steht nur noch in der Datei, die dabei ersetzt wurde.
seen-go-on = Mit diesem Stand weiterarbeiten
seen-understood = Verstanden
seen-open-that = Jene Datei öffnen

# Netzlaufwerk und Cloud
place-network = Diese Datei liegt auf einem Netzlaufwerk ({ $name }). Dort kann eine Buchung verloren gehen, wenn zwei Rechner zugleich schreiben; deshalb wird hier nur gelesen. Zum Buchen bitte auf diesen Rechner kopieren.
place-cloud = Diese Datei liegt in einem Ordner, der mit einer Cloud abgeglichen wird ({ $name }). Der Abgleich kann halbe oder alte Stände zurücklegen; deshalb wird hier nur gelesen. Zum Buchen bitte auf diesen Rechner kopieren.
place-copy = Auf diesen Rechner kopieren
place-backup = Diese Datei ist eine Sicherung und wird nur gelesen, damit sie bleibt, was ihr Name sagt. Gebucht wird im Förderbuch selbst; ist es verloren, lässt sich hier ein neues daraus machen.
place-refused-new = { $path } läge auf einem Netzlaufwerk oder in einem Ordner, der mit einer Cloud abgeglichen wird ({ $name }); dort wird nicht gebucht. Nichts wurde geschrieben; bitte einen anderen Ordner dieses Rechners wählen.
place-refused-network = { $path } liegt auf einem Netzlaufwerk ({ $name }); dort wird nicht gebucht, weil eine Buchung verloren gehen kann, wenn zwei Rechner zugleich schreiben. Nichts wurde verändert; bitte mit „foerderbuch restore DATEI --to NEU --as PERSON“ in einen Ordner dieses Rechners übernehmen und dort buchen.
place-refused-cloud = { $path } liegt in einem Ordner, der mit einer Cloud abgeglichen wird ({ $name }); dort wird nicht gebucht, weil der Abgleich halbe oder alte Stände zurücklegen kann. Nichts wurde verändert; bitte mit „foerderbuch restore DATEI --to NEU --as PERSON“ in einen anderen Ordner dieses Rechners übernehmen und dort buchen.
