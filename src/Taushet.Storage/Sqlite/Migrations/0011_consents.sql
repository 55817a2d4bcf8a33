-- What a consent service keeps of each wish and each event on it, beside what decisions read.

-- child_view: what the child thought when it was heard. replaces: the wish this one takes the place of once it is complete.
-- recorder: who recorded it, organisation and code of the service; empty where that was not kept.
ALTER TABLE wish ADD COLUMN child_view INTEGER NULL;
ALTER TABLE wish ADD COLUMN replaces BLOB NULL;
ALTER TABLE wish ADD COLUMN recorder TEXT NOT NULL DEFAULT '';
CREATE INDEX wish_by_recorder ON wish (recorder, id);

-- proof: what kind of thing evidence_reference leads to. text_version: of the information text the giver read.
-- complete_under: the giver rule by which a consent was complete after the event.
ALTER TABLE wish_event ADD COLUMN proof INTEGER NULL;
ALTER TABLE wish_event ADD COLUMN text_version TEXT NOT NULL DEFAULT '';
ALTER TABLE wish_event ADD COLUMN complete_under TEXT NULL;

DROP TRIGGER wish_fixed;
CREATE TRIGGER wish_fixed
    BEFORE UPDATE OF id, kind, area, cells, purposes, from_day, to_day, form, information_text_version, child_heard_day,
        child_view, replaces, recorder ON wish
BEGIN
    SELECT RAISE (ABORT, 'the terms of a wish never change');
END;
