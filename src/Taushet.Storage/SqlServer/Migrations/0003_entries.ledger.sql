-- What is only appended, on a server with ledger tables: the server itself refuses every change and TRUNCATE, and can prove that
-- there was none. The tables are those of the other form of this script.

-- One row an entry; the columns are those of the leaf, and its hash. "place" is the index in the log.
CREATE TABLE audit_entry (
    log                   binary(16)     NOT NULL,
    place                 bigint         NOT NULL,
    entry                 binary(16)     NOT NULL,
    schema_number         int            NOT NULL,
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
    policy_hash           varchar(64)    COLLATE Latin1_General_BIN2 NOT NULL,
    law_day               int            NOT NULL,
    given                 binary(16)     NOT NULL,
    caller                nvarchar(1024) NOT NULL,
    subject               binary(32)     NOT NULL,
    holder_part           varbinary(max) NOT NULL,
    sealed_part           varbinary(max) NOT NULL,
    release_commitment    binary(32)     NOT NULL,
    salt                  binary(16)     NOT NULL,
    leaf_hash             binary(32)     NOT NULL,
    CONSTRAINT audit_entry_key PRIMARY KEY (log, place)
)
WITH (LEDGER = ON (APPEND_ONLY = ON));
GO
-- The hash of each subtree that is complete: leaves place * 2^level up to, not including, (place + 1) * 2^level.
CREATE TABLE log_subtree (
    log   binary(16) NOT NULL,
    level int        NOT NULL,
    place bigint     NOT NULL,
    hash  binary(32) NOT NULL,
    CONSTRAINT log_subtree_key PRIMARY KEY (log, level, place)
)
WITH (LEDGER = ON (APPEND_ONLY = ON));
GO
-- The signed checkpoint that each durable batch ended with. The note is Unicode: its signature lines begin with a dash that is
-- no ASCII, and not a character of it may change.
CREATE TABLE [checkpoint] (
    log       binary(16)     NOT NULL,
    size      bigint         NOT NULL,
    root      binary(32)     NOT NULL,
    note      nvarchar(2048) NOT NULL,
    signed_at bigint         NOT NULL,
    CONSTRAINT checkpoint_key PRIMARY KEY (log, size)
)
WITH (LEDGER = ON (APPEND_ONLY = ON));
GO
