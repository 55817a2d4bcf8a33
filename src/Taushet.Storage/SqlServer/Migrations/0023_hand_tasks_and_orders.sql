-- What a human must give by hand. A row is written in the transaction of the entry that owes it and ends once, with an entry of its own.
-- "content" says whom it is about, "closing" who gave it: sealed under the holder organisation's key.
-- state 1: open; 2: given; 3: nothing is owed any more.
CREATE TABLE hand_task (
    id               binary(16)     NOT NULL,
    holder           varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    holder_unit      varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    holder_service   int            NOT NULL,
    receiver         varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    receiver_unit    varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    receiver_service int            NOT NULL,
    subject          binary(32)     NOT NULL,
    cells            binary(16)     NOT NULL,
    request          binary(16)     NOT NULL,
    opened_at        bigint         NOT NULL,
    due_at           bigint         NOT NULL,
    content          varbinary(max) NOT NULL,
    entry            binary(16)     NOT NULL,
    state            int            NOT NULL,
    ended_at         bigint             NULL,
    recorded_at      bigint             NULL,
    closing          varbinary(max)     NULL,
    CONSTRAINT hand_task_key PRIMARY KEY (id),
    CONSTRAINT hand_task_state CHECK (state IN (1, 2, 3))
);
CREATE INDEX hand_task_of_holder ON hand_task (holder, holder_unit, holder_service, state, due_at, id);
GO
CREATE TRIGGER hand_task_fixed ON hand_task AFTER UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (
        SELECT id, holder, holder_unit, holder_service, receiver, receiver_unit, receiver_service, subject, cells, request, opened_at,
            due_at, entry FROM inserted
        EXCEPT
        SELECT id, holder, holder_unit, holder_service, receiver, receiver_unit, receiver_service, subject, cells, request, opened_at,
            due_at, entry FROM deleted)
        THROW 51001, 'What is owed never changes.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.id = now.id
        WHERE old.state <> 1 OR now.state = 1 OR now.ended_at IS NULL OR now.recorded_at IS NULL OR now.closing IS NULL)
        THROW 51001, 'A task is open until it is told how it ended, and ends once.', 1;
END;
GO
CREATE TRIGGER hand_task_kept ON hand_task INSTEAD OF DELETE AS
BEGIN
    THROW 51001, 'Tasks are never removed.', 1;
END;
GO
-- Orders of authorities. "content" says what is ordered and why, "notice_content" who informed the parties or why not: sealed under the
-- issuer organisation's key. notice 1: the parties are to be informed; 2: informed; 3: exempted.
CREATE TABLE official_order (
    id                binary(16)     NOT NULL,
    issuer            varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    issuer_unit       varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    issuer_service    int            NOT NULL,
    addressee         varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    addressee_unit    varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    addressee_service int            NOT NULL,
    subject           binary(32)     NOT NULL,
    from_day          int            NOT NULL,
    to_day            int            NOT NULL,
    registered_at     bigint         NOT NULL,
    content           varbinary(max) NOT NULL,
    entry             binary(16)     NOT NULL,
    version           int            NOT NULL,
    withdrawn_at      bigint             NULL,
    notice            int            NOT NULL,
    notice_at         bigint             NULL,
    notice_content    varbinary(max)     NULL,
    CONSTRAINT official_order_key PRIMARY KEY (id),
    CONSTRAINT official_order_version CHECK (version > 0),
    CONSTRAINT official_order_notice CHECK (notice IN (1, 2, 3))
);
CREATE INDEX official_order_of_issuer ON official_order (issuer, issuer_unit, issuer_service, id);
CREATE INDEX official_order_of_addressee ON official_order (addressee, addressee_unit, addressee_service, id);
GO
-- A version is the sum of the counters of the number asked for and of the current one: the current one's is raised.
CREATE TRIGGER official_order_counted ON official_order AFTER INSERT, UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) AND EXISTS (
        SELECT id, issuer, issuer_unit, issuer_service, addressee, addressee_unit, addressee_service, subject, from_day, to_day,
            registered_at, entry FROM inserted
        EXCEPT
        SELECT id, issuer, issuer_unit, issuer_service, addressee, addressee_unit, addressee_service, subject, from_day, to_day,
            registered_at, entry FROM deleted)
        THROW 51001, 'What was ordered never changes.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.id = now.id
        WHERE old.withdrawn_at IS NOT NULL AND (now.withdrawn_at IS NULL OR now.withdrawn_at <> old.withdrawn_at))
        THROW 51001, 'An order is withdrawn for good.', 1;
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
CREATE TRIGGER official_order_kept ON official_order INSTEAD OF DELETE AS
BEGIN
    THROW 51001, 'Orders are never removed.', 1;
END;
GO
