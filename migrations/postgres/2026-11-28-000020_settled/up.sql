-- What of `paid` came in through the hall, in fen: the billing system may not know of it yet.
ALTER TABLE bills ADD COLUMN paid_here BIGINT NOT NULL DEFAULT 0;
