-- What disclosures, tasks and orders tell of a child is sealed under the key of the entry that the row was written with, beneath the
-- organisation's key, and is destroyed with it. The key is named by subject, holder, service and calendar year, as in entry_key.
-- sealing 1: under the organisation's key alone, as rows were written before; the key that its entry has, or would have, is named all the
-- same, and the row goes with that one, or with the person's own. 2: under the entry's key too. 3: destroyed; what it told is gone.
-- Nothing is destroyed that is open.

DROP TRIGGER disclosure_fixed;
GO
ALTER TABLE disclosure ADD key_subject binary(32) NULL;
GO
ALTER TABLE disclosure ADD key_holder varchar(32) COLLATE Latin1_General_BIN2 NULL;
GO
ALTER TABLE disclosure ADD key_service int NULL;
GO
ALTER TABLE disclosure ADD key_year int NULL;
GO
ALTER TABLE disclosure ADD sealing int NOT NULL CONSTRAINT disclosure_sealing DEFAULT 1;
GO
-- A year begins in winter time: an hour before it begins in UTC.
UPDATE disclosure
SET key_subject = subject, key_holder = sender, key_service = sender_service,
    key_year = year(dateadd(minute, CAST(submitted_at / 60000000 AS int) + 60, '19700101'));
GO
CREATE INDEX disclosure_by_key ON disclosure (key_subject, key_holder, key_service, key_year);
GO
CREATE TRIGGER disclosure_fixed ON disclosure AFTER UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (
        SELECT sender, disclosure, sender_unit, sender_service, delivery, receiver, receiver_unit, receiver_service, subject, ground,
            submitted_at, position, channel_place, reply_to, log, entry, place, entry_digest, key_subject, key_holder, key_service,
            key_year FROM inserted
        EXCEPT
        SELECT sender, disclosure, sender_unit, sender_service, delivery, receiver, receiver_unit, receiver_service, subject, ground,
            submitted_at, position, channel_place, reply_to, log, entry, place, entry_digest, key_subject, key_holder, key_service,
            key_year FROM deleted)
        THROW 51001, 'What was submitted never changes.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.delivery = now.delivery
        WHERE (now.state <> old.state AND (old.state <> 1 OR now.state <> 2 OR now.acknowledged_at IS NULL OR now.receipt IS NULL))
            OR (now.state = old.state AND old.acknowledged_at IS NOT NULL AND now.acknowledged_at <> old.acknowledged_at))
        THROW 51001, 'A disclosure is open until its receipt, and ends once.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.delivery = now.delivery
        WHERE now.content IS NULL AND old.content IS NOT NULL AND (now.state = 1 OR (now.state = 3 AND now.sealing <> 3)))
        THROW 51001, 'Content is kept until it has been received.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.delivery = now.delivery
        WHERE (now.sealing <> old.sealing OR datalength(now.outcome) <> datalength(old.outcome))
            AND (old.state = 1 OR now.sealing <> 3 OR datalength(now.outcome) <> 0 OR now.content IS NOT NULL))
        THROW 51001, 'What has been received is destroyed whole, and never changes.', 1;
END;
GO
DROP TRIGGER hand_task_fixed;
GO
ALTER TABLE hand_task ADD key_subject binary(32) NULL;
GO
ALTER TABLE hand_task ADD key_holder varchar(32) COLLATE Latin1_General_BIN2 NULL;
GO
ALTER TABLE hand_task ADD key_service int NULL;
GO
ALTER TABLE hand_task ADD key_year int NULL;
GO
ALTER TABLE hand_task ADD sealing int NOT NULL CONSTRAINT hand_task_sealing DEFAULT 1;
GO
UPDATE hand_task
SET key_subject = subject, key_holder = holder, key_service = holder_service,
    key_year = year(dateadd(minute, CAST(opened_at / 60000000 AS int) + 60, '19700101'));
