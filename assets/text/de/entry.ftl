# Eingabe: Entwürfe, Schritte zurück und vor, Rechnung beim Tippen, Störungen.

# Knöpfe am Fuß eines Formulars
entry-keep = Entwurf behalten
entry-discard = Verwerfen
# $step: Name des Schritts
entry-undo = Rückgängig: { $step } (Strg+Z)
entry-no-undo = Kein Schritt zum Rückgängigmachen (Strg+Z). Gebuchtes wird nicht rückgängig gemacht, sondern im Journal berichtigt.
entry-redo = Wiederholen: { $step } (Strg+Y)
entry-no-redo = Kein Schritt zum Wiederholen (Strg+Y)
# $field: Name eines Feldes oder einer Zeile
entry-step-changed = { $field } geändert
entry-step-added = { $field } hinzugefügt
entry-step-removed = { $field } entfernt
entry-unreadable = So lässt es sich noch nicht buchen: Eine Angabe ist nicht zu lesen oder passt nicht zu den anderen. Bitte alle Felder prüfen, auch die weiteren Angaben.
entry-kept-at = Gesichert { $time }
entry-not-kept = Entwurf nicht gesichert: { $reason }
entry-clock = { $clock } Uhr

# Entwürfe
entry-drafts = Entwürfe ({ $count })
entry-drafts-title = Entwürfe
entry-drafts-intro = Formulare, die mit Eingaben geschlossen wurden. Gebucht ist davon nichts.
entry-drafts-none = Kein Entwurf liegt vor. Wer ein Formular mit Eingaben schließt, findet es hier wieder.
entry-drafts-local = Entwürfe bleiben auf diesem Rechner, im eigenen lokalen Ordner, und stehen nicht in der Datei des Programms.
entry-draft-left = verlassen { $time }
entry-draft-here = Ein Entwurf dieses Formulars liegt bereit, { $time }
entry-draft-here-about = Ein Entwurf dieses Formulars liegt bereit, { $time }: { $about }
entry-draft-resume = Fortsetzen
entry-draft-resume-what = Entwurf fortsetzen: { $draft }
entry-draft-discard-what = Entwurf verwerfen: { $draft }
# $count wählt die Form, $n ist die Zahl
entry-drafts-wait = { $count ->
    [one] { $n } Entwurf von früher liegt noch vor.
   *[other] { $n } Entwürfe von früher liegen noch vor.
}
entry-drafts-booked = { $count ->
    [one] { $n } Entwurf war schon gebucht und wurde entfernt.
   *[other] { $n } Entwürfe waren schon gebucht und wurden entfernt.
}
entry-drafts-unreadable = { $count ->
    [one] { $n } Datei mit Entwürfen ließ sich nicht lesen; sie liegt unverändert mit der Endung „unreadable“ im lokalen Ordner.
   *[other] { $n } Dateien mit Entwürfen ließen sich nicht lesen; sie liegen unverändert mit der Endung „unreadable“ im lokalen Ordner.
}
entry-dismiss-drafts = Hinweis auf Entwürfe schließen
entry-show-drafts = Anzeigen
entry-kept = Entwurf behalten; er steht links unter „Entwürfe“.
entry-discarded = Entwurf verworfen.
entry-restore = Zurückholen

# Störungen
entry-lost = Gezeigt wird, was zuletzt gelesen wurde; gelesen und gebucht wird erst wieder, wenn die Datei da ist. Das Programm sieht von selbst nach. Was Sie getippt haben, bleibt als Entwurf erhalten.
entry-look-again = Jetzt nachsehen
entry-back = Die Datei ist wieder da; alles ist neu gelesen.
entry-ended = Das Programm wurde beim letzten Mal durch einen eigenen Fehler beendet. Gebuchtes ist vollständig, Getipptes liegt unter den Entwürfen. Ein Bericht ohne personenbezogene Daten steht in { $path }.
store-replaced = An der Stelle von { $path } liegt jetzt eine andere Datei. Nichts wurde gelesen oder gebucht; bitte prüfen, wer die Datei ersetzt hat, oder sie über „Öffnen“ neu wählen.

