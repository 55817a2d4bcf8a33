-- That nobody decided a proposed change of the register of participants in time, with the entry that tells of it: once for each.
CREATE TABLE registry_lapse (
    proposal   binary(16) NOT NULL,
    noticed_at bigint     NOT NULL,
    entry      binary(16) NOT NULL,
    CONSTRAINT registry_lapse_key PRIMARY KEY (proposal),
    CONSTRAINT registry_lapse_of_proposal FOREIGN KEY (proposal) REFERENCES registry_proposal (id)
);
GO
CREATE TRIGGER registry_lapse_kept ON registry_lapse INSTEAD OF UPDATE, DELETE AS
BEGIN
    THROW 51001, 'History is appended and never changed.', 1;
END;
GO
