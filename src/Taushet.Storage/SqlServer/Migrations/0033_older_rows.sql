-- Rows that were sealed under an organisation's key alone and whose entry's key is not there are destroyed by name: they are found by their
-- mark. There are no more of them than there were at migration 0032.
CREATE INDEX disclosure_older ON disclosure (sealing, key_subject);
GO
CREATE INDEX hand_task_older ON hand_task (sealing, key_subject);
GO
CREATE INDEX official_order_older ON official_order (sealing, key_subject);
GO
