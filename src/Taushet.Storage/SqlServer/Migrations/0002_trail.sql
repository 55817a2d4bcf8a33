-- The trail, as far as it changes: keys and heads. What is only appended follows in 0003.

-- A random key for each subject and person, wrapped by a key that is never here. Deleting a row unlinks its entries.
-- "stir" is random and rewritten at every use: first sight of a subject and every later one write one row alike, and nothing
-- in the row tells when that was.
CREATE TABLE subject_key (
    subject binary(32)     NOT NULL,
    wrapped varbinary(128) NOT NULL,
    stir    binary(8)      NOT NULL,
    CONSTRAINT subject_key_key PRIMARY KEY (subject)
);
GO
-- Which log a gateway identity writes.
CREATE TABLE log_identity (
    gateway varchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    log     binary(16)  NOT NULL,
    CONSTRAINT log_identity_key PRIMARY KEY (gateway)
);
GO
-- Each process that takes a log over raises its epoch, so that the one before it can write no more. "owner" has the log until
-- "lease_until"; "beat" is raised to see whether the store can commit. A log that is closed is never written again.
CREATE TABLE log_head (
    log         binary(16)  NOT NULL,
    gateway     varchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    epoch       bigint      NOT NULL,
    size        bigint      NOT NULL,
    owner       binary(16)  NOT NULL,
    lease_until bigint      NOT NULL,
    beat        bigint      NOT NULL,
    closed_at   bigint          NULL,
    CONSTRAINT log_head_key PRIMARY KEY (log)
);
GO
