checking = Kette wird geprüft
checking-progress = Kette wird geprüft … { $percent }
checking-banner = Die Kette des Förderbuchs wird noch geprüft. Die Zahlen sind schon zu sehen; gebucht und gedruckt wird, sobald die Prüfung zu Ende ist.
