ALTER TABLE cases ADD COLUMN urged TIMESTAMP;
ALTER TABLE cases ADD COLUMN urges INTEGER NOT NULL DEFAULT 0;

CREATE TABLE follows (
    case_id TEXT NOT NULL REFERENCES cases (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    phone TEXT NOT NULL,
    lang TEXT NOT NULL,
    created TIMESTAMP NOT NULL,
    PRIMARY KEY (case_id, account_id)
);
CREATE INDEX follows_account ON follows (account_id);
CREATE INDEX follows_phone ON follows (phone);

CREATE TABLE leak_places (
    case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id),
    filed TIMESTAMP NOT NULL,
    town TEXT NOT NULL,
    street TEXT,
    north INTEGER,
    east INTEGER
);
CREATE INDEX leak_places_street ON leak_places (town, street);
CREATE INDEX leak_places_cell ON leak_places (north, east);
CREATE INDEX leak_places_filed ON leak_places (filed);

CREATE TABLE outages (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    town TEXT NOT NULL,
    area TEXT NOT NULL,
    streets TEXT NOT NULL,
    reason TEXT NOT NULL,
    starts TIMESTAMP NOT NULL,
    ends TIMESTAMP NOT NULL,
    ended TIMESTAMP,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    posted TIMESTAMP NOT NULL
);
CREATE INDEX outages_town ON outages (town, ends);
