CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    phone TEXT UNIQUE,
    lang TEXT NOT NULL,
    created TIMESTAMP NOT NULL
);

CREATE TABLE staff (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    display TEXT NOT NULL,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    phone TEXT,
    disabled BOOLEAN NOT NULL,
    failures INTEGER NOT NULL,
    locked_until TIMESTAMP,
    created TIMESTAMP NOT NULL
);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES accounts (id),
    staff_id TEXT REFERENCES staff (id),
    refresh TEXT NOT NULL UNIQUE,
    previous TEXT,
    rotated TIMESTAMP NOT NULL,
    expires TIMESTAMP NOT NULL,
    revoked BOOLEAN NOT NULL,
    created TIMESTAMP NOT NULL
);
CREATE INDEX sessions_previous ON sessions (previous);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_staff ON sessions (staff_id);

CREATE TABLE codes (
    id TEXT NOT NULL PRIMARY KEY,
    phone TEXT NOT NULL,
    hash TEXT NOT NULL,
    sent TIMESTAMP NOT NULL,
    tries INTEGER NOT NULL,
    used BOOLEAN NOT NULL
);
CREATE INDEX codes_phone ON codes (phone, sent);

CREATE TABLE cases (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    service TEXT NOT NULL,
    status TEXT NOT NULL,
    channel TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    lang TEXT NOT NULL,
    phone TEXT NOT NULL,
    name TEXT,
    organisation BOOLEAN NOT NULL,
    party_phone TEXT,
    party_name TEXT,
    town TEXT,
    address TEXT,
    urgent BOOLEAN NOT NULL,
    answers TEXT NOT NULL,
    asks TEXT NOT NULL,
    filed TIMESTAMP NOT NULL,
    due TIMESTAMP,
    promised TIMESTAMP,
    finished TIMESTAMP,
    rated TIMESTAMP,
    unit TEXT,
    assignee_id TEXT REFERENCES staff (id),
    version INTEGER NOT NULL,
    demo BOOLEAN NOT NULL
);
CREATE INDEX cases_account ON cases (account_id);
CREATE INDEX cases_phone ON cases (phone);
CREATE INDEX cases_party ON cases (party_phone);
CREATE INDEX cases_status_due ON cases (status, due);
CREATE INDEX cases_filed ON cases (filed);

CREATE TABLE entries (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    version INTEGER NOT NULL,
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    staff_id TEXT REFERENCES staff (id),
    event TEXT NOT NULL,
    seen TEXT NOT NULL
);
CREATE INDEX entries_case ON entries (case_id, version);

CREATE TABLE materials (
    case_id TEXT NOT NULL REFERENCES cases (id),
    material TEXT NOT NULL,
    verdict TEXT,
    PRIMARY KEY (case_id, material)
);

CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES accounts (id),
    staff_id TEXT REFERENCES staff (id),
    hash TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    created TIMESTAMP NOT NULL,
    case_id TEXT REFERENCES cases (id),
    material TEXT
);
CREATE INDEX attachments_case ON attachments (case_id);

CREATE TABLE ratings (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    level TEXT NOT NULL,
    tags TEXT NOT NULL,
    words TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    changed TIMESTAMP NOT NULL
);
CREATE INDEX ratings_case ON ratings (case_id, at);

CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT REFERENCES cases (id),
    phone TEXT NOT NULL,
    lang TEXT NOT NULL,
    message TEXT NOT NULL,
    created TIMESTAMP NOT NULL,
    due TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX outbox_due ON outbox (state, due);

CREATE TABLE demo_messages (
    id TEXT NOT NULL PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    phone TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE idempotency (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    answer TEXT NOT NULL,
    created TIMESTAMP NOT NULL,
    PRIMARY KEY (key, body)
);
CREATE INDEX idempotency_account ON idempotency (account_id, key);
CREATE INDEX idempotency_created ON idempotency (created);

CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    case_id TEXT NOT NULL REFERENCES cases (id),
    what TEXT NOT NULL
);
CREATE INDEX audit_at ON audit (at);
