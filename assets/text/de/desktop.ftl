# Was zwischen Programm und Arbeitsplatz geschieht

desktop-lost = Die Grafik ({ $renderer }) ging mehrmals kurz nach dem Start verloren. Ihre Eingaben sind als Entwürfe gesichert. Bitte den Bildschirmtreiber prüfen lassen oder das Programm mit --renderer anders öffnen
desktop-recent = Zuletzt geöffnet
desktop-recent-open = { $file } öffnen
desktop-recent-command = Zuletzt geöffnet: { $file } · { $folder }
