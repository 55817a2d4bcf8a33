-- What holders' controllers do about entries. No entry changes: these rows refer to them by log and place.

-- An access that its holder has found unlawful. risk 1: unlikely; 2: likely; 3: high.
CREATE TABLE entry_flag (
    id         BLOB    NOT NULL PRIMARY KEY,
    log        BLOB    NOT NULL,
    place      INTEGER NOT NULL,
    holder     TEXT    NOT NULL,
    service    INTEGER NOT NULL,
    reason     TEXT    NOT NULL,
    risk       INTEGER NOT NULL,
    known_at   INTEGER NOT NULL,
    flagged_by TEXT    NOT NULL,
    flagged_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX entry_flag_by_entry ON entry_flag (log, place);
CREATE INDEX entry_flag_by_holder ON entry_flag (holder, service, flagged_at);
CREATE TRIGGER entry_flag_fixed BEFORE UPDATE ON entry_flag BEGIN
    SELECT RAISE (ABORT, 'a flag never changes');
END;
CREATE TRIGGER entry_flag_kept BEFORE DELETE ON entry_flag BEGIN
    SELECT RAISE (ABORT, 'flags are never removed');
END;

-- A notice that a flag must lead to. told 1: the child; 2: its parents; 3: Datatilsynet; 4: supervision.
CREATE TABLE flag_notice (
    flag      BLOB    NOT NULL REFERENCES entry_flag (id),
    told      INTEGER NOT NULL,
    citation  TEXT    NOT NULL,
    due_at    INTEGER NOT NULL,
    withheld  INTEGER NOT NULL,
    given_by  TEXT        NULL,
    given_at  INTEGER     NULL,
    reference TEXT        NULL,
    PRIMARY KEY (flag, told)
) WITHOUT ROWID;
CREATE TRIGGER flag_notice_given BEFORE UPDATE ON flag_notice WHEN OLD.given_at IS NOT NULL BEGIN
    SELECT RAISE (ABORT, 'a notice is given once');
END;

-- A delay of the person's own view of an entry.
CREATE TABLE view_delay (
    id        BLOB    NOT NULL PRIMARY KEY,
    log       BLOB    NOT NULL,
    place     INTEGER NOT NULL,
    holder    TEXT    NOT NULL,
    service   INTEGER NOT NULL,
    ground    TEXT    NOT NULL,
    citation  TEXT    NOT NULL,
    reason    TEXT    NOT NULL,
    until_at  INTEGER NOT NULL,
    placed_by TEXT    NOT NULL,
    placed_at INTEGER NOT NULL,
    ended_by  TEXT        NULL,
    ended_at  INTEGER     NULL
) WITHOUT ROWID;
CREATE INDEX view_delay_by_entry ON view_delay (log, place);
CREATE TRIGGER view_delay_ended BEFORE UPDATE ON view_delay WHEN OLD.ended_at IS NOT NULL BEGIN
    SELECT RAISE (ABORT, 'a delay ends once');
END;
