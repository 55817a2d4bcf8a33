-- Keys that can be destroyed apart, and their destruction.

-- The key that entries are sealed with: one for each subject, holder's service and calendar year (of Oslo). Wrapped, like those of
-- persons, by a key that is never here; "stir" is rewritten at every use, as there. Deleting a row unlinks its entries for good.
-- Entries from before this table are under the key in subject_key, which stays a person's own.
CREATE TABLE entry_key (
    subject       BLOB    NOT NULL,
    holder        TEXT    NOT NULL,
    service       INTEGER NOT NULL,
    calendar_year INTEGER NOT NULL,
    wrapped       BLOB    NOT NULL,
    stir          BLOB    NOT NULL,
    PRIMARY KEY (subject, holder, service, calendar_year)
) WITHOUT ROWID;
CREATE INDEX entry_key_by_holder ON entry_key (holder, service, calendar_year);

-- What keys of the store are derived from, wrapped like the keys of persons: so the wrapping key can change.
CREATE TABLE store_secret (
    name    TEXT NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL
) WITHOUT ROWID;

-- What must not be destroyed, until it is lifted. "subject" has no value for every child, "holder" is empty for every holder,
-- "calendar_year" 0 for every year.
CREATE TABLE legal_hold (
    id            BLOB    NOT NULL PRIMARY KEY,
    subject       BLOB        NULL,
    holder        TEXT    NOT NULL,
    service       INTEGER NOT NULL,
    calendar_year INTEGER NOT NULL,
    reason        TEXT    NOT NULL,
    reference     TEXT    NOT NULL,
    placed_by     TEXT    NOT NULL,
    placed_at     INTEGER NOT NULL,
    lifted_by     TEXT        NULL,
    lifted_at     INTEGER     NULL,
    lifted_why    TEXT        NULL
) WITHOUT ROWID;
CREATE TRIGGER legal_hold_fixed
    BEFORE UPDATE OF id, subject, holder, service, calendar_year, reason, reference, placed_by, placed_at ON legal_hold
BEGIN
    SELECT RAISE (ABORT, 'a hold is lifted and never changed');
END;
CREATE TRIGGER legal_hold_lifted BEFORE UPDATE ON legal_hold WHEN OLD.lifted_at IS NOT NULL BEGIN
    SELECT RAISE (ABORT, 'a hold is lifted once');
END;
CREATE TRIGGER legal_hold_kept BEFORE DELETE ON legal_hold BEGIN
    SELECT RAISE (ABORT, 'holds are never removed');
END;

-- What one person has asked to be destroyed, and another has yet to confirm.
CREATE TABLE destruction_order (
    id         BLOB    NOT NULL PRIMARY KEY,
    subject    BLOB        NULL,
    holder     TEXT    NOT NULL,
    service    INTEGER NOT NULL,
    first_year INTEGER NOT NULL,
    last_year  INTEGER NOT NULL,
    basis      TEXT    NOT NULL,
    reference  TEXT    NOT NULL,
    ordered_by TEXT    NOT NULL,
    ordered_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER destruction_order_fixed BEFORE UPDATE ON destruction_order BEGIN
    SELECT RAISE (ABORT, 'an order is appended and never changed');
END;

-- What was destroyed, by whom and on what ground; and what is left of it in the logs: pseudonyms that lead nowhere.
CREATE TABLE key_destruction (
    number       INTEGER NOT NULL PRIMARY KEY,
    ordered      BLOB    NOT NULL,
    basis        TEXT    NOT NULL,
    key_count    INTEGER NOT NULL,
    held_count   INTEGER NOT NULL,
    confirmed_by TEXT    NOT NULL,
    destroyed_at INTEGER NOT NULL
);
CREATE TRIGGER key_destruction_fixed BEFORE UPDATE ON key_destruction BEGIN
    SELECT RAISE (ABORT, 'destructions are appended and never changed');
END;
CREATE TRIGGER key_destruction_kept BEFORE DELETE ON key_destruction BEGIN
    SELECT RAISE (ABORT, 'destructions are appended and never removed');
END;
CREATE TABLE destroyed_pseudonym (
    pseudonym   BLOB    NOT NULL PRIMARY KEY,
    destruction INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX destroyed_pseudonym_by_destruction ON destroyed_pseudonym (destruction);

-- A request in the inbox is also sealed under the key of the entries of its child, holder and year, and goes with it.
ALTER TABLE pending_request ADD COLUMN key_subject BLOB NULL;
ALTER TABLE pending_request ADD COLUMN key_year INTEGER NULL;
CREATE INDEX pending_request_by_key ON pending_request (key_subject, holder, holder_service, key_year);
