-- Who changed a standing decision in which role and why, and the entry of the trail that tells of it: one row for each version
-- that was recorded by its holder. A version that came with an import has none.
-- event 1: recorded; 2: changed; 3: ended.

CREATE TABLE standing_decision_change (
    id          BLOB    NOT NULL,
    version     INTEGER NOT NULL,
    event       INTEGER NOT NULL CHECK (event IN (1, 2, 3)),
    role        TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    entry       BLOB    NOT NULL,
    PRIMARY KEY (id, version),
    FOREIGN KEY (id, version) REFERENCES standing_decision (id, version)
) WITHOUT ROWID;
CREATE TRIGGER standing_decision_change_fixed BEFORE UPDATE ON standing_decision_change BEGIN
    SELECT RAISE (ABORT, 'history is appended and never changed');
END;
CREATE TRIGGER standing_decision_change_kept BEFORE DELETE ON standing_decision_change BEGIN
    SELECT RAISE (ABORT, 'history is appended and never removed');
END;
