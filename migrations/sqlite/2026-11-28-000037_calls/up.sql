CREATE TABLE calls (
    id TEXT NOT NULL PRIMARY KEY,
    phone TEXT,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    first TIMESTAMP NOT NULL,
    rang TIMESTAMP,
    answered TIMESTAMP,
    ended TIMESTAMP,
    outcome TEXT,
    concluded TIMESTAMP,
    article_id TEXT,
    case_number TEXT
);

CREATE INDEX calls_by_seat ON calls (staff_id, first);
CREATE INDEX calls_by_phone ON calls (phone, first);
CREATE INDEX calls_by_time ON calls (first);

-- Whoever calls is known by their number before anybody says hello.
CREATE INDEX water_accounts_by_phone ON water_accounts (phone);
