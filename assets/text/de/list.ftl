# Listen: Filter, Auswahl, Summen, Speichern.

list-rows = Zeilen
list-row = Zeile { $row } von { $rows }, { $words }
list-sorted-up = { $column }, aufsteigend sortiert
list-sorted-down = { $column }, absteigend sortiert
list-filter-of = Filter: { $column }
list-filter-remove = Filter entfernen
list-filter-done = Fertig
list-width-of = Breite der Spalte { $column }
list-field-contains = enthält
list-field-from = von
list-field-to = bis
list-contains = enthält „{ $words }“
list-not-understood = „{ $typed }“: { $why }
list-between = { $from } bis { $to }
list-from = ab { $from }
list-to = bis { $to }
list-clear = Alle Filter entfernen
list-remove-filter = { $filter }, Filter entfernen
list-only-value = Nach diesem Wert filtern: { $value }
list-some-rows = { $shown } von { $all } Zeilen
list-empty-cell = leeres Feld
list-copy = Auswahl kopieren
list-select-all = Alle auswählen
list-none-selected = 0 markiert
list-selected = { $count ->
    [one] 1 markiert
   *[other] { $n } markiert
}
list-save = Liste speichern …
list-file-kind = Tabelle (CSV)
list-saved = Liste gespeichert: { $path }
list-saving = Liste wird gespeichert: { $percent } %
list-save-stopped = Abgebrochen; es wurde nichts gespeichert und nichts kopiert.
list-gathering-copy = Zeilen werden kopiert: { $percent } %
list-gathering-save = Zeilen werden gesammelt: { $percent } %
list-stop = Speichern abbrechen
list-stop-copy = Kopieren abbrechen
list-cases-order = offene Anträge zuerst, dann nach Empfänger
list-cases = { $count ->
    [one] 1 Fall
   *[other] { $n } Fälle
}
list-milestones = { $count ->
    [one] 1 Meilenstein
   *[other] { $n } Meilensteine
}
list-col-type = Art
list-year = Haushaltsjahr
list-stage = Stufe
list-case = Fall

# Was hinter einer Zahl der Übersicht steht
narrow-granted = mit Bescheid
narrow-undecided = noch nicht entschieden
narrow-county = Kreis
narrow-without-tile = ohne Kachel
narrow-lapses = verfällt, wenn nichts geschieht
