-- The ledger: an append-only journal, its postings and balances, and insert-only projections.
-- Order of writing inside one transaction ("seal last"): accounts, postings, projections, then
-- the event, whose triggers check the whole and move the balances.

CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL CHECK (length(recipient) <= 32 AND instr(recipient, char(0)) = 0),
    recipient_seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL UNIQUE,
    effective_on TEXT NOT NULL CHECK (date(effective_on) IS effective_on),
    actor INTEGER NOT NULL,
    login TEXT NOT NULL CHECK (length(login) <= 200 AND instr(login, char(0)) = 0),
    voucher TEXT NOT NULL CHECK (length(voucher) <= 200 AND instr(voucher, char(0)) = 0),
    ref INTEGER REFERENCES event (seq),
    body BLOB NOT NULL CHECK (length(body) BETWEEN 2 AND 65536),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    recipient_hash BLOB NOT NULL UNIQUE CHECK (length(recipient_hash) = 32),
    UNIQUE (recipient, recipient_seq)
) STRICT;

CREATE INDEX event_by_ref ON event (ref) WHERE ref IS NOT NULL;

CREATE INDEX event_by_kind ON event (kind, recipient);

CREATE INDEX event_by_day ON event (effective_on);

CREATE INDEX event_by_voucher ON event (voucher)
    WHERE kind IN ('payment_confirmed', 'held_paid');

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    stage TEXT NOT NULL CHECK (stage IN (
        'appropriated', 'exceeded', 'cover_in', 'carried_in',
        'available', 'blocked', 'committed', 'requested', 'ordered', 'paid', 'held',
        'reclaimed', 'written_off', 'returned', 'cover_out', 'carried_out', 'lapsed',
        've_voted', 've_free', 've_used', 've_blocked', 've_lapsed',
        'revenue_source', 'revenue_due', 'revenue_received', 'revenue_waived',
        'rest_source', 'rest_charged')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200 AND instr(title, char(0)) = 0),
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1990 AND 2200),
    -- 0 where the account is money and no commitment authority
    due_year INTEGER NOT NULL CHECK (
        (stage LIKE 've%') = (due_year <> 0) AND (due_year = 0 OR due_year > fiscal_year)),
    -- '' where the account belongs to no grant
    grant_no TEXT NOT NULL CHECK (
        length(grant_no) <= 64 AND instr(grant_no, char(0)) = 0
        AND (grant_no <> '') = (stage LIKE 'revenue%' OR stage IN (
            'committed', 'requested', 'ordered', 'paid', 'held', 'reclaimed', 'written_off',
            'returned', 've_used'))),
    -- of the grant
    recipient TEXT NOT NULL CHECK ((recipient <> '') = (grant_no <> '')),
    -- '' where the account is no revenue
    revenue TEXT NOT NULL CHECK (
        revenue IN ('', 'repayment', 'reclaim_interest', 'delay_interest')
        AND (revenue <> '') = (stage LIKE 'revenue%')),
    UNIQUE (stage, title, fiscal_year, due_year, grant_no, recipient, revenue)
) STRICT;

CREATE INDEX account_by_grant ON account (grant_no);

CREATE TABLE posting (
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL CHECK (line >= 0),
    account INTEGER NOT NULL REFERENCES account (id),
    effective_on TEXT NOT NULL,
    amount INTEGER NOT NULL
        CHECK (amount <> 0 AND amount BETWEEN -1000000000000 AND 1000000000000),
    PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX posting_by_account ON posting (account, effective_on, event, amount);

CREATE TABLE balance (
    account INTEGER PRIMARY KEY REFERENCES account (id),
    amount INTEGER NOT NULL,
    -- the event that moved it last
    seq INTEGER NOT NULL
) STRICT;

-- What stands at a stage: of a title for all recipients, and of a recipient for all titles (the
-- other one is '' then). The stage 'granted' is the sum of the due lines.
CREATE TABLE total (
    title TEXT NOT NULL,
    recipient TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    stage TEXT NOT NULL,
    amount INTEGER NOT NULL,
    -- the event that moved it last
    seq INTEGER NOT NULL,
    PRIMARY KEY (title, recipient, fiscal_year, stage)
) STRICT, WITHOUT ROWID;

-- Whole values of what is no money, one row per day on which the entity changed.
CREATE TABLE entity_version (
    entity TEXT NOT NULL CHECK (entity IN (
        'person', 'title', 'recipient', 'bank_account', 'grant', 'milestone', 'indicator',
        'application', 'year', 'setting')),
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200 AND instr(key, char(0)) = 0),
    effective_on TEXT NOT NULL CHECK (date(effective_on) IS effective_on),
    seq INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    -- NULL: reversed, there is none on that day
    value TEXT CHECK (json_valid(value)),
    PRIMARY KEY (entity, key, effective_on, seq)
) STRICT, WITHOUT ROWID;

