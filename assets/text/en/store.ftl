# File errors and findings: what happened, that nothing is lost, what to do.

store-not-a-ledger = { $path } is not a ledger. The file was not changed; please choose a file that ends in .foerderbuch.
store-extract = { $path } is an extract for a recipient, not a whole ledger. It gives its account (balance), its statement (statement), the comparison with a bank (compare) and its verification (verify); all else needs the ledger. The file was not changed.
store-damaged = { $path } is damaged ({ $reason }). The file was not changed; please restore the last verified backup and keep this file.
store-newer = { $path } was written by a newer version of the program. The file was not changed; please update the program.
store-older = { $path } has a format from before version 1.0 that is no longer read. The file was not changed; please open it with the version that wrote it.
store-busy = Another program has been writing to { $path } for more than five seconds. Nothing was booked; please try again in a moment.
store-read-only = { $path } may not be written to. Nothing was booked; please check the permissions of file and folder, or copy the file to a folder of your own.
store-held = { $path } is open in another program and cannot be replaced. The file is as it was; please close it there and try again, or choose another name.
store-unverified = { $path } is still being verified. Nothing was booked or printed; please wait until the verification is over and try again.
store-full = The disk of { $path } is full. Nothing was booked and everything earlier is kept; please make room and try again.
store-unsure = The disk of { $path } reported an error at the last step of the booking ({ $reason }). Whether it was booked is not known yet; please look at the journal before you book again. The same form is never booked twice.
store-exists = { $path } exists already and is not overwritten. Please choose another name.
store-other-ledger = { $path } is the ledger of another programme than the backup. Nothing was changed; please choose another file.
store-no-folder = There is no folder { $path }; nothing was written. Please create it or name another one.
store-missing = { $path } does not exist. Please check name and folder.
store-io = { $path } cannot be read or written: { $reason }. Nothing was changed; please check drive and permissions.
store-findings = The ledger { $path } has findings and is only read; no figures are shown ({ $reason }). Please restore the last verified backup.
store-cancelled = Cancelled. Nothing was changed.
store-too-long = The path { $path } is too long: { $reason } bytes, the database takes about 470. Nothing was changed; please choose a folder with a shorter path.
store-backup = { $path } has the name of a backup; nothing is booked in it, so that backups stay what their names say. Nothing was changed; please book in the ledger itself, or make a new one from it with “foerderbuch restore BACKUP --to NEW --as PERSON”.

# Findings; $seq: number of the entry, $detail: account, table, person or words of the database
finding-chain = Entry no. { $seq }: the chain is broken; its content or its predecessor was changed.
finding-gap = A number is missing before entry no. { $seq }.
finding-recipient-chain = Entry no. { $seq }: the chain of recipient { $detail } is broken.
finding-time = Entry no. { $seq }: its time of recording or its day is out of order.
finding-sum = Entry no. { $seq }: its postings do not add up to zero or do not fit its content.
finding-balance = The balance of { $detail } differs from its postings.
finding-total = The total of { $detail } differs from its balances or due lines.
finding-identity = The account of what was voted and where it went does not add up for { $detail }.
finding-overdraft = Below zero: { $detail }.
finding-schema = Tables or rules of the file were changed: { $detail }.
finding-body = Entry no. { $seq }: its content cannot be read ({ $detail }).
finding-integrity = The database reports: { $detail }.
finding-replay = Replaying the journal gives something else: { $detail }.
finding-name = The stored name of person no. { $detail } does not fit its hash in the journal.
finding-kind = Entry no. { $seq }: this kind of entry is unknown ({ $detail }).
finding-anchor = The check code of entry no. { $seq } does not match this file.
finding-seen = Entry no. { $seq }, which was last seen on this computer, is missing from this file or reads otherwise: it is an older state, or its end was cut off.
finding-bad-backup = The file is no readable ledger any more, or does not end with entry no. { $seq } as its name says.
finding-behind = The ledger ends before entry no. { $seq }, with which its newest backup ends: an older file was probably put back. Please do not book on but find the right file, or restore this backup.
finding-apart = Entry no. { $seq }, with which the backup ends, reads otherwise in the ledger: the two are different continuations of one programme.
findings-advice = The file was not changed. Please restore the last verified backup; this file is only laid aside then.
