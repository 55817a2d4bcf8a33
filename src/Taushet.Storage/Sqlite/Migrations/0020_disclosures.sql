-- What holders give of their own accord. A row is written in the transaction of its entry, whose place in the log it names; it is
-- open until the receiver's own receipt stands in it. "content" is what the receiver gets, sealed under the receiver organisation's
-- key and forgotten some time after the receipt; "outcome" is what the sender was answered, under the sender organisation's key.
-- "position" counts what is to be delivered to one receiver, "channel_place" what is to be delivered to it about one child: both from 1,
-- without gaps; 0 where nothing may be delivered.
-- state 1: open; 2: the receiver has it; 3: nothing may be delivered.
CREATE TABLE disclosure (
    sender           TEXT    NOT NULL,
    disclosure       BLOB    NOT NULL,
    sender_unit      TEXT    NOT NULL,
    sender_service   INTEGER NOT NULL,
    delivery         BLOB    NOT NULL,
    receiver         TEXT    NOT NULL,
    receiver_unit    TEXT    NOT NULL,
    receiver_service INTEGER NOT NULL,
    subject          BLOB    NOT NULL,
    ground           INTEGER NOT NULL,
    submitted_at     INTEGER NOT NULL,
    position         INTEGER NOT NULL,
    channel_place    INTEGER NOT NULL,
    state            INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
    reply_to         BLOB        NULL,
    content          BLOB        NULL,
    outcome          BLOB    NOT NULL,
    log              BLOB    NOT NULL,
    entry            BLOB    NOT NULL,
    place            INTEGER NOT NULL,
    entry_digest     BLOB    NOT NULL,
    sends            INTEGER NOT NULL,
    first_sent_at    INTEGER     NULL,
    last_sent_at     INTEGER     NULL,
    acknowledged_at  INTEGER     NULL,
    receipt          BLOB        NULL,
    PRIMARY KEY (sender, disclosure)
);
CREATE UNIQUE INDEX disclosure_by_delivery ON disclosure (delivery);
CREATE INDEX disclosure_in_inbox ON disclosure (receiver, receiver_unit, receiver_service, state, position);
CREATE INDEX disclosure_of_channel ON disclosure (receiver, receiver_unit, receiver_service, subject, channel_place);
CREATE INDEX disclosure_replies ON disclosure (reply_to);
CREATE INDEX disclosure_received ON disclosure (receiver, receiver_unit, receiver_service, submitted_at);
CREATE INDEX disclosure_sent ON disclosure (sender, sender_unit, sender_service, submitted_at);
CREATE INDEX disclosure_to_forget ON disclosure (acknowledged_at) WHERE content IS NOT NULL;
CREATE TRIGGER disclosure_fixed
    BEFORE UPDATE OF sender, disclosure, sender_unit, sender_service, delivery, receiver, receiver_unit, receiver_service, subject, ground,
        submitted_at, position, channel_place, reply_to, outcome, log, entry, place, entry_digest ON disclosure
BEGIN
    SELECT RAISE (ABORT, 'what was submitted never changes');
END;
CREATE TRIGGER disclosure_ends_once BEFORE UPDATE OF state, acknowledged_at, receipt ON disclosure
    WHEN OLD.state <> 1 OR NEW.state <> 2 OR NEW.acknowledged_at IS NULL OR NEW.receipt IS NULL
BEGIN
    SELECT RAISE (ABORT, 'a disclosure is open until its receipt, and ends once');
END;
CREATE TRIGGER disclosure_content_kept BEFORE UPDATE OF content ON disclosure
    WHEN NEW.content IS NOT NULL OR OLD.state <> 2
BEGIN
    SELECT RAISE (ABORT, 'content is kept until it has been received, and never changes');
END;
CREATE TRIGGER disclosure_kept BEFORE DELETE ON disclosure BEGIN
    SELECT RAISE (ABORT, 'disclosures are never removed');
END;
