ALTER TABLE sessions DROP COLUMN device;
ALTER TABLE accounts DROP COLUMN told;
ALTER TABLE accounts DROP COLUMN text_size;
DROP TABLE profiles;
DROP TABLE presences;
DROP INDEX cases_place;
DROP INDEX cases_water_account;
ALTER TABLE cases DROP COLUMN place;
ALTER TABLE cases DROP COLUMN water_account;
