CREATE TABLE water_accounts (
    number TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT,
    id_end TEXT,
    town TEXT NOT NULL,
    address TEXT NOT NULL,
    use_type TEXT NOT NULL,
    persons INTEGER NOT NULL,
    persons_until DATE,
    hardship_until DATE,
    meter TEXT NOT NULL,
    meter_size TEXT NOT NULL,
    state TEXT NOT NULL,
    suspended_from DATE,
    tariff TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE bills (
    account TEXT NOT NULL REFERENCES water_accounts (number),
    period TEXT NOT NULL,
    issued DATE NOT NULL,
    due DATE NOT NULL,
    previous INTEGER NOT NULL,
    reading INTEGER NOT NULL,
    new_meter BOOLEAN NOT NULL,
    volume INTEGER NOT NULL,
    months INTEGER NOT NULL,
    persons INTEGER NOT NULL,
    hardship BOOLEAN NOT NULL,
    use_type TEXT NOT NULL,
    tariff TEXT NOT NULL,
    total BIGINT NOT NULL,
    paid BIGINT NOT NULL,
    paid_on DATE,
    PRIMARY KEY (account, period)
) WITHOUT ROWID;

CREATE TABLE bindings (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    number TEXT NOT NULL REFERENCES water_accounts (number),
    name TEXT,
    access TEXT NOT NULL,
    shared_by TEXT REFERENCES accounts (id),
    created TIMESTAMP NOT NULL,
    UNIQUE (account_id, number)
);
CREATE INDEX bindings_number ON bindings (number);

CREATE TABLE binding_tries (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    number TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX binding_tries_account ON binding_tries (account_id, kind, at);
CREATE INDEX binding_tries_number ON binding_tries (number, kind, at);
CREATE INDEX binding_tries_at ON binding_tries (at);
