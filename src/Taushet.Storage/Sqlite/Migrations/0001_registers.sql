-- Registers: who takes part, what is known of persons, their wishes, and the holders' standing decisions.
-- Times are microseconds since 1970 UTC, days are days since 1970-01-01, ids are 16 bytes, members of the vocabulary are
-- their numbers, sets of cells are 16 bytes (big-endian bits). A person is known by "subject" alone: HMAC-SHA256 under the
-- lookup key, 32 bytes. No name, no address and no national identity number is stored.

CREATE TABLE participant (
    organisation   TEXT    NOT NULL,
    unit           TEXT    NOT NULL,
    service        INTEGER NOT NULL,
    from_day       INTEGER NOT NULL,
    to_day         INTEGER     NULL,
    form           INTEGER NOT NULL,
    name           TEXT    NOT NULL,
    telephone      TEXT    NOT NULL,
    source_address TEXT        NULL,
    PRIMARY KEY (organisation, unit, service, from_day)
) WITHOUT ROWID;

CREATE TABLE person (
    subject        BLOB    NOT NULL PRIMARY KEY,
    birth_day      INTEGER     NULL,
    grading        INTEGER     NULL,
    responsibility INTEGER     NULL,
    death_day      INTEGER     NULL
) WITHOUT ROWID;

-- What the feed of the person registry speaks for; one row.
CREATE TABLE registry_feed (
    id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    as_of INTEGER NOT NULL
);
INSERT INTO registry_feed (id, as_of) VALUES (1, 0);

