-- A copy of the organisation registry (Enhetsregisteret), for the cross-check of participants alone.
-- sub_unit 1: underenhet. industries: codes parted by spaces, the main one first. seen_at: when the file was read that had it.

CREATE TABLE registry_unit (
    number       varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    name         nvarchar(256) NOT NULL,
    form         varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    sub_unit     int           NOT NULL,
    parent       varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    municipality varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    industries   varchar(64)   COLLATE Latin1_General_BIN2 NOT NULL,
    deleted_day  int               NULL,
    bankrupt_day int               NULL,
    seen_at      bigint        NOT NULL,
    CONSTRAINT registry_unit_key PRIMARY KEY (number),
    CONSTRAINT registry_unit_kind CHECK (sub_unit IN (0, 1))
);
GO
CREATE TYPE registry_unit_rows AS TABLE (
    number       varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL PRIMARY KEY,
    name         nvarchar(256) NOT NULL,
    form         varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    sub_unit     int           NOT NULL,
    parent       varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    municipality varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    industries   varchar(64)   COLLATE Latin1_General_BIN2 NOT NULL,
    deleted_day  int               NULL,
    bankrupt_day int               NULL
);
GO