-- Signed changes of the due lines of grants; their sum is what is in force.
CREATE TABLE due_line (
    grant_no TEXT NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200 AND instr(title, char(0)) = 0),
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1990 AND 2200),
    -- 0 without commitment authority
    authority_year INTEGER NOT NULL CHECK (
        authority_year = 0 OR authority_year BETWEEN 1990 AND fiscal_year - 1),
    recipient TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (grant_no, seq, title, fiscal_year, authority_year)
) STRICT, WITHOUT ROWID;

-- Which entries concern which grant or application.
CREATE TABLE event_grant (
    grant_no TEXT NOT NULL CHECK (
        length(grant_no) BETWEEN 1 AND 64 AND instr(grant_no, char(0)) = 0),
    seq INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (grant_no, seq)
) STRICT, WITHOUT ROWID;

-- Papers as they were issued; their hash stands in the entry.
CREATE TABLE document (
    seq INTEGER PRIMARY KEY REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    content BLOB NOT NULL CHECK (length(content) > 0)
) STRICT;

CREATE INDEX event_grant_by_seq ON event_grant (seq);

CREATE INDEX entity_version_by_seq ON entity_version (seq);

CREATE INDEX due_line_by_seq ON due_line (seq);

-- Names of persons and the salt of their hash in the journal: the only rows that may be erased.
CREATE TABLE person_name (
    person INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200 AND instr(name, char(0)) = 0),
    salt BLOB NOT NULL CHECK (length(salt) = 16)
) STRICT;

-- What each entry moves of the totals. (CROSS JOIN: of one entry the postings come first.)
CREATE VIEW total_moved AS
SELECT event AS seq, title, '' AS recipient, fiscal_year, stage, amount
FROM posting CROSS JOIN account ON account.id = posting.account
UNION ALL
SELECT event, '', recipient, fiscal_year, stage, amount
FROM posting CROSS JOIN account ON account.id = posting.account
UNION ALL
SELECT seq, title, '', fiscal_year, 'granted', amount FROM due_line
UNION ALL
SELECT seq, '', recipient, fiscal_year, 'granted', amount FROM due_line;

-- Entries that were not reversed.
CREATE VIEW event_in_force AS
SELECT seq, kind, actor, ref, body FROM event
WHERE NOT EXISTS (
    SELECT 1 FROM event AS reversal WHERE reversal.kind = 'reversed' AND reversal.ref = event.seq);

-- Attestations that count: none since whose draw went back to the desk.
CREATE VIEW attestation_in_force AS
SELECT ref AS draw, kind, actor FROM event_in_force AS attested
WHERE kind IN ('arithmetic_attested', 'factually_attested') AND NOT EXISTS (
    SELECT 1 FROM event_in_force AS later
    WHERE later.ref = attested.ref AND later.kind = 'draw_sent_back'
        AND later.seq > attested.seq);

-- Years that are closed or settled.
CREATE VIEW year_in_force AS
SELECT seq, kind AS step, json_extract(CAST(body AS TEXT), '$.fiscal_year') AS year
FROM event_in_force WHERE kind IN ('books_closed', 'year_settled');

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: no entry is changed');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: no entry is deleted');
END;

CREATE TRIGGER posting_is_never_changed BEFORE UPDATE ON posting BEGIN
    SELECT RAISE(ABORT, 'postings are never changed');
END;

CREATE TRIGGER posting_is_never_deleted BEFORE DELETE ON posting BEGIN
    SELECT RAISE(ABORT, 'postings are never deleted');
END;

CREATE TRIGGER account_is_never_changed BEFORE UPDATE ON account BEGIN
    SELECT RAISE(ABORT, 'accounts are never changed');
END;

CREATE TRIGGER account_is_never_deleted BEFORE DELETE ON account BEGIN
    SELECT RAISE(ABORT, 'accounts are never deleted');
END;

CREATE TRIGGER balance_is_never_deleted BEFORE DELETE ON balance BEGIN
    SELECT RAISE(ABORT, 'balances are never deleted');
END;

CREATE TRIGGER total_is_never_deleted BEFORE DELETE ON total BEGIN
    SELECT RAISE(ABORT, 'totals are never deleted');
END;

CREATE TRIGGER entity_version_is_never_changed BEFORE UPDATE ON entity_version BEGIN
    SELECT RAISE(ABORT, 'versions are never changed');
END;

CREATE TRIGGER entity_version_is_never_deleted BEFORE DELETE ON entity_version BEGIN
    SELECT RAISE(ABORT, 'versions are never deleted');
END;

CREATE TRIGGER due_line_is_never_changed BEFORE UPDATE ON due_line BEGIN
    SELECT RAISE(ABORT, 'due lines are never changed');
END;

CREATE TRIGGER due_line_is_never_deleted BEFORE DELETE ON due_line BEGIN
    SELECT RAISE(ABORT, 'due lines are never deleted');
END;

CREATE TRIGGER event_grant_is_never_changed BEFORE UPDATE ON event_grant BEGIN
    SELECT RAISE(ABORT, 'entries of grants are never changed');