# Rechnung beim Tippen
entry-left-of = { $kind } { $number }, davon übrig
entry-this = diese Buchung
entry-stays = bleibt
entry-ceiling = Gesamtrahmen des Programms
entry-appropriated = alle Ansätze mit diesem
entry-ceiling-left = bleibt bis zum Rahmen
entry-place-available = verfügbar { $title }, { $year }
entry-place-grant = { $stage }, { $grant }, { $year }
entry-place = { $stage }, { $title }, { $year }
entry-not-voted = für das Jahr ist noch nichts bewilligt, nur Verpflichtungsermächtigung deckt
entry-plan-total = Gesamtausgaben
entry-plan-grant = beantragte Zuwendung
entry-plan-third = Drittmittel
entry-plan-own = Eigenanteil
entry-plan-balanced = Finanzierungsplan ist ausgeglichen
entry-wrong = Zu berichtigen: { $what }
entry-wrong-more = { $count ->
    [one] Zu berichtigen: { $what } und { $n } weitere Angabe
   *[other] Zu berichtigen: { $what } und { $n } weitere Angaben
}
entry-open = Es fehlt noch: { $what }
entry-open-more = { $count ->
    [one] Es fehlt noch: { $what } und { $n } weitere Angabe
   *[other] Es fehlt noch: { $what } und { $n } weitere Angaben
}
entry-plan-open = Zum Finanzierungsplan fehlt noch: { $what }
entry-plan-wrong = Im Finanzierungsplan zu berichtigen: { $what }
entry-plan-gap = nicht finanziert
entry-plan-above = mehr finanziert als ausgegeben
entry-highest = Höchstbetrag bei { $financing }
entry-all-lines = alle Fälligkeiten zusammen
entry-up-to-highest = bleibt bis zum Höchstbetrag
entry-no-rate = Für den { $day } ist kein Basiszinssatz eingetragen; ohne ihn lassen sich keine Zinsen festsetzen (Stammdaten, Einstellungen).
entry-segment = { $from } bis { $until }: { $days } Tage, { $rate } von { $principal }
entry-interest = Zinsen
entry-fixed-eligible = zuwendungsfähige Ausgaben nach dem Nachweis
entry-fixed-granted = bewilligt
entry-fixed = danach festzusetzende Zuwendung
entry-fixed-paid = ausgezahlt, ohne Zurückgefordertes
entry-follow-payment = noch auszuzahlen
entry-follow-claim = zu erstatten
entry-follow-small = zu viel, aber unter der Bagatellgrenze
entry-follow-none = nichts offen
entry-would-be-refused = Würde abgelehnt: { $reason }
entry-awaited = Wird geprüft …
entry-would-be-booked = Kann so gebucht werden.
entry-caution-double-funding = So kann noch nicht bewilligt werden: Die Doppelförderung ist nicht ausgeschlossen; die Prüfung kann später ergänzt werden.
entry-caution-start = So kann noch nicht bewilligt werden: Mit dem ersten Vertrag vom { $day } hat das Vorhaben vorzeitig begonnen, ohne dass dies zugelassen oder begründet ist; die Prüfung kann später ergänzt werden.
entry-caution-voucher = Achtung: Diesen Kassenbeleg nennt schon Buchung { $number }. Bitte prüfen, ob die Auszahlung schon gebucht ist.
entry-caution-waiver = Achtung: Der Verzicht wirkt erst ab der Bekanntgabe am { $day }.
entry-caution-year = Achtung: Bestandskräftig erst am { $day } (Bekanntgabe am { $announced }). Die Fälligkeit { $year } kann in ihrem Jahr nur mit einem Rechtsbehelfsverzicht abgerufen werden.
entry-caution-year-over = Achtung: Bekanntgabe erst am { $announced }, bestandskräftig am { $day }. Die Fälligkeit { $year } kann in ihrem Jahr nicht mehr abgerufen werden, auch nicht mit einem Rechtsbehelfsverzicht.

# Wochentage, kurz
weekday-1 = Mo
weekday-2 = Di
weekday-3 = Mi
weekday-4 = Do
weekday-5 = Fr
weekday-6 = Sa
weekday-7 = So
