-- What holders give of their own accord. A row is written in the transaction of its entry, whose place in the log it names; it is
-- open until the receiver's own receipt stands in it. "content" is what the receiver gets, sealed under the receiver organisation's
-- key and forgotten some time after the receipt; "outcome" is what the sender was answered, under the sender organisation's key.
-- "position" counts what is to be delivered to one receiver, "channel_place" what is to be delivered to it about one child: both from 1,
-- without gaps; 0 where nothing may be delivered.
-- state 1: open; 2: the receiver has it; 3: nothing may be delivered.
CREATE TABLE disclosure (
    sender           varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    disclosure       binary(16)     NOT NULL,
    sender_unit      varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    sender_service   int            NOT NULL,
    delivery         binary(16)     NOT NULL,
    receiver         varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    receiver_unit    varchar(32)    COLLATE Latin1_General_BIN2 NOT NULL,
    receiver_service int            NOT NULL,
    subject          binary(32)     NOT NULL,
    ground           int            NOT NULL,
    submitted_at     bigint         NOT NULL,
    position         bigint         NOT NULL,
    channel_place    int            NOT NULL,
    state            int            NOT NULL,
    reply_to         binary(16)         NULL,
    content          varbinary(max)     NULL,
    outcome          varbinary(max) NOT NULL,
    log              binary(16)     NOT NULL,
    entry            binary(16)     NOT NULL,
    place            bigint         NOT NULL,
    entry_digest     binary(32)     NOT NULL,
    sends            int            NOT NULL,
    first_sent_at    bigint             NULL,
    last_sent_at     bigint             NULL,
    acknowledged_at  bigint             NULL,
    receipt          varbinary(64)      NULL,
    CONSTRAINT disclosure_key PRIMARY KEY (sender, disclosure),
    CONSTRAINT disclosure_state CHECK (state IN (1, 2, 3))
);
CREATE INDEX disclosure_by_delivery ON disclosure (delivery);
CREATE INDEX disclosure_in_inbox ON disclosure (receiver, receiver_unit, receiver_service, state, position);
CREATE INDEX disclosure_of_channel ON disclosure (receiver, receiver_unit, receiver_service, subject, channel_place);
CREATE INDEX disclosure_replies ON disclosure (reply_to);
CREATE INDEX disclosure_received ON disclosure (receiver, receiver_unit, receiver_service, submitted_at);
CREATE INDEX disclosure_sent ON disclosure (sender, sender_unit, sender_service, submitted_at);
CREATE INDEX disclosure_to_forget ON disclosure (acknowledged_at);
GO
CREATE TRIGGER disclosure_fixed ON disclosure AFTER UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (
        SELECT sender, disclosure, sender_unit, sender_service, delivery, receiver, receiver_unit, receiver_service, subject, ground,
            submitted_at, position, channel_place, reply_to, log, entry, place, entry_digest FROM inserted
        EXCEPT
        SELECT sender, disclosure, sender_unit, sender_service, delivery, receiver, receiver_unit, receiver_service, subject, ground,
            submitted_at, position, channel_place, reply_to, log, entry, place, entry_digest FROM deleted)
        THROW 51001, 'What was submitted never changes.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.delivery = now.delivery
        WHERE (now.state <> old.state AND (old.state <> 1 OR now.state <> 2 OR now.acknowledged_at IS NULL OR now.receipt IS NULL))
            OR (now.state = old.state AND old.acknowledged_at IS NOT NULL AND now.acknowledged_at <> old.acknowledged_at))
        THROW 51001, 'A disclosure is open until its receipt, and ends once.', 1;
    IF EXISTS (
        SELECT 1 FROM inserted AS now JOIN deleted AS old ON old.delivery = now.delivery
        WHERE now.content IS NULL AND old.content IS NOT NULL AND now.state <> 2)
        THROW 51001, 'Content is kept until it has been received.', 1;
END;
GO
CREATE TRIGGER disclosure_kept ON disclosure INSTEAD OF DELETE AS
BEGIN
    THROW 51001, 'Disclosures are never removed.', 1;
END;
GO
