-- Proofs of possession (DPoP) that were used: SHA-256 over the key's thumbprint and the proof's id. The key of the table is
-- what makes each proof usable once, on whichever gateway. What has expired is removed.

CREATE TABLE used_proof (
    hash       binary(32) NOT NULL,
    expires_at bigint     NOT NULL,
    CONSTRAINT used_proof_key PRIMARY KEY (hash)
);
CREATE INDEX used_proof_by_expiry ON used_proof (expires_at);
GO
