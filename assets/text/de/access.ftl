access-theme-contrast = hoher Kontrast
