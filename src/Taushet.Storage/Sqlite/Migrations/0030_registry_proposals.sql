-- Changes of the register of participants, which take two administrators: what one has proposed, and what became of it. Both are
-- appended only. A registration's version is the number of its confirmed changes.
-- terms: JSON as ProposalText writes it. outcome 1: confirmed; 2: refused; 3: withdrawn. version: of a confirmation alone.

CREATE TABLE registry_proposal (
    id            BLOB    NOT NULL PRIMARY KEY,
    organisation  TEXT    NOT NULL,
    unit          TEXT    NOT NULL,
    service       INTEGER NOT NULL,
    seen_version  INTEGER NOT NULL,
    terms         BLOB    NOT NULL,
    administrator TEXT    NOT NULL,
    reference     TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    proposed_at   INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    entry         BLOB    NOT NULL
) WITHOUT ROWID;
CREATE INDEX registry_proposal_of ON registry_proposal (organisation, unit, service);

CREATE TABLE registry_verdict (
    proposal      BLOB    NOT NULL PRIMARY KEY REFERENCES registry_proposal (id),
    outcome       INTEGER NOT NULL CHECK (outcome IN (1, 2, 3)),
    administrator TEXT    NOT NULL,
    reference     TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    decided_at    INTEGER NOT NULL,
    day           INTEGER NOT NULL,
    version       INTEGER     NULL,
    entry         BLOB    NOT NULL,
    CHECK ((outcome = 1) = (version IS NOT NULL))
) WITHOUT ROWID;

CREATE TRIGGER registry_proposal_fixed BEFORE UPDATE ON registry_proposal BEGIN
    SELECT RAISE (ABORT, 'history is appended and never changed');
END;
CREATE TRIGGER registry_proposal_kept BEFORE DELETE ON registry_proposal BEGIN
    SELECT RAISE (ABORT, 'history is appended and never removed');
END;
CREATE TRIGGER registry_verdict_fixed BEFORE UPDATE ON registry_verdict BEGIN
    SELECT RAISE (ABORT, 'history is appended and never changed');
END;
CREATE TRIGGER registry_verdict_kept BEFORE DELETE ON registry_verdict BEGIN
    SELECT RAISE (ABORT, 'history is appended and never removed');
END;
