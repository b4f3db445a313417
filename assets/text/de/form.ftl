# Formulare der Buchungen, Auswahl der Buchungsarten, Stammdaten.

form-none = keine Angabe
form-not-a-decimal = Bitte eine Zahl wie 66,5 eingeben, ohne Tausenderpunkte.
form-not-a-number = Bitte eine ganze Zahl eingeben.
form-not-a-year = Bitte ein Jahr mit vier Ziffern eingeben.
form-english-empty = Leer gilt die deutsche Bezeichnung.
form-context-means = Wird zum Vergleich gezeigt; niemand hat dafür eine Frist, und das Programm zahlt nicht dafür.
form-precision = Genauigkeit ({ $label })
form-until = letzter Tag
form-means = Das heißt: { $date }
form-add = { $what } hinzufügen
form-remove = { $what } { $number } entfernen
form-item = { $what } { $number }
form-leave-out = { $what } weglassen
form-search = Suchen
# $count wählt die Form, $n ist die Zahl
form-more = { $count ->
    [one] noch { $n } weitere, bitte genauer suchen
   *[other] noch { $n } weitere, bitte genauer suchen
}
form-no-entry = Es gibt keine offene Buchung, auf die sich diese beziehen kann.
form-left = noch { $left }
form-confirm = Buchen
form-person-number = Nr. { $number }
form-account-unconfirmed = noch nicht bestätigt
form-extra = Weitere Angaben
form-no-application = Es liegt kein offener Antrag vor. Ein Antrag wird mit „Antrag eingegangen“ erfasst.
form-step-missing = Es fehlt noch: { $step }.
form-unreadable = Die Angaben passen nicht zusammen: { $reason }

# Auswahl der Buchungsarten
form-book = Buchen …
form-next = Weitere Schritte …
form-follow = Folgebuchung …
form-recipient-data = Empfängerdaten ändern
form-choose-title = Was soll gebucht werden?
form-choose-intro = Gezeigt wird, was das Förderbuch buchen kann; bei „nur …“ fehlt die Rolle, die dort steht; das Formular nennt, wer sie hat.
form-choose-search = Buchungsart suchen
form-choose-none = Keine Buchungsart passt dazu.
form-role-missing = { $deed } · nur { $role }
form-area-budget = Haushalt
form-area-year-end = Jahresende
form-area-recipient = Empfänger
form-area-application = Antrag
form-area-notice = Bescheid
form-area-payment = Abruf und Zahlung
form-area-proof = Nachweis und Erstattung
form-area-progress = Meilensteine
form-area-master = Stammdaten

# Stammdaten
screen-masters = Stammdaten
screen-masters-intro = Ein Klick auf eine Zeile oder die Eingabetaste erfasst sie neu; was galt, bleibt im Journal.
screen-persons = Personen
screen-titles = Titel
screen-settings = Einstellungen des Programms
screen-no-settings = Es gelten die Regelwerte des Rechts; abweichende oder datierte Werte werden hier eingetragen.
screen-col-roles = Rollen
screen-col-until = Rollen bis
screen-col-limit = Höchstbetrag
screen-col-deputy = Vertritt
screen-col-purpose = Zweckbestimmung
screen-col-nature = Art
screen-col-setting = Einstellung
screen-col-value = Wert
screen-col-from = Gilt ab
screen-col-source = Quelle
screen-setting-unproved = vor Gebrauch prüfen
