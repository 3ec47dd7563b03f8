-- The demo city plays WeChat. Codes that it has handed out, each good once.
CREATE TABLE demo_wechat_codes (
    code TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    phone TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);

-- Messages that somebody has agreed to, and how many of each.
CREATE TABLE demo_wechat_consents (
    openid TEXT NOT NULL,
    template TEXT NOT NULL,
    remain INTEGER NOT NULL,
    PRIMARY KEY (openid, template)
);

-- Messages that have arrived.
CREATE TABLE demo_wechat_messages (
    id TEXT NOT NULL PRIMARY KEY,
    openid TEXT NOT NULL,
    template TEXT NOT NULL,
    page TEXT NOT NULL,
    data TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX demo_wechat_messages_openid ON demo_wechat_messages (openid, at);
