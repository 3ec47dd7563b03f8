-- Tokens of WeChat, shared by all servers and renewed by one: who renews holds the row for a while.
CREATE TABLE wechat_tokens (
    name TEXT NOT NULL PRIMARY KEY,
    sealed TEXT NOT NULL,
    expires TIMESTAMP NOT NULL,
    renewing TIMESTAMP NOT NULL
);

-- As whom the house's apps know a resident.
CREATE TABLE wechat_identities (
    app TEXT NOT NULL,
    openid TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    unionid TEXT,
    since TIMESTAMP NOT NULL,
    used TIMESTAMP NOT NULL,
    PRIMARY KEY (app, openid)
);
CREATE INDEX wechat_identities_account ON wechat_identities (account_id);

-- What WeChat has told us already.
CREATE TABLE wechat_pushes (
    id TEXT NOT NULL PRIMARY KEY,
    at TIMESTAMP NOT NULL
);

-- Tickets by which a session is handed over to a page, once.
CREATE TABLE tickets (
    hash TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL,
    device TEXT,
    leads TEXT NOT NULL,
    expires TIMESTAMP NOT NULL
);
