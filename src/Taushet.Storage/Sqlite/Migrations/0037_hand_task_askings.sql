-- Which requests asked for which task to be done by hand: one row for each entry that owes it to who asked. "demand" is a keyed hash of the
-- parties, the cells and the case, by which the same is known when it is asked again. Tasks from before this table are joined by nothing.
CREATE TABLE hand_task_asking (
    entry   BLOB NOT NULL PRIMARY KEY,
    task    BLOB NOT NULL REFERENCES hand_task (id),
    demand  BLOB NOT NULL,
    request BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX hand_task_asking_of_task ON hand_task_asking (task);
CREATE INDEX hand_task_asking_of_demand ON hand_task_asking (demand, task);
CREATE TRIGGER hand_task_asking_fixed BEFORE UPDATE ON hand_task_asking BEGIN
    SELECT RAISE (ABORT, 'history is appended and never changed');
END;
CREATE TRIGGER hand_task_asking_kept BEFORE DELETE ON hand_task_asking BEGIN
    SELECT RAISE (ABORT, 'history is appended and never removed');
END;
