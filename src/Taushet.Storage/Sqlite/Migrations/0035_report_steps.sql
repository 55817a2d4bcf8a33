-- What barnevern has done with a report of concern, each step once and for good, with the entry that tells of it.
-- step 1: an investigation was opened; 2: none was; 3: it may take longer; 4: it ended; 5: the reporter was told whether the child is
-- followed up. "outcome" is that answer as it was recorded with the end, sealed under a key of the receiver's organisation.
CREATE TABLE report_step (
    delivery BLOB    NOT NULL,
    step     INTEGER NOT NULL CHECK (step IN (1, 2, 3, 4, 5)),
    on_day   INTEGER NOT NULL,
    outcome  BLOB        NULL,
    entry    BLOB    NOT NULL,
    PRIMARY KEY (delivery, step)
) WITHOUT ROWID;
CREATE TRIGGER report_step_fixed BEFORE UPDATE ON report_step BEGIN
    SELECT RAISE (ABORT, 'a step with a report never changes');
END;
CREATE TRIGGER report_step_kept BEFORE DELETE ON report_step BEGIN
    SELECT RAISE (ABORT, 'steps with reports are never removed');
END;
