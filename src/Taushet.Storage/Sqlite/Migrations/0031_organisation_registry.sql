-- A copy of the organisation registry (Enhetsregisteret), for the cross-check of participants alone.
-- sub_unit 1: underenhet. industries: codes parted by spaces, the main one first. seen_at: when the file was read that had it.

CREATE TABLE registry_unit (
    number       TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    form         TEXT    NOT NULL,
    sub_unit     INTEGER NOT NULL CHECK (sub_unit IN (0, 1)),
    parent       TEXT    NOT NULL,
    municipality TEXT    NOT NULL,
    industries   TEXT    NOT NULL,
    deleted_day  INTEGER     NULL,
    bankrupt_day INTEGER     NULL,
    seen_at      INTEGER NOT NULL
) WITHOUT ROWID;
