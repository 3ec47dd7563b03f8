-- Orders that WeChat Pay has taken on, each for one app, with the number under which it is paid there.
CREATE TABLE wechat_prepays (
    order_id TEXT NOT NULL PRIMARY KEY REFERENCES orders (id),
    app TEXT NOT NULL,
    prepay_id TEXT NOT NULL
);
