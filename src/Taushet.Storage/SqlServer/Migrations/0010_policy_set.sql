-- Every policy set that ever decided, by the hash that entries name. Append-only: an entry must be decidable again.

CREATE TABLE policy_set (
    hash    varchar(64)    COLLATE Latin1_General_BIN2 NOT NULL,
    content varbinary(max) NOT NULL,
    kept_at bigint         NOT NULL,
    CONSTRAINT policy_set_key PRIMARY KEY (hash)
);
GO
-- A table that another one refers to cannot be truncated, which no trigger would see. This one stays empty.
CREATE TABLE policy_anchor (
    hash   varchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    nobody int         NOT NULL,
    CONSTRAINT policy_anchor_empty CHECK (nobody < 0 AND nobody > 0),
    CONSTRAINT policy_anchor_of_set FOREIGN KEY (hash) REFERENCES policy_set (hash)
);
GO
CREATE TRIGGER policy_set_kept ON policy_set INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 51001, 'A policy set is kept, never changed and never removed.', 1;
END;
GO
