DROP TABLE outage_cases;
DROP TABLE outage_hearers;
DROP TABLE outage_tellings;
DROP TABLE outage_follows;
DROP INDEX outages_state;
ALTER TABLE outages ADD COLUMN town TEXT NOT NULL DEFAULT '';
ALTER TABLE outages ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE outages ADD COLUMN streets TEXT NOT NULL DEFAULT '[]';
-- Of several areas the first is kept.
UPDATE outages SET town = json_extract(areas, '$[0].town'), area = json_extract(areas, '$[0].words'),
    streets = json_extract(areas, '$[0].streets') WHERE areas <> '[]';
-- What nobody outside has seen is not known before.
DELETE FROM outages WHERE state = 'draft';
ALTER TABLE outages DROP COLUMN areas;
ALTER TABLE outages DROP COLUMN points;
ALTER TABLE outages DROP COLUMN households;
ALTER TABLE outages DROP COLUMN state;
ALTER TABLE outages DROP COLUMN version;
ALTER TABLE outages DROP COLUMN turn;
ALTER TABLE outages DROP COLUMN why;
ALTER TABLE outages DROP COLUMN begun;
CREATE INDEX outages_town ON outages (town, ends);
