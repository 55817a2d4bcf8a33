-- The index of the trail: a projection of the logs that can be thrown away and filled again. What an entry seals is sealed here too.

-- One row an entry. "number" is its place in the index; "policy" and "caller" are numbers of texts; "details" is sealed.
CREATE TABLE trail_line (
    number                bigint         NOT NULL,
    log                   binary(16)     NOT NULL,
    place                 bigint         NOT NULL,
    entry                 binary(16)     NOT NULL,
    decided_at            bigint         NOT NULL,
    kind                  int            NOT NULL,
    flow                  int            NOT NULL,
    request_id            binary(16)     NOT NULL,
    receiver_organisation varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    receiver_unit         varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    receiver_service      int            NOT NULL,
    receiver_form         int                NULL,
    holder_organisation   varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    holder_unit           varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    holder_service        int            NOT NULL,
    holder_form           int                NULL,
    purpose               int                NULL,
    bases                 bigint         NOT NULL,
    policy                int            NOT NULL,
    law_day               int            NOT NULL,
    given                 binary(16)     NOT NULL,
    caller                int            NOT NULL,
    subject               binary(32)     NOT NULL,
    details               varbinary(8000) NOT NULL,
    CONSTRAINT trail_line_key PRIMARY KEY (number)
);
GO
-- What entries are found by: keyed hashes.
CREATE TABLE trail_key (
    found      binary(16) NOT NULL,
    decided_at bigint     NOT NULL,
    number     bigint     NOT NULL,
    CONSTRAINT trail_key_key PRIMARY KEY (found, decided_at, number)
);
GO
-- Texts that recur. A number keeps its text as long as the index lasts.
CREATE TABLE trail_text (
    number int            NOT NULL,
    text   nvarchar(1024) COLLATE Latin1_General_BIN2 NOT NULL,
    CONSTRAINT trail_text_key PRIMARY KEY (number)
);
GO
-- How far the index reaches in each log.
CREATE TABLE trail_reach (
    log       binary(16) NOT NULL,
    next      bigint     NOT NULL,
    leaf_hash binary(32) NOT NULL,
    CONSTRAINT trail_reach_key PRIMARY KEY (log)
);
GO
-- One row, which the first that projects puts in: which filling of the index this is, and with which keys.
CREATE TABLE trail_state (
    only_row   int        NOT NULL,
    generation binary(16) NOT NULL,
    mark       binary(32) NOT NULL,
    newest     bigint     NOT NULL,
    CONSTRAINT trail_state_key PRIMARY KEY (only_row),
    CONSTRAINT trail_state_one CHECK (only_row = 1)
);
GO
CREATE TYPE trail_line_rows AS TABLE (
    number                bigint         NOT NULL PRIMARY KEY,
    log                   binary(16)     NOT NULL,
    place                 bigint         NOT NULL,
    entry                 binary(16)     NOT NULL,
    decided_at            bigint         NOT NULL,
    kind                  int            NOT NULL,
    flow                  int            NOT NULL,
    request_id            binary(16)     NOT NULL,
    receiver_organisation varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    receiver_unit         varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    receiver_service      int            NOT NULL,
    receiver_form         int                NULL,
    holder_organisation   varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    holder_unit           varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    holder_service        int            NOT NULL,
    holder_form           int                NULL,
    purpose               int                NULL,
    bases                 bigint         NOT NULL,
    policy                int            NOT NULL,
    law_day               int            NOT NULL,
    given                 binary(16)     NOT NULL,
    caller                int            NOT NULL,
    subject               binary(32)     NOT NULL,
    details               varbinary(8000) NOT NULL
);
GO
CREATE TYPE trail_key_rows AS TABLE (
    found      binary(16) NOT NULL,
    decided_at bigint     NOT NULL,
    number     bigint     NOT NULL,
    PRIMARY KEY (found, decided_at, number)
);
GO
CREATE TYPE trail_text_rows AS TABLE (
    number int            NOT NULL PRIMARY KEY,
    text   nvarchar(1024) COLLATE Latin1_General_BIN2 NOT NULL
);
GO
CREATE TYPE trail_reach_rows AS TABLE (
    log       binary(16) NOT NULL PRIMARY KEY,
    next      bigint     NOT NULL,
    leaf_hash binary(32) NOT NULL
);
GO
