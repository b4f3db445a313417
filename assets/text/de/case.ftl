# Wörter des Zuwendungsfalls: Antrag, Verfahren, nächster Schritt, Fassungen.

# Liste
case-requested = Beantragt
case-requested-amount = beantragt { $amount }
case-amounts = bewilligt { $granted }, ausgezahlt { $actual }, noch offen { $open }
case-sentence = { $grant }, { $name }: { $amounts }, { $state }
# $count wählt die Form, $n ist die gedruckte Zahl

# Finanzierungsplan
case-total = Gesamtausgaben
case-third-party = Drittmittel
case-quota = Fördersatz

# Nächster Schritt
case-next = Nächster Schritt: { $step }
case-next-documents = nachgeforderte Unterlagen bis { $day } abwarten
case-next-none = keiner, der Antrag ist erledigt
case-next-announced = Bekanntgabe am { $day } abwarten
case-next-final = Bestandskraft ab { $day } oder Rechtsbehelfsverzicht abwarten
case-next-court = Ende des Rechtsstreits abwarten
case-next-draw = Mittelabruf erfassen, sobald der Empfänger ihn einreicht
case-next-nothing = keiner, es wartet nichts
case-next-proof = Verwendungsnachweis bis { $day }
case-next-last-draw = letzter Mittelabruf bis { $amount }
case-next-bound = Zweckbindung bis { $day }
case-next-archive = Akte aussondern und dem Archiv anbieten
case-day-unknown = (ohne Termin)

# Verfahren
case-col-step = Schritt
case-col-result = Ergebnis
case-received-on = Antrag vom { $day }
case-until = bis { $day }
case-no-double-funding = keine Doppelförderung
case-double-funding = Doppelförderung nicht ausgeschlossen
case-announced = { $day } { $manner }, gilt als bekannt gegeben am { $counts }
case-finality = Bestandskraft
case-final-since = bestandskräftig seit { $day }
case-final-from = bestandskräftig ab { $day }
case-rules = Nebenbestimmungen
case-interim-proofs = mit Zwischennachweisen
case-bound = Zweckbindungsfrist
case-bound-until = Zweckbindung bis { $day }
case-urgent = Unaufschiebbar, weil
case-ground = Rechtsgrund der Rückforderung

# Feststellungen, Übergabe, Abgleich
case-sent-back = danach zurückgegeben
case-not-handed-over = noch nicht an Kasse übergeben
case-reconciled = mit Kasse abgeglichen
case-not-reconciled = noch nicht mit Kasse abgeglichen
case-rebooked-from = von { $grant }, HHJ { $year }
case-set-off = aufgerechnet mit { $number }
case-revenue-of = Einnahme { $year }, Ist unverändert
case-lowers-actual = Absetzung, mindert das Ist

# Verwendungsnachweis, Erstattung, Zinsen
case-proofs = Verwendungsnachweise
case-col-covers = Deckt bis
case-col-eligible = Ausgaben
case-col-settled = Festgesetzt
case-unchecked = noch nicht geprüft
case-checked-on = geprüft am { $day }
case-claims = Erstattungen
case-interest = Zinsen
case-col-due = Fällig am
case-col-principal = Auf
case-col-span = Verzinst
case-open-of = noch offen { $amount }

# Meilensteine
case-due-of = Fälligkeit { $year }
case-milestone-blocks = „{ $name }“ sperrt Auszahlungen der { $due } bis zum Erreichen: { $clause }
case-blocks = { $due }: sperrt Auszahlungen bis zum Erreichen ({ $clause })
case-blocked = { $due }: erreicht, sperrt nicht mehr ({ $clause })

# Kennzahlen
case-indicators = Kennzahlen
case-unit = Einheit: { $unit }
case-a-unit = Einheit
case-col-per-unit = Ist je Einheit
case-col-source = Quelle
case-per-unit = { $amount } je { $unit }
case-per-unit-basis = Ist { $grants } am { $day }, Messwert { $date }
case-per-unit-note = Ist je Einheit: ausgezahlt (Ist) der genannten Zuwendungen am Stichtag, geteilt durch den letzten Messwert, einmal kaufmännisch gerundet.

# Fassungen
case-difference = Unterschied zweier Fassungen
case-before = von
case-after = bis
case-no-difference = Kein Unterschied.
case-col-what = Angabe
case-col-before = Vorher
case-col-after = Nachher
case-difference-sentence = { $what }: vorher { $before }, nachher { $after }
