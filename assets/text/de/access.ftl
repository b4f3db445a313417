access-theme-contrast = hoher Kontrast
access-sample = Beispieldaten
