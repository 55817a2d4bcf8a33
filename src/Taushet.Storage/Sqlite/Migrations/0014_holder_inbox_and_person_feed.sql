-- When the person registry said what is known of a person, matter by matter: what it said earlier and arrives later changes
-- nothing. Apart from the table of persons, so that an event that says nothing new disturbs no request under way.

CREATE TABLE person_as_of (
    subject        BLOB    NOT NULL PRIMARY KEY,
    birth          INTEGER NOT NULL,
    grading        INTEGER NOT NULL,
    responsibility INTEGER NOT NULL,
    death          INTEGER NOT NULL
) WITHOUT ROWID;

-- A request that the law may leave to the holder. There is one row for each such request, "waiting" or not: who asked shall not be
-- able to tell by what is written. "content" is what was asked, sealed under the holder organisation's key and padded.
-- state 1: open; 2: the holder gives; 3: the holder gives nothing; 4: withdrawn by who asked; 5: lapsed.
CREATE TABLE pending_request (
    handle         BLOB    NOT NULL PRIMARY KEY,
    receiver       TEXT    NOT NULL,
    holder         TEXT    NOT NULL,
    holder_unit    TEXT    NOT NULL,
    holder_service INTEGER NOT NULL,
    waiting        INTEGER NOT NULL,
    asked_at       INTEGER NOT NULL,
    until_at       INTEGER NOT NULL,
    content        BLOB    NOT NULL,
    state          INTEGER NOT NULL CHECK (state IN (1, 2, 3, 4, 5)),
    version        INTEGER NOT NULL,
    answered_at    INTEGER     NULL,
    answer         BLOB        NULL
) WITHOUT ROWID;
CREATE INDEX pending_request_by_holder ON pending_request (holder, holder_unit, holder_service, asked_at, handle);
CREATE INDEX pending_request_by_receiver ON pending_request (receiver, until_at);
CREATE INDEX pending_request_by_end ON pending_request (until_at);
CREATE TRIGGER pending_request_fixed
    BEFORE UPDATE OF handle, receiver, holder, holder_unit, holder_service, waiting, asked_at, until_at, content ON pending_request
BEGIN
    SELECT RAISE (ABORT, 'what was asked never changes');
END;
-- An answer binds what is under way, as a standing decision does.
CREATE TRIGGER pending_request_answered AFTER UPDATE OF state, version ON pending_request BEGIN
    INSERT INTO holder_counter VALUES (NEW.holder, 1) ON CONFLICT (organisation) DO UPDATE SET value = value + 1;
END;