-- A change of number: what was registered under the former number belongs to the current one.
CREATE TABLE identifier_history (
    former     BLOB    NOT NULL PRIMARY KEY,
    current    BLOB    NOT NULL,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE care (
    subject        BLOB    NOT NULL,
    from_day       INTEGER NOT NULL,
    situation      INTEGER NOT NULL,
    hidden_address INTEGER NOT NULL,
    contact_ban    INTEGER NOT NULL,
    PRIMARY KEY (subject, from_day)
) WITHOUT ROWID;

-- A consent, objection or secrecy. The row holds its terms, which its first event fixed; what happened stands in wish_event.
CREATE TABLE wish (
    id                       BLOB    NOT NULL PRIMARY KEY,
    subject                  BLOB    NOT NULL,
    kind                     INTEGER NOT NULL,
    area                     INTEGER NOT NULL,
    cells                    BLOB    NOT NULL,
    purposes                 INTEGER NOT NULL,
    from_day                 INTEGER NOT NULL,
    to_day                   INTEGER NOT NULL,
    form                     INTEGER NOT NULL,
    information_text_version TEXT    NOT NULL,
    child_heard_day          INTEGER     NULL
) WITHOUT ROWID;
CREATE INDEX wish_by_subject ON wish (subject, id);

-- side 1: a holder named; side 2: a receiver named.
CREATE TABLE wish_party (
    wish         BLOB    NOT NULL REFERENCES wish (id),
    side         INTEGER NOT NULL CHECK (side IN (1, 2)),
    ordinal      INTEGER NOT NULL,
    service      INTEGER NOT NULL,
    organisation TEXT    NOT NULL,
    PRIMARY KEY (wish, side, ordinal)
) WITHOUT ROWID;

-- giver_mark is HMAC(giver's key, wish): it tells the same giver from another, and nothing once the key is gone.
-- giver_number is encrypted under the giver's key.
CREATE TABLE wish_event (
    wish               BLOB    NOT NULL REFERENCES wish (id),
    version            INTEGER NOT NULL CHECK (version > 0),
    event              INTEGER NOT NULL,
    giver_capacity     INTEGER     NULL,
    giver_lives        INTEGER     NULL,
    giver_mark         BLOB        NULL,
    giver_number       BLOB        NULL,
    happened_at        INTEGER NOT NULL,
    recorded_by        TEXT    NOT NULL,
    evidence_reference TEXT    NOT NULL,
    PRIMARY KEY (wish, version)
) WITHOUT ROWID;

CREATE TABLE standing_decision (
    id               BLOB    NOT NULL,
    version          INTEGER NOT NULL,
    organisation     TEXT    NOT NULL,
    holder_service   INTEGER NOT NULL,
    receiver_service INTEGER NOT NULL,
    purpose          INTEGER NOT NULL,
    cells            BLOB    NOT NULL,
    decided_by       TEXT    NOT NULL,
    from_day         INTEGER NOT NULL,
    to_day           INTEGER NOT NULL,
    PRIMARY KEY (id, version)
) WITHOUT ROWID;
CREATE INDEX standing_decision_by_party
    ON standing_decision (organisation, holder_service, receiver_service, id, version);

-- Counters that every change raises in its own transaction: the append of an entry compares them with what its decision read.
CREATE TABLE subject_counter (
    subject BLOB    NOT NULL PRIMARY KEY,
    value   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE holder_counter (
    organisation TEXT    NOT NULL PRIMARY KEY,
    value        INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER person_added AFTER INSERT ON person BEGIN
    INSERT INTO subject_counter VALUES (NEW.subject, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER person_changed AFTER UPDATE ON person BEGIN
    INSERT INTO subject_counter VALUES (NEW.subject, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER person_removed AFTER DELETE ON person BEGIN
    INSERT INTO subject_counter VALUES (OLD.subject, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER care_added AFTER INSERT ON care BEGIN
    INSERT INTO subject_counter VALUES (NEW.subject, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER care_changed AFTER UPDATE ON care BEGIN
    INSERT INTO subject_counter VALUES (NEW.subject, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER care_removed AFTER DELETE ON care BEGIN
    INSERT INTO subject_counter VALUES (OLD.subject, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER wish_added AFTER INSERT ON wish BEGIN
    INSERT INTO subject_counter VALUES (NEW.subject, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
-- Only a change of number moves a wish: nothing else in it ever changes.
CREATE TRIGGER wish_moved AFTER UPDATE OF subject ON wish BEGIN
    INSERT INTO subject_counter VALUES (OLD.subject, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
    INSERT INTO subject_counter VALUES (NEW.subject, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER wish_fixed
    BEFORE UPDATE OF id, kind, area, cells, purposes, from_day, to_day, form, information_text_version, child_heard_day ON wish
BEGIN
    SELECT RAISE (ABORT, 'the terms of a wish never change');
END;
CREATE TRIGGER wish_kept BEFORE DELETE ON wish BEGIN
    SELECT RAISE (ABORT, 'wishes are never removed');
END;
CREATE TRIGGER wish_party_fixed BEFORE UPDATE ON wish_party BEGIN
    SELECT RAISE (ABORT, 'the terms of a wish never change');
END;
CREATE TRIGGER wish_party_kept BEFORE DELETE ON wish_party BEGIN
    SELECT RAISE (ABORT, 'the terms of a wish never change');
END;
CREATE TRIGGER wish_event_added AFTER INSERT ON wish_event BEGIN
    INSERT INTO subject_counter SELECT subject, 1 FROM wish WHERE id = NEW.wish
        ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER wish_event_fixed BEFORE UPDATE ON wish_event BEGIN
    SELECT RAISE (ABORT, 'events are appended and never changed');
END;
CREATE TRIGGER wish_event_kept BEFORE DELETE ON wish_event BEGIN
    SELECT RAISE (ABORT, 'events are appended and never removed');
END;
-- A version is the sum of the counters of the number asked for and of the current one. The current one takes over the former
-- one's count, so that the sum rises for every number that has ever led here.
CREATE TRIGGER identifier_added AFTER INSERT ON identifier_history BEGIN
    INSERT INTO subject_counter VALUES (NEW.former, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
    INSERT INTO subject_counter
        SELECT NEW.current, 1 + value FROM subject_counter WHERE subject = NEW.former
        ON CONFLICT (subject) DO UPDATE SET value = value + excluded.value;
END;
CREATE TRIGGER identifier_changed AFTER UPDATE ON identifier_history BEGIN
    INSERT INTO subject_counter VALUES (NEW.former, 1) ON CONFLICT (subject) DO UPDATE SET value = value + 1;
    INSERT INTO subject_counter
        SELECT NEW.current, 1 + value FROM subject_counter WHERE subject = OLD.current
        ON CONFLICT (subject) DO UPDATE SET value = value + excluded.value;
END;
CREATE TRIGGER standing_decision_added AFTER INSERT ON standing_decision BEGIN
    INSERT INTO holder_counter VALUES (NEW.organisation, 1) ON CONFLICT (organisation) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER standing_decision_fixed BEFORE UPDATE ON standing_decision BEGIN
    SELECT RAISE (ABORT, 'a standing decision changes by a new version');
END;
CREATE TRIGGER standing_decision_kept BEFORE DELETE ON standing_decision BEGIN
    SELECT RAISE (ABORT, 'a standing decision ends by a new version');
END;
