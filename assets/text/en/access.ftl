access-theme-contrast = high contrast
access-sample = Sample data
