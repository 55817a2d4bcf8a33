-- The Merkle tree over each log, its signed checkpoints, and the lease on its head.

-- "owner" is the process that holds the log, "lease_until" how long (microseconds since 1970 by this machine's clock);
-- a log that was closed keeps its place in the trail and is written no more.
ALTER TABLE log_head ADD COLUMN gateway TEXT NOT NULL DEFAULT '';
ALTER TABLE log_head ADD COLUMN owner BLOB NOT NULL DEFAULT x'00000000000000000000000000000000';
ALTER TABLE log_head ADD COLUMN lease_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE log_head ADD COLUMN closed_at INTEGER NULL;
UPDATE log_head SET gateway = coalesce((SELECT gateway FROM log_identity WHERE log_identity.log = log_head.log), '');

-- Roots of complete subtrees of 256, 65,536 ... entries (level 8, 16 ...): any proof needs few rows. The leaf hashes
-- themselves stand with the entries.
CREATE TABLE log_subtree (
    log   BLOB    NOT NULL,
    level INTEGER NOT NULL,
    place INTEGER NOT NULL,
    hash  BLOB    NOT NULL,
    PRIMARY KEY (log, level, place)
) WITHOUT ROWID;
CREATE TRIGGER log_subtree_fixed BEFORE UPDATE ON log_subtree BEGIN
    SELECT RAISE (ABORT, 'the tree only grows');
END;
CREATE TRIGGER log_subtree_kept BEFORE DELETE ON log_subtree BEGIN
    SELECT RAISE (ABORT, 'the tree only grows');
END;

-- One row a batch, stored with it. "note" is the signed note as it stands in receipts.
CREATE TABLE checkpoint (
    log       BLOB    NOT NULL,
    size      INTEGER NOT NULL,
    root      BLOB    NOT NULL,
    note      TEXT    NOT NULL,
    signed_at INTEGER NOT NULL,
    PRIMARY KEY (log, size)
) WITHOUT ROWID;
CREATE TRIGGER checkpoint_fixed BEFORE UPDATE ON checkpoint BEGIN
    SELECT RAISE (ABORT, 'checkpoints are appended and never changed');
END;
CREATE TRIGGER checkpoint_kept BEFORE DELETE ON checkpoint BEGIN
    SELECT RAISE (ABORT, 'checkpoints are appended and never removed');
END;
