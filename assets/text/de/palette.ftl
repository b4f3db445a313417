# Befehle, Tasten, Suche und Hilfe.

screen-help = Hilfe

# Befehle
command-group-find = Suchen und Hilfe
command-group-go = Bildschirme
command-group-view = Zeitpunkte und Person
command-group-book = Buchen
command-group-file = Dokumente und Förderbücher
command-group-settings = Einstellungen
command-search = Suchen oder Befehl
command-filter = Liste eingrenzen
command-next-region = Zum nächsten Bereich des Fensters
command-previous-region = Zum vorigen Bereich des Fensters
command-next-screen = Nächster Bildschirm
command-previous-screen = Voriger Bildschirm
command-back = Zurück
command-as-of = Stichtag wählen
command-known = Datenstand wählen
command-latest = Datenstand: alles Gebuchte zeigen
command-person = Handelnde Person wählen
command-act-as = Handeln als { $person }
# Anfang von command-act-as, wie man ihn in die Suche schreibt
command-act-as-start = Handeln als
command-print = Drucken, was der Bildschirm zeigt
command-language = Sprache: { $language }
command-paper-language = Sprache der Dokumente: { $language }
command-paper-follows = wie die Anzeige
command-theme = Darstellung: { $theme }
command-zoom-in = Größer
command-zoom-out = Kleiner
command-zoom-reset = Übliche Größe
command-help = Hilfe zu diesem Bildschirm
command-keyboard = Tastenkürzel
command-news = Was ist neu
command-quit = Förderbuch schließen

# Warum ein Befehl jetzt nicht geht
command-no-ledger = Dafür muss ein Förderbuch offen sein.
command-no-filter = Auf diesem Bildschirm gibt es keine Liste zum Eingrenzen.
command-no-back = Davor war kein anderer Bildschirm.
command-latest-already = Es wird schon alles Gebuchte gezeigt.
command-role = Braucht die Rolle { $role }: { $persons }
command-role-nobody = Braucht die Rolle { $role }, die noch niemand hat
command-zoom-most = Größer geht es nicht.
command-zoom-least = Kleiner geht es nicht.

# Tasten
command-key-ctrl = Strg
command-key-shift = Umschalt
command-key-alt = Alt
command-key-tab = Tab
command-key-page-up = Bild auf
command-key-page-down = Bild ab
command-key-left = Links
command-or = {" "}oder{" "}
command-column-command = Befehl
command-column-keys = Tasten

# Suche
search-label = Suchen oder Befehl
search-hint = Empfänger, Aktenzeichen, Beleg, Betrag, Nummer einer Buchung oder Befehl
search-place = Suchen oder Befehl …
search-running = Wird gesucht …
# $count wählt die Form, $n ist die gedruckte Zahl
search-count = { $count ->
    [0] Nichts gefunden
    [one] { $n } Treffer
   *[other] { $n } Treffer
}
search-more = { $count ->
   *[other] { $name }: { $shown } von { $n }; mehr Buchstaben finden genauer
}
search-nothing = Nichts gefunden. Gesucht wird in Empfängern, Zuwendungen, Buchungen, Meilensteinen, Titeln, Befehlen und der Hilfe, am gewählten Stichtag und Datenstand. Ein kürzeres Wort findet mehr.
search-not-now = jetzt nicht möglich
search-key = Schlüssel { $key }
search-grant = Zuwendung
search-application = Antrag
search-cases = Zuwendungen und Anträge
search-entries = Buchungen
search-titles = Haushaltstitel
search-commands = Befehle

# Neues
news-banner = Förderbuch { $version } ist neu auf diesem Rechner.
news-dismiss = Hinweis auf Neues schließen

# Sprache der Dokumente
paper-language = Sprache der Dokumente
