# Wörter des Fensters: Leisten, Befehle, Dialoge.
