# Listen in der Zwischenablage, Hinweise zu alten Zahlen.

status-copying = Zeilen werden gelesen: { $percent } %
# $count wählt die Form, $n ist die gedruckte Zahl
status-copied = { $count ->
    [one] { $n } Zeile kopiert
   *[other] { $n } Zeilen kopiert
}
status-stale = Wird neu gelesen …
status-opening-runs = Der Auszug wird geprüft
status-copy-runs = Die Kopie wird geschrieben
status-list-saves = Die Liste wird gespeichert
status-list-reads = Zeilen werden gelesen
status-most = { $count ->
    [one] Es wird { $n } markierte Zeile gebucht.
   *[other] Auf einmal werden die ersten { $n } markierten Zeilen gebucht; danach die nächsten.
}
