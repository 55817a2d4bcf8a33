-- Changes of the register of participants, which take two administrators: what one has proposed, and what became of it. Both are
-- appended only. A registration's version is the number of its confirmed changes.
-- terms: JSON as ProposalText writes it. outcome 1: confirmed; 2: refused; 3: withdrawn. version: of a confirmation alone.

CREATE TABLE registry_proposal (
    id            binary(16)     NOT NULL,
    organisation  varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    unit          varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    service       int            NOT NULL,
    seen_version  int            NOT NULL,
    terms         varbinary(max) NOT NULL,
    administrator nvarchar(256)  NOT NULL,
    reference     nvarchar(256)  NOT NULL,
    reason        nvarchar(512)  NOT NULL,
    proposed_at   bigint         NOT NULL,
    expires_at    bigint         NOT NULL,
    entry         binary(16)     NOT NULL,
    CONSTRAINT registry_proposal_key PRIMARY KEY (id)
);
GO
CREATE INDEX registry_proposal_of ON registry_proposal (organisation, unit, service);
GO
CREATE TABLE registry_verdict (
    proposal      binary(16)    NOT NULL,
    outcome       int           NOT NULL,
    administrator nvarchar(256) NOT NULL,
    reference     nvarchar(256) NOT NULL,
    reason        nvarchar(512) NOT NULL,
    decided_at    bigint        NOT NULL,
    day           int           NOT NULL,
    version       int               NULL,
    entry         binary(16)    NOT NULL,
    CONSTRAINT registry_verdict_key PRIMARY KEY (proposal),
    CONSTRAINT registry_verdict_of_proposal FOREIGN KEY (proposal) REFERENCES registry_proposal (id),
    CONSTRAINT registry_verdict_outcome CHECK (outcome IN (1, 2, 3)),
    CONSTRAINT registry_verdict_version CHECK ((outcome = 1 AND version IS NOT NULL) OR (outcome <> 1 AND version IS NULL))
);
GO
-- A table that another one refers to cannot be truncated, which no trigger would see. This one stays empty.
CREATE TABLE registry_anchor (
    proposal binary(16) NOT NULL,
    nothing  int        NOT NULL,
    CONSTRAINT registry_anchor_empty CHECK (nothing < 0 AND nothing > 0),
    CONSTRAINT registry_anchor_of_verdict FOREIGN KEY (proposal) REFERENCES registry_verdict (proposal)
);
GO
CREATE TRIGGER registry_proposal_kept ON registry_proposal INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 51001, 'History is appended, never changed and never removed.', 1;
END;
GO
CREATE TRIGGER registry_verdict_kept ON registry_verdict INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 51001, 'History is appended, never changed and never removed.', 1;
END;
GO