GO
CREATE INDEX hand_task_by_key ON hand_task (key_subject, key_holder, key_service, key_year);
GO
CREATE TRIGGER hand_task_fixed ON hand_task AFTER UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (
        SELECT id, holder, holder_unit, holder_service, receiver, receiver_unit, receiver_service, subject, cells, request, opened_at,
            due_at, entry, key_subject, key_holder, key_service, key_year FROM inserted
        EXCEPT
        SELECT id, holder, holder_unit, holder_service, receiver, receiver_unit, receiver_service, subject, cells, request, opened_at,
            due_at, entry, key_subject, key_holder, key_service, key_year FROM deleted)
        THROW 51001, 'What is owed never changes.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.id = now.id
        WHERE old.state = 1
            AND (now.state = 1 OR now.ended_at IS NULL OR now.recorded_at IS NULL OR now.closing IS NULL OR now.sealing <> old.sealing
                OR datalength(now.content) <> datalength(old.content)))
        THROW 51001, 'A task is open until it is told how it ended, and ends once.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.id = now.id
        WHERE old.state <> 1
            AND (now.state <> old.state OR now.ended_at <> old.ended_at OR now.recorded_at <> old.recorded_at OR now.sealing <> 3
                OR datalength(now.content) <> 0 OR datalength(now.closing) <> 0))
        THROW 51001, 'A task that has ended is destroyed whole, and never changes.', 1;
END;
GO
DROP TRIGGER official_order_counted;
GO
ALTER TABLE official_order ADD key_subject binary(32) NULL;
GO
ALTER TABLE official_order ADD key_holder varchar(32) COLLATE Latin1_General_BIN2 NULL;
GO
ALTER TABLE official_order ADD key_service int NULL;
GO
ALTER TABLE official_order ADD key_year int NULL;
GO
ALTER TABLE official_order ADD sealing int NOT NULL CONSTRAINT official_order_sealing DEFAULT 1;
GO
UPDATE official_order
SET key_subject = subject, key_holder = addressee, key_service = addressee_service,
    key_year = year(dateadd(minute, CAST(registered_at / 60000000 AS int) + 60, '19700101'));
GO
CREATE INDEX official_order_by_key ON official_order (key_subject, key_holder, key_service, key_year);
GO
-- A version is the sum of the counters of the number asked for and of the current one: the current one's is raised.
CREATE TRIGGER official_order_counted ON official_order AFTER INSERT, UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) AND EXISTS (
        SELECT id, issuer, issuer_unit, issuer_service, addressee, addressee_unit, addressee_service, subject, from_day, to_day,
            registered_at, entry, key_subject, key_holder, key_service, key_year FROM inserted
        EXCEPT
        SELECT id, issuer, issuer_unit, issuer_service, addressee, addressee_unit, addressee_service, subject, from_day, to_day,
            registered_at, entry, key_subject, key_holder, key_service, key_year FROM deleted)
        THROW 51001, 'What was ordered never changes.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.id = now.id
        WHERE old.withdrawn_at IS NOT NULL AND (now.withdrawn_at IS NULL OR now.withdrawn_at <> old.withdrawn_at))
        THROW 51001, 'An order is withdrawn for good.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.id = now.id
        WHERE (now.sealing <> old.sealing OR datalength(now.content) <> datalength(old.content))
            AND (now.sealing <> 3 OR datalength(now.content) <> 0 OR datalength(now.notice_content) <> 0))
        THROW 51001, 'An order is destroyed whole, and never changes.', 1;
    UPDATE subject_counter SET value = value + 1
    WHERE subject IN (
        SELECT coalesce((SELECT history.[current] FROM identifier_history AS history WHERE history.former = inserted.subject), inserted.subject)
        FROM inserted);
    INSERT INTO subject_counter (subject, value)
    SELECT touched.subject, 1
    FROM (
        SELECT DISTINCT
            coalesce((SELECT history.[current] FROM identifier_history AS history WHERE history.former = inserted.subject), inserted.subject)
                AS subject
        FROM inserted) AS touched
    WHERE NOT EXISTS (SELECT 1 FROM subject_counter AS counter WHERE counter.subject = touched.subject);
END;
GO
-- How many keys were left at a destruction, for they seal what is still owed.
ALTER TABLE key_destruction ADD owed_count int NOT NULL CONSTRAINT key_destruction_owed DEFAULT 0;
GO
