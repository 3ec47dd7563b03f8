DROP TABLE outages;
DROP TABLE leak_places;
DROP TABLE follows;
ALTER TABLE cases DROP COLUMN urges;
ALTER TABLE cases DROP COLUMN urged;
