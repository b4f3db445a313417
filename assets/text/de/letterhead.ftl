# Briefkopf und sein Logo

# $name: Behörde
letterhead-with-logo = { $name }, mit Logo
letterhead-printed = Logo und Behörde stehen oben auf jedem Dokument; auf einem Schreiben darunter Referat und Anschrift, klein über der Anschrift des Empfängers noch einmal, und im Bezug „Rückfragen an“. Ein neuer Briefkopf gilt ab dem Tag der Buchung; ausgefertigte Dokumente bleiben, wie sie sind.
drawing-choose = SVG-Datei wählen …
drawing-choose-title = Logo für den Briefkopf wählen
drawing-file-kind = SVG-Zeichnung
drawing-remove = weglassen
drawing-none = Kein Logo
# $count wählt die Form, $n ist die gedruckte Zahl
drawing-kept = { $count ->
    [one] Zeichnung mit { $n } Fläche
   *[other] Zeichnung mit { $n } Flächen
}

# Warum eine Datei kein Logo wird; $words nennt, was gemeint ist
drawing-too-large = Die Zeichnung ist größer als { $words } KiB. Bitte eine einfachere Fassung des Logos nehmen.
drawing-packed = Die Datei ist gepackt (SVGZ). Bitte als einfaches SVG speichern.
drawing-no-svg = Das ist keine SVG-Zeichnung, oder sie ist beschädigt. Bitte das Logo als SVG speichern.
drawing-entity = Die Datei erklärt eigene Abkürzungen (ENTITY); so eine Datei kann unbegrenzt wachsen und wird nicht gelesen. Bitte als einfaches SVG speichern.
drawing-too-deep = Die Zeichnung ist mehr als { $words } Ebenen tief verschachtelt. Bitte vereinfacht speichern.
drawing-too-many = Die Zeichnung hat mehr als { $words } Teile. Bitte eine einfachere Fassung des Logos nehmen.
drawing-too-detailed = Die Zeichnung ist zu fein gezeichnet (höchstens etwa 1.500 Kurven). Bitte eine einfachere Fassung des Logos nehmen.
drawing-text = Die Zeichnung enthält Text in einer Schrift, die nicht überall vorhanden ist. Bitte den Text im Zeichenprogramm in Pfade umwandeln.
drawing-image = Die Zeichnung enthält ein Bild aus Bildpunkten. Gedruckt werden nur Linien und Flächen; bitte eine Fassung ohne Bild nehmen.
drawing-element = Die Zeichnung enthält „{ $words }“; das wird nicht gedruckt. Bitte nur Linien und Flächen verwenden.
drawing-outside = Die Zeichnung verweist auf etwas außerhalb der Datei („{ $words }“); es wird nichts nachgeladen. Bitte alles in der Datei speichern.
drawing-property = Die Zeichnung nutzt „{ $words }“; auf Papier gibt es nur deckende, einfarbige Flächen. Bitte im Zeichenprogramm umwandeln.
drawing-beyond-edge = Die Zeichnung ragt über ihren Rand hinaus. Bitte die Zeichenfläche an den Inhalt anpassen.
drawing-nothing = In der Zeichnung ist nichts zu sehen. Bitte eine andere Datei wählen.