END;

CREATE TRIGGER event_grant_is_never_deleted BEFORE DELETE ON event_grant BEGIN
    SELECT RAISE(ABORT, 'entries of grants are never deleted');
END;

CREATE TRIGGER document_is_never_changed BEFORE UPDATE ON document BEGIN
    SELECT RAISE(ABORT, 'issued papers are never changed');
END;

CREATE TRIGGER document_is_never_deleted BEFORE DELETE ON document BEGIN
    SELECT RAISE(ABORT, 'issued papers are never deleted');
END;

CREATE TRIGGER person_name_is_never_changed BEFORE UPDATE ON person_name BEGIN
    SELECT RAISE(ABORT, 'names are erased, never changed');
END;

-- A row that exists already may not be replaced either, whatever recursive_triggers says.
CREATE TRIGGER account_is_new BEFORE INSERT ON account
WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.id)
    OR EXISTS (
        SELECT 1 FROM account WHERE stage = NEW.stage AND title = NEW.title
            AND fiscal_year = NEW.fiscal_year AND due_year = NEW.due_year
            AND grant_no = NEW.grant_no AND recipient = NEW.recipient
            AND revenue = NEW.revenue) BEGIN
    SELECT RAISE(ABORT, 'accounts are never changed');
END;

CREATE TRIGGER account_has_a_balance AFTER INSERT ON account BEGIN
    INSERT INTO balance (account, amount, seq) VALUES (NEW.id, 0, 0);
END;

CREATE TRIGGER balance_starts_at_zero BEFORE INSERT ON balance
WHEN NEW.amount <> 0 OR NEW.seq <> 0
    OR EXISTS (SELECT 1 FROM balance WHERE account = NEW.account) BEGIN
    SELECT RAISE(ABORT, 'a balance moves by postings only');
END;

CREATE TRIGGER total_begins_with_an_event BEFORE INSERT ON total
WHEN NEW.seq <> (SELECT max(seq) FROM event)
    OR NEW.amount IS NOT (
        SELECT sum(amount) FROM total_moved
        WHERE seq = NEW.seq AND (title, recipient, fiscal_year, stage)
            = (NEW.title, NEW.recipient, NEW.fiscal_year, NEW.stage))
    OR EXISTS (
        SELECT 1 FROM total WHERE (title, recipient, fiscal_year, stage)
            = (NEW.title, NEW.recipient, NEW.fiscal_year, NEW.stage)) BEGIN
    SELECT RAISE(ABORT, 'a total moves by events only');
END;

CREATE TRIGGER person_name_is_new BEFORE INSERT ON person_name BEGIN
    SELECT RAISE(ABORT, 'names are erased, never changed')
    WHERE EXISTS (SELECT 1 FROM person_name WHERE person = NEW.person);
    SELECT RAISE(ABORT, 'I23: a name belongs to a person who is enrolled')
    WHERE NOT EXISTS (
        SELECT 1 FROM entity_version
        WHERE entity = 'person' AND key = CAST(NEW.person AS TEXT));
END;

-- Everything of an event is written before the event itself.
CREATE TRIGGER posting_before_event BEFORE INSERT ON posting
WHEN NEW.event <> (SELECT coalesce(max(seq), 0) + 1 FROM event) BEGIN
    SELECT RAISE(ABORT, 'an event is sealed: postings belong to the next event');
END;

CREATE TRIGGER entity_version_before_event BEFORE INSERT ON entity_version
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event) BEGIN
    SELECT RAISE(ABORT, 'an event is sealed: versions belong to the next event');
END;

CREATE TRIGGER due_line_before_event BEFORE INSERT ON due_line
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event) BEGIN
    SELECT RAISE(ABORT, 'an event is sealed: due lines belong to the next event');
END;

CREATE TRIGGER event_grant_before_event BEFORE INSERT ON event_grant
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event) BEGIN
    SELECT RAISE(ABORT, 'an event is sealed: its grants belong to the next event');
END;

CREATE TRIGGER document_before_event BEFORE INSERT ON document
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event) BEGIN
    SELECT RAISE(ABORT, 'an event is sealed: an issued paper belongs to the next event');
END;

-- REPLACE on a unique key would delete the entry that holds it; the numbers and the time of a
-- new entry are always later ones.
CREATE TRIGGER event_is_new BEFORE INSERT ON event BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: the entry exists')
    WHERE EXISTS (SELECT 1 FROM event WHERE uid = NEW.uid)
        OR EXISTS (SELECT 1 FROM event WHERE hash = NEW.hash)
        OR EXISTS (SELECT 1 FROM event WHERE recipient_hash = NEW.recipient_hash);
END;

