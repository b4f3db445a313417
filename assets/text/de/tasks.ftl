# Arbeitsliste: Schritte, die warten.

tasks-title = Arbeitsliste
tasks-mine = Für mich ({ $n })
tasks-all = Alle ({ $n })
tasks-col-case = Empfänger, Aktenzeichen
tasks-col-since = Seit, fällig
tasks-since = seit { $day }
tasks-due = bis { $day }
tasks-refused = abgelehnt
tasks-begun = angefangen
tasks-keys = ↑ ↓ wählt · Umschalt+↑ ↓ markiert mehrere · Leertaste markiert · Strg+A alle · ← → anderer Schritt · Eingabe zu den Feldern · Strg+Eingabe bucht
tasks-marked = { $count ->
    [one] 1 markiert
   *[other] { $n } markiert
}
tasks-booked = { $count ->
    [one] Gebucht: { $kind }, { $first }
   *[other] Gebucht: { $n } × { $kind }, { $first } bis { $last }
}
tasks-nothing-booked = Nichts wurde gebucht, auch nicht die anderen. Auswahl und Eingaben sind noch da.

tasks-step-examine = Antrag prüfen
tasks-step-reduce = Nicht Benötigtes mindern

# Was statt des Schrittes entschieden oder daneben vermerkt wird
tasks-send-back = Zurückgeben
tasks-reduce = Kürzen
tasks-reject = Zurückweisen

tasks-do-account = { $count ->
    [one] Bankverbindung bestätigen
   *[other] { $n } Bankverbindungen bestätigen
}
tasks-do-arithmetic = { $count ->
    [one] Rechnerisch richtig feststellen
   *[other] { $n } rechnerisch richtig feststellen
}
tasks-do-factual = { $count ->
    [one] Sachlich richtig feststellen
   *[other] { $n } sachlich richtig feststellen
}
tasks-do-order = { $count ->
    [one] Auszahlung anordnen
   *[other] { $n } Auszahlungen anordnen
}
tasks-do-hand-over = { $count ->
    [one] Anordnung an Kasse übergeben
   *[other] { $n } Anordnungen an Kasse übergeben
}
tasks-do-confirm = { $count ->
    [one] Als ausgezahlt buchen
   *[other] { $n } als ausgezahlt buchen
}
tasks-do-reconcile = { $count ->
    [one] Als abgeglichen buchen
   *[other] { $n } als abgeglichen buchen
}
tasks-do-order-again = { $count ->
    [one] Erneut anordnen
   *[other] { $n } erneut anordnen
}

tasks-order-one = Teilbetrag, Konto, Meilenstein …
tasks-open-case = Fall öffnen
tasks-day = Am
tasks-voucher = Beleg oder Aktenzeichen
tasks-voucher-short = Beleg
tasks-cash-voucher = Beleg der Kasse
tasks-payment-text = Verwendungszweck
tasks-voucher-order = { $grant }, Anordnung { $rate }
tasks-checked-by = Art der Prüfung (Rückruf, Schreiben)
tasks-known = Gebucht wird nur mit dem neuesten Datenstand; oben „aktuell“ wählen.
tasks-note = Erneut, weil: { $note }
tasks-note-examination = Letzter Schritt der Prüfung: { $note }
tasks-note-documents = Nachgefordert bis { $day }: { $note }
tasks-note-proof = Prüfung des Verwendungsnachweises: { $note }
tasks-others = { $count ->
    [one] 1 der markierten Zeilen wartet auf andere und wird nicht gebucht.
   *[other] { $n } der markierten Zeilen warten auf andere und werden nicht gebucht.
}

tasks-waits-for = { $step }: wartet auf { $persons }
tasks-or = { $others } oder { $last }
tasks-nobody = { $step }: niemand, der noch nicht beteiligt war, hat die Rolle dafür
tasks-barred-role = { $person } hat die Rolle „{ $role }“ nicht.
tasks-barred-eyes = { $person } hat am { $day } schon gebucht: { $step }. Diesen Schritt macht eine andere Person.
tasks-barred-limit = Mit diesem Schritt hätte { $person } { $asked } angeordnet; die Anordnungsbefugnis reicht bis { $limit }.

tasks-none-mine = Auf { $person } wartet nichts.
tasks-none = Es wartet nichts.
tasks-overdue = { $count ->
    [one] Eine Frist ist überfällig.
   *[other] { $n } Fristen sind überfällig.
}
tasks-overdue-show = Überfällige Fristen zeigen
tasks-next-due = Als Nächstes ist fällig: { $what }, { $about }, am { $day }.

tasks-persons = Wer hat was getan
tasks-this-step = Dieser Schritt
tasks-bars = scheidet aus
tasks-need = Bedarf
tasks-need-until = Bedarf bis { $day }
tasks-need-unspent = Noch nicht verwendet
tasks-need-drawn = Abgerufen
tasks-due-line = Fälligkeit
tasks-line-granted = Bewilligt { $year }, { $title }
tasks-line-paid = Ausgezahlt (Ist)
tasks-line-ordered = Angeordnet, noch nicht ausgezahlt
tasks-line-requested = Andere Abrufe
tasks-line-this = Dieser Betrag
tasks-line-back = Davon zurückgefordert, erlassen oder zurückgezahlt
tasks-line-left = Bleibt auf der Fälligkeit
tasks-available = Verfügbar auf Titel und Jahr: { $amount }; dieser Betrag ist schon gebunden.
tasks-limit = Ihre Anordnungsbefugnis: bis { $amount }
tasks-application = Finanzierungsplan
tasks-examined = Ergebnis der Prüfung: { $result }
tasks-account = Bankverbindung
tasks-account-holder = Kontoinhaber: { $holder }
tasks-account-recorded = erfasst von { $person } am { $day }
tasks-account-confirmed = bestätigt von { $person } am { $day }
tasks-account-unconfirmed = noch von niemandem bestätigt
tasks-milestone-reached = erreicht
tasks-milestone-late = verspätet
tasks-milestone-open = offen
tasks-blocks = sperrt Auszahlungen: { $clause }
tasks-payments = Zahlungen bisher
