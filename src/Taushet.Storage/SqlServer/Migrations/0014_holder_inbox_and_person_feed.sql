-- When the person registry said what is known of a person, matter by matter: what it said earlier and arrives later changes
-- nothing. Apart from the table of persons, so that an event that says nothing new disturbs no request under way.

CREATE TABLE person_as_of (
    subject        binary(32) NOT NULL,
    birth          bigint     NOT NULL,
    grading        bigint     NOT NULL,
    responsibility bigint     NOT NULL,
    death          bigint     NOT NULL,
    CONSTRAINT person_as_of_key PRIMARY KEY (subject)
);
GO
-- What a batch of events says of persons, one row a person: of each matter the newest with its time, which is null where nothing
-- was said.
CREATE TYPE person_said AS TABLE (
    subject              binary(32) NOT NULL PRIMARY KEY,
    birth_day            int            NULL,
    birth_as_of          bigint         NULL,
    grading              int            NULL,
    grading_as_of        bigint         NULL,
    responsibility       int            NULL,
    responsibility_as_of bigint         NULL,
    death_day            int            NULL,
    death_as_of          bigint         NULL
);
GO
-- Persons to be looked up, several to a statement.
CREATE TYPE subject_rows AS TABLE (
    subject binary(32) NOT NULL PRIMARY KEY
);
GO
-- A request that the law may leave to the holder. There is one row for each such request, "waiting" or not: who asked shall not be
-- able to tell by what is written. "content" is what was asked, sealed under the holder organisation's key and padded.
-- state 1: open; 2: the holder gives; 3: the holder gives nothing; 4: withdrawn by who asked; 5: lapsed.
CREATE TABLE pending_request (
    handle         binary(16)     NOT NULL,
    receiver       varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    holder         varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    holder_unit    varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    holder_service int            NOT NULL,
    waiting        bit            NOT NULL,
    asked_at       bigint         NOT NULL,
    until_at       bigint         NOT NULL,
    content        varbinary(max) NOT NULL,
    state          int            NOT NULL,
    version        int            NOT NULL,
    answered_at    bigint             NULL,
    answer         varbinary(max)     NULL,
    CONSTRAINT pending_request_key PRIMARY KEY (handle),
    CONSTRAINT pending_request_state CHECK (state IN (1, 2, 3, 4, 5))
);
CREATE INDEX pending_request_by_holder ON pending_request (holder, holder_unit, holder_service, asked_at, handle);
CREATE INDEX pending_request_by_receiver ON pending_request (receiver, until_at);
CREATE INDEX pending_request_by_end ON pending_request (until_at);
GO
-- An answer binds what is under way, as a standing decision does.
CREATE TRIGGER pending_request_answered ON pending_request AFTER UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (
        SELECT handle, receiver, holder, holder_unit, holder_service, waiting, asked_at, until_at FROM inserted
        EXCEPT
        SELECT handle, receiver, holder, holder_unit, holder_service, waiting, asked_at, until_at FROM deleted)
        THROW 51001, 'What was asked never changes.', 1;
    UPDATE holder_counter SET value = value + 1 WHERE organisation IN (SELECT holder FROM inserted);
    INSERT INTO holder_counter (organisation, value)
    SELECT touched.holder, 1
    FROM (SELECT DISTINCT holder FROM inserted) AS touched
    WHERE NOT EXISTS (SELECT 1 FROM holder_counter AS counter WHERE counter.organisation = touched.holder);
END;
GO
