-- One outbox for all channels. `turn` is the place of a letter among those of the same case to the same phone; `leased` is
-- until when a server carries it; `carrier` is who may have sent it already; `consent` is the template of WeChat of which one
-- message is set aside for it; `why` is what it was not delivered for.
ALTER TABLE outbox ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN leased TIMESTAMP;
ALTER TABLE outbox ADD COLUMN carrier TEXT;
ALTER TABLE outbox ADD COLUMN consent TEXT;
ALTER TABLE outbox ADD COLUMN why TEXT;
ALTER TABLE outbox ADD COLUMN dropped_by TEXT;
CREATE INDEX outbox_turn ON outbox (case_id, phone, turn);
CREATE INDEX outbox_phone ON outbox (phone, created);

-- What residents can read in the hall, sealed.
CREATE TABLE inbox (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    message TEXT NOT NULL,
    seen BOOLEAN NOT NULL
);
CREATE INDEX inbox_account ON inbox (account_id, at);
CREATE INDEX inbox_at ON inbox (at);

-- How many messages of a template of WeChat somebody has agreed to and not had.
CREATE TABLE consents (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    template TEXT NOT NULL,
    remain INTEGER NOT NULL,
    asked TIMESTAMP NOT NULL,
    PRIMARY KEY (account_id, template)
);
