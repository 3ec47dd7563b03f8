DROP TABLE bulk_acts;
DROP TABLE latest_acts;
DROP TABLE saved_views;
ALTER TABLE cases DROP COLUMN answered;