-- I1, I17: order, time and place of the new entry.
CREATE TRIGGER event_in_order BEFORE INSERT ON event BEGIN
    SELECT RAISE(ABORT, 'I1: the journal has a gap')
    WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'I1: the chain of the recipient has a gap')
    WHERE NEW.recipient_seq <> (
        SELECT coalesce(max(recipient_seq), 0) + 1 FROM event WHERE recipient = NEW.recipient);
    SELECT RAISE(ABORT, 'I17: recorded before the entry that precedes it')
    WHERE NEW.recorded_at <= (SELECT recorded_at FROM event WHERE seq = NEW.seq - 1);
    SELECT RAISE(ABORT, 'I17: effective after the day of recording')
    WHERE NEW.effective_on > date(NEW.recorded_at / 1000000 + 7200, 'unixepoch');
    SELECT RAISE(ABORT, 'I17: effective before the founding of the programme')
    WHERE NEW.effective_on < (SELECT effective_on FROM event WHERE seq = 1);
    SELECT RAISE(ABORT, 'a ledger begins with the founding of its programme, once')
    WHERE (NEW.seq = 1) <> (NEW.kind = 'programme_founded');
END;

-- I12, I18, I23: who did it, for whom, and what it refers to.
CREATE TRIGGER event_belongs BEFORE INSERT ON event BEGIN
    SELECT RAISE(ABORT, 'I23: the person is not enrolled')
    WHERE (SELECT value FROM entity_version
           WHERE entity = 'person' AND key = CAST(NEW.actor AS TEXT)
           ORDER BY effective_on DESC, seq DESC LIMIT 1) IS NULL;
    SELECT RAISE(ABORT, 'I18: an entry of the programme names no recipient, another does')
    WHERE NEW.kind NOT IN (
        'reversed', 'carry_over_formed', 'milestone_planned', 'milestone_forecast',
        'milestone_reached', 'indicator_defined', 'indicator_read', 'document_issued')
        AND (NEW.recipient = '') <> (NEW.kind IN (
            'programme_founded', 'person_enrolled', 'setting_made', 'title_registered',
            'appropriation_drafted', 'appropriation_voted', 'supplement_voted', 'excess_granted',
            'cover_moved', 'block_set', 'block_lifted', 'authority_voted', 'authority_blocked',
            'authority_unblocked', 'authority_lapsed', 'provisional_management_set',
            'books_closed', 'funds_lapsed', 'year_settled', 'ledger_restored', 'cash_list_read'));
    SELECT RAISE(ABORT, 'the kind is unknown, or what it refers to is')
    WHERE NEW.kind <> 'reversed' AND (NEW.kind, CASE WHEN NEW.ref IS NULL THEN '' ELSE coalesce(
        (SELECT kind FROM event_in_force WHERE seq = NEW.ref), 'reversed') END) NOT IN (VALUES
        ('programme_founded', ''), ('person_enrolled', ''), ('setting_made', ''),
        ('title_registered', ''), ('appropriation_drafted', ''), ('appropriation_voted', ''),
        ('supplement_voted', ''), ('excess_granted', ''), ('cover_moved', ''), ('block_set', ''),
        ('block_lifted', 'block_set'), ('authority_voted', ''), ('authority_blocked', ''),
        ('authority_unblocked', 'authority_blocked'), ('authority_lapsed', ''),
        ('provisional_management_set', ''), ('books_closed', ''), ('carry_over_formed', ''),
        ('funds_lapsed', ''), ('year_settled', ''), ('recipient_registered', ''),
        ('bank_account_recorded', ''), ('bank_account_confirmed', 'bank_account_recorded'),
        ('application_received', ''), ('examination_noted', 'application_received'),
        ('application_examined', 'application_received'),
        ('early_start_consented', 'application_received'),
        ('application_rejected', 'application_received'),
        ('application_withdrawn', 'application_received'), ('grant_issued', 'application_received'),
        ('notice_announced', 'grant_issued'), ('remedy_waived', 'grant_issued'),
        ('notice_challenged', 'grant_issued'), ('challenge_ended', 'notice_challenged'),
        ('grant_amended', ''), ('grant_increased', ''), ('grant_reduced', ''), ('due_shifted', ''),
        ('beneficiary_named', ''), ('draw_requested', ''),
        ('arithmetic_attested', 'draw_requested'), ('factually_attested', 'draw_requested'),
        ('draw_sent_back', 'draw_requested'), ('draw_reduced', 'draw_requested'),
        ('draw_rejected', 'draw_requested'), ('draw_withdrawn', 'draw_requested'),
        ('payment_ordered', 'draw_requested'), ('order_handed_over', 'payment_ordered'),
        ('order_cancelled', 'payment_ordered'), ('payment_confirmed', 'payment_ordered'),
        ('payment_reconciled', 'payment_confirmed'), ('payment_reconciled', 'held_paid'),
        ('payment_returned', 'payment_confirmed'), ('payment_returned', 'held_paid'),
        ('held_ordered', 'payment_returned'), ('held_paid', 'held_ordered'),
        ('payment_rebooked', 'payment_confirmed'), ('payment_rebooked', 'held_paid'),
        ('payment_rebooked', 'payment_rebooked'), ('proof_received', ''), ('proof_reminded', ''),
        ('proof_checked', 'proof_received'), ('claim_raised', 'payment_confirmed'),
        ('claim_raised', 'held_paid'), ('claim_raised', 'payment_rebooked'),
        ('claim_annulled', 'claim_raised'), ('claim_deferred', 'claim_raised'),
        ('claim_waived', 'claim_raised'), ('claim_repaid', 'claim_raised'),
        ('unused_returned', 'payment_confirmed'), ('unused_returned', 'held_paid'),
        ('unused_returned', 'payment_rebooked'), ('commitment_restored', 'unused_returned'),
        ('interest_assessed', 'claim_raised'), ('interest_assessed', 'payment_confirmed'),
        ('interest_assessed', 'held_paid'), ('interest_assessed', 'payment_rebooked'),
        ('interest_received', 'interest_assessed'), ('interest_waived', 'interest_assessed'),
        ('case_closed', ''), ('milestone_planned', ''), ('milestone_forecast', ''),
        ('milestone_reached', ''), ('indicator_defined', ''), ('indicator_read', ''),
        ('document_issued', ''), ('ledger_restored', ''), ('cash_list_read', ''));
    SELECT RAISE(ABORT, 'I18: it refers to an entry of another recipient')
    WHERE NEW.recipient <> (SELECT recipient FROM event WHERE seq = NEW.ref);
    SELECT RAISE(ABORT, 'I17: effective before the entry that it refers to')
    WHERE NEW.effective_on < (SELECT effective_on FROM event WHERE seq = NEW.ref);
