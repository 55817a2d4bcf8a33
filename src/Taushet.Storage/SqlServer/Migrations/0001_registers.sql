-- Registers: who takes part, what is known of persons, their wishes, and the holders' standing decisions.
-- Times are microseconds since 1970 UTC, days are days since 1970-01-01, ids are 16 bytes, members of the vocabulary are
-- their numbers, sets of cells are 16 bytes (big-endian bits). A person is known by "subject" alone: HMAC-SHA256 under the
-- lookup key, 32 bytes. No name, no address and no national identity number is stored.
-- Codes compare byte by byte; what people or other systems write freely is Unicode.

CREATE TABLE participant (
    organisation   varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    unit           varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    service        int            NOT NULL,
    from_day       int            NOT NULL,
    to_day         int                NULL,
    form           int            NOT NULL,
    name           nvarchar(256)  NOT NULL,
    telephone      nvarchar(64)   NOT NULL,
    source_address nvarchar(2048)     NULL,
    CONSTRAINT participant_key PRIMARY KEY (organisation, unit, service, from_day)
);
GO
CREATE TABLE person (
    subject        binary(32) NOT NULL,
    birth_day      int            NULL,
    grading        int            NULL,
    responsibility int            NULL,
    death_day      int            NULL,
    CONSTRAINT person_key PRIMARY KEY (subject)
);
GO
-- Rows of the person registry on their way in, several to a statement. A person may occur several times: the last one stands.
CREATE TYPE person_rows AS TABLE (
    ordinal        int        NOT NULL PRIMARY KEY,
    subject        binary(32) NOT NULL,
    birth_day      int            NULL,
    grading        int            NULL,
    responsibility int            NULL,
    death_day      int            NULL
);
GO
-- What the feed of the person registry speaks for; one row.
CREATE TABLE registry_feed (
    id    int    NOT NULL,
    as_of bigint NOT NULL,
    CONSTRAINT registry_feed_key PRIMARY KEY (id),
    CONSTRAINT registry_feed_one CHECK (id = 1)
);
INSERT INTO registry_feed (id, as_of) VALUES (1, 0);
GO
-- A change of number: what was registered under the former number belongs to the current one.
CREATE TABLE identifier_history (
    former     binary(32) NOT NULL,
    [current]  binary(32) NOT NULL,
    changed_at bigint     NOT NULL,
    CONSTRAINT identifier_history_key PRIMARY KEY (former)
);
CREATE INDEX identifier_history_by_current ON identifier_history ([current]);
GO
CREATE TABLE care (
    subject        binary(32) NOT NULL,
    from_day       int        NOT NULL,
    situation      int        NOT NULL,
    hidden_address bit        NOT NULL,
    contact_ban    bit        NOT NULL,
    CONSTRAINT care_key PRIMARY KEY (subject, from_day)
);
GO
-- A consent, objection or secrecy. The row holds its terms, which its first event fixed; what happened stands in wish_event.
CREATE TABLE wish (
    id                       binary(16)    NOT NULL,
    subject                  binary(32)    NOT NULL,
    kind                     int           NOT NULL,
    area                     int           NOT NULL,
    cells                    binary(16)    NOT NULL,
    purposes                 bigint        NOT NULL,
    from_day                 int           NOT NULL,
    to_day                   int           NOT NULL,
    form                     int           NOT NULL,
    information_text_version nvarchar(256) NOT NULL,
    child_heard_day          int               NULL,
    CONSTRAINT wish_key PRIMARY KEY (id)
);
CREATE INDEX wish_by_subject ON wish (subject, id);
GO
-- side 1: a holder named; side 2: a receiver named.
CREATE TABLE wish_party (
    wish         binary(16)  NOT NULL,
    side         int         NOT NULL,
    ordinal      int         NOT NULL,
    service      int         NOT NULL,
    organisation varchar(32) COLLATE Latin1_General_BIN2 NOT NULL,
    CONSTRAINT wish_party_key PRIMARY KEY (wish, side, ordinal),
    CONSTRAINT wish_party_of_wish FOREIGN KEY (wish) REFERENCES wish (id),
    CONSTRAINT wish_party_side CHECK (side IN (1, 2))
);
GO
-- giver_mark is HMAC(giver's key, wish): it tells the same giver from another, and nothing once the key is gone.
-- giver_number is encrypted under the giver's key.
CREATE TABLE wish_event (
    wish               binary(16)     NOT NULL,
    version            int            NOT NULL,
    event              int            NOT NULL,
    giver_capacity     int                NULL,
    giver_lives        bit                NULL,
    giver_mark         binary(32)         NULL,
    giver_number       varbinary(128)     NULL,
    happened_at        bigint         NOT NULL,
    recorded_by        nvarchar(256)  NOT NULL,
    evidence_reference nvarchar(256)  NOT NULL,
    CONSTRAINT wish_event_key PRIMARY KEY (wish, version),
    CONSTRAINT wish_event_of_wish FOREIGN KEY (wish) REFERENCES wish (id),
    CONSTRAINT wish_event_version CHECK (version > 0)
);
GO
CREATE TABLE standing_decision (
    id               binary(16)    NOT NULL,
    version          int           NOT NULL,
    organisation     varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    holder_service   int           NOT NULL,
    receiver_service int           NOT NULL,
    purpose          int           NOT NULL,
    cells            binary(16)    NOT NULL,
    decided_by       nvarchar(256) NOT NULL,
    from_day         int           NOT NULL,
    to_day           int           NOT NULL,
    CONSTRAINT standing_decision_key PRIMARY KEY (id, version)
);
CREATE INDEX standing_decision_by_party
    ON standing_decision (organisation, holder_service, receiver_service, id, version);
GO
-- A table that another one refers to cannot be truncated, which no trigger would see. This one stays empty.
CREATE TABLE register_anchor (
    wish     binary(16) NOT NULL,
    side     int        NOT NULL,
    ordinal  int        NOT NULL,
    version  int        NOT NULL,
    decision binary(16) NOT NULL,
    CONSTRAINT register_anchor_empty CHECK (version < 0),
    CONSTRAINT register_anchor_of_party FOREIGN KEY (wish, side, ordinal) REFERENCES wish_party (wish, side, ordinal),
    CONSTRAINT register_anchor_of_event FOREIGN KEY (wish, version) REFERENCES wish_event (wish, version),
    CONSTRAINT register_anchor_of_decision FOREIGN KEY (decision, version) REFERENCES standing_decision (id, version)
);
GO
-- Counters that every change raises in its own transaction: the append of an entry compares them with what its decision read.
CREATE TABLE subject_counter (
    subject binary(32) NOT NULL,
    value   bigint     NOT NULL,
    CONSTRAINT subject_counter_key PRIMARY KEY (subject)
);
GO
CREATE TABLE holder_counter (
    organisation varchar(32) COLLATE Latin1_General_BIN2 NOT NULL,
    value        bigint      NOT NULL,
    CONSTRAINT holder_counter_key PRIMARY KEY (organisation)
);
GO
CREATE TRIGGER person_counted ON person AFTER INSERT, UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    UPDATE subject_counter SET value = value + 1
    WHERE subject IN (SELECT subject FROM inserted UNION SELECT subject FROM deleted);
    INSERT INTO subject_counter (subject, value)
    SELECT touched.subject, 1
    FROM (SELECT subject FROM inserted UNION SELECT subject FROM deleted) AS touched
    WHERE NOT EXISTS (SELECT 1 FROM subject_counter AS counter WHERE counter.subject = touched.subject);
END;
GO
CREATE TRIGGER care_counted ON care AFTER INSERT, UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    UPDATE subject_counter SET value = value + 1
    WHERE subject IN (SELECT subject FROM inserted UNION SELECT subject FROM deleted);
    INSERT INTO subject_counter (subject, value)
    SELECT touched.subject, 1
    FROM (SELECT subject FROM inserted UNION SELECT subject FROM deleted) AS touched
    WHERE NOT EXISTS (SELECT 1 FROM subject_counter AS counter WHERE counter.subject = touched.subject);
END;
GO
-- Only a change of number moves a wish: nothing else in it ever changes.
CREATE TRIGGER wish_counted ON wish AFTER INSERT, UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) AND EXISTS (
        SELECT id, kind, area, cells, purposes, from_day, to_day, form, information_text_version, child_heard_day FROM inserted
        EXCEPT
        SELECT id, kind, area, cells, purposes, from_day, to_day, form, information_text_version, child_heard_day FROM deleted)
        THROW 51001, 'The terms of a wish never change.', 1;
    UPDATE subject_counter SET value = value + 1
    WHERE subject IN (SELECT subject FROM inserted UNION SELECT subject FROM deleted);
    INSERT INTO subject_counter (subject, value)
    SELECT touched.subject, 1
    FROM (SELECT subject FROM inserted UNION SELECT subject FROM deleted) AS touched
    WHERE NOT EXISTS (SELECT 1 FROM subject_counter AS counter WHERE counter.subject = touched.subject);
