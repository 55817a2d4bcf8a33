-- What a human must give by hand. A row is written in the transaction of the entry that owes it and ends once, with an entry of its own.
-- "content" says whom it is about, "closing" who gave it: sealed under the holder organisation's key.
-- state 1: open; 2: given; 3: nothing is owed any more.
CREATE TABLE hand_task (
    id               BLOB    NOT NULL PRIMARY KEY,
    holder           TEXT    NOT NULL,
    holder_unit      TEXT    NOT NULL,
    holder_service   INTEGER NOT NULL,
    receiver         TEXT    NOT NULL,
    receiver_unit    TEXT    NOT NULL,
    receiver_service INTEGER NOT NULL,
    subject          BLOB    NOT NULL,
    cells            BLOB    NOT NULL,
    request          BLOB    NOT NULL,
    opened_at        INTEGER NOT NULL,
    due_at           INTEGER NOT NULL,
    content          BLOB    NOT NULL,
    entry            BLOB    NOT NULL,
    state            INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
    ended_at         INTEGER     NULL,
    recorded_at      INTEGER     NULL,
    closing          BLOB        NULL
) WITHOUT ROWID;
CREATE INDEX hand_task_of_holder ON hand_task (holder, holder_unit, holder_service, state, due_at, id);
CREATE TRIGGER hand_task_fixed
    BEFORE UPDATE OF id, holder, holder_unit, holder_service, receiver, receiver_unit, receiver_service, subject, cells, request,
        opened_at, due_at, content, entry ON hand_task
BEGIN
    SELECT RAISE (ABORT, 'what is owed never changes');
END;
CREATE TRIGGER hand_task_ends_once BEFORE UPDATE OF state, ended_at, recorded_at, closing ON hand_task
    WHEN OLD.state <> 1 OR NEW.state = 1 OR NEW.ended_at IS NULL OR NEW.recorded_at IS NULL OR NEW.closing IS NULL
BEGIN
    SELECT RAISE (ABORT, 'a task is open until it is told how it ended, and ends once');
END;
CREATE TRIGGER hand_task_kept BEFORE DELETE ON hand_task BEGIN
    SELECT RAISE (ABORT, 'tasks are never removed');
END;

-- Orders of authorities. "content" says what is ordered and why, "notice_content" who informed the parties or why not: sealed under the
-- issuer organisation's key. notice 1: the parties are to be informed; 2: informed; 3: exempted.
CREATE TABLE official_order (
    id                BLOB    NOT NULL PRIMARY KEY,
    issuer            TEXT    NOT NULL,
    issuer_unit       TEXT    NOT NULL,
    issuer_service    INTEGER NOT NULL,
    addressee         TEXT    NOT NULL,
    addressee_unit    TEXT    NOT NULL,
    addressee_service INTEGER NOT NULL,
    subject           BLOB    NOT NULL,
    from_day          INTEGER NOT NULL,
    to_day            INTEGER NOT NULL,
    registered_at     INTEGER NOT NULL,
    content           BLOB    NOT NULL,
    entry             BLOB    NOT NULL,
    version           INTEGER NOT NULL CHECK (version > 0),
    withdrawn_at      INTEGER     NULL,
    notice            INTEGER NOT NULL CHECK (notice IN (1, 2, 3)),
    notice_at         INTEGER     NULL,
    notice_content    BLOB        NULL
) WITHOUT ROWID;
CREATE INDEX official_order_of_issuer ON official_order (issuer, issuer_unit, issuer_service, id);
CREATE INDEX official_order_of_addressee ON official_order (addressee, addressee_unit, addressee_service, id);
-- A version is the sum of the counters of the number asked for and of the current one: the current one's is raised.
CREATE TRIGGER official_order_added AFTER INSERT ON official_order BEGIN
    INSERT INTO subject_counter
        VALUES (coalesce((SELECT current FROM identifier_history WHERE former = NEW.subject), NEW.subject), 1)
        ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER official_order_changed AFTER UPDATE ON official_order BEGIN
    INSERT INTO subject_counter
        VALUES (coalesce((SELECT current FROM identifier_history WHERE former = NEW.subject), NEW.subject), 1)
        ON CONFLICT (subject) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER official_order_fixed
    BEFORE UPDATE OF id, issuer, issuer_unit, issuer_service, addressee, addressee_unit, addressee_service, subject, from_day, to_day,
        registered_at, content, entry ON official_order
BEGIN
    SELECT RAISE (ABORT, 'what was ordered never changes');
END;
CREATE TRIGGER official_order_withdrawn_for_good BEFORE UPDATE ON official_order
    WHEN OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NOT OLD.withdrawn_at
BEGIN
    SELECT RAISE (ABORT, 'an order is withdrawn for good');
END;
CREATE TRIGGER official_order_kept BEFORE DELETE ON official_order BEGIN
    SELECT RAISE (ABORT, 'orders are never removed');
END;