END;

-- I9, I18, I19: what is laid ready beside the entry fits it.
CREATE TRIGGER event_has_its_rows BEFORE INSERT ON event BEGIN
    SELECT RAISE(ABORT, 'I19: a version is effective before its entry')
    WHERE EXISTS (
        SELECT 1 FROM entity_version
        WHERE seq = NEW.seq AND effective_on < NEW.effective_on);
    SELECT RAISE(ABORT, 'I18: a due line has another day or recipient than its entry')
    WHERE EXISTS (
        SELECT 1 FROM due_line
        WHERE seq = NEW.seq
            AND (effective_on <> NEW.effective_on OR recipient <> NEW.recipient));
    SELECT RAISE(ABORT, 'I19: the entry moves a grant that it does not concern')
    WHERE EXISTS (
        SELECT grant_no FROM due_line WHERE seq = NEW.seq
        UNION SELECT grant_no FROM posting JOIN account ON account.id = posting.account
        WHERE posting.event = NEW.seq AND grant_no <> ''
        EXCEPT SELECT grant_no FROM event_grant WHERE seq = NEW.seq);
    SELECT RAISE(ABORT, 'I19: a paper is kept with the entry that says so, and only with it')
    WHERE EXISTS (SELECT 1 FROM document WHERE seq = NEW.seq)
        <> CASE WHEN NEW.kind = 'document_issued'
            THEN coalesce(json_extract(CAST(NEW.body AS TEXT), '$.stored'), 0) ELSE 0 END;
END;

-- I5, I18: balanced postings of the right recipient for money, none for everything else.
CREATE TRIGGER event_is_balanced BEFORE INSERT ON event BEGIN
    SELECT RAISE(ABORT, 'I5: the postings of the event do not add up to zero')
    WHERE (SELECT coalesce(sum(amount), 0) FROM posting WHERE event = NEW.seq) <> 0;
    SELECT RAISE(ABORT, 'I5: a money event needs postings, another has none')
    WHERE NEW.kind <> 'reversed' AND (NEW.kind IN (
        'cover_moved', 'grant_issued', 'grant_increased', 'grant_reduced', 'due_shifted',
        'draw_requested', 'draw_reduced', 'draw_rejected', 'draw_withdrawn', 'payment_ordered',
        'order_cancelled', 'claim_raised', 'claim_waived', 'commitment_restored',
        'interest_assessed', 'interest_waived', 'appropriation_voted', 'supplement_voted',
        'excess_granted', 'block_set', 'block_lifted', 'authority_voted', 'authority_blocked',
        'authority_unblocked', 'authority_lapsed', 'carry_over_formed', 'funds_lapsed',
        'payment_confirmed', 'payment_returned', 'held_paid', 'payment_rebooked', 'claim_annulled',
        'claim_repaid', 'unused_returned', 'interest_received'))
        <> (SELECT count(*) >= 2 FROM posting WHERE event = NEW.seq);
    SELECT RAISE(ABORT, 'a posting is effective on another day than its event')
    WHERE EXISTS (
        SELECT 1 FROM posting WHERE event = NEW.seq AND effective_on <> NEW.effective_on);
    SELECT RAISE(ABORT, 'I18: a posting belongs to another recipient than its event')
    WHERE EXISTS (
        SELECT 1 FROM posting JOIN account ON account.id = posting.account
        WHERE posting.event = NEW.seq AND account.grant_no <> ''
            AND account.recipient <> NEW.recipient);
    SELECT RAISE(ABORT, 'a booking needs a voucher')
    WHERE NEW.voucher = '' AND NEW.kind <> 'reversed' AND (
        NEW.kind IN (
            'held_ordered', 'books_closed', 'year_settled', 'claim_deferred', 'cash_list_read')
        OR EXISTS (SELECT 1 FROM posting WHERE event = NEW.seq));
