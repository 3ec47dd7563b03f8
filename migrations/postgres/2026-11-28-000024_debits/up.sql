-- Contracts of direct debit. `sealed` holds card, payer and payer's identity number.
CREATE TABLE debit_contracts (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    case_id TEXT NOT NULL UNIQUE REFERENCES cases (id),
    holder TEXT NOT NULL,
    bank TEXT NOT NULL,
    last_four TEXT NOT NULL,
    sealed TEXT NOT NULL,
    phone TEXT NOT NULL,
    lang TEXT NOT NULL,
    state TEXT NOT NULL,
    since DATE,
    ended DATE,
    reason TEXT,
    created TIMESTAMP NOT NULL
);
CREATE INDEX debit_contracts_account ON debit_contracts (account);
CREATE INDEX debit_contracts_state ON debit_contracts (state);
CREATE UNIQUE INDEX debit_contracts_active ON debit_contracts (account) WHERE state = 'active';

-- A month's file for the bank, and its lines.
CREATE TABLE debit_runs (
    month TEXT NOT NULL PRIMARY KEY,
    due DATE NOT NULL,
    created TIMESTAMP NOT NULL
);
CREATE TABLE debit_items (
    id TEXT NOT NULL PRIMARY KEY,
    month TEXT NOT NULL REFERENCES debit_runs (month),
    contract_id TEXT NOT NULL REFERENCES debit_contracts (id),
    account TEXT NOT NULL,
    period TEXT NOT NULL,
    amount BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    answered DATE,
    UNIQUE (month, account, period)
);
CREATE INDEX debit_items_contract ON debit_items (contract_id);
CREATE INDEX debit_items_state ON debit_items (state);
CREATE UNIQUE INDEX debit_items_sent ON debit_items (account, period) WHERE state = 'sent';

-- Letters of authority, by which somebody acts for a water account; `name` is whoever brought one.
CREATE TABLE authorities (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    asked TIMESTAMP NOT NULL,
    until DATE,
    reason TEXT,
    staff_id TEXT REFERENCES staff (id)
);
CREATE INDEX authorities_account ON authorities (account_id);
CREATE INDEX authorities_number ON authorities (number);
CREATE INDEX authorities_state ON authorities (state, until);
CREATE UNIQUE INDEX authorities_asked ON authorities (account_id, number) WHERE state = 'asked';

-- The letter that a photo belongs to.
ALTER TABLE attachments ADD COLUMN authority_id TEXT;
CREATE INDEX attachments_authority ON attachments (authority_id);
