-- Keys that can be destroyed apart, and their destruction.

-- The key that entries are sealed with: one for each subject, holder's service and calendar year (of Oslo). Wrapped, like those of
-- persons, by a key that is never here; "stir" is rewritten at every use, as there. Deleting a row unlinks its entries for good.
-- Entries from before this table are under the key in subject_key, which stays a person's own.
CREATE TABLE entry_key (
    subject       binary(32)     NOT NULL,
    holder        varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    service       int            NOT NULL,
    calendar_year int            NOT NULL,
    wrapped       varbinary(128) NOT NULL,
    stir          binary(8)      NOT NULL,
    CONSTRAINT entry_key_key PRIMARY KEY (subject, holder, service, calendar_year)
);
GO
CREATE INDEX entry_key_by_holder ON entry_key (holder, service, calendar_year);
GO
-- What keys of the store are derived from, wrapped like the keys of persons: so the wrapping key can change.
CREATE TABLE store_secret (
    name    varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    wrapped varbinary(128) NOT NULL,
    CONSTRAINT store_secret_key PRIMARY KEY (name)
);
GO
-- What must not be destroyed, until it is lifted. "subject" has no value for every child, "holder" is empty for every holder,
-- "calendar_year" 0 for every year.
CREATE TABLE legal_hold (
    id            binary(16)    NOT NULL,
    subject       binary(32)        NULL,
    holder        varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    service       int           NOT NULL,
    calendar_year int           NOT NULL,
    reason        nvarchar(512) NOT NULL,
    reference     nvarchar(256) NOT NULL,
    placed_by     nvarchar(256) NOT NULL,
    placed_at     bigint        NOT NULL,
    lifted_by     nvarchar(256)     NULL,
    lifted_at     bigint            NULL,
    lifted_why    nvarchar(512)     NULL,
    CONSTRAINT legal_hold_key PRIMARY KEY (id)
);
GO
CREATE TRIGGER legal_hold_kept ON legal_hold AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted AS old WHERE old.lifted_at IS NOT NULL)
        OR EXISTS (
            SELECT 1 FROM deleted AS old
            WHERE NOT EXISTS (
                SELECT 1 FROM inserted AS new
                WHERE new.id = old.id AND new.holder = old.holder AND new.service = old.service
                    AND new.calendar_year = old.calendar_year AND new.reason = old.reason AND new.reference = old.reference
                    AND new.placed_by = old.placed_by AND new.placed_at = old.placed_at
                    AND (new.subject = old.subject OR (new.subject IS NULL AND old.subject IS NULL))))
    BEGIN
        THROW 51001, 'a hold is lifted once, and never changed or removed', 1;
    END;
END;
GO
-- What one person has asked to be destroyed, and another has yet to confirm.
CREATE TABLE destruction_order (
    id         binary(16)    NOT NULL,
    subject    binary(32)        NULL,
    holder     varchar(32)   COLLATE Latin1_General_BIN2 NOT NULL,
    service    int           NOT NULL,
    first_year int           NOT NULL,
    last_year  int           NOT NULL,
    basis      nvarchar(256) NOT NULL,
    reference  nvarchar(256) NOT NULL,
    ordered_by nvarchar(256) NOT NULL,
    ordered_at bigint        NOT NULL,
    CONSTRAINT destruction_order_key PRIMARY KEY (id)
);
GO
-- What was destroyed, by whom and on what ground; and what is left of it in the logs: pseudonyms that lead nowhere.
CREATE TABLE key_destruction (
    number       bigint        NOT NULL,
    ordered      binary(16)    NOT NULL,
    basis        nvarchar(256) NOT NULL,
    key_count    int           NOT NULL,
    held_count   int           NOT NULL,
    confirmed_by nvarchar(256) NOT NULL,
    destroyed_at bigint        NOT NULL,
    CONSTRAINT key_destruction_key PRIMARY KEY (number)
);
GO
CREATE TRIGGER key_destruction_kept ON key_destruction AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) THROW 51001, 'destructions are appended, and never changed or removed', 1;
END;
GO
CREATE TABLE destroyed_pseudonym (
    pseudonym   binary(32) NOT NULL,
    destruction bigint     NOT NULL,
    CONSTRAINT destroyed_pseudonym_key PRIMARY KEY (pseudonym)
);
GO
CREATE INDEX destroyed_pseudonym_by_destruction ON destroyed_pseudonym (destruction);
GO
-- A request in the inbox is also sealed under the key of the entries of its child, holder and year, and goes with it.
ALTER TABLE pending_request ADD key_subject binary(32) NULL;
GO
ALTER TABLE pending_request ADD key_year int NULL;
GO
CREATE INDEX pending_request_by_key ON pending_request (key_subject, holder, holder_service, key_year);
GO
-- The newest destruction of keys that the index has followed.
ALTER TABLE trail_state ADD forgotten bigint NOT NULL CONSTRAINT trail_state_forgotten DEFAULT 0;
GO
-- The rows of one append, with the year of the key that each entry is sealed with.
CREATE TYPE keyed_entry_rows AS TABLE (
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
    leaf_hash             binary(32)     NOT NULL,
    key_year              int            NOT NULL,
    key_stored            bit            NOT NULL
);
GO
