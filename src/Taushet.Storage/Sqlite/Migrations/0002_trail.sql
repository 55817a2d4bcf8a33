-- The trail: keys, entries, heads.

-- A random key for each subject and person, wrapped by a key that is never here. Deleting a row unlinks its entries.
-- "stir" is random and rewritten at every use: first sight of a subject and every later one write one row alike, and nothing
-- in the row tells when that was.
CREATE TABLE subject_key (
    subject BLOB NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL,
    stir    BLOB NOT NULL
) WITHOUT ROWID;

-- Which log a gateway identity writes.
CREATE TABLE log_identity (
    gateway TEXT NOT NULL PRIMARY KEY,
    log     BLOB NOT NULL
);

-- Each process that takes a log over raises its epoch, so that the one before it can write no more.
-- "beat" is raised to see whether the store can commit.
CREATE TABLE log_head (
    log   BLOB    NOT NULL PRIMARY KEY,
    epoch INTEGER NOT NULL,
    size  INTEGER NOT NULL,
    beat  INTEGER NOT NULL
) WITHOUT ROWID;

-- One row an entry; the columns are those of the leaf, and its hash. "place" is the index in the log.
CREATE TABLE audit_entry (
    log                   BLOB    NOT NULL,
    place                 INTEGER NOT NULL,
    entry                 BLOB    NOT NULL,
    schema_number         INTEGER NOT NULL,
    decided_at            INTEGER NOT NULL,
    kind                  INTEGER NOT NULL,
    flow                  INTEGER NOT NULL,
    request_id            BLOB    NOT NULL,
    receiver_organisation TEXT    NOT NULL,
    receiver_unit         TEXT    NOT NULL,
    receiver_service      INTEGER NOT NULL,
    receiver_form         INTEGER     NULL,
    holder_organisation   TEXT    NOT NULL,
    holder_unit           TEXT    NOT NULL,
    holder_service        INTEGER NOT NULL,
    holder_form           INTEGER     NULL,
    purpose               INTEGER     NULL,
    bases                 INTEGER NOT NULL,
    policy_hash           TEXT    NOT NULL,
    law_day               INTEGER NOT NULL,
    given                 BLOB    NOT NULL,
    caller                TEXT    NOT NULL,
    subject               BLOB    NOT NULL,
    holder_part           BLOB    NOT NULL,
    sealed_part           BLOB    NOT NULL,
    release_commitment    BLOB    NOT NULL,
    salt                  BLOB    NOT NULL,
    leaf_hash             BLOB    NOT NULL,
    PRIMARY KEY (log, place)
);
CREATE TRIGGER audit_entry_fixed BEFORE UPDATE ON audit_entry BEGIN
    SELECT RAISE (ABORT, 'entries are appended and never changed');
END;
CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry BEGIN
    SELECT RAISE (ABORT, 'entries are appended and never removed');
END;
