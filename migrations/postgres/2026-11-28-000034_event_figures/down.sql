DROP TABLE event_reminders;
DROP INDEX attachments_event;
ALTER TABLE attachments DROP COLUMN event_id;
