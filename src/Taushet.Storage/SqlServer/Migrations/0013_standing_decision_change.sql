-- Who changed a standing decision in which role and why, and the entry of the trail that tells of it: one row for each version
-- that was recorded by its holder. A version that came with an import has none.
-- event 1: recorded; 2: changed; 3: ended.

CREATE TABLE standing_decision_change (
    id          binary(16)    NOT NULL,
    version     int           NOT NULL,
    event       int           NOT NULL,
    role        nvarchar(256) NOT NULL,
    reason      nvarchar(512) NOT NULL,
    recorded_at bigint        NOT NULL,
    entry       binary(16)    NOT NULL,
    CONSTRAINT standing_decision_change_key PRIMARY KEY (id, version),
    CONSTRAINT standing_decision_change_of_version FOREIGN KEY (id, version) REFERENCES standing_decision (id, version),
    CONSTRAINT standing_decision_change_event CHECK (event IN (1, 2, 3))
);
GO
-- A table that another one refers to cannot be truncated, which no trigger would see. This one stays empty.
CREATE TABLE holder_anchor (
    id      binary(16) NOT NULL,
    version int        NOT NULL,
    CONSTRAINT holder_anchor_empty CHECK (version < 0),
    CONSTRAINT holder_anchor_of_change FOREIGN KEY (id, version) REFERENCES standing_decision_change (id, version)
);
GO
CREATE TRIGGER standing_decision_change_kept ON standing_decision_change INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 51001, 'History is appended, never changed and never removed.', 1;
END;
GO
