-- Who is a parent of whom, by keyed hashes of their numbers. "standing" 1: with parental responsibility, 2: without, 0: no longer.
CREATE TABLE guardian (
    child       BLOB    NOT NULL,
    guardian    BLOB    NOT NULL,
    standing    INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (child, guardian)
) WITHOUT ROWID;
