-- What barnevern has done with a report of concern, each step once and for good, with the entry that tells of it.
-- step 1: an investigation was opened; 2: none was; 3: it may take longer; 4: it ended; 5: the reporter was told whether the child is
-- followed up. "outcome" is that answer as it was recorded with the end, sealed under a key of the receiver's organisation.
CREATE TABLE report_step (
    delivery binary(16)     NOT NULL,
    step     int            NOT NULL,
    on_day   int            NOT NULL,
    outcome  varbinary(4000)    NULL,
    entry    binary(16)     NOT NULL,
    CONSTRAINT report_step_key PRIMARY KEY (delivery, step),
    CONSTRAINT report_step_step CHECK (step IN (1, 2, 3, 4, 5))
);
GO
CREATE TRIGGER report_step_kept ON report_step AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) THROW 51001, 'A step with a report is never changed and never removed.', 1;
END;
GO
