-- The event that a photo shows.
ALTER TABLE attachments ADD COLUMN event_id TEXT;
CREATE INDEX attachments_event ON attachments (event_id);
-- Who was reminded of an event, and of which day: one that is moved to another day is told of once more.
CREATE TABLE event_reminders (
    event_id TEXT NOT NULL REFERENCES events (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    day DATE NOT NULL,
    PRIMARY KEY (event_id, account_id, day)
);