END;

-- I15: reversed once, no reversal of a reversal, exact negation on the day of the original.
CREATE TRIGGER event_is_reversed_once BEFORE INSERT ON event WHEN NEW.kind = 'reversed' BEGIN
    SELECT RAISE(ABORT, 'I15: reversed already, or another entry rests on it')
    WHERE EXISTS (SELECT 1 FROM event_in_force WHERE ref = NEW.ref);
    SELECT RAISE(ABORT, 'I15: it cannot be reversed')
    WHERE NOT EXISTS (
        SELECT 1 FROM event
        WHERE seq = NEW.ref AND kind NOT IN ('reversed', 'programme_founded'));
    SELECT RAISE(ABORT, 'I15: a reversal has the day of the original')
    WHERE NEW.effective_on <> (SELECT effective_on FROM event WHERE seq = NEW.ref);
    SELECT RAISE(ABORT, 'I15: a reversal is the exact negation of the original')
    WHERE EXISTS (
        SELECT account, sum(amount) AS rest FROM posting
        WHERE event IN (NEW.seq, NEW.ref) GROUP BY account HAVING rest <> 0);
    SELECT RAISE(ABORT, 'I15: a reversal takes back the due lines of the original')
    WHERE EXISTS (
        SELECT grant_no, sum(amount) AS rest FROM due_line
        WHERE seq IN (NEW.seq, NEW.ref)
        GROUP BY grant_no, title, fiscal_year, authority_year HAVING rest <> 0);
END;

-- I13: four eyes by person.
CREATE TRIGGER event_is_seen_by_another BEFORE INSERT ON event WHEN NEW.ref IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'I13: the second pair of eyes is the first')
    WHERE NEW.kind IN (
        'bank_account_confirmed', 'early_start_consented', 'application_rejected', 'grant_issued',
        'arithmetic_attested', 'factually_attested', 'draw_reduced', 'draw_rejected',
        'payment_ordered', 'payment_confirmed', 'held_ordered', 'held_paid', 'proof_checked',
        'claim_raised', 'claim_waived', 'interest_waived')
        AND NEW.actor = (SELECT actor FROM event WHERE seq = NEW.ref);
    SELECT RAISE(ABORT, 'I13: attested already, or both attestations by one person')
    WHERE NEW.kind IN ('arithmetic_attested', 'factually_attested') AND EXISTS (
        SELECT 1 FROM attestation_in_force
        WHERE draw = NEW.ref AND (kind = NEW.kind OR actor = NEW.actor));
    SELECT RAISE(ABORT, 'I13: who grants has examined')
    WHERE NEW.kind = 'grant_issued' AND EXISTS (
        SELECT 1 FROM event_in_force
        WHERE ref = NEW.ref AND actor = NEW.actor AND kind = 'application_examined');
    SELECT RAISE(ABORT, 'I13: ordered without two attestations by others')
    WHERE NEW.kind = 'payment_ordered' AND (
        SELECT count(*) FROM attestation_in_force
        WHERE draw = NEW.ref AND actor <> NEW.actor) < 2;
    SELECT RAISE(ABORT, 'I13: ordered again by who drew or attested')
    WHERE NEW.kind = 'held_ordered' AND NEW.actor IN (
        WITH RECURSIVE before(seq, ref, kind, actor) AS (
            SELECT seq, ref, kind, actor FROM event WHERE seq = NEW.ref
            UNION ALL
            SELECT event.seq, event.ref, event.kind, event.actor
            FROM before JOIN event ON event.seq = before.ref WHERE before.kind <> 'draw_requested')
        SELECT actor FROM before WHERE kind = 'draw_requested'
        UNION
        SELECT attested.actor
        FROM before JOIN event_in_force AS attested ON attested.ref = before.seq
        WHERE attested.kind IN ('arithmetic_attested', 'factually_attested'));
    SELECT RAISE(ABORT, 'I13: who reconciles has ordered')
    WHERE NEW.kind = 'payment_reconciled' AND NEW.actor = (
        SELECT ordered.actor FROM event AS payment JOIN event AS ordered
            ON ordered.seq = payment.ref
        WHERE payment.seq = NEW.ref);
END;

