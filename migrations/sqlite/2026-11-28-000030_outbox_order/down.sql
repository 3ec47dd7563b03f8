CREATE INDEX outbox_due ON outbox (state, due);
DROP INDEX outbox_order;
