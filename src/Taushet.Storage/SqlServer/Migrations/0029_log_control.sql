-- What holders' controllers do about entries. No entry changes: these rows refer to them by log and place.

-- An access that its holder has found unlawful. risk 1: unlikely; 2: likely; 3: high.
CREATE TABLE entry_flag (
    id         binary(16)    NOT NULL,
    log        binary(16)    NOT NULL,
    place      bigint        NOT NULL,
    holder     varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    service    int           NOT NULL,
    reason     nvarchar(512) NOT NULL,
    risk       int           NOT NULL,
    known_at   bigint        NOT NULL,
    flagged_by nvarchar(256) NOT NULL,
    flagged_at bigint        NOT NULL,
    CONSTRAINT entry_flag_key PRIMARY KEY (log, place)
);
GO
CREATE INDEX entry_flag_by_id ON entry_flag (id);
GO
CREATE INDEX entry_flag_by_holder ON entry_flag (holder, service, flagged_at);
GO
CREATE TRIGGER entry_flag_kept ON entry_flag AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) THROW 51001, 'A flag is never changed and never removed.', 1;
END;
GO
-- A notice that a flag must lead to. told 1: the child; 2: its parents; 3: Datatilsynet; 4: supervision.
CREATE TABLE flag_notice (
    flag      binary(16)    NOT NULL,
    told      int           NOT NULL,
    citation  nvarchar(256) NOT NULL,
    due_at    bigint        NOT NULL,
    withheld  int           NOT NULL,
    given_by  nvarchar(256)     NULL,
    given_at  bigint            NULL,
    reference nvarchar(256)     NULL,
    CONSTRAINT flag_notice_key PRIMARY KEY (flag, told)
);
GO
CREATE TRIGGER flag_notice_given ON flag_notice AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted WHERE given_at IS NOT NULL) THROW 51001, 'A notice is given once.', 1;
END;
GO
-- A delay of the person's own view of an entry.
CREATE TABLE view_delay (
    id        binary(16)    NOT NULL,
    log       binary(16)    NOT NULL,
    place     bigint        NOT NULL,
    holder    varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    service   int           NOT NULL,
    ground    nvarchar(64)  NOT NULL,
    citation  nvarchar(256) NOT NULL,
    reason    nvarchar(512) NOT NULL,
    until_at  bigint        NOT NULL,
    placed_by nvarchar(256) NOT NULL,
    placed_at bigint        NOT NULL,
    ended_by  nvarchar(256)     NULL,
    ended_at  bigint            NULL,
    CONSTRAINT view_delay_key PRIMARY KEY (id)
);
GO
CREATE INDEX view_delay_by_entry ON view_delay (log, place);
GO
CREATE TRIGGER view_delay_ended ON view_delay AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted WHERE ended_at IS NOT NULL) THROW 51001, 'A delay ends once.', 1;
END;
GO
-- The index tells more of each entry than it did: it is filled anew.
DELETE FROM trail_state;
DELETE FROM trail_reach;
DELETE FROM trail_key;
DELETE FROM trail_line;
DELETE FROM trail_text;
GO
