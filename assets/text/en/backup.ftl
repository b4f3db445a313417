# Backups: written at the end, restored as a drill, how old the last one is.

backup-none = There is no backup of this ledger in { $path }. Please write one first.
backup-drilled = Drill passed: { $path } could be restored, is verified in depth and agrees with the ledger up to no. { $number }. The drill's copy has been removed.
backup-aside = A file that was no good backup had the name of this one; it lies here now: { $path }
backup-removed =
    { $count ->
        [one] One older backup was removed.
       *[other] { $count } older backups were removed.
    }

# Ledger and status bar
backup-now = Back up now
backup-drill = Restore a backup as a drill
backup-no-file = This ledger lies in no file; it is not backed up.
backup-missing = No backup
backup-broken = Last backup unusable
backup-current = Backed up: { $day }
backup-behind =
    { $count ->
        [one] Backed up: { $day }, { $n } entry since
       *[other] Backed up: { $day }, { $n } entries since
    }
backup-too-old =
    { $count ->
        [one] Backup too old: { $day }, { $n } entry since
       *[other] Backup too old: { $day }, { $n } entries since
    }
backup-click = A click writes a verified backup into the folder beside the ledger now.
backup-running = Writing the backup: { $percent }
backup-runs = The backup is being written
backup-stop = Stop the backup
backup-stopped = Backup stopped; nothing of it is left.
backup-written = Backed up and verified: { $path }
backup-drilling = The newest backup is being restored and verified as a drill …
backup-nothing = There is no backup to try yet. “Back up now” writes one.
backup-passed = Drill passed: the newest backup could be restored, is verified in depth and agrees with the ledger up to { $number }.
backup-failed = Drill failed: { $finding }
backup-advice = Please write a new backup with “Back up now” and keep the old one.

# At the end
backup-closing-title = Backup at the end
backup-closing = Something was added since the last backup. The backup is being written and verified: { $percent }. Then the program ends.
backup-closing-failed = The ledger itself is unchanged; what was backed up before is still there.
backup-closing-unsaved = The ledger itself is unchanged; there is no good backup of it.
backup-again = Try again
backup-quit-now = End without a backup
backup-stay = Do not end

# Restoring
restore-done = Restored from the backup up to no. { $number }, recorded as no. { $entry }: { $path }
restore-aside = The ledger as it was lies here now: { $path }
restore-choose = Restore from a backup …
restore-title = Restore from a backup
restore-plan = The backup { $path } is verified. It ends with { $number } of { $day }.
restore-later =
    { $count ->
        [0] It lacks nothing: nothing has been booked since.
        [one] { $n } entry after it is not in it.
       *[other] { $n } entries after it are not in it.
    }
restore-apart = The open ledger has another entry at that place: the two are different continuations of one programme.
restore-kept = The present ledger is not deleted but laid beside with “ersetzt” in its name. An entry records that it was restored.
restore-nobody = Whoever may book something can record this; please choose an acting person first.
restore-now = Restore
restore-here = Make a new ledger from it
restore-told = Restored up to { $number }, and recorded. The ledger as it was lies here: { $path }

# Another state than last time
seen-lost = This file is not in the state that you saw last: { $number } with the hash { $start } is missing or reads differently; the file ends with { $last }. Perhaps an older copy was put back, or the end was cut off. Please find out; nothing is booked before you have decided.
seen-elsewhere = This is an older state, up to { $last }. You last saw { $number } in { $path }. Nothing is booked here before you have decided.
seen-apart = This file has been continued separately from { $path }: { $number }, which you last saw there, is missing here or reads differently. Nothing is booked here before you have decided.
seen-restored = This ledger was restored from a backup with { $entry }. { $number }, which you saw last, is only in the file that was replaced then.
seen-go-on = Go on with this state
seen-understood = Understood
seen-open-that = Open that file

# Network drive and cloud
place-network = This file lies on a network drive ({ $name }). An entry can get lost there when two computers write at once; so it is only read here. To book, please copy it to this computer.
place-cloud = This file lies in a folder that is synchronised with a cloud ({ $name }). Synchronising can put back half or old states; so it is only read here. To book, please copy it to this computer.
place-copy = Copy to this computer
place-backup = This file is a backup and is only read, so that it stays what its name says. Entries are booked in the ledger itself; if that is lost, a new one can be made from it here.
place-refused-new = { $path } would lie on a network drive or in a folder that is synchronised with a cloud ({ $name }); nothing is booked there. Nothing was written; please choose another folder of this computer.
place-refused-network = { $path } lies on a network drive ({ $name }); nothing is booked there, because an entry can get lost when two computers write at once. Nothing was changed; please take it over into a folder of this computer with “foerderbuch restore FILE --to NEW --as PERSON” and book there.
place-refused-cloud = { $path } lies in a folder that is synchronised with a cloud ({ $name }); nothing is booked there, because synchronising can put back half or old states. Nothing was changed; please take it over into another folder of this computer with “foerderbuch restore FILE --to NEW --as PERSON” and book there.
