-- The rows of one append: what is re-read for each entry, and what is stored of it, in one round trip.

CREATE TYPE entry_rows AS TABLE (
    ordinal               int            NOT NULL PRIMARY KEY,
    asked                 binary(32)     NOT NULL,
    key_subject           binary(32)     NOT NULL,
    wrapped               varbinary(128) NOT NULL,
    stir                  binary(8)      NOT NULL,
    writes_key            bit            NOT NULL,
    counted_holder        varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    relied_subject        bigint             NULL,
    relied_holder         bigint             NULL,
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
    leaf_hash             binary(32)     NOT NULL
);
GO
CREATE TYPE subtree_rows AS TABLE (
    level int        NOT NULL,
    place bigint     NOT NULL,
    hash  binary(32) NOT NULL,
    PRIMARY KEY (level, place)
);
GO
