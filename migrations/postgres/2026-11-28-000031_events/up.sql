-- Community events. `topics`, `tasks` and `shifts` are JSON; `secret` is what the codes of each minute are made of.
CREATE TABLE events (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    town TEXT NOT NULL,
    community TEXT NOT NULL,
    place TEXT NOT NULL,
    starts TIMESTAMP NOT NULL,
    ends TIMESTAMP NOT NULL,
    topics TEXT NOT NULL,
    tasks TEXT NOT NULL,
    shifts TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    version INTEGER NOT NULL,
    secret TEXT NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    planned TIMESTAMP NOT NULL
);
CREATE INDEX events_starts ON events (starts);
-- Who wants to hear of an event.
CREATE TABLE event_follows (
    event_id TEXT NOT NULL REFERENCES events (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    since TIMESTAMP NOT NULL,
    PRIMARY KEY (event_id, account_id)
);
-- What was filed at an event; `helper_id` is the account of the volunteer who helped.
CREATE TABLE event_cases (
    case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id),
    event_id TEXT REFERENCES events (id),
    helper_id TEXT REFERENCES accounts (id)
);
CREATE INDEX event_cases_event ON event_cases (event_id);
