-- Volunteers: residents who help at events. `name` is sealed.
CREATE TABLE volunteers (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    since TIMESTAMP NOT NULL,
    stopped TIMESTAMP
);
-- A volunteer's turn: one shift of an event.
CREATE TABLE turns (
    event_id TEXT NOT NULL REFERENCES events (id),
    shift INTEGER NOT NULL,
    account_id TEXT NOT NULL REFERENCES volunteers (account_id),
    task TEXT,
    leads BOOLEAN NOT NULL,
    signed TIMESTAMP NOT NULL,
    tries INTEGER NOT NULL,
    came TIMESTAMP,
    went TIMESTAMP,
    PRIMARY KEY (event_id, shift, account_id)
);
CREATE INDEX turns_account ON turns (account_id);
-- What was done at an event, told by a volunteer's phone under a key of its own: people served, services shown, checks and
-- tests, needs. Nobody's name. `figures` is JSON.
CREATE TABLE event_acts (
    account_id TEXT NOT NULL REFERENCES volunteers (account_id),
    key TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id),
    kind TEXT NOT NULL,
    subject TEXT,
    count INTEGER NOT NULL,
    figures TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, key)
);
CREATE INDEX event_acts_event ON event_acts (event_id, kind);
