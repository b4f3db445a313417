access-theme-contrast = high contrast
