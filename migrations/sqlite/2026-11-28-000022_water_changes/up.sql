CREATE TABLE water_changes (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES water_accounts (number),
    case_id TEXT NOT NULL REFERENCES cases (id),
    at TIMESTAMP NOT NULL,
    holds_from DATE NOT NULL,
    what TEXT NOT NULL,
    applied BOOLEAN NOT NULL,
    arrived BOOLEAN NOT NULL
);
CREATE INDEX water_changes_open ON water_changes (account) WHERE NOT arrived;
CREATE INDEX water_changes_ahead ON water_changes (holds_from) WHERE NOT applied;

CREATE TABLE water_reminders (
    account TEXT NOT NULL REFERENCES water_accounts (number),
    service TEXT NOT NULL,
    until DATE NOT NULL,
    PRIMARY KEY (account, service, until)
);
CREATE INDEX water_accounts_persons_until ON water_accounts (persons_until) WHERE persons_until IS NOT NULL;
CREATE INDEX water_accounts_hardship_until ON water_accounts (hardship_until) WHERE hardship_until IS NOT NULL;
