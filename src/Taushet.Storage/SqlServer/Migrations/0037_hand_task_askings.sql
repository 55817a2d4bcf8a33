-- Which requests asked for which task to be done by hand: one row for each entry that owes it to who asked. "demand" is a keyed hash of the
-- parties, the cells and the case, by which the same is known when it is asked again. Tasks from before this table are joined by nothing.
CREATE TABLE hand_task_asking (
    entry   binary(16) NOT NULL,
    task    binary(16) NOT NULL,
    demand  binary(32) NOT NULL,
    request binary(16) NOT NULL,
    CONSTRAINT hand_task_asking_key PRIMARY KEY (entry),
    CONSTRAINT hand_task_asking_of_task FOREIGN KEY (task) REFERENCES hand_task (id)
);
CREATE INDEX hand_task_asking_by_task ON hand_task_asking (task);
CREATE INDEX hand_task_asking_by_demand ON hand_task_asking (demand, task);
GO
CREATE TRIGGER hand_task_asking_kept ON hand_task_asking AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) THROW 51001, 'History is appended and never changed.', 1;
END;
GO
