-- Who is a parent of whom, by keyed hashes of their numbers. "standing" 1: with parental responsibility, 2: without, 0: no longer.
CREATE TABLE guardian (
    child       binary(32) NOT NULL,
    guardian    binary(32) NOT NULL,
    standing    int        NOT NULL,
    recorded_at bigint     NOT NULL,
    CONSTRAINT guardian_key PRIMARY KEY (child, guardian)
);
GO