-- I12: decided once, and an order as a whole. (A plus before a column keeps SQLite from starting
-- with all accounts of a stage, of which there are many, instead of the few postings of an entry.)
CREATE TRIGGER event_is_decided_once BEFORE INSERT ON event WHEN NEW.ref IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'I12: decided already')
    WHERE EXISTS (
        SELECT 1 FROM event_in_force AS decision
        WHERE decision.ref = NEW.ref AND (
            (NEW.kind IN ('payment_confirmed', 'order_cancelled')
                AND decision.kind = 'payment_confirmed')
            OR decision.kind = 'order_cancelled'
            OR (NEW.kind IN ('grant_issued', 'application_rejected', 'application_withdrawn')
                AND decision.kind IN (
                    'grant_issued', 'application_rejected', 'application_withdrawn'))
            OR (NEW.kind = decision.kind AND NEW.kind IN (
                'notice_announced', 'remedy_waived', 'challenge_ended', 'order_handed_over',
                'payment_reconciled', 'proof_checked'))));
    SELECT RAISE(ABORT, 'I12: an order is paid or cancelled as a whole')
    WHERE NEW.kind IN ('payment_confirmed', 'order_cancelled') AND EXISTS (
        SELECT account.id, sum(posting.amount) AS rest
        FROM posting JOIN account ON account.id = posting.account
        WHERE posting.event IN (NEW.seq, NEW.ref) AND +account.stage = 'ordered'
        GROUP BY account.id HAVING rest <> 0);
END;

-- I16: a year closes once, with nothing on its way, and takes only moves within the Ist after.
CREATE TRIGGER event_spares_closed_years BEFORE INSERT ON event BEGIN
    SELECT RAISE(ABORT, 'I16: the books of the year are closed')
    WHERE EXISTS (
        SELECT 1 FROM posting JOIN account ON account.id = posting.account
        JOIN year_in_force ON year = account.fiscal_year
        WHERE posting.event = NEW.seq AND account.due_year = 0 AND account.revenue = ''
            AND account.stage NOT IN ('rest_source', 'rest_charged')
            AND CASE
                WHEN NEW.kind = 'reversed' THEN NEW.ref < year_in_force.seq
                WHEN NEW.kind IN ('carry_over_formed', 'funds_lapsed')
                THEN year <> json_extract(CAST(NEW.body AS TEXT), '$.fiscal_year')
                ELSE account.stage NOT IN (
                    'paid', 'held', 'reclaimed', 'written_off', 'returned') END);
    SELECT RAISE(ABORT, 'I16: the year is settled')
    WHERE EXISTS (
        SELECT 1 FROM posting JOIN account ON account.id = posting.account
        JOIN year_in_force ON year = account.fiscal_year AND step = 'year_settled'
        WHERE posting.event = NEW.seq AND +account.stage = 'available');
    SELECT RAISE(ABORT, 'I16: the year is closed or settled already')
    WHERE EXISTS (
        SELECT 1 FROM year_in_force
        WHERE step = NEW.kind AND year = json_extract(CAST(NEW.body AS TEXT), '$.fiscal_year'));
    SELECT RAISE(ABORT, 'I16: the books of the year are not closed yet')
    WHERE NEW.kind = 'year_settled' AND NOT EXISTS (
        SELECT 1 FROM year_in_force
        WHERE year = json_extract(CAST(NEW.body AS TEXT), '$.fiscal_year'));
    SELECT RAISE(ABORT, 'I16: the year is settled')
    WHERE EXISTS (
        SELECT 1 FROM year_in_force AS closed JOIN year_in_force AS settled
            ON settled.year = closed.year
        WHERE closed.seq = NEW.ref AND closed.step = 'books_closed'
            AND settled.step = 'year_settled');
    SELECT RAISE(ABORT, 'I16: money of the year is still on its way or open')
    WHERE NEW.kind IN ('books_closed', 'year_settled') AND EXISTS (
        SELECT 1 FROM account JOIN balance ON balance.account = account.id
        WHERE account.fiscal_year = json_extract(CAST(NEW.body AS TEXT), '$.fiscal_year')
            AND balance.amount <> 0
            AND CASE NEW.kind WHEN 'books_closed' THEN account.stage IN ('requested', 'ordered')
                ELSE account.stage IN ('available', 'blocked', 'committed') END);
END;

-- A balance changes by exactly what the newest event posts, once.
CREATE TRIGGER balance_moves_by_postings BEFORE UPDATE ON balance BEGIN
    SELECT RAISE(ABORT, 'a balance moves by postings only')
    WHERE NEW.account <> OLD.account OR NEW.seq <= OLD.seq
        OR NEW.seq <> (SELECT max(seq) FROM event)
        OR NEW.amount - OLD.amount <> (
            SELECT coalesce(sum(amount), 0) FROM posting
            WHERE event = NEW.seq AND account = NEW.account)
        OR NOT EXISTS (
            SELECT 1 FROM posting WHERE event = NEW.seq AND account = NEW.account);
    SELECT RAISE(ABORT, 'overdraft: a place would fall below zero')
    WHERE NEW.amount < 0 AND (SELECT stage FROM account WHERE id = NEW.account) NOT IN (
        'available', 'appropriated', 'exceeded', 'cover_in', 'carried_in', 've_voted',
        'revenue_source', 'rest_source');
    SELECT RAISE(ABORT, 'overdraft: a source would take more back than it gave')
    WHERE NEW.amount > 0 AND (SELECT stage FROM account WHERE id = NEW.account) IN (
        'appropriated', 'exceeded', 'cover_in', 'carried_in', 've_voted', 'revenue_source',
        'rest_source');
