-- Notices have drafts, several areas and versions. `areas` and `points` are JSON; `begun` says whether the beginning of
-- a planned one was told.
ALTER TABLE outages ADD COLUMN areas TEXT NOT NULL DEFAULT '[]';
ALTER TABLE outages ADD COLUMN points TEXT NOT NULL DEFAULT '[]';
ALTER TABLE outages ADD COLUMN households INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outages ADD COLUMN state TEXT NOT NULL DEFAULT 'posted';
ALTER TABLE outages ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE outages ADD COLUMN turn TEXT;
ALTER TABLE outages ADD COLUMN why TEXT;
ALTER TABLE outages ADD COLUMN begun BOOLEAN NOT NULL DEFAULT TRUE;
UPDATE outages SET areas = json_array(json_object('town', town, 'words', area, 'streets', json(streets)));
UPDATE outages SET state = 'over' WHERE ended IS NOT NULL;
DROP INDEX outages_town;
ALTER TABLE outages DROP COLUMN town;
ALTER TABLE outages DROP COLUMN area;
ALTER TABLE outages DROP COLUMN streets;
CREATE INDEX outages_state ON outages (state, starts);
-- Where residents want to hear of outages: a town, and a street or an estate in it; blank is all of the town.
CREATE TABLE outage_follows (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    town TEXT NOT NULL,
    street TEXT NOT NULL,
    since TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, town, street)
);
CREATE INDEX outage_follows_town ON outage_follows (town);
-- What those concerned are told of an outage, each time; `message` is JSON and says nothing about anybody.
CREATE TABLE outage_tellings (
    id TEXT NOT NULL PRIMARY KEY,
    outage_id TEXT NOT NULL REFERENCES outages (id),
    message TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX outage_tellings_outage ON outage_tellings (outage_id);
-- Who is to hear it, and when they were told.
CREATE TABLE outage_hearers (
    telling_id TEXT NOT NULL REFERENCES outage_tellings (id),
    phone TEXT NOT NULL,
    lang TEXT NOT NULL,
    told TIMESTAMP,
    PRIMARY KEY (telling_id, phone)
);
CREATE INDEX outage_hearers_waiting ON outage_hearers (telling_id) WHERE told IS NULL;
-- Cases that have to do with an outage.
CREATE TABLE outage_cases (
    outage_id TEXT NOT NULL REFERENCES outages (id),
    case_id TEXT NOT NULL REFERENCES cases (id),
    since TIMESTAMP NOT NULL,
    PRIMARY KEY (outage_id, case_id)
);
CREATE INDEX outage_cases_case ON outage_cases (case_id);
