-- That nobody decided a proposed change of the register of participants in time, with the entry that tells of it: once for each.
CREATE TABLE registry_lapse (
    proposal   BLOB    NOT NULL PRIMARY KEY REFERENCES registry_proposal (id),
    noticed_at INTEGER NOT NULL,
    entry      BLOB    NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER registry_lapse_fixed BEFORE UPDATE ON registry_lapse BEGIN
    SELECT RAISE (ABORT, 'history is appended and never changed');
END;
CREATE TRIGGER registry_lapse_kept BEFORE DELETE ON registry_lapse BEGIN
    SELECT RAISE (ABORT, 'history is appended and never removed');
END;