END;

CREATE TRIGGER event_moves_balances AFTER INSERT ON event BEGIN
    UPDATE balance SET amount = balance.amount + moved.amount, seq = NEW.seq
    FROM (SELECT account, sum(amount) AS amount FROM posting
          WHERE event = NEW.seq GROUP BY account) AS moved
    WHERE balance.account = moved.account;
    SELECT RAISE(ABORT, 'I9: more than is granted on the due line')
    WHERE EXISTS (
        SELECT 1 FROM event_grant JOIN account AS moved ON moved.grant_no = event_grant.grant_no
        WHERE event_grant.seq = NEW.seq AND (
            SELECT sum(balance.amount) FROM account JOIN balance ON balance.account = account.id
            WHERE account.grant_no = moved.grant_no AND account.title = moved.title
                AND account.fiscal_year = moved.fiscal_year
                AND account.stage IN ('committed', 'requested', 'ordered', 'paid', 'held'))
            > (SELECT coalesce(sum(amount), 0) FROM due_line
               WHERE grant_no = moved.grant_no AND title = moved.title
                   AND fiscal_year = moved.fiscal_year));
    SELECT RAISE(ABORT, 'I11: more than the ceiling of the programme')
    WHERE (
        SELECT -sum(balance.amount) FROM account JOIN balance ON balance.account = account.id
        WHERE account.stage = 'appropriated')
        > (SELECT json_extract(CAST(body AS TEXT), '$.ceiling_cents') FROM event WHERE seq = 1);
    -- I8: a decision may not take more than is available; facts may (Unterdeckung).
    SELECT RAISE(ABORT, 'I8: more than is available')
    WHERE NEW.kind IN (
        'cover_moved', 'grant_issued', 'grant_increased', 'grant_reduced', 'due_shifted',
        'draw_requested', 'draw_reduced', 'draw_rejected', 'draw_withdrawn', 'payment_ordered',
        'order_cancelled', 'claim_raised', 'claim_waived', 'commitment_restored',
        'interest_assessed', 'interest_waived', 'reversed')
    AND EXISTS (
        SELECT account.id, sum(posting.amount) AS moved
        FROM posting JOIN account ON account.id = posting.account
        WHERE posting.event = NEW.seq AND +account.stage = 'available'
        GROUP BY account.id
        HAVING moved < 0 AND (SELECT amount FROM balance WHERE account = account.id) < (
            CASE WHEN EXISTS (
                SELECT 1 FROM account AS voted JOIN balance ON balance.account = voted.id
                WHERE voted.stage = 'appropriated' AND voted.title = account.title
                    AND voted.fiscal_year = account.fiscal_year AND balance.amount <> 0)
            THEN 0
            ELSE (SELECT -coalesce(sum(balance.amount), 0)
                  FROM account AS used JOIN balance ON balance.account = used.id
                  WHERE used.stage = 've_used' AND used.title = account.title
                      AND used.due_year = account.fiscal_year)
            END));
END;

-- A total changes by exactly what the newest event moves, once.
CREATE TRIGGER total_moves_by_events BEFORE UPDATE ON total
WHEN (NEW.title, NEW.recipient, NEW.fiscal_year, NEW.stage)
        <> (OLD.title, OLD.recipient, OLD.fiscal_year, OLD.stage)
    OR NEW.seq <= OLD.seq
    OR NEW.seq <> (SELECT max(seq) FROM event)
    OR NEW.amount - OLD.amount IS NOT (
        SELECT sum(amount) FROM total_moved
        WHERE seq = NEW.seq AND (title, recipient, fiscal_year, stage)
            = (NEW.title, NEW.recipient, NEW.fiscal_year, NEW.stage)) BEGIN
    SELECT RAISE(ABORT, 'a total moves by events only');
END;

CREATE TRIGGER event_moves_totals AFTER INSERT ON event BEGIN
    UPDATE total SET amount = total.amount + moved.amount, seq = NEW.seq
    FROM (SELECT title, recipient, fiscal_year, stage, sum(amount) AS amount FROM total_moved
          WHERE seq = NEW.seq GROUP BY title, recipient, fiscal_year, stage) AS moved
    WHERE (total.title, total.recipient, total.fiscal_year, total.stage)
        = (moved.title, moved.recipient, moved.fiscal_year, moved.stage);
    INSERT INTO total
    SELECT title, recipient, fiscal_year, stage, sum(amount), seq FROM total_moved AS moved
    WHERE seq = NEW.seq AND NOT EXISTS (
        SELECT 1 FROM total
        WHERE (total.title, total.recipient, total.fiscal_year, total.stage)
            = (moved.title, moved.recipient, moved.fiscal_year, moved.stage))
    GROUP BY title, recipient, fiscal_year, stage;
END;
