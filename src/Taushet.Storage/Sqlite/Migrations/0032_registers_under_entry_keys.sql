-- What disclosures, tasks and orders tell of a child is sealed under the key of the entry that the row was written with, beneath the
-- organisation's key, and is destroyed with it. The key is named by subject, holder, service and calendar year, as in entry_key.
-- sealing 1: under the organisation's key alone, as rows were written before; the key that its entry has, or would have, is named all the
-- same, and the row goes with that one, or with the person's own. 2: under the entry's key too. 3: destroyed; what it told is gone.
-- Nothing is destroyed that is open.

DROP TRIGGER disclosure_fixed;
DROP TRIGGER disclosure_content_kept;
ALTER TABLE disclosure ADD COLUMN key_subject BLOB NULL;
ALTER TABLE disclosure ADD COLUMN key_holder TEXT NULL;
ALTER TABLE disclosure ADD COLUMN key_service INTEGER NULL;
ALTER TABLE disclosure ADD COLUMN key_year INTEGER NULL;
ALTER TABLE disclosure ADD COLUMN sealing INTEGER NOT NULL DEFAULT 1 CHECK (sealing IN (1, 2, 3));
-- A year begins in winter time: an hour before it begins in UTC.
UPDATE disclosure
SET key_subject = subject, key_holder = sender, key_service = sender_service,
    key_year = CAST(strftime('%Y', submitted_at / 1000000 + 3600, 'unixepoch') AS INTEGER);
CREATE INDEX disclosure_by_key ON disclosure (key_subject, key_holder, key_service, key_year);
CREATE TRIGGER disclosure_fixed
    BEFORE UPDATE OF sender, disclosure, sender_unit, sender_service, delivery, receiver, receiver_unit, receiver_service, subject, ground,
        submitted_at, position, channel_place, reply_to, log, entry, place, entry_digest, key_subject, key_holder, key_service, key_year
    ON disclosure
BEGIN
    SELECT RAISE (ABORT, 'what was submitted never changes');
END;
CREATE TRIGGER disclosure_content_kept BEFORE UPDATE OF content ON disclosure
    WHEN NEW.content IS NOT NULL OR OLD.state = 1 OR (OLD.state = 3 AND NEW.sealing <> 3)
BEGIN
    SELECT RAISE (ABORT, 'content is kept until it has been received, and never changes');
END;
CREATE TRIGGER disclosure_destroyed BEFORE UPDATE OF outcome, sealing ON disclosure
    WHEN OLD.state = 1 OR NEW.sealing <> 3 OR length(NEW.outcome) <> 0 OR NEW.content IS NOT NULL
BEGIN
    SELECT RAISE (ABORT, 'what has been received is destroyed whole, and never changes');
END;

DROP TRIGGER hand_task_fixed;
DROP TRIGGER hand_task_ends_once;
ALTER TABLE hand_task ADD COLUMN key_subject BLOB NULL;
ALTER TABLE hand_task ADD COLUMN key_holder TEXT NULL;
ALTER TABLE hand_task ADD COLUMN key_service INTEGER NULL;
ALTER TABLE hand_task ADD COLUMN key_year INTEGER NULL;
ALTER TABLE hand_task ADD COLUMN sealing INTEGER NOT NULL DEFAULT 1 CHECK (sealing IN (1, 2, 3));
UPDATE hand_task
SET key_subject = subject, key_holder = holder, key_service = holder_service,
    key_year = CAST(strftime('%Y', opened_at / 1000000 + 3600, 'unixepoch') AS INTEGER);
CREATE INDEX hand_task_by_key ON hand_task (key_subject, key_holder, key_service, key_year);
CREATE TRIGGER hand_task_fixed
    BEFORE UPDATE OF id, holder, holder_unit, holder_service, receiver, receiver_unit, receiver_service, subject, cells, request,
        opened_at, due_at, entry, key_subject, key_holder, key_service, key_year ON hand_task
BEGIN
    SELECT RAISE (ABORT, 'what is owed never changes');
END;
CREATE TRIGGER hand_task_ends_once BEFORE UPDATE OF state, ended_at, recorded_at ON hand_task
    WHEN OLD.state <> 1 OR NEW.state = 1 OR NEW.ended_at IS NULL OR NEW.recorded_at IS NULL OR NEW.closing IS NULL
BEGIN
    SELECT RAISE (ABORT, 'a task is open until it is told how it ended, and ends once');
END;
CREATE TRIGGER hand_task_closing_kept BEFORE UPDATE OF closing ON hand_task
    WHEN (OLD.state = 1 AND NEW.state = 1) OR (OLD.state <> 1 AND NEW.sealing <> 3)
BEGIN
    SELECT RAISE (ABORT, 'how a task ended is told once');
END;
CREATE TRIGGER hand_task_destroyed BEFORE UPDATE OF content, sealing ON hand_task
    WHEN OLD.state = 1 OR NEW.sealing <> 3 OR length(NEW.content) <> 0 OR length(NEW.closing) <> 0
BEGIN
    SELECT RAISE (ABORT, 'a task that has ended is destroyed whole, and never changes');
END;

DROP TRIGGER official_order_fixed;
ALTER TABLE official_order ADD COLUMN key_subject BLOB NULL;
ALTER TABLE official_order ADD COLUMN key_holder TEXT NULL;
ALTER TABLE official_order ADD COLUMN key_service INTEGER NULL;
ALTER TABLE official_order ADD COLUMN key_year INTEGER NULL;
ALTER TABLE official_order ADD COLUMN sealing INTEGER NOT NULL DEFAULT 1 CHECK (sealing IN (1, 2, 3));
UPDATE official_order
SET key_subject = subject, key_holder = addressee, key_service = addressee_service,
    key_year = CAST(strftime('%Y', registered_at / 1000000 + 3600, 'unixepoch') AS INTEGER);
CREATE INDEX official_order_by_key ON official_order (key_subject, key_holder, key_service, key_year);
CREATE TRIGGER official_order_fixed
    BEFORE UPDATE OF id, issuer, issuer_unit, issuer_service, addressee, addressee_unit, addressee_service, subject, from_day, to_day,
        registered_at, entry, key_subject, key_holder, key_service, key_year ON official_order
BEGIN
    SELECT RAISE (ABORT, 'what was ordered never changes');
END;
CREATE TRIGGER official_order_destroyed BEFORE UPDATE OF content, sealing ON official_order
    WHEN NEW.sealing <> 3 OR length(NEW.content) <> 0 OR coalesce(length(NEW.notice_content), 0) <> 0
BEGIN
    SELECT RAISE (ABORT, 'an order is destroyed whole, and never changes');
END;

-- How many keys were left at a destruction, for they seal what is still owed.
ALTER TABLE key_destruction ADD COLUMN owed_count INTEGER NOT NULL DEFAULT 0;
