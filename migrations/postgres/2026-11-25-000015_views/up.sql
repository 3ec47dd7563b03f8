ALTER TABLE cases ADD COLUMN answered TIMESTAMP;

CREATE TABLE saved_views (
    id TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    for_role TEXT,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    filter TEXT NOT NULL,
    place INTEGER NOT NULL
);
CREATE INDEX saved_views_staff ON saved_views (staff_id);
CREATE INDEX saved_views_role ON saved_views (for_role);

CREATE TABLE latest_acts (
    case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id),
    version INTEGER NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    verb TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    found TEXT NOT NULL
);
CREATE INDEX latest_acts_at ON latest_acts (at);

CREATE TABLE bulk_acts (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    key TEXT NOT NULL,
    number TEXT NOT NULL,
    body TEXT NOT NULL,
    created TIMESTAMP NOT NULL,
    PRIMARY KEY (staff_id, key, number)
);
CREATE INDEX bulk_acts_created ON bulk_acts (created);
