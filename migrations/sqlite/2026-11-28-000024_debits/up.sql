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
