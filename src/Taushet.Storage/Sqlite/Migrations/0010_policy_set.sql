-- Every policy set that ever decided, by the hash that entries name. Append-only: an entry must be decidable again.
CREATE TABLE policy_set (
    hash     TEXT    NOT NULL PRIMARY KEY,
    content  BLOB    NOT NULL,
    kept_at  INTEGER NOT NULL
) STRICT;

CREATE TRIGGER policy_set_is_never_changed BEFORE UPDATE ON policy_set
BEGIN
    SELECT raise(ABORT, 'policy_set is append-only');
END;

CREATE TRIGGER policy_set_is_never_deleted BEFORE DELETE ON policy_set
BEGIN
    SELECT raise(ABORT, 'policy_set is append-only');
END;
