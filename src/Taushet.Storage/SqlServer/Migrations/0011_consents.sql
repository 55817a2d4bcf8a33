-- What a consent service keeps of each wish and each event on it, beside what decisions read.

-- child_view: what the child thought when it was heard. replaces: the wish this one takes the place of once it is complete.
-- recorder: who recorded it, organisation and code of the service; empty where that was not kept.
ALTER TABLE wish ADD child_view int NULL;
GO
ALTER TABLE wish ADD replaces binary(16) NULL;
GO
ALTER TABLE wish ADD recorder varchar(32) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT wish_recorder_kept DEFAULT '';
GO
CREATE INDEX wish_by_recorder ON wish (recorder, id);
GO
-- proof: what kind of thing evidence_reference leads to. text_version: of the information text the giver read.
-- complete_under: the giver rule by which a consent was complete after the event.
ALTER TABLE wish_event ADD proof int NULL;
GO
ALTER TABLE wish_event ADD text_version nvarchar(256) NOT NULL CONSTRAINT wish_event_text_kept DEFAULT '';
GO
ALTER TABLE wish_event ADD complete_under varchar(128) COLLATE Latin1_General_BIN2 NULL;
GO
DROP TRIGGER wish_counted;
GO
-- Only a change of number moves a wish: nothing else in it ever changes.
CREATE TRIGGER wish_counted ON wish AFTER INSERT, UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) AND EXISTS (
        SELECT id, kind, area, cells, purposes, from_day, to_day, form, information_text_version, child_heard_day,
            child_view, replaces, recorder
        FROM inserted
        EXCEPT
        SELECT id, kind, area, cells, purposes, from_day, to_day, form, information_text_version, child_heard_day,
            child_view, replaces, recorder
        FROM deleted)
        THROW 51001, 'The terms of a wish never change.', 1;
    UPDATE subject_counter SET value = value + 1
    WHERE subject IN (SELECT subject FROM inserted UNION SELECT subject FROM deleted);
    INSERT INTO subject_counter (subject, value)
    SELECT touched.subject, 1
    FROM (SELECT subject FROM inserted UNION SELECT subject FROM deleted) AS touched
    WHERE NOT EXISTS (SELECT 1 FROM subject_counter AS counter WHERE counter.subject = touched.subject);
END;
GO
