# What happens between the program and the desktop

desktop-lost = The graphics ({ $renderer }) were lost several times soon after the start. What you typed is kept as drafts. Please have the display driver checked, or open the program differently with --renderer
desktop-recent = Opened last
desktop-recent-open = Open { $file }
desktop-recent-command = Opened last: { $file } · { $folder }
