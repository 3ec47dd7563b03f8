ALTER TABLE cases ADD COLUMN water_account TEXT;
ALTER TABLE cases ADD COLUMN place TEXT;
-- What is filed or completed from now on is folded by `place::folded`; of what is there already this much is certain.
UPDATE cases SET water_account = json_extract(answers, '$.account');
UPDATE cases SET place = town || ' ' || upper(replace(replace(address, ' ', ''), '　', ''));
CREATE INDEX cases_water_account ON cases (water_account, filed);
CREATE INDEX cases_place ON cases (place, filed);

CREATE TABLE presences (
    case_id TEXT NOT NULL REFERENCES cases (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    doing TEXT NOT NULL,
    seen TIMESTAMP NOT NULL,
    PRIMARY KEY (case_id, staff_id)
);
CREATE INDEX presences_seen ON presences (seen);

CREATE TABLE profiles (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    sealed TEXT NOT NULL
);

ALTER TABLE accounts ADD COLUMN text_size TEXT NOT NULL DEFAULT 'normal';
ALTER TABLE accounts ADD COLUMN told TEXT NOT NULL DEFAULT 'all';
ALTER TABLE sessions ADD COLUMN device TEXT;
