-- What somebody pays at once. `looks` counts how often the gateway was asked of it, `look_at` is when it is asked next:
-- never where nothing is left to be told.
CREATE TABLE orders (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    water_account TEXT REFERENCES water_accounts (number),
    case_id TEXT REFERENCES cases (id),
    amount BIGINT NOT NULL,
    state TEXT NOT NULL,
    gateway TEXT NOT NULL,
    then_path TEXT,
    created TIMESTAMP NOT NULL,
    expires TIMESTAMP NOT NULL,
    looks INTEGER NOT NULL,
    look_at TIMESTAMP,
    trade TEXT,
    paid_at TIMESTAMP
);
CREATE INDEX orders_account ON orders (account_id, id);
CREATE INDEX orders_look ON orders (look_at);
CREATE INDEX orders_paid ON orders (paid_at);

CREATE TABLE order_lines (
    order_id TEXT NOT NULL REFERENCES orders (id),
    place INTEGER NOT NULL,
    period TEXT,
    amount BIGINT NOT NULL,
    late_fee BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (order_id, place)
) WITHOUT ROWID;

-- An order has one refund at most: what of it could not be settled.
CREATE TABLE refunds (
    id TEXT NOT NULL PRIMARY KEY,
    order_id TEXT NOT NULL UNIQUE REFERENCES orders (id),
    amount BIGINT NOT NULL,
    state TEXT NOT NULL,
    created TIMESTAMP NOT NULL,
    looks INTEGER NOT NULL,
    look_at TIMESTAMP,
    done TIMESTAMP
);
CREATE INDEX refunds_look ON refunds (look_at);
CREATE INDEX refunds_done ON refunds (done);

-- Days whose books were held against a gateway's.
CREATE TABLE pay_days (
    day DATE NOT NULL,
    gateway TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    payments INTEGER NOT NULL,
    paid BIGINT NOT NULL,
    refunds INTEGER NOT NULL,
    refunded BIGINT NOT NULL,
    PRIMARY KEY (day, gateway)
) WITHOUT ROWID;

CREATE TABLE pay_differences (
    id TEXT NOT NULL PRIMARY KEY,
    day DATE NOT NULL,
    gateway TEXT NOT NULL,
    movement TEXT NOT NULL,
    moved TEXT NOT NULL,
    differs TEXT NOT NULL,
    ours BIGINT,
    theirs BIGINT,
    resolved TIMESTAMP,
    staff_id TEXT REFERENCES staff (id),
    words TEXT NOT NULL,
    UNIQUE (day, gateway, movement, moved)
);

-- What the demo city's own gateway knows.
CREATE TABLE demo_trades (
    order_id TEXT NOT NULL PRIMARY KEY,
    amount BIGINT NOT NULL,
    what TEXT NOT NULL,
    back TEXT NOT NULL,
    state TEXT NOT NULL,
    trade TEXT,
    at TIMESTAMP NOT NULL
);

CREATE TABLE demo_refunds (
    id TEXT NOT NULL PRIMARY KEY,
    order_id TEXT NOT NULL,
    amount BIGINT NOT NULL,
    at TIMESTAMP NOT NULL
);
