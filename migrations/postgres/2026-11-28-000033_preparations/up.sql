-- Filings that a volunteer has prepared and whoever files has not confirmed yet, under the hash of their token. `sealed` holds
-- all of it, `filed` what was answered once it was filed.
CREATE TABLE preparations (
    id TEXT NOT NULL PRIMARY KEY,
    helper_id TEXT NOT NULL REFERENCES volunteers (account_id),
    event_id TEXT REFERENCES events (id),
    service TEXT NOT NULL,
    sealed TEXT NOT NULL,
    made TIMESTAMP NOT NULL,
    expires TIMESTAMP NOT NULL,
    filed TEXT
);
CREATE INDEX preparations_expires ON preparations (expires);