END;
GO
CREATE TRIGGER wish_kept ON wish INSTEAD OF DELETE AS
BEGIN
    THROW 51001, 'Wishes are never removed.', 1;
END;
GO
CREATE TRIGGER wish_party_kept ON wish_party INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 51001, 'The terms of a wish never change.', 1;
END;
GO
CREATE TRIGGER wish_event_counted ON wish_event AFTER INSERT AS
BEGIN
    SET NOCOUNT ON;
    UPDATE subject_counter SET value = value + 1
    WHERE subject IN (SELECT wish.subject FROM inserted JOIN wish ON wish.id = inserted.wish);
    INSERT INTO subject_counter (subject, value)
    SELECT touched.subject, 1
    FROM (SELECT DISTINCT wish.subject FROM inserted JOIN wish ON wish.id = inserted.wish) AS touched
    WHERE NOT EXISTS (SELECT 1 FROM subject_counter AS counter WHERE counter.subject = touched.subject);
END;
GO
CREATE TRIGGER wish_event_kept ON wish_event INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 51001, 'Events are appended, never changed and never removed.', 1;
END;
GO
-- A version is the sum of the counters of the number asked for and of the current one. The current one takes over the former
-- one's count, so that the sum rises for every number that has ever led here.
CREATE TRIGGER identifier_history_counted ON identifier_history AFTER INSERT, UPDATE AS
BEGIN
    SET NOCOUNT ON;
    UPDATE subject_counter SET value = value + 1 WHERE subject IN (SELECT former FROM inserted);
    INSERT INTO subject_counter (subject, value)
    SELECT inserted.former, 1
    FROM inserted
    WHERE NOT EXISTS (SELECT 1 FROM subject_counter AS counter WHERE counter.subject = inserted.former);
    DECLARE @taken TABLE (subject binary(32) NOT NULL PRIMARY KEY, amount bigint NOT NULL);
    INSERT INTO @taken (subject, amount)
    SELECT inserted.[current], sum(1 + coalesce(source.value, 0))
    FROM inserted
    LEFT JOIN deleted ON deleted.former = inserted.former
    LEFT JOIN subject_counter AS source ON source.subject = coalesce(deleted.[current], inserted.former)
    GROUP BY inserted.[current];
    UPDATE counter SET value = counter.value + taken.amount
    FROM subject_counter AS counter
    JOIN @taken AS taken ON taken.subject = counter.subject;
    INSERT INTO subject_counter (subject, value)
    SELECT taken.subject, taken.amount
    FROM @taken AS taken
    WHERE NOT EXISTS (SELECT 1 FROM subject_counter AS counter WHERE counter.subject = taken.subject);
END;
GO
CREATE TRIGGER standing_decision_counted ON standing_decision AFTER INSERT AS
BEGIN
    SET NOCOUNT ON;
    UPDATE holder_counter SET value = value + 1 WHERE organisation IN (SELECT organisation FROM inserted);
    INSERT INTO holder_counter (organisation, value)
    SELECT touched.organisation, 1
    FROM (SELECT DISTINCT organisation FROM inserted) AS touched
    WHERE NOT EXISTS (SELECT 1 FROM holder_counter AS counter WHERE counter.organisation = touched.organisation);
END;
GO
CREATE TRIGGER standing_decision_kept ON standing_decision INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 51001, 'A standing decision changes and ends by a new version.', 1;
END;
GO
