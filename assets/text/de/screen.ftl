# Wörter der Bildschirme.
