# Words of the window: bars, commands, dialogs.
