-- The extract for one recipient: docs/ledger-format.md, section 7.

CREATE TABLE about (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    recipient_entries INTEGER NOT NULL CHECK (recipient_entries > 0),
    recipient_head BLOB NOT NULL CHECK (length(recipient_head) = 32),
    entries INTEGER NOT NULL CHECK (entries > 0),
    head BLOB NOT NULL CHECK (length(head) = 32),
    -- of that last entry, as papers name it
    recorded_at INTEGER NOT NULL
) STRICT;

-- Entries that are here whole.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    uid BLOB NOT NULL,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    recipient_seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    effective_on TEXT NOT NULL,
    actor INTEGER NOT NULL,
    login TEXT NOT NULL,
    voucher TEXT NOT NULL,
    ref INTEGER,
    body BLOB NOT NULL,
    hash BLOB NOT NULL,
    recipient_hash BLOB NOT NULL
) STRICT;

-- All others: a number and a hash, no content.
CREATE TABLE leaf (
    seq INTEGER PRIMARY KEY,
    leaf BLOB NOT NULL CHECK (length(leaf) = 32)
) STRICT;
