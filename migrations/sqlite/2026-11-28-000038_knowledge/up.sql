CREATE TABLE articles (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
);

CREATE TABLE article_versions (
    article_id TEXT NOT NULL REFERENCES articles (id),
    version INTEGER NOT NULL,
    at TIMESTAMP NOT NULL,
    staff_id TEXT REFERENCES staff (id),
    question_zh TEXT NOT NULL,
    question_en TEXT NOT NULL,
    answer_zh TEXT NOT NULL,
    answer_en TEXT NOT NULL,
    also TEXT NOT NULL,
    service TEXT,
    tariff BOOLEAN NOT NULL,
    removed BOOLEAN NOT NULL,
    PRIMARY KEY (article_id, version)
);

CREATE TABLE article_votes (
    article_id TEXT NOT NULL REFERENCES articles (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    helped BOOLEAN NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (article_id, account_id)
);
